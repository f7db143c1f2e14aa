"""Looking for caches: every layer that shows old stock is named, and nothing of the test product stays behind."""

from typing import Any

import pytest

from app.channels.woocommerce import caching
from app.core.caches import Layer, probe_words
from app.errors import ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.woo_world import World, world


@pytest.fixture
def shop() -> World:
    found = world()
    fresh = found.shop.storefront.cached

    def seconds_pass(*asked: Any) -> Any:
        found.time.forward(1)
        return fresh(*asked)

    found.shop.storefront.cached = seconds_pass  # type: ignore[method-assign]
    return found


def said(shop: World) -> list[str]:
    return [str(words) for words in probe_words(shop.woo.probe_caches())]


def test_where_no_cache_is_every_layer_shows_the_new_number_at_once(shop: World) -> None:
    found = shop.woo.probe_caches()
    assert [(look.layer, look.old) for look in found.looks] == [(layer, False) for layer in (*Layer, *Layer)]
    assert not found.holds
    assert said(shop) == ["No cache holds stock back: a changed number was shown at once."]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("rest", "The REST API still showed the old number 4 s after the change. Leave stock and the REST API out"),
        ("store", "What baskets ask still showed the old number 5 s after the change. Leave /wp-json/wc/store"),
        ("page", "The product’s page still showed the old number 6 s after the change. Let the cache drop"),
    ],
)
def test_a_cache_is_named_by_what_it_holds_back(shop: World, kind: str, words: str) -> None:
    shop.shop.storefront.keeps = {kind: 60}
    (found,) = said(shop)
    assert found.startswith(words)


def test_a_cache_that_is_short_of_time_is_told_from_one_that_is_not(shop: World) -> None:
    shop.shop.storefront.keeps = {"rest": 6}
    (found,) = said(shop)
    assert found.startswith("The REST API still showed the old number 1 s after the change, and then the new one.")


def test_what_does_not_say_is_not_taken_for_fresh(shop: World) -> None:
    shop.shop.storefront.names_status = False
    assert said(shop)[1:] == ["The product’s page did not say which number it shows."]


def test_the_test_product_cannot_be_bought_and_does_not_stay(shop: World) -> None:
    shop.shop.add_product("MUG", 5)
    made: list[Any] = []
    keep = caching._watch

    def watched(api: Any, clock: Any, product: Any) -> Any:
        item = shop.shop.items[product.id]
        made.append((item.price, item.visibility, item.quantity))
        return keep(api, clock, product)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(caching, "_watch", watched)
        shop.woo.probe_caches()
    assert made == [("", "hidden", 1)]
    assert [item.sku for item in shop.shop.items.values()] == ["MUG"]


def test_it_is_deleted_too_when_looking_went_wrong(shop: World) -> None:
    shop.shop.faults.fail_next(Fault.BROKEN, when=lambda request: request.method == "PUT")
    with pytest.raises(ChannelUnavailable):
        shop.woo.probe_caches()
    assert not shop.shop.items


def test_every_call_of_it_is_logged(shop: World) -> None:
    shop.calls.clear()
    shop.woo.probe_caches()
    assert {call.verb for call in shop.calls} == {"look for caches"}
    assert len(shop.calls) == 12

"""A shop's webhooks made by its connector: what is missing, and nothing twice."""

import pytest

from app.channels.woocommerce.hooks import HOOKS
from tests.channels.woo_world import again, world
from tests.relaying.world import Desktop


@pytest.fixture
def wired(make_desktop, running) -> tuple[Desktop, object, int]:
    """Paired, with a WooCommerce shop whose connector speaks to a simulated shop."""
    desktop, found = make_desktop(), world()
    desktop.relaying.pair(running.address, running.code())
    desktop.link(lambda: again(found))
    return desktop, found.shop.routes.hooks, desktop.shop("woocommerce", secret="")


def test_what_is_missing_is_made_once_and_signed_with_our_secret(wired) -> None:
    desktop, hooks, shop = wired
    assert desktop.relaying.make_hooks(shop) == len(HOOKS.topics)
    door = desktop.relaying.doorway(shop)
    assert [hook.topic for hook in hooks.all] == list(HOOKS.topics)
    assert {(hook.url, hook.secret) for hook in hooks.all} == {(door.address, door.secret)}
    assert desktop.relaying.make_hooks(shop) == 0


def test_one_that_the_shop_disabled_is_made_anew(wired) -> None:
    desktop, hooks, shop = wired
    desktop.relaying.make_hooks(shop)
    hooks.all[0].status = "disabled"
    assert desktop.relaying.make_hooks(shop) == 1
    assert len(hooks.all) == len(HOOKS.topics)
    assert all(hook.status == "active" for hook in hooks.all)


def test_only_once_the_seller_pressed_it_plimsoll_keeps_them_in_order(wired) -> None:
    desktop, _hooks, shop = wired
    door = desktop.relaying.doorway(shop)
    assert desktop.relaying.kept_doorway(shop) is None
    desktop.relaying.make_hooks(shop)
    kept = desktop.relaying.kept_doorway(shop)
    assert kept is not None
    assert (kept.address, kept.secret) == (door.address, door.secret)
    desktop.relaying.forget(shop)
    assert desktop.relaying.kept_doorway(shop) is None

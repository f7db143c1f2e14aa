"""Cancels, refunds and webhooks at a simulated WooCommerce shop, and in the words of captured answers."""

import json

import pytest

from app.channels.woocommerce.hooks import TOPICS
from app.core.reversal import Act, Outcome, Reason, Standing, Wish
from app.errors import ChannelRefused, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.woo_world import World, answer_of, body, scripted, sold, world


@pytest.fixture
def found() -> World:
    return world()


@pytest.fixture
def mug(found: World) -> str:
    return found.shop.add_product("MUG", 5, price="12.50")


def wish(ref: str, act: Act = Act.CANCEL, **more) -> Wish:  # type: ignore[no-untyped-def]
    return Wish(order=ref, act=act, reason=Reason.OVERSOLD, key="k1", **more)


def test_a_cancelled_order_puts_its_pieces_back_once(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    assert found.woo.standing(ref) == Standing()
    assert found.woo.reverse(wish(ref)).outcome is Outcome.TAKEN
    assert found.woo.standing(ref) == Standing(cancelled=True)
    found.woo.reverse(wish(ref))
    assert found.shop.quantity(mug) == 5
    assert (found.order(ref).ended, found.order(ref).lines[0].taken) == (True, 0)


def test_a_shop_that_says_yes_and_does_not_is_no_cancel() -> None:
    woo, script, _ = scripted(answer_of("order_cancelled", lambda shown: shown | {"status": "processing"}))
    assert woo.reverse(wish("197")).outcome is Outcome.REFUSED
    assert json.loads(script.asked[0].content) == {"status": "cancelled"}


def test_a_captured_cancel_is_understood() -> None:
    woo, script, _ = scripted(answer_of("order_cancelled"))
    assert woo.reverse(wish("197")).outcome is Outcome.TAKEN
    assert (script.asked[0].method, script.asked[0].url.path) == ("PUT", "/wp-json/wc/v3/orders/197")


@pytest.mark.parametrize(("restock", "shows"), [(False, 2), (True, 3)])
def test_pieces_are_refunded_with_their_share_of_the_money(found: World, mug: str, restock: bool, shows: int) -> None:
    found.shop.routes.gateway_refunds = True
    ref = sold(found.shop.sell((mug, 3)))
    (line,) = found.shop.lines(ref)
    assert found.woo.reverse(wish(ref, Act.REFUND, pieces={line: 1}, restock=restock)).outcome is Outcome.TAKEN
    assert found.woo.standing(ref) == Standing(refunded={line: 1})
    assert found.shop.order(ref).refunds[0].amount == 12.5
    assert found.shop.quantity(mug) == shows


def test_a_payment_service_that_cannot_is_said_in_its_words_and_may_be_left_out(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    (line,) = found.shop.lines(ref)
    said = found.woo.reverse(wish(ref, Act.REFUND, pieces={line: 1}))
    assert (said.outcome, said.words) == (Outcome.REFUSED, body("refund_api_refund_default_cod")["message"])
    assert found.woo.standing(ref) == Standing()
    assert found.woo.reverse(wish(ref, Act.REFUND, pieces={line: 1}, pay=False)).outcome is Outcome.TAKEN
    assert found.woo.standing(ref) == Standing(refunded={line: 1})


def test_a_line_with_taxes_gives_back_its_share_of_each() -> None:
    order = {
        "id": 9,
        "line_items": [{"id": 4, "quantity": 3, "total": "10.00", "taxes": [{"id": 1, "total": "1.90"}]}],
    }
    woo, script, _ = scripted(
        answer_of("order_cancelled", lambda _: order), answer_of("refund_partial_restock_default")
    )
    woo.reverse(wish("9", Act.REFUND, pieces={"4": 2}, restock=True))
    assert json.loads(script.asked[1].content) == {
        "amount": "7.94",
        "reason": "oversold",
        "line_items": [
            {"id": 4, "quantity": 2, "refund_total": "6.67", "refund_tax": [{"id": 1, "refund_total": "1.27"}]}
        ],
        "api_refund": True,
        "api_restock": True,
    }


def test_a_line_that_is_gone_is_not_refunded(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    with pytest.raises(ChannelRefused):
        found.woo.reverse(wish(ref, Act.REFUND, pieces={"99999": 1}))
    with pytest.raises(ChannelRefused):
        found.woo.reverse(wish("no number"))
    assert found.woo.standing("4711") is None


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.TIMEOUT_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED])
def test_a_lost_answer_may_have_been_done(found: World, mug: str, fault: Fault) -> None:
    ref = sold(found.shop.sell((mug, 1)))
    found.shop.faults.fail_next(fault)
    with pytest.raises(ChannelUnavailable) as caught:
        found.woo.reverse(wish(ref))
    assert caught.value.sent
    assert found.woo.standing(ref) == Standing(cancelled=True)


# --- webhooks --------------------------------------------------------------------------------------------------------


def test_webhooks_are_made_signed_listed_and_deleted(found: World) -> None:
    made = [found.woo.add_webhook(topic, "https://relay.example/w", "s3cret") for topic in TOPICS]
    assert [(hook.topic, hook.active) for hook in made] == [(topic, True) for topic in TOPICS]
    assert {hook.secret for hook in found.shop.routes.hooks.all} == {"s3cret"}
    assert len(found.shop.routes.hooks.pings) == len(TOPICS)
    found.shop.routes.hooks.all[0].name = "somebody else’s"
    assert {hook.ref for hook in found.woo.webhooks()} == {hook.ref for hook in made[1:]}
    found.woo.remove_webhook(made[1].ref)
    found.woo.remove_webhook(made[1].ref)
    assert len(found.woo.webhooks()) == len(TOPICS) - 2


def test_a_webhook_that_the_shop_disabled_is_told_as_such(found: World) -> None:
    found.woo.add_webhook("order.updated", "https://relay.example/w", "s")
    found.shop.routes.hooks.fail(6)
    assert found.woo.webhooks()[0].active
    found.shop.routes.hooks.fail()
    assert not found.woo.webhooks()[0].active


def test_captured_webhooks_are_understood() -> None:
    woo, _, _ = scripted(
        answer_of("webhooks_list"),
        answer_of("webhook_create_order_created"),
        answer_of("webhook_create_bad_topic_400"),
    )
    assert woo.webhooks() == [], "none of those is called after us as we write it"
    assert woo.add_webhook("order.created", "https://relay.example", "s").topic == "order.created"
    with pytest.raises(ChannelRefused):
        woo.add_webhook("order.nosuch", "https://relay.example", "s")

"""Cancels, refunds and webhook subscriptions at a simulated Shopify shop, every request judged by Shopify's schema."""

import pytest

from app.channels.shopify.hooks import TOPICS
from app.core.reversal import Act, Outcome, Reason, Standing, Wish
from app.errors import ChannelRefused, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.shopify_schema import schema_or_skip
from tests.channels.shopify_world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def mug(world: World) -> str:
    return world.shop.add_product("MUG", 5)


def sold(world: World, *wanted: tuple[str, int]) -> str:
    ref = world.shop.sell(*wanted)
    assert ref is not None
    return ref


def wish(ref: str, act: Act = Act.CANCEL, **more) -> Wish:  # type: ignore[no-untyped-def]
    return Wish(order=ref, act=act, reason=more.pop("reason", Reason.OVERSOLD), key=more.pop("key", "k1"), **more)


@pytest.mark.parametrize(("restock", "shows"), [(False, 3), (True, 5)])
def test_a_cancel_is_a_job_and_restocks_as_told(world: World, mug: str, restock: bool, shows: int) -> None:
    ref = sold(world, (mug, 2))
    said = world.channel.reverse(wish(ref, restock=restock, notify=True))
    assert said.outcome is Outcome.TAKEN
    assert world.channel.standing(ref, said.job) == Standing(working=True)
    assert world.channel.standing(ref) == Standing(), "the answer proves nothing"
    world.tick(seconds=2)
    assert world.channel.standing(ref, said.job) == Standing(cancelled=True, refunded={world.shop.lines(ref)[0]: 2})
    assert world.shop.quantity(mug) == shows
    assert world.shop.reversing.reasons[ref] == "INVENTORY"
    assert world.shop.reversing.mailed == [ref]
    assert world.order(ref).ended


@pytest.mark.parametrize(("reason", "told"), [(Reason.BUYER, "CUSTOMER"), (Reason.OTHER, "OTHER")])
def test_the_buyer_is_never_the_reason_unless_the_seller_says_so(
    world: World, mug: str, reason: Reason, told: str
) -> None:
    ref = sold(world, (mug, 1))
    world.channel.reverse(wish(ref, reason=reason))
    assert world.shop.reversing.reasons[ref] == told
    assert world.shop.reversing.mailed == []


def test_every_refusal_of_a_cancel_comes_with_shopifys_words(world: World, mug: str) -> None:
    sent, pending, returning, closed = (sold(world, (mug, 1)) for _ in range(4))
    world.shop.ship(sent)
    world.shop.reversing.authorizing.add(pending)
    world.shop.reversing.returning.add(returning)
    gone = sold(world, (mug, 1))
    world.shop.cancel(gone)
    for ref, words in ((sent, "fulfillments"), (pending, "authorization"), (returning, "return"), (gone, "already")):
        said = world.channel.reverse(wish(ref))
        assert said.outcome is Outcome.REFUSED
        assert words in said.words
    world.shop.close_location(world.shop.main)
    said = world.channel.reverse(wish(closed, restock=True))
    assert (said.outcome, "deactivated" in said.words) == (Outcome.REFUSED, True)
    said = world.channel.reverse(wish("12345"))
    assert (said.outcome, said.words) == (Outcome.REFUSED, "Order does not exist")
    assert world.channel.standing("12345") is None
    assert world.channel.standing(sent) == Standing(sent=True)


def test_a_job_that_comes_to_nothing_is_seen_in_the_order(world: World, mug: str) -> None:
    ref = sold(world, (mug, 1))
    world.shop.reversing.jobs_fail = 1
    said = world.channel.reverse(wish(ref))
    world.tick(seconds=60)
    assert world.channel.standing(ref, said.job) == Standing()


def test_pieces_are_refunded_with_the_money_that_shopify_says(world: World, mug: str) -> None:
    ref = sold(world, (mug, 3))
    (line,) = world.shop.lines(ref)
    said = world.channel.reverse(wish(ref, Act.REFUND, pieces={line: 2}))
    assert said.outcome is Outcome.TAKEN
    assert world.channel.standing(ref) == Standing(refunded={line: 2})
    assert world.shop.reversing.paid_back[ref] == "40.00"
    assert (world.line(ref).open, world.line(ref).withheld, world.shop.quantity(mug)) == (1, 2, 2), "not restocked"
    world.channel.reverse(wish(ref, Act.REFUND, pieces={line: 1}, restock=True, key="k2"))
    assert (world.line(ref).open, world.shop.quantity(mug)) == (0, 3)


def test_the_same_key_never_refunds_twice(world: World, mug: str) -> None:
    ref = sold(world, (mug, 3))
    (line,) = world.shop.lines(ref)
    for _ in range(2):
        world.channel.reverse(wish(ref, Act.REFUND, pieces={line: 1}))
    assert world.channel.standing(ref) == Standing(refunded={line: 1})


def test_more_than_was_bought_is_refused(world: World, mug: str) -> None:
    ref = sold(world, (mug, 1))
    said = world.channel.reverse(wish(ref, Act.REFUND, pieces={world.shop.lines(ref)[0]: 2}))
    assert (said.outcome, "cannot refund more" in said.words) == (Outcome.REFUSED, True)


def test_a_missing_permission_refuses_only_this(world: World, mug: str) -> None:
    ref = sold(world, (mug, 1))
    world.shop.scopes.discard("write_orders")
    with pytest.raises(ChannelRefused) as caught:
        world.channel.reverse(wish(ref))
    assert "write_orders" in str(caught.value)


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.TIMEOUT_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED])
def test_a_lost_answer_may_have_been_done(world: World, mug: str, fault: Fault) -> None:
    ref = sold(world, (mug, 1))
    world.channel.standing(ref)
    world.shop.faults.fail_next(fault)
    with pytest.raises(ChannelUnavailable) as caught:
        world.channel.reverse(wish(ref))
    assert caught.value.sent
    world.tick(seconds=2)
    assert world.channel.standing(ref) is not None
    assert world.shop.order(ref).cancelled_at is not None


# --- webhooks --------------------------------------------------------------------------------------------------------


def test_webhooks_are_listed_made_and_deleted(world: World) -> None:
    url = "https://relay.example/hook/abc"
    made = [world.channel.add_webhook(topic, url, "") for topic in TOPICS]
    assert [hook.topic for hook in made] == list(TOPICS)
    assert {hook.ref for hook in world.channel.webhooks()} == {hook.ref for hook in made}
    fields = {hook.topic: hook.fields for hook in world.shop.hooks.all}
    assert all(fields[topic] == ["id", "updated_at"] for topic in TOPICS if topic.startswith("ORDERS_"))
    assert fields["INVENTORY_LEVELS_UPDATE"] == []
    world.channel.remove_webhook(made[0].ref)
    world.channel.remove_webhook(made[0].ref)  # gone already: no trouble
    assert len(world.channel.webhooks()) == len(TOPICS) - 1


def test_a_webhook_that_fails_eight_times_is_gone(world: World) -> None:
    world.channel.add_webhook("ORDERS_UPDATED", "https://relay.example/h", "")
    world.shop.hooks.fail(7)
    assert len(world.channel.webhooks()) == 1
    world.shop.hooks.fail()
    assert world.channel.webhooks() == []


@pytest.mark.parametrize("url", ["http://relay.example/h", "https://relay.example/h"])
def test_what_shopify_does_not_subscribe_to_is_refused_in_its_words(world: World, url: str) -> None:
    world.channel.add_webhook("ORDERS_UPDATED", "https://relay.example/h", "")
    with pytest.raises(ChannelRefused) as caught:
        world.channel.add_webhook("ORDERS_UPDATED", url, "")
    assert caught.value.words


def test_every_topic_is_one_of_shopifys() -> None:
    kind = schema_or_skip("2026-10").get_type("WebhookSubscriptionTopic")
    assert set(TOPICS) <= set(kind.values)  # type: ignore[union-attr]

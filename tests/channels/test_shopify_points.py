"""Shopify's points, and pausing: when a call has to wait, and how a listing goes off sale and comes back."""

import json

import httpx
import pytest

from app.core.channel import WriteOutcome
from app.errors import ChannelRefused, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.shopify_world import World


@pytest.fixture
def world() -> World:
    return World()


def writes(request: httpx.Request) -> bool:
    return b"mutation" in request.content


# --- points --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [200, 429])
def test_a_throttled_call_says_when_to_come_back(world: World, status: int) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.throttle_status = status
    world.shop.points, world.shop.restore_rate = 2.0, 5.0
    with pytest.raises(ChannelUnavailable, match="asked us to wait") as caught:
        world.set(mug, 3, 5)
    assert caught.value.sent is False, "nothing was run"
    assert caught.value.retry_after == pytest.approx((12 - 2) / 5)
    world.tick(seconds=2)
    assert world.set(mug, 3, 5).outcome is WriteOutcome.DONE


def test_the_allowance_is_what_the_last_answer_said_of_the_bucket(world: World) -> None:
    assert world.channel.told().allowance is None
    mug = world.shop.add_product("MUG", 5)
    world.set(mug, 3, 5)
    found = world.channel.told().allowance
    assert found is not None
    assert 0 < found.used < found.limit
    assert found.full_s == found.limit / world.shop.restore_rate
    world.tick(seconds=3600)
    full = world.channel.told().allowance
    assert full is not None
    assert full.used == 0


def test_a_throttled_call_may_name_the_seconds_itself(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.throttle_status, world.shop.faults.retry_after_s = 429, 7
    world.shop.faults.fail_next(Fault.THROTTLED, when=writes)
    with pytest.raises(ChannelUnavailable) as caught:
        world.set(mug, 3, 5)
    assert (caught.value.retry_after, caught.value.sent) == (7.0, False)


def test_a_throttle_without_any_number_still_waits(world: World) -> None:
    for status, body in ((429, "slow down"), (429, json.dumps({"errors": "Exceeded 2 calls per second"}))):
        answer = httpx.MockTransport(lambda _, status=status, body=body: httpx.Response(status, text=body))
        with pytest.raises(ChannelUnavailable) as caught:
            world.open(world.shop.access(way="token"), answer).introduce()
        assert (caught.value.sent, caught.value.retry_after) == (False, 2.0)


def test_what_would_be_throttled_is_not_sent(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.channel.introduce()
    world.shop.points, world.shop.restore_rate = 310.0, 10.0
    world.channel.stock([mug])  # the answer tells how little is left
    calls = len(world.wire.requests)
    with pytest.raises(ChannelUnavailable) as caught:
        world.channel.listings(None)
    assert len(world.wire.requests) == calls
    assert caught.value.sent is False
    assert caught.value.retry_after is not None
    world.tick(seconds=caught.value.retry_after)
    world.channel.listings(None)


def test_reads_leave_points_for_a_write(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.channel.introduce()
    world.shop.points, world.shop.restore_rate = 120.0, 0.1
    assert world.set(mug, 4, 5).outcome is WriteOutcome.DONE
    with pytest.raises(ChannelUnavailable):
        world.channel.stock([mug])
    assert world.set(mug, 3, 4).outcome is WriteOutcome.DONE, "a write may use the last points"
    world.shop.points = 5.0
    with pytest.raises(ChannelUnavailable) as caught:
        [world.set(mug, 3, 3) for _ in range(2)]
    assert caught.value.sent is False


def test_a_clock_that_was_set_back_does_not_stop_the_shop(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.channel.introduce()
    world.tick(hours=-3)
    assert world.channel.stock([mug])[0].quantity == 5


# --- pause ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["ACTIVE", "UNLISTED", "ARCHIVED", "DRAFT"])
def test_a_paused_product_comes_back_as_it_was(world: World, status: str) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.set_product_status(mug, status)
    memo = world.channel.pause(mug)
    assert world.shop.item(mug).product.status == "DRAFT"
    assert world.shop.sell((mug, 1)) is None
    assert world.channel.pause(mug) == "DRAFT", "twice does no harm; the first memo counts"
    world.channel.resume(mug, memo)
    assert world.shop.item(mug).product.status == status
    assert world.shop.quantity(mug) == 5


def test_one_variant_of_several_is_not_paused(world: World) -> None:
    small = world.shop.add_product("CUP-S", 1, title="Cup")
    large = world.shop.add_variant(small, "Large", "CUP-L", 2)
    with pytest.raises(ChannelRefused, match="“Cup” has other variants") as caught:
        world.channel.pause(large)
    assert str(caught.value.advice) == "Let this listing show 0 instead."
    assert world.shop.item(large).product.status == "ACTIVE"


def test_what_cannot_be_paused_or_resumed(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    with pytest.raises(ChannelRefused, match="does not know how this listing was"):
        world.channel.resume(mug, "publish")
    world.shop.delete_product(mug)
    with pytest.raises(ChannelRefused, match="no longer in the shop"):
        world.channel.pause(mug)


def test_shopifys_own_words_when_it_does_not_change_a_status(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)

    def stubborn(request: httpx.Request) -> httpx.Response:
        if writes(request):
            told = {"product": None, "userErrors": [{"field": ["status"], "message": "Status is locked"}]}
            return httpx.Response(200, json={"data": {"productUpdate": told}})
        return world.shop.handle(request)

    world.channel = world.open(world.shop.access(), httpx.MockTransport(stubborn))
    with pytest.raises(ChannelRefused, match="did not change the product") as caught:
        world.channel.pause(mug)
    assert caught.value.words == "Status is locked"

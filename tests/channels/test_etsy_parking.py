"""Etsy cannot show 0: taking listings off sale, bringing them back, and what is never switched on by itself."""

import json

import httpx
import pytest

from app.channels.etsy.parking import DOUBT_S, Memo, Parked, holds, memo_of
from app.channels.etsy.putting import STILL_OFF, STILL_ON
from app.channels.etsy.wire import Listing
from app.channels.etsy.writing import IS_SOLD_OUT, NOT_ZERO
from app.core.channel import WriteOutcome
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.etsy_world import World, stock_write


@pytest.fixture
def world() -> World:
    return World()


def is_patch(request: httpx.Request) -> bool:
    return request.method == "PATCH"


def state(world: World, ref: str) -> str:
    return world.shop.listing(ref).state


# --- nothing left ----------------------------------------------------------------------------------------------------


def test_nothing_left_takes_the_listing_off_sale(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    result = world.set(mug, 0, 1)
    assert (result.outcome, result.seen) == (WriteOutcome.DONE, 0)
    assert (state(world, mug), world.shop.kept(mug), world.shop.quantity(mug)) == ("inactive", 1, 0)
    assert world.wire.bodies("PUT") == []
    assert (world.reading(mug).quantity, world.reading(mug).active) == (0, False)
    assert world.listings()[mug].quantity == 0


def test_the_note_is_kept_before_etsy_is_told(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.shop.faults.fail_next(Fault.TIMEOUT_AFTER, when=is_patch)
    assert world.set(mug, 0, 1).outcome is WriteOutcome.UNKNOWN
    world.restart()
    assert world.reading(mug).quantity == 0, "what was sent did take effect, and it was us"


def test_no_more_than_one_is_left_for_a_hand_that_switches_it_on(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    assert world.set(mug, 0, 5).outcome is WriteOutcome.DONE
    assert world.shop.kept(mug) == 1
    assert world.reading(mug).quantity == 0
    tee = world.tee()
    writes = [stock_write(ref, 0, one.quantity or 0) for ref, one in world.listings().items() if one.batch == tee]
    assert {one.outcome for one in world.channel.set_stock(writes)} == {WriteOutcome.DONE}
    assert [product.quantity for product in world.shop.listing(tee).products] == [1, 0, 0, 0]
    assert [one.quantity for one in world.channel.stock([write.ref for write in writes])] == [0, 0, 0, 0]


def test_failing_to_lower_what_is_left_is_no_failure(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.fail_next(Fault.TIMEOUT_AFTER, when=lambda request: request.method == "PUT")
    assert world.set(mug, 0, 5).outcome is WriteOutcome.DONE
    assert world.reading(mug).quantity == 0


def test_one_variation_of_several_can_be_zero(world: World) -> None:
    tee = world.tee()
    assert world.set(f"{tee}/100:11,200:1", 0, 4).outcome is WriteOutcome.DONE
    assert (state(world, tee), world.shop.quantity(f"{tee}/100:11,200:1")) == ("active", 0)


def test_a_hidden_variation_does_not_keep_a_listing_on_sale(world: World) -> None:
    tee = world.tee(numbers=(1, 3, 0, 0))
    world.shop.products(f"{tee}/100:12,200:1")[0].enabled = False
    assert world.set(f"{tee}/100:11,200:1", 0, 1).outcome is WriteOutcome.DONE
    assert state(world, tee) == "inactive"


@pytest.mark.parametrize(
    ("fault", "expected"),
    [(Fault.UNREACHABLE, ChannelUnavailable), (Fault.THROTTLED, ChannelUnavailable)],
)
def test_what_was_certainly_not_taken_off_is_forgotten(
    world: World, fault: Fault, expected: type[ChannelError]
) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.shop.faults.fail_next(fault, when=is_patch)
    with pytest.raises(expected) as caught:
        world.set(mug, 0, 1)
    assert isinstance(caught.value, ChannelUnavailable)
    assert not caught.value.sent
    world.shop.set_state(mug, "inactive")
    assert world.reading(mug).quantity == 1, "the seller did that, not we"


def test_taking_off_that_etsy_refuses_ignores_or_is_too_busy_for(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.shop.edits.busy = True
    assert world.set(mug, 0, 1).outcome is WriteOutcome.STALE
    world.shop.edits.busy, world.shop.edits.ignores = False, True
    result = world.set(mug, 0, 1)
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, STILL_ON)
    world.shop.gate.scopes = frozenset({"shops_r", "listings_r"})
    world.secrets |= world.shop.access().secrets
    world.restart()
    with pytest.raises(ChannelSignedOut):
        world.set(mug, 0, 1)
    assert json.loads(world.secrets["parked"]) == {}


# --- back on sale ----------------------------------------------------------------------------------------------------


def test_it_comes_back_with_its_next_number_put_read_and_only_then_on_sale(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.restart()
    world.wire.requests.clear()
    result = world.set(mug, 3, 0)
    assert (result.outcome, result.seen) == (WriteOutcome.DONE, 3)
    assert (state(world, mug), world.shop.quantity(mug)) == ("active", 3)
    assert [asked.partition(" ")[0] for asked in world.wire.asked()] == ["GET", "PUT", "GET", "PATCH"]
    assert world.shop.renewals == 0
    assert json.loads(world.secrets["parked"]) == {}


def test_other_variations_that_are_kept_at_one_come_back_as_zero(world: World) -> None:
    tee = world.tee(numbers=(2, 0, 0, 0))
    world.set(f"{tee}/100:11,200:1", 0, 2)
    assert world.set(f"{tee}/100:12,200:2", 5, 0).outcome is WriteOutcome.DONE
    assert [product.quantity for product in world.shop.listing(tee).products] == [0, 0, 0, 5]
    assert state(world, tee) == "active"


@pytest.mark.parametrize("fault", [Fault.TIMEOUT_AFTER, Fault.LOST_BEFORE])
def test_coming_back_of_unknown_fate_shows_what_a_buyer_can_buy(world: World, fault: Fault) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.shop.faults.fail_next(fault, when=is_patch)
    assert world.set(mug, 3, 0).outcome is WriteOutcome.UNKNOWN
    world.restart()
    shown = world.reading(mug).quantity
    assert shown == (3 if fault is Fault.TIMEOUT_AFTER else 0)
    if shown == 0:
        assert world.set(mug, 3, 0).outcome is WriteOutcome.DONE
    assert world.shop.quantity(mug) == 3


def test_coming_back_that_was_certainly_not_sent_is_tried_later(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.shop.faults.fail_next(Fault.UNREACHABLE, when=is_patch)
    assert world.set(mug, 3, 0).outcome is WriteOutcome.LATER
    assert world.reading(mug).quantity == 0
    assert world.set(mug, 3, 0).outcome is WriteOutcome.DONE


def test_a_yes_that_did_not_put_it_on_sale(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)

    def answer(request: httpx.Request) -> httpx.Response:
        world.shop.edits.ignores = is_patch(request)
        return world.shop.handle(request)

    result = world.open(httpx.MockTransport(answer)).set_stock([stock_write(mug, 3, 0)])[0]
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, STILL_OFF)


def test_a_number_that_is_not_there_when_looked_at_stays_off_sale(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)

    def answer(request: httpx.Request) -> httpx.Response:
        response = world.shop.handle(request)
        if request.method == "PUT":
            world.shop.set_stock(mug, 9)
        return response

    result = world.open(httpx.MockTransport(answer)).set_stock([stock_write(mug, 3, 0)])[0]
    assert result.outcome is WriteOutcome.STALE
    assert state(world, mug) == "inactive"


# --- never by itself -------------------------------------------------------------------------------------------------


def test_what_the_seller_switched_off_gets_its_number_and_stays_off(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.set_state(mug, "inactive")
    assert (world.reading(mug).quantity, world.reading(mug).active) == (5, False)
    assert world.set(mug, 3, 5).outcome is WriteOutcome.DONE
    assert (world.shop.kept(mug), state(world, mug)) == (3, "inactive")
    assert world.set(mug, 0, 3).outcome is WriteOutcome.DONE
    assert (world.shop.kept(mug), world.reading(mug).quantity) == (1, 0)
    assert world.set(mug, 4, 0).outcome is WriteOutcome.DONE
    assert (world.shop.kept(mug), world.reading(mug).quantity, state(world, mug)) == (4, 4, "inactive")


@pytest.mark.parametrize("kind", ["expired", "draft"])
def test_what_expired_or_was_never_listed_stays_as_it_is(world: World, kind: str) -> None:
    mug = world.shop.add_product("MUG", 5, state=kind)
    assert world.set(mug, 0, 5).outcome is WriteOutcome.DONE
    assert world.set(mug, 4, 0).outcome is WriteOutcome.DONE
    assert (state(world, mug), world.shop.kept(mug)) == (kind, 4)


def test_what_is_sold_out_is_never_renewed_by_itself(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.shop.sell((mug, 1))
    assert (state(world, mug), world.reading(mug).quantity) == ("sold_out", 0)
    result = world.set(mug, 3, 0)
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, IS_SOLD_OUT)
    assert (state(world, mug), world.shop.renewals) == ("sold_out", 0)
    assert world.set(mug, 0, 0).outcome is WriteOutcome.DONE


def test_parked_by_us_then_switched_on_and_off_by_the_seller(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.tick(minutes=1)
    world.shop.set_state(mug, "active")
    assert (world.reading(mug).quantity, world.reading(mug).active) == (1, True), "an oversell in waiting is seen"
    world.tick(minutes=1)
    world.shop.set_state(mug, "inactive")
    assert world.reading(mug).quantity == 1
    assert world.set(mug, 3, 1).outcome is WriteOutcome.DONE
    assert state(world, mug) == "inactive", "the last one to switch it off was the seller"


def test_a_hand_that_switches_it_on_is_answered_by_the_next_write(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.tick(minutes=1)
    world.shop.set_state(mug, "active")
    assert world.set(mug, 0, 0).outcome is WriteOutcome.STALE
    assert world.set(mug, 0, 1).outcome is WriteOutcome.DONE
    assert state(world, mug) == "inactive"


def test_a_number_typed_into_a_parked_listing_is_seen(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.shop.set_stock(mug, 6)
    assert world.reading(mug).quantity == 6
    assert world.set(mug, 0, 6).outcome is WriteOutcome.DONE
    assert (world.shop.kept(mug), world.reading(mug).quantity) == (1, 0)


def test_the_right_number_typed_into_a_parked_listing_still_puts_it_back_on_sale(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.shop.set_stock(mug, 6)
    result = world.set(mug, 6, 6)
    assert (result.outcome, result.seen, state(world, mug)) == (WriteOutcome.DONE, 6, "active")
    puts = len(world.wire.bodies("PUT"))
    assert world.set(mug, 6, 6).outcome is WriteOutcome.DONE
    assert len(world.wire.bodies("PUT")) == puts, "on sale with its number: nothing is left to send"


def test_a_parked_listing_that_expires_is_nobodys_zero_any_more(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.set(mug, 0, 1)
    world.shop.listing(mug).ends_at = world.now
    world.tick(hours=1)
    assert world.reading(mug).quantity == 1
    assert state(world, mug) == "expired"
    assert world.set(mug, 0, 1).outcome is WriteOutcome.DONE
    assert world.reading(mug).quantity == 0


# --- the seller presses ----------------------------------------------------------------------------------------------


def test_a_sold_out_listing_is_renewed_and_gets_its_number_at_once(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    world.shop.sell((mug, 1))
    result = world.channel.put_on_sale(mug, 4)
    assert (result.outcome, result.seen) == (WriteOutcome.DONE, 4)
    assert (state(world, mug), world.shop.quantity(mug), world.shop.renewals) == ("active", 4, 1)


def test_the_others_get_their_number_first(world: World) -> None:
    mug = world.shop.add_product("MUG", 9, state="draft")
    world.wire.requests.clear()
    assert world.channel.put_on_sale(mug, 4).outcome is WriteOutcome.DONE
    assert (state(world, mug), world.shop.quantity(mug)) == ("active", 4)
    assert [asked.partition(" ")[0] for asked in world.wire.asked()] == ["GET", "PUT", "GET", "PATCH"]


def test_a_press_that_etsy_refuses_or_that_makes_no_sense(world: World) -> None:
    mug = world.shop.add_product("MUG", 9, state="expired")
    result = world.channel.put_on_sale(mug, 4)
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, "An expired listing cannot be activated")
    assert world.channel.put_on_sale(mug, 0).words == NOT_ZERO
    with pytest.raises(ChannelRefused, match="no longer has"):
        world.channel.put_on_sale("123", 4)
    assert world.channel.put_on_sale(f"{mug}/1:1", 4).outcome is WriteOutcome.GONE


# --- pause and resume ------------------------------------------------------------------------------------------------


def test_pause_and_resume(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    memo = world.channel.pause(mug)
    assert state(world, mug) == "inactive"
    world.restart()
    world.channel.resume(mug, memo)
    assert (state(world, mug), world.shop.quantity(mug)) == ("active", 5)
    world.channel.resume(mug, memo)


def test_a_paused_listing_that_was_to_show_zero_meanwhile_comes_back_with_its_next_number(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    memo = world.channel.pause(mug)
    assert world.set(mug, 0, 5).outcome is WriteOutcome.DONE
    world.restart()
    world.channel.resume(mug, memo)
    assert state(world, mug) == "inactive", "not for a moment with an old number"
    assert world.set(mug, 2, 0).outcome is WriteOutcome.DONE
    assert (state(world, mug), world.shop.quantity(mug)) == ("active", 2)


def test_what_was_off_before_stays_off(world: World) -> None:
    mug = world.shop.add_product("MUG", 5, state="inactive")
    memo = world.channel.pause(mug)
    world.channel.resume(mug, memo)
    assert state(world, mug) == "inactive"


def test_what_somebody_else_switched_off_since_stays_off(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    memo = world.channel.pause(mug)
    world.tick(hours=1)
    world.shop.set_state(mug, "active")
    world.tick(hours=1)
    world.shop.set_state(mug, "inactive")
    with pytest.raises(ChannelRefused, match="Somebody else"):
        world.channel.resume(mug, memo)
    with pytest.raises(ChannelRefused, match="does not know"):
        world.channel.resume(mug, "{}")


def test_one_variation_cannot_be_paused(world: World) -> None:
    tee = world.tee()
    with pytest.raises(ChannelRefused, match="other variations"):
        world.channel.pause(f"{tee}/100:11,200:1")
    with pytest.raises(ChannelRefused, match="no longer has"):
        world.channel.pause("123")


def test_a_pause_whose_answer_was_lost_is_looked_at(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.fail_next(Fault.TIMEOUT_AFTER, when=is_patch)
    memo = memo_of(world.channel.pause(mug))
    assert memo is not None
    assert (memo.was, memo.left) == ("active", {"": 5})
    other = world.shop.add_product("POT", 5)
    world.shop.faults.fail_next(Fault.TIMEOUT_BEFORE, when=is_patch)
    with pytest.raises(ChannelUnavailable):
        world.channel.pause(other)


def test_a_pause_that_etsy_refuses_or_ignores(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.edits.busy = True
    with pytest.raises(ChannelRefused, match="refused to change"):
        world.channel.pause(mug)
    world.shop.edits.busy, world.shop.edits.ignores = False, True
    with pytest.raises(ChannelRefused, match="although it said yes"):
        world.channel.pause(mug)


# --- the notes -------------------------------------------------------------------------------------------------------


def listing(state: str, at: int | None = 1000) -> Listing:
    return Listing(listing_id=1, state=state, state_timestamp=at)


@pytest.mark.parametrize(
    ("was", "state_at", "now", "at", "expected"),
    [
        ("active", 1000, "inactive", 1000, True),
        ("active", 1000, "edit", 1000, True),
        ("active", 1000, "inactive", 1001, False),
        ("active", 1000, "active", 1000, False),
        ("active", 1000, "sold_out", 1000, False),
        ("active", 1000, "expired", 1000, False),
        ("active", None, "inactive", 900 + DOUBT_S, True),
        ("active", None, "inactive", 901 + DOUBT_S, False),
        ("active", None, "inactive", None, True),
        ("expired", 1000, "expired", 1000, True),
    ],
)
def test_whose_doing_it_is(was: str, state_at: int | None, now: str, at: int | None, expected: bool) -> None:
    assert holds(Memo(was, 900, {}, state_at), listing(now, at)) is expected


def test_spoilt_notes_are_as_good_as_none(world: World) -> None:
    for spoilt in ("", "{", '{"1": 3}'):
        parked = Parked(spoilt, world.save)
        assert parked.of(listing("inactive")) is None
    assert memo_of("nonsense") is None

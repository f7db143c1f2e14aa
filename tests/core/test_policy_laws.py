"""What the offer policy never does, for any product at any places."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.away import Away
from app.core.offer import HeldBack
from app.core.policy import Choice, LastPieces, LastRule, LowStock, Mode, Place, Supply, plan
from tests.core.places import NAMES, explains, quantities, targets

AWAY = (None, None, Away(), Away(seconds=50_000.0), Away(held=1), Away(seconds=50_000.0, singles=True))


@st.composite
def scenes(draw, **fixed):
    """Any product at any places, in any state that their bounds allow."""
    places = []
    for at in range(draw(st.integers(1, 4))):
        untaken, shows = draw(st.integers(0, 2)), draw(st.integers(0, 12))
        shows += (
            untaken if draw(st.sampled_from((True, True, True, False))) else 0
        )  # or it has yet to be raised for them
        places.append(
            Place(
                listing=at,
                name=NAMES[at],
                shows=shows,
                bound=shows + draw(st.sampled_from((0, 0, 0, 1, 4))),
                untaken=untaken,
                rate_per_s=draw(st.sampled_from((0.0, 1e-5, 1e-3, 0.1))),
                window_s=draw(st.sampled_from((2.0, 8.0, 65.0, 905.0))),
                average_s=draw(st.sampled_from((1.0, 5.0, 32.0, 455.0))),
                held=HeldBack(base=draw(st.integers(0, 2)), extra=draw(st.integers(0, 1))),
                cap=draw(st.none() | st.integers(0, 4)),
                others=draw(st.none() | st.integers(0, 6)),
                end_when=draw(st.none() | st.integers(0, 3)),
                priority=draw(st.integers(0, 2)),
                off=draw(st.sampled_from((False, False, False, True))),
                per_piece=draw(st.sampled_from((1, 1, 1, 2, 3))),
                fixed_quota=draw(st.sampled_from((False, False, True))),
                overwrites=draw(st.sampled_from((False, False, True))),
                low_stock_rule=draw(st.sampled_from((None, LowStock()))),
                deaf=draw(st.sampled_from((False, False, False, True))),
            )
        )
    given = {
        "on_hand": draw(st.integers(0, 40)),
        "committed": draw(st.integers(0, 12)),
        "choice": draw(st.sampled_from(Choice)),
        "mode": draw(st.sampled_from(Mode)),
        "recent": draw(st.integers(0, 60)),
        "rate_per_s": draw(st.sampled_from((0.0, 1e-5, 1e-3, 0.1))),
        "size": draw(st.none() | st.floats(0.2, 5)),
        "away": draw(st.sampled_from(AWAY)),
        "last_pieces": LastPieces(
            rule=draw(st.sampled_from(LastRule)), listing=draw(st.integers(0, 5)), below=draw(st.integers(1, 4))
        ),
        **fixed,
    }
    return Supply(**given), places


def rights(one: Place) -> int:
    return max(0, one.bound - one.untaken) * one.per_piece


def added(one: Place, quantity: int) -> int:
    """Pieces that setting a place to this number adds to what it may sell."""
    blind = 0 if quantity == one.shows else quantity
    more = blind if one.overwrites else max(0, quantity - one.shows)
    return rights(replace(one, bound=one.bound + more)) - rights(one)


@given(scenes())
def test_in_a_split_no_step_promises_more_than_there_is(scene):
    """INV: the bounds never add up to more than is available, or than they did before."""
    now, places = scene
    decision, made = plan(now, places)
    if decision.mode is not Mode.SPLIT:
        return
    before = sum(map(rights, places))
    after = before + sum(added(one, offer.quantity) for one, offer in zip(places, made, strict=True))
    assert after <= max(now.available, before)


@given(scenes())
def test_a_split_never_plans_more_than_there_is(scene):
    now, places = scene
    decision, made = plan(now, places)
    active = [one for one in places if not one.off]
    pool = max(0, now.available - min((one.held.total for one in active), default=0))
    new = [
        (offer.target - one.untaken) * one.per_piece if not one.off else 0
        for one, offer in zip(places, made, strict=True)
    ]
    apart = decision.mode is Mode.SPLIT and now.away is not None
    kept = {one.listing: rights(one) for one in places if one.deaf and apart}
    if decision.mode is Mode.SPLIT:
        told = [pieces for one, pieces in zip(places, new, strict=True) if one.listing not in kept]
        assert sum(told) <= max(0, pool - sum(kept.values())), "who can be told nothing counts with all it may sell"
    for one, offer, pieces in zip(places, made, new, strict=True):
        if one.listing in kept:
            assert offer.quantity == offer.target == one.shows
            continue
        assert offer.quantity >= 0 <= offer.target
        assert pieces <= max(0, now.available - one.held.total), "never more than available"
        assert one.cap is None or pieces <= one.cap * one.per_piece
        assert one.others is None or pieces <= one.others * one.per_piece
        assert not (one.off and offer.target)
        assert offer.quantity <= max(one.shows, offer.target), "no further than the target"
        assert offer.quantity <= offer.target, "lowering never waits"


@given(scenes(mode=Mode.SHARE, choice=Choice.SHARE))
def test_beside_a_quota_no_step_promises_a_piece_of_it_twice(scene):
    """One of those who share, together with all who have a quota, never gets more than there is."""
    now, places = scene
    made = plan(now, places)[1]
    pairs = list(zip(places, made, strict=True))
    quota = [(one, offer) for one, offer in pairs if one.fixed_quota]
    if not quota:
        return
    kept = sum(rights(one) for one, _ in quota)
    grants = sum(added(one, offer.quantity) for one, offer in quota)
    for one, offer in pairs:
        if not one.fixed_quota and (grants or added(one, offer.quantity)):
            before = kept + rights(one)
            assert before + grants + added(one, offer.quantity) <= max(now.available, before)


@given(scenes())
def test_a_second_look_asks_for_nothing_new(scene):
    """Once every place shows what it may, and all is settled, no further write is wanted: nothing runs in circles."""
    now, places = scene
    for _ in range(12):
        decision, made = plan(now, places)
        now = replace(now, mode=decision.mode)
        idle = all(one.shows == one.bound == offer.quantity for one, offer in zip(places, made, strict=True))
        places = [replace(one, shows=o.quantity, bound=o.quantity) for one, o in zip(places, made, strict=True)]
        if idle:
            short = [one for one, offer in zip(places, made, strict=True) if offer.quantity < offer.target]
            assert all(one.overwrites and one.shows for one in short), "only what must not be frozen goes on waiting"
            return
    pytest.fail(f"still moving: {quantities(made)} to {targets(made)}")


@given(scenes())
def test_every_number_explains_itself(scene):
    now, places = scene
    decision, made = plan(now, places)
    assert str(decision.why)
    for one, offer in zip(places, made, strict=True):
        explains(now, one, offer)

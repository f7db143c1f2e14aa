"""The offer policy: which mode a product is in, and the numbers and sums where it is shared."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.away import Away
from app.core.offer import HeldBack
from app.core.places import low_stock_of
from app.core.policy import Choice, Decision, LastPieces, LastRule, LowStock, Mode, Reason, Supply, decide, offers, plan
from tests.core.places import DAY, HOUR, place, quantities, supply, targets, three

# The mode


@pytest.mark.parametrize(("rate", "below"), [(3 / DAY, 2), (12 / HOUR, 3), (120 / HOUR, 5), (480 / HOUR, 8)])
def test_the_switch_points(rate, below):
    for available in range(1, 12):
        decision = decide(supply(available, rate, mode=Mode.SHARE), three())
        assert (decision.mode is Mode.SPLIT) is (available < below), available


@given(st.floats(1e-6, 0.2), st.integers(0, 200), st.integers(0, 40), st.sampled_from(Mode))
def test_hysteresis(rate, recent, available, mode):
    now = supply(available, rate, recent=recent, mode=mode)
    decision = decide(now, three())
    back = 1e-4 if available == 1 else 1e-5  # after its next sale there is nothing left to share
    if available <= 0:
        assert decision.mode is mode, "with nothing to show the mode stays"
    elif decision.mode is mode:
        assert decision.risk <= 1e-4 if mode is Mode.SHARE else decision.risk >= back
    else:
        assert decision.risk < back if mode is Mode.SPLIT else decision.risk > 1e-4
    again = decide(replace(now, mode=decision.mode), three())
    assert again.mode is decision.mode, "the new mode holds"


def test_between_the_limits_the_mode_is_the_one_in_force():
    middle = supply(4, 90 / HOUR)
    assert 1e-5 < decide(middle, three()).risk < 1e-4
    for mode in Mode:
        assert decide(replace(middle, mode=mode), three()).mode is mode


@pytest.mark.parametrize(
    ("more", "mode", "reason"),
    [
        ({"choice": Choice.NEVER}, Mode.SPLIT, Reason.NEVER),
        ({"choice": Choice.SHARE}, Mode.SHARE, Reason.CHOSEN),
        ({"choice": Choice.SHARE, "away": Away()}, Mode.SHARE, Reason.CHOSEN),
        ({"away": Away()}, Mode.SPLIT, Reason.LEAVING),
        ({"rate": 0.0, "recent": 0}, Mode.SPLIT, Reason.NEW),
        ({}, Mode.SHARE, Reason.SAFE),
    ],
)
def test_what_decides_beside_the_risk(more, mode, reason):
    decision = decide(supply(500, **more), three())
    assert (decision.mode, decision.reason) == (mode, reason)


def test_the_less_we_know_the_less_we_promise():
    slow = [place(0), place(1), place(2, window_s=360.0)]
    near = supply(2, 1 / HOUR, mode=Mode.SHARE)
    assert decide(near, three()).mode is Mode.SHARE
    decision = decide(near, slow)
    assert (decision.mode, decision.reason) == (Mode.SPLIT, Reason.BEHIND)
    assert str(decision.why) == "Split, because Etsy was 6 minutes behind"
    unreachable = [place(0), place(1), place(2, window_s=5.0 * HOUR)]
    assert decide(supply(8, 1 / HOUR, mode=Mode.SHARE), unreachable).mode is Mode.SPLIT
    assert decide(supply(80, 1 / HOUR, mode=Mode.SHARE), unreachable).mode is Mode.SHARE


def test_of_a_last_piece_the_average_loop_counts():
    rate, loop = 3 / DAY, {"window_s": 8.0, "average_s": 3.0}
    calm = supply(1, rate, mode=Mode.SHARE)
    assert decide(calm, three()).mode is Mode.SPLIT, "8 s on average would be too long"
    decision = decide(calm, three(**loop))
    # λ̂·E[D]·G, with λ̂ from no sale in ten minutes
    assert decision.risk == pytest.approx(0.5 / (600 + 0.5 / rate) * 3.0 * 0.62, rel=1e-3)
    assert (decision.mode, decision.reason) == (Mode.SHARE, Reason.SAFE)
    rush = [decide(supply(2, 60 / HOUR, mode=Mode.SHARE), three(**more)).mode for more in ({}, loop)]
    assert rush == [Mode.SPLIT, Mode.SPLIT], "of more pieces the long loops count"


def test_a_last_piece_is_shared_again_when_the_rush_is_over():
    places = three(window_s=8.0, average_s=5.0)
    rush = supply(1, 2 / DAY, recent=3, mode=Mode.SHARE)
    assert decide(rush, places).mode is Mode.SPLIT
    over = replace(rush, recent=0, mode=Mode.SPLIT)
    decision = decide(over, places)
    assert 1e-5 < decision.risk < 1e-4, "more pieces would wait for a tenth of the limit"
    assert decision.mode is Mode.SHARE


def test_before_nobody_answers_a_last_piece_is_split_all_the_same():
    leaving = supply(1, 1 / DAY, mode=Mode.SHARE, away=Away(seconds=3600.0))
    decision = decide(leaving, three(window_s=8.0, average_s=3.0))
    assert (decision.mode, decision.reason) == (Mode.SPLIT, Reason.LEAVING)


def test_where_all_that_is_shown_is_there_nothing_can_be_sold_twice():
    fast = supply(3, 480 / HOUR, mode=Mode.SHARE)
    assert decide(fast, three(cap=1)).risk == 0.0
    assert decide(fast, three(cap=2)).mode is Mode.SPLIT
    assert decide(fast, [place(0)]).risk == 0.0, "one place alone"
    assert decide(fast, [place(0), place(1, off=True)]).risk == 0.0


def test_bursts_are_split_earlier():
    calm = supply(3, 12 / HOUR, mode=Mode.SHARE)
    assert decide(calm, three()).mode is Mode.SHARE
    assert decide(replace(calm, size=0.05), three()).mode is Mode.SPLIT


def test_deciding_and_offering_apart_is_the_same():
    now, places = supply(9, 120 / HOUR), three((4, 3, 0))
    decision: Decision = decide(now, places)
    assert plan(now, places) == (decision, offers(now, places, decision))


# Shared


def test_the_sum_of_the_requirements():
    fifty = Supply(on_hand=50, committed=0, choice=Choice.SHARE, rate_per_s=1 / DAY)
    made = plan(fifty, three(held=HeldBack(base=5)))[1]
    assert quantities(made) == [45, 45, 45]
    made = plan(replace(fifty, committed=3), three(held=HeldBack(base=2)))[1]
    assert str(made[0].why) == "50 on hand, 3 committed, 2 held back: 45 here"
    made = plan(replace(fifty, on_hand=80, committed=29), three())[1]  # P17: what is reserved is never offered
    assert quantities(made) == [51, 51, 51]
    assert str(made[0].why) == "80 on hand, 29 committed, 0 held back: 51 here"


@pytest.mark.parametrize(
    ("more", "quantity", "why"),
    [
        ({"off": True, "untaken": 1}, 0, "Taken off by you: 0 here"),
        ({"cap": 1}, 1, "4 on hand, 0 committed, 0 held back: 4 here, but at most 1 are shown"),
        ({"others": 1}, 1, "4 on hand, 0 committed, 0 held back: 4 here; its other parts allow 1"),
        ({"others": 4}, 4, "4 on hand, 0 committed, 0 held back: 4 here"),
        ({"others": 1, "cap": 2}, 1, "4 on hand, 0 committed, 0 held back: 4 here; its other parts allow 1"),
        ({"others": 3, "cap": 2}, 2, "4 on hand, 0 committed, 0 held back: 4 here, but at most 2 are shown"),
        ({"end_when": 4}, 0, "4 available: ended here at 4 or fewer"),
        ({"end_when": 3}, 4, "4 on hand, 0 committed, 0 held back: 4 here"),
        ({"low_stock_rule": LowStock()}, 3, "4 on hand, 0 committed, 1 held back: 3 here"),
        ({"low_stock_rule": LowStock(threshold=4)}, 4, "4 on hand, 0 committed, 0 held back: 4 here"),
        ({"held": HeldBack(base=1, extra=4)}, 0, "4 on hand, 0 committed, 1 + 4 held back: 0 here"),
        ({"per_piece": 3}, 1, "4 on hand, 0 committed, 0 held back: 4 here; 3 pieces in each make 1"),
        ({"untaken": 2}, 6, "4 on hand, 0 committed, 2 of them not yet taken off here, 0 held back: 6 here"),
    ],
)
def test_a_place_with_rules_of_its_own(more, quantity, why):
    now = supply(4, choice=Choice.SHARE)
    made = plan(now, [place(0), place(1, **more)])[1]
    assert made[0].quantity == 4
    assert (made[1].quantity, str(made[1].why)) == (quantity, why)


@pytest.mark.parametrize(
    ("rule", "available", "shown"),
    [
        (LastPieces(rule=LastRule.KEEP, listing=2), 1, [0, 0, 1]),
        (LastPieces(rule=LastRule.KEEP, listing=2), 2, [2, 2, 2]),
        (LastPieces(rule=LastRule.KEEP, listing=9), 1, [1, 1, 1]),
        (LastPieces(rule=LastRule.PAUSE, below=3), 2, [0, 0, 0]),
        (LastPieces(rule=LastRule.PAUSE, below=3), 3, [3, 3, 3]),
        (LastPieces(), 1, [1, 1, 1]),
    ],
)
def test_the_last_pieces(rule, available, shown):
    made = plan(supply(available, choice=Choice.SHARE, last_pieces=rule), three())[1]
    assert quantities(made) == shown
    split = plan(supply(available, choice=Choice.NEVER, last_pieces=rule), three())[1]
    assert sum(targets(split)) == (available if any(shown) else 0)
    assert all(number == 0 for number, most in zip(targets(split), shown, strict=True) if most == 0)


def test_why_the_last_piece_is_elsewhere():
    keep = supply(1, choice=Choice.SHARE, last_pieces=LastPieces(rule=LastRule.KEEP, listing=2))
    assert str(plan(keep, three())[1][0].why) == "1 available: kept for Etsy"
    pause = supply(1, last_pieces=LastPieces(rule=LastRule.PAUSE, below=4))
    assert str(plan(pause, three())[1][0].why) == "1 available: paused everywhere below 4"


@pytest.mark.parametrize(
    ("available", "shown"),
    [(6, [6, 6, 6]), (4, [3, 4, 4]), (2, [1, 2, 2]), (1, [1, 0, 0]), (0, [0, 0, 0])],
)
def test_the_last_piece_is_sold_only_where_the_low_stock_rule_keeps_it(available, shown):
    rule = LowStock(last_here=True)
    places = [place(0, low_stock_rule=rule), place(1), place(2)]
    _, made = plan(supply(available, mode=Mode.SHARE, choice=Choice.SHARE), places)
    assert targets(made) == shown


def test_a_place_that_cannot_show_the_last_piece_keeps_nobody_else_from_it():
    rule = LowStock(last_here=True)
    for more in ({"off": True}, {"held": HeldBack(base=1)}):
        places = [place(0, low_stock_rule=rule, **more), place(1)]
        _, made = plan(supply(1, mode=Mode.SHARE, choice=Choice.SHARE), places)
        assert targets(made) == [0, 1]


@pytest.mark.parametrize("rule", [LowStock(), LowStock(threshold=7, size=3, last_here=True)])
def test_a_low_stock_rule_is_written_and_read_again(rule):
    assert low_stock_of(rule.text()) == rule

"""When an incident is over: ticks, harm, severity and costs, each with the row that flips it."""

from datetime import timedelta

import pytest

from app.core.closing import (
    DONE,
    Allowed,
    Buyer,
    Cost,
    CostLine,
    Ending,
    Facts,
    Harm,
    How,
    Level,
    Severity,
    Tick,
    covered_after_all,
    harms,
    obstacle,
    quiet,
    severity,
    ticks,
    time_cost,
    total,
)
from app.core.fixing import Check, Rule, Seen, State, Verdict, apart, judge, possible
from app.core.text import N_
from tests.life import NOW

HELD, RUNS, BROKE = (Verdict(state, N_("so")) for state in (State.HELD, State.RUNNING, State.BROKEN))


def buyer(order=1, ending=Ending.OPEN, **more):
    return Buyer(order=order, ending=ending, **more)


def how(facts):
    return {one.tick: one.how for one in ticks(facts)}


GONE = (buyer(1, Ending.REFUNDED, written=True, cancelled=True), buyer(2, Ending.SERVED))


@pytest.mark.parametrize(
    ("facts", "tick", "wanted", "says"),
    [
        (Facts(short=1, buyers=(buyer(),)), Tick.MONEY, How.OPEN, "1 order is not settled yet"),
        (Facts(short=0, buyers=(buyer(ending=Ending.OWED),)), Tick.MONEY, How.OPEN, "1 refund is not confirmed yet"),
        (Facts(short=0, buyers=GONE), Tick.MONEY, How.RECORDS, "1 order was refunded or cancelled"),
        (Facts(short=0, buyers=(buyer(ending=Ending.SERVED),)), Tick.MONEY, How.NOT_NEEDED, "Every order gets"),
        (Facts(short=1, buyers=(buyer(),)), Tick.CUSTOMERS, How.OPEN, "1 customer was not written to"),
        (Facts(short=1, buyers=(buyer(written=True),)), Tick.CUSTOMERS, How.OPEN, "1 customer has not answered yet"),
        (Facts(short=0, buyers=GONE), Tick.CUSTOMERS, How.RECORDS, "Everybody was written to"),
        (Facts(short=0, buyers=(buyer(ending=Ending.SERVED),)), Tick.CUSTOMERS, How.NOT_NEEDED, "Everybody gets what"),
        (Facts(short=0, buyers=GONE), Tick.LIMIT, How.OPEN, "1 order was cancelled: look"),
        (Facts(short=0, buyers=(buyer(),)), Tick.LIMIT, How.OPEN, "Not known yet: no order was cancelled so far"),
        (
            Facts(short=0, buyers=(buyer(ending=Ending.SERVED),)),
            Tick.LIMIT,
            How.NOT_NEEDED,
            "No order was cancelled, so",
        ),
        (Facts(short=0), Tick.FIX, How.OPEN, "No check is set"),
        (Facts(short=0, check=RUNS), Tick.FIX, How.OPEN, "so"),
        (Facts(short=0, check=BROKE), Tick.FIX, How.OPEN, "so"),
        (Facts(short=0, check=HELD), Tick.FIX, How.RECORDS, "so"),
        (Facts(short=0, buyers=GONE, said={Tick.LIMIT: DONE}), Tick.LIMIT, How.SELLER, "Ticked by you"),
        (Facts(short=0, said={Tick.FIX: DONE}), Tick.FIX, How.OPEN, "No check is set"),
        (Facts(short=0, said={Tick.FIX: "sold out for good"}), Tick.FIX, How.NOT_NEEDED, "sold out for good"),
    ],
)
def test_each_tick(facts, tick, wanted, says) -> None:
    found = next(one for one in ticks(facts) if one.tick is tick)
    assert (found.how, str(found.note)[: len(says)]) == (wanted, says)


def test_it_closes_with_four_ticks_and_not_before() -> None:
    facts = Facts(short=0, buyers=GONE, check=HELD)
    assert str(obstacle(facts)) == "1 tick is still missing"
    assert obstacle(Facts(short=0, buyers=GONE, check=HELD, said={Tick.LIMIT: DONE})) is None
    assert str(obstacle(Facts(short=2, buyers=GONE, check=HELD))) == "2 pieces are still short"


def test_covered_after_all_needs_no_tick_but_nobody_let_down() -> None:
    served = Facts(short=0, buyers=(buyer(ending=Ending.SERVED), buyer(2)))
    assert covered_after_all(served)
    assert obstacle(served) is None
    assert not covered_after_all(Facts(short=0, buyers=GONE))
    assert not covered_after_all(Facts(short=1))


def test_it_is_quiet_only_while_its_check_is_all_that_is_missing() -> None:
    done = {Tick.LIMIT: DONE}
    assert quiet(Facts(short=0, buyers=GONE, check=RUNS, said=done))
    assert not quiet(Facts(short=0, buyers=GONE, check=RUNS))
    assert not quiet(Facts(short=1, buyers=GONE, check=RUNS, said=done))
    assert not quiet(Facts(short=0, buyers=GONE, check=BROKE, said=done))


def levels(facts):
    return {one.harm: one.level for one in harms(facts)}


def test_each_kind_of_harm_has_its_own_state() -> None:
    facts = Facts(short=0, buyers=GONE, limits=(Allowed(shop="Etsy", counted=1, left=1),), reviews=3)
    assert levels(facts) == {Harm.PLATFORM: Level.OPEN, Harm.CUSTOMER: Level.SETTLED, Harm.BRAND: Level.OPEN}
    broken = Facts(short=0, buyers=GONE, limits=(Allowed(shop="Etsy", counted=3, left=0, broken=True),), bad_reviews=1)
    assert levels(broken)[Harm.PLATFORM] is Level.HURT
    assert levels(broken)[Harm.BRAND] is Level.HURT
    assert set(levels(Facts(short=0)).values()) == {Level.SETTLED}


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (Facts(short=1), Severity.ORDINARY),
        (Facts(short=1, limited=True), Severity.SERIOUS),
        (Facts(short=1, repeats=1), Severity.SERIOUS),
        (Facts(short=1, buyers=tuple(buyer(n) for n in range(10))), Severity.SERIOUS),
        (Facts(short=1, limited=True, repeats=2, limits=(Allowed(shop="Etsy", broken=True),)), Severity.GRAVE),
    ],
)
def test_what_makes_it_worse(facts, wanted) -> None:
    assert severity(facts) is wanted


def test_what_nobody_knows_is_in_no_sum() -> None:
    lines = [
        CostLine(cost=Cost.REFUNDS, known=2750),
        CostLine(cost=Cost.FEES),
        CostLine(cost=Cost.TIME, known=5, typed=0),
    ]
    assert total(lines) == 2750
    assert total([CostLine(cost=Cost.FEES)]) is None
    assert time_cost(1800, 2000) == 1000
    assert time_cost(1800, None) is None


# The check of a fix

CHECK = Check(rule=Rule.DRIFT, begun_at=NOW, days=30, orders=20)


@pytest.mark.parametrize(
    ("seen", "days", "state", "says"),
    [
        (Seen(), 29, State.RUNNING, "Day 29 of 30, order 0 of 20. Nothing against it so far."),
        (Seen(orders=19), 30, State.HELD, "It held: 30 days, 19 orders."),
        (Seen(orders=20), 3, State.HELD, "It held: 3 days, 20 orders."),
        (Seen(orders=20, unread=("Etsy",)), 40, State.RUNNING, "Etsy was not read for two days. The check ends"),
        (Seen(orders=50, wrong=N_("It drifted.")), 40, State.BROKEN, "It drifted."),
    ],
)
def test_whichever_comes_first(seen, days, state, says) -> None:
    found = judge(CHECK, seen, now=NOW + timedelta(days=days))
    assert (found.state, str(found.note)[: len(says)]) == (state, says)


def test_without_orders_only_days_end_it() -> None:
    check = Check(rule=Rule.OVERSELL, begun_at=NOW, days=7, orders=None)
    assert judge(check, Seen(orders=999), now=NOW + timedelta(days=6)).state is State.RUNNING
    assert judge(check, Seen(), now=NOW + timedelta(days=7)).state is State.HELD


def test_one_piece_is_drift_only_where_few_are_expected() -> None:
    assert [apart(10, 1), apart(10, -2), apart(2, 1), apart(0, 0)] == [False, True, True, False]


def test_what_cannot_be_a_check() -> None:
    assert possible(30, None) is None
    assert possible(1, 1) is None
    assert all(possible(days, orders) is not None for days, orders in ((0, None), (None, 1), (366, 1), (30, 0)))


def test_ticks_know_all_four() -> None:
    assert set(how(Facts(short=0))) == set(Tick)

"""How much to order and when, what a parcel is booked on, how long deliveries take, and what will be there."""

from datetime import date

import pytest

from app.core.deliveries import (
    Arrival,
    Booked,
    Waits,
    allot,
    delivery_times,
    order_by,
    outlook,
    packed,
    to_order,
    too_many,
)
from app.core.floors import Demand, by_spread

TODAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    ("pieces", "pack", "minimum", "expected"),
    [(0, 6, 12, 0), (-3, 6, 12, 0), (1, 1, 1, 1), (1, 6, 1, 6), (7, 6, 12, 12), (12.0001, 6, 12, 18), (5, 6, 8, 12)],
)
def test_an_order_is_not_under_the_minimum_and_in_whole_packs(pieces, pack, minimum, expected):
    assert packed(pieces, pack=pack, minimum=minimum) == expected


def test_an_order_is_reorder_at_and_the_days_to_cover_less_what_is_there_and_coming():
    facts = {"reorder_at": 16, "a_day": 1.07, "cover_days": 30}
    assert to_order(**facts, available=9, on_order=0) == 40  # 16 + 32.1 − 9 = 39.1
    assert to_order(**facts, available=9, on_order=6) == 34  # what is coming is not ordered again
    assert to_order(**facts, available=9, on_order=8) == 0  # 17: above the reorder point
    assert to_order(**facts, available=-3, on_order=0, pack=12) == 60  # 51.1


def test_order_by_is_the_day_on_which_what_is_there_and_coming_meet_the_reorder_point():
    assert order_by(reorder_at=12, a_day=1, available=12, on_order=0, today=TODAY) == TODAY
    assert order_by(reorder_at=12, a_day=2, available=15, on_order=2, today=TODAY) == date(2026, 5, 16)
    assert order_by(reorder_at=12, a_day=0, available=15, on_order=0, today=TODAY) is None
    assert order_by(reorder_at=12, a_day=1e-9, available=15, on_order=0, today=TODAY) is None


def test_a_parcel_fills_one_line_after_the_other_and_damaged_pieces_come_last():
    lines = (Waits(1, 10), Waits(2, 5))
    assert allot(lines, good=4, damaged=0) == [Booked(line=1, pieces=4)]
    assert allot(lines, good=11, damaged=2) == [Booked(line=1, pieces=10), Booked(line=2, pieces=3, damaged=2)]
    assert allot(lines, good=1, damaged=11) == [
        Booked(line=1, pieces=10, damaged=9),
        Booked(line=2, pieces=2, damaged=2),
    ]
    assert allot(lines, good=17, damaged=0) == [Booked(line=1, pieces=10), Booked(line=2, pieces=7)]
    assert allot((), good=2, damaged=1) == [Booked(line=None, pieces=3, damaged=1)]
    assert (too_many(lines, 15), too_many(lines, 17), too_many((), 3)) == (0, 2, 3)


def test_fewer_than_five_orders_say_nothing_and_five_give_mean_and_spread():
    assert delivery_times([9, 9, 9, 9]) is None
    found = delivery_times([7, 8, 9, 10, 11], review=7)
    assert found is not None
    assert (found.mean, found.most, found.receipts, found.review) == (9, 11, 5, 7)
    assert found.spread == pytest.approx(1.5811, abs=5e-5)
    steady = by_spread(Demand(mean=20, spread=5, days=90, selling_days=90), delivery_times([7] * 5) or found, 0.95)
    assert steady.floor == 22, "A1: without a spread of the delivery time"


def test_what_will_be_there_falls_with_sales_and_rises_with_what_is_confirmed():
    seen = outlook(available=5, sells=[1] * 8, arrivals=[Arrival(date(2026, 5, 20), 10)], floor=3, today=TODAY)
    assert [level for _, level in seen.levels] == [4, 3, 2, 1, 0, 9, 8, 7]
    assert seen.crosses == date(2026, 5, 17)


def test_nothing_sells_below_zero_and_what_is_late_does_not_count():
    late, today = Arrival(date(2026, 5, 13), 50), Arrival(TODAY, 4)
    seen = outlook(available=-3, sells=[1] * 3, arrivals=[late, today], floor=4, today=TODAY)
    assert [level for _, level in seen.levels] == [0, 0, 0]
    assert seen.crosses is None, "it is under its floor already"
    short = outlook(available=-3, sells=[1] * 2, arrivals=[], floor=None, today=TODAY)
    assert [level for _, level in short.levels] == [-3, -3]
    assert short.crosses is None

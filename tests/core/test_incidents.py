"""Who is short when cover is lost, and which incidents are one."""

from datetime import timedelta

from app.core.incidents import Claimed, Waiting, joins, newest_short, uncovered
from app.core.stock import StockLevel
from tests.life import NOW, later


def waits(order, *, placed=0, heard=0, pieces=1, claimed=0):
    return Waiting(order=order, placed_at=later(placed), heard_at=later(heard), pieces=pieces, claimed=claimed)


def test_the_newest_claims_are_short():
    orders = [waits(1, placed=0, pieces=2), waits(2, placed=2), waits(3, placed=1, pieces=2)]
    assert newest_short(orders, 2) == [(2, 1), (3, 1)]


def test_of_two_at_the_same_moment_the_later_heard_is_short():
    assert newest_short([waits(1, heard=3), waits(2, heard=1)], 1) == [(1, 1)]


def test_what_is_claimed_already_is_not_claimed_twice():
    assert newest_short([waits(1, placed=1, claimed=1), waits(2)], 1) == [(2, 1)]


def test_more_missing_than_waits():
    assert newest_short([waits(1)], 5) == [(1, 1)]


def test_only_what_is_newly_missing_is_uncovered():
    before, after = StockLevel("MUG", 4, 5), StockLevel("MUG", 2, 5)
    assert uncovered(before, after) == 2
    assert uncovered(StockLevel("MUG", 0, 5, started=False), after) == 3
    assert uncovered(before, StockLevel("MUG", 2, 5, started=False)) == 0
    assert uncovered(after, before) == 0


def claimed(incident, order=1, shop=1, minutes=0.0):
    return Claimed(incident=incident, order=order, shop=shop, heard_at=later(minutes))


def test_one_order_joins_whatever_the_time():
    assert joins([claimed(9, order=5, minutes=600)], [claimed(2, order=5)], {}) == 2


def test_one_shop_within_a_quarter_of_an_hour_joins():
    assert joins([claimed(9, order=2, minutes=15)], [claimed(3)], {}) == 3
    assert joins([claimed(9, order=2, minutes=15.1)], [claimed(3)], {}) is None
    assert joins([claimed(9, order=2, shop=2, minutes=1)], [claimed(3)], {}) is None


def test_one_trouble_of_a_shop_joins():
    new, other = [claimed(9, order=2, minutes=90)], [claimed(3)]
    assert joins(new, other, {1: NOW - timedelta(minutes=1)}) == 3
    assert joins(new, other, {1: NOW + timedelta(minutes=1)}) is None


def test_an_order_goes_before_a_failure_and_the_oldest_first():
    others = [claimed(1, order=7, minutes=1), claimed(4, order=8, minutes=1), claimed(2, order=8, minutes=1)]
    assert joins([claimed(9, order=8, minutes=1)], others, {}) == 2

"""A stall day: held back everywhere while it is out, sold offline with its own times, one journal, and home again."""

from datetime import timedelta

import pytest

from app import stalls
from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment
from app.stalls import Missing
from app.store import codes, ledger, plans, shops, stall_days
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, level, share


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def woo(db):
    return add_shop(db)


@pytest.fixture
def listing(db, woo):
    add_product(db, "MUG", 10)
    share(db, "MUG")
    return add_listing(db, woo, "MUG", shows=10)


@pytest.fixture
def day(db, listing):
    place = add_shop(db, "stall", "Market stall", "M")
    return stall_days.day(db, stalls.begin(db, place, now=NOW))


def named(db, sku="MUG"):
    found = codes.resolve(db, sku)
    assert found is not None
    return found


def shown(db, listing, product):
    return plans.plan(db, [product], now=later(60))[listing].offer.quantity


def sell(db, day, pieces=1, at=5.0, sku="MUG", **more):
    return stalls.sell(db, day, named(db, sku), pieces, now=later(at), **more)


def test_what_is_along_is_held_back_everywhere_and_a_sale_of_it_changes_nobodys_number(db, day, listing, woo):
    mug = named(db).product
    changes = stalls.take_along(db, day, mug, 4, now=later(1))
    assert woo.id in changes.due
    assert (level(db, "MUG"), shown(db, listing, mug)) == ((10, 0), 6)
    sell(db, day, 3)
    assert (level(db, "MUG"), shown(db, listing, mug)) == ((7, 0), 6)
    sell(db, day, 2)  # one more than was written down as taken along
    assert (level(db, "MUG"), shown(db, listing, mug)) == ((5, 0), 5)


def test_the_day_is_one_journal_with_the_time_of_each_sale(db, day):
    mug = named(db).product
    stalls.take_along(db, day, mug, 5, now=later(1))
    sell(db, day, 1, at=5, price=(2400, "GBP"))
    sell(db, day, 2, at=9)
    stalls.came_back(db, day, mug, 1)
    stalls.end(db, day, missing=Missing.LOST, now=later(600))
    rows = [(row.kind, row.on_hand_delta, row.happened_at) for row in stalls.journal(db, day) if row.on_hand_delta]
    assert rows == [
        (EntryKind.SHIP, -1, later(5)),
        (EntryKind.SHIP, -2, later(9)),
        (EntryKind.ADJUST, -1, later(600)),
    ]
    sales = stall_days.sales(db, day.id)
    assert [(one.pieces, one.price_minor) for one in sales] == [(2, None), (1, 2400)]


@pytest.mark.parametrize(("missing", "sold"), [(Missing.SOLD, 3), (Missing.LOST, 1)])
def test_the_end_puts_the_rest_on_sale_again_and_books_what_is_missing(db, day, listing, missing, sold):
    mug = named(db).product
    stalls.take_along(db, day, mug, 6, now=later(1))
    sell(db, day, 1)
    stalls.came_back(db, day, mug, 3)
    stalls.end(db, day, missing=missing, now=later(600))
    assert (level(db, "MUG"), shown(db, listing, mug)) == ((7, 0), 7)
    assert sum(one.pieces for one in stall_days.sales(db, day.id)) == sold
    assert stall_days.out(db, mug) == 0
    assert stall_days.open_days(db) == []


def test_what_nobody_looked_at_has_come_home_and_a_surplus_books_nothing(db, day):
    mug = named(db).product
    add_product(db, "TILE", 4)
    stalls.take_along(db, day, mug, 6, now=later(1))
    stalls.take_along(db, day, named(db, "TILE").product, 2, now=later(1))
    stalls.came_back(db, day, named(db, "TILE").product, 3)
    stalls.end(db, day, now=later(600))
    assert (level(db, "MUG"), level(db, "TILE")) == ((10, 0), (4, 0))


def test_a_sale_is_taken_back_once_and_lies_at_the_stall_again(db, day, listing):
    mug = named(db).product
    stalls.take_along(db, day, mug, 4, now=later(1))
    sell(db, day, 2)
    (sale,) = stall_days.sales(db, day.id)
    for at in (7, 8):
        stalls.take_back(db, day, sale.id, now=later(at))
    assert (level(db, "MUG"), shown(db, listing, mug)) == ((10, 0), 6)
    assert stall_days.along(db, day.id, mug).out == 4


def test_a_bundle_takes_its_parts_along_and_sells_them(db, day):
    add_product(db, "SET", MUG=2)
    set_ = named(db, "SET").product
    stalls.take_along(db, day, set_, 2, now=later(1))
    assert stall_days.along(db, day.id, named(db).product).taken == 4
    sell(db, day, 1, sku="SET")
    assert (level(db, "MUG"), stall_days.out(db, named(db).product)) == ((8, 0), 2)
    (sale,) = stall_days.sales(db, day.id)
    stalls.take_back(db, day, sale.id, now=later(9))
    assert (level(db, "MUG"), stall_days.out(db, named(db).product)) == ((10, 0), 4)


def test_an_open_day_goes_on_and_only_then_another_begins(db, day):
    place = shops.shop(db, day.shop)
    assert stalls.begin(db, place, now=later(300)) == day.id
    stalls.end(db, day, now=later(400))
    assert stalls.begin(db, place, now=later(500)) != day.id


def afterwards(db, days_ago, *, added_days_ago=30):
    today = NOW.astimezone().date()
    since = stalls.start_of(today - timedelta(days=added_days_ago))
    number, _ = stalls.add_place(db, "Fair", "M2", since=since)
    place = shops.shop(db, number)
    return stall_days.day(db, stalls.begin(db, place, on=today - timedelta(days=days_ago), now=NOW))


def test_sales_are_typed_in_afterwards_with_the_days_date(db):
    add_product(db, "MUG")
    with transaction(db):  # its number is older than the market
        db.execute("update product set created_at = '2026-04-01'")
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 10, reason="delivery", batch="d", now=NOW - timedelta(days=20))
    day = afterwards(db, 5)
    sell(db, day, 2, at=0)
    (row,) = [row for row in stalls.journal(db, day) if row.on_hand_delta]
    assert row.happened_at.astimezone().date() == NOW.astimezone().date() - timedelta(days=5)
    assert (row.recorded_at, level(db, "MUG")) == (NOW, (8, 0))


def test_a_sale_that_a_later_count_knows_of_already_is_refused(db, listing):
    day = afterwards(db, 5)  # MUG was counted today
    with pytest.raises(PlimsollError, match="counted after that day"):
        sell(db, day, 1, at=0)
    assert (level(db, "MUG"), stall_days.sales(db, day.id)) == ((10, 0), [])


@pytest.mark.parametrize(("days_ago", "words"), [(-1, "still to come"), (31, "was added")])
def test_a_day_that_cannot_be_is_refused(db, days_ago, words):
    with pytest.raises(PlimsollError, match=words):
        afterwards(db, days_ago)


def test_no_piece_of_the_day_is_held_for_ever_after_a_crash(db, day):
    """Everything is in the file: a new start finds the day, and can end it."""
    stalls.take_along(db, day, named(db).product, 3, now=later(1))
    (again,) = stall_days.open_days(db)
    stalls.end(db, again, now=later(900))
    assert stall_days.out(db, named(db).product) == 0
    assert ledger.levels_that_disagree(db) == []

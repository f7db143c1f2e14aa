"""How the four audits stand, from what they leave behind: reports, posted counts and reviews."""

from datetime import timedelta

import pytest

from app import counting
from app.core.audits import APP_CLOSED, NOT_BEGUN, NOT_READ, Audit
from app.core.counting import Kind, Tolerance
from app.posting import post_order
from app.store import audits, compares
from app.store.database import transaction
from app.store.moments import stamp
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order

DAY = timedelta(days=1)


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def stands(db, now=NOW):
    return {one.audit: one for one in audits.standing(db, now)}


def compared(db, shop, at):
    with transaction(db):
        compares.begin(db, shop.id, compares.DAILY, now=at)
        compares.end(db, shop.id, now=at)


def counted(db, kind, products, at):
    number, _ = counting.begin(db, name=kind, kind=kind, products=products, tolerance=Tolerance(), now=at)
    for product in products:
        counting.put(db, number, product, Kind.SET, 5, now=at)
    counting.close(db, number, "", now=at)
    counting.post_shelf(db, number, "", batch=f"count/{number}", now=at)
    counting.finish(db, number, now=at)


def test_an_empty_inventory_owes_nothing(db):
    assert [(audit, one.next_at) for audit, one in stands(db).items()] == [(audit, None) for audit in Audit]


def test_the_daily_one_is_as_good_as_its_worst_shop(db):
    good, bad = add_shop(db), add_shop(db, "shopify", "Shopify", "S")
    add_shop(db, "stall", "Market stall", "M")
    for days in (3, 2, 1):
        compared(db, good, NOW - days * DAY + timedelta(hours=1))
    compared(db, bad, NOW - 4 * DAY)
    daily = stands(db)[Audit.DAILY]
    assert (daily.done, daily.of, daily.streak, daily.missed) == (1, 2, 0, 3)
    assert daily.because == NOT_READ
    compared(db, bad, NOW)
    daily = stands(db)[Audit.DAILY]
    assert (daily.done, daily.missed, daily.streak) == (2, 0, 1)


def test_days_that_were_missed_because_the_program_was_closed_say_so(db):
    shop = add_shop(db)
    compared(db, shop, NOW - 4 * DAY)
    with transaction(db):
        db.execute(
            "insert into absence (left_at, back_at, from_seq) values (?, ?, 0)", (stamp(NOW - 3 * DAY), stamp(NOW))
        )
    daily = stands(db)[Audit.DAILY]
    assert (daily.missed, daily.because) == (3, APP_CLOSED)


def test_the_weekly_one_counts_posted_counts_of_the_best_sellers(db):
    shop, mug = add_shop(db), add_product(db, "MUG", 5)
    assert stands(db)[Audit.WEEKLY].next_at is None, "nothing sells yet"
    add_listing(db, shop, "MUG", shows=5)
    post_order(db, shop, order("1", line("MUG", 1)), now=NOW)
    due = stands(db, NOW + 15 * DAY)[Audit.WEEKLY]
    assert (due.due(NOW + 15 * DAY), due.missed, due.because) == (True, 2, NOT_BEGUN)
    counted(db, "top", [mug], NOW + 15 * DAY)
    kept = stands(db, NOW + 16 * DAY)[Audit.WEEKLY]
    assert (kept.streak, kept.missed, kept.next_at) == (1, 0, NOW + 22 * DAY)


def test_a_month_is_done_once_every_product_was_counted_in_it(db):
    mug, tile = add_product(db, "MUG", 5), add_product(db, "TILE", 5)
    june = NOW + 20 * DAY  # both were counted in May, as their first numbers
    assert stands(db)[Audit.MONTHLY].streak == 1
    assert (stands(db, june)[Audit.MONTHLY].done, stands(db, june)[Audit.MONTHLY].of) == (0, 2)
    counted(db, "rolling", [mug], june)
    half = stands(db, june + DAY)[Audit.MONTHLY]
    assert (half.done, half.of, half.last_at) == (1, 2, None)
    counted(db, "shelf", [tile], june + 2 * DAY)
    assert stands(db, june + 3 * DAY)[Audit.MONTHLY].last_at == june + 2 * DAY
    july = june + 31 * DAY
    assert stands(db, july)[Audit.MONTHLY].last_at == june + 2 * DAY, "read from the counts of that month"
    counted(db, "full", [mug, tile], july)
    assert stands(db, july + DAY)[Audit.MONTHLY].streak == 2


def test_the_quarterly_one_is_due_a_quarter_after_the_first_number_and_after_each_review(db):
    add_product(db, "MUG", 5)
    assert stands(db)[Audit.QUARTERLY].next_at == NOW + 91 * DAY
    with transaction(db):
        audits.reviewed(db, now=NOW + 100 * DAY)
    found = stands(db, NOW + 101 * DAY)[Audit.QUARTERLY]
    assert (found.next_at, found.streak) == (NOW + 191 * DAY, 1)

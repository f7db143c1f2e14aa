"""Past sales from a sheet: demand only, once however often they are read, beside what the channel tells, and undone."""

from datetime import timedelta

import pytest

from app.core.past_sheet import PastSale
from app.importing import put_past_back, take_past_over
from app.store import catalog, past_sales, sales
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order

SINCE = NOW - timedelta(days=400)


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def days_ago(days, product, pieces, order_=""):
    return PastSale(product=product, at=NOW - timedelta(days=days), pieces=pieces, order=order_)


def pieces(db, product):
    return sum(count for _, count in past_sales.sold(db, product, since=SINCE))


def rows(db):
    return db.execute("select * from past_sale order by 1, 2, 3").fetchall()


def test_a_sheet_is_demand_and_nothing_else_and_read_twice_counts_once(db):
    shop, mug = add_shop(db).id, add_product(db, "MUG", 5)
    sheet = [days_ago(40, mug, 2, "#1"), days_ago(40, mug, 1, "#2"), days_ago(30, mug, 4)]
    ledger = db.execute("select count(*) from stock_entry").fetchone()
    take_past_over(db, shop, past_sales.news(db, shop, sheet))
    assert pieces(db, mug) == 7
    assert past_sales.news(db, shop, sheet) == []
    take_past_over(db, shop, sheet)
    assert pieces(db, mug) == 7
    assert db.execute("select count(*) from stock_entry").fetchone() == ledger
    assert past_sales.products(db) == {mug}
    assert past_sales.products(db, since=NOW - timedelta(days=29)) == set(), "of that nothing is told"
    demand = sales.days_of(db, mug, window=90, now=NOW).demand()
    assert (demand.days, demand.unknown, demand.most) == (40, 40, 4), "from the first sale on, stock unknown"


def test_an_order_read_again_is_what_it_is_now_and_a_total_stands_for_its_orders(db):
    shop, mug = add_shop(db).id, add_product(db, "MUG", 5)
    take_past_over(db, shop, [days_ago(40, mug, 2, "#1"), days_ago(40, mug, 1, "#2")])
    take_past_over(db, shop, [days_ago(40, mug, 3, "#1")])
    assert pieces(db, mug) == 4, "the other order of that day stays"
    take_past_over(db, shop, [days_ago(40, mug, 5)])
    assert pieces(db, mug) == 5
    take_past_over(db, shop, [days_ago(40, mug, 2, "#1")])
    assert pieces(db, mug) == 2


def test_undo_leaves_what_was_there_before(db):
    shop, mug = add_shop(db).id, add_product(db, "MUG", 5)
    take_past_over(db, shop, [days_ago(40, mug, 2, "#1"), days_ago(39, mug, 1)])
    before, sheet = rows(db), [days_ago(40, mug, 9), days_ago(10, mug, 3, "#7")]
    kept = past_sales.of_days(db, shop, sheet)
    take_past_over(db, shop, sheet)
    assert rows(db) != before
    put_past_back(db, shop, sheet, kept)
    assert rows(db) == before


def test_of_what_the_channel_told_too_the_fuller_counts(db):
    shop, mug = add_shop(db), add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    told = [order("a", line("MUG", 3), placed=-40 * 1440), order("b", line("MUG", 1), placed=-20 * 1440)]
    with transaction(db):
        past_sales.ask(db, shop.id, since=SINCE)
        past_sales.keep(db, shop.id, told, before=NOW, cursor="", done_at=NOW)
    take_past_over(db, shop.id, [days_ago(40, mug, 3), days_ago(20, mug, 2), days_ago(10, mug, 6)])
    assert pieces(db, mug) == 3 + 2 + 6
    assert past_sales.count(db, shop.id) == 2


def test_a_bundle_is_counted_on_its_parts_and_ledger_days_are_left_to_the_ledger(db):
    shop, mug = add_shop(db).id, add_product(db, "MUG", 5)
    pair = add_product(db, "PAIR", None, MUG=2)
    take_past_over(db, shop, [days_ago(40, pair, 3), days_ago(40, mug, 1)])
    assert (pieces(db, mug), pieces(db, pair)) == (7, 0)
    later = PastSale(product=mug, at=NOW + timedelta(minutes=1), pieces=9)
    assert past_sales.before_ledgers(db, [later, days_ago(1, mug, 1)]) == [days_ago(1, mug, 1)]
    take_past_over(db, shop, [later])
    assert pieces(db, mug) == 7


def test_the_number_of_a_product_with_past_sales_is_not_given_to_another(db):
    shop, mug = add_shop(db).id, add_product(db, "MUG")
    take_past_over(db, shop, [days_ago(40, mug, 3)])
    with transaction(db):
        assert catalog.remove_untouched(db, ["MUG"]) == []

"""Daily sales from a real ledger, deliveries as dated settings, and what is to be ordered again."""

from datetime import timedelta

import pytest

from app.core.floors import Delivery
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import sales
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def sold(db, shop, number, pieces, days_ago):
    placed = -days_ago * 24 * 60
    when = NOW - timedelta(days=days_ago)
    post_order(db, shop, order(number, line("MUG", pieces), at=placed, placed=placed), now=when)


def test_sales_are_read_by_day_and_adjustments_are_none(db):
    shop = add_shop(db)
    mug = add_product(db, "MUG")
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 50, reason="delivery", batch="d", now=NOW - timedelta(days=20))
    add_listing(db, shop, "MUG", shows=50)
    db.execute("update shop set connected_at = '2026-01-01T00:00:00.000Z'")
    for number, (pieces, days_ago) in enumerate(((2, 5), (1, 5), (4, 2), (9, 0)), 1):
        sold(db, shop, str(number), pieces, days_ago)
    post_adjustment(db, "MUG", EntryKind.ADJUST, -3, reason="broken", batch="b", now=NOW - timedelta(days=1))
    found = sales.days_of(db, mug, window=7, now=NOW)
    assert found.sold == (0, 0, 3, 0, 0, 4, 0)
    assert found.demand().most == 4


def test_what_was_typed_of_deliveries_holds_for_a_product_or_for_all(db):
    mug = add_product(db, "MUG", 5)
    assert sales.delivery_of(db, mug) is None
    with transaction(db):
        sales.put_delivery(db, Delivery(mean=9, most=12), now=NOW)
    assert sales.delivery_of(db, mug) == Delivery(mean=9, most=12)
    with transaction(db):
        sales.put_delivery(db, Delivery(mean=4.5, most=6, review=7), product=mug, now=NOW)
    assert sales.delivery_of(db, mug) == Delivery(mean=4.5, most=6, review=7)

"""How sales come: the burst size of each product, measured from the ledger."""

from datetime import timedelta

import pytest

from app.core.chance import burst_size
from app.posting import post_order
from app.store import catalog, demand
from app.store.database import connection, transaction
from app.sync.housekeeping import MEASURE_EVERY, Housekeeping
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order

HOURS = 28 * 24


@pytest.fixture
def db(tmp_path):
    db = fresh(tmp_path)
    yield db
    db.close()


@pytest.fixture
def shop(db):
    shop = add_shop(db)
    with transaction(db):
        db.execute("update shop set connected_at = '2020-01-01T00:00:00.000Z'")
    add_product(db, "MUG", 5000)
    add_listing(db, shop, "MUG", shows=5000)
    add_listing(db, add_shop(db, "shopify", "Shopify", "S"), "MUG", shows=5000)
    return shop


def sell(db, shop, hours_ago, pieces):
    """One order so many hours ago."""
    at = -60 * hours_ago
    sold = order(f"{hours_ago}", line("MUG", pieces), at=at, placed=at)
    post_order(db, shop, sold, now=NOW)


def size(db):
    mug = catalog.product_id(db, "MUG")
    assert mug
    return demand.bursts(db, [mug], now=NOW)[mug]


def test_sales_in_bursts_have_the_size_of_their_hours(db, shop):
    for hours_ago in range(10, HOURS, 60):
        sell(db, shop, hours_ago, 20)
    counts = [20] * 12
    hours = 10 + 11 * 60  # whole hours since the first sale
    expected = burst_size([*counts, *[0] * (hours - 12)])
    assert expected is not None
    assert size(db) == pytest.approx(expected, rel=0.02)


def test_sales_one_by_one_are_poissons(db, shop):
    for hours_ago in range(10, HOURS, 12):
        sell(db, shop, hours_ago, 1)
    assert size(db) is None


def test_what_is_older_than_four_weeks_says_nothing_any_more(db, shop):
    sell(db, shop, HOURS + 50, 500)
    for hours_ago in range(10, HOURS, 12):
        sell(db, shop, hours_ago, 1)
    assert size(db) is None


@pytest.mark.parametrize(("first", "pieces"), [(7 * 24 - 2, 30), (HOURS - 2, 18)])
def test_of_few_days_or_few_pieces_nothing_is_said(db, shop, first, pieces):
    sell(db, shop, first, pieces // 2)
    sell(db, shop, 5, pieces // 2)
    assert size(db) is None
    sell(db, shop, HOURS - 1, 5)  # known for longer, and sold more
    assert size(db) is not None


def test_housekeeping_measures_once_a_day(db, shop, tmp_path):
    now = NOW
    house = Housekeeping(connection(tmp_path / "inventory.db", synchronous="off"), lambda: now, print, print)
    for hours_ago in range(10, HOURS, 60):
        sell(db, shop, hours_ago, 20)
    house.step()
    kept = db.execute("select burst from stock_level").fetchone()[0]
    assert kept == pytest.approx(size(db))
    with transaction(db):
        db.execute("update stock_level set burst = null")
    now += MEASURE_EVERY - timedelta(minutes=1)
    house.step()
    assert db.execute("select burst from stock_level").fetchone()[0] is None
    now += timedelta(minutes=2)
    house.step()
    assert db.execute("select burst from stock_level").fetchone()[0] is not None
    house.close()

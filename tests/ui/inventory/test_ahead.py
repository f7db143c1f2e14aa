"""The chart's future follows the forecast that did best, weekdays and a planned promotion, and says by what."""

from datetime import date, datetime, timedelta

import pytest

from app.core.forecast import Way
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import inventory, past_sales, promotions, settings
from app.store.database import transaction
from app.store.promotions import Planned
from app.ui.inventory.ahead import Forecasts, ahead_words
from tests.life import NOW, add_product, add_shop, fresh

TODAY = NOW.astimezone().date()


@pytest.fixture
def db(tmp_path):
    """What sold before it was counted: more with each month, and twice as much on a weekend."""
    opened = fresh(tmp_path)
    shop, mug = add_shop(opened), add_product(opened, "MUG")
    with transaction(opened):
        for back in range(1, 300):
            on = TODAY - timedelta(days=back)
            pieces = (2 if on.weekday() >= 5 else 1) * (1 + (300 - back) // 20)
            at = datetime(on.year, on.month, on.day, 12).astimezone().isoformat()
            opened.execute("insert into past_sale values (?, ?, '1', ?, ?, ?)",
                           (shop.id, f"sheet/{on}/", f"product/{mug}", pieces, at))  # fmt: skip
        settings.put(opened, settings.FLOOR, 8, product=mug, now=NOW)
    post_adjustment(opened, "MUG", EntryKind.COUNT, 200, reason="counted", batch="c", now=NOW)
    assert past_sales.products(opened) == {mug}
    yield opened
    opened.close()


def row(db):
    return inventory.rows(db, [1], now=NOW)[1]


def test_it_follows_what_grows_and_its_weekdays(db):
    found = Forecasts(db).ahead(row(db), NOW)
    assert found.way is not Way.NAIVE
    weekend = [sold for step, sold in enumerate(found.sells[:7]) if (TODAY + timedelta(days=step)).weekday() >= 5]
    assert sum(weekend) > 0.4 * sum(found.sells[:7])
    crosses = found.seen.crosses
    assert crosses is not None
    by = (crosses - TODAY).days
    assert sum(found.sells[:by]) > 192 >= sum(found.sells[: by - 1]), "200 less the floor of 8"
    assert ahead_words(found, NOW).startswith("At ")
    assert "falls under its floor on" in ahead_words(found, NOW)


def test_a_planned_promotion_is_counted_in(db):
    plain = Forecasts(db).ahead(row(db), NOW)
    first = datetime.combine(TODAY + timedelta(days=1), datetime.min.time()).astimezone()
    with transaction(db):
        promotions.add(db, Planned(name="Sale", first_at=first, last_at=first + timedelta(days=7), uplift=100), now=NOW)
    found = Forecasts(db).ahead(row(db), NOW)
    assert sum(found.sells[1:8]) == pytest.approx(2 * sum(plain.sells[1:8]))
    assert found.sells[8:] == plain.sells[8:]
    assert ahead_words(found, NOW).endswith("Sale is counted in with 100 % more.")
    assert isinstance(found.seen.crosses, date)
    assert found.seen.crosses <= plain.seen.crosses

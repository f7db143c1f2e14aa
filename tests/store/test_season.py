"""The quarterly review: what sells otherwise than before, and the money that lies in floors."""

from datetime import timedelta

import pytest

from app.core.season import Quarters, Season, judge
from app.posting import post_order
from app.store import season, settings
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order


@pytest.mark.parametrize(
    ("sold", "available", "days", "is_now"),
    [
        (Quarters(latest=15, before=10, year=40), 5, 400, Season.RISING),
        (Quarters(latest=14, before=10, year=40), 5, 400, None),  # four pieces more are no rise
        (Quarters(latest=10, before=15, year=50), 5, 400, Season.FALLING),
        (Quarters(latest=3, before=1, year=8), 5, 400, None),  # small numbers jump
        (Quarters(latest=10, before=10, coming=30, year=60), 5, 400, Season.SEASONAL),
        (Quarters(latest=30, before=10, coming=30, year=80), 5, 400, Season.RISING),  # its season is over or here
        (Quarters(coming=20, year=20), 5, 400, Season.SEASONAL),  # nothing now, and it comes back every year
        (Quarters(year=3), 5, 400, Season.ENDING),
        (Quarters(year=3), 0, 400, None),  # sold out: nothing to be done
        (Quarters(latest=15), 5, 100, None),  # too new to say
        (Quarters(), 5, 100, None),
    ],
)
def test_what_a_products_sales_do(sold, available, days, is_now):
    assert judge(sold, available=available, days_known=days) is is_now


def test_the_review_reads_the_ledger_and_leaves_cancelled_sales_out(tmp_path):
    db = fresh(tmp_path)
    shop = add_shop(db)
    for sku in ("MUG", "OLD"):
        add_product(db, sku, 50)
        add_listing(db, shop, sku, shows=50)
    now = NOW + timedelta(days=200)
    for at, pieces in ((195, 12), (150, 9), (60, 4)):
        minutes = at * 24 * 60
        post_order(db, shop, order(f"s{at}", line("MUG", pieces), at=minutes, placed=minutes), now=now)
    minutes = 150 * 24 * 60
    post_order(db, shop, order("s150", line("MUG", 0), at=minutes + 1, placed=minutes, ended=True), now=now)
    with transaction(db):
        settings.put(db, settings.FLOOR, 6, product=1, now=NOW)
        settings.put(db, settings.COST, "1250 GBP", product=1, now=NOW)
    found = {row.sku: row for row in season.review(db, now)}
    assert (found["MUG"].season, found["MUG"].sold.latest, found["MUG"].sold.before) == (Season.RISING, 12, 4)
    assert found["OLD"].season is Season.ENDING
    assert season.tied_up(db) == {"GBP": 7500}
    db.close()


def test_what_the_incidents_of_the_last_year_cost_stands_beside_the_floors(tmp_path):
    """R85: both sums, no claim; what nobody estimated is not in it."""
    db = fresh(tmp_path)
    shop = add_shop(db)
    for sku in ("MUG", "TILE"):
        add_product(db, sku, 1)
        add_listing(db, shop, sku, shows=1)
        assert post_order(db, shop, order(sku, line(sku, 2)), now=NOW).incidents
    with transaction(db):
        settings.put(db, settings.HOUR, "2000 GBP", now=NOW)
        db.execute("insert into incident_said (incident_id, at, name, value) values (1, ?, 'cost.fees', '450')",
                   (NOW.isoformat(),))  # fmt: skip
    assert season.incidents_cost(db, NOW) == season.IncidentsCost(1, {"GBP": 450})
    assert season.incidents_cost(db, NOW + timedelta(days=366)) == season.IncidentsCost(0, {})
    db.close()

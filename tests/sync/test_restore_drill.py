"""A week of selling and of backups, then the drill: each backup kept is put back, and the orders since are read."""

import random
import shutil
from contextlib import closing
from datetime import timedelta

import pytest

from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import ledger, shops
from app.store.backup import backup_files, made_at
from app.store.database import connection, open_database
from app.store.restore import restore
from app.sync import backing_up
from app.sync.backing_up import BackingUp
from tests.life import NOW, add_listing, add_product, add_shop, fresh, level, line, order

SKUS = ("MUG", "BOWL", "VASE")
DAYS, OPEN_FROM, OPEN_TO = 7, 8, 20
SOLD_IN_AN_HOUR = 0.4


@pytest.fixture
def week(tmp_path, monkeypatch):
    """Seven days: shops sell by day, every second day something is delivered; and what was true at each backup."""
    monkeypatch.setattr(backing_up, "is_nearly_full", lambda *_: False)
    seed = random.randrange(10**6)
    print(f"week seed {seed}")
    rng, start = random.Random(seed), NOW.replace(hour=0, minute=5)
    clock = [start]
    db = fresh(tmp_path)
    shop = add_shop(db)
    for sku in SKUS:
        add_product(db, sku, 200)
        add_listing(db, shop, sku, shows=200)
    lane = BackingUp(
        connection(tmp_path / "inventory.db"),
        tmp_path / "inventory.db",
        tmp_path / "backups",
        second=lambda: None,
        clock=lambda: clock[0],
        trouble=lambda error: pytest.fail(str(error)),
    )
    lane.step()
    orders, truth = [], {}
    for hour in range(DAYS * 24):
        clock[0] = start + timedelta(hours=hour)
        if OPEN_FROM <= hour % 24 < OPEN_TO and rng.random() < SOLD_IN_AN_HOUR:
            at = (clock[0] - NOW).total_seconds() / 60
            orders.append(order(str(hour), line(rng.choice(SKUS), rng.randint(1, 3)), at=at, placed=at))
            post_order(db, shop, orders[-1], now=clock[0])
        if hour % 48 == 20:
            post_adjustment(db, "MUG", EntryKind.RECEIVE, 5, reason="bought", batch=f"d{hour}", now=clock[0])
        lane.step()
        truth[clock[0]] = facts(db)
    lane.close()
    db.close()
    return tmp_path, shop, orders, truth


def facts(db):
    rows = db.execute("select seq, key, on_hand_delta, committed_delta from stock_entry order by seq").fetchall()
    return rows, {sku: level(db, sku) for sku in SKUS}


@pytest.mark.slow
def test_every_backup_of_a_week_can_be_put_back_and_catches_up(week, tmp_path):
    folder, shop, orders, truth = week
    kept = backup_files(folder / "backups")
    days = {made_at(path).date() for path in kept}
    assert len(days) == DAYS, "each day has one at least"
    assert len(kept) > 10
    last = truth[max(truth)][1]
    inventory = tmp_path / "drill" / "inventory.db"
    inventory.parent.mkdir()
    for path in kept:
        shutil.copy(folder / "inventory.db", inventory)
        now = max(truth) + timedelta(hours=1)
        replaced = restore(path, inventory, now=now)
        assert replaced is not None
        with closing(open_database(inventory, synchronous="off")) as db:
            assert facts(db) == truth[made_at(path)], path.name
            found = shops.shop(db, shop.id)
            assert found.mode == "looking"
            for known in orders:  # the shop is read again: what is booked stays, what is missing is booked
                post_order(db, found, known, now=now)
            for sku in SKUS:
                assert level(db, sku)[1] == last[sku][1], f"{path.name}: {sku} is promised as often as it was sold"
            assert ledger.levels_that_disagree(db) == []
        replaced.unlink()

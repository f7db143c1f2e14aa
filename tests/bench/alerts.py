"""Alerts at 100,000 products in four shops: the first pass over all, what a change costs, and what each round costs.

The first pass happens once, behind the window, in slices between which everybody else gets the lock.
"""

import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from threading import Lock
from time import perf_counter

from app.session import utc_now
from app.store import alert_checks, alert_log
from app.store.database import lane_connection, transaction
from app.sync import alerting
from tests.bench.figure import figure
from tests.bench.table_inventory import build

CHANGES, ROUNDS = 50, 20


def run() -> None:
    """`alerts-first-s` is all of the first pass, `alerts-slice-worst-ms` how long the lock is held at most."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        path = Path(folder) / "inventory.db"
        build(path, ledger=False)
        with closing(lane_connection(path, Lock())) as db:
            with transaction(db):
                db.execute("update shop set mode = 'live'")
                db.execute("update stock_level set on_hand = product_id % 60")  # a fifth of them are low
            before, slices = path.stat().st_size, []
            while alert_checks.wanted(db):
                began = perf_counter()
                alerting.check_some(db, now=utc_now())
                slices.append((perf_counter() - began) * 1000)
            db.execute("pragma wal_checkpoint(truncate)")
            grown = path.stat().st_size - before
            changes = []
            for product in range(1, CHANGES + 1):
                with transaction(db):
                    db.execute("update stock_level set on_hand = on_hand + 1 where product_id = ?", (product,))
                began = perf_counter()
                alerting.check_some(db, now=utc_now())
                changes.append((perf_counter() - began) * 1000)
            rounds = []
            for _ in range(ROUNDS):
                began = perf_counter()
                alerting.check_round(db, listening_since=utc_now() - timedelta(hours=1), now=utc_now())
                rounds.append((perf_counter() - began) * 1000)
            began = perf_counter()
            alert_log.of_product(db, 77)
            why = (perf_counter() - began) * 1000
    figure("alerts-first-s", sum(slices) / 1000, "s")
    figure("alerts-slice-worst-ms", max(slices), "ms")
    figure("alerts-first-mb", grown / 1e6, "MB")
    figure("alerts-change-ms", median(changes), "ms", at_most=10)
    figure("alerts-round-ms", median(rounds), "ms", at_most=100)
    figure("alerts-why-ms", why, "ms", at_most=16)

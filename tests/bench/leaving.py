"""Leaving with many products in four shops: how soon the riskiest are due, which a sleep waits for, and all of them."""

import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter

from app.core.away import LEAST_S, Away
from app.session import utc_now
from app.store import leaving
from app.store.database import connection
from app.store.leaving import Way
from tests.bench.figure import figure
from tests.bench.table_inventory import build


def run() -> None:
    """`leaving-first-ms` is from the system's word until the first hundred products are due; it grants 5 s."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        path = Path(folder) / "inventory.db"
        build(path, ledger=False)
        with closing(connection(path)) as db:
            db.execute("update shop set mode = 'live'")
            db.execute("update push set state = 'acknowledged', due_at = null")
            began = perf_counter()
            found = leaving.stakes(db, seconds=LEAST_S, now=utc_now())
            outlook = perf_counter() - began
            began = perf_counter()
            slices = leaving.prepare(db, Away(seconds=LEAST_S), way=Way.SLEEP, until=None, now=utc_now())
            next(slices)
            first = perf_counter() - began
            for _ in slices:
                pass
            whole = perf_counter() - began
    figure("leaving-at-risk", len(found), "products")
    figure("leaving-outlook-ms", outlook * 1000, "ms")
    figure("leaving-first-ms", first * 1000, "ms", at_most=5000)
    figure("leaving-all-s", whole, "s")

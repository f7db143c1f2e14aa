"""How long it takes to reckon the floors of 100,000 products anew from a ledger of a million rows, and those of one."""

import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from app.core.floors import propose
from app.session import utc_now
from app.store import deliveries, floor_updates, sales
from app.store.database import connection
from tests.bench.figure import figure
from tests.bench.table_inventory import build

ROUNDS = 50


def run() -> None:
    """`floors-all-s` with progress told, `floors-one-ms` as the Planning page does it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inventory.db"
        build(path)
        with closing(connection(path)) as db:
            told: list[int] = []
            began = perf_counter()
            found = floor_updates.updates(db, now=utc_now(), progress=lambda done, _of: told.append(done) is None)
            figure("floors-all-s", perf_counter() - began, "s", at_most=10)
            figure("floors-all-updates", len(found), "products")
            figure("floors-all-told", len(told), "times")
            figure("floors-one-ms", median(_one(db, 1 + 997 * place) for place in range(ROUNDS)), "ms", at_most=20)


def _one(db: floor_updates.Connection, product: int) -> float:
    began = perf_counter()
    by = sales.floor_by(db, product)
    demand = sales.days_of(db, product, window=by.window, now=utc_now()).demand()
    propose(demand, deliveries.lead_time(db, product).delivery, by.level, typed_delivery=True)
    return (perf_counter() - began) * 1000

"""A rule that holds for every product, at 100,000 products in four shops: what the window waits for, and the rest.

The window's thread only writes the rows and a note; housekeeping follows the note slice by slice.
"""

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from app.rules import post_limit, post_risk_limit
from app.session import utc_now
from app.store import rethinking, settings
from app.store.database import connection
from app.store.sqlite import Connection
from app.sync.housekeeping import Housekeeping
from tests.bench.figure import figure
from tests.bench.table_inventory import build

WRITES, SLICES = 20, 20


def run() -> None:
    """`rule-write-ms` and `rule-risk-ms` are the window's share, `rule-slice-ms` is how long the lock is held."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        path = Path(folder) / "inventory.db"
        build(path, ledger=False)
        with closing(connection(path)) as db:
            db.execute("update shop set mode = 'live'")
            db.execute("update push set state = 'acknowledged', due_at = null")
            held = [_ms(lambda pieces=pieces: _hold_back(db, pieces)) for pieces in range(WRITES)]
            risk = [_ms(lambda at=at: post_risk_limit(db, 10 ** -(1 + at % 4), now=utc_now())) for at in range(WRITES)]
            keeper = Housekeeping(db, utc_now, lambda _changes: None, lambda _error: None)
            slices = [_ms(keeper.step) for _ in range(SLICES)]
            assert rethinking.asked(db), "there is more to do than was measured"
    figure("rule-write-ms", median(held), "ms", at_most=16)
    figure("rule-write-worst-ms", max(held), "ms")
    figure("rule-risk-ms", median(risk), "ms", at_most=16)
    figure("rule-slice-ms", median(slices), "ms")
    figure("rule-slice-worst-ms", max(slices), "ms")


def _hold_back(db: Connection, pieces: int) -> None:
    post_limit(db, settings.HELD_BACK, pieces, shop=pieces % 5, now=utc_now())


def _ms(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000

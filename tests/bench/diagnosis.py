"""Is the proposed cause the planted one, and how long does the report of an incident take in a long ledger?

`python -m tests.bench.diagnosis 500` plays so many seeds; without a number, a few of each cause.
"""

import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from app.core.diagnosis import diagnose
from app.core.diagnosis_questions import answers
from app.core.diagnosis_replay import otherwise
from app.core.orders import Order, OrderLine
from app.posting import post_order
from app.store import evidence
from app.store.moments import stamp
from app.store.sqlite import Connection
from tests.bench.figure import figure
from tests.bench.growth import PRODUCTS, _inventory
from tests.diagnosis.judge import Verdict, judge
from tests.diagnosis.planted import PLANTS
from tests.life import NOW

ENTRIES = 1_000_000
REPORTS = 20
BUSY = 100_000  # entries of one product, among the million


def run(seeds: int = 2 * len(PLANTS)) -> None:
    """Shares right and confidently wrong over the seeds, and the slowest report."""
    _reports()
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        verdicts = [_judged(seed, Path(folder)) for seed in range(seeds)]
    told = [one for one in verdicts if not one.skipped]
    figure("diagnosis-incidents", len(told), "")
    figure("diagnosis-right-share", sum(one.right for one in told) / max(1, len(told)), "", at_least=0.95)
    wrong = sum(one.confidently_wrong for one in told)
    figure("diagnosis-confidently-wrong-share", wrong / max(1, len(told)), "", at_most=0.01)
    by_plant = Counter((one.plant, one.right) for one in told)
    print({f"{plant} {'right' if right else 'wrong'}": n for (plant, right), n in sorted(by_plant.items())})


def _judged(seed: int, folder: Path) -> Verdict:
    found = judge(seed, folder)
    if not found.right or found.skipped:
        print(found, flush=True)
    return found


def _reports() -> None:
    """Whole reports of incidents in a ledger of a million rows, one of them of a product with very many."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        db, shop = _inventory(Path(folder) / "long.db", ENTRIES - BUSY, "normal")
        _busy(db)
        db.execute("update stock_level set on_hand = 0, committed = 0")
        times = []
        for number in range(REPORTS):
            sku = f"P{number * 7 % PRODUCTS:04d}"
            at = NOW + timedelta(seconds=number)
            line = OrderLine(ref="1", listing=sku, sku=sku, title=sku, open=1, taken=1)
            sale = Order(ref=f"over{number}", number=str(number), placed_at=at, updated_at=at, lines=(line,))
            (incident,) = post_order(db, shop, sale, now=at).incidents
            times.append(_report(db, incident))
        db.close()
    figure("diagnosis-report-worst-s", max(times), "s", at_most=1.0)


def _report(db: Connection, incident: int) -> float:
    began = time.perf_counter()
    facts = evidence.gather(db, incident, now=NOW + timedelta(minutes=20))
    assert facts is not None
    found = diagnose(facts)
    answers(facts, found)
    otherwise(facts)
    return time.perf_counter() - began


def _busy(db: Connection) -> None:
    """The first product moved a hundred thousand times, in the last days too."""
    db.execute("begin")
    at = stamp(NOW - timedelta(hours=1))
    db.executemany(
        "insert into stock_entry (key, product_id, kind, on_hand_delta, committed_delta, on_hand_after,"
        " committed_after, happened_at, recorded_at) values (?, 1, 'receive', 1, 0, 0, 0, ?, ?)",
        ((f"busy/{number}", at, at) for number in range(BUSY)),
    )
    db.execute("commit")


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))

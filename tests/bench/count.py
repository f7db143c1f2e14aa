"""From the last key of a scan to the drawn answer, in a count of five thousand lines, through real key events."""

import os
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.figure import figure

LINES, SHELVES, SCANS = 5000, 60, 200
_PER_SHELF = LINES // SHELVES + 1


def run() -> None:
    """`count-feedback-p95-ms`: the scan is a committed row, and the page shows it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        taken = sorted(_measure(Path(folder)))
    figure("count-feedback-median-ms", statistics.median(taken), "ms")
    figure("count-feedback-p95-ms", taken[int(len(taken) * 0.95)], "ms", at_most=30.0)


def _measure(folder: Path) -> list[float]:
    from app.core.count_kinds import CountKind
    from app.ui.application import make_application
    from app.ui.bridge import Bridge
    from app.ui.count.page import CountPage
    from app.ui.count.start_view import Offer
    from app.ui.theme import Theme
    from tests.ui.channels.world import Program

    app = make_application(["bench"])
    db = _stocked(folder)
    bridge = Bridge(db, Program(db).lend())
    page = CountPage(bridge, Theme(app))
    page.tones.on = False
    page.resize(1440, 900)
    page.show()
    page.begin(Offer(kind=CountKind.FULL, shelf="", name="Everything", note="", products=LINES))
    app.processEvents()
    taken, at_ms = [], 1000.0
    for number in range(SCANS):
        # As one walks: pieces of one product, then the next on the shelf, and now and then one of another shelf.
        product = (number // 8) % _PER_SHELF * SHELVES + (SHELVES // 2 if number % 40 == 39 else 0)
        at_ms += 150
        taken.append(_scan(page.session.field, f"5{product:012d}", at_ms, app))
    assert len(page.taking.lines) == LINES
    (counted,) = db.execute("select sum(pieces) from count_event").fetchone()
    assert counted == SCANS, f"{counted} of {SCANS} scans counted"
    bridge.close()
    return taken


def _scan(field, code: str, at_ms: float, app) -> float:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    events = [(ord(letter), letter) for letter in code] + [(Qt.Key.Key_Return, "\r")]
    for key, letter in events:
        at_ms += 5
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(round(at_ms))
            app.sendEvent(field, event)
        app.processEvents()
    return (time.perf_counter() - began) * 1000


def _stocked(folder: Path):
    from app.store.database import open_database, transaction
    from app.store.moments import stamp
    from tests.life import NOW

    open_database(folder / "inventory.db", synchronous="off").close()
    db = open_database(folder / "inventory.db")
    with transaction(db):
        db.executemany(
            "insert into product (sku, title, barcode, place, created_at) values (?, ?, ?, ?, ?)",
            ((f"P{number:05d}", f"Product {number}", f"5{number:012d}", f"Shelf {number % SHELVES:02d}, 1", stamp(NOW))
             for number in range(LINES)),
        )  # fmt: skip
        db.execute("update stock_level set started = 1")
    return db

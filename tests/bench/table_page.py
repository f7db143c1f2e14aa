"""What table_start.py runs: the program over the large inventory, with keys and clicks as a seller makes them.

A key counts until its screenful has been painted and handed to the screen; then until the list is whole: its number of
rows and its scroll bar are right, and painted once more.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from math import ceil
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from app.main import OVERRIDE, _take_hold
from app.program import Program
from app.store import inventory
from app.ui.application import make_application
from app.ui.inventory.page import InventoryPage
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from tests.bench.figure import figure

# Common words and rare ones, SKUs, barcodes, two words, words of one and two letters, and one that is nowhere.
WORDS = (
    "bowl", "amber", "jug", "glazed", "blue mug", "SAU-MID", "5123646000001", "vase", "peach bottle", "e", "42 cm",
    "cup", "BEL-MUS-000003", "striped midnight", "000777", "salt", "Lantern", "ribbed oak", "tile 10", "white",
)  # fmt: skip
HURRIED_S = 0.09  # between two keys of somebody who types fast
QUIET_S, QUIET_SHARE = 1.0, 0.05  # what runs in the background at a start has ended
PATIENCE_S = 20.0


class Page:
    """The page in its window, and when it was last painted."""

    def __init__(self, window: MainWindow) -> None:
        page = window.page()
        assert isinstance(page, InventoryPage)
        self.page, self.list, self.table = page, page.list, page.table
        self._watch = Watch(window, self.table.viewport())

    def until_painted(self, act: Callable[[], object]) -> float:
        """Milliseconds from an act to the picture of what it asked for."""
        before, seen = self._screenful(), self._watch.table_paints
        self._watch.window_painted_at = 0.0
        began = time.perf_counter()
        act()
        painted = self._screenful() == before or not self.table.isVisible()  # nothing new in the table
        wait_for(lambda: self._watch.window_painted_at and (painted or self._watch.table_paints > seen))
        return (self._watch.window_painted_at - began) * 1000

    def until_whole(self, began: float) -> float:
        """Milliseconds until every number on the page is right and painted."""
        wait_for(self._whole)
        self._watch.window_painted_at = 0.0
        self.table.viewport().update()
        wait_for(lambda: self._watch.window_painted_at)
        return (self._watch.window_painted_at - began) * 1000

    def count(self) -> int:
        """How many rows the list says it has."""
        return self.table.stock.rowCount()

    def _screenful(self) -> list[int]:
        return list(self.table.stock.numbers[:40])

    def _whole(self) -> bool:
        if not self.list._whole:
            return False
        bar, room = self.table.verticalScrollBar(), self.table.viewport().height()
        return bar.maximum() == max(0, self.table.verticalHeader().length() - room)


class Watch(QObject):
    """Hears every paint of the table, and the end of every paint of the window."""

    def __init__(self, window: MainWindow, table: QObject) -> None:
        super().__init__()
        self._window, self._inside = window, False
        self.table_paints, self.window_painted_at = 0, 0.0
        table.installEventFilter(self)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is let paint from here: what has come back is on the screen."""
        if event.type() == QEvent.Type.Paint and watched is not self._window:
            self.table_paints += 1
        if event.type() != QEvent.Type.UpdateRequest or watched is not self._window or self._inside:
            return False
        self._inside = True
        self._window.event(event)
        self._inside, self.window_painted_at = False, time.perf_counter()
        return True


def wait_for(done: Callable[[], object]) -> None:
    """Let the program run until this is so."""
    until = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < until, "it never came"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # else we take the others' turns


def rest(seconds: float) -> None:
    """Let it run for so long."""
    loop = QEventLoop()
    QTimer.singleShot(max(0, int(seconds * 1000)), loop.quit)
    loop.exec()


def settle() -> None:
    """Wait until the checks, the backup and all else that a start brings have ended."""
    busy = 1.0
    while busy > QUIET_SHARE:
        before = time.process_time()
        rest(QUIET_S)
        busy = (time.process_time() - before) / QUIET_S


def search(seen: Page, *, whole: bool) -> tuple[list[float], list[float]]:
    """Type every word, letter by letter: each key until painted, and until whole or for a moment."""
    painted, counted = [], []
    field = seen.list.search
    for word in WORDS:
        seen.list.focus_search()
        for letter in word:
            began = time.perf_counter()
            painted.append(seen.until_painted(partial(press, field, letter)))
            if whole:
                counted.append(seen.until_whole(began))
            else:
                rest(HURRIED_S - (time.perf_counter() - began))
        if whole:
            check(seen, field.text())
        field.clear()
        settle_list(seen)
    return painted, counted


def check(seen: Page, words: str) -> None:
    """Is what is shown what SQL says by looking at every product?"""
    wanted = " and ".join(["(sku || char(10) || title || char(10) || barcode) like ?"] * len(words.split()))
    statement = f"select count(*) from product where {wanted}"
    found = seen.page.bridge.db.execute(statement, [f"%{word}%" for word in words.split()]).fetchone()[0]
    assert seen.count() == found, f"{words}: {seen.count()} rows are shown, there are {found}"


def settle_list(seen: Page) -> None:
    """Until all products are listed again."""
    size = inventory.size(seen.page.bridge.db)
    wait_for(lambda: seen.count() == size)


def sort(seen: Page) -> list[float]:
    """Click on every column that sorts, twice: up and down."""
    table, times = seen.table, []
    for place, spec in enumerate(table.specs):
        for _ in range(2 if spec.sort and not table.isColumnHidden(place) else 0):
            times.append(seen.until_painted(partial(click, table.horizontalHeader(), place)))
            settle_list(seen)
    return times


def press(field: QWidget, letter: str) -> None:
    """A key goes down and up again. Without Qt's test library: its memory would count as the program's."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        code, none = ord(letter.upper()), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(field, QKeyEvent(kind, code, none, letter))


def click(header: QHeaderView, column: int) -> None:
    """The left button, in the middle of a column's head."""
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    at, left, none = QPointF(middle, header.height() // 2), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    viewport = header.viewport()
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        where = viewport.mapToGlobal(at)
        event = QMouseEvent(kind, at, where, left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, event)


def resident_mb() -> float | None:
    """What this process holds in memory; None where the system tells it in another way."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(seen: Page) -> None:
    """All figures. The chart of the first product is drawn before anything is typed, and again at the end."""
    assert "pyqtgraph" in sys.modules, "the chart is not open"
    painted, counted = search(seen, whole=True)
    figure("table-search-p95-ms", p95(painted), "ms", at_most=50)
    figure("table-search-worst-ms", max(painted), "ms")
    figure("table-count-p95-ms", p95(counted), "ms", at_most=300)
    hurried, _ = search(seen, whole=False)
    figure("table-search-hurried-p95-ms", p95(hurried), "ms")
    times = sort(seen)
    figure("table-sort-ms", sorted(times)[len(times) // 2], "ms", at_most=100)
    figure("table-sort-worst-ms", max(times), "ms")
    settle()
    if (held := resident_mb()) is not None:
        figure("table-memory-mb", held, "MB", at_most=200)


def p95(times: list[float]) -> float:
    """Nineteen of twenty are at most this."""
    return sorted(times)[ceil(len(times) * 0.95) - 1]


def main(what: str, folder: str) -> None:
    os.environ[OVERRIDE] = folder
    app = make_application(["plimsoll"])
    theme = Theme(app)
    lock, folders = _take_hold()
    program = Program(app, theme, folders)
    program.open_own()
    window = program.window
    assert window is not None
    try:
        window.activateWindow()
        wait_for(window.isActiveWindow)
        settle()
        if what == "measure":
            measure(Page(window))
    finally:  # the sync has threads that would go on
        window.close()
        lock.unlock()

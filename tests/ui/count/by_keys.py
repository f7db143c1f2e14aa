"""A whole count by keys alone, from choosing it to its last posted shelf.

    QT_QPA_PLATFORM=xcb python -m tests.ui.count.by_keys

does it with keys that come from the X server (xdotool), as a keyboard and a scanner send them.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.store import count_settings, counts
from app.store.database import transaction
from app.ui.main_window import MainWindow
from tests.life import NOW, level
from tests.ui.count.conftest import EAN, stocked
from tests.ui.shell.world import World

WAIT_S = 20.0
FACTS = {"MUG": (10, "Shelf A, bay 1"), "TILE": (8, "Shelf A, bay 2"), "VASE": (3, "Shelf B")}
Press, Type = Callable[[str], None], Callable[[str], None]


def whole_count(window: MainWindow, press: Press, write: Type) -> None:
    """`press` is one key, named as X names it; `write` is what a scanner or quick fingers type, with its Enter."""
    db = window._bridge.db
    press("ctrl+3")
    page = window.page()
    until(lambda: page.key == "count" and page.start.kinds.hasFocus(), "the list of counts has the keyboard")
    everything = next(at for at, row in enumerate(page.start._kinds_model.rows) if row.kind == "full")
    press("Home")
    for _ in range(everything):
        press("Down")
    press("Return")
    until(lambda: page.taking is not None and page.session.field.hasFocus(), "the line has the keyboard")
    for text in (EAN["MUG"], EAN["MUG"], "5", "TILE", "9"):
        write(text)
    until(lambda: _counted(db, page, "TILE") == 9, "scans and numbers are counted")
    press("BackSpace")
    write("8")
    until(lambda: (_counted(db, page, "MUG"), _counted(db, page, "TILE")) == (5, 8), "the newest is taken back")
    press("F4")
    until(lambda: _dialog() is not None, "packed parcels are asked about")
    press("Escape")
    until(lambda: page.taking.again() and page.session.field.hasFocus(), "the mug is counted again")
    write("5")
    press("F4")
    until(lambda: page.review.isVisible() and page.review.table.hasFocus(), "the shelf stands beside the ledger")
    _tab_to(press, page.review.chips["broken"])
    press("space")
    until(page.review.post.isEnabled, "a reason was given")
    _post(press, page)
    until(lambda: level(db, "MUG") == (5, 0), "shelf A is posted")
    press("F3")
    write(EAN["VASE"])
    write("3")
    press("F4")
    until(page.review.isVisible, "the other shelf too")
    _post(press, page)
    until(lambda: not page.working, "the count is over")
    assert [one.name for one in counts.ended_sessions(db)] == ["Everything"]


def _post(press: Press, page) -> None:
    press("ctrl+Return")
    until(lambda: _dialog() is not None, "what posting does is said")
    _tab_to(press, _dialog().yes)
    press("space")
    until(lambda: _dialog() is None, "it was pressed")


def _tab_to(press: Press, target) -> None:
    for _ in range(60):
        if target.hasFocus():
            return
        press("Tab")
    raise AssertionError(f"Tab does not reach {target.accessibleName()}")


def _dialog():
    return QApplication.activeModalWidget()


def _counted(db, page, sku: str) -> int | None:
    return next(line.counted for line in counts.lines(db, page.taking.session.id) if line.sku == sku)


def until(met: Callable[[], object], what: str) -> None:
    """Let Qt work until it is so."""
    end = time.monotonic() + WAIT_S
    while not met():
        assert time.monotonic() < end, f"not so: {what}. Keyboard: {QApplication.focusWidget()}"
        QApplication.processEvents()
        _in_front()
    while QApplication.activeWindow() is None and time.monotonic() < end:
        _in_front()
    QApplication.processEvents()


def _in_front() -> None:
    """After a dialog: a bare X server has no window manager that would see to that."""
    if QApplication.activeWindow() is None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                window.activateWindow()
    QApplication.processEvents()


def made(folder: Path, theme) -> MainWindow:
    """A window over two shelves, with a scanner that may be slow: a busy computer hands its keys on in its own time."""
    world = World(folder)
    for sku, about in FACTS.items():
        stocked(world.db, sku, *about)
    with transaction(world.db):
        count_settings.put_sounds(world.db, on=False, now=NOW)
        slow = count_settings.scanner(world.db)
        count_settings.put_scanner(world.db, type(slow)(gap_ms=count_settings.GAP_MOST_MS, guard_ms=0), now=NOW)
    window = MainWindow(world.bridge, theme)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    until(window.isActiveWindow, "the window is in front")
    return window


def _main() -> None:
    from app.ui.application import make_application
    from app.ui.theme import Theme

    app = make_application(["plimsoll"])
    with tempfile.TemporaryDirectory(prefix="plimsoll-keys-") as folder:
        window = made(Path(folder), Theme(app))
        whole_count(window, lambda key: _x("key", key), lambda text: _x("key", "--delay", "2", *text, "Return"))
        print(f"counted by keys on {app.platformName()}", flush=True)
        window.hide()
        window._bridge.close()


def _x(*command: str) -> None:
    subprocess.run(["xdotool", *command], check=True, timeout=WAIT_S)
    end = time.monotonic() + 0.03
    while time.monotonic() < end:
        QApplication.processEvents()


if __name__ == "__main__":
    _main()
    sys.exit(0)

"""The keys of matching, which work while its list has the keyboard: letters act, numbers answer."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.channels.match_rows import Row
from app.ui.channels.match_ways import MOST, WaysStrip
from app.ui.widgets.search import SearchField
from app.ui.widgets.sheet import SheetTable


class View(Protocol):
    """What the keys move."""

    table: SheetTable[Row]
    search: SearchField
    strip: WaysStrip

    def apply(self) -> None:
        """Write what was decided."""

    def take_group(self) -> None:
        """Accept all with this reason."""

    def choose(self) -> None:
        """Ask which product it is."""

    def add_new(self) -> None:
        """Add a product."""

    def leave_alone(self) -> None:
        """Do nothing with it."""

    def clear(self) -> None:
        """Take its decision back."""

    def undo(self) -> None:
        """Take the last decision back."""


def bind(view: View) -> None:
    """Give the list its keys. Enter, Space and the arrows it has already."""
    acts: dict[str | Qt.Key, Callable[[], None]] = {
        "Ctrl+Return": view.apply,
        "/": view.search.setFocus,
        "A": view.take_group,
        "C": view.choose,
        "N": view.add_new,
        "U": view.undo,
        "J": lambda: _step(view.table, 1),
        "K": lambda: _step(view.table, -1),
        Qt.Key.Key_Delete: view.leave_alone,
        Qt.Key.Key_Backspace: view.clear,
    }
    acts |= {str(place + 1): lambda place=place: view.strip.press(place) for place in range(MOST)}  # type: ignore[misc]
    for keys, do in acts.items():
        shortcut = QShortcut(QKeySequence(keys), view.table, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(do)


def _step(table: SheetTable[Row], by: int) -> None:
    table.select_row(table.currentIndex().row() + by)

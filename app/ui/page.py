"""What every page of the window has: its key, its commands, and what it does with news."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.core.records import dataclass
from app.ui.bridge import Bridge
from app.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that can be done on a page: it stands in a menu with its shortcut, and works while the page is shown.

    `menu` is one of file, edit, view, stock, channels, help.
    """

    key: str
    menu: str
    text: str
    run: Callable[[], None]
    shortcut: QKeySequence | QKeySequence.StandardKey | str = ""
    enabled: Callable[[], bool] = lambda: True


class Page(QWidget):
    """One page of the window."""

    key = ""
    go = Signal(str, object)  # another page's key, and what to show there (a SKU, a shop or incident number, or None)
    undoable = Signal(str, object)  # a sentence that says what was done, and a callable that takes it back

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self.bridge = bridge
        self.theme = theme

    def commands(self) -> list[Command]:
        """What can be done here."""
        return []

    def open(self, what: object) -> None:
        """Show this thing (given by whoever sent the seller here)."""

    def on_changed(self, changes: Changes) -> None:
        """Something was written: read again what is concerned, and only that."""

    def shown(self) -> None:
        """The page has just come into view: focus its main list."""

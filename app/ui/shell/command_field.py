"""The field "Find or do anything". The keyboard stays in it; arrows move in its list."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui.theme import follow
from app.ui.widgets.search import SearchField
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.shell.find_list import FindList
    from app.ui.shell.palette import Find

_WIDTH = 226
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class CommandField(SearchField):
    """The field. `look` says what fits what was typed."""

    def __init__(self, window: QWidget, look: "Callable[[str], list[Find]]", keys: str) -> None:
        super().__init__(tr("Find or do anything"), placeholder=tr("Find or do anything"), hint=keys, measure="small")
        self._window, self._look = window, look
        self._came_from: QWidget | None = None
        self.textEdited.connect(lambda _typed: self._open())
        self._theme = follow(self._dress_field)
        self._dress_field()

    @cached_property
    def list(self) -> "FindList":
        """The finds under it: made when it is first asked."""
        from app.ui.shell.find_list import FindList

        found = FindList(self._window)
        found.view.clicked.connect(self._clicked)
        return found

    def begin(self) -> None:
        """Take the keyboard and show what can be done."""
        if not self.hasFocus():
            self._came_from = QApplication.focusWidget()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ and whole pages move, Enter does, Esc goes back to where the keyboard was."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.view.currentIndex().row())
        elif key in _STEPS:
            self._move(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere: away with the list."""
        super().focusOutEvent(event)
        if "list" in vars(self):
            self.list.hide()

    def mousePressEvent(self, event: Any) -> None:
        """A click opens the list as the key does."""
        super().mousePressEvent(event)
        if not self.list.isVisible():
            self._open()

    def event(self, event: QEvent) -> bool:
        """Esc is this field's, whatever shortcut the window has for it."""
        if isinstance(event, QKeyEvent) and _overrides(event):
            event.accept()
            return True
        return super().event(event)

    def _open(self) -> None:
        corner = self.mapTo(self.window(), QPoint(self.width(), self.height() + 2))
        self.list.show_finds(self._look(self.text()), corner)
        self._tell()

    def _move(self, step: int) -> None:
        if not self.list.isVisible():
            self._open()
            return
        count, view = self.list.model.rowCount(), self.list.view
        if count:
            row = view.currentIndex().row() + step
            row = row % count if abs(step) == 1 else max(0, min(count - 1, row))
            view.setCurrentIndex(self.list.model.index(row, 0))
            self._tell()

    def _tell(self) -> None:
        """A screen reader follows the keyboard, which stays here: say what Enter would do."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        from app.ui.shell.palette import described

        row = self.list.view.currentIndex().row()
        finds = self.list.model.finds
        words = described(finds, row) if 0 <= row < len(finds) else tr("Nothing found")
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _clicked(self, index: QModelIndex) -> None:
        self._do(index.row())

    def _do(self, row: int) -> None:
        finds = self.list.model.finds
        if not (self.list.isVisible() and 0 <= row < len(finds)) or finds[row].off:
            return
        run = finds[row].run
        self._leave()
        run()

    def _leave(self) -> None:
        self.clear()
        self.list.hide()
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def _dress_field(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))


def _overrides(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape

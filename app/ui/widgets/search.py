"""The search field: says how to reach it, waits for a pause in typing before it asks, and gives way to the list."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme import follow
from app.ui.widgets.fields import LineEdit, set_flag
from app.ui.widgets.key_hint import key_hint_size, paint_key_hint
from app.ui.words import tr

_EDGE = 9  # from the field's edge to the icon and to the key


class SearchField(LineEdit):
    """A line to search with. `asked` comes a moment after the last key, `left` when the seller moves on to the list."""

    asked = Signal(str)
    left = Signal()

    def __init__(
        self, name: str, *, placeholder: str, hint: str = "/", measure: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, placeholder=placeholder, measure=measure, parent=parent)
        self._hint, self._last_asked = hint, ""
        set_flag(self, "lead", on=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(self._theme.tokens.fast_ms)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._typed)
        self._clear = QAction(tr("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._theme = follow(self._dress_search)
        self._dress_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, ↓ and Enter move on to the list."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the glass, and the key while nothing is typed."""
        super().paintEvent(event)
        painter, theme, middle = QPainter(self), self._theme, self.height() / 2
        side = theme.size("icon")
        theme.paint_icon(painter, "search", "text_secondary", QRectF(_EDGE, round(middle - side / 2), side, side))
        if self._hint and not self.text() and not self.hasFocus():
            size = key_hint_size(self._hint, theme)
            right = self.width() - _EDGE - size.width()
            box = QRectF(right, round(middle - size.height() / 2), size.width(), size.height())
            paint_key_hint(painter, self._hint, box, theme)
        painter.end()

    def _typed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        if self.text() != self._last_asked:
            self._last_asked = self.text()
            self.asked.emit(self._last_asked)

    def _dress_search(self) -> None:
        self._clear.setIcon(self._theme.icon("close", "text_secondary"))

"""The small boxed key that says how to do a thing without the mouse."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Theme, follow
from app.ui.widgets import paint

_PADDING = 5
_RADIUS = 3


def keys_of(keys: QKeySequence | QKeySequence.StandardKey) -> str:
    """A shortcut as this system writes it, with spaces for plus signs: "Ctrl Z" here, "⌘Z" on a Mac."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


def key_hint_size(keys: str, theme: Theme) -> QSize:
    """How large the box around these keys is."""
    width = ceil(QFontMetricsF(theme.font("micro")).horizontalAdvance(keys)) + 2 * _PADDING
    height = theme.size("badge_small")
    return QSize(max(width, height - 2), height)


def paint_key_hint(
    painter: QPainter, keys: str, rect: QRectF, theme: Theme, *, ink: QColor | None = None, line: QColor | None = None
) -> None:
    """Draw a key. `ink` and `line` are for keys on a filled button."""
    border = line if line is not None else theme.colour("line_strong")
    paint.box(painter, rect, _RADIUS, border=border)
    painter.setFont(theme.font("micro"))
    painter.setPen(ink if ink is not None else theme.colour("text_tertiary"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)


class KeyHint(QLabel):
    """A key on a page, such as "Esc" or "Ctrl Z"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        assert keys, "a key has a name"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(keys)
        self._theme = follow(self._dress)

    def sizeHint(self) -> QSize:
        """The box around the keys."""
        return key_hint_size(self.text(), self._theme)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key in the middle."""
        painter = QPainter(self)
        size = self.sizeHint()
        rect = QRectF(self.width() - size.width(), (self.height() - size.height()) // 2, size.width(), size.height())
        paint_key_hint(painter, self.text(), rect, self._theme)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

"""The channel badge: a letter in a small square. Neutral on purpose, so that colour stays free for trouble."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.widgets.tips import plain


def paint_badge(
    painter: QPainter, letters: str, rect: QRectF, theme: Theme, *, paused: bool = False, ink: QColor | None = None
) -> None:
    """Draw a badge into a square. Paused or not used: dashed and empty."""
    text = theme.colour("text_tertiary" if paused else "badge_text") if ink is None else ink
    fill = None if paused else theme.colour("badge_bg")
    border = theme.colour("line_strong" if paused else "badge_line")
    radius = theme.radius("badge") * min(1.5, rect.width() / theme.size("badge"))
    paint.box(painter, rect, radius, fill=fill, border=border, dash=paint.DASH if paused else ())
    font = theme.font("micro", weight=600)
    if rect.width() > theme.size("badge") * 1.2:  # the large ones of Channels
        font.setPixelSize(round(rect.width() * (0.5 if len(letters) < 2 else 0.42)))
    elif len(letters) > 1:
        font.setPixelSize(max(8, round(font.pixelSize() * 0.82)))
    painter.setFont(font)
    painter.setPen(text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)


class Badge(QLabel):
    """A channel's letter; its full name is the tooltip and what a screen reader says."""

    def __init__(
        self, letters: str, name: str, *, paused: bool = False, size: str = "badge", parent: QWidget | None = None
    ) -> None:
        super().__init__(letters, parent)
        assert name, "a badge spells its channel's name"
        self._size, self._paused = size, paused
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)
        self.setToolTip(plain(name))
        self._theme = follow(self._dress)
        self._dress()

    def set_paused(self, *, paused: bool) -> None:
        """Dashed from now on, or filled again."""
        self._paused = paused
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._theme.size(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge in the middle."""
        painter = QPainter(self)
        side = self._theme.size(self._size)
        square = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        paint_badge(painter, self.text(), square, self._theme, paused=self._paused)
        painter.end()

    def _dress(self) -> None:
        self.setFont(self._theme.font("micro", weight=600))
        self.updateGeometry()
        self.update()

"""The drawn ship: a hull in the water, loaded exactly to its Plimsoll mark."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.words import tr

# The drawing's own units: 500 wide, the water's surface at 0, up is negative.
WIDTH = 500.0
_WATERLINE = 0.536  # of the height
_ABOVE, _BELOW = 236.0, 330.0  # what must stay in view above and below the surface
_OUTLINE, _THIN, _MARK, _RUNG = 2.0, 1.5, 8.6, 3.5
_DISC, _RADIUS, _BAR = QPointF(170, 0), 46.5, 81.0
_LADDER, _TOP, _STEP, _LONG, _SHORT = 310.0, -58.0, 29.0, 34.0, 26.0
_WAVES = ((34, 239, 59), (289, 233, 67), (144, 264, 89), (389, 276, 58), (66, 308, 83), (231, 320, 49))


class Hull(QWidget):
    """The picture, as large as its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("A ship that lies in the water exactly up to its Plimsoll mark"))
        self._theme = follow(self.update)

    def sizeHint(self) -> QSize:
        """The size it was drawn at."""
        return QSize(520, 840)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Water, hull, mark."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, surface = self._fit()
        painter.fillRect(self.rect(), theme.colour("bg_sidebar"))
        painter.fillRect(QRectF(0, surface, self.width(), self.height() - surface), theme.colour("accent_tint"))
        painter.translate(0, surface)
        painter.scale(scale, scale)
        _paint_hull(painter, theme)
        painter.setPen(paint.pen(theme.colour("accent"), 1))
        painter.drawLine(QPointF(0, 0), QPointF(self.width() / scale, 0))
        _paint_mark(painter, theme)
        _paint_waves(painter, theme)
        painter.end()

    def _fit(self) -> tuple[float, float]:
        surface = round(self.height() * _WATERLINE)
        below = self.height() - surface
        return max(0.2, min(self.width() / WIDTH, surface / (_ABOVE + 120), below / _BELOW)), surface


def hull_path() -> QPainterPath:
    """The outline from the deck at the left round the stem to the keel at the left."""
    path = QPainterPath(QPointF(-2, -208))
    path.quadTo(QPointF(190, -170), QPointF(446, -230))
    path.cubicTo(QPointF(436, -110), QPointF(404, 24), QPointF(340, 133))
    path.cubicTo(QPointF(320, 166), QPointF(292, 183), QPointF(252, 183))
    path.lineTo(QPointF(-2, 183))
    return path


def _paint_hull(painter: QPainter, theme: Theme) -> None:
    path = hull_path()
    painter.fillPath(path, theme.colour("bg_surface"))
    with paint.saved(painter):
        painter.setClipRect(QRectF(-2, 0, WIDTH, _BELOW), Qt.ClipOperation.IntersectClip)
        painter.fillPath(path, under_water(theme))
    painter.strokePath(path, paint.pen(theme.colour("accent"), _OUTLINE))
    strake = QPainterPath(QPointF(-2, -178))
    strake.quadTo(QPointF(200, -140), QPointF(443, -199))
    painter.strokePath(strake, paint.pen(theme.colour("accent_line"), _THIN))


def under_water(theme: Theme) -> QColor:
    """The hull seen through water: two parts water, one part of the lines on it."""
    water, line = theme.colour("accent_tint"), theme.colour("accent_line")
    return QColor(
        (2 * water.red() + line.red()) // 3,
        (2 * water.green() + line.green()) // 3,
        (2 * water.blue() + line.blue()) // 3,
    )


def _paint_mark(painter: QPainter, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(paint.pen(theme.colour("accent"), _MARK))
    painter.drawEllipse(_DISC, _RADIUS, _RADIUS)
    painter.drawLine(_DISC - QPointF(_BAR, 0), _DISC + QPointF(_BAR, 0))
    painter.setPen(paint.pen(theme.colour("accent"), _RUNG))
    painter.drawLine(QPointF(_LADDER, _TOP), QPointF(_LADDER, -_TOP))
    for rung in range(5):
        y = _TOP + rung * _STEP
        painter.drawLine(QPointF(_LADDER, y), QPointF(_LADDER + (_SHORT if rung % 2 else _LONG), y))


def _paint_waves(painter: QPainter, theme: Theme) -> None:
    painter.setPen(paint.pen(theme.colour("accent_line"), _THIN))
    for left, depth, length in _WAVES:
        painter.drawLine(QPointF(left, depth), QPointF(left + length, depth))

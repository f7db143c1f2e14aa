"""Strokes that the painters of the kit share: sharp boxes and hatches. Colours come from the caller."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

HATCH_STEP = 4.0  # from one stroke to the next along the edge
HATCH_WIDTH = 1.5
DASH = (3.0, 3.0)


@contextmanager
def saved(painter: QPainter) -> Iterator[QPainter]:
    """Give the painter back as it was, whatever happens in between."""
    painter.save()
    try:
        yield painter
    finally:
        painter.restore()


@contextmanager
def on_grid(painter: QPainter, rect: QRectF, units: float) -> Iterator[QPainter]:
    """Draw smoothly on a grid of so many units a side, whatever the square's size."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / units, rect.height() / units)
        yield painter


def hairline(widget: QWidget, colour: QColor) -> None:
    """A line along the lower edge, from inside the widget's paint event: what is under it is the next row."""
    painter = QPainter(widget)
    painter.fillRect(0, widget.height() - 1, widget.width(), 1, colour)
    painter.end()


def snapped(painter: QPainter, length: float) -> float:
    """The nearest length that falls on whole device pixels, at least one of them."""
    ratio = painter.device().devicePixelRatioF()
    return max(1, round(length * ratio)) / ratio


def aligned(painter: QPainter, position: float) -> float:
    """The nearest position that falls between two device pixels."""
    ratio = painter.device().devicePixelRatioF()
    return round(position * ratio) / ratio


def pen(colour: QColor, width: float = 1.0, dash: tuple[float, ...] = ()) -> QPen:
    """A pen with round ends; `dash` is in pixels, as the design gives it."""
    made = QPen(colour, width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([length / width for length in dash])
    else:
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
    return made


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1.0,
    dash: tuple[float, ...] = (),
) -> None:
    """A rounded box whose border lies inside the rectangle, so that nothing is cut off."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        if border is None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(pen(border, width, dash))
            inset = width / 2
            rect, radius = rect.adjusted(inset, inset, -inset, -inset), max(0.0, radius - inset)
        painter.drawRoundedRect(rect, radius, radius)


def hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Strokes at 45°, rising to the right, clipped to the rectangle: the sign of what is missing."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        stroke = QPen(colour, HATCH_WIDTH)
        stroke.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(stroke)
        height, x = rect.height(), rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x - 1, rect.bottom() + 1), QPointF(x + height + 1, rect.top() - 1))
            x += HATCH_STEP

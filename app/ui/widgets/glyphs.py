"""The status shapes: each means one thing and differs from the others without its colour.

The disc with a line through it is the Plimsoll mark and says "at the floor"; nothing else may use it.
"""

from collections.abc import Callable
from enum import StrEnum
from math import radians, tan

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.core.stock import Status
from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.widgets.text import Label

_GRID = 12.0  # the shapes below are drawn on twelve units
_STROKE = 1.5
_MIDDLE = QPointF(6, 6)


class Glyph(StrEnum):
    """What a shape says. Its usual colour is in `COLOURS`."""

    OVERSOLD = "oversold"  # filled octagon with a bang
    UNDER = "under"  # filled triangle pointing down
    AT_FLOOR = "at_floor"  # the Plimsoll mark
    DIFFERS = "differs"  # not equal
    LOOK = "look"  # filled triangle pointing up, with a bang: needs a look
    REORDER = "reorder"  # open ring
    ON_ORDER = "on_order"  # dashed ring
    READY = "ready"  # ring with its right half filled: done, not sent
    DONE = "done"  # disc with a tick
    OK = "ok"  # bare tick
    OPEN = "open"  # open ring in grey: still to do
    LIVE = "live"  # small disc: is sending


COLOURS: dict[Glyph, str] = {
    Glyph.OVERSOLD: "danger",
    Glyph.UNDER: "warn_mark",
    Glyph.AT_FLOOR: "warn_mark",
    Glyph.DIFFERS: "warn_mark",
    Glyph.LOOK: "warn_mark",
    Glyph.REORDER: "accent",
    Glyph.ON_ORDER: "accent",
    Glyph.READY: "accent",
    Glyph.DONE: "accent",
    Glyph.OK: "text_tertiary",
    Glyph.OPEN: "text_tertiary",
    Glyph.LIVE: "accent",
}

GLYPH_OF: dict[Status, Glyph] = {
    Status.OVERSOLD: Glyph.OVERSOLD,
    Status.UNDER_FLOOR: Glyph.UNDER,
    Status.AT_FLOOR: Glyph.AT_FLOOR,
    Status.DIFFERS: Glyph.DIFFERS,
    Status.REORDER: Glyph.REORDER,
    Status.NO_NUMBER: Glyph.OPEN,
    Status.OK: Glyph.OK,
}


def paint_glyph(
    painter: QPainter,
    glyph: Glyph,
    rect: QRectF,
    theme: Theme,
    *,
    colour: QColor | None = None,
    ground: QColor | None = None,
) -> None:
    """Draw a shape into a square. `ground` is what lies behind it, for marks cut out of filled shapes."""
    ink = colour if colour is not None else theme.colour(COLOURS[glyph])
    behind = ground if ground is not None else theme.colour("bg_surface")
    with paint.on_grid(painter, rect, _GRID):
        _DRAW[glyph](painter, ink, behind)


class StatusGlyph(QLabel):
    """A shape on a page. `name` is what it says to those who cannot see it."""

    def __init__(self, glyph: Glyph, name: str, *, size: int = 12, colour: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        assert name, "a shape says something"
        self._glyph, self._size, self._colour = glyph, size, colour
        self.setAccessibleName(name)
        self._theme = follow(self._dress)
        self._dress()

    @property
    def glyph(self) -> Glyph:
        """The shape that is shown."""
        return self._glyph

    def set_glyph(self, glyph: Glyph, name: str, *, colour: str = "") -> None:
        """Another shape from now on, and what it says."""
        assert name, "a shape says something"
        self._glyph, self._colour = glyph, colour
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape in the middle."""
        painter = QPainter(self)
        side = self._theme.px(self._size)
        square = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        colour = self._theme.colour(self._colour) if self._colour else None
        paint_glyph(painter, self._glyph, square, self._theme, colour=colour)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class StatusLine(QWidget):
    """A shape and its word side by side: never colour alone."""

    def __init__(
        self,
        glyph: Glyph,
        word: str,
        *,
        role: str = "body",
        colour: str = "text_primary",
        glyph_colour: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark = StatusGlyph(glyph, word, colour=glyph_colour)
        self._word = Label(word, role, colour=colour)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._word, 1)
        self.setAccessibleName(word)

    def set_status(self, glyph: Glyph, word: str, *, glyph_colour: str = "") -> None:
        """Another shape and word from now on."""
        self._mark.set_glyph(glyph, word, colour=glyph_colour)
        self._word.setText(word)
        self.setAccessibleName(word)


# The drawings, on a grid of twelve


def _bang(painter: QPainter, ground: QColor, top: float, bottom: float, dot: float) -> None:
    painter.setPen(paint.pen(ground, _STROKE))
    painter.drawLine(QPointF(6, top), QPointF(6, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(QPointF(6, dot), 0.9, 0.9)


def _filled(painter: QPainter, ink: QColor, *points: tuple[float, float]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _ring(painter: QPainter, ink: QColor, radius: float, *dash: float) -> None:
    painter.setPen(paint.pen(ink, _STROKE, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_MIDDLE, radius, radius)


def _disc(painter: QPainter, ink: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(_MIDDLE, radius, radius)


def _line(painter: QPainter, ink: QColor, *points: tuple[float, float]) -> None:
    painter.setPen(paint.pen(ink, _STROKE))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _oversold(painter: QPainter, ink: QColor, ground: QColor) -> None:
    half = 5.75
    cut = half * tan(radians(22.5))
    near, far, low, high = 6 - half, 6 + half, 6 - cut, 6 + cut
    corners = ((low, near), (high, near), (far, low), (far, high), (high, far), (low, far), (near, high), (near, low))
    _filled(painter, ink, *corners)
    _bang(painter, ground, 3.4, 6.4, 8.7)


def _under(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _filled(painter, ink, (0.9, 2), (11.1, 2), (6, 11))


def _at_floor(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, ink, 4)
    _line(painter, ink, (0.75, 6), (11.25, 6))


def _differs(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _line(painter, ink, (1.5, 4.25), (10.5, 4.25))
    _line(painter, ink, (1.5, 7.75), (10.5, 7.75))
    _line(painter, ink, (3.75, 10.75), (8.25, 1.25))


def _look(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _filled(painter, ink, (6, 0.75), (11.75, 11), (0.25, 11))
    _bang(painter, ground, 4.8, 7.1, 9.3)


def _open(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, ink, 4.25)


def _on_order(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    step = 2 * 3.14159 * 4.25 / 8  # eight dashes
    _ring(painter, ink, 4.25, step * 0.55, step * 0.45)


def _ready(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, ink, 4.75)
    half = QPainterPath(QPointF(6, 3.25))
    half.arcTo(QRectF(3.25, 3.25, 5.5, 5.5), 90, -180)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(half, ink)


def _done(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _disc(painter, ink, 5.75)
    _line(painter, ground, (3.5, 6.3), (5.2, 8), (8.5, 4.4))


def _ok(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _line(painter, ink, (2.25, 6.5), (4.75, 9), (9.75, 3.5))


def _live(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _disc(painter, ink, 3.5)


_DRAW: dict[Glyph, Callable[[QPainter, QColor, QColor], None]] = {
    Glyph.OVERSOLD: _oversold,
    Glyph.UNDER: _under,
    Glyph.AT_FLOOR: _at_floor,
    Glyph.DIFFERS: _differs,
    Glyph.LOOK: _look,
    Glyph.REORDER: _open,
    Glyph.ON_ORDER: _on_order,
    Glyph.READY: _ready,
    Glyph.DONE: _done,
    Glyph.OK: _ok,
    Glyph.OPEN: _open,
    Glyph.LIVE: _live,
}

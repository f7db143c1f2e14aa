"""The load gauge: how far a product's available stock lies above its safety floor, drawn like a ship's load line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.records import dataclass
from app.ui.theme import Theme, follow
from app.ui.widgets import paint

SCALE_OF_REORDER = 2.4  # the gauge is full at this many times the reorder point
_REORDER_OF_FLOOR = 2  # stands in for a reorder point that nobody set
FLOOR_WIDTH, GAP, REORDER_WIDTH = 1.5, 1.0, 1.0
_LEAST = 2.0  # a bar that stands for something is never thinner
_LEAST_HATCH = 8.0  # with a floor of 0 there is nothing to hatch up to, but oversold must show


@dataclass(frozen=True, slots=True)
class Load:
    """What a gauge shows. `floor` None: none was set yet."""

    available: int
    floor: int | None
    reorder_point: int | None = None

    @property
    def full(self) -> float:
        """How many pieces the whole width stands for."""
        reorder = self.reorder_point or (self.floor or 0) * _REORDER_OF_FLOOR
        return max(SCALE_OF_REORDER * reorder, self.available, 1.0)

    def share(self, pieces: int) -> float:
        """Where a number lies between empty and full, 0 to 1."""
        return min(1.0, max(0.0, pieces / self.full))


def paint_gauge(painter: QPainter, load: Load, rect: QRectF, theme: Theme) -> None:
    """Draw a gauge. `rect` is the track; the floor's tick sticks out above and below it."""
    radius = theme.radius("gauge")
    if load.floor is None:
        paint.box(painter, rect, radius, border=theme.colour("line_control"), dash=paint.DASH)
        return
    tick = _tick(painter, load.floor, load, rect, FLOOR_WIDTH)
    with paint.saved(painter):
        painter.setClipRegion(_without_gap(rect, tick))
        paint.box(painter, rect, radius, fill=theme.colour("bg_track"))
        bar = _paint_bar(painter, load, rect, tick, theme)
        _paint_reorder(painter, load, rect, bar, theme)
    over = theme.size("gauge_tick_overhang")
    painter.fillRect(tick.adjusted(0, -over, 0, over), theme.colour("text_primary"))


def _paint_bar(painter: QPainter, load: Load, rect: QRectF, tick: QRectF, theme: Theme) -> QRectF:
    bar = QRectF(rect)
    if load.available < 0:
        bar.setWidth(max(rect.width() * load.share(load.floor or 0), _LEAST_HATCH))
        paint.hatch(painter, bar, theme.colour("danger"))
        return QRectF(rect.topLeft(), QSize(0, 0))  # nothing that a tick would have to stand out from
    if load.available == 0:
        return QRectF(rect.topLeft(), QSize(0, 0))
    floor = load.floor or 0
    under = load.available < floor
    # What is above the floor is seen beyond its tick, however little it is.
    least = tick.right() + GAP - rect.left() + _LEAST if load.available > floor else _LEAST
    bar.setWidth(paint.aligned(painter, max(rect.width() * load.share(load.available), least)))
    paint.box(painter, bar, theme.radius("gauge"), fill=theme.colour("warn_mark" if under else "accent"))
    return bar


def _paint_reorder(painter: QPainter, load: Load, rect: QRectF, bar: QRectF, theme: Theme) -> None:
    if load.reorder_point is None or load.reorder_point == load.floor:
        return
    tick = _tick(painter, load.reorder_point, load, rect, REORDER_WIDTH)
    on_bar = tick.right() <= bar.right()
    painter.fillRect(tick, theme.colour("bg_surface" if on_bar else "text_tertiary"))


def _tick(painter: QPainter, pieces: int, load: Load, rect: QRectF, width: float) -> QRectF:
    wide = paint.snapped(painter, width)
    left = paint.aligned(painter, rect.left() + rect.width() * load.share(pieces) - wide / 2)
    left = min(max(left, rect.left()), rect.right() - wide)
    return QRectF(left, rect.top(), wide, rect.height())


def _without_gap(rect: QRectF, tick: QRectF) -> QRegion:
    gap = tick.adjusted(-GAP, 0, GAP, 0)
    return QRegion(rect.toAlignedRect()) - QRegion(gap.toAlignedRect())


class LoadGauge(QWidget):
    """A gauge on a page. `name` says its numbers in words."""

    def __init__(self, load: Load, name: str, *, width: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert name, "a gauge says its numbers in words too"
        self._load, self._width = load, width
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self._dress()

    def set_load(self, load: Load, name: str) -> None:
        """Other numbers from now on, and their words."""
        self._load = load
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """The track and room for the tick that sticks out."""
        theme = self._theme
        width = theme.size("gauge_width") if self._width is None else theme.px(self._width)
        return QSize(width, theme.size("gauge_height") + 2 * theme.size("gauge_tick_overhang"))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the gauge in the middle of its height."""
        painter = QPainter(self)
        height = self._theme.size("gauge_height")
        track = QRectF(0, (self.height() - height) // 2, self.width(), height)
        paint_gauge(painter, self._load, track, self._theme)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

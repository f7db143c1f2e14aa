"""The lag sparkline: how far behind a channel was, on a logarithmic scale from 1 s to 20 min."""

from collections.abc import Sequence
from math import log

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme, follow
from app.ui.widgets import paint

LEAST_S, MOST_S = 1.0, 1200.0
SLOW_S = 60.0  # the dotted line; dots above it are amber
WIDTH, HEIGHT = 112, 24
_DOT, _STROKE = 2.5, 1.5


def height_share(lag_s: float) -> float:
    """Where a lag lies between 1 s (0) and 20 min (1), clipped."""
    clipped = min(max(lag_s, LEAST_S), MOST_S)
    return log(clipped / LEAST_S) / log(MOST_S / LEAST_S)


def paint_sparkline(painter: QPainter, lags_s: Sequence[float | None], rect: QRectF, theme: Theme) -> None:
    """Draw lags in seconds, evenly spaced, oldest first. None is a gap: no line is drawn across it."""
    with paint.saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(0, _DOT, -_DOT, -_DOT)
        _paint_limit(painter, rect, _y(SLOW_S, inner), theme)
        points = _points(lags_s, inner)
        painter.setPen(paint.pen(theme.colour("accent"), _STROKE))
        for run in _runs(points):
            if len(run) == 1:
                painter.drawPoint(run[0])
            else:
                painter.drawPolyline(QPolygonF(run))
        _paint_slow(painter, lags_s, points, theme)


def _paint_limit(painter: QPainter, rect: QRectF, y: float, theme: Theme) -> None:
    dots = QPen(theme.colour("line_control"), 1)
    dots.setCapStyle(Qt.PenCapStyle.FlatCap)
    dots.setDashPattern([2, 3])
    painter.setPen(dots)
    level = int(y) + 0.5
    painter.drawLine(QPointF(rect.left(), level), QPointF(rect.right(), level))


def _paint_slow(
    painter: QPainter, lags_s: Sequence[float | None], points: Sequence[QPointF | None], theme: Theme
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("warn_mark"))
    for lag, point in zip(lags_s, points, strict=True):
        if lag is not None and point is not None and lag > SLOW_S:
            painter.drawEllipse(point, _DOT, _DOT)


def _points(lags_s: Sequence[float | None], rect: QRectF) -> list[QPointF | None]:
    step = rect.width() / max(1, len(lags_s) - 1)
    return [
        None if lag is None else QPointF(rect.left() + place * step, _y(lag, rect)) for place, lag in enumerate(lags_s)
    ]


def _runs(points: Sequence[QPointF | None]) -> list[list[QPointF]]:
    runs: list[list[QPointF]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _y(lag_s: float, rect: QRectF) -> float:
    return rect.bottom() - height_share(lag_s) * rect.height()


class Sparkline(QWidget):
    """A sparkline on a page. `name` says in a sentence what it shows."""

    def __init__(self, lags_s: Sequence[float | None], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert name, "a chart says in a sentence what it shows"
        self._lags_s = tuple(lags_s)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)

    def set_lags(self, lags_s: Sequence[float | None], name: str) -> None:
        """Other lags from now on, and their sentence."""
        self._lags_s = tuple(lags_s)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """As the design has it, growing with the text."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        paint_sparkline(painter, self._lags_s, QRectF(self.rect()), self._theme)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

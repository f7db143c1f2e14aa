"""The contact clock's bar: from "found" to "write by", with a needle at now. Its words are the page's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme, follow
from app.ui.widgets import paint

LAST_HOUR = timedelta(hours=1)
WIDTH, HEIGHT = 130, 6
_NEEDLE, _OVERHANG = 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactTime:
    """What the bar shows. `stopped_at`: everyone was written to then, and the clock stands."""

    found_at: datetime
    write_by_at: datetime
    now: datetime
    stopped_at: datetime | None = None

    @property
    def share(self) -> float:
        """How much of the time is gone, 0 to 1."""
        until = self.stopped_at or self.now
        return min(1.0, max(0.0, (until - self.found_at) / (self.write_by_at - self.found_at)))

    @property
    def pressing(self) -> bool:
        """Is it the last hour, or over? Never once it stands."""
        return self.stopped_at is None and self.write_by_at - self.now < LAST_HOUR


def paint_clock_bar(painter: QPainter, time: ContactTime, rect: QRectF, theme: Theme) -> None:
    """Draw the bar; the needle sticks out above and below."""
    radius, stopped = theme.radius("gauge"), time.stopped_at is not None
    track = "danger_line" if time.pressing else "bg_track"
    gone = "text_tertiary" if stopped else "danger" if time.pressing else "accent"
    paint.box(painter, rect, radius, fill=theme.colour(track))
    reached = QRectF(rect)
    reached.setWidth(paint.aligned(painter, rect.width() * time.share))
    if reached.width() > 0:
        paint.box(painter, reached, radius, fill=theme.colour(gone))
    if not stopped:
        left = min(max(reached.right() - _NEEDLE / 2, rect.left()), rect.right() - _NEEDLE)
        needle = QRectF(paint.aligned(painter, left), rect.top() - _OVERHANG, _NEEDLE, rect.height() + 2 * _OVERHANG)
        painter.fillRect(needle, theme.colour("text_primary"))


class ClockBar(QWidget):
    """The bar on a page. `name` says it in words: "31 min left to write to everyone affected"."""

    def __init__(self, time: ContactTime, name: str, *, width: int = WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self._time = time
        self.set_time(time, name)

    def set_time(self, time: ContactTime, name: str) -> None:
        """Another time from now on, and its words."""
        assert name, "a clock says its time in words too"
        self._time = time
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """The bar and room for its needle."""
        return QSize(self._theme.px(self._width), self._theme.px(HEIGHT) + 2 * _OVERHANG)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar in the middle of its height."""
        painter, height = QPainter(self), self._theme.px(HEIGHT)
        paint_clock_bar(
            painter, self._time, QRectF(0, (self.height() - height) // 2, self.width(), height), self._theme
        )
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

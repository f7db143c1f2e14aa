"""The stock chart as a page uses it: it takes the mouse and the keys, says itself in words, and loads its plot late."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.charts.picture import Picture, Stop
from app.ui.charts.words import ChartWords
from app.ui.theme import Theme
from app.ui.widgets.tips import plain
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.charts.plot import StockPlot

_AFTER_PAINT_MS = 30
_RING = 6


class StockChart(QWidget):
    """`stopped` says on which ledger row the cursor is, None when it left. Left and right arrows move it."""

    stopped = Signal(object)  # Stop | None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plot: StockPlot | None = None
        self._picture: Picture | None = None
        self._words: ChartWords | None = None
        self._stop = -1
        self.setAccessibleName(tr("Stock chart"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.setInterval(_AFTER_PAINT_MS)
        self._loading.timeout.connect(self.load)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def plot(self) -> "StockPlot | None":
        """What draws it; None until it was loaded."""
        return self._plot

    @property
    def picture(self) -> Picture | None:
        """What it shows."""
        return self._picture

    @property
    def stop(self) -> Stop | None:
        """Where the cursor is."""
        if self._picture is None or not 0 <= self._stop < len(self._picture.stops):
            return None
        return self._picture.stops[self._stop]

    def load(self) -> None:
        """Import what draws it. Costs about half a second once, so it comes after the first paint."""
        if self._plot is None:
            from app.ui.charts.plot import StockPlot

            self._plot = StockPlot(self._theme, self)
            self._column.addWidget(self._plot)
            self._show()

    def show_picture(self, picture: Picture, words: ChartWords, sentence: str) -> None:
        """Draw this. `sentence` says it to those who cannot see it."""
        before = self.stop
        self._picture, self._words = picture, words
        self.setAccessibleDescription(sentence)
        seqs = [stop.seq for stop in picture.stops]
        self._stop = seqs.index(before.seq) if before is not None and before.seq in seqs else -1
        self._show()

    def stand_at(self, seq: int) -> None:
        """The list is on this ledger row: put the cursor there, without saying so."""
        stops = self._picture.stops if self._picture else ()
        place = next((place for place, stop in enumerate(stops) if stop.seq == seq), -1)
        if place != self._stop:
            self._stop = place
            self._show_cursor()

    def say_stop(self, sentence: str) -> None:
        """What the row under the cursor says; empty when there is none."""
        self.setToolTip(plain(sentence))
        if sentence:
            self.setAccessibleDescription(sentence)

    def focus_rect(self) -> QRect:
        """What the focus ring goes around: without the white space at its sides."""
        return self.contentsRect().adjusted(-_RING, 0, _RING, 0).intersected(self.rect().adjusted(_RING, 0, -_RING, 0))

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window is being painted for the first time: what draws this may come now."""
        super().paintEvent(event)
        if self._plot is None and not self._loading.isActive():
            self._loading.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row, Home and End to the first and the last."""
        count = len(self._picture.stops) if self._picture else 0
        steps = {
            Qt.Key.Key_Left: (self._stop if self._stop >= 0 else count) - 1,
            Qt.Key.Key_Right: self._stop + 1 if self._stop >= 0 else count - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None or event.modifiers() or not count:
            super().keyPressEvent(event)
        else:
            self._go(min(max(0, wanted), count - 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The nearest row."""
        frame = self._plot.frame_ if self._plot is not None else None
        if self._plot is None or frame is None or self._picture is None or not self._picture.stops:
            return
        self._go(_nearest(self._picture.stops, frame.at(event.position().x() - self._plot.x())))

    def leaveEvent(self, event: QEvent) -> None:
        """The cursor goes with the mouse, unless the keyboard holds it."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go(-1)

    def tooltip_place(self) -> QPoint:
        """Where a note about the cursor's row stands, on the screen."""
        stop, frame = self.stop, self._plot.frame_ if self._plot else None
        if self._plot is None or stop is None or frame is None:
            return self.mapToGlobal(QPoint(0, 0))
        return QPoint(self._plot.mapToGlobal(QPoint(round(frame.x(stop.at)), 0)))

    # Inside

    def _go(self, place: int) -> None:
        if place != self._stop:
            self._stop = place
            self._show_cursor()
            self.stopped.emit(self.stop)

    def _show(self) -> None:
        if self._plot is not None and self._picture is not None and self._words is not None:
            self._plot.show_picture(self._picture, self._words)
            self._show_cursor()

    def _show_cursor(self) -> None:
        if self._plot is not None:
            stop = self.stop
            self._plot.set_cursor(None if stop is None else stop.at)


def _nearest(stops: Sequence[Stop], at: float) -> int:
    place = bisect_left(stops, at, key=lambda stop: stop.at)
    around = [near for near in (place - 1, place) if 0 <= near < len(stops)]
    return min(around, key=lambda near: abs(stops[near].at - at))

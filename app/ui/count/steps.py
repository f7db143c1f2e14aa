"""How far a count is: one small bar for each product, filled where it is counted."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.progress import paint_meter

MOST = 40  # more products are drawn as one bar ...
SHARES = 320  # ... of as many parts as it has pixels: it costs the same for any number of products
_GAP, _WIDTH, _HEIGHT = 3, 320, 7


class Step(Enum):
    """A product on its way."""

    OPEN = auto()
    NOW = auto()
    AGAIN = auto()
    DONE = auto()


class Steps(QWidget):
    """More than forty products are drawn as one bar."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self.setAccessibleName(" ")

    def show_steps(self, steps: Sequence[Step], words: str) -> None:
        """These, and what they say in words."""
        self.setAccessibleName(words)
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the design has it."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        painter, count = QPainter(self), len(self._steps)
        if count > MOST:
            share = sum(step is Step.DONE for step in self._steps) / count
            paint_meter(painter, share, QRectF(self.rect()), self._theme)
        elif count:
            self._draw(painter, count)
        painter.end()

    def _draw(self, painter: QPainter, count: int) -> None:
        theme, width = self._theme, (self.width() - _GAP * (count - 1)) / count
        for place, step in enumerate(self._steps):
            rect = QRectF(place * (width + _GAP), 0, width, self.height())
            fill, border = {
                Step.DONE: ("accent", None),
                Step.AGAIN: ("accent_line", None),
                Step.NOW: ("bg_surface", "accent"),
                Step.OPEN: ("bg_track", None),
            }[step]
            line = theme.colour(border) if border else None
            paint.box(painter, rect, theme.radius("gauge"), fill=theme.colour(fill), border=line)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

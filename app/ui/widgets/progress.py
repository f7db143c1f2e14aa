"""How far something is: the 2 px line under a page's header, and the bar that shows a share of a whole."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.words import percent, tr

SHOWN_AFTER_MS = 1000  # what is done within a second needs no line
_HEIGHT = 2


def paint_meter(painter: QPainter, share: float, rect: QRectF, theme: Theme, *, colour: str = "accent") -> None:
    """Draw a track and the part of it that is reached."""
    radius = theme.radius("gauge")
    line = theme.colour("line_strong")  # the track alone is hard to see on a chosen row
    paint.box(painter, rect, radius, fill=theme.colour("bg_track"), border=line)
    if share > 0:
        width = max(2.0, paint.aligned(painter, rect.width() * min(1.0, share)))
        reached = QRectF(rect.left(), rect.top(), width, rect.height())
        paint.box(painter, reached, radius, fill=theme.colour(colour))


class Meter(QWidget):
    """A share of a whole: 13 of 20 counted, 34 % of the rate limit. `name` says it in words."""

    def __init__(self, share: float, name: str, *, width: int = 76, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self._share = 0.0
        self.set_share(share, name)

    def set_share(self, share: float, name: str) -> None:
        """How much of the whole, 0 to 1, and its words."""
        assert name, "a meter says its numbers in words too"
        self._share = share
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """As the design has it, growing with the text."""
        return QSize(self._theme.px(self._width), self._theme.size("gauge_height"))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the meter in the middle of its height."""
        painter, height = QPainter(self), self._theme.size("gauge_height")
        rect = QRectF(0, (self.height() - height) // 2, self.width(), height)
        paint_meter(painter, self._share, rect, self._theme)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class ProgressLine(QWidget):
    """2 px under a page's header, shown when something takes over a second. It keeps its place when it is empty.

    Without a number it stands still at full width in a lighter tone: nothing in this program moves in circles.
    """

    def __init__(self, parent: QWidget | None = None, *, shown_after_ms: int = SHOWN_AFTER_MS) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._visible = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(shown_after_ms)
        self._wait.timeout.connect(self._appear)
        self.setFixedHeight(_HEIGHT)
        self._theme = follow(self.update)
        self.setAccessibleName(tr("Progress"))

    @property
    def running(self) -> bool:
        """Is the line to be seen?"""
        return self._visible

    def begin(self) -> None:
        """Something started. The line comes if it is not over within a second."""
        self._share = None
        self._wait.start()

    def set_progress(self, done: int, total: int) -> None:
        """How far it is."""
        self._share = done / total if total else None
        self.setAccessibleDescription(percent(self._share) if self._share is not None else "")
        self.update()

    def end(self) -> None:
        """It is over."""
        self._wait.stop()
        self._visible = False
        self.setAccessibleDescription("")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part that is done."""
        if not self._visible:
            return
        painter, theme = QPainter(self), self._theme
        if self._share is None:
            painter.fillRect(self.rect(), theme.colour("accent_line"))
        else:
            painter.fillRect(QRectF(0, 0, self.width() * self._share, _HEIGHT), theme.colour("accent"))
        painter.end()

    def _appear(self) -> None:
        self._visible = True
        self.update()

"""A slider with a few named stops. Arrow keys, Home, End and the mouse move it from one to the next, never between."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint

REST_MS = 800  # after the last arrow key
_TRACK, _TICK, _HANDLE, _HANDLE_HEIGHT = 4, 10, 12, 22
_EDGE = 8  # half the handle, and room for the focus ring


class StopSlider(QSlider):
    """`valueChanged` follows every move; `decided` comes once when the seller has come to rest on another stop."""

    decided = Signal(int)

    def __init__(self, name: str, stops: int, *, rest_ms: int = REST_MS, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        assert name, "a slider says what it sets"
        assert stops > 1, "there is something to choose from"
        self.setAccessibleName(name)
        self.setRange(0, stops - 1)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._at = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self.decide)
        self.valueChanged.connect(lambda _stop: self._rest.start())
        self._theme = follow(self._dress)

    def show_stop(self, stop: int) -> None:
        """What holds now. While the seller is moving it, it stays where it is."""
        self._at = stop
        if not self._rest.isActive() and not self.isSliderDown():
            self.setValue(stop)
            self._rest.stop()

    def decide(self) -> None:
        """Take the stop that it stands on, without waiting any longer."""
        self._rest.stop()
        if self.value() != self._at:
            self._at = self.value()
            self.decided.emit(self._at)

    def sizeHint(self) -> QSize:
        """As high as its handle, and at least as a pointer can hit."""
        least = self._theme.tokens.size["pointer_target_min"]
        return QSize(self._theme.px(240), max(least, self._theme.px(_HANDLE_HEIGHT) + 4))

    minimumSizeHint = sizeHint

    def stop_at(self, x: float) -> int:
        """The stop nearest to a place."""
        step = self._length() / self.maximum()
        return min(max(round((x - _EDGE) / step), 0), self.maximum())

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it at once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.decide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on has decided."""
        super().focusOutEvent(event)
        self.decide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the stop under the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.stop_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """From stop to stop."""
        if self.isSliderDown():
            self.setValue(self.stop_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go: decided."""
        self.setSliderDown(False)
        self.decide()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: nothing is changed by passing over."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, a tick for every stop, and the handle."""
        painter, theme = QPainter(self), self._theme
        middle = self.height() / 2
        track = QRectF(_EDGE, middle - _TRACK / 2, self._length(), _TRACK)
        paint.box(painter, track, theme.radius("gauge"), fill=theme.colour("bg_track"))
        for stop in range(self.maximum() + 1):
            tick = QRectF(self._x(stop) - 0.5, middle - _TICK / 2, 1, _TICK)
            painter.fillRect(tick, theme.colour("line_control"))
        width, height = theme.px(_HANDLE), theme.px(_HANDLE_HEIGHT)
        handle = QRectF(self._x(self.value()) - width / 2, middle - height / 2, width, height)
        ground = "accent_hover" if self.underMouse() else "accent"
        paint.box(painter, handle, theme.radius("badge"), fill=theme.colour(ground))
        painter.end()

    def _x(self, stop: int) -> float:
        """Where a stop stands; in the languages that begin at the right the order stays: left is less careful."""
        return _EDGE + self._length() * stop / self.maximum()

    def _length(self) -> float:
        return max(1, self.width() - 2 * _EDGE)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

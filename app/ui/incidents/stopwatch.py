"""The incident's own minutes: counted while it is in view, in the window in use, and somebody does something."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

EVERY = timedelta(seconds=30)
IDLE_AFTER = timedelta(minutes=3)  # nothing was pressed or moved for so long: the seller is elsewhere
_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Stopwatch(QObject):
    """`spend` is called with an incident and seconds. Time asleep is not counted: a tick is worth two at most."""

    def __init__(self, widget: QWidget, clock: Callable[[], datetime], spend: Callable[[int, int], None]) -> None:
        super().__init__(widget)
        self._widget, self._clock, self._spend = widget, clock, spend
        self._incident: int | None = None
        self._since = self._touched_at = clock()
        self._heard: QObject | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(int(EVERY.total_seconds() * 1000))
        self._timer.timeout.connect(self.tick)

    def work_on(self, incident: int | None) -> None:
        """This one from now on; None for none. What was spent on the one before is kept."""
        if incident == self._incident:
            return
        self.tick()
        self._incident, self._since = incident, self._clock()
        if incident is None:
            self._timer.stop()
        else:
            self._touched_at = self._since
            self._listen()
            self._timer.start()

    def tick(self) -> None:
        """Some seconds went by."""
        now = self._clock()
        spent, self._since = min(now - self._since, 2 * EVERY), now
        busy = self._widget.isActiveWindow() and self._widget.isVisible() and now - self._touched_at <= IDLE_AFTER
        if self._incident is not None and busy and spent >= timedelta(seconds=1):
            self._spend(self._incident, int(spent.total_seconds()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody does something in the window."""
        if event.type() in _INPUT:
            self._touched_at = self._clock()
        return False

    def _listen(self) -> None:
        """To the window's own events: those of its widgets would be thousands."""
        handle = self._widget.window().windowHandle()
        if handle is not None and handle is not self._heard:
            handle.installEventFilter(self)
            self._heard = handle

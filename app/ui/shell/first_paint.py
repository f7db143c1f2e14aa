"""What waits until the window has been seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

UNSEEN_MS = 3000


class FirstPaint(QObject):
    """Calls back once, after a widget has been painted for the first time: nothing slow comes before that.

    `rest_ms` later: what is seen next (0) comes before what is not seen at all.
    """

    def __init__(self, window: QWidget, then: Callable[[], object], *, rest_ms: int = 0) -> None:
        super().__init__(window)
        self._window, self._then, self._rest_ms = window, then, rest_ms
        window.installEventFilter(self)
        # A window that is never painted (minimised, or on no screen at all) must not keep the sync from starting.
        QTimer.singleShot(UNSEEN_MS, self, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint to be over."""
        if watched is self._window and event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        """And for what else is due at once."""
        QTimer.singleShot(self._rest_ms, self, self._go)

    def _go(self) -> None:
        self._window.removeEventFilter(self)
        then, self._then = self._then, lambda: None
        then()

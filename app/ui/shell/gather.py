"""News gathered up: the first is passed on at once, what follows comes together, at most ten times a second."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from app.core.changes import Changes

PAUSE_MS = 100
_REST = 10  # after a slow refresh: so many times as long is left to the seller


class Gathered(QObject):
    """Hands `Changes` to `pass_on`, never so often that the window would do nothing else."""

    def __init__(self, pass_on: Callable[[Changes], None], parent: QObject, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._pass_on, self._pause_ms = pass_on, pause_ms
        self._waiting = Changes()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pause_over)

    def add(self, changes: Changes) -> None:
        """Something was written."""
        self._waiting |= changes
        if not self._timer.isActive():
            self._hand_on()

    def _pause_over(self) -> None:
        if self._waiting:
            self._hand_on()

    def _hand_on(self) -> None:
        changes, self._waiting = self._waiting, Changes()
        clock = QElapsedTimer()
        clock.start()
        self._timer.start(self._pause_ms)  # before the work: what it causes itself waits for the next turn
        self._pass_on(changes)
        self._timer.start(max(self._pause_ms, _REST * clock.elapsed()))

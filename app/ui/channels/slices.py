"""A long piece of writing done in short slices, so that the window goes on answering in between."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes

Job = Callable[[], Changes | None]


class Slices(QObject):
    """Does one job after the other. `stepped` says how many of them are done, `ended` whether all of them were.

    A job that answers None was refused: the rest is left undone, and what was done stays done.
    """

    stepped = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: deque[Job] = deque()
        self._total = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def running(self) -> bool:
        """Is there still something to do?"""
        return bool(self._jobs)

    def run(self, jobs: Iterable[Job]) -> None:
        """Begin. What was under way before is given up."""
        self._jobs = deque(jobs)
        self._total = len(self._jobs)
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._jobs.clear()
        self._timer.stop()

    def _step(self) -> None:
        if not self._jobs:
            self._timer.stop()
            self.ended.emit(True)  # noqa: FBT003 - a signal's own argument
            return
        refused = self._jobs[0]() is None
        if not self._jobs:  # stopped meanwhile
            return
        self._jobs.popleft()
        if refused:
            self.stop()
            self.ended.emit(False)  # noqa: FBT003 - a signal's own argument
            return
        self.stepped.emit(self._total - len(self._jobs), self._total)

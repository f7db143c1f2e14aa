"""A thread that only loops over something with a `step()`, and its clean death."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

log = logging.getLogger(__name__)

STOP_TIMEOUT_S = 30.0

T = TypeVar("T")


class Stepper(Protocol):
    """Something a thread can loop over."""

    def step(self) -> float:
        """Do one unit of work; seconds until there is something to do again."""

    def close(self) -> None:
        """Let go of everything. Called in the thread that called `step`."""


class LaneThread:
    """Runs one stepper. `build` is called in the thread, so that its connections belong to it."""

    def __init__(self, name: str, build: Callable[[], Stepper], on_crash: Callable[[Exception], None]) -> None:
        self._build = build
        self._on_crash = on_crash
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"lane {name}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Something may be due: look at once."""
        self._wake.set()

    def ask_to_stop(self) -> None:
        """Ask the thread to end after the unit it is in."""
        self._stopping.set()
        self._wake.set()

    def join(self) -> bool:
        """Wait for the end. False: it did not end in time; killing it is safe, because every write is a transaction."""
        self._thread.join(STOP_TIMEOUT_S)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            stepper = self._build()
            try:
                self._loop(stepper)
            finally:
                stepper.close()
        except Exception as error:  # a bug: show it, never die silently
            log.exception("a lane crashed")
            self._on_crash(error)

    def _loop(self, stepper: Stepper) -> None:
        while not self._stopping.is_set():
            wait = stepper.step()
            if wait > 0:
                self._wake.wait(wait)
            self._wake.clear()  # clear, then look: a wake that comes while stepping is never lost


def at_once(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What each of these calls returned: all are under way together, the first one in this thread.

    Returns when all have ended; what one of them raises is raised then.
    """
    others = [_Beside(call) for call in calls[1:]]
    try:
        first = [call() for call in calls[:1]]
    finally:
        for other in others:
            other.join()
    return [*first, *(other.result() for other in others)]


class _Beside(threading.Thread, Generic[T]):
    """One call in a thread of its own, which ends with it."""

    def __init__(self, call: Callable[[], T]) -> None:
        super().__init__(name="call", daemon=True)  # like a lane, it does not hold up the end of the program
        self._call, self._found = call, list[T]()
        self._bug: Exception | None = None
        self.start()

    def run(self) -> None:
        """In the thread."""
        try:
            self._found.append(self._call())
        except Exception as error:  # noqa: BLE001 - a bug: raised again, and logged, where the call is waited for
            self._bug = error

    def result(self) -> T:
        """What it returned, once it has ended."""
        if self._bug is not None:
            raise self._bug
        return self._found[0]

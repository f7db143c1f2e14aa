"""A thread that only loops over something with a `step()`, and its clean death."""

import logging
import threading
from collections.abc import Callable
from typing import Protocol

log = logging.getLogger(__name__)

STOP_TIMEOUT_S = 30.0


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

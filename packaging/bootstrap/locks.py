"""Two locks in `.venv`, so that two `run.py` at once do not take the ground from under each other.

`setup.lock` is held by the one set-up that may write. `in-use.lock` is shared by everything that runs from `.venv`;
a set-up that has to start from nothing waits until nothing does. The system lets go of both when a process ends.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from bootstrap.console import say

SETUP = "setup.lock"
IN_USE = "in-use.lock"
LOOK_AGAIN_S = 0.2

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def one_setup(folder: Path) -> Iterator[tuple[int, ...]]:
    """Be the only set-up of this folder. Yields what children must inherit: while they write, it is not over."""
    handle = _hold(folder / SETUP)
    try:
        yield () if sys.platform == "win32" else (handle,)
    finally:
        os.close(handle)


def _hold(path: Path) -> int:
    told = False
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if _take(handle):
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle), path.stat()):  # not a file that was deleted meanwhile
                    return handle
        os.close(handle)
        if not told:
            say("Another set-up is under way in this folder. Waiting for it; Ctrl+C stops waiting.")
            told = True
        sleep(LOOK_AGAIN_S)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class InUse:
    """The shared lock. A record lock: it outlives exec, yet no browser that Plimsoll opens can inherit it.

    Windows needs none: there, files that are in use cannot be deleted.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / IN_USE
        self._handle: int | None = None

    def share(self) -> bool:
        """Say that something runs from here, until this process ends. False: a set-up is starting from nothing."""
        return self._lock(exclusive=False)

    def wait_until_unused(self) -> None:
        """Wait until nothing runs from here, and let nothing start until `leave`."""
        told = False
        while not self._lock(exclusive=True):
            if not told:
                say("Plimsoll is running from this folder and has to be closed first. Waiting; Ctrl+C stops waiting.")
                told = True
            sleep(LOOK_AGAIN_S)

    def leave(self) -> None:
        """Let go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _lock(self, *, exclusive: bool) -> bool:
        try:
            if self._handle is None:
                self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
                os.set_inheritable(self._handle, True)  # noqa: FBT003 - it takes no keyword
        except OSError:  # a folder that only others may write to: nobody can set up here while we run
            return not exclusive
        return _record_lock(self._handle, exclusive=exclusive)


def _record_lock(handle: int, *, exclusive: bool) -> bool:
    if sys.platform != "win32":
        try:
            fcntl.lockf(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
    return True

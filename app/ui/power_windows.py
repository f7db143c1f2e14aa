"""Windows says before it sleeps, and after: a message to every window, which Qt hands on as it is.

Windows waits about two seconds for whoever is told; a program cannot ask for more. That it shuts down, Qt says itself
(`ui.ending`). Written by the documentation of Windows and tried with made-up messages only.
"""

import ctypes
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

POWER, SUSPENDS, RESUMES = 0x0218, 0x0004, 0x0012  # WM_POWERBROADCAST, PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC
GRANTED_S = 2.0
_KIND = b"windows_generic_MSG"


class PowerFilter(QAbstractNativeEventFilter):
    """Install it on the application, and keep it. `leaves` is given "sleep" and the seconds granted, and may block."""

    def __init__(self, leaves: Callable[[str, float], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._leaves, self._back = leaves, back
        self._asleep = False  # every window of ours is told: once is enough

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Look at what Windows says, and let Qt have it all the same."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name == _KIND:
            found = wintypes.MSG.from_address(int(message))
            if found.message == POWER:
                self._heard(found.wParam)
        return False, 0

    def _heard(self, what: int) -> None:
        if what == SUSPENDS and not self._asleep:
            self._asleep = True
            self._leaves("sleep", GRANTED_S)
        elif what == RESUMES and self._asleep:
            self._asleep = False
            self._back()


def address_of(message: "wintypes.MSG") -> int:
    """Where a message lies in memory."""
    return ctypes.addressof(message)

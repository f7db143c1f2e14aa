"""Being asked to end from outside: by the system that shuts down, or by a signal. Plimsoll ends cleanly, unasked."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


def end_when_asked(app: QApplication, end: Callable[[], object]) -> None:
    """Call `end` in the window's thread, once, when the session closes or a signal comes."""
    app.commitDataRequest.connect(lambda _manager: end())
    near, far = socket.socketpair()
    for side in (near, far):
        side.setblocking(False)  # noqa: FBT003 - the socket's own way
    # Python runs a handler only between two of its own steps, and Qt's loop takes none: the pair of sockets wakes it.
    signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(near.fileno(), QSocketNotifier.Type.Read, app)

    def woken() -> None:
        heard = near.recv(64)
        if any(number in ENDS for number in heard):
            end()

    notifier.activated.connect(woken)
    app.setProperty("ending", far)  # both sides live as long as the application
    for number in ENDS:
        signal.signal(number, lambda _number, _frame: None)

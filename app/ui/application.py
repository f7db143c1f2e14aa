"""The Qt application, and what becomes of an exception that nobody foresaw."""

import logging
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.paths import resource
from app.store.faults import store_error
from app.store.sqlite import DatabaseError
from app.ui.bridge import Bridge
from app.ui.language import speak

log = logging.getLogger(__name__)

NAME = "plimsoll"
LOGGED_EACH = 3  # times that a bug at one place is logged


def make_application(argv: Sequence[str]) -> QApplication:
    """The application, without a theme yet. Qt scales for the screen by itself."""
    app = QApplication(list(argv))
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Plimsoll")
    app.setDesktopFileName(NAME)
    app.setStyle(QStyleFactory.create("fusion"))
    app.setWindowIcon(QIcon(str(resource("icons/plimsoll_mark.svg"))))
    speak(app)
    return app


def install_excepthook(tell: Bridge | Callable[[Exception], object]) -> None:
    """From now on a bug in the window is logged and told: the window says calmly that sending has stopped."""
    told = tell.tell_crash if isinstance(tell, Bridge) else tell
    seen: list[tuple[str, int]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        fault = store_error(error) if isinstance(error, DatabaseError) else None
        if fault is not None and isinstance(tell, Bridge):  # a disk that fails is no bug
            log.warning("the inventory could not be read: %s", error)
            tell.tell_trouble(fault)
            return
        if isinstance(error, DatabaseError) and "closed database" in str(error):
            # What is left of a window that was replaced, or half made, when its inventory turned out to be damaged.
            log.info("read after its inventory was closed: %s", _place(error))
            return
        if not isinstance(error, Exception):  # Ctrl C at the console, or a wanted end
            sys.__excepthook__(kind, error, trace)
            return
        if seen.count(place := _place(error)) < LOGGED_EACH:  # what is painted sixty times a second fails as often
            seen.append(place)
            log.error("a bug in the window", exc_info=(kind, error, trace))
        try:
            told(error)
        except Exception:
            log.exception("and it could not be told")

    sys.excepthook = hook


def _place(error: Exception) -> tuple[str, int]:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)

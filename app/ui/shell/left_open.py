"""A count that ended with the program, or that nobody touched for a week: go on, or discard it?"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.store.count_open import left_open
from app.ui.bridge import Bridge
from app.ui.page import Page


def ask_what_was_left(
    window: QWidget, bridge: Bridge, show_page: Callable[..., None], current: Callable[[], Page | None]
) -> None:
    """Ask over `window`, if there is such a count. It is gone on with, or discarded, on its page."""
    found = left_open(bridge.db, bridge.now)
    if not found:
        return
    from app.ui.count.resume import ResumeDialog

    def discard(what: object) -> None:
        show_page("count")
        on_page = getattr(current(), "discard", None)
        if on_page is not None:
            on_page(what)

    dialog = ResumeDialog(window, found, bridge.now)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.go_on.connect(lambda what: show_page("count", what))
    dialog.discard.connect(discard)
    dialog.open()

"""F6: from one part of the window to the next, and back. A page's parts are what its splitters divide."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget


def panes_of(page: QWidget) -> list[QWidget]:
    """The parts of a page that can be seen."""
    outer = [splitter for splitter in page.findChildren(QSplitter) if splitter.isVisible()]
    outer = [one for one in outer if not any(other is not one and other.isAncestorOf(one) for other in outer)]
    parts = [part for splitter in outer for place in range(splitter.count()) if (part := splitter.widget(place))]
    return [part for part in parts if part.isVisible() and part.width() > 0 and first_stop(part)] or [page]


def first_stop(pane: QWidget) -> QWidget | None:
    """Where the keyboard goes in a pane: where it was last, else to the first thing that takes it."""
    last = pane.focusWidget()
    if last is not None and _takes_keys(last):
        return last
    if _takes_keys(pane):
        return pane
    # The order of Tab, which the pages set; all of the window is in one ring.
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_keys(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def move(panes: Sequence[QWidget], step: int) -> QWidget | None:
    """Give the keyboard to the next pane, or with −1 to the one before. What got it; None when nothing takes it."""
    focus = QApplication.focusWidget()
    holders = [place for place, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
    at = holders[0] if holders else (-1 if step > 0 else 0)
    for turn in range(1, len(panes) + 1):
        stop = first_stop(panes[(at + turn * step) % len(panes)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return stop
    return None


def _takes_keys(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled()

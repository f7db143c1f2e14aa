"""What stands where the list would be when there is nothing in it: the fact, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.empty import EmptyState, LinkLine
from app.ui.words import all_of, tr

_SIDE = 24


class EmptyList(QWidget):
    """Built anew for what is asked: nothing there at all, or nothing that matches."""

    clear_wanted = Signal()
    add_wanted = Signal()
    word_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        self._column.addStretch(1)
        self._words, self._filters = "", list[str]()
        self._meant: str | None = None
        self.state: EmptyState | None = None
        self._shown: tuple[str, tuple[str, ...], str | None] | None = None

    def show_question(self, words: str, filters: Sequence[str]) -> None:
        """Nothing matches these words and filters; with neither, nothing is there yet."""
        if words != self._words:
            self._meant = None
        self._words, self._filters = words, list(filters)
        self._put()

    def suggest(self, words: str | None) -> None:
        """These words would find something."""
        self._meant = words
        self._put()

    def _put(self) -> None:
        shown = (self._words, tuple(self._filters), self._meant)
        if shown == self._shown:
            return
        self._shown = shown
        if self.state is not None:
            self._column.removeWidget(self.state)
            self.state.hide()
            self.state.deleteLater()
        self.state = self._state()
        self._column.insertWidget(0, self.state)

    def _state(self) -> EmptyState:
        if not self._words and not self._filters:
            return EmptyState(
                "inventory",
                tr("No product yet"),
                tr("Connect a shop in Channels and Plimsoll finds your products there, or add one by hand."),
                action=tr("Add a product"),
                on_action=self.add_wanted.emit,
            )
        on = tr("Filters are on: {filters}.", filters=all_of(self._filters)) if self._filters else ""
        if not self._words:
            return EmptyState(
                "filter", tr("No product passes"), on, action=tr("Clear filters"), on_action=self.clear_wanted.emit
            )
        fact = tr("No product matches “{words}”", words=self._words)
        action = tr("Clear search and filters") if self._filters else tr("Clear search")
        if self._meant is None:
            return EmptyState("search", fact, on, action=action, on_action=self.clear_wanted.emit)
        meant = self._meant
        template = tr("Did you mean {link}?", link="{link}")
        line = LinkLine(f"{template} {on}".strip(), meant, lambda: self.word_wanted.emit(meant))
        return EmptyState("search", fact, line, action=action, on_action=self.clear_wanted.emit)

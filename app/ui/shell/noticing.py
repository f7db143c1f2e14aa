"""The place for bars: the one notice that is most serious, or Plimsoll's own fault before all others."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.shell.facts import Facts
from app.ui.shell.fault import FaultBar
from app.ui.shell.notices import Grade, Notice, notices
from app.ui.widgets.bars import Bar, BarKind, Bars
from app.ui.words import say

_BELOW = 12
_KINDS = {
    Grade.OFFLINE: BarKind.OFFLINE,
    Grade.TROUBLE: BarKind.TROUBLE,
    Grade.DANGER: BarKind.DANGER,
    Grade.SAMPLE: BarKind.SAMPLE,
    Grade.AWAY: BarKind.AWAY,
    Grade.DUE: BarKind.DUE,
}


class NoticePlace(QWidget):
    """Lies under a page's title."""

    def __init__(self, bridge: Bridge, restart: Callable[[], None], answer: Callable[[Notice], None]) -> None:
        super().__init__()
        self._above = 0
        self._bridge, self._restart, self._answer = bridge, restart, answer
        self._said: Notice | None = None
        self._fault: FaultBar | None = None
        self._bars = Bars()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self._bars)
        self._settle()

    def stand_on_top(self) -> None:
        """It lies above the page, not under its title: keep off the menus."""
        self._above = _BELOW
        self._settle()

    def bar(self) -> Bar | None:
        """The bar that can be seen."""
        return self._bars.shown()

    def fault(self) -> FaultBar | None:
        """What is said of our own fault."""
        return self._fault

    def show_facts(
        self,
        facts: Facts,
        now: datetime,
        *,
        incident_in_view: int | None = None,
        blind: bool = False,
        lead: Sequence[Notice] | None = None,
    ) -> None:
        """Say the most serious thing there is; leave the bar alone where it already says that."""
        if facts.stopped != (self._fault is not None):
            self._show_fault(stopped=facts.stopped)
        said = (
            [] if facts.stopped else notices(facts, now=now, incident_in_view=incident_in_view, lead=lead, blind=blind)
        )
        top = said[0] if said else None
        shown, before = self._bars.shown(), self._said
        self._said = top
        if top == before:
            return
        if top is not None and before is not None and shown is not None and _same_button(top, before):
            shown.set_sentence(say(top.sentence, now=now))  # the keyboard may be on its button
            return
        if before is not None:
            self._bars.drop_bar(_KINDS[before.grade])
        if top is not None:
            self._bars.show_bar(
                _KINDS[top.grade], say(top.sentence, now=now), say(top.action), lambda: self._answer(top)
            )
        self._settle()

    def _show_fault(self, *, stopped: bool) -> None:
        if self._fault is not None:
            self._column.removeWidget(self._fault)
            self._fault.hide()
            self._fault.deleteLater()
            self._fault = None
        if stopped:
            self._fault = FaultBar(self._bridge, self._restart)
            self._column.insertWidget(0, self._fault)
        self._settle()

    def _settle(self) -> None:
        said = self._said is not None or self._fault is not None
        self._column.setContentsMargins(0, self._above if said else 0, 0, _BELOW if said else 0)
        self.setVisible(said)


def _same_button(one: Notice, other: Notice) -> bool:
    return (one.grade, one.action, one.act, one.what, one.place) == (
        other.grade,
        other.action,
        other.act,
        other.what,
        other.place,
    )

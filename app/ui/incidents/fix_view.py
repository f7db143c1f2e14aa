"""Step 4, Fix and check: what is changed, how it is checked, where it hurt, what it cost, and the end."""

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.closing import Cost, Facts, Tag, Tick
from app.core.text import N_
from app.errors import PlimsollError
from app.store import closing, fix_checks
from app.store.fix_standing import standing
from app.store.incidents import IncidentRow
from app.ui.bridge import Bridge
from app.ui.incidents import fix_writes as writes
from app.ui.incidents.apply_now import ApplyNow
from app.ui.incidents.closing import Closing
from app.ui.incidents.fix_check import FixCheck
from app.ui.incidents.fix_side import CostSheet, HarmBox
from app.ui.incidents.fix_words import cost_name, escalation, minor_of, repeat_words
from app.ui.shell.header import SIDE
from app.ui.theme import follow
from app.ui.words import day, tr

_LEFT, _RIGHT, _GAP, _BETWEEN = 760, 292, 26, 32


class FixView(QScrollArea):
    """`closed` carries the note; `left` a page and what to show; `undoable` what was changed, and the way back."""

    closed = Signal(str)
    left = Signal(str, object)
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._shown: IncidentRow | None = None
        self._currency = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.apply, self.check, self.closing = ApplyNow(bridge), FixCheck(bridge), Closing()
        self.harm, self.costs = HarmBox(), CostSheet()
        self._main, self._side = QWidget(), QWidget()
        self._arrange()
        self._connect()
        self._theme = follow(self._dress)
        self._dress()

    def show_incident(self, row: IncidentRow, facts: Facts) -> None:
        """All of it, read anew."""
        db, now = self._bridge.db, self._bridge.now
        self._shown = row
        spoken = closing.said(db, row.id)
        self.apply.setVisible(row.closed_at is None or bool(closing.fixes(db, row.id)))
        self.apply.setEnabled(row.closed_at is None)
        self.apply.show_incident(row, standing(db, row), closing.fixes(db, row.id))
        self.check.who = self.apply.who.text().strip()
        self.check.show_check(row, fix_checks.newest(db, row.id), facts.check)
        ended_as = spoken[closing.CLOSED_AS].value if closing.CLOSED_AS in spoken else ""
        self.closing.show_incident(row, facts, ended_as, now)
        tags = frozenset(tag for tag in Tag if f"tag.{tag.value}" in spoken)
        again = escalation([repeat_words(one, _day(one.opened_at, now)) for one in closing.repeats(db, row.id)[:3]])
        self.harm.show_facts(facts, tags, again)
        found = closing.costs(db, row, facts.buyers)
        own = QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        self._currency = found.currency or own or "EUR"
        self.costs.show_costs(found, self._currency)

    def take_keyboard(self) -> None:
        """The first thing that can be changed."""
        target = self.apply.held if self.apply.isVisibleTo(self) and self.apply.isEnabled() else self.costs.hour
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _tick(self, tick: Tick, on: bool) -> None:  # noqa: FBT001 - a signal's slot
        bridge, who = self._bridge, self.apply.who.text().strip()
        if self._shown is not None:
            bridge.perform(writes.tick, bridge.db, self._shown, tick, done=on, who=who, now=bridge.now)

    def _refuse(self, tick: Tick, reason: str) -> None:
        bridge, who = self._bridge, self.apply.who.text().strip()
        if self._shown is not None:
            bridge.perform(writes.does_not_apply, bridge.db, self._shown, tick, reason, who=who, now=bridge.now)

    def _tag(self, tag: Tag, on: bool) -> None:  # noqa: FBT001 - a signal's slot
        if self._shown is not None:
            self._bridge.perform(writes.put_tag, self._bridge.db, self._shown, tag, on=on, now=self._bridge.now)

    def _cost(self, cost: Cost, typed: str) -> None:
        if self._shown is not None and self._is_money(typed):
            row, before = self._shown, closing.typed_cost(self._bridge.db, self._shown.id, cost)
            if self._put_cost(row, cost, minor_of(typed, self._currency)):
                words = tr("{what} changed", what=cost_name(cost))
                self.undoable.emit(words, lambda: self._put_cost(row, cost, before))

    def _put_cost(self, row: IncidentRow, cost: Cost, minor: int | None) -> Changes | None:
        bridge = self._bridge
        return bridge.perform(writes.put_cost, bridge.db, row, cost, minor, now=bridge.now)

    def _hour(self, typed: str) -> None:
        if self._shown is not None and self._is_money(typed):
            bridge, minor = self._bridge, minor_of(typed, self._currency)
            bridge.perform(writes.put_hour, bridge.db, self._shown, minor, self._currency, now=bridge.now)

    def _is_money(self, typed: str) -> bool:
        try:
            minor_of(typed, self._currency)
        except ValueError:
            title = N_("“{typed}” is no amount of money.", typed=typed)
            self._bridge.trouble.emit(PlimsollError(title, N_("Type one such as 12.50. Nothing was changed.")))
            return False
        return True

    def _connect(self) -> None:
        self.apply.left.connect(self.left)
        self.apply.undoable.connect(self.undoable)
        self.apply.who.textChanged.connect(lambda words: setattr(self.check, "who", words.strip()))
        self.closing.closed.connect(self.closed)
        self.closing.ticked.connect(self._tick)
        self.closing.refused.connect(self._refuse)
        self.harm.tagged.connect(self._tag)
        self.costs.typed.connect(self._cost)
        self.costs.hour_typed.connect(self._hour)

    def _arrange(self) -> None:
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(_GAP)
        for part in (self.apply, self.check, self.closing):
            main.addWidget(part)
        main.addStretch(1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(_GAP)
        side.addWidget(self.harm)
        side.addWidget(self.costs)
        side.addStretch(1)
        holder = QWidget()
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(SIDE, 14, SIDE, SIDE)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self._main, 1)
        self._row.addWidget(self._side)
        self._row.addStretch(0)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both do not fit beside each other, the side stands below."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        side, ways = self._theme.px(_RIGHT), QHBoxLayout.Direction
        below = self._main.minimumSizeHint().width() + side + _BETWEEN + 2 * SIDE > self.viewport().width()
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        self._side.setMinimumWidth(0 if below else side)  # below it is as wide as what stands above
        self._side.setMaximumWidth(self._theme.px(_LEFT) if below else side)

    def _dress(self) -> None:
        self._main.setMaximumWidth(self._theme.px(_LEFT))
        self._settle()


def _day(at: datetime, now: datetime) -> str:
    return day(at.astimezone().date(), now)

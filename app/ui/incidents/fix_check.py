"""The section "Check that it held": the rule, for how long, and how Plimsoll's own check of it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.fixing import HOLD_DAYS, HOLD_ORDERS, Check, Rule, State, Verdict
from app.core.text import N_
from app.errors import PlimsollError
from app.store.fix_checks import Kept
from app.store.incidents import IncidentRow
from app.ui.bridge import Bridge
from app.ui.incidents import fix_writes as writes
from app.ui.incidents.fix_rows import LineGlyph, pieces_of
from app.ui.incidents.fix_words import STATES, rule_name
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import calendar_date, moment, number, say, tr, trn


class FixCheck(QWidget):
    """`begun` says that a check runs now. `who` is the name that is typed above."""

    begun = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._row: IncidentRow | None = None
        self.who = ""
        self.title = SectionTitle(tr("Check that it held"), tr("Plimsoll looks by itself"))
        self.rule = ComboBox(tr("What must not happen"))
        self.rule.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule.setMinimumContentsLength(16)
        for rule in Rule:
            self.rule.addItem(rule_name(rule), rule)
        self.days, self.orders = (LineEdit(name, measure="small", tabular=True) for name in (tr("Days"), tr("Orders")))
        self.days.setText(number(HOLD_DAYS))
        self.orders.setText(number(HOLD_ORDERS))
        for field in (self.days, self.orders):
            field.setFixedWidth(56)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.returnPressed.connect(self.begin)
        self.start = Button(tr("Start the check"), size=ButtonSize.SMALL)
        self.start.clicked.connect(lambda _checked=False: self.begin())
        self.stop = Button(tr("Stop the check"), size=ButtonSize.SMALL)
        self.stop.clicked.connect(lambda _checked=False: self._stop())
        self.glyph = LineGlyph(Glyph.OPEN, tr("No check"), size=13)
        self.words = Paragraph("", colour="text_primary")
        self.until = Paragraph("", "small", colour="text_secondary")
        self._ask = QWidget()
        self._arrange()

    def show_check(self, row: IncidentRow, kept: Kept | None, verdict: Verdict | None) -> None:
        """How it stands now."""
        self._row = row
        state = verdict.state if kept is not None and verdict is not None else None
        running = state is State.RUNNING
        self._ask.setVisible(not running and state is not State.HELD and row.closed_at is None)
        self.start.setText(tr("Start the check") if state is None else tr("Start another check"))
        self.stop.setVisible(running and row.closed_at is None)
        self.glyph.setVisible(state is not None)
        self.words.setVisible(state is not None)
        self.until.setVisible(state is not None)
        if kept is None or verdict is None:
            return
        self.glyph.set_glyph(STATES[verdict.state], _state_name(verdict.state))
        self.words.setText(say(verdict.note, now=self._bridge.now))
        self.until.setText(self._until(kept))
        self.setAccessibleName(
            tr("{state}: {words}", state=_state_name(verdict.state), words=say(verdict.note, now=self._bridge.now))
        )

    def begin(self) -> None:
        """The seller wants this check."""
        if self._row is None:
            return
        bridge = self._bridge
        try:
            days, orders = pieces_of(self.days), pieces_of(self.orders)
        except ValueError as wrong:
            title = N_("“{typed}” is no number of days or orders.", typed=str(wrong))
            bridge.trouble.emit(PlimsollError(title, N_("Type a number. Nothing was changed.")))
            return
        check = Check(rule=Rule(self.rule.currentData()), begun_at=bridge.now, days=days or 0, orders=orders)
        if bridge.perform(writes.begin_check, bridge.db, self._row, check, who=self.who, now=bridge.now):
            self.begun.emit()

    def _stop(self) -> None:
        if self._row is not None:
            self._bridge.perform(writes.stop_check, self._bridge.db, self._row, now=self._bridge.now)

    def _until(self, kept: Kept) -> str:
        now, check = self._bridge.now, kept.check
        rule, begun = rule_name(check.rule), moment(check.begun_at, now)
        last = calendar_date(check.ends_at.astimezone().date(), now.astimezone().date())
        if check.orders is None:
            said = tr("{rule}, from {begun} to {last}.", rule=rule, begun=begun, last=last)
        else:
            said = trn(
                "{rule}, from {begun} to {last}, or for {n} order.",
                "{rule}, from {begun} to {last}, or for {n} orders.",
                check.orders,
                rule=rule,
                begun=begun,
                last=last,
            )
        return f"{said} {tr('Set by {who}.', who=kept.who)}" if kept.who else said

    def _arrange(self) -> None:
        ask = QHBoxLayout(self._ask)
        ask.setContentsMargins(0, 8, 0, 0)
        ask.setSpacing(8)
        for part in (
            self.rule,
            Label(tr("for"), colour="text_secondary"),
            self.days,
            Label(tr("days or"), colour="text_secondary"),
            self.orders,
            Label(tr("orders"), colour="text_secondary"),
        ):
            ask.addWidget(part)
        ask.setStretchFactor(self.rule, 1)
        ask.addSpacing(8)
        ask.addWidget(self.start)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self.words)
        said.addWidget(self.until)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self._ask)


def _state_name(state: State) -> str:
    return {
        State.RUNNING: tr("Running"),
        State.HELD: tr("It held"),
        State.BROKEN: tr("It did not hold"),
        State.STOPPED: tr("Stopped"),
    }[state]

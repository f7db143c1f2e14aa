"""The step "What happened": the timeline, eight questions with their evidence one key away, and the cause."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.core.changes import Changes
from app.core.diagnosis import diagnose
from app.core.diagnosis_causes import Cause, Diagnosis
from app.core.diagnosis_facts import Facts
from app.core.diagnosis_questions import Answer, Ask, answers, window
from app.core.diagnosis_replay import otherwise
from app.errors import PlimsollError
from app.store import causes, evidence, incidents
from app.ui.bridge import Bridge
from app.ui.incidents import writes
from app.ui.incidents.fix_paper import ending_parts
from app.ui.incidents.happened_chart import Timeline
from app.ui.incidents.happened_models import EventsModel, LinesModel, QuestionsModel, events
from app.ui.incidents.happened_paper import incident_report
from app.ui.incidents.happened_words import (
    APART,
    FOUR,
    against,
    cause_name,
    otherwise_words,
    proposal,
    question,
)
from app.ui.incidents.shop_log import LogButton
from app.ui.inventory.flow import FlowLayout
from app.ui.papers.paper import Paper, write_paper
from app.ui.papers.printing import PrintButton, where_to
from app.ui.shell.header import SIDE
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.cells import CellDelegate, NumberDelegate
from app.ui.widgets.choice import CheckBox, RadioButton
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.table import Column, TableView, table_view
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import all_of, clock_time, say, tr

_QUESTIONS = (
    Column(236, lambda view: StatusDelegate(view, role="body")),
    Column(300, CellDelegate, stretch=True),
    Column(120, CellDelegate),
)
_LINES = (Column(86, CellDelegate), Column(200, CellDelegate, stretch=True), Column(76, NumberDelegate))
_SHOWN_ROWS = 9
_WITH_NOTE = 860  # wide enough for a note beside the buttons


class Happened(QScrollArea):
    """`answered` says how many of the eight are answered; `left` is Esc in one of the lists."""

    answered = Signal(int)
    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._number: int | None = None
        self._facts: Facts | None = None
        self._found: Diagnosis | None = None
        self.answers: Sequence[Answer] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What happened"))
        self._make_parts()
        self._lay_out()
        self._theme = follow(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note makes way for what can be pressed, and the evidence goes under the questions."""
        super().resizeEvent(event)
        self._note()
        ways = QBoxLayout.Direction
        wide = self.width() >= self._theme.px(_WITH_NOTE)
        self._below.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    # --- what it shows ----------------------------------------------------------------------------------------------

    def show_incident(self, number: int) -> None:
        """All of one incident, read afresh."""
        now = self._bridge.now
        facts = evidence.gather(self._bridge.db, number, now=now)
        if facts is None:
            return
        if number != self._number:
            self._choose(None)
        self._number, self._facts, self._found = number, facts, diagnose(facts)
        self.answers = answers(facts, self._found)
        self.timeline.show_facts(facts)
        begin, _ = window(facts)
        last = max([facts.opened_at, *(sale.booked_at for sale in facts.over)])
        span = tr("{begin} to {end}", begin=clock_time(begin), end=clock_time(last))
        self.title.set_title(span)
        self._note()
        self.timeline.setAccessibleDescription(self._sentence(facts))
        self.events_model.show_events(events(facts))
        self.questions_model.show_rows([one for one in self.answers if one.ask is not Ask.CAUSE])
        if not self.questions.currentIndex().isValid():
            self.questions.selectRow(0)
        self._show_evidence()
        self._show_cause()
        self._show_replay(facts)
        self.log.show_facts(facts)
        self._measure()

    def take_keyboard(self) -> None:
        """The questions are the place to begin."""
        self.questions.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Something was booked or said: read again."""
        if self._number is not None and (changes.incidents or changes.orders or changes.skus):
            self.show_incident(self._number)

    @property
    def cause(self) -> Cause | None:
        """What is chosen."""
        return next((cause for cause, button in self.choices.items() if button.isChecked()), None)

    def confirm(self, cause: Cause | None = None) -> None:
        """The seller says that this was it: what was chosen, or what was proposed."""
        chosen = cause or self.cause
        if self._number is None or self._found is None or chosen is None:
            return
        now = self._bridge.now
        self._bridge.perform(writes.confirm_cause, self._bridge.db, self._number, chosen, self._found, now=now)
        self.show_incident(self._number)

    def paper(self) -> Paper | None:
        """The report, as it is now; None where no incident is shown."""
        if self._facts is None or self._found is None or self._number is None:
            return None
        said = causes.confirmed(self._bridge.db, self._number)
        now, row = self._bridge.now, incidents.incident(self._bridge.db, self._number)
        own = QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        end = ending_parts(self._bridge.db, row, currency=own or "EUR", now=now) if row is not None else ()
        customers = self.customers.isChecked()
        return incident_report(self._facts, self._found, said, customers=customers, ending=end, now=now)

    def save(self) -> None:
        """Ask where, and write the report."""
        paper = self.paper()
        if paper is None:
            return
        target = where_to(self, tr("Save report"), tr("incident-{number}", number=str(self._number)))
        if target is None:
            return
        try:
            write_paper(paper, target)
        except PlimsollError as error:
            self._bridge.trouble.emit(error)
            return
        self.saved.setText(tr("{file} is saved.", file=target.name))

    # --- inside -----------------------------------------------------------------------------------------------------

    def _note(self) -> None:
        wide = self.width() >= self._theme.px(_WITH_NOTE)
        self.title.set_note(tr("put together from the ledger and the channel logs") if wide else "")

    def _sentence(self, facts: Facts) -> str:
        shops = all_of(sorted({facts.shop_name(sale.shop) for sale in facts.over}))
        return tr(
            "{product} went over by {n} at {shops}. The same events are in the table.",
            product=facts.title,
            n=facts.pieces_over,
            shops=shops or tr("no channel"),
        )

    def _make_parts(self) -> None:
        def clock():  # type: ignore[no-untyped-def]
            return self._bridge.now

        self.title = SectionTitle(tr("What happened"))
        self.customers = CheckBox(tr("With orders and customers"))
        self.as_table = Button(tr("As a table"), Variant.QUIET, size=ButtonSize.SMALL)
        self.as_table.clicked.connect(lambda _checked=False: self._switch())
        self.save_report = Button(tr("Save report…"), size=ButtonSize.SMALL)
        self.save_report.clicked.connect(lambda _checked=False: self.save())
        self.print_report = PrintButton(self.paper, self._bridge.trouble.emit)
        self.saved = Label("", "small", colour="text_secondary")
        self.log = LogButton(self._bridge)
        for part in (self.saved, self.customers, self.as_table, self.print_report, self.save_report):
            self.title.row.addWidget(part)
        self.timeline = Timeline()
        self.events_model, self.questions_model = EventsModel(clock), QuestionsModel(clock)
        self.lines_model = LinesModel(clock)
        self.events = _table(tr("Timeline as a table"), _LINES, self.events_model, stretch=1)
        self.events.hide()
        self.questions = _table(tr("Eight questions"), _QUESTIONS, self.questions_model, stretch=1)
        self.questions.horizontalHeader().hide()
        self.questions.selectionModel().currentRowChanged.connect(lambda *_: self._show_evidence())
        self.questions.opened.connect(self._go_to_evidence)
        self.lines = _table(tr("Evidence"), _LINES, self.lines_model, stretch=1)
        self.lines.horizontalHeader().hide()
        for table in (self.events, self.questions):
            table.left.connect(self.left)
        self.lines.left.connect(self.take_keyboard)
        self.lines_title = SectionTitle(tr("Evidence"))
        self.lines_words = Paragraph("", colour="text_primary")
        self._make_cause()

    def _make_cause(self) -> None:
        self.questions_title = SectionTitle(tr("Eight questions"))
        self.cause_title = Label(question(Ask.CAUSE), weight=600)
        self.group = QButtonGroup(self)
        self.choices: dict[Cause, RadioButton] = {}
        for cause in (*FOUR, *APART):
            button = RadioButton(cause_name(cause))
            self.group.addButton(button)
            self.choices[cause] = button
            button.toggled.connect(lambda _on: self._settle())
        self.proposed = Paragraph("", colour="text_primary")
        self.against = Paragraph("", colour="text_secondary")
        self.agree = Button(tr("Agree"), Variant.PRIMARY)
        self.agree.clicked.connect(lambda _checked=False: self.confirm(None if self.cause else self._proposed()))
        self.said = ElidedLabel("", colour="text_secondary")
        self.replay_title = SectionTitle(tr("What would have prevented it"), tr("by replaying the same buyers"))
        self.replay = QGridLayout()
        self.replay.setHorizontalSpacing(20)
        self.replay.setVerticalSpacing(6)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.questions_title)
        left.addWidget(self.questions)
        left.addSpacing(12)
        left.addLayout(self._cause_rows())
        left.addSpacing(20)
        left.addWidget(self.replay_title)
        left.addSpacing(8)
        left.addLayout(self.replay)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.lines_title)
        right.addWidget(self.lines)
        right.addSpacing(10)
        right.addWidget(self.lines_words)
        right.addSpacing(10)
        right.addWidget(self.log, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(28)
        self._below.addLayout(left, 5)
        self._below.addLayout(right, 2)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(SIDE, 8, SIDE, SIDE)
        column.setSpacing(0)
        for part in (self.title, self.timeline, self.events):
            column.addWidget(part)
        column.addSpacing(16)
        column.addLayout(self._below)
        column.addStretch(1)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)

    def _cause_rows(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.cause_title)
        head.addWidget(self.said, 1)
        column.addLayout(head)
        for row in (FOUR, APART):
            line = FlowLayout(gap=16)
            for cause in row:
                line.addWidget(self.choices[cause])
            column.addLayout(line)
        act = QHBoxLayout()
        act.setSpacing(12)
        act.addWidget(self.proposed, 1)
        act.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(act)
        column.addWidget(self.against)
        return column

    def _proposed(self) -> Cause | None:
        return self._found.proposed.cause if self._found else None

    def _choose(self, cause: Cause | None) -> None:
        """Nothing is chosen beforehand: the group must allow that for a moment."""
        self.group.setExclusive(False)
        for one, button in self.choices.items():
            button.setChecked(one is cause)
        self.group.setExclusive(True)

    def _show_cause(self) -> None:
        assert self._found is not None, "an incident was shown"
        assert self._number is not None, "an incident was shown"
        self.proposed.setText(tr("Suggested. {proposal}", proposal=proposal(self._found)))
        words = against(self._found.proposed)
        self.against.setText(words)
        self.against.setVisible(bool(words))
        said = causes.confirmed(self._bridge.db, self._number)
        if said is not None and self.cause is None:
            self._choose(said.cause)
        self.said.setText(
            tr("You said: {cause}", cause=cause_name(said.cause)) if said else tr("The root cause is still open.")
        )
        answered = sum(not one.look or bool(one.rows) for one in self.answers[:-1])
        self.questions_title.set_note(tr("7 answered for you, 1 is yours") if not said else tr("8 answered"))
        self.answered.emit(7 + (said is not None) if answered else 0)
        self._settle()

    def _settle(self) -> None:
        chosen, proposed = self.cause, self._proposed()
        self.agree.setText(tr("Agree") if chosen in (None, proposed) else tr("Save this cause"))
        self.agree.setEnabled(chosen is not None or proposed not in (None, Cause.UNKNOWN))

    def _show_evidence(self) -> None:
        row = self.questions.currentIndex().row()
        rows = self.questions_model.rows
        if self._facts is None or not 0 <= row < len(rows):
            return
        answer = rows[row]
        self.lines_title.set_title(tr("Evidence"))
        self.lines_title.set_note(tr("for question {n}", n=row + 1))
        self.lines_model.show_answer(self._facts, answer)
        self.lines_words.setText(" ".join(say(word, now=self._bridge.now) for word in answer.words))
        self._measure()

    def _show_replay(self, facts: Facts) -> None:
        while (item := self.replay.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        ways = otherwise(facts) if facts.over else []
        self.replay_title.setVisible(bool(ways))
        for place, one in enumerate(ways):
            name, words = otherwise_words(one)
            self.replay.addWidget(Label(name, colour="text_secondary"), place, 0)
            self.replay.addWidget(Label(words, weight=600 if one.prevented else None), place, 1)
            assumes = ElidedLabel(" ".join(say(line) for line in one.assumes), "small", colour="text_tertiary")
            self.replay.addWidget(assumes, place, 2)
        self.replay.setColumnStretch(2, 1)

    def _go_to_evidence(self, _index: QModelIndex) -> None:
        if self.lines_model.rowCount():
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
            self.lines.selectRow(0)

    def _switch(self) -> None:
        """Drawn, or as a table for the keyboard."""
        drawn = self.timeline.isVisibleTo(self)
        self.timeline.setVisible(not drawn)
        self.events.setVisible(drawn)
        self.as_table.setText(tr("As a drawing") if drawn else tr("As a table"))
        if drawn:
            self.events.setFocus(Qt.FocusReason.OtherFocusReason)
            self.events.selectRow(0)

    def _measure(self) -> None:
        for table, most in ((self.questions, _SHOWN_ROWS), (self.lines, _SHOWN_ROWS), (self.events, _SHOWN_ROWS)):
            rows = max(1, min(most, table.model().rowCount()))
            header = table.horizontalHeader()
            head = 0 if header.isHidden() else header.sizeHint().height()
            table.setFixedHeight(rows * table.verticalHeader().defaultSectionSize() + head + 2)

    def _dress(self) -> None:
        self._measure()


def _table(name: str, columns: Sequence[Column], model: object, *, stretch: int) -> TableView:
    table = table_view(name, columns)
    table.setModel(model)  # type: ignore[arg-type]
    table.setSelectionMode(TableView.SelectionMode.SingleSelection)
    table.horizontalHeader().setSectionsClickable(False)
    table.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    return table

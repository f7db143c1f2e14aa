"""Who decides what: the order of truth, what was settled by it, and the papers that say so."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.truth import ORDER, Conflict, rule
from app.errors import PlimsollError
from app.store import truth
from app.ui.bridge import Bridge
from app.ui.papers.digest import of_week, summary, week_of, weekly_digest
from app.ui.papers.paper import Paper, write_paper
from app.ui.papers.printing import PrintButton, where_to
from app.ui.papers.statement import conflict_words, master_statement
from app.ui.shell.views import EDGE, Soon, View, announce, in_order
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import moment, say, tr

SHOWN_FOR = timedelta(days=90)
WEEKS = 8


class AuthorityView(View):
    """The page."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Who decides what"), tr("Plimsoll holds the stock. Channels only show it."))
        self._bridge = bridge
        self._again = Soon(lambda _changes: self.read(), self, after_ms=500)
        self.statement = Button(tr("Save the master statement…"), icon="disk")
        self.print_statement = PrintButton(self._statement, bridge.trouble.emit, ButtonSize.NORMAL)
        self.header.add_action(self.print_statement)
        self.header.add_action(self.statement)
        self.order = [Paragraph(say(line), colour="text_primary") for line in ORDER.values()]
        self.week = ComboBox(tr("Week"), measure="small")
        self.digest = Paragraph(colour="text_primary")
        self.save_digest = Button(tr("Save this digest…"), size=ButtonSize.SMALL)
        self.print_digest = PrintButton(self._week, bridge.trouble.emit)
        fields = self._fields()
        self._model: Sheet[Conflict] = Sheet(
            fields, key=lambda one: (one.at, one.met, one.sku, one.shop, one.ref), said=self._said
        )
        self.table = SheetTable(tr("Conflicts and the rule that settled each"), self._model, fields)
        self.words = Paragraph()
        self._lay_out()
        in_order(
            self.back,
            self.print_statement,
            self.statement,
            self.week,
            self.save_digest,
            self.print_digest,
            self.table,
        )
        self.statement.clicked.connect(lambda _checked=False: self.save_statement())
        self.save_digest.clicked.connect(lambda _checked=False: self.save_week())
        self.week.activated.connect(lambda _place: self._tell_week())
        self.table.left.connect(self.left)

    @property
    def rows(self) -> Sequence[Conflict]:
        """What is shown."""
        return self._model.rows

    def start(self) -> None:
        """Read it, with the keyboard on what was settled."""
        self.read()
        (self.table if self.rows else self.statement).setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read it anew."""
        now, kept = self._bridge.now, max(0, self.week.currentIndex())
        self.week.clear()
        for back in range(WEEKS):
            words = {0: tr("This week"), 1: tr("Last week")}.get(back) or week_of(now, back).words
            self.week.addItem(words, back)
        self.week.setCurrentIndex(kept)
        self._tell_week()
        rows = truth.conflicts(self._bridge.db, since=now - SHOWN_FOR)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.words.setText("" if rows else tr("Nothing has said anything else in the last 90 days."))
        self.words.setVisible(not rows)

    def on_changed(self, changes: Changes) -> None:
        """Something was decided, counted or sold."""
        self._again.add(changes)

    def rest(self) -> None:
        """Nobody looks."""
        self._again.stop()

    def save_statement(self) -> None:
        """Ask where, and write the master statement."""
        self._save(self._statement(), tr("master-statement"))

    def save_week(self) -> None:
        """Ask where, and write the digest of the chosen week."""
        week = week_of(self._bridge.now, int(self.week.currentData()))
        name = tr("outside-edits-{day}", day=f"{week.begin:%Y-%m-%d}")
        self._save(self._week(), name)

    # Inside

    def _statement(self) -> Paper:
        return master_statement(self._bridge.db, self._bridge.now)

    def _week(self) -> Paper:
        return weekly_digest(self._bridge.db, week_of(self._bridge.now, int(self.week.currentData())))

    def _save(self, paper: Paper, name: str) -> None:
        target = where_to(self, paper.title, name)
        if target is None:
            return
        try:
            write_paper(paper, target)
        except PlimsollError as error:
            self._bridge.trouble.emit(error)
            return
        announce(self, tr("{file} is saved.", file=target.name))
        self.header.say(tr("Who decides what"), tr("{file} is saved.", file=target.name))

    def _tell_week(self) -> None:
        week = week_of(self._bridge.now, int(self.week.currentData()))
        rows = of_week(self._bridge.db, week)
        self.digest.setText(summary(rows))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(EDGE, 16, EDGE, 4)
        top.setSpacing(40)
        top.addWidget(self._truth(), 5)
        top.addWidget(self._digest(), 4)
        title = SectionTitle(tr("Conflicts and the rules that settle them"), tr("the last 90 days"))
        below = QVBoxLayout()
        below.setContentsMargins(EDGE, 16, EDGE, 0)
        below.addWidget(title)
        below.addWidget(self.words)
        self.column.addLayout(top)
        self.column.addLayout(below)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)

    def _truth(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionTitle(tr("The order of truth"), tr("fixed")))
        for rank, sentence in zip(ORDER, self.order, strict=True):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Label(str(int(rank)), weight=600, tabular=True), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(sentence, 1)
            column.addLayout(row)
        column.addStretch(1)
        return part

    def _digest(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(tr("Outside edits"), tr("week by week")))
        column.addWidget(self.digest)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.week)
        row.addWidget(self.save_digest)
        row.addWidget(self.print_digest)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return part

    def _said(self, one: Conflict) -> str:
        return tr(
            "{at}: {title}. {what}. {rule}.",
            at=moment(one.at, self._bridge.now),
            title=one.title,
            what=conflict_words(one),
            rule=say(rule(one)),
        )

    def _fields(self) -> list[Field[Conflict]]:
        return [
            Field(
                head=tr("When"),
                words=lambda one: moment(one.at, self._bridge.now),
                look=lambda _one: Look(colour="text_secondary"),
                column=Column(130, CellDelegate),
            ),
            Field(
                head=tr("Product"),
                words=lambda one: one.title,
                tip=lambda one: one.sku,
                column=Column(230, CellDelegate),
            ),
            Field(head=tr("What was said"), words=conflict_words, column=Column(280, CellDelegate, stretch=True)),
            Field(
                head=tr("The rule"),
                words=lambda one: say(rule(one)),
                glyph=lambda one: Glyph.OK if one.settled else Glyph.DIFFERS,
                column=Column(340, StatusDelegate),
            ),
        ]

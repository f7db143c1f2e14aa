"""Counts so far: the figures of each month, the counts themselves, and a report of the one that is chosen."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.counting import Figures
from app.errors import PlimsollError
from app.store import count_figures, counts, stall_days
from app.store.count_figures import Settled
from app.store.counts import Session
from app.store.stall_days import StallDay
from app.ui.bridge import Bridge
from app.ui.count import report, stall_report
from app.ui.papers.paper import Paper, write_paper
from app.ui.papers.printing import PrintButton
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import duration, moment, money, number, tr

_WIDTH, _HEIGHT = 760, 170
Month = tuple[datetime, list[Settled]]
Past = Session | StallDay


class PastCounts(Dialog):
    """Choose a count and write its report; the months above say how the stock is doing."""

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(
            parent, question=tr("Counts so far"), yes=tr("Write a report…"), no=tr("Close"), width=_WIDTH
        )  # fmt: skip
        self._bridge = bridge
        now = bridge.now
        months: list[Field[Month]] = [
            Field(head=tr("Month"), words=lambda row: _month(row[0]), column=Column(130, CellDelegate)),
            Field(head=tr("Products"), words=lambda row: len(row[1]), column=Column(80, NumberDelegate)),
            Field(head=tr("Agreed"), words=self._agreed, column=Column(76, NumberDelegate)),
            Field(head=tr("Missing"), words=lambda row: self._figures(row).missing, column=Column(76, NumberDelegate)),
            Field(head=tr("Surplus"), words=lambda row: self._figures(row).surplus, column=Column(76, NumberDelegate)),
            Field(head=tr("At cost"), words=_worth, column=Column(110, NumberDelegate)),
            Field(head=tr("Time for 100"), words=self._pace, column=Column(110, NumberDelegate, stretch=True)),
        ]
        model: Sheet[Month] = Sheet(months, key=lambda row: row[0], said=self._said)
        self.months: SheetTable[Month] = SheetTable(tr("Months"), model, months, wide=False)
        quiet = Look(colour="text_secondary")
        past: list[Field[Past]] = [
            Field(head=tr("Count"), words=lambda row: row.name, column=Column(220, CellDelegate, stretch=True)),
            Field(head=tr("Begun"), words=lambda row: moment(row.begun_at, now), column=Column(180, CellDelegate)),
            Field(
                head=tr("Ended"), look=lambda _row: quiet, column=Column(180, CellDelegate),
                words=lambda row: moment(row.ended_at, now) if row.ended_at else tr("still open"),
            ),
        ]  # fmt: skip
        said = lambda row: tr("{count}, begun {at}", count=row.name, at=moment(row.begun_at, now))  # noqa: E731
        self._counts: Sheet[Past] = Sheet(past, key=lambda row: (type(row), row.id), said=said)
        self.counts: SheetTable[Past] = SheetTable(tr("Counts"), self._counts, past, wide=False)
        self.counts.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.words = Paragraph()
        self.print = PrintButton(self._chosen, bridge.trouble.emit)
        self.counts.chosen.connect(self._settle)
        self._lay_out()

    def accept(self) -> None:
        """Ask where to, and write the report of the chosen count."""
        session = self.counts.current()
        if session is None:
            return
        kinds = tr("PDF (*.pdf);;Web page (*.html);;Markdown (*.md)")
        name, _ = QFileDialog.getSaveFileName(self, tr("Report"), "count-report.pdf", kinds)
        if name and self.write(session, Path(name)):
            super().accept()

    def write(self, session: Past, path: Path) -> bool:
        """Write it; False where that was refused, and why is told."""
        try:
            write_paper(self._paper(session), path)
        except PlimsollError as error:
            self._bridge.trouble.emit(error)
            return False
        return True

    def _chosen(self) -> Paper | None:
        session = self.counts.current()
        return None if session is None else self._paper(session)

    def _paper(self, past: Past) -> Paper:
        db, now = self._bridge.db, self._bridge.now
        if isinstance(past, StallDay):
            return stall_report.of_day(db, past, now=now)
        return report.of_count(db, past)

    def _settle(self) -> None:
        past, db = self.counts.current(), self._bridge.db
        said: list[str] = []
        if isinstance(past, StallDay):
            said = stall_report.sentences(db, past)
        elif past is not None:
            said = report.sentences(db, count_figures.settled(db, count=past.id))
        self.words.setText(" ".join(said))
        self.yes.setEnabled(past is not None)
        self.print.setEnabled(past is not None)

    def _figures(self, row: Month) -> Figures:
        return count_figures.figures(self._bridge.db, row[1])

    def _agreed(self, row: Month) -> str:
        accuracy = self._figures(row).accuracy
        return "" if accuracy is None else tr("{percent} %", percent=number(round(100 * accuracy)))

    def _pace(self, row: Month) -> str:
        pace = self._figures(row).seconds_per_100
        return "" if pace is None else duration(pace)

    def _said(self, row: Month) -> str:
        return tr("{month}: {words}", month=_month(row[0]), words=" ".join(report.sentences(self._bridge.db, row[1])))

    def _lay_out(self) -> None:
        db = self._bridge.db
        self.months.show_rows(count_figures.months(db, now=self._bridge.now))
        days = [*stall_days.open_days(db), *stall_days.ended_days(db)]
        past: list[Past] = [*counts.open_sessions(db), *counts.ended_sessions(db), *days]
        self.counts.show_rows(sorted(past, key=lambda row: row.begun_at, reverse=True))
        for table in (self.months, self.counts):
            table.setFixedHeight(self._theme.px(_HEIGHT))
        for part in (
            SectionTitle(tr("By month")),
            self.months,
            SectionTitle(tr("Counts and stall days")),
            self.counts,
            self.words,
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        self._settle()


def _month(at: datetime) -> str:
    return QLocale().toString(QDate(at.year, at.month, 1), "MMMM yyyy")


def _worth(row: Month) -> str:
    return ", ".join(money(minor, of) for of, minor in count_figures.worth(row[1]).items())

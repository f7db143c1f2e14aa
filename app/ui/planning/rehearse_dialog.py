"""Rehearse a flash sale: how many buyers an hour, how far it is, what was found, and the reports of before."""

import random
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.core.rehearsal import BEST_TIMES, RATES, Plan, Report, Step
from app.errors import PlimsollError
from app.store import rehearsals
from app.ui.bridge import Bridge
from app.ui.channels.promotion_view import write_text
from app.ui.planning import rehearse_words as words
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox, TextField
from app.ui.widgets.progress import Meter
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import moment, number, percent, say, tr, trn

_WIDTH, _LOOK_MS, _METER, _ROW, _HELD_MOST = 820, 250, 260, 34, 99


class RehearseDialog(Dialog):
    """One rehearsal at a time, in a process of its own; the window stays free. Closing it stops what is under way."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, *, held: int = 0) -> None:
        super().__init__(
            parent,
            question=tr("Rehearse a flash sale"),
            text=tr("Runs on a copy: made-up buyers, simulated channels, and Plimsoll as it is. Nothing reaches"
                    " your channels. It takes about a minute."),
            yes=tr("Rehearse"), no=tr("Close"), width=_WIDTH,
        )  # fmt: skip
        self._bridge = bridge
        self._reports: list[Report] = []
        self._running = self._stopped = self._closed = False
        self._said = (0, 0.0)
        best = rehearsals.best_day(bridge.db)
        self.best = max(1, best.in_an_hour * BEST_TIMES) if best is not None else 0
        self.paces = {rate: CheckBox(number(rate), name=_pace_name(rate)) for rate in RATES}
        self.as_best = CheckBox(tr("My best day times five: {n} an hour", n=number(self.best)))
        self.as_best.setVisible(bool(self.best))
        self.held = TextField(tr("Hold back so many more"), tabular=True)
        self.held.set_text(str(held))
        self.meter, self.far, self.stop = Meter(0.0, tr("Progress"), width=_METER), Label(""), Button(tr("Stop"))
        self.verdict, self.details = Label("", weight=600), Paragraph("", "small")
        fields = _fields()
        self._model: Sheet[Step] = Sheet(fields, key=lambda step: step.rate, said=words.pace_said)
        self.table: SheetTable[Step] = SheetTable(tr("Each pace"), self._model, fields, wide=False)
        self.kept = ComboBox(tr("Reports that are kept"), measure="small")
        self.save = Button(tr("Save as text…"), size=ButtonSize.SMALL)
        self.copy = Button(tr("Copy"), size=ButtonSize.SMALL)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_LOOK_MS)
        self._ticker.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        for box in self.paces.values():
            box.setChecked(True)
        self._read()
        self._settle()

    @property
    def report(self) -> Report | None:
        """The report that is shown."""
        place = self.kept.currentIndex()
        return self._reports[place] if 0 <= place < len(self._reports) else None

    def plan(self) -> Plan | None:
        """What is asked for; None where nothing is, or a number is wrong."""
        rates = [rate for rate, box in self.paces.items() if box.isChecked()]
        if self.as_best.isChecked() and self.best:
            rates.append(self.best)
        typed = self.held.text().strip() or "0"
        good = typed.isdecimal() and int(typed) <= _HELD_MOST
        self.held.set_error("" if good else tr("Type a number of pieces, 0 to {n}.", n=_HELD_MOST))
        if not rates or not good:
            return None
        seed = random.SystemRandom().randrange(2**31)
        return Plan(seed=seed, rates=tuple(sorted(set(rates))), held=int(typed))

    def accept(self) -> None:
        """Rehearse; the dialog stays."""
        plan, lent = self.plan(), self._bridge.lent.rehearsing
        if plan is None or lent is None or self._running:
            return
        self._running, self._stopped, self._said, self._rates = True, False, (0, 0.0), plan.rates
        self._bridge.background(lambda: lent.run(plan, self._tell), self._done, self._failed)
        self._ticker.start()
        self._look()
        self._settle()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Closing stops it."""
        self._end()
        self._closed = True  # what is said from now on finds nobody here
        super().reject()

    def ask_where(self) -> str:
        """Where the text goes; empty for nowhere. Tests replace this."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Save this report"), tr("rehearsal.txt"))
        return path

    # Inside

    def _tell(self, step: int, share: float) -> None:
        """From another thread: only kept, and shown when the timer looks."""
        self._said = (step, share)

    def _look(self) -> None:
        step, share = self._said
        rate = self._rates[min(step, len(self._rates) - 1)]
        said = tr("{rate} buyers an hour, {share} of all", rate=number(rate), share=percent(share))
        self.meter.set_share(share, said)
        self.far.setText(said)

    def _end(self) -> None:
        lent = self._bridge.lent.rehearsing
        if self._running and lent is not None:
            self._stopped = True
            lent.stop()

    def _done(self, report: Report) -> None:
        if self._closed:
            return
        self._over()
        self._read()
        self._settle()
        self.verdict.setText(words.verdict(report))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: PlimsollError) -> None:
        if self._closed:
            return
        self._over()
        self._settle()
        said = tr("Stopped. Nothing of it is kept.") if self._stopped else f"{say(error.title)} {say(error.advice)}"
        self.verdict.setText(said)
        self.verdict.setVisible(True)
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _over(self) -> None:
        self._running = False
        self._ticker.stop()

    def _read(self) -> None:
        self._reports = [report for _, report in rehearsals.kept(self._bridge.db)]
        self.kept.clear()
        now = self._bridge.now
        for report in self._reports:
            self.kept.addItem(tr("{at}: {what}", at=moment(report.began_at, now), what=words.short_verdict(report)))
        self._show()

    def _show(self) -> None:
        report = self.report
        if report is None:
            return
        self.verdict.setText(words.verdict(report))
        self.details.setText(words.details(report))
        self.table.show_rows(report.steps)
        head = self.table.horizontalHeader().sizeHint().height()
        step = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(head + len(report.steps) * step + 2 * self.table.frameWidth() + 2)

    def _settle(self) -> None:
        found, runs = self.report is not None, self._running
        under_way: tuple[QWidget, ...] = (self.meter, self.far, self.stop)
        afterwards: tuple[QWidget, ...] = (self.verdict, self.table, self.details, self.kept, self.save, self.copy)
        for part in under_way:
            part.setVisible(runs)
        for part in afterwards:
            part.setVisible(found and not runs)
        for box in (*self.paces.values(), self.as_best, self.held):
            box.setEnabled(not runs)
        wanted = any(box.isChecked() for box in (*self.paces.values(), self.as_best))
        self.yes.setEnabled(not runs and wanted and self._bridge.lent.rehearsing is not None)

    def _save(self) -> None:
        report, path = self.report, self.ask_where()
        if report is not None and path:
            text = words.report_words(report, self._bridge.now)
            self._bridge.background(lambda: write_text(Path(path), text), lambda _path: None)

    def _copy(self) -> None:
        if self.report is not None:
            QGuiApplication.clipboard().setText(words.report_words(self.report, self._bridge.now))

    def _connect(self) -> None:
        self.stop.clicked.connect(lambda _checked=False: self._end())
        self.save.clicked.connect(lambda _checked=False: self._save())
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.kept.activated.connect(lambda _place: self._show())
        for box in (*self.paces.values(), self.as_best):
            box.toggled.connect(lambda _on: self._settle())

    def _lay_out(self) -> None:
        self.body.addWidget(Label(tr("Buyers an hour"), colour="text_secondary"))
        self.body.addLayout(_row((*self.paces.values(), self.as_best)))
        self.held.setFixedWidth(self._theme.px(_METER))
        self.body.addWidget(self.held)
        self.body.addLayout(_row((self.meter, self.far, self.stop)))
        for part in (self.verdict, self.table, self.details):
            self.body.addWidget(part)
        self.body.addLayout(_row((self.kept, self.save, self.copy)))


def _pace_name(rate: int) -> str:
    return trn("{n} buyer an hour", "{n} buyers an hour", rate)


def _row(parts: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _fields() -> list[Field[Step]]:
    loud = Look(colour="danger", strong=True)
    return [
        Field(head=tr("Buyers"), words=lambda step: step.rate, column=Column(66, NumberDelegate)),
        Field(head=tr("Orders"), words=lambda step: step.orders, column=Column(66, NumberDelegate)),
        Field(head=tr("Sold out"), words=lambda step: step.turned_away, column=Column(76, NumberDelegate)),
        Field(head=tr("Heard of in"), words=lambda step: words.seconds(step.heard), column=Column(92, CellDelegate)),
        Field(head=tr("Told in"), words=lambda step: words.seconds(step.told), column=Column(76, CellDelegate)),
        Field(head=tr("In a minute"), words=words.in_time, column=Column(92, CellDelegate)),
        Field(head=tr("Allowance used"), words=words.allowance, column=Column(130, CellDelegate, stretch=True)),
        Field(
            head=tr("Oversold"), words=lambda step: step.pieces_over, column=Column(80, NumberDelegate),
            look=lambda step: loud if step.pieces_over else None,
        ),
    ]  # fmt: skip

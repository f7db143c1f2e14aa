"""The four audits on the Count page: when each is next, how many in a row, and what was missed and why."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.audits import Audit, Standing
from app.ui.widgets.cells import CellDelegate, Look
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import day, number, say, tr, trn


def audit_names() -> dict[Audit, str]:
    """What each is called."""
    return {
        Audit.DAILY: tr("Daily compare"),
        Audit.WEEKLY: tr("Weekly top 20"),
        Audit.MONTHLY: tr("Monthly count"),
        Audit.QUARTERLY: tr("Season review"),
    }


def next_words(one: Standing, now: datetime) -> str:
    """When it is next: "Due", "Due since Mon 11 May", "Thu 21 May"."""
    if one.next_at is None:
        return tr("nothing to check yet")
    on, today = one.next_at.astimezone().date(), now.astimezone().date()
    if one.due(now):
        return tr("Due today") if on == today else tr("Due since {day}", day=day(on, now))
    return tr("Later today") if on == today else day(on, now)


def streak_words(one: Standing) -> str:
    """ "6 weeks in a row": rounds without a missed one."""
    counted = {
        Audit.DAILY: lambda n: trn("{n} day in a row", "{n} days in a row", n),
        Audit.WEEKLY: lambda n: trn("{n} week in a row", "{n} weeks in a row", n),
        Audit.MONTHLY: lambda n: trn("{n} month in a row", "{n} months in a row", n),
        Audit.QUARTERLY: lambda n: trn("{n} quarter in a row", "{n} quarters in a row", n),
    }
    return counted[one.audit](one.streak) if one.streak else ""


def missed_words(one: Standing) -> str:
    """ "Missed 2 days: the app was closed"; empty where nothing was missed."""
    if not one.missed:
        return ""
    counted = {
        Audit.DAILY: lambda n: trn("Missed {n} day", "Missed {n} days", n),
        Audit.WEEKLY: lambda n: trn("Missed {n} week", "Missed {n} weeks", n),
        Audit.MONTHLY: lambda n: trn("Missed {n} month", "Missed {n} months", n),
        Audit.QUARTERLY: lambda n: trn("Missed {n} quarter", "Missed {n} quarters", n),
    }
    missed = counted[one.audit](one.missed)
    return tr("{missed}: {why}", missed=missed, why=say(one.because)) if one.because is not None else missed


def progress_words(one: Standing) -> str:
    """How far the present round is; empty where it has no parts."""
    if not one.of:
        return ""
    if one.audit is Audit.DAILY:
        return trn("{done} of {n} channel", "{done} of {n} channels", one.of, done=number(one.done))
    return tr("{done} of {all} counted", done=number(one.done), all=number(one.of))


class AuditList(QWidget):
    """`wanted` carries the audit that the seller wants to do."""

    wanted = Signal(object)

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._now = now
        quiet = lambda _row: Look(colour="text_secondary")  # noqa: E731
        fields: list[Field[Standing]] = [
            Field(
                head=tr("Audit"), words=lambda row: audit_names()[row.audit], glyph=self._glyph,
                look=lambda row: Look(strong=True) if row.due(self._now) else None, column=Column(150, StatusDelegate),
            ),
            Field(head=tr("Next"), words=lambda row: next_words(row, self._now), column=Column(160, CellDelegate)),
            Field(head=tr("Now"), words=progress_words, look=quiet, column=Column(130, CellDelegate)),
            Field(head=tr("Streak"), words=streak_words, look=quiet, column=Column(130, CellDelegate)),
            Field(
                head=tr("Missed"), words=missed_words, column=Column(220, CellDelegate, stretch=True),
                look=lambda row: Look(colour="warn_text") if row.missed else None, tip=missed_words,
            ),
        ]  # fmt: skip
        self._model: Sheet[Standing] = Sheet(fields, key=lambda row: row.audit, said=self._said)
        self.table: SheetTable[Standing] = SheetTable(tr("Audits"), self._model, fields)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.opened.connect(lambda _index: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_standings(self, rows: Sequence[Standing], now: datetime) -> None:
        """These, as they are now."""
        self._now = now
        self.table.show_rows(rows)
        self._model.redraw()

    def rows(self) -> Sequence[Standing]:
        """What is shown."""
        return self._model.rows

    def _open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.wanted.emit(row.audit)

    def _glyph(self, row: Standing) -> Glyph | None:
        if row.due(self._now):
            return Glyph.REORDER
        return Glyph.DONE if row.last_at is not None else None

    def _said(self, row: Standing) -> str:
        said = [next_words(row, self._now), progress_words(row), streak_words(row), missed_words(row)]
        return tr("{audit}: {words}", audit=audit_names()[row.audit], words=", ".join(filter(None, said)))

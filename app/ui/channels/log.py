"""A shop's call log: what was asked of it and how that went, newest first, read page by page as it is looked at."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.call_words import verb_words
from app.store import calls
from app.store.calls import Logged
from app.ui.bridge import Bridge
from app.ui.channels.states import ShopFacts
from app.ui.shell.views import EDGE
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column, TableView
from app.ui.widgets.text import Paragraph
from app.ui.words import calendar_date, clock_time, number, say, tr

PAGE = 100
_NEAR_END_ROWS = 20


def logged_at(at: datetime, now: datetime) -> str:
    """The time with its seconds; the date before it when it is not today's."""
    time = clock_time(at, seconds=True)
    local, today = at.astimezone().date(), now.astimezone().date()
    return time if local == today else tr("{date}, {time}", date=calendar_date(local, today, short=True), time=time)


class Mono(CellDelegate):
    """Log text."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view, role="mono")


class MonoNumber(CellDelegate):
    """Log numbers."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view, role="mono", align=Qt.AlignmentFlag.AlignRight)


class CallLog(QWidget):
    """The calls of one shop."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._shop = bridge, 0
        fields = self._fields()
        self._model = Sheet(fields, key=lambda row: row.id, said=self._said)
        self.table = SheetTable(tr("Call log"), self._model, fields)
        self.words = Paragraph()
        self.copy = Button(tr("Copy rows"), size=ButtonSize.SMALL, icon="copy")
        self.copy.clicked.connect(lambda _checked=False: self.table.copy_rows())
        self.table.chosen.connect(self._settle)
        bar = QHBoxLayout()
        bar.setContentsMargins(EDGE, 10, EDGE, 10)
        bar.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._more())

    def show_shop(self, facts: ShopFacts) -> None:
        """Read the newest calls of this shop; of the one that is shown already only what is new."""
        shop = facts.shop.id
        if shop == self._shop and self._model.rows:
            newest = self._model.rows[0].id
            self._model.add_above(calls.log_since(self._bridge.db, shop, newest))
        else:
            self._shop = shop
            self.table.show_rows(calls.log(self._bridge.db, shop, limit=PAGE))
        said = tr("Keys, passwords and buyers’ data are never written here.")
        empty = tr("Nothing has been asked of {shop} yet.", shop=facts.shop.name)
        self.words.setText(said if self._model.rows else empty)
        self.table.setVisible(bool(self._model.rows))
        self._settle()

    def _more(self) -> None:
        """Near the end: read on."""
        bar, step = self.table.verticalScrollBar(), self.table.verticalHeader().defaultSectionSize()
        if self._model.rows and bar.maximum() - bar.value() < _NEAR_END_ROWS * step:
            oldest = self._model.rows[-1].id
            self._model.add_below(calls.log(self._bridge.db, self._shop, before=oldest, limit=PAGE))

    def _settle(self) -> None:
        self.copy.setVisible(bool(self._model.rows))
        self.copy.setEnabled(bool(self.table.selected_rows()))

    def _said(self, row: Logged) -> str:
        call = row.call
        return tr(
            "{at}: {verb}, {target}. {outcome}, {ms} ms. {words}",
            at=logged_at(call.at, self._bridge.now),
            verb=verb_words(call.verb),
            target=call.target,
            outcome=_outcome(row),
            ms=call.milliseconds,
            words=call.words,
        )

    def _fields(self) -> list[Field[Logged]]:
        bridge = self._bridge
        return [
            Field(head=tr("Time"), words=lambda row: logged_at(row.call.at, bridge.now), column=Column(150, Mono)),
            Field(head=tr("What"), words=lambda row: say(verb_words(row.call.verb)), column=Column(176, Mono)),
            Field(head=tr("On"), words=lambda row: row.call.target, column=Column(160, Mono)),
            Field(head=tr("Outcome"), words=_outcome, look=_look, column=Column(130, Mono)),
            Field(head=tr("Status"), words=_status, look=_look, column=Column(72, MonoNumber)),
            Field(
                head=tr("Took"),
                words=lambda row: tr("{ms} ms", ms=number(row.call.milliseconds)),
                column=Column(90, MonoNumber),
            ),
            Field(
                head=tr("What the channel says"),
                words=lambda row: row.call.words,
                column=Column(220, Mono, stretch=True),
            ),
        ]


def _ok(row: Logged) -> bool:
    return row.call.outcome == "ok"


def _outcome(row: Logged) -> str:
    """A failure has a cross as well as its colour."""
    return row.call.outcome if _ok(row) else tr("× {outcome}", outcome=row.call.outcome)


def _status(row: Logged) -> str:
    return "" if row.call.status is None else str(row.call.status)


def _look(row: Logged) -> Look | None:
    return None if _ok(row) else Look(colour="danger")

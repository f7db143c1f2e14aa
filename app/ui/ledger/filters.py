"""What is asked of the ledger: a line of fields over the list."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from app.core.stock import EntryKind
from app.store.ledger_page import BY_HAND, Asked
from app.store.shops import Shop
from app.ui.theme import follow
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.text import Label
from app.ui.words import tr

_SOON_MS = 120
_ORDER, _CHOICE, _DATE, _INSET = 140, 184, 116, 6


class Period(StrEnum):
    """When rows were written."""

    EVER = "ever"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    BETWEEN = "between"


_DAYS = {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30, Period.YEAR: 365}


class DateField(QDateEdit):
    """A day, typed or stepped with the arrows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)  # as far in as in the fields beside it
        self._theme = follow(self._dress)
        self._dress()

    def day(self) -> date:
        """What is in it."""
        on = self.date()
        return date(on.year(), on.month(), on.day())

    def _dress(self) -> None:
        self.setFont(self._theme.font("body", tabular=True))
        self.setFixedWidth(self._theme.px(_DATE))


def kind_names() -> dict[EntryKind, str]:
    """What each kind of row is called among the filters."""
    return {
        EntryKind.COMMIT: tr("Sales"),
        EntryKind.SHIP: tr("Sent"),
        EntryKind.RELEASE: tr("Cancelled"),
        EntryKind.RESTOCK: tr("Came back"),
        EntryKind.RECEIVE: tr("Deliveries"),
        EntryKind.COUNT: tr("Counts"),
        EntryKind.ADJUST: tr("Corrections"),
    }


class LedgerFilters(QWidget):
    """`changed` carries what is asked now. Words come from the search field in the header: `cleared` is for that too.

    `today` says what day it is: it may be another one by the next question.
    """

    changed = Signal(object)
    cleared = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._shops: list[Shop] = []
        self._words, self._asked = "", Asked()
        self.kind, self.shop = ComboBox(tr("What happened")), ComboBox(tr("Where it came from"))
        self.period = ComboBox(tr("When it was written"))
        self.since, self.until = DateField(tr("From this day on")), DateField(tr("Up to this day"))
        self.to = Label(tr("to"), colour="text_secondary")
        self.order = LineEdit(tr("Order number"), placeholder=tr("Order number"))
        self.clear_all = Button(tr("Clear filters"), Variant.QUIET)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)
        self._fill(today())
        self._lay_out()
        self._connect()
        self._settle()
        self._theme = follow(self._dress)
        self._dress()

    @property
    def asked(self) -> Asked:
        """What was last asked."""
        return self._asked

    def set_shops(self, shops: Sequence[Shop]) -> None:
        """These can be chosen."""
        if [(shop.id, shop.name) for shop in shops] == [(shop.id, shop.name) for shop in self._shops]:
            return
        self._list_shops(shops)

    def _list_shops(self, shops: Sequence[Shop]) -> None:
        self._shops, chosen = list(shops), self.shop.currentData()
        self.shop.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self.shop.clear()
        self.shop.addItem(tr("From everywhere"), None)
        for shop in shops:
            self.shop.addItem(shop.name, shop.id)
        self.shop.addItem(tr("By you"), BY_HAND)
        self.shop.setCurrentIndex(max(0, self.shop.findData(chosen)))
        self.shop.blockSignals(False)  # noqa: FBT003 - Qt's own argument

    def set_words(self, words: str) -> None:
        """What is typed in the search field."""
        self._words = words
        self._soon.start()

    def show_order(self, number: str) -> None:
        """The rows of this order, and nothing else."""
        self._reset()
        self.order.setText(number)
        self._ask()

    def clear(self) -> None:
        """Everything again."""
        self._reset()
        self.cleared.emit()
        self._ask()

    def _reset(self) -> None:
        for one in (self.kind, self.shop, self.period):
            one.setCurrentIndex(0)
        self.order.clear()
        self._words = ""

    def _ask(self) -> None:
        self._soon.stop()
        since, until = self._between()
        kind = self.kind.currentData()
        asked = Asked(
            words=self._words.strip(),
            kind=EntryKind(kind) if kind else None,
            shop=self.shop.currentData(),
            order=self.order.text().strip(),
            since=since,
            until=until,
        )
        before, self._asked = self._asked, asked
        self._settle()
        if asked != before:
            self.changed.emit(asked)

    def _between(self) -> tuple[datetime | None, datetime | None]:
        period = Period(self.period.currentData())
        if period is Period.EVER:
            return None, None
        if period is Period.BETWEEN:
            first, last = sorted((self.since.day(), self.until.day()))
            return _begin(first), _begin(last + timedelta(days=1))
        return _begin(self._today() - timedelta(days=_DAYS[period] - 1)), None

    def _settle(self) -> None:
        between = self.period.currentData() == Period.BETWEEN.value
        for part in (self.since, self.to, self.until):
            part.setVisible(between)
        self.clear_all.setVisible(self._asked.narrow)

    def _fill(self, today: date) -> None:
        self.kind.addItem(tr("Everything"), None)
        for kind, name in kind_names().items():
            self.kind.addItem(name, kind.value)
        for period, name in _period_names().items():
            self.period.addItem(name, period.value)
        self._list_shops([])
        for field, day in ((self.since, today - timedelta(days=30)), (self.until, today)):
            field.setDate(QDate(day.year, day.month, day.day))

    def _connect(self) -> None:
        for one in (self.kind, self.shop, self.period):
            one.currentIndexChanged.connect(lambda _index: self._ask())
        for field in (self.since, self.until):
            field.dateChanged.connect(lambda _day: self._soon.start())
        self.order.textChanged.connect(lambda _words: self._soon.start())
        self.clear_all.clicked.connect(lambda _checked=False: self.clear())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.kind, self.shop, self.period, self.since, self.to, self.until, self.order, self.clear_all):
            row.addWidget(part)
        row.addStretch(1)

    def _dress(self) -> None:
        for one in (self.kind, self.shop, self.period):
            one.setFixedWidth(self._theme.px(_CHOICE))
        self.order.setFixedWidth(self._theme.px(_ORDER))


def _period_names() -> dict[Period, str]:
    return {
        Period.EVER: tr("At any time"),
        Period.TODAY: tr("Today"),
        Period.WEEK: tr("In the last 7 days"),
        Period.MONTH: tr("In the last 30 days"),
        Period.YEAR: tr("In the last year"),
        Period.BETWEEN: tr("Between two days"),
    }


def _begin(day: date) -> datetime:
    """The first moment of a day, here."""
    return datetime.combine(day, time()).astimezone()

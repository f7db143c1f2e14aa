"""The product that was scanned last at the stall, in figures readable at arm's length, and the words of each step."""

from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.stall_days import Product, StallDay
from app.ui.count.current import Digits
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import day as day_of
from app.ui.words import number, tr, trn

_GAP = 32


class Step(Enum):
    """What a scan means."""

    TAKE = auto()
    SELL = auto()
    BACK = auto()


class StallNow(QWidget):
    """Its name, and how many were taken along, sold, or came home."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "figure")
        self.figure = Digits("", "count", tabular=True)
        self.words = Label("", "lead", colour="text_secondary")
        self.more = Label("", colour="text_secondary")
        beside, middle, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        beside.setSpacing(6)
        beside.addStretch(1)
        for part in (self.words, self.more):
            beside.addWidget(part)
        beside.addStretch(1)
        middle.setSpacing(_GAP)
        middle.addWidget(self.figure)
        middle.addLayout(beside, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(middle)

    def show_row(self, row: Product | None, step: Step) -> None:
        """This product in this step; nothing for None."""
        self.setVisible(row is not None)
        if row is None:
            return
        along = row.along
        left = trn("{n} left at the stall", "{n} left at the stall", along.out) if along.taken else ""
        shown, words, more = {
            Step.TAKE: (along.taken, tr("taken along, and held back everywhere"), ""),
            Step.SELL: (along.sold, tr("sold so far"), left),
            Step.BACK: (along.back, tr("came home"), trn("{n} should have", "{n} should have", along.out)),
        }[step]
        self.title.setText(row.title)
        self.figure.setText("–" if shown is None else number(shown))
        self.words.setText(words)
        self.more.setText(more)
        self.figure.setAccessibleName(tr("{title}: {n} {words}", title=row.title, n=self.figure.text(), words=words))


def own_currency() -> str:
    """The currency of the seller's country, where nothing else is known."""
    return QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or "EUR"


def advice_words(step: Step, *, afterwards: bool) -> str:
    """What a scan does in this step."""
    if afterwards:
        return tr(
            "Scan or type what was sold that day. Type 3* before it for three, and @12.50 after it for the price."
        )
    return {
        Step.TAKE: tr("Scan what you pack. No channel sells these pieces while they are with you. A number sets it."),
        Step.SELL: tr("Each scan is a sale. Type 3* before it for three, and @12.50 after it for the price."),
        Step.BACK: tr("Scan or type what is left. Enter goes to the next product that nobody has looked at."),
    }[step]


def next_words(step: Step, *, afterwards: bool) -> str:
    """What the main button of a step does."""
    if afterwards:
        return tr("All is typed in")
    return {Step.TAKE: tr("Start selling"), Step.SELL: tr("Pack up"), Step.BACK: tr("End the day")}[step]


def day_words(day: StallDay, now: datetime) -> str:
    """Which day it is about."""
    words = day_of(day.on.astimezone().date(), now)
    return tr("typed in for {day}", day=words) if day.dated_at is not None else words

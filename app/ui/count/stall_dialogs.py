"""Beginning a stall day: where, and for sales typed in later, when. And ending one: what became of what is missing."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.stalls import Missing
from app.store.shops import Shop
from app.store.stall_days import Product, Sale
from app.ui.count.stall_lists import totals
from app.ui.widgets.choice import RadioButton
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox, TextField
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, tr, trn


class WhereDialog(Dialog):
    """`said` carries the place (a `Shop`, or the name of a new one) and the day; None: today, as it happens."""

    said = Signal(object, object)

    def __init__(self, parent: QWidget, places: Sequence[Shop], today: date, *, afterwards: bool) -> None:
        super().__init__(
            parent,
            question=tr("Which day at which stall?") if afterwards else tr("At which stall are you today?"),
            text=tr("The sales get that day’s date.") if afterwards
            else tr("Next you scan what you take along: no channel sells it while it is with you."),
            yes=tr("Type its sales") if afterwards else tr("Begin the day"),
            no=tr("Not now"),
        )  # fmt: skip
        self._places, self._today, self._afterwards = list(places), today, afterwards
        self.where = ComboBox(tr("Place"))
        self.where.addItems([*(shop.name for shop in places), tr("A new place…")])
        self.name = TextField(tr("Name of the place"))
        self.name.set_text("" if places else tr("Market stall"))
        self.on = TextField(tr("Day"), tabular=True)
        self.on.set_text(_written(today))
        for part, shown in ((self.where, bool(places)), (self.name, not places), (self.on, afterwards)):
            self.body.addWidget(part)
            part.setVisible(shown)
        self.where.currentIndexChanged.connect(lambda at: self.name.setVisible(at >= len(self._places)))

    def accept(self) -> None:
        """Only a day that was, and a place with a name."""
        at, on = self.where.currentIndex(), _day(self.on.text()) if self._afterwards else None
        new = at >= len(self._places)
        name = self.name.text().strip()
        self.name.set_error("" if name or not new else tr("Give the place a name."))
        wrong = self._afterwards and (on is None or on > self._today)
        self.on.set_error(tr("Type a day, for example {example}.", example=_written(self._today)) if wrong else "")
        if wrong or (new and not name):
            (self.on if wrong else self.name).edit.setFocus()
            return
        self.said.emit(name if new else self._places[at], on)
        super().accept()


def _written(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), _format())


def _day(typed: str) -> date | None:
    found = QLocale().toDate(typed.strip(), _format())
    return date(found.year(), found.month(), found.day()) if found.isValid() else None


def _format() -> str:
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


class EndDialog(Dialog):
    """What the day was, and what became of the pieces that neither were sold nor came home. `said` carries that."""

    said = Signal(object)

    def __init__(self, parent: QWidget, name: str, rows: Sequence[Product], sales: Sequence[Sale]) -> None:
        super().__init__(
            parent,
            question=tr("End the day at {place}?", place=name),
            text=_end_words(rows, sales),
            yes=tr("End the day"),
            no=tr("Not yet"),
        )
        missing = [row for row in rows if row.along.missing]
        self.sold = RadioButton(tr("Sold, and not written down"))
        self.lost = RadioButton(tr("Lost or broken"))
        if missing:
            lacks = sum(row.along.missing for row in missing)
            titles = all_of([row.title for row in missing[:4]])
            self.body.addWidget(
                Paragraph(
                    trn("{n} piece is missing: {titles}.", "{n} pieces are missing: {titles}.", lacks, titles=titles),
                    colour="text_primary",
                )
            )
            group = QButtonGroup(self)
            for button in (self.sold, self.lost):
                group.addButton(button)
                self.body.addWidget(button)
                button.toggled.connect(lambda _on: self._settle(missing=True))
        self._settle(missing=bool(missing))

    def accept(self) -> None:
        """As was chosen."""
        self.said.emit(Missing.SOLD if self.sold.isChecked() else Missing.LOST)
        super().accept()

    def _settle(self, *, missing: bool) -> None:
        self.yes.setEnabled(not missing or self.sold.isChecked() or self.lost.isChecked())


def _end_words(rows: Sequence[Product], sales: Sequence[Sale]) -> str:
    unseen = [row for row in rows if row.along.out and row.along.back is None]
    surplus = sum(row.along.surplus for row in rows)
    found = [tr("{totals}.", totals=totals(sales))]
    if unseen:
        found.append(
            trn("{n} product was not looked at: it is taken to have come home.",
                "{n} products were not looked at: they are taken to have come home.", len(unseen))
        )  # fmt: skip
    if surplus:
        found.append(
            trn("{n} piece more came home than was taken along: nothing is booked for it.",
                "{n} pieces more came home than were taken along: nothing is booked for them.", surplus)
        )  # fmt: skip
    found.append(tr("What came home is on sale everywhere again."))
    return " ".join(found)

"""The five numbers that a floor is made of, filled from the seller's own sales and open to be changed."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.daily import WINDOWS
from app.core.floors import LEVELS, THIN_DAYS, Delivery, Demand
from app.store.sales import FloorBy
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.text import Paragraph
from app.ui.words import decimal, number, percent, tr, trn

_FIELD_WIDTH = 76


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the fields, as the formulas want it."""

    demand: Demand
    delivery: Delivery
    level: float


class Numbers(QWidget):
    """`changed` after every key that leaves good numbers, `window_chosen` with the days to look back."""

    changed = Signal()
    spoiled = Signal()  # after every key that leaves a number that is none
    window_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._demand, self._delivery = Demand(mean=0.0), Delivery(mean=0.0)
        self._shown_mean = ""
        self.basis = Paragraph("", "small", colour="text_secondary")
        self.days_back = ComboBox(tr("Sales of"))
        for days in WINDOWS:
            self.days_back.addItem(trn("Last {n} day", "Last {n} days", days), days)
        self.note = Paragraph("", "small", colour="text_secondary")
        self.like = Button(tr("Numbers of a similar product…"), Variant.LINK, size=ButtonSize.SMALL)
        self.past = Button(tr("Past sales from a spreadsheet…"), Variant.LINK, size=ButtonSize.SMALL)
        self.fields = {
            "mean": _field(tr("Sold a day, average")),
            "most": _field(tr("Sold a day, most")),
            "spread": _field(tr("Day-to-day spread σ")),
            "days": _field(tr("Delivery, average days")),
            "days_most": _field(tr("Delivery, most days")),
            "review": _field(tr("Days between two orders")),
        }
        self.level = ComboBox(tr("How sure do you want to be?"))
        for level in LEVELS:
            self.level.addItem(percent(level), level)
        self.level.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.error = Paragraph("", "small", colour="danger")
        self.error.hide()
        self._lay_out()
        self.days_back.activated.connect(lambda _at: self.window_chosen.emit(int(self.days_back.currentData())))
        self.level.activated.connect(lambda _at: self._told())
        for field in self.fields.values():
            field.textEdited.connect(lambda _text: self._told())

    def show_numbers(self, demand: Demand, delivery: Delivery, *, by: FloorBy, basis: str = "") -> None:
        """Fill them from what sold and from the orders that came. `basis` says what the delivery days rest on."""
        self._delivery = delivery
        self.basis.setText(basis)
        self.basis.setVisible(bool(basis))
        self.days_back.setCurrentIndex(max(0, self.days_back.findData(by.window)))
        self.level.setCurrentIndex(max(0, self.level.findData(by.level)))
        for key, value in self._known_days().items():
            self.fields[key].setText(days_words(value))
        self.show_sales(demand)

    def show_sales(self, demand: Demand, *, of: str = "") -> None:
        """Fill in what sold; `of` another product, as this one is new."""
        self._demand = demand
        values = {"mean": demand.mean, "most": float(demand.most), "spread": demand.spread}
        for key, value in values.items():
            self.fields[key].setText(_written(value))
        self._shown_mean = self.fields["mean"].text()
        said = note_words(demand)
        self.note.setText(tr("Sales of {title}: {said}", title=of, said=said) if of else said)
        few = demand.days < THIN_DAYS
        self.like.setVisible(few or bool(of))
        self.past.setVisible(few and not of)
        self._say("")

    def days_typed(self) -> bool:
        """Did the seller type other delivery days than were filled in?"""
        return any(days_words(value) != self.fields[key].text() for key, value in self._known_days().items())

    def typed(self) -> Typed | None:
        """The numbers; None where one of them is none, and it says which."""
        found: dict[str, float] = {}
        for key, field in self.fields.items():
            value, good = QLocale().toDouble(field.text().strip())
            bad = not good or value < 0 or value > 1_000_000
            field.set_invalid(invalid=bad)
            if bad:
                self._say(tr("{name}: type a number from 0 up.", name=field.accessibleName()))
                return None
            found[key] = value
        self._say("")
        demand = self._demand
        return Typed(
            demand=Demand(
                mean=found["mean"], spread=found["spread"], most=round(found["most"]), days=demand.days,
                selling_days=demand.selling_days, left_out=demand.left_out, unknown=demand.unknown,
                promoted=demand.promoted,
                seldom=demand.seldom if self.fields["mean"].text() == self._shown_mean else None,
            ),
            delivery=self._deliveries(found),
            level=float(self.level.currentData()),
        )  # fmt: skip

    def _deliveries(self, found: dict[str, float]) -> Delivery:
        """As typed. The spread of the orders that came holds while their average is not typed over."""
        known, shown = self._delivery, self._known_days()
        for key, value in shown.items():  # what is shown shorter than it is known is not rounded by that
            found[key] = value if days_words(value) == self.fields[key].text() else found[key]
        same = found["days"] == known.mean
        return Delivery(
            mean=found["days"], most=found["days_most"], review=found["review"],
            spread=known.spread if same else 0.0, receipts=known.receipts if same else 0,
        )  # fmt: skip

    def _known_days(self) -> dict[str, float]:
        known = self._delivery
        return {"days": known.mean, "days_most": known.most or known.mean, "review": known.review}

    def _told(self) -> None:
        (self.spoiled if self.typed() is None else self.changed).emit()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, field in enumerate(self.fields.values()):
            label = Paragraph(field.accessibleName())
            label.setBuddy(field)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignRight)
        sure = Paragraph(tr("How sure do you want to be?"))
        sure.setBuddy(self.level)
        grid.addWidget(sure, len(self.fields), 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.level, len(self.fields), 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.days_back)
        column.addWidget(self.note)
        for button in (self.like, self.past):
            button.hide()
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        column.addWidget(self.basis)
        column.addWidget(self.error)
        column.addStretch(1)


def _field(name: str) -> LineEdit:
    field = LineEdit(name, tabular=True)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setFixedWidth(_FIELD_WIDTH)
    return field


def _written(value: float) -> str:
    return number(int(value)) if value == int(value) else decimal(value)


def days_words(value: float) -> str:
    """Days of a delivery: "9" or "9.5". More digits than one would be more than anybody knows."""
    return _written(value) if value == int(value) else decimal(value, 1)


def note_words(demand: Demand) -> str:
    """How many days it is judged by, and what was left out."""
    stocked = trn("{n} day in stock", "{n} days in stock", demand.days)
    if demand.promoted:
        inside = trn("{n} of them in a promotion", "{n} of them in a promotion", demand.promoted)
        stocked = tr("{stocked}, {inside}", stocked=stocked, inside=inside)
    said = [stocked]
    if demand.left_out:
        left = trn(
            "{n} day without stock or inside an incident is left out",
            "{n} days without stock or inside an incident are left out",
            demand.left_out,
        )
        said.append(left)
    if demand.unknown:
        said.append(
            trn(
                "{n} of the days is from past orders: whether it was in stock is not known",
                "{n} of the days are from past orders: whether it was in stock is not known",
                demand.unknown,
            )
        )
    return tr("{said}.", said="; ".join(said))

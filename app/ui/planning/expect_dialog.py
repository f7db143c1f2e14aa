"""An expected delivery: from whom, which product, how many, when, and who confirmed that; and another date for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from app.core.choices import not_confirmed
from app.store import suppliers
from app.store.deliveries import Line
from app.ui.bridge import Bridge
from app.ui.channels.pick import ProductSearch
from app.ui.incidents.offer_cards import parsed
from app.ui.inventory.amounts import pieces
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.words import day, number, say, tr, trn

_WIDTH, _LIST_HEIGHT = 560, 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What was typed."""

    sku: str
    supplier: str
    pieces: int
    ordered_on: date
    due_on: date | None
    confirmed_by: str


def dated(field: TextField, today: date, *, needed: bool = False, past: bool = False) -> date | None:
    """The date that stands in a field; None for none. What is wrong with it is said there."""
    words = field.text().strip()
    found = parsed(words)
    if (words and found is None) or (needed and found is None):
        field.set_error(tr("Type a date, such as 2026-05-22."))
    elif found is not None and past and found > today:
        field.set_error(tr("That day is still to come."))
    elif found is not None and not past and found < today:
        field.set_error(tr("That day has passed. Type a later one."))
    return found


def who_field(names: Sequence[str]) -> TextField:
    """A line for a supplier's name, which offers those that are known."""
    field = TextField(tr("Comes from"), placeholder=tr("A supplier, or your own kiln"))
    completer = QCompleter(list(names), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.edit.setCompleter(completer)
    return field


class ExpectDialog(Dialog):
    """`found` is the delivery that was typed, once it was accepted."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, *, words: str = "") -> None:
        super().__init__(
            parent,
            question=tr("What is on its way?"),
            text=tr("It counts as on order until it has come. Only a date that somebody confirmed can be promised on."),
            yes=tr("Expect it"),
            no=tr("Leave it"),
            width=_WIDTH,
        )
        self._bridge, self._today = bridge, bridge.now.astimezone().date()
        self.found: Expected | None = None
        self.search = ProductSearch(bridge)
        self.search.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self.who = who_field([one.terms.name for one in suppliers.suppliers(bridge.db)])
        self.pieces = TextField(tr("Pieces"), tabular=True)
        self.ordered = TextField(tr("Ordered on"), tabular=True)
        self.due = TextField(tr("Comes on (may stay empty)"), placeholder="2026-05-22", tabular=True)
        self.by = TextField(tr("Confirmed by (empty: nobody did yet)"), placeholder=tr("Supplier, and who there"))
        for part in (self.search, self.who, self.pieces, self.ordered, self.due, self.by):
            self.body.addWidget(part)
        self.ordered.set_text(self._today.isoformat())
        self.search.changed.connect(self._settle)
        self.search.picked.connect(lambda _sku: self.who.edit.setFocus())
        if words:
            self.search.field.setText(words)
            self.search.look(words)
        self._settle()
        first = self.pieces.edit if self.search.sku() is not None else self.search.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close only with a delivery that can be expected."""
        fields = (self.who, self.pieces, self.ordered, self.due, self.by)
        for field in fields:
            field.set_error("")
        sku, typed = self.search.sku(), pieces(self.pieces.text(), least=1)
        ordered = dated(self.ordered, self._today, needed=True, past=True)
        due = dated(self.due, self._today, needed=bool(self.by.text().strip()))
        self.who.set_error("" if self.who.text().strip() else tr("Type a name. A new one is added."))
        self.pieces.set_error(typed.error)
        if due is not None and self.by.text().strip() and not self.due.error():
            wrong = not_confirmed(due, self.by.text(), self._today)
            self.due.set_error(say(wrong) if wrong else "")
        bad = next((field for field in fields if field.error()), None)
        if sku is None or ordered is None or bad is not None:
            (bad.edit if bad is not None else self.search.field).setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        self.found = Expected(
            sku=sku, supplier=self.who.text().strip(), pieces=typed.value or 0, ordered_on=ordered, due_on=due,
            confirmed_by=self.by.text().strip(),
        )  # fmt: skip
        super().accept()

    def _settle(self) -> None:
        product = self.search.product()
        self.yes.setEnabled(product is not None)
        if product is not None and not self.who.edit.isModified():
            found = suppliers.of_product(self._bridge.db, product.id)
            self.who.set_text(found.terms.name if found else "")


class DateDialog(Dialog):
    """Another date for what is on its way. `on` and `by` are what was typed; `by` "": nobody confirmed it."""

    def __init__(self, parent: QWidget | None, lines: Sequence[Line], now: datetime) -> None:
        one = lines[0]
        what = (
            tr("{title}, {n} pieces", title=one.title, n=number(one.open))
            if len(lines) == 1
            else trn("{n} line", "{n} lines", len(lines))
        )
        before = tr("It stood at {day}.", day=day(one.due_on, now)) if len(lines) == 1 and one.due_on else ""
        super().__init__(
            parent,
            question=tr("When do they come: {what}?", what=what),
            text=" ".join(filter(None, (before, tr("Dates before this one are kept.")))),
            yes=tr("Use this date"),
            no=tr("Leave it"),
        )
        self._today = now.astimezone().date()
        self.on: date | None = None
        self.by = ""
        self.due = TextField(tr("Comes on"), placeholder="2026-05-22", tabular=True)
        self.who = TextField(tr("Confirmed by (empty: nobody did yet)"), placeholder=tr("Supplier, and who there"))
        self.body.addWidget(self.due)
        self.body.addWidget(self.who)
        self.due.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close only with a date."""
        self.due.set_error("")
        on = dated(self.due, self._today, needed=True)
        if on is not None and self.who.text().strip() and not self.due.error():
            wrong = not_confirmed(on, self.who.text(), self._today)
            self.due.set_error(say(wrong) if wrong else "")
        if self.due.error():
            self.due.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        self.on, self.by = on, self.who.text().strip()
        super().accept()

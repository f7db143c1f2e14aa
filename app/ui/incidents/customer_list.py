"""The customers of an incident in the order in which they are served: who gets theirs, who is short, who was told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.choices import Offer
from app.core.claims import Reason
from app.store.decisions import Decided
from app.store.letters import Letter
from app.store.shops import Shop
from app.store.waiting import Customer
from app.ui.theme import follow
from app.ui.widgets.badge import Badge
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import clock_time, money, tr, trn


def reason_words(reason: Reason | None) -> str:
    """Why an order stands before the next."""
    if reason is None:
        return tr("Last in line")
    return {
        Reason.CHOSEN: tr("Placed here by you"),
        Reason.HEADROOM: tr("Its channel allows no cancellation"),
        Reason.RETURNING: tr("Bought from you before"),
        Reason.PROMISED: tr("Promised for an earlier day"),
        Reason.FIRST: tr("Ordered earlier"),
        Reason.VALUE: tr("Worth more"),
        Reason.ARRIVED: tr("Heard of earlier"),
    }[reason]


def before_words(bought: int | None) -> str:
    """Which order of its buyer it is."""
    if bought is None:
        return tr("Bought before: not known.")
    names = (tr("First order here."), tr("Second order here."), tr("Third order here."))
    return names[bought] if bought < len(names) else tr("Order {n} of this buyer here.", n=bought + 1)


class CustomerRow(QWidget):
    """One order: channel, number, value; what it gets and why; how far its message is."""

    def __init__(
        self, customer: Customer, shop: Shop | None, letter: Letter | None, decided: Decided | None, now: datetime
    ) -> None:
        super().__init__()
        name = shop.name if shop else tr("A channel that was removed")
        price = customer.place.candidate.value_minor
        value = money(price, customer.currency) if price and customer.currency else ""
        short = (
            trn("Short by {n}", "Short by {n}", customer.short)
            if customer.short
            else tr("Gets its {n}", n=customer.pieces)
        )
        glyph, state = message_state(customer, letter, decided, now)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Badge(shop.letter if shop else "?", name))
        head.addWidget(ElidedLabel(customer.number, weight=600, middle=True, zero=True), 1)
        head.addWidget(Label(value, "small", colour="text_secondary"))
        said = Label(short, "small", colour="danger" if customer.short else "text_secondary")
        why = ElidedLabel(reason_words(customer.place.reason), "small", colour="text_tertiary")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(StatusGlyph(glyph, state))
        line.addWidget(ElidedLabel(state, "small"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 12, 9)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(said)
        column.addWidget(why)
        column.addLayout(line)
        self.said = tr(
            "{shop} order {number}. {short}. {why}. {state}",
            shop=name,
            number=customer.number,
            short=short,
            why=reason_words(customer.place.reason),
            state=state,
        )
        self.setAccessibleName(self.said)


class _List(QListWidget):
    """Alt with the arrows moves a row; so does dragging it."""

    moved = Signal(int)
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt ↑ and ↓ move the order in line."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


class CustomerList(QWidget):
    """`chosen` carries an order; `ranked` the orders as the seller put them."""

    chosen = Signal(int)
    ranked = Signal(object)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._filling = False
        self._orders: list[int] = []
        self.title = SectionTitle(tr("Customers"))
        self.view = _List()
        self.view.setAccessibleName(tr("Customers, in the order in which they are served"))
        self.view.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.view.setFrameShape(QListWidget.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.currentRowChanged.connect(self._on_row)
        self.view.moved.connect(self._on_moved)
        self.view.model().rowsMoved.connect(lambda *_: self._on_dropped())
        self.hint = Paragraph(tr("Alt ↑ and Alt ↓ change who is served first."), "small", colour="text_tertiary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(14, 14, 12, 0)
        head.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 12, 0)
        foot.addWidget(self.hint)
        column.addLayout(foot)
        self._theme = follow(self._dress)
        self._dress()

    @property
    def current(self) -> int | None:
        """The order in view."""
        row = self.view.currentRow()
        return self._orders[row] if 0 <= row < len(self._orders) else None

    def show_customers(
        self,
        customers: Sequence[Customer],
        shops: Mapping[int, Shop],
        letters: Mapping[int, Letter],
        decided: Mapping[int, Decided],
    ) -> None:
        """These, keeping the one in view."""
        before = self.current
        self._filling = True
        self.view.clear()
        self._orders = [one.order for one in customers]
        for one in customers:
            row = CustomerRow(
                one, shops.get(one.shop_id), letters.get(one.order), decided.get(one.order), self._clock()
            )
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.said)
            item.setData(Qt.ItemDataRole.UserRole, one.order)
            item.setSizeHint(row.sizeHint())
            self.view.addItem(item)
            self.view.setItemWidget(item, row)
        short = next((at for at, one in enumerate(customers) if one.short), 0)
        at = self._orders.index(before) if before in self._orders else short
        self.view.setCurrentRow(at)
        self._filling = False
        written = sum(one.order in letters and letters[one.order].sent_at is not None for one in customers)
        self.title.set_title(trn("{n} customer", "{n} customers", len(customers)))
        self.title.set_note(tr("{n} written to", n=written))

    def step(self, by: int) -> None:
        """The one before or after."""
        self.view.setCurrentRow(max(0, min(self.view.count() - 1, self.view.currentRow() + by)))

    def _on_row(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self._orders):
            self.chosen.emit(self._orders[row])

    def _on_moved(self, by: int) -> None:
        row = self.view.currentRow()
        to = row + by
        if 0 <= row < len(self._orders) and 0 <= to < len(self._orders):
            order = list(self._orders)
            order.insert(to, order.pop(row))
            self.ranked.emit(order)

    def _on_dropped(self) -> None:
        if not self._filling:
            order = [int(self.view.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.view.count())]
            self.ranked.emit(order)

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(232))


def message_state(
    customer: Customer, letter: Letter | None, decided: Decided | None, now: datetime
) -> tuple[Glyph, str]:
    """How far the message to a customer is."""
    if decided is not None and decided.late(now):
        return Glyph.LOOK, tr("No answer in time: do as promised")
    if letter is not None and letter.sent_at is not None:
        at = clock_time(letter.sent_at)
        if decided is not None and decided.answer is not None:
            return Glyph.DONE, tr("Answered")
        if decided is not None and decided.offers.kinds == (Offer.REFUND,):
            return Glyph.OK, tr("Written at {at}, refund promised", at=at)
        return Glyph.OK, tr("Written at {at}, no answer yet", at=at)
    if not customer.short:
        return Glyph.OK, tr("Needs no message")
    return (Glyph.READY, tr("Draft, not sent")) if letter is not None else (Glyph.OPEN, tr("Not written to"))

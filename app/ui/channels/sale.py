"""A place kept by hand: entering what was sold there, one sale after the other, and taking one back."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import posting
from app.core.changes import Changes
from app.store import health, ledger
from app.store.health import HandSale
from app.store.inventory import ProductRow
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.pick import ProductSearch
from app.ui.channels.states import ShopFacts
from app.ui.shell.views import EDGE, announce, ask_then
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import moment, tr, trn

_WIDTH = 560
_LIST_HEIGHT = 200
_MINUTE = timedelta(minutes=1)

Undo = Callable[[], Changes | None]


class MomentField(TextField):
    """A day and a time, as the seller's locale writes them: since a place was added, and not later than now."""

    def __init__(self, name: str, *, since: datetime, now: datetime) -> None:
        super().__init__(name, tabular=True)
        self._since, self._format = since, _format()
        self._shown_at = max(now, since)
        self.set_text(self._written(self._shown_at))

    def moment(self, now: datetime) -> datetime | None:
        """What is typed; None when it will not do, and the field says why."""
        latest = max(now, self._since)
        if self.text() == self._written(self._shown_at):  # untouched: the field knows minutes only
            return min(max(self._shown_at, self._since), latest)
        typed = self._typed()
        if typed is None:
            self.set_error(tr("Type a day and a time, for example {example}.", example=self._written(latest)))
        elif typed > latest:
            self.set_error(tr("That is still to come."))
        elif typed + _MINUTE <= self._since:
            self.set_error(tr("This place was added {at}. What it sold before is not counted.", at=self._since))
        else:
            self.set_error("")
            return min(max(typed, self._since), latest)
        return None

    def _typed(self) -> datetime | None:
        found = QLocale().toDateTime(self.text().strip(), self._format)
        if not found.isValid():
            return None
        date, time = found.date(), found.time()
        numbers = date.year(), date.month(), date.day(), time.hour(), time.minute()
        return datetime(*numbers).astimezone()

    def _written(self, at: datetime) -> str:
        local = at.astimezone()
        date, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
        return QLocale().toString(QDateTime(date, time), self._format)


def _format() -> str:
    """The locale's short form, with all four digits of the year: two of them would be a year of the last century."""
    short = QLocale.FormatType.ShortFormat
    date = QLocale().dateFormat(short)
    return f"{date if 'yyyy' in date else date.replace('yy', 'yyyy')} {QLocale().timeFormat(short)}"


def pieces_of(typed: str) -> int | None:
    """How many pieces were typed; None when it is no number from 1 up."""
    text = typed.strip()
    return int(text) if text.isdecimal() and len(text) <= 7 and int(text) > 0 else None


class SaleDialog(Dialog):
    """What was sold at a market stall. It stays open: the next sale follows at once.

    `entered` comes after each sale with a sentence and how to take it back.
    """

    entered = Signal(str, object)

    def __init__(self, parent: QWidget, bridge: Bridge, shop: Shop) -> None:
        super().__init__(
            parent,
            question=tr("What was sold at {shop}?", shop=shop.name),
            text=tr("The pieces leave your stock at once, and every other channel is told."),
            yes=tr("Enter the sale"),
            no=tr("Close"),
            width=_WIDTH,
        )
        self._bridge, self._shop = bridge, shop
        self.search = ProductSearch(bridge)
        self.search.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self.pieces = TextField(tr("Pieces"), tabular=True)
        self.pieces.set_text("1")
        self.sold_at = MomentField(tr("When"), since=shop.connected_at, now=bridge.now)
        self.said = Paragraph(colour="text_primary")
        self.said.hide()
        self.search.picked.connect(lambda _sku: self._to_pieces())
        self.search.changed.connect(self._settle)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pieces, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sold_at, 1, Qt.AlignmentFlag.AlignTop)
        for part in (self.search, row, self.said):
            self.body.addWidget(part) if isinstance(part, QWidget) else self.body.addLayout(part)
        self._settle()
        self.search.field.setFocus()

    def accept(self) -> None:
        """Enter the sale and make room for the next. What cannot be entered stays as it was typed."""
        product, pieces = self.search.product(), pieces_of(self.pieces.text())
        self.pieces.set_error("" if pieces else tr("Type how many were sold: 1 or more."))
        if pieces is None:
            self.pieces.edit.setFocus()
            return
        at = self.sold_at.moment(self._bridge.now)
        if at is None:
            self.sold_at.edit.setFocus()
        elif product is None:
            self.search.field.setFocus()
        else:
            self._post(product, pieces, at)

    def _post(self, product: ProductRow, pieces: int, at: datetime) -> None:
        bridge = self._bridge
        ref = acts.sale_ref(at)
        done = bridge.perform(
            posting.post_sale_by_hand,
            bridge.db,
            self._shop,
            product.sku,
            pieces,
            ref=ref,
            sold_at=at,
            now=bridge.now,
        )
        if done is None:
            return
        shop = self._shop
        sentence = trn(
            "{n} {title} sold at {shop}", "{n} {title} sold at {shop}", pieces, title=product.title, shop=shop.name
        )
        self.entered.emit(sentence, lambda: take_back(bridge, shop, ref))
        self._say(f"{sentence}. {self._left(product)}")
        self.pieces.set_text("1")
        self.search.field.clear()
        self.search.look("")
        self.search.field.setFocus()

    def _left(self, product: ProductRow) -> str:
        level = ledger.levels(self._bridge.db, [product.sku]).get(product.sku)
        if level is None or not level.started:
            return tr("It has no first number yet: count it when you can.")
        if level.available < 0:
            return tr("It is oversold by {n} now.", n=-level.available)
        return trn("{n} is available now.", "{n} are available now.", level.available)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        announce(self, sentence)

    def _settle(self) -> None:
        self.yes.setEnabled(self.search.sku() is not None)

    def _to_pieces(self) -> None:
        self.pieces.edit.setFocus()
        self.pieces.edit.selectAll()


def take_back(bridge: Bridge, shop: Shop, ref: str) -> Changes | None:
    """The sale did not happen, or came back."""
    return bridge.perform(posting.undo_sale_by_hand, bridge.db, shop, ref=ref, now=bridge.now)


class HandSales(QWidget):
    """What was entered for a place kept by hand, newest first."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        fields = self._fields()
        self._model = Sheet(fields, key=lambda row: (row.ref, row.sku), said=self._said)
        self.table = SheetTable(tr("Sales entered"), self._model, fields)
        self.words = Paragraph()
        self.back = Button(tr("Take back…"), size=ButtonSize.SMALL, icon="undo")
        self.back.clicked.connect(lambda _checked=False: self._ask())
        self.table.chosen.connect(self._settle)
        bar = QHBoxLayout()
        bar.setContentsMargins(EDGE, 10, EDGE, 10)
        bar.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_shop(self, facts: ShopFacts) -> None:
        """Read what was sold there."""
        self._facts = facts
        rows = health.hand_sales(self._bridge.db, facts.shop.id)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        entered = tr("Kept by hand: Plimsoll is told of nothing that happens here. Enter sales after each market.")
        self.words.setText(entered)
        self._settle()

    def _settle(self) -> None:
        row = self.table.current() if self._model.rows else None
        self.back.setVisible(row is not None)
        self.back.setEnabled(row is not None and not row.taken_back)

    def _ask(self) -> None:
        row, facts = self.table.current(), self._facts
        if row is None or facts is None or row.taken_back:
            return
        ask_then(
            self,
            lambda: take_back(self._bridge, facts.shop, row.ref),
            question=tr("Take this sale back?"),
            text=trn(
                "{n} {title} returns to your stock, and every channel is told.",
                "{n} {title} return to your stock, and every channel is told.",
                row.pieces,
                title=row.title,
            ),
            yes=tr("Take it back"),
            no=tr("Keep the sale"),
        )

    def _said(self, row: HandSale) -> str:
        at = moment(row.sold_at, self._bridge.now)
        if row.taken_back:
            return tr(
                "{at}: {pieces} {title}, {sku}. Taken back.", at=at, pieces=row.pieces, title=row.title, sku=row.sku
            )
        return tr("{at}: {pieces} {title}, {sku}.", at=at, pieces=row.pieces, title=row.title, sku=row.sku)

    def _fields(self) -> list[Field[HandSale]]:
        bridge = self._bridge
        quiet = Look(colour="text_secondary")
        return [
            Field(head=tr("Sold"), words=lambda row: moment(row.sold_at, bridge.now), column=Column(150, CellDelegate)),
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(130, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(240, CellDelegate, stretch=True)),
            Field(head=tr("Pieces"), words=lambda row: row.pieces, column=Column(80, NumberDelegate)),
            Field(
                head="",
                words=lambda row: tr("Taken back") if row.taken_back else "",
                look=lambda _row: quiet,
                column=Column(120, CellDelegate),
            ),
        ]

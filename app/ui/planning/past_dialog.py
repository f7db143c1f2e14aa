"""The preview of a sheet of past sales: what it says of which product, and every error, before anything is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from app.core.past_sheet import PastPlan, PastSale
from app.store import past_sales
from app.store.sqlite import Connection
from app.ui.widgets.cells import SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, calendar_date, say, tr, trn

_WIDTH, _LIST_HEIGHT = 820, 280


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the preview: an error, or what the sheet says of one SKU."""

    place: int
    glyph: Glyph
    sku: str
    words: str


class PastDialog(Dialog):
    """`shop` and `sales` are what is to be kept, once it was accepted: only what is not kept already."""

    def __init__(
        self, parent: QWidget, db: Connection, name: str, plan: PastPlan, *, skus: Mapping[int, str],
        shops: Mapping[int, str], now: datetime,
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            question=tr("Take past sales over from {file}?", file=name),
            text=tr("Floors and forecasts learn from them what sold before. No stock changes, and no channel is told"
                    " anything. Read twice, they count once."),
            yes=tr("Nothing to take over"), no=tr("Take nothing over"), width=_WIDTH,
        )  # fmt: skip
        self._db, self._plan, self._skus, self._today = db, plan, skus, now.astimezone().date()
        self._useful = past_sales.before_ledgers(db, plan.sales)
        self.sales: list[PastSale] = []
        self.where = ComboBox(tr("Where it was sold"))
        for number, shop in shops.items():
            self.where.addItem(tr("Sold at {shop}", shop=shop), number)
        self.summary = Paragraph("", colour="danger" if plan.wrong else "text_primary", weight=600)
        self.left_out = Paragraph("", "small", colour="text_secondary")
        fields: list[Field[Item]] = [
            Field(head=tr("SKU"), words=lambda item: item.sku, column=Column(130, SkuDelegate)),
            Field(head=tr("What the sheet says"), words=lambda item: item.words, glyph=lambda item: item.glyph,
                  tip=lambda item: item.words, column=Column(420, StatusDelegate, stretch=True)),
        ]  # fmt: skip
        self._model: Sheet[Item] = Sheet(fields, key=lambda item: item.place, said=_said)
        self.table: SheetTable[Item] = SheetTable(
            tr("What the sheet says of each SKU"), self._model, fields, wide=False
        )
        self.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        for part in (self.where, self.summary, self.left_out, self.table):
            self.body.addWidget(part)
        self.where.currentIndexChanged.connect(lambda _at: self._settle())
        self.table.left.connect(self.reject)
        self.table.opened.connect(lambda _index: self.accept() if self.yes.isEnabled() else None)
        self.table.show_rows(self._items())
        self._say_left_out()
        self._settle()

    @property
    def shop(self) -> int:
        """Where it was sold."""
        return int(self.where.currentData())

    def _settle(self) -> None:
        """Another shop may know some of it already."""
        plan, pieces = self._plan, 0
        if plan.wrong:
            self.summary.setText(
                trn("{n} error. Correct it in the sheet and choose it again: until then nothing is taken over.",
                    "{n} errors. Correct them in the sheet and choose it again: until then nothing is taken over.",
                    len(plan.wrong))
            )  # fmt: skip
        else:
            self.sales = past_sales.news(self._db, self.shop, self._useful)
            pieces, known = sum(one.pieces for one in self.sales), len(self._useful) - len(self.sales)
            said = [
                trn("{n} piece sold before", "{n} pieces sold before", pieces) if pieces or not known else "",
                trn("{n} sale is known already", "{n} sales are known already", known) if known else "",
            ]
            self.summary.setText(tr("{said}.", said=", ".join(filter(None, said))))
        self.yes.setText(trn("Take {n} piece over", "Take {n} pieces over", pieces) if pieces else
                         tr("Nothing to take over"))  # fmt: skip
        self.yes.setEnabled(bool(pieces))

    def _say_left_out(self) -> None:
        plan = self._plan
        said = [
            trn("{n} row without a SKU is left out.", "{n} rows without a SKU are left out.", plan.without)
            if plan.without else "",
            trn("{n} cancelled row is left out.", "{n} cancelled rows are left out.", plan.cancelled)
            if plan.cancelled else "",
            tr("Not read: {columns}.", columns=all_of(plan.unread)) if plan.unread else "",
        ]  # fmt: skip
        self.left_out.setText(" ".join(filter(None, said)))
        self.left_out.setVisible(any(said))

    def _items(self) -> list[Item]:
        """Errors first, then what nothing is known of, then products."""
        useful, all_sales = _by_product(self._useful), _by_product(self._plan.sales)
        lines = [
            (Glyph.OVERSOLD, one.sku, tr("Row {row}, column {column}: {words}", row=str(one.row), column=one.column,
                                         words=say(one.words)))
            for one in self._plan.wrong
        ] + [
            (Glyph.LOOK, sku, trn("{n} piece left out: no product has this SKU",
                                  "{n} pieces left out: no product has this SKU", pieces))
            for sku, pieces in self._plan.unknown.items()
        ] + [
            (Glyph.READY if product in useful else Glyph.OPEN, self._skus[product],
             self._words(useful.get(product, []), every))
            for product, every in sorted(all_sales.items(), key=lambda pair: self._skus[pair[0]])
        ]  # fmt: skip
        return [Item(place, *line) for place, line in enumerate(lines)]

    def _words(self, useful: Sequence[PastSale], every: Sequence[PastSale]) -> str:
        late = sum(one.pieces for one in every) - sum(one.pieces for one in useful)
        since = trn("{n} piece is from when its ledger counts", "{n} pieces are from when its ledger counts", late)
        if not useful:
            return tr("{since}: left out", since=since)
        days = sorted(one.at.astimezone().date() for one in useful)
        pieces = sum(one.pieces for one in useful)
        span = trn("{n} piece, {first} to {last}", "{n} pieces, {first} to {last}", pieces, first=self._day(days[0]),
                   last=self._day(days[-1]))  # fmt: skip
        return tr("{span}; {since}: left out", span=span, since=since) if late else span

    def _day(self, on: date) -> str:
        return calendar_date(on, self._today)


def _by_product(sales: Sequence[PastSale]) -> dict[int, list[PastSale]]:
    found: dict[int, list[PastSale]] = {}
    for one in sales:
        found.setdefault(one.product, []).append(one)
    return found


def _said(item: Item) -> str:
    return tr("{sku}: {words}", sku=item.sku, words=item.words)

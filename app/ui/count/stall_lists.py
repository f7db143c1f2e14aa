"""The two lists of a stall day: what is along, and what was sold."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.stall_days import Product, Sale
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import clock_time, money, number, tr, trn


def totals(sales: Sequence[Sale]) -> str:
    """Pieces and money of what was sold: "17 pieces, £312.00"."""
    standing = [one for one in sales if not one.taken_back]
    pieces = trn("{n} piece sold", "{n} pieces sold", sum(one.pieces for one in standing))
    brought: dict[str, int] = {}
    for one in standing:
        if one.price_minor is not None and one.currency:
            brought[one.currency] = brought.get(one.currency, 0) + one.price_minor * one.pieces
    return ", ".join([pieces, *(money(minor, currency) for currency, minor in brought.items())])


class AlongList(QWidget):
    """`chosen` carries a product."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._now: int | None = None
        self.title = SectionTitle(tr("With you"))
        strong = lambda row: Look(strong=True) if row.product == self._now else None  # noqa: E731
        fields: list[Field[Product]] = [
            Field(
                head=tr("Product"), words=lambda row: row.title, look=strong, tip=lambda row: f"{row.title}, {row.sku}",
                column=Column(150, CellDelegate, stretch=True),
            ),
            Field(head=tr("Taken"), words=lambda row: row.along.taken, look=strong, column=Column(62, NumberDelegate)),
            Field(head=tr("Sold"), words=lambda row: row.along.sold, look=strong, column=Column(56, NumberDelegate)),
            Field(head=tr("Left"), words=lambda row: row.along.out, look=strong, column=Column(52, NumberDelegate)),
            Field(
                head=tr("Home"), words=lambda row: row.along.back, look=self._home, column=Column(62, NumberDelegate)
            ),
        ]  # fmt: skip
        self._model: Sheet[Product] = Sheet(fields, key=lambda row: row.product, said=_said)
        self.table: SheetTable[Product] = SheetTable(tr("What is with you"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.opened.connect(lambda _index: self._choose())
        self.table.clicked.connect(lambda _index: self._choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[Product], now: int | None, *, step_back: bool) -> None:
        """These, and the one that was scanned last."""
        before, self._now = self._now, now
        self._model.change_rows(rows, before, now)
        self.table.setColumnHidden(4, not step_back)
        self.title.set_note(
            trn("{n} piece left, held back everywhere", "{n} pieces left, held back everywhere", self.out())
            if self.out()
            else ""
        )
        at = self._model.row_of(now)
        if at >= 0 and at != self.table.currentIndex().row():
            self.table.select_row(at)

    def rows(self) -> Sequence[Product]:
        """What is shown."""
        return self._model.rows

    def out(self) -> int:
        """Pieces that should still lie at the stall."""
        return sum(row.along.out for row in self._model.rows)

    def _home(self, row: Product) -> Look | None:
        if row.along.missing:
            return Look(colour="warn_text", strong=True)
        return Look(strong=True) if row.product == self._now else None

    def _choose(self) -> None:
        row = self.table.current()
        if row is not None:
            self.chosen.emit(row.product)


class SalesList(QWidget):
    """`undo` carries a sale."""

    undo = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle(tr("Sales"), tr("each one can be taken back"))
        quiet = lambda row: Look(colour="text_tertiary") if row.taken_back else None  # noqa: E731
        fields: list[Field[Sale]] = [
            Field(
                head=tr("Time"), words=lambda row: clock_time(row.sold_at, seconds=True), look=quiet,
                column=Column(96, CellDelegate),
            ),
            Field(
                head=tr("Product"), words=lambda row: row.title, look=quiet,
                column=Column(220, CellDelegate, stretch=True),
            ),
            Field(head=tr("Pieces"), words=lambda row: row.pieces, look=quiet, column=Column(70, NumberDelegate)),
            Field(head=tr("Brought"), words=_brought, look=quiet, column=Column(120, NumberDelegate)),
        ]  # fmt: skip
        self._model: Sheet[Sale] = Sheet(fields, key=lambda row: row.id, said=_said_sale)
        self.table: SheetTable[Sale] = SheetTable(tr("Sales"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.opened.connect(lambda _index: self._undo())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[Sale]) -> None:
        """These, newest first."""
        self.table.show_rows(rows)
        self.table.scrollToTop()

    def rows(self) -> Sequence[Sale]:
        """What is shown."""
        return self._model.rows

    def _undo(self) -> None:
        row = self.table.current()
        if row is not None and not row.taken_back:
            self.undo.emit(row.id)


def _brought(row: Sale) -> str:
    if row.taken_back:
        return tr("taken back")
    if row.price_minor is None or not row.currency:
        return ""
    return money(row.price_minor * row.pieces, row.currency)


def _said(row: Product) -> str:
    along = row.along
    return tr(
        "{title}, {sku}: {taken} taken along, {sold} sold, {left} left",
        title=row.title, sku=row.sku, taken=number(along.taken), sold=number(along.sold), left=number(along.out),
    )  # fmt: skip


def _said_sale(row: Sale) -> str:
    return tr(
        "{time}: {pieces} {title} {brought}",
        time=clock_time(row.sold_at, seconds=True), pieces=number(row.pieces), title=row.title, brought=_brought(row),
    )  # fmt: skip

"""Whom the seller orders from: what they promise, and how long they really take."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.floors import FEW_RECEIPTS
from app.store.suppliers import Supplier
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import NOTHING, decimal, number, tr, trn


class SupplierList(QWidget):
    """`opened` is Enter on one: its terms."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._days: Mapping[int, Sequence[float]] = {}
        fields = self._fields()
        self._model: Sheet[Supplier] = Sheet(fields, key=lambda row: row.id, said=self._said)
        self.table: SheetTable[Supplier] = SheetTable(tr("Suppliers"), self._model, fields)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.opened.connect(lambda _index: self.opened.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[Supplier], days: Mapping[int, Sequence[float]]) -> None:
        """These, with how long the orders to each took."""
        self._days = days
        self.table.show_rows(rows)
        self._model.redraw()

    def note(self) -> str:
        """What the numbers are for."""
        if not self._model.rows:
            return tr("Nobody is named yet; your own kiln is a supplier too")
        return tr("Real days are used for floors from {n} orders on", n=FEW_RECEIPTS)

    def _real(self, row: Supplier) -> str:
        days = self._days.get(row.id, ())
        if not days:
            return NOTHING
        mean = decimal(fmean(days), 1)
        return tr("{mean}, most {most}", mean=mean, most=decimal(max(days), 1)) if len(days) > 1 else mean

    def _orders(self, row: Supplier) -> str:
        count = len(self._days.get(row.id, ()))
        said = trn("{n} order", "{n} orders", count)
        return tr("{orders}, thin", orders=said) if 0 < count < FEW_RECEIPTS else said

    def _promised(self, row: Supplier) -> str:
        days = row.terms.days
        return NOTHING if days is None else decimal(days, 0 if days == int(days) else 1)

    def _said(self, row: Supplier) -> str:
        return tr(
            "{name}: promises {promised} days, takes {real}, by {orders}. Packs of {pack}, at least {minimum}.",
            name=row.terms.name, promised=self._promised(row), real=self._real(row), orders=self._orders(row),
            pack=number(row.terms.pack), minimum=number(row.terms.minimum),
        )  # fmt: skip

    def _fields(self) -> list[Field[Supplier]]:
        quiet = Look(colour="text_secondary")
        return [
            Field(
                head=tr("Supplier"), words=lambda row: row.terms.name,
                column=Column(240, CellDelegate, stretch=True),
            ),
            Field(
                head=tr("Kind"), words=lambda row: tr("Own production") if row.terms.own else tr("Bought in"),
                look=lambda _row: quiet, column=Column(140, CellDelegate),
            ),
            Field(head=tr("Promised days"), words=self._promised, column=Column(110, NumberDelegate)),
            Field(head=tr("Real days"), words=self._real, column=Column(150, NumberDelegate)),
            Field(
                head=tr("Known by"), words=self._orders, look=lambda _row: quiet, column=Column(130, CellDelegate)
            ),
            Field(head=tr("Pack or batch"), words=lambda row: row.terms.pack, column=Column(110, NumberDelegate)),
            Field(head=tr("Minimum"), words=lambda row: row.terms.minimum, column=Column(90, NumberDelegate)),
        ]  # fmt: skip

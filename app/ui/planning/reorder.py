"""What is at or under its reorder point: how much to order, and what that costs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.sales import ToOrder
from app.ui.channels.sheet import Field, Sheet, SheetTable
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.table import Column
from app.ui.words import money, number, tr, trn


class Reorder(QWidget):
    """`chosen` carries the SKU that the keyboard is on."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle(tr("To reorder"))
        self.copy = Button(tr("Copy the list"), size=ButtonSize.SMALL, icon="copy")
        self.copy.clicked.connect(lambda _checked=False: self.copy_list())
        self.title.row.addWidget(self.copy)
        fields = self._fields()
        self._model: Sheet[ToOrder] = Sheet(fields, key=lambda row: row.product, said=_said)
        self.table: SheetTable[ToOrder] = SheetTable(tr("To reorder"), self._model, fields)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.opened.connect(lambda _index: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[ToOrder]) -> None:
        """These products."""
        self.table.show_rows(rows)
        self.copy.setVisible(bool(rows))
        none = tr("nothing is at or under its reorder point")
        some = trn(
            "{n} product at or under its reorder point", "{n} products at or under their reorder points", len(rows)
        )
        self.title.set_note(" · ".join(filter(None, (some if rows else none, self._total(rows)))))

    def copy_list(self) -> None:
        """The list as rows of text: for a mail to the supplier, or a spreadsheet."""
        rows = [f"{row.sku}\t{row.title}\t{row.order}" for row in self._model.rows]
        QGuiApplication.clipboard().setText("\n".join(rows))

    def _total(self, rows: Sequence[ToOrder]) -> str:
        pieces = sum(row.order for row in rows)
        if not pieces:
            return ""
        said = trn("{n} piece", "{n} pieces", pieces)
        currencies = {row.currency for row in rows if row.cost_minor is not None}
        if len(currencies) != 1 or any(row.cost_minor is None for row in rows):
            return said
        cost = sum(row.order * (row.cost_minor or 0) for row in rows)
        return tr("{pieces}, {cost}", pieces=said, cost=money(cost, str(currencies.pop())))

    def _open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.chosen.emit(row.sku)

    def _fields(self) -> list[Field[ToOrder]]:
        def strong(row: ToOrder) -> Look:
            return Look(colour="danger" if row.available < 0 else "", strong=True)

        return [
            Field(
                head=tr("SKU"), words=lambda row: row.sku, glyph=_glyph, column=Column(160, StatusDelegate)
            ),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(260, CellDelegate, stretch=True)),
            Field(
                head=tr("Available"), words=lambda row: row.available, look=strong, column=Column(96, NumberDelegate)
            ),
            Field(head=tr("Floor"), words=lambda row: row.floor, column=Column(76, NumberDelegate)),
            Field(head=tr("Reorder at"), words=lambda row: row.reorder_at, column=Column(96, NumberDelegate)),
            Field(
                head=tr("Order"), words=lambda row: row.order, look=lambda _row: Look(strong=True),
                column=Column(84, NumberDelegate),
            ),
            Field(head=tr("Cost"), words=_cost, column=Column(110, NumberDelegate)),
        ]  # fmt: skip


def _glyph(row: ToOrder) -> Glyph:
    if row.available < 0:
        return Glyph.OVERSOLD
    if row.floor is not None and row.available < row.floor:
        return Glyph.UNDER
    return Glyph.AT_FLOOR if row.floor is not None and row.available == row.floor else Glyph.REORDER


def _cost(row: ToOrder) -> str | None:
    return None if row.cost_minor is None else money(row.order * row.cost_minor, str(row.currency))


def _said(row: ToOrder) -> str:
    return tr(
        "{title}, {sku}: {available} available, reorder at {at}, order {order}.",
        title=row.title,
        sku=row.sku,
        available=number(row.available),
        at=number(row.reorder_at),
        order=number(row.order),
    )

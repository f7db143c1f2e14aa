"""What is at or under its reorder point, or soon will be: from whom, how much to order, what it costs, and by when."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from app.core.stock import PIECES_MAX
from app.store.reorder import ToOrder
from app.ui.inventory.amounts import pieces
from app.ui.inventory.cell_edit import SettingDelegate
from app.ui.widgets import paint
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable, tick_field
from app.ui.widgets.table import Column
from app.ui.words import day, money, number, tr, trn

Index = QModelIndex | QPersistentModelIndex
_BOX_IN, _BOX_OUT = 3, 7
ORDER = 7  # the column whose number is typed over


class ReorderSheet(Sheet[ToOrder]):
    """The rows; how much to order is typed over in its cell. `typed` carries the product and the pieces."""

    typed = Signal(int, int)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The order can be changed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == ORDER else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """While it is typed over, the plain number."""
        if role == Qt.ItemDataRole.EditRole:
            return super().data(index, Qt.ItemDataRole.DisplayRole) or 0
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Another number, or a box that was pressed."""
        if role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        found = pieces(str(value)).value
        if found is None:
            return False
        self.typed.emit(self.rows[index.row()].product, found)
        return True


class OrderDelegate(SettingDelegate):
    """A number in a box: it is there to be typed over."""

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The box, then the number."""
        box = QRectF(room.left(), room.top() + _BOX_IN, room.width() + _BOX_OUT, room.height() - 2 * _BOX_IN - 1)
        line, ground = self.theme.colour("line_control"), self.theme.colour("bg_surface")
        paint.box(painter, box, self.theme.radius("control"), fill=ground, border=line)
        super().paint_content(painter, room, option, index)


class Reorder(QWidget):
    """`chosen` carries the SKU that the keyboard is on; `changed` comes when what is ordered is another."""

    chosen = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._now: datetime | None = None
        self._left: set[int] = set()  # products that the seller took out
        self._typed: dict[int, int] = {}  # how much the seller wants instead
        fields = self._fields()
        self._model = ReorderSheet(fields, key=lambda row: row.product, said=self._said, ticked=self._ticked)
        self._model.typed.connect(self._put)
        self.table: SheetTable[ToOrder] = SheetTable(tr("To reorder"), self._model, fields)
        self.table.ticked_rows.connect(self._tick)
        self.table.opened.connect(lambda _index: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[ToOrder], now: datetime) -> None:
        """These products. What was typed or taken out of the same ones stays."""
        self._now = now
        there = {row.product for row in rows}
        self._left &= there
        self._typed = {product: wanted for product, wanted in self._typed.items() if product in there}
        self.table.show_rows(rows)
        if rows and self.table.currentIndex().column() != ORDER:
            self.table.setCurrentIndex(self._model.index(max(0, self.table.currentIndex().row()), ORDER))

    def note(self) -> str:
        """How many there are, and how many of them are ordered already."""
        under = [row for row in self._model.rows if row.under]
        if not self._model.rows:
            return tr("Nothing is at or under its reorder point")
        said = trn("{n} at or under its point", "{n} at or under their points", len(under))
        done = sum(row.ordered for row in under)
        more = trn("{n} already ordered", "{n} already ordered", done) if done else ""
        soon = len(self._model.rows) - len(under)
        later = trn("{n} more within a week", "{n} more within a week", soon) if soon else ""
        return ", ".join(filter(None, (said, more, later)))

    def total(self) -> str:
        """Pieces and cost of what is ticked."""
        rows = self.wanted()
        count = sum(rows.values())
        if not count:
            return ""
        said = trn("{n} piece", "{n} pieces", count)
        priced = [row for row in self._model.rows if row.product in rows]
        currencies = {row.currency for row in priced if row.cost_minor is not None}
        if len(currencies) != 1 or any(row.cost_minor is None for row in priced):
            return said
        cost = sum(rows[row.product] * (row.cost_minor or 0) for row in priced)
        return tr("{pieces}, {cost}", pieces=said, cost=money(cost, str(currencies.pop()), short=True))

    def wanted(self) -> Mapping[int, int]:
        """Pieces to order, by product, of those that are ticked."""
        return {row.product: self._order(row) for row in self._model.rows if self._ticked(row)}

    def rows_wanted(self) -> list[tuple[ToOrder, int]]:
        """The rows that are ticked, with their pieces."""
        found = self.wanted()
        return [(row, found[row.product]) for row in self._model.rows if row.product in found]

    def copy_list(self) -> None:
        """The list as rows of text: for a mail to the supplier, or a spreadsheet."""
        rows = [f"{row.sku}\t{row.title}\t{wanted}" for row, wanted in self.rows_wanted()]
        QGuiApplication.clipboard().setText("\n".join(rows))

    # Inside

    def _order(self, row: ToOrder) -> int:
        return self._typed.get(row.product, row.order)

    def _ticked(self, row: ToOrder) -> bool:
        return self._order(row) > 0 and row.product not in self._left

    def _tick(self, rows: list[int], on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for place in rows:
            row = self._model.rows[place]
            if not on:
                self._left.add(row.product)
                continue
            self._left.discard(row.product)
            if not self._order(row):
                self._typed[row.product] = 1
        self._model.redraw()
        self.changed.emit()

    def _put(self, product: int, wanted: int) -> None:
        self._typed[product] = min(wanted, PIECES_MAX)
        self._left.discard(product)
        self._model.redraw()
        self.changed.emit()

    def _open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.chosen.emit(row.sku)

    def _by(self, row: ToOrder) -> str:
        assert self._now is not None
        today = self._now.astimezone().date()
        if row.ordered and row.due is not None:
            if row.due < today:
                return tr("Late since {day}", day=day(row.due, self._now))
            return tr("Due today") if row.due == today else tr("Due {day}", day=day(row.due, self._now))
        if row.ordered:
            return tr("Ordered, no date")
        if row.by is None or row.by <= today:
            return tr("Today")
        return day(row.by, self._now)

    def _glyph(self, row: ToOrder) -> Glyph | None:
        if row.ordered:
            late = self._now is not None and row.due is not None and row.due < self._now.astimezone().date()
            return Glyph.LOOK if late else Glyph.ON_ORDER
        if row.available < 0:
            return Glyph.OVERSOLD
        if row.floor is not None and row.available < row.floor:
            return Glyph.UNDER
        if row.floor is not None and row.available == row.floor:
            return Glyph.AT_FLOOR
        return Glyph.REORDER if row.under else None

    def _cost(self, row: ToOrder) -> str | None:
        if row.cost_minor is None or not self._ticked(row):
            return None
        return money(self._order(row) * row.cost_minor, str(row.currency), short=True)

    def _said(self, row: ToOrder) -> str:
        return tr(
            "{title}, {sku}: {available} available, reorder at {at}, {coming} on order, order {order}. {by}.",
            title=row.title, sku=row.sku, available=number(row.available), at=number(row.reorder_at),
            coming=number(row.on_order), order=number(self._order(row)), by=self._by(row),
        )  # fmt: skip

    def _fields(self) -> list[Field[ToOrder]]:
        def strong(row: ToOrder) -> Look:
            return Look(colour="danger" if row.available < 0 else "", strong=True)

        def order(row: ToOrder) -> Look:
            return Look(colour="text_primary" if self._ticked(row) else "text_tertiary", strong=self._ticked(row))

        judge = lambda text: pieces(text).error  # noqa: E731
        return [
            tick_field(),
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(132, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(220, CellDelegate, stretch=True)),
            Field(
                head=tr("Comes from"), words=lambda row: row.supplier_name or tr("Nobody named"),
                look=lambda row: Look(colour="text_secondary" if row.supplier else "text_tertiary"),
                column=Column(170, CellDelegate),
            ),
            Field(
                head=tr("Available"), words=lambda row: row.available, look=strong, column=Column(84, NumberDelegate)
            ),
            Field(
                head=tr("Reorder at"), words=lambda row: row.reorder_at, column=Column(88, NumberDelegate),
                look=lambda _row: Look(colour="text_secondary"),
            ),
            Field(
                head=tr("On order"), words=lambda row: row.on_order or None, column=Column(80, NumberDelegate),
                look=lambda _row: Look(colour="text_secondary"),
            ),
            Field(
                head=tr("Order"), words=self._order, look=order,
                column=Column(84, lambda view: OrderDelegate(view, judge=judge)),
            ),
            Field(head=tr("Cost"), words=self._cost, column=Column(84, NumberDelegate)),
            Field(head=tr("Order by"), words=self._by, glyph=self._glyph, column=Column(150, StatusDelegate)),
        ]  # fmt: skip

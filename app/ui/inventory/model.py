"""The rows of Inventory as Qt asks for them: row numbers in SQL's order, and the rows that were read lately.

`data()` never touches the database: whoever shows rows calls `read` for them first. News names the products, and only
those that were read are read again.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.store.inventory import ProductRow
from app.ui.inventory.columns import EDITED, Cell, Spec
from app.ui.inventory.phrases import Stand
from app.ui.widgets.cells import CellRole

BLOCK = 32  # rows that are read together: about a screenful, for larger blocks are felt at every key
_KEPT = 8 * BLOCK  # whoever scrolls back further waits a few milliseconds more
_SINGLY = 64  # more changed rows than this are told as one stretch

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADER_ROLES = frozenset(
    {
        int(Qt.ItemDataRole.ToolTipRole),
        int(CellRole.BADGE),
        int(CellRole.PAUSED),
        int(CellRole.GROUP),
    }
)
_DISPLAY, _HEARD = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)

ReadRows = Callable[[Sequence[int]], dict[int, ProductRow]]


class StockModel(QAbstractTableModel):
    """`typed` carries what the seller typed into a cell: row number of the product, the column's key, the text."""

    typed = Signal(object, str, str)

    def __init__(self, columns: Sequence[Spec], stands: Sequence[Stand], read: ReadRows, parent: QObject | None = None):
        super().__init__(parent)
        self._columns, self._stands, self._read = tuple(columns), tuple(stands), read
        self._numbers: array[int] = array("q")
        self._rows: OrderedDict[int, ProductRow] = OrderedDict()
        self._cells: dict[int, list[Cell]] = {}

    # What the page asks

    @property
    def columns(self) -> tuple[Spec, ...]:
        """The columns."""
        return self._columns

    @property
    def numbers(self) -> "array[int]":
        """The row numbers, in order. Read them, never change them."""
        return self._numbers

    def product(self, row: int) -> ProductRow | None:
        """The product in a row; read now if it was not yet."""
        if not 0 <= row < len(self._numbers):
            return None
        self.read(row, row)
        return self._rows.get(self._numbers[row])

    def known(self) -> list[ProductRow]:
        """What was read lately."""
        return list(self._rows.values())

    def row_of(self, number: int) -> int:
        """Where a product stands; −1 when it is not in the list."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return -1

    def column_of(self, key: str) -> int:
        """Where a column stands."""
        return next(place for place, column in enumerate(self._columns) if column.key == key)

    def cells(self, row: int) -> Sequence[Cell] | None:
        """What stands in a row, column by column; None where it was not read yet."""
        number = self._numbers[row]
        cells = self._cells.get(number)
        if cells is None:
            product = self._rows.get(number)
            if product is None:
                return None
            cells = self._cells[number] = [column.cell(product, self._stands) for column in self._columns]
        return cells

    # What the page tells

    def read(self, first: int, last: int) -> Sequence[ProductRow]:
        """Have these rows ready: call it before they are shown. Reads whole blocks, and only what is missing.

        Returns what was read now.
        """
        wanted = self._numbers[max(0, first) : last + 1]
        for number in wanted:
            if number in self._rows:
                self._rows.move_to_end(number)
        if all(number in self._rows for number in wanted):
            return ()
        begin = max(0, first) // BLOCK * BLOCK
        end = (last // BLOCK + 1) * BLOCK
        missing = [number for number in self._numbers[begin:end] if number not in self._rows]
        fresh: list[ProductRow] = []
        for start in range(0, len(missing), BLOCK):
            rows = self._read(missing[start : start + BLOCK])
            self._keep(rows)
            fresh += rows.values()
        return fresh

    def show(self, numbers: "array[int]") -> None:
        """Other rows from now on, or the same ones in another order: then views keep what is selected."""
        before = self._numbers
        if numbers == before:
            return
        if len(numbers) > len(before) and numbers[: len(before)] == before:
            self.beginInsertRows(_NOWHERE, len(before), len(numbers) - 1)
            self._numbers = numbers
            self.endInsertRows()
        elif len(numbers) == len(before) and len(before) and set(numbers) == set(before):
            self._reorder(numbers)
        else:
            self.beginResetModel()
            self._numbers = numbers
            self.endResetModel()

    def renew(self, numbers: Iterable[int]) -> bool:
        """These products changed: read again those that were read before. Says whether any of them was."""
        known = [number for number in numbers if number in self._rows]
        for start in range(0, len(known), BLOCK):
            block = known[start : start + BLOCK]
            fresh = self._read(block)
            self._rows.update(fresh)
            for number in block:
                self._cells.pop(number, None)
        if known:
            self._tell(known)
        return bool(known)

    def renew_all(self, first: int, last: int) -> None:
        """Anything may have changed: read these rows again now, and the others when they are shown next."""
        self._rows.clear()
        self._cells.clear()
        if 0 <= first <= last < len(self._numbers):
            self.read(first, last)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many products."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What was read of a cell; nothing where it was not read yet."""
        if not index.isValid():
            return None
        row, column, role = index.row(), self._columns[index.column()], int(role)
        cells = self.cells(row)
        if cells is None:
            return None
        if role == _HEARD or (role == _TIP and column.stand is not None):
            return column.heard(self._rows[self._numbers[row]], self._stands)
        return cells[index.column()].get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """A column's head."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if int(role) in (_DISPLAY, _HEARD):
            return column.head
        return column.header.get(int(role)) if int(role) in _HEADER_ROLES else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Floor and reorder point are edited in place."""
        flags = super().flags(index)
        if index.isValid() and self._columns[index.column()].key in EDITED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """What was typed is handed on: the page writes it, and the row changes with the news of that."""
        if int(role) != int(Qt.ItemDataRole.EditRole) or not index.isValid():
            return False
        self.typed.emit(self._numbers[index.row()], self._columns[index.column()].key, str(value))
        return True

    # Inside

    def _keep(self, rows: dict[int, ProductRow]) -> None:
        self._rows.update(rows)
        while len(self._rows) > _KEPT:
            number, _ = self._rows.popitem(last=False)
            self._cells.pop(number, None)

    def _tell(self, numbers: Sequence[int]) -> None:
        last = len(self._columns) - 1
        if len(numbers) > _SINGLY:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, last))
            return
        for number in numbers:
            row = self.row_of(number)
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _reorder(self, numbers: "array[int]") -> None:
        self.layoutAboutToBeChanged.emit()
        before = self._numbers
        kept = [(index, before[index.row()]) for index in self.persistentIndexList()]
        self._numbers = numbers
        asked = {number for _, number in kept}
        if len(asked) > _SINGLY:
            places = {number: place for place, number in enumerate(numbers)}
        else:
            places = {number: numbers.index(number) for number in asked}
        self.changePersistentIndexList(
            [index for index, _ in kept], [self.index(places[number], index.column()) for index, number in kept]
        )
        self.layoutChanged.emit()

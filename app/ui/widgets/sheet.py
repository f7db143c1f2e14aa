"""A table over records that were read before: each column says how to show a record, and painting reads nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.widgets.cells import CellRole, Look
from app.ui.widgets.delegates import CheckDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.table import Column, TableView

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")

_NOWHERE = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable  # asked for every cell of every paint
_TICKABLE = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable
_MORE_EDGE = 8
_WHOLE_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
THIS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[T]):
    """One column: its head, what a record says in it, and how that departs from the column's usual look."""

    head: str
    words: Callable[[T], str | int | None]
    column: Column = field(default_factory=lambda: Column(120))
    look: Callable[[T], Look | None] | None = None
    glyph: Callable[[T], Glyph | None] | None = None
    tip: Callable[[T], str] | None = None


class Sheet(QAbstractTableModel, Generic[T]):
    """Records in rows. `key` tells them apart, `said` is what a screen reader says of a row.

    With `ticked` the first column holds a box: the function says what is in it, None for no box at all; a press is
    announced by `pressed` and changes nothing by itself.
    """

    pressed = Signal(int, bool)  # row, and whether it is to be on

    def __init__(
        self,
        fields: Sequence[Field[T]],
        *,
        key: Callable[[T], object],
        said: Callable[[T], str],
        ticked: Callable[[T], bool | None] | None = None,
    ) -> None:
        super().__init__()
        self._fields, self._key, self._said, self._ticked = tuple(fields), key, said, ticked
        self._rows: list[T] = []

    @property
    def rows(self) -> Sequence[T]:
        """The records that are shown."""
        return self._rows

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these. Where the same records stand in the same places, only their cells are drawn anew."""
        rows = list(rows)
        if [self._key(row) for row in rows] == self.keys():
            self._rows = rows
            self.redraw()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def change_rows(self, rows: Sequence[T], *also: object) -> None:
        """As `set_rows`, but only what differs is drawn anew, and the records with the keys `also`."""
        rows, before = list(rows), self._rows
        if [self._key(row) for row in rows] != self.keys():
            self.set_rows(rows)
            return
        self._rows, last = rows, self.columnCount() - 1
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if (old is not new and old != new) or (also and self._key(new) in also):
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def redraw(self) -> None:
        """What the records say has changed."""
        if self._rows:
            last = len(self._rows) - 1, self.columnCount() - 1
            self.dataChanged.emit(self.index(0, 0), self.index(*last))

    def add_below(self, rows: Sequence[T]) -> None:
        """More records at the end."""
        if rows:
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def add_above(self, rows: Sequence[T]) -> None:
        """More records at the top."""
        if rows:
            self.beginInsertRows(_NOWHERE, 0, len(rows) - 1)
            self._rows[:0] = rows
            self.endInsertRows()

    def keys(self) -> list[object]:
        """What tells the records apart, from the top."""
        return [self._key(row) for row in self._rows]

    def row_of(self, key: object) -> int:
        """The row of a record; -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), -1)

    def key_at(self, row: int) -> object:
        """What tells the record of a row apart; None where there is none."""
        return self._key(self._rows[row]) if 0 <= row < len(self._rows) else None

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        row, one = self._rows[index.row()], self._fields[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.words(row)
        if role == CellRole.LOOK:
            return one.look(row) if one.look else None
        if role == CellRole.GLYPH:
            return one.glyph(row) if one.glyph else None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._box(row) if index.column() == 0 else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.tip(row) if one.tip else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A column's head."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._fields[section].head if section < len(self._fields) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected; a box can be ticked."""
        if self._ticked is not None and index.column() == 0 and self._ticked(self._rows[index.row()]) is not None:
            return _TICKABLE
        return _PLAIN

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A box was pressed: say so. Whoever decides shows what came of it."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.pressed.emit(index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _box(self, row: T) -> Qt.CheckState | None:
        on = self._ticked(row) if self._ticked else None
        if on is None:
            return None
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def wider(edges: tuple[int, int]) -> tuple[int, int]:
    """A table's edges, as wide as those of the Channels page."""
    before, after = edges
    return (before + _MORE_EDGE if before else 0), (after + _MORE_EDGE if after else 0)


class TickDelegate(CheckDelegate):
    """A box to tick, and nothing at all where there is nothing to tick."""

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The box, if there is one."""
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            super().paint_content(painter, room, option, index)


def tick_field() -> Field[Any]:
    """The column with the boxes."""
    return Field(head="", words=lambda _row: "", column=Column(52, TickDelegate))


class SheetTable(TableView, Generic[T]):
    """The table of a sheet: it keeps the selected record when the records are read anew, and Space ticks all chosen."""

    chosen = Signal()  # other rows are selected now
    ticked_rows = Signal(list, bool)  # the rows whose boxes were turned over, and how

    def __init__(self, name: str, model: Sheet[T], fields: Sequence[Field[T]], *, wide: bool = True) -> None:
        self._wide = wide  # on a page, not in a dialog
        super().__init__(name, [one.column for one in fields])
        self.sheet = model
        self.setModel(model)
        self.setSortingEnabled(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        model.pressed.connect(self._pressed)

    def edges_of(self, column: int) -> tuple[int, int]:
        """The page's own white space at both sides."""
        edges = super().edges_of(column)
        return wider(edges) if self._wide else edges

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these, with the same records selected as before, or the first one."""
        before = self.sheet.keys()
        kept = {before[row] for row in self.selected_rows()}
        current = self.sheet.key_at(self.currentIndex().row())
        self.sheet.set_rows(rows)
        after = self.sheet.keys()
        if after != before:
            self._select_again([row for row, key in enumerate(after) if key in kept], self.sheet.row_of(current))

    def selected(self) -> list[T]:
        """The records that are selected."""
        return [self.sheet.rows[row] for row in self.selected_rows()]

    def current(self) -> T | None:
        """The record that the keyboard is on."""
        row = self.currentIndex().row()
        return self.sheet.rows[row] if 0 <= row < self.sheet.rowCount() else None

    def select_row(self, row: int) -> None:
        """Put the keyboard on a row."""
        if 0 <= row < self.sheet.rowCount():
            # Not `selectRow`: that heeds the keys that are held down just now.
            self.selectionModel().setCurrentIndex(self.sheet.index(row, 0), THIS_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the boxes of all selected rows over; Home and End are the first row and the last."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            box = self.sheet.index(self.currentIndex().row(), 0)
            if box.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                self._pressed(box.row(), box.data(Qt.ItemDataRole.CheckStateRole) is not Qt.CheckState.Checked)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.select_row(0 if event.key() == Qt.Key.Key_Home else self.sheet.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def _select_again(self, kept: Sequence[int], current: int) -> None:
        self.select_row(max(0, current))
        for row in kept:
            self.selectionModel().select(self.sheet.index(row, 0), _WHOLE_ROW)
        if not self.sheet.rowCount():
            self.chosen.emit()

    def _pressed(self, row: int, on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        rows = self.selected_rows()
        self.ticked_rows.emit(rows if row in rows else [row], on)

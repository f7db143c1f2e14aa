"""The list itself: a table that has rows read before they are painted, and lets columns give way where it is narrow."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from app.store.inventory import ProductRow
from app.ui.inventory.cell_edit import SettingDelegate
from app.ui.inventory.columns import FLOOR, Spec, hidden, specs
from app.ui.inventory.model import ReadRows, StockModel
from app.ui.inventory.phrases import Stand
from app.ui.inventory.row_painting import RowPainter
from app.ui.widgets.cells import PADDING
from app.ui.widgets.table import Column, TableView
from app.ui.words import number, tr

_COPIED_ROWS = 10_000  # a clipboard is not an export
_SHORT = range(-99, 1000)  # numbers that fit into every column
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_AROUND = 4
_UP = Qt.SortOrder.AscendingOrder


class InventoryTable(TableView):
    """`sorted_by` carries a key of the store's and whether it runs down; "attention" is "what needs me first"."""

    sorted_by = Signal(str, bool)
    menu_wanted = Signal(QPoint)  # where on the screen

    def __init__(self, stands: Sequence[Stand], read: ReadRows) -> None:
        self._specs = specs(stands, SettingDelegate)
        super().__init__(
            tr("Products"), [Column(spec.width, spec.delegate, stretch=spec.stretch) for spec in self._specs]
        )
        self._order: tuple[int, Qt.SortOrder] = (-1, _UP)
        self._fitted_scale = 0.0
        self.stock = StockModel(self._specs, stands, read, self)
        self._rows = RowPainter(self, self.stock)
        self.setModel(self.stock)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._on_sort_indicator)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.have_rows())
        for changed in (self.stock.modelReset, self.stock.rowsInserted, self.stock.layoutChanged):
            changed.connect(self.have_rows)
        self.stock.dataChanged.connect(self._on_renewed)

    # What the page asks and tells

    @property
    def specs(self) -> tuple[Spec, ...]:
        """The columns."""
        return self._specs

    @property
    def editing(self) -> bool:
        """Is a number being typed? Then rows stay where they are."""
        return self.state() == QAbstractItemView.State.EditingState

    def have_rows(self, *_: object) -> None:
        """Have what is in view read before it is painted."""
        first, last = self.rows_in_view()
        if first >= 0 and any(map(_large, self.stock.read(first, last))):
            self._widen(first, last)

    def rows_in_view(self) -> tuple[int, int]:
        """The first and the last row that can be seen; −1 for none."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else self.stock.rowCount() - 1

    def sort_by_current_column(self, *, descending: bool) -> None:
        """Sort by the column that the keyboard is in."""
        column = self.currentIndex().column()
        if column >= 0 and self._specs[column].sort:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.horizontalHeader().setSortIndicator(column, order)

    def sort_by_need(self) -> None:
        """Back to "what needs me first"."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def edit_setting(self) -> None:
        """Edit the cell that the keyboard is in; from any other column, the floor."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(self.stock.column_of(FLOOR))
            if self.isColumnHidden(index.column()):
                return
            self.setCurrentIndex(index)
        self.edit(index)

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds, rows, and the border of the cell that the keyboard is in."""
        painter, colour = QPainter(self.viewport()), self._theme.colour
        self._paint_rows(painter, event.rect())
        chosen = colour("bg_selected" if self._has_keyboard() else "bg_selected_inactive")
        self._rows.paint(painter, event.rect(), chosen=chosen, hover=colour("bg_hover"), ground=colour("bg_surface"))
        painter.end()
        self._paint_cell_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits from wherever the keyboard is; Shift F10 opens the row's menu on every system."""
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_F2 and not held:
            self.edit_setting()
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and held == Qt.KeyboardModifier.ShiftModifier):
            self.menu_wanted.emit(self._under_current_row())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the row: at the mouse, or under the row when a key asked for it."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(self._under_current_row())
        else:
            self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer rows and columns fit."""
        super().resizeEvent(event)
        self._fit_columns()
        self.have_rows()

    def copy_rows(self) -> None:
        """The selected rows as text for a spreadsheet: tabs between the columns, plain numbers."""
        lines = []
        shown = [place for place, spec in enumerate(self._specs) if spec.key != "load"]
        for row in self.selected_rows()[:_COPIED_ROWS]:
            self.stock.product(row)
            cells = (self.stock.index(row, column).data() for column in shown)
            lines.append("\t".join("" if cell is None else str(cell) for cell in cells))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    # Inside

    def _on_renewed(self, begin: QModelIndex, end: QModelIndex) -> None:
        first, last = self.rows_in_view()
        first, last = max(first, begin.row()), min(last, end.row())
        rows = (self.stock.product(row) for row in range(first, last + 1))
        if any(_large(row) for row in rows if row is not None):
            self._widen(first, last)

    def _under_current_row(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def _fit_columns(self) -> None:
        room = round(self.viewport().width() / self._theme.text_scale)
        gone = hidden(self._specs, room)
        for place, spec in enumerate(self._specs):
            if self.isColumnHidden(place) != (spec.key in gone):
                self.setColumnHidden(place, spec.key in gone)
        current = self.currentIndex()
        if current.isValid() and self.isColumnHidden(current.column()):
            self.setCurrentIndex(current.siblingAtColumn(0))

    def _widen(self, first: int, last: int) -> None:
        """Large numbers make their column wider: a number that is cut is a wrong one."""
        header = self.horizontalHeader()
        letters = QFontMetricsF(self._theme.font("body", tabular=True, weight=600))
        rows = [cells for row in range(first, last + 1) if (cells := self.stock.cells(row)) is not None]
        for place, spec in enumerate(self._specs):
            if spec.numbers and not self.isColumnHidden(place):
                widest = max(letters.horizontalAdvance(_written(cells[place].get(_DISPLAY))) for cells in rows)
                header.resizeSection(place, max(header.sectionSize(place), ceil(widest) + PADDING + _AROUND))

    def _on_sort_indicator(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0 and not self._specs[column].sort:
            self.horizontalHeader().setSortIndicator(*self._order)  # as it was
            return
        if (column, order) == self._order:
            return
        self._order = (column, order)
        key = self._specs[column].sort if column >= 0 else "attention"
        self.sorted_by.emit(key, column >= 0 and order is Qt.SortOrder.DescendingOrder)

    def _dress(self) -> None:
        super()._dress()
        if hasattr(self, "_rows"):
            self._rows.forget()
            self._fit_columns()


def _large(row: ProductRow) -> bool:
    shown = (one.number for one in row.shown)
    values = (row.on_hand, row.committed, row.available, row.floor, row.reorder_point, *shown)
    return any(value is not None and value not in _SHORT for value in values)


def _written(value: object) -> str:
    return number(value) if isinstance(value, int) else str(value or "")

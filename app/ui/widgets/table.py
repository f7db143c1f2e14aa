"""The table: how rows, headers, selection and keys look and behave everywhere. Sorting and filtering are SQL's."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from app.core.records import dataclass
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.cells import CellDelegate
from app.ui.widgets.table_header import TableHeader
from app.ui.widgets.viewport import meet_viewport

EDGE = 8  # more white space before the first column and after the last
_NOT_THERE = QModelIndex()
_HEAD_MOST = 1.5  # of the width that was asked for: one long word must not push the others out
_COPIED_ROWS = 10_000  # a clipboard is not an export


class Density(StrEnum):
    """How high rows are; a View menu choice."""

    COMPACT = "row_compact"
    NORMAL = "row"
    COMFORTABLE = "row_comfortable"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its width at 100 % text size, who draws it, and whether it takes the space that is left."""

    width: int
    delegate: Callable[["TableView"], QStyledItemDelegate] = CellDelegate
    stretch: bool = False


class TableView(QTableView):
    """A table. `opened` is Enter or a double click, `left` is Esc. Make it with `table_view`."""

    opened = Signal(QModelIndex)
    left = Signal()

    def __init__(self, name: str, columns: Sequence[Column], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        meet_viewport(self)
        assert name, "a table says what it lists"
        self.setAccessibleName(name)
        self._columns = tuple(columns)
        self._density = Density.NORMAL
        self._hovered = -1
        self._scale = 0.0
        self._behave()
        self.setHorizontalHeader(TableHeader(self))
        for place, column in enumerate(columns):
            self.setItemDelegateForColumn(place, column.delegate(self))
        self._theme = follow(self._dress)
        self._dress()
        self.doubleClicked.connect(self.opened)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def columns(self) -> tuple[Column, ...]:
        """The columns as they were given."""
        return self._columns

    def set_density(self, density: Density) -> None:
        """Other row heights from now on."""
        self._density = density
        self._dress()

    def hovered_row(self) -> int:
        """The row under the mouse; -1 for none."""
        return self._hovered

    def edges_of(self, column: int) -> tuple[int, int]:
        """How much more padding a column has before and after it."""
        header = self.horizontalHeader()
        place = header.visualIndex(column)
        return (EDGE if place == 0 else 0), (EDGE if place == header.count() - 1 else 0)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model's rows, and give every column its width. The seller may change them afterwards."""
        super().setModel(model)
        header = self.horizontalHeader()
        for place, column in enumerate(self._columns[: header.count()]):
            header.resizeSection(place, self._width(place, column))
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)

    def _width(self, place: int, column: Column) -> int:
        """What was asked for, or what its head needs: German words are longer."""
        head, given = self.horizontalHeader(), self._theme.px(column.width)
        needed = head.needed(place) if isinstance(head, TableHeader) and not column.stretch else 0
        return max(given, min(needed, round(given * _HEAD_MOST)))

    def selected_rows(self) -> list[int]:
        """The rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def copy_rows(self) -> None:
        """The selected rows as text, with tabs between the columns."""
        lines = []
        for row in self.selected_rows()[:_COPIED_ROWS]:
            cells = (self.model().index(row, column).data() for column in range(self.model().columnCount()))
            lines.append("\t".join("" if cell is None else str(cell) for cell in cells))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc goes back, Ctrl C copies rows; the rest is Qt's. While editing, Enter only ends that."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: Qt would read every row to find a letter, and the search field is one key away."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the mouse from row to row."""
        kind = event.type()
        if kind == QEvent.Type.HoverMove:
            self._hover(self.rowAt(int(event.position().y())))  # type: ignore[attr-defined]
        elif kind in (QEvent.Type.HoverLeave, QEvent.Type.Leave):
            self._hover(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows' grounds and hairlines first, across the whole width; then the cells."""
        painter = QPainter(self.viewport())
        self._paint_rows(painter, event.rect())
        painter.end()
        super().paintEvent(event)
        self._paint_cell_focus()

    # Inside

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table: focus is never trapped
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)

    def _paint_rows(self, painter: QPainter, dirty: QRect) -> None:
        model = self.model()
        first = self.rowAt(dirty.top())
        if model is None or first < 0:
            return
        line, selection = self._theme.colour("line_hair"), self.selectionModel()
        chosen = self._theme.colour("bg_selected" if self._has_keyboard() else "bg_selected_inactive")
        hover, width = self._theme.colour("bg_hover"), self.viewport().width()
        for row in range(first, model.rowCount()):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if top > dirty.bottom():
                break
            if selection.isRowSelected(row, _NOT_THERE):
                painter.fillRect(0, top, width, height, chosen)
            elif row == self._hovered:
                painter.fillRect(0, top, width, height, hover)
            painter.fillRect(0, top + height - 1, width, 1, line)

    def _paint_cell_focus(self) -> None:
        """A border around the cell that F2 would edit."""
        index = self.currentIndex()
        if not self.hasFocus() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        painter = QPainter(self.viewport())
        box = QRectF(self.visualRect(index)).adjusted(2, 3, -2, -3)
        paint.box(painter, box, self._theme.radius("badge"), border=self._theme.colour("focus"), width=2)
        painter.end()

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _scrolled(self, _value: int) -> None:
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        for touched in (self._hovered, row):
            if touched >= 0:
                top = self.rowViewportPosition(touched)
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(touched))
        self._hovered = row

    def _dress(self) -> None:
        theme = self._theme
        self.verticalHeader().setDefaultSectionSize(theme.size(self._density.value))
        if self._scale and self._scale != theme.text_scale:
            header, grown = self.horizontalHeader(), theme.text_scale / self._scale
            for place in range(header.count()):
                header.resizeSection(place, round(header.sectionSize(place) * grown))
        self._scale = theme.text_scale
        self.horizontalHeader().updateGeometry()
        self.viewport().update()


def table_view(name: str, columns: Sequence[Column], *, parent: QWidget | None = None) -> TableView:
    """A table with its columns, still without a model."""
    return TableView(name, columns, parent=parent)

"""Paints the rows of a long list in one go, by the same delegates that Qt would call cell by cell.

Measured: through Qt a screenful costs 45 ms, nearly all of it on the way between C++ and Python, and that is all the
time that a key in the search may take. Here it costs 10: most cells look like one that was painted before, and pictures
of those are kept. A test holds the result against what Qt paints.
"""

from collections.abc import Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.core.records import dataclass
from app.ui.inventory.columns import Cell
from app.ui.widgets.cells import CellDelegate
from app.ui.widgets.table import TableView

_KEPT = 600  # pictures of cells, 8 kB each


class Drawn(Protocol):
    """A column: do many of its cells look alike? Then pictures of them are kept."""

    @property
    def repeats(self) -> bool:
        """Do they?"""


class Rows(Protocol):
    """A model that knows what stands in a row without being asked cell by cell."""

    @property
    def columns(self) -> Sequence[Drawn]:
        """In order."""

    def rowCount(self) -> int:
        """How many rows there are."""

    def cells(self, row: int) -> Sequence[Cell] | None:
        """What stands in a row, column by column; None where it was not read yet."""


class _CellIndex:
    """What a delegate asks of an index when it paints."""

    __slots__ = ("_cell", "_column")

    def __init__(self, cell: Cell, column: int) -> None:
        self._cell, self._column = cell, column

    def data(self, role: int) -> Any:
        """What stands in the cell."""
        return self._cell.get(int(role))

    def column(self) -> int:
        """The cell's column."""
        return self._column


@dataclass(frozen=True, slots=True)
class _Column:
    """A column in view: `room` is where its contents go in a row at the top, `pictured` that they repeat."""

    place: int
    left: int
    width: int
    delegate: CellDelegate
    room: QRectF
    pictured: bool


class RowPainter:
    """Call `forget` when anything looks different from now on."""

    def __init__(self, table: TableView, model: Rows) -> None:
        self._table, self._model = table, model
        self._pictures: dict[tuple[Any, ...], QPixmap] = {}
        self._plain, self._chosen = QStyleOptionViewItem(), QStyleOptionViewItem()
        self._chosen.state = QStyle.StateFlag.State_Selected

    def forget(self) -> None:
        """Let go of every picture."""
        self._pictures.clear()

    def paint(self, painter: QPainter, dirty: QRect, *, chosen: QColor, hover: QColor, ground: QColor) -> None:
        """Every cell that the dirty rectangle touches, on grounds that are painted already."""
        table, model = self._table, self._model
        first, last = table.rowAt(dirty.top()), table.rowAt(dirty.bottom())
        if first < 0:
            return
        height, hovered = table.rowHeight(first), table.hovered_row()
        columns, selected = self._columns(dirty, height), self._selected()
        ratio = painter.device().devicePixelRatioF()
        for row in range(first, (last if last >= 0 else model.rowCount() - 1) + 1):
            cells = model.cells(row)
            if cells is None:
                continue
            top, on = table.rowViewportPosition(row), row in selected
            behind = chosen if on else hover if row == hovered else ground
            look = (height, behind.rgba(), ratio)
            for column in columns:
                cell = cells[column.place]
                if column.pictured:
                    key = (column.place, column.width, *look, *cell.values())
                    picture = self._pictures.get(key) or self._draw(key, column, cell, behind)
                    painter.drawPixmap(column.left, top, picture)
                else:
                    option = self._chosen if on else self._plain
                    column.delegate.paint_content(painter, column.room.translated(0, top), option, _index(cell, column))

    def _draw(self, key: tuple[Any, ...], column: _Column, cell: Cell, behind: QColor) -> QPixmap:
        """A cell as it looks on that ground, without the hairline at its bottom."""
        if len(self._pictures) >= _KEPT:
            self._pictures.clear()
        _place, width, height, _ground, ratio, *_values = key
        picture = self._pictures[key] = QPixmap(QSize(width, height - 1) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(behind)
        own = QPainter(picture)
        room = column.room.translated(-column.left, 0)
        column.delegate.paint_content(own, room, self._plain, _index(cell, column))
        own.end()
        return picture

    def _columns(self, dirty: QRect, height: int) -> list[_Column]:
        """In high contrast nothing is pictured: there the system's own selection decides on the ink."""
        table, header, found = self._table, self._table.horizontalHeader(), []
        for place, spec in enumerate(self._model.columns):
            left, width = header.sectionViewportPosition(place), header.sectionSize(place)
            if header.isSectionHidden(place) or left > dirty.right() or left + width < dirty.left():
                continue
            delegate = table.itemDelegateForColumn(place)
            assert isinstance(delegate, CellDelegate)
            room = delegate.room(QRectF(left, 0, width, height), place)
            pictured = spec.repeats and not delegate.theme.high_contrast
            found.append(_Column(place, left, width, delegate, room, pictured))
        return found

    def _selected(self) -> frozenset[int]:
        height = self._table.viewport().height()
        first, last = self._table.rowAt(0), self._table.rowAt(height - 1)
        last = last if last >= 0 else self._model.rowCount() - 1
        rows: set[int] = set()
        for part in self._table.selectionModel().selection().toList():
            rows.update(range(max(part.top(), first), min(part.bottom(), last) + 1))
        return frozenset(rows)


def _index(cell: Cell, column: _Column) -> QModelIndex:
    return cast("QModelIndex", _CellIndex(cell, column.place))

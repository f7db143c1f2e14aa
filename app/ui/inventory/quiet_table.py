"""How the pane's small tables look: in line with the pane, on its ground, with no lines between their short rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from app.ui.widgets.table import Column, Density, TableView
from app.ui.widgets.table_header import TableHeader

_ROW, _DENSE_ROW = 26, 24
BAR = 12  # a scroll bar's width; with a cell's padding it makes the pane's own edge


class PlainHeader(TableHeader):
    """The heads of a list that stands on the pane's own ground."""

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """The words, and a hairline under them."""
        painter.fillRect(rect, self._theme.colour("bg_surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("line_hair"))
        self._paint_words(painter, QRectF(rect), column)


class QuietTable(TableView):
    """One row at a time, nothing to edit."""

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        self._dense = False
        super().__init__(name, columns)
        self.setHorizontalHeader(PlainHeader(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def set_density(self, _density: Density) -> None:
        """Rows here are as high as the pane allows, not as in the lists."""

    def set_dense(self, *, dense: bool) -> None:
        """Closer together, in a narrow pane."""
        if dense != self._dense:
            self._dense = dense
            self._dress()

    def edges_of(self, column: int) -> tuple[int, int]:
        """In line with the pane. At the right, the scroll bar takes the place of white space."""
        before, after = super().edges_of(column)
        return (BAR if before else 0), (self._white() if after else 0)

    def updateGeometries(self) -> None:
        """The bar came or went: the last column's words keep their room."""
        super().updateGeometries()
        header, columns = self.horizontalHeader(), self.columns()
        last = header.count() - 1
        if last >= 0:
            width = self._theme.px(columns[last].width) + self._white()
            if header.sectionSize(last) != width:
                header.resizeSection(last, width)

    def _white(self) -> int:
        bar = self.verticalScrollBar()
        return 0 if bar.maximum() > bar.minimum() else BAR

    def _paint_rows(self, painter: QPainter, dirty: QRect) -> None:
        """Only what is chosen or under the mouse has a ground."""
        ground = "bg_selected" if self._has_keyboard() else "bg_selected_inactive"
        for row, colour in ((self.hovered_row(), "bg_hover"), (self.currentIndex().row(), ground)):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if row >= 0 and top <= dirty.bottom() and top + height >= dirty.top():
                painter.fillRect(0, top, self.viewport().width(), height, self._theme.colour(colour))

    def _dress(self) -> None:
        super()._dress()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_DENSE_ROW if self._dense else _ROW))

"""The header of a table: small quiet words on sunken ground, badges for channels, captions over groups of columns."""

from itertools import filterfalse
from math import ceil
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.badge import paint_badge
from app.ui.widgets.cells import CellDelegate, CellRole
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.tips import plain
from app.ui.widgets.viewport import meet_viewport


class TableHeader(QHeaderView):
    """The header: small quiet words on sunken ground, badges for channels, and captions over groups of columns."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        meet_viewport(self)
        self._table = table
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSortIndicatorClearable(True)  # a third click goes back to "what needs me first"
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setMinimumSectionSize(table.fontMetrics().horizontalAdvance("m"))
        self.setAccessibleName(table.accessibleName())
        self._theme = follow(self._dress)
        self._letters = Lettering(self._theme.font("micro"))

    def sizeHint(self) -> QSize:
        """Higher where there are captions over groups."""
        theme = self._theme
        height = theme.size("table_header") + (theme.px(10) if self._groups() else 0)
        return QSize(super().sizeHint().width(), height)

    def needed(self, column: int) -> int:
        """The width, px, in which a column's words are not cut."""
        if self.model().headerData(column, self.orientation(), CellRole.BADGE):
            return 0
        words = str(self.model().headerData(column, self.orientation()) or "")
        delegate, wide = self._table.itemDelegateForColumn(column), QRectF(0, 0, 1000, 1)
        room = delegate.room(wide, column) if isinstance(delegate, CellDelegate) else wide
        return ceil(self._letters.advance(words) + wide.width() - room.width()) if words else 0

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """One column's head."""
        theme, model = self._theme, self.model()
        painter.fillRect(rect, theme.colour("bg_sunken"))
        for edge in (rect.top(), rect.bottom()):
            painter.fillRect(rect.left(), edge, rect.width(), 1, theme.colour("line_hair"))
        line = QRectF(rect.left(), rect.bottom() - theme.size("table_header"), rect.width(), theme.size("table_header"))
        letters = model.headerData(column, self.orientation(), CellRole.BADGE)
        if letters:
            paused = bool(model.headerData(column, self.orientation(), CellRole.PAUSED))
            side = theme.size("badge_small")
            square = QRectF(round(line.center().x() - side / 2), round(line.center().y() - side / 2), side, side)
            paint_badge(painter, str(letters), square, theme, paused=paused)
            return
        self._paint_words(painter, line, column)

    def viewportEvent(self, event: QEvent) -> bool:
        """A head that does not fit its column says its words in full under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            column = self.logicalIndexAt(event.pos())
            words = self.cut_words(column) if column >= 0 else ""
            if words:
                QToolTip.showText(event.globalPos(), plain(words), self)
                return True
        return super().viewportEvent(event)

    def cut_words(self, column: int) -> str:
        """The words of a head that does not fit; empty for one that does, or that has a tooltip of its own."""
        model, across = self.model(), self.orientation()
        own = model.headerData(column, across, Qt.ItemDataRole.ToolTipRole)
        if own or model.headerData(column, across, CellRole.BADGE):
            return ""
        words = str(model.headerData(column, across) or "")
        delegate, line = self._table.itemDelegateForColumn(column), QRectF(0, 0, self.sectionSize(column), 1)
        room = delegate.room(line, column) if isinstance(delegate, CellDelegate) else line
        return words if self._letters.advance(words) > room.width() + 0.5 else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads, then the captions that span several."""
        super().paintEvent(event)
        groups = self._groups()
        painter, theme = QPainter(self.viewport()), self._theme
        painter.fillRect(self._beyond(), theme.colour("bg_sunken"))
        for caption, first, last in groups:
            left = self.sectionViewportPosition(first)
            right = self.sectionViewportPosition(last) + self.sectionSize(last)
            rect = QRectF(left, 2, right - left, theme.line("micro"))
            self._letters.draw(painter, rect, caption, theme.colour("text_tertiary"))
        painter.end()

    def _paint_words(self, painter: QPainter, line: QRectF, column: int) -> None:
        theme, align, room = self._theme, Qt.AlignmentFlag.AlignLeft, line
        delegate = self._table.itemDelegateForColumn(column)
        if isinstance(delegate, CellDelegate):  # heads stand over their column's text
            align, room = delegate.align, delegate.room(line, column)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == column
        colour = theme.colour("text_primary" if sorted_by else "text_tertiary")
        words = str(self.model().headerData(column, self.orientation()) or "")
        took = self._letters.draw(painter, room, words, colour, align)
        if sorted_by:
            side = theme.size("icon_small")
            right = align is Qt.AlignmentFlag.AlignRight
            left = room.right() - took - side if right else room.left() + took
            self._paint_order(painter, QRectF(round(left), round(line.center().y() - side / 2), side, side))

    def _paint_order(self, painter: QPainter, square: QRectF) -> None:
        with paint.saved(painter):
            if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder:
                painter.translate(square.center())
                painter.rotate(180)
                painter.translate(-square.center())
            self._theme.paint_icon(painter, "chevron_down", "text_primary", square)

    def _beyond(self) -> QRect:
        return QRect(self.length() - self.offset(), 0, self.viewport().width(), self.viewport().height())

    def _groups(self) -> list[tuple[str, int, int]]:
        """Captions, each with its first and last column in the order that is shown."""
        groups: list[tuple[str, int, int]] = []
        model, before = cast("QAbstractItemModel | None", self.model()), ""
        if model is None:  # not set yet, or gone before its view
            return groups
        for column in filterfalse(self.isSectionHidden, map(self.logicalIndex, range(self.count()))):
            caption = str(model.headerData(column, self.orientation(), CellRole.GROUP) or "")
            if caption and caption == before:
                groups[-1] = (caption, groups[-1][1], column)
            elif caption:
                groups.append((caption, column, column))
            before = caption
        return groups

    def _dress(self) -> None:
        self._letters = Lettering(self._theme.font("micro"))
        self.updateGeometry()
        self.viewport().update()

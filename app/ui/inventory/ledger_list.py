"""A product's ledger rows beside it: newest first, read page by page as they come into view."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from math import ceil
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyleOptionViewItem

from app.store.ledger import EntryRow
from app.store.shops import Shop
from app.ui.inventory.ledger_words import full_words, heard, icon_of, longest_moments, what, when_words
from app.ui.inventory.quiet_table import BAR, QuietTable
from app.ui.widgets.cells import PADDING, CellDelegate, CellRole, Index, Look, NumberDelegate
from app.ui.widgets.delegates import BadgeDelegate
from app.ui.widgets.glyphs import Glyph, paint_glyph
from app.ui.widgets.table import Column
from app.ui.words import signed, tr

PAGE = 50
FOLLOWED = 2000  # rows that are read to follow the chart's cursor; further back it goes alone
_GLYPH = 12
_NOWHERE = QModelIndex()
ICON = int(Qt.ItemDataRole.UserRole) + 20
_WHEN, _BADGE, _WHAT, _CHANGE, _AVAILABLE = range(5)
_OVERSOLD = Look(colour="text_primary")
_NEGATIVE = Look(colour="danger", strong=True)

ReadPage = Callable[[int | None, int], list[EntryRow]]  # before this seq, at most so many


class SourceDelegate(BadgeDelegate):
    """A shop's badge, or an icon for what the seller did."""

    def room(self, rect: QRectF, _column: int) -> QRectF:
        """All of the cell: it is as narrow as a badge."""
        return rect

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """One of the two."""
        icon = index.data(ICON)
        if icon:
            side = self.theme.size("badge_small")
            square = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
            self.theme.paint_icon(painter, str(icon), "text_secondary", square)
        else:
            super().paint_content(painter, room, option, index)


class AfterDelegate(NumberDelegate):
    """What was available after a row: a red octagon before it when that was below zero."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view, strong=True)

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The shape stands in one column whatever the number's length."""
        super().paint_content(painter, room, option, index)
        if index.data(CellRole.GLYPH) is not None:
            side = self.theme.px(_GLYPH)
            widest = max(self.lettering(None).advance(self.words(index)), self.lettering(None).advance("−99"))
            left = room.right() - widest - side - 2
            if left >= room.left() - PADDING:
                paint_glyph(
                    painter, Glyph.OVERSOLD, QRectF(left, round(room.center().y() - side / 2), side, side), self.theme
                )


class LedgerModel(QAbstractTableModel):
    """One product's rows. Qt asks for the next page when the last one comes into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notes: dict[int, str] = {}  # what stands in place of a row's words, by its seq
        self._rows: list[EntryRow] = []
        self._read: ReadPage | None = None
        self._shops: Mapping[int, Shop] = {}
        self._now: datetime | None = None
        self._whole = True

    @property
    def rows(self) -> Sequence[EntryRow]:
        """What was read so far."""
        return self._rows

    def show(self, read: ReadPage | None, shops: Mapping[int, Shop], now: datetime) -> None:
        """Another product from now on; None for none."""
        self.beginResetModel()
        self._read, self._shops, self._now = read, shops, now
        self._rows = read(None, PAGE) if read else []
        self._whole = len(self._rows) < PAGE
        self.endResetModel()

    def renew(self, now: datetime) -> None:
        """Something was booked: put the new rows on top, and look at the first page again."""
        if self._read is None:
            return
        self._now = now
        newest = self._read(None, PAGE)
        known = self._rows[0].seq if self._rows else 0
        fresh = [row for row in newest if row.seq > known]
        if len(fresh) == PAGE or not self._rows:
            self.show(self._read, self._shops, now)
            return
        if fresh:
            self.beginInsertRows(_NOWHERE, 0, len(fresh) - 1)
            self._rows[:0] = fresh
            self.endInsertRows()
        self._rows[: len(newest)] = newest
        self.dataChanged.emit(self.index(0, 0), self.index(len(newest) - 1, _AVAILABLE))

    def row_of(self, seq: int) -> int:
        """Where a ledger row stands; read as far as that. −1 when it is too far back."""
        while self._rows and self._rows[-1].seq > seq and not self._whole and len(self._rows) < FOLLOWED:
            self.fetchMore()
        return next((place for place, row in enumerate(self._rows) if row.seq == seq), -1)

    # What Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many were read."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """When, badge, what, change, available."""
        return 0 if parent.isValid() else _AVAILABLE + 1

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> bool:
        """Are there older ones?"""
        return not parent.isValid() and not self._whole

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> None:
        """Read the next page."""
        if self._read is None or self._whole:
            return
        older = self._read(self._rows[-1].seq, PAGE)
        self._whole = len(older) < PAGE
        if older:
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(older) - 1)
            self._rows += older
            self.endInsertRows()

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A cell."""
        if not index.isValid() or self._now is None:
            return None
        row, column = self._rows[index.row()], index.column()
        shop = self._shops.get(row.shop_id or 0) if row.order else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, column, index.row(), shop)
            case Qt.ItemDataRole.ToolTipRole:
                note = self.notes.get(row.seq)
                return f"{note}\n{full_words(row, self._now)}" if note else full_words(row, self._now)
            case Qt.ItemDataRole.AccessibleTextRole:
                by_hand, note = shop is not None and shop.by_hand, self.notes.get(row.seq)
                said = heard(row, shop.name if shop else "", self._now, by_hand=by_hand)
                return f"{said} {note}." if note else said
            case CellRole.BADGE:
                return shop.letter if shop and column == _BADGE else None
            case CellRole.LOOK:
                return _look(row, column)
            case CellRole.GLYPH:
                return Glyph.OVERSOLD if column == _AVAILABLE and row.available_after < 0 else None
        return icon_of(row) if role == ICON and column == _BADGE and shop is None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The heads."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("When"), "", tr("What"), tr("Change"), tr("Available"))[section]

    def _words(self, row: EntryRow, column: int, place: int, shop: Shop | None) -> str | int | None:
        assert self._now is not None
        match column:
            case 0:
                return when_words(row, self._now, newest=place == 0)
            case 2:
                return self.notes.get(row.seq) or what(row, by_hand=shop is not None and shop.by_hand)
            case 3:
                return signed(row.available_delta)
            case 4:
                return row.available_after
        return ""


def _look(row: EntryRow, column: int) -> Look | None:
    below = row.available_after < 0
    if column == _AVAILABLE:
        return _NEGATIVE if below else None
    if column == _WHAT and row.undone:
        return Look(colour="text_tertiary", note=tr("taken back"))
    return _OVERSOLD if column == _WHAT and below else None


class LedgerList(QuietTable):
    """The rows in the pane. `followed` says on which ledger row the keyboard or the mouse is.

    `reversal_wanted` asks to cancel or refund the order of a row: Enter on it, or its menu.
    """

    followed = Signal(object)  # seq
    reversal_wanted = Signal(object)  # seq

    def __init__(self) -> None:
        quiet = lambda view: CellDelegate(view, role="small", colour="text_tertiary", tabular=True)  # noqa: E731
        said = lambda view: CellDelegate(view, role="small", colour="text_secondary")  # noqa: E731
        change = lambda view: CellDelegate(  # noqa: E731
            view, role="small", colour="text_secondary", align=Qt.AlignmentFlag.AlignRight, tabular=True
        )
        super().__init__(
            tr("Ledger of this product"),
            (
                Column(98, quiet),
                Column(16, SourceDelegate),
                Column(100, said, stretch=True),
                Column(51, change),
                Column(57, AfterDelegate),
            ),
        )
        self.rows = LedgerModel(self)
        self.setModel(self.rows)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._dress()

    def order_row(self) -> EntryRow | None:
        """The row that the keyboard is on, if it is about an order of a shop."""
        place = self.currentIndex().row()
        row = self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None
        return row if row is not None and row.order and row.shop_id is not None else None

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.setCurrentIndex(index)
        row = self.order_row()
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("What to do with this order"))
        action = menu.addAction(tr("Cancel or refund the order…"))
        action.triggered.connect(lambda _checked=False, seq=row.seq: self.reversal_wanted.emit(seq))
        menu.popup(self.viewport().mapToGlobal(at))

    def follow_to(self, seq: int) -> None:
        """Bring a ledger row into view, because the chart's cursor is on it."""
        place = self.rows.row_of(seq)
        if place >= 0 and place != self.currentIndex().row():
            index = self.rows.index(place, _WHAT)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.followed.emit(self.rows.rows[current.row()].seq)

    def _dress(self) -> None:
        super()._dress()
        if self.model() is not None:
            letters = QFontMetricsF(self._theme.font("small", tabular=True))
            widest = max(letters.horizontalAdvance(words) for words in longest_moments())
            self.horizontalHeader().resizeSection(_WHEN, ceil(widest) + BAR + 2 * PADDING)
            self.horizontalHeader().viewport().update()

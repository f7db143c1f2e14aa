"""The list of the whole ledger: rows are read page by page as they come into view."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from app.core.records import dataclass
from app.store.ledger_page import LedgerRow, Search
from app.store.shops import Shop
from app.ui.incidents.fit import fit
from app.ui.inventory.columns import Cell
from app.ui.inventory.ledger_list import ICON, AfterDelegate, SourceDelegate
from app.ui.inventory.ledger_words import full_words, icon_of, what
from app.ui.inventory.row_painting import RowPainter
from app.ui.ledger import words
from app.ui.widgets.cells import CellDelegate, CellRole, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Index, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import tr, when

PAGE = 100
_NEAR_END_ROWS = 30
_KEPT = 600  # rows that are ready to be painted
_PAINTED = (Qt.ItemDataRole.DisplayRole, CellRole.LOOK, CellRole.GLYPH, CellRole.BADGE, ICON)
_SOURCE, _PRODUCT = 2, 4
_EACH_ITS_OWN = (3, 4, 5)  # what happened, product, SKU: hardly two rows look alike
_LEAST, _MAY_GO = 200, (1, 8, 5, 6)  # learned, committed, SKU, change
_QUIET = Look(colour="text_secondary")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """How a column is painted: see `RowPainter`."""

    repeats: bool


class LedgerSheet(Sheet[LedgerRow]):
    """The rows that were read so far."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._cells: dict[int, list[Cell]] = {}
        self.shops: Mapping[int, Shop] = {}
        self.fields = self._make_fields()
        self.columns = tuple(_Drawn(place not in _EACH_ITS_OWN) for place in range(len(self.fields)))
        super().__init__(self.fields, key=lambda row: row.entry.seq, said=self._say)

    def shop_of(self, row: LedgerRow) -> Shop | None:
        """Where an order's row came from; None for what the seller did."""
        return self.shops.get(row.entry.shop_id or 0) if row.entry.order else None

    def cells(self, row: int) -> Sequence[Cell]:
        """What stands in a row, for the painter."""
        seq = self.rows[row].entry.seq
        found = self._cells.get(seq)
        if found is None:
            if len(self._cells) >= _KEPT:
                self._cells.clear()
            found = self._cells[seq] = [self._cell(row, column) for column in range(len(self.fields))]
        return found

    def forget(self) -> None:
        """What was put together for the painter may say something else now."""
        self._cells.clear()

    def _cell(self, row: int, column: int) -> Cell:
        index = self.index(row, column)
        found = {int(role): self.data(index, role) for role in _PAINTED}
        return {role: value for role, value in found.items() if value is not None}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; the source's is a badge or an icon."""
        if index.column() == _SOURCE and role in (CellRole.BADGE, ICON):
            row = self.rows[index.row()]
            shop = self.shop_of(row)
            if role == CellRole.BADGE:
                return shop.letter if shop is not None else None
            return icon_of(row.entry) if shop is None else None
        return super().data(index, role)

    def _say(self, row: LedgerRow) -> str:
        return words.sentence(row, self.shop_of(row), self._clock())

    def _what(self, row: LedgerRow) -> str:
        shop = self.shop_of(row)
        return what(row.entry, by_hand=shop is not None and shop.by_hand)

    def _make_fields(self) -> list[Field[LedgerRow]]:
        small = lambda view: CellDelegate(view, role="small", colour="text_secondary", tabular=True)  # noqa: E731
        full = lambda row: full_words(row.entry, self._clock())  # noqa: E731
        return [
            Field(
                head=tr("Happened"), words=lambda row: when(row.entry.happened_at, self._clock(), short=True),
                tip=full, column=Column(104, small),
            ),
            Field(
                head=tr("Learned"), words=lambda row: words.learned(row.entry, self._clock()), tip=full,
                column=Column(96, small),
            ),
            Field(head="", words=lambda _row: "", tip=self._source, column=Column(32, SourceDelegate)),
            Field(head=tr("What"), words=self._what, look=_look, tip=full, column=Column(200, CellDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(220, CellDelegate, stretch=True)),
            Field(head=tr("SKU"), words=lambda row: row.entry.sku, column=Column(124, SkuDelegate)),
            Field(
                head=tr("Change"), words=lambda row: words.change(row.entry), look=lambda _row: _QUIET, tip=full,
                column=Column(176, small),
            ),
            Field(head=tr("On hand"), words=lambda row: row.entry.on_hand_after, column=Column(72, NumberDelegate)),
            Field(
                head=tr("Committed"), words=lambda row: row.entry.committed_after, column=Column(84, NumberDelegate)
            ),
            Field(
                head=tr("Available"), words=lambda row: row.entry.available_after, look=_below,
                glyph=lambda row: Glyph.OVERSOLD if row.entry.available_after < 0 else None,
                column=Column(92, AfterDelegate),
            ),
        ]  # fmt: skip

    def _source(self, row: LedgerRow) -> str:
        shop = self.shop_of(row)
        return shop.name if shop is not None else tr("By you")


def _look(row: LedgerRow) -> Look | None:
    return Look(colour="text_tertiary", note=tr("taken back")) if row.entry.undone else None


def _below(row: LedgerRow) -> Look | None:
    return Look(colour="danger", strong=True) if row.entry.available_after < 0 else None


class LedgerTable(SheetTable[LedgerRow]):
    """Reads on near its end; what is booked meanwhile comes on top without moving what is being read."""

    def __init__(self, model: LedgerSheet) -> None:
        super().__init__(tr("Ledger"), model, model.fields)
        self.ledger = model
        self._painted = RowPainter(self, model)
        self.whole = True
        self._search: Search | None = None
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._more())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds, then all rows at once: through Qt a screenful costs four times as much."""
        painter, colour = QPainter(self.viewport()), self._theme.colour
        self._paint_rows(painter, event.rect())
        chosen = colour("bg_selected" if self._has_keyboard() else "bg_selected_inactive")
        self._painted.paint(painter, event.rect(), chosen=chosen, hover=colour("bg_hover"), ground=colour("bg_surface"))
        painter.end()

    def _dress(self) -> None:
        super()._dress()
        if hasattr(self, "_painted"):
            self._painted.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is left out first where there is little room: what the sum under the list, or a row's tooltip, says."""
        super().resizeEvent(event)
        fit(self, self.width(), stretch=_PRODUCT, least=_LEAST, may_go=_MAY_GO, theme=self._theme)

    def show_search(self, search: Search) -> None:
        """Other rows from now on, from the newest."""
        self._search = search
        found = search.page(limit=PAGE)
        self.ledger.forget()
        self.whole = len(found) < PAGE
        self.sheet.set_rows(found)
        self.verticalScrollBar().setValue(0)
        self.select_row(0)
        self.chosen.emit()

    def renew(self, search: Search) -> None:
        """Something was booked: the same question, asked anew."""
        known = self.sheet.rows[0].entry.seq if self.sheet.rows else 0
        newest = search.page(limit=PAGE)
        fresh = [row for row in newest if row.entry.seq > known]
        if not known or len(fresh) == PAGE:
            self.show_search(search)
            return
        self._search = search
        self.ledger.forget()
        self._put_on_top(fresh)
        last = newest[-1].entry.seq if newest else 0
        self.sheet.change_rows([*newest, *(row for row in self.sheet.rows if row.entry.seq < last)])

    def _put_on_top(self, fresh: Sequence[LedgerRow]) -> None:
        bar = self.verticalScrollBar()
        at = bar.value()
        self.sheet.add_above(fresh)
        if at > 0:
            bar.setValue(at + len(fresh) * self.verticalHeader().defaultSectionSize())

    def _more(self) -> None:
        bar, step = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        if self._search is None or self.whole or bar.maximum() - bar.value() > _NEAR_END_ROWS * step:
            return
        older = self._search.page(before=self.sheet.rows[-1].entry.seq, limit=PAGE)
        self.whole = len(older) < PAGE
        self.sheet.add_below(older)

"""The list of shops: one high row each, with its state, how far it is behind, and the one thing to do at the right."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from app.ui.channels.shop_cells import SECOND, SHARE, SPARK, LagDelegate, ShareDelegate, ShopDelegate, TwoLines
from app.ui.channels.shop_words import CELLS, At, act_words, heads, quota_share, row_words
from app.ui.channels.states import Act, Mark, ShopFacts, act_of, state_of
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellRole, Index
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import THIS_ROW, wider
from app.ui.widgets.table import Column, TableView
from app.ui.words import tr

GLYPHS = {Mark.LIVE: Glyph.LIVE, Mark.QUIET: Glyph.OPEN, Mark.LOOK: Glyph.LOOK}
_ICONS = {Act.PAUSE: "pause", Act.RESUME: "play"}
_WIDTHS: dict[At, int] = {
    At.SHOP: 312,
    At.BEHIND: 234,
    At.REFUSED: 138,
    At.QUOTA: 130,
    At.COMPARED: 128,
    At.LINKED: 126,
}
_DELEGATES: dict[At, type[TwoLines]] = {At.BEHIND: LagDelegate, At.QUOTA: ShareDelegate}
_ACT_WIDTH = 148
_LEAST_SHOP = 236
_MAY_HIDE = (At.COMPARED, At.LINKED, At.QUOTA, At.REFUSED)  # the first goes first where there is little room
_NOWHERE = QModelIndex()


class ShopsModel(QAbstractTableModel):
    """One row for each shop, in the order they were connected. Ages grow by `tick`, without reading anything."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock, self._now = now, now()
        self._rows: list[ShopFacts] = []
        self._heads = heads()

    @property
    def rows(self) -> Sequence[ShopFacts]:
        """What is known of every shop."""
        return self._rows

    def set_rows(self, rows: Sequence[ShopFacts]) -> None:
        """Other facts from now on."""
        same = [row.shop.id for row in rows] == [row.shop.id for row in self._rows]
        if same:
            self._rows = list(rows)
            self.tick()
            return
        self.beginResetModel()
        self._rows, self._now = list(rows), self._clock()
        self.endResetModel()

    def tick(self) -> None:
        """Time has passed."""
        self._now = self._clock()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, At.ACT))

    def row_of(self, shop: int) -> int:
        """The row of a shop; -1 when it is not there."""
        return next((place for place, row in enumerate(self._rows) if row.shop.id == shop), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many shops there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """The columns and the button."""
        return 0 if parent.isValid() else len(At)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        facts, at = self._rows[index.row()], At(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_words(facts, self._now)
        if role == CellRole.BADGE:
            return facts.shop.letter
        if role == CellRole.PAUSED:
            return facts.shop.mode == "paused"
        if role == CellRole.GLYPH:
            return GLYPHS[state_of(facts, self._now).mark]
        if role == SPARK:
            return facts.vitals.spark if at is At.BEHIND else None
        if role == SHARE:
            return quota_share(facts, self._now) if at is At.QUOTA else None
        if at is At.ACT or role not in (Qt.ItemDataRole.DisplayRole, SECOND, CellRole.LOOK):
            return None
        cell = CELLS[at](facts, self._now)
        return {SECOND: cell.second, CellRole.LOOK: cell.look}.get(role, cell.first)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A column's head."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads.get(At(section))


class ShopsTable(TableView):
    """The list itself. `acted` is a press on a row's button; `shop_chosen` another shop under the keyboard."""

    acted = Signal(int, str)  # shop, Act
    shop_chosen = Signal(int)
    fitted = Signal()  # other columns have room now

    def __init__(self, now: Callable[[], datetime]) -> None:
        columns = [Column(_WIDTHS[At.SHOP], ShopDelegate, stretch=True)]
        columns += [Column(_WIDTHS[at], _DELEGATES.get(at, TwoLines)) for at in list(At)[1:-1]]
        columns.append(Column(_ACT_WIDTH))
        super().__init__(tr("Channels"), columns)
        self.shops = ShopsModel(now)
        self._buttons: dict[int, tuple[Act, Button]] = {}
        self.setModel(self.shops)
        self.setSelectionMode(TableView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(At.SHOP, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._fit()

    def show_shops(self, rows: Sequence[ShopFacts]) -> None:
        """Show these, with the same shop chosen as before."""
        chosen, known = self.chosen(), {row.shop.id: act_of(row) for row in self.shops.rows}
        self.shops.set_rows(rows)
        if [row.shop.id for row in rows] != list(known):
            self._buttons.clear()
        self._place_buttons()
        if chosen is None or self.shops.row_of(chosen) < 0:
            chosen = rows[0].shop.id if rows else None
        if chosen is not None and self.chosen() != chosen:
            self.choose(chosen)
        self.updateGeometry()

    def chosen(self) -> int | None:
        """The shop that is chosen."""
        row = self.currentIndex().row()
        return self.shops.rows[row].shop.id if 0 <= row < len(self.shops.rows) else None

    def choose(self, shop: int) -> None:
        """Choose a shop."""
        row = self.shops.row_of(shop)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.shops.index(row, 0), THIS_ROW)

    def button(self, shop: int) -> Button:
        """The button in a shop's row."""
        return self._buttons[shop][1]

    def height_within(self, most: int) -> int:
        """High enough for all rows, or for as many whole ones as there is room for; two at least."""
        row, rows = self._theme.size("row_channel"), max(1, len(self.shops.rows))
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        return around + min(rows, max(2, (most - around) // row)) * row

    def edges_of(self, column: int) -> tuple[int, int]:
        """The page's own white space at both sides."""
        return wider(super().edges_of(column))

    def hides(self) -> bool:
        """Is there something that the list has no room for?"""
        return any(self.isColumnHidden(at) for at in At)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns give way where there is little room."""
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _place_buttons(self) -> None:
        for row, facts in enumerate(self.shops.rows):
            act = act_of(facts)
            if self._buttons.get(facts.shop.id, (None, None))[0] is act:
                continue
            button = self._make_button(facts, act)
            holder = QWidget()
            holder.setAccessibleName(button.accessibleName())
            box = QHBoxLayout(holder)
            box.setContentsMargins(0, 0, 24, 1)
            box.addStretch(1)
            box.addWidget(button)
            held = self._buttons.get(facts.shop.id)
            focused = held is not None and held[1].hasFocus()
            self._buttons[facts.shop.id] = (act, button)
            self.setIndexWidget(self.shops.index(row, At.ACT), holder)
            if focused:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_button(self, facts: ShopFacts, act: Act) -> Button:
        label, name = act_words(act, facts.shop.name)
        button = Button(label, size=ButtonSize.SMALL, icon=_ICONS.get(act, ""), name=name)
        button.clicked.connect(lambda _checked=False, shop=facts.shop.id, what=act.value: self._act(shop, what))
        return button

    def _act(self, shop: int, act: str) -> None:
        self.choose(shop)
        self.acted.emit(shop, act)

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.shop_chosen.emit(self.shops.rows[current.row()].shop.id)

    def _fit(self) -> None:
        """Hide what there is no room for: the same facts stand in the lower half."""
        theme, header = self._theme, self.horizontalHeader()
        room = self.viewport().width() - theme.px(_LEAST_SHOP) - theme.px(_ACT_WIDTH)
        shown: dict[At, int] = {at: theme.px(width) for at, width in _WIDTHS.items() if at is not At.SHOP}
        for at in _MAY_HIDE:
            if sum(shown.values()) > room:
                shown.pop(at)
        names = theme.px(_WIDTHS[At.SHOP]) - theme.px(_LEAST_SHOP)  # they stretch, and come first
        spare = max(0, room - names - sum(shown.values())) // (len(shown) + 1)
        shown = {at: width + spare for at, width in shown.items()}
        before = self.hides()
        for at in _WIDTHS:
            if at is not At.SHOP:
                self.setColumnHidden(at, at not in shown)
        for at, width in shown.items():
            header.resizeSection(at, width)
        header.resizeSection(At.ACT, theme.px(_ACT_WIDTH))
        if self.hides() != before:
            self.fitted.emit()

    def _dress(self) -> None:
        super()._dress()
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row_channel"))
        if self.model() is not None:
            self._fit()

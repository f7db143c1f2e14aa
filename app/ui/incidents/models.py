"""The two lists of this page as models: incidents, and the orders that went over. They show what was read."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.store.incident_records import Record
from app.store.incidents import Claim, IncidentRow
from app.store.shops import Shop
from app.ui.widgets.cells import CellRole, Look
from app.ui.widgets.glyphs import Glyph
from app.ui.words import calendar_date, moment, tr, trn

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SAID = int(Qt.ItemDataRole.AccessibleTextRole)

Cells = dict[int, Any]  # what a cell answers, by role


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of cells. Subclasses say what stands in a row, and what a row is called for a screen reader."""

    def __init__(self, heads: Sequence[str], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._heads, self._clock = tuple(heads), clock
        self.rows: Sequence[Row] = ()
        self._cells: list[list[Cells]] = []
        self._said: list[str] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These from now on. While they are the same things, the view keeps its selection and place."""
        same = [self.name(row) for row in rows] == [self.name(row) for row in self.rows]
        if not same:
            self.beginResetModel()
        now = self._clock()
        self.rows = tuple(rows)
        self._cells = [self.cells(row, now) for row in rows]
        self._said = [self.said(row, now) for row in rows]
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._heads) - 1))

    def name(self, row: Row) -> object:
        """What makes it the same thing."""
        raise NotImplementedError

    def cells(self, row: Row, now: datetime) -> list[Cells]:
        """What stands in its columns."""
        raise NotImplementedError

    def said(self, row: Row, now: datetime) -> str:
        """All of it as a sentence."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell says; the row's sentence for a screen reader."""
        if role == _SAID:
            return self._said[index.row()]
        return self._cells[index.row()][index.column()].get(int(role))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """A column's head."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return self._heads[section]
        return None


class IncidentsModel(RowsModel[IncidentRow]):
    """Open ones first, then the newest."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        heads = (tr("Incident"), tr("SKU"), tr("Product"), tr("Opened"), tr("Short by"), tr("Orders"), tr("State"))
        super().__init__(heads, clock)
        self._records: Mapping[int, Record] = {}

    def show_incidents(self, rows: Sequence[IncidentRow], records: Mapping[int, Record]) -> None:
        """These, with what is known beside each."""
        self._records = records
        self.show_rows(rows)

    def name(self, row: IncidentRow) -> object:
        """Its number."""
        return row.id

    def cells(self, row: IncidentRow, now: datetime) -> list[Cells]:
        """Number, SKU, product, opened, short by, orders, state."""
        glyph, words = state_of(row, now, self._records.get(row.id))
        closed = row.closed_at is not None
        quiet = Look(colour="text_secondary") if closed else None
        short = Look(colour="danger", strong=True) if row.short and not closed else quiet
        shown: int | None = row.short if not closed else None
        return [
            {_DISPLAY: str(row.id), CellRole.LOOK: quiet},
            {_DISPLAY: row.sku},
            {_DISPLAY: row.title, CellRole.LOOK: quiet},
            {_DISPLAY: moment(row.opened_at, now), CellRole.LOOK: quiet},
            {_DISPLAY: shown, CellRole.LOOK: short},
            {_DISPLAY: row.orders, CellRole.LOOK: quiet},
            {_DISPLAY: words, CellRole.GLYPH: glyph},
        ]

    def said(self, row: IncidentRow, now: datetime) -> str:
        """All of it as a sentence."""
        _, state = state_of(row, now, self._records.get(row.id))
        orders = trn("{n} order", "{n} orders", row.orders)
        return tr(
            "Incident {number}: {product}, {sku}. Short by {short}, {orders}. Opened {opened}. {state}",
            number=str(row.id),
            product=row.title,
            sku=row.sku,
            short=row.short if row.closed_at is None else 0,
            orders=orders,
            opened=moment(row.opened_at, now),
            state=state,
        )


class ClaimsModel(RowsModel[Claim]):
    """The orders of one incident, in the order in which we heard of them."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        heads = (tr("Channel"), tr("Order"), tr("Placed"), tr("Heard"), tr("Not covered"), tr("Still waits"))
        super().__init__(heads, clock)
        self._shops: dict[int, Shop] = {}

    def show_claims(self, claims: Sequence[Claim], shops: Sequence[Shop]) -> None:
        """These orders, of these shops."""
        self._shops = {shop.id: shop for shop in shops}
        self.show_rows(claims)

    def name(self, row: Claim) -> object:
        """Its shop and number."""
        return (row.shop_id, row.order)

    def cells(self, row: Claim, now: datetime) -> list[Cells]:
        """Channel, order, placed, heard, not covered, still waits."""
        shop = self._shops.get(row.shop_id)
        done = Look(colour="text_secondary") if not row.waiting else None
        return [
            {
                _DISPLAY: self._shop_name(row),
                CellRole.BADGE: shop.letter if shop else "?",
                CellRole.PAUSED: shop is None,
                CellRole.LOOK: done,
            },
            {_DISPLAY: row.order, CellRole.LOOK: done},
            {_DISPLAY: moment(row.placed_at, now), CellRole.LOOK: done},
            {_DISPLAY: moment(row.heard_at, now), CellRole.LOOK: done},
            {_DISPLAY: row.pieces, CellRole.LOOK: done},
            {_DISPLAY: row.waiting, CellRole.LOOK: done or Look(strong=True)},
        ]

    def said(self, row: Claim, now: datetime) -> str:
        """All of it as a sentence."""
        return tr(
            "{shop} order {order}: {pieces} not covered, {waiting} still waiting. Placed {placed}, heard {heard}.",
            shop=self._shop_name(row),
            order=row.order,
            pieces=row.pieces,
            waiting=row.waiting,
            placed=moment(row.placed_at, now),
            heard=moment(row.heard_at, now),
        )

    def _shop_name(self, row: Claim) -> str:
        shop = self._shops.get(row.shop_id)
        return shop.name if shop else tr("A channel that was removed")


def state_of(row: IncidentRow, now: datetime, record: Record | None = None) -> tuple[Glyph, str]:
    """A shape and a word."""
    if record is not None and record.quiet and record.checks_until is not None:
        until = calendar_date(record.checks_until.astimezone().date(), now.astimezone().date(), short=True)
        return Glyph.READY, tr("Checked until {date}", date=until)
    if row.closed_at is not None:
        return Glyph.OK, tr("Closed {when}", when=moment(row.closed_at, now))
    if row.short:
        return Glyph.OVERSOLD, tr("Open")
    return Glyph.READY, tr("Covered, not closed")

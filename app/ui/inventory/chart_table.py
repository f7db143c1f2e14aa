"""The stock chart as a table: the same rows and numbers for whoever would rather read them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.charts.picture import Picture, Stop
from app.ui.charts.steps import value_at
from app.ui.inventory.quiet_table import QuietTable
from app.ui.widgets.cells import CellDelegate, Index, Look, NumberDelegate
from app.ui.widgets.cells import CellRole as Role
from app.ui.widgets.table import Column
from app.ui.words import moment, signed, tr, when

_NOWHERE = QModelIndex()
_NEGATIVE = Look(colour="danger", strong=True)


class ChartRows(QAbstractTableModel):
    """Newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._stops: Sequence[Stop] = ()
        self._now: datetime | None = None

    def show(self, picture: Picture, now: datetime) -> None:
        """Another picture from now on."""
        self.beginResetModel()
        self._picture, self._now = picture, now
        self._stops = tuple(reversed(picture.stops))
        self.endResetModel()

    def stop(self, row: int) -> Stop:
        """What a row is."""
        return self._stops[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One for each ledger row in the chart."""
        return 0 if parent.isValid() else len(self._stops)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """When, change, available, on hand, floor."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A cell."""
        if not index.isValid() or self._picture is None or self._now is None:
            return None
        stop, column = self._stops[index.row()], index.column()
        if role == Role.LOOK:
            return _NEGATIVE if column == 2 and stop.available < 0 else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            values = [self.data(self.index(index.row(), place)) for place in range(5)]
            moved, change, available, on_hand, floor = values
            return tr(
                "{when}: {change}, {available} available, {on_hand} on hand, floor {floor}",
                when=moved,
                change=change,
                available=available,
                on_hand=on_hand,
                floor=floor,
            )
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match column:
            case 0:
                at = datetime.fromtimestamp(stop.at, tz=UTC)
                return (when if index.row() else moment)(at, self._now, short=True)
            case 1:
                return signed(stop.change)
            case 2:
                return stop.available
            case 3:
                return value_at(self._picture.on_hand, stop.at)
        return value_at(self._picture.floor, stop.at)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The heads."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("When"), tr("Change"), tr("Available"), tr("On hand"), tr("Floor"))[section]


class ChartTable(QuietTable):
    """The chart's rows."""

    def __init__(self) -> None:
        quiet = lambda view: CellDelegate(view, role="small", colour="text_tertiary", tabular=True)  # noqa: E731
        change = lambda view: CellDelegate(  # noqa: E731
            view, role="small", colour="text_secondary", align=Qt.AlignmentFlag.AlignRight, tabular=True
        )
        number = lambda view: NumberDelegate(view, colour="text_secondary")  # noqa: E731
        strong = lambda view: NumberDelegate(view, strong=True)  # noqa: E731
        super().__init__(
            tr("Stock chart as a table"),
            (
                Column(90, quiet, stretch=True),
                Column(52, change),
                Column(60, strong),
                Column(56, number),
                Column(48, number),
            ),
        )
        self.rows = ChartRows()
        self.setModel(self.rows)

"""The list of incidents: the open ones first. Nothing open is said in two lines, with how the last one went."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from app.core.closing import Tag
from app.core.incidents import days_between
from app.store.incident_records import Record
from app.store.incidents import IncidentRow
from app.ui.incidents.days_since import DaysSince
from app.ui.incidents.fit import fit
from app.ui.incidents.fix_words import tag_name
from app.ui.incidents.models import IncidentsModel
from app.ui.shell.header import SIDE
from app.ui.theme import follow
from app.ui.widgets.cells import CellDelegate, NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.filters import Filter, FilterToggles
from app.ui.widgets.table import Column, TableView, table_view
from app.ui.words import calendar_date, duration, tr

_COLUMNS = (
    Column(72),
    Column(116, SkuDelegate),
    Column(220, CellDelegate, stretch=True),
    Column(116),
    Column(72, NumberDelegate),
    Column(64, NumberDelegate),
    Column(164, StatusDelegate),
)
_PRODUCT, _LEAST = 2, 170


class ListView(QWidget):
    """`chosen` carries the number of the incident to open. Tags filter the list."""

    chosen = Signal(int)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._empty: EmptyState | None = None
        self._said: tuple[str, str] | None = None
        self.model = IncidentsModel(clock)
        self.table: TableView = table_view(tr("Incidents"), _COLUMNS)
        self.table.setModel(self.model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.horizontalHeader().setSectionResizeMode(_PRODUCT, QHeaderView.ResizeMode.Stretch)
        self.table.opened.connect(self._open)
        self._rows: Sequence[IncidentRow] = ()
        self._records: Mapping[int, Record] = {}
        self.since = DaysSince()
        self.since.hide()
        self.filters = FilterToggles([Filter(tag.value, tag_name(tag)) for tag in Tag], name=tr("What came with it"))
        self.filters.changed.connect(lambda _on: self._show())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(SIDE, 0, SIDE, 0)
        self._column.addLayout(self._place)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(14)
        head.addWidget(self.since)
        head.addWidget(self.filters)
        self._column.addLayout(head)
        self._column.addWidget(self.table, 1)
        self._column.addStretch(0)
        self._theme = follow(self._fit)

    def empty(self) -> EmptyState | None:
        """What is said where no incident is open."""
        return self._empty

    def show_incidents(
        self,
        rows: Sequence[IncidentRow],
        records: Mapping[int, Record] | None = None,
        causes: Sequence[tuple[str, int]] = (),
    ) -> None:
        """These, with what is known beside each, and how often each cause was confirmed."""
        self._rows, self._records = rows, records or {}
        now = self._clock().astimezone()
        self.since.show_days(days_between([row.opened_at for row in rows], now), causes)
        counts = {tag.value: sum(tag in record.tags for record in self._records.values()) for tag in Tag}
        self.filters.set_counts(len(rows), counts)
        self.filters.setVisible(any(counts.values()) or bool(self.filters.on()))
        self._show()
        self._say(self._nothing_open(rows))

    def _show(self) -> None:
        on = {Tag(key) for key in self.filters.on()}
        rows = [row for row in self._rows if not on or on & self._records.get(row.id, Record()).tags]
        current = self.table.currentIndex().row()
        self.model.show_incidents(rows, self._records)
        self.table.setVisible(bool(self._rows))
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(max(0, min(current, len(rows) - 1)))

    def take_keyboard(self) -> None:
        """The list is the place to begin."""
        target = self.table if self.table.isVisibleTo(self) else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is left out first where there is little room: SKU, orders, opened."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fit(self.table, self.width(), stretch=_PRODUCT, least=_LEAST, may_go=(1, 5, 3), theme=self._theme)

    def _nothing_open(self, rows: Sequence[IncidentRow]) -> tuple[str, str] | None:
        if any(row.closed_at is None for row in rows):
            return None
        last = max((row for row in rows if row.closed_at), key=lambda row: row.id, default=None)
        if last is None or last.closed_at is None:
            advice = tr("Plimsoll opens one when an order is accepted that your stock cannot cover.")
            return tr("No incident so far"), advice
        on = calendar_date(last.opened_at.astimezone().date(), self._clock().astimezone().date())
        took = duration(last.closed_at - last.opened_at)
        return tr("No open incident"), tr("The last one was on {date}, closed in {duration}.", date=on, duration=took)

    def _say(self, said: tuple[str, str] | None) -> None:
        if said == self._said:
            return
        self._said = said
        if self._empty is not None:
            self._place.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if said is not None:
            self._empty = EmptyState("incident", *said)
            self._place.addWidget(self._empty)

    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.rows[index.row()].id)

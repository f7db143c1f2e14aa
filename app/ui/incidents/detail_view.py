"""One incident: the sum, what to do now, what comes after the messages, and the orders that went over."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QScrollArea, QVBoxLayout, QWidget

from app.store.incidents import Claim, IncidentRow
from app.store.listings import ListingRow
from app.store.shops import Shop
from app.ui.incidents.advice import Line, advice
from app.ui.incidents.fit import fit
from app.ui.incidents.follow_ups import FollowUps
from app.ui.incidents.models import ClaimsModel
from app.ui.incidents.todo import Todo
from app.ui.links import public_page
from app.ui.shell.header import SIDE
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, NumberDelegate, OrderNumberDelegate
from app.ui.widgets.delegates import BadgeDelegate
from app.ui.widgets.figures import Figure, FigureSum
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.table import Column, TableView, table_view
from app.ui.widgets.text import Label
from app.ui.widgets.tips import plain
from app.ui.words import number, tr, trn, when

_WIDTH, _GAP, _LEAST = 860, 28, 130
_COLUMNS = (
    Column(170, BadgeDelegate),
    Column(160, lambda view: OrderNumberDelegate(view, role="body"), stretch=True),
    Column(124, CellDelegate),
    Column(124, CellDelegate),
    Column(104, NumberDelegate),
    Column(104, NumberDelegate),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that the page says of one incident."""

    row: IncidentRow
    claims: Sequence[Claim]
    listings: Sequence[ListingRow]
    shops: Sequence[Shop]
    family: Sequence[int] = ()  # the incidents that are one with it
    written: Container[int] = ()  # orders whose buyer was written to

    def lines(self) -> list[Line]:
        """What to do now."""
        return advice(self.row, self.claims, self.listings, self.shops, self.written)


class DetailView(QScrollArea):
    """`left` is Esc in the list of orders."""

    left = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sum = FigureSum([Figure("0", tr("on hand"))])
        self._facts = Label("", colour="text_secondary")
        self.todo = Todo()
        self.follow_ups = FollowUps()
        self.open_order = Button(tr("Open the order"), size=ButtonSize.SMALL)
        self.open_order.clicked.connect(lambda _checked=False: self._open_current())
        self._over = SectionTitle(tr("Orders that went over"))
        self.no_page = Label("", "small", colour="text_tertiary")
        self._over.row.addWidget(self.no_page)
        self._over.row.addWidget(self.open_order)
        self.model = ClaimsModel(clock)
        self.table = self._table()
        self._content = QWidget()
        self._fill(QVBoxLayout(self._content))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.addWidget(self._content, 1)
        row.addStretch(0)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self._theme = follow(self._dress)
        self._dress()

    def show_incident(self, shown: Shown) -> None:
        """All of one incident."""
        row, now = shown.row, self._clock()
        self.sum.set_figures(_figures(row))
        self._facts.setText(_facts(row, now))
        self.todo.show_lines(shown.lines(), closed=row.closed_at is not None)
        pieces = sum(claim.pieces for claim in shown.claims)
        orders = trn("{n} order", "{n} orders", len(shown.claims))
        self._over.set_note(tr("{orders}, {pieces} not covered when they came", orders=orders, pieces=pieces))
        self.model.show_claims(shown.claims, shown.shops)
        if shown.claims and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._measure_table()
        self._settle_order()

    def take_keyboard(self) -> None:
        """The orders are the place to begin."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is left out first where there is little room: when it was heard, when it was placed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = min(self._theme.px(_WIDTH), self.viewport().width() - 2 * SIDE)
        fit(self.table, room, stretch=1, least=_LEAST, may_go=(3, 2), theme=self._theme)

    def _table(self) -> TableView:
        table = table_view(tr("Orders that went over"), _COLUMNS)
        table.setModel(self.model)
        table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setSectionsClickable(False)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.opened.connect(self._open_row)
        table.left.connect(self.left)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._settle_order())
        return table

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 8, 0, SIDE)
        column.setSpacing(_GAP)
        head = QVBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sum)
        head.addWidget(self._facts)
        orders = QVBoxLayout()
        orders.setSpacing(0)
        orders.addWidget(self._over)
        orders.addWidget(self.table)
        column.addLayout(head)
        column.addWidget(self.todo)
        column.addWidget(self.follow_ups)
        column.addLayout(orders)
        column.addStretch(1)

    def _current(self) -> Claim | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _settle_order(self) -> None:
        claim = self._current()
        can = claim is not None and order_url(claim) is not None
        self.open_order.setEnabled(can)
        reason = (
            tr("Opens the order at its channel, in your browser.") if can else tr("This order has no page to open.")
        )
        self.no_page.setText("" if can else reason)
        self.open_order.setToolTip(plain(reason))
        self.open_order.setAccessibleDescription(reason)

    def _open_row(self, index: QModelIndex) -> None:
        open_at_channel(self.model.rows[index.row()])

    def _open_current(self) -> None:
        claim = self._current()
        if claim is not None:
            open_at_channel(claim)

    def _measure_table(self) -> None:
        rows = self.model.rowCount() * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 2)

    def _dress(self) -> None:
        self._content.setMaximumWidth(self._theme.px(_WIDTH))
        self._measure_table()
        self._fit()


def order_url(claim: Claim) -> QUrl | None:
    """The order's page at its channel, if there is one and it is safe to open."""
    return public_page(claim.url)


def open_at_channel(claim: Claim) -> bool:
    """Show an order in the seller's browser."""
    url = order_url(claim)
    return url is not None and QDesktopServices.openUrl(url)


def _figures(row: IncidentRow) -> list[Figure]:
    minus, equals = tr("−"), tr("=")
    colour = "danger" if row.short else "text_primary"
    return [
        Figure(number(row.on_hand), tr("on hand")),
        Figure(number(row.committed), tr("committed"), operator=minus),
        Figure(number(row.available), tr("available"), operator=equals, colour=colour),
    ]


def _facts(row: IncidentRow, now: datetime) -> str:
    return tr("{sku}   Found {when}", sku=row.sku, when=when(row.opened_at, now))

"""The Ledger page: every row there is, newest first, narrowed by fields; each explains itself, and leads on."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.store import shops
from app.store.ledger_page import Asked, LedgerRow, Search
from app.ui.bridge import Bridge
from app.ui.inventory.toggle_strip import ToggleStrip
from app.ui.ledger import words
from app.ui.ledger.export import Export, ExportBar
from app.ui.ledger.filters import LedgerFilters
from app.ui.ledger.table import LedgerSheet, LedgerTable
from app.ui.links import open_page, public_page
from app.ui.page import Command, Page
from app.ui.shell.announce import speak
from app.ui.shell.header import SIDE, PageHeader, bar_place
from app.ui.theme import Theme, follow
from app.ui.widgets.button import Button
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.search import SearchField
from app.ui.widgets.text import ElidedLabel
from app.ui.words import tr

_SEARCH = 250
_SOON_MS = 150
FILE = "plimsoll-ledger.csv"


class Foot(QWidget):
    """The row that the keyboard is on, in a sentence and as a sum; how much of the ledger is listed."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence, self.sum = ElidedLabel(""), ElidedLabel("", "small", colour="text_secondary")
        self.count = ElidedLabel("", "small", colour="text_secondary")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        lower = QHBoxLayout()
        lower.addWidget(self.sum, 1)
        lower.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 8)
        column.setSpacing(2)
        column.addWidget(self.sentence)
        column.addLayout(lower)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline above it."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, Theme.current().colour("line_hair"))
        painter.end()


class LedgerPage(Page):
    """Rows are never edited here: a correction is a new row."""

    key = "ledger"

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(tr("Ledger"))
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar_place = bar_place()
        self.header = PageHeader(tr("Ledger"), tr("Rows are never edited. A correction is a new row."))
        self.search = SearchField(tr("Search products"), placeholder=tr("SKU, name or barcode"))
        self.save = Button(tr("Export…"), icon="sheet")
        self.filters = LedgerFilters(lambda: bridge.now.astimezone().date())
        self.sheet = LedgerSheet(lambda: bridge.now)
        self.table = LedgerTable(self.sheet)
        self.empty = EmptyState(
            "ledger",
            tr("No row of the ledger is like this"),
            tr("Sales, deliveries, counts and corrections are rows."),
            action=tr("Show all rows"), on_action=self.clear,
        )  # fmt: skip
        self.foot, self.export_bar = Foot(), ExportBar()
        self.export = Export(bridge, self.export_bar)
        self._asked_before: Asked | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._renew)
        self._lay_out()
        self._connect()
        follow(self._dress)
        self._dress()

    # What the window asks of a page

    def commands(self) -> list[Command]:
        """What can be done with the row that the keyboard is on."""
        row = self.table.current
        return [
            Command(key="ledger_product", menu="stock", text=tr("Show the product of this row"),
                    run=self.show_product, enabled=lambda: row() is not None),
            Command(key="ledger_incident", menu="stock", text=tr("Show the incident of this row"),
                    run=self.show_incident, enabled=lambda: self._incident() is not None),
            Command(key="ledger_order", menu="stock", text=tr("Open the order at its channel"),
                    run=self.open_order, enabled=lambda: bool(self._order_page())),
            Command(key="ledger_search", menu="edit", text=tr("Search"), run=self._to_search, shortcut="Ctrl+F"),
            Command(key="ledger_clear", menu="view", text=tr("Show all rows"), run=self.clear,
                    enabled=lambda: self.filters.asked.narrow),
            Command(key="ledger_export", menu="file", text=tr("Export these rows…"), run=self.ask_export,
                    shortcut="Ctrl+Shift+E"),
        ]  # fmt: skip

    def open(self, what: object) -> None:
        """The rows of the product with this SKU, with ("order", number) those of an order; None for all rows."""
        if isinstance(what, tuple):
            self.search.clear()
            self.filters.show_order(str(what[1]))
        elif isinstance(what, str):
            self.filters.clear()
            self.search.setText(what)
        else:
            self.clear()

    def shown(self) -> None:
        """The list takes the keyboard."""
        self._read_shops()
        if self._asked_before is None:
            self._ask(self.filters.asked)
        else:
            self._renew()
        target = self.table if self.sheet.rows else self.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Something was booked."""
        if changes.skus or changes.orders or changes.incidents or changes.catalog or changes.shops:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and the inventory may be closed at any moment."""
        self._soon.stop()
        super().hideEvent(event)

    # What the seller does

    def clear(self) -> None:
        """Everything again."""
        self.filters.clear()

    def open_row(self) -> None:
        """Where it leads: to the incident that its order is in, else to the product."""
        if self._incident() is not None:
            self.show_incident()
        else:
            self.show_product()

    def show_product(self) -> None:
        """In the Inventory."""
        row = self.table.current()
        if row is not None:
            self.go.emit("inventory", row.entry.sku)

    def show_incident(self) -> None:
        """The open incident that the row's order is in."""
        number = self._incident()
        if number is not None:
            self.go.emit("incidents", number)

    def open_order(self) -> None:
        """In the browser, at its channel."""
        open_page(self._order_page())

    def ask_export(self) -> None:
        """Ask where to, and write what is listed and all that follows."""
        path = self.ask_where()
        if path:
            self.export.start(Path(path), self.filters.asked, dict(self.sheet.shops))

    def ask_where(self) -> str:
        """Where the export goes; empty for nowhere. Tests replace this."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Export these rows"), FILE, tr("Text, CSV UTF-8 (*.csv)"))
        return path if not path or path.lower().endswith(".csv") else f"{path}.csv"

    # Inside

    def _incident(self) -> int | None:
        row = self.table.current()
        return row.incident if row is not None else None

    def _order_page(self) -> str:
        row = self.table.current()
        return row.entry.order_url if row is not None and public_page(row.entry.order_url) else ""

    def _ask(self, asked: Asked) -> None:
        self._asked_before = asked
        self.table.show_search(Search(self.bridge.db, asked))
        self._settle()

    def _renew(self) -> None:
        self._soon.stop()
        self._read_shops()
        self.table.renew(Search(self.bridge.db, self.filters.asked))
        self._settle()

    def _read_shops(self) -> None:
        found = shops.shops(self.bridge.db)
        self.sheet.shops = {shop.id: shop for shop in found}
        self.filters.set_shops(found)

    def _settle(self) -> None:
        some = bool(self.sheet.rows)
        self._stack.setCurrentWidget(self.table if some else self._nothing)
        if self.empty.button is not None:
            self.empty.button.setVisible(self.filters.asked.narrow)
        self.save.setEnabled(some)
        self._explain()

    def _explain(self) -> None:
        row: LedgerRow | None = self.table.current()
        self.foot.setVisible(row is not None)
        if row is not None:
            self.foot.sentence.setText(words.sentence(row, self.sheet.shop_of(row), self.bridge.now))
            self.foot.sum.setText(words.sum_words(row.entry))
        self.foot.count.setText(words.count_words(len(self.sheet.rows), whole=self.table.whole))

    def _say(self, sentence: str) -> None:
        self.header.say(tr("Ledger"), sentence)
        speak(self, sentence, pressing=False)

    def _menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            self.table.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("What to do with this row"))
        for command in self.commands()[:3]:
            action = menu.addAction(command.text)
            action.setEnabled(command.enabled())
            action.triggered.connect(lambda _checked=False, run=command.run: run())
        menu.addAction(tr("Copy rows")).triggered.connect(lambda _checked=False: self.table.copy_rows())
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.filters.set_words)
        self.search.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.filters.changed.connect(self._ask)
        self.filters.cleared.connect(self.search.clear)
        self.table.chosen.connect(self._explain)
        self.table.opened.connect(lambda _index: self.open_row())
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._explain())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.save.clicked.connect(lambda _checked=False: self.ask_export())
        self.export.ended.connect(self._say)
        QShortcut(QKeySequence("/"), self).activated.connect(self._to_search)

    def _dress(self) -> None:
        self.search.setFixedWidth(self.theme.px(_SEARCH))

    def _lay_out(self) -> None:
        self.header.after.addWidget(self.search)
        self.header.add_action(self.save)
        strip = QHBoxLayout()
        strip.setContentsMargins(SIDE - 4, 0, SIDE - 4, 12)
        strip.addWidget(ToggleStrip(self.filters))
        self._nothing = QWidget()
        around = QVBoxLayout(self._nothing)
        around.setContentsMargins(SIDE, SIDE, SIDE, 0)
        around.addWidget(self.empty)
        around.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        column.addLayout(strip)
        column.addWidget(self.export_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

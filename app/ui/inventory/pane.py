"""The detail pane: one product in full. It reads when it is told to, and asks the page for everything that writes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.store import ledger, reversals, shops
from app.ui.bridge import Bridge
from app.ui.inventory.facts import ProductFacts, held_at, read_facts, suggestions
from app.ui.inventory.head import Head
from app.ui.inventory.held_field import HeldScope
from app.ui.inventory.ledger_list import LedgerList
from app.ui.inventory.parts_list import PartsList
from app.ui.inventory.stock_section import StockSection
from app.ui.reversals.words import short_words
from app.ui.theme import Theme, follow
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr

_SIDE = 20
_LEDGER_ROWS = 6


class Hairline(QFrame):
    """One pixel across the pane."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self._theme = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setStyleSheet(f"background: {self._theme.colour('line_hair').name()};")


class DetailPane(QWidget):
    """Shows the product that it is told to. Everything that the seller wants done here is a signal."""

    left = Signal()
    incident_wanted = Signal(int)
    adjust_wanted = Signal()
    held_typed = Signal(object, object)  # HeldScope, int | None
    remedy_wanted = Signal(int, str)  # a listing, a Remedy
    part_wanted = Signal(str)  # a SKU
    rules_wanted = Signal()
    may_sell_wanted = Signal(int)  # a listing
    reversal_wanted = Signal(object)  # a ledger row's seq
    alerts_wanted = Signal()
    alert_rules_wanted = Signal()
    floor_pause_wanted = Signal()
    floor_put_back_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge, self._theme = bridge, theme
        self._facts: ProductFacts | None = None
        self.setAccessibleName(tr("Product"))
        self.head = Head()
        self.stock = StockSection(bridge.db, theme)
        self.ledger = LedgerList()
        self.parts = PartsList()
        self._build()
        self._connect()

    @property
    def facts(self) -> ProductFacts | None:
        """The product that is shown; None for none."""
        return self._facts

    def show_product(self, number: int | None) -> None:
        """Show another product, or none."""
        facts = read_facts(self._bridge.db, number, now=self._bridge.now) if number is not None else None
        self.head.held.end()
        self._facts = facts
        self._frame.setCurrentWidget(self._nothing if facts is None else self._scroll)
        if facts is None:
            self.ledger.rows.show(None, {}, self._bridge.now)
            return
        self.setAccessibleName(facts.row.title)
        self._show(facts)
        known = {shop.id: shop for shop in shops.shops(self._bridge.db)}
        sku = facts.row.sku
        self._list_title.setText(tr("Parts") if facts.parts else tr("Ledger"))
        self._note(sku)
        self.ledger.rows.show(
            lambda before, limit: ledger.history(self._bridge.db, sku, before_seq=before, limit=limit), known, facts.now
        )
        self._show_list(facts)
        self.ledger.scrollToTop()

    def renew(self) -> None:
        """Something about this product changed: the same product, its new numbers."""
        if self._facts is None:
            return
        facts = read_facts(self._bridge.db, self._facts.row.id, now=self._bridge.now)
        if facts is not None:
            self._facts = facts
            self._show(facts)
            self._note(facts.row.sku)
            self.ledger.rows.renew(facts.now)
            self._show_list(facts)

    def focus_first(self) -> None:
        """The keyboard goes to the first thing here that it can do something with."""
        head = self.head
        stops: list[QWidget] = [head.incident, head.adjust, *head.shown.marks, self.ledger, head.close_button]
        stop = next((stop for stop in stops if stop.isVisible()), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_dense(self, *, dense: bool) -> None:
        """In a narrow window all stands closer."""
        self.ledger.set_dense(dense=dense)
        self.head.sum_row.set_dense(dense=dense)

    def ask_held_here(self) -> None:
        """F2: of the shop that the keyboard is on, else of the product."""
        self.ask_held(next((mark.shop.id for mark in self.head.shown.marks if mark.hasFocus()), 0))

    def ask_held(self, shop: int = 0) -> None:
        """Ask how many pieces to hold back: of the product, or of the product in one shop."""
        facts = self._facts
        if facts is None:
            return
        listed = next((listed for listed in facts.listed if listed.shop.id == shop), None)
        if listed is None:
            shop, name = 0, ""
        else:
            name = listed.shop.name
        limit = held_at(self._bridge.db, facts, shop)
        suggested = suggestions(self._bridge.db, facts).get(shop)
        self.head.held.begin(HeldScope(facts.row.id, shop, name, limit, suggested))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _note(self, sku: str) -> None:
        """What was asked of an order's shop stands in its row."""
        found = reversals.notes(self._bridge.db, sku)
        self.ledger.rows.notes = {seq: short_words(*one) for seq, one in found.items()}

    def _show(self, facts: ProductFacts) -> None:
        channels = {listed.shop.channel for listed in facts.listed} if facts.put_back is not None else set()
        fees = (
            {info.key: info.presses for info in self._bridge.lent.channels() if info.key in channels}
            if channels
            else {}
        )
        self.head.show_facts(facts, fees)
        self.stock.show_facts(facts)
        self.parts.show_facts(facts)

    def _show_list(self, facts: ProductFacts) -> None:
        if facts.parts:
            self._list.setCurrentWidget(self.parts)
        else:
            self._list.setCurrentWidget(self.ledger if self.ledger.rows.rows else self._no_rows)

    def _connect(self) -> None:
        head = self.head
        head.close_button.clicked.connect(self.left)
        head.incident.clicked.connect(self._on_incident)
        head.adjust.clicked.connect(self.adjust_wanted)
        head.shown.edit_wanted.connect(self.ask_held)
        head.shown.may_sell_wanted.connect(self.may_sell_wanted)
        head.held.typed.connect(self.held_typed)
        head.offers.rules.clicked.connect(self.rules_wanted)
        head.held.ended.connect(self._after_held)
        head.notes.wanted.connect(self.remedy_wanted)
        head.alerts.log.connect(self.alerts_wanted)
        head.alerts.rules.connect(self.alert_rules_wanted)
        head.alerts.pause.connect(self.floor_pause_wanted)
        head.alerts.put_back.connect(self.floor_put_back_wanted)
        self.stock.followed.connect(self._on_chart)
        self.ledger.followed.connect(self.stock.chart.stand_at)
        self.ledger.left.connect(self.left)
        self.ledger.reversal_wanted.connect(self.reversal_wanted)
        self.stock.table.left.connect(self.left)
        self.parts.opened.connect(self.part_wanted)

    def _on_incident(self) -> None:
        if self._facts is not None and self._facts.incident is not None:
            self.incident_wanted.emit(self._facts.incident)

    def _on_chart(self, seq: int) -> None:
        self.ledger.follow_to(seq)
        place = self.ledger.rows.row_of(seq)
        sentence = ""
        if place >= 0:
            sentence = self.ledger.rows.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        self.stock.say_stop(sentence)

    def _after_held(self) -> None:
        self.head.shown.held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._nothing = Paragraph(tr("The product that you choose is shown here in full."))
        self._nothing.setContentsMargins(_SIDE, 16, _SIDE, 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._contents())
        self._frame = QStackedWidget()
        self._frame.addWidget(self._nothing)
        self._frame.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _contents(self) -> QWidget:
        contents = QWidget()
        contents.setProperty("panel", "surface")
        self._list_title = Label(tr("Ledger"), "section")
        title = QHBoxLayout()
        title.setContentsMargins(_SIDE, 11, _SIDE, 6)
        title.addWidget(self._list_title)
        title.addStretch(1)
        self._list = QStackedWidget()
        self._list.addWidget(self.ledger)
        self._list.addWidget(self.parts)
        self._no_rows = Paragraph(tr("Nothing was written yet."))
        self._no_rows.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._no_rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._list.addWidget(self._no_rows)
        column = QVBoxLayout(contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, Hairline(), self.stock, Hairline()):
            column.addWidget(part)
        column.addLayout(title)
        column.addWidget(self._list, 1)
        follow(self._dress)
        self._dress()
        return contents

    def _dress(self) -> None:
        header = self._theme.size("table_header")
        self._list.setMinimumHeight(header + _LEDGER_ROWS * self._theme.px(26))

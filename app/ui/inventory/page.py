"""The Inventory page: puts list and pane together, hears the news, and does what its commands say."""

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu

from app.core.changes import Changes
from app.store import inventory, shops
from app.store.inventory import ProductRow
from app.ui.bridge import Bridge
from app.ui.inventory.asking import Asker
from app.ui.inventory.commands import inventory_commands
from app.ui.inventory.desk import InventoryDesk
from app.ui.inventory.phrases import Stand
from app.ui.inventory.row_menu import RowMenu
from app.ui.page import Command
from app.ui.theme import Theme

NEWS_MS = 100  # between two looks at what changed
GUESS_MS = 200  # after the last key that found nothing
ORDER_MS = 250  # until the order of the list follows

if TYPE_CHECKING:
    from app.ui.inventory.deeds import Deeds
    from app.ui.inventory.pane import DetailPane


class InventoryPage(InventoryDesk):
    """The desk, with lists from the store and the news of the day."""

    key = "inventory"

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.bar_place = self.list.bar_place
        self._asker = Asker(bridge, self)
        self._stands: list[Stand] = []
        self._news = Changes()
        self._stale = False
        self._planned = False  # what a shop should show instead is heard, not seen: it comes behind the first paint
        self._menu: QMenu | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.divide)
        self._rest = _timer(self, NEWS_MS, self._hear)
        self._order = _timer(self, ORDER_MS, self._look_again)
        self._guess = _timer(self, GUESS_MS, self._guess_words)
        self._connect()
        self._read_shops()
        self._asker.ask(self.list.question)
        self._asker.count()

    # What the window asks

    def commands(self) -> list[Command]:
        """Everything that can be done here."""
        return inventory_commands(self)

    def open(self, what: object) -> None:
        """Show the product with this SKU; with a set of filters' names, what these leave."""
        from app.store import catalog

        if isinstance(what, frozenset):
            if not self.divide.list_shown:
                self.close_pane()
            self.list.search.clear()
            self.list.filters.set_on(what)
            return
        number = catalog.product_id(self.bridge.db, what) if isinstance(what, str) else None
        if number is not None:
            self.list.show_product(number)
            self.fill()
            self.divide.open_pane()

    def shown(self) -> None:
        """The page came into view: the keyboard goes to the list."""
        if self.divide.list_shown:
            self.list.focus_list()
        else:
            self.pane.focus_first()

    def on_changed(self, changes: Changes) -> None:
        """Something was written."""
        self._news |= changes
        if not self._rest.isActive():
            self._hear()

    # What its commands do

    @property
    def row_menu(self) -> QMenu | None:
        """The menu that was last shown."""
        return self._menu

    def show_menu(self, at: QPoint) -> None:
        """The menu of the current row."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = RowMenu(self.commands(), self)
        self._menu.popup(at)

    def adjust_part(self, sku: str) -> None:
        """A bundle has no stock of its own: go to its part, and ask what happened there."""
        self.open(sku)
        self.adjust()

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may be another step."""
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is known how wide the window is."""
        super().showEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters may be another step."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "divide"):
            self._settle()

    def _settle(self) -> None:
        self.divide.settle(self.window().width(), in_pane=self.in_pane)

    # News

    def _hear(self) -> None:
        changes, self._news = self._news, Changes()
        if not changes:
            return
        self._rest.start()
        if changes.shops or changes.catalog or changes.settings:
            self._read_shops()
        if changes.alerts and not changes.skus and self.shown_facts is not None:
            self.pane.renew()
        wide = bool(changes.shops or changes.due or (changes.settings and not changes.skus))
        numbers = inventory.numbers_of(self.bridge.db, changes.skus) if changes.skus else []
        if wide:
            self.table.stock.renew_all(*self.table.rows_in_view())
        else:
            self.table.stock.renew(numbers)
        shown = self.shown_facts
        if shown is not None and (wide or changes.incidents or shown.row.id in numbers):
            self.pane.renew()
            if "deeds" in vars(self):  # something was asked already, and may be open still
                self.deeds.renew(self.pane.facts)
        if not self._order.isActive():
            self._order.start()

    def _look_again(self) -> None:
        self._asker.count()
        if self.table.editing:
            self._stale = True
        else:
            self._asker.ask_all(self.list.question)

    def _after_editing(self) -> None:
        if self._stale and not self.table.editing:
            self._stale = False
            self._look_again()

    def _read_shops(self) -> None:
        stands = [Stand.of(shop) for shop in shops.shops(self.bridge.db)]
        if stands != self._stands or not self.list.ready:
            self._stands = stands
            self.list.set_stands(stands, self._read_rows)

    def _read_rows(self, numbers: Sequence[int]) -> dict[int, ProductRow]:
        return inventory.rows(self.bridge.db, numbers, now=self.bridge.now, planned=self._planned)

    def _on_found(self, numbers: "array[int]", whole: bool) -> None:  # noqa: FBT001 - a slot
        if self.table.editing:
            self._stale = True  # rows stay where they are while one of them is typed in
        else:
            self.list.show_found(numbers, whole=whole)
            if whole and not numbers and self.list.question.words.strip():
                self._guess.start()

    def _guess_words(self) -> None:
        """What may the seller have meant? Only the words are looked at: the filters are named beside it."""
        words = self.list.question.words.strip()
        if words:
            self._asker.guess(words)

    def _on_incident(self, number: int) -> None:
        self.go.emit("incidents", number)

    def _connect(self) -> None:
        listed = self.list
        self._asker.found.connect(self._on_found)
        self._asker.counted.connect(listed.show_totals)
        self._asker.guessed.connect(listed.suggest)
        listed.asked.connect(self._asker.ask)
        listed.opened.connect(self.open_pane)
        listed.left.connect(self.close_pane)
        listed.typed.connect(self.set_level)
        listed.menu_wanted.connect(self.show_menu)
        listed.adjust_wanted.connect(self.adjust)
        listed.add_wanted.connect(self.add_product)
        listed.editing_over.connect(self._after_editing)

    def on_pane(self, pane: "DetailPane") -> None:
        """It was made: hear what is wanted there. The list learns now what shops that differ should show."""
        self._planned = True
        self.table.stock.renew(row.id for row in self.table.stock.known() if _differs(row))
        pane.left.connect(self.close_pane)
        pane.incident_wanted.connect(self._on_incident)
        pane.adjust_wanted.connect(self.adjust)
        pane.held_typed.connect(self.set_held)
        pane.remedy_wanted.connect(self.remedy)
        pane.part_wanted.connect(self.open)
        pane.rules_wanted.connect(self.rules)
        pane.may_sell_wanted.connect(self.may_sell)
        pane.reversal_wanted.connect(self.reverse_entry)
        pane.alerts_wanted.connect(self.alert_log)
        pane.alert_rules_wanted.connect(self.alert_rules)
        pane.floor_pause_wanted.connect(self.pause_at_floor)
        pane.floor_put_back_wanted.connect(self.put_back_at_floor)

    def on_deeds(self, deeds: "Deeds") -> None:
        """They were made: hear what was done."""
        deeds.undoable.connect(self.undoable)
        deeds.added.connect(self.open)
        deeds.part_wanted.connect(self.adjust_part)


def _timer(page: InventoryPage, after_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(page)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(call)
    return timer


def _differs(row: ProductRow) -> bool:
    return any(shown.differs is not None for shown in row.shown)

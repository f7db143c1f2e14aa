"""Inventory's list and pane side by side, and what can be done with them: the page's commands call this."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.ui.bridge import Bridge
from app.ui.inventory.divide import Divide
from app.ui.inventory.product_list import ProductList
from app.ui.inventory.table import InventoryTable
from app.ui.page import Page
from app.ui.shell.first_paint import FirstPaint
from app.ui.theme import Theme
from app.ui.widgets.table import TableView

if TYPE_CHECKING:
    from app.ui.inventory.deeds import Deeds
    from app.ui.inventory.facts import Listed, ProductFacts
    from app.ui.inventory.floor_deeds import FloorDeeds
    from app.ui.inventory.held_field import HeldScope
    from app.ui.inventory.many_levels import ManyLevels
    from app.ui.inventory.pane import DetailPane

SELECT_MS = 120  # after the last arrow key, or the last letter of what is looked for


class InventoryDesk(Page):
    """Every product, and one in full. It hears no news and asks for no lists: that is the page's."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.list = ProductList(theme)
        self.divide = Divide(theme, self.list)
        FirstPaint(self.divide.place, lambda: self.pane)
        self._select = QTimer(self)
        self._select.setSingleShot(True)
        self._select.setInterval(SELECT_MS)
        self._select.timeout.connect(self.fill)
        self.list.chosen.connect(lambda _number: self._select.start())
        self.list.asked.connect(lambda _question: self._wait_on())

    @cached_property
    def pane(self) -> "DetailPane":
        """The current product in full: made right behind the first paint of its place, or when it is first wanted."""
        from app.ui.inventory.pane import DetailPane

        pane = DetailPane(self.bridge, self.theme)
        self.on_pane(pane)
        self.divide.place.hold(pane)
        pane.show_product(self.list.number)
        return pane

    def on_pane(self, pane: "DetailPane") -> None:
        """It was made: the page hears what is wanted there."""

    @property
    def shown_facts(self) -> "ProductFacts | None":
        """What the pane shows; None for none, and before there is a pane."""
        return self.pane.facts if "pane" in vars(self) else None

    @cached_property
    def deeds(self) -> "Deeds":
        """What asks and writes: made when it is first wanted, for the first paint does not wait for its dialogs."""
        from app.ui.inventory.deeds import Deeds

        deeds = Deeds(self.bridge, self)
        self.on_deeds(deeds)
        return deeds

    @cached_property
    def levels(self) -> "ManyLevels":
        """Floors of many at once."""
        from app.ui.inventory.many_levels import ManyLevels

        made = ManyLevels(self.bridge, self)
        made.undoable.connect(self.undoable)
        return made

    @cached_property
    def floor_deeds(self) -> "FloorDeeds":
        """What alerts ask and the plan at the floor does: made when it is first wanted."""
        from app.ui.inventory.floor_deeds import FloorDeeds

        found = FloorDeeds(self.bridge, self)
        found.undoable.connect(self.undoable)
        return found

    def on_deeds(self, deeds: "Deeds") -> None:
        """They were made: the page hears what was done."""

    @property
    def table(self) -> InventoryTable:
        """The list's table."""
        return self.list.table

    @property
    def in_pane(self) -> bool:
        """Has the pane the keyboard?"""
        focus = self.focusWidget()
        return focus is not None and self.divide.place.isAncestorOf(focus)

    # The current product

    def fill(self) -> None:
        """Show the current product in the pane, now: not only when the keyboard has rested."""
        self._select.stop()
        if "pane" not in vars(self):  # it begins with the current product
            return
        number, shown = self.list.number, self.pane.facts
        if number is None or shown is None or shown.row.id != number:
            self.pane.show_product(number)

    def _wait_on(self) -> None:
        """Somebody types: a pane that is filled now would hold up the key, and another product may soon be first."""
        if self._select.isActive():
            self._select.start()

    def filled(self) -> "ProductFacts | None":
        """The current product in full."""
        self.fill()
        return self.pane.facts

    def listed(self) -> "tuple[Listed, ...]":
        """Where the current product is listed."""
        facts = self.filled()
        return facts.listed if facts is not None else ()

    # Stock and settings

    def adjust(self) -> None:
        """Ask what happened to the current product's stock."""
        self.deeds.adjust(self.filled())

    def add_product(self) -> None:
        """Ask for a new product."""
        self.deeds.add_product()

    def places(self) -> None:
        """Ask where the current product lies."""
        self.deeds.places(self.filled())

    def count_these(self) -> None:
        """Begin a count of the selected products."""
        self.go.emit("count", self.selected())

    def many_levels(self) -> None:
        """Ask for the floor and reorder point of the selected products: after Ctrl+A, of all that the filters leave."""
        self.levels.ask(self.selected())

    def selected(self) -> tuple[int, ...]:
        """The products whose rows are selected."""
        numbers = self.table.stock.numbers
        return tuple(numbers[row] for row in self.table.selected_rows() if row < len(numbers))

    def set_level(self, number: int, key: str, text: str) -> None:
        """A floor or reorder point was typed into its cell."""
        self.deeds.set_level(number, key, text)

    def set_held(self, scope: "HeldScope", value: int | None) -> None:
        """What is held back was typed."""
        self.deeds.set_held(scope, value)

    def remedy(self, listing: int, remedy: str) -> None:
        """A listing's trouble is to be mended."""
        self.deeds.remedy(listing, remedy)

    def edit_setting(self) -> None:
        """F2: in the list floor or reorder point, in the pane what is held back."""
        if self.in_pane:
            self.pane.ask_held_here()
        else:
            self.table.edit_setting()

    def hold_back(self) -> None:
        """Ask how many pieces to hold back."""
        if self.filled() is not None:
            self.divide.open_pane()
            self.pane.ask_held_here()

    def rules(self) -> None:
        """Ask how the current product may be offered."""
        self.deeds.rules(self.filled())

    def may_sell(self, listing: int = 0) -> None:
        """Show what the current product's listings may still sell: the one that the keyboard is on first."""
        facts = self.filled()
        self.deeds.may_sell(facts, listing or self.pane.head.shown.focused_listing())

    def reverse_order(self) -> None:
        """Cancel or refund the order of the ledger row that the keyboard is on."""
        row = self.pane.ledger.order_row()
        if row is not None:
            self.reverse_entry(row.seq)

    def reverse_entry(self, seq: int) -> None:
        """Cancel or refund the order of a ledger row."""
        self.deeds.reverse_order(seq)

    # Alerts

    def alert_log(self) -> None:
        """Why did an alert of the current product come, or why not?"""
        self.floor_deeds.log(self.filled())

    def alert_rules(self) -> None:
        """Which alerts of the current product are on?"""
        self.floor_deeds.rules(self.filled())

    def pause_at_floor(self) -> None:
        """At its floor: pause the current product where the claim is weakest."""
        self.floor_deeds.pause(self.filled())

    def put_back_at_floor(self) -> None:
        """Above its floor again: put back what was paused."""
        self.floor_deeds.put_back(self.filled())

    # Looking

    def toggle_chart_table(self) -> None:
        """The chart as a picture, or as a table."""
        self.pane.stock.toggle_table()

    def sort_by_column(self, *, descending: bool) -> None:
        """By the column that the keyboard is in."""
        self.table.sort_by_current_column(descending=descending)

    def sort_by_need(self) -> None:
        """What needs the seller first."""
        self.table.sort_by_need()

    def copy_rows(self) -> None:
        """Of the list that the keyboard is in."""
        focus = self.focusWidget()
        (focus if isinstance(focus, TableView) else self.table).copy_rows()

    def open_pane(self) -> None:
        """Enter: the keyboard goes into the pane."""
        if self.filled() is not None:
            self.divide.open_pane()
            self.pane.focus_first()

    def close_pane(self) -> None:
        """Esc: from the pane to the list; from the list, the pane goes."""
        if self.divide.single or not self.in_pane:
            self.divide.close_pane()
        self.list.focus_list()

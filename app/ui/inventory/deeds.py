"""What the seller does on Inventory: asks for what is missing, writes it, and offers to take it back."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.core.changes import Changes
from app.errors import PlimsollError
from app.posting import post_adjustment, post_sale_by_hand, post_undo, undo_sale_by_hand
from app.rules import post_limit
from app.store import inventory, ledger, listings, offering, places, reversals, rulebook, settings
from app.store.catalog import Product
from app.store.inventory import ProductRow
from app.ui.bridge import Bridge
from app.ui.inventory import writes
from app.ui.inventory.acts import Decision, What, happenings
from app.ui.inventory.adjust import AdjustDialog, PartDialog
from app.ui.inventory.amounts import pieces
from app.ui.inventory.facts import Listed, ProductFacts, suggestions
from app.ui.inventory.held_field import HeldScope
from app.ui.inventory.listing_words import Remedy
from app.ui.inventory.may_sell import MaySellDialog
from app.ui.inventory.new_product import NewProductDialog
from app.ui.inventory.on_sale import (
    OnSaleDialog,
    pause_dialog,
    put_back_dialog,
    resume_dialog,
    take_off_dialog,
)
from app.ui.inventory.places_dialog import PlacesDialog
from app.ui.inventory.rule_writes import Decided, save_rules
from app.ui.inventory.rules import RulesDialog
from app.ui.reversals.asking import ask_reversal
from app.ui.shell.paused import show_listings
from app.ui.words import all_of, say, tr


class Deeds(QObject):
    """`undoable` says what was done and how to take it back; `added` carries a new product's SKU.

    `part_wanted` carries the SKU of a bundle's part whose stock is to be adjusted in its place.
    """

    undoable = Signal(str, object)
    added = Signal(str)
    part_wanted = Signal(str)

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._page = bridge, page
        self.dialog: QDialog | None = None

    def reverse_order(self, seq: int) -> None:
        """Cancel or refund the order of a ledger row."""
        order = reversals.order_of_entry(self._bridge.db, seq)
        if order is not None:
            self.dialog = ask_reversal(self._page, self._bridge, order)

    # Settings

    def set_level(self, number: int, key: str, text: str) -> None:
        """A floor or reorder point was typed into its cell."""
        row = inventory.rows(self._bridge.db, [number], now=self._bridge.now).get(number)
        found = pieces(text, needed=False)
        if row is None or found.error:
            return
        before = row.floor if key == "floor" else row.reorder_point
        if found.value == before:
            return
        if self._set_level(row, key, found.value):
            done = _level_done(key, row.title, before, found.value)
            self.undoable.emit(done, lambda: self._set_level(row, key, before))

    def _set_level(self, row: ProductRow, key: str, value: int | None) -> bool:
        bridge = self._bridge
        changes = bridge.perform(writes.set_level, bridge.db, key, row.id, row.sku, value, now=bridge.now)
        return changes is not None

    def set_held(self, scope: HeldScope, value: int | None) -> None:
        """What is held back was typed."""
        row = inventory.rows(self._bridge.db, [scope.product], now=self._bridge.now).get(scope.product)
        if row is not None and self._set_held(row, scope, value):
            shown = scope.total(value)
            done = tr("{title}: {pieces} held back", title=row.title, pieces=shown)
            if scope.shop:
                done = tr(
                    "{title}: {pieces} held back from {shop}", title=row.title, pieces=shown, shop=scope.shop_name
                )
            self.undoable.emit(done, lambda: self._set_held(row, scope, scope.before))

    def _set_held(self, row: ProductRow, scope: HeldScope, value: int | None) -> bool:
        bridge = self._bridge
        changes = bridge.perform(
            post_limit, bridge.db, settings.HELD_BACK, value, sku=row.sku, shop=scope.shop, now=bridge.now
        )
        return changes is not None

    def rules(self, facts: ProductFacts | None) -> None:
        """Ask how a product may be offered."""
        if facts is None:
            return
        db, row = self._bridge.db, facts.row
        rules, risk = rulebook.rules_of(db, row.id), offering.risk_of(db, row.id)
        dialog = RulesDialog(
            self._page,
            facts,
            rules,
            risk,
            lambda decided: self._save_rules(row, dialog, decided),
            suggestions(db, facts),
        )
        self._ask(dialog)

    def _save_rules(self, row: ProductRow, dialog: RulesDialog, after: Decided) -> str:
        bridge, before = self._bridge, dialog.before
        wrong = self._perform(lambda: save_rules(bridge.db, row.sku, before, after, now=bridge.now))
        if not wrong:
            done = tr("Offer rules of {title} changed", title=row.title)
            self.undoable.emit(
                done, lambda: bridge.perform(save_rules, bridge.db, row.sku, after, before, now=bridge.now)
            )
        return wrong

    def may_sell(self, facts: ProductFacts | None, listing: int = 0) -> None:
        """Show what the listings of a product may still sell, beginning with one of them."""
        if facts is not None:
            self._ask(MaySellDialog(self._page, self._bridge, facts, listing))

    # Stock

    def adjust(self, facts: ProductFacts | None) -> None:
        """Ask what happened to a product's stock."""
        if facts is None:
            return
        row = facts.row
        choices = happenings([listed.shop for listed in facts.listed], bundle=bool(facts.parts))
        if facts.parts and not choices:
            dialog = PartDialog(self._page, row.title, facts.parts)
            dialog.chosen.connect(self.part_wanted)
            self._ask(dialog)
            return
        self._ask(AdjustDialog(self._page, row, choices, lambda decision: self._post(row.sku, decision)))

    def renew(self, facts: ProductFacts | None) -> None:
        """Stock changed while somebody is asked about it."""
        dialog = self.dialog
        if isinstance(dialog, AdjustDialog) and facts is not None and dialog.sku == facts.row.sku:
            dialog.show_row(facts.row)
        elif isinstance(dialog, MaySellDialog) and facts is not None:
            dialog.renew(facts)

    def _post(self, sku: str, decision: Decision) -> str:
        bridge, batch = self._bridge, uuid4().hex
        happening = decision.happening
        if happening.what is What.SOLD:
            assert happening.shop is not None
            shop = happening.shop

            def write() -> Changes:
                now = bridge.now
                return post_sale_by_hand(bridge.db, shop, sku, decision.pieces, ref=batch, sold_at=now, now=now)

            def back() -> Changes:
                return undo_sale_by_hand(bridge.db, shop, ref=batch, now=bridge.now)

        else:

            def write() -> Changes:
                return post_adjustment(
                    bridge.db,
                    sku,
                    happening.kind,
                    happening.change(decision.pieces),
                    reason=happening.what.value,
                    note=decision.note,
                    batch=batch,
                    now=bridge.now,
                )

            def back() -> Changes:
                return post_undo(bridge.db, batch, now=bridge.now)

        wrong = self._perform(write)
        if not wrong:
            level = ledger.levels(bridge.db, [sku])[sku]
            title = self._title(sku)
            done = happening.done(title, decision.pieces, level.on_hand)
            self.undoable.emit(done, lambda: bridge.perform(back))
        return wrong

    # What is on sale

    def take_off(self, facts: ProductFacts | None) -> None:
        """Ask where to take a product off sale."""
        if facts is not None:
            places = [listed for listed in facts.listed if listed.can_take_off]
            if places:
                self._ask_on_sale(take_off_dialog(self._page, facts.row.title, places), facts, off=True)

    def put_back(self, facts: ProductFacts | None) -> None:
        """Ask where to put a product back on sale."""
        if facts is not None:
            places = [listed for listed in facts.listed if listed.can_put_back]
            if places:
                self._ask_on_sale(put_back_dialog(self._page, facts.row.title, places), facts, off=False)

    def pause(self, facts: ProductFacts | None) -> None:
        """Ask, then take a product off sale everywhere at once, and show what every channel says to it."""
        places = [listed for listed in facts.listed if listed.can_take_off] if facts else []
        if facts is not None and places:
            others = [one.shop.name for one in facts.listed if not one.shop.sends and not one.shop.by_hand]
            off = {info.key: say(info.off_sale) for info in self._bridge.lent.channels() if info.off_sale}
            dialog = pause_dialog(self._page, facts.row.title, places, others, off)
            dialog.decided.connect(lambda chosen: self._shown(chosen, facts.row.title, off=True))
            self._ask(dialog)

    def resume(self, facts: ProductFacts | None) -> None:
        """Ask, then put a product back on sale everywhere at once, and show what every channel says to it."""
        places = [listed for listed in facts.listed if listed.can_put_back] if facts else []
        if facts is not None and places:
            dialog = resume_dialog(self._page, facts.row.title, places)
            dialog.decided.connect(lambda chosen: self._shown(chosen, facts.row.title, off=False))
            self._ask(dialog)

    def _shown(self, chosen: Sequence[Listed], title: str, *, off: bool) -> None:
        """Do it, and show what is read back."""
        self._set_on_sale(chosen, title, off=off)
        words = tr("{title} is being paused", title=title) if off else tr("{title} is being resumed", title=title)
        numbers = [listed.listing.id for listed in chosen if listed.listing is not None]
        self.dialog = show_listings(self._page, self._bridge, numbers, title=words)

    def remedy(self, listing: int, remedy: str) -> None:
        """A listing's trouble is to be mended."""
        bridge = self._bridge
        row = listings.listing(bridge.db, listing)
        if row is None:
            return
        if Remedy(remedy) is Remedy.TAKE_OFF_AGAIN:
            bridge.perform(writes.set_on_sale, bridge.db, [row], off=True, now=bridge.now)
        else:
            bridge.perform(writes.send_again, bridge.db, row, now=bridge.now)

    def _ask_on_sale(self, dialog: OnSaleDialog, facts: ProductFacts, *, off: bool) -> None:
        dialog.decided.connect(lambda chosen: self._set_on_sale(chosen, facts.row.title, off=off))
        self._ask(dialog)

    def _set_on_sale(self, chosen: Sequence[Listed], title: str, *, off: bool) -> None:
        bridge = self._bridge
        rows = [listed.listing for listed in chosen if listed.listing is not None]
        if bridge.perform(writes.set_on_sale, bridge.db, rows, off=off, now=bridge.now) is None:
            return
        names = all_of(listed.shop.name for listed in chosen)
        done = (
            tr("{title}: taken off {shops}", title=title, shops=names)
            if off
            else tr("{title}: back on sale on {shops}", title=title, shops=names)
        )
        self.undoable.emit(
            done, lambda: bridge.perform(writes.set_on_sale, bridge.db, rows, off=not off, now=bridge.now)
        )

    # New products

    def add_product(self) -> None:
        """Ask for a new product."""
        self._ask(NewProductDialog(self._page, self._add))

    def _add(self, product: Product, first: int | None) -> str:
        bridge = self._bridge
        wrong = self._perform(lambda: writes.add_product(bridge.db, product, first, batch=uuid4().hex, now=bridge.now))
        if not wrong:
            self.added.emit(product.sku)
        return wrong

    def places(self, facts: ProductFacts | None) -> None:
        """Ask where the product lies."""
        if facts is not None:
            db, number = self._bridge.db, facts.row.id
            dialog = PlacesDialog(self._page, facts.row.title, places.of_product(db, number))
            dialog.said.connect(lambda found: self._put_places(facts.row.sku, number, found))
            self._ask(dialog)

    def _put_places(self, sku: str, number: int, found: list[str]) -> None:
        bridge, before = self._bridge, places.of_product(self._bridge.db, number)
        if bridge.perform(writes.put_places, bridge.db, sku, number, found) is not None:
            said = tr("{title}: its places were set", title=self._title(sku))
            self.undoable.emit(said, lambda: bridge.perform(writes.put_places, bridge.db, sku, number, before))

    # Inside

    def _perform(self, write: Callable[[], Changes]) -> str:
        """Write; what was refused comes back in words, for the dialog that is still open."""
        refused: list[PlimsollError] = []
        self._bridge.trouble.connect(refused.append, Qt.ConnectionType.DirectConnection)
        try:
            self._bridge.perform(write)
        finally:
            self._bridge.trouble.disconnect(refused.append)
        return " ".join(f"{say(error.title)} {say(error.advice)}" for error in refused)

    def _title(self, sku: str) -> str:
        numbers = inventory.numbers_of(self._bridge.db, [sku])
        rows = inventory.rows(self._bridge.db, numbers, now=self._bridge.now)
        return next((row.title for row in rows.values() if row.sku == sku), sku)

    def _ask(self, dialog: QDialog) -> None:
        """Ask without holding anything up; the keyboard goes back to where it was."""
        self.dialog = dialog
        before = self._page.window().focusWidget()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def over(_result: int) -> None:
            if self.dialog is dialog:
                self.dialog = None
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)

        dialog.finished.connect(over)
        dialog.open()


def _level_done(key: str, title: str, before: int | None, after: int | None) -> str:
    if key == "floor":
        return tr("Floor of {title} set from {before} to {after}", title=title, before=before, after=after)
    return tr("Reorder point of {title} set from {before} to {after}", title=title, before=before, after=after)

"""Life in a simulated Shopify shop: customers buy, and the seller ships, refunds, edits and counts by hand.

Refs are those of a connector: the number of an inventory item, of an order, of a line, of a location.
"""

from collections.abc import Mapping

from app.simulator.counter import Clock
from app.simulator.shopify.books import Level, Line, Location, Order, Product, Refund, RefundLine, Restock, Variant
from app.simulator.shopify.counter import Counter

STOCK_TOPIC = "inventory_levels/update"
_ONE_VARIANT = "Default Title"


class Life(Counter):
    """Everything that people can do to the shop."""

    def __init__(self, clock: Clock, seed: int) -> None:
        super().__init__(clock, seed)
        self.names_rows = True  # do errors say which row of a list they are about? Shopify does not promise it
        self.main = self.add_location("Main street")

    # --- what is for sale --------------------------------------------------------------------------------------------

    def add_location(self, name: str) -> str:
        """Open another location; its ref."""
        with self.changing():
            self.locations.append(Location(self.number(), name))
            return str(self.locations[-1].number)

    def close_location(self, ref: str) -> None:
        """The seller deactivates a location."""
        with self.changing():
            next(place for place in self.locations if str(place.number) == ref).active = False

    def add_product(
        self, sku: str, quantity: int | None = 0, *, title: str = "", price: str = "20.00", oversells: bool = False
    ) -> str:
        """Put a product on sale, at the main location; its ref. A quantity of None is one that is not tracked."""
        with self.changing():
            product = Product(self.number(), title or sku.title())
            return self._new(product, _ONE_VARIANT, sku, quantity, price, oversells=oversells)

    def add_variant(self, of: str, option: str, sku: str, quantity: int | None = 0, *, price: str = "20.00") -> str:
        """Another variant of a product; its ref."""
        with self.changing():
            return self._new(self.item(of).product, option, sku, quantity, price)

    def _new(
        self, product: Product, title: str, sku: str, quantity: int | None, price: str, *, oversells: bool = False
    ) -> str:
        made = Variant(self.number(), self.number(), product, title, sku, price)
        made.policy = "CONTINUE" if oversells else "DENY"
        made.tracked = quantity is not None
        made.levels[int(self.main)] = Level(quantity or 0)
        self.variants.append(made)
        return str(made.item)

    def item(self, ref: str) -> Variant:
        """The variant of this ref."""
        wanted = int(ref)
        return next(found for found in self.variants if found.item == wanted)

    def find(self, sku: str) -> str:
        """The ref of what has this SKU."""
        return str(next(found.item for found in self.variants if found.sku == sku and not found.deleted))

    def quantity(self, ref: str, at: str = "") -> int | None:
        """What buyers may buy at a location now; None when nobody counts it."""
        with self.changing():
            found = self.item(ref)
            return found.levels[int(at or self.main)].available if found.tracked else None

    def numbers(self) -> dict[str, int]:
        """What buyers may buy at the main location now of all that is counted, by ref."""
        with self.changing():
            main = int(self.main)
            return {str(found.item): found.levels[main].available for found in self.variants if found.tracked}

    def set_stock(self, ref: str, quantity: int, at: str = "") -> None:
        """The seller types another number; where the item was not stocked, it is from now on."""
        with self.changing():
            level = self.item(ref).levels.setdefault(int(at or self.main), Level())
            level.available, level.active = quantity, True
            self.ring(STOCK_TOPIC, int(ref))

    def unstock(self, ref: str, at: str = "") -> None:
        """The seller no longer keeps the item at this location."""
        with self.changing():
            self.item(ref).levels[int(at or self.main)].active = False

    def unmanage(self, ref: str) -> None:
        """The seller stops tracking the item's quantity."""
        with self.changing():
            self.item(ref).tracked = False

    def set_product_status(self, ref: str, status: str) -> None:
        """The seller makes the item's product ACTIVE, ARCHIVED, a DRAFT or UNLISTED."""
        with self.changing():
            self.item(ref).product.status = status

    def delete_product(self, ref: str) -> None:
        """The seller deletes the variant. Orders keep their lines, without it."""
        with self.changing():
            gone = self.item(ref)
            gone.deleted = True
            for order in self.orders:
                for line in order.lines:
                    line.variant = None if line.variant is gone else line.variant
            self.ring("inventory_items/delete", gone.item)

    # --- what customers do -------------------------------------------------------------------------------------------

    def sell(
        self, *wanted: tuple[str, int], at: str = "", test: bool = False, confirmed: bool = True, custom: int = 0
    ) -> str | None:
        """A customer buys at the checkout; the order's ref, or None when the shop refuses.

        `confirmed` False: the payment is slow, and nothing is reserved yet. `custom` adds lines of things that are not
        in the shop.
        """
        location = int(at or self.main)
        with self.changing():
            if not all(self._may_sell(self.item(ref), pieces, location) for ref, pieces in wanted):
                return None
            lines = [self._line(self.item(ref), pieces, location) for ref, pieces in wanted]
            lines += [Line(self.number(), None, "Gift wrap", "", 1, location) for _ in range(custom)]
            now = self.now()
            order = Order(self.number(), f"#{self.first_name + len(self.orders)}", now, now, lines, confirmed, test)
            self.orders.append(order)
            if confirmed and not test:
                self._reserve(order)
            self.ring("orders/create", order.number)
            self.sold(order.number)
            return str(order.number)

    def pay(self, ref: str) -> None:
        """The slow payment came through: the pieces are taken now, below zero if need be."""
        with self.changing():
            order = self.order(ref)
            order.confirmed = True
            self._reserve(order)
            self.touch(order)

    def _may_sell(self, variant: Variant, pieces: int, location: int) -> bool:
        level = variant.levels.get(location)
        if variant.deleted or variant.product.status not in ("ACTIVE", "UNLISTED"):
            return False
        if not variant.tracked or variant.policy == "CONTINUE":
            return True
        return level is not None and level.active and level.available >= pieces

    def _line(self, variant: Variant, pieces: int, location: int) -> Line:
        title = variant.product.title
        name = title if variant.title == _ONE_VARIANT else f"{title} - {variant.title}"
        return Line(self.number(), variant, name, variant.sku, pieces, location)

    def _reserve(self, order: Order) -> None:
        for line in order.lines:
            self._move(order, line, available=-line.to_send, committed=line.to_send)

    # --- what the seller does ----------------------------------------------------------------------------------------

    def order(self, ref: str) -> Order:
        """The order of this ref."""
        return next(order for order in self.orders if str(order.number) == ref)

    def lines(self, ref: str) -> list[str]:
        """The numbers of an order's lines."""
        return [str(line.number) for line in self.order(ref).lines]

    def ship(self, ref: str, pieces: Mapping[str, int] | None = None) -> None:
        """Send these pieces of these lines; all that is left when not said."""
        with self.changing():
            order = self.order(ref)
            for line in order.lines:
                count = line.to_send if pieces is None else pieces.get(str(line.number), 0)
                assert count <= line.to_send, "more than is left to send"
                line.sent += count
                self._move(order, line, committed=-count)
            self.touch(order)

    def refund(self, ref: str, pieces: Mapping[str, int], *, restock: Restock | bool = True, at: str = "") -> str:
        """Give the money for these pieces of these lines back; the refund's number.

        `restock` True puts unsent pieces back as cancelled and sent ones as returned, as Shopify's admin does; False
        puts none back. `at` is the location they come back to.
        """
        with self.changing():
            order = self.order(ref)
            wanted = [(line, pieces.get(str(line.number), 0)) for line in order.lines]
            refund = self._refund(order, wanted, restock=restock, location=int(at) if at else None)
            self.touch(order)
            return str(refund.number)

    def cancel(self, ref: str, *, restock: bool = True) -> None:
        """Cancel the whole order; none of it may have been sent."""
        with self.changing():
            order = self.order(ref)
            assert order.cancelled_at is None, "already cancelled"
            assert not any(line.sent for line in order.lines), "what was sent cannot be cancelled"
            self._refund(order, [(line, line.to_send) for line in order.lines], restock=restock)
            order.cancelled_at = self.now()
            self.touch(order)
            self.ring("orders/cancelled", order.number)

    def edit_line(self, ref: str, line_ref: str, pieces: int, *, restock: bool = True) -> None:
        """Another quantity for a line, pieces already sent included.

        Shopify keeps the old quantity of a line that shrinks, and writes what was taken off as a refund without money.
        """
        with self.changing():
            order = self.order(ref)
            assert order.cancelled_at is None, "a cancelled order cannot be edited"
            line = next(line for line in order.lines if str(line.number) == line_ref)
            more = pieces - line.current
            if more < 0:
                self._refund(order, [(line, -more)], restock=restock and Restock.CANCEL)
            else:
                line.quantity += more
                self._move(order, line, available=-more, committed=more)
            self.touch(order)

    def add_line(self, ref: str, item: str, pieces: int) -> None:
        """Another line on an order that is there already."""
        with self.changing():
            order = self.order(ref)
            assert order.cancelled_at is None, "a cancelled order cannot be edited"
            order.lines.append(self._line(self.item(item), pieces, int(self.main)))
            self._move(order, order.lines[-1], available=-pieces, committed=pieces)
            self.touch(order)

    def archive(self, ref: str) -> None:
        """The seller puts a finished order away."""
        with self.changing():
            self.order(ref).closed = True
            self.touch(self.order(ref))

    def delete(self, ref: str) -> None:
        """The seller deletes an order. Nothing goes back on sale."""
        with self.changing():
            self.orders.remove(self.order(ref))
            self.ring("orders/delete", int(ref))

    def _refund(
        self, order: Order, pieces: list[tuple[Line, int]], *, restock: Restock | bool, location: int | None = None
    ) -> Refund:
        refund = Refund(self.number(), [])
        for line, count in pieces:
            assert count <= line.current, "more than was bought"
            for kind, part in _split(line, count, restock=restock):
                refund.lines.append(self._back(order, line, part, kind, location))
        order.refunds.append(refund)
        return refund

    def _back(self, order: Order, line: Line, pieces: int, kind: Restock, location: int | None) -> RefundLine:
        """Sent pieces first, unless they are refunded as unsent ones: that is how Shopify counts them."""
        sent = 0 if kind is Restock.CANCEL else min(pieces, line.sent - line.sent_refunded)
        line.sent_refunded += sent
        line.removed += pieces - sent
        self._move(order, line, committed=sent - pieces)
        if kind is Restock.NO_RESTOCK:
            return RefundLine(line, pieces, kind, restocked=False, location=None)
        self._move(order, line, available=pieces, at=location)
        return RefundLine(line, pieces, kind, restocked=True, location=location or line.location)

    def _move(self, order: Order, line: Line, *, available: int = 0, committed: int = 0, at: int | None = None) -> None:
        """What was never reserved neither leaves nor comes back."""
        if not order.reserved or line.variant is None or not line.variant.tracked or not (available or committed):
            return
        level = line.variant.levels.setdefault(at or line.location, Level())
        level.available += available
        ref = str(line.variant.item)
        self.taken[ref] = self.taken.get(ref, 0) - available
        level.committed += committed
        self.ring(STOCK_TOPIC, line.variant.item)

    def touch(self, order: Order) -> None:
        """The order changed just now."""
        order.updated_at = self.now()
        self.ring("orders/updated", order.number)


def _split(line: Line, pieces: int, *, restock: Restock | bool) -> list[tuple[Restock, int]]:
    if isinstance(restock, Restock):
        parts = [(restock, pieces)]
    elif restock:
        unsent = min(pieces, line.to_send)
        parts = [(Restock.CANCEL, unsent), (Restock.RETURN, pieces - unsent)]
    else:
        parts = [(Restock.NO_RESTOCK, pieces)]
    return [(kind, count) for kind, count in parts if count]

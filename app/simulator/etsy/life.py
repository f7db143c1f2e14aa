"""Life in a simulated Etsy shop: customers buy, and the seller ships, refunds, cancels, edits and lists.

Refs are those of a connector: a listing's number, with the values of what shares a number behind a slash.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from app.simulator.counter import Clock
from app.simulator.etsy.books import Choice, Line, Listing, Product, Receipt, Refund
from app.simulator.etsy.counter import Counter

LISTED_FOR = timedelta(days=120)
READINESS = 1_404_000
COLOUR, SIZE, MATERIAL = 200, 100, 513


class Life(Counter):
    """Everything that people can do to the shop. Switches say what Etsy's pages leave open.

    `takes_at_order` (else at payment); `cancel_restocks`; `quiet` refunds and cancellations do not move a receipt's
    moment. `renewals` counts the fees.
    """

    def __init__(self, clock: Clock, seed: int) -> None:
        super().__init__(clock, seed)
        self.takes_at_order = True
        self.cancel_restocks = False
        self.quiet = False
        self.renewals = 0

    # --- what is for sale --------------------------------------------------------------------------------------------

    def add_product(
        self, sku: str, quantity: int | None = 1, *, title: str = "", price: int = 2000, state: str = "active"
    ) -> str:
        """List a product without variations; its ref. A quantity of None is a listing without an inventory record."""
        with self.changing():
            listing = self._new(title or sku.title(), state)
            listing.inventory = quantity is not None
            listing.products.append(self._product(sku, (), 1 if quantity is None else quantity, price))
            self._check_sold_out(listing)
            return str(listing.number)

    def add_variations(
        self,
        title: str,
        rows: Iterable[tuple[str, Sequence[Choice], int]],
        *,
        quantity_on: Sequence[int] = (),
        prices: Sequence[int] = (),
        state: str = "active",
    ) -> str:
        """List a product with variations: (SKU, values, quantity) each; the listing's number.

        `quantity_on` names the properties that change the quantity; with none, all share one.
        """
        with self.changing():
            listing = self._new(title, state)
            for row, (sku, choices, quantity) in enumerate(rows):
                price = prices[row] if prices else 2000
                listing.products.append(self._product(sku, tuple(choices), quantity, price))
            used = sorted({choice.property_id for product in listing.products for choice in product.choices})
            listing.on_property |= {"quantity": list(quantity_on), "sku": used, "price": used if prices else []}
            self._check_sold_out(listing)
            return str(listing.number)

    def _new(self, title: str, state: str) -> Listing:
        now = self.now()
        listing = Listing(self.number(), title, state, now, now, now, now + LISTED_FOR)
        self.shelves[listing.number] = listing
        return listing

    def _product(self, sku: str, choices: tuple[Choice, ...], quantity: int, price: int) -> Product:
        return Product(self.number(), self.number(), sku, choices, quantity, price, readiness=READINESS)

    def listing(self, ref: str) -> Listing:
        """The listing of this ref."""
        return self.shelves[int(ref.partition("/")[0])]

    def products(self, ref: str) -> list[Product]:
        """The products that this ref names: those that share a number, or the one with these values."""
        listing, key = self.listing(ref), ref.partition("/")[2]
        exact = [product for product in listing.products if product.key() == key]
        return exact or [product for product in listing.products if listing.group(product) == key]

    def find(self, sku: str) -> str:
        """The ref of what holds this SKU's number."""
        for listing in self.shelves.values():
            for product in listing.products:
                if product.sku == sku:
                    return self._ref(listing, product)
        raise LookupError(sku)

    def quantity(self, ref: str) -> int | None:
        """What buyers may buy now; None for a listing without an inventory record."""
        with self.changing():
            self.settle()
            listing = self.listing(ref)
            if not listing.inventory:
                return None
            shown = [product.quantity for product in self.products(ref) if product.enabled]
            return max(shown, default=0) if listing.state == "active" else 0

    def numbers(self) -> dict[str, int]:
        """What buyers may buy now of all that is counted, by ref."""
        with self.changing():
            self.settle()
            refs = {
                self._ref(listing, product)
                for listing in self.shelves.values()
                if listing.inventory
                for product in listing.products
            }
            return {ref: self.quantity(ref) or 0 for ref in refs}

    def _ref(self, listing: Listing, product: Product) -> str:
        key = listing.group(product)
        return f"{listing.number}/{key}" if key else str(listing.number)

    def kept(self, ref: str) -> int:
        """The number that the listing keeps, on sale or not."""
        return self.products(ref)[0].quantity

    def set_stock(self, ref: str, quantity: int) -> None:
        """The seller types another number. Nothing anywhere in the listing: it is sold out."""
        with self.changing():
            listing = self.listing(ref)
            for product in listing.sharing(self.products(ref)[0]):
                product.quantity = quantity
            self.touch(listing)
            self._check_sold_out(listing)

    def set_state(self, ref: str, state: str) -> None:
        """The seller puts the listing into another state."""
        with self.changing():
            self.into(self.listing(ref), state)

    def into(self, listing: Listing, state: str) -> None:
        """The listing's state changes now."""
        if listing.state != state:
            listing.state, listing.state_at = state, self.now()
        self.touch(listing)

    def touch(self, listing: Listing) -> None:
        """The listing changed just now."""
        listing.modified_at = self.now()

    def delete_product(self, ref: str) -> None:
        """The seller deletes the listing. Receipts keep their lines."""
        with self.changing():
            del self.shelves[self.listing(ref).number]

    def renew(self, listing: Listing, now: datetime) -> None:
        """Listed for four months more, for a fee."""
        listing.ends_at = now + LISTED_FOR
        self.renewals += 1

    def settle(self) -> None:
        """What time does: listings end, and renew themselves or expire."""
        now = self.now()
        for listing in self.shelves.values():
            if listing.ends_at > now or listing.state not in ("active", "inactive"):
                continue
            if listing.state == "active" and listing.auto_renew:
                self.renew(listing, now)
            else:
                self.into(listing, "expired")

    def _check_sold_out(self, listing: Listing) -> None:
        if listing.state == "active" and not listing.sells:
            self.into(listing, "sold_out")

    # --- what customers do -------------------------------------------------------------------------------------------

    def sell(self, *wanted: tuple[str, int], paid: bool = True) -> str | None:
        """A customer buys; the receipt's ref, or None when the shop refuses. `paid` False: it is processed."""
        with self.changing():
            self.settle()
            chosen = [(self.listing(ref), self._choose(ref), pieces) for ref, pieces in wanted]
            if not self._may_sell(chosen):
                return None
            now = self.now()
            lines = [
                Line(self.number(), listing.number, product, listing.title, pieces)
                for listing, product, pieces in chosen
                if product is not None
            ]
            status = "paid" if paid else "payment processing"
            receipt = Receipt(self.number(), self.number(), status, now, now, lines, paid=paid, taken=False)
            self.receipts[receipt.number] = receipt
            if paid or self.takes_at_order:
                self._take(receipt)
            if paid:
                self.ring("order.paid", receipt.number)
            self.sold(receipt.number)
            return str(receipt.number)

    def _choose(self, ref: str) -> Product | None:
        return next((product for product in self.products(ref) if product.enabled), None)

    def _may_sell(self, chosen: Sequence[tuple[Listing, Product | None, int]]) -> bool:
        asked: dict[tuple[int, str], int] = {}
        for listing, product, pieces in chosen:
            if listing.state != "active" or product is None:
                return False
            place = (listing.number, listing.group(product))
            asked[place] = asked.get(place, 0) + pieces
            if asked[place] > product.quantity:
                return False
        return True

    def _take(self, receipt: Receipt) -> None:
        receipt.taken = True
        for line in receipt.lines:
            self._move(line, -line.quantity)

    def _move(self, line: Line, pieces: int) -> None:
        listing = self.shelves.get(line.listing or 0)
        here = [one for one in listing.products if one.key() == line.product.key()] if listing else []
        if listing is None or not here:
            return
        moved = max(-here[0].quantity, pieces)
        for product in listing.sharing(here[0]):
            product.quantity += moved
        ref = self._ref(listing, here[0])
        self.taken[ref] = self.taken.get(ref, 0) - moved
        self.touch(listing)
        self._check_sold_out(listing)

    def pay(self, ref: str) -> None:
        """The money of an order comes in."""
        with self.changing():
            receipt = self.receipt(ref)
            receipt.paid, receipt.status = True, "paid"
            if not receipt.taken:
                self._take(receipt)
            self._changed(receipt)
            self.ring("order.paid", receipt.number)

    # --- what the seller does ----------------------------------------------------------------------------------------

    def receipt(self, ref: str) -> Receipt:
        """The receipt of this ref."""
        return self.receipts[int(ref)]

    def lines(self, ref: str) -> list[str]:
        """The numbers of an order's lines."""
        return [str(line.number) for line in self.receipt(ref).lines]

    def ship(self, ref: str, *only: str) -> None:
        """The seller marks all of it as sent, or only these lines."""
        with self.changing():
            receipt = self.receipt(ref)
            for line in receipt.lines:
                if not only or str(line.number) in only:
                    line.shipped_at = self.now()
            receipt.shipped = all(line.shipped_at for line in receipt.lines)
            receipt.status = "completed" if receipt.shipped and receipt.status == "paid" else receipt.status
            self._changed(receipt)
            self.ring("order.shipped", receipt.number)

    def cancel(self, ref: str) -> None:
        """The seller cancels in Shop Manager, all of it. What was sold out stays sold out."""
        with self.changing():
            receipt = self.receipt(ref)
            receipt.status = "canceled"
            receipt.refunds.append(Refund(receipt.total, self.now()))
            for line in receipt.lines:
                listing = self.shelves.get(line.listing or 0)
                if self.cancel_restocks and listing is not None and listing.state != "sold_out":
                    self._move(line, line.quantity)
            self._changed(receipt, quietly=self.quiet)
            self.ring("order.canceled", receipt.number)

    def refund(self, ref: str, amount: int | None = None) -> None:
        """Money back: so many hundredths, or all of it. No line, no stock, no webhook."""
        with self.changing():
            receipt = self.receipt(ref)
            receipt.refunds.append(Refund(receipt.total if amount is None else amount, self.now()))
            given = sum(refund.amount for refund in receipt.refunds)
            receipt.status = "fully refunded" if given >= receipt.total else "partially refunded"
            self._changed(receipt, quietly=self.quiet)

    def _changed(self, receipt: Receipt, *, quietly: bool = False) -> None:
        if not quietly:
            receipt.updated_at = self.now()

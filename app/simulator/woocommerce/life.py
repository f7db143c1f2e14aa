"""Life in a simulated WooCommerce shop: what customers do at the checkout, and the seller by hand in wp-admin.

Refs are those of a connector: `13` for a product, `15/16` for a variation, `226` for an order.
"""

from collections.abc import Mapping

from app.simulator.woocommerce.books import TAKING, Item, Line, Order, Refund, RefundLine
from app.simulator.woocommerce.stock import Stock


class Life(Stock):
    """Everything that people can do to the shop."""

    # --- what is for sale --------------------------------------------------------------------------------------------

    def add_product(
        self,
        sku: str,
        quantity: int | None = 0,
        *,
        title: str = "",
        price: str = "12.00",
        backorders: str = "no",
        status: str = "publish",
        kind: str = "simple",
        barcode: str = "",
    ) -> str:
        """Put a product on sale; its ref. A quantity of None is one whose stock is not managed."""
        with self.changing():
            item = self._new(kind=kind, sku=sku, name=title or sku.title(), price=price, barcode=barcode)
            item.status, item.backorders, item.managed = status, backorders, quantity is not None
            item.set_quantity(quantity)
            self.ring("product.created", item.id)
            return item.ref

    def add_variable(self, sku: str, quantity: int | None = None, *, title: str = "", attribute: str = "Size") -> str:
        """A product that is sold in variations; its ref. With a quantity, it keeps one number for those without."""
        with self.changing():
            item = self._new(kind="variable", sku=sku, name=title or sku.title(), attribute=attribute, price="")
            item.managed = quantity is not None
            item.set_quantity(quantity)
            return item.ref

    def add_variation(
        self, parent: str, option: str, sku: str, quantity: int | None = None, *, price: str = "20", barcode: str = ""
    ) -> str:
        """A variation of a product; its ref. Without a quantity its product's number counts, if there is one."""
        with self.changing():
            of = self.item(parent)
            item = self._new(kind="variation", sku=sku, name=f"{of.name} - {option}", price=price, barcode=barcode)
            item.parent, item.attribute, item.option = of.id, of.attribute, option
            item.managed = quantity is not None
            item.set_quantity(quantity)
            return item.ref

    def _new(self, *, kind: str, sku: str, name: str, price: str, barcode: str = "", attribute: str = "") -> Item:
        item = Item(
            id=self.number(),
            kind=kind,
            sku=sku,
            name=name,
            price=price,
            barcode=barcode,
            attribute=attribute,
            created=self.now(),
            modified=self.now(),
        )
        self.items[item.id] = item
        return item

    def item(self, ref: str) -> Item:
        """The product or variation of this ref."""
        return self.items[int(ref.rpartition("/")[2])]

    def find(self, sku: str) -> str:
        """The ref of what has this SKU."""
        return next(item.ref for item in self.items.values() if item.sku == sku)

    def quantity(self, ref: str) -> int | None:
        """The number that the shop shows now; None when nobody keeps one."""
        with self.changing():
            self.settle()
            holder = self.holder(self.item(ref))
            return holder.quantity if holder else None

    def numbers(self) -> dict[str, int]:
        """What buyers may buy now of all that is counted, by ref."""
        with self.changing():
            self.settle()
            holders = [(item.ref, self.holder(item)) for item in self.items.values()]
            return {ref: holder.quantity or 0 for ref, holder in holders if holder is not None}

    def set_stock(self, ref: str, quantity: int) -> None:
        """The seller types another number."""
        with self.changing():
            item = self.item(ref)
            item.managed = True
            item.set_quantity(quantity)
            self.touch_item(item)

    def unmanage(self, ref: str) -> None:
        """The seller switches stock management off: the number is erased."""
        with self.changing():
            item = self.item(ref)
            item.managed = False
            item.set_quantity(None)
            self.touch_item(item)

    def set_product_status(self, ref: str, status: str) -> None:
        """The seller publishes, hides or bins a product or variation."""
        with self.changing():
            self.item(ref).status = status
            self.touch_item(self.item(ref))

    def delete_product(self, ref: str) -> None:
        """The seller deletes a product for good, and with it its variations. Orders keep their lines."""
        with self.changing():
            gone = self.item(ref)
            for item in [one for one in self.items.values() if gone.id in (one.id, one.parent)]:
                del self.items[item.id]
            self.ring("product.deleted", gone.id)

    # --- what customers do -------------------------------------------------------------------------------------------

    def sell(self, *wanted: tuple[str, int], status: str = "processing", api: bool = False) -> str | None:
        """A customer buys at the checkout; the order's ref, or None when the shop refuses.

        `status`: processing (paid), on-hold (by bank transfer or cheque) or pending (not paid yet).
        With `api` another program writes the order by REST, where WooCommerce never checks stock.
        """
        with self.changing():
            self.settle()
            if not api and not self._may_sell(wanted):
                return None
            lines = [self._line(self.item(ref), pieces) for ref, pieces in wanted]
            order = self._new_order(lines, status, "rest-api" if api else "checkout")
            if status == "pending":
                self.await_payment(order)
            elif status in TAKING:
                self.take(order, at_checkout=not api)
            self.ring("order.created", order.id)
            self.sold(order.id)
            return str(order.id)

    def _may_sell(self, wanted: tuple[tuple[str, int], ...]) -> bool:
        asked: dict[int, int] = {}
        for ref, pieces in wanted:
            item = self.item(ref)
            parent = self.items.get(item.parent, item)
            if item.status != "publish" or parent.status != "publish":
                return False
            holder = self.holder(item)
            if holder is None and item.stock_status == "outofstock":
                return False
            if holder is not None and holder.backorders == "no":
                asked[holder.id] = asked.get(holder.id, 0) + pieces
        return all(
            pieces <= (self.items[number].quantity or 0) - self.held(self.items[number])
            for number, pieces in asked.items()
        )

    def _line(self, item: Item, pieces: int) -> Line:
        parent = self.items.get(item.parent)
        item.sales += pieces
        return Line(
            id=self.line_number(),
            product=item.parent or item.id,
            variation=item.id if item.parent else 0,
            name=item.name,
            sku=item.sku,
            price=float(item.price or 0),
            quantity=pieces,
            parent_name=parent.name if parent else None,
        )

    def _new_order(self, lines: list[Line], status: str, via: str) -> Order:
        now = self.now()
        order = Order(id=self.number(), status=status, created=now, modified=now, lines=lines, via=via)
        self.orders[order.id] = order
        return order

    def pay(self, ref: str) -> None:
        """The money of an unpaid order comes in. WooCommerce takes the pieces now, below zero if need be."""
        with self.changing():
            order = self.order(ref)
            order.paid = self.now()
            self.set_status(order, "processing")

    # --- what the seller does ----------------------------------------------------------------------------------------

    def order(self, ref: str) -> Order:
        """The order of this ref."""
        return self.orders[int(ref)]

    def lines(self, ref: str) -> list[str]:
        """The numbers of an order's lines."""
        return [str(line.id) for line in self.order(ref).lines]

    def status(self, ref: str, status: str) -> None:
        """The seller chooses another status; `refunded` gives no piece and no money back, but writes a refund."""
        with self.changing():
            order = self.order(ref)
            if status == "refunded" and order.status != "refunded":
                left = order.total - sum(refund.amount for refund in order.refunds)
                order.refunds.append(
                    Refund(id=self.number(), at=self.now(), amount=left, reason="Order fully refunded.")
                )
            self.set_status(order, status)

    def ship(self, ref: str) -> None:
        """All of it is sent: WooCommerce knows no parts."""
        self.status(ref, "completed")

    def cancel(self, ref: str) -> None:
        """Cancelled: the pieces go back on sale, once."""
        self.status(ref, "cancelled")

    def refund(
        self, ref: str, pieces: Mapping[str, int] | None = None, *, restock: bool = True, amount: float = 0
    ) -> str:
        """Give money back for these pieces of these lines, or just an amount; the refund's number."""
        with self.changing():
            order = self.order(ref)
            self.settle(order)
            refund = Refund(id=self.number(), at=self.now(), amount=amount)
            for line in order.lines:
                if count := (pieces or {}).get(str(line.id), 0):
                    refund.amount += line.price * count
                    refund.lines.append(RefundLine(id=self.line_number(), of=line, quantity=count))
                    self._refund_line(line, count, restock=restock)
            order.refunds.append(refund)
            self.touch_order(order)
            if sum(one.amount for one in order.refunds) >= order.total > 0:
                self.set_status(order, "refunded")
            return str(refund.id)

    def _refund_line(self, line: Line, pieces: int, *, restock: bool) -> None:
        line.refunded += pieces
        item = self.items.get(line.item)
        if restock and line.reduced and item is not None and self.holder(item) is not None:
            self.move(item, pieces)
            line.reduced -= pieces
            line.restocked = (line.restocked or 0) + pieces

    def edit_line(self, ref: str, line_ref: str, pieces: int) -> None:
        """Another quantity; nought takes the line off. Stock moves at once, if it was taken before."""
        with self.changing():
            order = self.order(ref)
            self.settle(order)
            line = next(line for line in order.lines if str(line.id) == line_ref)
            item = self.items.get(line.item)
            if line.reduced is not None and item is not None:
                wanted = max(0, pieces - (line.restocked or 0))
                self.move(item, line.reduced - wanted)
                line.reduced = wanted
            line.quantity = pieces
            if not pieces:
                order.lines.remove(line)
            self.touch_order(order)

    def trash(self, ref: str) -> None:
        """Into the bin: nothing goes back on sale."""
        with self.changing():
            order = self.order(ref)
            self.settle(order)
            order.before_trash, order.status = order.status, "trash"
            order.modified = self.now()
            self.ring("order.deleted", order.id)

    def untrash(self, ref: str) -> None:
        """Out of the bin again."""
        with self.changing():
            order = self.order(ref)
            order.status, order.modified = order.before_trash, self.now()
            self.ring("order.restored", order.id)

    def delete(self, ref: str) -> None:
        """Deleted for good: nothing goes back on sale, and no webhook tells of it."""
        with self.changing():
            self.settle(self.order(ref))
            del self.orders[int(ref)]

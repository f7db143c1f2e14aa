"""How a simulated WooCommerce moves numbers: at a sale, a cancellation, a refund, an edit, or a write by REST.

With `races` on, it has the measured gaps of the real one. The pieces of a checkout are taken a moment after the order
is accepted: meanwhile another checkout still sees them, and a write by REST may wipe the sale out.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.simulator.counter import Clock
from app.simulator.woocommerce.books import GIVING, TAKING, Item, Line, Order
from app.simulator.woocommerce.counter import Counter

RACE_RATE = 0.08  # two simultaneous checkouts of the last piece: both accepted in 2 of 25 trials
LANDING_S = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Landing:
    """Pieces of a line that are about to be taken."""

    due: datetime
    order: Order
    line: Line


class Stock(Counter):
    """Numbers, and what moves them."""

    def __init__(self, clock: Clock, seed: int, *, races: bool) -> None:
        super().__init__(clock, seed)
        self.races = races
        self.stock_management = True
        self.hold_minutes = 60
        self._landings: list[Landing] = []
        self._unpaid: dict[int, Order] = {}

    def holder(self, item: Item) -> Item | None:
        """Who keeps the number for this item: itself, its product, or nobody."""
        if not self.stock_management:
            return None
        if item.managed:
            return item
        parent = self.items.get(item.parent)
        return parent if parent is not None and parent.managed else None

    def move(self, item: Item, pieces: int) -> None:
        """Add to (or take off) the number that counts for an item. One statement in the database: never lost."""
        holder = self.holder(item)
        if holder is not None:
            holder.set_quantity((holder.quantity or 0) + pieces)
            self.taken[str(holder.id)] = self.taken.get(str(holder.id), 0) - pieces
            self.touch_item(holder)

    def touch_item(self, item: Item) -> None:
        """It changed: a variation's product changes with it."""
        item.modified = self.now()
        self.ring("product.updated", item.id)
        parent = self.items.get(item.parent)
        if parent is not None:
            parent.modified = self.now()

    # --- orders ------------------------------------------------------------------------------------------------------

    def take(self, order: Order, *, at_checkout: bool = False) -> None:
        """Take the pieces of an order, once."""
        if order.stock_taken:
            return
        order.stock_taken = True
        late = at_checkout and self.races and self.random.random() < RACE_RATE
        for line in order.lines:
            if late:
                due = self.clock() + timedelta(seconds=self.random.uniform(0.05, LANDING_S))
                self._landings.append(Landing(due, order, line))
            else:
                self._take_line(line)

    def _take_line(self, line: Line) -> None:
        item = self.items.get(line.item)
        if line.reduced or item is None or self.holder(item) is None:
            return
        self.move(item, -line.quantity)
        line.reduced = line.quantity

    def give_back(self, order: Order) -> None:
        """Put back what was taken for an order, once."""
        if not order.stock_taken:
            return
        order.stock_taken = False
        for line in order.lines:
            item = self.items.get(line.item)
            if line.reduced and item is not None and self.holder(item) is not None:
                self.move(item, line.reduced)
                line.reduced = None

    def set_status(self, order: Order, status: str) -> None:
        """Another status, and what WooCommerce does to stock when it is entered."""
        self.settle(order)
        if order.status == status:
            return
        order.status = status
        if status == "pending":
            self.await_payment(order)
        if status in TAKING:
            self.take(order)
        elif status in GIVING:
            self.give_back(order)
        if status == "completed":
            order.completed = self.now()
        self.touch_order(order)

    def touch_order(self, order: Order) -> None:
        """It changed."""
        order.modified = self.now()
        self.ring("order.updated", order.id)

    # --- time --------------------------------------------------------------------------------------------------------

    def settle(self, order: Order | None = None) -> None:
        """Let happen what time brings: pieces of checkouts are taken, unpaid orders run out.

        What is on its way for `order` is taken at once, whatever the time.
        """
        now = self.clock()
        due = [one for one in self._landings if one.due <= now or one.order is order]
        self._landings = [one for one in self._landings if one not in due]
        for landing in due:
            self._take_line(landing.line)
        for unpaid in self.holding():
            if unpaid.created + timedelta(minutes=self.hold_minutes) <= now:
                unpaid.status = "cancelled"
                self.touch_order(unpaid)

    def holding(self) -> list[Order]:
        """Unpaid orders of the checkout: they hold pieces back from other checkouts, and lower no number."""
        self._unpaid = {number: order for number, order in self._unpaid.items() if order.status == "pending"}
        return list(self._unpaid.values()) if self.hold_minutes else []

    def await_payment(self, order: Order) -> None:
        """From now on the order is unpaid. Those of other programs hold nothing back."""
        if order.via == "checkout":
            self._unpaid[order.id] = order

    def held(self, holder: Item) -> int:
        """Pieces held back for unpaid orders."""
        return sum(
            line.quantity
            for order in self.holding()
            for line in order.lines
            if (item := self.items.get(line.item)) is not None and self.holder(item) is holder
        )

    # --- writes by REST ----------------------------------------------------------------------------------------------

    def write_number(self, item: Item, *, quantity: int | None, delta: int | None) -> None:
        """An absolute number or a delta, as PHP does it: read, add, write."""
        base = item.quantity or 0
        lost = self._landing_at(item) and self.random.random() < 0.5
        if lost:
            # The checkout takes its pieces between our read and our write, and the write does not know of them.
            for landing in [one for one in self._landings if one.line.item == item.id]:
                self._landings.remove(landing)
                self._take_line(landing.line)
        item.set_quantity(quantity if quantity is not None else base + (delta or 0))

    def _landing_at(self, item: Item) -> bool:
        return any(landing.line.item == item.id for landing in self._landings)

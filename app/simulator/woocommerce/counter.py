"""The counter of a simulated WooCommerce shop: its items and orders, and numbers without gaps."""

from app.simulator import counter
from app.simulator.counter import Clock
from app.simulator.woocommerce.books import Item, Order


class Counter(counter.Counter):
    """The books of one shop. A webhook that still waits for the same thing covers it, as in WooCommerce."""

    def __init__(self, clock: Clock, seed: int) -> None:
        super().__init__(clock, seed, merges=True)
        self.items: dict[int, Item] = {}
        self.orders: dict[int, Order] = {}
        self._last_number = 12  # the first product of a new shop is number 13
        self._line_count = 0
        self.taken: dict[str, int] = {}  # pieces that orders took off each number, less those they put back

    def number(self) -> int:
        """The next number of a post: products, orders and refunds share them."""
        self._last_number += 1
        return self._last_number

    def count_from(self, number: int) -> None:
        """Number everything new from here on: a shop that was open before never uses a number twice."""
        super().count_from(number)
        self._line_count = max(self._line_count, number)

    def line_number(self) -> int:
        """The next number of a line."""
        self._line_count += 1
        return self._line_count

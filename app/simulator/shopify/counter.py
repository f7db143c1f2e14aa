"""The counter of a simulated Shopify shop: its locations, variants and orders."""

from datetime import timedelta

from app.simulator import counter
from app.simulator.counter import Clock
from app.simulator.shopify.books import Location, Order, Variant


class Counter(counter.Counter):
    """The books of one shop. Each event has a webhook of its own: Shopify does not put two into one."""

    def __init__(self, clock: Clock, seed: int) -> None:
        super().__init__(clock, seed)
        self.locations: list[Location] = []
        self.variants: list[Variant] = []
        self.orders: list[Order] = []
        self.search_lag = timedelta(0)  # how long the search does not find a change
        self._last_number = 44_000_000_000 + self.random.randrange(1_000_000)
        self.taken: dict[str, int] = {}  # pieces that orders took off each number, less those they put back
        self.first_name = 1001  # the number in the name of the first order

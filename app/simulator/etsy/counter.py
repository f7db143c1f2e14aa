"""The counter of a simulated Etsy shop: its listings and receipts. Etsy tells of orders only, never of a listing."""

from app.simulator import counter
from app.simulator.counter import Clock
from app.simulator.etsy.books import Listing, Receipt


class Counter(counter.Counter):
    """The books of one shop."""

    def __init__(self, clock: Clock, seed: int) -> None:
        super().__init__(clock, seed)
        self.shelves: dict[int, Listing] = {}
        self.receipts: dict[int, Receipt] = {}
        self.taken: dict[str, int] = {}  # pieces that receipts took off each number, less those they put back
        self._last_number = 1_800_000_000 + self.random.randrange(1_000_000)

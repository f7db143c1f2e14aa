"""The shop's counter: one lock around the books, numbers, the clock, and who is told of what happened.

Bells and listeners are called after the change and outside the lock, so that they may look at the shop at once.
"""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from app.simulator.woocommerce.bells import Ring, Ringing
from app.simulator.woocommerce.books import Item, Order

Clock = Callable[[], datetime]
Bell = Callable[[str, str], None]  # topic, number of what it is about
Listener = Callable[[str], None]  # an order that a customer has just made


class Counter:
    """The books and what is common to everybody who changes them."""

    def __init__(self, clock: Clock, seed: int) -> None:
        self.clock = clock
        self.random = random.Random(seed)
        self.items: dict[int, Item] = {}
        self.orders: dict[int, Order] = {}
        self.bells: list[Bell] = []
        self.listeners: list[Listener] = []
        self.ringing = Ringing(seed)
        self._lock = threading.RLock()
        self._depth = 0
        self._number = 12  # the first product of a new shop is number 13
        self._line_count = 0
        self._sold: list[str] = []
        self.taken: dict[str, int] = {}  # pieces that orders took off each number, less those they put back

    def now(self) -> datetime:
        """The shop's time, in the whole seconds that it writes down."""
        return self.clock().replace(microsecond=0)

    def number(self) -> int:
        """The next number of a post: products, orders and refunds share them."""
        self._number += 1
        return self._number

    def count_from(self, number: int) -> None:
        """Number everything new from here on: a shop that was open before never uses a number twice."""
        self._number, self._line_count = max(self._number, number), max(self._line_count, number)

    def line_number(self) -> int:
        """The next number of a line."""
        self._line_count += 1
        return self._line_count

    def ring(self, topic: str, number: int) -> None:
        """Tell those who listen for webhooks, once the change is made."""
        self.ringing.send(topic, str(number), self.clock())

    def sold(self, order: Order) -> None:
        """Tell those who watch for sales, once the change is made."""
        self._sold.append(str(order.id))

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One change: nobody sees half of it."""
        with self._lock:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            rings, sold = ([], []) if self._depth else self._outgoing()
        for ring in rings:
            for bell in list(self.bells):
                bell(ring.topic, ring.ref)
        for ref in sold:
            for listener in list(self.listeners):
                listener(ref)

    def _outgoing(self) -> tuple[list[Ring], list[str]]:
        sold, self._sold = self._sold, []
        return self.ringing.due(self.clock()), sold

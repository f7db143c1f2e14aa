"""The counter of a simulated shop: one lock around the books, the numbers, and who is told of what happened.

Bells and listeners are called after the change and outside the lock, so that they may look at the shop at once.
"""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from app.simulator.bells import Ringing

Clock = Callable[[], datetime]
Bell = Callable[[str, str], None]  # topic, number of what it is about
Listener = Callable[[str], None]  # an order that a customer has just made


class Counter:
    """What is common to everybody who changes the books, which each dialect adds.

    `merges`: whether its webhooks cover each other (`Ringing`).
    """

    def __init__(self, clock: Clock, seed: int, *, merges: bool = False) -> None:
        self.clock = clock
        self.random = random.Random(seed)
        self.bells: list[Bell] = []
        self.listeners: list[Listener] = []
        self.ringing = Ringing(seed, merges=merges)
        self._lock = threading.RLock()
        self._depth = 0
        self._last_number = 0  # each dialect begins somewhere else
        self._sold: list[str] = []

    def now(self) -> datetime:
        """The shop's time, in the whole seconds that it writes down."""
        return self.clock().replace(microsecond=0)

    def number(self) -> int:
        """A number that nothing else in this shop has; later ones are larger."""
        self._last_number += self.random.randrange(1, 1000)
        return self._last_number

    def count_from(self, number: int) -> None:
        """Number everything new from here on: a shop that was open before never uses a number twice."""
        self._last_number = max(self._last_number, number)

    def ring(self, topic: str, number: int) -> None:
        """Tell those who listen for webhooks, once the change is made."""
        self.ringing.send(topic, str(number), self.clock())

    def sold(self, number: int) -> None:
        """Tell those who watch for sales of this order, once the change is made."""
        self._sold.append(str(number))

    def deliver(self) -> None:
        """Let the webhooks arrive that are due by now, though nothing else happens."""
        with self.changing():
            pass

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One change: nobody sees half of it."""
        with self._lock:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            rings = [] if self._depth else self.ringing.due(self.clock())
            sold, self._sold = (self._sold, []) if not self._depth else ([], self._sold)
        for ring in rings:
            for bell in list(self.bells):
                bell(ring.topic, ring.ref)
        for ref in sold:
            for listener in list(self.listeners):
                listener(ref)

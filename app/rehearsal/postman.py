"""Webhooks on their way: each arrives after its time, one after the other."""

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

from app.core.channel import Doorbell

IDLE_S = 3600.0


class Postman:
    """Takes webhooks and delivers each when it is due."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._turns = count()
        self._waits: list[tuple[datetime, int, int, Doorbell]] = []
        self._deliver: Callable[[int, Doorbell], None] = lambda _shop, _bell: None

    def deliver_with(self, deliver: Callable[[int, Doorbell], None]) -> None:
        """How one is delivered."""
        self._deliver = deliver

    def take(self, after_s: float, shop: int, bell: Doorbell) -> None:
        """One leaves its shop now."""
        heapq.heappush(self._waits, (self._clock() + timedelta(seconds=after_s), next(self._turns), shop, bell))

    def step(self) -> float:
        """Deliver what is due; seconds until the next."""
        while self._waits and self._waits[0][0] <= self._clock():
            _, _, shop, bell = heapq.heappop(self._waits)
            self._deliver(shop, bell)
        return (self._waits[0][0] - self._clock()).total_seconds() if self._waits else IDLE_S

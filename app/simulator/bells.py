"""Webhooks of a simulated shop, as the relay hears them: some are lost, some come twice, late or shuffled."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Ring:
    """One webhook on its way."""

    due: datetime
    topic: str
    ref: str


class Ringing:
    """What becomes of webhooks. Switches: the chances `lost` and `doubled`, `late_s` seconds, and `shuffled`.

    `merges`: one that still waits for the same thing covers the next, as in WooCommerce.
    """

    def __init__(self, seed: int = 0, *, merges: bool = False) -> None:
        self._merges = merges
        self.lost = 0.0
        self.doubled = 0.0
        self.late_s = 0.0
        self.shuffled = False
        self._random = random.Random(seed)
        self._waiting: list[Ring] = []

    def send(self, topic: str, ref: str, now: datetime) -> None:
        """An event happened."""
        if self._merges and any((ring.topic, ring.ref) == (topic, ref) for ring in self._waiting):
            return
        if self._random.random() < self.lost:
            return
        late = timedelta(seconds=self._random.uniform(0, self.late_s) if self.late_s else 0)
        times = 2 if self._random.random() < self.doubled else 1
        self._waiting += [Ring(now + late, topic, ref)] * times

    def due(self, now: datetime) -> list[Ring]:
        """The webhooks that arrive by now, each once."""
        if not self._waiting:
            return []
        arrived = sorted((ring for ring in self._waiting if ring.due <= now), key=lambda ring: ring.due)
        self._waiting = [ring for ring in self._waiting if ring.due > now]
        if self.shuffled:
            self._random.shuffle(arrived)
        return arrived

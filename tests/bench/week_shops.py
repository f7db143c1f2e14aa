"""The truth of one product: what three shops show and sell, each with its own way of taking a number.

| way | a write of v, believed to stand on b |
|---|---|
| `blind` | the number is v, whatever it was: a sale not heard of yet is wiped out |
| `delta` | the number moves by v - b, never below zero; the answer says how far it really moved |
| `cas` (Shopify-like) | as asked if the number is b, else refused, and the answer says the number |
| `woo` (Woo-like) | the shop reads, adds v - b and writes: a sale in between is wiped out; may go below zero |
| `etsy` (Etsy-like) | `blind`, but zero cannot be shown: the listing is taken down, and put up by a second call |
"""

from dataclasses import dataclass
from random import Random

WOO_WINDOW_S = 0.15  # our guess at one PHP request's read to write; measured was only that sales do get lost in it
WOO_TWICE_S = 0.5  # two checkouts so close together are "simultaneous" ...
WOO_TWICE = 2 / 25  # ... and so often both get the last piece (woocommerce.md 4.2)
NEVER = -1e9


@dataclass(slots=True)
class Write:
    """One number on its way to a shop. What comes back: how far the number `moved`, what is `shown`, or `refused`."""

    want: int
    believed: int
    key: str = ""
    moved: int = 0
    shown: int = 0
    refused: bool = False
    lags: bool = False
    late: int = 0  # pieces taken off the number that buyers can still get, for as long as the shop lags behind
    sold_late: int = 0  # of them; read back when the lag is over, for the number is then below zero

    @property
    def step(self) -> int:
        """How far the number is asked to move."""
        return self.want - self.believed


@dataclass(slots=True)
class Look:
    """A shop's number and its orders, read at one moment. `since`: sales from then on that were heard of meanwhile."""

    seen: int = 0
    orders: int = 0
    since: int = 0


class Shop:
    """One listing. `shown` is the shop's own number; lagging writes hold pieces that still sell."""

    __slots__ = ("chance", "lagging", "read", "self_made", "shown", "sold_at", "way")

    def __init__(self, way: str, shown: int, chance: Random) -> None:
        self.way, self.shown, self.chance = way, shown, chance
        self.lagging: list[Write] = []
        self.sold_at = NEVER
        self.read = 0  # what a Woo-like write has read
        self.self_made = 0  # pieces sold twice by the shop alone

    def sell(self, now: float) -> bool:
        """A buyer comes. Was there anything to be had?"""
        if self.shown < 1 and not self._sell_late() and not self._sell_twice(now):
            return False
        self.shown -= 1
        self.sold_at = now
        return True

    def _sell_late(self) -> bool:
        """From a number that was lowered and has not reached the shop's door."""
        for write in self.lagging:
            if write.late > 0:
                write.late -= 1
                write.sold_late += 1
                return True
        return False

    def _sell_twice(self, now: float) -> bool:
        """A Woo-like shop now and then gives the last piece to two shoppers at once."""
        if self.way != "woo" or self.shown != 0 or now - self.sold_at > WOO_TWICE_S:
            return False
        if self.chance.random() >= WOO_TWICE:
            return False
        self.self_made += 1
        return True

    def land(self, write: Write) -> None:
        """A write takes effect."""
        before = self.shown
        if self.way == "delta":
            self.shown = max(min(before, 0), before + write.step)
        elif self.way == "woo":
            self.shown = self.read + write.step
        elif self.way != "cas" or before == write.believed:
            self.shown = write.want
        else:
            write.refused = True
        write.moved, write.shown = self.shown - before, self.shown

"""Customers that buy from a seed: who buys what, where, and when the seller sends it.

They know only what every simulated shop has in common, and keep no time of their own: whoever runs them does.
"""

import random
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class SellingShop(Protocol):
    """What every simulated shop can do for a customer, and for the seller who packs."""

    def find(self, sku: str) -> str:
        """The ref of what has this SKU."""

    def quantity(self, ref: str) -> int | None:
        """What buyers may buy now."""

    def sell(self, *wanted: tuple[str, int]) -> str | None:
        """A customer buys; the order's ref, or None when the shop refuses."""

    def ship(self, ref: str) -> None:
        """The seller sends all that is left."""


@dataclass(frozen=True, slots=True)
class Sale:
    """Somebody bought something."""

    shop: int
    order: str
    sku: str
    pieces: int


class Customers:
    """A queue of people with a seed. `likes` weighs the products."""

    def __init__(self, shops: Mapping[int, SellingShop], likes: Mapping[str, float], *, seed: int) -> None:
        self._shops = shops
        self._likes = dict(likes)
        self._rng = random.Random(seed)
        self._unsent: deque[tuple[int, str]] = deque()

    def buy(self, skus: Sequence[str] | None = None, shop: int | None = None) -> Sale | None:
        """One customer buys one product (of these, in this shop, where said). None: the shop refused."""
        chosen = list(skus or self._likes)
        sku = self._rng.choices(chosen, [self._likes.get(one, 1.0) for one in chosen])[0]
        number = shop if shop is not None else self._rng.choice(sorted(self._shops))
        pieces = 1 if self._rng.random() < 0.9 else 2
        where = self._shops[number]
        order = where.sell((where.find(sku), pieces))
        if order is None:
            return None
        self._unsent.append((number, order))
        return Sale(number, order, sku, pieces)

    def send_oldest(self, *, keep: int = 6) -> None:
        """The seller packs: the oldest order leaves, once more than `keep` wait."""
        if len(self._unsent) > keep:
            number, order = self._unsent.popleft()
            self._shops[number].ship(order)

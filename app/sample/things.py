"""What the sample shop's history is made of: its products, moments, and sales that are sent a day or two later."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from app.core.stock import EntryKind
from app.paths import resource

STALL = "stall"


class Teller(Protocol):
    """Who writes the history: what a story may ask of it."""

    @property
    def now(self) -> datetime:
        """The moment at which the history ends."""

    @property
    def began_at(self) -> datetime:
        """The moment at which it begins."""

    @property
    def rng(self) -> random.Random:
        """What everything is made up from."""

    def adjust(self, sku: str, kind: EntryKind, pieces: int, reason: str, at: datetime, note: str = "") -> "Event":
        """An event that changes on hand by hand."""

    def count(self, sku: str, at: datetime, *, missing: int = 0, note: str = "") -> "Event":
        """An event that counts a product, and finds some pieces missing."""

    def sell(self, channel: str, item: "Item", pieces: int, at: datetime, number: str = "") -> str:
        """Book a sale; its number."""

    def send(self, channel: str, number: str, item: "Item", pieces: int, placed_at: datetime, at: datetime) -> None:
        """Book that an order was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A product of the sample shop, and where its numbers end."""

    sku: str
    title: str
    on_hand: int
    committed: int
    floor: int
    reorder: int
    place: str
    price: int
    barcode: str
    parts: dict[str, int] = field(default_factory=dict)

    @property
    def available(self) -> int:
        """What the history must leave to be promised."""
        return self.on_hand - self.committed


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, in the order of its moment."""

    at: datetime
    run: Callable[[datetime], object]


def items() -> list[Item]:
    """The 84 products."""
    data = json.loads(resource("sample/kiln-and-tide.json").read_text(encoding="utf-8"))
    return [Item(**product) for product in data["products"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A sale; unless it `waits`, it is sent a day or two later."""

    item: Item
    channel: str
    at: datetime
    pieces: int
    waits: bool
    number: str = ""

    def events(self, teller: Teller) -> Iterator[Event]:
        """The sale, and its sending."""
        said: list[str] = []
        yield Event(self.at, lambda at: said.append(teller.sell(self.channel, self.item, self.pieces, at, self.number)))
        if not self.waits and self.channel != STALL:
            wait = timedelta(hours=teller.rng.uniform(4, 40))
            sent_at = min(self.at + wait, teller.now - timedelta(minutes=teller.rng.randrange(1, 20)))
            yield Event(sent_at, lambda at: teller.send(self.channel, said[0], self.item, self.pieces, self.at, at))

"""What a lane works with: its connection, its connector, its clock, and whom it tells of news."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

from app.channels.base import Channel
from app.core.changes import Changes
from app.core.channel import Call
from app.core.hooks import Doorway
from app.store import calls, shops
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.sync.steady import Steady

T = TypeVar("T")


class AtOnce(Protocol):
    """How several calls to a shop are made that may be under way together."""

    def __call__(self, calls: Sequence[Callable[[], T]]) -> list[T]:
        """What each of them returned."""


def one_after_another(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Without threads: in the simulated world every step can be told again."""
    return [call() for call in calls]


TOGETHER = timedelta(seconds=60)  # lanes that notice within such a time woke from the same sleep


class Heard:
    """Which shops have been read since the program started. Nothing is raised anywhere before all have been."""

    def __init__(self) -> None:
        self._expected: set[int] = set()
        self._heard: set[int] = set()
        self._anew_at: datetime | None = None

    def expect(self, shop: int) -> None:
        """This shop must be read first."""
        self._expected.add(shop)

    def forget(self, shop: int) -> None:
        """This shop is paused or gone: nobody waits for it."""
        self._expected.discard(shop)

    def hear(self, shop: int) -> frozenset[int]:
        """Everything that this shop had to tell was read. The shops that may now do more."""
        if shop in self._heard:
            return frozenset()
        self._heard.add(shop)
        return frozenset(self._heard)

    def start_over(self, now: datetime) -> bool:
        """Nobody listened for a while: every shop must be read anew. True for the first lane that notices."""
        if self._anew_at is not None and abs(now - self._anew_at) < TOGETHER:
            return False
        self._anew_at = now
        self._heard.clear()
        return True

    def has(self, shop: int) -> bool:
        """Was this shop read since the start?"""
        return shop in self._heard

    @property
    def all(self) -> bool:
        """Has every shop been read since the start?"""
        return self._expected <= self._heard


@dataclass
class Desk:
    """One lane's place of work. `tell` hands news to the window and wakes the lanes of shops that have become due."""

    db: Connection
    channel: Channel
    shop_id: int
    clock: Callable[[], datetime]
    tell: Callable[[Changes], None]
    heard: Heard
    installation: str
    new_key: Callable[[], str]
    rng: random.Random
    calls: list[Call] = field(default_factory=list)  # logged, and written with the transaction that follows from them
    ticks: Callable[[], float] | None = None  # a clock that only counts seconds; None: the wall clock is not set
    doorway: Callable[[int], Doorway | None] = lambda _shop: None  # where its webhooks call, if we keep them in order
    at_once: AtOnce = one_after_another
    steady: Steady = field(init=False)

    def __post_init__(self) -> None:
        self.steady = Steady(self.clock())

    def shop(self) -> Shop | None:
        """The shop as it is now; None once it was removed."""
        return shops.shop(self.db, self.shop_id)

    def write_calls(self) -> None:
        """Inside a transaction: write the remembered calls."""
        calls.write(self.db, self.shop_id, self.calls)
        self.calls.clear()

    def flush_calls(self) -> None:
        """Write the remembered calls in a transaction of their own."""
        if self.calls:
            with transaction(self.db):
                self.write_calls()


def together(at: datetime, every_s: float | None) -> datetime:
    """The first moment from `at` on of those, so many seconds apart, at which all that is due is done in one call."""
    return at if every_s is None else datetime.fromtimestamp(math.ceil(at.timestamp() / every_s) * every_s, UTC)


def seconds(wait: float) -> timedelta:
    """A wait as a timedelta."""
    return timedelta(seconds=wait)

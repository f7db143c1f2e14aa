"""A channel for tests of the lanes: it keeps numbers and orders in dictionaries, and fails as it is told."""

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import ClassVar

from app.channels.base import ListingPage, OrderPage
from app.core.changes import Changes
from app.core.channel import (
    ChannelInfo,
    Guard,
    Introduction,
    ListingFacts,
    Reading,
    StockWrite,
    Told,
    WriteOutcome,
    WriteResult,
)
from app.core.orders import Order, OrderState
from app.store import settings, shops
from app.store.database import connection, transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.sync.desk import Desk, Heard
from app.sync.lane import ShopLane
from tests.life import NOW, add_shop

ME = "this computer"


class FakeChannel:
    """Answers at once. `fail` holds errors to raise, `answer` outcomes to give, both used up in turn, by method."""

    states: ClassVar[dict[str, OrderState]] = {}

    def __init__(
        self, *, repeatable: bool = False, guard: Guard = Guard.DELTA, info: ChannelInfo | None = None
    ) -> None:
        self.info = info or ChannelInfo(
            key="fake",
            title="Fake",
            letter="F",
            ways=(),
            guard=guard,
            repeatable=repeatable,
            write_batch=2,
            read_batch=2,
        )
        self.numbers: dict[str, int | None] = {}
        self.pages: deque[OrderPage] = deque()
        self.orders: dict[str, Order] = {}
        self.facts: list[ListingFacts] = []
        self.fail: dict[str, deque[BaseException]] = {}
        self.outcomes: deque[WriteOutcome] = deque()
        self.said: list[str] = []
        self.clock_behind = timedelta(0)
        self.writes: list[StockWrite] = []
        self.tells = Told()
        self.during: Callable[[str], None] = lambda method: None

    def _call(self, method: str) -> None:
        self.said.append(method)
        self.during(method)
        waiting = self.fail.get(method)
        if waiting:
            raise waiting.popleft()

    def failing(self, method: str, *errors: BaseException) -> None:
        self.fail.setdefault(method, deque()).extend(errors)

    def introduce(self) -> Introduction:
        return Introduction(name="Fake", checks=())

    def first_cursor(self, at: datetime) -> str:
        return "first"

    def behind(self) -> timedelta:
        return self.clock_behind

    def listings(self, page: str | None) -> ListingPage:
        self._call("listings")
        return ListingPage(tuple(self.facts), None)

    def orders_changed(self, cursor: str) -> OrderPage:
        self._call("orders_changed")
        return self.pages.popleft() if self.pages else OrderPage((), cursor, more=False)

    def orders_open(self, page: str | None) -> OrderPage:
        self._call("orders_open")
        return OrderPage((), "", more=False)

    def order(self, ref: str) -> Order | None:
        self._call("order")
        return self.orders.get(ref)

    def stock(self, refs: Sequence[str]) -> list[Reading]:
        self._call("stock")
        return [Reading(ref=ref, quantity=self.numbers.get(ref), gone=ref not in self.numbers) for ref in refs]

    def set_stock(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        self.writes += writes
        self._call("set_stock")
        return [self._set(write) for write in writes]

    def _set(self, write: StockWrite) -> WriteResult:
        outcome = self.outcomes.popleft() if self.outcomes else WriteOutcome.DONE
        if outcome is WriteOutcome.DONE:
            self.numbers[write.ref] = (self.numbers.get(write.ref) or 0) + write.quantity - write.believed
            return WriteResult(ref=write.ref, outcome=outcome, seen=self.numbers[write.ref])
        return WriteResult(ref=write.ref, outcome=outcome, words="its own words")

    def put_on_sale(self, ref: str, quantity: int) -> WriteResult:
        self._call("put_on_sale")
        self.numbers[ref] = quantity
        return WriteResult(ref=ref, outcome=WriteOutcome.DONE, seen=quantity)

    def pause(self, ref: str) -> str:
        self._call("pause")
        return "publish"

    def resume(self, ref: str, memo: str) -> None:
        self._call("resume")

    def told(self) -> Told:
        return self.tells

    def close(self) -> None:
        """Nothing to close."""


def read_shop(db: Connection, name: str = "Fake", letter: str = "F") -> Shop:
    """A live shop whose orders and list were read once."""
    shop = add_shop(db, "fake", name, letter)
    with transaction(db):
        shops.opened(db, shop.id)
        shops.listings_read(db, shop.id, at=NOW)
    return shop


class Bench:
    """One lane on a workbench: its clock, its news, and a way to run it until it rests."""

    def __init__(self, folder: Path, shop: int, channel: FakeChannel, heard: Heard | None = None) -> None:
        self.channel = channel
        self.now = NOW
        self.news: list[Changes] = []
        self.keys = 0
        self.heard = heard or Heard()
        self.db = connection(folder / "inventory.db", synchronous="off")
        with transaction(self.db):
            settings.put_fact(self.db, settings.SENDER, ME)
        self.desk = Desk(
            db=self.db,
            channel=channel,
            shop_id=shop,
            clock=lambda: self.now,
            tell=self.news.append,
            heard=self.heard,
            installation=ME,
            new_key=self._key,
            rng=Random(1),
        )
        self.lane = ShopLane(self.desk)

    def _key(self) -> str:
        self.keys += 1
        return f"key-{self.keys}"

    def rest(self, steps: int = 60) -> float:
        """Step until nothing is due; how long it wants to sleep."""
        for _ in range(steps):
            wait = self.lane.step()
            if wait > 0:
                return wait
        raise AssertionError(f"never at rest: {self.channel.said[-10:]}")

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

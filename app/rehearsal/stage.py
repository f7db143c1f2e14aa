"""One step of a rehearsal: the copy is opened, the shops and the real lanes stand ready, and customers come.

The engine is the one that sends for the seller: store, posting, lanes, policy and connectors. Only time, the shops and
the customers are made up.
"""

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path

from app.core.changes import Changes
from app.core.channel import Call, Doorbell
from app.core.rehearsal import DRAIN_S, Plan, ShopFound, Step, spread
from app.errors import PlimsollError
from app.rehearsal.conductor import Conductor, Over, Player
from app.rehearsal.findings import oversold
from app.rehearsal.postman import Postman
from app.rehearsal.shops import PlayedShop
from app.store import inbox, scratch, settings, shops
from app.store.database import transaction
from app.store.moments import moment
from app.store.scratch import Measured, Played
from app.store.sqlite import Connection
from app.sync.desk import Desk, Heard
from app.sync.housekeeping import Housekeeping
from app.sync.lane import ShopLane

HOUSE_S = 120.0  # what sold is thought over when it is booked; the round over everything else may take its time
WARM_UP_S = 120.0  # everything that was still to be sent is sent before the first customer comes
TICK_S = 30.0  # so often somebody asks whether to stop, and is told how far it is
TWO_PIECES = 0.1
SELDOM = 0.02  # what did not sell lately is wanted now and then

Tell = Callable[[float], None]  # which share of the step is over
Stopped = Callable[[], bool]


class StoppedError(Exception):
    """Whoever asked for the rehearsal does not want it any more."""


class Stage:
    """One step, from the first look to the last confirmation."""

    def __init__(self, path: Path, known: dict[int, Measured], played: Sequence[Played], plan: Plan, rate: int,
                 now: datetime) -> None:  # fmt: skip
        self._path, self._plan, self._rate = path, plan, rate
        self._db = scratch.open_copy(path)
        self._rng = random.Random(f"{plan.seed}/{rate}/customers")
        self._conductor = Conductor(now)
        self._keys = count(1)
        self._heard = Heard()
        self._players: dict[int, Player] = {}
        self._played = list(played)
        self._shops = {
            shop.id: PlayedShop(shop, known[shop.id], self._conductor.clock, seed=plan.seed)
            for shop in shops.shops(self._db)
            if shop.id in known
        }
        self._postman = Postman(self._conductor.clock)
        self._sold: list[tuple[int, str, datetime]] = []  # shop, order, when
        self._turned_away = self._pieces = self._buyers = 0
        self._told: list[PlimsollError] = []

    def play(self, tell: Tell, stopped: Stopped) -> Step:
        """All of it. Raises `StoppedError`, and whatever a lane raises."""
        try:
            self._open_shops()
            self._begin()
            before = scratch.levels(self._db)
            try:
                self._wait(WARM_UP_S, lambda _share: None, stopped)
                self._counts_from = {number: (one.calls, one.waits) for number, one in self._shops.items()}
                began_at = self._conductor.now
                self._let_them_buy(tell, stopped)
                self._wait(DRAIN_S, lambda _share: None, stopped)
            finally:
                self._conductor.end()
            return self._result(before, began_at)
        finally:
            self._db.close()

    # ------------------------------------------------------------------------------------------- set-up

    def _open_shops(self) -> None:
        now = self._conductor.now
        for number, one in self._shops.items():
            facts = one.put_on_sale([played for played in self._played if played.shop == number])
            scratch.relist(self._db, number, facts, cursor=one.cursor, now=now)
            one.sim.bells.append(partial(self._rang, one))
        if self._plan.held:
            with transaction(self._db):
                settings.put(self._db, settings.PROMOTION_HELD, self._plan.held, now=now)

    def _begin(self) -> None:
        for number in self._shops:
            self._heard.expect(number)
        for number, one in self._shops.items():
            lane, channel = self._lane(one)
            self._players[number] = self._conductor.add(
                str(number), partial(_step, lane, one, channel), close=lane.close
            )
        house = Housekeeping(
            scratch.open_copy(self._path), self._conductor.clock, self._tell, self._told.append, scratch.SENDER
        )
        self._players[0] = self._conductor.add("housekeeping", partial(_keep_house, house), close=house.close)
        bells = scratch.open_copy(self._path)
        self._postman.deliver_with(partial(self._ring, bells))
        self._post = self._conductor.add("webhooks", self._postman.step, close=bells.close)
        with transaction(self._db):
            for number in self._shops:
                scratch.due(self._db, number, now=self._conductor.now)

    def _lane(self, one: PlayedShop) -> tuple[ShopLane, "object"]:
        calls: list[Call] = []
        channel = one.open(rest=self._conductor.rest, log=calls.append)
        desk = Desk(
            db=scratch.open_copy(self._path),
            channel=channel,
            shop_id=one.shop.id,
            clock=self._conductor.clock,
            tell=self._tell,
            heard=self._heard,
            installation=scratch.SENDER,
            new_key=lambda: f"rehearsal-{next(self._keys)}",
            rng=random.Random(f"{self._plan.seed}/{self._rate}/{one.shop.id}"),
            calls=calls,
        )
        return ShopLane(desk), channel

    def _tell(self, changes: Changes) -> None:
        """As the engine does it: lanes of shops that have become due are woken, and the house for those without one."""
        for number in changes.due:
            self._conductor.wake(self._players.get(number, self._players[0]))

    def _rang(self, one: PlayedShop, topic: str, ref: str) -> None:
        """A webhook leaves the shop."""
        after = one.hook_s()
        if after is not None:
            kind = "order" if topic.startswith("order") else "stock"
            key = f"{topic}/{ref}/{self._conductor.now.isoformat()}"
            self._postman.take(after, one.shop.id, Doorbell(kind=kind, ref=ref, key=key, source="webhook"))
            self._conductor.wake(self._post)

    def _ring(self, bells: Connection, shop: int, bell: Doorbell) -> None:
        with transaction(bells):
            inbox.ring(bells, shop, [bell], now=self._conductor.now)
        self._conductor.wake(self._players[shop])

    # ------------------------------------------------------------------------------------------- the rush

    def _let_them_buy(self, tell: Tell, stopped: Stopped) -> None:
        """Buyers come as in life: independently of each other, so many an hour on average."""
        lasts = self._plan.lasts_s
        shelf = [(one.shop, self._shops[one.shop].refs[one.id]) for one in self._played if self._on_shelf(one)]
        weights = [one.a_day + SELDOM for one in self._played if self._on_shelf(one)]
        at = self._rng.expovariate(self._rate / 3600.0)
        passed = 0.0
        while at < lasts and shelf:
            self._wait(at - passed, lambda _share: None, stopped)
            passed = at
            tell(passed / lasts)
            self._buy(*self._rng.choices(shelf, weights)[0])
            at += self._rng.expovariate(self._rate / 3600.0)
        self._wait(lasts - passed, lambda _share: None, stopped)

    def _on_shelf(self, one: Played) -> bool:
        wanted = not self._plan.wanted or one.product in self._plan.wanted
        return wanted and one.id in self._shops[one.shop].refs

    def _buy(self, shop: int, ref: str) -> None:
        pieces = 2 if self._rng.random() < TWO_PIECES else 1
        self._buyers += 1
        order = self._shops[shop].sim.sell((ref, pieces))
        if order is None:
            self._turned_away += 1
            return
        self._pieces += pieces
        self._sold.append((shop, order, self._conductor.now))

    def _wait(self, seconds: float, tell: Tell, stopped: Stopped) -> None:
        """Time passes; now and then somebody asks whether to stop."""
        left = seconds
        while left > 0:
            if stopped():
                raise StoppedError
            part = min(left, TICK_S)
            try:
                self._conductor.rest(part)
            except Over:
                return  # a player failed: `end` says why
            left -= part
            tell(1 - left / seconds)

    # ------------------------------------------------------------------------------------------- what came of it

    def _result(self, before: dict[int, int], began_at: datetime) -> Step:
        if self._told:
            raise self._told[0]
        heard = {number: [] for number in self._shops}  # type: dict[int, list[float | None]]
        for number, order, at in self._sold:
            known = scratch.heard_at(self._db, number, order)
            heard[number].append((moment(known) - at).total_seconds() if known else None)
        found = tuple(self._found(one, heard[number], began_at) for number, one in self._shops.items())
        return Step(
            rate=self._rate,
            buyers=self._buyers,
            orders=len(self._sold),
            pieces=self._pieces,
            turned_away=self._turned_away,
            unheard=sum(one is None for seconds in heard.values() for one in seconds),
            shops=found,
            oversold=oversold(self._db, before, began_at, now=self._conductor.now),
        )

    def _found(self, one: PlayedShop, heard: Sequence[float | None], began_at: datetime) -> ShopFound:
        told = scratch.confirmed(self._db, one.shop.id, since=began_at)
        told += [None] * scratch.unconfirmed(self._db, one.shop.id)
        calls, waits = self._counts_from[one.shop.id]
        return ShopFound(
            name=one.shop.name,
            letter=one.shop.letter,
            orders=len(heard),
            heard=spread(heard),
            told=spread(told),
            calls=one.calls - calls,
            waits=one.waits - waits,
            used=one.used,
            limit=one.limit,
            unit=one.unit,
        )


def _step(lane: ShopLane, one: PlayedShop, channel: object) -> float:
    seconds = lane.step()
    one.keep_used(channel)  # type: ignore[arg-type]
    return seconds


def _keep_house(house: Housekeeping) -> float:
    seconds = house.step()
    return HOUSE_S if seconds > 1 else seconds

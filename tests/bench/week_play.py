"""One product through one week: buyers, shops, news of sales and writes on their way, in order of time.

A desk is the seller's side: a policy and what it knows. It is asked for a write whenever something happened and the
shop has none in flight, so newer wishes replace older ones by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import ceil, inf
from random import Random
from typing import Any, Protocol

from tests.bench.week_shops import WOO_WINDOW_S, Look, Shop, Write
from tests.bench.week_world import (
    CHANNELS,
    DAY_S,
    HOOK_SPREAD,
    HOUR_S,
    LANDS_AT,
    WEEK_S,
    WRITE_MEDIANS_S,
    WRITE_SPREAD,
    Product,
    World,
    delay,
)


class Desk(Protocol):
    """What a policy has to answer. Times are seconds of the week."""

    def start(self) -> Sequence[int]:
        """What the three shops show when the week begins."""
        ...

    def heard(self, now: float, channel: int, pieces: int) -> None:
        """So many sales of a channel have become known."""
        ...

    def next_write(self, now: float, channel: int) -> Write | Look | None:
        """What should be written there now, or must be looked at first?"""
        ...

    def answered(self, now: float, channel: int, write: Write) -> None:
        """A write was confirmed, or refused."""
        ...

    def settled(self, now: float, channel: int, write: Write) -> None:
        """The shop's lag after a write that lowered is over, and the number was read back."""
        ...

    def looked(self, now: float, channel: int, look: Look) -> None:
        """A look is back; the sales it brought were told just before."""
        ...

    def leaving(self, now: float) -> None:
        """The computer will be switched off soon."""
        ...

    def back(self, now: float) -> None:
        """The computer is on again; what was missed follows at once."""
        ...

    def wake_at(self) -> float:
        """When to ask again though nothing happened. Infinity: never."""
        ...


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of one product."""

    oversold: int = 0
    unsold: int = 0
    turned: int = 0
    writes: int = 0
    self_made: int = 0  # oversold by a shop alone
    looks: int = 0

    @property
    def hit(self) -> int:
        """Was anything sold twice?"""
        return int(self.oversold > 0)


class Play:
    """The event loop. Whoever is asked must not look at what is private here: that is the truth."""

    def __init__(self, world: World, product: Product, desk: Desk, chance: Random) -> None:
        self.world, self.product, self.desk, self.chance = world, product, desk, chance
        self._shops = [Shop(way, shown, chance) for way, shown in zip(world.writes, desk.start(), strict=True)]
        self._busy = [False] * len(CHANNELS)
        self._reads_at = [chance.random() * ears.read_every_s for ears in world.ears]
        self._told: list[list[bool]] = [[] for _ in CHANNELS]  # by sale: is it known?
        self._heap: list[tuple[float, int, Any, int, Any]] = []
        self._turn = 0
        self._woken_at = inf
        self.sold = self.turned = self.writes = self.looks = 0

    def run(self) -> Tally:
        """Everything until the week is over and nothing is on its way."""
        self._schedule_days()
        self._ask(0.0)
        buyers, heap = self.product.buyers, self._heap
        for at, channel in buyers:
            while heap and heap[0][0] <= at:
                self._step()
            self._buyer(at, channel)
        while heap and heap[0][0] < WEEK_S:
            self._step()
        return self._tally()

    def _tally(self) -> Tally:
        stock, wanted = self.product.stock, len(self.product.buyers)
        return Tally(
            oversold=max(0, self.sold - stock),
            unsold=max(0, min(stock, wanted) - self.sold),
            turned=self.turned,
            writes=self.writes,
            self_made=sum(shop.self_made for shop in self._shops),
            looks=self.looks,
        )

    def _at(self, when: float, what: Any, channel: int = 0, data: Any = None) -> None:
        self._turn += 1
        heappush(self._heap, (when, self._turn, what, channel, data))

    def _step(self) -> None:
        now, _, what, channel, data = heappop(self._heap)
        what(now, channel, data)

    # Buyers, and how their orders become known.

    def _buyer(self, now: float, channel: int) -> None:
        if not self._shops[channel].sell(now):
            self.turned += self.sold < self.product.stock
            return
        self.sold += 1
        told, ears = self._told[channel], self.world.ears[channel]
        told.append(False)
        read = self._next_read(channel, now)
        if ears.hook_s is not None and self.chance.random() >= ears.lost:
            rings = self._online(now + delay(self.chance, ears.hook_s, HOOK_SPREAD))
            if rings < read:
                self._at(rings, self._rung, channel, len(told) - 1)
                return
        self._at(read, self._read, channel, len(told))

    def _next_read(self, channel: int, now: float) -> float:
        first, every = self._reads_at[channel], self.world.ears[channel].read_every_s
        return self._online(first + every * max(0, ceil((now - first) / every)))

    def _rung(self, now: float, channel: int, sale: int) -> None:
        """A webhook: the order it names is fetched."""
        if not self._told[channel][sale]:
            self._told[channel][sale] = True
            self.desk.heard(now, channel, 1)
        self._ask(now)

    def _read(self, now: float, channel: int, until: int) -> None:
        """The orders are read: all sales until then are known."""
        self._tell(now, channel, until)
        self._ask(now)

    def _tell(self, now: float, channel: int, until: int) -> None:
        told = self._told[channel]
        pieces = until - sum(told[:until])
        if pieces:
            told[:until] = [True] * until
            self.desk.heard(now, channel, pieces)

    # The computer.

    def _online(self, when: float) -> float:
        """The first moment from then on at which the computer is on."""
        if self.world.awake is None:
            return when
        on, off = self.world.awake
        day, hour = divmod(when, DAY_S)
        if hour < on * HOUR_S:
            return day * DAY_S + on * HOUR_S
        return when if hour < off * HOUR_S else (day + 1) * DAY_S + on * HOUR_S

    def _schedule_days(self) -> None:
        if self.world.awake is None:
            return
        for day in range(7):
            on, off = (day * DAY_S + hour * HOUR_S for hour in self.world.awake)
            self._at(on, self._back)
            self._at(off - self.world.warned_s, self._leaving)

    def _back(self, now: float, _: int, __: None) -> None:
        self.desk.back(now)
        self._ask(now)

    def _leaving(self, now: float, _: int, __: None) -> None:
        self.desk.leaving(now)
        self._ask(now)

    # Writes.

    def _ask(self, now: float) -> None:
        if self._online(now) > now or (self._heap and self._heap[0][0] == now):
            return  # asleep, or there is more news of this very moment
        for channel in CHANNELS:
            if not self._busy[channel]:
                self._do(now, channel, self.desk.next_write(now, channel))
        wake = self.desk.wake_at()
        if now < wake < self._woken_at:
            self._woken_at = wake
            self._at(wake, self._wake)

    def _wake(self, now: float, _: int, __: None) -> None:
        self._woken_at = inf
        self._ask(now)

    def _do(self, now: float, channel: int, what: Write | Look | None) -> None:
        self._busy[channel] = what is not None
        if isinstance(what, Write):
            self._send(now, channel, what)
        elif what:
            takes = delay(self.chance, WRITE_MEDIANS_S[channel], WRITE_SPREAD)
            self._at(now + LANDS_AT * takes, self._look, channel, what)
            self._at(self._online(now + takes), self._looked, channel, what)

    def _look(self, _: float, channel: int, look: Look) -> None:
        look.seen, look.orders = self._shops[channel].shown, len(self._told[channel])

    def _looked(self, now: float, channel: int, look: Look) -> None:
        self._busy[channel] = False
        self.looks += 1
        self._tell(now, channel, look.orders)
        look.since = sum(self._told[channel][look.orders :])
        self.desk.looked(now, channel, look)
        self._ask(now)

    def _send(self, now: float, channel: int, write: Write) -> None:
        self.writes += 1
        takes = delay(self.chance, WRITE_MEDIANS_S[channel], WRITE_SPREAD)
        way = self.world.writes[channel]
        if way == "etsy" and write.believed <= 0:  # put the number, then put the listing up again
            self.writes += 1
            takes += delay(self.chance, WRITE_MEDIANS_S[channel], WRITE_SPREAD)
        lands = now + LANDS_AT * takes
        if way == "woo":
            self._at(max(now, lands - WOO_WINDOW_S), self._begin, channel)
        self._at(lands, self._land, channel, write)
        self._at(self._online(now + takes), self._answer, channel, write)

    def _begin(self, _: float, channel: int, __: None) -> None:
        self._shops[channel].read = self._shops[channel].shown

    def _land(self, now: float, channel: int, write: Write) -> None:
        shop, lag = self._shops[channel], self.world.lag_s[channel]
        shop.land(write)
        if lag and write.moved < 0:
            write.late, write.lags = -write.moved, True
            shop.lagging.append(write)
            self._at(now + lag, self._catch_up, channel, write)

    def _catch_up(self, now: float, channel: int, write: Write) -> None:
        """The lowered number has reached the shop's door."""
        self._shops[channel].lagging.remove(write)
        write.late = 0
        self._at(self._online(now), self._settle, channel, write)

    def _answer(self, now: float, channel: int, write: Write) -> None:
        self._busy[channel] = False
        self.desk.answered(now, channel, write)
        if not write.refused and not write.lags:
            self.desk.settled(now, channel, write)
        self._ask(now)

    def _settle(self, now: float, channel: int, write: Write) -> None:
        self.desk.settled(now, channel, write)
        self._ask(now)

"""Plimsoll's desk in the reference week: the program's own policy and ledger of promises, as the program calls them."""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

from app.core import exposure as promises
from app.core.away import Away
from app.core.chance import RECENT_S
from app.core.channel import Guard
from app.core.exposure import Exposure
from app.core.offer import HeldBack
from app.core.policy import Choice, Mode, Offer, Place, Supply, decide, offers
from tests.bench.week_shops import Look, Write
from tests.bench.week_world import (
    CHANNELS,
    HOOK_SPREAD,
    SHARES,
    WEEK_S,
    WRITE_MEDIANS_S,
    WRITE_SPREAD,
    Ears,
    Product,
    World,
)

GUARDS = {"delta": Guard.DELTA, "woo": Guard.DELTA, "cas": Guard.COMPARE_AND_SET}
LOOK_AGAIN_S = 2.0  # as the WooCommerce connector says of itself
WINDOW_S = 8.0  # p95 of the whole loop with webhooks, as measured in this world


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """What the seller chose and what was measured of the shops."""

    choice: Choice = Choice.ADAPTIVE
    held: int = 0
    risk_limit: float = 1e-4
    windows_s: tuple[float, float, float] = (WINDOW_S,) * 3
    averages_s: tuple[float, ...] = (WINDOW_S,) * 3
    writes: tuple[str, str, str] = ("delta",) * 3
    lag_s: tuple[float, float, float] = (0.0,) * 3  # as measured: 0 where it is not known
    looks: bool = False  # read a number and its orders when an answer does not fit, as the lanes do
    sleeps: bool = False  # the computer is off at first, and will be again
    again: bool = True  # plan again as a rush falls off, which is no news
    fixed: tuple[int, ...] = ()  # channels with a quota of their own
    size: float | None = None


def measured(seller: Seller, world: World) -> Seller:
    """The same, who has also measured how long the loop of each place is on average. Lags only as far as known."""
    heard = [_heard_s(ears) for ears in world.ears]
    write = [median * math.exp(WRITE_SPREAD**2 / 2) for median in WRITE_MEDIANS_S]
    lag = max((lag for channel, lag in enumerate(seller.lag_s) if channel not in seller.fixed), default=0.0)
    loops = [max(heard[at] + max(write), max(heard) + write[at]) + lag for at in CHANNELS]
    return replace(seller, averages_s=tuple(loops))


def _heard_s(ears: Ears) -> float:
    """A lost webhook is found by the next reading, half a period later on average."""
    read = ears.read_every_s / 2
    if ears.hook_s is None:
        return read
    return (1 - ears.lost) * ears.hook_s * math.exp(HOOK_SPREAD**2 / 2) + ears.lost * read


@dataclass(slots=True)
class Line:
    """One listing as the program sees it."""

    shown: int = 0
    exposure: Exposure = field(default_factory=Exposure)
    stuck: bool = False  # an answer did not fit; a sale will explain it
    look_at: float = inf


class Plimsoll:
    """A product at three shops."""

    def __init__(self, product: Product, seller: Seller) -> None:
        self.product, self.seller = product, seller
        self.committed = self.sent = 0
        self.mode, self.sleepy = Mode.SPLIT, seller.sleeps
        self.recent: deque[tuple[float, int]] = deque()
        self.pieces = 0  # in `recent`
        self.lines = [Line() for _ in CHANNELS]
        self.plan: tuple[Offer, ...] | None = None

    def start(self) -> Sequence[int]:
        shown = [offer.target for offer in self._offers(0.0)]
        self.lines = [Line(pieces, Exposure(pieces)) for pieces in shown]
        self.plan = None
        return shown

    def heard(self, now: float, channel: int, pieces: int) -> None:
        line = self.lines[channel]
        line.exposure, _ = promises.sold(line.exposure, pieces)
        line.shown -= pieces
        line.stuck = False
        self.committed += pieces
        self.recent.append((now, pieces))
        self.pieces += pieces
        self.plan = None

    def next_write(self, now: float, channel: int) -> Write | Look | None:
        line = self.lines[channel]
        if line.look_at <= now:
            line.look_at = inf
            return Look()
        wish, shown = self._offers(now)[channel].quantity, max(0, line.shown)
        if line.stuck or wish == shown:
            return None
        self.sent += 1
        write = Write(wish, line.shown, str(self.sent))
        line.exposure, _ = promises.send(line.exposure, self._promised(channel, write))
        return write  # the plan stays: its numbers were made together, and an answer makes a new one

    def _promised(self, channel: int, write: Write) -> promises.Write:
        """A number below zero (sold while the shop lagged behind) promises as much as zero."""
        guard = GUARDS.get(self.seller.writes[channel], Guard.ABSOLUTE)
        return promises.Write(key=write.key, old=max(0, write.believed), new=write.want, guard=guard)

    # What may be shown.

    def _offers(self, now: float) -> tuple[Offer, ...]:
        while self.recent and self.recent[0][0] <= now - RECENT_S:
            self.pieces -= self.recent.popleft()[1]
            self.plan = None
        if self.plan is None:
            supply, places = self._supply(), [self._place(channel) for channel in CHANNELS]
            decision = decide(supply, places)
            self.mode = decision.mode
            self.plan = offers(supply, places, decision)
        return self.plan

    def _supply(self) -> Supply:
        return Supply(
            on_hand=self.product.stock,
            committed=self.committed,
            choice=self.seller.choice,
            mode=self.mode,
            recent=self.pieces,
            rate_per_s=self.product.weekly / WEEK_S,
            size=self.seller.size,
            risk_limit=self.seller.risk_limit,
            away=Away() if self.sleepy else None,
        )

    def _place(self, channel: int) -> Place:
        line = self.lines[channel]
        return Place(
            listing=channel,
            name="ABC"[channel],
            shows=max(0, line.shown),
            bound=line.exposure.bound,
            rate_per_s=self.product.weekly / WEEK_S * SHARES[channel],
            window_s=self.seller.windows_s[channel],
            average_s=self.seller.averages_s[channel],
            held=HeldBack(base=self.seller.held),
            fixed_quota=channel in self.seller.fixed,
            overwrites=self.seller.writes[channel] in ("blind", "etsy"),
        )

    # What became of writes and looks.

    def answered(self, now: float, channel: int, write: Write) -> None:
        line, way = self.lines[channel], self.seller.writes[channel]
        self.plan = None
        if write.refused:
            line.exposure, _ = promises.refuse(line.exposure, write.key)
            line.look_at = now
        elif way not in GUARDS:
            line.shown = write.want
            line.exposure = promises.confirm(line.exposure, write.key)
            line.look_at = now + self.seller.lag_s[channel]  # its orders must be read before it has come to rest
        else:
            self._moved(now, line, way, write)
            if way != "woo" and not self.seller.lag_s[channel]:
                self.settled(now, channel, write)

    def _moved(self, now: float, line: Line, way: str, write: Write) -> None:
        line.shown += write.step if way == "woo" else write.moved
        if way == "woo":  # a sale beside the write may have been wiped out: only a look can tell
            line.look_at = now + LOOK_AGAIN_S
        elif write.moved != write.step and self.seller.looks:
            line.look_at = now
        elif write.moved != write.step:
            line.stuck = True

    def settled(self, now: float, channel: int, write: Write) -> None:
        line, way = self.lines[channel], self.seller.writes[channel]
        if way not in ("delta", "cas") or line.exposure.find(write.key) is None:
            return  # the other ways are settled by a look; a lag that is not known was not waited for
        effective = -write.moved - write.sold_late
        line.exposure = promises.confirm(line.exposure, write.key, effective=effective if write.step < 0 else None)
        line.exposure, _ = promises.settle(line.exposure, write.key)
        self.plan = None

    def looked(self, now: float, channel: int, look: Look) -> None:
        line = self.lines[channel]
        line.exposure, _ = promises.adopt(line.exposure, max(0, look.seen), sold=look.since)
        line.shown = look.seen - look.since
        line.stuck = False
        self.plan = None

    # The computer, and the alarm clock.

    def leaving(self, now: float) -> None:
        self.sleepy, self.plan = True, None

    def back(self, now: float) -> None:
        self.sleepy, self.plan = False, None

    def wake_at(self) -> float:
        """A rush that falls off is no news, and yet the pieces could be shared again."""
        again = self.recent[0][0] + RECENT_S if self.recent and self.seller.again and self.mode is Mode.SPLIT else inf
        return min(again, *(line.look_at for line in self.lines))

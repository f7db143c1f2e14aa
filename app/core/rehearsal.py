"""What a rehearsal is asked and what it found, as plain records. Times are seconds unless a name says otherwise.

Everything is kept as JSON beside its date; sentences stay templates, so that they are translated when shown.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.text import N_, Text

RATES = (10, 50, 100, 200)  # buyers an hour: the steps (R35)
BEST_TIMES = 5  # "as fast as my best day times five"
LASTS_S = 3600.0  # each step
DRAIN_S = 600.0  # afterwards nobody buys, and everything that was sold is heard of
FRESH_DAYS = 30  # a rehearsal, or a check, older than this says little (R35, R73)
IN_TIME_S = 60.0

HONEST = N_(
    "This tests Plimsoll and the limits that are known of each channel. It does not test your shop’s server,"
    " which may slow down under a rush of its own."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be rehearsed: steps of so many buyers an hour, each beginning with the stock of now.

    `best`: buyers an hour of the busiest hour of the best day, times five; None where nothing was sold yet.
    `held`: pieces held back everywhere beyond what is. `wanted`: products that all buyers want; none: as usual.
    """

    seed: int
    rates: tuple[int, ...] = RATES
    lasts_s: float = LASTS_S
    held: int = 0
    wanted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How long something took: half of it, nineteen of twenty, and the longest; `late` are those over a minute."""

    count: int = 0
    half_s: float = 0.0
    most_s: float = 0.0
    longest_s: float = 0.0
    late: int = 0

    @property
    def in_time(self) -> float | None:
        """Which share came within a minute; None where there is nothing to judge by."""
        return 1 - self.late / self.count if self.count else None


def spread(seconds: Sequence[float | None]) -> Spread:
    """Percentiles of what was measured, by the nearest rank; what never came (None) is late, and counted at infinity.

    So a percentile that falls on what never came says the longest that came.
    """
    came = sorted(one for one in seconds if one is not None)
    if not seconds:
        return Spread()
    late = sum(1 for one in seconds if one is None or one > IN_TIME_S)
    if not came:
        return Spread(count=len(seconds), late=late)

    def at(share: float) -> float:
        return round(came[min(len(came), max(1, math.ceil(share * len(seconds)))) - 1], 2)

    return Spread(count=len(seconds), half_s=at(0.5), most_s=at(0.95), longest_s=round(came[-1], 2), late=late)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFound:
    """How one channel did in a step. `heard`: from a sale there to our knowing; `told`: from that to its confirming.

    `used` and `limit` are of the channel's own unit, at the worst moment; 0 where it tells none. `waits`: how often it
    asked us to wait.
    """

    name: str
    letter: str
    orders: int
    heard: Spread
    told: Spread
    calls: int
    waits: int
    used: int = 0
    limit: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of an oversell's timeline: seconds since the step began, what, where, how many pieces."""

    at_s: float
    what: str  # sold, heard, told, over
    place: str
    pieces: int
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversold:
    """One product that was promised more often than it is there: how it came, why, and what would have prevented it.

    `prevented` are (change, pieces) of `diagnosis_replay.Change`.
    """

    sku: str
    title: str
    pieces: int
    cause: str = ""
    why: tuple[Text, ...] = ()
    prevented: tuple[tuple[str, int], ...] = ()
    timeline: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One pace. `turned_away` found it sold out. `unheard`: orders that Plimsoll did not know of in the end."""

    rate: int
    buyers: int
    orders: int
    pieces: int
    turned_away: int
    unheard: int
    shops: tuple[ShopFound, ...]
    oversold: tuple[Oversold, ...] = ()

    @property
    def pieces_over(self) -> int:
        """Pieces that would have been sold twice."""
        return sum(one.pieces for one in self.oversold)

    @property
    def told(self) -> Spread:
        """The slowest channel's confirming."""
        return max((one.told for one in self.shops), key=lambda one: one.most_s, default=Spread())

    @property
    def heard(self) -> Spread:
        """The slowest channel's hearing."""
        return max((one.heard for one in self.shops), key=lambda one: one.most_s, default=Spread())


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What the simulated channels were made from: measured answers and webhooks, and what is only assumed."""

    shop: str
    answers: int  # calls whose length was measured; 0: the usual ones are taken
    hooks: int  # measured webhooks; 0: the usual lag is taken
    by_hook: bool  # does it tell by webhook? Else its orders are read now and then
    limit: int = 0  # its allowance, as it told; 0: it told none


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One rehearsal. `left_out`: listings that were not played, because very many sell less."""

    began_at: datetime
    plan: Plan
    products: int
    listings: int
    left_out: int
    assumed: tuple[Assumed, ...]
    steps: tuple[Step, ...]
    took_s: float = 0.0  # of real time

    @property
    def pieces_over(self) -> int:
        """The worst step's."""
        return max((step.pieces_over for step in self.steps), default=0)

    @property
    def fastest(self) -> Step | None:
        """The step with most buyers."""
        return max(self.steps, key=lambda step: step.rate, default=None)

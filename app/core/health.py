"""How well a shop is being told: behind by, confirmed in time, and what calls and silence say. Pure sums.

Times are seconds where they are lengths. A number that was never confirmed has no length: None.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from app.core.records import dataclass

IN_TIME_S = 60.0
GOAL = 0.95  # of the updates are confirmed in time
LAST_CALLS = 50
FAILED_MOST = 0.05  # of the last calls; more is an alarm
SILENT_INTERVALS = 3
LEAST_SILENCE = timedelta(seconds=60)  # a shop that is polled every 15 s may be slow for once
QUANTILES = (0.5, 0.95, 0.99)
EDGES_S = (1.0, 5.0, 15.0, 60.0, 300.0, 1200.0)  # of the histogram
SPARK_SPAN = timedelta(hours=24)
SPARK_POINTS = 24
NEVER_S = 1200.0  # how a number that was never confirmed is drawn

NOTHING_OWED = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """How far a shop is behind: the oldest number it has not confirmed, and how long its orders were not heard of.

    `unheard` None: its orders have never been read to the end.
    """

    unconfirmed: timedelta = NOTHING_OWED
    unheard: timedelta | None = None
    patience: timedelta = LEAST_SILENCE

    @property
    def age(self) -> timedelta:
        """The larger of the two: somebody may have bought what we do not know of, or see what is gone."""
        return max(self.unconfirmed, self.unheard or NOTHING_OWED)

    @property
    def late(self) -> bool:
        """Is it more than the seller should put up with? Between two polls orders are always a little behind."""
        slow = self.unconfirmed > timedelta(seconds=IN_TIME_S)
        return slow or (self.unheard is not None and self.unheard > self.patience)

    @property
    def by_orders(self) -> bool:
        """Is it the orders that are behind, more than the numbers?"""
        return self.unheard is not None and self.unheard > self.unconfirmed


def behind(
    *, waiting_since: datetime | None, heard_at: datetime | None, poll_s: float, now: datetime, owed: bool = True
) -> Behind:
    """How far a shop is behind.

    `heard_at` is when the newest complete order poll began, or the newest proof by the relay that nothing was missed.
    `owed` False: nothing is sent to it, so it has nothing to confirm.
    """
    zero = NOTHING_OWED
    waits = max(zero, now - waiting_since) if waiting_since is not None and owed else zero
    return Behind(
        unconfirmed=waits,
        unheard=max(zero, now - heard_at) if heard_at is not None else None,
        patience=patience(poll_s),
    )


def patience(poll_s: float) -> timedelta:
    """How long a shop may be silent: three polls, and never under a minute."""
    return max(LEAST_SILENCE, SILENT_INTERVALS * timedelta(seconds=poll_s))


# ------------------------------------------------------------------------------------------------ confirmed in time


@dataclass(frozen=True, slots=True, kw_only=True)
class InTime:
    """Of the numbers sent, how many were confirmed in time. What still waits for longer than that counts as late."""

    in_time: int = 0
    late: int = 0
    never: int = 0  # refused or given up
    waiting: int = 0  # still not confirmed, and late already

    @property
    def all(self) -> int:
        """What is counted."""
        return self.in_time + self.late + self.never + self.waiting

    @property
    def share(self) -> float | None:
        """The part confirmed in time; None while nothing was sent."""
        return self.in_time / self.all if self.all else None

    @property
    def missed(self) -> bool:
        """Is it under the goal?"""
        return self.share is not None and self.share < GOAL


def in_time(samples: Sequence[float | None], waiting_s: Sequence[float] = ()) -> InTime:
    """Count what was confirmed within a minute. `waiting_s`: ages of the numbers that wait now."""
    good = sum(1 for sample in samples if sample is not None and sample < IN_TIME_S)
    never = sum(1 for sample in samples if sample is None)
    late = len(samples) - good - never
    waiting = sum(1 for age in waiting_s if age >= IN_TIME_S)
    return InTime(in_time=good, late=late, never=never, waiting=waiting)


def quantile(samples: Sequence[float | None], share: float) -> float | None:
    """The length that this share of the samples stayed within (nearest rank); None where they were never confirmed."""
    if not samples:
        return None
    ranked = sorted(samples, key=lambda sample: (sample is None, sample or 0.0))
    return ranked[max(1, ceil(share * len(ranked))) - 1]


def histogram(samples: Sequence[float | None]) -> tuple[int, ...]:
    """How many samples lie under each edge, over the last one, and how many were never confirmed."""
    counts = [0] * (len(EDGES_S) + 2)
    for sample in samples:
        place = len(EDGES_S) + 1 if sample is None else sum(1 for edge in EDGES_S if sample >= edge)
        counts[place] += 1
    return tuple(counts)


def spark(samples: Sequence[tuple[datetime, float | None]], *, now: datetime) -> tuple[float | None, ...]:
    """The slowest confirmation in each hour of the last day, oldest first; None where nothing was sent."""
    worst: list[float | None] = [None] * SPARK_POINTS
    began_at = now - SPARK_SPAN
    for at, seconds in samples:
        place = int((at - began_at) / SPARK_SPAN * SPARK_POINTS)
        if 0 <= place < SPARK_POINTS or at == now:
            place = min(place, SPARK_POINTS - 1)
            found = NEVER_S if seconds is None else seconds
            worst[place] = max(worst[place] or 0.0, found)
    return tuple(worst)


# ------------------------------------------------------------------------------------------------ who told us first


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardBy:
    """Who told us first of an order: the channel's webhook, our own asking, or the seller."""

    webhook: int = 0
    poll: int = 0
    seller: int = 0

    @property
    def share(self) -> float | None:
        """The part first heard by webhook; None where neither told us of any."""
        told = self.webhook + self.poll
        return self.webhook / told if told else None


def heard_by(names: Sequence[str]) -> HeardBy:
    """Count them."""
    counts = Counter(names)
    return HeardBy(webhook=counts["webhook"], poll=counts["poll"], seller=counts["seller"])


# ------------------------------------------------------------------------------------------------ calls and silence


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """How the last calls went. `good_calls`: after so many that go well, the alarm ends."""

    failed: int = 0
    calls: int = 0
    good_calls: int = 0

    @property
    def alarming(self) -> bool:
        """Have more than 5 % of the last fifty failed?"""
        return self.failed > allowed_failures()


def allowed_failures() -> int:
    """So many of the last fifty calls may fail."""
    return int(FAILED_MOST * LAST_CALLS)


def failures(went_well: Sequence[bool]) -> Failures:
    """Judge a shop's last calls, newest first. Of fewer than fifty calls the same number is alarming."""
    last = went_well[:LAST_CALLS]
    places = [place for place, good in enumerate(last) if not good]
    spare = allowed_failures()
    # The failure that is one too many must have slid out of the last fifty.
    needed = LAST_CALLS - places[spare] if len(places) > spare else 0
    return Failures(failed=len(places), calls=len(last), good_calls=needed)


def silent_for(
    *, success_at: datetime | None, listening_since: datetime, poll_s: float, now: datetime
) -> timedelta | None:
    """How long a shop has been silent, when that is too long; None when it is not.

    While nobody listened (the program was closed, the computer slept) no silence counts.
    """
    since = listening_since if success_at is None else max(success_at, listening_since)
    silence = now - since
    return silence if silence > patience(poll_s) else None

"""The cancellation budget: what a channel's limit allows, how much of it is used, and when it comes back.

Formula: `left` is the largest n for which the rule still holds for (counted + n) over the orders in the window. Shares
are compared exactly: 1 of 40 is 2.5 %, and not below it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from app.core.text import Text


class Op(StrEnum):
    """What the limit asks of the rate."""

    BELOW = "<"
    AT_MOST = "<="
    AT_LEAST = ">="
    ABOVE = ">"


class Counts(StrEnum):
    """Where the numerator comes from."""

    CANCELLED = "cancelled"  # our orders: those that ended with nothing sent
    LATE = "late"  # our orders: those sent after the days that the seller has for it
    TYPED = "typed"  # only the channel knows: the seller types what it shows


class Trust(StrEnum):
    """How a limit is known."""

    PAGE = "page"  # read on the channel's page
    THIRD = "third"  # another party says so
    RECALLED = "recalled"  # not seen on a page
    CLAIMED = "claimed"  # widespread, and not confirmed by the channel
    OWN = "own"  # the seller's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The time over which orders are counted: so many days, or so many months of the calendar.

    `else_months` holds where fewer than `if_at_least` orders fall into the months (eBay). Neither: nobody knows.
    """

    days: int | None = None
    months: int | None = None
    if_at_least: int = 0
    else_months: int | None = None

    @property
    def known(self) -> bool:
        """Is it known at all?"""
        return self.days is not None or self.months is not None

    def began_at(self, now: datetime, *, longer: bool = False) -> datetime:
        """Since when orders count. `longer`: the longer window that holds where there are few orders."""
        if self.days is not None:
            return now - timedelta(days=self.days)
        return months_before(now, (self.else_months if longer else None) or self.months or 12)

    def ends_at(self, placed_at: datetime, *, longer: bool = False) -> datetime:
        """When an order placed then is no longer counted."""
        if self.days is not None:
            return placed_at + timedelta(days=self.days)
        return months_before(placed_at, -((self.else_months if longer else None) or self.months or 12))


def months_before(at: datetime, months: int) -> datetime:
    """The same day so many months earlier (later where negative); the last of a month that is shorter."""
    place = at.year * 12 + at.month - 1 - months
    year, month = divmod(place, 12)
    after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return at.replace(year=year, month=month + 1, day=min(at.day, (after - timedelta(days=1)).day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Few:
    """With fewer than so many orders a number counts instead of a share."""

    orders: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit of a channel. `least`: fewer than so many never break it. `share` is a part of one."""

    key: str
    title: Text
    share: Fraction
    op: Op
    window: Window
    counts: Counts
    least: int = 0
    few: Few | None = None
    source: str = ""
    link: str = ""
    trust: Trust = Trust.PAGE
    checked_on: date | None = None
    what: Text | None = None  # what counts
    otherwise: Text | None = None  # what happens over it

    @property
    def is_budget(self) -> bool:
        """Does it allow so many bad orders? The others ask for a share of good ones."""
        return self.op in (Op.BELOW, Op.AT_MOST)

    def allowed(self, orders: int) -> int:
        """The most bad orders that keep the rule, of so many orders. Never below 0: nothing cannot break it."""
        if self.few is not None and orders < self.few.orders:
            return self.few.most
        bound = self.share * orders
        most = ceil(bound) - 1 if self.op is Op.BELOW else floor(bound)
        return max(most, self.least - 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An order that counts against the seller. `excused`: the seller said that it does not."""

    id: int
    number: str
    placed_at: datetime
    excused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A limit and what the orders in its window make of it.

    `would`: bad orders that decisions now open would add. `began_at` None: the window is not known.
    """

    limit: Limit
    orders: int
    counted: int
    would: int = 0
    began_at: datetime | None = field(default=None, compare=False)  # it moves with the clock
    ages_out_at: datetime | None = None
    listed: tuple[Counted, ...] = field(default=())

    @property
    def allowed(self) -> int:
        """How many the limit allows in all."""
        return self.limit.allowed(self.orders)

    @property
    def left(self) -> int:
        """How many more it allows: 0 when it is used up, or broken already."""
        return max(0, self.allowed - self.counted)

    @property
    def broken(self) -> bool:
        """Is the limit passed?"""
        return self.counted > self.allowed

    @property
    def rate(self) -> float:
        """The rate now, a part of one; 0 without orders."""
        return self.counted / self.orders if self.orders else 0.0

    def rate_with(self, more: int) -> float:
        """The rate if so many more were cancelled now. They are orders of the window already."""
        return (self.counted + more) / max(1, self.orders)


def budget(
    limit: Limit, bad: Sequence[Counted], *, orders_since: Callable[[datetime], int], now: datetime, would: int = 0
) -> Budget:
    """What a limit allows. `bad` are the orders that may count; `orders_since` says how many orders there were since a
    moment.
    """
    window, longer = limit.window, False
    if not window.known:
        return Budget(limit=limit, orders=0, counted=0, would=would)
    began_at = window.began_at(now)
    orders = orders_since(began_at)
    if window.else_months is not None and orders < window.if_at_least:
        longer, began_at = True, window.began_at(now, longer=True)
        orders = orders_since(began_at)
    inside = sorted((one for one in bad if one.placed_at > began_at), key=lambda one: one.placed_at, reverse=True)
    counted = [one for one in inside if not one.excused]
    return Budget(
        limit=limit,
        orders=orders,
        counted=len(counted),
        would=would,
        began_at=began_at,
        ages_out_at=window.ends_at(counted[-1].placed_at, longer=longer) if counted else None,
        listed=tuple(inside),
    )


def typed_budget(limit: Limit, *, orders: int, counted: int, now: datetime) -> Budget:
    """The same where only the channel knows what counted, and the seller typed it."""
    began_at = limit.window.began_at(now) if limit.window.known else None
    return Budget(limit=limit, orders=orders, counted=counted, began_at=began_at)


def own(limit: Limit, *, share: Fraction, days: int | None, checked_on: date | None) -> Limit:
    """The limit as the seller changed it. `days` None leaves the window as it is."""
    window = limit.window if days is None else Window(days=days)
    return replace(limit, share=share, window=window, checked_on=checked_on, trust=Trust.OWN)

"""What is done so that an oversell does not come again, and how Plimsoll checks by itself that it held."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.text import N_, NN_, Text

HOLD_DAYS, HOLD_ORDERS = 30, 20  # R124: the usual check
DAYS_MAX, ORDERS_MAX = 365, 10_000
REPEATS_WITHIN = timedelta(days=90)  # R125: once is operations, twice is the system
IN_TIME_S = 60.0  # R28: a number is confirmed within a minute
READ_WITHIN = timedelta(days=2)  # who looked away for longer cannot say that nothing was wrong


class Act(StrEnum):
    """What may be changed from inside an incident. Each is a dated setting, or a dated row of its own."""

    HELD_BACK = "held_back"
    LEVELS = "levels"  # floor and reorder at
    EXTRA = "extra"  # held back in one shop on top
    ALERT = "alert"  # warn of each refused or late update
    PRIORITY = "priority"  # which shop has the better claim to the last pieces
    ACCESS = "access"  # who else may write stock there
    COUNT = "count"


class Rule(StrEnum):
    """What must not happen while a check runs."""

    DRIFT = "drift"  # no number was changed from outside, no count was apart, nothing was oversold
    OVERSELL = "oversell"
    LATE = "late"  # and every number was confirmed in time


class State(StrEnum):
    """How a check stands."""

    RUNNING = "running"
    HELD = "held"
    BROKEN = "broken"
    STOPPED = "stopped"  # by the seller


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule that has to hold for so many days, or for so many orders, whichever comes first. `orders` None: days."""

    rule: Rule
    begun_at: datetime
    days: int = HOLD_DAYS
    orders: int | None = HOLD_ORDERS

    @property
    def ends_at(self) -> datetime:
        """When its days are over."""
        return self.begun_at + timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen since a check began. `wrong`: the first thing against its rule. `unread`: shops not read lately."""

    orders: int = 0
    wrong: Text | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a check stands, in a sentence."""

    state: State
    note: Text


def judge(check: Check, seen: Seen, *, now: datetime) -> Verdict:
    """Did it hold? One thing against the rule ends it; without a look at the shops it goes on."""
    if seen.wrong is not None:
        return Verdict(State.BROKEN, seen.wrong)
    sold = check.orders is not None and seen.orders >= check.orders
    if not sold and now < check.ends_at:
        return Verdict(State.RUNNING, _so_far(check, seen, now))
    if seen.unread:
        words = N_("{shop} was not read for two days. The check ends once it is.", shop=", ".join(seen.unread))
        return Verdict(State.RUNNING, words)
    days = max(0, (now - check.begun_at).days)
    words = NN_("It held: {days} days, {n} order.", "It held: {days} days, {n} orders.", seen.orders, days=days)
    return Verdict(State.HELD, words)


def _so_far(check: Check, seen: Seen, now: datetime) -> Text:
    days = max(0, (now - check.begun_at).days)
    if check.orders is None:
        return N_("Day {day} of {days}. Nothing against it so far.", day=days, days=check.days)
    return N_(
        "Day {day} of {days}, order {order} of {orders}. Nothing against it so far.",
        day=days,
        days=check.days,
        order=seen.orders,
        orders=check.orders,
    )


def apart(expected: int, difference: int) -> bool:
    """Is a difference drift? R88: more than one piece, or any where two or fewer are expected."""
    return abs(difference) > 1 or (difference != 0 and expected <= 2)


def possible(days: int | None, orders: int | None) -> Text | None:
    """Why a check of so many days or orders cannot be set; None when it can."""
    if days is None or not 1 <= days <= DAYS_MAX:
        return N_("Type days from 1 to {most}.", most=DAYS_MAX)
    if orders is not None and not 1 <= orders <= ORDERS_MAX:
        return N_("Type orders from 1 up, or leave the field empty.")
    return None

"""When an incident is over: the four ticks (R26), the three kinds of harm (R13), its severity, and its costs (R24)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from app.core.fixing import State, Verdict
from app.core.text import N_, NN_, Text

MANY_ORDERS = 10
DONE = "done"


class Tick(StrEnum):
    """What has to be settled."""

    MONEY = "money"
    CUSTOMERS = "customers"
    LIMIT = "limit"
    FIX = "fix"


class How(StrEnum):
    """How a tick was made."""

    OPEN = "open"
    RECORDS = "records"  # the records show it
    SELLER = "seller"  # the seller says so
    NOT_NEEDED = "not_needed"


class Ending(StrEnum):
    """How it ended for one order."""

    OPEN = "open"
    SERVED = "served"  # it gets its pieces, or others that its buyer accepted
    OWED = "owed"  # money goes back, and it is not confirmed yet
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """One order that went over. `cancelled`: it ended with nothing sent, which its channel may count."""

    order: int
    ending: Ending = Ending.OPEN
    written: bool = False
    answered: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """A channel's limit on cancellations. `left` None: it is not known."""

    shop: str
    counted: int = 0
    left: int | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the end is judged by. `said`: the seller's own ticks, "done" or why one does not apply."""

    short: int
    buyers: Sequence[Buyer] = ()
    limits: Sequence[Allowed] = ()
    check: Verdict | None = None
    said: Mapping[Tick, str] = field(default_factory=dict)
    reviews: int = 0  # looks for a review that are still to come
    bad_reviews: int = 0
    limited: bool = False
    repeats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """How one tick stands, and why. `by_hand`: the seller may make it."""

    tick: Tick
    how: How
    note: Text
    by_hand: bool = True

    @property
    def done(self) -> bool:
        """Is it settled?"""
        return self.how is not How.OPEN


def ticks(facts: Facts) -> tuple[Ticked, ...]:
    """All four."""
    return tuple(_said(facts, one) for one in (_money(facts), _customers(facts), _limit(facts), _fix(facts)))


def _said(facts: Facts, one: Ticked) -> Ticked:
    """What the records leave open the seller may tick, or say why it does not apply."""
    word = facts.said.get(one.tick, "")
    if one.done or not word or (word == DONE and not one.by_hand):
        return one
    if word == DONE:
        return Ticked(tick=one.tick, how=How.SELLER, note=N_("Ticked by you"))
    return Ticked(tick=one.tick, how=How.NOT_NEEDED, note=N_("{reason}", reason=word))


def _money(facts: Facts) -> Ticked:
    owed = sum(one.ending is Ending.OWED for one in facts.buyers)
    unsettled = sum(one.ending is Ending.OPEN for one in facts.buyers)
    refunded = sum(one.ending is Ending.REFUNDED for one in facts.buyers)
    if owed:
        words = NN_("{n} refund is not confirmed yet", "{n} refunds are not confirmed yet", owed)
        return Ticked(tick=Tick.MONEY, how=How.OPEN, note=words)
    if unsettled:
        words = NN_("{n} order is not settled yet", "{n} orders are not settled yet", unsettled)
        return Ticked(tick=Tick.MONEY, how=How.OPEN, note=words)
    if refunded:
        words = NN_("{n} order was refunded or cancelled", "{n} orders were refunded or cancelled", refunded)
        return Ticked(tick=Tick.MONEY, how=How.RECORDS, note=words)
    words = N_("Every order gets its pieces, and nobody is owed money")
    return Ticked(tick=Tick.MONEY, how=How.NOT_NEEDED, note=words)


def _customers(facts: Facts) -> Ticked:
    let_down = [one for one in facts.buyers if one.ending is not Ending.SERVED or one.written]
    unwritten = sum(not one.written for one in let_down)
    silent = sum(not one.answered and one.ending is Ending.OPEN for one in let_down)
    if not let_down:
        words = N_("Everybody gets what was ordered")
        return Ticked(tick=Tick.CUSTOMERS, how=How.NOT_NEEDED, note=words)
    if unwritten:
        words = NN_("{n} customer was not written to", "{n} customers were not written to", unwritten)
        return Ticked(tick=Tick.CUSTOMERS, how=How.OPEN, note=words)
    if silent:
        words = NN_("{n} customer has not answered yet", "{n} customers have not answered yet", silent)
        return Ticked(tick=Tick.CUSTOMERS, how=How.OPEN, note=words)
    return Ticked(tick=Tick.CUSTOMERS, how=How.RECORDS, note=N_("Everybody was written to, and it is settled with all"))


def _unsettled(facts: Facts) -> bool:
    return any(one.ending in (Ending.OPEN, Ending.OWED) for one in facts.buyers)


def _limit(facts: Facts) -> Ticked:
    cancelled = sum(one.cancelled for one in facts.buyers)
    if not cancelled and _unsettled(facts):
        words = N_("Not known yet: no order was cancelled so far")
        return Ticked(tick=Tick.LIMIT, how=How.OPEN, note=words)
    if not cancelled:
        words = N_("No order was cancelled, so no channel counts one")
        return Ticked(tick=Tick.LIMIT, how=How.NOT_NEEDED, note=words)
    words = NN_(
        "{n} order was cancelled: look at what its channel counts",
        "{n} orders were cancelled: look at what their channels count",
        cancelled,
    )
    return Ticked(tick=Tick.LIMIT, how=How.OPEN, note=words)


def _fix(facts: Facts) -> Ticked:
    if facts.check is None or facts.check.state is State.STOPPED:
        words = N_("No check is set: choose one, and Plimsoll looks by itself")
        return Ticked(tick=Tick.FIX, how=How.OPEN, note=words, by_hand=False)
    how = How.RECORDS if facts.check.state is State.HELD else How.OPEN
    return Ticked(tick=Tick.FIX, how=how, note=facts.check.note, by_hand=False)


def covered_after_all(facts: Facts) -> bool:
    """Is nothing short any more, and was nobody let down? Then there is nothing to settle."""
    return facts.short == 0 and not any(one.ending in (Ending.OWED, Ending.REFUNDED) for one in facts.buyers)


def obstacle(facts: Facts) -> Text | None:
    """Why it cannot be closed yet; None when it can."""
    if facts.short:
        return NN_("{n} piece is still short", "{n} pieces are still short", facts.short)
    if covered_after_all(facts):
        return None
    missing = sum(not one.done for one in ticks(facts))
    return NN_("{n} tick is still missing", "{n} ticks are still missing", missing) if missing else None


def quiet(facts: Facts) -> bool:
    """Is there nothing to do but to wait for its check? Such an incident stays open without asking for anything."""
    waits = facts.check is not None and facts.check.state is State.RUNNING
    return waits and facts.short == 0 and all(one.done for one in ticks(facts) if one.tick is not Tick.FIX)


class Harm(StrEnum):
    """The three time scales of harm: at once, for weeks, for months."""

    PLATFORM = "platform"
    CUSTOMER = "customer"
    BRAND = "brand"


class Level(StrEnum):
    """How one kind of harm stands."""

    OPEN = "open"
    HURT = "hurt"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Hurt:
    """One kind of harm, how it stands, and why."""

    harm: Harm
    level: Level
    note: Text


def harms(facts: Facts) -> tuple[Hurt, ...]:
    """All three, each with a state of its own."""
    return (_platform(facts), _customer(facts), _brand(facts))


def _platform(facts: Facts) -> Hurt:
    limit = next(one for one in ticks(facts) if one.tick is Tick.LIMIT)
    if not any(one.cancelled for one in facts.buyers):
        level = Level.OPEN if _unsettled(facts) else Level.SETTLED
        return Hurt(Harm.PLATFORM, level, N_("No order was cancelled so far"))
    broken = [one for one in facts.limits if one.broken]
    if broken:
        words = N_("{shop} counts {counted}, more than its limit", shop=broken[0].shop, counted=broken[0].counted)
        return Hurt(Harm.PLATFORM, Level.HURT, words)
    level = Level.SETTLED if limit.done else Level.OPEN
    known = [one for one in facts.limits if one.left is not None]
    if known:
        words = N_(
            "{shop} counts {counted}, {left} left", shop=known[0].shop, counted=known[0].counted, left=known[0].left
        )
        return Hurt(Harm.PLATFORM, level, words)
    return Hurt(Harm.PLATFORM, level, N_("No limit is known for what was cancelled"))


def _customer(facts: Facts) -> Hurt:
    found = next(one for one in ticks(facts) if one.tick is Tick.CUSTOMERS)
    return Hurt(Harm.CUSTOMER, Level.SETTLED if found.done else Level.OPEN, found.note)


def _brand(facts: Facts) -> Hurt:
    if facts.bad_reviews:
        words = NN_("{n} bad review was found", "{n} bad reviews were found", facts.bad_reviews)
        return Hurt(Harm.BRAND, Level.HURT, words)
    if facts.reviews:
        words = NN_("{n} look for a review is still to come", "{n} looks for a review are still to come", facts.reviews)
        return Hurt(Harm.BRAND, Level.OPEN, words)
    if any(one.ending is not Ending.SERVED and not one.written for one in facts.buyers):
        return Hurt(Harm.BRAND, Level.OPEN, N_("Looks for a review follow your messages"))
    return Hurt(Harm.BRAND, Level.SETTLED, N_("No bad review was found"))


class Tag(StrEnum):
    """What came with it, so that clusters show (R129). A limited edition or a small community raises the severity."""

    VIRAL = "viral"
    HOLIDAY = "holiday"
    MAIL = "mail"
    LIMITED = "limited"


class Severity(IntEnum):
    """How bad it is."""

    ORDINARY = 0
    SERIOUS = 1
    GRAVE = 2


def severity(facts: Facts) -> Severity:
    """One step up for each: a limited edition or community, a repetition, a broken limit, many orders."""
    broken = any(one.broken for one in facts.limits)
    steps = sum((facts.limited, facts.repeats > 0, broken, len(facts.buyers) >= MANY_ORDERS))
    return Severity(min(steps, Severity.GRAVE))


class Cost(StrEnum):
    """The five costs; the direct one in its two parts."""

    REFUNDS = "refunds"
    FEES = "fees"
    ADVERTISING = "advertising"
    TIME = "time"
    PLATFORM = "platform"
    REPUTATION = "reputation"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One cost in minor units. `typed` is the seller's and stands before `known`; both None: not estimated."""

    cost: Cost
    known: int | None = None
    typed: int | None = None

    @property
    def minor(self) -> int | None:
        """What counts."""
        return self.known if self.typed is None else self.typed


def time_cost(seconds: int, hour_minor: int | None) -> int | None:
    """What the seller's time cost, by what an hour is worth; None where that is not known."""
    return None if hour_minor is None else round(seconds * hour_minor / 3600)


def total(lines: Sequence[CostLine]) -> int | None:
    """What is known of it; None where nothing is."""
    known = [one.minor for one in lines if one.minor is not None]
    return sum(known) if known else None

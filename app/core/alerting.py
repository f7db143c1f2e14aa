"""Alerts: what is checked, by which rule, how a check came out, and when the seller hears of it. Pure.

Every check says what it looked at, so that "why did it not warn me?" has an answer. Quantities are pieces, rates pieces
a day. Rules: R88, R95 to R97, R100, R101 of ../shared/product/requirements.md.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

from app.core import alert_words
from app.core.drift import is_flagged
from app.core.offer import Reach
from app.core.records import dataclass
from app.core.text import Text


class Kind(StrEnum):
    """What an alert is about, most serious first."""

    NEGATIVE = "negative"  # more is promised than is there
    CONTACT = "contact"  # somebody who waits for pieces that are not there was not written to yet
    CRITICAL = "critical"  # at the floor, or under it
    FAILING = "failing"  # a shop: too many of the last calls failed, or it wants a new sign-in
    SILENT = "silent"  # a shop: nothing succeeded for three intervals
    UNSENT = "unsent"  # a shop: a number waits for too long
    WATCHED = "watched"  # a product in a shop: its update was refused or is late, and the seller watches it
    DRIFT = "drift"  # a product in a shop: somebody else changed its number
    ZERO = "zero"  # it will have run out before a delivery comes
    KEYS_END = "keys_end"  # a shop: its sign-in ends soon
    REORDER = "reorder"


OF_PRODUCTS = (Kind.NEGATIVE, Kind.CRITICAL, Kind.ZERO, Kind.REORDER)
OF_SHOPS = (Kind.FAILING, Kind.SILENT, Kind.UNSENT, Kind.KEYS_END)
PRESSING = frozenset({Kind.NEGATIVE, Kind.CONTACT})  # quiet hours never hold these, unless the seller says so
# A limit that the seller may change, and what it is without that. Zero: as long as a delivery takes.
LIMITS: Mapping[Kind, int | None] = {Kind.UNSENT: 10, Kind.ZERO: None}
LIMIT_MOST = 999
REST = timedelta(hours=4)  # an alert that comes and goes is told once in this time

ON, OFF = "on", "off"
Numbers = Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Whether an alert is on, with which limit, and how far the setting reaches that says so."""

    on: bool = True
    limit: int | None = None
    reach: Reach = Reach.EVERYWHERE


def rule_in_force(kind: Kind, chosen: Mapping[tuple[int, int], object], shop: int, product: int) -> Rule:
    """The most particular setting counts: of the product in the shop, the product, the shop, everywhere.

    `chosen` by (shop, product), 0 for all: "on", "off" or a limit. Without any, the alert is on.
    """
    scopes = (
        (Reach.LISTING, bool(shop and product), (shop, product)),
        (Reach.PRODUCT, bool(product), (0, product)),
        (Reach.SHOP, bool(shop), (shop, 0)),
        (Reach.EVERYWHERE, True, (0, 0)),
    )
    for reach, applies, scope in scopes:
        value = chosen.get(scope) if applies else None
        if value is not None:
            return Rule(on=value != OFF, limit=value if isinstance(value, int) else LIMITS.get(kind), reach=reach)
    return Rule(limit=LIMITS.get(kind))


# ------------------------------------------------------------------------------------------------ what is looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One check: is its condition met, by which numbers? `basis` are the rule's own among them.

    `again`: it is told anew whenever this number changes, as the contact clock's notices are.
    """

    kind: Kind
    met: bool
    numbers: Numbers
    basis: tuple[str, ...] = ()
    again: str = ""

    def same_rule(self, numbers: Numbers) -> bool:
        """Were these numbers of an earlier check judged by the same rule?"""
        return all(numbers.get(name) == self.numbers.get(name) for name in self.basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A product as the checks see it. `rate` None: it sells too little, or for too short a time, to say."""

    available: int
    floor: int | None = None
    reorder_at: int | None = None
    rate: float | None = None
    delivery_days: float = 7.0
    bundle: bool = False


def of_product(stand: Stand, zero: Rule) -> list[Found]:
    """The checks that apply to a product. A bundle is neither bought nor counted: only its own floor is looked at."""
    found = []
    if not stand.bundle:
        found.append(Found(kind=Kind.NEGATIVE, met=stand.available < 0, numbers={"available": stand.available}))
    if stand.floor is not None:
        numbers = {"available": stand.available, "floor": stand.floor}
        found.append(Found(kind=Kind.CRITICAL, met=stand.available <= stand.floor, numbers=numbers, basis=("floor",)))
    if not stand.bundle:
        found += [one for one in (_runs_out(stand, zero), _reorder(stand)) if one is not None]
    return found


def _runs_out(stand: Stand, rule: Rule) -> Found | None:
    """R100: at the present rate, will it have run out before a delivery that is ordered now would come?"""
    if not stand.rate:
        return None
    limit = float(rule.limit) if rule.limit is not None else stand.delivery_days
    left = max(0.0, stand.available / stand.rate)
    return Found(
        kind=Kind.ZERO,
        met=stand.available > 0 and left <= limit,
        numbers={
            "available": stand.available,
            "rate": round(stand.rate, 3),
            "days": int(left),
            "limit": round(limit, 1),
        },
        basis=("limit",),
    )


def _reorder(stand: Stand) -> Found | None:
    if stand.reorder_at is None:
        return None
    return Found(
        kind=Kind.REORDER,
        met=stand.available <= stand.reorder_at,
        numbers={"available": stand.available, "reorder": stand.reorder_at},
        basis=("reorder",),
    )


def drift(*, expected: int, seen: int) -> Found:
    """R88: a number that neither our writes nor the shop's orders explain."""
    return Found(
        kind=Kind.DRIFT, met=is_flagged(expected=expected, seen=seen), numbers={"expected": expected, "seen": seen}
    )


def watched(*, refused: bool, since: str) -> Found:
    """An update of a product that the seller watches: refused, or not confirmed within a minute. `since`: the moment of
    the change that it carries; each further one that does not get through is told of anew.
    """
    return Found(
        kind=Kind.WATCHED,
        met=True,
        numbers={"refused": int(refused), "since": f"{since}/{int(refused)}"},
        again="since",
    )


def got_through() -> Found:
    """No update of the product waits there, or nobody watches it any more."""
    return Found(kind=Kind.WATCHED, met=False, numbers={})


def no_drift() -> Found:
    """The shop shows what it should."""
    return Found(kind=Kind.DRIFT, met=False, numbers={})


def failing(*, failed: int, calls: int, alarming: bool, signed_out: bool) -> Found:
    """R33: more than 5 % of the last 50 calls failed, or the shop wants a new sign-in."""
    numbers = {"failed": failed, "calls": calls, "signed_out": int(signed_out)}
    return Found(kind=Kind.FAILING, met=alarming or signed_out, numbers=numbers)


def silent(length: timedelta | None) -> Found:
    """R33: nothing succeeded for three intervals. None: something did."""
    minutes = 0 if length is None else max(1, int(length.total_seconds()) // 60)
    return Found(kind=Kind.SILENT, met=length is not None, numbers={"minutes": minutes})


def unsent(*, oldest: timedelta | None, waiting: int, rule: Rule) -> Found:
    """A number of ours that its shop has not confirmed for too long. `oldest` None: nothing waits."""
    minutes = 0 if oldest is None else int(oldest.total_seconds()) // 60
    limit = rule.limit or LIMITS[Kind.UNSENT] or 0
    return Found(
        kind=Kind.UNSENT,
        met=oldest is not None and minutes >= limit,
        numbers={"minutes": minutes, "waiting": waiting, "limit": limit},
        basis=("limit",),
    )


def keys_end(at: datetime | None, *, now: datetime, warn: timedelta) -> Found:
    """A sign-in that its channel ends soon."""
    met = at is not None and at - now <= warn
    return Found(kind=Kind.KEYS_END, met=met, numbers={"date": f"{at:%Y-%m-%d}"} if at else {}, basis=("date",))


def contact(*, minutes: int | None, waiting: int) -> Found:
    """R114: so many minutes after discovery somebody still waits for a message. None: no notice is due."""
    numbers = {"minutes": minutes or 0, "waiting": waiting}
    return Found(kind=Kind.CONTACT, met=minutes is not None, numbers=numbers, again="minutes")


# ------------------------------------------------------------------------------------------------ how it came out


class Outcome(StrEnum):
    """How a check came out."""

    FIRED = "fired"
    SUPPRESSED = "suppressed"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The check of the same thing before this one. `told_at`: when the seller last heard of it."""

    outcome: Outcome
    numbers: Numbers
    because: Text | None = None
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a check came out, and because of what where it was suppressed. `rings`: the seller is to hear of it now."""

    outcome: Outcome
    because: Text | None = None
    rings: bool = False


def judge(
    found: Found, rule: Rule, *, before: Before | None, held: Text | None = None, louder: Kind | None = None
) -> Verdict:
    """The verdict on one check. `held`: why nothing is expected here now. `louder`: a worse alert fires with it.

    What rang already goes on standing while it is met; it is not rung again.
    """
    if not found.met:
        return Verdict(outcome=Outcome.NOT_MET)
    if not rule.on:
        return Verdict(outcome=Outcome.SUPPRESSED, because=alert_words.switched_off(rule.reach))
    if held is not None:
        return Verdict(outcome=Outcome.SUPPRESSED, because=held)
    stood = before is not None and before.outcome is Outcome.FIRED
    if stood and before is not None:
        anew = bool(found.again) and before.numbers.get(found.again) != found.numbers.get(found.again)
        return Verdict(outcome=Outcome.FIRED, rings=anew)
    if louder is not None:
        return Verdict(outcome=Outcome.SUPPRESSED, because=alert_words.said_louder(louder.value))
    return Verdict(outcome=Outcome.FIRED, rings=True)


def is_news(found: Found, verdict: Verdict, before: Before | None) -> bool:
    """Does the log get a row? Only where something changed: how it came out, why, or the rule that it was judged by."""
    if before is None:
        return verdict.outcome is not Outcome.NOT_MET
    same = (before.outcome, before.because) == (verdict.outcome, verdict.because) and found.same_rule(before.numbers)
    return verdict.rings or not same


# ------------------------------------------------------------------------------------------------ when it is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """When the seller wants to hear. `quiet` from and until, local time of day; `digest`: once a day at this time.

    `holds_pressing`: quiet hours hold an oversell and the contact clock too.
    """

    quiet: tuple[time, time] | None = None
    digest: time | None = None
    holds_pressing: bool = False


class How(StrEnum):
    """How the seller hears of an alert that rang."""

    NOW = "now"
    DIGEST = "digest"
    QUIET = "quiet"  # held by quiet hours
    RESTED = "rested"  # not again: it was told a short while ago


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """When the seller hears of an alert; of one that is not told again, when it was told."""

    at: datetime
    how: How


def telling(kind: Kind, pace: Pace, *, told_at: datetime | None, now: datetime, zone: tzinfo | None = None) -> Telling:
    """When the seller hears of an alert that rings now. `zone` None: this computer's own."""
    pressing = kind in PRESSING
    if not pressing and told_at is not None and now - told_at < REST:
        return Telling(at=told_at, how=How.RESTED)
    at, how = now, How.NOW
    if pace.digest is not None and not pressing:
        at, how = _next(pace.digest, now, zone), How.DIGEST
    if pace.quiet is not None and (pace.holds_pressing or not pressing):
        after = _after_quiet(pace.quiet, at, zone)
        if after != at:
            at, how = after, How.QUIET
    return Telling(at=at, how=how)


def _after_quiet(quiet: tuple[time, time], at: datetime, zone: tzinfo | None) -> datetime:
    begin, end = quiet
    here = at.astimezone(zone).time()
    inside = begin <= here < end if begin < end else here >= begin or here < end
    return _next(end, at, zone) if inside and begin != end else at


def _next(wanted: time, now: datetime, zone: tzinfo | None) -> datetime:
    """The next moment when clocks there show this time of day, in UTC's own order."""
    here = now.astimezone(zone)
    for days in (0, 1):
        naive = datetime.combine(here.date() + timedelta(days=days), wanted)
        at = naive.astimezone() if zone is None else naive.replace(tzinfo=zone)
        if at >= now:
            return at.astimezone(now.tzinfo)
    return now

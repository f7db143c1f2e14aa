"""What comes after a message to a customer: an answer that did not come, a promise that slipped, looks for a review.

Nothing here happens by itself: each is a to-do with a clock of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from app.core.choices import Offer, Offers

REVIEW_DAYS = (2, 7, 30)  # R23
_CLOCKS = {
    "refund": timedelta(hours=2), "fallback": timedelta(hours=4), "slipped": timedelta(days=1),
    "review": timedelta(days=2),
}  # fmt: skip


class Kind(StrEnum):
    """What is to be done."""

    REFUND = "refund"  # it was promised: pay it back now, whatever the cause was (R121)
    FALLBACK = "fallback"  # no answer came in time: do what was promised for that case
    SLIPPED = "slipped"  # the promised day passed: tell them, and offer a refund (R119)
    REVIEW = "review"  # look for a review


class Outcome(StrEnum):
    """How a look for a review ended; the others are only done."""

    DONE = "done"
    NONE = "none"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A delivery that somebody now confirms for a later day than a customer was promised, known since `at`."""

    on: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What is known of one customer of an incident. `waiting`: pieces still promised to the order. `moved`: the
    delivery that the promise rests on comes later.
    """

    order: int
    number: str
    shop: int
    url: str = ""
    sent_at: datetime | None = None
    offers: Offers | None = None
    answer: Offer | None = None
    answered_at: datetime | None = None
    reversing: bool = False  # a cancel or refund of it was asked for here
    waiting: int = 0
    moved: Moved | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing to do about a customer, since when and until when. `turn`, in days: which look for a review, or
    how much later than first promised the day is that passed.
    """

    kind: Kind
    order: int
    number: str
    shop: int
    since: datetime
    turn: int = 0
    url: str = ""

    @property
    def due_at(self) -> datetime:
        """Until when it should be done."""
        return self.since + _CLOCKS[self.kind.value]

    @property
    def key(self) -> tuple[int, Kind, int]:
        """What makes it the same thing."""
        return self.order, self.kind, self.turn


def todos(customers: Iterable[Followed], done: Iterable[tuple[int, Kind, int]], *, now: datetime) -> list[Todo]:
    """What is to be done now, the one that is due first before the others."""
    found = [one for one in _all(customers, set(done)) if one.since <= now]
    return sorted(found, key=lambda one: (one.due_at, one.order, one.turn))


def to_come(customers: Iterable[Followed], done: Iterable[tuple[int, Kind, int]]) -> int:
    """Looks for a review that were not made yet, whenever they are due."""
    return sum(one.kind is Kind.REVIEW for one in _all(customers, set(done)))


def _all(customers: Iterable[Followed], done: set[tuple[int, Kind, int]]) -> list[Todo]:
    return [one for customer in customers for one in _of(customer) if one.key not in done]


def _of(one: Followed) -> Sequence[Todo]:
    if one.sent_at is None:
        return ()
    found = [_todo(one, Kind.REVIEW, one.sent_at + timedelta(days=days), days) for days in REVIEW_DAYS]
    offers = one.offers
    if offers is None or not one.waiting:
        return found
    if (promised := _refund_promised(one, offers)) is not None:
        return [*found, _todo(one, Kind.REFUND, promised)]
    if one.answer is None and offers.by_when is not None:
        found.append(_todo(one, Kind.FALLBACK, offers.by_when))
    if one.answer is Offer.NEXT_BATCH and offers.confirmed is not None:
        found += _slips(one, offers.confirmed.on)
    return found


def _refund_promised(one: Followed, offers: Offers) -> datetime | None:
    """Since when money is owed: the customer chose it, or nothing else was offered."""
    if one.reversing or not one.waiting:
        return None
    if one.answer is Offer.REFUND:
        return one.answered_at or one.sent_at
    return one.sent_at if one.answer is None and offers.kinds == (Offer.REFUND,) else None


def _slips(one: Followed, promised: date) -> Sequence[Todo]:
    """The promise slips as soon as it is known that the delivery comes later; and again when that day passes too."""
    if one.moved is None:
        return [_todo(one, Kind.SLIPPED, _after(promised))]
    later = (one.moved.on - promised).days
    return [
        _todo(one, Kind.SLIPPED, min(one.moved.at, _after(promised))),
        _todo(one, Kind.SLIPPED, _after(one.moved.on), later),
    ]


def _after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=UTC)


def _todo(one: Followed, kind: Kind, since: datetime, turn: int = 0) -> Todo:
    return Todo(kind=kind, order=one.order, number=one.number, shop=one.shop, since=since, turn=turn, url=one.url)

"""Whom to ship to while there is too little: a documented order, which the seller may change.

An order goes before another
1. where its channel allows no cancellation any more: to cancel it would break a limit (`HEADROOM`);
2. where its buyer bought more often before; not known counts as never (`RETURNING`);
3. where it was promised for an earlier day; without a day it goes last (`PROMISED`);
4. where it was placed earlier, to the minute, by the channel's time (`FIRST`);
5. where it is worth more (`VALUE`);
6. where we heard of it earlier (`ARRIVED`).
The first of these that differs decides. What was posted already is out of the choice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Reason(StrEnum):
    """Why an order stands before the next one."""

    CHOSEN = "chosen"  # the seller put it there
    HEADROOM = "headroom"
    RETURNING = "returning"
    PROMISED = "promised"
    FIRST = "first"
    VALUE = "value"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An order that waits for pieces of the product.

    `headroom`: cancellations that its channel still allows; None: it has no limit. `bought`: orders of this buyer
    before; None: not known. `value_minor` in minor units of its currency.
    """

    order: int
    pieces: int
    placed_at: datetime
    heard_at: datetime
    posted: bool = False
    headroom: int | None = None
    bought: int | None = None
    promised_on: date | None = None
    value_minor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an order stands. `gets`: pieces for it; `reason`: why it stands before the next, None for the last."""

    candidate: Candidate
    gets: int
    reason: Reason | None

    @property
    def short(self) -> int:
        """Pieces that are not there for it."""
        return self.candidate.pieces - self.gets


_KEYS: dict[Reason, Callable[[Candidate], object]] = {
    Reason.HEADROOM: lambda one: one.headroom != 0,
    Reason.RETURNING: lambda one: -(one.bought or 0),
    Reason.PROMISED: lambda one: one.promised_on or date.max,
    Reason.FIRST: lambda one: one.placed_at.replace(second=0, microsecond=0),
    Reason.VALUE: lambda one: -one.value_minor,
    Reason.ARRIVED: lambda one: (one.heard_at, one.order),
}


def ranked(candidates: Sequence[Candidate], on_hand: int, chosen: Sequence[int] = ()) -> list[Place]:
    """The orders in the order in which they are served from what is on hand, and why.

    `chosen` are order numbers as the seller put them; orders that came since follow by rule.
    """
    placed = {order: place for place, order in enumerate(chosen)}
    waiting = [one for one in candidates if not one.posted and one.pieces > 0]
    waiting.sort(key=lambda one: (placed.get(one.order, len(placed)), *_keys(one)))
    left, found = max(0, on_hand), []
    for at, one in enumerate(waiting):
        after = waiting[at + 1] if at + 1 < len(waiting) else None
        gets = min(left, one.pieces)
        found.append(Place(candidate=one, gets=gets, reason=_reason(one, after) if after else None))
        left -= gets
    return found


def _keys(one: Candidate) -> tuple[object, ...]:
    return tuple(key(one) for key in _KEYS.values())


def _reason(one: Candidate, after: Candidate) -> Reason:
    if _keys(one) > _keys(after):  # only the seller can have put it there
        return Reason.CHOSEN
    return next((reason for reason, key in _KEYS.items() if key(one) != key(after)), Reason.ARRIVED)


def moved(order: Sequence[int], which: int, by: int) -> list[int]:
    """The same numbers with one of them moved up (negative) or down; it stays at the ends."""
    found = [one for one in order if one != which]
    found.insert(max(0, min(len(found), order.index(which) + by)), which)
    return found

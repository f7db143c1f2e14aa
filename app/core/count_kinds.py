"""The kinds of counts, and when each is due (requirements R87 to R90)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class CountKind(StrEnum):
    """What a count is of."""

    TOP = "top"  # the twenty best sellers, weekly
    ROLLING = "rolling"  # what was not counted this month: in the end everything, once a month
    FULL = "full"
    SHELF = "shelf"
    NEVER = "never"  # no number yet, or never counted
    DRIFTED = "drifted"  # below zero, or apart at its last count or on a channel
    ZERO = "zero"  # went to zero: a quick look whether that is true
    FREE = "free"  # chosen by hand


TOP_PRODUCTS = 20
EVERY: dict[CountKind, timedelta] = {
    CountKind.TOP: timedelta(days=7),
    CountKind.ROLLING: timedelta(days=30),
}


@dataclass(frozen=True, slots=True)
class Due:
    """When a kind of count is due next. `missed` counts the whole intervals that went by without one."""

    at: datetime | None
    missed: int = 0


def due(kind: CountKind, last: datetime | None, now: datetime) -> Due:
    """When it is due, by when the last one ended. None: it has no rhythm."""
    every = EVERY.get(kind)
    if every is None:
        return Due(None)
    if last is None:
        return Due(now)
    at = last + every
    return Due(at, max(0, (now - at) // every) if now > at else 0)

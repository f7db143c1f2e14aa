"""The kinds of counts, and when each is due (requirements R87 to R90)."""

from collections.abc import Mapping
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
    DUE = "due"  # not counted for longer than what sells like it may wait
    ZERO = "zero"  # went to zero: a quick look whether that is true
    FREE = "free"  # chosen by hand


TOP_PRODUCTS = 20
EVERY: dict[CountKind, timedelta] = {
    CountKind.TOP: timedelta(days=7),
    CountKind.ROLLING: timedelta(days=30),
}


# A sells most, C least: the longest that each may wait (counting.md, rule 25), and the shares of all sales up to them.
WAIT: dict[str, timedelta] = {"A": timedelta(days=30), "B": timedelta(days=90), "C": timedelta(days=365)}
_UP_TO = (("A", 0.8), ("B", 0.95))


def classes(weights: Mapping[int, float]) -> dict[int, str]:
    """A, B or C by how much of all sales a product makes. One that sold nothing is C."""
    whole, before = sum(weights.values()), 0.0
    found = {}
    for product, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        share = before / whole if whole > 0 and weight > 0 else 1.0
        found[product] = next((name for name, most in _UP_TO if share < most), "C")
        before += weight
    return found


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

"""The quarterly review (requirements R91): which products do not sell any more as their floors assume. Pieces."""

from enum import StrEnum

from app.core.records import dataclass

QUARTER_DAYS = 91
_TIMES = 1.5  # so much more or less than before is a change ...
_LEAST = 5  # ... where it is about so many pieces: one sale is no season


class Season(StrEnum):
    """What a product's sales do."""

    RISING = "rising"
    FALLING = "falling"
    SEASONAL = "seasonal"  # a year ago the quarter that comes now was a strong one
    ENDING = "ending"  # nothing sold for half a year, and some of it is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarters:
    """Sales of the last quarter, of the one before, of the one that began a year ago today, and of the last year."""

    latest: int = 0
    before: int = 0
    coming: int = 0
    year: int = 0


def judge(sold: Quarters, *, available: int, days_known: float) -> Season | None:
    """What a product's sales do; None where nothing is to be reviewed. A product is told of once, the dearest first."""
    if available > 0 and days_known >= 2 * QUARTER_DAYS and not sold.latest and not sold.before:
        return Season.ENDING if not sold.coming else Season.SEASONAL
    if sold.coming >= _LEAST and sold.coming >= _TIMES * sold.year / 4 and sold.coming >= _TIMES * sold.latest:
        return Season.SEASONAL
    if days_known < 2 * QUARTER_DAYS:
        return None
    if sold.latest - sold.before >= _LEAST and sold.latest >= _TIMES * sold.before:
        return Season.RISING
    if sold.before - sold.latest >= _LEAST and sold.before >= _TIMES * sold.latest:
        return Season.FALLING
    return None

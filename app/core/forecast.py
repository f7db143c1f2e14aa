"""What will sell on the coming days: simple ways, each judged on the seller's own past, the plainest unless beaten.

The ways are a flat mean (naive), an exponentially smoothed level, Holt's damped trend, the season of last year on the
level, and Syntetos-Boylan for what sells now and then; all but the plainest follow the weekdays. Each forecasts the
total of `horizon` days from several moments of the past, without what came after; the error is the mean of what these
totals were off by, as a share of what sold. A way is preferred only if it beats the naive one clearly.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean

from app.core.daily import Days
from app.core.intermittent import ADI_CUT, adi, croston

HORIZON = 14
NAIVE_DAYS = 28  # the naive forecast is the mean of the last four weeks
ORIGINS, APART, LEAST_ORIGINS = 26, 7, 6  # so many moments of the past at most, a week apart
LEAST_PAST = 42  # counted days before the first of them
BEATEN_BY = 0.92  # errors within eight percent of the naive one's do not beat it
ALPHA, BETA, DAMPED = 0.06, 0.01, 0.98
_WEEKDAY_PRIOR, _SEASON_PRIOR = 4.0, 14.0  # days of "no pattern" that a pattern has to outweigh
_SEASON_DAYS, _YEAR = 10, 364  # a year of whole weeks: Mondays meet Mondays
_SEASON_BOUNDS = (0.33, 3.0)


class Way(StrEnum):
    """How it is forecast."""

    NAIVE = "naive"
    LEVEL = "level"
    TREND = "trend"
    SEASON = "season"
    SELDOM = "seldom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Pieces of each coming day, from tomorrow's first day on, and how well this went in the past.

    Errors are shares of what sold (0.2: the totals were off by a fifth on average); None where the past is too short
    to tell, and then it is the naive way.
    """

    way: Way
    days: tuple[float, ...]
    error: float | None = None
    naive_error: float | None = None
    origins: int = 0

    @property
    def a_day(self) -> float:
        """Pieces a day on average."""
        return fmean(self.days) if self.days else 0.0


def forecast(past: Days, *, horizon: int = HORIZON) -> Forecast:
    """The best way on this past, and what it says of the next `horizon` days."""
    origins = _origins(past, horizon)
    naive_days = tuple(predict(Way.NAIVE, past, horizon))
    if len(origins) < LEAST_ORIGINS:
        return Forecast(way=Way.NAIVE, days=naive_days)
    left_out = {way for way, fits in ((Way.SEASON, _has_year(past)), (Way.SELDOM, _seldom(past))) if not fits}
    ways = [way for way in Way if way not in left_out]
    errors = _errors(ways, past, origins, horizon)
    naive = errors[Way.NAIVE]
    best = min(errors, key=lambda way: (errors[way], way is not Way.NAIVE))
    if errors[best] > naive * BEATEN_BY:
        best = Way.NAIVE
    days = naive_days if best is Way.NAIVE else tuple(predict(best, past, horizon))
    return Forecast(way=best, days=days, error=errors[best], naive_error=naive, origins=len(origins))


def predict(way: Way, past: Days, horizon: int) -> list[float]:
    """Pieces of each of the next days by one way. Days that do not count are no days of no demand."""
    return _predict(way, _Seen(past), horizon)


class _Seen:
    """A past with what all ways ask of it, reckoned once."""

    def __init__(self, past: Days) -> None:
        self.past = past
        self.counted = _counted(past)
        self.factors = weekdays(past)
        first = past.first.weekday()
        self.even = [sold / self.factors[(first + place) % 7] for place, sold in self.counted]


def _predict(way: Way, seen: _Seen, horizon: int) -> list[float]:
    past = seen.past
    if way is Way.NAIVE:
        return [_recent(seen)] * horizon
    if way is Way.SELDOM:
        found = croston([sold for _, sold in seen.counted])
        base = [found.corrected() if found else 0.0] * horizon
    elif way is Way.TREND:
        base = _trend(seen.even, horizon)
    else:
        base = [_level(seen.even)] * horizon
    coming = [past.first + timedelta(days=len(past.sold) + step) for step in range(horizon)]
    if way is Way.SEASON:
        base = [value * _season(past, on) for value, on in zip(base, coming, strict=True)]
    return [max(0.0, value * seen.factors[on.weekday()]) for value, on in zip(base, coming, strict=True)]


def weekdays(past: Days) -> list[float]:
    """How much more (over 1) or less sells on each weekday, Monday first; drawn to 1 where there are few weeks."""
    counted = _counted(past)
    mean = fmean(sold for _, sold in counted) if counted else 0.0
    if mean <= 0:
        return [1.0] * 7
    sums, counts = [0.0] * 7, [0] * 7
    first = past.first.weekday()
    for place, sold in counted:
        on = (first + place) % 7
        sums[on] += sold
        counts[on] += 1
    raw = [
        (total + _WEEKDAY_PRIOR * mean) / ((count + _WEEKDAY_PRIOR) * mean)
        for total, count in zip(sums, counts, strict=True)
    ]
    return [factor / fmean(raw) for factor in raw]


def with_uplift(days: Sequence[float], uplift: float, begin: int, end: int) -> list[float]:
    """The same with a promotion on the days from `begin` up to before `end`: 0.5 is half as much again."""
    return [sold * (1 + uplift) if begin <= place < end else sold for place, sold in enumerate(days)]


# ------------------------------------------------------------------------------------------------ the ways


def _counted(past: Days) -> list[tuple[int, int]]:
    return [(place, sold) for place, (sold, counts) in enumerate(zip(past.sold, past.counted, strict=True)) if counts]


def _recent(seen: _Seen) -> float:
    """The mean of the last four weeks' days that count, or of the newest such days where none of them does."""
    since = len(seen.past.sold) - NAIVE_DAYS
    newest = [sold for place, sold in seen.counted[-NAIVE_DAYS:] if place >= since]
    found = newest or [sold for _, sold in seen.counted[-NAIVE_DAYS:]]
    return fmean(found) if found else 0.0


def _level(values: Sequence[float]) -> float:
    level = fmean(values[:NAIVE_DAYS]) if values else 0.0
    for value in values:
        level += ALPHA * (value - level)
    return level


def _trend(values: Sequence[float], horizon: int) -> list[float]:
    """Holt's linear trend, damped: what rises now does not rise for ever."""
    level, slope = (fmean(values[:NAIVE_DAYS]) if values else 0.0), 0.0
    for value in values:
        before = level
        expected = level + DAMPED * slope
        level = expected + ALPHA * (value - expected)
        slope = DAMPED * slope + BETA * (level - before - DAMPED * slope)
    found, grown = [], 0.0
    for step in range(1, horizon + 1):
        grown += DAMPED**step
        found.append(level + slope * grown)
    return found


def _season(past: Days, on: date) -> float:
    """How last year went on from here: around this day, against the four weeks before a year ago."""
    last = len(past.sold) - 1 - _YEAR
    day = (on - past.first).days - _YEAR
    around = _of(past, range(day - _SEASON_DAYS, day + _SEASON_DAYS + 1))
    before = _of(past, range(last - NAIVE_DAYS + 1, last + 1))
    if not around or not before or not sum(before):
        return 1.0
    base = fmean(before)
    ratio = (sum(around) + _SEASON_PRIOR * base) / ((len(around) + _SEASON_PRIOR) * base)
    return min(max(ratio, _SEASON_BOUNDS[0]), _SEASON_BOUNDS[1])


def _of(past: Days, places: Iterable[int]) -> list[int]:
    return [past.sold[place] for place in places if 0 <= place < len(past.sold) and past.counted[place]]


def _seldom(past: Days) -> bool:
    often = adi(past.of_counted)
    return often is not None and often > ADI_CUT


def _has_year(past: Days) -> bool:
    return sum(past.counted[: max(0, len(past.sold) - _YEAR)]) >= NAIVE_DAYS


# ------------------------------------------------------------------------------------------------ judging


def _origins(past: Days, horizon: int) -> list[int]:
    """Moments of the past with enough before them, the newest first: so many days had gone by."""
    found: list[int] = []
    place = len(past.sold) - horizon
    while place > 0 and len(found) < ORIGINS:
        if sum(past.counted[:place]) < LEAST_PAST:
            break
        if any(past.counted[place : place + horizon]):
            found.append(place)
        place -= APART
    return found


def _errors(ways: Sequence[Way], past: Days, origins: Sequence[int], horizon: int) -> dict[Way, float]:
    """Mean absolute error of the totals, by what sold on average; only days that count are compared."""
    off, total = dict.fromkeys(ways, 0.0), 0.0
    for origin in origins:
        seen = _Seen(Days(past.first, past.sold[:origin], past.counted[:origin]))
        there = [place for place in range(origin, origin + horizon) if past.counted[place]]
        came = sum(past.sold[place] for place in there)
        total += came
        for way in ways:
            said = _predict(way, seen, horizon)
            off[way] += abs(came - sum(said[place - origin] for place in there))
    return {way: wrong / total if total else wrong for way, wrong in off.items()}

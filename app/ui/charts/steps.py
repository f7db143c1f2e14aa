"""Numbers that hold from one moment to the next, as charts need them. No Qt; times are seconds since 1970 in UTC."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Step = tuple[float, int | None]  # from this moment on, this number; None: none
Solid = tuple[float, int]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle between two moments and two numbers."""

    begin: float
    end: float
    low: int
    high: int


def value_at(steps: Sequence[Step], at: float) -> int | None:
    """The number that holds at a moment; None before the first."""
    place = bisect_right(steps, at, key=lambda step: step[0])
    return steps[place - 1][1] if place else None


def within(steps: Sequence[Step], start: float, end: float) -> list[Step]:
    """The same numbers between two moments: the first holds from the start on, the last up to the end."""
    inside = [step for step in steps if start < step[0] < end]
    before = value_at(steps, start)
    if before is not None:
        inside.insert(0, (start, before))
    if inside or value_at(steps, end) is not None:
        inside.append((end, value_at(steps, end)))
    return inside


def simple(steps: Iterable[Step]) -> list[Step]:
    """Without steps that change nothing, and with the last of several at one moment."""
    kept: list[Step] = []
    for at, value in steps:
        if kept and kept[-1][0] == at:
            kept.pop()
        if not kept or kept[-1][1] != value:
            kept.append((at, value))
    return kept


def reduced(steps: Sequence[Solid], columns: int) -> list[Solid]:
    """At most four steps to a column of the screen: the first, the lowest, the highest and the last, in their order.

    What cannot be seen is left out, and no dip is lost.
    """
    if len(steps) <= 4 * columns:
        return list(steps)
    start, end = steps[0][0], steps[-1][0]
    width = (end - start) / columns or 1.0
    kept: list[Solid] = []
    column: list[Solid] = []
    reached = start + width
    for step in steps:
        if step[0] >= reached:
            kept += _telling(column)
            column = []
            reached = start + (int((step[0] - start) / width) + 1) * width
        column.append(step)
    return kept + _telling(column)


def _telling(column: Sequence[Solid]) -> list[Solid]:
    if len(column) <= 4:
        return list(column)
    values = [value for _, value in column]
    places = {0, values.index(min(values)), values.index(max(values)), len(column) - 1}
    return [column[place] for place in sorted(places)]


def stretches(steps: Sequence[Step]) -> Iterator[tuple[float, float, int]]:
    """Each number with the moments between which it holds. The last step only says where the one before it ends."""
    for (begin, value), (end, _) in pairwise(steps):
        if value is not None and end > begin:
            yield begin, end, value


def short_of(steps: Sequence[Step], limits: Sequence[Step]) -> list[Area]:
    """Where a number that is not below zero lies under a limit: from the number up to the limit."""
    areas = []
    for begin, end, value in stretches(steps):
        for limit_begin, limit_end, limit in stretches(within(limits, begin, end)):
            if 0 <= value < limit:
                areas.append(Area(limit_begin, limit_end, value, limit))
    return joined(areas)


def below_zero(steps: Sequence[Step]) -> list[Area]:
    """Where a number lies below zero: from the number up to zero."""
    return joined(Area(begin, end, value, 0) for begin, end, value in stretches(steps) if value < 0)


def joined(areas: Iterable[Area]) -> list[Area]:
    """Neighbours of the same height as one."""
    found: list[Area] = []
    for area in areas:
        last = found[-1] if found else None
        if last is not None and last.end == area.begin and (last.low, last.high) == (area.low, area.high):
            found[-1] = Area(last.begin, area.end, area.low, area.high)
        else:
            found.append(area)
    return found


@dataclass(frozen=True, slots=True)
class Dip:
    """A time below zero: the moment at which it was deepest, how deep, and whether it goes on."""

    at: float
    value: int
    now: bool


def dips(steps: Sequence[Step]) -> list[Dip]:
    """Every time below zero, by its deepest moment; one that goes on, by where the line ends."""
    found: list[Dip] = []
    deepest: Solid | None = None
    for begin, _, value in stretches(steps):
        if value < 0:
            deepest = (begin, value) if deepest is None or value < deepest[1] else deepest
        elif deepest is not None:
            found.append(Dip(*deepest, now=False))
            deepest = None
    at, last = steps[-1] if steps else (0.0, None)
    if last is not None and last < 0:
        found.append(Dip(at, last, now=True))
    return found

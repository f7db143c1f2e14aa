"""What a stock chart shows, from ledger rows and dated settings: lines, events, and one sentence about it. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from math import floor

from app.core.deliveries import Arrival, Outlook
from app.core.stock import EntryKind
from app.store.history import Move
from app.store.settings import Dated
from app.ui.charts.steps import Solid, Step, short_of, simple, stretches, within

_ALMOST = 1e-9  # 2.999999 pieces are three


class Mark(StrEnum):
    """What an event in the lane is."""

    SALE = "sale"
    RECEIPT = "receipt"
    COUNT = "count"
    EXPECTED = "expected"  # a delivery to come, on the day that somebody confirmed


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a moment, with how many pieces. Counts may be negative."""

    at: float
    mark: Mark
    pieces: int


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the cursor can stand: a ledger row. `seq` 0: it belongs to a part of a bundle."""

    at: float
    seq: int
    available: int
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Future:
    """What comes after the end of a picture, up to `until`: what is expected, and when it falls under its floor."""

    until: float
    expected: Sequence[Step]
    arrivals: Sequence[Event] = ()
    crosses: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A stock chart between two moments. Lines end at `end` with the number that holds then."""

    start: float
    end: float
    available: Sequence[Step]
    on_hand: Sequence[Step]
    floor: Sequence[Step] = ()
    reorder: Sequence[Step] = ()
    events: Sequence[Event] = ()
    stops: Sequence[Stop] = field(default=())
    future: Future | None = None

    @property
    def until(self) -> float:
        """Where the chart ends: now, or so far as it looks ahead."""
        return self.future.until if self.future else self.end

    @property
    def empty(self) -> bool:
        """Is there no number yet?"""
        return not self.available

    @property
    def bounds(self) -> tuple[int, int]:
        """The highest and the lowest number that was available."""
        values = [value for _, value in self.available if value is not None]
        return max(values, default=0), min(values, default=0)

    @property
    def oversold_now(self) -> bool:
        """Is more promised than is there?"""
        return bool(self.available) and (self.available[-1][1] or 0) < 0

    def days_under_floor(self) -> int:
        """On how many days, here, it was under its floor at some moment."""
        days: set[date] = set()
        below = [(begin, end) for begin, end, value in stretches(self.available) if value < 0 and self.floor]
        for begin, end in (*below, *((area.begin, area.end) for area in short_of(self.available, self.floor))):
            day, last = _day(begin), _day(end)
            while day <= last:
                days.add(day)
                day += timedelta(days=1)
        return len(days)


def picture(
    moves: Sequence[Move], floors: Iterable[Dated], reorders: Iterable[Dated], *, start: datetime, end: datetime
) -> Picture:
    """A product's chart from its own ledger rows."""
    first, last = start.timestamp(), end.timestamp()
    timed = list(_timed(moves, last))
    return Picture(
        start=first,
        end=last,
        available=within(simple((at, move.available) for at, move in timed), first, last),
        on_hand=within(simple((at, move.on_hand) for at, move in timed), first, last),
        floor=within(_dated(floors), first, last),
        reorder=within(_dated(reorders), first, last),
        events=[event for at, move in timed if at >= first and (event := _event(at, move)) is not None],
        stops=[
            Stop(at, move.seq, move.available, move.on_hand_delta - move.committed_delta)
            for at, move in timed
            if at >= first
        ],
    )


def future(seen: Outlook, arrivals: Iterable[Arrival], *, available: int, now: datetime, days: int) -> Future:
    """What an outlook says of the next so many days, in whole pieces."""
    today = now.astimezone().date()
    end = _morning(today + timedelta(days=days + 1))
    steps = [(_morning(on), floor(level + _ALMOST)) for on, level in seen.levels[:days]]
    crosses = _morning(seen.crosses) if seen.crosses else None
    return Future(
        until=end,
        expected=within(simple([(now.timestamp(), available), *steps]), now.timestamp(), end),
        arrivals=[
            Event(max(_morning(one.on), now.timestamp()), Mark.EXPECTED, one.pieces)
            for one in arrivals
            if one.on >= today and _morning(one.on) < end
        ],
        crosses=crosses if crosses is not None and crosses < end else None,
    )


def _morning(on: date) -> float:
    return datetime(on.year, on.month, on.day).astimezone().timestamp()


def bundle_picture(
    parts: Mapping[int, tuple[int, Sequence[Move]]],
    floors: Iterable[Dated],
    reorders: Iterable[Dated],
    *,
    start: datetime,
    end: datetime,
) -> Picture:
    """A bundle's chart: what the scarcest part allowed. `parts`: pieces in a bundle and ledger rows, by part."""
    first, last = start.timestamp(), end.timestamp()
    rows = [(at, part, move) for part, (_, moves) in parts.items() for at, move in _timed(moves, last)]
    rows.sort(key=lambda row: row[0])
    there: dict[int, Move] = {}
    available: list[Solid] = []
    on_hand: list[Solid] = []
    for at, part, move in rows:
        there[part] = move
        if len(there) == len(parts):
            pairs = [(parts[one][0], standing) for one, standing in there.items()]
            available.append((at, min(standing.available // pieces for pieces, standing in pairs)))
            on_hand.append((at, min(standing.on_hand // pieces for pieces, standing in pairs)))
    line = within(simple(available), first, last)
    return Picture(
        start=first,
        end=last,
        available=line,
        on_hand=within(simple(on_hand), first, last),
        floor=within(_dated(floors), first, last),
        reorder=within(_dated(reorders), first, last),
        stops=[
            Stop(at, 0, value or 0, (value or 0) - (before or 0)) for (_, before), (at, value) in pairwise(line[:-1])
        ],
    )


def _timed(moves: Sequence[Move], last: float) -> Iterable[tuple[float, Move]]:
    """Rows in the order in which they were written. A clock that was set back moves no line backwards."""
    reached = 0.0
    for move in moves:
        reached = min(max(reached, move.at.timestamp()), last)
        yield reached, move


def _dated(values: Iterable[Dated]) -> list[Step]:
    return simple((value.at.timestamp(), value.value) for value in values)


def _event(at: float, move: Move) -> Event | None:
    if move.undone:
        return None
    match move.kind:
        case EntryKind.COMMIT:
            return Event(at, Mark.SALE, move.committed_delta)
        case EntryKind.RECEIVE:
            return Event(at, Mark.RECEIPT, move.on_hand_delta)
        case EntryKind.COUNT | EntryKind.ADJUST if move.on_hand_delta and move.reason != "start":
            return Event(at, Mark.COUNT, move.on_hand_delta)
    return None


def _day(at: float) -> date:
    return datetime.fromtimestamp(at, tz=UTC).astimezone().date()

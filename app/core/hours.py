"""The seller's usual hours: set or learnt from past absences, and when the next one ends or begins.

Hours are wall-clock times: a day on which the clocks change has its end of work at the same time as any other. `zone`
None is this computer's own.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.core.records import dataclass

LEARN_FROM = timedelta(days=28)
LEAST_AWAY = timedelta(hours=4)  # a shorter time away is no night
LEAST_NIGHTS = 5  # of fewer nothing is learnt
DAY_COUNTS = 2  # how often a weekday must have begun with a return to be one of work
EARLY = timedelta(minutes=30)  # so long before the end of the day everything is prepared
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From `start` to `end` on these `days` (0 is Monday). An end before the start is after midnight."""

    start: time
    end: time
    days: frozenset[int] = EVERY_DAY

    def text(self) -> str:
        """As it is written in a setting: “08:00-18:00 01234”."""
        days = "".join(map(str, sorted(self.days)))
        return f"{self.start:%H:%M}-{self.end:%H:%M} {days}"


def hours_of(text: str) -> Hours:
    """From how it is written in a setting."""
    times, _, days = text.partition(" ")
    start, _, end = times.partition("-")
    return Hours(
        start=time.fromisoformat(start),
        end=time.fromisoformat(end),
        days=frozenset(int(day) for day in days) or EVERY_DAY,
    )


def at(day: date, clock: time, zone: tzinfo | None = None) -> datetime:
    """A wall-clock time as a moment. One that the clocks skip is the moment they were put forward from."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def next_start(hours: Hours, now: datetime, zone: tzinfo | None = None) -> datetime:
    """When the seller is usually back: the next beginning of a day of work after now."""
    today = now.astimezone(zone).date()
    days = [today + timedelta(days=ahead) for ahead in range(8)]
    return min(moment for day in days if (moment := at(day, hours.start, zone)) > now and day.weekday() in hours.days)


def this_end(hours: Hours, now: datetime, zone: tzinfo | None = None) -> datetime | None:
    """The end of the day of work that now lies in; None outside of the usual hours."""
    today = now.astimezone(zone).date()
    for day in (today - timedelta(days=1), today):
        over = hours.end <= hours.start
        start, end = at(day, hours.start, zone), at(day + timedelta(days=over), hours.end, zone)
        if day.weekday() in hours.days and start <= now < end:
            return end
    return None


def prepares_at(hours: Hours, now: datetime, zone: tzinfo | None = None) -> datetime | None:
    """When to prepare for the end of this day of work; None outside of the usual hours."""
    end = this_end(hours, now, zone)
    return end - EARLY if end is not None else None


def learnt(absences: Sequence[tuple[datetime, datetime]], now: datetime, zone: tzinfo | None = None) -> Hours | None:
    """From (left, back) of the last four weeks: the middle of the times, and the days that usually begin with a return.

    None while there are too few nights to tell.
    """
    nights = [
        (left.astimezone(zone), back.astimezone(zone))
        for left, back in absences
        if back - left >= LEAST_AWAY and back >= now - LEARN_FROM
    ]
    if len(nights) < LEAST_NIGHTS:
        return None
    counts = Counter(back.weekday() for _, back in nights)
    days = frozenset(day for day, count in counts.items() if count >= DAY_COUNTS)
    start = _middle([_minutes(back.time(), 0) for _, back in nights])
    end = _middle([_minutes(left.time(), start) for left, _ in nights])
    return Hours(start=_clock(start), end=_clock(end), days=days or EVERY_DAY)


def _minutes(clock: time, after: int) -> int:
    """Minutes since midnight; what lies before `after` belongs to the next day: an evening may end after midnight."""
    minutes = clock.hour * 60 + clock.minute
    return minutes + 24 * 60 if minutes < after else minutes


def _middle(minutes: Sequence[int]) -> int:
    """The median, to five minutes."""
    return round(sorted(minutes)[len(minutes) // 2] / 5) * 5


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)

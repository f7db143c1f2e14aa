"""When a backup is due, and which of them are kept: many of today, fewer of last week, a few of last month."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

HOURLY, DAILY, WEEKLY = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
HOURS, DAYS, WEEKS = 24, 14, 8  # of so many of each the newest backup is kept
ROOM_LEAST = 500_000_000  # bytes that must stay free beside what a backup takes
_EPOCH = datetime(1970, 1, 5, tzinfo=UTC)  # a Monday
ROOM_TIMES = 3  # and so many times the inventory: one more backup, and room for it to grow


def is_due(newest: datetime | None, *, written: datetime | None, now: datetime) -> bool:
    """Is it time for one? Each hour while something is written to the ledger, and else each day.

    `written`: when the newest ledger row was.
    """
    if newest is None or newest > now:  # a clock that was wrong must not stop backups for a year
        return True
    busy = written is not None and written > newest
    return now - newest >= (HOURLY if busy else DAILY)


def kept(made: Sequence[datetime], *, now: datetime) -> frozenset[datetime]:
    """Those that stay: the newest of each of the last 24 hours, 14 days and 8 weeks in which one was made.

    Hours, days and weeks are those of the calendar (UTC): counted back from now, each newer one would push out the one
    before it, and none would ever grow old. What lies in the future stays: nobody knows how it came there.
    """
    stays = {at for at in made if at > now}
    past = sorted((at for at in made if at <= now), reverse=True)
    for span, many in ((HOURLY, HOURS), (DAILY, DAYS), (WEEKLY, WEEKS)):
        newest: dict[int, datetime] = {}
        for at in past:
            newest.setdefault((at - _EPOCH) // span, at)
        stays.update(list(newest.values())[:many])
    return frozenset(stays)


def is_nearly_full(free: int, size: int) -> bool:
    """Is there too little room left on a disk, in bytes, for an inventory of this size and its next backups?"""
    return free < max(ROOM_LEAST, ROOM_TIMES * size)

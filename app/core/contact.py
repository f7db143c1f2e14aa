"""The contact clock: everyone who waits for pieces that are not there hears of it within two hours of discovery.

Each order has its own discovery. The clock on the page is that of the earliest one that was not written to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

WITHIN = timedelta(hours=2)
# Said when so much time has passed since discovery: 60 and 90 minutes, 15 and 5 left, and when it is over.
NOTICES = tuple(timedelta(minutes=minutes) for minutes in (60, 90, 105, 115, 120))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An order whose buyer has to be written to. `sent_at` None: nobody wrote yet."""

    order: int
    found_at: datetime
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How the contact stands. `stopped_at`: everyone was written to then. `waiting`: how many still wait."""

    found_at: datetime
    waiting: int
    written: int
    stopped_at: datetime | None = None

    @property
    def write_by_at(self) -> datetime:
        """Two hours after discovery."""
        return self.found_at + WITHIN

    def left(self, now: datetime) -> timedelta:
        """Time left; negative once it is late."""
        return self.write_by_at - now


def clock(contacts: Sequence[Contact]) -> Clock | None:
    """The clock of an incident; None where nobody has to be written to."""
    if not contacts:
        return None
    open_ones = [one for one in contacts if one.sent_at is None]
    written = len(contacts) - len(open_ones)
    if open_ones:
        return Clock(found_at=min(one.found_at for one in open_ones), waiting=len(open_ones), written=written)
    sent = max(one.sent_at for one in contacts if one.sent_at is not None)
    return Clock(found_at=min(one.found_at for one in contacts), waiting=0, written=written, stopped_at=sent)


def rung(running: Clock, since: datetime, now: datetime) -> timedelta | None:
    """The newest notice that fell due after `since` and by `now`, as time since discovery; None when none did.

    Of several missed ones, as after a sleep, only the newest is said.
    """
    if running.stopped_at is not None:
        return None
    due = [after for after in NOTICES if since < running.found_at + after <= now]
    return due[-1] if due else None

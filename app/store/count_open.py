"""Counts and stall days that were left in the middle: by a crash, or a while ago. Asked about at the next start."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.store import counts, settings, stall_days
from app.store.counts import Session
from app.store.database import transaction
from app.store.moments import moment
from app.store.sqlite import Connection
from app.store.stall_days import StallDay

OLD = timedelta(days=7)  # a count that nobody touched for so long is asked about, however it was left
_IN_HAND = "counting_now"  # a fact: the count that was in view; gone when it was left in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What was left open. `crashed`: it was in view when the program ended."""

    what: Session | StallDay
    last_at: datetime
    crashed: bool
    done: int = 0
    of: int = 0


def take_in_hand(db: Connection, number: int | None) -> None:
    """This count is in view from now on; None: it was left in order."""
    with transaction(db):
        if number is None:
            settings.drop_fact(db, _IN_HAND)
        else:
            settings.put_fact(db, _IN_HAND, str(number))


def left_open(db: Connection, now: datetime) -> list[Left]:
    """What there is to ask about: what crashed first, then the newest."""
    in_hand = settings.fact(db, _IN_HAND)
    found = []
    for session in counts.open_sessions(db):
        (at,) = db.execute("select max(at) from count_event where session_id = ?", (session.id,)).fetchone()
        last_at, crashed = moment(at) if at else session.begun_at, in_hand == str(session.id)
        if crashed or now - last_at >= OLD:
            lines = counts.lines(db, session.id)
            done = sum(line.done or line.posted is not None for line in lines)
            found.append(Left(what=session, last_at=last_at, crashed=crashed, done=done, of=len(lines)))
    today = now.astimezone().date()
    days = [day for day in stall_days.open_days(db) if day.begun_at.astimezone().date() < today]
    found += [Left(what=day, last_at=day.begun_at, crashed=False) for day in days]
    return sorted(found, key=lambda one: (not one.crashed, -one.last_at.timestamp()))

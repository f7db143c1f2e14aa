"""Where else the seller wants to hear of alerts: a webhook and a mail server, and what waits to be sent there.

Addresses and passwords are sealed; only a host is kept in clear. What is sent names products, shops and numbers, and
nothing of a customer.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from app.core.records import dataclass
from app.core.text import Text
from app.store.moments import moment, moment_or_none, stamp
from app.store.sentences import packed, unpacked
from app.store.sqlite import Connection

WEBHOOK, MAIL = "webhook", "mail"
GIVE_UP_AFTER = timedelta(hours=24)
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))  # after a failure; then the last again
KEEP = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A place of the seller's own. `trouble`: why the newest attempt failed."""

    kind: str
    shown: str
    added_at: datetime
    worked_at: datetime | None
    trouble: Text | None
    trouble_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One thing to send."""

    id: int
    outlet: str
    at: datetime
    test: bool
    lines: tuple[Text, ...]
    attempts: int
    sealed: bytes


def outlets(db: Connection) -> dict[str, Outlet]:
    """The seller's places, by kind."""
    rows = db.execute("select kind, shown, added_at, worked_at, trouble, trouble_at from alert_outlet")
    return {
        kind: Outlet(
            kind=kind,
            shown=shown,
            added_at=moment(added),
            worked_at=moment_or_none(worked),
            trouble=unpacked(trouble) if trouble else None,
            trouble_at=moment_or_none(at),
        )
        for kind, shown, added, worked, trouble, at in rows
    }


def put(db: Connection, kind: str, shown: str, sealed: bytes, *, now: datetime) -> None:
    """Inside a transaction: tell this place too from now on."""
    db.execute(
        "insert into alert_outlet (kind, shown, sealed, added_at) values (?, ?, ?, ?) on conflict do update set"
        " shown = excluded.shown, sealed = excluded.sealed, added_at = excluded.added_at, worked_at = null,"
        " trouble = null, trouble_at = null",
        (kind, shown, sealed, stamp(now)),
    )


def drop(db: Connection, kind: str) -> None:
    """Inside a transaction: tell it nothing any more; what waits for it goes too."""
    db.execute("delete from alert_post where outlet = ?", (kind,))
    db.execute("delete from alert_outlet where kind = ?", (kind,))


def post(db: Connection, lines: Sequence[Text], *, now: datetime, test: bool = False) -> int:
    """Inside a transaction: send these lines to every place. How many there are."""
    kinds = [kind for (kind,) in db.execute("select kind from alert_outlet order by kind")]
    written = json.dumps([packed(line) for line in lines])
    db.executemany(
        "insert into alert_post (outlet, at, test, lines, next_at) values (?1, ?2, ?3, ?4, ?2)",
        [(kind, stamp(now), test, written) for kind in kinds],
    )
    return len(kinds)


def due(db: Connection, *, now: datetime) -> Post | None:
    """The next thing to send; None where nothing is due."""
    row = db.execute(
        "select id, outlet, at, test, lines, attempts, sealed from alert_post join alert_outlet on kind = outlet"
        " where next_at <= ? order by next_at, id limit 1",
        (stamp(now),),
    ).fetchone()
    if row is None:
        return None
    number, outlet, at, test, lines, attempts, sealed = row
    return Post(
        id=number,
        outlet=outlet,
        at=moment(at),
        test=bool(test),
        lines=tuple(unpacked(line) for line in json.loads(lines)),
        attempts=attempts,
        sealed=bytes(sealed),
    )


def next_at(db: Connection) -> datetime | None:
    """When something is to be sent next."""
    return moment_or_none(db.execute("select min(next_at) from alert_post where next_at is not null").fetchone()[0])


def sent(db: Connection, one: Post, *, now: datetime) -> None:
    """Inside a transaction: it arrived. What was sent long ago is forgotten."""
    db.execute("update alert_post set next_at = null, sent_at = ? where id = ?", (stamp(now), one.id))
    db.execute(
        "update alert_outlet set worked_at = ?, trouble = null, trouble_at = null where kind = ?",
        (stamp(now), one.outlet),
    )
    db.execute("delete from alert_post where next_at is null and at < ?", (stamp(now - KEEP),))


def failed(db: Connection, one: Post, why: Text, *, now: datetime) -> None:
    """Inside a transaction: it did not arrive. It is tried again for a day; a test is not."""
    later = now + WAITS[min(one.attempts, len(WAITS) - 1)]
    again = None if one.test or later - one.at > GIVE_UP_AFTER else stamp(later)
    db.execute("update alert_post set attempts = attempts + 1, next_at = ? where id = ?", (again, one.id))
    db.execute(
        "update alert_outlet set trouble = ?, trouble_at = ? where kind = ?", (packed(why), stamp(now), one.outlet)
    )

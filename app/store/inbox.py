"""Doorbells: hints to look at something, kept until what they name was read. A known ring is ignored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.channel import Doorbell
from app.store.moments import stamp
from app.store.sqlite import Connection

GIVE_UP_AFTER = 12  # attempts; polling still hears of the order
KEEP = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Ring:
    """A doorbell that waits."""

    id: int
    kind: str
    ref: str
    source: str
    attempts: int


def ring(db: Connection, shop: int, bells: Sequence[Doorbell], *, now: datetime) -> int:
    """Keep these rings; how many were new."""
    before = db.total_changes
    db.executemany(
        "insert into doorbell (shop_id, kind, ref, key, source, rung_at) values (?, ?, ?, ?, ?, ?)"
        " on conflict do nothing",
        [(shop, bell.kind, bell.ref, bell.key, bell.source, stamp(now)) for bell in bells],
    )
    return db.total_changes - before


def waiting(db: Connection, shop: int, *, now: datetime) -> Ring | None:
    """The oldest ring that may be answered now."""
    row = db.execute(
        "select id, kind, ref, source, attempts from doorbell where shop_id = ? and handled_at is null"
        " and (next_at is null or next_at <= ?) order by id limit 1",
        (shop, stamp(now)),
    ).fetchone()
    return Ring(*row) if row else None


def half_read(db: Connection, shop: int) -> bool:
    """Does an order wait to be read that a poll could only name?"""
    found: int = db.execute(
        "select exists (select 1 from doorbell where shop_id = ? and handled_at is null and source = 'poll')", (shop,)
    ).fetchone()[0]
    return bool(found)


def handled(db: Connection, shop: int, ring: Ring, *, now: datetime) -> None:
    """What this and all older rings named was read after they rang."""
    db.execute(
        "update doorbell set handled_at = ? where shop_id = ? and kind = ? and ref = ? and id <= ?"
        " and handled_at is null",
        (stamp(now), shop, ring.kind, ring.ref, ring.id),
    )


def later(db: Connection, ring: Ring, *, now: datetime, wait: timedelta) -> None:
    """It could not be answered: try again after a while, and in the end leave it to polling."""
    if ring.attempts + 1 >= GIVE_UP_AFTER:
        db.execute("update doorbell set handled_at = ? where id = ?", (stamp(now), ring.id))
        return
    db.execute("update doorbell set attempts = attempts + 1, next_at = ? where id = ?", (stamp(now + wait), ring.id))


def prune(db: Connection, *, now: datetime, limit: int = 5000) -> None:
    """Forget rings that were answered long ago, a slice at a time."""
    db.execute(
        "delete from doorbell where id in (select id from doorbell where handled_at < ? limit ?)",
        (stamp(now - KEEP), limit),
    )

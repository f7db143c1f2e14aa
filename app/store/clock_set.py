"""Waits that are kept as moments, after the clock was set or the computer slept."""

from datetime import datetime, timedelta

from app.store.moments import moment, stamp
from app.store.sqlite import Connection

_WAITS = (
    ("push", "next_at", "listing_id"),
    ("listing", "look_at", "id"),
    ("listing", "settle_at", "id"),
    ("doorbell", "next_at", "id"),
    ("reversal", "next_at", "id"),
)


def set_back(db: Connection, shop: int, by: timedelta, *, now: datetime) -> None:
    """Inside a transaction: what a shop waits for comes as soon as it was meant to, though the clock shows less."""
    for table, column, key in _WAITS:
        rows = db.execute(
            f"select {key}, {column} from {table} where shop_id = ? and {column} > ?", (shop, stamp(now))
        ).fetchall()
        db.executemany(
            f"update {table} set {column} = ? where {key} = ?",
            [(stamp(max(now, moment(at) - by)), number) for number, at in rows],
        )


def settle_later(db: Connection, shop: int, wait: timedelta, *, now: datetime) -> None:
    """Inside a transaction: whether numbers that were lowered hold by now cannot be told by a clock that was set."""
    db.execute(
        "update listing set settle_at = ? where shop_id = ? and settle_at is not null", (stamp(now + wait), shop)
    )

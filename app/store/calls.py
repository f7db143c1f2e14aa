"""The call log: what was asked of each shop, how it went, and the shop's own words. Bounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.channel import Call
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

KEEP_PER_SHOP = 20_000


def write(db: Connection, shop: int, calls: Sequence[Call]) -> None:
    """Keep these calls."""
    db.executemany(
        "insert into channel_call (shop_id, at, verb, target, outcome, status, milliseconds, words)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (shop, stamp(call.at), call.verb, call.target, call.outcome, call.status, call.milliseconds, call.words)
            for call in calls
        ],
    )


def prune(db: Connection, shop: int) -> None:
    """Forget the oldest calls beyond the bound."""
    row = db.execute(
        "select id from channel_call where shop_id = ? order by id desc limit 1 offset ?", (shop, KEEP_PER_SHOP)
    ).fetchone()
    if row:
        db.execute("delete from channel_call where shop_id = ? and id <= ?", (shop, row[0]))


@dataclass(frozen=True, slots=True)
class Logged:
    """A call in the log, and its number there."""

    id: int
    call: Call


_CALLS = "select id, at, verb, target, outcome, status, milliseconds, words from channel_call where shop_id = ?"


def log(db: Connection, shop: int, *, before: int | None = None, limit: int = 100) -> list[Logged]:
    """A page of a shop's calls, newest first, by keyset: from `before` on downwards."""
    rows = db.execute(_CALLS + " and id < ? order by id desc limit ?", (shop, before or 1 << 62, limit))
    return [_logged(row) for row in rows]


def log_since(db: Connection, shop: int, after: int, *, limit: int = 1000) -> list[Logged]:
    """The calls that were logged after this one, newest first."""
    rows = db.execute(_CALLS + " and id > ? order by id desc limit ?", (shop, after, limit))
    return [_logged(row) for row in rows]


def _logged(row: Sequence[Any]) -> Logged:
    number, at, verb, target, outcome, status, milliseconds, words = row
    return Logged(
        number,
        Call(
            at=moment(at),
            verb=verb,
            target=target,
            outcome=outcome,
            status=status,
            milliseconds=milliseconds,
            words=words,
        ),
    )


def newest(db: Connection, shop: int, *, limit: int = 200) -> list[Call]:
    """A shop's last calls, newest first."""
    rows = db.execute(
        "select at, verb, target, outcome, status, milliseconds, words from channel_call where shop_id = ?"
        " order by id desc limit ?",
        (shop, limit),
    )
    return [
        Call(at=moment(at), verb=verb, target=target, outcome=outcome, status=status, milliseconds=taken, words=words)
        for at, verb, target, outcome, status, taken, words in rows
    ]


def answered(db: Connection, shop: int, *, now: datetime) -> tuple[int, int]:
    """How many of the calls of the last day went well, and how many there were."""
    row = db.execute(
        "select coalesce(sum(outcome = 'ok'), 0), count(*) from channel_call where shop_id = ? and at >= ?",
        (shop, stamp(now - timedelta(hours=24))),
    ).fetchone()
    return int(row[0]), int(row[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Stock writes of a shop in the last day: how many, and how many were refused or failed."""

    writes: int
    failed: int


def tally(db: Connection, shop: int, *, now: datetime) -> Tally:
    """How a shop's stock writes went in the last 24 hours."""
    row = db.execute(
        "select count(*), coalesce(sum(outcome != 'ok'), 0) from channel_call"
        " where shop_id = ? and at >= ? and verb = 'set stock'",
        (shop, stamp(now - timedelta(hours=24))),
    ).fetchone()
    return Tally(writes=row[0], failed=row[1])

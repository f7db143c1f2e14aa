"""The statements of a SQLite store about what waits in mailboxes. Each runs inside a transaction."""

import json
from collections.abc import Sequence

from app.relay.filing import EXPIRED, FULL, LOST, Box, Filed, Row, file, fitting, lost_names, told
from app.relay.sqlite import Connection
from app.relay.store import KEEP_MS, PULL_SIZE, Arrival, Fate, Limits, Stats
from app.relay.wire import Pulled

_PUT = "insert into record (mailbox_id, seq, endpoint, at_ms, key_id, sealed, gap) values "
_VALUES = "(?, ?, ?, ?, ?, ?, ?)"
_AT_ONCE = 64  # rows: the texts of so many statements fit into a connection's cache
# Each step of a statement gives Python's lock up and has to win it back from a busy loop: so one statement, not three.
_BOX = (
    "select key, newest, waiting, size, handed, (select json_group_array(id) from endpoint where mailbox_id = ?1),"
    " (select json_group_object(value, seq) from (select value, max(seq) as seq from record, json_each(endpoint)"
    " where mailbox_id = ?1 and gap = ?2 group by value)) from mailbox where id = ?1"
)


def append(db: Connection, arrivals: Sequence[Arrival], limits: Limits) -> tuple[list[Fate], dict[int, Filed]]:
    """File a batch, mailbox by mailbox; what became of each, and what came of it for each mailbox."""
    fates = [Fate.GONE] * len(arrivals)
    found: dict[int, Filed] = {}
    for mailbox in dict.fromkeys(one.endpoint.mailbox for one in arrivals):
        box = _box(db, mailbox)
        if box is None:
            continue
        places = [at for at, one in enumerate(arrivals) if one.endpoint.mailbox == mailbox]
        filed = found[mailbox] = file(box, [arrivals[at] for at in places], limits)
        for at, fate in zip(places, filed.fates, strict=True):
            fates[at] = fate
        _put(db, filed.rows)
        db.execute(
            "update mailbox set newest = ?, waiting = ?, size = ? where id = ?",
            (box.newest, box.waiting, box.size, mailbox),
        )
    return fates, found


def _box(db: Connection, mailbox: int) -> Box | None:
    row = db.execute(_BOX, (mailbox, FULL)).fetchone()
    if row is None:
        return None
    key, newest, waiting, size, handed, names, gaps = row
    return Box(
        id=mailbox, key=bytes(key), newest=newest, waiting=waiting, size=size, handed=handed,
        endpoints=frozenset(json.loads(names)), gaps=json.loads(gaps),
    )  # fmt: skip


def _put(db: Connection, rows: Sequence[Row]) -> None:
    for start in range(0, len(rows), _AT_ONCE):
        values: list[object] = []
        for one in (some := rows[start : start + _AT_ONCE]):
            values += (one.mailbox, one.seq, one.endpoint, one.at_ms, one.key_id, one.sealed, one.gap)
        db.execute(_PUT + ", ".join([_VALUES] * len(some)), values)


def pulled(db: Connection, mailbox: int, after: int, limit: int, now_ms: int) -> Pulled:
    """What follows a number, no more than fits into an answer."""
    newest, acked = db.execute(
        "select coalesce(max(newest), 0), coalesce(max(acked), 0) from mailbox where id = ?", (mailbox,)
    ).fetchone()
    sizes = db.execute(
        "select seq, coalesce(length(sealed), 0) from record where mailbox_id = ? and seq > ? order by seq limit ?",
        (mailbox, after, limit),
    ).fetchall()
    rows = db.execute(
        "select mailbox_id, seq, endpoint, at_ms, key_id, sealed, gap from record"
        " where mailbox_id = ? and seq > ? and seq <= ? order by seq",
        (mailbox, after, fitting(sizes, PULL_SIZE)),
    ).fetchall()
    (first,) = db.execute("select min(seq) from record where mailbox_id = ?", (mailbox,)).fetchone()
    records = tuple(told(Row(*row)) for row in rows)
    return Pulled(records=records, first=first or newest + 1, newest=newest, at_ms=now_ms, acked=acked)


def hand_over(db: Connection, mailbox: int, gap: int) -> None:
    """A pull tells of this gap: what is lost from now on is another one."""
    db.execute("update mailbox set handed = max(handed, ?) where id = ?", (gap, mailbox))


def acked(db: Connection, mailbox: int, upto: int) -> int:
    """Delete up to a number that was given; how many rows that were."""
    row = db.execute("select min(newest, ?), acked from mailbox where id = ?", (upto, mailbox)).fetchone()
    if row is None or row[0] <= row[1]:
        return 0
    db.execute("update mailbox set acked = ? where id = ?", (row[0], mailbox))
    return _forget(db, mailbox, row[0])


def redact(db: Connection, mailbox: int, endpoint: str) -> None:
    """Put gaps in place of all that waits from an endpoint, and keep the sums right."""
    whose = (mailbox, endpoint)
    count, size = db.execute(
        "select count(*), coalesce(sum(length(sealed)), 0) from record"
        " where mailbox_id = ? and endpoint = ? and gap is null",
        whose,
    ).fetchone()
    db.execute(
        "update record set sealed = null, key_id = null, gap = ?, endpoint = json_array(endpoint)"
        " where mailbox_id = ? and endpoint = ? and gap is null",
        (LOST, *whose),
    )
    db.execute("update mailbox set waiting = waiting - ?, size = size - ? where id = ?", (count, size, mailbox))


def expire(db: Connection, now_ms: int) -> int:
    """Put one gap in place of what is too old, at its newest number."""
    old = db.execute(
        "select mailbox_id, max(seq), count(*) from record where at_ms < ? and gap is null group by mailbox_id",
        (now_ms - KEEP_MS,),
    ).fetchall()
    for mailbox, upto, _ in old:
        lost = db.execute(
            "select distinct endpoint, gap from record where mailbox_id = ? and seq <= ?", (mailbox, upto)
        ).fetchall()
        _forget(db, mailbox, upto)
        _put(db, [Row(mailbox, upto, lost_names(lost), now_ms, None, None, EXPIRED)])
    return sum(count for _, _, count in old)


def _forget(db: Connection, mailbox: int, upto: int) -> int:
    """Delete up to a number, and keep the sums right; how many rows that were."""
    count, size, rows = db.execute(
        "select count(*) filter (where gap is null), coalesce(sum(length(sealed)), 0), count(*) from record"
        " where mailbox_id = ? and seq <= ?",
        (mailbox, upto),
    ).fetchone()
    db.execute("delete from record where mailbox_id = ? and seq <= ?", (mailbox, upto))
    db.execute("update mailbox set waiting = waiting - ?, size = size - ? where id = ?", (count, size, mailbox))
    return int(rows)


def stats(db: Connection) -> Stats:
    """How much there is."""
    row = db.execute(
        "select count(*), (select count(*) from endpoint), coalesce(sum(waiting), 0), coalesce(sum(size), 0),"
        " (select min(at_ms) from record where gap is null) from mailbox"
    ).fetchone()
    return Stats(mailboxes=row[0], endpoints=row[1], waiting=row[2], size=row[3], oldest_ms=row[4])

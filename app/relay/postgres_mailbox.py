"""The statements of a PostgreSQL store about what waits in mailboxes. Each runs inside a transaction.

Whoever gives numbers holds the row of the mailbox until the commit: so numbers are given one after the other, and none
is seen before the ones below it.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence

from asyncpg import Connection, Record

from app.relay.filing import EXPIRED, FULL, LOST, Box, Filed, Row, file, fitting, lost_names, told
from app.relay.nonces import KEPT_MS
from app.relay.postgres_schema import day_of
from app.relay.store import DAY_MS, KEEP_MS, PULL_SIZE, Arrival, Fate, Limits, Stats
from app.relay.wire import Pulled

CHANNEL = "plimsoll_relay"  # of LISTEN and NOTIFY
COLUMNS = ("mailbox_id", "seq", "endpoint", "at_ms", "key_id", "sealed", "gap")
_ROW = ", ".join(COLUMNS)


async def append(db: Connection, arrivals: Sequence[Arrival], limits: Limits) -> tuple[list[Fate], dict[int, Filed]]:
    """File a batch, mailbox by mailbox, in the order that every relay locks them in; as the SQLite store's."""
    fates = [Fate.GONE] * len(arrivals)
    places: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(arrivals):
        places[one.endpoint.mailbox].append(at)
    boxes = await _boxes(db, sorted(places))
    filed = await asyncio.to_thread(_file_all, boxes, places, arrivals, limits)  # sealing takes the processor
    for mailbox, of_box in filed.items():
        for at, fate in zip(places[mailbox], of_box.fates, strict=True):
            fates[at] = fate
    await _put(db, [row for of_box in filed.values() for row in of_box.rows])
    await db.executemany(
        "update mailbox set newest = $1, waiting = $2, size = $3 where id = $4",
        [(box.newest, box.waiting, box.size, box.id) for box in boxes],
    )
    for mailbox, of_box in filed.items():
        if of_box.rows:
            await db.execute("select pg_notify($1, $2)", CHANNEL, str(mailbox))
    return fates, filed


def _file_all(
    boxes: Sequence[Box], places: dict[int, list[int]], arrivals: Sequence[Arrival], limits: Limits
) -> dict[int, Filed]:
    return {box.id: file(box, [arrivals[at] for at in places[box.id]], limits) for box in boxes}


async def _boxes(db: Connection, mailboxes: Sequence[int]) -> list[Box]:
    rows = await db.fetch(
        "select id, key, newest, waiting, size, handed from mailbox where id = any($1::bigint[])"
        " order by id for update",
        mailboxes,
    )
    names: dict[int, set[str]] = defaultdict(set)
    for row in await db.fetch("select mailbox_id, id from endpoint where mailbox_id = any($1::bigint[])", mailboxes):
        names[row["mailbox_id"]].add(row["id"])
    gaps: dict[int, dict[str, int]] = defaultdict(dict)
    for row in await db.fetch(
        "select mailbox_id, value, max(seq) as seq from record, jsonb_array_elements_text(endpoint::jsonb) as value"
        " where mailbox_id = any($1::bigint[]) and gap = $2 group by mailbox_id, value",
        mailboxes,
        FULL,
    ):
        gaps[row["mailbox_id"]][row["value"]] = row["seq"]
    return [Box(**row, endpoints=frozenset(names[row["id"]]), gaps=gaps[row["id"]]) for row in rows]


async def _put(db: Connection, rows: Sequence[Row]) -> None:
    if rows:
        values = [(row.mailbox, row.seq, row.endpoint, row.at_ms, row.key_id, row.sealed, row.gap) for row in rows]
        await db.executemany(f"insert into record ({_ROW}) values ($1, $2, $3, $4, $5, $6, $7)", values)


async def pulled(db: Connection, mailbox: int, after: int, limit: int, now_ms: int) -> Pulled:
    """What follows a number, no more than fits into an answer."""
    box = await db.fetchrow(
        "select coalesce(max(newest), 0) as newest, coalesce(max(acked), 0) as acked from mailbox where id = $1",
        mailbox,
    )
    newest, acked = box["newest"], box["acked"]
    sizes = await db.fetch(
        "select seq, coalesce(octet_length(sealed), 0) from record where mailbox_id = $1 and seq > $2"
        " order by seq limit $3",
        mailbox,
        after,
        limit,
    )
    rows = await db.fetch(
        f"select {_ROW} from record where mailbox_id = $1 and seq > $2 and seq <= $3 order by seq",
        mailbox,
        after,
        fitting([tuple(one) for one in sizes], PULL_SIZE),
    )
    first = await db.fetchval("select min(seq) from record where mailbox_id = $1", mailbox)
    records = tuple(told(Row(*row)) for row in rows)
    return Pulled(records=records, first=first or newest + 1, newest=newest, at_ms=now_ms, acked=acked)


async def acked(db: Connection, mailbox: int, upto: int) -> int:
    """Delete up to a number that was given; how many rows that were."""
    row = await db.fetchrow(
        "select least(newest, $2) as upto, acked from mailbox where id = $1 for update", mailbox, upto
    )
    if row is None or row["upto"] <= row["acked"]:
        return 0
    await db.execute("update mailbox set acked = $2 where id = $1", mailbox, row["upto"])
    return len(await _forget(db, mailbox, row["upto"]))


async def _forget(db: Connection, mailbox: int, upto: int) -> list[Record]:
    """Delete up to a number, and keep the sums right; the endpoints and gaps of the rows."""
    rows = await db.fetch(
        "delete from record where mailbox_id = $1 and seq <= $2"
        " returning endpoint, gap, coalesce(octet_length(sealed), 0) as size",
        mailbox,
        upto,
    )
    await db.execute(
        "update mailbox set waiting = waiting - $2, size = size - $3 where id = $1",
        mailbox,
        sum(row["gap"] is None for row in rows),
        sum(row["size"] for row in rows),
    )
    return list(rows)


async def redact(db: Connection, mailbox: int, endpoint: str) -> None:
    """Put gaps in place of all that waits from an endpoint, and keep the sums right."""
    await db.fetchval("select 1 from mailbox where id = $1 for update", mailbox)
    count, size = await db.fetchrow(
        "select count(*), coalesce(sum(octet_length(sealed)), 0)::bigint from record"
        " where mailbox_id = $1 and endpoint = $2 and gap is null",
        mailbox,
        endpoint,
    )
    await db.execute(
        "update record set sealed = null, key_id = null, gap = $3, endpoint = jsonb_build_array(endpoint)::text"
        " where mailbox_id = $1 and endpoint = $2 and gap is null",
        *(mailbox, endpoint, LOST),
    )
    await db.execute("update mailbox set waiting = waiting - $2, size = size - $3 where id = $1", mailbox, count, size)


async def expire(db: Connection, now_ms: int) -> int:
    """Put one gap in place of what is too old, at its newest number; then drop the days that are over."""
    last = (now_ms - KEEP_MS) // DAY_MS  # this day and later ones are kept
    old = await db.fetch(
        "select mailbox_id, max(seq) as upto, count(*) as count from record where at_ms < $1 and gap is null"
        " group by mailbox_id order by mailbox_id",
        last * DAY_MS,
    )
    for row in old:
        mailbox, upto = row["mailbox_id"], row["upto"]
        await db.fetchval("select 1 from mailbox where id = $1 for update", mailbox)
        lost = await _forget(db, mailbox, upto)
        if lost:  # another relay may have been quicker
            names = lost_names((one["endpoint"], one["gap"]) for one in lost)
            await _put(db, [Row(mailbox, upto, names, now_ms, None, None, EXPIRED)])
    await db.execute("delete from nonce where seen_ms < $1", now_ms - KEPT_MS)
    return sum(row["count"] for row in old)


async def empty_days(db: Connection, now_ms: int) -> list[str]:
    """The tables of days that are over and empty: gaps may outlast their day."""
    last = (now_ms - KEEP_MS) // DAY_MS
    names = await db.fetch(
        "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'record'::regclass"
    )
    old = [name for name in (row["name"].rpartition(".")[2] for row in names) if day_of(name) < last]
    return [name for name in old if not await db.fetchval(f"select exists (select 1 from {name})")]


async def stats(db: Connection) -> Stats:
    """How much there is."""
    row = await db.fetchrow(
        "select count(*), (select count(*) from endpoint), coalesce(sum(waiting), 0)::bigint,"
        " coalesce(sum(size), 0)::bigint, (select min(at_ms) from record where gap is null) from mailbox"
    )
    return Stats(mailboxes=row[0], endpoints=row[1], waiting=row[2], size=row[3], oldest_ms=row[4])

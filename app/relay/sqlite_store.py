"""A relay's store as one SQLite file: one thread writes, one reads; WAL, `synchronous=FULL`."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from app.relay import sqlite_schema
from app.relay.envelope import Place, key_id, seal
from app.relay.sqlite import Connection, DatabaseError, connect
from app.relay.store import KEEP_MS, Arrival, Endpoint, Fate, Limits, Mailbox, Stats, StoreDown
from app.relay.wire import Gap, Kept, Pulled

T = TypeVar("T")
_ENDPOINT = (
    "select endpoint.id, mailbox_id, mailbox.key, never_retries, scheme, secret, address from endpoint"
    " join mailbox on mailbox.id = mailbox_id"
)


# The endpoints of all that is deleted, those of older gaps included.
_LOST = """
    select json_group_array(distinct name) from (
        select endpoint as name from record where mailbox_id = ?1 and seq <= ?2 and gap is null
        union select value from record, json_each(endpoint) where mailbox_id = ?1 and seq <= ?2 and gap is not null)
"""


class SqliteStore:
    """Everything in `folder/relay.db`."""

    def __init__(self, folder: Path, *, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        self._path = folder / "relay.db"
        self._limits = limits
        self._writer = ThreadPoolExecutor(1, "relay-writer")
        self._reader = ThreadPoolExecutor(1, "relay-reader")
        self._written: Connection
        self._read: Connection

    async def open(self) -> None:
        """Make what is missing, and bring an older store up to date."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._written = await self._on(self._writer, lambda: connect(self._path))
        await self._on(self._writer, lambda: sqlite_schema.migrate(self._written))
        self._read = await self._on(self._reader, lambda: connect(self._path))

    async def close(self) -> None:
        """Let go of it."""
        await self._on(self._reader, self._read.close)
        await self._on(self._writer, self._written.close)
        self._reader.shutdown()
        self._writer.shutdown()

    async def _on(self, where: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(where, work)
        except (DatabaseError, OSError) as error:
            raise StoreDown(type(error).__name__) from error

    async def _write(self, work: Callable[[Connection], T]) -> T:
        def run() -> T:
            with _transaction(self._written) as db:
                return work(db)

        return await self._on(self._writer, run)

    # --- arrivals ------------------------------------------------------------------------------------------------

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        """Keep these in one durable transaction, sealed; what became of each."""
        return await self._write(lambda db: [self._keep(db, one) for one in arrivals])

    def _keep(self, db: Connection, arrival: Arrival) -> Fate:
        endpoint = arrival.endpoint
        row = db.execute(
            "select waiting, size, key from mailbox where id = ? and exists (select 1 from endpoint where id = ?)",
            (endpoint.mailbox, endpoint.id),
        ).fetchone()
        if row is None:
            return Fate.GONE
        waiting, size, key = row
        if arrival.gap or waiting >= self._limits.messages or size >= self._limits.size:
            if endpoint.never_retries:
                _gap(db, endpoint.mailbox, [endpoint.id], "full", arrival.at_ms)
            return Fate.FULL
        seq = _next(db, endpoint.mailbox)
        place = Place(endpoint=endpoint.id, seq=seq, at_ms=arrival.at_ms)
        sealed = seal(arrival.envelope, place, key)
        db.execute(
            "insert into record (mailbox_id, seq, endpoint, at_ms, key_id, sealed) values (?, ?, ?, ?, ?, ?)",
            (endpoint.mailbox, seq, endpoint.id, arrival.at_ms, key_id(key), sealed),
        )
        db.execute(
            "update mailbox set waiting = waiting + 1, size = size + ? where id = ?", (len(sealed), endpoint.mailbox)
        )
        return Fate.KEPT

    # --- the desktop ---------------------------------------------------------------------------------------------

    async def pull(self, mailbox: int, after: int, limit: int, *, now_ms: int) -> Pulled:
        """What follows a number, in order."""
        return await self._on(self._reader, lambda: _pulled(self._read, mailbox, after, limit, now_ms))

    async def ack(self, mailbox: int, upto: int) -> int:
        """Delete everything up to a number; how much that was. Again, or lower, it does nothing."""
        return await self._write(lambda db: _acked(db, mailbox, upto))

    async def expire(self, *, now_ms: int) -> int:
        """Put one gap in place of what nobody fetched for thirty days; how much that was."""

        def work(db: Connection) -> int:
            old = now_ms - KEEP_MS
            rows = db.execute(
                "select mailbox_id, max(seq), count(*) from record where at_ms < ? and gap is null group by mailbox_id",
                (old,),
            ).fetchall()
            for mailbox, upto, _ in rows:
                (names,) = db.execute(_LOST, (mailbox, upto)).fetchone()
                _forget(db, mailbox, upto)
                db.execute(
                    "insert into record (mailbox_id, seq, endpoint, at_ms, gap) values (?, ?, ?, ?, 'expired')",
                    (mailbox, upto, names, now_ms),
                )
            return sum(row[2] for row in rows)

        return await self._write(work)

    # --- who may --------------------------------------------------------------------------------------------------

    async def put_code(self, digest: bytes, *, until_ms: int) -> None:
        """Keep a one-time pairing code, by its hash."""
        await self._write(
            lambda db: db.execute("insert or replace into code (digest, until_ms) values (?, ?)", (digest, until_ms))
        )

    async def pair(self, digest: bytes, *, key: bytes, device: str, public: bytes, now_ms: int) -> int | None:
        """Use up a code: a new mailbox with its first device; its number. None for a wrong or old code."""

        def work(db: Connection) -> int | None:
            used = db.execute("delete from code where digest = ? returning until_ms", (digest,)).fetchone()
            if used is None or used[0] < now_ms:
                return None
            (number,) = db.execute("insert into mailbox (key) values (?) returning id", (key,)).fetchone()
            db.execute("insert into device (id, mailbox_id, public) values (?, ?, ?)", (device, number, public))
            return int(number)

        return await self._write(work)

    async def mailbox_of(self, device: str) -> tuple[Mailbox, bytes] | None:
        """The mailbox of a device, and the device's public key."""
        return await self._on(self._reader, lambda: _mailbox(self._read, device))

    async def add_key(self, mailbox: int, key: bytes) -> None:
        """New records are sealed to this key; older ones keep theirs."""
        await self._write(lambda db: db.execute("update mailbox set key = ? where id = ?", (key, mailbox)))

    async def endpoint(self, digest: bytes) -> Endpoint | None:
        """The endpoint whose secret address has this hash."""

        def work() -> Endpoint | None:
            row = self._read.execute(
                _ENDPOINT + " where endpoint.id = (select endpoint_id from token where digest = ?)", (digest,)
            ).fetchone()
            return _endpoint(row) if row else None

        return await self._on(self._reader, work)

    async def put_endpoint(self, endpoint: Endpoint, digest: bytes | None) -> None:
        """Make or change an endpoint; with a hash, its address. The two newest addresses of an endpoint hold."""

        def work(db: Connection) -> None:
            db.execute(
                "insert into endpoint (id, mailbox_id, never_retries, scheme, secret, address)"
                " values (?, ?, ?, ?, ?, ?) on conflict (id) do update set never_retries = excluded.never_retries,"
                " scheme = excluded.scheme, secret = excluded.secret, address = excluded.address"
                " where mailbox_id = excluded.mailbox_id",
                (
                    endpoint.id,
                    endpoint.mailbox,
                    endpoint.never_retries,
                    endpoint.scheme,
                    endpoint.secret,
                    endpoint.address,
                ),
            )
            if digest is not None:
                db.execute("insert into token (digest, endpoint_id) values (?, ?)", (digest, endpoint.id))
                db.execute(
                    "delete from token where endpoint_id = ?1 and rowid not in"
                    " (select rowid from token where endpoint_id = ?1 order by rowid desc limit 2)",
                    (endpoint.id,),
                )

        await self._write(work)

    async def endpoints(self, mailbox: int) -> list[Endpoint]:
        """The endpoints of a mailbox."""
        return await self._on(
            self._reader,
            lambda: [
                _endpoint(row) for row in self._read.execute(_ENDPOINT + " where mailbox_id = ? order by 1", (mailbox,))
            ],
        )

    async def drop_endpoint(self, mailbox: int, endpoint: str) -> None:
        """Nothing is taken there any more."""
        await self._write(
            lambda db: db.execute("delete from endpoint where id = ? and mailbox_id = ?", (endpoint, mailbox))
        )

    async def purge(self, mailbox: int) -> None:
        """Delete a mailbox and all that is in it."""
        await self._write(lambda db: db.execute("delete from mailbox where id = ?", (mailbox,)))

    async def stats(self) -> Stats:
        """How much there is."""

        def work() -> Stats:
            row = self._read.execute(
                "select count(*), (select count(*) from endpoint), coalesce(sum(waiting), 0), coalesce(sum(size), 0),"
                " (select min(at_ms) from record) from mailbox"
            ).fetchone()
            return Stats(mailboxes=row[0], endpoints=row[1], waiting=row[2], size=row[3], oldest_ms=row[4])

        return await self._on(self._reader, work)

    async def back_up(self, target: Path) -> None:
        """A whole copy of the file, taken while it runs."""
        await self._on(self._writer, lambda: self._written.execute("vacuum into ?", (str(target),)))


@contextmanager
def _transaction(db: Connection) -> Iterator[Connection]:
    db.execute("begin immediate")
    try:
        yield db
    except BaseException:
        db.execute("rollback")
        raise
    db.execute("commit")


def _next(db: Connection, mailbox: int) -> int:
    (seq,) = db.execute("update mailbox set newest = newest + 1 where id = ? returning newest", (mailbox,)).fetchone()
    return int(seq)


def _gap(db: Connection, mailbox: int, endpoints: Sequence[str], why: str, at_ms: int) -> None:
    """One gap for an endpoint, however much is dropped until the desktop has come."""
    for endpoint in endpoints:
        known = db.execute(
            "select 1 from record where mailbox_id = ? and endpoint = json_array(?) and gap = ?",
            (mailbox, endpoint, why),
        ).fetchone()
        if known is None:
            db.execute(
                "insert into record (mailbox_id, seq, endpoint, at_ms, gap) values (?, ?, json_array(?), ?, ?)",
                (mailbox, _next(db, mailbox), endpoint, at_ms, why),
            )


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


def _acked(db: Connection, mailbox: int, upto: int) -> int:
    row = db.execute("select min(newest, ?), acked from mailbox where id = ?", (upto, mailbox)).fetchone()
    if row is None or row[0] <= row[1]:
        return 0
    db.execute("update mailbox set acked = ? where id = ?", (row[0], mailbox))
    return _forget(db, mailbox, row[0])


def _pulled(db: Connection, mailbox: int, after: int, limit: int, now_ms: int) -> Pulled:
    db.execute("begin")
    try:
        (newest,) = db.execute("select coalesce(max(newest), 0) from mailbox where id = ?", (mailbox,)).fetchone()
        rows = db.execute(
            "select seq, endpoint, at_ms, key_id, sealed, gap,"
            " case when gap is null then null else (select group_concat(value, char(10)) from json_each(endpoint)) end"
            " from record where mailbox_id = ? and seq > ? order by seq limit ?",
            (mailbox, after, limit),
        ).fetchall()
        (first,) = db.execute("select min(seq) from record where mailbox_id = ?", (mailbox,)).fetchone()
    finally:
        db.execute("commit")
    return Pulled(records=tuple(map(_record, rows)), first=first or newest + 1, newest=newest, at_ms=now_ms)


def _record(row: Sequence[Any]) -> Kept | Gap:
    seq, endpoint, at_ms, key, sealed, gap, names = row
    if gap is not None:
        return Gap(seq=seq, at_ms=at_ms, endpoints=tuple(str(names).split("\n")), why=gap)
    return Kept(seq=seq, endpoint=endpoint, at_ms=at_ms, key=key, sealed=bytes(sealed))


def _mailbox(db: Connection, device: str) -> tuple[Mailbox, bytes] | None:
    row = db.execute(
        "select mailbox.id, key, newest, acked, waiting, size,"
        " (select min(at_ms) from record where mailbox_id = mailbox.id), public"
        " from device join mailbox on mailbox.id = mailbox_id where device.id = ?",
        (device,),
    ).fetchone()
    if row is None:
        return None
    number, key, newest, acked, waiting, size, oldest, public = row
    found = Mailbox(id=number, key=bytes(key), newest=newest, acked=acked, waiting=waiting, size=size, oldest_ms=oldest)
    return found, bytes(public)


def _endpoint(row: Sequence[Any]) -> Endpoint:
    name, mailbox, key, never_retries, scheme, secret, address = row
    return Endpoint(
        id=name,
        mailbox=mailbox,
        key=bytes(key),
        never_retries=bool(never_retries),
        scheme=scheme,
        secret=secret,
        address=address,
    )

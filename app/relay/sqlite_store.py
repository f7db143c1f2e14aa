"""A relay's store as one SQLite file: one thread writes, one reads; WAL, `synchronous=FULL`.

A third thread brings what is in the WAL into the file meanwhile. A commit does so only for what that thread left, and
only when the WAL has become long: else everybody waited longer in every few hundred calls.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from app.relay import sqlite_mailbox, sqlite_people, sqlite_schema
from app.relay.filing import Newest
from app.relay.nonces import Nonces
from app.relay.signing import Signed
from app.relay.sqlite import Connection, DatabaseError, connect, make_durable
from app.relay.sqlite_schema import NotAStore
from app.relay.store import Arrival, Bell, Endpoint, Fate, Limits, Mailbox, Stats, StoreDown
from app.relay.wire import Pulled

T = TypeVar("T")
FILE = "relay.db"
TIDY_AFTER = 400  # rows and transactions: about 4 MB of WAL


class SqliteStore:
    """Everything in `folder/relay.db`. `max_pages`: see `sqlite.make_durable`."""

    def __init__(self, folder: Path, *, limits: Limits = Limits(), max_pages: int = 0) -> None:  # noqa: B008 - frozen
        self._path = folder / FILE
        self._limits, self._max_pages = limits, max_pages
        self._writer = ThreadPoolExecutor(1, "relay-writer")
        self._reader = ThreadPoolExecutor(1, "relay-reader")
        self._tidier = ThreadPoolExecutor(1, "relay-tidier")
        self._nonces = Nonces()
        self._newest = Newest()
        self._written: Connection | None = None
        self._read: Connection | None = None
        self._tidied: Connection | None = None
        self._tidying: asyncio.Task[None] | None = None
        self._untidy = 0

    async def open(self, bell: Bell | None = None) -> None:  # noqa: ARG002 - one relay alone writes here
        """Make what is missing, and bring an older store up to date."""

        def make() -> Connection:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._path.touch(mode=0o600)
            return self._ready(migrate=True)

        try:
            self._written = await self._on(self._writer, make)
            self._read = await self._on(self._reader, lambda: self._ready(migrate=False))
            self._tidied = await self._on(self._tidier, lambda: self._ready(migrate=False))
        except BaseException:
            await self.close()
            raise

    def _ready(self, *, migrate: bool) -> Connection:
        db = connect(self._path)
        try:
            sqlite_schema.check(db)
            make_durable(db, max_pages=self._max_pages)
            if migrate:
                sqlite_schema.migrate(db)
        except BaseException:
            db.close()
            raise
        return db

    async def close(self) -> None:
        """Let go of it."""
        if self._tidying is not None:
            await self._tidying
        connections = (self._tidier, self._tidied), (self._reader, self._read), (self._writer, self._written)
        for where, db in connections:
            if db is not None:
                await self._on(where, db.close)
            where.shutdown()

    async def _on(self, where: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(where, work)
        except (DatabaseError, OSError, NotAStore) as error:
            raise StoreDown(f"{type(error).__name__}: {error}") from error

    async def _reading(self, work: Callable[[Connection], T]) -> T:
        db = self._read
        assert db is not None
        return await self._on(self._reader, lambda: _transaction(db, "deferred", work))

    async def _writing(self, work: Callable[[Connection], T]) -> T:
        db = self._written
        assert db is not None
        done = await self._on(self._writer, lambda: _transaction(db, "immediate", work))
        self._untidy += 1
        if self._untidy >= TIDY_AFTER and self._tidying is None:
            self._tidying = asyncio.create_task(self._tidy())
        return done

    async def _tidy(self) -> None:
        db = self._tidied
        assert db is not None
        self._untidy = 0
        with contextlib.suppress(StoreDown):  # the next round tries again, and so do commits
            await self._on(self._tidier, lambda: db.execute("pragma wal_checkpoint(passive)").fetchall())
        self._tidying = None

    # --- arrivals, and the desktop that fetches them -----------------------------------------------------------------

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        """Keep these in one durable transaction, sealed; what became of each."""
        fates, filed = await self._writing(lambda db: sqlite_mailbox.append(db, arrivals, self._limits))
        self._newest.learn(filed)
        self._untidy += len(arrivals)
        return fates

    def newest(self, mailbox: int) -> int | None:
        """The newest number given there, as far as it is remembered."""
        return self._newest.of(mailbox)

    async def pull(self, mailbox: int, after: int, limit: int, *, now_ms: int) -> Pulled:
        """What follows a number, in order."""
        pulled = await self._reading(lambda db: sqlite_mailbox.pulled(db, mailbox, after, limit, now_ms))
        if gap := pulled.newest_gap():
            await self._writing(lambda db: sqlite_mailbox.hand_over(db, mailbox, gap))
        return pulled

    async def ack(self, mailbox: int, upto: int) -> int:
        """Delete everything up to a number; how much that was. Again, or lower, it does nothing."""
        return await self._writing(lambda db: sqlite_mailbox.acked(db, mailbox, upto))

    async def redact(self, mailbox: int, endpoint: str) -> None:
        """Delete what waits from this endpoint. Its numbers stay, as gaps."""
        await self._writing(lambda db: sqlite_mailbox.redact(db, mailbox, endpoint))

    async def expire(self, *, now_ms: int) -> int:
        """Put one gap in place of what nobody fetched for thirty days; how much that was."""
        return await self._writing(lambda db: sqlite_mailbox.expire(db, now_ms))

    # --- who may, and where channels call ----------------------------------------------------------------------------

    async def first_seen(self, claim: Signed, *, now_ms: int) -> bool:
        """Is it the first time that this nonce comes? From now on it is not."""
        return self._nonces.first_seen(claim, now_ms)

    async def put_code(self, digest: bytes, *, until_ms: int, now_ms: int = 0) -> None:
        """Keep a one-time pairing code, by its hash."""
        await self._writing(lambda db: sqlite_people.put_code(db, digest, until_ms, now_ms))

    async def pair(self, digest: bytes, *, key: bytes, device: str, public: bytes, now_ms: int) -> int | None:
        """Use up a code: a new mailbox with its first device; its number. None for a wrong or old code."""
        return await self._writing(lambda db: sqlite_people.pair(db, digest, key, device, public, now_ms))

    async def mailbox_of(self, device: str) -> tuple[Mailbox, bytes] | None:
        """The mailbox of a device, and the device's public key."""
        return await self._reading(lambda db: sqlite_people.mailbox_of(db, device))

    async def put_key(self, mailbox: int, key: bytes) -> None:
        """New records are sealed to this key; older ones keep theirs."""
        await self._writing(lambda db: db.execute("update mailbox set key = ? where id = ?", (key, mailbox)))

    async def endpoint(self, digest: bytes) -> Endpoint | None:
        """The endpoint whose secret address has this hash."""
        return await self._reading(lambda db: sqlite_people.endpoint(db, digest))

    async def put_endpoint(self, endpoint: Endpoint, digest: bytes | None, *, alone: bool = False) -> None:
        """Make or change an endpoint. Raises `TooMany`."""
        most = self._limits.endpoints
        await self._writing(lambda db: sqlite_people.put_endpoint(db, endpoint, digest, alone=alone, most=most))

    async def endpoints(self, mailbox: int) -> list[Endpoint]:
        """The endpoints of a mailbox."""
        return await self._reading(lambda db: sqlite_people.endpoints(db, mailbox))

    async def drop_endpoint(self, mailbox: int, endpoint: str) -> None:
        """Nothing is taken there any more."""
        where = (endpoint, mailbox)
        await self._writing(lambda db: db.execute("delete from endpoint where id = ? and mailbox_id = ?", where))

    async def purge(self, mailbox: int) -> None:
        """Delete a mailbox and all that is in it."""
        await self._writing(lambda db: db.execute("delete from mailbox where id = ?", (mailbox,)))

    async def stats(self) -> Stats:
        """How much there is."""
        return await self._reading(sqlite_mailbox.stats)

    async def back_up(self, target: Path) -> None:
        """A whole copy of the file, taken while it runs. Raises `StoreDown` where the target exists."""
        db = self._written
        assert db is not None
        target.touch(mode=0o600)  # an empty file is written to, any other is refused
        await self._on(self._writer, lambda: db.execute("vacuum into ?", (str(target),)))


def _transaction(db: Connection, kind: str, work: Callable[[Connection], T]) -> T:
    db.execute(f"begin {kind}")
    try:
        done = work(db)
        db.execute("commit")
    except BaseException:
        if db.in_transaction:  # a full disk has rolled back already
            db.execute("rollback")
        raise
    return done

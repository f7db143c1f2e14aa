"""A relay's store as a PostgreSQL database: any number of relays before it, woken by LISTEN and NOTIFY."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar

import asyncpg
from asyncpg import Connection

from app.relay import postgres_mailbox, postgres_people
from app.relay.filing import Filed, Newest
from app.relay.postgres_schema import SCHEMA, NotAStore, make_days, migrate
from app.relay.signing import Signed
from app.relay.store import DAY_MS, Arrival, Bell, Endpoint, Fate, Limits, Mailbox, Stats, StoreDown
from app.relay.wire import Pulled

T = TypeVar("T")
Work = Callable[[Connection], Awaitable[T]]
CONNECTIONS = 8
TIMEOUT_S = 10.0
AGAIN_S = 1.0  # until a lost listening connection is made anew
_DOWN = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError, NotAStore)
_OPTIONS: dict[str, Any] = {
    "timeout": TIMEOUT_S,
    "command_timeout": TIMEOUT_S,
    "server_settings": {"search_path": SCHEMA, "application_name": "plimsoll-relay"},
}


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except _DOWN as error:  # its own words may hold values
        raise StoreDown(type(error).__name__) from error


async def _never_forgetful(db: Connection) -> None:
    """A server that answers before its disk has it is told not to, here; a stricter setting stays."""
    await db.execute(
        "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'"
    )


class PostgresStore:
    """Everything in one schema of the database at `address` (`postgresql://...`)."""

    def __init__(self, address: str, *, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        self._address, self._limits = address, limits
        self._pool: asyncpg.Pool | None = None
        self._newest = Newest()
        self._listening: asyncio.Task[None] | None = None

    async def open(self, bell: Bell | None = None) -> None:
        """Make what is missing, and bring an older store up to date. `bell` rings for what other relays keep here."""
        with _said():
            self._pool = await asyncpg.create_pool(
                self._address, min_size=1, max_size=CONNECTIONS, init=_never_forgetful, **_OPTIONS
            )
        try:
            async with self._connection() as db:
                await migrate(db)
            if bell is not None:
                self._listening = asyncio.create_task(self._listen(bell))
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Let go of it."""
        if self._listening is not None:
            self._listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listening
        if self._pool is not None:
            try:
                await asyncio.wait_for(self._pool.close(), TIMEOUT_S)
            except _DOWN:
                self._pool.terminate()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[Connection]:
        pool = self._pool
        assert pool is not None
        with _said():
            async with pool.acquire(timeout=TIMEOUT_S) as db:
                yield db

    async def _do(self, work: Work[T], *, isolation: str | None = None, readonly: bool = False) -> T:
        async with self._connection() as db, db.transaction(isolation=isolation, readonly=readonly):
            return await work(db)

    async def _read(self, work: Work[T]) -> T:
        """One picture for all statements of the work."""
        return await self._do(work, isolation="repeatable_read", readonly=True)

    async def _listen(self, bell: Bell) -> None:
        """Hand on what other relays say. After a break everybody looks once, for something may have been missed."""
        while True:
            with contextlib.suppress(*_DOWN):
                await self._listen_once(bell)
            await asyncio.sleep(AGAIN_S)

    async def _listen_once(self, bell: Bell) -> None:
        db = await asyncpg.connect(self._address, **_OPTIONS)
        lost = asyncio.Event()
        try:
            db.add_termination_listener(lambda _: lost.set())
            await db.add_listener(postgres_mailbox.CHANNEL, lambda *said: bell(int(said[3])))
            bell(None)
            await lost.wait()
        finally:
            db.terminate()

    # --- arrivals, and the desktop that fetches them -----------------------------------------------------------------

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        """Keep these in one durable transaction, sealed; what became of each."""

        async def work(db: Connection) -> tuple[list[Fate], dict[int, Filed]]:
            return await postgres_mailbox.append(db, arrivals, self._limits)

        fates, filed = await self._with_days({one.at_ms for one in arrivals}, work)
        self._newest.learn(filed)
        return fates

    def newest(self, mailbox: int) -> int | None:
        """The newest number given there, as far as it is remembered."""
        return self._newest.of(mailbox)

    async def _with_days(self, moments_ms: set[int], work: Work[T]) -> T:
        """Do it; where the table of a day is missing, make it and do it again."""
        async with self._connection() as db:
            try:
                async with db.transaction():
                    return await work(db)
            except asyncpg.CheckViolationError:
                await make_days(db, moments_ms)
            async with db.transaction():
                return await work(db)

    async def pull(self, mailbox: int, after: int, limit: int, *, now_ms: int) -> Pulled:
        """What follows a number, in order."""
        pulled = await self._read(lambda db: postgres_mailbox.pulled(db, mailbox, after, limit, now_ms))
        if gap := pulled.newest_gap():
            await self._write("update mailbox set handed = greatest(handed, $2) where id = $1", mailbox, gap)
        return pulled

    async def _write(self, statement: str, *values: Any) -> None:
        async with self._connection() as db:
            await db.execute(statement, *values)

    async def ack(self, mailbox: int, upto: int) -> int:
        """Delete everything up to a number; how much that was. Again, or lower, it does nothing."""
        return await self._do(lambda db: postgres_mailbox.acked(db, mailbox, upto))

    async def redact(self, mailbox: int, endpoint: str) -> None:
        """Delete what waits from this endpoint. Its numbers stay, as gaps."""
        await self._do(lambda db: postgres_mailbox.redact(db, mailbox, endpoint))

    async def expire(self, *, now_ms: int) -> int:
        """Put one gap in place of what nobody fetched for thirty days, and drop those days; how much that was.

        A day is kept until its last hour is thirty days old. Also makes the tables of the next days.
        """
        moments = {now_ms, now_ms + DAY_MS, now_ms + 2 * DAY_MS}
        async with self._connection() as db:
            await make_days(db, moments)
        count = await self._do(lambda db: postgres_mailbox.expire(db, now_ms))
        for name in await self._read(lambda db: postgres_mailbox.empty_days(db, now_ms)):
            await self._write(f"drop table if exists {name}")
        return count

    # --- who may, and where channels call ----------------------------------------------------------------------------

    async def first_seen(self, claim: Signed, *, now_ms: int) -> bool:
        """Is it the first time that this nonce comes? From now on it is not, at any relay on this store."""
        return await self._do(lambda db: postgres_people.first_seen(db, claim, now_ms))

    async def put_code(self, digest: bytes, *, until_ms: int, now_ms: int = 0) -> None:
        """Keep a one-time pairing code, by its hash."""
        await self._do(lambda db: postgres_people.put_code(db, digest, until_ms, now_ms))

    async def pair(self, digest: bytes, *, key: bytes, device: str, public: bytes, now_ms: int) -> int | None:
        """Use up a code: a new mailbox with its first device; its number. None for a wrong or old code."""
        return await self._do(lambda db: postgres_people.pair(db, digest, key, device, public, now_ms))

    async def mailbox_of(self, device: str) -> tuple[Mailbox, bytes] | None:
        """The mailbox of a device, and the device's public key."""
        return await self._read(lambda db: postgres_people.mailbox_of(db, device))

    async def put_key(self, mailbox: int, key: bytes) -> None:
        """New records are sealed to this key; older ones keep theirs."""
        await self._write("update mailbox set key = $2 where id = $1", mailbox, key)

    async def endpoint(self, digest: bytes) -> Endpoint | None:
        """The endpoint whose secret address has this hash."""
        return await self._read(lambda db: postgres_people.endpoint(db, digest))

    async def put_endpoint(self, endpoint: Endpoint, digest: bytes | None, *, alone: bool = False) -> None:
        """Make or change an endpoint. Raises `TooMany`."""
        most = self._limits.endpoints
        await self._do(lambda db: postgres_people.put_endpoint(db, endpoint, digest, alone=alone, most=most))

    async def endpoints(self, mailbox: int) -> list[Endpoint]:
        """The endpoints of a mailbox."""
        return await self._read(lambda db: postgres_people.endpoints(db, mailbox))

    async def drop_endpoint(self, mailbox: int, endpoint: str) -> None:
        """Nothing is taken there any more."""
        await self._write("delete from endpoint where mailbox_id = $1 and id = $2", mailbox, endpoint)

    async def purge(self, mailbox: int) -> None:
        """Delete a mailbox and all that is in it."""
        await self._write("delete from mailbox where id = $1", mailbox)

    async def stats(self) -> Stats:
        """How much there is."""
        return await self._read(postgres_mailbox.stats)

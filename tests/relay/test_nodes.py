"""Several relays on one PostgreSQL: a pull parked at one is woken by a call at another, and a nonce holds for all."""

import asyncio
import json
import threading
import time

from app.relay.postgres_schema import STEPS, migrate
from app.relay.postgres_store import PostgresStore
from app.relay.store import DAY_MS
from tests.relay import postgres
from tests.relay.relays import Relay, Relays, paired


def _until_parked(relay: Relay) -> None:
    deadline = time.monotonic() + 20
    while not json.loads(relay.ask("GET", "/metrics")[2])["parked"]:
        assert time.monotonic() < deadline


def test_relays_share_everything(relays: Relays, pg_server: postgres.Server) -> None:
    where = pg_server.new_database()
    one, two = relays.start(where), relays.start(where)
    desk = paired(one)
    place = desk.endpoint("shop")
    found = []
    thread = threading.Thread(target=lambda: found.extend(desk.pull(wait=25).records))
    thread.start()
    _until_parked(one)
    began = time.monotonic()
    assert two.ask("POST", place, b"ring")[0] == 200
    thread.join(20)
    assert time.monotonic() - began < 10
    assert [desk.opened(record).body for record in found] == [b"ring"]
    signed = desk.headers("GET", "/v1/pull")
    assert one.ask("GET", "/v1/pull", headers=signed)[0] == 200
    assert two.ask("GET", "/v1/pull", headers=signed)[0] == 401


def test_a_lost_listening_connection_is_made_anew_and_everybody_looks(pg_server: postgres.Server) -> None:
    where = pg_server.new_database()

    async def whole() -> None:
        rung: asyncio.Queue[int | None] = asyncio.Queue()
        store = PostgresStore(where)
        await store.open(rung.put_nowait)
        try:
            assert await rung.get() is None
            async with store._connection() as db:
                await db.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    " and query ilike 'listen%'"
                )
            assert await rung.get() is None
            async with store._connection() as db:
                await db.execute("select pg_notify('plimsoll_relay', '7')")
            assert await rung.get() == 7
        finally:
            await store.close()

    asyncio.run(whole())


def test_days_that_are_over_are_dropped_whole(pg_server: postgres.Server) -> None:
    where = pg_server.new_database()

    async def whole() -> None:
        store = PostgresStore(where)
        await store.open()
        try:
            await store.expire(now_ms=0)
            assert await _days(store) == ["record_19700101", "record_19700102", "record_19700103"]
            await store.expire(now_ms=32 * DAY_MS)
            assert await _days(store) == ["record_19700103", "record_19700202", "record_19700203", "record_19700204"]
        finally:
            await store.close()

    asyncio.run(whole())


async def _days(store: PostgresStore) -> list[str]:
    async with store._connection() as db:
        rows = await db.fetch("select relname from pg_class where relname ~ '^record_[0-9]+$' order by 1")
    return [row["relname"] for row in rows]


def test_relays_that_start_at_once_make_the_tables_once_and_an_older_store_is_brought_up_to_date(
    pg_server: postgres.Server,
) -> None:
    async def whole() -> None:
        stores = [PostgresStore(where) for _ in range(4)]
        await asyncio.gather(*(store.open() for store in stores))
        async with stores[0]._connection() as db:
            await migrate(db, (*STEPS, "alter table mailbox add column more integer"))
            await db.execute("select more from mailbox")
            assert await db.fetchval("select number from version") == len(STEPS) + 1
        await asyncio.gather(*(store.close() for store in stores))

    where = pg_server.new_database()
    asyncio.run(whole())

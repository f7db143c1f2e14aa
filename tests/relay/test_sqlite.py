"""The file of a relay: steps of its schema, and what it refuses to touch."""

import asyncio
import shutil
from pathlib import Path

import pytest

from app.relay import sqlite_store
from app.relay.batch import NOTHING
from app.relay.envelope import new_key
from app.relay.sqlite import Connection, connect, make_durable
from app.relay.sqlite_schema import STEPS, NotAStore, check, migrate
from app.relay.sqlite_store import FILE, SqliteStore
from app.relay.store import Arrival, Endpoint


def _version(db: Connection) -> int:
    return int(db.execute("pragma user_version").fetchone()[0])


def test_an_older_store_is_brought_up_to_date_and_a_step_that_fails_leaves_it_as_it_was(tmp_path: Path) -> None:
    db = connect(tmp_path / "relay.db")
    make_durable(db)
    migrate(db)
    db.execute("insert into mailbox (key) values (x'00')")
    more = (*STEPS, "alter table mailbox add column more integer not null default 7; -- said")
    with pytest.raises(Exception, match="nonsense"):
        migrate(db, (*more, "create table t (a integer) strict; nonsense"))
    assert (_version(db), db.in_transaction) == (len(STEPS), False)
    migrate(db, more)
    migrate(db, more)
    assert _version(db) == len(more)
    assert db.execute("select more from mailbox").fetchall() == [(7,)]
    with pytest.raises(NotAStore):
        migrate(db)
    db.close()


def test_a_database_of_somebody_else_is_not_ours(tmp_path: Path) -> None:
    db = connect(tmp_path / "relay.db")
    db.execute("create table letters (words text)")
    with pytest.raises(NotAStore):
        check(db)
    db.close()


def test_every_commit_reaches_the_disk_and_what_is_freed_is_overwritten(tmp_path: Path) -> None:
    db = connect(tmp_path / "relay.db")
    make_durable(db)
    asked = {
        name: db.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "secure_delete")
    }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}
    db.close()


def test_the_wal_is_brought_into_the_file_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_store, "TIDY_AFTER", 20)

    async def whole() -> None:
        store = SqliteStore(tmp_path)
        await store.open()
        _, key = new_key()
        await store.put_code(b"code", until_ms=2)
        mailbox = await store.pair(b"code", key=key, device="d", public=bytes(32), now_ms=1)
        assert mailbox is not None
        shop = Endpoint(id="shop", mailbox=mailbox, key=key)
        await store.put_endpoint(shop, b"address")
        for _ in range(20):
            await store.append([Arrival(endpoint=shop, envelope=NOTHING, at_ms=1)])
        if store._tidying is not None:
            await store._tidying
        shutil.copy(tmp_path / FILE, tmp_path / "alone.db")  # without its WAL
        await store.close()

    asyncio.run(whole())
    db = connect(tmp_path / "alone.db")
    assert db.execute("select count(*) from record").fetchone()[0] >= 5
    db.close()

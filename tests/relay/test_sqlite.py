"""The file of a relay: steps of its schema, and what it refuses to touch."""

from pathlib import Path

import pytest

from app.relay.sqlite import Connection, connect, make_durable
from app.relay.sqlite_schema import STEPS, NotAStore, check, migrate


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

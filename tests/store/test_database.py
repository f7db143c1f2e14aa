"""Opening the inventory file: ours, new, newer, foreign, damaged, read-only, on a full disk; and its schema."""

import gzip
import os
import random
from pathlib import Path

import pytest

from app.errors import StoreError
from app.posting import post_order
from app.store import backup, database, ledger, lineup, migrations, plans, pushes
from app.store.agenda import agenda
from app.store.database import connection, lane_connection, open_database, reader, transaction
from app.store.format import SCHEMA_VERSION
from app.store.sqlite import IntegrityError, OperationalError, connect
from tests.life import NOW, add_listing, add_product, add_shop, fresh, level, line, order

GOLDEN = Path(__file__).parent.parent / "golden"


def schema(db):
    rows = db.execute("select type, name, sql from sqlite_master where name not like 'sqlite_%' order by type, name")
    return "\n".join(f"{kind} {name}\n{sql}" for kind, name, sql in rows if sql)


def test_a_new_file_has_the_schema_of_the_newest_release(tmp_path):
    db = fresh(tmp_path)
    assert db.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)
    assert len(list(migrations.migrations.pending(migrations.Database(memory=True)))) == SCHEMA_VERSION
    assert db.execute("pragma journal_mode").fetchone() == ("wal",)
    assert db.execute("pragma foreign_keys").fetchone() == (1,)
    db.close()


def test_the_schema_is_the_golden_one(tmp_path):
    """A released step is never edited: write a new one, and then a new golden file."""
    db = fresh(tmp_path)
    golden = GOLDEN / f"schema-{SCHEMA_VERSION}.sql"
    assert schema(db) + "\n" == golden.read_text(encoding="utf-8")
    db.close()


def test_the_program_itself_runs_on_full(tmp_path):
    db = open_database(tmp_path / "inventory.db")
    assert db.execute("pragma synchronous").fetchone() == (2,), "a power cut must not lose a sale"
    db.close()


def test_what_a_lane_must_not_lose_is_on_the_disk_before_it_goes_on(tmp_path):
    open_database(tmp_path / "inventory.db").close()
    entered: list[str] = []

    class Gate:
        def __enter__(self):
            entered.append("in")

        def __exit__(self, *what):
            entered.append("out")

    db = lane_connection(tmp_path / "inventory.db", Gate())
    levels = []
    for lasting in (False, True, False):
        with transaction(db, lasting=lasting):
            levels += db.execute("pragma synchronous").fetchone()
    assert levels == [1, 2, 1]
    assert entered == ["in", "out"] * 3
    with pytest.raises(ZeroDivisionError), transaction(db, lasting=True):
        1 / 0  # noqa: B018 - a bug within
    assert db.execute("pragma synchronous").fetchone() == (1,)
    db.close()


def test_what_a_lane_asks_at_every_step_is_found_by_index(tmp_path):
    """A look through all listings at every step of every lane would cost more than everything else together."""
    db = fresh(tmp_path)
    shop = add_shop(db, "fake", "Fake", "F")
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    agenda(db, shop.id, now=NOW)
    assert pushes.due(db, lineup.waiting(db, shop.id, now=NOW), now=NOW)
    with transaction(db):
        plans.rethink(db, [1], now=NOW)
        pushes.mark_due(db, [1], now=NOW)
    db.set_trace_callback(None)
    questions = [one for one in asked if one.lstrip().lower().startswith(("select", "update"))]
    steps = [row[3] for one in questions for row in db.execute("explain query plan " + one)]
    assert len(questions) >= 10
    assert [step for step in steps if step.startswith("SCAN") and step not in SMALL] == []
    db.close()


SMALL = ("SCAN CONSTANT ROW", "SCAN shop", "SCAN demand_unit", "SCAN json_each VIRTUAL TABLE INDEX 1:")
SMALL += ("SCAN product VIRTUAL TABLE INDEX 1:",)  # what is asked for, as JSON
SMALL += ("SCAN offer_hold USING INDEX offer_hold_open",)  # what customers are offered at this moment


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_every_released_format_opens_with_its_data(tmp_path, version):
    path = tmp_path / "inventory.db"
    path.write_bytes(gzip.decompress((GOLDEN / f"inventory-{version}.db.gz").read_bytes()))
    db = open_database(path)
    assert db.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)
    assert level(db, "MUG") == (4, 1)
    assert level(db, "SET") == (2, 1)
    assert ledger.levels_that_disagree(db) == []
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert [row.order for row in ledger.history(db, "MUG")] == ["2", "1", "1", ""]
    db.close()


def test_a_step_that_fails_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(migrations, "M001", migrations.M001 + "\ncreate table broken (")
    with pytest.raises(OperationalError):
        open_database(tmp_path / "inventory.db")
    db = connect(tmp_path / "inventory.db")
    assert db.execute("select count(*) from sqlite_master where name = 'stock_entry'").fetchone() == (0,)
    db.close()
    monkeypatch.undo()
    open_database(tmp_path / "inventory.db").close()


def refused(path, words):
    before = path.read_bytes()
    with pytest.raises(StoreError, match=words):
        open_database(path)
    assert path.read_bytes() == before, "nothing is changed"


def test_somebody_elses_database(tmp_path):
    path = tmp_path / "other.db"
    other = connect(path)
    other.execute("create table song (title)")
    other.commit()
    other.close()
    refused(path, "not a Plimsoll inventory")


def test_a_file_of_rubbish(tmp_path):
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear diary, today I sold eleven mugs.\n" * 100)
    refused(path, "not a Plimsoll inventory")


def test_a_newer_inventory(tmp_path):
    db = fresh(tmp_path)
    db.execute(f"pragma user_version={SCHEMA_VERSION + 1}")
    db.execute("pragma journal_mode=delete")
    db.close()
    refused(tmp_path / "inventory.db", "newer Plimsoll")


def test_a_torn_file(tmp_path):
    db = fresh(tmp_path)
    db.execute("pragma journal_mode=delete")
    db.close()
    path = tmp_path / "inventory.db"
    whole = bytearray(path.read_bytes())
    whole[100:4096] = random.Random(1).randbytes(4096 - 100)
    path.write_bytes(bytes(whole))
    refused(path, "damaged")


def test_a_read_only_folder(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    if os.geteuid() == 0:  # root may write anywhere, but not there
        folder = Path("/proc/self")
    try:
        with pytest.raises(StoreError, match=r"read-only|cannot be opened"):
            open_database(folder / "inventory.db")
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        open_database(tmp_path / "nowhere" / "inventory.db")


def test_writing_through_a_reading_connection_is_said_in_words(tmp_path):
    fresh(tmp_path).close()
    db = reader(tmp_path / "inventory.db")
    with pytest.raises(StoreError, match="read-only"), database.translated(None):
        db.execute("insert into about values ('a', 'b')")
    db.close()


def test_a_full_disk_changes_nothing_and_says_so(tmp_path):
    db = fresh(tmp_path)
    woo = add_shop(db)
    add_product(db, "MUG", 500)
    add_listing(db, woo, "MUG")
    pages = db.execute("pragma page_count").fetchone()[0]
    db.execute(f"pragma max_page_count={pages}")

    def sell_many():
        for number in range(500):
            post_order(db, woo, order(str(number), line("MUG", 1)), now=NOW)

    with pytest.raises(StoreError, match="disk is full"):
        sell_many()
    on_hand, committed = level(db, "MUG")
    assert committed == db.execute("select count(*) from sales_order").fetchone()[0]
    assert ledger.levels_that_disagree(db) == []
    db.execute("pragma max_page_count=1000000")
    post_order(db, woo, order("after", line("MUG", 1)), now=NOW)
    assert level(db, "MUG") == (on_hand, committed + 1)
    db.close()


def test_a_locked_file_is_said_in_words(tmp_path):
    db = fresh(tmp_path)
    other = connection(tmp_path / "inventory.db")
    db.execute("pragma busy_timeout=10")
    with (
        transaction(other),
        pytest.raises(StoreError, match="in use by something else"),
        transaction(db),
    ):
        pass
    other.close()
    db.close()


def test_our_own_mistakes_are_not_dressed_up(tmp_path):
    db = fresh(tmp_path)
    with pytest.raises(IntegrityError), transaction(db):
        db.execute("insert into push (listing_id, shop_id) values (77, 77)")
    assert not db.in_transaction
    with pytest.raises(AssertionError, match="do not nest"), transaction(db), transaction(db):
        pass
    db.close()


def test_a_fifth_state_of_a_write_is_impossible(tmp_path):
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    add_listing(db, add_shop(db), "MUG")
    with pytest.raises(IntegrityError):
        db.execute("update push set state = 'forgotten'")
    db.close()


def test_a_backup_is_a_checked_copy(tmp_path):
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    target = tmp_path / "backups" / "plimsoll-20260514-143200.db"
    assert backup.back_up(db, target) == 1
    copy = open_database(target)
    assert level(copy, "MUG") == (5, 0)
    copy.close()
    assert backup.newest_backup(tmp_path / "backups") == NOW.replace(second=0)
    db.close()


def test_a_backup_that_cannot_be_written_says_so_and_leaves_the_old_one(tmp_path, monkeypatch):
    db = fresh(tmp_path)
    target = tmp_path / "plimsoll-20260514-143200.db"
    backup.back_up(db, target)
    before = target.read_bytes()
    counts = iter([0, 1, 0])  # the copy holds rows that the inventory had neither before nor after
    monkeypatch.setattr(backup, "_counts", lambda db: {"stock_entry": next(counts)})
    with pytest.raises(StoreError, match="does not read back right"):
        backup.back_up(db, target)
    assert target.read_bytes() == before
    db.close()


def test_old_backups_are_forgotten(tmp_path):
    for day in range(1, 31):
        (tmp_path / f"plimsoll-202604{day:02d}-120000.db").touch()
    (tmp_path / "my own copy.db").touch()
    backup.rotate(tmp_path, now=NOW)
    left = [path.name[9:17] for path in backup.backup_files(tmp_path)]
    assert left == ["20260405", *(f"202604{day:02d}" for day in range(7, 31))]
    assert (tmp_path / "my own copy.db").exists()


def test_before_a_migration_the_file_is_copied(tmp_path, monkeypatch):
    """A later release finds an older file: it copies it, and only then touches it."""
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    path = tmp_path / "inventory.db"
    migrations.migrate(db, path, from_version=1)
    db.close()
    copy = path.with_name(f"inventory-before-{SCHEMA_VERSION}.db")
    kept = open_database(copy)
    assert level(kept, "MUG") == (5, 0)
    kept.close()

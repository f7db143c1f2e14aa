"""A damaged inventory: what can be read is saved, a backup fills the holes, and no number changes silently."""

import random
import shutil
from contextlib import closing

import pytest

from app.core.stock import EntryKind
from app.errors import InventoryDamaged
from app.posting import post_adjustment, post_order
from app.store import ledger
from app.store.backup import back_up
from app.store.database import connection, note_damage, open_database, refuse_lost
from app.store.salvage import REASON, put_in_place, salvage
from app.store.sqlite import connect
from app.store.torn_rows import tables_of
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order

SKUS = [f"P{number}" for number in range(12)]
PAGE = 4096
REWRITTEN = {"about", "listing", "setting", "setting_now", "shop", "doorbell", "push"}  # what a restore sets anew too


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    """An inventory with 400 ledger rows and orders, and a backup of it from its middle."""
    folder = tmp_path_factory.mktemp("life")
    db = fresh(folder, "plimsoll.db")
    shop = add_shop(db)
    for sku in SKUS:
        add_product(db, sku, 50)
        add_listing(db, shop, sku, shows=50)
    for turn in range(360):
        if turn == 200:
            back_up(db, folder / "plimsoll-20260514-100000.db")
        if turn % 6 == 0:
            post_order(db, shop, order(str(turn), line(SKUS[turn % 12], 1), at=turn), now=later(turn))
        kind = EntryKind.RECEIVE
        post_adjustment(db, SKUS[turn * 5 % 12], kind, 2, reason="bought", batch=f"b{turn}", now=later(turn))
    db.execute("pragma wal_checkpoint(truncate)")
    db.execute("pragma journal_mode=delete")
    db.close()
    return folder


@pytest.fixture
def here(life, tmp_path):
    shutil.copytree(life, tmp_path / "data")
    return tmp_path / "data"


def damage(path, *pages, start=0):
    text = bytearray(path.read_bytes())
    for page in pages:
        text[(page - 1) * PAGE + start : page * PAGE] = bytes(PAGE - start)
    path.write_bytes(text)


def ledger_pages(path):
    """The leaf pages in which ledger rows lie, in the order of the rows, found by what is written in them."""
    text = path.read_bytes()
    with closing(connect(path)) as db:
        root = db.execute("select rootpage from sqlite_master where name = 'stock_entry'").fetchone()[0]
    page = text[(root - 1) * PAGE : root * PAGE]
    assert page[0] == 5, "the ledger takes more than a page"
    starts = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n]) for n in range(int.from_bytes(page[3:5]))]
    return root, [int.from_bytes(page[at : at + 4]) for at in starts]


def rows(path):
    with closing(connect(path)) as db:
        found = db.execute("select seq, key, on_hand_delta from stock_entry where reason != ?", (REASON,)).fetchall()
        level = "select sku, on_hand, committed from stock_level join product on id = product_id order by sku"
        return found, db.execute(level).fetchall()


def saved(here, *, backups=False):
    path = here / "plimsoll.db"
    before = path.read_bytes()
    found = salvage(path, [here / "plimsoll-20260514-100000.db"] if backups else [], now=later(500))
    assert path.read_bytes() == before, "the damaged file is only read"
    return found


def test_of_a_whole_file_all_is_saved(here):
    found = saved(here)
    assert (found.lost, found.end_lost, found.corrected, found.gaps) == (0, False, (), ())
    with closing(connect(found.path)) as db:
        db.execute("attach ? as old", (str(here / "plimsoll.db"),))
        for table in tables_of(db):
            apart = f"select * from main.{table.name} except select * from old.{table.name}"
            assert table.name in REWRITTEN or db.execute(apart).fetchall() == [], table.name
        assert db.execute("select mode from shop").fetchall() == [("looking",)]


def test_a_damaged_page_of_the_ledger_costs_rows_and_no_number(here):
    whole, levels = rows(here / "plimsoll.db")
    _, pages = ledger_pages(here / "plimsoll.db")
    damage(here / "plimsoll.db", pages[1])
    found = saved(here)
    kept, after = rows(found.path)
    assert found.lost == len(whole) - len(kept) > 10
    assert set(kept) < set(whole)
    assert [level[:2] for level in after] == [level[:2] for level in levels], "on hand is what it was"
    assert set(found.corrected) <= set(SKUS)
    assert len(found.corrected) > 3
    with closing(connection(found.path)) as db:
        assert ledger.levels_that_disagree(db) == []
        bells = db.execute("select count(*) from doorbell where kind = 'order'").fetchone()[0]
        assert bells == db.execute("select count(*) from sales_order where not ended").fetchone()[0] > 0


def test_a_backup_fills_what_is_older_than_it(here):
    whole, levels = rows(here / "plimsoll.db")
    _, pages = ledger_pages(here / "plimsoll.db")
    damage(here / "plimsoll.db", pages[1])
    found = saved(here, backups=True)
    assert (found.lost, found.corrected) == (0, ())
    assert found.from_backup > 10
    assert rows(found.path) == (whole, levels)


@pytest.mark.parametrize(("pages", "start"), [((1,), 0), ((1,), 100)])
def test_without_its_list_of_tables_the_backups_is_taken(here, pages, start):
    expected = rows(here / "plimsoll.db")
    damage(here / "plimsoll.db", *pages, start=start)
    assert rows(saved(here, backups=True).path) == expected
    with pytest.raises(InventoryDamaged):
        saved(here)


def test_a_zeroed_head_is_made_anew(here):
    path = here / "plimsoll.db"
    expected = rows(path)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    with pytest.raises(InventoryDamaged):
        open_database(path)
    found = saved(here)
    assert rows(found.path) == expected
    kept = put_in_place(found, path, now=NOW)
    assert kept is not None
    assert kept.read_bytes()[:100] == bytes(100), "the damaged one is kept"
    with closing(open_database(path)) as db:
        assert db.execute("select count(*) from stock_entry").fetchone()[0] == len(expected[0])


def test_what_is_cut_off_is_said_and_the_orders_are_read_from_where_the_backup_stood(here):
    path = here / "plimsoll.db"
    with closing(connection(path)) as db:
        db.execute("update shop set orders_cursor = 'later'")
        db.execute("pragma wal_checkpoint(truncate)")
        db.execute("pragma journal_mode=delete")
    _, pages = ledger_pages(path)
    with path.open("r+b") as file:
        file.truncate((min(pages[-2:]) - 1) * PAGE + 100)
    found = saved(here, backups=True)
    assert found.end_lost
    with closing(connect(found.path)) as db:
        assert db.execute("select orders_cursor, opened from shop").fetchall() == [("", 0)]


def test_a_backup_of_another_life_is_not_mixed_in(here):
    other = fresh(here, "other.db")
    for number in range(100):
        add_product(other, f"X{number}", 1)
    back_up(other, here / "plimsoll-20260514-100000.db")
    other.close()
    _, pages = ledger_pages(here / "plimsoll.db")
    damage(here / "plimsoll.db", pages[1])
    found = saved(here, backups=True)
    assert found.from_backup == 0
    assert found.lost > 10


def test_flipped_bits_end_in_words_or_in_an_inventory_that_holds_together(here):
    seed = random.randrange(10**6)
    print(f"flips seed {seed}")
    rng, path = random.Random(seed), here / "plimsoll.db"
    text = bytearray(path.read_bytes())
    for _ in range(300):
        text[rng.randrange(len(text))] ^= 1 << rng.randrange(8)
    path.write_bytes(text)
    try:
        found = saved(here, backups=True)
    except InventoryDamaged:
        return
    with closing(open_database(found.path)) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert db.execute("pragma foreign_key_check").fetchall() == []
        assert ledger.levels_that_disagree(db) == []


def test_damage_met_while_open_is_asked_about_at_the_next_start(here):
    path = here / "plimsoll.db"
    note_damage(path)
    open_database(path).close()  # it was not the file: nobody is asked, now or later
    _, pages = ledger_pages(path)
    damage(path, pages[1])
    open_database(path).close()  # its head is whole
    note_damage(path)
    with pytest.raises(InventoryDamaged):
        open_database(path)


def test_no_inventory_where_one_was_is_never_a_fresh_start(here, tmp_path):
    refuse_lost(tmp_path / "new" / "plimsoll.db", tmp_path / "new" / "backups")
    (here / "backups").mkdir()
    (here / "plimsoll-20260514-100000.db").rename(here / "backups" / "plimsoll-20260514-100000.db")
    refuse_lost(here / "plimsoll.db", here / "backups")
    (here / "plimsoll.db").write_bytes(b"")
    with pytest.raises(InventoryDamaged):
        refuse_lost(here / "plimsoll.db", here / "backups")

"""Backups: what refuses is said in words, what is inside is shown, and one that is put back sends nothing."""

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core.reversal import Act, Reason, Step, Wish
from app.errors import StoreError
from app.posting import post_order
from app.store import backup, reversals, settings, shops
from app.store.backup import back_up, best_backup, copy_to, look_inside, rotate
from app.store.database import open_database, transaction
from app.store.moments import stamp
from app.store.restore import restore
from tests.life import NOW, add_listing, add_product, add_shop, fresh, level, line, order


@pytest.mark.parametrize("where", ["a file in its place", "nobody may write there"])
def test_a_folder_that_refuses_is_said_in_words(tmp_path: Path, where: str) -> None:
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    folder = tmp_path / "backups" if where == "a file in its place" else Path("/proc/self/backups")
    if where == "a file in its place":
        folder.write_text("not a folder")
    with pytest.raises(StoreError) as caught:
        back_up(db, folder / "plimsoll-20260514-143200.db")
    assert str(folder) in str(caught.value.title)
    db.close()


def test_an_old_backup_that_cannot_be_removed_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "plimsoll-20260513-143100.db").mkdir()
    (tmp_path / "plimsoll-20260513-143200.db").write_bytes(b"")  # of the same hour
    with pytest.raises(StoreError):
        rotate(tmp_path, now=NOW)


# What is in a backup


@pytest.fixture
def db(tmp_path: Path):
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    yield db
    db.close()


def _backup(db, tmp_path: Path, name: str = "plimsoll-20260514-143200.db") -> Path:
    target = tmp_path / "backups" / name
    back_up(db, target)
    return target


def test_looking_inside_says_what_is_there_and_changes_nothing(db, tmp_path: Path):
    shop = add_shop(db)
    add_listing(db, shop, "MUG", shows=5)
    post_order(db, shop, order("4711", line("MUG", 2)), now=NOW)
    path = _backup(db, tmp_path)
    before = path.read_bytes()
    inside = look_inside(path)
    assert (inside.products, inside.entries, inside.orders) == (1, 2, 1)
    assert inside.last_order == ("4711", NOW)
    assert inside.made_at == datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
    assert inside.bytes == path.stat().st_size
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name], "nothing was left beside it"


@pytest.mark.parametrize("damage", ["torn", "nothing", "not ours"])
def test_what_cannot_be_put_back_is_said_before_anything_is_touched(db, tmp_path: Path, damage: str):
    path = _backup(db, tmp_path)
    if damage == "torn":
        text = bytearray(path.read_bytes())
        text[4096:] = os.urandom(len(text) - 4096)
        path.write_bytes(text)
    elif damage == "nothing":
        path.write_bytes(b"")
    else:
        path.write_text("my shopping list")
    inventory = tmp_path / "inventory.db"
    before = inventory.read_bytes()
    with pytest.raises(StoreError):
        restore(path, inventory, now=NOW)
    assert inventory.read_bytes() == before


def test_the_best_backup_is_the_newest_that_can_be_read(db, tmp_path: Path):
    good = _backup(db, tmp_path)
    _backup(db, tmp_path, "plimsoll-20260515-143200.db").write_bytes(b"torn")
    second = tmp_path / "second"
    second.mkdir()
    found = best_backup([good.parent, second])
    assert found is not None
    assert found.path == good
    newer = copy_to(_backup(db, tmp_path, "plimsoll-20260514-153200.db"), second)
    newer.with_name("plimsoll-20260514-153200.db.part").write_bytes(b"half")
    assert (best_backup([second]) or found).path == newer
    assert best_backup([tmp_path / "none"]) is None


# A second folder


def test_a_second_folder_that_is_not_there_is_never_made(db, tmp_path: Path):
    """A stick that was pulled out leaves the empty folder that it was mounted on, or none."""
    with pytest.raises(StoreError):
        copy_to(_backup(db, tmp_path), tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_a_copy_that_does_not_read_back_is_no_backup(db, tmp_path: Path, monkeypatch):
    path, second = _backup(db, tmp_path), tmp_path / "second"
    second.mkdir()
    monkeypatch.setattr(backup.shutil, "copyfile", lambda _source, target: target.write_bytes(path.read_bytes()[:9000]))
    with pytest.raises(StoreError):
        copy_to(path, second)
    assert backup.backup_files(second) == []


# Putting one back


def test_a_restored_inventory_only_looks_and_reads_everything_again(db, tmp_path: Path):
    shop = add_shop(db)
    listing = add_listing(db, shop, "MUG", shows=5)
    post_order(db, shop, order("4711", line("MUG", 2)), now=NOW)
    wish = Wish(order="4711", act=Act.CANCEL, reason=Reason.OVERSOLD, key="key")
    (number,) = db.execute("select id from sales_order").fetchone()
    with transaction(db):
        asked = reversals.add(db, number, shop.id, wish, by_hand=False, now=NOW)
    path = _backup(db, tmp_path)
    add_product(db, "BOWL", 3)
    db.close()
    later = NOW + timedelta(hours=3)
    replaced = restore(path, tmp_path / "inventory.db", now=later)
    with closing(open_database(tmp_path / "inventory.db")) as now:
        assert level(now, "MUG") == (5, 2)
        found = shops.shop(now, shop.id)
        assert found is not None
        assert found.mode == "looking"
        assert settings.history(now, settings.MODE, shop=shop.id)[-1].value == "looking", "dated, as any other change"
        assert now.execute("select look_at from listing where id = ?", (listing,)).fetchone() == (stamp(later),)
        still = reversals.one(now, asked)
        assert still is not None
        assert still.state is Step.REFUSED, "what may have been done since is not done a second time"
    assert replaced is not None
    with closing(open_database(replaced)) as before:
        assert level(before, "BOWL") == (3, 0), "what was replaced is whole and is kept"


def test_a_restore_that_stops_half_way_leaves_the_inventory(db, tmp_path: Path, monkeypatch):
    path, inventory = _backup(db, tmp_path), tmp_path / "inventory.db"
    add_product(db, "BOWL", 3)
    db.close()

    def full(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(28, "No space left on device")
        return self.rename(target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError, match="No space left"):
        restore(path, inventory, now=NOW)
    with closing(open_database(inventory)) as still:
        assert level(still, "BOWL") == (3, 0)

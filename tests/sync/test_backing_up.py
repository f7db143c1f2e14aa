"""The lane of backups: hourly while something is booked, copied to a second folder; damage is found at the start."""

from datetime import timedelta

import pytest

from app.errors import InventoryDamaged
from app.store.backup import backup_files
from app.sync import backing_up
from app.sync.backing_up import BackingUp
from tests.life import NOW, add_product, fresh


class Keeper:
    """The lane over a small inventory, its clock in hand."""

    def __init__(self, folder):
        self.now, self.troubles, self.second = NOW, [], None
        self.db = fresh(folder)
        add_product(self.db, "MUG", 5)
        self.folder = folder / "backups"
        self.lane = BackingUp(
            self.db,
            folder / "inventory.db",
            self.folder,
            second=lambda: self.second,
            clock=lambda: self.now,
            trouble=self.troubles.append,
        )

    def later(self, **length):
        self.now += timedelta(**length)
        self.lane.step()
        return [path.name for path in backup_files(self.folder)]


@pytest.fixture
def keeper(tmp_path, monkeypatch):
    monkeypatch.setattr(backing_up, "is_nearly_full", lambda *_: False)
    keeper = Keeper(tmp_path)
    keeper.lane.step()  # it waits a little first
    yield keeper
    keeper.lane.close()


def test_a_backup_each_hour_in_which_something_is_booked_and_else_each_day(keeper):
    assert len(keeper.later()) == 1
    assert len(keeper.later(hours=2)) == 1, "nothing was booked since"
    keeper.db.execute("update product set title = 'Mug'")
    assert len(keeper.later(hours=1)) == 1, "a title is no booking"
    assert len(keeper.later(hours=21)) == 2
    assert keeper.troubles == []


def test_the_second_folder_gets_each_and_is_thinned_out_alike(keeper, tmp_path):
    keeper.second = tmp_path / "stick"
    keeper.second.mkdir()
    first = keeper.later()
    assert [path.name for path in backup_files(keeper.second)] == first
    old = keeper.second / "plimsoll-20200101-000000.db"
    old.touch()
    keeper.later(days=1)
    assert old.exists(), "one that is alone in its week stays"
    assert keeper.troubles == []


def test_a_second_folder_that_is_gone_is_said_once_a_day_and_the_first_is_made(keeper, tmp_path):
    keeper.second = tmp_path / "stick"
    assert len(keeper.later()) == 1
    for _ in range(3):
        keeper.db.execute("delete from setting where 1 = 0")
        keeper.later(hours=8)
    assert len(keeper.troubles) == 2
    assert str(keeper.second) in str(keeper.troubles[0].title)


def test_a_disk_that_fills_up_is_said_early(keeper, monkeypatch):
    monkeypatch.setattr(backing_up, "is_nearly_full", lambda *_: True)
    assert len(keeper.later()) == 1, "the backup is made all the same"
    assert "nearly full" in str(keeper.troubles[0].title)


def test_damage_is_found_at_the_start_and_is_no_ordinary_trouble(keeper, monkeypatch):
    class Torn:
        def execute(self, _statement):
            return self

        def fetchall(self):
            return [("row 4 missing from index",)]

    keeper.lane._db, whole = Torn(), keeper.lane._db
    keeper.lane.step()
    keeper.lane._db = whole
    assert isinstance(keeper.troubles[0], InventoryDamaged)
    assert backup_files(keeper.folder) == [], "what is damaged takes no good backup's place"

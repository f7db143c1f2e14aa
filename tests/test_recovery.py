"""A damaged inventory: the best backup is offered, the damaged file is kept, and looking at it changes nothing."""

from contextlib import closing

import pytest

from app import recovery
from app.core.text import N_
from app.errors import InventoryDamaged, StoreError
from app.session import Session, Where
from app.store import settings
from app.store.backup import back_up
from app.store.database import open_database
from app.store.sqlite import OperationalError
from tests.life import NOW, add_product, fresh, level

DAMAGE = InventoryDamaged(N_("The inventory is damaged."), N_("Open a backup."))


@pytest.fixture
def damaged(tmp_path):
    """An inventory with one backup, torn in the middle of its first page."""
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    back_up(db, tmp_path / "backups" / "plimsoll-20260514-143200.db")
    db.close()
    path = tmp_path / "inventory.db"
    text = bytearray(path.read_bytes())
    text[100:4000] = bytes(3900)
    path.write_bytes(text)
    return path


def test_opening_it_says_that_it_is_damaged(damaged):
    with pytest.raises(InventoryDamaged):
        open_database(damaged)


@pytest.mark.usefixtures("qapp")
def test_the_best_backup_is_offered_and_the_damaged_file_is_kept(damaged, monkeypatch):
    asked = []
    monkeypatch.setattr(recovery, "ask", lambda *_, **words: asked.append(words) or True)
    before = damaged.read_bytes()
    best = recovery.wanted(DAMAGE, [damaged.parent / "backups"], damaged, now=NOW)
    assert best is not None
    assert "It holds 1 product, 0 orders and 1 ledger row." in asked[0]["text"]
    assert asked[0]["safe_first"]
    assert recovery.put_back(best, damaged) is None
    with closing(open_database(damaged)) as db:
        assert level(db, "MUG") == (5, 0)
    (kept,) = damaged.parent.glob("inventory-replaced-*.db")
    assert kept.read_bytes() == before


@pytest.mark.usefixtures("qapp")
def test_looking_only_and_having_no_backup_come_to_the_same(damaged, monkeypatch):
    monkeypatch.setattr(recovery, "ask", lambda *_, **_words: False)
    assert recovery.wanted(DAMAGE, [damaged.parent / "backups"], damaged, now=NOW) is None
    assert recovery.wanted(DAMAGE, [damaged.parent / "none"], damaged, now=NOW) is None


def test_what_is_only_looked_at_is_never_written_to(tmp_path):
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    db.close()
    path = tmp_path / "inventory.db"
    before = path.read_bytes()
    where = Where(path=path, backups=tmp_path / "b", installation="here", log_file=tmp_path / "log", only_read=True)
    session = Session(where, vault=lambda: pytest.fail("no key is needed to look"))
    try:
        session.start(None)  # no lane runs
        assert level(session.db, "MUG") == (5, 0)
        assert settings.fact(session.db, settings.SENDER) is None
        with pytest.raises(StoreError, match="read-only"):
            session.send_from_here()
        with pytest.raises(OperationalError):
            session.db.execute("delete from product")
    finally:
        session.close()
        session.db.close()
    assert path.read_bytes() == before

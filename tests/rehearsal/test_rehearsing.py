"""Rehearsals as the window asks for them: a child plays, its report is kept, stopping leaves nothing."""

import sys

import pytest

from app.core.rehearsal import Plan
from app.errors import StoreError
from app.rehearsal.child import OutsideError, stay_here
from app.rehearsing import RehearsalStopped, Rehearsing
from app.store import rehearsals
from tests.life import NOW, fresh
from tests.rehearsal.test_rehearsal import inventory

PLAN = Plan(seed=3, rates=(600,), lasts_s=60)


def test_a_child_plays_and_its_report_is_kept(tmp_path):
    db = inventory(tmp_path, channels=("shopify",))
    rehearsing = Rehearsing(tmp_path / "inventory.db", clock=lambda: NOW)
    report = rehearsing.run(PLAN, lambda _step, _share: None)
    assert report.steps[0].orders
    ((_, kept),) = rehearsals.kept(db)
    assert kept == report
    assert rehearsals.last_at(db) == NOW
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inventory.db", "inventory.db-shm", "inventory.db-wal"]
    db.close()


def test_a_stopped_one_leaves_nothing(tmp_path):
    db = fresh(tmp_path)
    wait = "import pathlib, sys, time; pathlib.Path(sys.argv[1], 'progress').write_text('2 0.5'); time.sleep(60)"
    rehearsing = Rehearsing(tmp_path / "inventory.db", clock=lambda: NOW,
                            start=lambda folder: [sys.executable, "-c", wait, str(folder)])  # fmt: skip
    told = []

    def tell(step, share):
        told.append((step, share))
        rehearsing.stop()

    with pytest.raises(RehearsalStopped):
        rehearsing.run(PLAN, tell)
    assert told[0] == (2, 0.5)
    assert not (tmp_path / "rehearsal").exists()
    assert rehearsals.kept(db) == []
    db.close()


def test_what_a_child_says_in_the_end_is_said(tmp_path):
    fresh(tmp_path).close()
    path = tmp_path / "inventory.db"
    broken = Rehearsing(path, clock=lambda: NOW, start=lambda _folder: [sys.executable, "-c", "1 / 0"])
    with pytest.raises(StoreError, match=r"(?s)broke off.*ZeroDivisionError"):
        broken.run(PLAN, lambda _step, _share: None)


def test_the_child_asks_for_nothing_outside_this_computer():
    for event, arguments in (
        ("socket.connect", (None, ("203.0.113.7", 443))),
        ("socket.getaddrinfo", ("shop.example", 443, 0, 0, 0)),
        ("socket.sendto", (None, ("198.51.100.1", 53))),
    ):
        with pytest.raises(OutsideError):
            stay_here(event, arguments)
    stay_here("socket.connect", (None, ("127.0.0.1", 80)))
    stay_here("socket.connect", (None, "/run/somewhere"))
    stay_here("socket.getaddrinfo", ("localhost", 80, 0, 0, 0))

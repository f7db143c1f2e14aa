"""News come together, and never so often that the window would freeze."""

import pytest
from PySide6.QtCore import QObject

from app.core.changes import Changes
from app.ui.shell import gather
from app.ui.shell.gather import Gathered


def sku(name):
    return Changes(skus=frozenset({name}))


@pytest.fixture
def got():
    return []


@pytest.fixture
def gathered(qapp, got):
    parent = QObject()
    yield Gathered(got.append, parent, pause_ms=40)
    parent.deleteLater()


def test_the_first_comes_at_once(gathered, got):
    gathered.add(sku("A"))
    assert got == [sku("A")]


def test_what_follows_comes_together(gathered, got, qtbot):
    for name in "ABCD":
        gathered.add(sku(name))
    assert got == [sku("A")]
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got[1].skus == {"B", "C", "D"}


def test_nothing_comes_twice(gathered, got, qtbot):
    gathered.add(sku("A"))
    qtbot.waitUntil(lambda: not gathered._timer.isActive())
    assert got == [sku("A")]
    gathered.add(sku("B"))
    assert got == [sku("A"), sku("B")]


def test_at_most_ten_a_second():
    assert gather.PAUSE_MS >= 100


def test_what_a_refresh_causes_waits_its_turn(qapp, qtbot, got):
    """A page that writes while it reads must not turn in circles without a pause."""
    parent = QObject()

    def pass_on(changes):
        got.append(changes)
        if len(got) < 3:
            made.add(sku(str(len(got))))

    made = Gathered(pass_on, parent, pause_ms=10)
    made.add(sku("A"))
    assert len(got) == 1
    qtbot.waitUntil(lambda: len(got) == 3)
    parent.deleteLater()


def test_a_slow_refresh_leaves_time_for_the_seller(qapp, got, monkeypatch):
    parent = QObject()
    made = Gathered(got.append, parent, pause_ms=10)
    monkeypatch.setattr(gather.QElapsedTimer, "elapsed", lambda self: 50)
    made.add(sku("A"))
    assert made._timer.remainingTime() > 400
    parent.deleteLater()

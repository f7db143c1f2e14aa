"""Contact clocks outside the incident's page: aloud, on the desktop and in the status bar, each notice once."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from app.core.changes import Changes
from app.core.messages import Message
from app.store import letters
from app.store.database import transaction
from app.ui.shell.pressing import Pressing
from tests.life import NOW

MINUTE = timedelta(minutes=1)


class Told(QObject):
    """In the place of the desktop."""

    def __init__(self):
        super().__init__()
        self.said, self.then = [], None

    def say(self, words, then=None):
        self.said.append(words)
        self.then = then


@pytest.fixture
def pressing(world, qapp):
    world.oversold(1)
    parent, said, went = QObject(), [], []
    made = Pressing(
        world.bridge,
        parent,
        announce=lambda words, pressing: said.append((words, pressing)),
        show=lambda words, pressing: setattr(made_holder, "shown", (words, pressing)),
        open_incident=went.append,
        desktop=Told(),
    )
    made.held, made.aloud, made.went = parent, said, went
    return made


class made_holder:  # noqa: N801 - a place to note what the status bar shows
    """What the status bar shows."""

    shown = ("", False)


def test_at_60_90_and_120_minutes_and_15_and_5_left(pressing, world):
    found = pressing._clocks[1].found_at
    for minutes in range(1, 131):
        world.now = found + minutes * MINUTE
        pressing.tick()
    assert [words.rsplit(", ", 1)[1] for words in pressing.desktop.said] == [
        "1 h left", "30 min left", "15 min left", "5 min left", "the two hours are over",
    ]  # fmt: skip
    assert all(urgent for _, urgent in pressing.aloud)
    assert made_holder.shown == ("Incident 1: 1 person still waits for your message, 10 min late", True)
    pressing.desktop.then()
    assert pressing.went == [1]


def test_nothing_more_once_everyone_was_written_to(pressing, world):
    (order,) = world.db.execute("select order_id from incident_claim").fetchone()
    with transaction(world.db):
        letters.save(world.db, 1, order, Message(words="Hello"), language="en", template="refund", now=NOW)
        letters.mark_sent(world.db, 1, order, NOW)
    pressing.on_changed(Changes(incidents=frozenset({1})))
    assert made_holder.shown == ("", False)
    world.now = NOW + 61 * MINUTE
    pressing.tick()
    assert pressing.desktop.said == []

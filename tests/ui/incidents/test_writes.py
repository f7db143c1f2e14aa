"""Closing and reopening keep to their rules whatever the window thought."""

import pytest

from app.core.changes import Changes
from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment
from app.store import incidents
from app.ui.incidents.writes import close_incident, reopen_incident
from tests.life import NOW, later


def receive(world, pieces, batch="delivery"):
    post_adjustment(world.db, "MUG", EntryKind.RECEIVE, pieces, reason="delivery", batch=batch, now=later())


def test_what_is_short_stays_open(world):
    world.oversold(3)
    with pytest.raises(PlimsollError) as refused:
        close_incident(world.db, 1, "", now=NOW)
    assert str(refused.value) == "Speckled mug 350 ml is short by 3 again. The incident stays open."
    assert incidents.incident(world.db, 1).closed_at is None


def test_closed_with_its_note_and_back(world):
    world.oversold(3)
    receive(world, 3)
    assert close_incident(world.db, 1, "  Fern sent more  ", now=later(9)) == Changes(incidents=frozenset({1}))
    row = incidents.incident(world.db, 1)
    assert (row.closed_at, row.note) == (later(9), "Fern sent more")
    assert close_incident(world.db, 1, "again", now=later(10)) == Changes()
    assert incidents.incident(world.db, 1).note == "Fern sent more"
    assert reopen_incident(world.db, 1) == Changes(incidents=frozenset({1}))
    assert incidents.incident(world.db, 1).closed_at is None
    assert reopen_incident(world.db, 1) == Changes()


def test_no_second_open_incident_of_a_product(world):
    shop = world.oversold(1)
    receive(world, 1)
    close_incident(world.db, 1, "", now=later(2))
    world.sell(shop, "99", 1, at=3)
    assert incidents.open_incident_of(world.db, "MUG") == 2
    with pytest.raises(PlimsollError) as refused:
        reopen_incident(world.db, 1)
    assert str(refused.value) == (
        "Incident 2 of Speckled mug 350 ml is open already. Go on there. Incident 1 stays closed."
    )
    assert incidents.incident(world.db, 1).closed_at is not None


def test_there_is_no_such_incident(world):
    assert close_incident(world.db, 5, "", now=NOW) == Changes()
    assert reopen_incident(world.db, 5) == Changes()

"""When the system asks: it is prepared for where the seller agreed to that, and Plimsoll ends whatever happens."""

import pytest

from app import presence as module
from app.core.text import N_
from app.errors import StoreError
from app.presence import Presence


class Left:
    """How the inventory is left: notes what was asked."""

    def __init__(self):
        self.said, self.error = [], None

    def unasked(self, way, within_s):
        self.said.append((way, within_s))
        if self.error is not None:
            raise self.error

    def back(self):
        self.said.append("back")

    def wants(self):
        return True


class Window:
    def __init__(self, said):
        self._said = said

    def quit(self):
        self._said.append("quit")

    def leave(self):
        self._said.append("leave")


@pytest.fixture
def made(qapp, tmp_path):
    left = Left()
    presence = Presence(qapp, tmp_path, tmp_path)
    presence._window = lambda: Window(left.said)
    presence._leaving = lambda: left
    return presence, left


def test_the_end_of_the_session_is_prepared_for_and_then_plimsoll_ends(made):
    presence, left = made
    presence._asked_to_end()
    assert left.said == [("shutdown", module.SESSION_GRANTS_S), "quit"]


def test_what_cannot_be_prepared_ends_all_the_same(made):
    presence, left = made
    left.error = StoreError(N_("The disk is full."), N_("Nothing was changed."))
    presence._asked_to_end()
    assert left.said[-1] == "quit"


def test_without_an_inventory_of_the_seller_nothing_is_prepared(made):
    presence, left = made
    presence._leaving = lambda: None
    presence._asked_to_end()
    presence._back()
    assert left.said == ["quit"]
    assert not presence._wants()


@pytest.mark.parametrize(
    ("system", "words"),
    [
        ("win32", "This system waits about 2 seconds for Plimsoll before it sleeps."),
        (
            "darwin",
            "This system tells Plimsoll before it shuts down, not before it sleeps: prepare before you close it.",
        ),
    ],
)
def test_each_system_says_what_it_does(made, monkeypatch, system, words):
    presence, _ = made
    monkeypatch.setattr(module.sys, "platform", system)
    monkeypatch.setattr(presence._app, "installNativeEventFilter", lambda _filter: None, raising=False)
    presence._watch_sleep()
    assert str(presence.warned()) == words

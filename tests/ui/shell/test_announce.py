"""Announcements for those who hear the window: one at a time, the pressing ones first."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.ui.shell import announce
from app.ui.shell.announce import Announcer


@pytest.fixture
def said():
    return []


@pytest.fixture
def announcer(theme, qtbot, said):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.announcer = Announcer(widget, pause_ms=40, say=lambda _w, words, pressing: said.append((words, pressing)))
    return widget.announcer


def test_never_more_than_one_every_two_seconds():
    assert announce.PAUSE_MS >= 2000


def test_the_first_at_once_the_next_after_a_pause(announcer, said, qtbot):
    announcer.announce("one")
    announcer.announce("two")
    assert said == [("one", False)]
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1] == ("two", False)


def test_what_is_pressing_goes_first(announcer, said, qtbot):
    announcer.announce("one")
    announcer.announce("two")
    announcer.announce("fire", pressing=True)
    qtbot.waitUntil(lambda: len(said) == 3)
    assert [words for words, _ in said] == ["one", "fire", "two"]
    assert said[1] == ("fire", True)


def test_the_same_is_not_said_twice_in_a_row(announcer, said, qtbot):
    announcer.announce("one")
    announcer.announce("two")
    announcer.announce("two")
    qtbot.waitUntil(lambda: not announcer._timer.isActive())
    assert [words for words, _ in said] == ["one", "two"]


def test_old_news_is_dropped(announcer, said, qtbot):
    for number in range(20):
        announcer.announce(str(number))
    qtbot.waitUntil(lambda: not announcer._timer.isActive())
    assert len(said) == 6


def test_it_reaches_the_screen_reader(theme, qtbot, monkeypatch):
    events = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    widget = QWidget()
    qtbot.addWidget(widget)
    announce.speak(widget, "Etsy refused 1 update.", pressing=False)
    announce.speak(widget, "New incident", pressing=True)
    polite, pressing = events
    assert polite.message() == "Etsy refused 1 update."
    assert polite.politeness() is QAccessible.AnnouncementPoliteness.Polite
    assert pressing.politeness() is QAccessible.AnnouncementPoliteness.Assertive

"""Undo and refusals under the page."""

import pytest
from PySide6.QtCore import Qt

from app.core.text import N_
from app.errors import PlimsollError
from app.ui.shell.foot import Foot


@pytest.fixture
def said():
    return []


@pytest.fixture
def foot(theme, qtbot, said):
    foot = Foot(said.append)
    qtbot.addWidget(foot)
    foot.show()
    return foot


FULL = PlimsollError(N_("The disk is full."), N_("Free some space. Nothing was changed."))


def test_a_change_can_be_taken_back_once(foot, said):
    back = []
    foot.offer_undo("Floor set from 5 to 7", lambda: back.append(5))
    assert foot.undo_bar.isVisible()
    assert said == ["Floor set from 5 to 7"]
    foot.undo()
    assert back == [5]
    assert not foot.undo_bar.isVisible()
    foot.undo()
    assert back == [5]
    assert not foot.can_undo


def test_the_next_change_takes_the_place_of_the_last(foot):
    back = []
    foot.offer_undo("First", lambda: back.append(1))
    foot.offer_undo("Second", lambda: back.append(2))
    assert foot.undo_bar.sentence() == "Second"
    foot.undo()
    assert back == [2]


def test_the_button_does_the_same(foot, qtbot):
    back = []
    foot.offer_undo("Done", lambda: back.append(1))
    qtbot.mouseClick(foot.undo_bar.button, Qt.MouseButton.LeftButton)
    assert back == [1]


def test_it_outlives_the_bar(foot):
    back = []
    foot.offer_undo("Done", lambda: back.append(1))
    foot.undo_bar.dismiss()
    assert foot.can_undo
    foot.undo()
    assert back == [1]


def test_a_refusal_is_said_calmly_until_it_was_read(foot, said, qtbot):
    foot.show_trouble(FULL)
    bar = foot.trouble()
    assert bar.sentence() == "The disk is full. Free some space. Nothing was changed."
    assert said == [bar.sentence()]
    qtbot.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    assert foot.trouble() is None


def test_another_refusal_takes_its_place(foot):
    foot.show_trouble(FULL)
    foot.show_trouble(PlimsollError(N_("Refused."), N_("Nothing was changed.")))
    assert foot.trouble().sentence() == "Refused. Nothing was changed."


def test_what_succeeds_ends_it(foot):
    foot.show_trouble(FULL)
    foot.offer_undo("Done", lambda: None)
    assert foot.trouble() is None


def test_an_undo_that_is_refused_says_so(foot):
    foot.offer_undo("Done", lambda: foot.show_trouble(FULL))
    foot.undo()
    assert foot.trouble() is not None
    assert not foot.can_undo


def test_empty_it_takes_no_room(foot):
    assert foot.sizeHint().height() == 0
    foot.offer_undo("Done", lambda: None)
    assert foot.sizeHint().height() > 30
    foot.undo()
    assert foot.sizeHint().height() == 0


def test_when_its_time_is_up_its_room_is_given_back(foot, qtbot):
    foot.offer_undo("Done", lambda: None)
    foot.undo_bar._expire()
    assert not foot.undo_bar.isVisible()
    assert foot.sizeHint().height() == 0
    assert foot.can_undo

"""F6 from pane to pane."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.ui.shell import panes


def pane(*children):
    widget = QWidget()
    column = QVBoxLayout(widget)
    for child in children:
        column.addWidget(child)
    return widget


@pytest.fixture
def window(theme, qtbot):
    window = QWidget()
    window.nav, window.list, window.detail = QPushButton("nav"), QLineEdit(), QLineEdit()
    window.more = QLineEdit()
    window.side = pane(window.nav)
    window.page = QWidget()
    window.splitter = QSplitter()
    window.splitter.addWidget(pane(window.list, window.more))
    window.splitter.addWidget(pane(window.detail))
    QHBoxLayout(window.page).addWidget(window.splitter)
    row = QHBoxLayout(window)
    row.addWidget(window.side)
    row.addWidget(window.page)
    qtbot.addWidget(window)
    window.resize(800, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def all_panes(window):
    return [window.side, *panes.panes_of(window.page)]


def test_a_pages_panes_are_what_its_splitter_divides(window):
    assert panes.panes_of(window.page) == [window.splitter.widget(0), window.splitter.widget(1)]


def test_a_page_without_a_splitter_is_one_pane(window):
    assert panes.panes_of(window.side) == [window.side]


def test_round_and_back(window):
    window.nav.setFocus()
    assert panes.move(all_panes(window), 1) is window.list
    assert panes.move(all_panes(window), 1) is window.detail
    assert panes.move(all_panes(window), 1) is window.nav
    assert panes.move(all_panes(window), -1) is window.detail
    assert panes.move(all_panes(window), -1) is window.list


def test_a_pane_is_entered_where_it_was_left(window):
    window.more.setFocus()
    panes.move(all_panes(window), 1)
    assert panes.move(all_panes(window), -1) is window.more


def test_a_hidden_or_empty_pane_is_passed_over(window):
    window.nav.setFocus()
    window.splitter.widget(0).hide()
    assert panes.move(all_panes(window), 1) is window.detail
    window.detail.setEnabled(False)
    assert panes.move(all_panes(window), 1) is window.nav


def test_from_nowhere_to_the_first_or_the_last(window):
    window.nav.setFocus()
    window.nav.clearFocus()
    assert panes.move(all_panes(window), 1) is window.nav
    window.nav.clearFocus()
    assert panes.move(all_panes(window), -1) is window.detail


def test_nothing_takes_the_keyboard(theme, qtbot):
    empty = QWidget()
    qtbot.addWidget(empty)
    empty.show()
    assert panes.move([empty], 1) is None

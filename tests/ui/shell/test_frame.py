"""Where the window stands after screens came and went."""

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.shell.frame import bring_on_screen, put_back, within_reach

LAPTOP, BESIDE = QRect(0, 24, 1440, 876), QRect(1440, 0, 2560, 1440)


@pytest.mark.parametrize(
    ("frame", "screens", "reached"),
    [
        (QRect(100, 100, 1000, 700), [LAPTOP], True),
        (QRect(2000, 100, 1000, 700), [LAPTOP, BESIDE], True),
        (QRect(2000, 100, 1000, 700), [LAPTOP], False),
        (QRect(100, -300, 1000, 700), [LAPTOP], False),
        (QRect(-950, 100, 1000, 700), [LAPTOP], False),
        (QRect(1380, 100, 1000, 700), [LAPTOP, BESIDE], True),
        (QRect(100, 890, 1000, 700), [LAPTOP], False),
    ],
)
def test_its_upper_edge_can_be_taken_hold_of(frame, screens, reached):
    assert within_reach(frame, screens) is reached


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.setMinimumSize(300, 200)
    qtbot.addWidget(made)
    return made


def test_a_place_that_no_longer_exists_comes_back_on_screen(window):
    room = QApplication.primaryScreen().availableGeometry()
    window.setGeometry(9000, 7000, 4000, 3000)
    assert bring_on_screen(window)
    assert room.contains(window.geometry())
    assert not bring_on_screen(window)


def test_what_can_be_seen_stays_where_it_was_left(window, qtbot):
    left = QWidget()
    qtbot.addWidget(left)
    left.setGeometry(40, 60, 500, 400)
    put_back(window, left.saveGeometry(), QSize(700, 500))
    assert window.size() == QSize(500, 400)
    assert window.pos() == QPoint(40, 60)


def test_nothing_kept_or_something_broken_is_the_usual_size(window):
    for state in (QByteArray(), QByteArray(b"nonsense")):
        put_back(window, state, QSize(700, 9000))
        assert window.width() == 700
        assert window.height() == QApplication.primaryScreen().availableSize().height()

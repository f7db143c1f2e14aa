"""The slider with stops: keys and mouse move it from one to the next, and it decides once."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import Scheme
from app.ui.widgets.stops import StopSlider

Key = Qt.Key


@pytest.fixture
def slider(theme, qtbot):
    holder = QWidget()
    column = QVBoxLayout(holder)
    slider = StopSlider("How careful", 4, rest_ms=10)
    column.addWidget(slider)
    other = QLineEdit()
    column.addWidget(other)
    slider.decisions = []
    slider.decided.connect(slider.decisions.append)
    slider.other, slider.holder = other, holder
    qtbot.addWidget(holder)
    holder.resize(416, 100)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    slider.show_stop(2)
    slider.setFocus()
    return slider


def test_arrow_keys_move_it_and_it_decides_once_at_rest(slider, qtbot):
    for _ in range(2):
        qtbot.keyClick(slider, Key.Key_Left)
    assert slider.value() == 0
    assert slider.decisions == []
    qtbot.waitUntil(lambda: slider.decisions == [0])


def test_home_and_end(slider, qtbot):
    qtbot.keyClick(slider, Key.Key_End)
    assert slider.value() == 3
    qtbot.keyClick(slider, Key.Key_Home)
    assert slider.value() == 0


def test_enter_decides_at_once(slider, qtbot):
    qtbot.keyClick(slider, Key.Key_Right)
    qtbot.keyClick(slider, Key.Key_Return)
    assert slider.decisions == [3]


def test_leaving_it_decides(slider, qtbot):
    qtbot.keyClick(slider, Key.Key_Right)
    slider.other.setFocus()
    assert slider.decisions == [3]


def test_there_and_back_decides_nothing(slider, qtbot):
    qtbot.keyClick(slider, Key.Key_Right)
    qtbot.keyClick(slider, Key.Key_Left)
    qtbot.waitUntil(lambda: not slider._rest.isActive())
    assert slider.decisions == []


def test_the_mouse_goes_to_the_nearest_stop_and_decides_when_let_go(slider, qtbot):
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(12, middle))
    assert slider.value() == 0
    qtbot.mouseMove(slider, QPoint(slider.width() // 3, middle))
    slider.show_stop(2)
    assert slider.value() == 1, "news do not take it from under the mouse"
    assert slider.decisions == []
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 3, middle))
    assert slider.decisions == [1]


def test_the_wheel_scrolls_the_page(slider):
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    slider.wheelEvent(event)
    assert not event.isAccepted()
    assert slider.value() == 2


def test_what_is_shown_is_no_decision(slider):
    slider.show_stop(0)
    assert slider.value() == 0
    assert not slider._rest.isActive()
    assert slider.decisions == []


def test_it_is_drawn_in_both_themes_and_sizes(slider, theme):
    light = slider.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert slider.grab().toImage() != light
    before = slider.sizeHint()
    theme.set_text_scale(1.5)
    assert slider.sizeHint().height() > before.height()
    assert slider.sizeHint().height() >= 24

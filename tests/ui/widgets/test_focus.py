"""The focus ring: around what has the keyboard, never around what shows it by itself, and it outlives windows."""

import gc

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTabBar, QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.focus import OWN_FOCUS, FocusRing, focus_rect
from app.ui.widgets.table import Column, table_view
from tests.ui.widgets.drawing import at


@pytest.fixture
def ring(theme, qapp):
    made = FocusRing(qapp, theme)
    yield made
    qapp.focusChanged.disconnect(made._move)
    made.deleteLater()


def test_the_ring_lies_two_pixels_outside_and_is_two_wide(theme, shown, ring):
    button = Button("Post shelf A")
    window = shown(button, Button("Other"))
    button.setFocus()
    image = window.grab().toImage()
    place = button.mapTo(window, QPoint(0, 0))
    x, top = place.x() + button.width() // 2, place.y()
    focus, ground = theme.colour("focus").name(), theme.colour("bg_surface").name()
    assert [at(image, x, top - distance) for distance in (1, 2, 3, 4, 5)] == [ground, ground, focus, focus, ground]


def test_it_goes_where_the_keyboard_goes(theme, shown, ring, qtbot):
    first, second = Button("First"), Button("Second")
    shown(first, second)
    first.setFocus()
    assert ring.frame.widget() is first
    second.setFocus()
    assert ring.frame.widget() is second
    assert ring.frame.isVisible()


def test_fields_and_tables_show_it_by_themselves(theme, shown, ring):
    button, own = Button("First"), QWidget()
    own.setProperty(OWN_FOCUS, True)
    own.setFocusPolicy(button.focusPolicy())
    others = [LineEdit("Floor"), ComboBox("Range"), table_view("Products", (Column(50),)), own]
    shown(button, *others)
    for other in others:
        button.setFocus()
        assert ring.frame.isVisible()
        other.setFocus()
        assert not ring.frame.isVisible()


def test_of_a_check_box_only_the_box_is_ringed(theme, shown, ring):
    box = CheckBox("Set 78 products to 0 on Amazon first")
    window = shown(box)
    box.setFocus()
    place = box.mapTo(window, box.focus_rect().topLeft())
    image, focus = window.grab().toImage(), theme.colour("focus").name()
    middle = place.y() + 8
    assert at(image, place.x() - 3, middle) == at(image, place.x() + 16 + 2, middle) == focus
    assert focus not in {at(image, x, middle - 11) for x in range(place.x() + 24, window.width())}


def test_of_a_tab_bar_the_current_tab_is_ringed(theme, shown):
    tabs = QTabBar()
    for word in ("Floors and reordering", "Promotions"):
        tabs.addTab(word)
    shown(tabs)
    tabs.setCurrentIndex(1)
    assert focus_rect(tabs) == tabs.tabRect(1) != QRect(tabs.rect())


def test_it_takes_no_clicks(theme, shown, ring, qtbot):
    button = Button("Post")
    shown(button)
    button.setFocus()
    from PySide6.QtCore import Qt

    assert ring.frame.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_it_comes_back_after_its_window_is_gone(theme, shown, ring, qtbot, qapp):
    import shiboken6

    first = QWidget()
    gone = Button("Gone", parent=first)
    first.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    gone.setFocus()
    old = ring.frame
    assert old is not None
    shiboken6.delete(first)
    gc.collect()
    button = Button("Here")
    shown(button)
    button.setFocus()
    assert ring.frame.widget() is button
    assert ring.frame.isVisible()

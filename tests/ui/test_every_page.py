"""No word is cut on any page, at 100 % and at 150 % text, in a language with sentences a third longer; and a
screen reader has a name and a role for everything that takes the keyboard.
"""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.core.wizard import Step
from app.ui.main_window import MainWindow
from app.ui.shell.places import places
from app.ui.widgets.table import Column, table_view
from tests.ui.heard import unheard, walk
from tests.ui.pseudo import spoken_pseudo
from tests.ui.shell.checks import cut, cut_headers
from tests.ui.shell.world import worlds


@pytest.fixture
def world(tmp_path):
    with worlds(tmp_path) as make:
        made = make()
        made.oversold()
        made.product("PLT", 5, "Shoal dinner plate 22 cm")
        made.stall()
        yield made


def test_pages_take_the_keyboard_and_no_word_is_cut_in_a_longer_language(qapp, qtbot, theme, world):
    with spoken_pseudo(qapp):
        window = MainWindow(world.bridge, theme)
        qtbot.addWidget(window)
        window.show()
        _by_keys(qapp, qtbot, window)
        found = {}
        for scale, size in ((1.0, (1280, 800)), (1.5, (1440, 900))):  # one window: its texts grow while it is open
            window.resize(*size)
            theme.set_text_scale(scale)
            _look_at_all(window, scale, found)
    assert found == {}


def _look_at_all(window, scale, found):
    for place in places():
        window.show_page(place.key)
        _look(window, (scale, place.key), found)
    window.show_page("incidents", 1)
    for step in Step:
        window.page().work.show_step(step)
        _look(window, (scale, f"incident {step}"), found)
    window.show_page("channels", "connect")
    _look(window, (scale, "connect"), found)


def _look(window, name, found):
    for _ in range(2):  # a layout asks heights after widths
        QApplication.processEvents()
    wrong = [*cut(window), *cut_headers(window), *unheard(window)]
    if wrong:
        found[name] = wrong


class Windows(QObject):
    """Which windows come up."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def _by_keys(qapp, qtbot, window):
    """Each page for the first time by its keys: it takes the keyboard, and opens no window of its own."""
    windows, keys = Windows(), [*range(Qt.Key.Key_1, Qt.Key.Key_8), Qt.Key.Key_Comma]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qapp.installEventFilter(windows)
    nowhere = []
    for key, place in zip(keys, [place for place in places() if place.entry is not None], strict=True):
        qtbot.keyClick(window, Qt.Key(key), Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        focus, page = QApplication.focusWidget(), window.page()
        if page.key != place.key or focus is None or not page.isAncestorOf(focus) or not focus.accessibleName():
            nowhere.append((place.key, page.key, focus))
    qapp.removeEventFilter(windows)
    assert windows.shown == [], "a part that is shown before it has a place flashes as a window"
    assert nowhere == []


def test_what_has_no_name_or_no_role_is_found(theme, qtbot):
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    named, nameless, odd = QPushButton("Go"), QLineEdit(), QWidget()
    odd.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    odd.setAccessibleName("Odd")
    for widget in (named, nameless, odd):
        column.addWidget(widget)
    top.show()
    assert [words.split(":")[0] for words in unheard(top)] == ["no name", "no role"]
    assert len(list(walk(top))) == 4


def test_a_head_that_does_not_fit_says_its_words_in_full(theme, qtbot):
    table = table_view("Products", (Column(30), Column(200)))
    qtbot.addWidget(table)
    model = QStandardItemModel(1, 2)
    model.setHorizontalHeaderLabels(["Committed everywhere", "Floor"])
    table.setModel(model)
    table.resize(400, 200)
    table.show()
    table.horizontalHeader().resizeSection(0, 30)
    head = table.horizontalHeader()
    assert (head.cut_words(0), head.cut_words(1)) == ("Committed everywhere", "")

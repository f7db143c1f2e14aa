"""The command field by keyboard: what it finds, and what Enter does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.page import Command
from app.ui.shell.command_field import CommandField
from app.ui.shell.menus import WindowCommand
from app.ui.shell.palette import COMMANDS_MAX, Find, found_commands, found_products
from tests.life import NOW


def command(text, *, run=lambda: None, **more):
    return WindowCommand(key=text, menu="view", text=text, run=run, **more)


COMMANDS = [
    command("Pause all channels", shortcut="Ctrl+Shift+P"),
    command("Compare all channels now", shortcut="F5"),
    command("Dark", inside="Theme"),
    command("Next pane", palette=False),
    command("Undo", enabled=lambda: False),
    Command(key="adjust", menu="stock", text="Adjust stock", run=lambda: None),
]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("chan", ["Pause all channels", "Compare all channels now"]),
        ("ALL now", ["Compare all channels now"]),
        ("compare", ["Compare all channels now"]),
        ("theme", ["Theme: Dark"]),
        ("dark theme", ["Theme: Dark"]),
        ("pane", []),
        ("undo", []),
        ("adj", ["Adjust stock"]),
        ("all adj", []),
    ],
)
def test_every_word_must_be_found_and_only_what_can_be_done(typed, words):
    assert [find.words for find in found_commands(COMMANDS, typed)] == words


def test_what_begins_so_comes_first():
    commands = [command("Open the incident"), command("Incidents")]
    assert [find.words for find in found_commands(commands, "inc")] == ["Incidents", "Open the incident"]


def test_the_list_has_an_end():
    assert len(found_commands([command(f"Do {n}") for n in range(100)], "")) == COMMANDS_MAX


def test_keys_are_shown():
    assert found_commands(COMMANDS, "pause")[0].keys == "Ctrl Shift P"


def test_products_are_found_by_sku_name_and_barcode(world):
    world.product("MUG-SPK-350", 3, "Speckled mug 350 ml")
    world.product("PLT-SHO-220", 3, "Shoal dinner plate")
    opened = []
    found = found_products(world.db, "speck", opened.append, now=NOW)
    assert [(find.note, find.words, find.product) for find in found] == [("MUG-SPK-350", "Speckled mug 350 ml", True)]
    found[0].run()
    assert opened == ["MUG-SPK-350"]
    assert [find.note for find in found_products(world.db, "sh 22", opened.append, now=NOW)] == ["PLT-SHO-220"]
    assert found_products(world.db, "  ", opened.append, now=NOW) == []
    assert found_products(world.db, '"; drop', opened.append, now=NOW) == []


# The field itself


@pytest.fixture
def done():
    return []


@pytest.fixture
def window(theme, qtbot, done):
    window = QWidget()
    window.resize(1000, 600)
    window.finds = {
        "": [
            Find(words="First", run=lambda: done.append(1), keys="F5"),
            Find(words="Second", run=lambda: done.append(2)),
        ],
        "mug": [Find(words="Speckled mug", note="MUG", run=lambda: done.append("mug"), product=True)],
    }
    window.field = CommandField(window, lambda typed: window.finds.get(typed, []), "Ctrl K")
    window.other = QLineEdit()
    row = QHBoxLayout(window)
    row.addWidget(window.other)
    row.addWidget(window.field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.other.setFocus()
    return window


def test_it_opens_under_the_field_and_keeps_the_keyboard(window, qtbot):
    window.field.begin()
    assert window.field.hasFocus()
    assert window.field.list.isVisible()
    bottom = window.field.mapTo(window, QPoint(0, window.field.height())).y()
    assert window.field.list.y() >= bottom
    assert window.field.list.geometry().right() <= window.width()


def test_arrows_move_and_enter_does(window, qtbot, done):
    window.field.begin()
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert done == [2]
    assert not window.field.list.isVisible()
    assert window.other.hasFocus()


def test_arrows_go_round(window, qtbot, done):
    window.field.begin()
    qtbot.keyClick(window.field, Qt.Key.Key_Up)
    qtbot.keyClick(window.field, Qt.Key.Key_Enter)
    assert done == [2]


def test_typing_filters(window, qtbot, done):
    window.field.begin()
    qtbot.keyClicks(window.field, "mug")
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert done == ["mug"]
    assert window.field.text() == ""


def test_nothing_found_is_said_and_enter_does_nothing(window, qtbot, done):
    window.field.begin()
    qtbot.keyClicks(window.field, "zzz")
    assert window.field.list.nothing.isVisible()
    assert window.field.accessibleDescription() == "Nothing found"
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert done == []
    assert window.field.text() == "zzz"


def test_esc_goes_back_to_where_the_keyboard_was(window, qtbot, done):
    window.field.begin()
    qtbot.keyClicks(window.field, "mug")
    qtbot.keyClick(window.field, Qt.Key.Key_Escape)
    assert window.other.hasFocus()
    assert window.field.text() == ""
    assert not window.field.list.isVisible()
    assert done == []


def test_leaving_the_field_closes_the_list(window, qtbot):
    window.field.begin()
    window.other.setFocus()
    assert not window.field.list.isVisible()


def test_a_click_does_it(window, qtbot, done):
    window.field.begin()
    view = window.field.list.view
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == [2]


def test_a_screen_reader_hears_what_enter_would_do(window, qtbot):
    window.field.begin()
    assert window.field.accessibleDescription() == "First, F5"
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    assert window.field.accessibleDescription() == "Second"
    model = window.field.list.model
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "First, F5"
    assert QAccessible.queryAccessibleInterface(window.field).text(QAccessible.Text.Name) == "Find or do anything"


def test_it_is_drawn_in_both_themes(window, qtbot, theme):
    from app.ui.theme import Scheme

    window.field.begin()
    qtbot.keyClicks(window.field, "mug")
    light = window.field.list.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert not window.field.list.isVisible()  # its rows have another height and colour now
    window.field._open()
    assert window.field.list.grab().toImage() != light

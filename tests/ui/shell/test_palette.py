"""The command field by keyboard: what it finds, and what Enter does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.page import Command
from app.ui.shell.command_field import CommandField
from app.ui.shell.menus import WindowCommand
from app.ui.shell.palette import (
    COMMANDS_MAX,
    Find,
    described,
    found_anything,
    found_commands,
    found_in_stock,
    found_products,
)
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
        ("adj", ["Adjust stock"]),
        ("all adj", []),
        ("pac", ["Pause all channels"]),
        ("as", ["Adjust stock"]),
        ("undo", ["Undo"]),
    ],
)
def test_every_word_must_be_found_or_the_first_letters(typed, words):
    assert [find.words for find in found_commands(COMMANDS, typed)] == words


def test_what_begins_so_comes_first():
    commands = [command("Open the incident"), command("Incidents")]
    assert [find.words for find in found_commands(commands, "inc")] == ["Incidents", "Open the incident"]


def test_what_cannot_be_done_now_comes_last_and_says_so():
    finds = found_commands(COMMANDS, "")
    assert [find.words for find in finds if find.off] == ["Undo"]
    assert finds[-1].words == "Undo"
    assert described(finds, len(finds) - 1) == "Undo, not now"


def test_finds_stand_in_groups():
    pages = [command("Inventory"), command("Count")]
    stock = [Find(words="Countess mug", run=print, note="MUG", group="Products")]
    here, own = [command("Count again")], [*pages, command("Count the discount")]
    found = found_anything("count", here, own, ["Inventory", "Count"], stock)
    assert [(find.group, find.words) for find in found] == [
        ("Pages", "Count"),
        ("On this page", "Count again"),
        ("Actions", "Count the discount"),
        ("Products", "Countess mug"),
    ]
    assert [described(found, place) for place in (0, 3)] == ["Pages, Count", "Products, Countess mug, MUG"]


def test_nothing_typed_lists_everything_that_can_be_done():
    many = [command(f"Do {n}") for n in range(30)]
    assert len(found_anything("", [], many, [], [])) == 30


def test_the_list_has_an_end():
    assert len(found_commands([command(f"Do {n}") for n in range(100)], "")) == COMMANDS_MAX


def test_keys_are_shown():
    assert found_commands(COMMANDS, "pause")[0].keys == "Ctrl Shift P"


def test_products_are_found_by_sku_name_and_barcode(world):
    world.product("MUG-SPK-350", 3, "Speckled mug 350 ml")
    world.product("PLT-SHO-220", 3, "Shoal dinner plate")
    opened = []
    found = found_products(world.db, "speck", opened.append, now=NOW)
    assert [(find.group, find.note, find.words) for find in found] == [
        ("Products", "MUG-SPK-350", "Speckled mug 350 ml")
    ]
    assert found_products(world.db, "speckeld", opened.append, now=NOW)[0].group == "Products like this"
    found[0].run()
    assert opened == ["MUG-SPK-350"]


def test_an_order_is_shown_by_its_rows_in_the_ledger(world):
    world.oversold()
    shown = []
    found = found_in_stock(world.db, "338291437", lambda *where: shown.append(where), now=NOW)
    assert [(find.group, find.note, find.words) for find in found] == [("Orders", "3382914377", "Etsy, Today 14:32")]
    found[0].run()
    assert shown == [("ledger", ("order", "3382914377"))]


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
        "off": [Find(words="Undo", run=lambda: done.append("off"), off=True)],
        "long": [Find(words=str(n), run=lambda n=n: done.append(n), group=str(n // 20)) for n in range(40)],
        "mug": [Find(words="Speckled mug", note="MUG", run=lambda: done.append("mug"))],
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


def test_whole_pages_move_and_stop_at_the_ends(window, qtbot, done):
    window.field.begin()
    qtbot.keyClicks(window.field, "long")
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(window.field, key)
    assert done == [11]


def test_what_cannot_be_done_now_stays_listed(window, qtbot, done):
    window.field.begin()
    qtbot.keyClicks(window.field, "off")
    assert window.field.accessibleDescription() == "Undo, not now"
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert done == []
    assert window.field.list.isVisible()


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

"""What a listing may still sell, by keyboard: from its badge or the menu, newest first, in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.channel import Guard
from app.core.exposure import Write
from app.core.text import Text
from app.store import promises
from app.store.database import transaction
from app.ui.inventory.may_sell import MaySellDialog, bound_words
from app.ui.theme import Theme
from app.ui.words import clock_time, say
from tests.life import add_listing
from tests.ui.inventory.conftest import Opener
from tests.ui.inventory.world import BOWL, NEW, SET, Pottery, Window
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable

HEARD = Qt.ItemDataRole.AccessibleTextRole
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
shows_windows = pytest.mark.qt_log_ignore(r"raise\(\)", "grabbing the keyboard")


def opened(window: Window) -> MaySellDialog:
    dialog = window.dialog()
    assert isinstance(dialog, MaySellDialog)
    assert QTest.qWaitForWindowActive(dialog)
    QApplication.processEvents()  # the keyboard follows a moment later
    return dialog


def command(window: Window) -> None:
    next(one for one in window.page.commands() if one.key == "may_sell").run()


def said(dialog: MaySellDialog) -> list[tuple[object, ...]]:
    sheet = dialog.table.sheet
    return [tuple(sheet.index(row, column).data() for column in (1, 2, 3)) for row in range(sheet.rowCount())]


def raised(pottery: Pottery, sku: str, old: int, new: int) -> None:
    """A higher number was sent to Woo."""
    with transaction(pottery.db):
        write = Write(key="k", old=old, new=new, guard=Guard.COMPARE_AND_SET)
        promises.send(pottery.db, pottery.listing(sku).id, write, now=pottery.now)


def test_it_tells_every_promise_newest_first(window: Window, pottery: Pottery) -> None:
    raised(pottery, BOWL, 11, 13)
    pottery.sell(BOWL, 1)
    window.page.open(BOWL)
    command(window)
    dialog = opened(window)
    assert dialog.windowTitle() == "What Ramen bowl 16 cm may still sell"
    assert said(dialog) == [
        ("1 piece sold there became known", "−1", 12),
        ("Setting 11 to 13 was sent", "+2", 13),
        ("Shows 11, and every order until then is known", "+11", 11),
    ]
    assert dialog.bound.text() == "WooCommerce may sell at most 12 pieces that Plimsoll has not heard of."
    assert dialog.table.hasFocus()
    at = clock_time(pottery.now)
    assert dialog.table.sheet.index(0, 0).data() == at
    heard = dialog.table.sheet.index(0, 0).data(HEARD)
    assert heard == f"Today {at}: 1 piece sold there became known. −1, at most 12 may be sold."


@shows_windows
def test_the_menu_of_a_badge_leads_to_that_channel(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    window.page.open(BOWL)
    mark = window.page.pane.head.shown.marks[1]
    mark.setFocus()
    qtbot.keyClick(mark, Key.Key_F10, SHIFT)
    menu = mark.menu
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Hold back…", "What it may still sell…"]
    menu.actions()[1].trigger()
    menu.close()
    dialog = opened(window)
    assert dialog.place.currentText() == "Shopify"
    dialog.place.setFocus()
    qtbot.keyClick(dialog.place, Key.Key_Up)
    assert dialog.bound.text().startswith("WooCommerce may sell")


@shows_windows
def test_a_place_kept_by_hand_is_promised_nothing(window: Window, qtbot: QtBot) -> None:
    window.page.open(BOWL)
    mark = window.page.pane.head.shown.marks[2]
    qtbot.keyClick(mark, Key.Key_Menu)
    assert mark.menu is not None
    assert [action.text() for action in mark.menu.actions()] == ["Hold back…"]
    mark.menu.actions()[0].trigger()
    mark.menu.close()
    assert window.page.pane.head.held.scope is not None


@shows_windows
def test_the_command_begins_with_the_badge_that_has_the_keyboard(window: Window) -> None:
    window.page.open(BOWL)
    window.page.pane.head.shown.marks[1].setFocus()
    command(window)
    assert opened(window).place.currentText() == "Shopify"


def test_news_come_in_while_it_is_open(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    window.page.open(BOWL)
    command(window)
    dialog = opened(window)
    window.bridge.changed.emit(pottery.sell(BOWL, 2))
    qtbot.waitUntil(lambda: said(dialog)[0] == ("2 pieces sold there became known", "−2", 9))


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_esc_and_enter_close_it(window: Window, qtbot: QtBot, key: Key) -> None:
    window.page.open(BOWL)
    command(window)
    dialog = opened(window)
    qtbot.keyClick(dialog.table, key)
    assert not dialog.isVisible()


def test_a_listing_that_was_told_nothing_yet(window: Window, pottery: Pottery) -> None:
    add_listing(pottery.db, pottery.woo, SET)
    window.page.open(SET)
    command(window)
    dialog = opened(window)
    assert dialog.nothing.isVisible()
    assert dialog.nothing.text() == (
        "Nothing was promised on WooCommerce yet. The first number that is sent stands here."
    )
    assert not dialog.place.isVisible(), "there is one place"
    assert dialog.yes.hasFocus()


def test_a_product_that_is_listed_nowhere(window: Window) -> None:
    window.page.open(NEW)
    command(window)
    dialog = opened(window)
    assert dialog.nothing.text() == "No channel is told this product’s number: nothing is promised anywhere."
    assert not dialog.bound.isVisible()


def test_two_listings_in_one_shop_are_told_apart(window: Window, pottery: Pottery) -> None:
    number = add_listing(pottery.db, pottery.woo, BOWL, shows=2, ref="second")
    with transaction(pottery.db):
        pottery.db.execute("update listing set title = 'Ramen bowl, blue' where id = ?", (number,))
    window.page.open(BOWL)
    command(window)
    place = opened(window).place
    assert [place.itemText(at) for at in range(place.count())] == [
        "WooCommerce: BWL-RAM", "WooCommerce: Ramen bowl, blue", "Shopify",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (0, "Etsy can sell nothing that Plimsoll has not heard of."),
        (1, "Etsy may sell at most 1 piece that Plimsoll has not heard of."),
        (4, "Etsy may sell at most 4 pieces that Plimsoll has not heard of."),
    ],
)
def test_the_sum_in_words(bound: int, words: str) -> None:
    found = bound_words("Etsy", bound)
    assert isinstance(found, Text)
    assert say(found) == words


# What everything here must keep


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_or_out_of_reach(window: Window, theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    window.page.open(BOWL)
    command(window)
    dialog = opened(window)
    assert cut(dialog) == []
    assert outside(dialog) == []
    assert nameless(dialog) == []
    assert unreachable(dialog) == []


def test_every_word_is_translated(pottery: Pottery, opener: Opener, qapp: QApplication) -> None:
    with spoken_pseudo(qapp):
        window = opener(lambda: pottery.now)
        window.page.open(BOWL)
        command(window)
        dialog = opened(window)
        assert untranslated(dialog, ignoring={"WooCommerce", "Shopify"}) == []
        heard = str(dialog.table.sheet.index(0, 1).data())
        assert heard.startswith("⟦")

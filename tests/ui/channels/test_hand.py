"""A place kept by hand that lists products: what it lists, the numbers to change there, and their ticks."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import by_hand, shops
from app.store.database import transaction
from app.ui.channels.hand_show import ShowDialog
from app.ui.channels.panes import LISTED, TODOS
from tests.life import NOW, add_product
from tests.ui.channels.world import dialog, nameless

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def place(db):
    with transaction(db):
        number = shops.add(db, channel="stall", name="Amazon", letter="A", now=NOW - timedelta(days=9))
    for sku, on_hand in (("MUG", 5), ("TILE", 2)):
        add_product(db, sku, on_hand)
    return shops.shop(db, number)


def listing(page, qtbot, words, number):
    page.overview.detail.show_tab(LISTED)
    page.overview.detail.panes.pane("listed").add.click()
    shown = dialog(page)
    assert isinstance(shown, ShowDialog)
    qtbot.keyClicks(shown.search.field, words)
    qtbot.keyClick(shown.search.field, ENTER)
    qtbot.keyClick(shown.search.table, ENTER)
    qtbot.keyClicks(shown.number.edit, number)
    qtbot.keyClick(shown.number.edit, ENTER)
    return shown


def arrive(page, db):
    """A delivery, and housekeeping's next round."""
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 3, reason="delivery", batch="d", now=NOW)
    with transaction(db):
        by_hand.ask(db, now=NOW)
    page._read_all()


def test_what_it_lists_is_said_by_keyboard_and_the_next_follows(opened, db, place, qtbot):
    page = opened()
    shown = listing(page, qtbot, "mug", "5")
    assert shown.heard.text() == "Amazon shows 5 Mug."
    assert shown.isVisible()
    assert shown.search.field.hasFocus()
    assert [(row.sku, row.shows) for row in by_hand.shown(db, place.id)] == [("MUG", 5)]
    qtbot.keyClick(shown.search.field, ESC)
    assert not shown.isVisible()


@pytest.mark.parametrize("typed", ["", "-1", "x", "99999999"])
def test_a_wrong_number_is_said_and_changes_nothing(opened, db, place, qtbot, typed):
    shown = listing(opened(), qtbot, "mug", typed)
    assert shown.number.error() == "Type the number that buyers see there: 0 or more."
    assert shown.number.text() == typed
    assert by_hand.shown(db, place.id) == []


def test_a_number_to_change_is_a_row_and_a_press_ticks_it(opened, db, place, qtbot):
    page = opened()
    listing(page, qtbot, "mug", "5").reject()
    arrive(page, db)
    detail = page.overview.detail
    detail.show_tab(TODOS)
    table = detail.panes.pane("todos").table
    assert [table.model().index(0, at).data() for at in range(1, 5)] == ["MUG", "Mug", 5, 8]
    assert detail.panes.pane("todos").words.text().startswith("First enter what was sold there.")
    assert not nameless(detail.panes.pane("todos"))
    table.select_row(0)
    qtbot.keyClick(table, ENTER)
    assert by_hand.todos(db, place.id, now=NOW) == []
    page._read_all()
    assert detail.panes.pane("todos").words.text() == "Amazon shows what it should."


def test_the_list_of_channels_says_how_many_wait_and_grows_red(opened, db, place, qtbot, program):
    page = opened()
    listing(page, qtbot, "mug", "5").reject()
    arrive(page, db)
    table = page.overview.table
    row = table.shops.row_of(place.id)
    words = table.shops.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "By hand: 1 number to change" in words
    program.now = NOW + timedelta(minutes=10)
    page.overview.tick()
    page.overview.detail.show_tab(TODOS)
    assert page.overview.detail.panes.pane("todos").table.model().index(0, 0).data() == "Over 10 minutes"


def test_taking_a_product_off_is_asked_first(opened, db, place, qtbot):
    page = opened()
    listing(page, qtbot, "mug", "5").reject()
    page._read_all()
    listed = page.overview.detail.panes.pane("listed")
    listed.table.select_row(0)
    listed.remove.click()
    dialog(page).yes.click()
    assert by_hand.shown(db, place.id) == []

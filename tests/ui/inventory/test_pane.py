"""The detail pane by keyboard: the sum, what every shop shows, the chart and its table, and the ledger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.store import listings
from app.store.database import transaction
from tests.ui.inventory.world import BOWL, DISH, EGG, MUG, NEW, SET, TILE, Pottery, Window

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
HEARD = Qt.ItemDataRole.AccessibleTextRole
shows_tooltips = pytest.mark.qt_log_ignore(r"raise\(\)")


def ledger_says(window: Window) -> list[tuple[object, ...]]:
    rows = window.page.pane.ledger.rows
    return [tuple(rows.index(row, column).data() for column in (2, 3, 4)) for row in range(rows.rowCount())]


def test_the_sum_and_the_way_to_the_incident(window: Window) -> None:
    head = window.page.pane.head
    assert head.sum_row.figures.accessibleName() == "11 on hand − 14 committed = −3 available"
    assert (head.title.text(), head.sku.text(), head.place.text()) == ("Speckled mug 350 ml", MUG, "Shelf B")
    assert head.price.text() == "£24"
    window.press(Key.Key_Return)
    assert head.incident.hasFocus()
    window.press(Key.Key_Space)
    assert window.gone == [("incidents", 1)]


def test_a_product_that_needs_nothing_has_no_incident(window: Window) -> None:
    window.page.open(BOWL)
    assert not window.page.pane.head.incident.isVisible()
    assert not window.page.pane.head.notes.isVisible()


def test_a_product_without_a_number_asks_for_one(window: Window) -> None:
    window.page.open(NEW)
    pane = window.page.pane
    assert not pane.head.sum_row.isVisible()
    assert pane.head.unstarted.text() == "No number yet. It is sent to no channel until it has one."
    assert pane.stock.message.text() == "No number yet. Once you adjust its stock, this shows how it goes."
    window.press(Key.Key_Return)
    assert pane.head.adjust.hasFocus()
    window.press(Key.Key_Space)
    assert window.dialog().windowTitle() == "What happened to Milk jug?"
    window.dialog().reject()


def test_every_shop_says_what_it_shows_and_why(window: Window) -> None:
    window.page.open(TILE)
    marks = window.page.pane.head.shown.marks
    assert [mark.accessibleName() for mark in marks] == [
        "WooCommerce shows 41",
        "Shopify shows 39",
        "Market stall shows 39",
    ]
    assert "40 on hand" in marks[2].accessibleDescription()


@shows_tooltips
def test_the_keyboard_stays_on_a_shop_when_its_number_changes(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    shown = window.page.pane.head.shown
    before = shown.marks[1]
    before.setFocus()
    assert before.hasFocus()
    window.bridge.changed.emit(pottery.deliver(MUG, 5))
    qtbot.waitUntil(lambda: shown.marks[1] is not before)
    assert shown.marks[1].hasFocus()
    assert shown.marks[1].isVisible()


def test_what_was_taken_off_shows_nothing_to_buy(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    column = f"shop/{pottery.woo.id}"
    with transaction(pottery.db):
        listings.ask_pause(pottery.db, pottery.listing(BOWL).id, off=True)
    window.bridge.changed.emit(pottery.deliver(BOWL, 1))
    qtbot.waitUntil(lambda: window.cell(BOWL, column) == 0)
    assert window.cell(BOWL, column, HEARD) == "Taken off WooCommerce."
    assert "Taken off WooCommerce." in str(window.cell(BOWL, "sku", HEARD))
    assert window.cell(NEW, column) is None, "not listed is something else"
    window.page.open(BOWL)
    assert window.page.pane.head.shown.marks[0].accessibleName() == "Taken off WooCommerce"


def test_a_refused_update_is_told_and_sent_again(window: Window, pottery: Pottery) -> None:
    pottery.put(BOWL, "refused", "Not now")
    window.page.open(BOWL)
    notes = window.page.pane.head.notes
    buttons = notes.findChildren(QAbstractButton)
    words = [label.text() for label in notes.findChildren(QLabel)]
    assert any("WooCommerce refused" in one and "“Not now”" in one for one in words)
    assert [button.accessibleName() for button in buttons if button.isVisible()] == ["Send again"]
    buttons[0].click()
    assert pottery.state(BOWL) == "due"


# Chart


def test_the_chart_says_itself_in_a_sentence(window: Window) -> None:
    chart = window.page.pane.stock.chart
    assert chart.accessibleDescription() == (
        "Speckled mug 350 ml, 60 days: between 11 and −3, under the floor on 1 day, oversold now"
    )


def test_ctrl_and_the_arrows_change_how_far_it_looks_back(window: Window) -> None:
    stock = window.page.pane.stock
    window.press(Key.Key_Left, CTRL)
    assert stock.days == 365
    assert stock.range.accessibleName() == "Days shown: 365 days"
    window.press(Key.Key_Left, CTRL)
    assert stock.days == 365
    window.press(Key.Key_Right, CTRL)
    window.press(Key.Key_Right, CTRL)
    assert stock.days == 14
    assert "14 days" in stock.chart.accessibleDescription()


def test_ctrl_t_shows_the_chart_as_a_table_and_the_keyboard_goes_with_it(window: Window) -> None:
    stock = window.page.pane.stock
    stock.chart.setFocus()
    window.press(Key.Key_T, CTRL)
    assert stock.as_table
    assert stock.table.hasFocus()
    rows = stock.table.rows
    assert [rows.index(0, column).data() for column in range(1, 5)] == ["−14", -3, 11, 4]
    assert rows.index(0, 0).data(HEARD).endswith(": −14, −3 available, 11 on hand, floor 4")
    window.press(Key.Key_T, CTRL)
    assert not stock.as_table
    assert stock.chart.hasFocus()


@shows_tooltips
def test_chart_and_ledger_follow_each_other(window: Window) -> None:
    pane = window.page.pane
    chart = pane.stock.chart
    chart.setFocus()
    window.press(Key.Key_Left)
    assert pane.ledger.currentIndex().row() == 0
    window.press(Key.Key_Left)
    assert pane.ledger.currentIndex().row() == 1
    assert chart.toolTip() == pane.ledger.rows.index(1, 0).data(HEARD)
    pane.ledger.setFocus()
    window.press(Key.Key_Up)
    assert chart.stop is not None
    assert chart.stop.available == -3
    window.press(Key.Key_Escape)
    assert window.page.table.hasFocus()


# Ledger


def test_the_ledger_tells_where_every_number_comes_from(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    assert ledger_says(window) == [("Sale MUG-SPK-1433", "−14", -3), ("Count", "+11", 11)]
    pane = window.page.pane
    assert pane.ledger.rows.index(0, 0).data(HEARD).endswith("WooCommerce: Sale MUG-SPK-1433. −14, −3 available.")
    assert "11 on hand − 14 committed = −3 available" in pane.ledger.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    window.bridge.changed.emit(pottery.deliver(MUG, 20))
    qtbot.waitUntil(lambda: ledger_says(window)[0] == ("Delivery", "+20", 17))
    assert pane.head.sum_row.figures.accessibleName() == "31 on hand − 14 committed = 17 available"


def test_its_heads_are_never_cut(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    """With a scroll bar or without."""
    ledger = window.page.pane.ledger
    plain = ledger.horizontalHeader().sectionSize(4)
    for _ in range(40):
        pottery.deliver(MUG, 1)
    window.page.open(BOWL)
    window.page.open(MUG)
    qtbot.waitUntil(lambda: ledger.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    assert ledger.horizontalHeader().sectionSize(4) == plain - 12
    assert ledger.edges_of(4) == (0, 0)


def test_a_bundle_shows_its_parts_and_leads_to_them(window: Window) -> None:
    window.page.open(SET)
    parts = window.page.pane.parts
    assert parts.isVisible()
    links = {link.accessibleName(): link for link in parts.findChildren(QAbstractButton)}
    assert set(links) == {"Egg cup & spoon", "Butter dish with lid"}
    assert links["Egg cup & spoon"].accessibleDescription() == "2 in a bundle, 30 available"
    links["Butter dish with lid"].click()
    assert window.current() == DISH


def test_a_long_place_does_not_push_the_sku_away(window: Window, pottery: Pottery) -> None:
    with transaction(pottery.db):
        pottery.db.execute(
            "update product set place = ? where sku = ?", ("Workshop, north wall, upper shelf " * 4, EGG)
        )
    window.page.open(EGG)
    sku = window.page.pane.head.sku
    assert sku.width() >= sku.sizeHint().width()


def test_everything_on_the_page_has_a_name_for_those_who_cannot_see_it(window: Window) -> None:
    for sku in (MUG, TILE, NEW, SET):
        window.page.open(sku)
        kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
        stops = [
            widget
            for widget in window.page.findChildren(QWidget)
            if isinstance(widget, kinds) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        own = [stop for stop in stops if type(stop).__module__.startswith("app.") and stop.isVisible()]
        assert len(own) > 8
        assert [type(stop).__name__ for stop in own if not stop.accessibleName()] == []

"""Planning by keyboard: both formulas with their numbers, the levels they set, and what is to be ordered again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.core.floors import Delivery
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import catalog, sales, settings
from app.store.database import transaction
from app.ui.bridge import Bridge
from app.ui.planning.lower import FLOORS
from app.ui.planning.page import PlanningPage
from app.ui.widgets.dialog import Dialog
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order
from tests.ui.channels.world import Program, nameless

ENTER = Qt.Key.Key_Return


@pytest.fixture
def db(tmp_path):
    return fresh(tmp_path)


@pytest.fixture
def page(db, theme, qtbot):
    shop = add_shop(db)
    db.execute("update shop set connected_at = '2025-01-01T00:00:00.000Z'")
    for sku in ("MUG", "TILE"):
        add_product(db, sku)
        long_ago = NOW - timedelta(days=80)
        post_adjustment(db, sku, EntryKind.RECEIVE, 90, reason="delivery", batch=f"d/{sku}", now=long_ago)
        add_listing(db, shop, sku, shows=90)
    for day in range(1, 29):
        placed, pieces = -day * 24 * 60, 1 + day % 3
        when = NOW - timedelta(days=day)
        post_order(db, shop, order(str(day), line("MUG", pieces), at=placed, placed=placed), now=when)
    with transaction(db):
        settings.put(db, settings.REORDER_POINT, 40, product=catalog.product_id(db, "MUG"), now=NOW)
    bridge = Bridge(db, Program(db).lend())
    made = PlanningPage(bridge, theme)
    bridge.changed.connect(made.on_changed)
    bridge.setParent(made)
    qtbot.addWidget(made)
    made.resize(1260, 844)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.shown()
    yield made
    bridge.close()


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def put(page, key, text):
    page.numbers.fields[key].setText(text)
    page.numbers.fields[key].textEdited.emit(text)


def worked_example(page):
    """A1 of the published vectors: 20 a day, spread 5, 7 days."""
    page.numbers.window_chosen.emit(28)  # it sold on each of these: over eighty days it sells now and then
    for key, text in (("mean", "20"), ("spread", "5"), ("most", "20"), ("days", "7"), ("days_most", "10")):
        put(page, key, text)
    page.spread.radio.setChecked(True)


def levels(db, sku):
    product = catalog.product_id(db, sku)
    return settings.get(db, settings.FLOOR, product=product), settings.get(db, settings.REORDER_POINT, product=product)


def test_the_first_product_to_reorder_stands_above_with_its_own_sales(page):
    assert page.reorder.table.hasFocus()
    assert page.pick.label() == "Mug"
    assert page.numbers.fields["mean"].text() == "0.70"
    left_out = "10 days without stock or inside an incident are left out"
    assert page.numbers.note.text() == f"80 days in stock; {left_out}."
    assert [row.sku for row in page.reorder.table.sheet.rows] == ["MUG"]


def test_twenty_a_day_is_twenty_two_and_a_hundred_and_sixty_two(page, db):
    worked_example(page)
    assert words(page.spread)[-2:] == ["22", "floor"]
    assert page.why.text() == "Reorder at = floor 22 + 20.00 a day for 7 days = 162.00, rounded up."
    assert page.use.label() == "Use 22 and 162"
    page.use.click()
    assert levels(db, "MUG") == (22, 162)
    assert not page.use.isEnabled()


def test_the_press_is_one_undo(page, db):
    undone = []
    page.undoable.connect(lambda sentence, undo: undone.append((sentence, undo)))
    worked_example(page)
    page.take()
    assert undone[0][0] == "Mug: floor 22, reorder at 162"
    undone[0][1]()
    assert levels(db, "MUG") == (None, 40)


def test_the_other_formula_can_be_picked(page, db):
    worked_example(page)
    page.worst.radio.setChecked(True)
    assert page.use.label() == "Use 60 and 200"
    page.take()
    assert levels(db, "MUG") == (60, 200)


@pytest.mark.parametrize("typed", ["", "-1", "x", "1e99"])
def test_a_wrong_number_is_said_and_changes_nothing(page, db, typed):
    worked_example(page)
    put(page, "spread", typed)
    assert page.numbers.error.text() == "Day-to-day spread σ: type a number from 0 up."
    page.take()
    assert levels(db, "MUG") == (None, 40)


def test_another_product_is_chosen_by_keyboard(page, qtbot):
    page.choose()
    dialog = next(one for one in page.findChildren(Dialog) if one.isVisible())
    qtbot.keyClicks(dialog.search.field, "tile")
    qtbot.keyClick(dialog.search.field, ENTER)
    qtbot.keyClick(dialog.search.table, ENTER)
    assert page.pick.label() == "Tile"
    assert page.numbers.fields["mean"].text() == "0"
    assert "now and then" in " ".join(words(page.spread))


def test_another_window_is_read_anew(page):
    page.numbers.days_back.setCurrentIndex(page.numbers.days_back.findData(28))
    page.numbers.days_back.activated.emit(0)
    assert page.numbers.note.text() == "28 days in stock."
    assert page.numbers.fields["mean"].text() == "2"
    assert page.worst.radio.isChecked(), "too few days for more than the rough way"


def test_the_list_can_be_copied(page):
    page.reorder.copy_list()
    rate = page.reorder.table.sheet.rows[0].order
    assert QGuiApplication.clipboard().text() == f"MUG\tMug\t{rate}"


def test_everything_has_a_name(page):
    assert not nameless(page)


def test_floors_to_update_are_used_in_one_press_with_one_undo(page, db):
    undone = []
    page.undoable.connect(lambda said, undo: undone.append((said, undo)))
    page.lists.show_list(FLOORS)
    assert not page.lists.floors.wanted(), "nothing is known of deliveries: it would be rough, and is not ticked"
    with transaction(db):
        sales.put_delivery(db, Delivery(mean=7, most=9), now=NOW)
    page.lists.wanted.emit("again")
    (row,) = page.lists.floors.wanted()
    assert (row.sku, row.floor, row.reorder_at, row.days) == ("MUG", None, 40, 80)
    assert page.lists.note.text() == "1 product would have another floor"
    page.lists.wanted.emit("use")
    assert levels(db, "MUG") == (row.found.floor, row.found.reorder_at)
    assert page.lists.note.text() == "Every floor is as your sales of 90 days say"
    assert undone[-1][0] == "1 product has another floor"
    undone[-1][1]()
    assert levels(db, "MUG") == (None, 40)


def test_many_floors_are_reckoned_in_the_background(page, qtbot, monkeypatch):
    monkeypatch.setattr("app.ui.planning.updating.FEW", 0)
    with qtbot.waitSignal(page.delivering.updating.told):
        page.lists.show_list(FLOORS)
    qtbot.waitUntil(lambda: page.delivering.updating.looked)
    assert [row.sku for row in page.lists.floors.table.sheet.rows] == ["MUG"]


def test_days_are_shown_short_and_reckoned_in_full(page):
    demand = page.numbers.typed().demand
    page.numbers.show_numbers(demand, Delivery(mean=9.0, most=9.94), window=28)
    assert [page.numbers.fields[key].text() for key in ("days", "days_most")] == ["9", "9.9"]
    assert page.numbers.typed().delivery.most == 9.94
    put(page, "days_most", "9.5")
    assert page.numbers.typed().delivery.most == 9.5


def test_empty_fields_are_no_mistake_before_a_product_is_chosen(db, theme, qtbot):
    bridge = Bridge(db, Program(db).lend())
    made = PlanningPage(bridge, theme)
    bridge.setParent(made)
    qtbot.addWidget(made)
    made.shown()
    assert made.numbers.error.isHidden()
    assert not made.numbers.isEnabled()
    assert made.lists.note.text() == "Nothing is at or under its reorder point"
    bridge.close()


@pytest.mark.parametrize(("scale", "beside"), [(1.0, True), (1.5, False)])
def test_all_columns_are_seen_at_any_text_size(page, theme, scale, beside):
    theme.set_text_scale(scale)
    for _ in range(3):
        QApplication.processEvents()
    left, right = (
        page.before.mapTo(page, QPoint(0, 0)).x(),
        page.before.mapTo(page, page.before.rect().bottomRight()).x(),
    )
    assert right < page.width()
    assert (left > page._working.mapTo(page, QPoint(0, 0)).x()) is beside
    assert page.before.isVisible()

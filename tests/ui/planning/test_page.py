"""Planning by keyboard: both formulas with their numbers, the levels they set, and what is to be ordered again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from app.core.floors import Delivery
from app.core.season import Quarters, Season
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import catalog, promotions, sales, settings
from app.store.database import transaction
from app.store.season import Reviewed
from app.ui.bridge import Bridge
from app.ui.planning.lower import FLOORS
from app.ui.planning.page import PlanningPage
from app.ui.planning.season import SeasonReview
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
    assert not page.use.isEnabled()
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
    assert page.lists.note.text() == "Every floor is as your sales say"
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
    page.numbers.show_numbers(demand, Delivery(mean=9.0, most=9.94), by=sales.FloorBy(window=28))
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


def test_one_undo_takes_back_the_delivery_days_and_the_days_looked_back_too(page, db):
    undone = []
    page.undoable.connect(lambda sentence, undo: undone.append(undo))
    mug = catalog.product_id(db, "MUG")
    worked_example(page)
    page.numbers.level.setCurrentIndex(page.numbers.level.findData(0.99))
    page.numbers.level.activated.emit(2)
    page.take()
    assert sales.floor_by(db, mug) == sales.FloorBy(window=28, level=0.99)
    assert sales.delivery_of(db, mug).mean == 7
    assert page.since.text() == "These hold already. Set on 14 May, now"
    page.show_product("TILE")
    undone[0]()
    assert (levels(db, "MUG"), levels(db, "TILE")) == ((None, 40), (None, None)), "whatever is shown by then"
    assert sales.floor_by(db, mug) == sales.FloorBy()
    assert sales.delivery_of(db, mug) is None


def test_delivery_days_that_nobody_typed_are_not_kept_as_typed(page, db):
    page.worst.radio.setChecked(True)
    page.take()
    assert levels(db, "MUG") != (None, 40)
    assert sales.delivery_of(db, catalog.product_id(db, "MUG")) is None


def test_how_floors_are_reckoned_holds_for_all_and_is_undone(page, db, qtbot):
    undone = []
    page.undoable.connect(lambda sentence, undo: undone.append((sentence, undo)))
    updating = page.delivering.updating
    updating.manner()
    updating.dialog.level.setCurrentIndex(2)
    updating.dialog.window_.setCurrentIndex(0)
    updating.dialog.textbook.setChecked(True)
    qtbot.keyClick(updating.dialog, ENTER)
    assert (sales.floor_by(db), sales.textbook(db)) == (sales.FloorBy(window=28, level=0.99), True)
    page.show_product("MUG")
    assert words(page.spread)[2:4] == ["2.3300", "99 %"], "as textbooks round it"
    assert undone[0][0] == "Floors are reckoned by 28 days and 99 %"
    undone[0][1]()
    assert (sales.floor_by(db), sales.textbook(db)) == (sales.FloorBy(), False)


def test_a_new_product_takes_the_numbers_of_one_that_sells_like_it(page, db, qtbot):
    add_product(db, "NEW")
    page.show_product("NEW")
    assert page.numbers.like.isVisibleTo(page)
    assert page.numbers.past.isVisibleTo(page)
    page.numbers.like.click()
    dialog = next(one for one in page.findChildren(Dialog) if one.isVisible())
    qtbot.keyClicks(dialog.search.field, "mug")
    qtbot.keyClick(dialog.search.field, ENTER)
    qtbot.keyClick(dialog.search.table, ENTER)
    assert page.numbers.note.text().startswith("Sales of Mug: 80 days in stock")
    assert page.numbers.fields["mean"].text() == "0.70"
    assert page.pick.label() == "New"
    page.take()
    assert levels(db, "NEW")[1] > 0
    page.show_product("MUG")
    assert page.numbers.like.isHidden()


def test_days_of_a_promotion_are_marked(page, db):
    began, ended = ((NOW - timedelta(days=days)).isoformat() for days in (9, 7))
    db.execute(
        "insert into promotion (planned_at, name, first_at, last_at, uplift, held, poll_s, by_itself, began_at,"
        " ended_at) values (?1, 'Sale', ?1, ?2, 50, 1, 15, 0, ?1, ?2)", (began, ended),
    )  # fmt: skip
    page.numbers.window_chosen.emit(28)
    assert page.numbers.note.text() == "28 days in stock, 3 of them in a promotion."


def test_the_season_review_lists_promotions_and_lets_end_of_life_be_taken_back(page, db):
    undone, mug = [], catalog.product_id(db, "MUG")
    page.undoable.connect(lambda sentence, undo: undone.append((sentence, undo)))
    with transaction(db):
        settings.put(db, settings.FLOOR, 6, product=mug, now=NOW)
        first, last = NOW + timedelta(days=9), NOW + timedelta(days=12)
        promotions.add(db, promotions.Planned(name="Bank holiday sale", first_at=first, last_at=last), now=NOW)
    page.review_season()
    dialog = next(one for one in page.findChildren(SeasonReview) if one.isVisible())
    assert dialog.promotions.text() == "Planned: Bank holiday sale, Sat 23 May."
    dialog.table.show_rows([reviewed(mug)])
    dialog.table.selectAll()
    dialog._let_go()
    assert levels(db, "MUG") == (0, None)
    assert undone[-1][0] == "1 product sells out"
    undone[-1][1]()
    assert levels(db, "MUG") == (6, 40)


def reviewed(product):
    return Reviewed(
        product=product, sku="MUG", title="Mug", season=Season.ENDING, sold=Quarters(), available=3, floor=6,
        tied_minor=None, currency=None,
    )  # fmt: skip


def test_floors_to_update_are_narrowed_and_only_what_is_shown_is_used(page, db, qtbot):
    with transaction(db):
        sales.put_delivery(db, Delivery(mean=7, most=9), now=NOW)
    page.lists.show_list(FLOORS)
    assert [row.sku for row in page.lists.floors.wanted()] == ["MUG"]
    qtbot.keyClicks(page.lists.floors.search, "tile")
    qtbot.keyClick(page.lists.floors.search, ENTER)
    assert page.lists.floors.wanted() == []
    assert page.lists.note.text() == "1 product would have another floor, 0 shown"
    page.lists.wanted.emit("use")
    assert levels(db, "MUG") == (None, 40)


def test_with_large_text_the_next_sale_stands_below_and_nothing_is_cut(page, db, theme, qtbot):
    assert not page._upper.below
    page.resize(1200, 800)
    theme.set_text_scale(1.5)
    page.show_product("MUG")
    qtbot.waitUntil(lambda: page._upper.below)
    qtbot.waitUntil(lambda: page._upper.width() <= page._area.viewport().width())
    parts = (page.before, page.spread, page.worst, page.use, page.keep, page.levels)
    qtbot.waitUntil(lambda: max(one.mapTo(page, one.rect().topRight()).x() for one in parts) <= page.width())
    theme.set_text_scale(1.0)
    page.resize(1400, 800)
    qtbot.waitUntil(lambda: not page._upper.below)

"""Floor, reorder point and what is held back: edited in place with F2, and kept as dated settings."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.offer import Kind, Way
from app.rules import Rule, post_rules, way_rule
from app.store import settings
from app.store.database import transaction
from app.store.moments import stamp
from app.ui.widgets.fields import LineEdit
from tests.life import NOW
from tests.ui.inventory.world import BOWL, DISH, MUG, Pottery, Window

Key = Qt.Key
# The reasons behind a shop's number are a tooltip, a window of its own: the test's screen cannot raise it.
shows_tooltips = pytest.mark.qt_log_ignore(r"raise\(\)")


def editor() -> LineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, LineEdit), "nothing is being typed in"
    return found


def typed(window: Window, words: str) -> None:
    """Into the field that has the keyboard, in place of what is in it, and Enter."""
    editor().selectAll()
    window.press(Key.Key_Backspace)
    window.type(words)
    window.press(Key.Key_Return)


def over(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.page.table.editing)


def floors(pottery: Pottery) -> list[object]:
    return [one.value for one in settings.history(pottery.db, settings.FLOOR, product=pottery.number(MUG))]


def test_a_floor_is_typed_over_and_the_old_one_stays_true_for_the_past(
    window: Window, pottery: Pottery, qtbot: QtBot
) -> None:
    window.press(Key.Key_F2)
    assert editor().accessibleName() == "Floor"
    assert editor().selectedText() == "4"
    typed(window, "6")
    over(window, qtbot)
    qtbot.waitUntil(lambda: window.cell(MUG, "floor") == 6)
    assert floors(pottery) == [4, 6]
    assert window.page.table.hasFocus(), "Enter ends the editing and opens nothing"
    sentence, back = window.undoable[-1]
    assert sentence == "Floor of Speckled mug 350 ml set from 4 to 6"
    assert back()
    qtbot.waitUntil(lambda: window.cell(MUG, "floor") == 4)
    assert floors(pottery) == [4, 6, 4]


def test_f2_edits_the_cell_that_the_keyboard_is_in(window: Window, qtbot: QtBot) -> None:
    table = window.page.table
    table.setCurrentIndex(table.stock.index(0, table.stock.column_of("reorder")))
    window.press(Key.Key_F2)
    assert editor().accessibleName() == "Reorder"
    typed(window, "15")
    over(window, qtbot)
    qtbot.waitUntil(lambda: window.cell(MUG, "reorder") == 15)
    assert window.undoable[-1][0] == "Reorder point of Speckled mug 350 ml set from 12 to 15"


def test_an_emptied_cell_means_that_there_is_none(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    window.press(Key.Key_F2)
    typed(window, "")
    over(window, qtbot)
    qtbot.waitUntil(lambda: window.cell(MUG, "floor") is None)
    assert floors(pottery) == [4, None]
    assert window.undoable[-1][0] == "Floor of Speckled mug 350 ml set from 4 to –"


def test_the_same_number_writes_nothing(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    window.press(Key.Key_F2)
    window.press(Key.Key_Return)
    over(window, qtbot)
    assert floors(pottery) == [4]
    assert window.undoable == []


WRONG = [
    ("4x", "“4x” is not a whole number."),
    ("1.5", "“1.5” is not a whole number."),
    ("-1", "Must be 0 or more."),
    ("99999999999", "Must be 1,000,000 or less."),
    ("9" * 60, f"“{'9' * 60}” is not a whole number."),
    ("¼", "“¼” is not a whole number."),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG)
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_what_will_not_do_is_said_and_changes_nothing(
    window: Window, pottery: Pottery, qtbot: QtBot, words: str, sentence: str, key: Key
) -> None:
    window.press(Key.Key_F2)
    field, note = editor(), window.page.table.itemDelegateForColumn(window.page.table.currentIndex().column()).note  # type: ignore[attr-defined]
    window.press(Key.Key_Backspace)
    window.type(words)
    window.press(key)
    if len(words) < 20:
        assert note.text() == field.accessibleDescription() == sentence
    else:
        assert note.text(), "a number too long to be one is told to be wrong in either way"
    assert editor() is field
    assert field.text() == words, "what was typed stays"
    window.press(Key.Key_Backspace)
    assert note.text() == "", "typing on takes the sentence away"
    window.press(Key.Key_Escape)
    over(window, qtbot)
    QApplication.processEvents()  # what the editing left behind comes now
    assert window.page.table.hasFocus()
    assert floors(pottery) == [4]
    assert window.undoable == []


def test_rows_stay_where_they_are_while_one_is_typed_in(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    window.press(Key.Key_F2)
    window.type("5")
    window.bridge.changed.emit(pottery.sell(DISH, 13))
    filters = window.page.list.filters
    qtbot.waitUntil(lambda: filters.toggle("oversold").accessibleName() == "Oversold, 3")  # the bundle too
    assert window.skus()[:2] == [MUG, "PLT-SHO"]
    assert editor().text() == "5"
    window.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: window.skus()[:2] == [DISH, MUG] or window.skus()[:2] == [MUG, DISH])
    assert window.current() == MUG


# Held back


def test_held_back_is_typed_in_the_pane_and_its_listings_are_told(window: Window, pottery: Pottery) -> None:
    window.page.open(BOWL)
    page = window.page
    page.pane.head.shown.held.setFocus()
    assert page.pane.head.shown.held.label() == "1 held back"
    window.press(Key.Key_F2)
    assert editor() is page.pane.head.held.edit
    window.type("3")
    window.press(Key.Key_Return)
    assert settings.get(pottery.db, settings.HELD_BACK, product=pottery.number(BOWL)) == 3
    assert pottery.state(BOWL) == "due"
    sentence, back = window.undoable[-1]
    assert sentence == "Ramen bowl 16 cm: 3 held back"
    assert back()
    assert settings.get(pottery.db, settings.HELD_BACK, product=pottery.number(BOWL)) is None


@shows_tooltips
def test_held_back_from_one_shop(window: Window, pottery: Pottery) -> None:
    window.page.open(BOWL)
    mark = window.page.pane.head.shown.marks[1]
    mark.setFocus()
    window.press(Key.Key_F2)
    assert editor().accessibleDescription() == "Held back from Shopify. Empty: 1, as elsewhere"
    window.type("4")
    window.press(Key.Key_Return)
    number = pottery.number(BOWL)
    assert settings.get(pottery.db, settings.HELD_BACK, shop=pottery.shopify.id, product=number) == 4
    assert settings.get(pottery.db, settings.HELD_BACK, product=number) is None
    assert window.undoable[-1][0] == "Ramen bowl 16 cm: 4 held back from Shopify"


def sold_for_weeks(pottery: Pottery, a_day: float) -> None:
    """The bowl sells so much in each shop, and has done so for long."""
    pieces = a_day * 28 / 0.6931 * (1 - 0.5 ** (60 / 28))  # store.demand: weights halve every 28 days
    (unit,) = pottery.db.execute("select weight from demand_unit").fetchone()
    with transaction(pottery.db):
        pottery.db.execute("delete from demand")
        pottery.db.executemany(
            "insert into demand values (?, ?, ?, ?)",
            [
                (pottery.number(BOWL), shop.id, pieces * unit, stamp(NOW - timedelta(days=60)))
                for shop in (pottery.woo, pottery.shopify)
            ],
        )


@shows_tooltips
def test_what_would_be_safer_is_suggested_with_its_sum_and_taken_with_one_press(
    window: Window, pottery: Pottery
) -> None:
    sold_for_weeks(pottery, a_day=48)
    pottery.db.execute(
        "update shop set heard_s = 60, heard_average_s = 60, write_s = 5, write_average_s = 5, settle_s = 0"
    )
    window.page.open(BOWL)
    window.page.pane.head.shown.marks[1].setFocus()
    window.press(Key.Key_F2)
    field = window.page.pane.head.held
    assert field.follow.isVisible()
    assert field.follow.label() == "Hold back 2"
    assert (
        field.suggestion.text()
        == field.follow.accessibleDescription()
        == (
            "Hold back 2 here: 48.00 a day sell elsewhere, × 65 s until Shopify shows less, makes 0.036 sold unheard on"
            " average. With 2 hidden, the risk of selling a piece twice this week is below 1 in 10,000."
        )
    )
    number = pottery.number(BOWL)
    assert settings.history(pottery.db, settings.HELD_BACK, product=number, shop=pottery.shopify.id) == [], "by itself"
    field.follow.setFocus()
    window.press(Key.Key_Return)
    assert settings.get(pottery.db, settings.HELD_BACK, shop=pottery.shopify.id, product=number) == 2
    assert window.undoable[-1][0] == "Ramen bowl 16 cm: 2 held back from Shopify"
    window.page.pane.head.shown.marks[1].setFocus()
    window.press(Key.Key_F2)
    assert not field.follow.isVisible(), "so much is held back already"
    window.press(Key.Key_Escape)


def test_nothing_is_suggested_for_what_is_not_known_yet(window: Window, pottery: Pottery) -> None:
    sold_for_weeks(pottery, a_day=48)
    pottery.db.execute("update demand set since = ?", (stamp(NOW - timedelta(days=6)),))
    window.page.open(BOWL)
    window.page.hold_back()
    assert not window.page.pane.head.held.follow.isVisible()


def test_on_top_the_suggestion_counts_what_is_held_back_anyway(window: Window, pottery: Pottery) -> None:
    sold_for_weeks(pottery, a_day=48)
    pottery.db.execute(
        "update shop set heard_s = 60, heard_average_s = 60, write_s = 5, write_average_s = 5, settle_s = 0"
    )
    post_rules(pottery.db, [way_rule(Kind.HELD, Way.EXTRA), Rule(name="held_back", value=0)], sku=BOWL, now=NOW)
    window.page.open(BOWL)
    window.page.pane.head.shown.held.setFocus()
    window.press(Key.Key_F2)
    field = window.page.pane.head.held
    assert field.edit.accessibleDescription() == "Held back from every channel on top of 1. Empty: nothing on top"
    field.follow.click()
    assert settings.get(pottery.db, settings.HELD_BACK, product=pottery.number(BOWL)) == 1, "one is held back anyway"
    assert window.page.pane.head.shown.held.label() == "2 held back"


@pytest.mark.parametrize(("words", "sentence"), WRONG[:4])
def test_what_cannot_be_held_back_is_said_and_changes_nothing(
    window: Window, pottery: Pottery, words: str, sentence: str
) -> None:
    window.page.hold_back()
    field = window.page.pane.head.held
    window.type(words)
    window.press(Key.Key_Return)
    assert field.error() == field.edit.accessibleDescription() == sentence
    assert field.edit.text() == words
    assert field.edit.hasFocus()
    window.press(Key.Key_Escape)
    assert not field.isVisible()
    assert window.page.pane.head.shown.held.hasFocus(), "the keyboard goes back to where it was asked"
    assert settings.get(pottery.db, settings.HELD_BACK, product=pottery.number(MUG)) is None
    assert window.undoable == []


def levels(pottery: Pottery) -> dict[str, tuple[int | None, int | None]]:
    rows = pottery.db.execute("select sku, floor, reorder_point from product join stock_level on product_id = id")
    return {sku: (floor, reorder) for sku, floor, reorder in rows}


def test_floors_of_all_that_a_filter_leaves_are_one_press_and_one_undo(window: Window, pottery: Pottery) -> None:
    """R38: the rows that are selected; after Ctrl+A, all that the filters leave."""
    before, undone = levels(pottery), list[tuple[str, object]]()
    window.page.undoable.connect(lambda said, undo: undone.append((said, undo)))
    window.page.table.selectAll()
    chosen = window.page.selected()
    assert len(chosen) > 1
    window.page.many_levels()
    dialog = window.page.levels.dialog
    dialog.fields[0].set_text("many")
    dialog.accept()
    assert dialog.fields[0].error() == "“many” is not a whole number."
    assert levels(pottery) == before
    dialog.fields[0].set_text("7")
    dialog.none[1].setChecked(True)
    dialog.accept()
    after = levels(pottery)
    touched = {sku for sku in after if after[sku] == (7, None)}
    assert len(touched) == len(chosen)
    assert {sku: after[sku] for sku in after.keys() - touched} == {sku: before[sku] for sku in after.keys() - touched}
    undone[-1][1]()
    assert levels(pottery) == before

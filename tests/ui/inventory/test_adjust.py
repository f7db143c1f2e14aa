"""Adjust stock: asks what happened, needs a reason, shows the sum, and can be taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.stock import EntryKind
from app.store import ledger
from app.ui.inventory.acts import What, happenings
from app.ui.inventory.adjust import AdjustDialog
from tests.life import level
from tests.ui.inventory.world import BOWL, EGG, MUG, SET, Pottery, Window

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def asked(window: Window) -> AdjustDialog:
    """The dialog that Ctrl E opens, with the keyboard in it."""
    window.press(Key.Key_E, CTRL)
    dialog = window.dialog()
    assert isinstance(dialog, AdjustDialog)
    dialog.activateWindow()
    return dialog


def choose(dialog: AdjustDialog, what: What) -> None:
    place = next(place for place, one in enumerate(dialog._choices) if one.what is what)
    dialog.radios[place].setChecked(True)


def test_all_by_keyboard_and_back(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    dialog = asked(window)
    qtbot.waitUntil(dialog.radios[0].hasFocus)
    window.press(Key.Key_Space)
    window.press(Key.Key_Tab)
    assert dialog.amount.edit.hasFocus()
    assert dialog.amount.edit.accessibleName() == "How many came in"
    window.type("20")
    assert dialog.after_label.text() == "After this"
    assert dialog.after.accessibleName() == "31 on hand − 14 committed = 17 available"
    window.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert level(pottery.db, MUG) == (31, 14)
    row = ledger.history(pottery.db, MUG, limit=1)[0]
    assert (row.kind, row.reason, row.on_hand_delta) == (EntryKind.RECEIVE, "delivery", 20)
    assert window.focusWidget() is window.page.table, "the keyboard goes back to where it was"
    sentence, back = window.undoable[-1]
    assert sentence == "Speckled mug 350 ml: 20 delivered, 31 on hand"
    assert back()
    assert level(pottery.db, MUG) == (11, 14)
    qtbot.waitUntil(lambda: window.cell(MUG, "on_hand") == 11)


@pytest.mark.parametrize(
    ("what", "words", "on_hand", "kind", "done"),
    [
        (What.DELIVERY, "1,000", 1012, EntryKind.RECEIVE, "Ramen bowl 16 cm: 1,000 delivered, 1,012 on hand"),
        (What.COUNTED, "0", 0, EntryKind.COUNT, "Ramen bowl 16 cm: counted, 0 on hand"),
        (What.BROKEN, "12", 0, EntryKind.ADJUST, "Ramen bowl 16 cm: 12 broken or lost, 0 on hand"),
        (What.FOUND, "1", 13, EntryKind.ADJUST, "Ramen bowl 16 cm: 1 found, 13 on hand"),
        (What.RETURNED, "2", 14, EntryKind.RESTOCK, "Ramen bowl 16 cm: 2 sent back, 14 on hand"),
        (What.CORRECTION, "−3", 9, EntryKind.ADJUST, "Ramen bowl 16 cm: corrected by −3, 9 on hand"),
    ],
)
def test_what_happened_is_what_the_ledger_holds(
    window: Window, pottery: Pottery, what: What, words: str, on_hand: int, kind: EntryKind, done: str
) -> None:
    window.page.open(BOWL)
    dialog = asked(window)
    choose(dialog, what)
    dialog.amount.set_text(words)
    dialog.note.set_text(" the kiln shelf broke ")
    dialog.accept()
    assert level(pottery.db, BOWL)[0] == on_hand
    row = ledger.history(pottery.db, BOWL, limit=1)[0]
    assert (row.kind, row.reason, row.note) == (kind, what.value, "the kiln shelf broke")
    assert window.undoable[-1][0] == done
    window.undoable[-1][1]()
    assert level(pottery.db, BOWL)[0] == 12


def test_a_sale_at_the_stall_is_a_sale(window: Window, pottery: Pottery) -> None:
    window.page.open(BOWL)
    dialog = asked(window)
    choose(dialog, What.SOLD)
    assert dialog.radios[5].text() == "Sold at Market stall"
    dialog.amount.set_text("2")
    dialog.accept()
    assert level(pottery.db, BOWL) == (10, 0)
    assert window.undoable[-1][0] == "Ramen bowl 16 cm: 2 sold at Market stall, 10 on hand"
    window.undoable[-1][1]()
    assert level(pottery.db, BOWL) == (12, 0)


def test_nothing_is_posted_before_it_is_said_what_happened(window: Window, pottery: Pottery) -> None:
    dialog = asked(window)
    dialog.amount.set_text("5")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.missing.isVisible()
    assert dialog.missing.accessibleName() == "Choose what happened."
    assert dialog.amount.text() == "5", "what was typed stays"
    assert level(pottery.db, MUG) == (11, 14)
    choose(dialog, What.FOUND)
    assert not dialog.missing.isVisible()
    dialog.reject()
    assert level(pottery.db, MUG) == (11, 14)
    assert window.undoable == []


def test_a_correction_says_why(window: Window, pottery: Pottery) -> None:
    dialog = asked(window)
    choose(dialog, What.CORRECTION)
    assert dialog.note_label.text() == dialog.note.edit.accessibleName() == "Why"
    dialog.amount.set_text("+2")
    dialog.accept()
    assert dialog.note.error() == "Say why, in a few words. The ledger keeps it."
    assert level(pottery.db, MUG) == (11, 14)
    dialog.note.set_text("typed the wrong box")
    assert dialog.note.error() == ""
    dialog.accept()
    assert level(pottery.db, MUG) == (13, 14)


@pytest.mark.parametrize(
    ("what", "words", "sentence"),
    [
        (What.DELIVERY, "", "Type a number."),
        (What.DELIVERY, "0", "Must be 1 or more."),
        (What.DELIVERY, "-4", "Must be 1 or more."),
        (What.DELIVERY, "a dozen", "“a dozen” is not a whole number."),
        (What.DELIVERY, "1000001", "Must be 1,000,000 or less."),
        (What.COUNTED, "-1", "Must be 0 or more."),
        (What.BROKEN, "12", "Only 11 are on hand."),
        (What.RETURNED, "0", "Must be 1 or more."),
        (What.SOLD, "2.5", "“2.5” is not a whole number."),
        (What.CORRECTION, "0", "Zero changes nothing."),
        (What.CORRECTION, "-12", "Only 11 are on hand."),
        (What.CORRECTION, "1000001", "Must be 1,000,000 or less."),
    ],
)
def test_a_number_that_will_not_do_is_said_and_changes_nothing(
    window: Window, pottery: Pottery, what: What, words: str, sentence: str
) -> None:
    dialog = asked(window)
    choose(dialog, what)
    dialog.note.set_text("why not")
    dialog.amount.set_text(words)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.amount.error() == dialog.amount.edit.accessibleDescription() == sentence
    assert dialog.amount.text() == words, "what was typed stays"
    assert dialog.after.accessibleName() == "11 on hand − 14 committed = −3 available"
    assert level(pottery.db, MUG) == (11, 14)
    assert window.undoable == []
    dialog.reject()


def test_what_the_ledger_refuses_is_said_under_the_number(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    dialog = asked(window)
    choose(dialog, What.BROKEN)
    dialog.amount.set_text("10")
    pottery.deliver(BOWL, 1)
    pottery.db.execute("update stock_level set on_hand = 3 where product_id = ?", (pottery.number(MUG),))
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.amount.error() == (
        "−10 is not possible here: 3 are on hand. Type another number. Nothing was changed."
    )
    assert len(window.troubles) == 1
    dialog.reject()


def test_the_sum_follows_a_sale_that_comes_in_meanwhile(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    dialog = asked(window)
    window.bridge.changed.emit(pottery.sell(MUG, 1))
    qtbot.waitUntil(lambda: dialog.after.accessibleName() == "11 on hand − 15 committed = −4 available")
    dialog.reject()


def test_a_bundle_can_only_be_sold_and_its_parts_are_adjusted_themselves(window: Window, pottery: Pottery) -> None:
    window.page.open(SET)
    dialog = asked(window)
    assert [radio.text() for radio in dialog.radios] == ["Sold at Market stall"]
    dialog.reject()
    assert happenings([pottery.woo], bundle=True) == []
    window.page.deeds.part_wanted.emit(EGG)
    assert window.current() == EGG
    assert window.dialog().windowTitle() == "What happened to Egg cup & spoon?"
    window.dialog().reject()

"""Offer rules by keyboard: what is in force and where from, one save, one undo, and nothing for what will not do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.offer import Entry, Kind, Reach, Way
from app.core.places import Choice, LastPieces, LastRule
from app.core.text import N_
from app.errors import StoreError
from app.rules import post_choice, post_last_pieces, post_limit, post_risk_limit
from app.store import limits, rulebook, settings
from app.store.database import transaction
from app.store.rulebook import Limit, Number, Rules
from app.ui.inventory.offer_words import limits_words
from app.ui.inventory.row_menu import RowMenu
from app.ui.inventory.rules import RulesDialog
from app.ui.theme import Theme
from app.ui.words import say
from tests.life import NOW
from tests.ui.inventory.conftest import Opener
from tests.ui.inventory.test_settings import sold_for_weeks
from tests.ui.inventory.world import BOWL, MUG, SET, Pottery, Window
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
HELD, CAP, END = 0, 1, 2


def asked(window: Window, sku: str = BOWL) -> RulesDialog:
    """Ctrl R on a product."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.page.open(sku)
    window.press(Key.Key_R, CTRL)
    dialog = window.dialog()
    assert isinstance(dialog, RulesDialog)
    assert QTest.qWaitForWindowActive(dialog)
    QApplication.processEvents()  # the keyboard follows a moment later
    return dialog


def typed(qtbot: QtBot, dialog: RulesDialog, row: int, field: int, words: str) -> None:
    edit = dialog.grid.rows[row].fields[field]
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Key.Key_Delete)
    qtbot.keyClicks(edit, words)


def enter(qtbot: QtBot, dialog: RulesDialog) -> None:
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)


def own(pottery: Pottery, name: str, shop: int = 0, sku: str = BOWL) -> object:
    return settings.get(pottery.db, name, shop=shop, product=pottery.number(sku))


def rows(pottery: Pottery) -> int:
    """How many dated rows there are."""
    count: int = pottery.db.execute("select count(*) from setting").fetchone()[0]
    return count


# The switch


def test_the_switch_is_chosen_with_the_arrow_keys_saved_and_taken_back(
    window: Window, pottery: Pottery, qtbot: QtBot
) -> None:
    post_choice(pottery.db, BOWL, Choice.ADAPTIVE, now=NOW)
    dialog = asked(window)
    radio = dialog.switch.radios[Choice.ADAPTIVE]
    assert radio.hasFocus()
    qtbot.keyClick(radio, Key.Key_Down)
    assert dialog.switch.chosen() is Choice.NEVER
    enter(qtbot, dialog)
    assert own(pottery, settings.CHOICE) == "never"
    assert window.page.pane.head.offers.mode.text() == "Split, because you want it never oversold"
    sentence, back = window.undoable[-1]
    assert sentence == "Offer rules of Ramen bowl 16 cm changed"
    back()
    assert own(pottery, settings.CHOICE) is None
    assert len(settings.history(pottery.db, settings.CHOICE, product=pottery.number(BOWL))) == 4  # dated, never undone


def test_what_each_does_is_said_with_the_limit_and_where_it_is_from(window: Window, pottery: Pottery) -> None:
    dialog = asked(window)
    said = [radio.accessibleDescription() for radio in dialog.switch.radios.values()]
    assert said[0] == (
        "Shown everywhere while the chance of selling a piece twice is below 1 in 10,000, as set in Settings. Split"
        " when it is not."
    )
    dialog.reject()
    post_risk_limit(pottery.db, 1e-5, shop=pottery.woo.id, now=NOW)
    described = asked(window).switch.radios[Choice.ADAPTIVE].accessibleDescription()
    assert "below 1 in 100,000, as set for WooCommerce." in described


# The last pieces


def test_the_last_pieces_are_kept_for_one_channel(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    dialog = asked(window)
    last = dialog.last
    assert not last.below.isEnabled()
    last.radios[LastRule.SHARE].setFocus()
    qtbot.keyClick(last.radios[LastRule.SHARE], Key.Key_Down)
    assert last.rule() is LastRule.KEEP
    assert last.place.currentText() == "WooCommerce"
    qtbot.keyClick(last.place, Key.Key_Down)
    assert last.place.currentText() == "Shopify"
    last.below.setFocus()
    last.below.selectAll()
    qtbot.keyClicks(last.below, "4")
    enter(qtbot, dialog)
    assert own(pottery, settings.LAST_PIECES) == f"keep:{pottery.listing(BOWL, pottery.shopify).id}:4"
    again = asked(window).last
    assert (again.rule(), again.place.currentText(), again.below.text()) == (LastRule.KEEP, "Shopify", "4")
    window.dialog().reject()
    window.undoable[-1][1]()
    assert own(pottery, settings.LAST_PIECES) is None


def test_they_are_paused_everywhere(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    dialog = asked(window)
    dialog.last.radios[LastRule.PAUSE].click()
    assert not dialog.last.place.isEnabled()
    dialog.accept()
    assert own(pottery, settings.LAST_PIECES) == "pause:0:2"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("1", "Must be 2 or more."), ("", "Type a number."), ("x", "“x” is not a whole number.")],
)
def test_from_how_few_on_must_be_two_or_more(
    window: Window, pottery: Pottery, qtbot: QtBot, words: str, sentence: str
) -> None:
    before = rows(pottery)
    dialog = asked(window)
    last = dialog.last
    last.radios[LastRule.PAUSE].click()
    last.below.setText(words)
    dialog.accept()
    assert dialog.isVisible()
    assert last.error() == last.below.accessibleDescription() == sentence
    assert last.below.hasFocus()
    assert rows(pottery) == before
    qtbot.keyClicks(last.below, "3")
    assert last.error() == "", "typing on takes the sentence away"


def test_a_keeper_that_is_gone_keeps_nothing(window: Window, pottery: Pottery) -> None:
    listing = pottery.listing(BOWL).id
    post_last_pieces(pottery.db, BOWL, LastPieces(rule=LastRule.KEEP, listing=listing, below=3), now=NOW)
    with transaction(pottery.db):
        pottery.db.execute("update listing set gone_at = listed_at where id = ?", (listing,))
    assert asked(window).last.rule() is LastRule.SHARE


# Channel by channel


def test_three_numbers_for_one_channel_in_one_save(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    dialog = asked(window)
    woo = pottery.woo.id
    for field, words in ((HELD, "2"), (CAP, "5"), (END, "3")):
        typed(qtbot, dialog, 1, field, words)
    enter(qtbot, dialog)
    numbers = [own(pottery, name, woo) for name in limits.NUMBERS.values()]
    assert numbers == [2, 5, 3]
    assert pottery.state(BOWL) == "due"
    assert len(window.undoable) == 1
    window.undoable[-1][1]()
    assert [own(pottery, name, woo) for name in limits.NUMBERS.values()] == [None, None, None]


def test_what_holds_and_where_from_is_said_and_follows_what_is_typed(
    window: Window, pottery: Pottery, qtbot: QtBot
) -> None:
    post_limit(pottery.db, settings.CAP, 9, shop=pottery.woo.id, now=NOW)
    post_limit(pottery.db, settings.HELD_BACK, 2, shop=pottery.woo.id, now=NOW)
    dialog = asked(window)
    grid = dialog.grid
    assert grid.rows[1].sentence.text() == (
        "Held back as everywhere: 1, and 2 more on WooCommerce. At most 9 shown, as of everything on WooCommerce."
    )
    assert [edit.placeholderText() for edit in grid.rows[1].fields] == ["3", "9", ""]
    typed(qtbot, dialog, 0, CAP, "4")
    assert grid.rows[0].sentence.text() == "Held back as everywhere: 1. At most 4 shown anywhere."
    assert grid.rows[2].sentence.text() == "Held back as everywhere: 1. At most 4 shown, as for the whole product."
    typed(qtbot, dialog, 2, CAP, "2")
    assert grid.rows[2].sentence.text() == "Held back as everywhere: 1. At most 2 shown here."
    assert grid.rows[2].fields[CAP].accessibleDescription() == grid.rows[2].sentence.text()
    assert grid.rows[3].sentence.text() == "Held back as everywhere: 1.", "a stall is sent no number"
    assert len(grid.rows[3].fields) == 1


def test_what_will_not_do_is_said_under_its_field_and_nothing_is_changed(
    window: Window, pottery: Pottery, qtbot: QtBot
) -> None:
    before = rows(pottery)
    dialog = asked(window)
    typed(qtbot, dialog, 1, HELD, "3")
    typed(qtbot, dialog, 2, CAP, "-1")
    enter(qtbot, dialog)
    row = dialog.grid.rows[2]
    assert dialog.isVisible()
    assert row.error.isVisible()
    assert row.error.text() == row.fields[CAP].accessibleDescription() == "Must be 0 or more."
    assert row.fields[CAP].hasFocus()
    assert row.fields[CAP].text() == "-1"
    assert rows(pottery) == before
    assert window.undoable == []
    typed(qtbot, dialog, 2, CAP, "7")
    assert not row.error.isVisible()
    enter(qtbot, dialog)
    assert not dialog.isVisible()
    assert own(pottery, settings.CAP, pottery.shopify.id) == 7


def test_the_same_rules_write_nothing(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    before = rows(pottery)
    dialog = asked(window)
    typed(qtbot, dialog, 1, HELD, "")
    enter(qtbot, dialog)
    assert not dialog.isVisible()
    assert rows(pottery) == before
    assert window.undoable == []


def test_what_the_store_refuses_is_said_and_what_was_typed_stays(
    window: Window, pottery: Pottery, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise StoreError(N_("The disk is full."), N_("Nothing was changed."))

    monkeypatch.setattr("app.ui.inventory.rule_writes.post_rules", refuse)
    dialog = asked(window)
    typed(qtbot, dialog, 1, HELD, "3")
    enter(qtbot, dialog)
    assert dialog.refused.text() == "The disk is full. Nothing was changed."
    assert dialog.refused.isVisible()
    assert dialog.grid.rows[1].fields[HELD].text() == "3"
    monkeypatch.undo()
    enter(qtbot, dialog)
    assert own(pottery, settings.HELD_BACK, pottery.woo.id) == 3


def test_esc_leaves_all_as_it_was(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    before = rows(pottery)
    window.page.open(BOWL)
    window.page.pane.head.offers.rules.setFocus()
    window.press(Key.Key_Space)
    dialog = window.dialog()
    assert isinstance(dialog, RulesDialog)
    typed(qtbot, dialog, 1, HELD, "3")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert rows(pottery) == before
    qtbot.waitUntil(window.page.pane.head.offers.rules.hasFocus)


# What would be safer


def test_the_suggestion_fills_its_field_and_waits_for_the_save(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    sold_for_weeks(pottery, a_day=48)
    pottery.db.execute(
        "update shop set heard_s = 60, heard_average_s = 60, write_s = 5, write_average_s = 5, settle_s = 0"
    )
    row = asked(window).grid.rows[2]
    assert row.follow.isVisible()
    assert row.suggestion.text().startswith("Hold back 2 here: 48.00 a day sell elsewhere, × 65 s until Shopify shows")
    row.follow.setFocus()
    qtbot.keyClick(row.follow, Key.Key_Space)
    assert row.fields[HELD].text() == "2"
    assert not row.follow.isVisible()
    assert own(pottery, settings.HELD_BACK, pottery.shopify.id) is None
    enter(qtbot, window.dialog())
    assert own(pottery, settings.HELD_BACK, pottery.shopify.id) == 2


# Bundles, and the ways here


def test_a_bundle_is_decided_by_its_parts_but_has_limits_of_its_own(
    window: Window, pottery: Pottery, qtbot: QtBot
) -> None:
    dialog = asked(window, SET)
    assert not dialog.switch.isVisible()
    assert not dialog.last.isVisible()
    assert dialog.grid.rows[0].fields[HELD].hasFocus()
    typed(qtbot, dialog, 0, CAP, "2")
    enter(qtbot, dialog)
    assert own(pottery, settings.CAP, sku=SET) == 2
    assert own(pottery, settings.CHOICE, sku=SET) is None


def test_it_stands_in_the_menu_of_a_row(window: Window) -> None:
    menu = RowMenu(window.page.commands(), window.page)
    (action,) = [action for action in menu.actions() if action.text() == "Offer rules…"]
    action.trigger()
    assert window.dialog().windowTitle() == "How may Speckled mug 350 ml be offered?"
    window.dialog().reject()


# Words


def everywhere(pieces: int) -> Entry:
    return Entry(Reach.EVERYWHERE, pieces, Way.INSTEAD)


def extra(reach: Reach, pieces: int) -> Entry:
    return Entry(reach, pieces, Way.EXTRA)


def product(pieces: int) -> Entry:
    return Entry(Reach.PRODUCT, pieces, Way.INSTEAD)


def shop(pieces: int) -> Entry:
    return Entry(Reach.SHOP, pieces, Way.INSTEAD)


MORE = Number(2, Way.EXTRA)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (Limit(), ["Nothing held back."]),
        (Limit(reach=Reach.EVERYWHERE, own=Number(3)), ["Held back of every product: 3."]),
        (Limit(reach=Reach.SHOP, own=Number(3)), ["Held back of everything on Etsy: 3."]),
        (Limit(reach=Reach.PRODUCT, own=Number(3)), ["Held back of this product: 3."]),
        (Limit(own=Number(0), wider=(everywhere(4),)), ["Held back here: 0."]),
        (Limit(own=MORE, wider=(everywhere(4),)), ["Held back here: 6, 2 of them on top."]),
        (
            Limit(reach=Reach.PRODUCT, own=MORE, wider=(everywhere(1),)),
            ["Held back of this product: 3, 2 of them on top."],
        ),
        (Limit(reach=Reach.SHOP, own=MORE, wider=(everywhere(1),)), ["Held back on Etsy: 3, 2 of them on top."]),
        (Limit(wider=(product(2),)), ["Held back as for the whole product: 2."]),
        (Limit(wider=(shop(2),)), ["Held back as of everything on Etsy: 2."]),
        (
            Limit(wider=(extra(Reach.SHOP, 1), product(2))),
            ["Held back as for the whole product: 2, and 1 more on Etsy."],
        ),
        (
            Limit(wider=(everywhere(1), extra(Reach.PRODUCT, 2))),
            ["Held back as everywhere: 1, and 2 more of this product."],
        ),
        (
            Limit(wider=(everywhere(1), extra(Reach.SHOP, 1), extra(Reach.PRODUCT, 2))),
            ["Held back as everywhere: 1, and 3 more for Etsy and this product."],
        ),
        (Limit(kind=Kind.CAP, reach=Reach.PRODUCT, own=Number(4)), ["At most 4 shown anywhere."]),
        (Limit(kind=Kind.CAP, wider=(everywhere(4),)), ["At most 4 shown, as everywhere."]),
        (
            Limit(kind=Kind.CAP, wider=(everywhere(4), extra(Reach.SHOP, 2))),
            ["At most 4 shown, as everywhere, and 2 more on Etsy."],
        ),
        (Limit(kind=Kind.CAP, own=MORE, wider=(everywhere(4),)), ["At most 6 shown here, 2 of them on top."]),
        (Limit(kind=Kind.CAP, own=MORE), ["No most is set elsewhere, so that 2 on top sets none."]),
        (Limit(kind=Kind.CAP), []),
        (Limit(kind=Kind.END_WHEN, reach=Reach.PRODUCT, own=Number(1)), ["Nothing shown anywhere at 1 or fewer."]),
        (Limit(kind=Kind.END_WHEN, own=Number(1)), ["Nothing shown here at 1 or fewer."]),
        (Limit(kind=Kind.END_WHEN, own=MORE), ["Nothing shown here at 2 or fewer, 2 of them on top."]),
        (Limit(kind=Kind.END_WHEN, wider=(shop(1),)), ["Nothing shown at 1 or fewer, as of everything on Etsy."]),
        (Limit(kind=Kind.END_WHEN, wider=(product(1),)), ["Nothing shown at 1 or fewer, as for the whole product."]),
        (Limit(kind=Kind.END_WHEN, wider=(everywhere(1),)), ["Nothing shown at 1 or fewer, as everywhere."]),
    ],
)
def test_every_rule_says_where_it_is_from(limit: Limit, said: list[str]) -> None:
    assert [say(text) for text in limits_words([limit], "Etsy")] == said


def test_the_most_particular_number_holds(pottery: Pottery) -> None:
    number, woo = pottery.number(MUG), pottery.woo.id
    for shop, sku, value in ((0, None, 9), (woo, None, 8), (0, MUG, 7), (woo, MUG, 6)):
        post_limit(pottery.db, settings.CAP, value, shop=shop, sku=sku, now=NOW)
    rules = rulebook.rules_of(pottery.db, number)

    def cap(rules: Rules, shop: int) -> tuple[int | None, int | None]:
        limit = rules.limits(shop)[CAP]
        return limit.own.pieces, limit.otherwise

    assert cap(rules, woo) == (6, 7)
    assert cap(rules.with_own(0, rulebook.NOTHING), woo) == (6, 8)
    assert cap(rules, pottery.shopify.id) == (None, 7)
    assert cap(rules, 0) == (7, 9)


# Instead of the wider rule, or on top of it


def test_a_number_is_put_on_top_by_keyboard_kept_as_a_dated_row_and_taken_back(
    window: Window, pottery: Pottery, qtbot: QtBot
) -> None:
    woo = pottery.woo.id
    dialog = asked(window)
    row = dialog.grid.rows[1]
    assert not row.ways[HELD].isVisible(), "an empty field follows the wider rules: there is nothing to mean"
    typed(qtbot, dialog, 1, HELD, "2")
    qtbot.keyClick(row.fields[HELD], Key.Key_Tab)
    assert row.ways[HELD].hasFocus()
    assert row.ways[HELD].accessibleName() == "Held back, WooCommerce: how it is meant"
    qtbot.keyClick(row.ways[HELD], Key.Key_Down)
    assert row.sentence.text() == "Held back here: 3, 2 of them on top."
    dialog.accept()
    assert own(pottery, settings.HELD_BACK, woo) == 2
    assert own(pottery, settings.HELD_BACK_WAY, woo) == "extra"
    listed = next(one for one in window.page.pane.facts.listed if one.shop.id == woo)
    assert "1 + 2 held back" in say(listed.slot.offer.why)
    again = asked(window).grid.rows[1]
    assert (again.fields[HELD].text(), again.ways[HELD].currentText()) == ("2", "On top")
    window.dialog().reject()
    assert len(window.undoable) == 1
    window.undoable[-1][1]()
    assert own(pottery, settings.HELD_BACK, woo) is None
    assert own(pottery, settings.HELD_BACK_WAY, woo) is None
    number = pottery.number(BOWL)
    kept = settings.history(pottery.db, settings.HELD_BACK_WAY, product=number, shop=woo)
    assert [dated.value for dated in kept] == ["extra", None]


def test_the_whole_product_on_top_of_everywhere(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    dialog = asked(window)
    typed(qtbot, dialog, 0, HELD, "4")
    assert dialog.grid.rows[2].sentence.text() == "Held back as for the whole product: 4."
    qtbot.keyClick(dialog.grid.rows[0].ways[HELD], Key.Key_Down)
    assert dialog.grid.rows[2].sentence.text() == "Held back as everywhere: 1, and 4 more of this product."
    assert dialog.grid.rows[2].fields[HELD].placeholderText() == "5"


# What everything here must keep


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("sku", [BOWL, SET])
def test_nothing_is_cut_or_out_of_reach(window: Window, theme: Theme, scale: float, sku: str) -> None:
    theme.set_text_scale(scale)
    dialog = asked(window, sku)
    dialog.accept()
    QApplication.processEvents()
    dialog = asked(window, sku)
    QApplication.processEvents()
    assert cut(dialog) == []
    assert outside(dialog) == []
    assert nameless(dialog) == []
    assert unreachable(dialog) == []


def test_every_word_is_translated(pottery: Pottery, opener: Opener, qapp: QApplication) -> None:
    with spoken_pseudo(qapp):
        window = opener(lambda: pottery.now)
        dialog = asked(window)
        assert untranslated(dialog, ignoring={"WooCommerce", "Shopify", "Market stall"}) == []


def test_tab_goes_through_all_of_it_in_order(window: Window, qtbot: QtBot) -> None:
    dialog = asked(window)
    dialog.last.radios[LastRule.PAUSE].click()
    dialog.switch.radios[dialog.switch.chosen()].setFocus()
    seen = []
    for _ in range(16):
        seen.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    fields = [edit for row in dialog.grid.rows for edit in row.fields]
    assert seen[1:3] == [dialog.last.radios[LastRule.PAUSE], dialog.last.below]
    assert seen[3:13] == fields
    assert [one for one in seen[13:15] if isinstance(one, QPushButton)] == [dialog.no, dialog.yes]

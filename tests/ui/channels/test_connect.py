"""Connecting a channel by keyboard, and every way in which it can go wrong."""

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from app.core.changes import Changes
from app.core.text import N_
from app.errors import ChannelRefused, ChannelUnavailable, VaultError
from app.store import shops
from app.store.database import transaction
from app.ui.theme import Scheme
from tests.life import NOW, add_shop
from tests.ui.channels.world import (
    PASSED,
    READ_ONLY,
    SCOPES,
    TWO_PLACES,
    WRONG_KEY,
    listing,
    nameless,
    read_shop,
    shown_words,
    told,
)
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER, SPACE, ESC, DOWN, TAB = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
)
ADDRESS, SECRET = "https://kiln.example", "cs_very_secret"
TIMED_OUT = ChannelUnavailable(N_("The shop did not answer within 20 seconds."), words="ReadTimeout", status=504)


def form_of(page, key="woocommerce/key"):
    page.connect_one()
    view = page._views["connect"]
    view.chose(key)
    return view, view.part


def typed(form, address=ADDRESS, secret=SECRET):
    for row in form.rows:
        row.input.set_text({"address": address, "secret": secret}.get(row.field.name, ""))


def ask(form, qtbot, program):
    before = len(program.asked)
    form.test.click()
    qtbot.waitUntil(lambda: len(program.asked) > before and form.test.isEnabled())


# ------------------------------------------------------------------------------------------------ choosing


def test_a_channel_is_chosen_by_keyboard(opened, qtbot):
    page = opened()
    qtbot.keyClick(page.overview.empty.button, SPACE)
    view = page._views["connect"]
    assert view.header.title() == "Connect a channel"
    cards = view.choose.cards
    by_hand = ["stall/amazon", "stall/squarespace", "stall/wix", "stall/google", "stall/meta", "stall/till", "stall"]
    assert list(cards) == ["woocommerce/key", "shopify/app", "shopify/token", *by_hand]
    assert cards["shopify/token"].button.accessibleName() == "Shopify. With a token of an older app"
    assert cards["woocommerce/key"].button.hasFocus()
    assert not view.choose.next.isEnabled()
    assert view.choose.reason.isVisible(), "an unavailable button says why"
    qtbot.keyClick(cards["woocommerce/key"].button, DOWN)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert view.part.info.key == "shopify"
    assert view.part.way.key == "app"
    assert view.part.rows[0].input.edit.hasFocus()


def test_enter_on_the_first_choice_takes_it(opened, qtbot):
    page = opened()
    page.connect_one()
    view = page._views["connect"]
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert view.part.info.key == "woocommerce"


def test_what_has_to_be_copied_can_be_copied(opened):
    _, form = form_of(opened(), "shopify/app")
    steps = [one for one in form.findChildren(QAbstractButton) if one.accessibleName().startswith("Copy: ")]
    steps[0].click()
    assert QGuiApplication.clipboard().text() == SCOPES
    assert any("read_products, write_products" in words for words in shown_words(form)), "with room to break lines"


def test_esc_goes_one_step_back_and_then_out(opened, qtbot):
    page = opened()
    view, form = form_of(page)
    qtbot.keyClick(form.rows[0].input.edit, ESC)
    assert view.part is view.choose
    qtbot.keyClick(view.choose.cards["stall"].button, ESC)
    assert page.stack.currentWidget() is page.overview


# ------------------------------------------------------------------------------------------------ the whole way


def test_the_whole_way_by_keyboard(opened, db, program, qtbot):
    page = opened()
    view, form = form_of(page)
    qtbot.keyClicks(form.rows[0].input.edit, f"  {ADDRESS} ")
    qtbot.keyClick(form.rows[0].input.edit, ENTER)
    secret = form.rows[1].input.edit
    assert secret.hasFocus(), "Enter goes to the next field"
    QGuiApplication.clipboard().setText(f"{SECRET}\n")
    secret.paste()
    qtbot.keyClick(secret, ENTER)
    qtbot.keyClick(form.rows[2].input.edit, ENTER)
    qtbot.waitUntil(lambda: form.introduction is not None)
    assert (program.asked[0].channel, program.asked[0].way) == ("woocommerce", "key")
    assert program.asked[0].values == {"address": ADDRESS, "secret": SECRET, "nickname": ""}
    assert SECRET not in repr(program.asked[0])
    checks = [one.accessibleName() for one in form.checks.findChildren(QWidget)]
    assert "Passed: Reach the shop" in checks
    assert "Passed: Write stock" in checks
    assert shops.shops(db) == [], "nothing is kept by a test"
    assert form.keep.label() == "Connect Kiln & Tide"
    assert form.keep.hasFocus()
    qtbot.keyClick(form.keep, SPACE)
    qtbot.waitUntil(lambda: view.part is view.read)
    assert program.said == [("connect", "woocommerce", "")]
    (shop,) = shops.shops(db)
    assert (shop.name, shop.mode) == ("Kiln & Tide", "looking")
    assert view.header.note() == "Connected, looking only: nothing is sent."
    assert secret.text() == "", "a secret is never shown again"

    assert [done for _, done in view.read.lines()] == [False, False, False]
    assert not view.read.next.isEnabled()
    read_shop(db, shop, [listing("MUG"), listing("CUP")])
    told(page, Changes(shops=frozenset({shop.id})))
    assert view.read.lines()[0] == ("2 listings read", True)
    assert view.read.next.isEnabled()
    view.read.next.click()
    assert page.stack.currentWidget() is page._views["match"]
    assert page._views["match"].matching.summary().add == 2


def test_the_only_location_is_linked_without_asking(opened, program, qtbot):
    from dataclasses import replace

    program.answer = replace(TWO_PLACES, locations=TWO_PLACES.locations[:1])
    view, form = form_of(opened(), "shopify/app")
    typed(form)
    ask(form, qtbot, program)
    assert form.checks.cards == []
    form.keep.click()
    qtbot.waitUntil(lambda: view.part is view.read)
    assert program.said == [("connect", "shopify", "loc/1")]


def test_one_of_several_locations_is_chosen(opened, program, qtbot):
    program.answer = TWO_PLACES
    view, form = form_of(opened(), "shopify/app")
    typed(form)
    ask(form, qtbot, program)
    studio, warehouse = form.checks.cards
    assert studio.button.hasFocus()
    assert not form.keep.isEnabled()
    assert form.reason.text() == "Choose a location first."
    qtbot.keyClick(studio.button, DOWN)
    assert warehouse.button.hasFocus()
    qtbot.keyClick(warehouse.button, SPACE)
    assert warehouse.is_chosen()
    assert form.keep.isEnabled()
    form.keep.click()
    qtbot.waitUntil(lambda: view.part is view.read)
    assert program.said == [("connect", "shopify", "loc/2")]


# ------------------------------------------------------------------------------------------------ what goes wrong


def test_what_is_missing_is_said_under_its_field_and_nobody_is_asked(opened, program):
    _, form = form_of(opened())
    form.rows[0].input.set_text(ADDRESS)
    form.test.click()
    assert form.rows[0].input.error() == ""
    assert form.rows[1].input.error() == "Consumer secret is missing. Copy it from the shop, as in the steps above."
    assert form.rows[1].input.edit.accessibleDescription() == form.rows[1].input.error()
    assert form.rows[1].input.edit.hasFocus()
    assert form.rows[2].input.error() == "", "this one is optional"
    assert program.asked == []
    form.rows[1].input.set_text("cs_")
    assert form.rows[1].input.error() == "", "it is not missing any more"
    assert form.rows[0].input.edit.accessibleDescription() == "It begins with https."


@pytest.mark.parametrize(
    ("answer", "failed"),
    [
        (WRONG_KEY, "Not passed: Sign in with the key. The shop does not know this key."),
        (READ_ONLY, "Not passed: Write stock. This key may only read."),
    ],
)
def test_a_wrong_key_or_a_missing_permission_names_the_check_and_keeps_what_was_typed(
    opened, db, program, qtbot, answer, failed
):
    program.answer = answer
    _, form = form_of(opened())
    typed(form)
    ask(form, qtbot, program)
    names = [one.accessibleName() for one in form.checks.findChildren(QWidget)]
    assert failed in names
    assert "Passed: Reach the shop" in names
    assert form.trouble.words() == "1 check did not pass. Nothing was kept, and what you typed is still here."
    assert [row.input.text() for row in form.rows] == [ADDRESS, SECRET, ""]
    assert not form.keep.isVisible()
    assert form.test.hasFocus()
    assert shops.shops(db) == []
    program.answer = PASSED
    ask(form, qtbot, program)
    assert form.keep.isVisible()
    assert form.trouble.words() == ""


def test_a_time_out_is_a_calm_sentence_with_the_technical_words_behind_details(opened, db, program, qtbot):
    program.answer = TIMED_OUT
    _, form = form_of(opened())
    typed(form)
    ask(form, qtbot, program)
    assert form.trouble.words() == (
        "The shop did not answer within 20 seconds."
        " Nothing was kept, and what you typed is still here. Try again when the shop answers."
    )
    assert form.trouble.details() == "Status 504\nReadTimeout"
    details = form.trouble._details
    assert not details.isVisible()
    form.trouble.more.click()
    assert details.isVisible()
    assert form.rows[1].input.text() == SECRET
    assert not form.checks.isVisible()
    assert shops.shops(db) == []


def test_an_address_that_will_not_do_is_explained_under_its_field_in_the_connectors_words(opened, program, qtbot):
    program.answer = ChannelRefused(N_("“kiln” is not the name of a shop."), N_("Type the name that ends in .example."))
    _, form = form_of(opened())
    typed(form, address="kiln")
    ask(form, qtbot, program)
    field = form.rows[0].input
    assert field.error() == "“kiln” is not the name of a shop. Type the name that ends in .example."
    assert field.edit.accessibleDescription() == field.error()
    assert field.edit.hasFocus()
    assert form.trouble.words() == "", "it is said once"
    assert [row.input.text() for row in form.rows[:2]] == ["kiln", SECRET], "what was typed stays"
    qtbot.keyClicks(field.edit, ".example")
    assert field.error() == ""


def test_a_key_that_begins_otherwise_is_said_under_its_field_and_nobody_is_asked(opened, program, qtbot):
    program.answer = TIMED_OUT
    _, form = form_of(opened())
    typed(form)
    ask(form, qtbot, program)
    before = len(program.asked)
    form.rows[1].input.set_text("ck_copied_from_the_line_above")
    qtbot.keyClick(form.rows[2].input.edit, ENTER)
    secret = form.rows[1].input
    assert secret.error() == "Consumer secret begins with cs_. Copy it from the shop once more."
    assert secret.edit.hasFocus()
    assert secret.text() == "ck_copied_from_the_line_above"
    assert form.trouble.words() == "", "that was about another attempt"
    assert len(program.asked) == before


def test_keys_that_cannot_be_kept_leave_everything_as_it_was(opened, db, program, qtbot):
    program.refused = VaultError(N_("The keyring is locked."), N_("Unlock it, and try again."))
    view, form = form_of(opened())
    typed(form)
    ask(form, qtbot, program)
    form.keep.click()
    qtbot.waitUntil(lambda: form.trouble.words() != "")
    assert form.trouble.words() == "The keyring is locked. Unlock it, and try again."
    assert view.part is form
    assert form.rows[1].input.text() == SECRET
    assert shops.shops(db) == []
    program.refused = None
    form.keep.click()
    qtbot.waitUntil(lambda: view.part is view.read)


def test_typing_something_else_makes_the_last_result_void(opened, program, qtbot):
    _, form = form_of(opened())
    typed(form)
    ask(form, qtbot, program)
    assert form.keep.isVisible()
    qtbot.keyClicks(form.rows[0].input.edit, "x")
    assert not form.keep.isVisible()
    assert form.introduction is None
    assert not form.checks.isVisible()
    assert form.test.label() == "Test the connection"


def test_while_the_shop_is_asked_nothing_can_be_typed_and_the_window_stays_awake(opened, program, qtbot):
    door = threading.Event()
    program.hold = door.wait
    view, form = form_of(opened())
    typed(form)
    form.test.click()
    assert form.reason.text() == "Asking the shop…"
    assert not form.rows[0].input.isEnabled()
    assert not form.test.isEnabled()
    qtbot.waitUntil(lambda: view.progress.running)
    door.set()
    qtbot.waitUntil(lambda: form.introduction is not None)
    assert form.rows[0].input.isEnabled()
    assert not view.progress.running


def test_an_answer_that_comes_after_the_seller_left_changes_nothing(opened, db, program, qtbot):
    door = threading.Event()
    program.hold = door.wait
    page = opened()
    view, form = form_of(page)
    typed(form)
    form.test.click()
    view.go_back()
    assert form.rows[0].input.isEnabled()
    view.go_back()
    assert page.stack.currentWidget() is page.overview
    assert form.rows[1].input.text() == "", "nothing secret stays behind"
    assert form.rows[0].input.text() == ADDRESS
    with qtbot.waitSignal(page.bridge._arrived):
        door.set()
    assert form.introduction is None
    assert not form.checks.isVisible()


def test_secrets_are_masked(opened):
    _, form = form_of(opened())
    secret = form.rows[1].input.edit
    assert secret.echoMode() is QLineEdit.EchoMode.Password
    secret.setText(SECRET)
    assert SECRET not in secret.displayText()
    assert form.rows[0].input.edit.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("keyring", "Keys are sealed, and this computer’s keyring holds what opens them. They are never shown again."),
        ("session", "This computer has no keyring: keys are kept until you close Plimsoll, then you type them again."),
        ("", ""),
    ],
)
def test_it_says_where_keys_are_kept(opened, program, kept, words):
    program.kept = kept
    _, form = form_of(opened())
    assert form.secrets.text() == words
    assert form.secrets.isVisible() == bool(words)


def test_a_shop_that_stops_answering_while_it_is_read_says_so(opened, db, program, qtbot):
    view, form = form_of(opened())
    typed(form)
    ask(form, qtbot, program)
    form.keep.click()
    qtbot.waitUntil(lambda: view.part is view.read)
    with transaction(db):
        shops.troubled(db, 1, kind="unavailable", words="503 Service Unavailable", now=NOW)
    view.on_changed(Changes(shops=frozenset({1})))
    assert view.read.trouble.words() == "The shop does not answer. Plimsoll goes on trying."
    assert view.read.trouble.details() == "503 Service Unavailable"
    with transaction(db):
        shops.well(db, 1, now=NOW)
    view.on_changed(Changes(shops=frozenset({1})))
    assert view.read.trouble.words() == ""


# ------------------------------------------------------------------------------------------------ other beginnings


def test_a_place_kept_by_hand_needs_only_a_name(opened, db, qtbot):
    page = opened()
    page.connect_one()
    view = page._views["connect"]
    view.chose("stall")
    field = view.name.field
    assert field.edit.hasFocus()
    qtbot.keyClick(field.edit, ENTER)
    assert field.error() == "Give the place a name, for example Market stall."
    qtbot.keyClicks(field.edit, "Market stall")
    assert field.error() == ""
    qtbot.keyClick(field.edit, ENTER)
    (stall,) = shops.shops(db)
    assert (stall.name, stall.letter, stall.by_hand) == ("Market stall", "M", True)
    assert page.stack.currentWidget() is page.overview
    assert page.overview.table.chosen() == stall.id

    page.connect_one()
    view.chose("stall")
    assert field.text() == "", "another place, another name"
    field.set_text("market stall")
    view.name.add.click()
    assert field.error() == "You already have a channel called market stall."
    assert field.text() == "market stall"


def test_every_channel_says_how_much_of_it_plimsoll_does(opened):
    page = opened()
    page.connect_one()
    cards = page._views["connect"].choose.cards
    said = {key: card.button.accessibleDescription() for key, card in cards.items()}
    assert said["shopify/app"] == "Orders in, quantities out. With an app of your own."
    assert all(words.startswith("By hand. ") for key, words in said.items() if key.startswith("stall"))
    assert "takes no orders" in said["stall/google"]


def test_a_known_channel_is_kept_by_hand_under_its_name_and_a_second_one_is_warned_of(opened, db, qtbot):
    page = opened()
    page.connect_one()
    view = page._views["connect"]
    view.chose("stall/amazon")
    assert view.name.field.text() == "Amazon"
    assert not view.name.caution.isVisible()
    qtbot.keyClick(view.name.field.edit, ENTER)
    (amazon,) = shops.shops(db)
    assert (amazon.name, amazon.letter, amazon.by_hand) == ("Amazon", "A", True)

    page.connect_one()
    view.chose("stall/google")
    assert view.name.field.text() == "Google Shopping"
    assert "no sales to enter" in view.name.words.text()
    assert view.name.caution.text().startswith("You keep Amazon by hand already.")
    view.chose("stall")
    assert view.name.field.text() == ""
    assert view.name.caution.isVisible()


def test_signing_in_again_keeps_the_shop_and_needs_no_choice(opened, db, program, qtbot):
    shop = add_shop(db, name="WooCommerce")
    with transaction(db):
        db.execute("update shop set address = ?, way = 'key', trouble = 'signed_out'", (ADDRESS,))
    page = opened()
    page.overview.table.button(shop.id).click()
    view = page._views["connect"]
    form = view.part
    assert view.header.title() == "Sign in to WooCommerce"
    assert form.rows[0].input.text() == ADDRESS
    assert form.rows[1].input.edit.hasFocus(), "the first empty field"
    program.answer = WRONG_KEY
    form.rows[1].input.set_text("cs_wrong")
    ask(form, qtbot, program)
    assert form.rows[1].input.text() == "cs_wrong"
    assert ("reconnect", shop.id) not in program.said
    program.answer = PASSED
    form.rows[1].input.set_text(SECRET)
    qtbot.keyClick(form.rows[2].input.edit, ENTER)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.overview)
    assert program.said == [("reconnect", shop.id)]
    assert form.rows[1].input.text() == ""
    qtbot.waitUntil(lambda: page.overview.table.button(shop.id).label() == "Pause")
    page.do("reconnect", shop.id)
    qtbot.keyClick(form.rows[0].input.edit, ESC)
    assert page.stack.currentWidget() is page.overview, "there is no choice to go back to"


def test_in_the_sample_shop_nothing_can_be_connected(opened, program, qtbot):
    page = opened(sample=True)
    page.connect_one()
    view = page._views["connect"]
    (leave,) = [one for one in view.part.findChildren(QAbstractButton) if one.isVisible()]
    assert leave.accessibleName() == "Leave the sample shop"
    leave.click()
    assert program.said == [("leave sample",)]


# ------------------------------------------------------------------------------------------------ names and look


def test_every_control_has_a_name_and_all_words_are_translated(opened, program, qtbot, qapp):
    program.answer = TWO_PLACES
    with spoken_pseudo(qapp):
        page = opened()
        page.connect_one()
        view = page._views["connect"]
        ignoring = {"WooCommerce", "Shopify", "Studio", "Warehouse", "Esc", "https://shop.example", "cs_…", ADDRESS}
        assert untranslated(view, ignoring=ignoring) == []
        view.chose("woocommerce/key")
        typed(view.part)
        ask(view.part, qtbot, program)
        assert untranslated(view, ignoring=ignoring) == []
        view.chose("stall")
        assert untranslated(view, ignoring=ignoring) == []
    assert nameless(view) == []


@pytest.mark.parametrize("size", [(972, 624), (1228, 744)])
def test_the_form_fits_at_150_percent_in_the_dark(opened, theme, program, qtbot, size):
    program.answer = WRONG_KEY
    page = opened(size=size)
    theme.set_scheme(Scheme.DARK)
    theme.set_text_scale(1.5)
    _, form = form_of(page, "shopify/app")
    typed(form)
    ask(form, qtbot, program)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert page.size().toTuple() == size
    assert form.horizontalScrollBar().maximum() == 0, "nothing is cut at the right"

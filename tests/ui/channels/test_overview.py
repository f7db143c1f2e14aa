"""The list of shops: what it says, what its keys and buttons do, and how news reaches it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from app.core.changes import Changes
from app.core.channel import Call
from app.core.text import N_
from app.errors import StoreError
from app.store import calls, listings, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.ui.channels.shops_table import At
from app.ui.widgets.dialog import Dialog
from app.ui.words import number
from tests.life import NOW, add_listing, add_product, add_shop, later
from tests.ui.channels.world import EARLIER, dialog, told
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER, SPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


def cell(page, row, at, role=Qt.ItemDataRole.DisplayRole):
    model = page.overview.table.shops
    return model.index(row, at).data(role)


def both(page, row, at):
    from app.ui.channels.shop_cells import SECOND

    return cell(page, row, at), cell(page, row, at, SECOND)


def said(page, row):
    return cell(page, row, At.SHOP, Qt.ItemDataRole.AccessibleTextRole)


def slow(db, listing, minutes=6.2):
    with transaction(db):
        at = stamp(NOW - timedelta(minutes=minutes))
        db.execute("update push set state = 'retrying', due_at = ? where listing_id = ?", (at, listing))


def live_since_yesterday(db, shop):
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=1))


@pytest.fixture
def woo(db):
    shop = add_shop(db, name="WooCommerce")
    live_since_yesterday(db, shop)
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")
        shops.well(db, shop.id, now=NOW)
    return shop


# ------------------------------------------------------------------------------------------------ what it says


def test_an_empty_page_says_what_to_do(opened, program):
    page = opened()
    state = page.overview.empty
    assert state.isVisible()
    assert state.accessibleName().startswith("No channel connected")
    assert not page.overview.table.isVisible()
    assert not page.overview.detail.isVisible()
    assert not page.overview.compare.isVisible(), "there is nothing to compare"
    assert state.button.hasFocus()


def test_a_row_says_how_a_shop_is_doing(opened, db, woo):
    with transaction(db):
        db.execute("update listing set seen_at = ?", (stamp(EARLIER),))
        writes = [("ok", 200)] * 21 + [("refused", 400)]
        log = [
            Call(at=NOW, verb="set stock", target="1", outcome=outcome, status=status, milliseconds=1)
            for outcome, status in writes
        ]
        calls.write(db, woo.id, log)
    page = opened()
    assert both(page, 0, At.SHOP) == ("WooCommerce", "Live")
    assert both(page, 0, At.BEHIND) == ("0 s", "Nothing is waiting")
    assert both(page, 0, At.REFUSED) == ("1 of 22", "4.5 %")
    assert both(page, 0, At.QUOTA) == ("–", "")
    assert both(page, 0, At.COMPARED) == (f"Today {_time(EARLIER)}", "1 of 1 agree")
    assert both(page, 0, At.LINKED) == ("1 of 1 linked", "")
    assert said(page, 0) == (
        "WooCommerce. Live. Behind by 0 s. 1 of 22 updates refused in 24 hours. 1 of 1 listings linked."
    )


def _time(at):
    from app.ui.words import clock_time

    return clock_time(at)


def test_a_slow_shop_says_so_and_its_age_grows_without_reading_anything(opened, db, woo, program):
    (listing,) = [row.id for row in listings.listings_of_shop(db, woo.id)]
    slow(db, listing)
    page = opened()
    assert both(page, 0, At.SHOP)[1] == "Slow, 1 update waiting"
    assert both(page, 0, At.BEHIND) == ("6 min 12 s", "1 update is waiting")
    db.execute("update push set state = 'acknowledged'")  # nobody told the page
    program.now = NOW + timedelta(seconds=50)
    page.overview.tick()
    assert both(page, 0, At.BEHIND)[0] == "7 min 2 s"


@pytest.mark.parametrize(
    ("change", "state", "button"),
    [
        ("update shop set mode = 'paused'", "Paused: nothing is sent", "Resume"),
        ("update shop set mode = 'looking'", "Looking only: nothing is sent", "Go live…"),
        ("update shop set trouble = 'signed_out'", "Signed out: it gets no updates", "Sign in…"),
        ("update shop set held = 23", "Stopped: 23 numbers changed from outside", "Decide…"),
    ],
)
def test_a_row_names_its_state_and_offers_what_to_do(opened, db, woo, change, state, button):
    with transaction(db):
        db.execute(change)
    page = opened()
    assert both(page, 0, At.SHOP)[1] == state
    found = page.overview.table.button(woo.id)
    assert found.label() == button
    assert "WooCommerce" in found.accessibleName()


def test_a_place_kept_by_hand_asks_for_its_sales(opened, db):
    stall = add_shop(db, "stall", "Market stall", "M")
    page = opened()
    assert both(page, 0, At.SHOP)[1] == "By hand, nothing entered yet"
    assert both(page, 0, At.BEHIND) == ("–", "Entered by hand")
    assert page.overview.table.button(stall.id).label() == "Enter sales…"
    assert not page.overview.compare.isVisible()
    assert not page.overview.pause_all.isVisible()


def test_a_shop_that_is_being_read_again_says_so(opened, db, woo):
    with transaction(db):
        db.execute("update listing set seen_at = ?, look_at = ?", (stamp(NOW), stamp(NOW)))
    page = opened()
    assert both(page, 0, At.COMPARED)[1] == "Being read now"


def test_the_shop_that_needs_most_is_chosen_first(opened, db, woo):
    other = add_shop(db, name="Shopify", letter="S")
    with transaction(db):
        shops.troubled(db, other.id, kind="signed_out", words="Connect it again.", now=NOW)
    page = opened()
    assert page.overview.table.chosen() == other.id


# ------------------------------------------------------------------------------------------------ keys and buttons


def test_arrows_go_from_shop_to_shop_and_the_lower_half_follows(opened, db, woo, qtbot):
    add_shop(db, name="Shopify", letter="S")
    page = opened()
    assert page.overview.table.hasFocus()
    page.overview.choose(woo.id)
    qtbot.keyClick(page.overview.table, Qt.Key.Key_Down)
    assert page.overview.detail.title.accessibleName().startswith("Shopify")
    qtbot.keyClick(page.overview.table, ENTER)
    assert page.overview.detail.tabs.hasFocus()


def test_pausing_asks_says_what_happens_and_can_be_taken_back(opened, db, woo, program, qtbot):
    page = opened()
    button = page.overview.table.button(woo.id)
    button.setFocus()
    qtbot.keyClick(button, SPACE)
    asked = dialog(page)
    assert asked.windowTitle() == "Pause WooCommerce?"
    assert asked.accessibleDescription() == (
        "WooCommerce keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume."
    )
    assert asked.no.label() == "Keep it running"
    qtbot.keyClick(asked, ESC)
    assert program.said == [], "nothing happens without a yes"

    qtbot.keyClick(button, SPACE)
    qtbot.keyClick(dialog(page), ENTER)
    assert program.said == [("mode", woo.id, "paused"), ("compare", woo.id)]
    dialog(page).close()
    page._soon.now()
    assert both(page, 0, At.SHOP)[1] == "Paused: nothing is sent"
    assert page.overview.table.button(woo.id).label() == "Resume"


def test_resuming_says_how_many_numbers_are_sent(opened, db, woo, program, qtbot):
    with transaction(db):
        shops.set_mode(db, woo.id, "paused", now=NOW)
        db.execute("update listing set believed = 9")
    page = opened()
    page.overview.table.button(woo.id).click()
    asked = dialog(page)
    assert asked.windowTitle() == "Resume WooCommerce?"
    assert asked.accessibleDescription().startswith("Plimsoll sends it 1 number that differs now")
    qtbot.keyClick(asked, ENTER)
    assert program.said == [("mode", woo.id, "live"), ("compare", woo.id)]


def test_pause_all_names_every_live_channel(opened, db, woo, program, qtbot):
    other = add_shop(db, name="Shopify", letter="S")
    add_shop(db, name="Third", letter="T", live=False)
    page = opened()
    page.overview.pause_all.click()
    asked = dialog(page)
    assert asked.windowTitle() == "Pause all 2 channels?"
    assert "WooCommerce and Shopify keep their present numbers" in asked.accessibleDescription()
    qtbot.keyClick(asked, ENTER)
    paused = [("mode", woo.id, "paused"), ("mode", other.id, "paused")]
    assert program.said == [*paused, ("compare", woo.id), ("compare", other.id)]
    assert [line.name.text() for line in dialog(page).lines] == ["WooCommerce", "Shopify"]


def test_resume_all_is_a_command_with_a_key_of_its_own(opened, db, woo, program, qtbot):
    with transaction(db):
        shops.set_mode(db, woo.id, "paused", now=NOW)
    page = opened()
    command = next(one for one in page.commands() if one.key == "resume_all")
    assert (command.enabled(), QKeySequence(command.shortcut)) == (True, QKeySequence("Ctrl+Shift+R"))
    command.run()
    asked = dialog(page)
    assert asked.windowTitle() == "Resume 1 channel?"
    qtbot.keyClick(asked, ENTER)
    assert program.said[0] == ("mode", woo.id, "live")
    assert not command.enabled()


def test_looking_only_is_offered_to_a_paused_shop_and_asks_nothing(opened, db, woo, program):
    with transaction(db):
        shops.set_mode(db, woo.id, "paused", now=NOW)
    page = opened()
    page.overview.detail.buttons["look_only"].click()
    assert program.said == [("mode", woo.id, "looking")]


def test_a_live_shop_that_is_only_looked_at_is_asked_about(opened, woo, program, qtbot):
    page = opened()
    page.overview.detail.buttons["look_only"].click()
    asked = dialog(page)
    assert asked.windowTitle() == "Only look at WooCommerce?"
    assert "sends it nothing until you go live again" in asked.accessibleDescription()
    qtbot.keyClick(asked, ESC)
    assert program.said == []
    next(one for one in page.commands() if one.key == "look_only").run()
    qtbot.keyClick(dialog(page), ENTER)
    assert program.said == [("mode", woo.id, "looking")]
    qtbot.waitUntil(lambda: not page.overview.detail.buttons["look_only"].isVisible())


def test_compare_reads_every_number_again(opened, woo, program):
    page = opened()
    page.overview.compare.click()
    assert program.said == [("compare", None)]


def test_what_cannot_be_written_is_told_and_changes_nothing(opened, woo, program, qtbot, monkeypatch):
    def full(_shop: int, _mode: str) -> None:
        raise StoreError(N_("The disk is full."), N_("Free some space."))

    monkeypatch.setattr(type(program), "_set_mode", lambda self, shop, mode: full(shop, mode))
    page = opened()
    page.overview.table.button(woo.id).click()
    with qtbot.waitSignal(page.bridge.trouble) as told_of:
        qtbot.keyClick(dialog(page), ENTER)
    assert str(told_of.args[0].title) == "The disk is full."
    assert both(page, 0, At.SHOP)[1] == "Live"


def test_removing_starts_on_the_safe_answer_and_says_what_stays(opened, woo, program, qtbot):
    page = opened()
    page.overview.detail.buttons["remove"].click()
    asked = dialog(page)
    assert asked.no.hasFocus()
    assert "Your products, your ledger and its past orders stay." in asked.accessibleDescription()
    qtbot.keyClick(asked, ENTER)
    assert program.said == []
    page.overview.detail.buttons["remove"].click()
    with qtbot.waitSignal(page.bridge.changed):
        dialog(page).yes.click()
    assert program.said == [("disconnect", woo.id)]
    page._soon.now()
    assert page.overview.empty.isVisible()


def test_commands_stand_in_the_menu_and_fit_the_chosen_shop(opened, db, woo, program):
    add_shop(db, "stall", "Market stall", "M")
    page = opened()
    page.overview.choose(woo.id)
    commands = {command.key: command for command in page.commands()}
    assert {command.menu for command in commands.values()} == {"channels"}
    assert QKeySequence(commands["compare"].shortcut) == QKeySequence(Qt.Key.Key_F5)
    assert QKeySequence(commands["pause_all"].shortcut) == QKeySequence("Ctrl+Shift+P")
    enabled = {key for key, command in commands.items() if command.enabled()}
    always = {"compare", "pause_all", "connect", "check", "authority"}
    assert enabled == always | {"pause", "match", "start", "look_only", "reconnect"}
    page.overview.choose(2)
    enabled = {key for key, command in commands.items() if command.enabled()}
    assert enabled == always | {"enter_sales"}
    commands["pause"].run()
    assert not [one for one in page.findChildren(Dialog) if one.isVisible()], "it does not fit a stall"
    commands["compare"].run()
    assert program.said == [("compare", None)]


def test_opening_the_page_for_a_shop_chooses_it(opened, db, woo):
    other = add_shop(db, name="Shopify", letter="S")
    page = opened()
    page.open(other.id)
    assert page.overview.table.chosen() == other.id
    page.open(None)
    assert page.stack.currentWidget() is page.overview
    page.open("connect")
    assert page.stack.currentWidget() is not page.overview


# ------------------------------------------------------------------------------------------------ news


def test_news_reads_again_only_the_shops_it_names(opened, db, woo):
    other = add_shop(db, name="Shopify", letter="S")
    page = opened()
    with transaction(db):
        db.execute("update shop set mode = 'paused'")
        db.execute("update listing set gone_at = ?", (stamp(NOW),))
    told(page, Changes(shops=frozenset({other.id})))
    assert both(page, 0, At.LINKED)[0] == "1 of 1 linked", "that shop was not named"
    assert both(page, 1, At.SHOP)[1] == "Paused: nothing is sent"
    told(page, Changes(catalog=True))
    assert both(page, 0, At.LINKED) == ("0 of 0 linked", "1 broken link")


def test_a_storm_of_news_is_read_ten_times_a_second_at_most(opened, db, woo, monkeypatch, qtbot):
    page = opened()
    reads = []
    monkeypatch.setattr(page, "_read", reads.append)
    for _ in range(200):
        page.on_changed(Changes(shops=frozenset({woo.id})))
    assert reads == []
    qtbot.waitUntil(lambda: len(reads) == 1)


def test_the_chosen_shop_and_the_keyboard_outlive_news(opened, db, woo):
    add_shop(db, name="Shopify", letter="S")
    page = opened()
    page.overview.choose(2)
    button = page.overview.table.button(2)
    button.setFocus()
    told(page, Changes(catalog=True))
    assert page.overview.table.chosen() == 2
    assert page.overview.table.button(2).hasFocus()
    add_shop(db, name="Third", letter="T")
    told(page, Changes(catalog=True))
    assert page.overview.table.chosen() == 2
    assert page.overview.table.shops.rowCount() == 3


def test_the_keyboard_stays_on_a_button_that_becomes_another(opened, db, woo):
    page = opened()
    page.overview.table.button(woo.id).setFocus()
    with transaction(db):
        shops.set_mode(db, woo.id, "paused", now=later())
    told(page, Changes(shops=frozenset({woo.id})))
    assert page.overview.table.button(woo.id).label() == "Resume"
    assert page.overview.table.button(woo.id).hasFocus()


def test_a_hidden_page_reads_nothing_and_is_right_when_it_comes_back(opened, db, woo, monkeypatch):
    page = opened()
    page.hide()
    reads = []
    monkeypatch.setattr(page, "_read", reads.append)
    told(page, Changes(catalog=True))
    assert reads == []
    monkeypatch.undo()
    with transaction(db):
        shops.set_mode(db, woo.id, "paused", now=later())
    page.show()
    assert both(page, 0, At.SHOP)[1] == "Paused: nothing is sent"


@pytest.mark.parametrize("view", ["", "match", "start", "live"])
def test_news_that_waits_is_not_read_once_the_inventory_is_closed(opened, db, woo, view, qtbot):
    page = opened()
    if view:
        page.do(view, woo.id)
    page.on_changed(Changes(catalog=True))
    shown = page.stack.currentWidget()
    if view:
        shown.on_changed(Changes(catalog=True))
    page.hide()
    page.bridge.close()
    timers = [timer for timer in page.findChildren(QTimer) if timer.isActive()]
    assert timers == []


def test_a_view_that_comes_back_with_its_page_is_right(opened, db, woo):
    page = opened()
    page.do("live", woo.id)
    live = page._views["live"]
    page.hide()
    with transaction(db):
        db.execute("update listing set believed = 9")
    page.show()
    live._again.now()
    assert [(one.shows, one.offer) for one in live.plan.changes] == [(9, 5)]


# ------------------------------------------------------------------------------------------------ look and names


def controls(page):
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    found = [one for one in page.findChildren(QWidget) if isinstance(one, kinds) or one.focusPolicy().value & 1]
    return [one for one in found if one.isVisibleTo(page)]


def test_every_control_has_a_name(opened, db, woo):
    page = opened()
    nameless = [type(one).__name__ for one in controls(page) if not one.accessibleName()]
    assert nameless == []


def test_tab_reaches_everything_and_comes_round(opened, db, woo, qtbot):
    page = opened()
    wanted = {page.overview.compare, page.overview.table, page.overview.table.button(woo.id), page.overview.detail.tabs}
    wanted |= {page.overview.detail.buttons["match"], page.overview.connect_one}
    met = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus in met:
            break
        met.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted <= set(met)


def test_all_words_go_through_translation(opened, db, woo, qapp):
    add_shop(db, "stall", "Market stall", "M")
    with spoken_pseudo(qapp):
        page = opened()
        ignoring = {"WooCommerce", "Market stall", "MUG", "Mug"}
        assert untranslated(page, ignoring=ignoring) == []
        for row in range(2):
            for at in At:
                for words in filter(None, both(page, row, at)):
                    known = words in ignoring or "⟦" in words or words in ("–", number(0))
                    assert known or at is At.ACT, words

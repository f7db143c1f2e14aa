"""The Settings page by keyboard: what is typed is checked, dated, told, and can be taken back."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from app.core.changes import Changes
from app.core.text import N_
from app.errors import PlimsollError, StoreError
from app.rules import post_limit
from app.store import lineup, pushes, rethinking, settings
from app.store.database import transaction
from app.ui.settings import keeping, writes
from app.ui.settings import page as settings_page
from app.ui.settings.page import SettingsPage
from app.ui.shell.look import Look
from app.ui.shell.memory import Memory
from app.ui.theme import Scheme
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.table import Density
from tests.life import NOW
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable


@pytest.fixture
def make_page(theme, qtbot):
    def make(world, size=(1200, 1400)):
        page = SettingsPage(world.bridge, theme, Look(theme, Memory()))
        page.took = []
        page.undoable.connect(lambda sentence, back: page.took.append((sentence, back)))
        world.bridge.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.shown()
        return page

    return make


@pytest.fixture
def shop(world):
    shop = world.shop()
    world.product()
    world.listed(shop, shows=10)
    return shop


@pytest.fixture
def page(make_page, world, shop):
    return make_page(world)


def type_in(qtbot, field, words, key=Qt.Key.Key_Return):
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    if words.isascii():
        qtbot.keyClicks(field.edit, words)
    else:
        field.edit.insert(words)  # as if pasted: QTest has no such key
    qtbot.keyClick(field.edit, key)


# Appearance


def test_the_keyboard_starts_at_the_theme(page):
    assert page.appearance.scheme.button(Scheme.LIGHT).hasFocus()


def test_theme_by_arrow_keys_at_once(page, qtbot, theme):
    qtbot.keyClick(page.appearance.scheme.button(Scheme.LIGHT), Qt.Key.Key_Right)
    assert theme.dark
    assert page.appearance.scheme.chosen() is Scheme.DARK


def test_text_size_at_once(page, qtbot, theme):
    button = page.appearance.scale.button(1.3)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert theme.text_scale == 1.3


def test_row_height_at_once(page, qtbot):
    qtbot.mouseClick(page.appearance.rows.button(Density.COMFORTABLE), Qt.MouseButton.LeftButton)
    assert page.appearance._look.density is Density.COMFORTABLE


def test_what_was_chosen_elsewhere_is_followed(page, theme):
    theme.set_scheme(Scheme.DARK)
    theme.set_text_scale(1.15)
    page.appearance._look.set_density(Density.COMPACT)
    chosen = (page.appearance.scheme.chosen(), page.appearance.scale.chosen(), page.appearance.rows.chosen())
    assert chosen == (Scheme.DARK, 1.15, Density.COMPACT)


# Held back


def held(world):
    return settings.get(world.db, settings.HELD_BACK)


def test_how_long_messages_are_kept_is_taken_back(page, qtbot, world):
    type_in(qtbot, page.keeping.letters, "30")
    assert settings.get(world.db, settings.LETTERS_KEPT) == 30
    sentence, back = page.took[-1]
    assert sentence == "Messages are kept 30 days"
    back()
    assert settings.get(world.db, settings.LETTERS_KEPT) is None
    assert page.keeping.letters.text() == ""


def test_held_back_everywhere(page, qtbot, world, shop):
    field = page.held_back.field
    assert field.text() == "0"
    type_in(qtbot, field, "2")
    assert held(world) == 2
    assert settings.history(world.db, settings.HELD_BACK)[-1].at == NOW
    assert [slot.offer.quantity for slot in pushes.offers(world.db, shop.id, now=NOW)] == [8]
    assert world.names().count("wake") == 1
    assert [sentence for sentence, _ in page.took] == ["Held back everywhere set from 0 to 2"]


def test_held_back_makes_every_number_due(page, qtbot, world, shop):
    world.db.execute("update push set state = 'acknowledged', due_at = null")
    type_in(qtbot, page.held_back.field, "2")
    assert rethinking.asked(world.db), "housekeeping does it, so that the window never waits for it"
    with transaction(world.db):
        rethinking.step(world.db, now=NOW)
    assert [slot.ref for slot in pushes.due(world.db, lineup.waiting(world.db, shop.id, now=NOW), now=NOW)] == ["MUG"]


def test_undo_of_held_back(page, qtbot, world):
    type_in(qtbot, page.held_back.field, "2")
    page.took[0][1]()
    assert held(world) is None
    page.held_back.field.edit.clearFocus()
    page.on_changed(Changes(settings=True))
    assert page.held_back.field.text() == "0"
    assert [dated.value for dated in settings.history(world.db, settings.HELD_BACK)] == [2, None]


@pytest.mark.parametrize("typed", ["-1", "−4", "x", "1.5", "", "999999999999", "1000001", "1 2"])
def test_what_cannot_be_held_back_is_said_and_stays(page, qtbot, world, typed):
    field = page.held_back.field
    type_in(qtbot, field, typed)
    assert held(world) is None
    assert field.error() == "Must be 0 or more"
    assert field.text() == typed
    assert field.edit.accessibleDescription() == "Must be 0 or more"
    assert page.took == []
    type_in(qtbot, field, "3")
    assert field.error() == ""
    assert held(world) == 3


def test_one_change_is_one_row(page, qtbot, world):
    type_in(qtbot, page.held_back.field, "2")
    page.appearance.scheme.button(Scheme.LIGHT).setFocus()  # leaving the field says it is finished once more
    type_in(qtbot, page.held_back.field, "02")
    assert len(settings.history(world.db, settings.HELD_BACK)) == 1
    assert len(page.took) == 1


def test_leaving_the_field_keeps_the_number(page, qtbot, world):
    type_in(qtbot, page.held_back.field, "4", key=Qt.Key.Key_Tab)
    assert held(world) == 4


def test_a_refused_write_leaves_what_was_typed(page, qtbot, world, monkeypatch):
    def refuse(*_arguments, **_named):
        raise StoreError(N_("The disk is full."), N_("Nothing was changed."))

    monkeypatch.setattr(settings_page, "post_limit", refuse)
    with qtbot.waitSignal(world.bridge.trouble):
        type_in(qtbot, page.held_back.field, "2")
    assert page.held_back.field.text() == "2"
    assert page.took == []
    monkeypatch.undo()
    qtbot.keyClick(page.held_back.field.edit, Qt.Key.Key_Return)
    assert held(world) == 2


def test_news_do_not_disturb_typing(page, qtbot, world):
    field = page.held_back.field
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "7")
    page.on_changed(Changes(settings=True))
    assert field.text() == "7"


def test_large_numbers_are_written_and_read_as_the_locale_has_them(page, qtbot, world):
    type_in(qtbot, page.held_back.field, "1200")
    assert page.held_back.field.text() == "1,200"
    type_in(qtbot, page.held_back.field, "1,300")
    assert held(world) == 1300
    assert QLocale().name() == "en_GB"


@pytest.mark.parametrize("pieces", [-1, 1_000_001])
def test_the_rule_is_kept_below_the_window_too(world, pieces):
    with pytest.raises(PlimsollError):
        post_limit(world.db, settings.HELD_BACK, pieces, now=NOW)
    with pytest.raises(PlimsollError):
        writes.poll_every(world.db, 1, 4, now=NOW)
    assert settings.history(world.db, settings.HELD_BACK) == []


# The rules of a whole channel


def test_a_channel_gets_rules_of_its_own_in_one_save_and_one_undo(page, qtbot, world, shop):
    button = page.held_back.by_channel
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = page.dialog
    everywhere, woo = dialog.grid.rows
    qtbot.waitUntil(everywhere.fields[0].hasFocus)
    qtbot.keyClicks(everywhere.fields[0], "1")
    assert not everywhere.ways[0].isVisible(), "nothing is wider"
    woo.fields[0].setFocus()
    qtbot.keyClicks(woo.fields[0], "2")
    assert woo.sentence.text() == "Held back on Woo: 3, 2 of them on top."
    assert woo.ways[0].currentText() == "On top", "what a channel holds back is added, as long as nobody says otherwise"
    qtbot.keyClick(woo.ways[0], Qt.Key.Key_Up)
    assert woo.sentence.text() == "Held back of everything on Woo: 2."
    woo.fields[1].setFocus()
    qtbot.keyClicks(woo.fields[1], "5")
    qtbot.keyClick(woo.fields[1], Qt.Key.Key_Return)
    assert page.dialog is None
    assert page.focusWidget() is button, "the keyboard goes back to where it was"
    found = [settings.get(world.db, name, shop=shop.id) for name in ("held_back", "held_back_way", "cap", "cap_way")]
    assert found == [2, "instead", 5, None]
    assert held(world) == 1
    assert [slot.offer.quantity for slot in pushes.offers(world.db, shop.id, now=NOW)] == [5]
    assert page.held_back.field.text() == "1"
    (said,) = page.took
    assert said[0] == "Rules of every product changed"
    said[1]()
    found = [settings.get(world.db, name, shop=shop.id) for name in ("held_back", "held_back_way", "cap")]
    assert found == [None, None, None]
    assert held(world) is None


def test_a_wrong_rule_of_a_channel_is_said_and_nothing_is_written(page, qtbot, world):
    page.held_back.by_channel.click()
    dialog = page.dialog
    edit = dialog.grid.rows[1].fields[1]
    edit.setFocus()
    qtbot.keyClicks(edit, "-2")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert edit.accessibleDescription() == "Must be 0 or more."
    assert cut(dialog) == outside(dialog) == nameless(dialog) == unreachable(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.dialog is None
    assert page.took == []
    assert settings.history(world.db, settings.CAP) == []


# Order polls


def test_usual_intervals_are_shown(page, make_page, world, shop):
    field = page.polling.fields[shop.id]
    assert (field.text(), field.edit.placeholderText()) == ("", "15")  # live: its webhooks leave only when visited
    shopify = world.shop("Shop", channel="shopify")
    world.bridge.changed.emit(Changes(shops=frozenset({shopify.id})))
    assert page.polling.fields[shopify.id].edit.placeholderText() == "60"


def test_an_interval_of_the_sellers_own(page, qtbot, world, shop):
    field = page.polling.fields[shop.id]
    type_in(qtbot, field, "30")
    assert settings.get(world.db, settings.POLL_S, shop=shop.id) == 30
    assert page.took[0][0] == "Woo is asked for orders every 30 s"
    page.took[0][1]()
    assert settings.get(world.db, settings.POLL_S, shop=shop.id) is None


def test_empty_means_as_usual(page, qtbot, world, shop):
    type_in(qtbot, page.polling.fields[shop.id], "30")
    type_in(qtbot, page.polling.fields[shop.id], "")
    assert settings.get(world.db, settings.POLL_S, shop=shop.id) is None
    assert page.took[1][0] == "Woo is asked for orders as often as usual"


@pytest.mark.parametrize("typed", ["4", "3601", "soon", "0"])
def test_a_wrong_interval(page, qtbot, world, shop, typed):
    field = page.polling.fields[shop.id]
    type_in(qtbot, field, typed)
    assert field.error() == "From 5 to 3,600"
    assert settings.history(world.db, settings.POLL_S, shop=shop.id) == []


def test_shops_come_and_go(make_page, world):
    page = make_page(world)
    assert not page.polling.isVisible()
    world.stall()
    shop = world.shop()
    world.bridge.changed.emit(Changes(shops=frozenset({shop.id})))
    assert list(page.polling.fields) == [shop.id]
    assert page.polling.isVisible()


# Your data


def test_the_folder_is_shown_and_opened(page, qtbot, world, monkeypatch):
    opened = []
    monkeypatch.setattr(keeping.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.keeping.folder.setFocus()
    qtbot.keyClick(page.keeping.folder, Qt.Key.Key_Space)
    assert opened == [str(world.folder)]


def test_back_up_now(page, qtbot, world):
    job = page.keeping.back_up
    job.button.setFocus()
    qtbot.keyClick(job.button, Qt.Key.Key_Space)
    assert not job.button.isEnabled()
    assert job.sentence() == "Making a backup and reading it back."
    qtbot.waitUntil(job.button.isEnabled)
    assert job.sentence().startswith("Backup made and checked at ")
    assert job.sentence().endswith("plimsoll-20260514-143200.db")


def test_a_backup_asked_for_in_a_menu(page, qtbot, world):
    page.open("back_up")
    page.open("back_up")
    qtbot.waitUntil(page.keeping.back_up.button.isEnabled)
    assert world.names().count("back_up") == 1


def test_a_backup_that_fails(page, qtbot, world):
    world.lends["back_up"] = StoreError(N_("The disk is full."), N_("Free some space."))
    page.open("back_up")
    qtbot.waitUntil(page.keeping.back_up.button.isEnabled)
    assert page.keeping.back_up.sentence() == "The disk is full. Free some space."


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (0, "Every level is the sum of its ledger rows."),
        (1, "1 level was wrong. It is the sum of its ledger rows again."),
        (3, "3 levels were wrong. They are the sums of their ledger rows again."),
    ],
)
def test_recompute(page, qtbot, world, wrong, sentence):
    world.lends["recompute"] = wrong
    told = []
    world.bridge.changed.connect(told.append)
    command = page.commands()[0]
    assert command.text == "Recompute from the ledger"
    command.run()
    qtbot.waitUntil(page.keeping.recompute.button.isEnabled)
    assert page.keeping.recompute.sentence() == sentence
    assert bool(told) is bool(wrong)


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("keyring", "Your sign-in keys are sealed with a key in this computer’s keyring."),
        ("session", "This session only: no keyring answers on this computer."),
        ("", "No sign-in key was needed yet."),
    ],
)
def test_where_the_keys_are(make_page, world, kept, words):
    world.lends["secrets_kept"] = kept
    page = make_page(world)
    assert page.keeping.secrets.sentence().startswith(words)


def test_the_answer_of_the_keyring_may_come_late(make_page, world):
    world.lends["secrets_kept"] = ""
    page = make_page(world)
    world.lends["secrets_kept"] = "keyring"
    page.shown()
    assert "keyring" in page.keeping.secrets.sentence()


# The sample shop


def test_only_the_sample_shop_can_be_thrown_away(page):
    assert page.sample is None


@pytest.fixture
def sample(make_world, make_page):
    world = make_world(sample=True)
    page = make_page(world)
    page.world = world
    return page


def test_leaving_the_sample(sample, qtbot):
    qtbot.mouseClick(sample.sample.leave, Qt.MouseButton.LeftButton)
    assert sample.world.names() == ["leave_sample"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_throwing_it_away_asks_and_starts_on_the_safe_answer(sample, qtbot, key):
    qtbot.mouseClick(sample.sample.throw, Qt.MouseButton.LeftButton)
    dialog = sample.findChild(Dialog)
    qtbot.waitUntil(dialog.no.hasFocus)
    assert dialog.windowTitle() == "Throw the sample shop away?"
    qtbot.keyClick(dialog.no, key)
    assert not dialog.isVisible()
    assert sample.world.names() == []


def test_throwing_it_away(sample, qtbot):
    qtbot.mouseClick(sample.sample.throw, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sample.findChild(Dialog).yes, Qt.MouseButton.LeftButton)
    assert sample.world.names() == ["throw_sample_away"]


# What every page must keep


def test_every_control_has_a_name_and_is_reached_by_keyboard(page, sample):
    for one in (page, sample):
        assert nameless(one) == []
        assert unreachable(one) == []


def test_every_word_is_translated(theme, qtbot, qapp, make_world):
    world = make_world(sample=True)
    world.shop()
    with spoken_pseudo(qapp):
        page = SettingsPage(world.bridge, theme, Look(theme, Memory()))
        qtbot.addWidget(page)
        assert untranslated(page, ignoring={"Woo", "English", "Deutsch", str(world.folder)}) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1259, 840), (843, 620)])
def test_nothing_is_cut(make_page, make_world, theme, scale, size):
    world = make_world(sample=True)
    world.shop("The Extraordinarily Long Named Shop of Kiln & Tide at the Harbour")
    theme.set_text_scale(scale)
    page = make_page(world, size)
    QApplication.processEvents()
    assert cut(page) == []
    assert outside(page) == []


def test_another_theme_at_once(page, theme):
    light = page.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert page.grab().toImage() != light

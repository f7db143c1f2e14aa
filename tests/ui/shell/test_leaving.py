"""Getting ready to leave: it asks first, splits once, counts down, and lets go when every shop knows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.changes import Changes
from app.core.text import N_
from app.errors import StoreError
from app.store import shops
from app.store.database import transaction
from app.ui.main_window import MainWindow
from app.ui.shell import leaving
from app.ui.shell.leaving import LeavingDialog
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.glyphs import Glyph
from tests.life import NOW, share
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside

QUESTION = (
    "While Plimsoll is closed or this computer sleeps, nobody answers a sale. Everything that is shared is split first:"
    " each piece is shown in one place only, so nothing can be sold twice until you are back. The next start shares"
    " again by itself."
)


@pytest.fixture
def two(world):
    """A product in two live shops, with nothing to send."""
    found = [world.shop("Etsy", channel="etsy", letter="E"), world.shop("Woo")]
    world.product()
    for shop in found:
        world.listed(shop, shows=10)
    settled(world)
    return found


def settled(world, shop=None):
    """The shops have said that they know."""
    with transaction(world.db):
        world.db.execute("update push set state = 'acknowledged' where ?1 is null or shop_id = ?1", (shop,))


def split(world):
    """What the program would do: the listings become due."""
    with transaction(world.db):
        world.db.execute("update push set state = 'due', due_at = '2026-05-14T14:32:00.000Z'")
    return 2


@pytest.fixture
def window(theme, qtbot, world, two, monkeypatch):
    window = MainWindow(world.bridge, theme)
    window.spoken = []
    monkeypatch.setattr(leaving, "speak", lambda _widget, words, pressing: window.spoken.append(words))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    world.lends["split_before_leaving"] = lambda: split(world)
    return window


def ask(window):
    window._menus.action("get_ready").trigger()
    return shown(window)


def shown(window):
    (found,) = [one for one in window.findChildren(Dialog) if one.isVisible()]
    assert QTest.qWaitForWindowActive(found)
    QApplication.processEvents()
    return found


def progress(window):
    dialog = ask(window)
    dialog.yes.click()
    found = shown(window)
    assert isinstance(found, LeavingDialog)
    return found


def test_it_stands_in_the_channels_menu_of_every_page(window):
    texts = [action.text() for action in window._menus.menu("channels").actions()]
    assert "Get ready to leave…" in texts


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_it_asks_first_and_starts_on_the_safe_answer(window, world, qtbot, key):
    dialog = ask(window)
    assert dialog.windowTitle() == "Get ready to leave?"
    assert dialog.accessibleDescription() == QUESTION
    assert dialog.no.hasFocus()
    qtbot.keyClick(dialog.no, key)
    assert "split_before_leaving" not in world.names()


def test_it_splits_once_wakes_the_lanes_and_counts_down(window, world, two, qtbot):
    dialog = progress(window)
    assert world.names().count("split_before_leaving") == 1
    assert "wake" in world.names()
    assert dialog.sentence.text() == "2 listings still wait."
    assert dialog.shops.text() == "Etsy: 1 listing. Woo: 1 listing."
    assert dialog.glyph.glyph is Glyph.OPEN
    assert not dialog.yes.isEnabled()
    settled(world, two[0].id)
    world.bridge.changed.emit(Changes(shops=frozenset({two[0].id})))
    qtbot.waitUntil(lambda: dialog.sentence.text() == "1 listing still waits.")
    assert window.spoken == []
    settled(world)
    world.bridge.changed.emit(Changes(shops=frozenset({two[1].id})))
    qtbot.waitUntil(lambda: dialog.waiting == 0)
    assert dialog.sentence.text() == "Everything is split. You can close Plimsoll."
    assert dialog.glyph.glyph is Glyph.DONE
    assert not dialog.shops.isVisible()
    assert window.spoken == ["Everything is split. You can close Plimsoll."]


def test_closing_from_there(window, world, qtbot):
    world.lends["split_before_leaving"] = 0
    dialog = progress(window)
    assert dialog.sentence.text() == "Everything is split. You can close Plimsoll."
    assert dialog.yes.isEnabled()
    dialog.yes.setFocus()
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Return)
    assert not window.isVisible()


def test_keeping_it_open(window, world, qtbot):
    dialog = progress(window)
    assert dialog.no.hasFocus()
    qtbot.keyClick(dialog.no, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.isVisible()


def test_a_shop_that_does_not_answer_is_named(window, world, two, qtbot):
    dialog = progress(window)
    world.trouble(two[0], "unavailable")
    world.bridge.changed.emit(Changes(shops=frozenset({two[0].id})))
    qtbot.waitUntil(lambda: "No answer yet from Etsy: Plimsoll goes on trying." in dialog.shops.text())


def test_shops_that_are_told_nothing_keep_what_they_show(window, world, two):
    with transaction(world.db):
        shops.set_mode(world.db, two[0].id, "paused", now=NOW)
        shops.hold(world.db, two[1].id, changed=4)
    text = ask(window).accessibleDescription()
    assert text == (
        f"{QUESTION} Etsy is paused: it keeps the number that it shows. Sending to Woo is stopped until you decide: it"
        " keeps what it shows."
    )


def test_a_number_that_was_not_taken_is_no_good_end(window, world, two, qtbot):
    world.lends["split_before_leaving"] = lambda: world.db.execute(
        "update push set state = 'refused' where shop_id = 1"
    )
    dialog = progress(window)
    assert dialog.sentence.text() == (
        "Every shop was told, but not every number was taken. Look at it in Channels before you close."
    )
    assert dialog.shops.text() == "Etsy did not take 1 number: it may show too much."
    assert dialog.glyph.glyph is Glyph.LOOK
    assert dialog.yes.isEnabled()


def test_what_the_seller_wants_shared_stays_shared(window, world):
    share(world.db, "MUG")
    settled(world)
    assert ask(window).accessibleDescription() == (
        f"{QUESTION} 1 product stays shared, because you chose so in its offer rules."
    )


def test_what_only_one_place_sells_or_nobody_has_is_not_counted_as_shared(window, world, two):
    world.product("ONE")
    world.listed(two[0], "ONE", shows=10)
    share(world.db, "ONE")
    world.product("NONE", on_hand=0)
    for shop in two:
        world.listed(shop, "NONE", shows=0)
    share(world.db, "NONE")
    settled(world)
    assert ask(window).accessibleDescription() == QUESTION


def test_what_cannot_be_written_is_told_and_nothing_more_is_asked(window, world, qtbot):
    world.lends["split_before_leaving"] = StoreError(N_("The disk is full."), N_("Nothing was changed."))
    with qtbot.waitSignal(world.bridge.trouble):
        ask(window).yes.click()
    assert not any(one.isVisible() for one in window.findChildren(LeavingDialog))


def test_where_nothing_is_sent_there_is_nothing_to_split(window, world, two):
    command = next(command for command in window._own if command.key == "get_ready")
    assert command.enabled()
    with transaction(world.db):
        for shop in two:
            shops.set_mode(world.db, shop.id, "paused", now=NOW)
    window._watch.on_changed(Changes(shops=frozenset({two[0].id})))
    assert not command.enabled()
    world.lends["sends_here"] = False
    window._watch.on_changed(Changes(settings=True))
    assert not command.enabled()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(window, theme, scale):
    theme.set_text_scale(scale)
    dialog = progress(window)
    assert cut(dialog) == []
    assert outside(dialog) == []
    assert nameless(dialog) == []


def test_every_word_is_translated(window, qapp):
    with spoken_pseudo(qapp):
        dialog = ask(window)
        assert untranslated(dialog) == []
        dialog.yes.click()
        found = LeavingDialog(window, window._bridge, window.close)
        assert untranslated(found, ignoring={"Etsy", "Woo"}) == []

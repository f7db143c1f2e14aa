"""Leaving: it says what may be sold twice, does nothing unasked, counts what is confirmed, and then lets go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.changes import Changes
from app.core.text import N_
from app.errors import StoreError
from app.leaving import Leaving
from app.store import leaving as store
from app.store import settings, shops
from app.store.database import transaction
from app.ui.bridge import LeavingLent
from app.ui.main_window import MainWindow
from app.ui.shell import leaving
from app.ui.shell.leaving import LeaveDialog, LeavingDialog
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.glyphs import Glyph
from tests.life import NOW
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable


@pytest.fixture
def two(world):
    """A vase in two live shops, and mugs enough."""
    found = [world.shop("Etsy", channel="etsy", letter="E"), world.shop("Woo")]
    world.product("VASE", 1, "Tall vase")
    world.product("MUG", 400, "Speckled mug 350 ml")
    for shop in found:
        world.listed(shop, "VASE", shows=1)
        world.listed(shop, "MUG", shows=400)
    with transaction(world.db):
        world.db.execute("update stock_level set split = 0")
        world.db.execute(
            "insert into demand (product_id, shop_id, weight, since)"
            " select 1, id, 5.0, '2026-04-01T00:00:00.000Z' from shop"
        )
        world.db.execute("update push set state = 'acknowledged', due_at = null")
        settings.put(world.db, settings.HOURS, "08:00-18:00 0123456", now=NOW)
    return found


def confirm(world, *numbers):
    """These shops were told, and show it."""
    with transaction(world.db):
        for number in numbers:
            world.db.execute("update push set state = 'acknowledged' where shop_id = ?", (number,))
    world.bridge.changed.emit(Changes(shops=frozenset(numbers)))


@pytest.fixture
def window(theme, qtbot, world, two, monkeypatch):
    real = Leaving(world.folder / "inventory.db", clock=lambda: world.now, wake=lambda _shops: None)

    def lent(name, does):
        def run(*arguments):
            world.asked.append((name, *arguments))
            found = world.lends.get(name)
            if isinstance(found, Exception):
                raise found
            return does(*arguments)

        return run

    object.__setattr__(
        world.bridge.lent,
        "leaving",
        LeavingLent(
            outlook=lent("outlook", lambda known: real.outlook(known=known)),
            prepare=lent("prepare", real.prepare),
            take_back=lent("take_back", real.take_back),
        ),
    )
    window = MainWindow(world.bridge, theme)
    window.spoken = []
    monkeypatch.setattr(leaving, "speak", lambda _widget, words, pressing: window.spoken.append(words))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def shown(window, qtbot, kind=Dialog):
    def there():
        return [one for one in window.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    (found,) = there()
    assert QTest.qWaitForWindowActive(found)
    QApplication.processEvents()
    return found


def ask(window, qtbot, command="quit"):
    window._menus.action(command).trigger()
    return shown(window, qtbot, LeaveDialog)


def test_it_says_what_may_be_sold_twice_and_starts_on_the_safe_answer(window, qtbot, world):
    dialog = ask(window, qtbot)
    assert dialog.windowTitle() == "Prepare before you quit?"
    assert dialog.risk.text().startswith("Until Fri 08:00, 1 piece could be sold twice.")
    lines = [
        one.accessibleName()
        for one in dialog.findChildren(type(dialog._listed.itemAt(0).widget()))
        if one.accessibleName().startswith("Tall")
    ]
    assert "Tall vase: 1 there, on sale in 2 channels: 1 could be sold twice" in lines
    assert dialog.places.text() == "Of these may still be sold: Etsy 1 and Woo 1."
    assert "without a relay nobody hears of them before" in dialog.silent.text()
    assert dialog.no.hasFocus()
    qtbot.keyClick(dialog.no, Qt.Key.Key_Return)
    assert window.isVisible()
    assert "prepare" not in world.names()
    assert store.in_force(world.db) is None, "nothing is done without consent"


def test_quitting_as_it_is(window, qtbot, world):
    dialog = ask(window, qtbot)
    dialog.as_it_is.setFocus()
    qtbot.keyClick(dialog.as_it_is, Qt.Key.Key_Return)
    assert not window.isVisible()
    assert "prepare" not in world.names()


def test_the_close_button_asks_too_where_it_ends_plimsoll(window, qtbot):
    from app.ui.computer import Closing
    from app.ui.shell import closing

    closing.choose(window._closer._memory, Closing.END)
    if closing.has_tray():
        window.close()
    else:
        window._closer.quit()
    assert window.isVisible()
    shown(window, qtbot, LeaveDialog).reject()


def test_it_prepares_counts_what_is_confirmed_and_then_quits(window, qtbot, world, two):
    dialog = ask(window, qtbot)
    dialog.held.edit.setText("2")
    dialog.held.edit.editingFinished.emit()
    dialog.yes.click()
    found = shown(window, qtbot, LeavingDialog)
    qtbot.waitUntil(lambda: found.written)
    (away, way, until) = next(call[1:] for call in world.asked if call[0] == "prepare")
    assert (away.held, away.seconds, way, until is not None) == (2, 86_400.0, "quit", True)
    assert found.sentence.text() == "4 numbers are not confirmed yet."
    assert "Etsy: Speckled mug 350 ml shows 400, should show 398" in found.named.text()
    assert found.yes.isEnabled(), "there is always a way to quit"
    confirm(world, two[0].id)
    qtbot.waitUntil(lambda: found.sentence.text() == "2 numbers are not confirmed yet. 2 are.")
    confirm(world, two[1].id)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.spoken == ["Everything is told and read back. You can close Plimsoll."]
    assert settings.history(world.db, settings.LEAVE_AS)[0].value.count("2")


def test_staying_takes_back_what_was_prepared(window, qtbot, world):
    ask(window, qtbot).yes.click()
    found = shown(window, qtbot, LeavingDialog)
    qtbot.waitUntil(lambda: found.written)
    assert store.in_force(world.db) is not None
    found.no.click()
    qtbot.waitUntil(lambda: "take_back" in world.names())
    qtbot.waitUntil(lambda: store.in_force(world.db) is None)
    assert window.isVisible()


def test_a_number_that_was_not_taken_is_named_and_does_not_quit_by_itself(window, qtbot, world, two):
    ask(window, qtbot).yes.click()
    found = shown(window, qtbot, LeavingDialog)
    qtbot.waitUntil(lambda: found.written)
    with transaction(world.db):
        world.db.execute("update push set state = 'refused' where state = 'due' and shop_id = 2")
    confirm(world, two[0].id)
    qtbot.waitUntil(lambda: found.over)
    assert found.sentence.text() == "Every channel was told, but 1 number was not taken."
    assert found.named.text() == "Woo: Tall vase shows 1, and 0 was not taken"
    assert found.glyph.glyph is Glyph.LOOK
    assert window.isVisible()
    found.yes.click()
    assert not window.isVisible()


def test_where_nothing_can_be_sold_twice_quitting_is_quitting(window, qtbot, world):
    with transaction(world.db):
        world.db.execute("update listing set bound = 0, product_id = null where shop_id = 2")
    window._menus.action("quit").trigger()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_cannot_be_worked_out_keeps_nobody_from_quitting(window, qtbot, world):
    world.lends["outlook"] = StoreError(N_("The disk is full."), N_("Nothing was changed."))
    window._menus.action("quit").trigger()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_shutdown_is_never_asked_about(window):
    window.quit()
    assert not window.isVisible()


def test_getting_ready_stays_open_and_prepared(window, qtbot, world, two):
    dialog = ask(window, qtbot, "get_ready")
    assert not dialog.as_it_is.isVisible()
    dialog.longer.click()
    qtbot.waitUntil(lambda: dialog.risk.text() == "401 pieces could be sold twice.")
    dialog.yes.click()
    found = shown(window, qtbot, LeavingDialog)
    qtbot.waitUntil(lambda: found.written)
    confirm(world, *(shop.id for shop in two))
    qtbot.waitUntil(lambda: found.over)
    assert window.isVisible()
    found.no.click()
    assert "take_back" not in world.names()


def test_what_is_told_nothing_is_said(window, qtbot, world, two):
    with transaction(world.db):
        shops.set_mode(world.db, two[0].id, "paused", now=NOW)
    dialog = ask(window, qtbot)
    assert "Etsy is paused: it keeps the number that it shows." in dialog.silent.text()
    assert "1 piece stays on sale where nothing can be told now" in dialog.measure.text()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(window, qtbot, theme, scale):
    theme.set_text_scale(scale)
    dialog = ask(window, qtbot)
    assert (cut(dialog), outside(dialog), nameless(dialog), unreachable(dialog)) == ([], [], [], [])
    dialog.yes.click()
    found = shown(window, qtbot, LeavingDialog)
    qtbot.waitUntil(lambda: found.written)
    QApplication.processEvents()  # it grows with what it names
    assert (cut(found), outside(found), nameless(found)) == ([], [], [])


def test_every_word_is_translated(window, qtbot, qapp):
    ignoring = {"Etsy", "Woo", "Tall vase", "Speckled mug 350 ml"}
    with spoken_pseudo(qapp):
        dialog = ask(window, qtbot)
        assert untranslated(dialog, ignoring=ignoring) == []
        dialog.yes.click()
        found = shown(window, qtbot, LeavingDialog)
        qtbot.waitUntil(lambda: found.written)
        assert untranslated(found, ignoring=ignoring) == []

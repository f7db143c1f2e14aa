"""Settings > Webhook relay by keyboard: pairing, an address to copy, a test that has to come back, leaving it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.channels.etsy.info import INFO as ETSY
from app.channels.shopify.info import INFO as SHOPIFY
from app.channels.woocommerce.info import INFO as WOO
from app.core.changes import Changes
from app.core.hooks import Doorway
from app.core.text import N_
from app.errors import RelayError
from app.store import relay
from app.store.database import transaction
from app.ui.bridge import RelayLent
from app.ui.settings.page import SettingsPage
from app.ui.settings.relay_words import heard_by
from app.ui.shell.look import Look
from app.ui.shell.memory import Memory
from app.ui.theme import Scheme
from app.ui.widgets.dialog import Dialog
from tests.life import NOW
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable

ADDRESS = "https://relay.example/in/" + "Ab3_xYz" * 6


class Relay:
    """Stands in for the real one: remembers what was asked, and fails as it is told."""

    def __init__(self, world):
        self.world, self.asked, self.fails = world, [], []
        self.signed = False

    def lent(self):
        def call(name, answer=None):
            def run(*arguments):
                self.asked.append((name, *arguments))
                if self.fails:
                    raise self.fails.pop(0)
                return answer(*arguments) if answer else None

            return run

        return RelayLent(
            pair=call("pair", lambda *_: self.pair()),
            unpair=call("unpair", lambda *_: self.leave()),
            new_key=call("new_key"),
            doorway=call("doorway", lambda shop: Doorway(address=ADDRESS, secret="made-here", signed=self.signed)),
            set_secret=call("set_secret"),
            test=call("test"),
            make_hooks=call("make_hooks"),
            lend=call("lend"),
        )

    def pair(self):
        with transaction(self.world.db):
            relay.pair(self.world.db, "https://relay.example", "d", b"", now=NOW)
            relay.pulled(self.world.db, 0, heard=False, now=self.world.now)

    def leave(self):
        with transaction(self.world.db):
            relay.leave(self.world.db)


@pytest.fixture
def make_section(theme, qtbot, world):
    def make(*, paired=True, size=(1000, 900)):
        fake = Relay(world)
        world.bridge.lent = replace(world.bridge.lent, relay=fake.lent(), channels=lambda: (SHOPIFY, WOO, ETSY))
        world.one = world.shop("Kiln & Tide", channel="shopify", letter="S")
        world.two = world.shop("kilntide.example", letter="W")
        if paired:
            fake.pair()
        page = SettingsPage(world.bridge, theme, Look(theme, Memory()))
        world.bridge.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.shown()
        section = page.relay
        section.fake, section.page, section.world = fake, page, world
        return section

    return make


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def endpoint_of(section, shop):
    world = section.world
    with transaction(world.db):
        relay.put_endpoint(world.db, f"e{shop.id}", shop.id, b"", now=NOW)
    return relay.endpoint_of(world.db, shop.id)


def test_pairing_by_keyboard(make_section, qtbot):
    section = make_section(paired=False)
    press(qtbot, section.pair)
    dialog = section.dialog
    qtbot.waitUntil(dialog.address.edit.hasFocus)
    qtbot.keyClick(dialog.address.edit, Qt.Key.Key_Return)
    assert dialog.address.error()
    assert dialog.code.error()
    assert section.fake.asked == []
    qtbot.keyClicks(dialog.address.edit, "relay.example")
    qtbot.keyClicks(dialog.code.edit, "ABCD-EFGH-JKLM")
    section.fake.fails.append(RelayError(N_("The relay does not know this code."), N_("Ask for a new one.")))
    qtbot.keyClick(dialog.code.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.wrong.isVisible)
    assert "does not know this code" in dialog.wrong.text()
    assert dialog.address.text() == "relay.example", "what was typed stays"
    qtbot.keyClick(dialog.code.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.dialog is None)
    assert section.fake.asked[-1] == ("pair", "relay.example", "ABCD-EFGH-JKLM")
    assert section.unpair.isVisible()
    assert set(section.doors) == {section.world.one.id, section.world.two.id}


def test_the_state_says_what_came_what_waits_and_what_was_forged(make_section):
    section = make_section()
    world, one = section.world, section.world.one
    endpoint = endpoint_of(section, one)
    with transaction(world.db):
        relay.came(world.db, endpoint, [], at=NOW - timedelta(minutes=2), now=NOW)
        relay.forged(world.db, endpoint, at=NOW)
        relay.pulled(world.db, 4, heard=True, now=world.now)
        relay.told_waiting(world.db, 3, NOW - timedelta(hours=1))
        relay.set_lent(world.db, endpoint.id, lent=True)
    section.read()
    said = section._state.sentence()
    assert said.startswith("https://relay.example. Connected. Last message")
    assert "3 messages wait there, the oldest since" in said
    row = section._shop_rows[one.id].sentence()
    assert row.startswith("Heard by relay. Last message")
    assert "1 message was not signed by the channel and was dropped" in row
    assert "the webhook secret of Kiln & Tide" in section._key_row.sentence()
    assert section._shop_rows[world.two.id].sentence() == "Heard by polling. Not set up yet."
    with transaction(world.db):
        relay.troubled(world.db, "unavailable", "The relay cannot be reached.", now=NOW)
    world.bridge.changed.emit(Changes(settings=True))
    assert "The relay cannot be reached." in section._state.sentence()
    assert section._shop_rows[one.id].sentence().startswith("Heard by polling.")


def test_a_test_says_works_only_once_it_came_back(make_section, qtbot):
    section = make_section()
    press(qtbot, section.doors[section.world.one.id])
    dialog = section.dialog
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert dialog.address.edit.text() == ADDRESS
    press(qtbot, dialog.address.button)
    assert QApplication.clipboard().text() == ADDRESS
    endpoint = endpoint_of(section, section.world.one)
    with transaction(section.world.db):
        relay.tested(section.world.db, endpoint, now=NOW - timedelta(hours=1))
    press(qtbot, dialog.yes)
    qtbot.waitUntil(lambda: ("test", section.world.one.id) in section.fake.asked)
    section.read()
    assert "Works" not in dialog.said.text(), "an older test proves nothing"
    section.world.now += timedelta(seconds=20)
    section.read()
    assert "has not come back yet" in dialog.said.text()
    with transaction(section.world.db):
        relay.tested(section.world.db, endpoint, now=section.world.now)
    section.read()
    assert dialog.said.text().startswith("Works: the test came back at")
    dialog.reject()


def test_the_secret_of_a_channel_is_typed_and_of_woocommerce_copied(make_section, qtbot):
    section = make_section()
    press(qtbot, section.doors[section.world.one.id])
    dialog = section.dialog
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert not dialog.made.isVisible()
    assert "it drops every message" in dialog.signed.text()
    press(qtbot, dialog.keep)
    assert dialog.typed.error()
    qtbot.keyClicks(dialog.typed.edit, " shpss ")
    press(qtbot, dialog.keep)
    qtbot.waitUntil(lambda: ("set_secret", section.world.one.id, "shpss") in section.fake.asked)
    qtbot.waitUntil(lambda: "not signed so" in dialog.signed.text())
    assert dialog.typed.text() == ""
    dialog.reject()
    press(qtbot, section.doors[section.world.two.id])
    dialog = section.dialog
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert dialog.made.edit.text() == "made-here"
    assert not dialog.typed.isVisible()
    dialog.reject()


def test_unpairing_asks_and_asks_again_when_nobody_answers(make_section, qtbot):
    section = make_section()
    press(qtbot, section.unpair)
    asked = section.page.window().findChildren(Dialog)[-1]
    qtbot.waitUntil(asked.no.hasFocus)
    section.fake.fails.append(RelayError(N_("The relay cannot be reached.")))
    asked.accept()
    qtbot.waitUntil(lambda: section.fake.asked == [("unpair", False)])
    qtbot.waitUntil(lambda: any("Forget" in one.windowTitle() for one in section.page.window().findChildren(Dialog)))
    again = next(one for one in section.page.window().findChildren(Dialog) if "Forget" in one.windowTitle())
    again.accept()
    qtbot.waitUntil(section.pair.isVisible)
    assert section.fake.asked[-1] == ("unpair", True)


def test_nobody_is_heard_by_a_relay_that_has_forgotten_the_address(make_section):
    section = make_section()
    world, one = section.world, section.world.one
    endpoint = endpoint_of(section, one)
    with transaction(world.db):
        relay.tested(world.db, endpoint, now=NOW)
    assert str(heard_by(relay.paired(world.db), relay.endpoint_of(world.db, one.id), world.now)) == "Heard by relay"
    with transaction(world.db):
        relay.set_known(world.db, [], now=NOW)
    assert str(heard_by(relay.paired(world.db), relay.endpoint_of(world.db, one.id), world.now)) == "Heard by polling"


@pytest.mark.parametrize("paired", [False, True])
def test_every_control_has_a_name_and_is_reached_by_keyboard(make_section, qtbot, paired):
    section = make_section(paired=paired)
    assert nameless(section.page) == []
    assert unreachable(section.page) == []
    press(qtbot, section.doors[section.world.two.id] if paired else section.pair)
    assert nameless(section.dialog) == []
    assert unreachable(section.dialog) == []
    section.dialog.reject()


def test_every_word_is_translated(make_section, qapp, qtbot):
    with spoken_pseudo(qapp):
        section = make_section()
        names = {"Kiln & Tide", "kilntide.example", "https://relay.example"}
        assert untranslated(section, ignoring=names) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(make_section, theme, qtbot, scale):
    theme.set_text_scale(scale)
    section = make_section(size=(843, 620))
    endpoint_of(section, section.world.one)
    section.read()
    QApplication.processEvents()
    assert cut(section.page) == []
    assert outside(section.page) == []
    press(qtbot, section.doors[section.world.one.id])
    qtbot.waitUntil(section.dialog.yes.isEnabled)
    QApplication.processEvents()
    assert cut(section.dialog) == []
    section.dialog.reject()


def test_another_theme_at_once(make_section, theme):
    section = make_section()
    light = section.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert section.grab().toImage() != light

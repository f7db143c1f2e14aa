"""The four steps by keyboard: stopping, resuming, writing to customers."""

import os
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt

from app.channels.etsy.info import INFO as ETSY
from app.core.choices import Offer, Other
from app.core.reversal import Step as Progress
from app.core.stopping import Stop
from app.core.wizard import Step
from app.store import decisions, letters, listings, reversals, stops
from app.ui.incidents.offer_cards import parsed
from app.ui.incidents.page import IncidentsPage
from app.ui.reversals.dialog import ReversalDialog
from tests.life import NOW


@pytest.fixture
def page(theme, qtbot, world):
    world.oversold(3)
    made = IncidentsPage(world.bridge, theme)
    made.setProperty("panel", "surface")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    world.bridge.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1260, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_incident(1)
    return made


def snap(page, name):
    folder = os.environ.get("SHOTS")
    if folder:
        page.grab().save(f"{folder}/{name}.png")


def stop_of(page):
    return [line.row.stop for line in page.work.stop.lines]


def test_one_press_stops_every_listing_and_holds_it(page, qtbot, world):
    page.work.show_step(Step.STOP)
    snap(page, "stop-before")
    assert page.work.stop.button.hasFocus()
    qtbot.keyClick(page.work.stop.button, Qt.Key.Key_Space)
    (held,) = stops.stops(world.db, 1)
    assert held.held
    assert held.listing.pause == "asked"
    snap(page, "stop")
    assert not page.work.stands[0].done
    world.db.execute("update listing set pause='paused', believed=0, seen=0, seen_at=?", (NOW.isoformat(),))
    world.db.execute("update push set state='acknowledged'")
    page._read()
    assert stop_of(page) == [Stop.STOPPED]
    assert page.work.stands[0].done


def test_resuming_asks_and_the_safe_answer_is_first(page, qtbot, world):
    page.work.show_step(Step.STOP)
    qtbot.keyClick(page.work.stop.button, Qt.Key.Key_Space)
    qtbot.keyClick(page.work.stop.back, Qt.Key.Key_Space)
    dialog = page.deeds.dialog
    qtbot.waitUntil(dialog.no.hasFocus)
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Space)
    (row,) = stops.stops(world.db, 1)
    assert not row.held
    assert not row.listing.taken_off


def test_what_cannot_be_stopped_is_ticked_by_hand(page, qtbot, world):
    page.work.show_step(Step.STOP)
    qtbot.keyClick(page.work.stop.button, Qt.Key.Key_Space)
    (row,) = stops.stops(world.db, 1)
    listings.pause_done(world.db, row.listing.id, "failed", memo="", words="not yours")
    page._read()
    assert stop_of(page) == [Stop.BY_HAND]
    line = page.work.stop.lines[0]
    assert "not yours" in line.accessibleName()
    line.tick.setFocus()
    qtbot.keyClick(line.tick, Qt.Key.Key_Space)
    assert stop_of(page) == [Stop.TICKED]


def test_a_message_needs_an_apology_before_it_was_sent(page, qtbot, world):
    page.work.show_step(Step.CUSTOMERS)
    view = page.work.customers
    snap(page, "customers")
    qtbot.keyClick(view.list.view, Qt.Key.Key_F8)
    assert view.editor.hasFocus()
    qtbot.keyClicks(view.editor, "I am truly sorry, I counted wrong.")
    snap(page, "customers-2")
    order = view.list.current
    qtbot.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = letters.letters(world.db, 1)[order]
    assert "truly sorry" in kept.message.words
    assert kept.sent_at is not None
    assert order in decisions.decided(world.db, 1)
    assert page.work.contact.waiting == 2


def test_without_an_apology_it_is_never_marked(page, qtbot, world):
    page.work.show_step(Step.CUSTOMERS)
    view = page.work.customers
    qtbot.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert all(one.sent_at is None for one in letters.letters(world.db, 1).values())


def test_alt_and_an_arrow_change_who_is_served(page, qtbot):
    page.work.show_step(Step.CUSTOMERS)
    view = page.work.customers
    before = list(view.list._orders)
    view.list.view.setCurrentRow(1)
    qtbot.keyClick(view.list.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert view.list._orders[:2] == [before[1], before[0]]


def test_an_order_is_cancelled_from_here_after_a_question(page, qtbot, world):
    assert not page.work.customers.parts.reverse.isVisibleTo(page), "a shop without a connector: by hand there"
    world.bridge.lent = replace(world.bridge.lent, channels=lambda: (ETSY,))
    page.work.show_step(Step.CUSTOMERS)
    page.show_incident(1)
    view = page.work.customers
    view._shown = None
    view._show(view.list.current)

    qtbot.keyClick(view.parts.reverse, Qt.Key.Key_Space)
    dialog = page.window().findChild(ReversalDialog)
    assert dialog is not None
    snap(page, "cancel-from-customer")
    dialog.accept()
    (asked,) = reversals.open_ones(world.db)
    assert (asked.order_id, asked.state) == (view.list.current, Progress.BY_HAND), "Etsy lets only hands do it"


def test_in_a_narrow_page_the_four_parts_stand_under_the_letter(page):
    page.work.show_step(Step.CUSTOMERS)
    view = page.work.customers
    assert not view._middle.isAncestorOf(view.parts)
    page.resize(960, 800)
    assert view.parts.isVisible()
    assert view._middle.isAncestorOf(view.parts)
    page.resize(1260, 800)
    assert view.parts.isVisible()
    assert not view._middle.isAncestorOf(view.parts)


def test_the_substitute_says_which_it_is(page):
    cards = page.work.customers.cards
    cards.show_offers(None, title="Mug", others=[], cost="", refund="", part="")
    assert not cards.cards[Offer.SUBSTITUTE].button.isEnabled()
    bowl = Other(sku="BOWL", title="Bowl", available=9, price_minor=None)
    cards.show_offers(None, title="Mug", others=[bowl], cost="", refund="", part="")
    assert cards.cards[Offer.SUBSTITUTE].button.accessibleDescription() == "Bowl. 9 available."


@pytest.mark.parametrize(("where", "found"), [("en_US", date(2027, 5, 6)), ("en_GB", date(2027, 6, 5))])
def test_a_date_is_read_as_it_is_written_there(where, found):
    before = QLocale()
    QLocale.setDefault(QLocale(where))
    try:
        assert parsed("5/6/2027") == found
        assert parsed("2027-05-06") == date(2027, 5, 6)
    finally:
        QLocale.setDefault(before)

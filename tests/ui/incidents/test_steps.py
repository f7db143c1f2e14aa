"""The four steps by keyboard: stopping, resuming, writing to customers."""

import os
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt

from app.channels.etsy.info import INFO as ETSY
from app.core.choices import Did, Offer, Other
from app.core.followups import Kind
from app.core.orders import Order
from app.core.reversal import Step as Progress
from app.core.stopping import Stop
from app.core.wizard import Step
from app.posting import post_order
from app.store import buyers, decisions, followups, letters, listings, reversals, stops
from app.store.database import transaction
from app.ui.incidents.offer_cards import parsed
from app.ui.incidents.page import IncidentsPage
from app.ui.reversals.dialog import ReversalDialog
from tests.life import NOW, later, level, line


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


def test_an_answer_is_kept_with_its_time_and_can_be_taken_back(page, qtbot, world):
    page.work.show_step(Step.CUSTOMERS)
    view, asked = page.work.customers, []
    page.undoable.connect(lambda words, back: asked.append((words, back)))
    qtbot.keyClick(view.list.view, Qt.Key.Key_F8)
    qtbot.keyClicks(view.editor, "I am truly sorry, I counted wrong.")
    assert view.answers.title.isHidden(), "nobody answers what was not sent"
    order = view.list.current
    qtbot.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown = [offer for offer, button in view.answers.buttons.items() if not button.isHidden()]
    assert shown == [Offer.REFUND], "only what was offered"
    world.now = later(20)
    qtbot.keyClick(view.answers.buttons[Offer.REFUND], Qt.Key.Key_Space)
    kept = decisions.decided(world.db, 1)[order]
    assert (kept.answer, kept.answered_at) == (Offer.REFUND, later(20))
    assert view.answers.buttons[Offer.REFUND].isHidden()
    assert [one.kind for one in followups.open_todos(world.db, 1, now=later(20))] == [Kind.REFUND]
    asked[-1][1]()
    assert decisions.decided(world.db, 1)[order].answer is None
    assert not view.answers.buttons[Offer.REFUND].isHidden()


def test_any_other_product_is_offered_and_booked_once_it_is_chosen(page, qtbot, world):
    world.product("JUG", 9, "Water jug")
    page.work.show_step(Step.CUSTOMERS)
    view = page.work.customers
    order = view.list.current
    qtbot.keyClick(view.cards.other, Qt.Key.Key_Space)
    dialog = view._instead.dialog
    dialog.search.look("JUG")
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Space)
    assert view.cards.offers().substitute == "JUG"
    assert decisions.decided(world.db, 1)[order].offers.substitute == "JUG"
    assert "Instead: Water jug" in view.editor.message().words
    with transaction(world.db):
        letters.mark_sent(world.db, 1, order, world.now)
    page._read()
    qtbot.keyClick(view.answers.buttons[Offer.SUBSTITUTE], Qt.Key.Key_Space)
    qtbot.keyClick(view.answers.dialog.yes, Qt.Key.Key_Space)
    assert (level(world.db, "MUG"), level(world.db, "JUG")) == ((11, 13), (9, 1))


def test_before_a_cancel_what_else_was_done_is_kept(page, qtbot, world):
    page.work.show_step(Step.CUSTOMERS)
    view = page.work.customers
    qtbot.keyClick(view.answers.made, Qt.Key.Key_Space)
    qtbot.keyClick(view.answers.asked, Qt.Key.Key_Space)
    rows = decisions.log(world.db, 1, view.list.current)
    assert [kind for _, kind, _ in rows] == [Did.MADE, Did.ASKED_BY_BUYER]
    assert "one more is made or bought" in view.answers.log.text()
    assert not view.answers.made.isEnabled()


def test_one_message_names_all_that_is_short_for_an_order(page, world):
    world.product("BOWL", 0, "Salad bowl")
    shop = next(iter(page.work.customers._shops.values()))
    world.listed(shop, "BOWL", shows=0)
    both = Order(
        ref="3382914400", number="3382914400", placed_at=later(1), updated_at=later(9),
        lines=(line("MUG", 1), line("BOWL", 1, ref="b")), status="paid",
    )  # fmt: skip
    post_order(world.db, shop, both, now=later(9))
    page._read()
    view = page.work.customers
    number = world.db.execute("select id from sales_order where ref = '3382914400'").fetchone()[0]
    view.list.view.setCurrentRow(view.list._orders.index(number))
    view._compose()
    assert "Speckled mug 350 ml and Salad bowl" in view.editor.message().words


def test_a_returning_buyer_is_named_and_written_to_in_their_language(page, world):
    for minute, ref in enumerate(("3382914400", "3382914401", "3382914402"), start=20):
        number = world.db.execute("select id from sales_order where ref = ?", (ref,)).fetchone()[0]
        with transaction(world.db):
            said = Order(ref=ref, number=ref, placed_at=later(minute), updated_at=later(minute), lines=(),
                         buyer="a" * 32, locale="de-DE")  # fmt: skip
            buyers.keep(world.db, number, said)
    page._read()
    view = page.work.customers
    view.list.view.setCurrentRow(view.list._orders.index(number))
    assert view.facts.text().endswith("Third order here.")
    assert view._language() == "de"
    assert view.editor.message().words.startswith("Guten Tag")


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

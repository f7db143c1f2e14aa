"""Cancelling and refunding from a ledger row: what is said before, what is asked, and how it stands afterwards."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.channels.etsy.info import INFO as ETSY
from app.channels.shopify.info import INFO as SHOPIFY
from app.channels.woocommerce.info import INFO as WOO
from app.core.reversal import Act, Reason, Step
from app.core.text import N_
from app.posting import post_order
from app.store import reversals, shops
from app.store.database import transaction
from app.ui.reversals.dialog import ReversalDialog, UnderWayDialog
from tests.life import add_listing, add_shop, line, order
from tests.ui.inventory.world import BOWL, MUG, PLATE, Window


@pytest.fixture
def ready(window: Window) -> Window:
    window.bridge.lent = dataclasses.replace(window.bridge.lent, channels=lambda: (WOO, SHOPIFY, ETSY))
    return window


def sale(window, pottery, shop, ref="S-1042", *lines, url=""):
    booked = dataclasses.replace(order(ref, *(lines or (line(BOWL, 2),)), at=40, placed=40), url=url)
    post_order(pottery.db, shop, booked, now=pottery.now)
    QApplication.processEvents()  # the product that the table begins with comes into the pane behind the paint
    window.page.pane.show_product(pottery.number(BOWL))
    ledger = window.page.pane.ledger
    ledger.setCurrentIndex(ledger.rows.index(0, 2))
    return pottery.db.execute("select id from sales_order where ref = ?", (ref,)).fetchone()[0]


def ask(window) -> ReversalDialog:
    window.page.reverse_order()
    found = window.dialog()
    assert isinstance(found, ReversalDialog)
    assert QTest.qWaitForWindowActive(found)
    QApplication.processEvents()  # the keyboard follows a moment later
    return found


def words(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def the_one(db):
    (found,) = reversals.open_ones(db)
    return found


def test_shopify_is_told_the_true_reason_and_says_what_happens(ready, pottery):
    sale(ready, pottery, pottery.shopify)
    dialog = ask(ready)
    said = words(dialog)
    assert "Shopify leaves its own number as it is." in said
    assert "Shopify pays back all that was paid" in said
    assert "This cannot be undone." in said
    assert dialog.no.hasFocus(), "Enter changes nothing"
    assert dialog.reasons[Reason.OVERSOLD].isChecked()
    dialog.restock.setChecked(True)
    assert "Shopify puts the pieces back on its own number." in words(dialog)
    dialog.restock.setChecked(False)
    dialog.accept()
    asked = the_one(pottery.db).wish
    assert (asked.act, asked.reason, asked.restock, asked.notify) == (Act.CANCEL, Reason.OVERSOLD, False, True)
    assert asked.key


def test_some_pieces_are_refunded_and_a_wrong_number_is_said(ready, pottery):
    sale(ready, pottery, pottery.woo, "1051", line(BOWL, 3), line(PLATE, 1, ref="b"))
    dialog = ask(ready)
    assert "WooCommerce pays nothing back when an order is cancelled." in words(dialog)
    assert not dialog.restock.isVisibleTo(dialog), "it always puts them back"
    dialog.acts[Act.REFUND].setChecked(True)
    assert dialog.yes.text() == "Refund the pieces"
    first, second = dialog.amounts
    first.field.set_text("4")
    dialog.accept()
    assert first.field.error() == "0 to 3."
    first.field.set_text("0")
    second.field.set_text("0")
    dialog.accept()
    assert "Choose at least one piece to refund." in words(dialog)
    first.field.set_text("2")
    dialog.pay.setChecked(False)
    assert "WooCommerce only notes it. Pay the buyer back yourself." in words(dialog)
    dialog.accept()
    asked = the_one(pottery.db).wish
    assert (asked.act, dict(asked.pieces), asked.pay) == (Act.REFUND, {"a": 2}, False)


def test_where_only_hands_can_do_it_the_page_is_opened_and_it_stays_open(ready, pottery):
    etsy = add_shop(pottery.db, "etsy", "Etsy", "E")
    add_listing(pottery.db, etsy, BOWL, shows=5)
    number = sale(ready, pottery, etsy, "77", url="https://www.etsy.com/your/orders/sold?order_id=77")
    dialog = ask(ready)
    assert "On the order’s page in Shop Manager choose More actions, then Cancel." in words(dialog)
    assert dialog.acts == {}
    dialog.accept()
    assert the_one(pottery.db).state is Step.BY_HAND
    ready.page.reverse_order()
    waiting = ready.dialog()
    assert isinstance(waiting, UnderWayDialog)
    waiting.accept()
    assert reversals.of_order(pottery.db, number)[0].state is Step.REFUSED


def test_its_state_stands_in_the_orders_row_and_in_words(ready, pottery):
    number = sale(ready, pottery, pottery.shopify)
    ask(ready).accept()
    ready.page.pane.renew()
    model = ready.page.pane.ledger.rows
    assert model.index(0, 2).data() == "Cancelling S-1042"
    with transaction(pottery.db):
        reversals.ended(pottery.db, the_one(pottery.db).id, Step.REFUSED, now=pottery.now, words="active return")
    ready.page.pane.renew()
    index = model.index(0, 2)
    assert index.data() == "Not cancelled S-1042"
    assert "Not cancelled S-1042." in index.data(Qt.ItemDataRole.AccessibleTextRole)
    ask(ready).accept()
    with transaction(pottery.db):
        reversals.ended(
            pottery.db, the_one(pottery.db).id, Step.CONFIRMED, now=pottery.now, why=N_("It was cancelled in the shop.")
        )
    assert len(reversals.of_order(pottery.db, number)) == 2


def test_a_shop_that_gets_nothing_is_not_asked(ready, pottery):
    with transaction(pottery.db):
        shops.set_mode(pottery.db, pottery.shopify.id, "paused", now=pottery.now)
    sale(ready, pottery, pottery.shopify)
    dialog = ask(ready)
    assert not dialog.yes.isEnabled()
    assert "Plimsoll sends nothing to Shopify now." in words(dialog)


def test_what_was_sent_is_not_cancelled_from_here(ready, pottery):
    sale(ready, pottery, pottery.shopify, "S-9", line(BOWL, 0, shipped=2))
    ready.page.reverse_order()
    (trouble,) = ready.troubles
    assert "Nothing of order S-9 is still to be sent." in str(trouble)


def test_a_count_has_no_order(ready, pottery):
    ready.page.pane.show_product(pottery.number(MUG))
    ledger = ready.page.pane.ledger
    ledger.setCurrentIndex(ledger.rows.index(ledger.rows.rowCount() - 1, 2))
    assert ledger.order_row() is None
    command = next(one for one in ready.page.commands() if one.key == "reverse_order")
    assert not command.enabled()


def test_returns_are_one_press_away(ready):
    next(one for one in ready.page.commands() if one.key == "returns").run()
    assert ready.gone == [("channels", "returns")]

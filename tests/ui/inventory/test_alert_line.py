"""The pane's line of alerts: what stands, the plan at the floor in one press, and the way back."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.channel import Off
from app.core.text import N_
from app.store import settings
from app.store.database import transaction
from app.sync import alerting
from app.ui.inventory.alert_line import put_back_words
from app.ui.inventory.facts import read_facts
from tests.ui.inventory.world import MUG, Pottery, Window


def test_one_press_pauses_and_one_press_puts_back(pottery: Pottery, window: Window, qtbot: QtBot) -> None:
    page, number = window.page, pottery.number(MUG)
    with transaction(pottery.db):
        settings.put(pottery.db, settings.PRIORITY, 2, shop=pottery.shopify.id, now=pottery.now)
    pottery.deliver(MUG, 6)
    with transaction(pottery.db):
        floor = pottery.db.execute("select available from stock_level where product_id = ?", (number,)).fetchone()[0]
        settings.put(pottery.db, settings.FLOOR, floor, product=number, now=pottery.now)
        pottery.db.execute("update listing set believed = 3 where product_id = ?", (number,))
    alerting.check_some(pottery.db, now=pottery.now)
    page.open(MUG)
    page.bridge.changed.emit(Changes(skus=frozenset({MUG})))  # as housekeeping says it
    line = page.pane.head.alerts
    qtbot.waitUntil(lambda: "At or under its floor" in line.words.text())
    assert line.button.isVisible()
    assert pottery.shopify.name in line.plan.text()
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert pottery.listing(MUG).taken_off
    assert not pottery.listing(MUG, pottery.shopify).taken_off
    page.pane.renew()
    assert line.button.label() == "Undo"
    assert "Paused on" in line.plan.text()
    pottery.deliver(MUG, 30)
    page.pane.renew()
    assert line.button.label() == "Put back"
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert not pottery.listing(MUG).taken_off


def test_a_fee_is_named_before_the_press(pottery: Pottery) -> None:
    number = pottery.number(MUG)
    pottery.deliver(MUG, 60)
    listing = pottery.listing(MUG)
    with transaction(pottery.db):
        pottery.db.execute(
            "insert into floor_act (product_id, listing_id, at, available, by_itself)"
            " values (?, ?, '2026-05-14T10:00:00.000Z', 1, 0)",
            (number, listing.id),
        )
        pottery.db.execute("update listing set taken_off = 1, off = 'expired' where id = ?", (listing.id,))
    facts = read_facts(pottery.db, number, now=pottery.now)
    assert facts is not None
    assert facts.put_back is not None
    fee = {pottery.woo.channel: {Off.EXPIRED: N_("Its fee is charged."), Off.SWITCHED_OFF: N_("No fee.")}}
    assert "Its fee is charged." in put_back_words(facts.put_back.acts, fee)
    with transaction(pottery.db):
        pottery.db.execute("update listing set off = 'switched_off' where id = ?", (listing.id,))
    again = read_facts(pottery.db, number, now=pottery.now)
    assert again is not None
    assert again.put_back is not None
    assert "fee" not in put_back_words(again.put_back.acts, fee).lower(), "we switched it off ourselves"

"""Selling at the stall by scanner: each scan is booked with its time, and taken back by one key."""

import pytest

from app.store import health
from tests.life import add_shop, level
from tests.ui.channels.world import nameless
from tests.ui.count.test_page import EAN, asked, press, scan


@pytest.fixture
def stall(page, db):
    add_shop(db, "stall", "Market stall", "M")
    page.sell()
    dialog = asked(page)
    dialog._tones.on = False
    return dialog


def test_scans_are_sales_and_backspace_takes_the_last_back(page, stall, db):
    scan(page, EAN["MUG"], at=stall.field)
    press(stall.field, "3*", 120)
    scan(page, EAN["TILE"], at=stall.field)
    assert (level(db, "MUG"), level(db, "TILE")) == ((9, 0), (5, 0))
    assert stall.total.text() == "4 pieces sold so far"
    press(stall.field, "\b", 120)
    assert level(db, "TILE") == (8, 0)
    assert [row.pieces for row in stall.sold] == [1]
    (sale, back) = sorted(health.hand_sales(db, stall._shop.id), key=lambda row: row.taken_back)
    assert (sale.sku, sale.sold_at, back.taken_back) == ("MUG", page.bridge.now, True)


def test_what_nobody_knows_sells_nothing_and_a_sku_can_be_typed(page, stall, db):
    scan(page, "4006381333931", at=stall.field)
    assert stall.said.text() == "4006381333931 is not in your shop. Nothing was sold."
    press(stall.field, "7\r", 120)
    assert stall.sold == []
    press(stall.field, "VASE\r", 120)
    assert level(db, "VASE") == (2, 0)
    assert stall.isVisible(), "Enter belongs to the line"
    assert not nameless(stall)


def test_there_is_no_stall_without_a_place_kept_by_hand(page):
    assert not next(one for one in page.commands() if one.key == "stall_sale").enabled()

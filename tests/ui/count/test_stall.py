"""A stall day by scanner and keyboard: taken along, sold, packed up; and sales typed in afterwards."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.store import stall_days
from app.ui.count.stall_now import Step
from tests.life import add_shop, level
from tests.ui.channels.world import nameless
from tests.ui.count.test_page import EAN, asked, press, scan


@pytest.fixture
def stall(page, db):
    add_shop(db, "stall", "Market stall", "M")
    return page.stall


def typing(stall, text):
    press(stall.field, text, 120)


def rows(stall):
    return {row.sku: (row.along.taken, row.along.sold, row.along.back) for row in stall.along.rows()}


def test_scans_are_sales_with_a_price_and_backspace_takes_the_last_back(page, stall, db):
    page.stalls.sell()
    assert (stall.step, page.header.title(), page.working) == (Step.SELL, "Market stall", True)
    scan(page, EAN["MUG"], at=stall.field)
    typing(stall, "@12.50\r3*")
    scan(page, EAN["TILE"], at=stall.field)
    assert (level(db, "MUG"), level(db, "TILE")) == ((9, 0), (5, 0))
    assert page.progress.text().startswith("4 pieces sold")
    mug = stall.sales.rows()[1]
    assert (mug.sku, mug.price_minor, mug.sold_at) == ("MUG", 1250, page.bridge.now)
    typing(stall, "\b")
    assert level(db, "TILE") == (8, 0)
    assert [row.taken_back for row in stall.sales.rows()] == [True, False]
    assert stall.said.text() == "Tile taken back."


def test_what_nobody_knows_sells_nothing_and_a_sku_can_be_typed(page, stall, db):
    page.stalls.sell()
    scan(page, "4006381333931", at=stall.field)
    assert stall.said.text() == "4006381333931 is not in your shop. Nothing was booked."
    typing(stall, "7\r")
    assert stall.sales.rows() == []
    typing(stall, "VASE\r")
    assert level(db, "VASE") == (2, 0)
    assert not nameless(stall)


def test_a_whole_day_by_keyboard(page, stall, db, qtbot):
    page.stalls.begin()
    assert stall.step is Step.TAKE
    scan(page, EAN["MUG"], at=stall.field)
    typing(stall, "6\r+-\b")  # six of it, one more, one fewer, and that taken back
    scan(page, EAN["VASE"], at=stall.field)
    assert rows(stall) == {"MUG": (7, 0, None), "VASE": (1, 0, None)}
    assert level(db, "MUG") == (10, 0)
    qtbot.mouseClick(stall.next_one, Qt.MouseButton.LeftButton)
    assert stall.step is Step.SELL
    scan(page, EAN["MUG"], at=stall.field)
    page.finish_later()
    assert page.start.stall_one.text() == "Go on at Market stall"
    page.start.stall_one.click()
    stall.next_one.click()
    assert stall.step is Step.BACK
    typing(stall, "\r4\r")  # Enter goes to the first that nobody has looked at
    assert rows(stall)["MUG"] == (7, 1, 4)
    stall.next_one.click()
    dialog = asked(page)
    assert not dialog.yes.isEnabled()
    assert "1 product was not looked at" in dialog.accessibleDescription()
    dialog.sold.click()
    dialog.yes.click()
    assert (level(db, "MUG"), level(db, "VASE")) == ((7, 0), (3, 0))
    assert not page.working
    assert page.start.words.text() == "Market stall is over: 3 pieces sold."


def test_the_first_stall_is_named_and_an_earlier_day_is_typed_in(page, db, qtbot):
    page.stalls.afterwards()
    dialog = asked(page)
    today = page.bridge.now.astimezone().date()
    dialog.on.set_text("never")
    dialog.accept()
    assert dialog.on.error()
    dialog.on.set_text(dialog.on.text().replace("never", f"{today - timedelta(days=1):%d/%m/%Y}"))
    from app.ui.count.stall_dialogs import _written

    dialog.on.set_text(_written(today - timedelta(days=1)))
    dialog.accept()
    (day,) = stall_days.open_days(db)
    assert (day.name, day.on.astimezone().date()) == ("Market stall", today - timedelta(days=1))
    assert page.header.note().startswith("typed in for")
    assert page.stall.next_one.text() == "All is typed in"


def test_a_scan_anywhere_in_the_view_is_taken(page, stall, db):
    page.stalls.sell()
    stall.sales.table.setFocus()
    scan(page, EAN["MUG"], at=stall.sales.table)
    assert level(db, "MUG") == (9, 0)
    assert stall.field.hasFocus()

"""Blind beyond the page: what a dialog asks, what the window says around it, and the first number of a recount."""

import pytest
from PySide6.QtCore import Qt

from app.store import counts
from app.ui.count.last_scans import _amount, _running
from app.ui.shell.facts import Facts
from tests.life import level
from tests.ui.count.conftest import EAN
from tests.ui.count.test_page import asked, begun, close, everything_said, scan, typing
from tests.ui.shell.test_notices import incident, said


@pytest.mark.parametrize("what", ["x y z", "4006381333931"])
def test_the_question_which_product_it_is_shows_no_number_of_the_ledger(page, what):
    begun(page)
    if what.isdecimal():
        scan(page, what)
        page.session.last.table.select_row(0)
        page.session.last._open()
    else:
        typing(page, f"#{what}\r")
    dialog = asked(page)
    dialog.search.look("")
    words = everything_said(dialog)
    assert any("Mug" in one for one in words)
    assert not any(one in ("10", "8", "3") or "vailable" in one for one in words)


def test_the_first_number_is_hidden_in_the_last_scans_too_until_the_second_is_closed(page, qtbot):
    begun(page)
    for sku, pieces in (("MUG", "5"), ("TILE", "8")):
        scan(page, EAN[sku])
        typing(page, f"{pieces}\r")
    close(page, qtbot)
    rows = page.session.last._model.rows
    first = [_amount(row) for row in rows if row.sku == "MUG"]
    assert first == ["first count, kept", "first count, kept"]
    assert [row.pieces for row in rows if row.sku == "MUG"] == [0, 0]
    assert "typed 8" in [_amount(row) for row in rows]
    typing(page, "5\r")
    page.close_shelf()
    last = counts.last_events(page.bridge.db, page.taking.session.id)
    assert [row.pieces for row in last if row.sku == "MUG"] == [5, 5, 1], "what is closed may be seen"


def test_each_scan_says_what_was_counted_after_it(page):
    begun(page)
    for text in ("12\r", "+"):
        scan(page, EAN["MUG"])
        typing(page, text)
    page.session.last.undo.emit(page.session.last._model.rows[0].seq)
    rows, shown = page.session.last._model.rows, page.session.last._now
    assert [_amount(row, shown.get(row.seq)) for row in rows] == ["taken back", "+1, now 13", "typed 12", "+1"]
    assert _running([], {}) == {}


def test_the_bar_of_the_window_tells_no_number_while_somebody_counts():
    facts = Facts(incidents=(incident(7),))
    blind = said(facts, blind=True)
    assert blind != said(facts)
    assert blind[0][1] == "Speckled mug 350 ml is oversold."


def test_the_enter_of_a_scanner_neither_closes_a_shelf_nor_posts_it(page, qtbot, db):
    begun(page)
    scan(page, EAN["MUG"])
    typing(page, "9\r")
    close(page, qtbot)
    qtbot.keyClick(asked(page), Qt.Key.Key_Return)
    assert page.taking.closed == frozenset(), "a product is not counted, and the shelf stays open"
    scan(page, EAN["TILE"])
    typing(page, "8\r")
    page.close_shelf()
    page.reviewing.post()
    qtbot.keyClick(asked(page), Qt.Key.Key_Return)
    assert level(db, "MUG") == (10, 0)

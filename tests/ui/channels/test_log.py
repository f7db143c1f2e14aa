"""The call log of a shop: what it shows, how far it reads, and what can be taken from it."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from app.core.changes import Changes
from app.store import shops
from app.store.database import transaction
from app.ui.channels.log import PAGE
from app.ui.channels.panes import LOG
from tests.life import NOW, add_shop
from tests.ui.channels.world import cells, logged, said, told


@pytest.fixture
def woo(db):
    shop = add_shop(db, name="WooCommerce")
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=1))
    return shop


def log_of(page):
    page.overview.detail.show_tab(LOG)
    return page.overview.detail.panes.pane("log")


def test_the_log_shows_the_newest_call_first_with_a_cross_for_what_failed(opened, db, woo):
    logged(db, woo, 1)
    logged(db, woo, 1, start=5, outcome="unavailable", status=429, words="Too many requests.")
    page = opened()
    rows = cells(log_of(page).table)
    assert rows[0][1:] == ["set stock", "1 listing", "× unavailable", "429", "180 ms", "Too many requests."]
    assert rows[1][3:5] == ["ok", "200"]
    assert said(log_of(page).table).endswith(": set stock, 1 listing. × unavailable, 180 ms. Too many requests.")
    assert "JetBrains Mono" in log_of(page).table.itemDelegateForColumn(0)._plain._font.families()


def test_the_log_is_read_as_far_as_it_is_looked_at(opened, db, woo, qtbot):
    logged(db, woo, 3 * PAGE)
    page = opened()
    log = log_of(page)
    assert log.table.model().rowCount() == PAGE
    bar, row = log.table.verticalScrollBar(), log.table.rowHeight(0)
    for pages in (2, 3, 3):
        bar.setValue(bar.maximum())
        assert log.table.model().rowCount() == pages * PAGE
        qtbot.waitUntil(lambda: bar.maximum() > (pages * PAGE - 40) * row)  # noqa: B023 - called at once


def test_new_calls_come_on_top_and_the_chosen_one_stays_chosen(opened, db, woo):
    logged(db, woo, 3)
    page = opened()
    log = log_of(page)
    log.table.select_row(1)
    chosen = log.table.current()
    logged(db, woo, 2, start=60)
    told(page, Changes(shops=frozenset({woo.id})))
    assert log.table.model().rowCount() == 5
    assert log.table.current() == chosen
    assert log.table.selected_rows() == [3]


def test_rows_of_the_log_are_copied(opened, db, woo, qtbot):
    logged(db, woo, 2, words="fine")
    page = opened()
    log = log_of(page)
    log.table.select_row(0)
    log.copy.click()
    assert QGuiApplication.clipboard().text().split("\t")[1:] == [
        "set stock",
        "1 listing",
        "ok",
        "200",
        "180 ms",
        "fine",
    ]


def test_an_empty_log_says_so(opened, db, woo):
    page = opened()
    assert log_of(page).words.text() == "Nothing has been asked of WooCommerce yet."


def test_a_time_of_another_day_has_its_date(opened, db, woo, program):
    logged(db, woo, 1)
    program.now = NOW + timedelta(days=3)
    page = opened()
    assert cells(log_of(page).table)[0][0].startswith("14 May, ")

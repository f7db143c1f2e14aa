"""How the page uses its room: wide, narrow, with the largest text, with many shops, in both themes."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.store import shops
from app.store.database import transaction
from app.ui.channels.shops_table import At
from app.ui.theme import Scheme
from app.ui.widgets.button import Button
from tests.life import NOW, add_listing, add_product, add_shop


@pytest.fixture
def woo(db):
    shop = add_shop(db, name="WooCommerce")
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=1))
        db.execute("update push set state = 'acknowledged', due_at = null")
        shops.well(db, shop.id, now=NOW)
    return shop


def test_a_wide_list_shares_its_room_among_the_columns(opened, woo):
    page = opened(size=(1260, 844))
    table = page.overview.table
    shown = [at for at in At if at is not At.ACT]
    widths = [table.columnWidth(at) for at in shown]
    page.resize(1500, 844)
    assert all(table.columnWidth(at) > width for at, width in zip(shown, widths, strict=True))


def test_in_the_smallest_window_with_the_largest_text_the_lower_half_scrolls_and_is_not_cut(
    opened, db, woo, theme, qtbot
):
    with transaction(db):
        shops.troubled(db, woo.id, kind="signed_out", words="401", now=NOW)
    theme.set_text_scale(1.5)
    page = opened(size=(972, 460))
    detail = page.overview.detail
    buttons = [one for one in detail.findChildren(Button) if one.isVisible()]
    assert len(buttons) > 4
    assert [one.label() for one in buttons if one.height() < one.sizeHint().height()] == []
    bar = page.overview._lower.verticalScrollBar()
    assert bar.maximum() > 0
    detail.panes.pane("waiting").table.setFocus()
    detail.buttons["match"].setFocus()
    qtbot.keyClick(detail.buttons["match"], Qt.Key.Key_Tab)
    assert (
        page.overview._lower.viewport()
        .rect()
        .contains(QApplication.focusWidget().mapTo(page.overview._lower.viewport(), QPoint(2, 2)))
    ), "the keyboard brings its place into view"


def test_what_the_list_has_no_room_for_is_said_below(opened, db, woo, qtbot):
    page = opened()
    detail = page.overview.detail
    assert "linked" not in detail.more.text()
    page.resize(900, 700)
    qtbot.waitUntil(page.overview.table.hides)
    assert page.overview.table.isColumnHidden(At.COMPARED)
    assert not page.overview.table.isColumnHidden(At.BEHIND)
    assert detail.more.isVisible()
    assert "1 of 1 listings linked." in detail.more.text()
    page.resize(1260, 844)
    qtbot.waitUntil(lambda: not page.overview.table.hides())
    assert "linked" not in detail.more.text()


def test_many_shops_leave_room_for_the_lower_half(opened, db, woo):
    for place in range(12):
        add_shop(db, name=f"Shop {place}")
    page = opened()
    table = page.overview.table
    row = table.rowHeight(0)
    assert table.height() <= page.height() * 0.55
    assert table.viewport().height() % row == 0, "whole rows only"
    assert page.overview.detail.height() > 300


@pytest.mark.parametrize(("scheme", "scale", "size"), [
    (Scheme.LIGHT, 1.0, (972, 624)),
    (Scheme.DARK, 1.0, (1228, 744)),
    (Scheme.LIGHT, 1.5, (1228, 744)),
    (Scheme.DARK, 1.5, (972, 624)),
])  # fmt: skip
def test_it_fits_at_every_size_and_follows_the_theme(opened, db, woo, theme, scheme, scale, size):
    with transaction(db):
        db.execute("update shop set name = 'The second Kiln and Tide shop for hotels in Cornwall and Devon'")
    page = opened(size=size)
    theme.set_scheme(scheme)
    theme.set_text_scale(scale)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert page.minimumSizeHint().width() <= size[0]
    assert page.minimumSizeHint().height() <= size[1]
    overview = page.overview
    top = overview.detail.mapTo(overview, QPoint(0, 0)).y()
    assert top >= overview.table.geometry().bottom(), "nothing lies on the list"
    assert ("linked" in overview.detail.more.text()) == overview.table.hides()
    assert page.size().toTuple() == size
    table = page.overview.table
    right = table.viewport().width()
    button = table.button(woo.id)
    assert button.mapTo(table.viewport(), button.rect().topRight()).x() <= right, "the button is in view"
    picture = page.grab().toImage()
    assert picture.pixelColor(1, picture.height() - 2) == theme.colour("bg_surface")

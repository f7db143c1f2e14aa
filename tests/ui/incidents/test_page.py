"""The Incidents page by keyboard: the list, one incident, closing it and taking that back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QTableView

from app.core.changes import Changes
from app.core.stock import EntryKind
from app.core.wizard import Step
from app.posting import post_adjustment
from app.store import incidents
from app.ui.incidents import detail_view
from app.ui.incidents.page import IncidentsPage
from app.ui.incidents.writes import close_incident
from app.ui.theme import Scheme
from app.ui.widgets.glyphs import Glyph
from tests.life import NOW, later
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable

ALL = Changes(incidents=frozenset({1}), skus=frozenset({"MUG"}))


@pytest.fixture
def make_page(theme, qtbot, world):
    def make(size=(1260, 800)):
        page = IncidentsPage(world.bridge, theme)
        page.setProperty("panel", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.took, page.went = [], []
        page.undoable.connect(lambda sentence, back: page.took.append((sentence, back)))
        page.go.connect(lambda key, what: page.went.append((key, what)))
        world.bridge.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.shown()
        return page

    return make


def receive(world, pieces):
    changes = post_adjustment(
        world.db, "MUG", EntryKind.RECEIVE, pieces, reason="delivery", batch=f"d{pieces}", now=later()
    )
    world.bridge.changed.emit(changes)


def column(model, place):
    return [model.index(row, place).data() for row in range(model.rowCount())]


def said(model):
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def header(page):
    return page.header.accessibleName()


# The list


def test_none_so_far(make_page):
    page = make_page()
    assert page.list.empty().accessibleName() == (
        "No incident so far Plimsoll opens one when an order is accepted that your stock cannot cover."
    )
    assert not page.list.table.isVisible()
    assert header(page) == "Incidents"


def test_one_open(make_page, world):
    world.oversold(3)
    page = make_page()
    assert header(page) == "Incidents 1 open"
    assert page.list.empty() is None
    model = page.list.model
    assert [column(model, place)[0] for place in (0, 1, 2, 4, 5, 6)] == [
        "1", "MUG", "Speckled mug 350 ml", 3, 3, "Open",
    ]  # fmt: skip
    assert said(model)[0].startswith("Incident 1: Speckled mug 350 ml, MUG. Short by 3, 3 orders. Opened ")
    assert page.list.table.hasFocus()
    assert page.list.table.selected_rows() == [0]


def test_the_last_one_is_told_of_when_none_is_open(make_page, world):
    world.oversold(1)
    receive(world, 1)
    close_incident(world.db, 1, "", now=later(73))
    world.now = NOW + timedelta(days=100)
    page = make_page()
    assert page.list.empty().accessibleName() == "No open incident The last one was on 14 May, closed in 1 h 12 min."
    assert column(page.list.model, 4) == [None]
    assert column(page.list.model, 6)[0].startswith("Closed ")


def test_open_ones_come_first(make_page, world):
    world.oversold(1)
    receive(world, 1)
    close_incident(world.db, 1, "", now=later(2))
    world.product("PLT", 0, "Plate")
    shop = world.shop("Two")
    world.listed(shop, "PLT")
    world.sell(shop, "7", 2, "PLT", at=3)
    page = make_page()
    assert column(page.list.model, 0) == ["2", "1"]


def test_news_keep_the_selection(make_page, world):
    world.oversold(1)
    world.product("PLT", 0, "Plate")
    shop = world.shop("Two")
    world.listed(shop, "PLT")
    world.sell(shop, "7", 2, "PLT", at=3)
    page = make_page()
    page.list.table.selectRow(1)
    world.bridge.changed.emit(world.sell(shop, "8", 1, "PLT", at=4))
    assert column(page.list.model, 4) == [3, 1]
    assert page.list.table.selected_rows() == [1]


def test_news_of_something_else_reads_nothing(make_page, world, monkeypatch):
    page = make_page()
    reads = []
    monkeypatch.setattr(page, "_read", lambda: reads.append(1))
    page.on_changed(Changes(settings=True))
    assert reads == []
    page.on_changed(ALL)
    assert reads == [1]


# One incident


@pytest.fixture
def page(make_page, world, qtbot):
    world.oversold(3)
    shop = world.shop("Shopify", channel="shopify")
    world.listed(shop, shows=3)
    page = make_page()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    return page


def test_enter_opens_and_esc_goes_back(page, qtbot):
    assert header(page) == "Incident 1 Speckled mug 350 ml, 3 more promised than you have"
    assert page.working
    assert page.incident_in_view == 1
    assert page.detail.table.hasFocus()
    with qtbot.waitSignal(page.working_changed):
        qtbot.keyClick(page.detail.table, Qt.Key.Key_Escape)
    assert header(page) == "Incidents 1 open"
    assert page.list.table.hasFocus()
    assert not page.working


def test_esc_works_from_the_note_too(page, qtbot):
    page.work.show_step(Step.FIX)
    page.work.fix.closing.note.edit.setFocus()
    qtbot.keyClick(page.work.fix.closing.note.edit, Qt.Key.Key_Escape)
    assert not page.working


def test_the_sum(page):
    assert page.detail.sum.accessibleName() == "11 on hand − 14 committed = −3 available"


def test_the_orders(page):
    model = page.detail.model
    assert column(model, 0) == ["Etsy"] * 3
    assert column(model, 1) == ["3382914400", "3382914401", "3382914402"]
    assert column(model, 4) == [1, 1, 1]
    assert column(model, 5) == [1, 1, 1]
    assert said(model)[0].startswith("Etsy order 3382914400: 1 not covered, 1 still waiting. Placed ")


def test_an_order_of_a_removed_channel_is_still_told_of(page, world):
    from app.store import shops
    from app.store.database import transaction

    with transaction(world.db):
        shops.remove(world.db, 1, now=NOW)
    world.bridge.changed.emit(Changes(shops=frozenset({1})))
    assert column(page.detail.model, 0) == ["A channel that was removed"] * 3


def test_news_keep_the_order_that_is_chosen(page, world):
    page.detail.table.selectRow(2)
    receive(world, 1)
    assert page.detail.table.selected_rows() == [2]


def test_what_to_do_is_heard_with_its_state(page):
    names = [line.accessibleName() for line in page.detail.todo.lines]
    assert names[0] == "To do: Shopify still shows 3. Plimsoll is setting it to 0."
    assert names[-1].startswith("Or: Or cancel an order at its channel")


def test_it_cannot_be_closed_while_something_is_short(page, qtbot, world):
    page.work.show_step(Step.FIX)
    closing = page.work.fix.closing
    assert not closing.button.isEnabled()
    assert closing.reason.text() == "3 pieces are still short"
    assert closing.button.accessibleDescription() == "3 pieces are still short"
    receive(world, 2)
    assert closing.reason.text() == "1 piece is still short"


def test_closing_with_a_note_and_undo(page, qtbot, world):
    page.work.show_step(Step.FIX)
    receive(world, 3)
    closing = page.work.fix.closing
    assert closing.button.isEnabled()
    assert not closing.reason.isVisible()
    assert header(page) == "Incident 1 Speckled mug 350 ml"
    closing.note.edit.setFocus()
    qtbot.keyClicks(closing.note.edit, "Fern sent more")
    qtbot.keyClick(closing.note.edit, Qt.Key.Key_Tab)
    assert closing.button.hasFocus()
    qtbot.keyClick(closing.button, Qt.Key.Key_Space)
    assert incidents.incident(world.db, 1).note == "Fern sent more"
    assert closing.ended.text().endswith("Covered after all: a delivery came. Fern sent more")
    assert not closing.button.isVisible()
    assert not page.detail.todo.isVisible()
    assert page.sign.glyph is Glyph.DONE
    ((sentence, back),) = page.took
    assert sentence == "Incident 1 closed"
    back()
    assert incidents.incident(world.db, 1).closed_at is None
    assert closing.button.isVisible()


def test_a_note_being_written_survives_news(page, qtbot, world):
    page.work.show_step(Step.FIX)
    page.work.fix.closing.note.edit.setFocus()
    qtbot.keyClicks(page.work.fix.closing.note.edit, "Half a sent")
    receive(world, 1)
    assert page.work.fix.closing.note.text() == "Half a sent"
    page.show_list()
    page.show_incident(1)
    assert page.work.fix.closing.note.text() == "Half a sent"


def test_a_sale_between_reading_and_pressing_keeps_it_open(page, qtbot, world):
    page.work.show_step(Step.FIX)
    receive(world, 3)
    shop = next(one for one in page.detail.model._shops.values() if one.name == "Etsy")
    world.sell(shop, "late", 1, at=9)  # the window has not heard of it yet
    with qtbot.waitSignal(world.bridge.trouble) as told:
        qtbot.mouseClick(page.work.fix.closing.button, Qt.MouseButton.LeftButton)
    assert str(told.args[0].title) == "Speckled mug 350 ml is short by 1 again."
    assert incidents.incident(world.db, 1).closed_at is None
    assert page.took == []


# Opening orders: https only


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(detail_view.QDesktopServices, "openUrl", lambda url: bool(urls.append(url.toString())) or True)
    return urls


def test_an_order_opens_at_its_channel(page, qtbot, opened):
    page.detail.table.selectRow(1)
    qtbot.keyClick(page.detail.table, Qt.Key.Key_Return)
    assert opened == ["https://etsy.example/orders/3382914401"]
    qtbot.keyClick(page.detail.open_order, Qt.Key.Key_Space)
    assert opened == ["https://etsy.example/orders/3382914401"] * 2


@pytest.mark.parametrize(
    "url", ["", "http://etsy.example/1", "file:///etc/passwd", "javascript:alert(1)", "https://", "smb://x/y", "//x/y"]
)
def test_nothing_but_https_is_opened(page, qtbot, world, opened, url):
    world.db.execute("update sales_order set url = ?", (url,))
    world.bridge.changed.emit(ALL)
    qtbot.keyClick(page.detail.table, Qt.Key.Key_Return)
    assert opened == []
    assert not page.detail.open_order.isEnabled()
    assert page.detail.open_order.accessibleDescription() == "This order has no page to open."
    assert page.detail.no_page.text() == "This order has no page to open."


def test_the_url_is_opened_as_it_is(page, opened):
    claim = page.detail.model.rows[0]
    assert detail_view.order_url(claim) == QUrl("https://etsy.example/orders/3382914400")


# From elsewhere and to elsewhere


def test_opened_by_number_from_another_page(make_page, world):
    world.oversold(1)
    page = make_page()
    page.open(1)
    assert page.incident_in_view == 1
    page.show_list()
    page.open(99)
    page.open("nonsense")
    assert page.incident_in_view is None


def test_to_the_product(page):
    command = next(command for command in page.commands() if command.key == "show_product")
    assert command.enabled()
    command.run()
    assert page.went == [("inventory", "MUG")]
    page.show_list()
    assert not command.enabled()


# What every page must keep


def test_every_control_has_a_name_and_is_reached_by_keyboard(page):
    assert nameless(page) == []
    assert unreachable(page) == []
    page.show_list()
    assert nameless(page) == []
    assert unreachable(page) == []


def test_every_word_is_translated(theme, qtbot, qapp, world):
    world.oversold(3, title="Mug")
    own = {"MUG", "Mug", "Etsy", "GBP", "3382914400", "3382914401", "3382914402", "E", "Esc"}
    with spoken_pseudo(qapp):
        page = IncidentsPage(world.bridge, theme)
        qtbot.addWidget(page)
        page.show_incident(1)
        assert untranslated(page, ignoring=own | {"11", "14", "−3"}) == []
        page.show_list()
        assert untranslated(page, ignoring=own) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1228, 744), (972, 624)])
def test_nothing_is_cut(make_page, world, theme, qtbot, scale, size):
    world.oversold(3, title="Speckled mug 350 ml with a very long name that no column would ever hold, seconds")
    theme.set_text_scale(scale)
    page = make_page(size)
    QApplication.processEvents()
    assert cut(page) == []
    assert outside(page) == []
    page.show_incident(1)
    QApplication.processEvents()
    assert cut(page) == []
    assert outside(page) == []


@pytest.mark.parametrize("width", [560, 800, 1300])
def test_the_product_and_the_order_keep_their_room(make_page, world, width):
    world.oversold(3)
    page = make_page((width, 700))
    QApplication.processEvents()
    table = page.list.table
    assert table.columnWidth(2) >= 160
    assert table.isColumnHidden(1) is (width < 700)
    page.show_incident(1)
    QApplication.processEvents()
    assert page.detail.table.columnWidth(1) >= 120


def test_all_orders_are_in_view_without_an_inner_scroll_bar(page, theme):
    for scale in (1.0, 1.5):
        theme.set_text_scale(scale)
        QApplication.processEvents()
        table: QTableView = page.detail.table
        assert table.rowViewportPosition(2) + table.rowHeight(2) <= table.viewport().height()


def test_another_theme_at_once(page, theme):
    light = page.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    dark = page.grab().toImage()
    assert dark != light
    assert dark.pixelColor(5, 5) == theme.colour("bg_surface")

"""Overselling in Settings, by keyboard: the slider, a shop's own choice, and the order of the shops."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.changes import Changes
from app.core.text import N_
from app.errors import StoreError
from app.store import offering, settings
from app.ui.risk import STOPS, long_words, name_of, products_of, short_words, stop_of
from app.ui.settings import page as settings_page
from app.ui.settings import writes
from app.ui.settings.page import SettingsPage
from app.ui.shell.look import Look
from app.ui.shell.memory import Memory
from app.ui.words import say
from tests.life import NOW
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable

Key = Qt.Key


@pytest.fixture
def make_page(theme, qtbot):
    def make(world, size=(1200, 1800)):
        page = SettingsPage(world.bridge, theme, Look(theme, Memory()))
        page.took = []
        page.undoable.connect(lambda sentence, back: page.took.append((sentence, back)))
        world.bridge.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.shown()
        return page

    return make


@pytest.fixture
def shops(world):
    return [world.shop(name, letter=name[0]) for name in ("Etsy", "Shopify", "Woo")]


@pytest.fixture
def page(make_page, world, shops):
    return make_page(world)


def limit(world, shop=0):
    return settings.get(world.db, settings.RISK_LIMIT, shop=shop)


def order(page):
    return [page.overselling.claims.rows[number].shop.name for number in page.overselling.claims.numbers]


# The slider


def test_it_stands_on_careful_until_the_seller_moves_it(page, world, qtbot):
    slider = page.overselling.risk.slider
    words = "Careful: about 1 double sale in 10,000 products that run out"
    assert page.overselling.risk.sentence.text() == slider.accessibleDescription() == words
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_Left)
    assert page.overselling.risk.sentence.text() == "Balanced: about 1 double sale in 1,000 products that run out"
    assert limit(world) is None
    qtbot.keyClick(slider, Key.Key_Return)
    assert float(limit(world)) == 1e-3
    sentence, back = page.took[-1]
    assert sentence == "Overselling set to “Balanced”"
    back()
    assert limit(world) is None
    assert slider.value() == 2
    assert [dated.at for dated in settings.history(world.db, settings.RISK_LIMIT)] == [NOW, NOW]


def test_on_the_way_to_the_last_stop_nothing_is_written(page, world, qtbot):
    slider = page.overselling.risk.slider
    slider.setFocus()
    for _ in range(2):
        qtbot.keyClick(slider, Key.Key_Left)
    page.appearance.scheme.setFocus()
    slider.decide()
    assert [float(dated.value) for dated in settings.history(world.db, settings.RISK_LIMIT)] == [1e-2]
    assert len(page.took) == 1


def test_what_is_refused_is_not_shown_as_if_it_held(page, world, qtbot, monkeypatch):
    def refuse(*_arguments, **_named):
        raise StoreError(N_("The disk is full."), N_("Nothing was changed."))

    monkeypatch.setattr(settings_page, "post_risk_limit", refuse)
    slider = page.overselling.risk.slider
    slider.setFocus()
    with qtbot.waitSignal(world.bridge.trouble):
        qtbot.keyClick(slider, Key.Key_Left)
        qtbot.keyClick(slider, Key.Key_Return)
    assert slider.value() == 2
    assert page.took == []


@pytest.mark.parametrize(
    ("value", "stop", "name"),
    [
        (1e-2, 0, "Sell more"),
        (1e-3, 1, "Balanced"),
        (1e-4, 2, "Careful"),
        (1e-5, 3, "Most careful"),
        (5e-4, 1, "Balanced"),
        (0.9, 0, "Sell more"),
        (1e-9, 3, "Most careful"),
    ],
)
def test_the_stops_in_words(theme, value, stop, name):
    assert stop_of(value) == stop
    assert say(name_of(value)) == name
    assert say(long_words(value)).startswith(f"{name}: about 1 double sale in ")
    assert say(short_words(value)) == f"{name}: 1 in {10 ** (stop + 2):,}"
    assert products_of(STOPS[stop]) == 10 ** (stop + 2)


# A shop of its own


def test_a_shop_has_a_choice_of_its_own(page, world, shops, qtbot):
    row = page.overselling.rows[shops[0].id]
    assert row.risk.currentText() == "As everywhere"
    assert [row.risk.itemText(at) for at in range(row.risk.count())][1:3] == [
        "Sell more: 1 in 100",
        "Balanced: 1 in 1,000",
    ]
    row.risk.setFocus()
    for _ in range(4):
        qtbot.keyClick(row.risk, Key.Key_Down)
    assert float(limit(world, shops[0].id)) == 1e-5
    assert offering.claims(world.db)[shops[0].id].risk == 1e-5
    sentence, back = page.took[-1]
    assert sentence == "Overselling on Etsy set to “Most careful”"
    back()
    assert float(limit(world, shops[0].id)) == 1e-4


def test_back_to_as_everywhere(page, world, shops, qtbot):
    row = page.overselling.rows[shops[0].id]
    row.risk.setFocus()
    qtbot.keyClick(row.risk, Key.Key_Down)
    qtbot.keyClick(row.risk, Key.Key_Up)
    assert limit(world, shops[0].id) is None
    assert page.took[-1][0] == "Overselling on Etsy follows what holds everywhere"
    page.took[-1][1]()
    assert float(limit(world, shops[0].id)) == 1e-2
    assert row.risk.currentIndex() == 1


def test_one_shop_alone_has_nothing_to_differ_from(make_page, world):
    world.shop()
    world.stall()
    page = make_page(world)
    assert page.overselling.rows == {}
    assert not page.overselling.claims.isVisible()
    world.shop("Etsy", letter="E")
    world.bridge.changed.emit(Changes(catalog=True, shops=frozenset({3})))
    assert [row.shop.name for row in page.overselling.rows.values()] == ["Woo", "Etsy"]
    assert page.overselling.claims.isVisible()


# Who gets the last pieces


def test_the_last_pieces_go_by_sales_until_the_seller_puts_the_shops_in_order(page, world, shops, qtbot):
    claims = page.overselling.claims
    assert not any(row.isVisible() for row in claims.rows.values())
    by_sales, in_order = claims.order.button("by_sales"), claims.order.button("in_order")
    by_sales.setFocus()
    qtbot.keyClick(by_sales, Key.Key_Right)
    assert in_order.isChecked()
    assert page.took[-1][0] == "Etsy is served first when few are left"
    assert [offering.claims(world.db)[shop.id].priority for shop in shops] == [2, 1, 0]
    assert [row.sentence() for row in claims.rows.values()] == [
        "Served first", "Served as number 2", "Served as number 3",
    ]  # fmt: skip
    page.took[-1][1]()
    assert by_sales.isChecked()
    assert [offering.claims(world.db)[shop.id].priority for shop in shops] == [None, None, None]


def test_a_shop_is_moved_up_and_the_keyboard_goes_with_it(page, world, shops, qtbot):
    claims = page.overselling.claims
    claims.order.button("in_order").click()
    row = claims.rows[shops[1].id]
    row.up.setFocus()
    qtbot.keyClick(row.up, Key.Key_Space)
    assert order(page) == ["Shopify", "Etsy", "Woo"]
    assert page.took[-1][0] == "Shopify is served first when few are left"
    assert not row.up.isEnabled()
    assert row.down.hasFocus()
    qtbot.keyClick(row.down, Key.Key_Space)
    qtbot.keyClick(row.down, Key.Key_Space)
    assert order(page) == ["Etsy", "Woo", "Shopify"]
    assert row.up.hasFocus()
    page.took[-1][1]()
    assert order(page) == ["Etsy", "Shopify", "Woo"]


def test_the_answer_that_holds_writes_nothing(page, world):
    page.overselling.claims.order.button("by_sales").click()
    assert page.took == []
    assert settings.history(world.db, settings.PRIORITY) == []


def test_a_refused_order_is_not_shown(page, world, qtbot, monkeypatch):
    def refuse(*_arguments, **_named):
        raise StoreError(N_("The disk is full."), N_("Nothing was changed."))

    monkeypatch.setattr(writes, "order_shops", refuse)
    with qtbot.waitSignal(world.bridge.trouble):
        page.overselling.claims.order.button("in_order").click()
    assert page.overselling.claims.order.chosen() == "by_sales"


# What every page must keep


def test_every_control_has_a_name_and_is_reached_by_keyboard(page):
    page.overselling.claims.order.button("in_order").click()
    assert nameless(page.overselling) == []
    assert unreachable(page.overselling) == []


def test_every_word_is_translated(theme, qtbot, qapp, world, shops):
    with spoken_pseudo(qapp):
        page = SettingsPage(world.bridge, theme, Look(theme, Memory()))
        qtbot.addWidget(page)
        page.overselling.claims.order.button("in_order").click()
        assert untranslated(page.overselling, ignoring={"Etsy", "Shopify", "Woo"}) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1259, 840), (843, 620)])
def test_nothing_is_cut(make_page, world, shops, theme, scale, size):
    world.shop("The Extraordinarily Long Named Shop of Kiln & Tide at the Harbour")
    theme.set_text_scale(scale)
    page = make_page(world, size)
    page.overselling.claims.order.button("in_order").click()
    QApplication.processEvents()
    assert cut(page) == []
    assert outside(page) == []

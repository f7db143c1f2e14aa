"""Etsy's rules: one less below five, one at a time, a piece held back only there; and what each sends."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.channels import CHANNELS
from app.store import pushes, rethinking, settings, shops
from app.store.database import transaction
from app.ui.channels.panes import RULES
from tests.life import NOW, add_listing, add_product, add_shop, share
from tests.ui.channels.world import nameless
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER = Qt.Key.Key_Return
INFOS = tuple(registered.info for registered in CHANNELS.values())


@pytest.fixture
def etsy(db):
    etsy, woo = add_shop(db, channel="etsy", name="Etsy", letter="E"), add_shop(db, name="Woo")
    with transaction(db):
        for shop in (etsy, woo):
            shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=1))
    for sku, pieces in (("MUG", 4), ("POT", 5), ("JUG", 1)):
        add_product(db, sku, pieces)
        share(db, sku)
        for shop in (etsy, woo):
            add_listing(db, shop, sku, shows=pieces)
    return etsy


@pytest.fixture
def rules(opened, etsy):
    page = opened(channels=INFOS)
    page.overview.detail.show_shop(page._facts[etsy.id])
    page.overview.detail.show_tab(RULES)
    assert page.overview.detail.tab() == RULES
    return page.overview.detail.panes.pane("rules")


def offers(db):
    """What each shop should show of each product in the end, once housekeeping has followed the rule."""
    while rethinking.asked(db):
        with transaction(db):
            rethinking.step(db, now=NOW)
    return {(shop, slot.sku): slot.offer.target for shop in (1, 2) for slot in pushes.offers(db, shop, now=NOW)}


def test_each_rule_is_taken_back(rules, db, qtbot):
    undone = []
    rules.undoable.connect(lambda words, back: undone.append((words, back)))
    rules.low.button(True).click()
    rules.single.button(True).click()
    rules.held.edit.setText("2")
    qtbot.keyClick(rules.held.edit, ENTER)
    told = ["Etsy: another rule for low stock", "Etsy: one at a time", "Etsy: 2 held back only here"]
    assert [words for words, _ in undone] == told
    for _, back in reversed(undone):
        back()
    kept = [settings.get(db, name, shop=1) for name in (settings.LOW_STOCK, settings.CAP, settings.HELD_BACK)]
    assert kept == [None, None, None]


def test_one_less_below_five_and_only_here(rules, db):
    assert not rules._low_rows[0].isVisible()
    rules.low.button(True).click()
    found = offers(db)
    assert (found[1, "MUG"], found[1, "POT"], found[1, "JUG"]) == (3, 5, 0)
    assert (found[2, "MUG"], found[2, "POT"]) == (4, 5)
    assert settings.get(db, settings.LOW_STOCK, shop=1) == "5:1"
    assert db.execute("select count(*) from push where state = 'due'").fetchone()[0] > 0


def test_the_threshold_and_the_size_are_the_sellers(rules, db, qtbot):
    rules.low.button(True).click()
    for field, text in ((rules.threshold, "6"), (rules.size_field, "2")):
        field.edit.setText(text)
        qtbot.keyClick(field.edit, ENTER)
    assert settings.get(db, settings.LOW_STOCK, shop=1) == "6:2"
    assert (offers(db)[1, "MUG"], offers(db)[1, "POT"]) == (2, 3)
    rules.size_field.edit.setText("0")
    qtbot.keyClick(rules.size_field.edit, ENTER)
    assert rules.size_field.error() == "From 1 to 9,999"


def test_the_last_piece_is_sold_only_here(rules, db):
    rules.low.button(True).click()
    rules.last.button(True).click()
    found = offers(db)
    assert (found[1, "JUG"], found[2, "JUG"]) == (1, 0)
    assert (found[1, "MUG"], found[2, "MUG"]) == (3, 4)
    rules.low.button(False).click()
    assert (offers(db)[1, "JUG"], offers(db)[2, "JUG"]) == (1, 1)


def test_one_at_a_time(rules, db):
    rules.single.button(True).click()
    assert (offers(db)[1, "MUG"], offers(db)[2, "MUG"]) == (1, 4)
    rules.single.button(False).click()
    assert offers(db)[1, "MUG"] == 4
    assert [one.value for one in settings.history(db, settings.CAP, shop=1)] == [1, None], "dated, never overwritten"


def test_held_back_only_here_is_added_and_the_sum_is_shown(rules, db, opened, qtbot):
    with transaction(db):
        settings.put(db, settings.HELD_BACK, 1, now=NOW)
    rules.held.edit.setText("2")
    qtbot.keyClick(rules.held.edit, ENTER)
    assert (offers(db)[1, "MUG"], offers(db)[2, "MUG"]) == (1, 3)
    assert rules._held_words(2, 1).startswith("Added to what is held back everywhere: 1 + 2 = 3 pieces")


def test_every_rule_is_taken_back_as_it_was(rules, db, qtbot):
    offered = []
    rules.undoable.connect(lambda said, back: offered.append((said, back)))
    rules.low.button(True).click()
    rules.last.button(True).click()
    rules.single.button(True).click()
    rules.held.edit.setText("2")
    qtbot.keyClick(rules.held.edit, ENTER)
    assert [said for said, _ in offered] == [
        "Etsy: another rule for low stock",
        "Etsy: another rule for low stock",
        "Etsy: one at a time",
        "Etsy: 2 held back only here",
    ]
    for _, take_back in reversed(offered[1:]):
        take_back()
    assert settings.get(db, settings.LOW_STOCK, shop=1) == "5:1"
    assert (settings.get(db, settings.CAP, shop=1), settings.get(db, settings.HELD_BACK, shop=1)) == (None, None)
    offered[0][1]()
    assert settings.get(db, settings.LOW_STOCK, shop=1) is None
    assert offers(db)[1, "MUG"] == 4


def test_only_where_a_sold_out_listing_costs_a_fee(opened, etsy, db):
    page = opened(channels=INFOS)
    detail = page.overview.detail
    tabs = {shop.name: [] for shop in shops.shops(db)}
    for shop in shops.shops(db):
        detail.show_shop(page._facts[shop.id])
        tabs[shop.name] = list(detail._tabs)
    assert RULES in tabs["Etsy"]
    assert RULES not in tabs["Woo"]


def test_every_control_has_a_name_and_all_words_are_translated(opened, etsy, qapp):
    with spoken_pseudo(qapp):
        page = opened(channels=INFOS)
        detail = page.overview.detail
        detail.show_shop(page._facts[etsy.id])
        detail.show_tab(RULES)
        detail.panes.pane("rules").low.button(True).click()
        detail.panes.pane("rules").show_shop(page._facts[etsy.id])
        assert nameless(detail.panes.pane("rules")) == []
        assert untranslated(detail.panes.pane("rules")) == []

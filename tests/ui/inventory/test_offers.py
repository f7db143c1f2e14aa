"""How a product is offered, as the pane says it: shared or split and why, too many places, and listings that broke."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.places import Choice
from app.core.text import N_, NN_
from app.rules import post_choice
from app.store import listings
from app.store.database import transaction
from app.store.moments import stamp
from app.store.offering import Crowd, ModeNow
from app.store.sentences import packed
from app.ui.inventory.offer_words import crowd_words, mode_words, since_words
from app.ui.theme import Theme
from app.ui.words import clock_time, say
from tests.life import NOW, add_listing, add_product, later
from tests.ui.inventory.conftest import Opener
from tests.ui.inventory.world import BOWL, DISH, EGG, NEW, SET, TILE, Pottery, Window
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside

ALT = Qt.KeyboardModifier.AltModifier
FEW = N_("Split, because few are left for how fast they sell")
LATE = NN_(
    "Split, because {place} was {n} minute behind", "Split, because {place} was {n} minutes behind", 6, place="S"
)


def change_mode(pottery: Pottery, sku: str, *, split: bool, why: object) -> None:
    """As `plans.rethink` writes it."""
    number = pottery.number(sku)
    with transaction(pottery.db):
        pottery.db.execute("update stock_level set split = ? where product_id = ?", (split, number))
        pottery.db.execute(
            "insert into mode_change (product_id, at, split, why) values (?, ?, ?, ?)",
            (number, stamp(NOW), split, packed(why)),  # type: ignore[arg-type]
        )


def show(pottery: Pottery, sku: str, *numbers: int | None) -> None:
    """What Woo and Shopify show."""
    with transaction(pottery.db):
        for shop, number in zip((pottery.woo, pottery.shopify), numbers, strict=True):
            listing = pottery.listing(sku, shop).id
            pottery.db.execute("update listing set believed = ? where id = ?", (number, listing))


def words(window: Window) -> str:
    return window.page.pane.head.offers.mode.text()


# Shared or split


def test_the_switch_is_the_reason_where_the_seller_chose(window: Window, pottery: Pottery) -> None:
    window.page.open(BOWL)
    assert words(window) == "Shared, because you chose so"
    post_choice(pottery.db, BOWL, Choice.NEVER, now=NOW)
    window.page.pane.renew()
    assert words(window) == "Split, because you want it never oversold"


def test_the_newest_change_of_mode_says_why_and_since_when(window: Window, pottery: Pottery) -> None:
    post_choice(pottery.db, BOWL, Choice.ADAPTIVE, now=NOW)
    change_mode(pottery, BOWL, split=True, why=FEW)
    change_mode(pottery, BOWL, split=True, why=LATE)
    window.page.open(BOWL)
    assert words(window) == "Split, because S was 6 minutes behind"
    since = f"Since {clock_time(NOW)}"
    assert window.page.pane.head.offers.mode.toolTip() == since
    assert window.page.pane.head.offers.mode.accessibleDescription() == since


def test_a_bundle_is_split_where_a_part_is(window: Window, pottery: Pottery) -> None:
    for shop in (pottery.woo, pottery.shopify):
        add_listing(pottery.db, shop, SET, shows=3)
    window.page.open(SET)
    assert words(window) == "Shared, because you chose so"
    post_choice(pottery.db, DISH, Choice.ADAPTIVE, now=NOW)
    change_mode(pottery, DISH, split=True, why=FEW)
    window.page.pane.renew()
    assert words(window) == str(FEW)


@pytest.mark.parametrize("sku", [NEW, "ONE"])
def test_what_one_place_or_none_sells_is_neither(window: Window, pottery: Pottery, sku: str) -> None:
    if sku == "ONE":
        add_product(pottery.db, sku, 5)
        add_listing(pottery.db, pottery.woo, sku, shows=4)
    window.page.open(sku)
    assert words(window) == ""


def test_a_bundle_elsewhere_is_a_second_place_of_its_part(window: Window, pottery: Pottery) -> None:
    with transaction(pottery.db):
        pottery.db.execute("update listing set gone_at = ? where id = ?", (stamp(NOW), pottery.listing(EGG).id))
    window.page.open(EGG)
    assert words(window) == ""
    add_listing(pottery.db, pottery.woo, SET, shows=3)
    window.page.pane.renew()
    assert words(window) == "Shared, because you chose so"


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (ModeNow(split=True), "Split: each piece is shown in one place only"),
        (ModeNow(split=False), "Shared: shown everywhere"),
        (ModeNow(split=True, why=FEW), str(FEW)),
        (ModeNow(split=True, why=FEW, choice=Choice.NEVER), "Split, because you want it never oversold"),
        (ModeNow(split=False, why=FEW, choice=Choice.SHARE), "Shared, because you chose so"),
        # The seller took the reason back; until the next change of mode there is no other.
        (
            ModeNow(split=True, why=N_("Split, because you want it never oversold")),
            "Split: each piece is shown in one place only",
        ),
        (ModeNow(split=False, why=N_("Shared, because you chose so")), "Shared: shown everywhere"),
    ],
)
def test_a_reason_that_does_not_hold_any_more_is_not_given(mode: ModeNow, said: str) -> None:
    assert say(mode_words(mode)) == said
    assert since_words(mode) is None


# More places than pieces


def test_more_places_than_pieces_are_told_in_the_pane_and_found_by_the_filter(window: Window, pottery: Pottery) -> None:
    filters = window.page.list.filters
    assert not filters.toggle("places").isEnabled()
    pottery.sell(BOWL, 11)
    show(pottery, BOWL, 1, 1)
    window.bridge.changed.emit(pottery.deliver(TILE, 1))
    window.page.open(BOWL)
    window.page.pane.renew()
    offers = window.page.pane.head.offers
    assert offers.crowd.isVisible()
    assert offers.crowd.text() == "Listed in 2 places, 1 piece"
    window.page._look_again()
    assert filters.toggle("places").accessibleName() == "More places than pieces, 1"
    window.press(Qt.Key.Key_7, ALT)
    assert window.skus() == [BOWL]
    show(pottery, BOWL, 1, 0)
    window.page.pane.renew()
    assert not offers.crowd.isVisible(), "one place, one piece"


@pytest.mark.parametrize(
    ("crowd", "said"),
    [
        (Crowd(3, 1), "Listed in 3 places, 1 piece"),
        (Crowd(2, 0), "Listed in 2 places, 0 pieces"),
        (Crowd(5, 4), "Listed in 5 places, 4 pieces"),
    ],
)
def test_both_counts_have_their_plural(theme: Theme, crowd: Crowd, said: str) -> None:
    assert crowd_words(crowd) == said


def test_the_filters_stand_in_their_order(window: Window) -> None:
    shown = [toggle.accessibleName().split(",")[0] for toggle in window.page.list.filters._in_order()]
    assert shown == [
        "All", "Oversold", "At or under floor", "Reorder", "On order", "Channel differs", "More places than pieces",
        "Not counted in 60 days",
    ]  # fmt: skip


def test_an_arrow_says_that_there_are_more_filters(pottery: Pottery, opener: Opener, qtbot: QtBot) -> None:
    window = opener(lambda: pottery.now, (1150, 744))
    strip = window.page.list.filters.parentWidget().parentWidget()
    left, right = strip.arrows  # type: ignore[attr-defined]
    assert not left.isVisible()
    assert right.isVisible()
    qtbot.mouseClick(right, Qt.MouseButton.LeftButton)
    assert left.isVisible()
    assert not right.isVisible()
    qtbot.mouseClick(left, Qt.MouseButton.LeftButton)
    assert not left.isVisible()
    window.page.list.filters.toggle("uncounted").setFocus()
    assert not right.isVisible(), "the keyboard brings it into view by itself"


# A listing that sold more than it showed


def test_a_listing_that_sold_more_than_it_showed(window: Window, pottery: Pottery) -> None:
    with transaction(pottery.db):
        listing = pottery.listing(BOWL).id
        listings.move_believed(pottery.db, listing, -40, 0, now=later())
    window.page.open(BOWL)
    notes = window.page.pane.head.notes
    said = [label.text() for label in notes.findChildren(QLabel)]
    assert "WooCommerce sold more than it showed. Plimsoll reads it again before it raises anything." in said
    with transaction(pottery.db):
        pottery.db.execute("update listing set broken_at = null")
    window.page.pane.renew()
    assert not any("sold more" in note.sentence.text() for note in notes.notes)


# What everything here must keep


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1440, 844), (1280, 744)])
def test_nothing_is_cut(
    pottery: Pottery, opener: Opener, theme: Theme, qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    theme.set_text_scale(scale)
    pottery.sell(BOWL, 11)
    show(pottery, BOWL, 1, 1)
    change_mode(pottery, BOWL, split=True, why=LATE)
    window = opener(lambda: pottery.now, size)
    window.page.open(BOWL)
    head = window.page.pane.head
    qtbot.waitUntil(head.offers.crowd.isVisible)
    qtbot.waitUntil(lambda: cut(head) == [])
    assert outside(head) == []
    assert nameless(head) == []


def test_every_word_is_translated(pottery: Pottery, opener: Opener, qapp: object) -> None:
    pottery.sell(BOWL, 11)
    show(pottery, BOWL, 1, 1)
    with spoken_pseudo(qapp):  # type: ignore[arg-type]
        window = opener(lambda: pottery.now)
        window.page.open(BOWL)
        assert untranslated(window.page.pane.head.offers) == []

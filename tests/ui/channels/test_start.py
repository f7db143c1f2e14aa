"""Starting stock: which shop to believe, what it would give, and one press that can be taken back."""

import pytest
from PySide6.QtCore import Qt

from app.core.changes import Changes
from app.core.orders import OrderLine
from app.posting import post_order
from app.store import breaker, listings, pushes, shops
from app.store.database import transaction
from tests.life import NOW, add_product, add_shop, level, line, order
from tests.ui.channels.world import dialog, listing, nameless, read_shop, told
from tests.ui.pseudo import spoken_pseudo, untranslated

SPACE, ENTER, DOWN, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def link(db, shop, *skus):
    with transaction(db):
        for sku in skus:
            db.execute(
                "update listing set product_id = (select id from product where sku = ?1)"
                " where shop_id = ?2 and sku = ?1",
                (sku, shop.id),
            )


@pytest.fixture
def woo(db):
    """MUG can start, with two sold and not sent; the others cannot, each for its own reason."""
    shop = add_shop(db, name="WooCommerce", live=False)
    for sku in ("MUG", "CUP", "UNREAD", "CARD", "TWICE"):
        add_product(db, sku)
    add_product(db, "OLD", 3)
    add_product(db, "SET", MUG=1)
    facts = [listing(sku, 10) for sku in ("MUG", "CUP", "UNREAD", "OLD", "SET")]
    facts += [listing("CARD", None, counted=False), listing("TWICE", 1, ref="t1"), listing("TWICE", 2, ref="t2")]
    read_shop(db, shop, facts)
    link(db, shop, "MUG", "CUP", "UNREAD", "OLD", "SET", "CARD", "TWICE")
    post_order(db, shop, order("7", line("ref-MUG", 2)), now=NOW)
    with transaction(db):
        db.execute("update listing set believed = 10 where sku = 'MUG'")  # read after the sale
        db.execute("update listing set settled = 0 where sku = 'UNREAD'")
    return shop


@pytest.fixture
def start(opened, woo):
    page = opened()
    page.do("start", woo.id)
    return page._views["start"]


def cells(start):
    model = start.table.model()
    rows = [[model.index(row, at).data() for at in range(1, model.columnCount())] for row in range(model.rowCount())]
    return {row[0]: (row[2], row[3]) for row in rows}


def test_every_product_shows_its_sum_or_why_it_has_none(start):
    assert cells(start) == {
        "MUG": ("Shows 10 + 2 sold and not sent = 12 on hand", 12),
        "CUP": ("Shows 10 = 10 on hand", 10),
        "UNREAD": ("Its number is being read", None),
        "OLD": ("It already has a number", None),
        "SET": ("A bundle: it follows its parts", None),
        "CARD": ("The shop does not count its stock", None),
        "TWICE": ("Listed twice there: count it by hand", None),
    }
    assert start.press.label() == "Start 2 products"
    assert start.words.text() == "Reading 1 number of WooCommerce. It comes here by itself."
    counts = [start.filters.toggle(key).accessibleName() for key in ("ready", "reading", "skipped")]
    assert counts == ["Ready, 2", "Being read, 1", "Left out, 5"]


def test_a_number_that_was_read_meanwhile_comes_by_itself(start, db):
    with transaction(db):
        db.execute("update listing set settled = 1")
    told(start.window(), Changes(catalog=True))
    start._again.now()
    assert cells(start)["UNREAD"] == ("Shows 10 = 10 on hand", 10)
    assert start.words.text().startswith("Open orders are booked as promised.")


def test_one_press_writes_the_numbers_and_one_undo_takes_them_back(start, db, woo, qtbot):
    page = start.window()
    start.table.setFocus()
    with qtbot.waitSignal(page.undoable) as offered:
        qtbot.keyClick(start.table, ENTER, CTRL)
    assert offered.args[0] == "2 products start with what WooCommerce shows"
    assert (level(db, "MUG"), level(db, "CUP"), level(db, "UNREAD")) == ((12, 2), (10, 0), (0, 0))
    assert cells(start)["MUG"] == ("It already has a number", None)
    assert start.press.label() == "Nothing to start"
    entries = db.execute("select count(*) from stock_entry").fetchone()
    start.apply()
    assert db.execute("select count(*) from stock_entry").fetchone() == entries, "a repeat changes nothing"

    offered.args[1]()
    assert level(db, "MUG") == (0, 2)
    told(page, Changes(catalog=True))
    start._again.now()
    assert cells(start)["MUG"] == ("Shows 10 + 2 sold and not sent = 12 on hand", 12)


def test_a_product_that_is_unticked_does_not_start(start, db, qtbot):
    start.table.setFocus()
    start.table.select_row(next(row for row in range(7) if start._model.rows[row].sku == "CUP"))
    qtbot.keyClick(start.table, SPACE)
    assert start.press.label() == "Start 1 product"
    start.apply()
    assert (level(db, "MUG"), level(db, "CUP")) == ((12, 2), (0, 0))


def test_what_is_left_out_cannot_be_ticked(start, qtbot):
    start.filters.toggle("skipped").click()
    start.table.setFocus()
    qtbot.keyClick(start.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(start.table, SPACE)
    assert start.press.label() == "Start 2 products"


def test_another_shop_can_be_believed_by_keyboard(opened, db, woo, qtbot):
    other = add_shop(db, name="Shopify", letter="S", live=False)
    add_shop(db, "stall", "Market stall", "M")
    read_shop(db, other, [listing("MUG", 7)])
    link(db, other, "MUG")
    page = opened()
    page.do("start", woo.id)
    start = page._views["start"]
    assert set(start.radios) == {woo.id, other.id}, "a stall has no numbers to believe"
    first, second = start.radios[woo.id], start.radios[other.id]
    assert first.isChecked()
    assert first.hasFocus()
    assert second.accessibleName() == "Believe Shopify"
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    assert cells(start) == {"MUG": ("Shows 7 = 7 on hand", 7)}
    start.apply()
    assert level(db, "MUG") == (7, 2)


def test_when_nothing_is_left_to_read_or_start_going_live_is_next(start, db, woo):
    with transaction(db):
        db.execute("update listing set settled = 1")
    start.read()
    start.apply()
    assert start.press.label() == "Go live…"
    start.press.click()
    page = start.window()
    assert page.stack.currentWidget() is page._views["live"]


def test_a_shop_without_links_has_nothing_to_give(opened, db):
    shop = add_shop(db, name="WooCommerce", live=False)
    read_shop(db, shop, [listing("MUG")])
    page = opened()
    page.do("start", shop.id)
    start = page._views["start"]
    assert start.words.text() == "No listing of WooCommerce is linked to a product yet."
    assert not start.press.isEnabled()
    start.apply()
    assert db.execute("select count(*) from stock_entry").fetchone() == (0,)


def test_esc_goes_back_to_the_list_from_anywhere(start, qtbot):
    page = start.window()
    qtbot.keyClick(next(iter(start.radios.values())), ESC)
    assert page.stack.currentWidget() is page.overview
    assert page.overview.table.hasFocus()


def test_a_row_is_read_out(start):
    model = start.table.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "Ticked. Mug, MUG. Shows 10 + 2 sold and not sent = 12 on hand." in said
    assert "Old, OLD. It already has a number." in said


def test_every_control_has_a_name_and_all_words_are_translated(opened, woo, qapp):
    with spoken_pseudo(qapp):
        page = opened()
        page.do("start", woo.id)
        view = page._views["start"]
        assert untranslated(view, ignoring={"Esc", "WooCommerce"}) == []
        assert all("⟦" in words for words, _ in cells(view).values())
    assert nameless(view) == []


def test_nothing_is_sent_by_starting(start, db, woo):
    start.apply()
    assert shops.shop(db, woo.id).mode == "looking"
    assert all(not row.confirmed for row in listings.listings_of_shop(db, woo.id))
    assert {slot.sku for slot in pushes.offers(db, woo.id, now=NOW)} >= {"MUG", "CUP"}, "but they have offers now"


def test_a_sale_that_was_sent_meanwhile_changes_the_preview(start, db, woo):
    gone = OrderLine(ref="a", listing="ref-MUG", sku="MUG", shipped=2, taken=2)
    post_order(db, woo, order("7", gone, at=5), now=NOW)
    told(start.window(), Changes(skus=frozenset({"MUG"})))
    start._again.now()
    assert cells(start)["MUG"] == ("Shows 10 = 10 on hand", 10)


# ------------------------------------------------------------------------------------------------ packs


def test_a_product_sold_in_packs_only_starts_from_its_pack(opened, db):
    shop = add_shop(db, name="Etsy", live=False)
    add_product(db, "CND")
    add_product(db, "SIX", CND=6)
    read_shop(db, shop, [listing("SIX", 4)])
    link(db, shop, "SIX")
    post_order(db, shop, order("7", line("ref-SIX", 1)), now=NOW)
    with transaction(db):
        db.execute("update listing set believed = 3, settled = 1")  # read after the sale
    page = opened()
    page.do("start", shop.id)
    start = page._views["start"]
    assert cells(start) == {
        "CND": ("(3 packs shown + 1 sold and not sent) × 6 = 24 on hand", 24),
        "SIX": ("A bundle: it follows its parts", None),
    }
    start.apply()
    assert level(db, "CND") == (24, 6)
    assert {slot.sku: slot.offer.quantity for slot in pushes.offers(db, shop.id, now=NOW)} == {"SIX": 3}
    entries = db.execute("select count(*) from stock_entry").fetchone()
    start.read()
    start.apply()
    assert db.execute("select count(*) from stock_entry").fetchone() == entries


def test_single_pieces_are_believed_before_packs_and_two_packs_are_a_decision(opened, db):
    shop = add_shop(db, name="Etsy", live=False)
    for sku in ("CND", "EGG"):
        add_product(db, sku)
    for sku, parts in (("SIX", {"CND": 6}), ("TEN", {"EGG": 10}), ("TWO", {"EGG": 2}), ("MIX", {"CND": 1, "EGG": 1})):
        add_product(db, sku, **parts)
    read_shop(db, shop, [listing(sku, 4) for sku in ("CND", "SIX", "TEN", "TWO", "MIX")])
    link(db, shop, "CND", "SIX", "TEN", "TWO", "MIX")
    page = opened()
    page.do("start", shop.id)
    found = cells(page._views["start"])
    assert found["CND"] == ("Shows 4 = 4 on hand", 4)
    assert found["EGG"] == ("Listed twice there: count it by hand", None)


def mass(db, opened, zeros):
    """Shopify is live and shows 5 of everything; the shop that is to be believed shows none of some of it."""
    shopify = add_shop(db, "shopify", "Shopify", "S")
    woo = add_shop(db, name="WooCommerce", live=False)
    skus = [f"P{number:02}" for number in range(14)]
    for sku in skus:
        add_product(db, sku)
    read_shop(db, woo, [listing(sku, 0 if place < zeros else 7) for place, sku in enumerate(skus)])
    read_shop(db, shopify, [listing(sku, 5) for sku in skus])
    link(db, woo, *skus)
    link(db, shopify, *skus)
    page = opened()
    page.do("start", woo.id)
    return page._views["start"]


def test_an_import_that_takes_ten_products_to_nothing_elsewhere_asks_first_with_the_list(opened, db, qtbot):
    start = mass(db, opened, zeros=10)
    start.apply()
    asked = dialog(start)
    assert asked.no.hasFocus()
    (table,) = asked.tables
    assert [(one.sku, one.before, one.after) for one in table.sheet.rows] == [(f"P{n:02}", 5, 0) for n in range(10)]
    qtbot.keyClick(asked, ENTER)
    assert db.execute("select count(*) from stock_entry").fetchone() == (0,), "the safe answer writes nothing"
    start.apply()
    dialog(start).yes.click()
    assert level(db, "P13") == (7, 0)
    assert db.execute("select sum(started) from stock_level").fetchone() == (14,)


def test_a_smaller_one_does_not_ask(opened, db):
    start = mass(db, opened, zeros=9)
    start.apply()
    assert level(db, "P13") == (7, 0)


def test_twenty_that_fall_and_more_than_a_quarter_are_weighed_too(db):
    shop = add_shop(db, "shopify", "Shopify", "S")
    numbers = {add_product(db, f"P{number:02}", 9): 3 for number in range(24)}
    read_shop(db, shop, [listing(f"P{number:02}", 9) for number in range(24)])
    link(db, shop, *(f"P{number:02}" for number in range(24)))
    (found,) = breaker.weigh(db, numbers)
    assert (found.shop, len(found.changes), found.zeros) == ("Shopify", 24, 0)
    assert breaker.weigh(db, dict(list(numbers.items())[:19])) == []
    assert breaker.weigh(db, dict.fromkeys(numbers, 20)) == [], "what rises is offered by the policy"
    assert breaker.weigh(db, numbers, source=shop.id) == []

"""The matching page: what it shows, deciding by keyboard, carrying it out, and two thousand listings."""

from time import process_time

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from app.core.changes import Changes
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import StoreError
from app.posting import post_adjustment, post_order
from app.store import catalog, health, listings, pushes, shops
from app.store.catalog import Product
from app.store.database import transaction
from app.ui.channels import acts
from app.ui.channels.matching import Choice
from tests.life import NOW, add_product, add_shop, level, line, order
from tests.ui.channels.world import dialog, listing, nameless, read_shop, told
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER, SPACE, ESC, DOWN, DELETE = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_Delete,
)
CTRL = Qt.KeyboardModifier.ControlModifier
GENEROUS_S = 4.0


@pytest.fixture
def woo(db):
    """Two products; listings of every kind."""
    shop = add_shop(db, name="WooCommerce", live=False)
    add_product(db, "MUG")
    add_product(db, "TILE")
    read_shop(
        db,
        shop,
        [
            listing("MUG"),
            listing("NEW-1", price_minor=2400, currency="GBP"),
            listing("NEW-2"),
            listing("TWICE", ref="t1"),
            listing("TWICE", ref="t2"),
            listing("", ref="nameless"),
            listing("CARD", None, counted=False),
            listing("PARENT", 8, ref="parent"),
            listing("PARENT-S", None, ref="small", stock_of="parent"),
        ],
    )
    return shop


@pytest.fixture
def match(opened, woo):
    page = opened()
    page.do("match", woo.id)
    return page._views["match"]


def cells(match):
    model = match.table.model()
    return [[model.index(row, at).data() for at in range(1, model.columnCount())] for row in range(model.rowCount())]


def go_to(match, sku):
    match.table.select_row(next(row for row, cell in enumerate(cells(match)) if cell[0] == sku))


def ticks(match):
    model = match.table.model()
    boxes = [model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(model.rowCount())]
    return {
        cell[0]: None if box is None else box is Qt.CheckState.Checked
        for cell, box in zip(cells(match), boxes, strict=True)
    }


def carried_out(match, qtbot):
    match.press.click()
    qtbot.waitUntil(lambda: not match._slices.running and match.table.isEnabled(), timeout=30_000)


# ------------------------------------------------------------------------------------------------ what it shows


def test_every_listing_says_what_happens_to_it(match):
    assert match.header.note() == "WooCommerce: 8 listings. Nothing is created or written before you say so."
    assert match.table.hasFocus()
    assert {cell[0]: cell[2] for cell in cells(match)} == {
        "MUG": "Link to MUG, Mug",
        "NEW-1": "Add as a new product",
        "NEW-2": "Add as a new product",
        "PARENT": "Add as a new product",
        "PARENT-S": "Shows the number of Parent, and follows it",
        "TWICE": "Decide: other listings here have the same SKU",
        "CARD": "The shop does not count it: nothing is sent, but its sales can count",
        "–": "Decide: it has no SKU. Choose a product",
    }
    assert ticks(match) == {
        "MUG": True,
        "NEW-1": True,
        "NEW-2": True,
        "PARENT": True,
        "PARENT-S": None,
        "TWICE": False,
        "CARD": False,
        "–": None,
    }
    assert match.press.label() == "Link 1 and add 3 products"
    assert match.undecided.text() == "4 are undecided."


def test_a_follower_stands_under_its_holder(match):
    shown = [(cell[0], cell[1]) for cell in cells(match)]
    at = shown.index(("PARENT", "Parent"))
    assert shown[at + 1] == ("PARENT-S", "↳ Parent-S")


def test_groups_are_counted_on_toggles_and_can_be_looked_at_alone(match, qtbot):
    names = [match.filters.toggle(key).accessibleName() for key in ("same_sku", "new", "duplicate", "no_sku")]
    assert names == ["Same SKU, 1", "New, 3", "Duplicate SKU, 2", "No SKU, 1"]
    qtbot.keyClick(match.table, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert [cell[0] for cell in cells(match)] == ["TWICE", "TWICE"]
    match.filters.clear()
    qtbot.keyClick(match.table, "/")
    assert match.search.hasFocus()
    qtbot.keyClicks(match.search, "new-2")
    qtbot.keyClick(match.search, ENTER)
    assert [cell[0] for cell in cells(match)] == ["NEW-2"]
    assert match.table.hasFocus()


def test_a_row_is_read_out_with_its_box(match):
    model = match.table.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "Ticked. Mug, MUG. Link to MUG, Mug." in said
    assert "Nameless, no SKU. Decide: it has no SKU. Choose a product." in said


# ------------------------------------------------------------------------------------------------ deciding


def test_space_turns_the_boxes_of_all_chosen_rows_over(match, qtbot):
    go_to(match, "NEW-1")
    qtbot.keyClick(match.table, DOWN, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(match.table, SPACE)
    assert (ticks(match)["NEW-1"], ticks(match)["NEW-2"]) == (False, False)
    assert match.press.label() == "Link 1 and add 1 product"
    qtbot.keyClick(match.table, SPACE)
    assert match.press.label() == "Link 1 and add 3 products"


def test_a_click_on_a_box_turns_it_over(match, qtbot):
    go_to(match, "MUG")
    box = match.table.visualRect(match.table.model().index(match.table.currentIndex().row(), 0))
    qtbot.mouseClick(match.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert match.press.label() == "Add 3 products"


def test_duplicates_are_decided_by_ticking(match, qtbot):
    match.filters.toggle("duplicate").click()
    match.table.setFocus()
    qtbot.keyClick(match.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(match.table, SPACE)
    assert match.press.label() == "Link 2 and add 4 products", "two listings of one new product"
    assert match.undecided.text() == "2 are undecided."


def test_a_product_is_chosen_for_a_listing_without_a_sku(match, qtbot):
    go_to(match, "–")
    assert not match.add.isEnabled(), "a tick alone cannot decide it"
    qtbot.keyClick(match.table, SPACE)
    assert match.press.label() == "Link 1 and add 3 products"
    qtbot.keyClick(match.table, ENTER)
    asked = dialog(match)
    assert asked.windowTitle() == "Which product is Nameless?"
    qtbot.keyClicks(asked.search.field, "tile")
    qtbot.keyClick(asked.search.field, DOWN)
    qtbot.keyClick(asked.search.table, ENTER)
    assert match.press.label() == "Link 2 and add 3 products"
    assert ticks(match)["–"] is True
    assert catalog.product_id(match._bridge.db, "NEW-1") is None, "nothing is written yet"


def test_a_search_that_finds_nothing_keeps_its_words_and_chooses_nothing(match, qtbot):
    go_to(match, "–")
    qtbot.keyClick(match.table, ENTER)
    asked = dialog(match)
    qtbot.keyClicks(asked.search.field, "spekled")
    asked.search.look("spekled")
    assert asked.search._nothing.text() == "No product matches “spekled”."
    assert asked.search.field.text() == "spekled"
    assert not asked.yes.isEnabled()
    qtbot.keyClick(asked.search.field, ESC)
    assert asked.search.field.text() == ""
    qtbot.keyClick(asked.search.field, ESC)
    assert not asked.isVisible()


def test_leaving_alone_and_taking_a_decision_back(match, qtbot):
    go_to(match, "–")
    qtbot.keyClick(match.table, DELETE)
    assert match.undecided.text() == "3 are undecided."
    assert match.clear_button.isEnabled()
    match.clear_button.click()
    assert match.undecided.text() == "4 are undecided."


# ------------------------------------------------------------------------------------------------ reasons and packs


@pytest.fixture
def looks(opened, db):
    """A shop whose listings are known by barcode, name and pack; and a product that it does not list."""
    shop = add_shop(db, name="Etsy", live=False)
    with transaction(db):
        for sku, title, barcode in (("CND", "Sea candle", "5012345678900"), ("JUG", "Pitcher large", None)):
            catalog.add_product(db, Product(sku=sku, title=title, barcode=barcode), now=NOW)
    post_adjustment(db, "CND", EntryKind.COUNT, 40, reason="counted", batch="c", now=NOW)
    read_shop(
        db,
        shop,
        [
            listing("E1", title="Sea candles"),
            listing("E2", title="Unlike", barcode="5012345678900"),
            listing("E3", title="Sea candle, set of 6"),
            listing("E4", title="Sea candle, set of 12"),
            listing("TWICE", ref="t1", title="Egg cup"),
            listing("TWICE", ref="t2", title="Egg cup red"),
        ],
    )
    page = opened()
    page.do("match", shop.id)
    view = page._views["match"]
    view.table.setFocus()
    return view


def happens(match):
    return {cell[0]: cell[2] for cell in cells(match)}


def test_every_proposal_says_why(looks):
    assert happens(looks) == {
        "E1": "Maybe CND, 100 % alike: Sea candle",
        "E2": "Maybe CND by its barcode: Sea candle",
        "E3": "Maybe 6 × CND: Sea candle",
        "E4": "Maybe 12 × CND: Sea candle",
        "TWICE": "Decide: other listings here have the same SKU",
    }
    assert not looks.press.isEnabled(), "nothing of this is sure"


def test_enter_accepts_and_goes_on_and_u_takes_it_back(looks, qtbot):
    go_to(looks, "E1")
    qtbot.keyClick(looks.table, ENTER)
    assert happens(looks)["E1"] == "Link to CND, Sea candle"
    assert looks.table.current().listing.sku == "E2"
    qtbot.keyClick(looks.table, "u")
    assert happens(looks)["E1"] == "Maybe CND, 100 % alike: Sea candle"
    qtbot.keyClick(looks.table, "k")
    assert looks.table.current().listing.sku == "E1"
    qtbot.keyClick(looks.table, "j")
    assert looks.table.current().listing.sku == "E2"


def test_a_accepts_every_pack_and_they_become_bundles_in_one_undo(looks, db, qtbot):
    go_to(looks, "E3")
    assert looks.accept_group.label() == "Accept all: Pack"
    qtbot.keyClick(looks.table, "a")
    assert looks.notice.text() == "2 accepted: Pack."
    assert happens(looks)["E3"] == "Add as a pack or bundle of 6 × CND"
    page = looks.window()
    with qtbot.waitSignal(page.undoable, timeout=30_000) as offered:
        looks.press.click()
    assert offered.args[0] == "2 products added."
    assert (catalog.parts(db, "E3"), catalog.parts(db, "E4")) == ({"CND": 6}, {"CND": 12})
    shop = looks._shop
    shown = {slot.sku: slot.offer.quantity for slot in pushes.offers(db, shop, now=NOW)}
    assert (shown["E3"], shown["E4"]) == (6, 3), "the offer is the floor of what is available by the pack"
    offered.args[1]()
    assert catalog.product_id(db, "E3") is None
    assert {row.product_sku for row in listings.listings_of_shop(db, shop)} == {None}


def test_a_sold_pack_takes_its_pieces_once(looks, db, qtbot):
    go_to(looks, "E3")
    qtbot.keyClick(looks.table, ENTER)
    carried_out(looks, qtbot)
    post_order(db, shops.shop(db, looks._shop), order("9", line("ref-E3", 2)), now=NOW)
    assert level(db, "CND") == (40, 12)


def test_undo_keeps_what_something_happened_to(looks, db, qtbot):
    page = looks.window()
    go_to(looks, "E3")
    qtbot.keyClick(looks.table, ENTER)
    with qtbot.waitSignal(page.undoable, timeout=30_000) as offered:
        looks.press.click()
    post_order(db, shops.shop(db, looks._shop), order("9", line("ref-E3", 2)), now=NOW)
    offered.args[1]()
    assert {row.product_sku for row in listings.listings_of_shop(db, looks._shop)} == {None}
    assert level(db, "CND") == (40, 12), "the sale is a fact"


def test_numbers_answer_duplicates(looks, qtbot):
    go_to(looks, "TWICE")
    assert [button.label() for button in looks.strip.buttons] == [
        "All 2 are TWICE",
        "Only this one is TWICE",
        "Leave all alone",
    ]
    qtbot.keyClick(looks.table, "2")
    assert [cell[2] for cell in cells(looks) if cell[0] == "TWICE"] == ["Add as a new product", "Leave it alone"]
    qtbot.keyClick(looks.table, "1")
    assert [cell[2] for cell in cells(looks) if cell[0] == "TWICE"] == ["Add as a new product"] * 2
    qtbot.keyClick(looks.table, Qt.Key.Key_Backspace)
    assert [cell[2] for cell in cells(looks) if cell[0] == "TWICE"].count("Add as a new product") == 1


def test_n_adds_a_product_whatever_is_proposed(looks, qtbot):
    go_to(looks, "E1")
    qtbot.keyClick(looks.table, "n")
    assert happens(looks)["E1"] == "Add as a new product"


def test_products_without_a_listing_are_shown_and_looked_for(looks, qtbot):
    toggle = looks.filters.toggle("unlisted")
    assert toggle.accessibleName() == "Not listed here, 2"
    toggle.click()
    assert happens(looks) == {
        "CND": "Not listed here. Enter looks for one",
        "JUG": "Not listed here. Enter looks for one",
    }
    go_to(looks, "CND")
    looks.table.setFocus()
    qtbot.keyClick(looks.table, ENTER)
    assert set(happens(looks)) == {"E1", "E3", "E4"}
    assert looks.matching.work().all == 0


def test_a_listing_can_be_several_products(looks, qtbot):
    go_to(looks, "E2")
    qtbot.keyClick(looks.table, "c")
    asked = dialog(looks)
    assert asked.search.sku() == "CND"
    asked.pieces.set_text("2")
    assert asked.sum.text() == "One piece listed here is 2 × CND."
    asked.more.click()
    qtbot.keyClicks(asked.search.field, "JUG")
    asked.search.look("JUG")
    assert asked.sum.text() == "One piece listed here is 2 × CND and 1 × JUG."
    asked.pieces.set_text("0")
    assert asked.pieces.error()
    assert not asked.yes.isEnabled()
    asked.pieces.set_text("1")
    asked.yes.click()
    assert happens(looks)["E2"] == "Add as a pack or bundle of 2 × CND and 1 × JUG"


# ------------------------------------------------------------------------------------------------ carrying it out


def test_what_was_decided_is_written_and_nothing_else(match, db, woo, qtbot):
    go_to(match, "CARD")
    qtbot.keyClick(match.table, DELETE)
    match.table.setFocus()
    qtbot.keyClick(match.table, ENTER, CTRL)
    qtbot.waitUntil(lambda: not match._slices.running and match.table.isEnabled())
    linked = {row.ref: row.product_sku for row in listings.listings_of_shop(db, woo.id)}
    assert linked == {
        "ref-MUG": "MUG",
        "ref-NEW-1": "NEW-1",
        "ref-NEW-2": "NEW-2",
        "parent": "PARENT",
        "small": "PARENT",
        "t1": None,
        "t2": None,
        "nameless": None,
        "ref-CARD": None,
    }
    new = catalog.product(db, "NEW-1")
    assert (new.title, new.price_minor, new.currency) == ("New-1", 2400, "GBP")
    assert health.links(db, woo.id).ignored == 1
    assert match.notice.text() == "1 listing linked. 3 products added. 1 listing left alone."
    assert shops.shop(db, woo.id).mode == "looking", "nothing is sent"
    assert match.press.label() == "Starting stock…"
    match.press.click()
    assert match.window().stack.currentWidget() is match.window()._views["start"]


def test_a_second_press_writes_nothing_twice(match, db, woo, qtbot):
    carried_out(match, qtbot)
    before = db.execute("select count(*) from product").fetchone()
    match.read()
    assert match.matching.work().all == 0
    assert db.execute("select count(*) from product").fetchone() == before


def test_sales_that_waited_for_a_link_are_booked(match, db, woo, qtbot):
    post_order(db, woo, order("9", line("ref-MUG", 2)), now=NOW)
    assert level(db, "MUG") == (0, 0)
    carried_out(match, qtbot)
    assert level(db, "MUG") == (0, 2)


def test_a_link_is_taken_away(match, db, woo, qtbot):
    carried_out(match, qtbot)
    go_to(match, "MUG")
    qtbot.keyClick(match.table, DELETE)
    assert match.press.label() == "Keep 1 decision"
    carried_out(match, qtbot)
    assert match.notice.text() == "1 link taken away."
    assert {row.ref: row.product_sku for row in listings.listings_of_shop(db, woo.id)}["ref-MUG"] is None


def test_what_cannot_be_written_stops_it_and_says_how_far_it_came(match, db, qtbot, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise StoreError(N_("The disk is full."), N_("Free some space."))

    monkeypatch.setattr(acts, "link", full)
    with qtbot.waitSignal(match._bridge.trouble):
        match.press.click()
    qtbot.waitUntil(match.table.isEnabled)
    assert match.notice.text() == "It stopped before the end. What was written stays; press again for the rest."
    assert catalog.product_id(db, "NEW-1") is not None
    assert match.press.label() == "Link 1 listing", "the rest is still to be done"
    monkeypatch.undo()
    carried_out(match, qtbot)
    assert match.matching.work().all == 0


def test_leaving_in_the_middle_keeps_what_was_done_and_the_rest_can_follow(match, db, woo, qtbot):
    done = []
    match._slices.stepped.connect(lambda *_: (done.append(1), match.go_back()))
    match.press.click()
    qtbot.waitUntil(lambda: bool(done))
    page = match.window()
    assert page.stack.currentWidget() is page.overview
    assert not match._slices.running
    match._slices.stepped.disconnect()
    page.do("match", woo.id)
    assert match.table.isEnabled()
    assert match.press.isEnabled()
    carried_out(match, qtbot)
    assert health.links(db, woo.id).unlinked == 4


def test_it_goes_on_behind_another_page_but_not_without_its_window(match, db, qtbot):
    page = match.window()
    match.matching.tick(match.matching.lines[0], on=False)
    match.press.click()
    match._slices.stepped.connect(lambda *_: page.hide())
    qtbot.waitUntil(lambda: not page.isVisible())
    assert not match._slices.running
    assert match.table.isEnabled()


# ------------------------------------------------------------------------------------------------ news


def test_listings_that_come_meanwhile_are_shown_and_decisions_stay(match, db, woo, qtbot):
    go_to(match, "NEW-1")
    qtbot.keyClick(match.table, SPACE)
    read_shop(db, woo, [listing("LATE")])
    match.on_changed(Changes(catalog=True))
    match._again.now()
    assert ticks(match)["LATE"] is True
    assert ticks(match)["NEW-1"] is False
    assert match.table.current().listing.sku == "NEW-1", "the keyboard stays where it was"


def test_news_reaches_the_view_through_the_page(match, db, woo):
    read_shop(db, woo, [listing("LATE")])
    told(match.window(), Changes(shops=frozenset({woo.id})))
    match._again.now()
    assert "LATE" in ticks(match)


def test_a_shop_that_is_removed_meanwhile_leads_back_to_the_list(match, db, woo):
    page = match.window()
    with transaction(db):
        shops.remove(db, woo.id, now=NOW)
    match.on_changed(Changes(shops=frozenset({woo.id})))
    match._again.now()
    assert page.stack.currentWidget() is page.overview


# ------------------------------------------------------------------------------------------------ two thousand


@pytest.fixture
def many(opened, db):
    shop = add_shop(db, name="WooCommerce", live=False)
    for number in range(40):
        add_product(db, f"SKU-{number:04}")
    read_shop(db, shop, [listing(f"SKU-{number:04}") for number in range(2000)])
    page = opened()
    began = process_time()  # of this process alone: a busy machine is not this page's doing
    page.do("match", shop.id)
    assert process_time() - began < GENEROUS_S
    return page._views["match"]


def test_two_thousand_listings_are_shown_decided_and_searched_without_a_wait(many, qtbot):
    assert many.press.label() == "Link 40 and add 1,960 products"
    began = process_time()  # of this process alone: a busy machine is not this page's doing
    qtbot.keyClick(many.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(many.table, SPACE)
    assert many.press.label() == "Nothing to link"
    qtbot.keyClick(many.table, SPACE)
    qtbot.keyClick(many.table, Qt.Key.Key_End)
    assert many.table.current().listing.sku == "SKU-1999"
    many._searched("sku-19")
    assert many.table.model().rowCount() == 100
    assert process_time() - began < GENEROUS_S


def test_two_thousand_listings_are_read_by_a_handful_of_statements(many, db):
    statements = []
    db.set_trace_callback(statements.append)
    many.read()
    db.set_trace_callback(None)
    assert len(statements) < 20


def test_hundreds_are_written_in_slices_while_the_window_answers(many, db, qtbot):
    many.table.selectionModel().clear()
    for row in range(200, 2000):
        many.matching.tick(many._model.rows[row].line, on=False)
    many._changed()
    assert many.press.label() == "Link 40 and add 160 products"
    seen = []
    many._slices.stepped.connect(lambda done, total: seen.append((done, total, many.press.isEnabled())))
    carried_out(many, qtbot)
    assert seen[0] == (1, 5, False), "slices of forty, and nothing is pressed twice meanwhile"
    assert [done for done, _, _ in seen] == [1, 2, 3, 4, 5], "four of new products, then the links"
    assert db.execute("select count(*) from listing where product_id is not null").fetchone() == (200,)
    assert many.matching.counts()["linked"] == 200


# ------------------------------------------------------------------------------------------------ names


def test_every_control_has_a_name_and_all_words_are_translated(opened, woo, qapp):
    with spoken_pseudo(qapp):
        page = opened()
        page.do("match", woo.id)
        view = page._views["match"]
        assert untranslated(view, ignoring={"Esc", "Enter", "Space", "Del"}) == []
        assert all("⟦" in cell[2] for cell in cells(view))
    assert nameless(view) == []


def test_choosing_for_several_listings_asks_once(match, qtbot):
    match.filters.toggle("duplicate").click()
    match.table.selectAll()
    match.choose()
    asked = dialog(match)
    assert asked.windowTitle() == "Which product are these 2 listings?"
    asked.search.look("tile")
    asked.accept()
    assert [row.line.target for row in match._model.rows] == ["TILE", "TILE"]
    assert {row.line.choice for row in match._model.rows} == {Choice.LINK}


def test_the_selection_outlives_a_new_reading(match, db, woo):
    model = match.table.selectionModel()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    match.table.select_row(0)
    model.select(match.table.model().index(2, 0), flags)
    chosen = [row.listing.id for row in match.table.selected()]
    read_shop(db, woo, [listing("AAA")])
    match.read()
    assert [row.listing.id for row in match.table.selected()] == chosen

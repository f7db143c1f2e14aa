"""Going live: every number that would change is listed first, and nothing is sent before the yes."""

import pytest
from PySide6.QtCore import Qt

from app.core.changes import Changes
from app.posting import post_order
from app.store import access, another, settings, shops
from app.store.database import transaction
from tests.life import NOW, add_product, add_shop, later, line, order
from tests.ui.channels.world import dialog, listing, nameless, read_shop, told
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def woo(db):
    """Four products with a number, one without, one listing that is not linked."""
    shop = add_shop(db, name="WooCommerce", live=False)
    shows = {"UP": 2, "DOWN": 9, "DOWN-MORE": 20, "SAME": 5, "NEW": 4}
    for sku in shows:
        add_product(db, sku, None if sku == "NEW" else 5)
    read_shop(db, shop, [*(listing(sku, number) for sku, number in shows.items()), listing("UNLINKED")])
    with transaction(db):
        db.execute("update listing set product_id = (select id from product where product.sku = listing.sku)")
    return shop


@pytest.fixture
def live(opened, woo):
    page = opened()
    page.overview.table.button(woo.id).click()
    return page._views["live"]


def cells(live):
    model = live.table.model()
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_every_number_that_would_change_is_listed_with_its_sum_lowering_first(live):
    assert live.header.title() == "Go live with WooCommerce"
    assert cells(live) == [
        ["DOWN-MORE", "Down-More", 20, 5, "5 on hand, 0 committed, 0 held back: 5 here"],
        ["DOWN", "Down", 9, 5, "5 on hand, 0 committed, 0 held back: 5 here"],
        ["UP", "Up", 2, 5, "5 on hand, 0 committed, 0 held back: 5 here"],
    ]
    assert live.words.text() == "3 numbers would change: 2 down, 1 up. 1 stays as it is."
    assert live.others.text() == (
        "1 listing is not linked: nothing is sent to it.  1 product has no number yet: it is not sent."
        "  Look too who else may change stock there: two writers undo each other."
    )
    assert live.press.label() == "Go live and send 3 numbers"
    assert live.table.hasFocus(), "not on the button that sends"


def test_two_writers_are_refused_and_the_way_to_them_is_shown(live, db, woo, program, qtbot):
    with transaction(db):
        access.note(db, woo.id, "Bundle Helper", needed=False, now=NOW)
        access.note(db, woo.id, "Till", needed=True, now=NOW)
    live.read()
    assert live.words.text().startswith("Bundle Helper may change stock at WooCommerce too")
    assert not live.press.isEnabled()
    qtbot.keyClick(live.table, ENTER, CTRL)
    assert program.said == []
    live.who.click()
    page = live.window()
    assert page.stack.currentWidget() is page.overview
    assert page.overview.detail.tab() == "access"
    with transaction(db):
        access.note(db, woo.id, "Bundle Helper", needed=False, revoked_at=NOW, now=NOW)
        access.checked(db, woo.id, 1, now=NOW)
    page.do("live", 1)
    assert (live.press.isEnabled(), live.who.isHidden()) == (True, True)


def test_nothing_is_sent_before_the_yes(live, program, qtbot):
    page = live.window()
    qtbot.keyClick(live.table, ESC)
    assert page.stack.currentWidget() is page.overview
    page.do("live", 1)
    live.keep.click()
    assert page.stack.currentWidget() is page.overview
    page.do("live", 1)
    qtbot.keyClick(live.table, ENTER)
    assert program.said == []


def test_the_yes_sends(live, db, woo, program, qtbot):
    page = live.window()
    qtbot.keyClick(live.table, ENTER, CTRL)
    assert program.said == [("mode", woo.id, "live")]
    assert page.stack.currentWidget() is page.overview
    assert page.overview.table.button(woo.id).label() == "Pause"
    assert page.overview.table.chosen() == woo.id


@pytest.mark.parametrize("change", ["believed = null", "settled = 0"])
def test_a_number_that_nobody_knows_blocks_until_it_is_read(live, db, woo, program, change):
    with transaction(db):
        db.execute(f"update listing set {change} where sku = 'UP'")
    live.read()
    assert not live.press.isEnabled()
    assert live.words.text() == (
        "1 number has not been read yet. Plimsoll sends nothing before it knows what the shop shows."
    )
    live.apply()
    assert program.said == []
    live.look.click()
    assert program.said == [("compare", woo.id)]
    with transaction(db):
        db.execute("update listing set believed = 2, settled = 1 where sku = 'UP'")
    told(live.window(), Changes(shops=frozenset({woo.id})))
    live._again.now()
    assert live.press.isEnabled()
    assert not live.look.isVisible()


def test_a_follower_does_not_block(live, db, woo):
    read_shop(db, woo, [listing("SMALL", None, ref="small", stock_of="ref-UP")], at=later())
    with transaction(db):
        db.execute("update listing set product_id = (select id from product where sku = 'UP') where ref = 'small'")
    live.read()
    assert live.press.label() == "Go live and send 3 numbers"
    assert live.press.isEnabled()


def test_the_list_follows_the_stock(live, db, woo):
    post_order(db, woo, order("1", line("ref-SAME", 2)), now=NOW)
    with transaction(db):
        db.execute("update listing set believed = 5 where sku = 'SAME'")
        settings.put(db, settings.HELD_BACK, 1, now=NOW)
    told(live.window(), Changes(settings=True))
    live._again.now()
    assert [row[:4] for row in cells(live)] == [
        ["DOWN-MORE", "Down-More", 20, 4],
        ["DOWN", "Down", 9, 4],
        ["SAME", "Same", 5, 2],
        ["UP", "Up", 2, 4],
    ]


def test_when_nothing_differs_it_says_so_and_can_go_live(live, db, woo, program):
    with transaction(db):
        db.execute("update listing set believed = 5")
    live.start(woo.id)
    assert live.words.text() == "The shop already shows every number that Plimsoll would send."
    assert (live.press.label(), live.table.isVisible()) == ("Go live", False)
    assert live.keep.hasFocus()
    live.press.click()
    assert program.said == [("mode", woo.id, "live")]


def test_a_computer_that_does_not_send_asks_before_it_does(live, program, woo, qtbot):
    program.sender = False
    live.read()
    assert not live.press.isEnabled()
    assert live.words.text().startswith("Another computer sends for this inventory")
    live.here.click()
    asked = dialog(live)
    assert asked.no.hasFocus(), "two must not send"
    qtbot.keyClick(asked, ENTER)
    assert program.said == []
    live.here.click()
    dialog(live).yes.click()
    assert program.said == [("send from here",)]
    assert live.press.isEnabled()
    assert not live.here.isVisible()


@pytest.fixture
def two_send(db, woo):
    """Sending was stopped, because another computer sends too."""
    with transaction(db):
        another.stop(db, shops.shop(db, woo.id), now=NOW)
    return woo


def test_of_two_computers_the_seller_says_which_one_sends(opened, db, two_send, program, qtbot):
    page = opened()
    label = page.overview.table.button(two_send.id)
    assert label.label() == "Decide…"
    assert page.overview.detail.notice.sentence.text().startswith("Another computer is also Plimsoll for this shop. ")
    label.click()
    live = page._views["live"]
    assert live.header.title() == "Which computer sends to WooCommerce?"
    assert live.words.text() == (
        "Another computer is also Plimsoll for this shop. Decide which one sends: two undo each other’s numbers."
    )
    assert live.press.label() == "This computer sends…"
    live.press.click()
    asked = dialog(live)
    assert "close Plimsoll there first" in asked.accessibleDescription(), (
        "a shop that keeps no mark cannot tell the other one"
    )
    assert asked.no.hasFocus()
    qtbot.keyClick(asked, ENTER)
    assert program.said == []
    live.press.click()
    dialog(live).yes.click()
    assert program.said[-1] == ("take over", two_send.id)
    shop = shops.shop(db, two_send.id)
    assert (shop.mode, shop.another, shop.takes_over) == ("live", "", True)


def test_sending_can_be_left_to_the_other_computer(opened, db, two_send):
    page = opened()
    page.open(("live", two_send.id))
    page._views["live"].keep.click()
    assert shops.shop(db, two_send.id).another == shops.SEEN


def test_a_shop_with_a_mark_tells_the_other_computer(opened, db):
    shop = add_shop(db, "shopify", "Shopify", "S", live=False)
    with transaction(db):
        another.seen(db, shop)
    page = opened()
    page.open(("live", shop.id))
    live = page._views["live"]
    live.press.click()
    assert "notices it within a few minutes" in dialog(live).accessibleDescription()


def test_after_a_stop_the_same_list_decides_whose_numbers_stand(opened, db, woo, program, qtbot):
    with transaction(db):
        shops.set_mode(db, woo.id, "live", now=NOW)
        shops.hold(db, woo.id, changed=23)
    page = opened()
    page.do("send_ours", woo.id)
    live = page._views["live"]
    assert live.header.title() == "Send our numbers to WooCommerce"
    assert live.keep.label() == "Look only"
    live.keep.click()
    assert program.said == [("mode", woo.id, "looking")]
    program.said.clear()
    with transaction(db):
        shops.hold(db, woo.id, changed=23)
    page.do("send_ours", woo.id)
    live.press.click()
    assert program.said == [("mode", woo.id, "live")]
    assert shops.shop(db, woo.id).held is None


def test_a_shop_removed_meanwhile_leads_back(live, db, woo):
    page = live.window()
    with transaction(db):
        shops.remove(db, woo.id, now=NOW)
    live.on_changed(Changes(shops=frozenset({woo.id})))
    live._again.now()
    assert page.stack.currentWidget() is page.overview


def test_a_row_is_read_out(live):
    assert live.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Down-More, DOWN-MORE. Shows 20, will show 5. 5 on hand, 0 committed, 0 held back: 5 here."
    )


def test_every_control_has_a_name_and_all_words_are_translated(opened, woo, qapp):
    with spoken_pseudo(qapp):
        page = opened()
        page.do("live", woo.id)
        view = page._views["live"]
        assert untranslated(view, ignoring={"Esc"}) == []
        assert all("⟦" in row[4] for row in cells(view))
    assert nameless(view) == []

"""The chosen shop: what waits, what it asks, its links, its log, and what comes next."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from app.channels import CHANNELS
from app.core.changes import Changes
from app.core.channel import Off
from app.core.drift import Verdict
from app.posting import post_order
from app.store import edits, health, ledger, listings, looks, orders, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.ui.channels.panes import ANSWERS, LINKS, LOG, WAITING
from app.ui.channels.states import Mark, state_of
from app.ui.words import when
from tests.life import NOW, add_listing, add_product, add_shop, later, level, line, order
from tests.ui.channels.world import cells, dialog, listing, logged, nameless, read_shop, said, shown_words, told
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down


@pytest.fixture
def woo(db):
    shop = add_shop(db, name="WooCommerce")
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=1))
    return shop


def stocked(db, shop, *skus, shows=5, on_hand=5):
    for sku in skus:
        add_product(db, sku, on_hand)
    found = [add_listing(db, shop, sku, shows=shows) for sku in skus]
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")
    return found


def put(db, number, state, minutes=0.0, words=""):
    with transaction(db):
        db.execute(
            "update push set state = ?, due_at = ?, words = ? where listing_id = ?",
            (state, stamp(NOW - timedelta(minutes=minutes)), words, number),
        )


# ------------------------------------------------------------------------------------------------ tabs and next steps


def test_what_needs_an_answer_is_shown_first_and_counted(opened, db, woo):
    (mug,) = stocked(db, woo, "MUG")
    with transaction(db):
        looks.outside_edit(db, mug, expected=5, seen=9, should=5, at=NOW)
    page = opened()
    detail = page.overview.detail
    assert detail.tab() == ANSWERS
    assert [detail.tabs.tabText(at) for at in range(detail.tabs.count())] == [
        "Needs your answer 1",
        "Waiting to be confirmed",
        "Health",
        "Links",
        "Outside edits 1",
        "Who can change stock: check",
        "Call log",
        "About this channel",
    ]


def test_without_questions_what_waits_is_shown_and_the_tab_stays_where_the_seller_put_it(opened, db, woo, qtbot):
    stocked(db, woo, "MUG")
    page = opened()
    detail = page.overview.detail
    assert detail.tab() == WAITING
    detail.tabs.setFocus()
    for _ in range(5):
        qtbot.keyClick(detail.tabs, Qt.Key.Key_Right)
    assert detail.tab() == LOG
    told(page, Changes(catalog=True))
    assert detail.tab() == LOG
    assert detail.tabs.hasFocus()


def test_the_last_success_is_said_and_what_the_list_has_no_room_for(opened, db, woo):
    stocked(db, woo, "MUG")
    page = opened()
    detail = page.overview.detail
    assert not detail.more.isVisible(), "it did not answer yet"
    with transaction(db):
        shops.well(db, woo.id, now=NOW)
    told(page, Changes(shops=frozenset({woo.id})))
    assert (detail.more.text(), detail.more.isVisible()) == ("Last success 14:32.", True)
    detail.say_all(wanted=True)
    assert detail.more.text().startswith("Last success 14:32. 1 of 1 listings linked.")


def test_a_new_shop_is_led_from_reading_to_going_live(opened, db):
    shop = add_shop(db, name="WooCommerce", live=False)
    page = opened()
    notice = page.overview.detail.notice
    assert notice.sentence.text() == "Plimsoll is reading WooCommerce: 0 listings so far, and its orders."
    assert not notice.button.isVisible()

    read_shop(db, shop, [listing("MUG")])
    told(page, Changes(catalog=True))
    assert (notice.sentence.text(), notice.button.label()) == (
        "1 listing is read. Say which product it is.",
        "Match listings",
    )
    add_product(db, "MUG")
    with transaction(db):
        listings.link(db, 1, "MUG")
    told(page, Changes(catalog=True))
    assert notice.button.label() == "Starting stock"
    with transaction(db):
        db.execute("update stock_level set started = 1")
    told(page, Changes(catalog=True))
    assert notice.button.label() == "Go live…"
    notice.button.click()
    assert page.stack.currentWidget() is page._views["live"]


def test_a_signed_out_shop_says_so_keeps_the_technical_words_behind_details_and_leads_to_signing_in(opened, db, woo):
    with transaction(db):
        shops.troubled(db, woo.id, kind="signed_out", words="401: consumer key is invalid", now=NOW)
    page = opened()
    notice = page.overview.detail.notice
    assert notice.sentence.text() == "WooCommerce needs you to sign in. It gets no updates, and its last numbers stay."
    assert notice.detail.text() == "401: consumer key is invalid"
    assert not notice.detail.isVisible()
    notice.more.click()
    assert notice.detail.isVisible()
    told(page, Changes(catalog=True))
    assert notice.detail.isVisible(), "news does not close what the seller opened"
    notice.button.click()
    assert page._views["connect"].header.title() == "Sign in to WooCommerce"


def test_a_shop_that_does_not_answer_is_described_calmly(opened, db, woo):
    with transaction(db):
        shops.troubled(db, woo.id, kind="unavailable", words="503", now=NOW - timedelta(minutes=6))
    page = opened()
    notice = page.overview.detail.notice
    words = "WooCommerce has not done what Plimsoll asked for 6 min. Plimsoll goes on trying."
    assert notice.sentence.text() == words
    assert not notice.button.isVisible()


# ------------------------------------------------------------------------------------------------ waiting


def test_each_update_says_its_state_its_age_and_what_the_channel_said(opened, db, woo):
    spoon, mug = stocked(db, woo, "SPOON", "MUG", shows=36, on_hand=34)
    put(db, spoon, "retrying", 6.2, "Too many requests.")
    put(db, mug, "refused", 1, "No such product.")
    page = opened()
    rows = cells(page.overview.detail.panes.pane("waiting").table)
    assert [row[:3] for row in rows] == [
        ["Refused", "MUG", "Mug: show 34, not 36"],
        ["Trying again", "SPOON", "Spoon: show 34, not 36"],
    ]
    assert rows[1][3].startswith("6 min 12 s ago, ")
    assert [row[4] for row in rows] == ["No such product.", "Too many requests."]
    assert said(page.overview.detail.panes.pane("waiting").table, 1).startswith(
        "Spoon: show 34, not 36. Trying again, 6 min 12 s ago"
    )


def test_where_no_channel_said_anything_there_is_more_room_for_the_update(opened, db, woo):
    (spoon,) = stocked(db, woo, "SPOON")
    put(db, spoon, "due")
    page = opened()
    table = page.overview.detail.panes.pane("waiting").table
    assert table.isColumnHidden(4)
    put(db, spoon, "refused", 1, "No such product.")
    told(page, Changes(shops=frozenset({woo.id})))
    assert not table.isColumnHidden(4)


def test_enter_sends_the_chosen_update_again(opened, db, woo, qtbot):
    spoon, mug = stocked(db, woo, "SPOON", "MUG", shows=36)
    put(db, spoon, "gave_up", 1500)
    put(db, mug, "refused", 1)
    page = opened()
    table = page.overview.detail.panes.pane("waiting").table
    table.setFocus()
    with qtbot.waitSignal(page.bridge.changed) as news:
        qtbot.keyClick(table, ENTER)
    assert news.args[0].due == {woo.id}
    states = dict(db.execute("select listing_id, state from push").fetchall())
    assert states == {spoon: "due", mug: "refused"}
    page._soon.now()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.overview.detail.panes.pane("waiting").again.click()
    assert {state for (state,) in db.execute("select state from push")} == {"due"}


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("looking", "Looking only: nothing is sent to WooCommerce."),
        ("paused", "Paused: these are sent once you resume."),
        ("live", "Only the newest number of each product is sent."),
    ],
)
def test_nothing_is_sent_again_to_a_shop_that_is_not_live(opened, db, woo, mode, words):
    (spoon,) = stocked(db, woo, "SPOON")
    put(db, spoon, "refused")
    with transaction(db):
        shops.set_mode(db, woo.id, mode, now=NOW)
    page = opened()
    page.overview.detail.show_tab(WAITING)
    waiting = page.overview.detail.panes.pane("waiting")
    assert waiting.words.text() == words
    assert waiting.again.isEnabled() == (mode == "live")


def test_when_everything_is_confirmed_it_says_so(opened, db, woo):
    stocked(db, woo, "SPOON")
    page = opened()
    waiting = page.overview.detail.panes.pane("waiting")
    assert waiting.words.text() == "WooCommerce has confirmed everything."
    assert not waiting.table.isVisible()
    assert not waiting.again.isVisible()


# ------------------------------------------------------------------------------------------------ needs your answer


def refunded(db, shop, pieces=1):
    stocked(db, shop, "MUG")
    post_order(db, shop, order("1482", line("MUG", pieces, withheld=pieces)), now=NOW)


@pytest.mark.parametrize(("place", "stock"), [(0, (5, 1)), (1, (4, 1)), (2, (4, 1))])
def test_a_refund_asks_where_the_piece_is(opened, db, woo, qtbot, place, stock):
    refunded(db, woo)
    assert level(db, "MUG") == (5, 2)
    page = opened()
    answers = page.overview.detail.panes.pane("answers")
    words = "Order 1482: 1 MUG was refunded before it was sent. Is it on the shelf?"
    assert answers.items[0].sentence == words
    buttons = answers.row(0).buttons
    assert [button.label() for button in buttons] == ["Can be sold", "Damaged", "Lost"]
    assert buttons[0].accessibleName() == f"Can be sold. {words}"
    buttons[place].setFocus()
    qtbot.keyClick(buttons[place], SPACE)
    assert level(db, "MUG") == stock
    page._soon.now()
    assert orders.questions(db) == []
    assert answers.items == []
    qtbot.waitUntil(lambda: "Nothing needs your answer." in shown_words(answers))


def test_several_pieces_and_another_shop_are_told_apart(opened, db, woo):
    other = add_shop(db, name="Shopify", letter="S")
    refunded(db, woo, 2)
    page = opened()
    answers = page.overview.detail.panes.pane("answers")
    assert "2 MUG were refunded" in answers.items[0].sentence
    page.overview.choose(other.id)
    page.overview.detail.show_tab(ANSWERS)
    assert answers.items == []


def test_an_order_cancelled_after_it_was_sent_asks_what_came_back(opened, db, woo, qtbot):
    stocked(db, woo, "MUG")
    post_order(db, woo, order("12", line("MUG", 0, shipped=1, taken=1, title="Kelp mug"), ended=True), now=NOW)
    back = line("MUG", 0, shipped=1, returned=1, taken=0, title="Kelp mug")
    post_order(db, woo, order("12", back, at=1, ended=True, status="cancelled"), now=NOW)
    page = opened()
    answers = page.overview.detail.panes.pane("answers")
    assert answers.items[0].sentence == (
        "Order 12: 1 Kelp mug was put back on sale there after it was sent. Is it here?"
    )
    here, *others = answers.row(0).buttons
    assert [here.label(), *(one.label() for one in others)] == ["Can be sold", "Damaged", "Not here yet"]
    assert level(db, "MUG") == (4, 0)
    here.setFocus()
    qtbot.keyClick(here, SPACE)
    assert level(db, "MUG") == (5, 0)


def test_a_number_changed_from_outside_is_shown_with_both_and_ours_can_be_sent(opened, db, woo, qtbot):
    (tile,) = stocked(db, woo, "TILE", shows=41, on_hand=37)
    with transaction(db):
        looks.outside_edit(db, tile, expected=37, seen=41, should=37, at=NOW)
    page = opened()
    answers = page.overview.detail.panes.pane("answers")
    assert answers.items[0].sentence == "Tile: WooCommerce shows 41, Plimsoll says 37."
    assert answers.items[0].note == "TILE, +4 at 14:32, not ours".replace("14:32", when(NOW, page.bridge.now))
    ours, theirs, adjust = answers.row(0).buttons
    assert (ours.label(), theirs.label()) == ("Put ours back", "Take theirs")
    with qtbot.waitSignal(page.go) as gone:
        adjust.click()
    assert gone.args == ["inventory", "TILE"]
    ours.click()
    assert db.execute("select state from push").fetchone() == ("due",)
    assert [(edit.decision, edit.decider) for edit in edits.found(db)] == [("ours", "seller")]


def test_theirs_can_be_taken_from_the_answers_and_given_back(opened, db, woo, qtbot):
    (tile,) = stocked(db, woo, "TILE", shows=41, on_hand=37)
    with transaction(db):
        looks.outside_edit(db, tile, expected=37, seen=41, should=37, at=NOW)
    page = opened()
    with qtbot.waitSignal(page.undoable) as done:
        page.overview.detail.panes.pane("answers").row(0).buttons[1].click()
    sentence, back = done.args
    assert (sentence, level(db, "TILE")) == ("Tile: +4 taken over", (41, 0))
    page._soon.now()
    assert page.overview.detail.panes.pane("answers").items == []
    back()
    assert level(db, "TILE") == (37, 0)


def test_what_sold_more_than_it_showed_is_told_with_what_to_do_and_goes_when_it_was_read(
    opened, db, woo, qtbot, program
):
    (tile,) = stocked(db, woo, "TILE", shows=2, on_hand=5)
    page = opened()
    assert state_of(page.overview.facts[0], NOW).mark is Mark.LIVE
    post_order(db, woo, order("12", line("TILE", 3)), now=NOW)
    told(page, Changes(shops=frozenset({woo.id})))
    assert str(state_of(page.overview.facts[0], NOW).words) == "1 listing sold more than it showed"
    page.overview.detail.show_tab(ANSWERS)
    answers = page.overview.detail.panes.pane("answers")
    assert answers.items[0].sentence == "Tile: WooCommerce sold more than it showed."
    assert answers.items[0].note.startswith("Somebody raised its number there, or WooCommerce sells below zero by")
    (again,) = answers.row(0).buttons
    again.setFocus()
    qtbot.keyClick(again, Qt.Key.Key_Space)
    assert program.said == [("compare", woo.id)]
    with transaction(db):
        looks.look_judged(db, tile, 0, Verdict.EXPLAINED, now=NOW)
    told(page, Changes(shops=frozenset({woo.id})))
    assert answers.items == []


def test_an_outside_change_at_a_paused_shop_is_not_sent(opened, db, woo):
    (tile,) = stocked(db, woo, "TILE", shows=41, on_hand=37)
    with transaction(db):
        looks.outside_edit(db, tile, expected=37, seen=41, should=37, at=NOW)
        shops.set_mode(db, woo.id, "paused", now=NOW)
    page = opened()
    assert [button.label() for button in page.overview.detail.panes.pane("answers").row(0).buttons] == ["Adjust stock"]


def test_a_sale_of_an_unlinked_listing_is_booked_once_it_is_linked(opened, db, woo, qtbot):
    add_product(db, "MUG", 5)
    read_shop(db, woo, [listing("OTHER-SKU", ref="77")])
    post_order(db, woo, order("12", line("77", 2, title="Kelp mug")), now=NOW)
    page = opened()
    answers = page.overview.detail.panes.pane("answers")
    assert answers.items[0].sentence == "Order 12 sold 2 Kelp mug, which are not linked to a product."
    answers.row(0).buttons[0].click()
    asked = dialog(page)
    assert asked.windowTitle() == "Which product is Kelp mug?"
    assert not asked.yes.isEnabled(), "nothing is chosen yet"
    qtbot.keyClicks(asked.search.field, "mug")
    qtbot.keyClick(asked.search.field, DOWN)
    with qtbot.waitSignal(page.undoable) as offered:
        qtbot.keyClick(asked.search.table, ENTER)
    assert level(db, "MUG") == (5, 2)
    page._soon.now()
    assert answers.items == []
    said, take_back = offered.args
    assert said == "Kelp mug linked to MUG"
    take_back()
    assert health.links(db, woo.id).unlinked == 1
    assert level(db, "MUG") == (5, 2), "it was sold all the same"


def test_a_custom_item_cannot_be_linked_and_says_so(opened, db, woo):
    post_order(db, woo, order("12", line("X", 1, listing=None, title="Gift wrap")), now=NOW)
    page = opened()
    (item,) = page.overview.detail.panes.pane("answers").items
    assert (item.sentence, item.answers) == ("Order 12 sold 1 Gift wrap, which is not linked to a product.", ())
    assert item.note.startswith("A custom item")


def test_a_mass_change_stops_sending_says_what_happened_and_lets_the_seller_decide(opened, db, woo, program, qtbot):
    stocked(db, woo, "MUG", shows=0)
    with transaction(db):
        shops.hold(db, woo.id, changed=23)
    page = opened()
    page.overview.table.button(woo.id).click()
    answers = page.overview.detail.panes.pane("answers")
    assert answers.items[0].sentence == (
        "23 numbers at WooCommerce were changed from outside at once. Plimsoll stopped sending there."
    )
    show = answers.row(0).buttons[0]
    assert show.hasFocus(), "Decide brings the keyboard to the answers"
    show.click()
    held = page._views["held"]
    assert held.header.title() == "Changed from outside at WooCommerce"
    qtbot.keyClick(held, Qt.Key.Key_Escape)
    assert program.said == [], "Esc decides nothing"

    page.overview.show_answers(woo.id)
    answers.row(0).buttons[1].click()
    assert program.said == [("mode", woo.id, "looking")]
    page._soon.now()
    assert shops.shop(db, woo.id).held is None


def test_the_keyboard_goes_on_to_the_next_answer(opened, db, woo):
    stocked(db, woo, "MUG")
    for number in ("1", "2"):
        post_order(db, woo, order(number, line("MUG", 1, withheld=1)), now=NOW)
    page = opened()
    answers = page.overview.detail.panes.pane("answers")
    first = answers.row(0).buttons[0]
    first.setFocus()
    first.click()
    page._soon.now()
    assert len(answers.items) == 1
    assert answers.row(0).buttons[0].hasFocus()


# ------------------------------------------------------------------------------------------------ links


@pytest.fixture
def untidy(db, woo):
    for sku in ("GONE", "BELOW"):
        add_product(db, sku, 3)
    facts = [
        listing("GONE"),
        listing("BELOW", oversells=True, url="https://shop.example/below"),
        listing("NEW", url="https://shop.example/new"),
        listing("CARD", None, counted=False),
    ]
    read_shop(db, woo, facts)
    with transaction(db):
        listings.link(db, 1, "GONE")
        listings.link(db, 2, "BELOW")
        db.execute("update listing set gone_at = ? where id = 1", (stamp(NOW),))
    return woo


def links_of(page):
    page.overview.detail.show_tab(LINKS)
    return page.overview.detail.panes.pane("links")


def test_links_that_need_a_look_are_listed_in_words(opened, untidy):
    page = opened()
    assert page.overview.detail.tab() == LINKS, "a broken link is shown without being asked for"
    rows = cells(page.overview.detail.panes.pane("links").table)
    assert [(row[0], row[1]) for row in rows] == [
        ("Broken link: no longer there", "GONE"),
        ("Not linked", "CARD"),
        ("Not linked", "NEW"),
        ("Sells below zero there", "BELOW"),
    ]
    toggles = page.overview.detail.panes.pane("links").filters
    assert toggles.toggle("uncounted").accessibleName() == "Not stock-managed, 1"
    toggles.toggle("oversells").click()
    assert [row[1] for row in cells(page.overview.detail.panes.pane("links").table)] == ["BELOW"]


def test_a_broken_link_is_forgotten_after_asking(opened, db, untidy, qtbot):
    page = opened()
    found = links_of(page)
    found.table.select_row(0)
    assert not found.choose.isVisible()
    found.forget.click()
    asked = dialog(page)
    assert asked.windowTitle() == "Forget the link of Gone?"
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert health.links(db, untidy.id).broken == 1
    found.forget.click()
    with qtbot.waitSignal(page.undoable) as offered:
        qtbot.keyClick(dialog(page), ENTER)
    assert health.links(db, untidy.id).broken == 0
    assert offered.args[0] == "Link of Gone forgotten"
    offered.args[1]()
    assert health.links(db, untidy.id).broken == 1


def test_a_listing_is_linked_left_alone_and_asked_about_again(opened, db, untidy, qtbot):
    page = opened()
    offered = []
    page.undoable.connect(lambda said, back: offered.append((said, back)))
    found = links_of(page)
    found.table.select_row(2)
    found.leave.click()
    page._soon.now()
    assert health.links(db, untidy.id).ignored == 1
    offered[-1][1]()
    page._soon.now()
    assert health.links(db, untidy.id).ignored == 0
    found.table.select_row(found._model.row_of(3))
    found.leave.click()
    page._soon.now()
    found.table.select_row(found._model.row_of(3))
    assert found.leave.label() == "Ask again"
    found.leave.click()
    page._soon.now()
    assert health.links(db, untidy.id).ignored == 0
    found.table.select_row(found._model.row_of(3))
    qtbot.keyClick(found.table, ENTER)
    asked = dialog(page)
    qtbot.keyClicks(asked.search.field, "gone")
    qtbot.keyClick(asked.search.field, DOWN)
    qtbot.keyClick(asked.search.table, ENTER)
    linked = "select product_id is not null from listing where id = 3"
    assert db.execute(linked).fetchone() == (1,)
    assert [said for said, _ in offered[-2:]] == ["New is asked about again", "New linked to GONE"]
    offered[-1][1]()
    assert db.execute(linked).fetchone() == (0,)


def test_a_pane_is_made_when_it_is_first_shown(opened, untidy):
    page = opened()
    panes = page.overview.detail.panes
    assert panes.count() == 1
    for _ in range(2):
        page.overview.detail.show_tab(WAITING)
        page.overview.detail.show_tab(LINKS)
    assert panes.count() == 2


def test_a_listing_is_opened_in_the_browser(opened, untidy, monkeypatch):
    seen = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toString()))
    page = opened()
    found = links_of(page)
    found.table.select_row(2)
    found.browse.click()
    assert seen == ["https://shop.example/new"]
    found.table.select_row(1)
    assert not found.browse.isVisible(), "it has no address"


def test_when_all_is_well_the_links_say_so(opened, db, woo):
    stocked(db, woo, "MUG")
    page = opened()
    found = links_of(page)
    assert found.words.text() == "Every listing is linked, still there, and counted."
    assert not found.table.isVisible()


# ------------------------------------------------------------------------------------------------ names and words


def test_every_control_in_every_tab_has_a_name(opened, db, untidy):
    refunded(db, untidy)
    logged(db, untidy, 2)
    page = opened()
    for name in (ANSWERS, WAITING, LINKS, LOG):
        page.overview.detail.show_tab(name)
        assert nameless(page) == []


def test_all_words_of_every_tab_go_through_translation(opened, db, untidy, qapp):
    refunded(db, untidy)
    (mug,) = [row.id for row in listings.listings_of_shop(db, untidy.id) if row.sku == "MUG"]
    put(db, mug, "refused", 3, "Not now.")
    with spoken_pseudo(qapp):
        page = opened()
        for name in (ANSWERS, WAITING, LINKS, LOG):
            page.overview.detail.show_tab(name)
            assert untranslated(page, ignoring={"WooCommerce"}) == []
        rows = cells(page.overview.detail.panes.pane("waiting").table)
        assert all("⟦" in rows[0][at] for at in (0, 2, 3))


def test_a_level_that_moved_changes_what_the_shop_is_to_show(opened, db, woo):
    (mug,) = stocked(db, woo, "MUG", shows=9)
    put(db, mug, "due", 1)
    page = opened()
    assert cells(page.overview.detail.panes.pane("waiting").table)[0][2] == "Mug: show 5, not 9"
    post_order(db, woo, order("1", line("MUG", 2)), now=later())
    assert ledger.levels(db, ["MUG"])["MUG"].available == 3
    told(page, Changes(shops=frozenset({woo.id}), skus=frozenset({"MUG"})))
    assert cells(page.overview.detail.panes.pane("waiting").table)[0][2] == "Mug: show 3, not 7"


def test_a_sign_in_that_ends_soon_is_asked_for_with_its_day(opened, db, program, qtbot):
    shop = add_shop(db, channel="etsy", name="Etsy", letter="E")
    with transaction(db):
        shops.set_option(db, shop.id, shops.SIGN_IN_ENDS, (NOW + timedelta(days=9)).isoformat())
    page = opened()
    detail = page.overview.detail
    asked = []
    detail.wanted.connect(lambda what, about: asked.append((what, about)))
    assert detail.notice.sentence.text() == "Etsy wants you to sign in again before Sat 23 May."
    qtbot.keyClick(detail.notice.button, SPACE)
    assert ("reconnect", shop.id) in asked


# ------------------------------------------------------------------------------------------------ money back


@pytest.mark.parametrize(
    ("sent", "words", "answers"),
    [
        (
            True,
            "Order 1482: 1 MUG was refunded after it was sent. Is it back?",
            ["Can be sold", "Damaged", "Not here yet"],
        ),
        (
            False,
            "Order 1482: money was given back, perhaps for 1 MUG. Does it stay here, or is it sent?",
            ["It stays here", "It is sent"],
        ),
    ],
)
def test_money_back_without_a_line_is_asked_about(opened, db, woo, qtbot, sent, words, answers):
    stocked(db, woo, "MUG")
    one = line("MUG", 0 if sent else 1, shipped=1 if sent else 0, refunded=1)
    post_order(db, woo, order("1482", one), now=NOW)
    before = level(db, "MUG")
    page = opened()
    shown = page.overview.detail.panes.pane("answers")
    assert shown.items[0].sentence == words
    assert [button.label() for button in shown.row(0).buttons] == answers
    qtbot.keyClick(shown.row(0).buttons[-1], SPACE)
    if sent:  # then it may still be under way: only who has looked once says that it will not come
        page._soon.now()
        assert [button.label() for button in shown.row(0).buttons] == ["Can be sold", "Damaged", "Will not come"]
        qtbot.keyClick(shown.row(0).buttons[-1], SPACE)
    assert level(db, "MUG") == before, "nothing is booked"
    assert orders.questions(db) == []


# ------------------------------------------------------------------------------------------------ off sale


def test_a_listing_that_is_off_sale_says_why_and_is_put_back_on_the_press(opened, db, qtbot):
    etsy = add_shop(db, channel="etsy", name="Etsy", letter="E")
    with transaction(db):
        shops.set_mode(db, etsy.id, "live", now=NOW - timedelta(days=1))
    for sku in ("MUG", "POT", "JUG"):
        add_product(db, sku, 0 if sku == "POT" else 3)
    facts = [listing("MUG", 0, off=Off.SOLD_OUT), listing("POT", 0, off=Off.PARKED), listing("JUG", 3)]
    read_shop(db, etsy, facts)
    with transaction(db):
        for number, sku in enumerate(("MUG", "POT", "JUG"), start=1):
            listings.link(db, number, sku)
        db.execute("update push set state = 'refused', words = 'sold out' where listing_id = 1")
    page = opened(channels=(CHANNELS["etsy"].info,))
    found = links_of(page)
    states = [(row[0], row[1]) for row in cells(found.table)]
    assert states == [("Sold out there", "MUG"), ("Paused by Plimsoll: none left", "POT")]
    found.table.select_row(1)
    assert not found.press.isVisible(), "it comes back by itself"
    found.table.select_row(0)
    found.press.click()
    asked = dialog(page)
    assert asked.windowTitle() == "Put Mug on sale at Etsy?"
    assert any("charges its listing fee" in words and "sends 3 pieces" in words for words in shown_words(asked))
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert db.execute("select pressed from listing where id = 1").fetchone() == (0,)
    found.press.click()
    dialog(page).yes.click()
    assert db.execute("select pressed, state from listing join push on listing_id = id where id = 1").fetchone() == (
        1,
        "due",
    )

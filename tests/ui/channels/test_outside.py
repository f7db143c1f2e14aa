"""Outside edits in the window: the trail, the standing choice, what is held, and who can change stock."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from app.core.changes import Changes
from app.core.drift import Standing
from app.posting import post_order
from app.store import access, compares, edits, listings, looks, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.ui.channels.outside_words import attributed, became, is_race
from app.ui.channels.panes import ACCESS, OUTSIDE
from tests.life import NOW, add_listing, add_product, add_shop, later, level, line, order
from tests.ui.channels.world import cells, dialog, nameless, said, told
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def woo(db):
    shop = add_shop(db, name="WooCommerce")
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=1))
        access.checked(db, shop.id, 0, now=NOW)
    return shop


def edited(db, shop, sku="MUG", seen=8, ago=timedelta(0), wrote_before=None):
    """Five were shown, and somebody made it another number."""
    if not listings.listings_of_product(db, sku):
        add_product(db, sku, 5)
        add_listing(db, shop, sku, shows=5)
    (row,) = listings.listings_of_product(db, sku)
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")
        if wrote_before is not None:
            at = NOW - ago - wrote_before
            db.execute("update push set quantity = 5, key_at = ? where listing_id = ?", (stamp(at), row.id))
        looks.outside_edit(db, row.id, expected=row.believed or 0, seen=seen, should=5, at=NOW - ago)
        db.execute("update listing set believed = ? where id = ?", (seen, row.id))
    return row.id


def pane(page, name):
    detail = page.overview.detail
    detail.show_tab(name)
    return detail.panes.pane("outside") if name == OUTSIDE else detail.panes.pane("access")


# ------------------------------------------------------------------------------------------------ the trail


def test_an_edit_is_named_with_its_size_its_time_and_our_own_write_before_it(opened, db, woo):
    edited(db, woo, wrote_before=timedelta(seconds=12))
    outside = pane(opened(), OUTSIDE)
    (row,) = cells(outside.table)
    assert row[0] == "Waits for you"
    assert row[2:] == ["Mug", 5, 8, "+3", "Not ours, 12 s after our own write"]
    (edit,) = edits.found(db)
    assert attributed(edit, NOW).endswith("not ours, 12 s after our own write")
    assert attributed(edit, NOW).startswith("+3 at ")
    assert said(outside.table).startswith("Mug, MUG. +3 at ")


def test_a_number_that_may_follow_a_sale_late_says_so_and_is_measured(opened, db, woo):
    add_product(db, "MUG", 5)
    number = add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1", line("MUG", 2), placed=-40 / 60), now=NOW)
    with transaction(db):
        for seen in (5, 6):
            looks.outside_edit(db, number, expected=3, seen=seen, should=3, at=NOW)
    more, late = edits.found(db, shop=woo.id)
    assert late.late_by == timedelta(seconds=40)
    assert attributed(late, NOW).endswith("40 s after a sale there: perhaps it follows late")
    assert more.late_by is None, "more than was sold there is somebody's doing"
    page = opened()
    assert cells(pane(page, OUTSIDE).table)[1][-1] == "Perhaps late, 40 s after a sale there"
    page.overview.detail.show_tab("health")
    shown = {said.name: said for said in page.overview.detail.panes.pane("health").rows.said}["Its own number"]
    assert (shown.value, shown.missed) == ("40 s", True)
    assert shown.why == "1 time in the last 30 days it was still the old one that long after a sale there."


def test_a_write_long_before_explains_nothing(opened, db, woo):
    edited(db, woo, wrote_before=timedelta(hours=2))
    assert cells(pane(opened(), OUTSIDE).table)[0][-1] == "Not ours"


def test_ours_is_put_back_by_keyboard(opened, db, woo, qtbot):
    edited(db, woo)
    page = opened()
    outside = pane(page, OUTSIDE)
    outside.ours.setFocus()
    qtbot.keyClick(outside.ours, Qt.Key.Key_Space)
    assert [became(edit) for edit in outside.rows] == ["Ours put back by you"]
    assert not outside.ours.isVisible(), "nothing waits any more"
    assert db.execute("select state from push").fetchone() == ("due",)


def test_theirs_is_taken(opened, db, woo):
    edited(db, woo)
    outside, backs, before = pane(opened(), OUTSIDE), [], level(db, "MUG")
    outside.undoable.connect(lambda _said, back: backs.append(back))
    outside.theirs.click()
    assert (level(db, "MUG"), became(outside.rows[0])) == ((8, 0), "Theirs taken by you")
    backs[0]()
    assert level(db, "MUG") == before != (8, 0)


def test_at_a_paused_shop_ours_cannot_be_sent(opened, db, woo):
    edited(db, woo)
    with transaction(db):
        shops.set_mode(db, woo.id, "paused", now=NOW)
    outside = pane(opened(), OUTSIDE)
    assert (outside.ours.isEnabled(), outside.theirs.isEnabled()) == (False, True)


def test_the_standing_choice_is_a_dated_setting(opened, db, woo, qtbot):
    outside = pane(opened(), OUTSIDE)
    assert outside.words.text() == "Nobody else has changed a number at WooCommerce in the last 90 days."
    outside.choice.setFocus()
    qtbot.keyClick(outside.choice, Qt.Key.Key_Down)
    assert edits.standing(db, woo.id) is Standing.OURS
    assert "sends its number to WooCommerce again" in outside.means.text()
    qtbot.keyClick(outside.choice, Qt.Key.Key_Down)
    assert edits.standing(db, woo.id) is Standing.THEIRS
    rows = db.execute("select value from setting where name = 'outside_edits' order by seq").fetchall()
    assert rows == [("ours",), ("theirs",)]


def test_the_standing_choice_can_be_taken_back(opened, db, woo, qtbot):
    outside, backs = pane(opened(), OUTSIDE), []
    outside.undoable.connect(lambda _said, back: backs.append(back))
    outside.choice.setFocus()
    qtbot.keyClick(outside.choice, Qt.Key.Key_Down)
    assert edits.standing(db, woo.id) is Standing.OURS
    backs[0]()
    assert edits.standing(db, woo.id) is Standing.ASK
    assert Standing(outside.choice.currentData()) is Standing.ASK


def test_three_times_in_a_day_is_a_second_master_with_what_to_do(opened, db, woo, qtbot):
    for hour in (3, 2):
        edited(db, woo, ago=timedelta(hours=hour), seen=8 + hour)
    page = opened()
    outside = pane(page, OUTSIDE)
    assert outside._warning.isHidden()
    assert page.overview.detail.title._note.text() == "Live"
    edited(db, woo, seen=2, wrote_before=timedelta(seconds=9))
    told(page, Changes(catalog=True))
    assert outside._warning.sentence.text().startswith(
        "A second master: numbers at WooCommerce were replaced 3 times in the last 24 hours."
        " 1 of them was within 30 s of our own write. Find the program or person"
    )
    assert page.overview.detail.title._note.text() == "A second master: 3 changes in 24 h"
    outside._warning.button.click()
    assert page.overview.detail.tab() == ACCESS


def test_the_compare_and_what_it_missed_are_said(opened, db, woo):
    edited(db, woo)
    for days in (6, 0):
        at = NOW - timedelta(days=days)
        with transaction(db):
            compares.begin(db, woo.id, compares.ASKED, now=at - timedelta(minutes=1))
            compares.end(db, woo.id, now=at)
    words = pane(opened(), OUTSIDE).compared.text()
    assert ": 0 of 1 agree. Missed 4 days: the app was closed." in words


# ------------------------------------------------------------------------------------------------ what is held


@pytest.fixture
def held(db, woo, opened):
    """Three were changed at once and one is no longer listed; the shop is held."""
    for sku, seen in (("CUP", 9), ("MUG", 0), ("JUG", 0)):
        edited(db, woo, sku, seen)
    add_product(db, "POT", 5)
    gone = add_listing(db, woo, "POT", shows=5)
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")
        listings.miss(db, [gone], at=NOW)
        shops.hold(db, woo.id, changed=4)
    page = opened()
    page.do("held", woo.id)
    return page._views["held"]


def test_the_whole_list_is_shown_with_what_fell_to_nothing_first(held):
    assert [(row.sku, row.ours, row.theirs) for row in held.rows] == [
        ("JUG", 5, 0),
        ("MUG", 5, 0),
        ("POT", 5, None),
        ("CUP", 5, 9),
    ]
    assert held.words.text() == "4 numbers were changed at once. 3 of them fell to 0. 1 is no longer listed."
    assert held.table.hasFocus()


def test_ours_put_back_goes_on_sending_and_asks_for_what_is_missing_by_itself(held, db, woo, program):
    held.ours.click()
    assert program.said == [("mode", woo.id, "live")]
    assert {edit.decision for edit in edits.found(db)} == {"ours"}
    assert shops.shop(db, woo.id).held is None
    assert listings.missing(db, woo.id) == []
    (pot,) = listings.listings_of_product(db, "POT")
    (look_at,) = db.execute("select look_at from listing where id = ?", (pot.id,)).fetchone()
    assert (pot.gone_at, look_at) == (None, stamp(NOW))


def test_theirs_taken_is_asked_first_then_adjusts_and_can_be_undone_in_one(held, db, woo, qtbot):
    page = held.window()
    held.theirs.click()
    asked = dialog(page)
    assert asked.windowTitle() == "Take the numbers of WooCommerce?"
    qtbot.keyClick(asked, ENTER)
    assert level(db, "MUG") == (5, 0), "Enter answers the safe one"
    held.theirs.click()
    with qtbot.waitSignal(held.undoable) as done:
        dialog(page).yes.click()
    assert (level(db, "MUG"), level(db, "CUP"), level(db, "POT")) == ((0, 0), (9, 0), (5, 0))
    assert listings.listings_of_product(db, "POT")[0].gone_at is not None
    assert shops.shop(db, woo.id).held is None
    done.args[1]()
    assert (level(db, "MUG"), level(db, "CUP")) == ((5, 0), (5, 0))


def test_escape_decides_nothing_and_looking_only_sends_nothing(held, db, woo, program, qtbot):
    with qtbot.waitSignal(held.left):
        qtbot.keyClick(held.table, ESC)
    assert (program.said, shops.shop(db, woo.id).held) == ([], 4)
    held.start(woo.id)
    held.look.click()
    assert program.said == [("mode", woo.id, "looking")]
    assert {edit.decision for edit in edits.found(db)} == {None}


# ------------------------------------------------------------------------------------------------ who can change stock


def test_programs_are_noted_and_their_access_is_taken_back_on_a_date(opened, db, woo, qtbot):
    page, undo = opened(), []
    page.undoable.connect(lambda _said, back: undo.append(back))
    writers = pane(page, ACCESS)
    assert cells(writers.table)[0][:2] == ["Plimsoll", "The master"]
    writers.add.click()
    asked = dialog(page)
    assert not asked.yes.isEnabled()
    qtbot.keyClicks(asked.field.edit, "Bundle Helper")
    qtbot.keyClick(asked.field.edit, ENTER)
    assert cells(writers.table)[1][:2] == ["Bundle Helper", "Yes, and it need not"]
    writers.table.select_row(1)
    writers.need.click()
    assert cells(writers.table)[1][1] == "Writes stock too"
    writers.revoke.click()
    assert cells(writers.table)[1][1] == "No more"
    assert db.execute("select count(*) from write_access").fetchone() == (3,), "dated rows, never overwritten"
    said = []
    while undo:
        undo.pop()()
        page._soon.now()
        said.append([row[1] for row in cells(writers.table)[1:]])
    assert said == [["Writes stock too"], ["Yes, and it need not"], []], "each press can be taken back"
    assert [row.name for row in access.programs(db, woo.id)] == []
    with transaction(db):
        access.note(db, woo.id, "Bundle Helper", needed=True, now=later(9))
    assert [row.name for row in access.programs(db, woo.id)] == ["Bundle Helper"], "and noted again"


def test_more_than_two_others_is_a_warning_and_it_is_asked_again_after_ninety_days(opened, db, woo, program, qtbot):
    page = opened()
    writers = pane(page, ACCESS)
    assert writers.glyph.isHidden()
    with transaction(db):
        for name in ("A", "B", "C"):
            access.note(db, woo.id, name, needed=True, now=NOW)
    told(page, Changes(catalog=True))
    assert writers.sentence.text() == "3 other programs may change stock there. Take back what is not needed."
    assert writers.glyph.isVisible()
    program.now = NOW + timedelta(days=91)
    told(page, Changes(catalog=True))
    detail = page.overview.detail
    assert "Who can change stock: check" in [detail.tabs.tabText(at) for at in range(detail.tabs.count())]
    writers.checked.click()
    assert access.checked_at(db, woo.id) == program.now
    assert db.execute("select value from setting_now where name = 'access_checked'").fetchone() == (3,)
    first, program.now = program.now, program.now + timedelta(days=1)
    with qtbot.waitSignal(page.undoable) as done:
        writers.checked.click()
    assert access.checked_at(db, woo.id) == program.now
    done.args[1]()
    assert access.checked_at(db, woo.id) == first, "what was checked before that holds again"


def test_how_many_are_too_many_and_what_is_a_race_are_the_sellers(opened, db, woo, qtbot):
    edited(db, woo, wrote_before=timedelta(seconds=50))
    for name in ("Till", "Bundles"):
        with transaction(db):
            access.note(db, woo.id, name, needed=True, now=NOW)
    page = opened()
    found, offered = pane(page, ACCESS), []
    page.undoable.connect(lambda said, back: offered.append((said, back)))
    assert found.glyph.isHidden()
    assert "within" not in found.seen.text()
    for field, text in ((found.limits.writers, "1"), (found.limits.race, "60")):
        field.edit.setFocus()
        qtbot.keyClicks(field.edit, text)
        qtbot.keyClick(field.edit, ENTER)
    page._soon.now()
    assert found.sentence.text().startswith("2 other programs may change stock there.")
    assert "1 within 60 s of our own write." in found.seen.text()
    assert [is_race(edit) for edit in edits.found(db)] == [True]
    assert [said for said, _ in offered] == ["Another number of programs is too many", "Another time counts as a race"]
    for _, back in offered:
        back()
    page._soon.now()
    assert found.glyph.isHidden()
    assert [is_race(edit) for edit in edits.found(db)] == [False]


def test_the_permissions_page_is_offered_only_where_it_is_known(opened, db, woo, monkeypatch):
    page = opened()
    assert pane(page, ACCESS).browse.isHidden(), "no address, no link"
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    with transaction(db):
        db.execute("update shop set channel = 'shopify', address = 'kiln.myshopify.com'")
    told(page, Changes(catalog=True))
    pane(page, ACCESS).browse.click()
    assert asked == ["https://admin.shopify.com/store/kiln/settings/apps"]


# ------------------------------------------------------------------------------------------------ for everybody


@pytest.mark.parametrize("tab", [OUTSIDE, ACCESS])
def test_every_control_has_a_name_and_everything_is_translated(opened, db, woo, tab, qapp):
    for hour in (3, 2, 1):
        edited(db, woo, ago=timedelta(hours=hour), seen=8 + hour)
    page = opened()
    assert nameless(pane(page, tab)) == []
    with spoken_pseudo(qapp):
        again = opened()
        own = {"WooCommerce", "Mug", "MUG", "Plimsoll"}
        assert untranslated(pane(again, tab), ignoring=own) == []


@pytest.mark.parametrize("tab", [OUTSIDE, ACCESS])
def test_nothing_is_cut_on_a_small_window_with_large_text(opened, db, woo, theme, tab):
    for hour in (3, 2, 1):
        edited(db, woo, ago=timedelta(hours=hour), seen=8 + hour)
    theme.set_text_scale(1.5)
    try:
        page = opened(size=(1228, 744))
        assert cut(pane(page, tab)) == []
    finally:
        theme.set_text_scale(1.0)

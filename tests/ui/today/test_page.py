"""Today by keyboard: the worst leads, an area with nothing wrong is one grey line, and each line opens its place."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.core.count_kinds import CountKind
from app.core.counting import Tolerance
from app.core.deliveries import Terms
from app.core.wizard import Step
from app.store import absence, another, counts, deliveries, floor_acts, settings, shops, suppliers
from app.store.database import transaction
from app.ui.shell import facts as shell_facts
from app.ui.shell.notices import Act, Grade, notices
from app.ui.today.page import TodayPage
from tests.life import NOW
from tests.ui.shell.checks import nameless
from tests.ui.shell.world import worlds

QUIET = ("Incidents: none is open", "Channels: all confirmed, nothing to look at",
         "Product links: every listing is linked", "Floors: no product is at or under its floor")  # fmt: skip


@pytest.fixture
def world(tmp_path):
    with worlds(tmp_path) as make:
        yield make()


@pytest.fixture
def make_page(world, theme, qtbot):
    def make():
        def facts():
            return shell_facts.read(world.db, sends_here=True, sample=False, backups=None)

        page = TodayPage(world.bridge, theme, facts)
        page.went = []
        page.go.connect(lambda key, what: page.went.append((key, what)))
        qtbot.addWidget(page)
        page.resize(1260, 844)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.shown()
        return page

    return make


def said(page):
    """Every line that can be seen, in order."""
    rows = [page.no_incident, *page.others.rows]
    for section in (page.floors, page.counts, page.channels, page.links):
        rows += section.rows
    return [row.accessibleName() for row in rows if row.isVisibleTo(page)]


def floor(world, product, at):
    with transaction(world.db):
        settings.put(world.db, settings.FLOOR, at, product=product, now=NOW)


def begin_count(world, products):
    with transaction(world.db):
        return counts.begin(
            world.db, name="Weekly top 20", kind="top", products=products,
            tolerance=Tolerance(pieces=2, percent=0.0, strict_below=2), now=NOW,
        )[0]  # fmt: skip


def test_before_a_channel_is_connected_nothing_is_said_to_be_confirmed(make_page, world):
    world.product("MUG", 5)
    lines = said(make_page())
    assert "Channels: none is connected yet" in lines
    assert "Product links: nothing is linked yet" in lines
    assert not set(QUIET[1:3]) & set(lines)


def test_with_nothing_wrong_each_area_is_one_grey_line(make_page, world):
    world.product("MUG", 5)
    world.listed(world.shop(), shows=5)
    page = make_page()
    assert [words for words in said(page) if words in QUIET] == list(QUIET[:1] + QUIET[3:] + QUIET[1:3])
    assert page.header.title() == "Thursday 14 May"
    assert page.header.note() == "Nothing is wrong. What is due can wait until you have time."
    assert page.lead[0].grade is Grade.DUE
    assert page.lead[0].place == ("count", CountKind.TOP)
    assert not page.card.isVisible()


def test_an_open_incident_leads_with_its_clock(make_page, world):
    world.oversold()
    world.now = NOW + timedelta(minutes=92)
    page = make_page()
    assert page.card.left.text() == "29 min"
    assert page.card.title.text() == "Speckled mug 350 ml: 3 more promised than you have"
    assert page.header.note() == "One thing needs you in the next 29 min. The rest can wait."
    assert page.lead == ()
    assert not page.no_incident.isVisible()
    page.card.write.click()
    page.card.evidence.click()
    assert page.went == [("incidents", (1, int(Step.CUSTOMERS))), ("incidents", (1, int(Step.HAPPENED)))]


def test_the_bar_does_not_say_what_the_box_says(make_page, world):
    world.oversold()
    page = make_page()
    now, facts = world.now, page.reading.facts
    assert Act.SHOW_INCIDENT in [one.act for one in notices(facts, now=now)]
    assert Act.SHOW_INCIDENT not in [one.act for one in notices(facts, now=now, lead=page.lead)]


def test_floors_open_the_product_and_the_rest_the_list(make_page, world, qtbot):
    woo = world.shop()
    for number in range(8):
        floor(world, world.product(f"P{number}", 2), 3 + number)
    world.listed(woo, "P7", shows=2)
    page = make_page()
    assert page.floors.title.accessibleName() == "At or under the floor 8 products"
    first, last = page.floors.rows[0], page.floors.rows[-1]
    assert first.accessibleName() == (
        "P7, P7. 2 left, floor 10. Under its floor by 8. Nothing changed, 2 shown everywhere."
    )
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    last.findChild(QAbstractButton).click()
    assert page.went == [("inventory", "P7"), ("inventory", frozenset({"floor"}))]
    assert page.lead[0].place == ("inventory", frozenset({"floor"}))


def test_a_count_says_how_far_it_is_and_goes_on(make_page, world):
    number = begin_count(world, [world.product(sku, 5) for sku in ("A", "B")])
    page = make_page()
    assert page.counts.rows[0].accessibleName() == "Weekly top 20. 0 counted, 2 left"
    page.counts.rows[0].findChild(QAbstractButton).click()
    page.count.click()
    assert page.went == [("count", number)] * 2


def test_channels_and_links_open_their_own_place(make_page, world):
    woo = world.shop()
    world.product("MUG", 5)
    world.listed(woo, "MUG", shows=5)
    world.trouble(woo, "signed_out")
    world.db.execute("update listing set product_id = null")
    page = make_page()
    assert page.channels.title.accessibleName() == "Channels to look at 1 of 1"
    for section in (page.channels, page.links):
        section.rows[0].findChild(QAbstractButton).click()
    assert page.went == [("channels", ("", woo.id)), ("channels", ("links", woo.id))]


def test_another_computer_that_sends_too_is_a_line_that_opens_the_decision(make_page, world):
    woo = world.shop()
    with transaction(world.db):
        another.stop(world.db, shops.shop(world.db, woo.id), now=world.now)
    page = make_page()
    (row,) = page.channels.rows
    assert "Another computer is also Plimsoll for Woo" in row.accessibleName()
    row.findChild(QAbstractButton).click()
    assert page.went == [("channels", ("live", woo.id))]


def test_what_was_not_confirmed_is_named(make_page, world):
    woo = world.shop()
    world.product("MUG", 5, "Speckled mug 350 ml")
    listing = world.listed(woo, "MUG", shows=5)
    with transaction(world.db):
        world.db.execute("update shop set success_at = '2026-05-14T14:30:00.000Z'")
        world.db.execute(
            "insert into leave_unconfirmed (left_at, back_at, listing_id, shows, should, state)"
            " values (?2, ?2, ?1, 5, 3, 'tell')",
            (listing, "2026-05-14T14:32:00.000Z"),
        )
        absence.begin(world.db, now=NOW, left=True)
        world.db.execute("update shop set orders_read_at = '2026-05-14T15:00:00.000Z'")
    page = make_page()
    assert page.away.left.isVisible()
    assert page.away.left.text() == (
        "1 number was not confirmed when you left:\nWoo: Speckled mug 350 ml showed 5 instead of 3"
    )
    assert "instead of 3" in page.away.accessibleName()


def test_what_came_meanwhile_stays_until_it_was_seen(make_page, world):
    woo = world.shop()
    world.product("MUG", 5)
    world.listed(woo, "MUG", shows=5)
    with transaction(world.db):
        world.db.execute("update shop set success_at = '2026-05-13T20:00:00.000Z'")
        absence.begin(world.db, now=NOW)
        world.db.execute("update shop set orders_read_at = ?", ("2026-05-14T15:00:00.000Z",))
    world.sell(woo, "1", 2, at=-60)
    page = make_page()
    assert page.away.isVisible()
    assert "1 order was booked, 2 pieces sold. Nothing is oversold." in page.away.sentence.text()
    page.away.close_it.click()
    page.shown()
    assert not page.away.isVisible()


def test_the_keyboard_reaches_every_line_and_all_have_names(make_page, world, qtbot):
    world.oversold()
    floor(world, world.product("PLT", 2), 3)
    page = make_page()
    met, start = [], QApplication.focusWidget()
    for _ in range(40):
        met.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    wanted = {page.card.write, page.card.evidence, page.floors.rows[0], page.links.rows[0]}
    assert wanted <= set(met)
    assert nameless(page) == []


def test_news_changes_only_what_it_is_about(make_page, world, qtbot):
    product = world.product("MUG", 5)
    page = make_page()
    links = page.links.rows[0]
    floor(world, product, 9)
    page.shown()
    assert "MUG" in page.floors.rows[0].accessibleName()
    assert page.links.rows[0] is links


def test_a_narrow_page_has_one_column(make_page, world):
    page = make_page()
    page.resize(1228, 700)
    assert page.links.x() > page.floors.x()
    page.resize(860, 700)
    QApplication.processEvents()
    assert page.links.x() == page.floors.x()


def test_what_is_on_the_way_opens_its_very_line(make_page, world):
    mug = world.product("MUG", 5)
    with transaction(world.db):
        fern = suppliers.add(world.db, Terms(name="Fern"), now=NOW)
        line = deliveries.add(world.db, supplier=fern, product=mug, pieces=4, ordered_at=NOW, batch="b")
        deliveries.date_it(world.db, line, (NOW - timedelta(days=2)).date(), now=NOW)
    page = make_page()
    assert page.coming.title.isVisible()
    (row,) = page.coming.rows
    assert row.accessibleName().endswith("from Fern. 2 days late.")
    row.click()
    assert page.went == [("planning", line)]


def test_what_is_above_its_floor_again_is_put_back_by_one_press(make_page, world):
    mug = world.product("MUG", 9)
    floor(world, mug, 3)
    with transaction(world.db):
        floor_acts.hold_more(world.db, mug, 2, now=NOW)
    page = make_page()
    done = []
    page.undoable.connect(lambda said, back: done.append((said, back)))
    (row,) = page.alerts.rows
    row.findChild(QAbstractButton).click()
    assert floor_acts.open_acts(world.db, mug) == []
    assert done[0][0].endswith("put back as it was")
    done[0][1]()
    assert len(floor_acts.open_acts(world.db, mug)) == 1

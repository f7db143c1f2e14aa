"""The sidebar: whose it is, what is to be done, how far the shops are behind; wide and as a rail, by keyboard."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.store.health import Pulse
from app.ui.shell.facts import Facts
from app.ui.shell.sidebar import Entry, Sidebar, holds
from app.ui.theme import Scheme
from app.ui.words import when
from tests.life import NOW
from tests.ui.shell.test_notices import incident
from tests.ui.shell.test_sending import shop

ENTRIES = [
    Entry(key="inventory", title="Inventory", icon="inventory", keys=QKeySequence("Ctrl+1")),
    Entry(key="incidents", title="Incidents", icon="incident", keys=QKeySequence("Ctrl+2")),
    Entry(key="channels", title="Channels", icon="channels", keys=QKeySequence("Ctrl+3")),
    Entry(key="settings", title="Settings", icon="settings", keys=QKeySequence("Ctrl+,"), low=True),
]


def behind(seconds, number=1, **more):
    since = NOW - timedelta(seconds=seconds)
    return replace(shop(number, **more), pulse=Pulse(behind_since=since, waiting=1))


@pytest.fixture
def sidebar(theme, qtbot):
    sidebar = Sidebar(ENTRIES)
    qtbot.addWidget(sidebar)
    sidebar.resize(180, 700)
    sidebar.show()
    sidebar.activateWindow()
    qtbot.waitUntil(sidebar.isActiveWindow)
    return sidebar


def lines(sidebar):
    return [(line.accessibleName(), line.words(), not line._late.isHidden()) for line in sidebar.behind().lines()]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (Facts(), "0 SKUs, 0 channels"),
        (Facts(products=1, standings=(shop(),)), "1 SKU, 1 channel"),
        (Facts(products=1846, standings=(shop(1), shop(2), shop(3, channel="stall"))), "1,846 SKUs, 3 channels"),
    ],
)
def test_what_it_holds_is_counted(theme, facts, words):
    assert holds(facts) == words


def test_incidents_are_pressing_and_channels_are_counted(sidebar):
    facts = Facts(incidents=(incident(),), standings=(shop(1, trouble="refused"), shop(2), behind(90, 3)))
    sidebar.show_facts(facts, NOW)
    assert sidebar.item("incidents").note() == "1 open"
    assert sidebar.item("incidents").accessibleName() == "Incidents, 1 open"
    assert sidebar.item("channels").note() == "2"
    assert sidebar.item("channels").accessibleName() == "Channels, 2 to look at"
    assert sidebar.item("inventory").accessibleName() == "Inventory"
    sidebar.show_facts(Facts(), NOW)
    assert [sidebar.item(key).note() for key in ("incidents", "channels")] == ["", ""]


def test_behind_by(sidebar):
    stall = replace(shop(5, name="Stall", letter="M", channel="stall"), entered_at=NOW - timedelta(days=5))
    facts = Facts(
        standings=(
            shop(1),
            behind(8, 2, name="Etsy"),
            behind(372, 3, name="Amazon"),
            shop(4, mode="paused"),
            stall,
            shop(6, mode="looking"),
            replace(shop(7), owed=False),
        )
    )
    sidebar.show_facts(facts, NOW)
    assert lines(sidebar) == [
        ("Woo: everything is confirmed", "0 s", False),
        ("Etsy: behind by 8 s", "8 s", False),
        ("Amazon: behind by 6 min 12 s", "6 min", True),
        ("Woo: paused, nothing is sent", "–", False),
        (f"Stall: last sale entered {when(stall.entered_at, NOW)}", "Sat", False),
        ("Woo: looking only, nothing is sent", "–", False),
        ("Woo: another computer sends, this one only looks", "–", False),
    ]


def test_ages_grow_without_reading_anything(sidebar):
    facts = Facts(standings=(behind(59),))
    sidebar.show_facts(facts, NOW)
    assert lines(sidebar)[0][1:] == ("59 s", False)
    sidebar.tick(facts, NOW + timedelta(seconds=2))
    assert lines(sidebar)[0][1:] == ("1 min", True)


@pytest.mark.parametrize(("days", "words"), [(0, "Today"), (1, "Wed"), (6, "Fri"), (7, "7 May"), (200, "26 Oct 2025")])
def test_the_day_of_the_last_market(sidebar, days, words):
    stall = replace(shop(5, name="Stall", channel="stall"), entered_at=NOW - timedelta(days=days))
    sidebar.show_facts(Facts(standings=(stall,)), NOW)
    assert lines(sidebar)[0][1] == words


def test_a_stall_that_never_sold(sidebar):
    sidebar.show_facts(Facts(standings=(shop(5, name="Stall", channel="stall"),)), NOW)
    assert lines(sidebar) == [("Stall: no sale entered yet", "–", False)]


def test_without_shops_there_is_no_lower_block(sidebar):
    sidebar.show_facts(Facts(), NOW)
    assert not sidebar.behind().isVisible()


def test_as_a_rail_it_keeps_icons_and_says_names_in_tooltips(sidebar):
    sidebar.show_facts(Facts(incidents=(incident(),), standings=(behind(90),)), NOW)
    wide = sidebar.width()
    sidebar.set_rail(rail=True)
    assert (wide, sidebar.width()) == (181, 53)
    assert not sidebar.behind().isVisible()
    assert not sidebar._name.isVisible()
    assert sidebar.item("incidents").toolTip() == "Incidents, 1 open  Ctrl 2"
    sidebar.tick(Facts(standings=(behind(90),)), NOW)
    assert not sidebar.behind().isVisible()
    sidebar.set_rail(rail=False)
    assert sidebar.behind().isVisible()


def test_icons_stay_where_they_are(sidebar):
    before = [sidebar.item(entry.key).y() for entry in ENTRIES]
    sidebar.set_rail(rail=True)
    sidebar.layout().activate()
    assert [sidebar.item(entry.key).y() for entry in ENTRIES] == before


def test_by_keyboard(sidebar, qtbot):
    chosen = []
    sidebar.chosen.connect(chosen.append)
    sidebar.select("incidents")
    sidebar.focus_current()
    assert sidebar.item("incidents").hasFocus()
    qtbot.keyClick(sidebar.item("incidents"), Qt.Key.Key_Down)
    assert sidebar.item("channels").hasFocus()
    assert chosen == []
    qtbot.keyClick(sidebar.item("channels"), Qt.Key.Key_Return)
    assert chosen == ["channels"]
    qtbot.keyClick(sidebar.item("channels"), Qt.Key.Key_Up)
    qtbot.keyClick(sidebar.item("incidents"), Qt.Key.Key_Up)
    qtbot.keyClick(sidebar.item("inventory"), Qt.Key.Key_Up)
    assert sidebar.item("settings").hasFocus()
    qtbot.keyClick(sidebar.item("settings"), Qt.Key.Key_Space)
    assert chosen == ["channels", "settings"]


def test_pressing_a_page_does_not_mark_it_by_itself(sidebar, qtbot):
    sidebar.select("inventory")
    qtbot.mouseClick(sidebar.item("channels"), Qt.MouseButton.LeftButton)
    assert sidebar.item("inventory").isChecked()
    assert not sidebar.item("channels").isChecked()


def test_every_item_is_a_large_enough_target(sidebar, theme):
    for scale in theme.tokens.text_scales:
        theme.set_text_scale(scale)
        for entry in ENTRIES:
            size = sidebar.item(entry.key).sizeHint()
            assert min(size.width(), size.height()) >= 24


@pytest.mark.parametrize("rail", [False, True])
def test_it_is_drawn_anew_in_another_theme(sidebar, theme, rail):
    sidebar.set_rail(rail=rail)
    sidebar.select("incidents")
    sidebar.show_facts(Facts(name="Kiln & Tide", incidents=(incident(),), standings=(behind(90),)), NOW)
    light = sidebar.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    dark = sidebar.grab().toImage()
    assert light != dark
    assert dark.pixelColor(3, 400) == theme.colour("bg_sidebar")

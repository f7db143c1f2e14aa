"""The first start by keyboard: three ways to begin, and a ship."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from app.ui.onboarding.hull import Hull, hull_path, under_water
from app.ui.onboarding.page import OnboardingPage, sample_products
from app.ui.theme import Scheme
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable
from tests.ui.shell.world import CHANNELS


@pytest.fixture
def make_page(theme, qtbot, world):
    def make(size=(1440, 844)):
        page = OnboardingPage(world.bridge, theme)
        page.setProperty("panel", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.went = []
        page.go.connect(lambda key, what: page.went.append((key, what)))
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.shown()
        return page

    return make


@pytest.fixture
def page(make_page):
    return make_page()


def test_the_keyboard_starts_on_the_sample(page, qtbot, world):
    assert page.cards[0].button.hasFocus()
    qtbot.keyClick(page.cards[0].button, Qt.Key.Key_Space)
    assert world.names() == ["open_sample"]


def test_tab_goes_on_to_connecting(page, qtbot):
    qtbot.keyClick(page.cards[0].button, Qt.Key.Key_Tab)
    assert page.cards[1].button.hasFocus()
    qtbot.keyClick(page.cards[1].button, Qt.Key.Key_Space)
    assert page.went == [("channels", "connect")]


def test_keys_1_to_3_are_commands(page, world, qtbot):
    commands = {str(command.shortcut): command for command in page.commands()}
    assert set(commands) == {"1", "2", "3"}
    commands["1"].run()
    commands["2"].run()
    with qtbot.waitSignal(page.import_wanted):
        commands["3"].run()
    assert world.names() == ["open_sample"]
    assert page.went == [("channels", "connect")]


def test_only_what_exists_is_offered(page):
    assert [card.accessibleName() for card in page.cards] == [
        "Try the sample shop",
        "Connect a channel",
        "Import a spreadsheet",
    ]


def test_texts_count_and_name_from_data(page):
    assert sample_products() == 84
    assert "84 products" in page.cards[0].accessibleDescription()
    for info in CHANNELS:
        assert info.title in page.cards[1].accessibleDescription()


def test_without_any_channel_it_names_none(theme, qtbot, world):
    object.__setattr__(world.bridge.lent, "channels", lambda: ())
    page = OnboardingPage(world.bridge, theme)
    qtbot.addWidget(page)
    words = "Plimsoll only reads at first, and shows you what it would change."
    assert page.cards[1].accessibleDescription() == words


def test_a_click_on_a_card_begins_nothing_by_itself(page, qtbot, world):
    qtbot.mouseClick(page.cards[1], Qt.MouseButton.LeftButton)
    assert page.cards[1].button.hasFocus()
    assert page.went == []


def test_every_control_has_a_name_and_is_reached_by_keyboard(page):
    assert nameless(page) == []
    assert unreachable(page) == []


def test_every_word_is_translated(theme, qtbot, qapp, world):
    with spoken_pseudo(qapp):
        page = OnboardingPage(world.bridge, theme)
        qtbot.addWidget(page)
        assert untranslated(page, ignoring={"Plimsoll"}) == []


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
@pytest.mark.parametrize("size", [(1440, 844), (1280, 744), (1024, 624)])
def test_nothing_is_cut(make_page, theme, scale, size):
    theme.set_text_scale(scale)
    page = make_page(size)
    QApplication.processEvents()
    assert cut(page) == []
    assert outside(page) == []


# The ship


def test_the_ship_is_drawn_from_the_tokens(theme, qtbot):
    hull = Hull()
    qtbot.addWidget(hull)
    hull.resize(500, 840)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.set_scheme(scheme)
        image = hull.grab().toImage()
        surface = round(840 * 0.536)

        def at(x, y, image=image):
            return image.pixelColor(x, y)

        assert at(490, 20) == theme.colour("bg_sidebar")
        assert at(490, surface + 200) == theme.colour("accent_tint")
        assert at(60, surface - 60) == theme.colour("bg_surface")
        assert at(60, surface + 60) == under_water(theme)
        assert at(170, surface) == theme.colour("accent")  # the mark's line lies on the water
        assert at(170 + 46, surface - 8) == theme.colour("accent")  # its disc


@pytest.mark.parametrize("size", [(340, 624), (520, 844), (900, 500)])
def test_the_mark_lies_on_the_water_at_any_size(theme, qtbot, size):
    hull = Hull()
    qtbot.addWidget(hull)
    hull.resize(*size)
    scale, surface = hull._fit()
    image = hull.grab().toImage()
    assert image.pixelColor(round(170 * scale), surface) == theme.colour("accent")


def test_the_hull_is_one_outline():
    path = hull_path()
    assert path.contains(QPointF(100, 0))
    assert not path.contains(QPointF(460, 0))
    assert not path.contains(QPointF(100, 200))


# Etsy, and then a second shop


@pytest.fixture
def with_etsy(world):
    etsy = replace(CHANNELS[0], key="etsy", title="Etsy", letter="E")
    object.__setattr__(world.bridge.lent, "channels", lambda: (*CHANNELS, etsy))


def test_who_has_etsy_begins_there(with_etsy, make_page, qtbot):
    page = make_page()
    card = page.cards[3]
    assert card.accessibleName() == "I have Etsy, and add a second shop"
    assert {str(command.shortcut) for command in page.commands()} == {"1", "2", "3", "4"}
    qtbot.keyClick(card.button, Qt.Key.Key_Space)
    assert page.went == [("channels", "connect:etsy")]
    assert nameless(page) == []
    assert unreachable(page) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1440, 844), (1280, 744)])
def test_nothing_is_cut_with_four_ways(with_etsy, make_page, theme, scale, size):
    theme.set_text_scale(scale)
    page = make_page(size)
    QApplication.processEvents()
    assert cut(page) == []
    assert outside(page) == []


def test_etsy_alone_has_no_second(make_page, world):
    object.__setattr__(world.bridge.lent, "channels", lambda: (replace(CHANNELS[0], key="etsy", title="Etsy"),))
    assert len(make_page().cards) == 3

"""The theme: applied live, light, dark and in high contrast, at every text size, with its own fonts and icons."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.paths import resource
from app.ui.theme import Contrast, Scheme, Theme, fonts
from app.ui.widgets.button import Button
from app.ui.widgets.text import Label
from tests.ui.widgets.drawing import colours

Role, Group = QPalette.ColorRole, QPalette.ColorGroup


def test_it_is_found_without_being_handed_around(theme, qapp):
    assert Theme.current() is theme
    assert theme.parent() is qapp


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_palette_is_the_designs(theme, qapp, scheme):
    theme.set_scheme(scheme)
    tokens = theme.tokens.colour[scheme.value]
    palette = qapp.palette()
    wanted = {
        Role.Window: "bg_window",
        Role.Base: "bg_surface",
        Role.AlternateBase: "bg_surface",
        Role.Button: "bg_surface",
        Role.Text: "text_primary",
        Role.WindowText: "text_primary",
        Role.ButtonText: "text_primary",
        Role.PlaceholderText: "text_tertiary",
        Role.Link: "accent",
        Role.Accent: "accent",
        Role.Highlight: "bg_selected",
        Role.HighlightedText: "text_primary",
    }
    assert {role: palette.color(Group.Active, role).name() for role in wanted} == {
        role: tokens[name].lower() for role, name in wanted.items()
    }
    assert palette.color(Group.Inactive, Role.Highlight).name() == tokens["bg_selected_inactive"].lower()
    assert palette.color(Group.Disabled, Role.Text).name() == tokens["text_disabled"].lower()


def test_a_change_reaches_windows_that_are_open(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label, button = Label("Kelp mug", parent=window), Button("Adjust stock", parent=window)
    plain = QPushButton("Plain", window)
    button.resize(button.sizeHint())
    light = colours(label.grab().toImage())
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    dark = colours(label.grab().toImage())
    assert theme.colour("text_primary").name() in dark
    assert not light & dark - {theme.colour("bg_window").name()}
    assert theme.colour("bg_surface").name() in colours(button.grab().toImage())
    assert plain.palette().color(Role.ButtonText) == theme.colour("text_primary")


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
def test_text_and_what_holds_it_grow_together(theme, qtbot, scale):
    button, label, plain = Button("Adjust stock"), Label("Kelp"), QLabel("plain")
    for widget in (button, label, plain):
        qtbot.addWidget(widget)
        widget.show()
    theme.set_text_scale(scale)
    assert button.sizeHint().height() == round(32 * scale)
    assert label.font().pixelSize() == plain.font().pixelSize() == round(13 * scale)
    assert theme.size("row") == round(32 * scale)
    assert theme.space(5) == 16, "white space does not grow: the text needs the room"
    assert button.sizeHint().width() >= QFontMetricsF(button.font()).horizontalAdvance("Adjust stock") + 24


def test_only_the_designs_text_sizes_are_taken(theme):
    with pytest.raises(AssertionError, match=r"1\.7"):
        theme.set_text_scale(1.7)


def test_it_follows_the_system_until_the_seller_chooses(theme, qapp, qtbot):
    theme.set_scheme(Scheme.SYSTEM)
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.dark
    assert theme.colour("bg_surface").name() == theme.tokens.colour["dark"]["bg_surface"].lower()
    theme.set_scheme(Scheme.LIGHT)
    with qtbot.assertNotEmitted(theme.changed):
        for told in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
            hints.colorSchemeChanged.emit(told)
    assert not theme.dark
    theme.set_scheme(Scheme.SYSTEM)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.dark


def test_a_choice_made_twice_dresses_once(theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme(Scheme.LIGHT)
        theme.set_text_scale(1.0)


def test_more_contrast_is_the_sellers_choice_or_the_systems(theme, qapp):
    usual = theme.colour("text_tertiary")
    theme._contrast_changed(Qt.ContrastPreference.HighContrast)
    try:
        assert theme.more_contrast
        assert not theme.high_contrast
        asked_by_system = theme.colour("text_tertiary")
        assert asked_by_system.name() == theme.tokens.colour["light_contrast"]["text_tertiary"].lower()
        theme.set_contrast(Contrast.NORMAL)
        assert theme.colour("text_tertiary") == usual
    finally:
        theme._contrast_changed(Qt.ContrastPreference.NoPreference)
    theme.set_contrast(Contrast.MORE)
    theme.set_scheme(Scheme.DARK)
    assert theme.colour("bg_surface").name() == "#000000"
    assert "#000000" in qapp.styleSheet()


def test_a_high_contrast_theme_of_windows_drops_the_tokens_and_keeps_the_sheet(theme, qapp, monkeypatch):
    monkeypatch.setattr("app.ui.theme.theme._THEMED", frozenset({qapp.platformName()}))
    theme._contrast_changed(Qt.ContrastPreference.HighContrast)
    try:
        assert theme.high_contrast
        palette = qapp.palette()
        assert theme.colour("bg_surface") == palette.color(Role.Base)
        assert theme.colour("text_tertiary") == theme.colour("line_hair") == palette.color(Role.Text)
        assert theme.colour("accent") == palette.color(Role.Highlight)
        assert theme.colour("text_on_accent") == palette.color(Role.HighlightedText)
        assert theme.tokens.colour["light"]["accent"].lower() not in qapp.styleSheet()
        assert set(theme.tokens.chart["light"]) <= set(theme._colours)
    finally:
        theme._contrast_changed(Qt.ContrastPreference.NoPreference)
    assert theme.colour("accent").name() == theme.tokens.colour["light"]["accent"].lower()


def test_a_widget_that_is_gone_is_not_dressed(theme, qtbot):
    for _ in range(50):
        Label("short-lived").deleteLater()
        Button("short-lived")
    qtbot.wait(1)
    theme.set_scheme(Scheme.DARK)  # would raise for a deleted widget


# Fonts


@pytest.mark.parametrize(
    ("role", "family", "size", "weight"),
    [
        ("body", "Inter", 13, 400),
        ("body_strong", "Inter", 13, 600),
        ("title", "Inter Display", 20, 600),
        ("mono", "JetBrains Mono", 12, 400),
    ],
)
def test_fonts_are_the_bundled_ones(theme, role, family, size, weight):
    font = theme.font(role)
    assert (QFontInfo(font).family(), font.pixelSize(), font.weight()) == (family, size, weight)


def test_a_weight_that_the_display_font_lacks_is_taken_from_the_text_font(theme):
    assert QFontInfo(theme.font("title", weight=400)).family() == "Inter"


def test_our_fonts_alone_are_enough(tmp_path):
    """A computer without Inter draws the same: here the system has no font at all."""
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    found = _run(_FAMILIES, FONTCONFIG_FILE=str(config))
    assert found == "['Inter 400', 'Inter 500', 'Inter 600', 'Inter Display 600', 'JetBrains Mono 400']"


def test_tabular_digits_are_equally_wide(theme):
    plain, tabular = QFontMetricsF(theme.font("body")), QFontMetricsF(theme.font("body", tabular=True))
    assert plain.horizontalAdvance("1111") < plain.horizontalAdvance("0000")
    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("0000")


def test_skus_have_slashed_zeros(theme):
    def drawn(**features) -> QImage:
        label = Label("0", "figure", **features)
        label.resize(40, 40)
        return label.grab().toImage()

    assert drawn(zero=True) != drawn(tabular=True)


def test_the_call_logs_font_is_loaded_only_when_it_is_shown(theme, monkeypatch):
    loaded = []
    monkeypatch.setattr(fonts, "_load", loaded.append)
    own = fonts.FontSet(theme.tokens)
    own.font("body", 1.0)
    assert loaded == [fonts._TEXT_FILES]
    own.font("mono", 1.0)
    own.font("mono", 1.5)
    assert loaded == [fonts._TEXT_FILES, fonts._MONO_FILES]


def test_every_bundled_font_can_be_read(theme):
    from PySide6.QtGui import QFontDatabase

    for file in (*fonts._TEXT_FILES, *fonts._MONO_FILES):
        assert QFontDatabase.addApplicationFont(str(resource(f"fonts/{file}"))) >= 0


# Icons


def test_an_icon_takes_the_colour_that_is_asked_for(theme):
    image = theme.pixmap("dot", "danger", 16).toImage()
    assert image.pixelColor(8, 8).name() == theme.colour("danger").name()
    assert image.pixelColor(0, 0).alpha() == 0


def test_an_icon_is_drawn_once_for_each_colour_size_and_screen(theme):
    first = theme.pixmap("check", "accent", 16)
    assert theme.pixmap("check", "accent", 16).cacheKey() == first.cacheKey()
    others = [theme.pixmap("check", "danger", 16), theme.pixmap("check", "accent", 24)]
    sharp = theme.pixmap("check", "accent", 16, 2.0)
    assert first.cacheKey() not in {other.cacheKey() for other in (*others, sharp)}
    assert (sharp.width(), sharp.devicePixelRatio()) == (32, 2.0)


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_draws_something(theme, name):
    image = theme.pixmap(name, "text_primary", 16).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


def test_an_unavailable_actions_icon_is_greyed(theme):
    icon = theme.icon("dot", "accent")
    for mode, name in ((QIcon.Mode.Normal, "accent"), (QIcon.Mode.Disabled, "text_disabled")):
        image = icon.pixmap(16, 16, mode).toImage()
        assert image.pixelColor(image.width() // 2, image.height() // 2).name() == theme.colour(name).name()


def test_an_icon_is_painted_sharp_on_a_dense_screen(theme):
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(2.0)
    image.fill(QColor())
    painter = QPainter(image)
    theme.paint_icon(painter, "dot", "accent", QRectF(0, 0, 16, 16))
    painter.end()
    assert image.pixelColor(16, 16).name() == theme.colour("accent").name()


# Cost

_COST = """
import time
from PySide6.QtWidgets import QApplication, QStyleFactory
app = QApplication([])
from app.ui.theme import Theme
began = time.process_time()  # what other programs do meanwhile is not the theme's cost
Theme(app)
print((time.process_time() - began) * 1000)
"""
_NOT_NEEDED = ("pyqtgraph", "numpy", "httpx", "keyring", "platformdirs", "sqlite_utils", "PySide6.QtSvg")
_IMPORTS = f"""
import pkgutil, importlib, sys
import app.ui.widgets
for module in pkgutil.iter_modules(app.ui.widgets.__path__):
    importlib.import_module("app.ui.widgets." + module.name)
print([name for name in {_NOT_NEEDED} if name in sys.modules])
"""


_FAMILIES = """
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app.ui.theme import Theme
theme = Theme(app)
fonts = [theme.font("body", weight=weight) for weight in (400, 500, 600)] + [theme.font("title"), theme.font("mono")]
print([f"{QFontInfo(font).family()} {QFontInfo(font).weight()}" for font in fonts])
"""


def _run(code: str, **variables: str) -> str:
    environment = {**os.environ, **variables}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


def test_the_first_paint_does_not_wait_for_the_theme():
    assert min(float(_run(_COST)) for _ in range(5)) < 40


def test_the_kit_imports_nothing_heavy():
    assert _run(_IMPORTS) == "[]"

"""The tokens keep their promises: contrast, and every name that the window uses is one of them."""

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest

import app.ui
from app.paths import resource
from app.ui.theme.sheet import SHEET, filled, slots
from app.ui.theme.tokens import load_tokens

RAW = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
UI = Path(app.ui.__file__).parent
TOKENS = load_tokens()
SCHEMES = tuple(TOKENS.colour)
LEAST = {scheme: RAW["high_contrast"] if scheme.endswith("_contrast") else RAW["contrast"] for scheme in SCHEMES}
COLOURS = set(TOKENS.colour["light"]) | set(TOKENS.chart["light"])


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


# What the kit itself puts on top of each other, beyond the pairs that the design lists.
OWN_TEXT = [
    ("text_primary", "bg_hover"),
    ("text_primary", "bg_selected"),
    ("text_primary", "bg_selected_inactive"),
    ("text_primary", "accent_tint"),
    ("text_secondary", "accent_tint"),
    ("text_primary", "bg_pressed"),
    ("text_primary", "bg_sidebar"),
    ("text_primary", "bg_sunken"),
    ("accent", "warn_tint"),
    ("accent", "danger_tint"),
    ("accent", "bg_hover"),
    ("danger", "bg_hover"),
    ("warn_text", "bg_hover"),
    ("text_tertiary", "bg_selected_inactive"),
    ("text_on_danger", "danger_hover"),
]
OWN_GRAPHIC = [
    ("accent", "bg_selected"),
    ("warn_mark", "bg_selected"),
    ("danger", "bg_selected"),
    ("text_tertiary", "bg_track"),
    ("focus", "bg_window"),
    ("floor_line", "available_fill"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), [*map(tuple, RAW["contrast"]["pairs"]), *OWN_TEXT])
def test_text_can_be_read(scheme, ink, ground):
    found = contrast(TOKENS.colour[scheme][ink], TOKENS.colour[scheme][ground])
    assert found >= LEAST[scheme]["text_min"], f"{ink} on {ground}: {found:.2f}"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), [*map(tuple, RAW["contrast"]["graphic_pairs"]), *OWN_GRAPHIC])
def test_shapes_can_be_seen(scheme, ink, ground):
    known = {**TOKENS.colour[scheme], **TOKENS.chart[scheme]}
    found = contrast(known[ink], known[ground])
    assert found >= LEAST[scheme]["graphic_min"], f"{ink} on {ground}: {found:.2f}"


def test_the_measure_of_contrast_is_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_high_contrast_replaces_only_what_there_is():
    for scheme in ("light", "dark"):
        own = set(TOKENS.colour[scheme]) | set(TOKENS.chart[scheme])
        assert set(RAW["high_contrast"][scheme]) <= own
        assert TOKENS.colour[f"{scheme}_contrast"] != TOKENS.colour[scheme]


def test_both_schemes_know_the_same_names():
    assert set(TOKENS.colour["light"]) == set(TOKENS.colour["dark"])
    assert set(TOKENS.chart["light"]) == set(TOKENS.chart["dark"])
    assert not set(TOKENS.colour["light"]) & set(TOKENS.chart["light"]), "a colour is found by its name alone"


# The style sheet


def test_every_name_in_the_sheet_is_a_token(theme):
    assert slots() <= set(theme.sheet_values())
    assert "$" not in filled(theme.sheet_values())


def test_a_name_that_no_token_has_is_a_fault():
    with pytest.raises(KeyError, match="bg_nowhere"):
        filled({}, "QLabel { color: $bg_nowhere; }")


def test_the_sheet_holds_no_colour_and_closes_what_it_opens():
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", SHEET)
    assert SHEET.count("{") == SHEET.count("}")


# The code


@cache
def sources() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(UI.rglob("*.py"))]


def test_there_is_no_colour_literal_in_the_window():
    literal = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgb|hsl|hsv)a?\(")
    found = []
    for path, tree in sources():
        if path.name == "ink.py":
            continue  # paper, whatever the theme
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and literal.search(node.value):
                found.append((path.name, node.lineno, node.value))
            if isinstance(node, ast.Call) and _made_from_numbers(node):
                found.append((path.name, node.lineno, ast.unparse(node)))
            if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor"):
                found += [] if node.attr == "transparent" else [(path.name, node.lineno, ast.unparse(node))]
    assert found == []


def _made_from_numbers(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    made = name.endswith(("QColor", "QBrush", "QPen")) or (".from" in name and "QColor" in name)
    return made and bool(call.args) and isinstance(call.args[0], ast.Constant)


def _asked(kind: str, keywords: tuple[str, ...] = ()) -> list[tuple[str, int, str]]:
    """Constant names that the code asks `theme.<kind>(...)` for, or gives as one of these keywords."""
    found = []
    for path, tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            if (
                isinstance(node.func, ast.Attribute)
                and node.func.attr == kind
                and "theme" in ast.unparse(node.func.value)
            ):
                found += [(path.name, node.lineno, name) for arg in node.args[:1] for name in _constants(arg)]
            for keyword in node.keywords:
                if keyword.arg in keywords:
                    found += [(path.name, node.lineno, name) for name in _constants(keyword.value)]
    return found


def _constants(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _constants(node.body) + _constants(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@pytest.mark.parametrize(
    ("kind", "keywords", "known"),
    [
        ("colour", ("colour", "glyph_colour"), COLOURS | {""}),
        ("size", (), set(TOKENS.size)),
        ("font", ("role",), set(TOKENS.type) | {"mono"}),
        ("line", (), set(TOKENS.type)),
        ("radius", (), set(TOKENS.radius)),
        ("icon", ("icon",), {path.stem for path in resource("icons").glob("*.svg")} | {""}),
    ],
)
def test_every_name_that_the_window_asks_for_is_known(kind, keywords, known):
    asked = _asked(kind, keywords)
    assert asked, f"nothing asks for {kind}: has the scan gone blind?"
    assert [entry for entry in asked if entry[2] not in known] == []


def test_the_names_in_the_kits_own_tables_are_known():
    from app.ui.widgets import badge, bars, button, glyphs

    assert set(glyphs.COLOURS.values()) <= COLOURS
    assert set(glyphs.COLOURS) == set(glyphs.Glyph)
    assert set(button._INK.values()) <= COLOURS
    assert set(button._HEIGHT.values()) <= set(TOKENS.size)
    icons = {path.stem for path in resource("icons").glob("*.svg")}
    for look in (*bars._LOOKS.values(), bars._UNDO):
        assert {look.ground, look.border} <= COLOURS
        assert look.glyph is not None or look.icon in icons
    assert {"badge", "badge_small"} <= set(TOKENS.size)
    assert badge.Badge is not None

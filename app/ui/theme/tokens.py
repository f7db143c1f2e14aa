"""The design tokens as read from `resources/tokens.json`: the only place where a colour or a size is written down."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.core.records import dataclass
from app.paths import resource

LIGHT, DARK = "light", "dark"
CONTRAST = "_contrast"  # behind a scheme's name: the same scheme, and what stands out more in it


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One kind of text: pixel size and line height at 100 % text size, and weight."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Everything the design fixed by name. Colours are "#rrggbb" by scheme and name, lengths logical pixels."""

    family: str
    family_display: str
    fallback: tuple[str, ...]
    mono: str
    mono_fallback: tuple[str, ...]
    text_scales: tuple[float, ...]
    type: Mapping[str, TypeRole]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    border: Mapping[str, float]
    size: Mapping[str, int]
    fast_ms: int
    colour: Mapping[str, Mapping[str, str]]
    chart: Mapping[str, Mapping[str, str]]
    dash: Mapping[str, tuple[int, ...]]
    symbol_size: Mapping[str, int]
    monogram: Mapping[str, str]


def load_tokens(path: Path | None = None) -> Tokens:
    """Read the tokens. A missing or malformed file is a broken installation, hence a bug."""
    raw: dict[str, Any] = json.loads((path or resource("tokens.json")).read_text(encoding="utf-8"))
    font, chart = raw["font"], raw["chart"]
    return Tokens(
        family=font["family"],
        family_display=font["family_display"],
        fallback=tuple(font["fallback"]),
        mono=font["mono"],
        mono_fallback=tuple(font["mono_fallback"]),
        text_scales=tuple(font["text_scale_choices"]),
        type={name: TypeRole(role["size"], role["line"], role["weight"]) for name, role in raw["type"].items()},
        space=raw["space"],
        radius=raw["radius"],
        border=raw["border"],
        size=raw["size"],
        fast_ms=raw["motion"]["fast_ms"],
        colour=_with_contrast({scheme: raw["color"][scheme] for scheme in (LIGHT, DARK)}, raw["high_contrast"]),
        chart=_with_contrast({scheme: chart[scheme] for scheme in (LIGHT, DARK)}, raw["high_contrast"]),
        dash={name: tuple(lengths) for name, lengths in chart["dash"].items()},
        symbol_size=chart["symbol_size"],
        monogram=raw["channel_monogram"],
    )


def _with_contrast(colours: dict[str, dict[str, str]], more: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Each scheme, and once more with the colours of high contrast in the place of its own."""
    schemes = dict(colours)
    for scheme, own in colours.items():
        schemes[scheme + CONTRAST] = {name: more[scheme].get(name, value) for name, value in own.items()}
    return schemes

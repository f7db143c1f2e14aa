"""From tokens to QColor and QPalette, and what stands in for the tokens when the system asks for high contrast."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

_PALETTE: dict[QPalette.ColorRole, str] = {
    _Role.Window: "bg_window",
    _Role.Base: "bg_surface",
    _Role.AlternateBase: "bg_surface",  # no zebra
    _Role.Button: "bg_surface",
    _Role.ToolTipBase: "bg_surface",
    _Role.Text: "text_primary",
    _Role.WindowText: "text_primary",
    _Role.ButtonText: "text_primary",
    _Role.ToolTipText: "text_primary",
    _Role.BrightText: "text_on_accent",
    _Role.PlaceholderText: "text_tertiary",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Accent: "accent",
    _Role.Highlight: "bg_selected",
    _Role.HighlightedText: "text_primary",
    _Role.Light: "bg_surface",
    _Role.Midlight: "line_hair",
    _Role.Mid: "line_strong",
    _Role.Dark: "line_control",
    _Role.Shadow: "line_control",
}
_GREYED = (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.HighlightedText)

# High contrast: every ground is the system's, every ink is its text, and only what is chosen is highlighted.
_GROUNDS = {
    "bg_window": _Role.Window,
    "bg_sidebar": _Role.Window,
    "bg_surface": _Role.Base,
    "bg_sunken": _Role.Base,
    "bg_hover": _Role.Base,
    "bg_pressed": _Role.Base,
    "bg_track": _Role.Base,
    "bg_selected": _Role.Highlight,
    "bg_selected_inactive": _Role.Highlight,
    "bg_nav_selected": _Role.Highlight,
    "badge_bg": _Role.Base,
    "accent_tint": _Role.Base,
    "danger_tint": _Role.Base,
    "warn_tint": _Role.Base,
    "future_band": _Role.Base,
    "available_fill": _Role.Base,
    "accent": _Role.Highlight,
    "accent_hover": _Role.Highlight,
    "accent_pressed": _Role.Highlight,
    "focus": _Role.Highlight,
    "danger_hover": _Role.Text,
    "text_on_accent": _Role.HighlightedText,
    "text_on_danger": _Role.Base,
    "grid": _Role.Mid,
    "available_line": _Role.Highlight,
    "expected": _Role.Highlight,
}


def token_colours(tokens: Tokens, scheme: str) -> dict[str, QColor]:
    """Every colour of the design by name, for charts too."""
    return {name: QColor(value) for name, value in {**tokens.colour[scheme], **tokens.chart[scheme]}.items()}


def system_colours(names: Mapping[str, str], palette: QPalette) -> dict[str, QColor]:
    """What the system's own palette puts in the place of each token."""
    colours = {name: palette.color(_GROUNDS.get(name, _Role.Text)) for name in names}
    greyed = palette.color(_Group.Disabled, _Role.Text)
    return {**colours, "text_disabled": greyed} if "text_disabled" in colours else colours


def palette_of(colours: Mapping[str, QColor]) -> QPalette:
    """The design as a QPalette, for everything that Fusion draws by itself."""
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, colours[name])
    palette.setColor(_Group.Inactive, _Role.Highlight, colours["bg_selected_inactive"])
    for role in _GREYED:
        palette.setColor(_Group.Disabled, role, colours["text_disabled"])
    return palette

"""How Plimsoll looks: tokens made into palette, style sheet, fonts and icons, light or dark, at any text size."""

from app.ui.theme.theme import Contrast, Scheme, Theme, follow

__all__ = ["Contrast", "Scheme", "Theme", "follow"]

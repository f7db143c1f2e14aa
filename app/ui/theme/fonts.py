"""The bundled fonts: loaded when first needed, and made into a QFont for each kind of text."""

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import resource
from app.ui.theme.tokens import Tokens, TypeRole

MONO = "mono"
_TEXT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "InterDisplay-SemiBold.otf")
_MONO_FILES = ("JetBrainsMono-Regular.ttf",)
_DISPLAY_ROLES = frozenset({"title", "figure", "clock"})
_DISPLAY_WEIGHT = 600
_TABULAR_ROLES = frozenset({"figure", "clock", "count"})
_TABULAR, _SLASHED_ZERO = "tnum", "zero"


class FontSet:
    """Fonts by kind of text: "micro", "small", "body" and so on as in the tokens, and "mono" for the call log."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._mono_loaded = False
        self._made: dict[tuple[str, float, bool, bool, int | None], QFont] = {}
        _load(_TEXT_FILES)

    def font(
        self, role: str, scale: float, *, tabular: bool = False, zero: bool = False, weight: int | None = None
    ) -> QFont:
        """The font of a kind of text at the seller's text size.

        `tabular` lines digits up under each other; `zero` slashes the zero too, for SKUs and order numbers.
        """
        key = (role, scale, tabular, zero, weight)
        made = self._made.get(key)
        if made is None:  # a page asks for hundreds
            made = self._made[key] = self._make(role, scale, tabular=tabular, zero=zero, weight=weight)
        return QFont(made)

    def _make(self, role: str, scale: float, *, tabular: bool, zero: bool, weight: int | None) -> QFont:
        kind = self.kind(role)
        font = QFont([*self._families(role, weight or kind.weight)])
        font.setPixelSize(round(kind.size * scale))
        font.setWeight(QFont.Weight(weight or kind.weight))
        # Widths are the design's on every screen; otherwise each system's settings round them its own way.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if tabular or zero or role in _TABULAR_ROLES:
            font.setFeature(QFont.Tag(_TABULAR), 1)
        if zero:
            font.setFeature(QFont.Tag(_SLASHED_ZERO), 1)
        return font

    def kind(self, role: str) -> TypeRole:
        """Size, line height and weight of a kind of text."""
        return self._tokens.type["small" if role == MONO else role]

    def _families(self, role: str, weight: int) -> tuple[str, ...]:
        tokens = self._tokens
        if role == MONO:
            if not self._mono_loaded:
                _load(_MONO_FILES)
                self._mono_loaded = True
            return (tokens.mono, *tokens.mono_fallback)
        display = role in _DISPLAY_ROLES and weight == _DISPLAY_WEIGHT  # the only one of its weights that we bring
        return (tokens.family_display if display else tokens.family, *tokens.fallback)


def _load(files: tuple[str, ...]) -> None:
    for file in files:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{file}")))

"""How the windows look, as the seller chose it: light or dark, contrast, text size, row height. Remembered."""

from PySide6.QtCore import QObject, Signal

from app.ui.language import remember_language, remembered_language
from app.ui.shell.memory import Memory
from app.ui.theme import Contrast, Scheme, Theme
from app.ui.widgets.table import Density
from app.ui.words import tr

_SCHEME, _CONTRAST, _SCALE, _DENSITY = "look/scheme", "look/contrast", "look/text_scale", "look/rows"


class Look(QObject):
    """The choices, each applied at once in every window."""

    changed = Signal()

    def __init__(self, theme: Theme, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._memory = theme, memory
        self._density = memory.choice(_DENSITY, Density.NORMAL)
        theme.set_scheme(remembered_scheme(memory, theme.scheme))
        theme.set_contrast(memory.choice(_CONTRAST, theme.contrast))
        theme.set_text_scale(remembered_scale(memory, theme))
        theme.changed.connect(self.changed)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system."""
        return self._theme.scheme

    @property
    def contrast(self) -> Contrast:
        """More, as ever, or as the system."""
        return self._theme.contrast

    @property
    def text_scale(self) -> float:
        """1.0 is 100 %."""
        return self._theme.text_scale

    @property
    def text_scales(self) -> tuple[float, ...]:
        """The sizes there are."""
        return self._theme.tokens.text_scales

    @property
    def density(self) -> Density:
        """How high rows are."""
        return self._density

    @property
    def language(self) -> str:
        """The language that the seller chose: a key of `LANGUAGES`, or `AS_SYSTEM`."""
        return remembered_language(self._memory)

    def set_language(self, language: str) -> None:
        """Another language from the next start: texts are made when a page is built."""
        remember_language(self._memory, language)

    def set_scheme(self, scheme: Scheme) -> None:
        """Another theme from now on."""
        self._memory.keep(_SCHEME, scheme.value)
        self._theme.set_scheme(scheme)

    def set_contrast(self, contrast: Contrast) -> None:
        """Another contrast from now on."""
        self._memory.keep(_CONTRAST, contrast.value)
        self._theme.set_contrast(contrast)

    def set_text_scale(self, scale: float) -> None:
        """Another text size from now on."""
        self._memory.keep(_SCALE, scale)
        self._theme.set_text_scale(scale)

    def set_density(self, density: Density) -> None:
        """Other rows from now on."""
        self._memory.keep(_DENSITY, density.value)
        self._density = density
        self.changed.emit()


def remembered_scheme(memory: Memory, default: Scheme = Scheme.SYSTEM) -> Scheme:
    """The theme that the seller chose last: for `main`, to make the Theme with."""
    return memory.choice(_SCHEME, default)


def remembered_scale(memory: Memory, theme: Theme) -> float:
    """The text size that the seller chose last, if there still is such a size."""
    scale = memory.number(_SCALE, theme.text_scale)
    return scale if scale in theme.tokens.text_scales else theme.text_scale


def contrasts() -> dict[Contrast, str]:
    """What each choice is called."""
    return {Contrast.SYSTEM: tr("As the system"), Contrast.MORE: tr("High"), Contrast.NORMAL: tr("Normal")}

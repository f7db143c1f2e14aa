"""The theme: one object, a child of the application, that dresses every window and says when the dress changed."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from app.ui.theme.colours import palette_of, system_colours, token_colours
from app.ui.theme.fonts import FontSet
from app.ui.theme.icons import IconSet
from app.ui.theme.sheet import filled
from app.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens, load_tokens

_STYLE = "fusion"
_THEMED = frozenset({"windows", "direct2d"})  # platforms where high contrast is a palette of the user's


class Scheme(StrEnum):
    """What the seller chose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """What the seller chose in Settings."""

    SYSTEM = "system"
    MORE = "more"
    NORMAL = "normal"


class Theme(QObject):
    """Colours, sizes, fonts and icons by their token names, at the seller's text size.

    Widgets find it with `Theme.current()` and dress again on `changed`. A name that no token has raises KeyError.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: Scheme = Scheme.SYSTEM,
        text_scale: float = 1.0,
        tokens: Tokens | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self.tokens = tokens or load_tokens()
        self._scheme, self._text_scale = scheme, text_scale
        self._fonts, self._icons = FontSet(self.tokens), IconSet()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        contrast = hints.accessibility()
        contrast.contrastPreferenceChanged.connect(self._contrast_changed)
        self._system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        self._contrast = Contrast.SYSTEM
        self._system_contrast = contrast.contrastPreference() == Qt.ContrastPreference.HighContrast
        if app.style().name() != _STYLE:
            app.setStyle(QStyleFactory.create(_STYLE))
        self._colours: dict[str, QColor] = {}
        self.apply()

    @staticmethod
    def current() -> "Theme":
        """The application's theme."""
        app = QApplication.instance()
        found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None
        assert isinstance(found, Theme), "make a Theme(app) before the first widget"
        return found

    # What the seller and the system choose

    @property
    def scheme(self) -> Scheme:
        """The seller's choice; `dark` says what came of it."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Light, dark or as the system, at once in every window."""
        if scheme == self._scheme:
            return
        self._scheme = scheme
        hints = self._app.styleHints()
        if scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
            self._system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        else:  # the frame that the system draws around our windows follows too
            hints.setColorScheme(Qt.ColorScheme.Dark if scheme is Scheme.DARK else Qt.ColorScheme.Light)
        self.apply()

    @property
    def text_scale(self) -> float:
        """1.0 is 100 %."""
        return self._text_scale

    def set_text_scale(self, scale: float) -> None:
        """One of the tokens' text sizes, at once in every window."""
        assert scale in self.tokens.text_scales, f"no such text size: {scale}"
        if scale != self._text_scale:
            self._text_scale = scale
            self.apply()

    @property
    def dark(self) -> bool:
        """Are the windows dark now?"""
        return self._system_dark if self._scheme is Scheme.SYSTEM else self._scheme is Scheme.DARK

    @property
    def contrast(self) -> Contrast:
        """The seller's choice; `more_contrast` says what came of it."""
        return self._contrast

    def set_contrast(self, contrast: Contrast) -> None:
        """More, as ever, or as the system, at once in every window."""
        if contrast is not self._contrast:
            self._contrast = contrast
            self.apply()

    @property
    def more_contrast(self) -> bool:
        """Do things stand out more now?"""
        return self._system_contrast if self._contrast is Contrast.SYSTEM else self._contrast is Contrast.MORE

    @property
    def high_contrast(self) -> bool:
        """Is it the system's own palette that rules, and only our shapes stay?

        So on Windows, where a high-contrast theme is a palette that its user chose. Elsewhere the system only says
        that more contrast is wanted: then the tokens for it are taken.
        """
        own_palette = self._app.platformName() in _THEMED
        return self._contrast is Contrast.SYSTEM and self._system_contrast and own_palette

    def apply(self) -> None:
        """Dress the whole application anew."""
        app = self._app
        if self.high_contrast:
            app.setPalette(QPalette())  # back to the system's own
            names = {**self.tokens.colour[LIGHT], **self.tokens.chart[LIGHT]}
            self._colours = system_colours(names, app.palette())
        else:
            scheme = (DARK if self.dark else LIGHT) + (CONTRAST if self.more_contrast else "")
            self._colours = token_colours(self.tokens, scheme)
            app.setPalette(palette_of(self._colours))
        self._icons.clear()
        app.setFont(self.font("body"))
        QToolTip.setFont(self.font("small"))
        app.setStyleSheet(filled(self.sheet_values()))
        self.changed.emit()

    # What widgets ask for

    def colour(self, name: str) -> QColor:
        """A colour by its token name, for charts too. Read it, never change it."""
        return self._colours[name]

    def font(self, role: str, *, tabular: bool = False, zero: bool = False, weight: int | None = None) -> QFont:
        """The font of a kind of text; see `FontSet.font`."""
        return self._fonts.font(role, self._text_scale, tabular=tabular, zero=zero, weight=weight)

    def line(self, role: str) -> int:
        """The line height of a kind of text in pixels."""
        return self.px(self._fonts.kind(role).line)

    def px(self, length: float) -> int:
        """A length that grows with the text."""
        return round(length * self._text_scale)

    def size(self, name: str) -> int:
        """A size token in pixels; it grows with the text."""
        return self.px(self.tokens.size[name])

    def space(self, step: int) -> int:
        """A step of white space in pixels; it does not grow with the text."""
        return self.tokens.space[str(step)]

    def radius(self, name: str) -> int:
        """A corner's radius in pixels."""
        return self.tokens.radius[name]

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon in a token's colour, `size` pixels wide on a screen of that device pixel ratio."""
        return self._icons.pixmap(name, self.colour(colour), size, ratio)

    def icon(self, name: str, colour: str = "text_secondary", size: int | None = None) -> QIcon:
        """An icon for actions and item views. Ask again after `changed`."""
        colours = {
            QIcon.Mode.Normal: self.colour(colour),
            QIcon.Mode.Disabled: self.colour("text_disabled"),
        }
        return self._icons.icon(colours, name, size or self.size("icon"), self._app.devicePixelRatio())

    def paint_icon(self, painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
        """Draw an icon into a square, sharp on the screen that is painted on."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.pixmap(name, colour, round(rect.width()), ratio))

    def sheet_values(self) -> dict[str, str]:
        """What the style sheet's names stand for now."""
        scale, size = self.px, self.tokens.size
        values = {name: colour.name() for name, colour in self._colours.items()}
        values.update({f"radius_{name}": f"{length}px" for name, length in self.tokens.radius.items()})
        for name, token in (
            ("control", "control"),
            ("control_small", "control_small"),
            ("control_large", "control_large"),
            ("scan", "scan_field"),
        ):
            values[f"{name}_inner"] = f"{scale(size[token]) - 2}px"
            values[f"{name}_focus_inner"] = f"{scale(size[token]) - 4}px"
        lead = scale(size["icon"]) + 12
        values |= {"field_lead": f"{lead}px", "field_lead_focus": f"{lead - 1}px"}
        values["row_compact"] = f"{scale(size['row_compact'])}px"
        values["gauge_height"] = f"{scale(size['gauge_height'])}px"
        return values

    # News from the system

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._scheme is not Scheme.SYSTEM:
            return  # our own choice, told back to us
        dark = scheme == Qt.ColorScheme.Dark
        if dark != self._system_dark:
            self._system_dark = dark
            self.apply()

    def _contrast_changed(self, preference: Qt.ContrastPreference) -> None:
        wanted = preference == Qt.ContrastPreference.HighContrast
        if wanted != self._system_contrast:
            self._system_contrast = wanted
            self.apply()


def follow(dress: Callable[[], None]) -> Theme:
    """Call a widget's method now and after every change of the theme. Give a bound method: it ends with its widget."""
    theme = Theme.current()
    theme.changed.connect(dress)
    return theme

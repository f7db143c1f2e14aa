"""Toggles above a table: each with its shape, its word and how many it would show."""

from collections.abc import Iterable, Mapping
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from app.core.records import dataclass
from app.ui.theme import follow
from app.ui.widgets.glyphs import Glyph, paint_glyph
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.lettering import Lettering
from app.ui.words import number, tr

_PADDING, _GLYPH_GAP, _COUNT_GAP = 11, 6, 4
_GLYPH = 12
_REACHED_BY_KEY = 9  # Alt 1 to Alt 9


@dataclass(frozen=True, slots=True)
class Filter:
    """One toggle. `key` is what the page knows it by."""

    key: str
    label: str
    glyph: Glyph | None = None


class Toggle(QPushButton):
    """A button that stays down. `chip` gives it a border at rest, for answers that stand next to each other."""

    def __init__(
        self,
        label: str,
        *,
        glyph: Glyph | None = None,
        count: int | None = None,
        chip: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert label, "a toggle says what it shows"
        self._label, self._glyph, self._count = label, glyph, count
        self._hint: QSize | None = None
        self.setCheckable(True)
        self.setProperty("variant", "chip" if chip else "toggle")
        self.setProperty("measure", "small")
        self._theme = follow(self._dress)
        self._chip = chip
        self._tell()

    def set_count(self, count: int) -> None:
        """How many it would show. With none it stays where it is, greyed."""
        self._count = count
        self._tell()

    def sizeHint(self) -> QSize:
        """As wide as when it is on, so that nothing moves when it is pressed."""
        if self._hint is None:  # a layout asks ten times for each time that it changes
            self._hint = self._measured()
        return self._hint

    def _measured(self) -> QSize:
        theme = self._theme
        width = 2 * _PADDING + self._width(self._label, 600)
        if self._glyph:
            width += theme.px(_GLYPH) + _GLYPH_GAP
        if self._count is not None:
            width += _COUNT_GAP + self._width(number(self._count), 600)
        return QSize(width, max(theme.size("control_small"), theme.tokens.size["pointer_target_min"]))

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground as the style sheet says, then shape, word and count."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        theme, on, enabled = self._theme, self.isChecked(), self.isEnabled()
        left = float(_PADDING)
        if self._glyph:
            side = theme.px(_GLYPH)
            grey = None if enabled else theme.colour("text_disabled")
            square = QRectF(left, (self.height() - side) // 2, side, side)
            paint_glyph(painter, self._glyph, square, theme, colour=grey)
            left += side + _GLYPH_GAP
        letters = Lettering(self._font(600 if on else 500 if self._chip else 400))
        strong = "text_primary" if on or self._chip else "text_secondary"
        ink = theme.colour(strong if enabled else "text_disabled")
        rest = QRectF(left, 0, self.width() - left, self.height())
        left += letters.draw(painter, rest, self._label, ink) + _COUNT_GAP
        if self._count is not None:
            ink = theme.colour("text_secondary" if enabled else "text_disabled")
            letters.draw(painter, QRectF(left, 0, self.width() - left, self.height()), number(self._count), ink)
        painter.end()

    def _tell(self) -> None:
        shown = self._label if self._count is None else tr("{label}, {count}", label=self._label, count=self._count)
        self.setText(self._label.replace("&", "&&"))
        self.setAccessibleName(shown)
        self.setEnabled(self._count != 0 or self.isChecked())
        self._dress()

    def _font(self, weight: int) -> QFont:
        return self._theme.font("small", weight=weight, tabular=self._count is not None)

    def _width(self, words: str, weight: int) -> int:
        return ceil(QFontMetricsF(self._font(weight)).horizontalAdvance(words))

    def _dress(self) -> None:
        self._hint = None
        self.updateGeometry()
        self.update()


class FilterToggles(QWidget):
    """ "All" and the filters beside it. Any number may be on; with none on it is "All". Alt 1 to Alt 9 press them.

    `changed` carries the keys that are on, empty for "All".
    """

    changed = Signal(frozenset)

    def __init__(self, filters: Iterable[Filter], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._all = Toggle(tr("All"), count=0)
        self._toggles: dict[str, Toggle] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._all)
        self._all.clicked.connect(self.clear)
        for wanted in filters:
            toggle = Toggle(wanted.label, glyph=wanted.glyph, count=0)
            toggle.clicked.connect(self._pressed)
            self._toggles[wanted.key] = toggle
            row.addWidget(toggle)
        row.addStretch(1)
        for place, toggle in enumerate(self._in_order()[:_REACHED_BY_KEY], start=1):
            self._reach(toggle, place)
        self._settle()

    def on(self) -> frozenset[str]:
        """The keys of the filters that are on."""
        return frozenset(key for key, toggle in self._toggles.items() if toggle.isChecked())

    def toggle(self, key: str) -> Toggle:
        """One of the toggles, for a page that wants to move the keyboard to it."""
        return self._toggles[key]

    def set_counts(self, total: int, counts: Mapping[str, int]) -> None:
        """How many products there are, and how many each filter would show."""
        self._all.set_count(total)
        for key, toggle in self._toggles.items():
            toggle.set_count(counts.get(key, 0))
        self._settle()

    def set_on(self, keys: Iterable[str]) -> None:
        """Turn these filters on and the others off."""
        wanted, before = frozenset(keys), self.on()
        for key, toggle in self._toggles.items():
            toggle.setChecked(key in wanted)
        self._settle()
        if self.on() != before:
            self.changed.emit(self.on())

    def clear(self) -> None:
        """Show all."""
        self.set_on(())

    def _pressed(self) -> None:
        self._settle()
        self.changed.emit(self.on())

    def _settle(self) -> None:
        self._all.setChecked(not self.on())
        self._all.setEnabled(True)

    def _in_order(self) -> list[Toggle]:
        return [self._all, *self._toggles.values()]

    def _reach(self, toggle: Toggle, place: int) -> None:
        keys = QKeySequence(Qt.Modifier.ALT | Qt.Key(Qt.Key.Key_0 + place))
        shortcut = QShortcut(keys, self)
        shortcut.activated.connect(toggle.click)
        toggle.setToolTip(keys_of(keys))

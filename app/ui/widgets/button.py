"""Buttons: verbs with objects, in five kinds and three sizes. Their grounds and states come from the style sheet."""

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from app.ui.theme import follow
from app.ui.widgets.key_hint import key_hint_size, paint_key_hint

_GAP = 8  # between icon, label and key


class Variant(StrEnum):
    """What a press means."""

    PRIMARY = "primary"  # the one thing to do on this screen
    SECONDARY = "secondary"
    QUIET = "quiet"  # text only
    LINK = "link"  # text only, and no room around it: at the end of a sentence or a title
    DANGER = "danger"  # leads to something that cannot be undone
    DANGER_FILLED = "danger_filled"  # the last press of it


class ButtonSize(StrEnum):
    """How high: 26 in rows, 32 on pages, 40 on Count."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


_INK = {
    Variant.PRIMARY: "text_on_accent",
    Variant.SECONDARY: "text_primary",
    Variant.QUIET: "accent",
    Variant.LINK: "accent",
    Variant.DANGER: "danger",
    Variant.DANGER_FILLED: "text_on_danger",
}
_PADDING = {ButtonSize.SMALL: 9, ButtonSize.NORMAL: 12, ButtonSize.LARGE: 18}
_HEIGHT = {ButtonSize.SMALL: "control_small", ButtonSize.NORMAL: "control", ButtonSize.LARGE: "control_large"}
_FILLED = (Variant.PRIMARY, Variant.DANGER_FILLED)


class Button(QPushButton):
    """A button. Its label is taken as it is: an ampersand in a product's name is no mnemonic.

    `name` is what a screen reader says, needed where there is only an icon; `hint` is the key that does the same.
    """

    def __init__(
        self,
        label: str,
        variant: Variant = Variant.SECONDARY,
        *,
        size: ButtonSize = ButtonSize.NORMAL,
        icon: str = "",
        hint: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert label or name, "a button says what it does"
        self._label, self._icon, self._hint = label, icon, hint
        self._variant, self._size, self._name = variant, size, name
        self.setProperty("variant", variant.value)
        self.setProperty("measure", size.value)
        self.setText(label)
        if not label:
            self.setToolTip(name)
        self._theme = follow(self._dress)
        self._dress()

    def label(self) -> str:
        """The words on it, as they were given."""
        return self._label

    def setText(self, label: str) -> None:
        """Other words from now on."""
        self._label = label
        super().setText(label.replace("&", "&&"))
        self.setAccessibleName(self._name or label)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Another icon from now on; empty for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_variant(self, variant: Variant) -> None:
        """Another kind from now on: the next missing thing becomes the primary one."""
        if variant != self._variant:
            self._variant = variant
            self.setProperty("variant", variant.value)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()

    def sizeHint(self) -> QSize:
        """Contents and padding; an icon alone makes a square."""
        height = max(self._theme.size(_HEIGHT[self._size]), self._theme.tokens.size["pointer_target_min"])
        if not self._label and not self._hint:
            return QSize(height, height)
        if self._variant is Variant.LINK:
            return QSize(self._contents_width(), self._theme.px(self._theme.tokens.size["pointer_target_min"]))
        return QSize(self._contents_width() + 2 * (_PADDING[self._size] + 1), height)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground as the style sheet says, then the contents in the middle."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_contents(painter)
        painter.end()

    def _paint_contents(self, painter: QStylePainter) -> None:
        theme, ink = self._theme, self._ink()
        left = (self.width() - self._contents_width()) / 2
        middle = self.height() / 2
        if self._icon:
            side = theme.size("icon")
            colour = _INK[self._variant] if self.isEnabled() else "text_disabled"
            theme.paint_icon(painter, self._icon, colour, QRectF(round(left), round(middle - side / 2), side, side))
            left += side + _GAP
        painter.setPen(ink)
        painter.setFont(self._label_font())
        width = self._label_width()
        rect = QRectF(left, 0, width + 1, self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, flags, self._label)
        if self._hint:
            size = key_hint_size(self._hint, theme)
            box = QRectF(round(left + width + _GAP), round(middle - size.height() / 2), size.width(), size.height())
            on_filled = self._variant in _FILLED or not self.isEnabled()
            paint_key_hint(painter, self._hint, box, theme, ink=ink if on_filled else None, line=self._line(ink))

    def _contents_width(self) -> int:
        parts = [self._theme.size("icon")] if self._icon else []
        if self._label:
            parts.append(self._label_width())
        if self._hint:
            parts.append(key_hint_size(self._hint, self._theme).width())
        return sum(parts) + _GAP * (len(parts) - 1)

    def _label_width(self) -> int:
        return ceil(QFontMetricsF(self.font()).horizontalAdvance(self._label))

    def _label_font(self) -> QFont:
        font = self.font()
        font.setUnderline(self._variant is Variant.LINK and self.underMouse() and self.isEnabled())
        return font

    def _ink(self) -> QColor:
        return self._theme.colour(_INK[self._variant] if self.isEnabled() else "text_disabled")

    def _line(self, ink: QColor) -> QColor | None:
        return ink if self._variant in _FILLED and self.isEnabled() else None

    def _dress(self) -> None:
        role = "small" if self._size is ButtonSize.SMALL else "body"
        self.setFont(self._theme.font(role, weight=500))
        self.updateGeometry()

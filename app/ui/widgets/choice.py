"""Check boxes and radio buttons as the design draws them, and the cards that hold one of them with its reasons."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.text import Paragraph

_GAP = 9  # between box and label
_GRID = 16.0
_CARD_PADDING = 16


def paint_check(painter: QPainter, rect: QRectF, state: Qt.CheckState, theme: Theme, *, enabled: bool = True) -> None:
    """Draw the box of a check box into a square: empty, ticked, or a line for "some of them"."""
    ground, border, mark = _box_colours(theme, on=state is not Qt.CheckState.Unchecked, enabled=enabled)
    paint.box(painter, rect, rect.width() / 4, fill=ground, border=border)
    if state is Qt.CheckState.Unchecked:
        return
    with paint.on_grid(painter, rect, _GRID):
        painter.setPen(paint.pen(mark, 1.6))
        if state is Qt.CheckState.Checked:
            painter.drawPolyline(QPolygonF([QPointF(4.4, 8.4), QPointF(6.9, 10.9), QPointF(11.6, 5.4)]))
        else:
            painter.drawLine(QPointF(4.4, 8), QPointF(11.6, 8))


def paint_radio(painter: QPainter, rect: QRectF, theme: Theme, *, on: bool, enabled: bool = True) -> None:
    """Draw the disc of a radio button into a square."""
    ground, border, mark = _box_colours(theme, on=on, enabled=enabled)
    paint.box(painter, rect, rect.width() / 2, fill=ground, border=border)
    if on:
        with paint.on_grid(painter, rect, _GRID):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark)
            painter.drawEllipse(QPointF(8, 8), 3, 3)


class CheckBox(QCheckBox):
    """A check box. The label is taken as it is; `name` stands in for it where there is none."""

    def __init__(self, label: str = "", *, name: str = "", weight: int | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self._weight, self._label = weight, label
        self._theme = follow(self._dress)
        _set_label(self, label, name)
        self._dress()

    def relabel(self, label: str) -> None:
        """Say this beside the box from now on."""
        self._label = label
        _set_label(self, label, "")
        self.updateGeometry()
        self.update()

    def focus_rect(self) -> QRect:
        """The box, which the focus ring goes around."""
        return _indicator(self, self._theme)

    def hitButton(self, pos: QPoint) -> bool:
        """Box and label alike."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Box, gap and label."""
        return _choice_size(self, self._label, self._theme)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and label."""
        painter = QPainter(self)
        box = QRectF(self.focus_rect())
        paint_check(painter, box, self.checkState(), self._theme, enabled=self.isEnabled())
        _paint_label(painter, self, self._label, self._theme)
        painter.end()

    def _dress(self) -> None:
        self.setFont(self._theme.font("body", weight=self._weight))
        self.updateGeometry()


class RadioButton(QRadioButton):
    """A radio button. The label is taken as it is; `name` stands in for it where there is none."""

    def __init__(
        self,
        label: str = "",
        *,
        name: str = "",
        role: str = "body",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._weight, self._role, self._label = weight, role, label
        self._theme = follow(self._dress)
        _set_label(self, label, name)
        self._dress()

    def focus_rect(self) -> QRect:
        """The disc, which the focus ring goes around."""
        return _indicator(self, self._theme)

    def hitButton(self, pos: QPoint) -> bool:
        """Disc and label alike."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Disc, gap and label."""
        return _choice_size(self, self._label, self._theme)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw disc and label."""
        painter = QPainter(self)
        paint_radio(painter, QRectF(self.focus_rect()), self._theme, on=self.isChecked(), enabled=self.isEnabled())
        _paint_label(painter, self, self._label, self._theme)
        painter.end()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role, weight=self._weight))
        self.updateGeometry()


class ChoiceCard(QFrame):
    """One offer in a frame: a real check box or radio button, its reasons under it, and room for more in `body`.

    Chosen is a 2 px border and the filled box. All of the card can be clicked. Radio cards need `exclusive`.
    """

    def __init__(
        self, title: str, description: str = "", *, radio: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        assert title, "a choice has a name"
        self.button: QAbstractButton = RadioButton(title, weight=600) if radio else CheckBox(title, weight=600)
        self._text, self._description = Paragraph(description), description
        self._theme = follow(self.update)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_CARD_PADDING, _CARD_PADDING - 4, _CARD_PADDING, _CARD_PADDING - 4)
        self.body.setSpacing(0)
        self.body.addWidget(self.button)
        self.body.addWidget(self._text)
        self.button.toggled.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._theme.changed.connect(self._indent)
        self._indent()
        self._describe(description)

    def is_chosen(self) -> bool:
        """Is it ticked?"""
        return self.button.isChecked()

    def choose(self, *, chosen: bool = True) -> None:
        """Tick it, or not."""
        self.button.setChecked(chosen)

    def set_unavailable(self, reason: str) -> None:
        """It cannot be chosen; the reason stands where the description was."""
        assert reason, "what cannot be chosen says why"
        self.button.setChecked(False)
        self.button.setEnabled(False)
        self._describe(reason)

    def set_description(self, words: str) -> None:
        """Other reasons from now on."""
        self._description = words
        if self.button.isEnabled():
            self._describe(words)

    def set_available(self) -> None:
        """It can be chosen again."""
        self.button.setEnabled(True)
        self._describe(self._description)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the box is a click on it."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The border lies inside, so nothing moves when it thickens."""
        painter = QPainter(self)
        chosen, theme = self.button.isChecked(), self._theme
        colour = theme.colour("accent" if chosen else "line_strong" if self.button.isEnabled() else "line_hair")
        ground, radius = theme.colour("bg_surface"), theme.radius("panel")
        paint.box(painter, QRectF(self.rect()), radius, fill=ground, border=colour, width=2 if chosen else 1)
        painter.end()

    def _describe(self, description: str) -> None:
        self._text.setText(description)
        self._text.setVisible(bool(description))
        self.button.setAccessibleDescription(description)

    def _indent(self) -> None:
        self._text.setContentsMargins(self._theme.size("icon") + _GAP, 0, 0, 0)


def exclusive(cards: Iterable[ChoiceCard], parent: QWidget) -> QButtonGroup:
    """Of these cards at most one is chosen; arrow keys go from one to the next. None is chosen to begin with."""
    group = QButtonGroup(parent)
    for number, card in enumerate(cards):
        group.addButton(card.button, number)
    return group


def tab_to_chosen(buttons: Iterable[QAbstractButton]) -> None:
    """Tab stops at the one that is chosen; arrow keys go to the others. Qt does so only once the keyboard was there."""
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)


def _set_label(button: QAbstractButton, label: str, name: str) -> None:
    assert label or name, "a choice has a name"
    button.setText(label.replace("&", "&&"))
    button.setAccessibleName(name or label)


def _indicator(button: QAbstractButton, theme: Theme) -> QRect:
    side = theme.size("icon")
    return QRect(0, (button.height() - side) // 2, side, side)


def _choice_size(button: QAbstractButton, label: str, theme: Theme) -> QSize:
    side = theme.size("icon")
    width = side + _GAP + ceil(QFontMetricsF(button.font()).horizontalAdvance(label)) if label else side
    return QSize(width, theme.px(theme.tokens.size["pointer_target_min"]))


def _paint_label(painter: QPainter, button: QAbstractButton, label: str, theme: Theme) -> None:
    left = theme.size("icon") + _GAP
    rect = QRectF(left, 0, button.width() - left, button.height())
    ink = theme.colour("text_primary" if button.isEnabled() else "text_disabled")
    Lettering(button.font()).draw(painter, rect, label, ink)


def _box_colours(theme: Theme, *, on: bool, enabled: bool) -> tuple[QColor, QColor, QColor]:
    """Ground, border and mark."""
    if not enabled:
        ground = "line_hair" if on else "bg_surface"
        return theme.colour(ground), theme.colour("line_hair"), theme.colour("text_disabled")
    if on:
        return theme.colour("accent"), theme.colour("accent"), theme.colour("text_on_accent")
    return theme.colour("bg_surface"), theme.colour("line_control"), theme.colour("text_primary")

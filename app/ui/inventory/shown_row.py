"""What every shop shows of a product, side by side, each with the sum behind it; and how much is held back.

A shop's menu leads to what it may still sell.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolTip, QWidget

from app.core.offer import Way
from app.store.rulebook import Limit
from app.ui.inventory.facts import Listed, ProductFacts
from app.ui.inventory.flow import FlowLayout
from app.ui.inventory.listing_words import shown_words, why
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.badge import paint_badge
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.text import Label
from app.ui.widgets.tips import plain
from app.ui.words import NOTHING, number, say, tr

_GAP, _BOX = 6, 4


class ShownMark(QAbstractButton):
    """A shop's badge and the number it shows. Hover or focus tells why; Enter or F2 changes what is held back there.

    A button, so that a screen reader says that it can be pressed.
    """

    edit_wanted = Signal(int)  # the shop
    may_sell_wanted = Signal(int)  # the listing

    def __init__(self, listed: Listed, facts: ProductFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shop = listed.shop
        self.listing = listed.listing.id if listed.listing is not None else 0
        self.menu: QMenu | None = None
        differs = listed.listing.differs if listed.listing is not None else None
        self._differs = differs is not None and not listed.taken_off
        value = differs if self._differs else listed.number
        value = 0 if listed.taken_off else value
        self._words = NOTHING if value is None else number(value)
        row = facts.row
        reasons = why(listed, facts.held, on_hand=row.on_hand, committed=row.committed)
        self._reasons = "\n".join(say(text, now=facts.now) for text in reasons)
        self.setAccessibleName(say(shown_words(listed)))
        self.setAccessibleDescription(self._reasons)
        self.setToolTip(plain("\n".join((self.accessibleName(), self._reasons))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = follow(self._dress)
        self._letters = Lettering(self._theme.font("body", tabular=True))
        self._strong = Lettering(self._theme.font("body", tabular=True, weight=600))
        self._dress()

    def sizeHint(self) -> QSize:
        """The badge, a gap and the number."""
        theme = self._theme
        width = theme.size("badge_small") + _GAP + ceil(self._lettering().advance(self._words))
        height = max(theme.size("badge"), theme.tokens.size["pointer_target_min"])
        return QSize(width + (2 * _BOX if self._differs else 0), height)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The badge, then the number, boxed where it differs."""
        painter, theme = QPainter(self), self._theme
        side, middle = theme.size("badge_small"), self.height() / 2
        paused = self.shop.mode != "live" and not self.shop.by_hand
        square = QRectF(0, round(middle - side / 2), side, side)
        paint_badge(painter, self.shop.letter, square, theme, paused=paused)
        rest = QRectF(side + _GAP, 0, self.width() - side - _GAP, self.height())
        ink = theme.colour(self._ink())
        if self._differs:
            height = theme.size("badge")
            box = QRectF(rest.left(), round(middle - height / 2), rest.width(), height)
            paint.box(painter, box, theme.radius("badge"), border=theme.colour("warn_mark"))
            rest = rest.adjusted(_BOX, 0, -_BOX, 0)
        self._lettering().draw(painter, rest, self._words, ink, elide=Qt.TextElideMode.ElideNone)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard reads the reasons too."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The reasons go with the focus."""
        super().focusOutEvent(event)
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 change what is held back from this shop; Shift F10 opens its menu on every system."""
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit(self.shop.id)
        elif event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted):
            self._show_menu(self.mapToGlobal(QPoint(0, self.height())))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click does the same."""
        self.edit_wanted.emit(self.shop.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse. A key opened it already."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self._show_menu(event.globalPos())

    def _show_menu(self, at: QPoint) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        menu.addAction(tr("Hold back…")).triggered.connect(lambda _on=False: self.edit_wanted.emit(self.shop.id))
        if self.listing:
            action = menu.addAction(tr("What it may still sell…"))
            action.triggered.connect(lambda _on=False: self.may_sell_wanted.emit(self.listing))
        menu.popup(at)

    def _ink(self) -> str:
        return "warn_text" if self._differs else "text_tertiary" if self._words == NOTHING else "text_secondary"

    def _lettering(self) -> Lettering:
        return self._strong if self._differs else self._letters

    def _dress(self) -> None:
        self._letters = Lettering(self._theme.font("body", tabular=True))
        self._strong = Lettering(self._theme.font("body", tabular=True, weight=600))
        self.updateGeometry()
        self.update()


class QuietLink(Button):
    """A link in the colour of quiet text: what it says matters more than that it can be pressed."""

    def __init__(self, label: str, *, name: str = "") -> None:
        super().__init__(label, Variant.LINK, name=name)

    def _ink(self) -> QColor:
        return self._theme.colour("text_secondary")


class ShownRow(QWidget):
    """All shops of one product. `edit_wanted` carries a shop, or 0 for what is held back everywhere."""

    edit_wanted = Signal(int)
    may_sell_wanted = Signal(int)  # a listing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=9, last_right=True)
        self._flow.addWidget(Label(tr("Shown"), colour="text_secondary"))
        self.held = QuietLink(tr("Nothing held back"))
        self.held.clicked.connect(lambda: self.edit_wanted.emit(0))
        self._flow.addWidget(self.held)
        self.marks: list[ShownMark] = []
        self.setAccessibleName(tr("What every shop shows"))

    def show_facts(self, facts: ProductFacts) -> None:
        """Another product, or other numbers."""
        before, self.marks = self.marks, [ShownMark(listed, facts) for listed in facts.listed]
        for mark in before:
            self._flow.removeWidget(mark)
        for place, mark in enumerate(self.marks, start=1):
            mark.edit_wanted.connect(self.edit_wanted)
            mark.may_sell_wanted.connect(self.may_sell_wanted)
            self._flow.insert(place, mark)
            mark.show()
        for one, other in pairwise((*self.marks, self.held)):
            QWidget.setTabOrder(one, other)
        self.held.setText(held_words(facts.held))
        self.held.setToolTip(held_origin(facts.held))
        self.held.setAccessibleDescription(held_origin(facts.held))
        self._follow_focus(before)
        for mark in before:  # when the keyboard has gone on: hiding what has it sends it elsewhere
            mark.hide()
            mark.deleteLater()
        self.updateGeometry()

    def focused_listing(self) -> int:
        """The listing that the keyboard is on; 0 for none."""
        return next((mark.listing for mark in self.marks if mark.hasFocus()), 0)

    def _follow_focus(self, before: Sequence[ShownMark]) -> None:
        focused = next((mark.shop.id for mark in before if mark.hasFocus()), None)
        for mark in self.marks:
            if mark.shop.id == focused:
                mark.setFocus(Qt.FocusReason.MouseFocusReason)  # it was there: nothing is told anew

    def event(self, event: QEvent) -> bool:
        """The line breaks follow the width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def held_words(held: Limit) -> str:
    """ "1 held back"."""
    return tr("{pieces} held back", pieces=held.total) if held.total else tr("Nothing held back")


def held_origin(held: Limit) -> str:
    """Where that number comes from."""
    if held.own.pieces is None:
        return tr("Held back everywhere: {pieces}. Press to change it for this product.", pieces=held.otherwise)
    if held.own.way is Way.EXTRA:
        return tr(
            "Held back of this product, {own} of them on top of what holds everywhere. Press to change it.",
            own=held.own.pieces,
        )
    return tr("Held back of this product. Everywhere else it is {pieces}. Press to change it.", pieces=held.otherwise)

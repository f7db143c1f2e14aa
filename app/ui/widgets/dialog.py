"""Dialogs: the title is the question, the text says what happens and where, and the buttons repeat the verb."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.text import Paragraph

WIDTH = 427
_EDGE = 21  # 20 of white space and the border
_AROUND = 16  # what is left free of a screen
_RING = 4  # the focus ring's share of a scrolled middle
_LEAST_SEEN = 80
_BAR = 12


class Dialog(QDialog):
    """A question with two answers. Add more to `body`, between the text and the buttons.

    Enter presses `yes`, Esc answers `no`. With `safe_first` the keyboard starts on `no`, and Enter answers that: for
    whatever tells a channel, a customer or a bank.
    """

    def __init__(
        self,
        parent: QWidget | None,
        *,
        question: str,
        text: str = "",
        yes: str,
        no: str,
        danger: bool = False,
        safe_first: bool = False,
        width: int = WIDTH,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        assert all((question, yes, no)), "a dialog asks, and says both answers"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # for the round corners
        self.setModal(True)
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)
        self._safe_first, self._width = safe_first, width
        self._theme = follow(self._dress)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, _EDGE - 1)
        column.setSpacing(0)
        self._question = Paragraph(question, "lead", colour="text_primary", weight=600)
        column.addWidget(self._question)
        if text:
            column.addSpacing(4)
            column.addWidget(Paragraph(text))
        self._middle = QWidget()
        self.body = QVBoxLayout(self._middle)
        self.body.setContentsMargins(0, 8, 0, 0)
        self.body.setSpacing(8)
        self._scroll: QScrollArea | None = None
        column.addWidget(self._middle)
        column.addSpacing(12)
        self.no = Button(no)
        self.yes = Button(yes, Variant.DANGER_FILLED if danger else Variant.PRIMARY)
        column.addLayout(self._answers())
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard starts on the safe answer, or on the first thing to fill in."""
        super().showEvent(event)
        self.adjustSize()
        if self._safe_first:
            self.no.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.focusWidget() in (None, self.no, self.yes):
            self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what is in it."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()
        return handled

    def adjustSize(self) -> None:
        """As high as what is in it, and never higher than the screen: then its middle is scrolled."""
        most = self.screen().availableGeometry().height() - _AROUND
        needed = self._needed()
        if needed > most and self._scroll is None:
            self._scroll = self._scrolled()
            needed = self._needed()
        if self._scroll is not None:
            self._scroll.setFixedHeight(max(_LEAST_SEEN, self._middle_height() - max(0, needed - most)))
            self._see_focus()
        self.resize(self.width(), min(needed, most))
        self._stay_on_screen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1: the help of this dialog, from whatever window it belongs to."""
        if event.key() == Qt.Key.Key_F1:
            ask_help(self)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet and its border."""
        painter, theme = QPainter(self), self._theme
        ground, line = theme.colour("bg_surface"), theme.colour("line_strong")
        paint.box(painter, QRectF(self.rect()), theme.radius("sheet"), fill=ground, border=line)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It has no title bar: take it anywhere to move it."""
        window = self.windowHandle()
        if window is not None and event.button() is Qt.MouseButton.LeftButton:
            window.startSystemMove()

    def ask(self) -> bool:
        """Show it and wait for an answer. Tests replace this."""
        return self.exec() == QDialog.DialogCode.Accepted

    def _needed(self) -> int:
        """How high it would be if all of its middle could be seen."""
        layout = self.layout()
        assert layout is not None
        layout.invalidate()  # its parts may have changed before it heard of that
        whole = (
            layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        )
        return whole if self._scroll is None else whole - self._scroll.height() + self._middle_height()

    def _middle_height(self) -> int:
        self.body.invalidate()
        width = self.width() - 2 * _EDGE - _BAR
        if self.body.hasHeightForWidth():
            return self.body.totalHeightForWidth(width)
        return self.body.totalSizeHint().height()

    def _scrolled(self) -> QScrollArea:
        """Put the middle into a frame that scrolls, with room for the focus ring at its sides."""
        area, column = QScrollArea(), self.layout()
        assert column is not None
        focus = self.focusWidget()
        self.body.setContentsMargins(_RING, 8, _RING, _RING)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.replaceWidget(self._middle, area)
        area.setWidget(self._middle)
        for ground in (area.viewport(), self._middle):
            ground.setAutoFillBackground(False)  # the sheet is painted below them
        area.setFixedHeight(self._middle_height())
        area.show()
        self._middle.show()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)  # it was lost on the way
        return area

    def _see_focus(self) -> None:
        focus = self.focusWidget()
        if self._scroll is not None and focus is not None and self._middle.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus, 0, _RING)

    def _stay_on_screen(self) -> None:
        room = self.screen().availableGeometry()
        lowest = room.bottom() - self.height()
        if self.isVisible() and self.y() > lowest:
            self.move(self.x(), max(room.top(), lowest))

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.no, self.yes):
            row.addWidget(button)
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard, never the other
        (self.no if self._safe_first else self.yes).setDefault(True)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        return row

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(self._width))
        self.update()


def ask(
    parent: QWidget | None,
    *,
    question: str,
    text: str,
    yes: str,
    no: str,
    danger: bool = False,
    safe_first: bool = False,
) -> bool:
    """Ask and wait. True for `yes`."""
    dialog = Dialog(parent, question=question, text=text, yes=yes, no=no, danger=danger, safe_first=safe_first)
    try:
        return dialog.ask()
    finally:
        dialog.deleteLater()


def ask_help(widget: QWidget) -> None:
    """Ask the window that a widget belongs to for its help, where that window has any."""
    owner: QWidget | None = widget
    while owner is not None:
        show = getattr(owner, "show_help", None)
        if show is not None:
            show()
            return
        owner = owner.parentWidget()

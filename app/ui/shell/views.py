"""What the views of a page share: a header, a way back, and news in time."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.changes import NOTHING, Changes
from app.errors import ChannelError, PlimsollError
from app.ui.shell.header import SIDE, PageHeader
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr

EDGE = SIDE  # white space at the sides of a page
SOON_MS = 100  # at most ten readings a second
_SHARE = 8  # reading takes at most an eighth of the time
FORM_WIDTH = 620
_RING = 4  # around what has the keyboard


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say it."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Soon(QObject):
    """Gathers news and hands it on together: at most once in an interval, and a slow reader gets it less often."""

    def __init__(self, then: Callable[[Changes], None], parent: QObject, *, after_ms: int = SOON_MS) -> None:
        super().__init__(parent)
        self._then, self._changes, self._after_ms = then, NOTHING, after_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.now)

    def add(self, changes: Changes) -> None:
        """Something changed."""
        self._changes |= changes
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nobody wants it any more."""
        self._timer.stop()
        self._changes = NOTHING

    def now(self) -> None:
        """Hand on what was gathered without waiting any longer."""
        self._timer.stop()
        changes, self._changes = self._changes, NOTHING
        if changes:
            took = QElapsedTimer()
            took.start()
            self._then(changes)
            self._timer.setInterval(max(self._after_ms, _SHARE * took.elapsed()))


class Header(PageHeader):
    """A page's header over something that has no line of its own at its top."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline under it."""
        paint.hairline(self, self._theme.colour("line_hair"))


class View(QWidget):
    """One thing to do on the Channels page, in place of its list. `left` is Esc, or the button that goes back."""

    left = Signal()

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        self.header = Header(title, sentence)
        self.back = Button(tr("Back to channels"), Variant.QUIET, hint=keys_of(QKeySequence("Esc")))
        self.back.clicked.connect(lambda _checked=False: self.go_back())
        self.header.add_action(self.back)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.header)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, from wherever nothing nearer wanted it."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """One step back: out of the view, unless there is a nearer one."""
        self.left.emit()

    def on_changed(self, changes: Changes) -> None:
        """Something was written: read again what is concerned."""

    def rest(self) -> None:
        """Nobody looks: read nothing until the next news."""

    def closing(self) -> None:
        """The seller goes elsewhere: forget what must not be kept."""
        self.rest()


class FormColumn(QScrollArea):
    """A scrolling column of a comfortable width at the left: for forms and steps."""

    def __init__(self, *, width: int = FORM_WIDTH) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._width = width
        self._inner = QWidget()
        self._outer = QWidget()
        self.items = QVBoxLayout(self._inner)
        self.items.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.items.setSpacing(12)
        row = QHBoxLayout(self._outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._inner)
        row.addStretch(1)
        self.setWidget(self._outer)
        see_through(self)
        self._theme = follow(self._dress)
        self._dress()

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part that has just been shown."""
        for inner in (self._inner, self._outer):
            layout = inner.layout()
            if layout is not None:
                layout.activate()
        self._outer.adjustSize()
        self.ensureWidgetVisible(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as is comfortable, or as there is room."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        wanted = self._theme.px(self._width) + 2 * EDGE
        self._inner.setFixedWidth(max(1, min(wanted, self.viewport().width())))


class Strip(QScrollArea):
    """A row of controls that scrolls sideways where there is no room for all; the keyboard brings them into view."""

    def __init__(self, row: QWidget) -> None:
        super().__init__()
        self._row = row
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(row)
        row.installEventFilter(self)
        see_through(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The row has become higher or lower."""
        if watched is self._row and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As high as the row, with room for the focus ring."""
        inner = self._row.sizeHint()
        return QSize(inner.width(), inner.height() + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """It gives way."""
        return QSize(0, self.sizeHint().height())


class Scrolling(QScrollArea):
    """A part of a page that scrolls where larger text or a small window leave it less than it needs."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(part)
        see_through(self)


def see_through(area: QScrollArea) -> None:
    """What scrolls lies on the page's own ground."""
    for part in (area.viewport(), area.widget()):
        if part is not None:
            part.setAutoFillBackground(False)


def in_order(*widgets: QWidget) -> None:
    """Tab goes from one to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Trouble(QWidget):
    """A calm sentence on what went wrong, what to do, and the technical words for who asks for them."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Paragraph(colour="danger", weight=600)
        self._advice = Paragraph()
        self._details = Paragraph(role="small", colour="text_tertiary")
        self.more = Button(tr("Details"), Variant.LINK)
        self.more.clicked.connect(lambda _checked=False: self._toggle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._title, self._advice, self.more, self._details):
            column.addWidget(part)
        column.setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)
        self.clear()

    def show_error(self, error: PlimsollError) -> None:
        """Say what went wrong."""
        details = _details(error) if isinstance(error, ChannelError) else ()
        self.show_words(say(error.title), say(error.advice), details)

    def show_words(self, title: str, advice: str = "", details: Iterable[str] = ()) -> None:
        """Say this. What is said already is not announced again."""
        before = self.words()
        self._title.setText(title)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._details.setText("\n".join(details))
        self.more.setVisible(bool(self._details.text()))
        self.setAccessibleName(" ".join(filter(None, (title, advice))))
        self.show()
        if self.words() != before:
            self._details.hide()
            announce(self, self.accessibleName())

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self.hide()

    def words(self) -> str:
        """What it says; empty when nothing is wrong."""
        return "" if self.isHidden() else self.accessibleName()

    def details(self) -> str:
        """The technical words, shown or not."""
        return self._details.text()

    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())


def _details(error: ChannelError) -> list[str]:
    lines = []
    if error.status is not None:
        lines.append(tr("Status {status}", status=str(error.status)))
    if error.words:
        lines.append(error.words)
    return lines


def ask_then(
    parent: QWidget,
    then: Callable[[], object],
    *,
    question: str,
    text: str,
    yes: str,
    no: str,
    danger: bool = False,
    safe_first: bool = False,
) -> Dialog:
    """Ask without holding anything up; do it once the answer is yes."""
    dialog = Dialog(parent, question=question, text=text, yes=yes, no=no, danger=danger, safe_first=safe_first)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(then)
    dialog.open()
    return dialog

"""What the sections of Today are made of: rows that can be pressed, rows with a button, and sections around them."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shell.views import clear
from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.widgets.glyphs import Glyph, StatusGlyph, paint_glyph
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import ElidedLabel
from app.ui.widgets.tips import plain
from app.ui.words import tr

GAP = 12
_GLYPH, _BESIDE_GLYPH, _LEAST = 12, 8, 48
_ABOVE = 6  # white space above and below what stands in a row


class Row(QWidget):
    """One line of a section, with a hairline under it. `said` is all of it as a sentence."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setAccessibleName(said)
        self.row = _line(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline."""
        paint.hairline(self, self._theme.colour("line_hair"))


class LinkRow(QAbstractButton):
    """A line that is pressed as a whole: it opens what it speaks of. ↑ and ↓ go to the rows beside it."""

    def __init__(self, said: str, press: Callable[[], None]) -> None:
        super().__init__()
        self.setAccessibleName(said)
        self.row = _line(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda _checked=False: press())
        self._theme = follow(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground under the mouse, and the hairline."""
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.colour("bg_hover"))
            painter.end()
        paint.hairline(self, self._theme.colour("line_hair"))


def _line(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, _ABOVE, 0, _ABOVE)
    row.setSpacing(GAP)
    return row


def quiet_row(words: str, press: Callable[[], None]) -> LinkRow:
    """An area with nothing wrong: one grey line, that opens what it speaks of."""
    row = LinkRow(words, press)
    row.row.setSpacing(8)
    row.row.addWidget(StatusGlyph(Glyph.OK, tr("Nothing to do")))
    row.row.addWidget(ElidedLabel(words, colour="text_tertiary"), 1)
    return row


class TwoLines(QWidget):
    """A line, and a smaller quiet one under it; before them a shape, if any. Drawn, not built of labels: a page of them
    is there in half the time. Its row says the words to a screen reader.
    """

    def __init__(self, first: str, second: str, *, glyph: Glyph | None = None, zero: bool = False) -> None:
        super().__init__()
        self._first, self._second, self._glyph, self._zero = first, second, glyph, zero
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Both lines in full."""
        return QSize(self._wide + self._indent(), self._high)

    def minimumSizeHint(self) -> QSize:
        """They give way, and say all in the tooltip."""
        return QSize(self._theme.px(_LEAST) + self._indent(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit any more is said in full."""
        super().resizeEvent(event)
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(plain(f"{self._first}\n{self._second}") if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape in the middle of the first line, and the words."""
        painter, theme, left = QPainter(self), self._theme, self._indent()
        upper, lower = theme.line("body"), theme.line("small")
        if self._glyph is not None:
            side = theme.px(_GLYPH)
            paint_glyph(painter, self._glyph, QRectF(0, (upper - side) // 2, side, side), theme)
        wide = self.width() - left
        self._upper.draw(painter, QRectF(left, 0, wide, upper), self._first, theme.colour("text_primary"))
        room = QRectF(left, upper + 1, wide, lower)
        self._lower.draw(painter, room, self._second, theme.colour("text_secondary"))
        painter.end()

    def _indent(self) -> int:
        return self._theme.px(_GLYPH) + _BESIDE_GLYPH if self._glyph is not None else 0

    def _dress(self) -> None:
        theme = Theme.current()
        self._upper, self._lower = Lettering(theme.font("body")), Lettering(theme.font("small", zero=self._zero))
        self._wide = ceil(max(self._upper.advance(self._first), self._lower.advance(self._second)))
        self._high = theme.line("body") + 1 + theme.line("small")
        self.updateGeometry()
        self.update()


class Section(QWidget):
    """A title with a note, and rows under it. While there is nothing to list, one quiet row stands for all of it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title = SectionTitle(title)
        self.rows: list[QWidget] = []
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._column.addLayout(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, key: object, make: Callable[[], Iterable[QWidget]], *, note: str = "", quiet: bool) -> None:
        """Other rows, unless `key` says that they are the same. `quiet`: the rows are one grey line."""
        self.title.setVisible(not quiet)
        self.title.set_note(note)
        if key == self._shown:
            return
        self._shown = key
        at = next((place for place, row in enumerate(self.rows) if _has_focus(row)), -1)
        clear(self._list)
        self.rows = list(make())
        for row in self.rows:
            let_through(row)
            self._list.addWidget(row)
            if self.isVisible():
                row.show()  # at once: the layout would do so behind the next paint
        if at >= 0 and self.rows:  # the keyboard stays where it was
            _focus(self.rows[min(at, len(self.rows) - 1)])


def let_through(row: QWidget) -> None:
    """Whatever stands in a row that is pressed as a whole leaves the mouse to it."""
    if isinstance(row, LinkRow):
        for part in row.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def stops(rows: Sequence[QWidget]) -> list[QWidget]:
    """What takes the keyboard in these rows, from the top."""
    found: list[QWidget] = []
    for row in rows:
        parts = [row, *row.findChildren(QAbstractButton)]
        found += [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return found


def _has_focus(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and (focus is row or row.isAncestorOf(focus))


def _focus(row: QWidget) -> None:
    for stop in stops([row])[:1]:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

"""One bar under the page title, the most serious first: a sentence and one action. And the bar that offers undo."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.core.records import dataclass
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.glyphs import Glyph, paint_glyph
from app.ui.widgets.key_hint import KeyHint, keys_of
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

UNDO_MS = 10_000
_EDGE, _ABOVE = 12, 5  # 34 px high with one line and a target of 24


class BarKind(IntEnum):
    """What a bar is about, most serious first."""

    OFFLINE = 0
    TROUBLE = 1  # a channel needs something
    DANGER = 2  # oversold
    SAMPLE = 3  # the sample shop
    AWAY = 4  # what came while nobody was here
    DUE = 5  # something is to be done, and nothing is wrong


@dataclass(frozen=True, slots=True)
class _Look:
    ground: str
    border: str
    icon: str = ""
    glyph: Glyph | None = None


_LOOKS = {
    BarKind.OFFLINE: _Look("bg_sunken", "line_strong", icon="offline"),
    BarKind.TROUBLE: _Look("warn_tint", "warn_line", glyph=Glyph.LOOK),
    BarKind.DANGER: _Look("danger_tint", "danger_line", glyph=Glyph.OVERSOLD),
    BarKind.SAMPLE: _Look("accent_tint", "accent_line", icon="hidden"),
    BarKind.AWAY: _Look("bg_sunken", "line_strong", icon="check"),
    BarKind.DUE: _Look("bg_sunken", "line_strong", icon="clock"),
}
_UNDO = _Look("bg_surface", "line_strong", icon="check")


class _Sign(QLabel):
    """The icon or shape at a bar's left. The sentence says it too, so a screen reader passes over it."""

    def __init__(self, look: _Look) -> None:
        super().__init__()
        self._look = look
        self._theme = follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._theme.px(12) if self._look.glyph else self._theme.size("icon")
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, look = QPainter(self), self._theme, self._look
        side = self.sizeHint().width()
        square = QRectF(0, (self.height() - side) // 2, side, side)
        if look.glyph:
            paint_glyph(painter, look.glyph, square, theme, ground=theme.colour(look.ground))
        else:
            theme.paint_icon(painter, look.icon, "text_primary", square)
        painter.end()


class _Box(QWidget):
    """A tinted box with a sign and a sentence; what stands at its right is added by the bars below."""

    def __init__(self, look: _Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentence = Paragraph(colour="text_primary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_EDGE, _ABOVE, _EDGE, _ABOVE)
        self._row.setSpacing(8)
        self._row.addWidget(_Sign(look))
        self._row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme = follow(self.update)

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def set_sentence(self, sentence: str) -> None:
        """Say something else from now on."""
        assert sentence, "a bar says something"
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and border."""
        painter, theme = QPainter(self), self._theme
        ground, border = theme.colour(self._look.ground), theme.colour(self._look.border)
        paint.box(painter, QRectF(self.rect()), theme.radius("control"), fill=ground, border=border)
        painter.end()


class Bar(_Box):
    """One bar: a sentence and one action. With `on_close` it can be put away as well."""

    def __init__(
        self,
        kind: BarKind,
        sentence: str,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        on_close: Callable[[], None] | None = None,
    ):
        super().__init__(_LOOKS[kind])
        self.kind = kind
        self.set_sentence(sentence)
        self.action: Button | None = None
        if action:
            self.action = Button(action, Variant.LINK)
            if on_action:
                self.action.clicked.connect(lambda _checked=False: on_action())
            self._row.addWidget(self.action)
        self.close_button: Button | None = None
        if on_close:
            self.close_button = Button(tr("Close"), Variant.LINK)
            self.close_button.clicked.connect(lambda _checked=False: on_close())
            self._row.addWidget(self.close_button)


class Bars(QWidget):
    """The place under the page title. It keeps every bar that is wanted and shows the most serious one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[BarKind, Bar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_bar(
        self, kind: BarKind, sentence: str, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Want a bar of this kind, in place of an older one of the same kind."""
        self.drop_bar(kind)
        bar = Bar(kind, sentence, action, on_action)
        self._wanted[kind] = bar
        self._column.addWidget(bar)
        self._settle()

    def drop_bar(self, kind: BarKind) -> None:
        """What it said is over."""
        bar = self._wanted.pop(kind, None)
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._settle()

    def shown(self) -> Bar | None:
        """The bar that can be seen."""
        return self._wanted[min(self._wanted)] if self._wanted else None

    def _settle(self) -> None:
        top = self.shown()
        for bar in self._wanted.values():
            bar.setVisible(bar is top)
        self.setVisible(top is not None)


class UndoBar(_Box):
    """Says what was done and offers to take it back, for ten seconds or until `dismiss` at the next change.

    It waits while the mouse or the keyboard is on it. Ctrl Z is the page's own shortcut and outlives the bar.
    """

    undone = Signal()

    def __init__(self, parent: QWidget | None = None, *, visible_ms: int = UNDO_MS) -> None:
        super().__init__(_UNDO, parent)
        self.button = Button(tr("Undo"), Variant.LINK)
        self.button.clicked.connect(self._undo)
        self._row.addWidget(self.button)
        self._row.addWidget(KeyHint(keys_of(QKeySequence.StandardKey.Undo)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(visible_ms)
        self._timer.timeout.connect(self._expire)
        self.hide()

    def offer(self, sentence: str) -> None:
        """Say what was done, in place of what was said before."""
        self.set_sentence(sentence)
        self.show()
        self._timer.start()

    def dismiss(self) -> None:
        """Go away: another change was made, or time is up."""
        self._timer.stop()
        self.hide()

    def _expire(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start()
        else:
            self.dismiss()

    def _undo(self) -> None:
        self.dismiss()
        self.undone.emit()

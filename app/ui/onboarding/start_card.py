"""One way to begin: what it is, how long it takes, the key that chooses it and the button that does."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.text import Label, Paragraph

_ICON, _EDGE = 20, 20


class Icon(QLabel):
    """An icon on a page. The words beside it say the same."""

    def __init__(self, icon: str, name: str, *, colour: str = "accent", size: int = _ICON) -> None:
        super().__init__()
        self._icon, self._colour, self._size = icon, colour, size
        self.setAccessibleName(name)
        self._theme = follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle."""
        painter, side = QPainter(self), self._theme.px(self._size)
        square = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        self._theme.paint_icon(painter, self._icon, self._colour, square)
        painter.end()


class StartCard(QWidget):
    """A framed offer. The first one has the thick border and the filled button."""

    def __init__(
        self,
        *,
        icon: str,
        title: str,
        note: str,
        text: str,
        key: str,
        action: str,
        on_action: Callable[[], None],
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = first
        self.button = Button(action, Variant.PRIMARY if first else Variant.SECONDARY)
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(lambda _checked=False: on_action())
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 18, _EDGE, 18)
        row.setSpacing(_EDGE)
        row.addWidget(Icon(icon, title))
        row.addLayout(self._words(title, note, text), 1)
        row.addWidget(KeyHint(key))
        row.setSpacing(12)
        row.insertSpacing(1, 6)
        row.addWidget(self.button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme = follow(self.update)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card gives its button the keyboard; only the button itself begins something."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and border."""
        painter, theme = QPainter(self), self._theme
        line = theme.colour("accent" if self._first else "line_strong")
        width = 2 if self._first else 1
        ground = theme.colour("bg_surface")
        paint.box(painter, QRectF(self.rect()), theme.radius("sheet"), fill=ground, border=line, width=width)
        painter.end()

    def _words(self, title: str, note: str, text: str) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(title, "lead", weight=600))
        head.addWidget(Label(note, "small", colour="text_secondary"))
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(Paragraph(text))
        return words

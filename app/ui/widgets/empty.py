"""What stands where there is nothing: the fact, what to do about it, and one button."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.text import Label, Paragraph

_EDGE, _ICON, _ICON_GAP = 24, 20, 16


class LinkLine(QLabel):
    """A sentence with one word in it that can be pressed: "Did you mean {link}?"."""

    def __init__(self, template: str, link: str, on_press: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert "{link}" in template, "the sentence says where its link stands"
        self._template, self._link, self._on_press = template, link, on_press
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setAccessibleName(template.replace("{link}", link))
        self.linkActivated.connect(self._pressed)
        self._theme = follow(self._dress)
        self._dress()

    def _pressed(self, _link: str) -> None:
        self._on_press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space presses the word: there is only one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_press()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        theme = self._theme
        self.setFont(theme.font("body"))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("text_secondary"))
        self.setPalette(palette)
        from html import escape  # it brings two thousand names of letters: the first paint does not wait for it

        before, after = self._template.split("{link}")
        style = f"color:{theme.colour('accent').name()};font-weight:500;text-decoration:none"
        self.setText(f'{escape(before)}<a href="go" style="{style}">{escape(self._link)}</a>{escape(after)}')


class EmptyState(QWidget):
    """Fact and advice in two lines, aligned left. `icon` is the page's own."""

    def __init__(
        self,
        icon: str,
        fact: str,
        advice: str | LinkLine = "",
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert fact, "an empty place says why it is empty"
        self._icon, self._framed = icon, framed
        said = advice.accessibleName() if isinstance(advice, LinkLine) else advice
        self.setAccessibleName(" ".join(filter(None, (fact, said))))
        self._theme = follow(self._dress)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(Label(fact, "body_strong"))
        if advice:
            self._column.addWidget(Paragraph(advice) if isinstance(advice, str) else advice)
        self.button: Button | None = None
        if action:
            self.button = self._add_button(action, on_action)
        row = QHBoxLayout(self)
        row.addLayout(self._column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame and the icon."""
        painter, theme = QPainter(self), self._theme
        if self._framed:
            paint.box(painter, QRectF(self.rect()), theme.radius("panel"), border=theme.colour("line_hair"))
        side, edge = theme.px(_ICON), _EDGE if self._framed else 0
        theme.paint_icon(painter, self._icon, "text_tertiary", QRectF(edge, _EDGE, side, side))
        painter.end()

    def _add_button(self, action: str, on_action: Callable[[], None] | None) -> Button:
        button = Button(action, size=ButtonSize.SMALL)
        if on_action:
            button.clicked.connect(lambda _checked=False: on_action())
        self._column.addSpacing(10)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _dress(self) -> None:
        edge = _EDGE if self._framed else 0
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge + self._theme.px(_ICON) + _ICON_GAP, _EDGE - 3, edge, _EDGE - 4)
        self.updateGeometry()
        self.update()

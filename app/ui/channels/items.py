"""A thing that waits for the seller: a sentence with its answers beside it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.shell.views import EDGE
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Paragraph


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: what it says, what a screen reader says, and what it does."""

    label: str
    name: str
    do: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to answer. `key` tells it apart from the others."""

    key: str
    sentence: str
    note: str
    answers: tuple[Answer, ...]
    glyph: Glyph = Glyph.LOOK

    def same_as(self, other: "Item") -> bool:
        """Does it read the same?"""
        return (self.key, self.sentence, self.note) == (other.key, other.sentence, other.note)


class ItemRow(QWidget):
    """A sentence, a quieter line under it, and the answers at the right."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._theme = follow(self.update)
        self.buttons = [Button(answer.label, size=ButtonSize.SMALL, name=answer.name) for answer in item.answers]
        for button, answer in zip(self.buttons, item.answers, strict=True):
            button.clicked.connect(lambda _checked=False, do=answer.do: do())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(item.sentence, colour="text_primary"))
        if item.note:
            words.addWidget(Paragraph(item.note, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 10, EDGE, 10)
        row.setSpacing(10)
        mark: QLabel = StatusGlyph(item.glyph, item.sentence)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(item.sentence)

    def take_focus(self) -> None:
        """The keyboard goes to the first answer, if there is one."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline under it."""
        paint.hairline(self, self._theme.colour("line_hair"))

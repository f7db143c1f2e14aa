"""The section "What to do now": one line each, with its shape."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.incidents.advice import Line, Mark
from app.ui.theme import follow
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr

_GLYPHS = {Mark.TODO: Glyph.OPEN, Mark.DONE: Glyph.DONE, Mark.LOOK: Glyph.LOOK, Mark.ELSE: Glyph.OPEN}


class TodoLine(QWidget):
    """One line. Its words are also its name."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        words = say(line.words)
        state = _states()[line.mark]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._glyph = StatusGlyph(_GLYPHS[line.mark], state)
        if line.mark is Mark.ELSE:
            policy = self._glyph.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self._glyph.setSizePolicy(policy)
            self._glyph.hide()
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        quiet = line.mark in (Mark.DONE, Mark.ELSE)
        row.addWidget(Paragraph(words, colour="text_secondary" if quiet else "text_primary"), 1)
        self._theme = follow(self._dress)
        self._dress()
        self.setAccessibleName(tr("{state}: {words}", state=state, words=words))
        self.words = words

    def _dress(self) -> None:
        """The shape stands in the middle of the first line."""
        self._glyph.setFixedHeight(self._theme.line("body"))


class Todo(QWidget):
    """The lines. Rebuilt only when they say something else."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.lines: list[TodoLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(SectionTitle(tr("What to do now")))
        self.setAccessibleName(tr("What to do now"))

    def show_lines(self, lines: Sequence[Line], *, closed: bool) -> None:
        """These from now on. A closed incident needs nothing."""
        self.setVisible(not closed)
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [TodoLine(line) for line in lines]
        for new in self.lines:
            self._column.addWidget(new)


def _states() -> dict[Mark, str]:
    return {
        Mark.TODO: tr("To do"),
        Mark.DONE: tr("Done"),
        Mark.LOOK: tr("Needs you"),
        Mark.ELSE: tr("Or"),
    }

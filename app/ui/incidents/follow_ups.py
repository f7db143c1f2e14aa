"""To-dos about customers after their message, each with its own clock: nothing of it happens by itself."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.followups import Kind, Outcome, Todo
from app.store.shops import Shop
from app.ui.incidents.fix_rows import LineGlyph
from app.ui.incidents.fix_words import clock_words, outcome_name, todo_words
from app.ui.links import open_page, public_page
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr, trn


class FollowUp(QWidget):
    """One of them. `finished` carries how it ended, `drafted` asks for a draft answer to a review."""

    finished = Signal(object)
    drafted = Signal()

    def __init__(self, todo: Todo, shop: Shop | None, now: datetime) -> None:
        super().__init__()
        self.todo = todo
        name = shop.name if shop else tr("A channel that was removed")
        words, clock = todo_words(todo, name), clock_words(todo, now)
        late = todo.due_at < now
        glyph = Glyph.LOOK if late or todo.kind is not Kind.REVIEW else Glyph.OPEN
        self.clock = Label(clock, "small", colour="danger" if late else "text_secondary", tabular=True)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        self.buttons = {outcome: self._button(outcome, words) for outcome in _ends(todo)}
        for button in self.buttons.values():
            acts.addWidget(button)
        if public_page(todo.url) is not None:
            self.page = Button(tr("Open in {shop}", shop=name), size=ButtonSize.SMALL, icon="external")
            self.page.clicked.connect(lambda _checked=False: open_page(todo.url))
            acts.addWidget(self.page)
        if todo.kind is Kind.REVIEW:
            self.draft = Button(tr("Copy a draft answer"), size=ButtonSize.SMALL, icon="copy")
            self.draft.clicked.connect(lambda _checked=False: self.drafted.emit())
            acts.addWidget(self.draft)
        acts.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(5)
        said.addWidget(Paragraph(words, colour="text_primary"))
        said.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(LineGlyph(glyph, clock, size=13), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(tr("{words} {clock}", words=words, clock=clock))

    def _button(self, outcome: Outcome, words: str) -> Button:
        name = tr("{answer}: {what}", answer=outcome_name(outcome), what=words)
        made = Button(outcome_name(outcome), size=ButtonSize.SMALL, name=name)
        made.clicked.connect(lambda _checked=False: self.finished.emit(outcome))
        return made


class FollowUps(QWidget):
    """`finished` carries a to-do and how it ended. Hidden while there is nothing to do."""

    finished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[FollowUp] = []
        self.title = SectionTitle(tr("After the messages"))
        self.draft = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self.setAccessibleName(tr("After the messages"))
        self.hide()

    def show_todos(self, todos: Sequence[Todo], shops: Mapping[int, Shop], draft: str, now: datetime) -> None:
        """These, anew: each clock has moved on."""
        self.draft = draft
        self.setVisible(bool(todos))
        self.title.set_note(trn("{n} thing to do", "{n} things to do", len(todos)))
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [FollowUp(todo, shops.get(todo.shop), now) for todo in todos]
        for line in self.lines:
            line.finished.connect(lambda outcome, todo=line.todo: self.finished.emit(todo, outcome))
            line.drafted.connect(self._copy)
            self._column.addWidget(line)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.draft)
        self.title.set_note(tr("Draft answer copied"))


def _ends(todo: Todo) -> tuple[Outcome, ...]:
    return (Outcome.NONE, Outcome.GOOD, Outcome.BAD) if todo.kind is Kind.REVIEW else (Outcome.DONE,)

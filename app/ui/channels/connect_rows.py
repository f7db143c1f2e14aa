"""The rows of the connect form: a step to do by hand, a field, a check, and a location to choose."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.channel import Check, ConnectField, Introduction, Location
from app.core.text import Text
from app.ui.channels.steps import Stage, after_test
from app.ui.shell.views import clear
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.choice import ChoiceCard, exclusive
from app.ui.widgets.fields import TextField
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr

_LONG = 24  # a value in a step that nobody wants to type


class SecretField(TextField):
    """A field whose content is masked. Pasting works; it is never shown again."""

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__(name, placeholder=placeholder)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)


class FieldRow(QWidget):
    """A field, and under it where to find what goes into it."""

    def __init__(self, field: ConnectField) -> None:
        super().__init__()
        self.field = field
        name = say(field.label)
        kind = SecretField if field.secret else TextField
        self.input = kind(name, placeholder=field.placeholder)
        self._hint = say(field.hint) if field.hint else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.input)
        if self._hint:
            column.addWidget(Paragraph(self._hint, "small", colour="text_tertiary"))
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        """What is wrong, or "" for nothing. A screen reader hears the hint otherwise."""
        self.input.set_error(sentence)
        self.input.edit.setAccessibleDescription(sentence or self._hint)


class StepRow(QWidget):
    """One numbered thing to do by hand. What has to be copied from it can be copied."""

    def __init__(self, number: int, step: Text) -> None:
        super().__init__()
        long = [value for value in step.values.values() if isinstance(value, str) and len(value) > _LONG]
        words = say(step)
        for value in long:
            words = words.replace(value, value.replace(",", ", "))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        count = Label(tr("{number}.", number=number), colour="text_tertiary", tabular=True)
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(words, colour="text_primary"), 1)
        self.copy: Button | None = None
        if long:
            self.copy = Button(tr("Copy"), size=ButtonSize.SMALL, icon="copy", name=tr("Copy: {words}", words=words))
            self.copy.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(long[0]))
            row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)


class CheckRow(QWidget):
    """One check by its name, with a tick or a cross, and its words."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        name = say(check.name)
        said = tr("Passed: {check}", check=name) if check.ok else tr("Not passed: {check}", check=name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(StatusGlyph(Glyph.DONE if check.ok else Glyph.OVERSOLD, said), 0, 0)
        grid.addWidget(Label(name, weight=None if check.ok else 600), 0, 1)
        if check.words is not None:
            colour = "text_secondary" if check.ok else "danger"
            grid.addWidget(Paragraph(say(check.words), "small", colour=colour), 1, 1)
            said = tr("{check}. {words}", check=said, words=say(check.words))
        self.setAccessibleName(said)


class Checks(QWidget):
    """How the test went, check by check, and the choice of a location where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(8)
        self._cards: list[tuple[ChoiceCard, Location]] = []
        self.hide()

    @property
    def cards(self) -> Sequence[ChoiceCard]:
        """The locations to choose from."""
        return [card for card, _ in self._cards]

    def show_result(self, introduction: Introduction) -> None:
        """Show every check, then the locations."""
        clear(self._column)
        self._cards = []
        self._column.addWidget(SectionTitle(tr("What the test found")))
        for check in introduction.checks:
            self._column.addWidget(CheckRow(check))
        if after_test(introduction) is Stage.LOCATION:
            self._add_locations(introduction.locations)
        self.show()

    def location(self) -> str:
        """The location that is chosen; empty while none is."""
        return next((location.ref for card, location in self._cards if card.is_chosen()), "")

    def forget(self) -> None:
        """The result no longer holds."""
        clear(self._column)
        self._cards = []
        self.hide()

    def _add_locations(self, locations: Iterable[Location]) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(SectionTitle(tr("Where is the stock that Plimsoll counts?")))
        self._column.addWidget(Paragraph(tr("Choose one. Stock at the others is left alone.")))
        for location in locations:
            card = ChoiceCard(location.name, radio=True)
            self._cards.append((card, location))
            self._column.addWidget(card)
        exclusive([card for card, _ in self._cards], self)

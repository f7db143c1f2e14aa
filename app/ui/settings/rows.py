"""One setting on the page: what it is, what it does, and its control at the right."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.choice import RadioButton
from app.ui.widgets.fields import TextField
from app.ui.widgets.text import Label, Paragraph

_ABOVE, _BETWEEN = 10, 24
_FIELD = 92

T = TypeVar("T")


class SettingRow(QWidget):
    """Name and sentence at the left, a control at the right, a hairline under it. `before` takes a badge."""

    def __init__(self, name: str, sentence: str, control: QWidget | None = None, before: QWidget | None = None) -> None:
        super().__init__()
        self._sentence = Paragraph(sentence, "small", colour="text_secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        if before is not None:
            head.addWidget(before)
        head.addWidget(Label(name), 1)
        words.addLayout(head)
        words.addWidget(self._sentence)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, _ABOVE, 0, _ABOVE + 1)
        self.row.setSpacing(_BETWEEN)
        self.row.addLayout(words, 1)
        if control is not None:
            self.row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sentence.setVisible(bool(sentence))  # only now: without a parent it would be a window of its own
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme = follow(self.update)

    def sentence(self) -> str:
        """What it says under its name."""
        return self._sentence.text()

    def say(self, sentence: str) -> None:
        """Another sentence from now on."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline."""
        paint.hairline(self, self._theme.colour("line_hair"))


class RadioRow(QWidget, Generic[T]):
    """A few answers beside each other, of which one holds. `on_choice` is called when the seller takes another."""

    def __init__(self, name: str, answers: Mapping[T, str], chosen: T, on_choice: Callable[[T], None]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        self._buttons = {answer: RadioButton(words) for answer, words in answers.items()}
        for answer, button in self._buttons.items():
            row.addWidget(button)
            button.setAccessibleDescription(name)
            button.clicked.connect(lambda _checked=False, answer=answer: on_choice(answer))
        self.choose(chosen)

    def choose(self, answer: T) -> None:
        """This one holds now."""
        self._buttons[answer].setChecked(True)

    def chosen(self) -> T | None:
        """The one that holds."""
        return next((answer for answer, button in self._buttons.items() if button.isChecked()), None)

    def button(self, answer: T) -> RadioButton:
        """One answer's button."""
        return self._buttons[answer]


class NumberField(TextField):
    """A whole number within bounds. `on_number` is called with what was typed when Enter is pressed or the field left;
    it says whether the number was kept.

    With `usual` the field may be empty: then that number holds, and `on_number` is given None.
    """

    def __init__(
        self,
        name: str,
        *,
        least: int,
        most: int,
        wrong: str,
        on_number: Callable[[int | None], bool],
        usual: int | None = None,
    ) -> None:
        placeholder = "" if usual is None else QLocale().toString(usual)
        super().__init__(name, placeholder=placeholder, labelled=False, tabular=True)
        self._least, self._most, self._wrong, self._usual = least, most, wrong, usual
        self._on_number = on_number
        self._value: int | None = None
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.editingFinished.connect(self._finish)
        self.edit.textEdited.connect(lambda _typed: self.set_error(""))
        self._look = follow(self._measure)
        self._measure()

    def show_number(self, value: int | None) -> None:
        """What holds now; what is just being typed stays."""
        untouched = self.edit.text() == _written(self._value)
        self._value = value
        if untouched or not self.edit.hasFocus():
            self._show_value()

    def _finish(self) -> None:
        """Enter, or the keyboard went elsewhere; Qt may say so twice."""
        typed = self.edit.text().strip()
        value: int | None = None
        if typed or self._usual is None:
            value, fine = QLocale().toInt(typed)
            if not fine or not self._least <= value <= self._most:
                self.set_error(self._wrong)
                return
        before, self._value = self._value, value
        if value == before or self._on_number(value):
            self._show_value()
        else:
            self._value = before  # what was typed stays, to be typed right

    def _show_value(self) -> None:
        self.set_text(_written(self._value))
        self.set_error("")

    def _measure(self) -> None:
        self.edit.setFixedWidth(self._look.px(_FIELD))


def _written(value: int | None) -> str:
    return "" if value is None else QLocale().toString(value)

"""The list "Apply now": each change as it stands, a field for the new one, and who changed it when."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.fixing import Act
from app.store.closing import Fix
from app.ui.incidents.fix_words import act_name, fix_words
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr

_FIELD = 64
MOST = 1_000_000


def pieces_of(field: LineEdit) -> int | None:
    """What was typed; None for an empty field. Raises `ValueError` for no number of pieces."""
    words = field.text().strip()
    if not words:
        return None
    if not words.isdecimal() or int(words) > MOST:
        raise ValueError(words)
    return int(words)


class LineGlyph(StatusGlyph):
    """A shape in the middle of the first line of the words beside it."""

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(super().sizeHint().width(), self._theme.line("body"))

    minimumSizeHint = sizeHint


class FixRow(QWidget):
    """One change: its name, why or how it stands, what goes into it, and what was done."""

    pressed = Signal()

    def __init__(self, act: Act, note: str, press: str) -> None:
        super().__init__()
        self.act = act
        self.title = Label(act_name(act), weight=600)
        self.note = Paragraph(note, "small", colour="text_secondary")
        self.done = Paragraph("", "small", colour="text_secondary")
        self.glyph = LineGlyph(Glyph.OPEN, tr("Not changed"), size=13)
        self.button = Button(press, size=ButtonSize.SMALL, name=tr("{press}: {what}", press=press, what=act_name(act)))
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self.title, self.note, self.done):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self.tools)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.done.hide()

    def field(self, name: str, label: str = "") -> LineEdit:
        """One more number to type."""
        made = LineEdit(name, measure="small", tabular=True)
        made.setFixedWidth(_FIELD)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.returnPressed.connect(self.pressed)
        if label:
            self.tools.addWidget(Label(label, "small", colour="text_secondary"))
        self.tools.addWidget(made)
        return made

    def choice(self, name: str) -> ComboBox:
        """A shop to choose."""
        made = ComboBox(name)
        made.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tools.addWidget(made)
        return made

    def show_done(self, words: str) -> None:
        """What was changed last; empty: nothing."""
        self.done.setText(words)
        self.done.setVisible(bool(words))
        state = tr("Changed") if words else tr("Not changed")
        self.glyph.set_glyph(Glyph.DONE if words else Glyph.OPEN, state)
        self.setAccessibleName(tr("{what}: {state}. {words}", what=act_name(self.act), state=state, words=words))


def last_words(fixes: Sequence[Fix], act: Act, shops: Mapping[int, str], now: datetime) -> str:
    """The newest of one kind, as it is said."""
    found = [fix for fix in fixes if fix.act is act]
    return fix_words(found[-1], shops.get(found[-1].shop, ""), now) if found else ""


def fill(field: LineEdit, value: int | None) -> None:
    """What holds now, unless somebody is typing there."""
    if not field.isModified():
        field.setText("" if value is None else str(value))

"""What a listing may be, in few words, each behind a number key: several products, or what to do with a SKU that two
listings have.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.matching import Match, Suggestion
from app.ui.channels.matching import Line, Matching
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.text import Label
from app.ui.words import percent, tr, trn

MOST = 3


@dataclass(frozen=True, slots=True)
class Way:
    """An answer: its words, and what it decides."""

    words: str
    decide: Callable[[], None]


def ways(matching: Matching, line: Line) -> list[Way]:
    """The answers to one listing; none where there is nothing to choose between."""
    several = len(line.options) > 1
    if line.group == Match.DUPLICATE.value and not several:
        return _of_twins(matching, line)
    if several or line.group in (Match.SIMILAR.value, Match.PACK.value, Match.SAME_BARCODE.value):
        return [_of_option(matching, line, option) for option in line.options[:MOST]]
    return []


def _of_option(matching: Matching, line: Line, option: Suggestion) -> Way:
    return Way(option_words(option), lambda: matching.take(line, option))


def _of_twins(matching: Matching, line: Line) -> list[Way]:
    twins = matching.twins(line)
    sku = line.product or line.listing.sku.strip()
    return [
        Way(
            trn("It is {sku}", "All {n} are {sku}", len(twins), sku=sku),
            lambda: matching.tick_all(twins, on=True),
        ),
        Way(tr("Only this one is {sku}", sku=sku), lambda: matching.only(line)),
        Way(tr("Leave all alone"), lambda: matching.ignore(twins)),
    ]


def option_words(option: Suggestion) -> str:
    """A product that it may be, and why."""
    sku = option.sku
    if option.pack > 1:
        return tr("{pieces} × {sku}", pieces=option.pack, sku=sku)
    match option.reason:
        case Match.SAME_SKU:
            return tr("{sku} by its SKU", sku=sku)
        case Match.SAME_BARCODE:
            return tr("{sku} by its barcode", sku=sku)
        case Match.PACK:
            return tr("The pack {sku}", sku=sku)
    return tr("{sku}, {score} alike", sku=sku, score=percent(option.score))


class WaysStrip(QWidget):
    """The answers to the listing that the keyboard is on. `chosen` follows a press."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ways: Sequence[Way] = ()
        self.question = Label(colour="text_secondary")
        self.buttons = [Button("–", size=ButtonSize.SMALL, hint=str(place + 1)) for place in range(MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self.question)
        for place, button in enumerate(self.buttons):
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, place=place: self.press(place))
        row.addStretch(1)
        self.show_ways((), "")

    def show_ways(self, found: Sequence[Way], question: str) -> None:
        """Other answers."""
        self._ways = found
        self.question.setText(question)
        for place, button in enumerate(self.buttons):
            here = place < len(found)
            if here:
                button.setText(found[place].words)
            button.setVisible(here)

    def sizeHint(self) -> QSize:
        """As high without answers as with them: the list below does not jump while the keyboard goes through it."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.buttons[0].sizeHint().height()))

    def press(self, place: int) -> None:
        """Answer by number, counted from 0; nothing where there are fewer."""
        if place < len(self._ways):
            self._ways[place].decide()
            self.chosen.emit()

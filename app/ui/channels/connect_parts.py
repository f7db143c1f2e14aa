"""The plain steps around the connect form: which channel, the name of a place kept by hand, and the first reading."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.channel import CARRIES, Carries, ChannelInfo
from app.core.elsewhere import ELSEWHERE, Elsewhere
from app.ui.channels.states import ShopFacts
from app.ui.channels.steps import readings
from app.ui.shell.views import EDGE, FormColumn, Trouble, announce, clear
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.choice import ChoiceCard, exclusive
from app.ui.widgets.fields import TextField
from app.ui.widgets.glyphs import Glyph, StatusGlyph, StatusLine
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr

STALL = "stall"


class _Rule(QWidget):
    """A hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self._theme = follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint.hairline(self, self._theme.colour("line_hair"))


class ChoosePart(QWidget):
    """Which channel, by which way, and how much Plimsoll does there by itself.

    `chosen` carries "channel/way", "stall/amazon" for one that is known but kept by hand, or "stall" for any other.
    """

    chosen = Signal(str)

    def __init__(self, channels: Sequence[ChannelInfo]) -> None:
        super().__init__()
        self.cards: dict[str, ChoiceCard] = {}
        self._list = FormColumn()
        self.items = self._list.items
        self.items.addWidget(SectionTitle(tr("Where do you sell?")))
        for info in channels:
            for way in info.ways:
                words = tr("{state}. {way}.", state=say(CARRIES[info.carries]), way=say(way.title))
                card = ChoiceCard(info.title, words, radio=True)
                card.button.setAccessibleName(tr("{channel}. {way}", channel=info.title, way=say(way.title)))
                self._add(f"{info.key}/{way.key}", card)
        self._add_hands()
        exclusive(self.cards.values(), self)
        self.next = Button(tr("Continue"), Variant.PRIMARY)
        self.next.setEnabled(False)
        self.reason = Paragraph(tr("Choose one first."), colour="text_tertiary")
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 12, EDGE, 12)
        row.setSpacing(12)
        row.addWidget(self.next)
        row.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignVCenter)
        self.items.addStretch(1)
        column = QVBoxLayout(self)  # the list is long: what goes on stays in sight under it
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        column.addWidget(_Rule())
        column.addLayout(row)
        self.next.clicked.connect(lambda _checked=False: self._go_on())

    def _add_hands(self) -> None:
        """Those that Plimsoll cannot speak with, and any other place."""
        self.items.addSpacing(12)
        self.items.addWidget(SectionTitle(tr("Kept by hand")))
        self.items.addWidget(
            Paragraph(
                tr(
                    "Plimsoll has no connection to these. It counts their sales when you enter them, and gives you one"
                    " thing to do for each number that has to change there."
                )
            )
        )
        for one in ELSEWHERE:
            words = tr("{state}. {words}", state=say(CARRIES[one.carries]), words=say(one.words))
            self._add(f"{STALL}/{one.key}", ChoiceCard(say(one.title), words, radio=True))
        stall = tr("A market stall, or any place without a connection: you enter what was sold there.")
        words = tr("{state}. {words}", state=say(CARRIES[Carries.HAND]), words=stall)
        self._add(STALL, ChoiceCard(tr("Any other place"), words, radio=True))

    def focus_first(self) -> None:
        """The choice that is made, or the first."""
        made = next((card for card in self.cards.values() if card.is_chosen()), next(iter(self.cards.values())))
        made.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses what the keyboard is on, and goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for card in self.cards.values():
                if card.button.hasFocus():
                    card.choose()
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _add(self, key: str, card: ChoiceCard) -> None:
        self.cards[key] = card
        self.items.addWidget(card)
        card.button.toggled.connect(lambda _on: self._settle())

    def _settle(self) -> None:
        made = any(card.is_chosen() for card in self.cards.values())
        self.next.setEnabled(made)
        self.reason.setVisible(not made)

    def _go_on(self) -> None:
        key = next((key for key, card in self.cards.items() if card.is_chosen()), "")
        if key:
            self.chosen.emit(key)


class NamePart(FormColumn):
    """What is the place kept by hand called, and what does that leave to the seller?"""

    agreed = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = TextField(tr("Name of the place"), placeholder=tr("Market stall"))
        self.add = Button(tr("Add this place"), Variant.PRIMARY)
        self.other = Button(tr("Choose another channel"))
        self.title = SectionTitle(tr("A place kept by hand"))
        self.words = Paragraph()
        self.caution = Paragraph(colour="warn_text")
        self._warning = QWidget()
        warning = QHBoxLayout(self._warning)
        warning.setContentsMargins(0, 0, 0, 0)
        warning.setSpacing(8)
        warning.addWidget(StatusGlyph(Glyph.LOOK, tr("Look out")), 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self.caution, 1)
        for widget in (self.title, self.words, self._warning, self.field):
            self.items.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.other)
        row.addStretch(1)
        self.items.addLayout(row)
        self.items.addStretch(1)
        self.add.clicked.connect(lambda _checked=False: self.agreed.emit(self.field.text()))
        self.other.clicked.connect(lambda _checked=False: self.back.emit())
        self.field.edit.returnPressed.connect(lambda: self.agreed.emit(self.field.text()))
        self.field.edit.textEdited.connect(lambda _text: self.field.set_error(""))

    def focus_first(self) -> None:
        """The name."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def reset(self, place: Elsewhere | None, others: Sequence[str]) -> None:
        """A form for another place, its name filled in where it is a known one. `others` are kept by hand already."""
        self.field.set_text(say(place.title) if place else "")
        self.field.set_error("")
        self.title.set_title(say(place.title) if place else tr("A place kept by hand"))
        if place is not None and not place.takes_orders:
            words = tr("You get one thing to do for each number that has to change there. There are no sales to enter.")
        elif place is not None:
            words = tr(
                "Plimsoll is told of nothing that happens there. You get one thing to do for each number that has to"
                " change there, and enter its sales as they come."
            )
        else:
            words = tr("Plimsoll is told of nothing that happens there. You enter its sales after each market.")
        self.words.setText(words)
        caution = tr(
            "You keep {name} by hand already. Two places by hand are one too many: whatever you have not changed yet"
            " can be sold twice.",
            name=others[0] if others else "",
        )
        self.caution.setText(caution if others else "")
        self._warning.setVisible(bool(others))

    def set_error(self, sentence: str) -> None:
        """What is wrong with the name."""
        self.field.set_error(sentence)
        if sentence:
            announce(self.field, sentence)


class ReadPart(FormColumn):
    """The first reading of a shop: what is read, and what is still to come."""

    agreed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.trouble = Trouble()
        self.next = Button(tr("Match listings"), Variant.PRIMARY)
        self.second = Button(tr("Connect the second shop"))
        self.second.hide()
        self.reason = Paragraph(colour="text_tertiary")
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._said: tuple[tuple[str, bool], ...] = ()
        self.items.addWidget(SectionTitle(tr("Reading listings and orders")))
        self.items.addWidget(
            Paragraph(tr("You can do something else meanwhile. Reading goes on, and nothing is written to the shop."))
        )
        self.items.addWidget(self._lines)
        self.items.addWidget(self.trouble)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.next)
        row.addWidget(self.second)
        row.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignVCenter)
        self.items.addLayout(row)
        self.items.addStretch(1)
        self.next.clicked.connect(lambda _checked=False: self.agreed.emit())

    def lines(self) -> Sequence[tuple[str, bool]]:
        """What is said, and whether it is done."""
        return self._said

    def show_facts(self, facts: ShopFacts) -> None:
        """How far it is."""
        said = tuple((say(one.words), one.done) for one in readings(facts))
        if said != self._said:
            self._said = said
            clear(self._column)
            for words, done in said:
                shape = Glyph.DONE if done else Glyph.ON_ORDER
                self._column.addWidget(StatusLine(shape, words))
        ready = facts.was_read
        if ready and not self.next.isEnabled():
            announce(self, tr("Everything is read."))
        self.next.setEnabled(ready)
        self.reason.setText("" if ready else tr("Wait until everything is read."))
        if facts.shop.trouble is not None:
            advice = tr("Plimsoll goes on trying.")
            self.trouble.show_words(tr("The shop does not answer."), advice, [facts.shop.trouble_words])
        else:
            self.trouble.clear()

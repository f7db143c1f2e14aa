"""What is wrong with a product's listings, one line each, with what can be done about it. All well: nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.inventory.facts import Listed, ProductFacts
from app.ui.inventory.listing_words import Remedy, Trouble, troubles
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.glyphs import StatusGlyph
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr


class ListingNote(QWidget):
    """One listing's trouble. `wanted` carries the listing's number and the remedy that was pressed."""

    wanted = Signal(int, str)

    def __init__(self, listed: Listed, trouble: Trouble, facts: ProductFacts) -> None:
        super().__init__()
        sentence = say(trouble.words, now=facts.now)
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Badge(listed.shop.letter, listed.shop.name, size="badge_small"), 0, top)
        row.addWidget(StatusGlyph(trouble.glyph, sentence), 0, top)
        self.sentence = Paragraph(sentence, "small", colour="text_primary")
        row.addWidget(self.sentence, 1, top)
        self.button: Button | None = None
        if trouble.remedy is not None and listed.listing is not None:
            number, remedy = listed.listing.id, trouble.remedy
            self.button = Button(_label(remedy), size=ButtonSize.SMALL)
            self.button.setAccessibleDescription(sentence)
            self.button.clicked.connect(lambda: self.wanted.emit(number, remedy.value))
            row.addWidget(self.button, 0, top)


class ListingNotes(QWidget):
    """All of a product's troubles. Hidden where there are none."""

    wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What is wrong with its listings"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.notes: list[ListingNote] = []
        self._shown: list[tuple[int, Trouble]] = []
        self.hide()

    def show_facts(self, facts: ProductFacts) -> None:
        """Another product, or other troubles. The same ones stay as they are, with the keyboard in them."""
        found = [(listed, trouble) for listed in facts.listed for trouble in troubles(listed)]
        shown = [(listed.shop.id, trouble) for listed, trouble in found]
        if shown != self._shown:
            self._shown = shown
            self._put(found, facts)
        self.setVisible(bool(found))

    def _put(self, found: Sequence[tuple[Listed, Trouble]], facts: ProductFacts) -> None:
        for note in self.notes:
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.notes = [ListingNote(listed, trouble, facts) for listed, trouble in found]
        for note in self.notes:
            note.wanted.connect(self.wanted)
            self._column.addWidget(note)
            note.show()


def _label(remedy: Remedy) -> str:
    match remedy:
        case Remedy.SEND_OURS:
            return tr("Send ours")
        case Remedy.SEND_AGAIN:
            return tr("Send again")
    return tr("Try again")

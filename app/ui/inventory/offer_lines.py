"""How a product is offered, in the pane: shared or split and why, more places than pieces, and the way to its rules."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.inventory.facts import ProductFacts
from app.ui.inventory.offer_words import crowd_words, mode_words, since_words
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Paragraph
from app.ui.widgets.tips import plain
from app.ui.words import say, tr, trn


class OfferLines(QWidget):
    """One quiet line, and an amber one where a promise could not be kept by all who make it."""

    def __init__(self) -> None:
        super().__init__()
        self.mode = Paragraph("", "small")
        self.rules = Button(tr("Offer rules"), Variant.LINK)
        self.along = Paragraph("", "small")
        self.crowd = Paragraph("", "small", colour="text_primary")
        self._look = StatusGlyph(Glyph.LOOK, tr("More places than pieces"))
        self.setAccessibleName(tr("How it is offered"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._beside(self._look, self.crowd))
        column.addWidget(self.along)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.mode, 1, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: ProductFacts) -> None:
        """Another product, or other offers."""
        # Where nothing is left there is nothing to share, and the last mode says nothing.
        mode, crowd = facts.mode if facts.row.available > 0 else None, facts.crowd
        since = since_words(mode) if mode is not None else None
        self.mode.setText(say(mode_words(mode)) if mode is not None else "")
        self.mode.setToolTip(plain(say(since, now=facts.now)) if since is not None else "")
        self.mode.setAccessibleDescription(self.mode.toolTip())
        self.crowd.setText(crowd_words(crowd) if crowd is not None else "")
        self.along.setVisible(facts.along > 0)
        self.along.setText(
            trn("{n} is with you at a stall: no channel sells it", "{n} are with you at a stall: no channel sells them",
                facts.along)
        )  # fmt: skip
        for part in (self.crowd, self._look):
            part.setVisible(crowd is not None)
        self.setVisible(facts.row.started or bool(facts.listed))

    @staticmethod
    def _beside(glyph: QWidget, words: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

"""Who may show a product's last pieces: as any others, one place only, or nobody."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.core.places import LastPieces, LastRule
from app.ui.inventory.amounts import pieces
from app.ui.inventory.facts import Listed
from app.ui.inventory.offer_words import named_listings
from app.ui.theme import follow
from app.ui.widgets.choice import RadioButton, tab_to_chosen
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr

LEAST = 2  # below one nothing is left to keep
_FIELD = 64


class LastPiecesChoice(QWidget):
    """Three answers, whom they are kept for, and from how few on."""

    changed = Signal()

    def __init__(self, last: LastPieces, listed: Sequence[Listed]) -> None:
        super().__init__()
        self.setAccessibleName(tr("The last pieces"))
        self.radios = {
            LastRule.SHARE: RadioButton(tr("As any others")),
            LastRule.KEEP: RadioButton(tr("Keep them for")),
            LastRule.PAUSE: RadioButton(tr("Pause everywhere: nobody shows them")),
        }
        self._group = QButtonGroup(self)
        for radio in self.radios.values():
            self._group.addButton(radio)
            radio.toggled.connect(lambda _on: self._settle())
        self.place = ComboBox(tr("Keep the last pieces for"), measure="small")
        for name, number in named_listings(listed):
            self.place.addItem(name, number)
        self.below = LineEdit(tr("While fewer than so many are available"), tabular=True, measure="small")
        self.below.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.below.textEdited.connect(lambda _text: self._say(""))
        self._error = Paragraph("", "small", colour="danger")
        self._glyph = StatusGlyph(Glyph.OVERSOLD, tr("Wrong"))
        self._lay_out()
        self._show(last)
        self._theme = follow(self._dress)
        self._dress()
        self._settle()

    def rule(self) -> LastRule:
        """The answer that holds."""
        return next(rule for rule, radio in self.radios.items() if radio.isChecked())

    def error(self) -> str:
        """What is wrong with what is typed; empty for nothing."""
        return self._error.text()

    def judge(self) -> LineEdit | None:
        """Say what is wrong under the field. The field, where something is."""
        found = pieces(self.below.text(), least=LEAST)
        wrong = found.error if self.rule() is not LastRule.SHARE else ""
        self._say(wrong)
        return self.below if wrong else None

    def last_pieces(self) -> LastPieces:
        """What is chosen; ask `judge` first."""
        rule, found = self.rule(), pieces(self.below.text(), least=LEAST)
        if rule is LastRule.SHARE or found.value is None:
            return LastPieces()
        listing = self.place.currentData() if rule is LastRule.KEEP else None
        return LastPieces(rule=rule, listing=listing, below=found.value)

    def _show(self, last: LastPieces) -> None:
        at = self.place.findData(last.listing)
        gone = last.rule is LastRule.KEEP and at < 0
        self.radios[LastRule.SHARE if gone else last.rule].setChecked(True)
        self.place.setCurrentIndex(max(0, at))
        self.below.setText(str(last.below))

    def _settle(self) -> None:
        rule = self.rule()
        self.radios[LastRule.KEEP].setEnabled(self.place.count() > 0)
        self.place.setEnabled(rule is LastRule.KEEP)
        self.below.setEnabled(rule is not LastRule.SHARE)
        tab_to_chosen(self.radios.values())
        self._say("")
        self.changed.emit()

    def _say(self, error: str) -> None:
        self._error.setText(error)
        for part in (self._error, self._glyph):
            part.setVisible(bool(error))
        self._glyph.setAccessibleName(error or tr("Wrong"))
        self.below.set_invalid(invalid=bool(error))
        self.below.setAccessibleDescription(error)

    def _lay_out(self) -> None:
        keep, fewer, wrong = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        keep.setSpacing(8)
        keep.addWidget(self.radios[LastRule.KEEP])
        keep.addWidget(self.place, 1)
        fewer.setSpacing(8)
        label = Label(tr("While fewer than so many are available"), "small", colour="text_secondary")
        label.setBuddy(self.below)
        fewer.addWidget(label)
        fewer.addWidget(self.below)
        fewer.addStretch(1)
        wrong.setSpacing(6)
        wrong.addWidget(self._glyph)
        wrong.addWidget(self._error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.radios[LastRule.SHARE])
        column.addLayout(keep)
        column.addWidget(self.radios[LastRule.PAUSE])
        column.addSpacing(4)
        column.addLayout(fewer)
        column.addLayout(wrong)

    def _dress(self) -> None:
        self.below.setFixedWidth(self._theme.px(_FIELD))

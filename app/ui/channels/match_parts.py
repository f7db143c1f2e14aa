"""Which product is a listing? One, so many pieces of one, or several together."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.packs import PACK_MAX
from app.ui.bridge import Bridge
from app.ui.channels.match_rows import parts_words
from app.ui.channels.pick import PickDialog
from app.ui.inventory.amounts import pieces
from app.ui.widgets.button import Button
from app.ui.widgets.fields import TextField
from app.ui.widgets.text import Paragraph
from app.ui.words import tr


class PartsDialog(PickDialog):
    """`chosen` carries the pieces of each product in one piece listed here: 1 of one product is a plain link."""

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, bridge: Bridge, *, question: str, text: str, words: str = "", pack: int = 1
    ) -> None:
        self._parts: dict[str, int] = {}
        self.pieces = TextField(tr("Pieces of it in one listing"), tabular=True)
        self.pieces.set_text(str(pack))
        self.more = Button(tr("And another product…"))
        self.sum = Paragraph(colour="text_primary")
        super().__init__(parent, bridge, question=question, text=text, yes=tr("Choose it"), words=words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pieces, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self.sum)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda _checked=False: self._add())
        self.pieces.edit.textChanged.connect(lambda _text: self._settle())
        self._settle()

    def accept(self) -> None:
        """Choose what stands there, if it will do."""
        found = self._found()
        if found:
            self.chosen.emit(found)
            super().accept()

    def _add(self) -> None:
        """Another part follows."""
        self._parts = dict(self._found())
        self.pieces.set_text("1")
        self.search.field.clear()
        self.search.look("")
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()

    def _found(self) -> Mapping[str, int]:
        """The parts so far and the one that is being chosen; empty while that is no answer."""
        sku, number = self.search.sku(), pieces(self.pieces.text(), least=1, most=PACK_MAX)
        if sku is None:
            return self._parts
        if number.value is None:
            return {}
        return {**self._parts, sku: number.value}

    def _settle(self) -> None:
        number = pieces(self.pieces.text(), least=1, most=PACK_MAX)
        self.pieces.set_error(number.error)
        found = self._found()
        self.yes.setEnabled(bool(found))
        self.more.setEnabled(bool(found) and self.search.sku() is not None)
        plain = len(found) == 1 and next(iter(found.values())) == 1
        words = tr("One piece listed here is {parts}.", parts=parts_words(found)) if found and not plain else ""
        self.sum.setText(words)
        self.sum.setVisible(bool(words))

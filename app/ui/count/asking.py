"""How many pieces of a product lie packed elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.store.count_review import Facts
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.words import tr, trn


class PackedDialog(Dialog):
    """`said` carries the number."""

    said = Signal(int)

    def __init__(self, parent: QWidget, facts: Facts) -> None:
        super().__init__(
            parent,
            question=tr("How many {title} lie packed elsewhere?", title=facts.title),
            text=trn("{n} is promised to orders.", "{n} are promised to orders.", facts.committed),
            yes=tr("So many"),
            no=tr("Leave it"),
        )
        self._most = facts.committed
        self.pieces = TextField(tr("Pieces"), tabular=True)
        self.pieces.set_text(str(facts.packed or facts.committed))
        self.body.addWidget(self.pieces)
        self.pieces.edit.selectAll()
        self.pieces.edit.setFocus()

    def accept(self) -> None:
        """Only a number that can be."""
        text = self.pieces.text().strip()
        if text.isdecimal() and len(text) <= 7 and int(text) <= self._most:
            self.said.emit(int(text))
            super().accept()
        else:
            self.pieces.set_error(tr("Type a number from 0 to {most}.", most=self._most))
            self.pieces.edit.setFocus()

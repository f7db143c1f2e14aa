"""Who delivers these products?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.planning.expect_dialog import who_field
from app.ui.widgets.dialog import Dialog
from app.ui.words import tr, trn


class WhoseDialog(Dialog):
    """`name` is what was typed; "" for nobody."""

    def __init__(self, parent: QWidget | None, names: Sequence[str], *, products: int, before: str) -> None:
        super().__init__(
            parent,
            question=trn("Who delivers this product?", "Who delivers these {n} products?", products),
            text=tr("Packs, minimum and delivery days of the supplier hold for them. A new name is added."),
            yes=tr("Use from now on"),
            no=tr("Leave it"),
        )
        self.name = ""
        self.who = who_field(names)
        self.who.set_text(before)
        self.body.addWidget(self.who)
        self.who.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close with what was typed."""
        self.name = self.who.text().strip()
        super().accept()

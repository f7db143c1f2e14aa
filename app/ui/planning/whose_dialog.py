"""Who delivers these products, and of a single one: in packs of its own?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.inventory.amounts import pieces
from app.ui.planning.expect_dialog import who_field
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.words import number, tr, trn


class WhoseDialog(Dialog):
    """`name` is what was typed, "" for nobody; `packs` are pack and minimum, None for those of the supplier."""

    def __init__(
        self, parent: QWidget | None, names: Sequence[str], *, products: int, before: str,
        packs: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            question=trn("Who delivers this product?", "Who delivers these {n} products?", products),
            text=tr("Packs, minimum and delivery days of the supplier hold for them. A new name is added."),
            yes=tr("Use from now on"),
            no=tr("Leave it"),
        )
        self.name = ""
        self.packs = packs
        self.who = who_field(names)
        self.who.set_text(before)
        self.pack = TextField(tr("Pack or batch of this product (empty: as its supplier)"), tabular=True)
        self.minimum = TextField(tr("At least, of this product (empty: as its supplier)"), tabular=True)
        for field, value in zip((self.pack, self.minimum), packs or ("", ""), strict=True):
            field.set_text(number(value) if isinstance(value, int) else "")
            field.setVisible(products == 1)
        for part in (self.who, self.pack, self.minimum):
            self.body.addWidget(part)
        self.who.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close only with packs that can be."""
        pack = pieces(self.pack.text(), least=1, needed=False)
        minimum = pieces(self.minimum.text(), least=1, needed=False)
        self.pack.set_error(pack.error)
        self.minimum.set_error(minimum.error)
        if pack.error or minimum.error:
            (self.pack if pack.error else self.minimum).edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        self.name = self.who.text().strip()
        given = pack.value is not None or minimum.value is not None
        self.packs = (pack.value or 1, minimum.value or 1) if given else None
        super().accept()

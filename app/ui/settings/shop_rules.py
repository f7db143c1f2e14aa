"""What holds for every product: hidden, capped and ended everywhere and channel by channel, in one save."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.places import Choice, LastPieces
from app.store.rulebook import Rules
from app.store.shops import Shop
from app.ui.inventory.limit_grid import LimitGrid
from app.ui.inventory.rule_writes import Decided, decided_in
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

_WIDTH = 640

Save = Callable[[Decided, Decided], bool]  # before and after; was it written?


class ShopRulesDialog(Dialog):
    """The grid of the offer rules, for all products at once."""

    def __init__(self, parent: QWidget | None, rules: Rules, shops: Sequence[Shop], save: Save) -> None:
        super().__init__(
            parent,
            question=tr("What may be shown of every product?"),
            text=tr(
                "A number of a channel stands instead of the one for every channel, or on top of it. A product’s own"
                " number, in its offer rules, stands above both. An empty field follows what is set elsewhere."
            ),
            yes=tr("Save these rules"),
            no=tr("Leave them as they are"),
            width=_WIDTH,
        )
        self._save = save
        self.before = decided_in(rules, [shop.id for shop in shops])
        self.grid = LimitGrid(rules, shops)
        self.body.addWidget(self.grid)
        self.refused = Paragraph(tr("Nothing was changed."), colour="danger")
        self.body.addWidget(self.refused)
        self.refused.hide()
        self.grid.rows[0].fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Write it, if it will do."""
        wrong = self.grid.judge()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.selectAll()
            self.adjustSize()
            return
        after = Decided(choice=Choice.ADAPTIVE, last_pieces=LastPieces(), own=self.grid.own())
        if after.own != self.before.own and not self._save(self.before, after):
            self.refused.show()
            self.adjustSize()
            return
        super().accept()

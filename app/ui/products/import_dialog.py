"""The preview of an import: everything that it would do, and every error, before anything is written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.product_sheet import SheetPlan
from app.store.product_sheet import Effect
from app.ui.products.preview import fields, filters, items_of, mass_words, press, said, summary
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.filters import FilterToggles
from app.ui.widgets.sheet import Sheet, SheetTable
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, tr, trn

_WIDTH, _LIST_HEIGHT = 780, 320


class ImportDialog(Dialog):
    """`taken` follows the press, and a second question where very much would change on the channels."""

    taken = Signal()

    def __init__(
        self,
        parent: QWidget,
        name: str,
        plan: SheetPlan,
        *,
        heads: Mapping[str, str],
        mass: Sequence[Effect] = (),
        shops: Mapping[int, str],
    ) -> None:
        text = tr("Nothing is written yet. An empty cell leaves a value as it is; a dash takes it away.")
        super().__init__(
            parent,
            question=tr("Take products over from {file}?", file=name),
            text=text,
            yes=press(plan),
            no=tr("Take nothing over"),
            width=_WIDTH,
        )
        self._plan, self._mass, self._shops = plan, mass, shops
        self._items = items_of(plan, heads)
        self.summary = Paragraph(summary(plan), colour="danger" if plan.wrong else "text_primary", weight=600)
        self.unread = Paragraph(colour="text_tertiary")
        self.filters = FilterToggles(filters(), name=tr("Show rows"))
        columns = fields()
        self._model = Sheet(columns, key=lambda item: (item.row, item.kind, item.place), said=said)
        self.table = SheetTable(tr("Rows of the sheet and what happens to them"), self._model, columns, wide=False)
        self.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        for part in (self.summary, self.unread, self.filters, self.table):
            self.body.addWidget(part)
        self.yes.setEnabled(not plan.wrong and bool(plan.new or plan.changed))
        self.filters.changed.connect(lambda _on: self._show())
        self.table.left.connect(self.reject)
        self.table.opened.connect(lambda _index: self.accept() if self.yes.isEnabled() else None)
        self._show()
        self._fill()

    def accept(self) -> None:
        """Take it over; ask once more where the circuit breaker says so."""
        if not self._mass:
            self._take()
            return
        zeros = len({one.sku for one in self._mass if one.after == 0})
        changed = trn(
            "{n} listing would show another number", "{n} listings would show another number", len(self._mass)
        )
        gone = trn("{n} product would show 0", "{n} products would show 0", zeros)
        dialog = Dialog(
            self,
            question=tr("That is a large change. Take it over all the same?"),
            text=tr("{changed}, {gone}. The channels are told at once.", changed=changed, gone=gone),
            yes=tr("Take it over"),
            no=tr("Look again"),
            danger=True,
            safe_first=True,
        )
        dialog.body.addWidget(Paragraph(mass_words(self._mass, self._shops)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._take)
        dialog.open()

    def _take(self) -> None:
        self.taken.emit()
        super().accept()

    def _fill(self) -> None:
        counts = {one.key: sum(item.kind == one.key for item in self._items) for one in filters()}
        self.filters.set_counts(len(self._items), counts)
        self.unread.setText(tr("Not read: {columns}.", columns=all_of(self._plan.unread)))
        self.unread.setVisible(bool(self._plan.unread))

    def _show(self) -> None:
        on = self.filters.on()
        self.table.show_rows([item for item in self._items if not on or item.kind in on])

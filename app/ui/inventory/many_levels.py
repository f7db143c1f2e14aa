"""Floor and reorder point of many products at once: of the rows that are selected, in one press with one undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.changes import Changes
from app.store import inventory
from app.ui.bridge import Bridge
from app.ui.inventory.amounts import Typed, pieces
from app.ui.planning import writes
from app.ui.planning.writes import Levels
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.text import Paragraph
from app.ui.words import number, tr, trn

MOST = 10_000  # products in one press: it is one transaction, and the window waits for it


class LevelsDialog(Dialog):
    """`after` says what becomes of the levels that a product has."""

    def __init__(self, parent: QWidget | None, count: int) -> None:
        super().__init__(
            parent,
            question=trn("Floor and reorder point of {n} product", "Floor and reorder point of {n} products", count),
            text=tr("An empty field leaves them as they are."),
            yes=tr("Use from now on"), no=tr("Leave them"),
        )  # fmt: skip
        self.fields = (TextField(tr("Floor"), tabular=True), TextField(tr("Reorder at"), tabular=True))
        self.none = (CheckBox(tr("No floor")), CheckBox(tr("No reorder point")))
        self.wrong = Paragraph("", "small", colour="danger")
        self.wrong.hide()
        self._typed: list[Typed] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        for row, (field, none) in enumerate(zip(self.fields, self.none, strict=True)):
            grid.addWidget(field, row, 0, Qt.AlignmentFlag.AlignTop)
            none.setMinimumHeight(self._theme.size("control"))
            grid.addWidget(none, row, 1, Qt.AlignmentFlag.AlignBottom)
            none.toggled.connect(lambda on, edit=field.edit: edit.setEnabled(not on))
        self.body.addLayout(grid)
        self.body.addWidget(self.wrong)
        self.fields[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close only with numbers."""
        self._typed = [
            Typed() if none.isChecked() else pieces(field.text(), needed=False)
            for field, none in zip(self.fields, self.none, strict=True)
        ]
        for field, typed in zip(self.fields, self._typed, strict=True):
            field.set_error(typed.error)
        bad = next((field for field in self.fields if field.error()), None)
        same = not any(
            typed.value is not None or none.isChecked() for typed, none in zip(self._typed, self.none, strict=True)
        )
        self.wrong.setText(tr("Type a number, or take one away.") if same and bad is None else "")
        self.wrong.setVisible(bool(self.wrong.text()))
        if bad is not None or same:
            (bad or self.fields[0]).edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        super().accept()

    def after(self, before: Levels) -> Levels:
        """What holds from now on of a product that has these."""
        floor, reorder = (
            None if none.isChecked() else was if typed.value is None else typed.value
            for typed, none, was in zip(self._typed, self.none, (before.floor, before.reorder_at), strict=True)
        )
        return Levels(floor=floor, reorder_at=reorder)


class ManyLevels(QObject):
    """`undoable` says what was done and how to take it back."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._page = bridge, page
        self.dialog: Dialog | None = None

    def ask(self, products: Sequence[int]) -> None:
        """Of these: their floors and reorder points."""
        if not products:
            return
        dialog: Dialog
        if len(products) > MOST:
            dialog = Dialog(
                self._page,
                question=tr("These are {n} products", n=number(len(products))),
                text=tr("Up to {most} can be changed at once. Filter the list further, or import a sheet.",
                        most=number(MOST)),
                yes=tr("Filter further"), no=tr("Close"),
            )  # fmt: skip
        else:
            dialog = asked = LevelsDialog(self._page, len(products))
            asked.accepted.connect(lambda: self._put(products, asked.after))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _put(self, products: Sequence[int], after: Callable[[Levels], Levels]) -> None:
        kept = inventory.levels_of(self._bridge.db, products)
        before = {row.product: Levels(floor=row.floor, reorder_at=row.reorder_at) for row in kept}
        skus = {row.product: row.sku for row in kept}
        wanted = {product: after(levels) for product, levels in before.items() if after(levels) != levels}
        before = {product: before[product] for product in wanted}
        touched = [skus[product] for product in wanted]
        if not wanted or self._write(wanted, touched) is None:
            return
        said = trn("{n} product has other levels", "{n} products have other levels", len(wanted))
        self.undoable.emit(said, lambda: self._write(before, touched))

    def _write(self, levels: dict[int, Levels], skus: Sequence[str]) -> Changes | None:
        bridge = self._bridge
        return bridge.perform(writes.put_many, bridge.db, levels, skus, now=bridge.now)

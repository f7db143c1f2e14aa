"""Choosing a product: a line to search with and the products that it finds. As a part of a form, or as a dialog."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store import inventory
from app.store.inventory import ProductRow, Question
from app.ui.bridge import Bridge
from app.ui.widgets.cells import CellDelegate, NumberDelegate, SkuDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.search import SearchField
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

FOUND_MAX = 60
_DIALOG_WIDTH = 560
_LIST_HEIGHT = 260


def product_fields(*, blind: bool = False) -> list[Field[ProductRow]]:
    """How a product is shown in a list to choose from. `blind`: somebody is counting, so no number of it is."""
    named: list[Field[ProductRow]] = [
        Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(132, SkuDelegate)),
        Field(head=tr("Product"), words=lambda row: row.title, column=Column(240, CellDelegate, stretch=True)),
    ]
    available: Field[ProductRow] = Field(
        head=tr("Available"),
        words=lambda row: row.available if row.started else None,
        column=Column(84, NumberDelegate),
    )
    return named if blind else [*named, available]


class ProductSearch(QWidget):
    """A search line over a list of products. `picked` is Enter or a double click on one, `changed` another one."""

    picked = Signal(str)
    changed = Signal()

    def __init__(self, bridge: Bridge, *, blind: bool = False) -> None:
        super().__init__()
        self._bridge = bridge
        fields = product_fields(blind=blind)
        self.field = SearchField(tr("Search products"), placeholder=tr("SKU, name or barcode"), hint="")
        self._model = Sheet(fields, key=lambda row: row.sku, said=_named if blind else _said)
        self.table = SheetTable(tr("Products found"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self._nothing = Paragraph()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.field, self.table, self._nothing):
            column.addWidget(part)
        self.setFocusProxy(self.field)
        self.field.asked.connect(self.look)
        self.field.left.connect(self._to_table)
        self.table.opened.connect(lambda _index: self._pick())
        self.table.left.connect(self.field.setFocus)
        self.table.chosen.connect(self.changed)
        self.look("")

    def look(self, words: str) -> None:
        """Show what is found."""
        db, now = self._bridge.db, self._bridge.now
        numbers = list(inventory.first(db, Question(words=words, sort="sku"), now=now, limit=FOUND_MAX))
        found = inventory.rows(db, numbers, now=now)
        self.table.show_rows([found[number] for number in numbers if number in found])
        if not words:  # the first of all products is nobody's choice
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
            self.table.scrollToTop()
        elif self.table.current() is None:
            self.table.select_row(0)
        self._nothing.setText(tr("No product matches “{words}”.", words=words) if words else tr("No product yet."))
        self._nothing.setVisible(not numbers)
        self.table.setVisible(bool(numbers))
        self.changed.emit()

    def sku(self) -> str | None:
        """The product that is chosen."""
        row = self.table.current()
        return row.sku if row and not self.table.isHidden() else None

    def product(self) -> ProductRow | None:
        """The product that is chosen, with its numbers."""
        return self.table.current() if not self.table.isHidden() else None

    def _to_table(self) -> None:
        if self.table.current() is None:
            self.table.select_row(0)
        self.table.setFocus()

    def _pick(self) -> None:
        sku = self.sku()
        if sku is not None:
            self.picked.emit(sku)


class PickDialog(Dialog):
    """Which product is this? `picked` names it. Open it with `open()`: it holds nothing up."""

    picked = Signal(str)

    def __init__(
        self, parent: QWidget, bridge: Bridge, *, question: str, text: str, yes: str, words: str = "",
        blind: bool = False
    ) -> None:  # fmt: skip
        super().__init__(parent, question=question, text=text, yes=yes, no=tr("Leave it"), width=_DIALOG_WIDTH)
        self.search = ProductSearch(bridge, blind=blind)
        self.search.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self.body.addWidget(self.search)
        self.search.changed.connect(self._settle)
        self.search.picked.connect(lambda _sku: self.accept())
        self.accepted.connect(self._tell)
        if words:
            self.search.field.setText(words)
            self.search.look(words)
            if self.search.sku() is None:
                self.search.field.clear()
                self.search.look("")
        self._settle()
        self.search.field.setFocus()

    def _settle(self) -> None:
        self.yes.setEnabled(self.search.sku() is not None)

    def _tell(self) -> None:
        sku = self.search.sku()
        if sku is not None:
            self.picked.emit(sku)


def _named(row: ProductRow) -> str:
    return tr("{title}, {sku}", title=row.title, sku=row.sku)


def _said(row: ProductRow) -> str:
    if not row.started:
        return tr("{title}, {sku}. No number yet.", title=row.title, sku=row.sku)
    return tr("{title}, {sku}. Available {available}.", title=row.title, sku=row.sku, available=row.available)

"""Adding a product by hand: what is missing is said under its field, and nothing is added until all is right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.store.catalog import Product
from app.ui.inventory.amounts import pieces
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.words import tr

_MOST = 200

Add = Callable[[Product, int | None], str]  # what was wrong; empty when it was added


class NewProductDialog(Dialog):
    """`add` writes it; what it refuses is said under the SKU."""

    def __init__(self, parent: QWidget | None, add: Add) -> None:
        super().__init__(
            parent,
            question=tr("Add a product"),
            text=tr("It is listed nowhere until you link it in Channels."),
            yes=tr("Add the product"),
            no=tr("Add nothing"),
        )
        self._add = add
        self.sku = TextField(tr("SKU"))
        self.title = TextField(tr("Name"))
        self.barcode = TextField(tr("Barcode, if it has one"))
        self.place = TextField(tr("Where it lies, if you like"))
        self.first = TextField(tr("How many are on hand, if you counted"), tabular=True)
        for field in self._fields():
            field.edit.setMaxLength(_MOST)
            field.edit.textChanged.connect(lambda _text, field=field: field.set_error(""))
            self.body.addWidget(field)
        self.sku.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Add it, if it will do."""
        sku, title = self.sku.text().strip(), self.title.text().strip()
        number = pieces(self.first.text(), needed=False)
        self.sku.set_error("" if sku else tr("Type a SKU: what you call it, on every channel alike."))
        self.title.set_error("" if title else tr("Type a name."))
        self.first.set_error(number.error)
        if not any(field.error() for field in self._fields()):
            barcode, place = self.barcode.text().strip(), self.place.text().strip()
            product = Product(sku=sku, title=title, barcode=barcode or None, place=place)
            self.sku.set_error(self._add(product, number.value))
        wrong = next((field for field in self._fields() if field.error()), None)
        if wrong is None:
            super().accept()
        else:
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()

    def _fields(self) -> tuple[TextField, ...]:
        return (self.sku, self.title, self.barcode, self.place, self.first)

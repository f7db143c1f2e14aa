"""Where a product lies: its places in the order in which a count walks them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core import shelving
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.words import tr

_MOST = 200


class PlacesDialog(Dialog):
    """`said` carries the places."""

    said = Signal(list)

    def __init__(self, parent: QWidget, title: str, places: list[str]) -> None:
        super().__init__(
            parent,
            question=tr("Where does {title} lie?", title=title),
            text=tr(
                "A count walks the places in this order. Put a semicolon between two of them, and the shelf first:"
                " “Shelf A, bay 1; Back room”."
            ),
            yes=tr("It lies there"),
            no=tr("Leave it"),
        )
        self.places = TextField(tr("Places"))
        self.places.edit.setMaxLength(_MOST)
        self.places.set_text(shelving.written(places))
        self.body.addWidget(self.places)
        self.places.edit.setFocus()
        self.places.edit.selectAll()

    def accept(self) -> None:
        """Say it."""
        self.said.emit(shelving.read(self.places.text()))
        super().accept()

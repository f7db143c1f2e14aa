"""What a bundle is made of: each part with its pieces and what is available of it. A press opens the part."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.store.history import Part
from app.ui.inventory.facts import ProductFacts
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.text import Label, Paragraph
from app.ui.widgets.tips import plain
from app.ui.words import number, tr

_SIDE = 20


class PartsList(QWidget):
    """`opened` carries a part's SKU."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Parts of this bundle"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 12)
        column.setSpacing(8)
        column.addWidget(Paragraph(tr("A bundle has no stock of its own: selling one takes its parts off the shelf.")))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        column.addWidget(self._rows)
        column.addStretch(1)
        self._shown: tuple[Part, ...] = ()

    def show_facts(self, facts: ProductFacts) -> None:
        """Another bundle, or other numbers."""
        if facts.parts == self._shown:
            return
        self._shown = facts.parts
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, part in enumerate(facts.parts):
            self._add(row, part)

    def _add(self, row: int, part: Part) -> None:
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(Label(tr("{pieces} ×", pieces=part.pieces), colour="text_secondary", tabular=True), row, 0)
        link = Button(part.title, Variant.LINK)
        link.setToolTip(plain(part.sku))
        link.setAccessibleDescription(
            tr("{pieces} in a bundle, {available} available", pieces=part.pieces, available=part.available)
        )
        link.clicked.connect(lambda _checked=False, sku=part.sku: self.opened.emit(sku))
        self._grid.addWidget(link, row, 1, left)
        colour = "danger" if part.available < 0 else "text_primary"
        self._grid.addWidget(Label(number(part.available), "body_strong", colour=colour, tabular=True), row, 2, right)
        self._grid.addWidget(Label(tr("available"), "small", colour="text_tertiary"), row, 3)

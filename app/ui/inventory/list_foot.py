"""Under the list: how many products, what they add up to, and how they are sorted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.store.inventory import Question, Totals
from app.ui.theme import follow
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import tr, trn

_SIDE, _HEIGHT = 24, 31


class ListFoot(QWidget):
    """One quiet line."""

    def __init__(self) -> None:
        super().__init__()
        self.count = Label("", "small", colour="text_secondary")
        self.sum = ElidedLabel("", "small", colour="text_secondary")
        self.order = ElidedLabel("", "small", colour="text_secondary")
        self.order.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 1, _SIDE, 0)
        row.setSpacing(18)
        row.addWidget(self.count)
        row.addWidget(self.sum, 2)
        row.addWidget(self.order, 1)
        self._theme = follow(self._dress)
        self._dress()

    def show_question(self, question: Question, totals: Totals, found: int | None) -> None:
        """What is shown now. `found` None: nobody has counted yet how many match."""
        if not question.narrow:
            self.count.setText(trn("{n} product", "{n} products", totals.all))
        elif found is not None:
            self.count.setText(tr("{found} of {all} products", found=found, all=totals.all))
        summed = tr(
            "{on_hand} on hand − {committed} committed = {available} available",
            on_hand=totals.on_hand,
            committed=totals.committed,
            available=totals.on_hand - totals.committed,
        )
        self.sum.setText("" if question.narrow else summed)
        self.order.setText(order_words(question))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline above it."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line_hair"))
        painter.end()

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))


_SORTED: Mapping[str, Callable[[bool], str]] = {
    "attention": lambda down: tr("Sorted by what needs you last") if down else tr("Sorted by what needs you"),
    "sku": lambda down: tr("Sorted by SKU, Z to A") if down else tr("Sorted by SKU"),
    "title": lambda down: tr("Sorted by name, Z to A") if down else tr("Sorted by name"),
    "on_hand": lambda down: tr("Most on hand first") if down else tr("Fewest on hand first"),
    "committed": lambda down: tr("Most committed first") if down else tr("Fewest committed first"),
    "available": lambda down: tr("Most available first") if down else tr("Fewest available first"),
    "floor": lambda down: tr("Highest floor first") if down else tr("Lowest floor first"),
    "reorder": lambda down: tr("Highest reorder point first") if down else tr("Lowest reorder point first"),
}


def order_words(question: Question) -> str:
    """How the list is sorted."""
    return _SORTED[question.sort](question.descending)

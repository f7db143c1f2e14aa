"""Which channels pause at the floor, and in which order: by their claim, or as the seller chooses."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.store.shops import Shop
from app.ui.theme import follow
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.text import Label
from app.ui.words import tr

_CHOICE = 150


class PauseOrder(QWidget):
    """One row for each channel once the box is ticked. `chosen` None: by claim, the best one goes on."""

    def __init__(self, shops: Sequence[Shop], chosen: Sequence[int] | None) -> None:
        super().__init__()
        self.box = CheckBox(tr("At the floor, pause the channels that I choose, in my order"))
        self.box.setChecked(chosen is not None)
        self.choices: dict[int, ComboBox] = {}
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(24, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, shop in enumerate(shops):
            choice = ComboBox(tr("{shop} at the floor", shop=shop.name), measure="small")
            choice.addItem(tr("Goes on selling"), 0)
            for place in range(1, len(shops) + 1):
                choice.addItem(tr("Pauses as number {place}", place=place), place)
            if chosen is not None and shop.id in chosen:
                choice.setCurrentIndex(list(chosen).index(shop.id) + 1)
            self.choices[shop.id] = choice
            grid.addWidget(Label(shop.name), row, 0)
            grid.addWidget(choice, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addWidget(self._rows)
        self.box.toggled.connect(self._rows.setVisible)
        self._rows.setVisible(self.box.isChecked())
        self._theme = follow(self._measure)
        self._measure()

    def chosen(self) -> tuple[int, ...] | None:
        """The shops that pause, the first one first; of those with the same number the upper one."""
        if not self.box.isChecked():
            return None
        places = {shop: int(choice.currentData()) for shop, choice in self.choices.items()}
        return tuple(sorted((shop for shop, place in places.items() if place), key=lambda shop: places[shop]))

    def _measure(self) -> None:
        for choice in self.choices.values():
            choice.setMinimumWidth(self._theme.px(_CHOICE))

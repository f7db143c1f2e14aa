"""A sum of figures with its parts named: "11 on hand − 14 committed = −3 available"."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.theme import follow
from app.ui.widgets.text import Label

_GAP = 14


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, ready to be shown, and what it counts. `operator` stands before it; `colour` is a token."""

    words: str
    caption: str
    operator: str = ""
    colour: str = "text_primary"


class FigureSum(QWidget):
    """Figures in a row, each over its caption. A screen reader hears one sentence."""

    def __init__(self, figures: Sequence[Figure], *, role: str = "figure", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(0)
        self._theme = follow(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_figures(figures)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Other numbers from now on."""
        assert figures, "a sum has parts"
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        column = 0
        for figure in figures:
            if figure.operator:
                self._grid.addWidget(Label(figure.operator, "title", colour="text_tertiary", weight=400), 0, column)
                column += 1
            quiet = "text_tertiary" if figure.colour == "text_primary" else figure.colour
            left = Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(Label(figure.words, self._role, colour=figure.colour), 0, column, left)
            self._grid.addWidget(Label(figure.caption, "micro", colour=quiet), 1, column, left)
            column += 1
        self._grid.setColumnStretch(column, 1)
        said = (f"{figure.operator} {figure.words} {figure.caption}".strip() for figure in figures)
        self.setAccessibleName(" ".join(said))

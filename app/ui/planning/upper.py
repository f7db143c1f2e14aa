"""The upper half of Planning: what goes in, what comes out of it, and the next sale."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.shell.header import SIDE
from app.ui.theme import follow

_FORM_WIDTH, _GAP = 300, 32


class Upper(QWidget):
    """Three columns. With large text two: the third stands under them, instead of beyond the window's edge."""

    def __init__(self, form: QWidget, working: QWidget, before: QWidget) -> None:
        super().__init__()
        self._form, self._working, self._before = form, working, before
        self._room, self._below = 0, False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SIDE, 12, SIDE, 16)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(form, 0, 0)
        self._grid.addWidget(working, 0, 1)
        self._grid.addWidget(before, 0, 2)
        self._theme = follow(self._dress)
        self._dress()

    @property
    def below(self) -> bool:
        """Does the third column stand under the others?"""
        return self._below

    def fit(self, room: int) -> None:
        """So wide is what can be seen of it."""
        self._room = room
        columns = self._form.width() + self._working.minimumSizeHint().width() + self._before.minimumWidth()
        below = columns + 2 * _GAP + 2 * SIDE > room
        if below != self._below:
            self._below = below
            self._grid.removeWidget(self._before)
            place = (1, 0, 1, 2) if below else (0, 2, 1, 1)
            self._grid.addWidget(self._before, *place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _dress(self) -> None:
        self._form.setFixedWidth(self._theme.px(_FORM_WIDTH))
        if self._room:
            self.fit(self._room)

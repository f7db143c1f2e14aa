"""A word that can be changed: pressed, it shows the others to choose from."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.ui.theme import follow
from app.ui.widgets.lettering import Lettering

_GAP = 4


class PickButton(QPushButton):
    """The chosen word and an arrow. `picked` carries the place of the new one."""

    picked = Signal(int)

    def __init__(self, name: str, choices: Sequence[str], chosen: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert name, "a choice says what is chosen"
        self._name, self._choices, self._chosen = name, tuple(choices), chosen
        self.setProperty("variant", "link")
        self._menu = QMenu(self)
        group = QActionGroup(self)
        for place, choice in enumerate(choices):
            action = QAction(choice, group)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, place=place: self.picked.emit(place))
            self._menu.addAction(action)
        self.clicked.connect(self._ask)
        self._theme = follow(self._dress)
        self._dress()
        self.choose(chosen)

    @property
    def chosen(self) -> int:
        """The place of the word that is shown."""
        return self._chosen

    def choose(self, place: int) -> None:
        """Show another word."""
        self._chosen = place
        self.setText(self._choices[place])
        self.setAccessibleName(f"{self._name}: {self._choices[place]}")
        self._menu.actions()[place].setChecked(True)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The longest word, so that nothing moves."""
        letters = QFontMetricsF(self.font())
        widest = max(letters.horizontalAdvance(choice) for choice in self._choices)
        height = max(self._theme.tokens.size["pointer_target_min"], self._theme.line("body"))
        return QSize(ceil(widest) + _GAP + self._theme.size("icon_small"), height)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Word and arrow at the right."""
        painter, theme = QPainter(self), self._theme
        side = theme.size("icon_small")
        theme.paint_icon(
            painter, "chevron_down", "accent", QRectF(self.width() - side, (self.height() - side) // 2, side, side)
        )
        room = QRectF(0, 0, self.width() - side - _GAP, self.height())
        ink = theme.colour("accent_hover" if self.underMouse() else "accent")
        Lettering(self.font()).draw(painter, room, self.text(), ink, Qt.AlignmentFlag.AlignRight)
        painter.end()

    def _ask(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _dress(self) -> None:
        self.setFont(self._theme.font("body", weight=500))
        self.updateGeometry()
        self.update()

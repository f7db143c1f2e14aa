"""What stands beside the menus: a place for the command field that grows with the text."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import follow


class Corner(QWidget):
    """The menu bar asks its corner for a size only when that is shown, so it is shown anew in every other dress."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 8, 2)
        row.addWidget(inner)
        self._theme = follow(self._dress)

    def _dress(self) -> None:
        self.hide()
        self.show()

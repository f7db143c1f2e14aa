"""A section's title: 14 px, a quiet note beside it, room for more at its right, and a hairline under it."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme import follow
from app.ui.widgets.text import ElidedLabel

_UNDER = 6


class SectionTitle(QWidget):
    """`row` takes what stands before the title (insert at 0) or at the right (add)."""

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert title, "a section has a title"
        self._title = ElidedLabel(title, "section")
        self._note = ElidedLabel(note, colour="text_secondary")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, _UNDER)
        self.row.setSpacing(8)
        self.row.addWidget(self._title)
        self.row.addWidget(self._note)
        self._note.setVisible(bool(note))  # only now: without a parent it would be a window of its own
        self.row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self.update)
        self._tell()

    def set_title(self, title: str) -> None:
        """Another title from now on."""
        assert title, "a section has a title"
        self._title.setText(title)
        self._tell()

    def set_note(self, note: str) -> None:
        """Another note from now on; empty for none."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline."""
        painter, bottom = QPainter(self), self.height() - 1
        painter.setPen(self._theme.colour("line_hair"))
        painter.drawLine(QPoint(0, bottom), QPoint(self.width(), bottom))
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (self._title.text(), self._note.text()))))

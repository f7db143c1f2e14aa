"""Where larger text or a small window leave a list little room: its products are told by their names alone."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QTableView, QVBoxLayout, QWidget

from app.ui.shell.views import Scrolling
from app.ui.theme import Theme, follow

_WIDTH = 420  # narrower than this, SKU and name do not fit beside the numbers


class Narrow(QObject):
    """Is there little room? Then one column is hidden, and the next one shows its glyph."""

    def __init__(self, parent: QWidget, *, hides: int) -> None:
        super().__init__(parent)
        self.on, self._hides = False, hides

    def watch(self, table: QTableView) -> None:
        """This table has a column to spare."""
        self._table = table
        self._theme = follow(self._settle)
        table.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another width."""
        if event.type() is QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        self.on = self._table.width() < self._theme.px(_WIDTH)
        self._table.setColumnHidden(self._hides, self.on)


class AtLeast(QObject):
    """So many rows of a table are always seen."""

    def __init__(self, table: QTableView, rows: int) -> None:
        super().__init__(table)
        self._table, self._rows = table, rows
        self._theme = follow(self._fit)
        self._fit()

    def _fit(self) -> None:
        size = self._theme.size
        head = 0 if self._table.horizontalHeader().isHidden() else size("table_header")
        self._table.setMinimumHeight(head + self._rows * size("row") + 2)


class Tight(QWidget):
    """A part of what scrolls that gives way as far as it can, and only then scrolls."""

    def heightForWidth(self, width: int) -> int:
        """The least it needs: what all would like is more than there is."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


class Snug(Scrolling):
    """Parts under each other that take the height they need, and scroll where there is less."""

    def __init__(self, *parts: QWidget) -> None:
        self._part = QWidget()
        self._column = QVBoxLayout(self._part)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        super().__init__(self._part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._height = 0
        self._part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another product needs another height."""
        if watched is self._part and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            needed = self._needed()
            if needed != self._height:  # most scans change a number, and no height
                self._height = needed
                self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """All of it, at the width there is."""
        return QSize(self._part.sizeHint().width(), self._needed())

    def _needed(self) -> int:
        return self._column.totalHeightForWidth(self.viewport().width())

    def minimumSizeHint(self) -> QSize:
        """The rest scrolls."""
        return QSize(self._part.minimumSizeHint().width(), Theme.current().size("control_large"))

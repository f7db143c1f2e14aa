"""One column of a step: it scrolls up and down, and is as wide as what is in it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Column(QScrollArea):
    """Scrolls up and down only: never narrower than what is in it, so that nothing is cut at its side."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it wants another width: so does the column."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it, and the bar beside it."""
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())


def scrolled(inside: QWidget) -> QScrollArea:
    """A column around this."""
    area = Column()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    return area

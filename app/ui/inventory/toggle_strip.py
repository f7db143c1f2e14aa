"""The filters in one line, however narrow the page: what does not fit is scrolled to."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

_ROOM = 4  # for the focus ring


class ToggleStrip(QScrollArea):
    """Holds one row of controls. It has no bars: Tab and the mouse wheel move it."""

    def __init__(self, row: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
        self._row = row
        self.setWidget(row)
        self.viewport().setAutoFillBackground(False)
        row.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def sizeHint(self) -> QSize:
        """As high as its row."""
        return QSize(self._row.minimumSizeHint().width(), self._row.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as it has to be."""
        return QSize(0, self._row.minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves it sideways."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row that wants to be higher or wider is asked again."""
        if watched is self._row and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._row.isAncestorOf(new):
            self.ensureWidgetVisible(new, _ROOM, 0)

"""The filters in one line, however narrow the page: what does not fit is scrolled to, and an arrow says that it is."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from app.ui.theme import follow
from app.ui.widgets.viewport import meet_viewport

_ROOM = 4  # for the focus ring
_ARROW = 26


class Arrow(QWidget):
    """There is more on this side: pressed, it is brought into view. The keyboard needs none: Tab goes there."""

    pressed = Signal()

    def __init__(self, parent: QWidget, *, left: bool) -> None:
        super().__init__(parent)
        self._left = left
        self._theme = follow(self.update)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """On the page's own ground, pointing to where there is more."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("bg_surface"))
        if self._left:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        side = theme.size("icon")
        square = QRectF(self.width() - side, (self.height() - side) // 2, side, side)
        theme.paint_icon(painter, "chevron_right", "text_secondary", square)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()


class ToggleStrip(QScrollArea):
    """Holds one row of controls. It has no bars: Tab and the mouse wheel move it."""

    def __init__(self, row: QWidget) -> None:
        super().__init__()
        meet_viewport(self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
        self._row = row
        self.setWidget(row)
        self.arrows = Arrow(self, left=True), Arrow(self, left=False)
        bar = self.horizontalScrollBar()
        self.arrows[0].pressed.connect(lambda: bar.setValue(bar.minimum()))
        self.arrows[1].pressed.connect(lambda: bar.setValue(bar.maximum()))
        bar.valueChanged.connect(lambda _at: self._point())
        bar.rangeChanged.connect(lambda _least, _most: self._point())
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The arrows stay at the ends."""
        super().resizeEvent(event)
        self._point()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row that wants to be higher or wider is asked again."""
        if watched is self._row and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        if watched is self._row and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            QTimer.singleShot(0, self, self._point)  # once its controls are in their new places
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._row.isAncestorOf(new):
            self.ensureWidgetVisible(new, _ARROW + _ROOM, 0)

    def _point(self) -> None:
        bar, (left, right) = self.horizontalScrollBar(), self.arrows
        before, after = self._cut()
        left.setGeometry(0, 0, before, self.height())
        right.setGeometry(self.width() - after, 0, after, self.height())
        left.setVisible(bar.value() > bar.minimum())
        right.setVisible(bar.value() < bar.maximum())

    def _cut(self) -> tuple[int, int]:
        """How wide the arrows are: what would be cut at an end is not shown there at all."""
        at, width, before, after = self.horizontalScrollBar().value(), self.width(), _ARROW, _ARROW
        for child in self._row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            first, last = child.x() - at, child.x() + child.width() - at
            if child.isVisibleTo(self._row) and child.width() < width // 2:
                before = last if first < _ARROW - _ROOM < last else before
                after = width - first if first < width - _ARROW + _ROOM < last else after
        return max(before, _ARROW), max(after, _ARROW)

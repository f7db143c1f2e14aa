"""Where the window stands: as it was left, and never where no screen is any more."""

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_GRIP_WIDTH, _GRIP_HEIGHT = 120, 24  # so much of its upper edge must be on a screen for a hand to take hold of it


def put_back(window: QWidget, state: QByteArray, usual: QSize) -> None:
    """Place and size as they were kept in `state`; else `usual`, as far as the screen has room."""
    if state.isEmpty() or not window.restoreGeometry(state):
        window.resize(usual.boundedTo(window.screen().availableSize()).expandedTo(window.minimumSize()))
    bring_on_screen(window)


def bring_on_screen(window: QWidget) -> bool:
    """Where a screen is gone, or another one is smaller now: into the middle of the first. True: it was moved."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if window.isMaximized() or window.isFullScreen() or not screens or within_reach(window.frameGeometry(), screens):
        return False
    room = screens[0]
    window.resize(window.size().boundedTo(room.size()).expandedTo(window.minimumSize()))
    corner = room.center() - window.rect().center()
    window.move(max(room.left(), corner.x()), max(room.top(), corner.y()))
    return True


def within_reach(frame: QRect, screens: list[QRect]) -> bool:
    """Is enough of a window's upper edge on one of these screens?"""
    edge = QRect(frame.left(), frame.top(), frame.width(), _GRIP_HEIGHT)
    seen = [edge.intersected(screen) for screen in screens]
    return any(part.width() >= _GRIP_WIDTH and part.height() == _GRIP_HEIGHT for part in seen)


class Middle(QWidget):
    """What lies between menus and status: it takes the height it gets, and its pages see to the rest."""

    def heightForWidth(self, _width: int) -> int:
        """Nothing: paragraphs on a page would otherwise ask for a higher window."""
        return 0


class Room(QScrollArea):
    """All of the window between menus and status, where a screen is too small for it (200 % on a small one).

    It scrolls, and what has the keyboard is brought into view.
    """

    def __init__(self, middle: Middle, least: QSize) -> None:
        super().__init__()
        self._middle = middle
        middle.setMinimumSize(least)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(middle)
        self.setCornerWidget(QWidget())
        for ground in (self.viewport(), middle):
            ground.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._see)

    def _see(self, _before: QWidget | None, after: QWidget | None) -> None:
        scrolls = self.verticalScrollBar().maximum() > 0 or self.horizontalScrollBar().maximum() > 0
        if scrolls and after is not None and self._middle.isAncestorOf(after):
            self.ensureWidgetVisible(after)

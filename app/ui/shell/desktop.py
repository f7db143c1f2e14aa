"""Notices on the desktop, outside the window: a message from the tray where there is one, a nudge in the task bar."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app.ui.words import tr

SHOWN_MS = 15_000


class Desktop(QObject):
    """The icon in the tray is made with the first notice: whoever never has one never sees it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None
        self._then: Callable[[], None] | None = None

    def say(self, words: str, then: Callable[[], None] | None = None) -> None:
        """Say it now. `then` is called when it is pressed."""
        window = _window()
        if window is not None:
            QApplication.alert(window)
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._tray.setToolTip(tr("Plimsoll"))
            self._tray.messageClicked.connect(self._pressed)
            self._tray.activated.connect(lambda _reason: self._pressed())
        self._then = then
        self._tray.show()
        self._tray.showMessage(tr("Plimsoll"), words, QSystemTrayIcon.MessageIcon.Warning, SHOWN_MS)

    def _pressed(self) -> None:
        window = _window()
        if window is not None:
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()
        if self._then is not None:
            self._then()


def _window() -> QWidget | None:
    windows = [one for one in QApplication.topLevelWidgets() if one.isWindow() and one.inherits("QMainWindow")]
    return windows[0] if windows else None

"""The tray, where the desktop has one: says that Plimsoll runs, brings its window back, ends it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.ui.words import tr


def has_tray() -> bool:
    """Is there one? GNOME has none unless somebody added it."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """The icon and its menu."""

    def __init__(self, icon: QIcon, *, show: Callable[[], object], end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self.menu = QMenu()
        self.opens = self.menu.addAction(tr("Open Plimsoll"))
        self.opens.triggered.connect(lambda _checked=False: show())
        self.menu.addSeparator()
        self.ends = self.menu.addAction(tr("Quit Plimsoll"))
        self.ends.triggered.connect(lambda _checked=False: end())
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip(tr("Plimsoll"))
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.show()

    def say(self, sentence: str) -> None:
        """Where it points to."""
        self.icon.setToolTip(sentence)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self._show()

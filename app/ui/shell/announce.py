"""What a screen reader is told without being asked: never more than one thing every two seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

PAUSE_MS = 2000
_KEPT = 5  # what waits longer than ten seconds is no news any more


def speak(widget: QWidget, words: str, *, pressing: bool) -> None:
    """Say it now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # hundreds of names: not before the first paint

    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(politeness.Assertive if pressing else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Says things one after another; what is pressing goes before what is not."""

    def __init__(self, widget: QWidget, *, pause_ms: int = PAUSE_MS, say: Callable[..., None] = speak) -> None:
        super().__init__(widget)
        self._widget, self._say = widget, say
        self._waiting: list[tuple[bool, str]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(pause_ms)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def announce(self, words: str, *, pressing: bool = False) -> None:
        """Say this, now or when it is its turn."""
        if (pressing, words) not in self._waiting:
            self._waiting.append((pressing, words))
        self._waiting.sort(key=lambda item: not item[0])
        del self._waiting[_KEPT:]
        if not self._timer.isActive():
            self._next()

    def _next(self) -> None:
        if self._waiting:
            pressing, words = self._waiting.pop(0)
            self._say(self._widget, words, pressing=pressing)
            self._timer.start()

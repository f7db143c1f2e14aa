"""Says on the screen what an alert has to say: as a message of the desktop where there is such, else as a quiet bar.

Of the sample shop nothing is sent to the desktop: its sales are nobody's.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app.store import alerts
from app.store.alerts import Message
from app.ui.alerts import writes
from app.ui.bridge import Bridge
from app.ui.words import say, tr, trn

GATHER_MS = 400  # what rings together is said together
_SHOWN_MS = 15_000

Show = Callable[[str, object], None]  # a page, and what to show there
Bar = Callable[[str, str, Callable[[], object]], None]  # a sentence, the word on its button, and what that does


class Desktop:
    """The corner of the desktop where messages appear. `there`: does it take any?"""

    def __init__(self, window: QWidget, pressed: Callable[[], object]) -> None:
        self._window, self._pressed = window, pressed
        self._icon: QSystemTrayIcon | None = None

    @property
    def there(self) -> bool:
        """Does this computer show messages?"""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def say(self, title: str, words: str) -> None:
        """Show a message."""
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._window.windowIcon(), self._window)
            self._icon.setToolTip(tr("Plimsoll"))
            self._icon.messageClicked.connect(self._come)
            self._icon.activated.connect(lambda _why: self._raise())
            self._icon.show()
        self._icon.showMessage(title, words, self._window.windowIcon(), _SHOWN_MS)

    def _raise(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _come(self) -> None:
        self._raise()
        self._pressed()


class Herald(QObject):
    """Hears of alerts, gathers what rings together, and says it once."""

    def __init__(self, bridge: Bridge, window: QWidget, show: Show, bar: Bar, desktop: Desktop | None = None) -> None:
        super().__init__(window)
        self._bridge, self._show, self._bar = bridge, show, bar
        self._desktop = desktop or Desktop(window, self.open_last)
        self._last: Message | None = None
        self._begun = not bridge.sample  # what the sample's story has left is in view anyway
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(GATHER_MS)
        self._rest.timeout.connect(self.look)

    def hear(self) -> None:
        """Something about alerts changed: what rings together is said together."""
        if not self._rest.isActive():
            self._rest.start()

    def look(self) -> None:
        """Is there something to say?"""
        bridge = self._bridge
        message = alerts.unshown(bridge.db, now=bridge.now)
        if message is None:
            return
        self._last = message
        bridge.perform(writes.shown, bridge.db, message.upto, now=bridge.now)
        begun, self._begun = self._begun, True
        if not begun:
            return
        lines = [say(line, now=bridge.now) for line in message.lines]
        if self._desktop.there and not bridge.sample:
            self._desktop.say(lines[0], "\n".join([*lines[1:], *_more(message.more)]))
        else:  # one line: the bar lies over what one works at
            self._bar(
                " ".join([lines[0], *_more(len(lines) - 1 + message.more)]),
                tr("Show") if message.kind is not None else tr("See why"),
                self.open_last,
            )

    def open_last(self) -> None:
        """Where what was said last can be seen: its product, its channel, or all alerts."""
        message = self._last
        if message is None:
            return
        sku = self._sku(message.product)
        if sku:
            self._show("inventory", sku)
        elif message.shop:
            self._show("channels", message.shop)
        else:
            self._show("settings", "alert_log")

    def _sku(self, product: int) -> str:
        row = next((one for one in alerts.standing(self._bridge.db) if one.product == product and product), None)
        return row.sku if row is not None else ""


def _more(count: int) -> list[str]:
    return [trn("And {n} more.", "And {n} more.", count)] if count else []

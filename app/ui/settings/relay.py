"""Settings > Webhook relay: pairing, the state of the connection, and each shop's address."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.core.channel import ChannelInfo
from app.core.text import Text
from app.errors import PlimsollError
from app.store import relay, shops
from app.store.relay import Endpoint, Paired
from app.store.shops import Shop
from app.ui.bridge import Bridge, RelayLent
from app.ui.settings.relay_dialogs import DoorDialog, PairDialog, forget_dialog, unpair_dialog
from app.ui.settings.relay_words import SEES, SEES_NOT, WHAT_IT_IS, lent_words, relay_state, relay_traffic, shop_said
from app.ui.settings.rows import SettingRow
from app.ui.settings.sections import Section
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.words import say, tr

LOOK_MS = 5000  # while it can be seen: ages, and a message that has just come


class RelaySection(Section):
    """Not paired: what it would be, and the button. Paired: how it goes, and a row for each shop that has webhooks."""

    def __init__(self, bridge: Bridge, lent: RelayLent) -> None:
        super().__init__(tr("Webhook relay"))
        self._bridge, self._lent = bridge, lent
        self._rows: list[QWidget] = []
        self._shown: tuple[object, ...] = ()
        self.dialog: DoorDialog | PairDialog | None = None
        self.pair = Button(tr("Pair…"), size=ButtonSize.SMALL, name=tr("Pair with a relay"))
        self.unpair = Button(tr("Unpair…"), Variant.DANGER, size=ButtonSize.SMALL, name=tr("Unpair the relay"))
        self.key = Button(tr("New key"), size=ButtonSize.SMALL, name=tr("New key for what the relay keeps"))
        self.doors: dict[int, Button] = {}
        self._state: SettingRow | None = None
        self._key_row: SettingRow | None = None
        self._shop_rows: dict[int, SettingRow] = {}
        self._said_of_key = ""
        self.pair.clicked.connect(lambda _on=False: self._ask_to_pair())
        self.unpair.clicked.connect(lambda _on=False: self._ask_to_unpair())
        self.key.clicked.connect(lambda _on=False: self._new_key())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.read)
        self.read()

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen is kept fresh."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def read(self) -> None:
        """Read it again, and say it."""
        db = self._bridge.db
        paired = relay.paired(db)
        found = [shop for shop in shops.shops(db) if self._info(shop) is not None]
        shown = (paired is not None, *((shop.id, shop.name) for shop in found)) if paired else (False,)
        if shown != self._shown:
            self._shown = shown
            self._build(paired, found)
        if paired is not None:
            self._tell(paired, found, relay.endpoints(db))
        if isinstance(self.dialog, DoorDialog):
            self.dialog.show_endpoint(relay.endpoint_of(db, self.dialog.shop.id), self._bridge.now)

    # What stands there

    def _build(self, paired: Paired | None, found: Iterable[Shop]) -> None:
        focused = next((button for button in (self.pair, self.unpair, self.key) if button.hasFocus()), None)
        for button in (self.pair, self.unpair, self.key):
            button.setParent(self)
            button.hide()
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shop_rows, self.doors = {}, {}
        self._rows = self._paired_rows(found) if paired else [self._unpaired_row()]
        for row in self._rows:
            self.column.addWidget(row)
            row.show()
        for button in (self.unpair, self.key) if paired else (self.pair,):
            button.show()  # at once, so that it can have the keyboard
        if focused is not None:
            (self.unpair if paired else self.pair).setFocus(Qt.FocusReason.OtherFocusReason)

    def _unpaired_row(self) -> SettingRow:
        return SettingRow(tr("No relay"), _joined([WHAT_IT_IS]), self.pair)

    def _paired_rows(self, found: Iterable[Shop]) -> list[QWidget]:
        self._state = SettingRow(tr("Relay"), "", self.unpair)
        self._key_row = SettingRow(tr("What it can see"), "", self.key)
        for shop in found:
            door = Button(
                tr("Set up…"), size=ButtonSize.SMALL, name=tr("Set up the webhooks of {shop}", shop=shop.name)
            )
            door.clicked.connect(lambda _on=False, shop=shop: self._open_door(shop))
            self.doors[shop.id] = door
            self._shop_rows[shop.id] = SettingRow(shop.name, "", door, Badge(shop.letter, shop.name))
        return [self._state, self._key_row, *self._shop_rows.values()]

    def _tell(self, paired: Paired, found: Iterable[Shop], endpoints: list[Endpoint]) -> None:
        now = self._bridge.now
        assert self._state is not None
        assert self._key_row is not None
        state = _joined([relay_state(paired, now), *relay_traffic(paired)], now)
        self._state.say(tr("{address}. {state}", address=paired.address, state=state))
        sees = self._said_of_key or _joined([SEES, SEES_NOT, lent_words(list(found), endpoints)])
        self._key_row.say(sees)
        known = {endpoint.shop: endpoint for endpoint in endpoints}
        for shop in found:
            self._shop_rows[shop.id].say(_joined(shop_said(paired, known.get(shop.id), now), now))
            self.doors[shop.id].setText(tr("Address…") if shop.id in known else tr("Set up…"))

    # What is asked

    def _ask_to_pair(self) -> None:
        self._open(PairDialog(self.window(), self._bridge, self._lent.pair))

    def _open_door(self, shop: Shop) -> None:
        info = self._info(shop)
        assert info is not None
        assert info.hooks is not None
        self._open(DoorDialog(self.window(), self._bridge, self._lent, shop, info.hooks))
        self.read()

    def _open(self, dialog: "DoorDialog | PairDialog") -> None:
        button = self.doors.get(dialog.shop.id, self.pair) if isinstance(dialog, DoorDialog) else self.pair
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._closed(button))
        dialog.open()

    def _closed(self, button: Button) -> None:
        self.dialog = None
        self.read()
        if button.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.unpair.isVisible():
            self.unpair.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bridge.changed.emit(Changes(settings=True))

    def _ask_to_unpair(self) -> None:
        dialog = unpair_dialog(self.window())
        dialog.accepted.connect(lambda: self._unpair(unheard=False))
        dialog.open()

    def _unpair(self, *, unheard: bool) -> None:
        self.unpair.setEnabled(False)
        self._bridge.background(lambda: self._lent.unpair(unheard), lambda _done: self._left(), self._not_left)

    def _left(self) -> None:
        self.unpair.setEnabled(True)
        self._bridge.changed.emit(Changes(settings=True))
        self.read()

    def _not_left(self, error: PlimsollError) -> None:
        self.unpair.setEnabled(True)
        dialog = forget_dialog(self.window(), say(error.title))
        dialog.accepted.connect(lambda: self._unpair(unheard=True))
        dialog.open()

    def _new_key(self) -> None:
        self.key.setEnabled(False)
        made = tr("What comes from now on is sealed to a new key. The one before still opens what waits.")
        self._bridge.background(self._lent.new_key, lambda _done: self._said_key(made), self._no_key)

    def _said_key(self, words: str) -> None:
        self.key.setEnabled(True)
        self._said_of_key = words
        self.read()

    def _no_key(self, error: PlimsollError) -> None:
        self._said_key(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))

    def _info(self, shop: Shop) -> ChannelInfo | None:
        infos = self._bridge.lent.channels()
        return next((info for info in infos if info.key == shop.channel and info.hooks is not None), None)


def _joined(said: Iterable[Text], now: datetime | None = None) -> str:
    return " ".join(say(text, now=now) for text in said)

"""Getting ready to leave: asks, has everything that is shared split, and says how far that is until all shops know."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.changes import Changes
from app.store import health, offering, shops
from app.store.health import Pulse
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.ui.bridge import Bridge
from app.ui.shell.announce import speak
from app.ui.shell.gather import Gathered
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, tr, trn


def leave_dialog(window: QWidget, bridge: Bridge) -> Dialog:
    """The question. It says what happens, and which shops cannot be told."""
    text = [
        tr(
            "While Plimsoll is closed or this computer sleeps, nobody answers a sale. Everything that is shared is"
            " split first: each piece is shown in one place only, so nothing can be sold twice until you are back."
            " The next start shares again by itself."
        ),
        *_silent_words(bridge.db),
    ]
    return Dialog(
        window,
        question=tr("Get ready to leave?"),
        text=" ".join(text),
        yes=tr("Split everything"),
        no=tr("Go on sharing"),
        safe_first=True,
    )


def split_now(bridge: Bridge) -> bool:
    """Split, and tell the lanes. Was it written?"""

    def write() -> Changes:
        bridge.lent.split_before_leaving()
        told = frozenset(shop.id for shop in shops.shops(bridge.db) if shop.sends)
        return Changes(settings=True, due=told)

    return bridge.perform(write) is not None


class LeavingDialog(Dialog):
    """How many listings wait for their shop's word; once none does, Plimsoll can be closed from here."""

    def __init__(self, window: QWidget, bridge: Bridge, close: Callable[[], object]) -> None:
        super().__init__(
            window,
            question=tr("Getting ready to leave"),
            yes=tr("Close Plimsoll"),
            no=tr("Keep it open"),
            safe_first=True,
        )
        self._bridge, self._waiting = bridge, -1
        self.glyph = StatusGlyph(Glyph.OPEN, tr("Waiting"))
        self.sentence = Paragraph("", colour="text_primary")
        self.shops = Paragraph("", "small")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.shops)
        self._news = Gathered(lambda _changes: self._settle(), self)
        bridge.changed.connect(self._news.add)
        self.accepted.connect(close)
        self._settle()

    @property
    def waiting(self) -> int:
        """How many listings wait."""
        return self._waiting

    def _settle(self) -> None:
        db = self._bridge.db
        told = [(shop, health.pulse(db, shop.id)) for shop in shops.shops(db) if shop.sends]
        before, self._waiting = self._waiting, sum(pulse.waiting for _, pulse in told)
        stuck = sum(pulse.stuck for _, pulse in told)
        self.sentence.setText(_progress(self._waiting, stuck))
        self.setAccessibleDescription(self.sentence.text())
        said = [*_shop_words(told), *_silent_words(db)]
        self.shops.setText(" ".join(said))
        self.shops.setVisible(bool(said))
        self.yes.setEnabled(not self._waiting)
        if self._waiting:
            self.glyph.set_glyph(Glyph.OPEN, tr("Waiting"))
        elif before:
            self.glyph.set_glyph(Glyph.LOOK if stuck else Glyph.DONE, tr("Done"))
            speak(self, self.sentence.text(), pressing=False)


def _progress(waiting: int, stuck: int) -> str:
    if waiting:
        return trn("{n} listing still waits.", "{n} listings still wait.", waiting)
    if stuck:
        return tr("Every shop was told, but not every number was taken. Look at it in Channels before you close.")
    return tr("Everything is split. You can close Plimsoll.")


def _shop_words(told: Sequence[tuple[Shop, Pulse]]) -> Iterator[str]:
    """How many listings each shop has still to hear of, and which numbers it did not take."""
    for shop, pulse in told:
        if pulse.waiting:
            yield trn("{shop}: {n} listing.", "{shop}: {n} listings.", pulse.waiting, shop=shop.name)
        if pulse.stuck:
            yield trn(
                "{shop} did not take {n} number: it may show too much.",
                "{shop} did not take {n} numbers: they may show too much.",
                pulse.stuck,
                shop=shop.name,
            )
    silent = [shop.name for shop, pulse in told if pulse.waiting and shop.trouble is not None]
    if silent:
        yield tr("No answer yet from {shops}: Plimsoll goes on trying.", shops=all_of(silent))


def _silent_words(db: Connection) -> Iterator[str]:
    """What stays as it is: shops that are told nothing, and products that the seller wants shared whatever the risk."""
    found, chosen = shops.shops(db), offering.shared_by_choice(db)
    paused = [shop.name for shop in found if shop.mode == "paused" and not shop.by_hand]
    held = [shop.name for shop in found if shop.mode == "live" and shop.held is not None]
    if paused:
        yield trn(
            "{names} is paused: it keeps the number that it shows.",
            "{names} are paused: they keep the numbers that they show.",
            len(paused),
            names=all_of(paused),
        )
    if held:
        yield trn(
            "Sending to {names} is stopped until you decide: it keeps what it shows.",
            "Sending to {names} is stopped until you decide: they keep what they show.",
            len(held),
            names=all_of(held),
        )
    if chosen:
        yield trn(
            "{n} product stays shared, because you chose so in its offer rules.",
            "{n} products stay shared, because you chose so in their offer rules.",
            chosen,
        )

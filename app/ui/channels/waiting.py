"""What a shop has not confirmed: each number with its state in words, its age, and the way to send it again."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.text import N_, Text
from app.store import health
from app.store.health import Update
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.states import ShopFacts
from app.ui.shell.views import EDGE, announce
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import ago, clock_time, say, tr, trn

_WORDS = 4  # the last column
_STATES: dict[str, tuple[Glyph, Text]] = {
    "due": (Glyph.OPEN, N_("Waiting to be sent")),
    "in_flight": (Glyph.READY, N_("Sent, not confirmed yet")),
    "retrying": (Glyph.ON_ORDER, N_("Trying again")),
    "refused": (Glyph.LOOK, N_("Refused")),
    "gave_up": (Glyph.LOOK, N_("Given up after 24 h")),
}


def state_words(update: Update) -> str:
    """The state of an update in words."""
    return say(_STATES[update.state][1])


def what(update: Update) -> str:
    """What the shop is to show: "Spoon rest 12 cm: show 34, not 36"."""
    title, should, shows = update.title, update.should, update.shows
    if should is None:
        return title
    if shows is None or shows == should:
        return tr("{title}: show {should}", title=title, should=should)
    return tr("{title}: show {should}, not {shows}", title=title, should=should, shows=shows)


def age(update: Update, now: datetime) -> str:
    """How long it has waited: "6 min 12 s ago, 14:25:40"."""
    if update.due_at is None:
        return ""
    at = clock_time(update.due_at, seconds=True)
    return tr("{ago}, {at}", ago=ago(update.due_at, now), at=at)


class Waiting(QWidget):
    """The list of a shop's updates that wait, were refused or were given up."""

    counted = Signal(int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        fields = self._fields(lambda: bridge.now)
        self._model = Sheet(fields, key=lambda row: row.listing, said=self._said)
        self.table = SheetTable(tr("Waiting to be confirmed"), self._model, fields)
        self.words = Paragraph()
        self.again = Button(tr("Send again"), size=ButtonSize.SMALL)
        self.again.clicked.connect(lambda _checked=False: self.send_again())
        self.table.opened.connect(lambda _index: self.send_again())
        self.table.chosen.connect(self._settle)
        bar = QHBoxLayout()
        bar.setContentsMargins(EDGE, 10, EDGE, 10)
        bar.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_shop(self, facts: ShopFacts) -> None:
        """Read what waits at this shop."""
        self._facts = facts
        rows = (
            [] if facts.shop.mode == "looking" else health.updates(self._bridge.db, facts.shop.id, now=self._bridge.now)
        )
        self.table.show_rows(rows)
        self.table.setColumnHidden(_WORDS, not any(update.words for update in rows))  # room for what is sent
        self.words.setText(self._sentence(facts, len(rows)))
        self.table.setVisible(bool(rows))
        self._settle()

    def tick(self) -> None:
        """Time has passed."""
        self._model.redraw()

    def send_again(self) -> None:
        """Send what is selected once more."""
        chosen, facts = self.table.selected(), self._facts
        if not chosen or facts is None or not self.again.isEnabled():
            return
        listings = [update.listing for update in chosen]
        done = self._bridge.perform(acts.send_again, self._bridge.db, facts.shop.id, listings, now=self._bridge.now)
        if done is not None:
            announce(self, trn("{n} update is sent again", "{n} updates are sent again", len(listings)))

    def _settle(self) -> None:
        live = self._facts is not None and self._facts.shop.sends
        self.again.setVisible(bool(self._model.rows))
        self.again.setEnabled(live and bool(self.table.selected_rows()))

    def _sentence(self, facts: ShopFacts, rows: int) -> str:
        shop = facts.shop
        if shop.mode == "looking":
            return tr("Looking only: nothing is sent to {shop}.", shop=shop.name)
        if shop.mode == "paused":
            return tr("Paused: these are sent once you resume.") if rows else tr("Paused. Nothing is waiting.")
        if shop.held is not None:
            return tr("Stopped: these are sent once you have decided.")
        if not rows:
            return tr("{shop} has confirmed everything.", shop=shop.name)
        return tr("Only the newest number of each product is sent.")

    def _said(self, update: Update) -> str:
        return tr(
            "{what}. {state}, {age}. {words}",
            what=what(update),
            state=state_words(update),
            age=age(update, self._bridge.now),
            words=update.words,
        )

    def _fields(self, now: Callable[[], datetime]) -> list[Field[Update]]:
        return [
            Field(
                head=tr("State"),
                words=state_words,
                glyph=lambda update: _STATES[update.state][0],
                column=Column(196, StatusDelegate),
            ),
            Field(head=tr("SKU"), words=lambda update: update.sku, column=Column(120, SkuDelegate)),
            Field(head=tr("Update"), words=what, column=Column(260, CellDelegate, stretch=True)),
            Field(
                head=tr("Waiting since"),
                words=lambda update: age(update, now()),
                look=lambda _update: Look(colour="text_secondary"),
                column=Column(172, CellDelegate),
            ),
            Field(
                head=tr("What the channel says"),
                words=lambda update: update.words,
                look=lambda _update: Look(colour="text_secondary"),
                column=Column(220, CellDelegate),
            ),
        ]

"""The status bar: always first whether anything is sent, then when the ledger and its backup were last written."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from app.ui.shell.facts import Facts
from app.ui.shell.sending import State, sending
from app.ui.theme import follow
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import clock_time, say, tr, when

SLOW_MS = 250  # what is read sooner is not worth a word that flickers
_GLYPHS = {
    State.STOPPED: Glyph.OVERSOLD,
    State.LIVE: Glyph.LIVE,
    State.OFFLINE: Glyph.LOOK,
    State.SILENT: Glyph.LOOK,
    State.SIGNED_OUT: Glyph.LOOK,
    State.HELD: Glyph.LOOK,
}


class StatusBar(QStatusBar):
    """26 px at the bottom of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName(tr("Status"))
        self._glyph = StatusGlyph(Glyph.OPEN, tr("Sending"))
        self._state = ElidedLabel("", "small", colour="text_secondary")
        self._reading = Label("", "small", colour="text_secondary")
        self._reading.hide()
        self._readings = 0
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._say_reading)
        self._clock = Label("", "small", colour="text_secondary", tabular=True)
        self._clock.setContentsMargins(12, 0, 0, 0)
        self._clock.hide()
        self._saved = Label("", "small", colour="text_secondary", tabular=True)
        self._backup = Label("", "small", colour="text_secondary", tabular=True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(7)
        self._saved.setContentsMargins(12, 0, 0, 0)
        self._backup.setContentsMargins(12, 0, 0, 0)
        row.addWidget(self._glyph)
        row.addWidget(self._state, 1)
        row.addWidget(self._reading)
        row.addWidget(self._clock)
        row.addWidget(self._saved)
        row.addWidget(self._backup)
        self.addWidget(line, 1)
        self._theme = follow(self._dress)
        self._dress()

    def show_clock(self, words: str, *, pressing: bool) -> None:
        """The contact clock that ends first; "" while none runs."""
        self._clock.setText(words)
        self._clock.set_colour("danger" if pressing else "text_secondary")
        self._clock.setVisible(bool(words))

    def show_reading(self, begins: bool) -> None:  # noqa: FBT001 - a slot
        """A list is read, and the old rows stay meanwhile: said where that takes long."""
        self._readings += 1 if begins else -1
        if self._readings == 0:
            self._slow.stop()
            self._reading.hide()
        elif not self._slow.isActive() and self._reading.isHidden():
            self._slow.start()

    def _say_reading(self) -> None:
        self._reading.setText(tr("Updating…"))
        self._reading.show()

    def reading_words(self) -> str:
        """What it says of a list that is read."""
        return "" if self._reading.isHidden() else self._reading.text()

    def clock_words(self) -> str:
        """The contact clock as it is written."""
        return self._clock.text()

    def state_words(self) -> str:
        """The sending state as it is written."""
        return self._state.text()

    def saved_words(self) -> str:
        """When the ledger was written, as it is written."""
        return self._saved.text()

    def backup_words(self) -> str:
        """When the newest backup was made, as it is written."""
        return self._backup.text()

    def show_facts(self, facts: Facts, now: datetime) -> None:
        """Everything anew."""
        found = sending(facts)
        words = say(found.words, now=now)
        if facts.promotion:
            words = tr("{state}. Promotion mode is on", state=words)
        glyph = _GLYPHS.get(found.state, Glyph.OPEN)
        self._glyph.set_glyph(glyph, words)
        self._state.setText(words)
        self._state.setAccessibleName(words)
        for label, said in ((self._saved, saved(facts, now)), (self._backup, backup(facts, now))):
            label.setText(said)
            label.setVisible(bool(said))

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("statusbar"))


def saved(facts: Facts, now: datetime) -> str:
    """ "Ledger saved 14:31:52", with the day where it was another."""
    if facts.saved_at is None:
        return "" if facts.connected else tr("Nothing is sent")
    today = facts.saved_at.astimezone().date() == now.astimezone().date()
    at = clock_time(facts.saved_at, seconds=True) if today else when(facts.saved_at, now)
    return tr("Ledger saved {time}", time=at)


def backup(facts: Facts, now: datetime) -> str:
    """ "Backup 13:00, on this computer"; empty while there is none."""
    if facts.backup_at is None:
        return ""
    return tr("Backup {time}, on this computer", time=when(facts.backup_at, now))

"""Contact clocks and follow-ups, said wherever the seller is: in the status bar, aloud, and on the desktop."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from app.core.changes import Changes
from app.core.contact import Clock, rung
from app.store import watched
from app.ui.bridge import Bridge
from app.ui.shell.desktop import Desktop
from app.ui.words import duration, tr, trn

LAST_HOUR = timedelta(hours=1)
READ_EVERY = timedelta(seconds=20)  # what has to be read for it; clocks are only compared


def clock_words(incident: int, clock: Clock, now: datetime) -> str:
    """ "Incident 7: 2 people still wait for your message, 31 min left"."""
    who = trn("{n} person still waits for your message", "{n} people still wait for your message", clock.waiting)
    left = clock.left(now)
    words = tr("{time} left", time=duration(left, coarse=True))
    if timedelta(minutes=-1) < left <= timedelta():
        words = tr("the two hours are over")
    elif left <= timedelta():
        words = tr("{time} late", time=duration(-left, coarse=True))
    return tr("Incident {number}: {who}, {left}", number=str(incident), who=who, left=words)


class Pressing(QObject):
    """`announce` says something aloud, `show` puts the most pressing clock into the status bar ("" for none), and
    `open_incident` is called when the seller presses a notice.
    """

    def __init__(
        self,
        bridge: Bridge,
        parent: QObject,
        *,
        announce: Callable[..., None],
        show: Callable[..., None],
        open_incident: Callable[[int], None],
        desktop: Desktop | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._announce, self._show, self._open = bridge, announce, show, open_incident
        self.desktop = desktop or Desktop(self)
        self._looked_at = bridge.now
        self._read_at = bridge.now - READ_EVERY
        self._clocks: dict[int, Clock] = {}
        self._due = watched.to_follow_up(bridge.db, now=bridge.now)  # what was due before is no news
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Somebody was written to, or something more is short."""
        if changes.incidents or changes.orders or changes.skus:
            self._read()

    def tick(self) -> None:
        """Some time went by: say what fell due since."""
        since, now = self._looked_at, self._bridge.now
        self._looked_at = now
        for incident, clock in self._clocks.items():
            if rung(clock, since, now) is not None:
                self._say(clock_words(incident, clock, now), incident)
        if now - self._read_at >= READ_EVERY:
            self._read_at = now
            self._follow_up(now)
        self._show_first(now)

    def _read(self) -> None:
        now = self._bridge.now
        self._clocks = watched.clocks(self._bridge.db, now=now)
        self._show_first(now)

    def _show_first(self, now: datetime) -> None:
        """The clock with the least time left."""
        first = min(self._clocks.items(), key=lambda pair: pair[1].found_at, default=None)
        if first is None:
            self._show("", pressing=False)
        else:
            self._show(clock_words(*first, now), pressing=first[1].left(now) < LAST_HOUR)

    def _follow_up(self, now: datetime) -> None:
        """A "by when" that passed, or a promise that slipped, is said once."""
        before, self._due = self._due, watched.to_follow_up(self._bridge.db, now=now)
        for incident, count in self._due.items():
            if count > before.get(incident, 0):
                words = trn(
                    "Incident {number}: {n} promise is due to be kept.",
                    "Incident {number}: {n} promises are due to be kept.",
                    count,
                    number=str(incident),
                )
                self._say(words, incident)

    def _say(self, words: str, incident: int | None) -> None:
        self._announce(words, pressing=True)
        self.desktop.say(words, (lambda: self._open(incident)) if incident is not None else None)

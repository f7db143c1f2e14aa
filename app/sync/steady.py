"""Since when a lane works as it should: what began before measures a sleep or an outage, not how quick its shop is."""

from datetime import datetime, timedelta

from app.core.waking import LONG_S

LASTING = timedelta(minutes=5)  # a shop that fails for less is a slow one; more is added to its lags while it lasts
DATED_BEFORE = timedelta(seconds=30)  # what a call brought is dated from its beginning: none waits longer for a word


class Steady:
    """Told at each of a lane's steps what kept it from its work. Whoever measures leaves out what began before.

    A shop that asks to be left alone for a moment keeps nobody from anything: that wait is part of what a sale waits
    for, and so is a queue.
    """

    def __init__(self, now: datetime) -> None:
        self._told_at = now
        self.listens_since = now
        self.sends_since = now

    def tell(self, now: datetime, *, woke: bool = False, trouble_since: datetime | None = None) -> None:
        """The lane does something. Where nobody was here for a while, or the shop was long out of reach, all is new."""
        slept = woke or now - self._told_at > timedelta(seconds=LONG_S)
        if slept or (trouble_since is not None and now - trouble_since > LASTING):
            self.listens_since = self.sends_since = now
        self._told_at = now

    def may_not_send(self, now: datetime) -> None:
        """Sending is not allowed, or not yet: what waits does not wait for the shop."""
        self.sends_since = now

    def nothing_waits(self, now: datetime) -> None:
        """What turns up later, and says that it was due long before, was kept by something else than the shop."""
        self.sends_since = max(self.sends_since, now - DATED_BEFORE)

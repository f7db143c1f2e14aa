"""One shop's mark: read before anything is sent there and every few minutes after, and renewed while we send.

Where the shop keeps none, or does not let us, everything goes on as without it, and the call log says what it answered.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from app.channels.base import Channel, KeepsMark
from app.core.changes import Changes
from app.core.marks import LOOK_EVERY, Deed, Mark, judge
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut
from app.store import another
from app.store.database import transaction
from app.store.shops import Shop
from app.sync.desk import Desk

AFTER_REFUSAL = timedelta(hours=24)
OVERTAKEN = timedelta(seconds=10)
TRIES = 3  # a shop that answers everything but this is not given up for it


def give_up(channel: Channel, me: str, now: datetime) -> None:
    """We send there no more: nobody is to wait for our mark to grow old. Raises a `ChannelError`."""
    found = channel.mark() if isinstance(channel, KeepsMark) else None
    if isinstance(channel, KeepsMark) and found is not None and found.who == me:
        channel.put_mark(Mark(who="", at=now - channel.behind()), over=found)


class KeepMark:
    """The mark of one shop. `work` looks at it, or does nothing when that is not due."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._channel = desk.channel if isinstance(desk.channel, KeepsMark) else None
        self._looked_at: datetime | None = None  # None: not since the start
        self._wait = LOOK_EVERY  # from then on
        self._asked = (False, False)  # do we send there, and did the seller say that we do?
        self._failed = 0

    def work(self, shop: Shop, now: datetime, *, sends: bool) -> bool:
        """One look, if it is due; True where something was done. `sends`: stock would be sent there now."""
        if self._channel is None:
            return False
        asked = (sends, sends and shop.takes_over)
        if asked == self._asked and not self._due(now):
            return False
        self._asked, self._looked_at, self._wait = asked, now, LOOK_EVERY
        try:
            self._look(self._channel, shop, now, sends=sends)
        except (ChannelRefused, ChannelSignedOut) as error:
            # Its numbers are sent all the same. Should the sign-in really have ended, the next call says so.
            self._wait = AFTER_REFUSAL
            self._log(error, now)
            return True
        except ChannelError:
            self._failed += 1
            self._wait = timedelta(0) if self._failed < TRIES else LOOK_EVERY
            raise
        self._failed = 0
        return True

    def _log(self, error: ChannelError, now: datetime) -> None:
        """What was refused inside an answer that came well is one line of the call log, too."""
        calls = self._desk.calls
        if calls and calls[-1].outcome == "ok":
            last = replace(calls[-1], at=now, outcome="refused", words=error.words or str(error.title), milliseconds=0)
            calls.append(last)

    def _due(self, now: datetime) -> bool:
        """Is it time? A clock that was set back is no reason to wait for longer."""
        return self._looked_at is None or not timedelta(0) <= now - self._looked_at < self._wait

    def _look(self, channel: KeepsMark, shop: Shop, now: datetime, *, sends: bool) -> None:
        me, found = self._desk.installation, channel.mark()
        there = now - self._desk.channel.behind()
        mode = "live" if sends else "paused" if shop.mode == "live" else shop.mode
        match judge(found, me, mode, takes=shop.takes_over, now=there):
            case Deed.ANOTHER:
                self._another(shop, now, sends=sends)
            case Deed.WRITE:
                self._put(channel, shop, Mark(who=me, at=there), found, now)
            case Deed.GIVE_UP:
                self._put(channel, shop, Mark(who="", at=there), found, now)
            case Deed.NOTHING:
                self._nobody(shop, now, ours=sends)

    def _put(self, channel: KeepsMark, shop: Shop, mark: Mark, over: Mark | None, now: datetime) -> None:
        if channel.put_mark(mark, over=over):
            self._nobody(shop, now, ours=bool(mark.who))
        else:
            self._wait = OVERTAKEN  # somebody put theirs there in this moment

    def _another(self, shop: Shop, now: datetime, *, sends: bool) -> None:
        desk = self._desk
        with transaction(desk.db, lasting=True):
            if sends:
                another.stop(desk.db, shop, now=now)
            news = sends or another.seen(desk.db, shop)
            desk.write_calls()
        if sends:
            desk.heard.forget(shop.id)  # nobody waits for it before raising elsewhere
        self._tell(shop, news=news)

    def _nobody(self, shop: Shop, now: datetime, *, ours: bool) -> None:
        desk = self._desk
        with transaction(desk.db):
            news = another.nobody(desk.db, shop, ours=ours, now=now)
            desk.write_calls()
        self._tell(shop, news=news)

    def _tell(self, shop: Shop, *, news: bool) -> None:
        if news:
            self._desk.tell(Changes(shops=frozenset({shop.id}), settings=True))

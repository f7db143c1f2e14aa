"""A lane that notices that the computer slept, or that somebody set its clock: it listens anew before it sends."""

from datetime import datetime, timedelta

from app.core.waking import Jump, jump
from app.store import absence, clock_set, compares, leaving, looks
from app.store.database import transaction
from app.store.leaving import READ_ALL_AFTER, Way
from app.store.shops import Shop
from app.sync.backoff import Backoff
from app.sync.desk import Desk, seconds
from app.sync.pull import Pull


class Waking:
    """Asked before each of a lane's steps."""

    def __init__(self, desk: Desk, pull: Pull, backoff: Backoff) -> None:
        self._desk, self._pull, self._backoff = desk, pull, backoff
        self._seen: tuple[datetime, float] | None = None

    def look(self, shop: Shop, now: datetime) -> Jump | None:
        """What happened since the last step, if anything; the lane's waits are set right."""
        if self._desk.ticks is None:
            return None
        ticks = self._desk.ticks()
        before, self._seen = self._seen, (now, ticks)
        if before is None:
            return None
        found = jump((now - before[0]).total_seconds(), ticks - before[1])
        if found is None:
            return None
        if found.back_s:
            self._set_back(shop, timedelta(seconds=found.back_s), now)
        else:
            self._woke(shop, found, now)
        return found

    def _set_back(self, shop: Shop, by: timedelta, now: datetime) -> None:
        with transaction(self._desk.db):
            clock_set.set_back(self._desk.db, shop.id, by, now=now)
        self._backoff.put_off(-by)
        self._pull.start_over()

    def _woke(self, shop: Shop, gap: Jump, now: datetime) -> None:
        """Nobody listened: what was waited for is asked at once, and nothing is sent before it was answered."""
        desk = self._desk
        first = desk.heard.start_over(now)
        self._backoff.succeeded()
        self._pull.start_over()
        with transaction(desk.db):
            if desk.channel.info.settle_s:
                clock_set.settle_later(desk.db, shop.id, seconds(2 * desk.channel.info.settle_s), now=now)
            if seconds(gap.gap_s) > READ_ALL_AFTER and shop.mode == "live":
                looks.look_at_all(desk.db, shop.id, now=now, why=compares.ASKED)
            if first:
                came_back(desk, now)


def came_back(desk: Desk, now: datetime) -> None:
    """Inside a transaction: the first lane to wake says how long nobody was here, and takes back what was prepared."""
    leave = leaving.in_force(desk.db)
    over = leave is not None and (leave.way is not Way.EVENING or leave.until is None or now >= leave.until)
    left = over and bool(leaving.come_back(desk.db, now=now)) and bool(leaving.told_at(desk.db, now))
    absence.begin(desk.db, now=now, left=left)

"""Leaving safely, seen from the program: each call on a connection of its own, from whatever thread.

What is at risk, what is done and what counts as confirmed is in `core.away` and `store.leaving`.
"""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.core.away import FOREVER, Away, reckoned
from app.core.hours import next_start
from app.store import absence, leaving, settings, shops
from app.store.database import connection, transaction
from app.store.leaving import Outlook, Way
from app.store.sqlite import Connection

LOOK_S = 0.1  # how often it is seen whether all shops have confirmed
SPARE_S = 0.5  # of what the system grants: for going to sleep


class Leaving:
    """Of one inventory. `wake` lets the lanes of some shops, or all (None), look at once."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime],
        wake: Callable[[frozenset[int] | None], None],
        installation: str = "",
    ) -> None:
        self._path, self._clock, self._wake, self._installation = path, clock, wake, installation

    def outlook(self, *, known: bool = True) -> Outlook:
        """What may be sold twice until the usual return; `known` False: nobody knows when that is."""
        now = self._clock()
        with closing(connection(self._path)) as db:
            until, seconds = self._until(db, now) if known else (None, FOREVER)
            return leaving.outlook(db, until=until, seconds=seconds, now=now)

    def _until(self, db: Connection, now: datetime) -> tuple[datetime | None, float]:
        hours = leaving.wishes(db, now=now).hours
        if hours is None:
            return None, FOREVER
        until = next_start(hours, now)
        return until, reckoned((until - now).total_seconds())

    def prepare(self, away: Away, way: str, until: datetime | None) -> None:
        """Do it, the riskiest first, and let the lanes tell the shops meanwhile."""
        with closing(connection(self._path)) as db:
            for due in leaving.prepare(db, away, way=Way(way), until=until, now=self._clock()):
                self._wake(due)

    def take_back(self) -> None:
        """The seller stays: share again."""
        with closing(connection(self._path)) as db, transaction(db):
            leaving.take_back(db, now=self._clock())
        self._wake(None)

    def start(self) -> None:
        """Before any lane runs: the seller is back. What was prepared is taken back; read all, then write."""
        now = self._clock()
        with closing(connection(self._path)) as db, transaction(db):
            if leaving.come_back(db, now=now) and leaving.told_at(db, now):
                absence.begin(db, now=now, left=True)
            leaving.read_all(db, silent_since=absence.silent_since(db), now=now)

    def unasked(self, way: str, within_s: float) -> int | None:
        """The system is about to sleep or to shut down: where the seller has agreed to that, prepare, and wait until
        all shops have confirmed or the time is up. How many numbers are not confirmed; None where nothing is done.
        """
        until_ticks = time.monotonic() + within_s - SPARE_S
        now = self._clock()
        with closing(connection(self._path)) as db:
            wanted = leaving.wishes(db, now=now)
            if not wanted.alone or not self._sends(db):
                return None
            until, seconds = self._until(db, now)
            if leaving.in_force(db) is None:
                away = replace(wanted.away, seconds=seconds)
                for due in leaving.prepare(db, away, way=Way(way), until=until, now=now):
                    self._wake(due)
            waits = threading.Event()
            while True:
                counted = leaving.count_unconfirmed(db, since=now)
                if not leaving.on_the_way(counted) or time.monotonic() >= until_ticks:
                    return sum(sum(found.values()) for found in counted.values())
                waits.wait(LOOK_S)

    def wants(self) -> bool:
        """Is the system to wait for us before it sleeps or shuts down?"""
        with closing(connection(self._path)) as db:
            return bool(settings.get(db, settings.LEAVE_ALONE)) and self._sends(db)

    def _sends(self, db: Connection) -> bool:
        sender = settings.fact(db, settings.SENDER)
        return sender in (None, self._installation) and any(shop.sends for shop in shops.shops(db))

    def back(self) -> None:
        """The system is awake again. Lanes notice that by themselves, but for a sleep too short to be one."""
        with closing(connection(self._path)) as db:
            leave = leaving.in_force(db)
            if leave is not None and leave.way in (Way.SLEEP, Way.SHUTDOWN):
                with transaction(db):
                    leaving.come_back(db, now=self._clock())
        self._wake(None)

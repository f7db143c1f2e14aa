"""All lanes together: one thread per connected shop and one for housekeeping; who wakes whom; start and clean stop."""

import random
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.channels.base import Channel, Log
from app.core.changes import Changes
from app.core.channel import Call, Doorbell
from app.core.hooks import Doorway
from app.errors import InventoryDamaged, PlimsollError
from app.store import absence, inbox, relay, settings, shops
from app.store.database import connection, lane_connection, transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.sync.backing_up import BackingUp
from app.sync.desk import Desk, Heard
from app.sync.housekeeping import Housekeeping
from app.sync.lane import ShopLane
from app.sync.relay import RelayDesk, RelayLane
from app.sync.threads import LaneThread, Stepper, at_once

PARKED_S = 30.0


OpenNotices = Callable[[Connection, Callable[[], None]], Stepper]
OpenRelay = Callable[[Connection, Callable[[Changes], None], Callable[[frozenset[int]], None]], RelayDesk]


@dataclass(frozen=True, slots=True)
class Outlets:
    """Whom the engine tells: of changes, of a bug that stopped it, and of what a check found wrong."""

    changed: Callable[[Changes], None]
    crashed: Callable[[Exception], None]
    trouble: Callable[[PlimsollError], None]


class Engine:
    """The background sync of one inventory file. All methods may be called from any thread."""

    def __init__(
        self,
        path: Path,
        *,
        installation: str,
        clock: Callable[[], datetime],
        open_channel: Callable[[Shop, Log], Channel],
        outlets: Outlets,
        backups: Path | None = None,
        second: Callable[[], Path | None] = lambda: None,
        open_relay: OpenRelay | None = None,
        doorway: Callable[[int], Doorway | None] = lambda _shop: None,
        open_notices: OpenNotices | None = None,
    ) -> None:
        self._path = path
        self._installation = installation
        self._clock = clock
        self._open_channel = open_channel
        self._outlets = outlets
        self._backups, self._second = backups, second
        self._open_relay = open_relay
        self._doorway = doorway
        self._open_notices = open_notices
        self._notices: LaneThread | None = None
        self._relay: LaneThread | None = None
        self._relay_lane: RelayLane | None = None
        self._heard = Heard()
        self._lanes: dict[int, LaneThread] = {}
        self._house: LaneThread | None = None
        self._backing_up: LaneThread | None = None
        self._door = threading.Lock()
        self._gate = threading.Lock()  # who writes on one of the engine's connections
        self._db: Connection | None = None
        self._stopped = False

    def start(self) -> None:
        """Start housekeeping and one lane per connected shop."""
        with self._door:
            self._db = connection(self._path)
            self._db.gate = self._gate
            found = [shop for shop in shops.shops(self._db) if not shop.by_hand]
            with transaction(self._db):
                absence.begin(self._db, now=self._clock())
        self._house = LaneThread("housekeeping", self._housekeeping, self._crashed)
        self._house.start()
        if self._backups is not None:
            self._backing_up = LaneThread("backups", self._backups_stepper, self._crashed)
            self._backing_up.start()
        for shop in found:
            if shop.mode == "live":  # before any lane runs: nothing is raised until all these have been heard
                self._heard.expect(shop.id)
        for shop in found:
            self.start_lane(shop.id)
        self.start_relay()
        if self._open_notices is not None:
            self._notices = LaneThread("notices", self._notice_stepper, self._crashed)
            self._notices.start()

    def wake_notices(self) -> None:
        """Something is to be sent to the seller's own places."""
        if self._notices is not None:
            self._notices.wake()

    def _notice_stepper(self) -> Stepper:
        assert self._open_notices is not None
        db = lane_connection(self._path, self._gate)
        return self._open_notices(db, lambda: self._outlets.changed(Changes(alerts=True)))

    def start_relay(self) -> None:
        """Start, or start anew, to fetch from the relay, where one is paired."""
        self.stop_relay()
        if not self._stopped and self._open_relay is not None:
            self._relay = LaneThread("relay", self._relay_stepper, self._crashed)
            self._relay.start()

    def stop_relay(self) -> None:
        """End fetching. A parked poll ends at once."""
        thread, self._relay = self._relay, None
        if thread is not None:
            self._end_relay(thread)
            thread.join()

    def _end_relay(self, thread: LaneThread) -> None:
        thread.ask_to_stop()  # first: a lane that is only now being made sees it before its first step
        lane = self._relay_lane
        if lane is not None:
            lane.interrupt()

    def _relay_stepper(self) -> Stepper:
        assert self._open_relay is not None
        db = connection(self._path)
        db.gate = self._gate
        try:
            if relay.paired(db) is None or settings.fact(db, settings.SENDER) not in (None, self._installation):
                return Parked(db)  # a copy that only looks would take the messages from the computer that sends
            self._relay_lane = RelayLane(self._open_relay(db, self._outlets.changed, self.wake))
        except PlimsollError as error:
            with transaction(db):
                relay.troubled(db, "unpaired", str(error.title), now=self._clock())
            self._outlets.changed(Changes(settings=True))
            return Parked(db)
        except BaseException:
            db.close()
            raise
        return self._relay_lane

    def start_lane(self, shop: int) -> None:
        """Start, or start anew, the lane of one shop: it was connected, or its key changed."""
        self.stop_lane(shop)
        if not self._stopped:
            self._lanes[shop] = LaneThread(str(shop), lambda: self._lane(shop), self._crashed)
            self._lanes[shop].start()

    def stop_lane(self, shop: int) -> None:
        """End one shop's lane."""
        lane = self._lanes.pop(shop, None)
        if lane:
            lane.ask_to_stop()
            lane.join()

    def ring(self, shop: int, bells: Sequence[Doorbell]) -> None:
        """Something happened at a shop: keep the hints, then wake its lane."""
        with self._door:
            if self._db is None:
                return
            with transaction(self._db):
                inbox.ring(self._db, shop, bells, now=self._clock())
        self.wake([shop])

    def wake(self, numbers: Sequence[int] | frozenset[int] | None = None) -> None:
        """Let these lanes, or all, look at once what is due. A place without a lane is kept by the house."""
        for shop, lane in list(self._lanes.items()):
            if numbers is None or shop in numbers:
                lane.wake()
        if numbers is None:
            self.wake_notices()
        if self._house and (numbers is None or not set(numbers) <= set(self._lanes)):
            self._house.wake()

    def mode_changed(self, shop: int, mode: str) -> None:
        """The seller let a shop go live, or stopped it: raising elsewhere waits for live shops only."""
        if mode == "live":
            self._heard.expect(shop)
        else:
            self._heard.forget(shop)
        self.wake()

    def stop(self) -> bool:
        """End everything; each lane finishes the unit it is in. False: one did not end in time."""
        self._stopped = True
        others = (self._house, self._relay, self._backing_up, self._notices)
        lanes = [lane for lane in (*self._lanes.values(), *others) if lane]
        for lane in lanes:
            lane.ask_to_stop()
        if self._relay is not None:
            self._end_relay(self._relay)
        ended = [lane.join() for lane in lanes]
        with self._door:
            if self._db is not None:
                self._db.close()
                self._db = None
        return all(ended)

    def _tell(self, changes: Changes) -> None:
        self.wake(changes.due)
        if changes.alerts:
            self.wake_notices()
        self._outlets.changed(changes)

    def _crashed(self, error: Exception) -> None:
        """A bug: never a silent half-sync. Everything stops sending, and the window says so."""
        self._halt()
        self._outlets.crashed(error)

    def _halt(self) -> None:
        self._stopped = True
        for lane in list(self._lanes.values()):
            lane.ask_to_stop()
        if self._relay is not None:
            self._end_relay(self._relay)
        if self._notices is not None:
            self._notices.ask_to_stop()

    def _lane(self, number: int) -> Stepper:
        db = lane_connection(self._path, self._gate)
        shop = shops.shop(db, number)
        calls: list[Call] = []
        try:
            if shop is None:
                return Parked(db)
            channel = self._open_channel(shop, calls.append)
        except PlimsollError as error:
            with transaction(db):
                shops.troubled(db, number, kind="signed_out", words=str(error), now=self._clock())
            self._outlets.changed(Changes(shops=frozenset({number})))
            return Parked(db)
        except BaseException:
            db.close()
            raise
        desk = Desk(
            db=db,
            channel=channel,
            shop_id=number,
            clock=self._clock,
            tell=self._tell,
            heard=self._heard,
            installation=self._installation,
            new_key=lambda: str(uuid.uuid4()),
            rng=random.Random(),  # noqa: S311 - jitter
            calls=calls,
            ticks=time.monotonic,
            doorway=self._doorway,
            at_once=at_once,
        )
        return ShopLane(desk)

    def _housekeeping(self) -> Stepper:
        db = lane_connection(self._path, self._gate)
        return Housekeeping(db, self._clock, self._tell, self._outlets.trouble, self._installation)

    def _backups_stepper(self) -> Stepper:
        assert self._backups is not None
        return BackingUp(
            connection(self._path),
            self._path,
            self._backups,
            second=self._second,
            clock=self._clock,
            trouble=self._trouble,
        )

    def _trouble(self, error: PlimsollError) -> None:
        """Where the inventory itself is damaged, nothing is sent by what it says."""
        if isinstance(error, InventoryDamaged):
            self._halt()
        self._outlets.trouble(error)


class Parked:
    """A shop whose key cannot be opened: nothing to do until the seller connects it again."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def step(self) -> float:
        """Nothing is due."""
        return PARKED_S

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

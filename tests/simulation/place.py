"""Where a simulated world is: shops that exist only here, a virtual clock, a file on a disk, and real lanes.

Every HTTP call may fail before or after it took effect, and the program may be killed at any of them or between two
transactions: it then goes on from what a disk would hold.
"""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app.channels import CHANNELS
from app.channels.shopify.channel import Shopify
from app.core.changes import Changes
from app.core.channel import Call, Doorbell, ShopAccess
from app.errors import PlimsollError
from app.simulator.faults import Fault
from app.store import database, inbox, settings, shops
from app.store.database import transaction
from app.sync.desk import Desk, Heard
from app.sync.housekeeping import Housekeeping
from app.sync.lane import ShopLane
from tests.simulation.disk import Disk
from tests.simulation.kinds import Simulated, kind_of, shops_of
from tests.simulation.people import SKUS, People
from tests.simulation.relayed import Relayed
from tests.simulation.truth import Truth

BEGIN = datetime.fromisoformat("2026-05-14T08:00:00+00:00")
INSTALLATION = "simulation"
POWER_CUT = 0.005
ANSWER_LOST = 0.3  # of a call that changes something: what nobody knows of is what a bound is for


class PowerCut(BaseException):
    """The program is killed here."""


class Place:
    """The shops, the file and the program of one seed. `counts` says what happened, for the report."""

    etsy_too = relayed = True

    def __init__(self, seed: int, folder: Path, *, races: bool = False) -> None:
        self.seed = seed
        self.rng = random.Random(seed)
        self.began = self.now = BEGIN
        self.disk = Disk(folder / f"world-{seed}.db")
        self.counts: Counter[str] = Counter()
        self.open_orders: list[tuple[int, str]] = []
        self.cuts_on = False
        self.keys = self._rung = 0
        self.slept = timedelta(0)
        self.not_before: dict[int, datetime] = {}  # what shops asked for; a program that is started anew has forgotten
        self.late_hands = 0  # so many more writes find everything moved while they are under way
        self.edited: set[tuple[int, str]] = set()
        self.people, self.truth = People(self), Truth(self)
        self.sims: dict[int, Simulated] = {}
        self.lanes: dict[int, ShopLane] = {}
        self.secrets: dict[int, dict[str, str]] = {}  # what each shop's connector had kept: on the disk when it returns
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(database, "_lasting", lambda db: self.disk.lasting())
        if seed % 4 in (1, 2):  # there are few products here: let some share a key
            self.patch.setattr(Shopify, "info", replace(Shopify.info, write_keys=2))
        self.db = self.disk.open()
        with transaction(self.db):
            settings.put_fact(self.db, settings.SENDER, INSTALLATION)
        for sim in shops_of(seed, self.clock, races=races, etsy_too=self.etsy_too):
            self._connect(sim)
        relayed = self.relayed and seed % 4 == 1
        self.relay = Relayed(self, folder / f"relay-{seed}") if relayed else None
        self.boot()

    def clock(self) -> datetime:
        return self.now

    # ------------------------------------------------------------------------------------------- set-up

    def _connect(self, sim: Simulated) -> None:
        for sku in SKUS:
            sim.add_product(sku, self.rng.choice((2, 5, 12, 40, 80)))
        kind = kind_of(sim)
        with transaction(self.db):
            number = shops.add(
                self.db,
                channel=kind.key,
                name=f"{kind.key} {len(self.sims)}",
                letter=kind.key[0],
                options=kind.options(sim),
                now=self.now,
            )
        self.sims[number] = sim
        self.secrets[number] = dict(kind.access(sim, number).secrets)
        sim.bells.append(lambda topic, ref, shop=number: self._ring(shop, topic, ref))

    def _ring(self, shop: int, topic: str, ref: str) -> None:
        if self.relay is not None:
            self.relay.event(shop, topic, ref)
            return
        bell = Doorbell(
            kind="order" if topic.startswith("order") else "stock",
            ref=ref,
            key=f"{topic}/{ref}/{self.now.isoformat()}",
            source="webhook",
        )
        before = self.db.total_changes
        with suppress(PowerCut), transaction(self.db):
            inbox.ring(self.db, shop, [bell], now=self.now)
        self._rung += self.db.total_changes - before
        self.counts["doorbells"] += 1

    def written(self) -> int:
        """Rows changed through this connection, but for doorbells, of which no number hangs."""
        return self.db.total_changes - self._rung

    def _access(self, shop: int) -> ShopAccess:
        sim = self.sims[shop]
        return replace(kind_of(sim).access(sim, shop), secrets=dict(self.secrets[shop]))

    def boot(self) -> None:
        """The program starts: new connections, new lanes, the same file."""
        self.not_before.clear()
        self.heard = Heard()
        for shop in self.sims:
            row = shops.shop(self.db, shop)
            if row and row.mode == "live":
                self.heard.expect(shop)
        self.lanes = {shop: self._lane(shop) for shop in self.sims}
        if self.relay is not None:
            self.relay.boot()
        self.house = Housekeeping(self.disk.lazy(), self.clock, self._tell, self._trouble)
        self.house_due = self.now

    def leave(self) -> None:
        """The program ends, in whichever way."""
        for lane in self.lanes.values():
            lane._desk.channel.close()
            lane._desk.db.close()
        if self.relay is not None:
            self.relay.stop()
        self.house.close()

    def _trouble(self, error: PlimsollError) -> None:
        raise AssertionError(str(error))

    def _keep_house(self) -> None:
        if self.now >= self.house_due:
            self.house_due = self.now + timedelta(seconds=self.house.step())

    def _lane(self, shop: int) -> ShopLane:
        calls: list[Call] = []
        channel = CHANNELS[kind_of(self.sims[shop]).key].open(
            self._access(shop),
            clock=self.clock,
            save_secret=self.secrets[shop].__setitem__,
            # How long a call really took is no part of this world, yet its digits would be a part of the file.
            log=lambda call: calls.append(replace(call, milliseconds=9)),
            transport=httpx.MockTransport(lambda request: self._call(shop, request)),
        )
        desk = Desk(
            db=self.disk.lazy(),
            channel=channel,
            shop_id=shop,
            clock=self.clock,
            tell=self._tell,
            heard=self.heard,
            installation=INSTALLATION,
            new_key=self._key,
            rng=random.Random(self.rng.random()),
            calls=calls,
            doorway=self.relay.doorway if self.relay is not None else lambda _shop: None,
            ticks=self._ticks if self.seed % 2 else None,  # not every system has such a clock
        )
        return ShopLane(desk)

    def _ticks(self) -> float:
        return (self.now - self.began - self.slept).total_seconds()

    def _key(self) -> str:
        self.keys += 1
        return f"key-{self.seed}-{self.keys}"

    def _call(self, shop: int, request: httpx.Request) -> httpx.Response:
        self.counts["calls"] += 1
        self._maybe_cut("before a call")
        self.now += timedelta(seconds=self.rng.uniform(0.05, 0.6))
        if self.cuts_on and self.rng.random() < 0.15:
            self.people.buy()  # a customer is faster than the call
        if self.cuts_on and self.rng.random() < 0.1:
            self.people.adjust()  # and so is the seller
        written_over = kind_of(self.sims[shop]).written_over(request)
        if self.cuts_on and written_over and self.rng.random() < 0.2:
            self.people.buy_here(shop, written_over)
        if self.cuts_on and kind_of(self.sims[shop]).writes(request) and self.rng.random() < ANSWER_LOST:
            self.sims[shop].faults.fail_next(self.rng.choice((Fault.LOST_AFTER, Fault.TIMEOUT_AFTER)))
            with self._sold_again(shop):
                return self._answer(shop, request)
        response = self._answer(shop, request)
        if self.late_hands and kind_of(self.sims[shop]).writes(request):
            self.late_hands -= 1
            for sku in SKUS:
                self.people.adjust(sku)
        self._maybe_cut("after a call")
        return response

    @contextmanager
    def _sold_again(self, shop: int) -> Iterator[None]:
        """Half of the time buyers take just what a write has raised before anybody asks: the number is as it was."""
        before = self.sims[shop].numbers()
        try:
            yield
        finally:
            for ref, number in self.sims[shop].numbers().items() if self.rng.random() < 0.5 else ():
                if number > before.get(ref, number):
                    self.people.buy_here(shop, ref, number - before[ref])

    def _answer(self, shop: int, request: httpx.Request) -> httpx.Response:
        assert self.now >= self.not_before.pop(shop, self.now), f"shop {shop} asked us to wait"  # I11
        response = self.sims[shop].handle(request)
        if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            self.counts["asked to wait"] += 1
            self.not_before[shop] = self.now + timedelta(seconds=int(response.headers.get("Retry-After", 0)))
        return response

    def _tell(self, changes: Changes) -> None:
        self._maybe_cut("after a commit", 5)

    def _maybe_cut(self, where: str, times: int = 1) -> None:
        if self.cuts_on and self.rng.random() < POWER_CUT * times:
            self.counts["power cuts"] += 1
            raise PowerCut(where)

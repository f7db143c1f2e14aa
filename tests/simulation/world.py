"""One seed's world: WooCommerce and Shopify shops that exist only here, a virtual clock, and real lanes.

The lanes are stepped in a random interleaving without a thread. Every HTTP call may fail before or after it took
effect, and the program may be killed at any of them or between two transactions: it then goes on from what a disk would
hold, with the unsynced tail of the write-ahead log torn or filled with rubbish.
"""

import random
import struct
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from app.channels import CHANNELS
from app.core.changes import Changes
from app.core.channel import Call, Doorbell, ShopAccess
from app.errors import PlimsollError, StoreError
from app.posting import post_link, post_new_products, post_start
from app.simulator.faults import Fault
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store import database, inbox, ledger, listings, looks, pushes, settings, shops, start
from app.store.catalog import Product
from app.store.database import connection, open_database, transaction
from app.store.moments import stamp
from app.store.sqlite import Connection
from app.sync.desk import Desk, Heard
from app.sync.housekeeping import EVERY_S, Housekeeping
from app.sync.lane import ShopLane
from tests.life import new_file
from tests.simulation.people import SKUS, People, Simulated
from tests.simulation.truth import Truth

BEGIN = datetime.fromisoformat("2026-05-14T08:00:00+00:00")
INSTALLATION = "simulation"
RATES = {
    Fault.UNREACHABLE: 0.02,
    Fault.LOST_BEFORE: 0.01,
    Fault.LOST_AFTER: 0.02,
    Fault.TIMEOUT_BEFORE: 0.01,
    Fault.TIMEOUT_AFTER: 0.02,
    Fault.THROTTLED: 0.02,
    Fault.BROKEN: 0.01,
    Fault.BROKEN_AFTER: 0.01,
    Fault.GARBAGE: 0.01,
    Fault.TRUNCATED: 0.01,
}
POWER_CUT = 0.008
LOG_HEAD, FRAME = 32, 24 + 4096  # bytes: the log's own head; a page in it, with its head
SHOPS = 3
_AT_REST = """
    select not exists (select 1 from shop where orders_read_at is null or orders_read_at <= ?)
        and not exists (select 1 from push join listing on listing.id = listing_id
            where state != 'acknowledged' and differs is null)
        and not exists (select 1 from listing where look_at is not null or settle_at is not null or not settled)
        and not exists (select 1 from doorbell where handled_at is null)
"""
SALES = 200  # in every seed


class PowerCut(BaseException):
    """The program is killed here."""


class LogHead(NamedTuple):
    """Which generation of the log this is, how many pages it holds, and how many of them are in the file as well."""

    generation: bytes
    frames: int
    copied: int


@dataclass(frozen=True)
class Synced:
    """A transaction that lasts: when it ends, the log is on the disk up to here."""

    world: "World"

    def __enter__(self) -> None:
        """It begins."""

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind is None:
            head = self.world.log_head()
            self.world.synced = (head.generation, head.frames)


class World:
    """Everything of one seed. `counts` says what happened, for the report."""

    def __init__(self, seed: int, folder: Path, *, races: bool = False) -> None:
        self.seed = seed
        self.rng = random.Random(seed)
        self.began = self.now = BEGIN
        self.path = folder / f"world-{seed}.db"
        self.counts: Counter[str] = Counter()
        self.open_orders: list[tuple[int, str]] = []
        self.cuts_on = False
        self.keys = self._rung = 0
        self.edited: set[tuple[int, str]] = set()
        self.people, self.truth = People(self), Truth(self)
        self.sims: dict[int, Simulated] = {}
        self.lanes: dict[int, ShopLane] = {}
        self.synced: tuple[bytes, int] = (b"", 0)  # a generation of the log, and how much of it is on the disk
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(database, "_lasting", lambda db: self._synced())
        self.path.write_bytes(new_file())
        self.db = self._open()
        with transaction(self.db):
            settings.put_fact(self.db, settings.SENDER, INSTALLATION)
        makers: list[Callable[[int], Simulated]] = [
            lambda n: SimulatedWoo(
                self.clock, seed * 10 + n, name=f"Woo {n}", address=f"https://w{n}.example", races=races
            ),
            lambda n: SimulatedShopify(self.clock, seed * 10 + n),
        ]
        for number in range(1, SHOPS + 1):
            self._connect(makers[number % 2](number))
        self.boot()

    def clock(self) -> datetime:
        return self.now

    # ------------------------------------------------------------------------------------------- set-up

    def _connect(self, sim: Simulated) -> None:
        for sku in SKUS:
            sim.add_product(sku, self.rng.choice((2, 5, 12, 40, 80)))
        channel = "woocommerce" if isinstance(sim, SimulatedWoo) else "shopify"
        with transaction(self.db):
            options = {} if channel == "woocommerce" else {"location": sim.main}
            number = shops.add(
                self.db,
                channel=channel,
                name=f"{channel} {len(self.sims)}",
                letter=channel[0],
                options=options,
                now=self.now,
            )
        self.sims[number] = sim
        sim.bells.append(lambda topic, ref, shop=number: self._ring(shop, topic, ref))

    def _ring(self, shop: int, topic: str, ref: str) -> None:
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
        if isinstance(sim, SimulatedWoo):
            return sim.access(shop)
        return sim.access(shop, location=sim.main)

    def _open(self) -> Connection:
        """The connection of the window and of the doorbells: every commit lasts."""
        db = open_database(self.path, synchronous="off")
        db.gate = self._synced()
        return db

    def _lazy(self) -> Connection:
        """A lane's connection: a commit lasts only with the next one that must."""
        db = connection(self.path, synchronous="off")
        db.lazy = True
        return db

    def _synced(self) -> "Synced":
        return Synced(self)

    def boot(self) -> None:
        """The program starts: new connections, new lanes, the same file."""
        self.heard = Heard()
        for shop in self.sims:
            row = shops.shop(self.db, shop)
            if row and row.mode == "live":
                self.heard.expect(shop)
        self.lanes = {shop: self._lane(shop) for shop in self.sims}
        self.house = Housekeeping(self._lazy(), self.clock, self._tell, self._trouble)
        self.house_due = self.now

    def _trouble(self, error: PlimsollError) -> None:
        raise AssertionError(str(error))

    def _keep_house(self) -> None:
        if self.now >= self.house_due:
            self.house_due = self.now + timedelta(seconds=self.house.step())

    def _lane(self, shop: int) -> ShopLane:
        calls: list[Call] = []
        registered = CHANNELS["woocommerce" if isinstance(self.sims[shop], SimulatedWoo) else "shopify"]
        channel = registered.open(
            self._access(shop),
            clock=self.clock,
            save_secret=lambda name, value: None,
            log=calls.append,
            transport=httpx.MockTransport(lambda request: self._call(shop, request)),
        )
        desk = Desk(
            db=self._lazy(),
            channel=channel,
            shop_id=shop,
            clock=self.clock,
            tell=self._tell,
            heard=self.heard,
            installation=INSTALLATION,
            new_key=self._key,
            rng=random.Random(self.rng.random()),
            calls=calls,
        )
        return ShopLane(desk)

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
        response = self.sims[shop].handle(request)
        self._maybe_cut("after a call")
        return response

    def _tell(self, changes: Changes) -> None:
        self._maybe_cut("after a commit", 5)

    def _maybe_cut(self, where: str, times: int = 1) -> None:
        if self.cuts_on and self.rng.random() < POWER_CUT * times:
            self.counts["power cuts"] += 1
            raise PowerCut(where)

    # ------------------------------------------------------------------------------------------- the life of the shops

    def setup(self) -> None:
        """As a seller does it: look, match by SKU, believe the first shop, go live one after the other."""
        self.quiet(rounds=12)
        for shop in self.sims:
            for row in listings.listings_of_shop(self.db, shop):
                known = ledger.levels(self.db, [row.sku])
                if known:
                    post_link(self.db, row.id, row.sku, now=self.now)
                else:
                    post_new_products(self.db, [(row.id, Product(sku=row.sku, title=row.title))], now=self.now)
        self.quiet(rounds=12)
        first = shops.shop(self.db, 1)
        assert first
        rows = start.preview(self.db, 1)
        assert all(row.obstacle is None for row in rows), rows
        post_start(self.db, first, [row.product_id for row in rows], batch="start", now=self.now)
        for shop in self.sims:
            with transaction(self.db):
                shops.set_mode(self.db, shop, "live", now=self.now)
                pushes.mark_shop_due(self.db, shop, now=self.now)
            self.heard.expect(shop)
        self.quiet(rounds=20)

    # ------------------------------------------------------------------------------------------- chaos and healing

    def chaos(self, sales: int) -> None:
        """Sales, hands, faults and power cuts in a random order, until so many sales were made."""
        self.cuts_on = True
        for sim in self.sims.values():
            sim.faults.rate(RATES)
            sim.ringing.lost, sim.ringing.doubled, sim.ringing.late_s, sim.ringing.shuffled = 0.4, 0.2, 20.0, True
        while self.counts["sales"] < sales:
            self._event()
            self.truth.step()
        self.cuts_on = False
        self.people.edit_by_hand()  # after everything else, so that no write of ours replaces it

    def _event(self) -> None:
        self.now += timedelta(seconds=self.rng.choice((0.1, 0.5, 1, 3, 10, 45)))
        roll = self.rng.random()
        try:
            if roll < 0.16:
                for _ in range(self.rng.choice((1, 2, 6))):  # the program may be closed for a while
                    self.now += timedelta(seconds=self.rng.choice((0, 2, 40)))
                    self.people.buy()
            elif roll < 0.22:
                self.people.seller()
            elif roll < 0.24:
                self.people.deliver()
            elif roll < 0.26:
                self._keep_house()
            elif roll < 0.265:
                self._sleep()
            elif roll < 0.275:
                self._fill_the_disk()
            else:
                self.lanes[self.rng.choice(list(self.lanes))].step()
        except PowerCut:
            self._restart()
        except StoreError:  # the disk is full: the program says so and stops, and is started again
            self.counts["disk full"] += 1
            self._restart()

    def _sleep(self) -> None:
        """The computer sleeps for hours; orders go on coming."""
        for _ in range(self.rng.randint(0, 3)):
            self.now += timedelta(minutes=self.rng.randint(5, 90))
            self.people.buy()
        self.counts["sleeps"] += 1

    def _fill_the_disk(self) -> None:
        """From now on one lane's database cannot grow, until the next start."""
        db = self.rng.choice(list(self.lanes.values()))._desk.db
        pages = db.execute("pragma page_count").fetchone()[0]
        db.execute(f"pragma max_page_count={pages}")

    def _restart(self) -> None:
        """The power was cut: the same file, or what a disk holds of it, and everything is started anew."""
        for lane in self.lanes.values():
            lane._desk.channel.close()
        self._crash()
        for lane in self.lanes.values():
            lane._desk.db.close()
        self.house.close()
        self.db = self._open()
        self.boot()

    def _crash(self) -> None:
        """Go on from a copy of the files as a disk may hold them: of what was not synced a part, its end garbled."""
        copy = self.path.with_name(f"{self.path.name}.{self.counts['power cuts']}")
        copy.write_bytes(self.path.read_bytes())
        head, log = self.log_head(), self.path.with_name(f"{self.path.name}-wal").read_bytes()
        begun, written = head.generation, head.frames
        # What a checkpoint has copied into the file was synced by it.
        least = max(head.copied, self.synced[1] if self.synced[0] == begun else 0)
        kept = self.rng.choice((least, self.rng.randint(least, max(least, written)), written))
        if kept < written:
            self.counts["commits lost"] += 1
            self.truth.went_back()
        log = log[: LOG_HEAD + kept * FRAME] if kept else log[:LOG_HEAD]
        torn = log[-FRAME:][: self.rng.randrange(FRAME)] if kept else b""
        rubbish = self.rng.randbytes(self.rng.choice((0, 24, FRAME, 9000)))
        copy.with_name(f"{copy.name}-wal").write_bytes(log + self.rng.choice((torn, rubbish)))
        self.db.close()
        self.path, self.synced = copy, (begun, kept)

    def log_head(self) -> "LogHead":
        """What SQLite's index of the log says of it (https://sqlite.org/walformat.html, 2.1)."""
        shared = self.path.with_name(f"{self.path.name}-shm").read_bytes()
        (frames,), (copied,) = struct.unpack_from("=I", shared, 16), struct.unpack_from("=I", shared, 96)
        return LogHead(shared[32:40], frames, copied)

    def quiet(self, rounds: int) -> None:
        """Nobody buys; the lanes do what is due, and time passes only when nothing is.

        It ends before all rounds are over when every shop was polled since it began and nothing has waited for so long
        that everything was thought over meanwhile.
        """
        began, rested = self.now, 0
        for _ in range(rounds):
            for lane in self.lanes.values():
                for _ in range(40):
                    if lane.step() > 0:
                        break
            self._keep_house()
            self.now += timedelta(seconds=10)
            rested = rested + 1 if self.db.execute(_AT_REST, (stamp(began),)).fetchone()[0] else 0
            if rested * 10 > EVERY_S:
                return

    def heal(self) -> None:
        """Faults stop; when unpaid orders have lapsed and every lane has come to rest, everything must agree."""
        for sim in self.sims.values():
            sim.faults.calm()
            sim.ringing.lost = sim.ringing.doubled = sim.ringing.late_s = 0.0
        for lane in self.lanes.values():
            lane._desk.db.execute("pragma max_page_count=1073741823")  # there is room on the disk again
        self.quiet(rounds=20)
        self.now += timedelta(minutes=61)  # the computer sleeps, and unpaid orders lapse meanwhile
        self.quiet(rounds=20)
        self.truth.rest(but=self.edited, orders=False)  # by itself, before anything is compared or put back
        with transaction(self.db):
            for shop in self.sims:
                looks.look_at_all(self.db, shop, now=self.now)
        self.quiet(rounds=12)
        self._send_ours()
        self.quiet(rounds=12)

    def _send_ours(self) -> None:
        """What somebody changed by hand in a shop waits for the seller, who now keeps Plimsoll's number."""
        with transaction(self.db):
            rows = self.db.execute("select id from listing where differs is not null").fetchall()
            pushes.mark_listings_due(self.db, [number for (number,) in rows], now=self.now)
            for shop in self.sims:
                held = shops.shop(self.db, shop)
                if held and held.held:
                    shops.set_mode(self.db, shop, "live", now=self.now)
        self.counts["put back"] += len(rows)

    def count_faults(self) -> None:
        """How often each kind of fault struck."""
        for sim in self.sims.values():
            for fault, times in sim.faults.struck.items():
                self.counts[f"fault {fault.value}"] += times

    def close(self) -> None:
        self.patch.undo()
        for lane in self.lanes.values():
            lane._desk.channel.close()
            lane._desk.db.close()
        self.house.close()
        self.db.close()


def run(seed: int, folder: Path) -> Counter[str]:
    """One seed, from the first look to the last check. Returns what happened."""
    world = World(seed, folder)
    try:
        world.setup()
        world.truth.rest(orders=False)
        world.chaos(SALES)
        world.heal()
        world.truth.rest()
        world.count_faults()
    finally:
        world.close()
    return world.counts

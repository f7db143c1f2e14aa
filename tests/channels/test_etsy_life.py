"""An Etsy shop with a real lane and database: customers, the seller's hands, faults and restarts, from a seed."""

import random
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from app.channels.etsy.shop import open_etsy
from app.core.changes import Changes
from app.core.channel import Call, Doorbell, ShopAccess
from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment, post_link, post_new_products, post_order, post_start
from app.simulator.etsy import SimulatedEtsy
from app.simulator.faults import Fault
from app.store import inbox, ledger, listings, looks, pushes, settings, shops, start
from app.store.catalog import Product
from app.store.database import connection, open_database, transaction
from app.sync.desk import Desk, Heard
from app.sync.lane import ShopLane
from tests.channels.etsy_world import BLUE, LARGE, RED, SMALL, START, JudgedTransport

SKUS = ("MUG", "BOWL", "BLUE", "RED")
RATES = {
    Fault.UNREACHABLE: 0.02,
    Fault.LOST_BEFORE: 0.01,
    Fault.LOST_AFTER: 0.02,
    Fault.TIMEOUT_AFTER: 0.02,
    Fault.THROTTLED: 0.02,
    Fault.BROKEN: 0.01,
    Fault.BROKEN_AFTER: 0.01,
    Fault.GARBAGE: 0.01,
    Fault.TRUNCATED: 0.01,
    Fault.SIGNED_OUT: 0.01,
}


class Life:
    """Two plain listings, and one in two colours whose sizes share a number."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.rng = random.Random(seed)
        self.now = START
        self.path = folder / f"etsy-{seed}.db"
        self.sim = SimulatedEtsy(lambda: self.now, seed)
        self.sim.gate.per_second, self.sim.gate.forgives_old = 1000, True
        self.sim.edits.renumbers = bool(seed % 2)
        self.orders: list[str] = []
        self.edited: set[str] = set()
        self.keys = 0
        for sku in SKUS[:2]:
            self.sim.add_product(sku, self.rng.randint(2, 6))
        blue, red = self.rng.randint(1, 5), self.rng.randint(0, 5)
        rows = [("BLUE", (BLUE, SMALL), blue), ("BLUE", (BLUE, LARGE), blue), ("RED", (RED, SMALL), red)]
        self.tee = self.sim.add_variations("Tee", rows, quantity_on=(200,))
        self.secrets = dict(self.sim.access().secrets)
        self.db = open_database(self.path, synchronous="off")
        with transaction(self.db):
            settings.put_fact(self.db, settings.SENDER, "here")
            options = dict(self.sim.access().settings)
            self.number = shops.add(self.db, channel="etsy", name="Etsy", letter="E", options=options, now=self.now)
        self.sim.bells.append(self._ring)
        self.heard = Heard()
        self.lane = self._boot()

    def _ring(self, topic: str, ref: str) -> None:
        bell = Doorbell(kind="order", ref=ref, key=f"{topic}/{ref}/{self.now}", source="webhook")
        with transaction(self.db):
            inbox.ring(self.db, self.number, [bell], now=self.now)

    def _boot(self) -> ShopLane:
        access = ShopAccess(
            shop=self.number,
            channel="etsy",
            address="",
            way="seller_app",
            settings=dict(self.sim.access().settings),
            secrets=dict(self.secrets),
        )
        calls: list[Call] = []
        judged = JudgedTransport(self)
        channel = open_etsy(access, clock=lambda: self.now, save_secret=self._save, log=calls.append, transport=judged)
        desk = Desk(
            db=connection(self.path, synchronous="off"),
            channel=channel,
            shop_id=self.number,
            clock=lambda: self.now,
            tell=self._tell,
            heard=self.heard,
            installation="here",
            new_key=self._key,
            rng=random.Random(self.rng.random()),
            calls=calls,
        )
        return ShopLane(desk)

    def _save(self, name: str, value: str) -> None:
        self.secrets[name] = value

    def _tell(self, changes: Changes) -> None:
        """Nobody looks."""

    def _key(self) -> str:
        self.keys += 1
        return f"key-{self.keys}"

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.now += timedelta(seconds=self.rng.uniform(0.1, 0.5))
        return self.sim.handle(request)

    def restart(self) -> None:
        self.lane.close()
        self.heard = Heard()
        self.heard.expect(self.number)
        self.lane = self._boot()

    def setup(self) -> None:
        self.quiet(10)
        for row in listings.listings_of_shop(self.db, self.number):
            if row.sku and row.stock_of is None:
                if ledger.levels(self.db, [row.sku]):
                    post_link(self.db, row.id, row.sku, now=self.now)
                else:
                    post_new_products(self.db, [(row.id, Product(sku=row.sku, title=row.title))], now=self.now)
        self.quiet(10)
        shop = shops.shop(self.db, self.number)
        assert shop
        rows = start.preview(self.db, self.number)
        post_start(self.db, shop, [row.product_id for row in rows], batch="start", now=self.now)
        with transaction(self.db):
            shops.set_mode(self.db, self.number, "live", now=self.now)
            pushes.mark_shop_due(self.db, self.number, now=self.now)
        self.heard.expect(self.number)
        self.quiet(10)

    def quiet(self, rounds: int) -> None:
        for _ in range(rounds):
            for _ in range(60):
                if self.lane.step() > 0:
                    break
            self.now += timedelta(seconds=20)

    def event(self) -> None:
        self.now += timedelta(seconds=self.rng.choice((0.5, 3, 20, 60, 300)))
        roll = self.rng.random()
        if roll < 0.12:
            self._buy()
        elif roll < 0.25:
            self._seller()
        elif roll < 0.27:
            self.restart()
        else:
            self.lane.step()

    def _buy(self) -> None:
        sku = self.rng.choice(SKUS)
        ref = self.sim.sell((self.sim.find(sku), self.rng.choice((1, 1, 2))))
        self.orders += [ref] if ref else []

    def _seller(self) -> None:
        action = self.rng.choice(("count", "count", "count", "ship", "cancel", "refund", "by hand", "off", "press"))
        if action == "count":
            self.keys += 1
            pieces = self.rng.choice((-3, -2, -1, 2, 4))
            kind = EntryKind.RECEIVE if pieces > 0 else EntryKind.ADJUST
            with suppress(PlimsollError):
                batch = f"count-{self.keys}"
                post_adjustment(self.db, self.rng.choice(SKUS), kind, pieces, reason="found", batch=batch, now=self.now)
        elif action == "press":
            self._press()
        elif action in ("by hand", "off"):
            self._by_hand(action)
        elif self.orders:
            ref = self.rng.choice(self.orders)
            if self.sim.receipt(ref).status in ("paid", "partially refunded"):
                getattr(self.sim, action)(ref)

    def _by_hand(self, action: str) -> None:
        sku = self.rng.choice(SKUS)
        listing = self.sim.listing(self.sim.find(sku))
        if action == "off" and listing.state in ("active", "inactive"):
            self.sim.set_state(self.sim.find(sku), "active" if listing.state == "inactive" else "inactive")
            self.edited.add(sku)
        elif listing.state == "active" and self.rng.random() < 0.3:
            self.sim.set_stock(self.sim.find(sku), self.rng.randint(1, 6))
            self.edited.add(sku)

    def _press(self) -> None:
        for slot in pushes.offers(self.db, self.number, now=self.now):
            if slot.offer.quantity > 0 and self.sim.listing(slot.ref).state == "sold_out":
                with suppress(PlimsollError):
                    self.lane._desk.channel.put_on_sale(slot.ref, slot.offer.quantity)  # type: ignore[attr-defined]
                self.edited.add(slot.sku)

    def heal(self) -> None:
        self.sim.faults.calm()
        self.quiet(20)
        self.now += timedelta(hours=25)
        self.quiet(20)
        with transaction(self.db):
            looks.look_at_all(self.db, self.number, now=self.now)
        self.quiet(20)
        with transaction(self.db):  # the seller keeps Plimsoll's numbers
            shops.set_mode(self.db, self.number, "live", now=self.now)
            pushes.mark_shop_due(self.db, self.number, now=self.now)
        self.quiet(20)

    def check(self) -> None:
        assert ledger.levels_that_disagree(self.db) == []
        shop = shops.shop(self.db, self.number)
        assert shop
        for ref in self.orders:
            order = self.lane._desk.channel.order(ref)
            assert order is not None
            before = self.db.execute("select max(seq) from stock_entry").fetchone()
            post_order(self.db, shop, order, now=self.now)
            assert before == self.db.execute("select max(seq) from stock_entry").fetchone(), ref
        for slot in pushes.offers(self.db, self.number, now=self.now):
            self._check_listing(slot)

    def _check_listing(self, slot: pushes.Slot) -> None:
        listing = self.sim.listing(slot.ref)
        shows, offer = self.sim.quantity(slot.ref), slot.offer.quantity
        said = f"{slot.sku} {listing.state}: shows {shows}, keeps {self.sim.kept(slot.ref)}, believed {slot.believed}"
        said = f"{said}, offer {offer}, {slot.state}"
        assert shows is not None
        assert shows <= offer, said
        if listing.state == "active":
            assert (shows, slot.believed, slot.state) == (offer, offer, "acknowledged"), said
        elif listing.state == "sold_out":
            assert slot.state == ("refused" if offer else "acknowledged"), said
        else:
            assert slot.believed == offer, said
            assert slot.state == "acknowledged", said
            if slot.sku not in self.edited and not any(one in self.edited for one in ("BLUE", "RED")):
                assert offer == 0, f"{said}: off sale, and nobody switched it off"

    def close(self) -> None:
        self.lane.close()
        self.db.close()


@pytest.mark.parametrize("seed", range(6))
def test_a_life(seed: int, tmp_path: Path) -> None:
    life = Life(seed, tmp_path)
    try:
        life.setup()
        life.check()
        life.sim.faults.rate(RATES)
        life.sim.ringing.lost, life.sim.ringing.doubled = 0.4, 0.2
        for _ in range(250):
            life.event()
        life.heal()
        life.check()
    finally:
        life.close()

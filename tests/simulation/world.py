"""One seed's world: two WooCommerce and two Shopify shops that exist only here, a virtual clock, and real lanes.

The lanes are stepped in a random interleaving without a thread. Every HTTP call may fail before or after it took
effect, and the program may be killed at any of them or between two transactions.
"""

import random
from collections import Counter
from collections.abc import Callable, Container
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import httpx

from app.channels import CHANNELS
from app.core.changes import Changes
from app.core.channel import Call, Doorbell, ShopAccess
from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment, post_link, post_new_products, post_order, post_start, post_undo
from app.simulator.faults import Fault
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store import inbox, ledger, listings, looks, pushes, settings, shops, start
from app.store.catalog import Product
from app.store.database import connection, open_database, transaction
from app.sync.desk import Desk, Heard
from app.sync.lane import ShopLane

BEGIN = datetime.fromisoformat("2026-05-14T08:00:00+00:00")
SKUS = ("MUG", "BOWL", "PLATE", "VASE", "TILE", "JUG")
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
POWER_CUT = 0.01

Simulated = SimulatedWoo | SimulatedShopify


class PowerCut(BaseException):
    """The program is killed here."""


class World:
    """Everything of one seed. `counts` says what happened, for the report."""

    def __init__(self, seed: int, folder: Path, *, races: bool = False) -> None:
        self.seed = seed
        self.rng = random.Random(seed)
        self.now = BEGIN
        self.path = folder / f"world-{seed}.db"
        self.counts: Counter[str] = Counter()
        self.open_orders: list[tuple[int, str]] = []
        self.cuts_on = False
        self.keys = 0
        self.edited: set[tuple[int, str]] = set()
        self.sims: dict[int, Simulated] = {}
        self.lanes: dict[int, ShopLane] = {}
        self.db = open_database(self.path, synchronous="off")
        with transaction(self.db):
            settings.put_fact(self.db, settings.SENDER, INSTALLATION)
        makers: list[Callable[[int], Simulated]] = [
            lambda n: SimulatedWoo(
                self.clock, seed * 10 + n, name=f"Woo {n}", address=f"https://w{n}.example", races=races
            ),
            lambda n: SimulatedShopify(self.clock, seed * 10 + n),
        ]
        for number in range(1, 5):
            self._connect(makers[number % 2](number))
        self.boot()

    def clock(self) -> datetime:
        return self.now

    # ------------------------------------------------------------------------------------------- set-up

    def _connect(self, sim: Simulated) -> None:
        for sku in SKUS:
            sim.add_product(sku, self.rng.randint(3, 14))
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
        with suppress(PowerCut), transaction(self.db):
            inbox.ring(self.db, shop, [bell], now=self.now)
        self.counts["doorbells"] += 1

    def _access(self, shop: int) -> ShopAccess:
        sim = self.sims[shop]
        if isinstance(sim, SimulatedWoo):
            return sim.access(shop)
        return sim.access(shop, location=sim.main)

    def boot(self) -> None:
        """The program starts: new connections, new lanes, the same file."""
        self.heard = Heard()
        for shop in self.sims:
            row = shops.shop(self.db, shop)
            if row and row.mode == "live":
                self.heard.expect(shop)
        self.lanes = {shop: self._lane(shop) for shop in self.sims}

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
            db=connection(self.path, synchronous="off"),
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
            self.buy()  # a customer is faster than the call
        if self.cuts_on and self.rng.random() < 0.1:
            self._adjust()  # and so is the seller
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

    def buy(self) -> None:
        """A customer buys one or two things somewhere."""
        shop = self.rng.choice(list(self.sims))
        sim = self.sims[shop]
        wanted = [
            (sim.find(sku), self.rng.choice((1, 1, 1, 2))) for sku in self.rng.sample(SKUS, self.rng.choice((1, 1, 2)))
        ]
        if isinstance(sim, SimulatedWoo):
            ref = sim.sell(*wanted, status=self.rng.choice(("processing", "processing", "on-hold", "pending")))
        else:
            ref = sim.sell(*wanted, confirmed=self.rng.random() < 0.9, test=self.rng.random() < 0.05)
        self.counts["sales" if ref else "turned away"] += 1
        if ref:
            self.open_orders.append((shop, ref))

    def seller(self) -> None:
        """The seller ships, cancels, refunds, edits, or changes stock by hand, here or in a shop."""
        action = self.rng.choice(("ship", "cancel", "refund", "edit", "pay", "adjust", "by hand"))
        if action == "adjust":
            self._adjust()
        elif action == "by hand" and self.rng.random() < 0.15:
            self._edit_by_hand()
        elif self.open_orders and action != "by hand":
            shop, ref = self.rng.choice(self.open_orders)
            self._change_order(self.sims[shop], ref, action)
            self.counts[action] += 1

    def _edit_by_hand(self) -> None:
        """Somebody types another number in a shop."""
        shop, sku = self.rng.choice(list(self.sims)), self.rng.choice(SKUS)
        self.sims[shop].set_stock(self.sims[shop].find(sku), self.rng.randint(0, 9))
        self.edited.add((shop, sku))
        self.counts["edits by hand in a shop"] += 1

    def _adjust(self) -> None:
        self.keys += 1
        sku, batch = self.rng.choice(SKUS), f"adjust-{self.keys}"
        pieces = self.rng.choice((-2, -1, 1, 3, 8))
        kind = EntryKind.RECEIVE if pieces > 1 else EntryKind.ADJUST
        with suppress(PlimsollError):
            post_adjustment(self.db, sku, kind, pieces, reason="found", batch=batch, now=self.now)
            self.counts["adjustments"] += 1
            if self.rng.random() < 0.3:
                post_undo(self.db, batch, now=self.now)

    def _change_order(self, sim: Simulated, ref: str, action: str) -> None:
        lines = sim.lines(ref)
        if action == "ship":
            with suppress(AssertionError):
                sim.ship(ref)
        elif action == "cancel":
            self._cancel(sim, ref)
        elif action == "pay":
            if isinstance(sim, SimulatedWoo) and sim.order(ref).status in ("pending", "on-hold"):
                sim.pay(ref)
        elif lines:
            self._change_line(sim, ref, self.rng.choice(lines), action)

    def _cancel(self, sim: Simulated, ref: str) -> None:
        if isinstance(sim, SimulatedWoo):
            sim.cancel(ref)
        else:
            with suppress(AssertionError):  # cancelled before, or partly sent: Shopify refuses
                sim.cancel(ref, restock=self.rng.random() < 0.7)

    def _change_line(self, sim: Simulated, ref: str, line: str, action: str) -> None:
        if isinstance(sim, SimulatedWoo) and sim.order(ref).status in ("cancelled", "refunded", "trash", "failed"):
            return
        with suppress(AssertionError):
            if action == "refund":
                left = self._refundable(sim, ref, line)
                if left > 0:
                    sim.refund(ref, {line: 1}, restock=self.rng.random() < 0.6)
            elif action == "edit":
                sim.edit_line(ref, line, self.rng.randint(0, 3))

    def _refundable(self, sim: Simulated, ref: str, number: str) -> int:
        if isinstance(sim, SimulatedWoo):
            found = next(line for line in sim.order(ref).lines if str(line.id) == number)
            return found.quantity - found.refunded
        found_line = next(line for line in sim.order(ref).lines if str(line.number) == number)
        return found_line.to_send

    # ------------------------------------------------------------------------------------------- chaos and healing

    def chaos(self, events: int) -> None:
        """Sales, hands, faults and power cuts in a random order."""
        self.cuts_on = True
        for sim in self.sims.values():
            sim.faults.rate(RATES)
            sim.ringing.lost, sim.ringing.doubled, sim.ringing.late_s, sim.ringing.shuffled = 0.4, 0.2, 20.0, True
        for _ in range(events):
            self._event()
        self.cuts_on = False
        self._edit_by_hand()  # after everything else, so that no write of ours replaces it

    def _event(self) -> None:
        self.now += timedelta(seconds=self.rng.choice((0.1, 0.5, 1, 3, 10, 45)))
        roll = self.rng.random()
        try:
            if roll < 0.08:
                for _ in range(self.rng.choice((1, 2, 6))):  # the program may be closed for a while
                    self.now += timedelta(seconds=self.rng.choice((0, 2, 40)))
                    self.buy()
            elif roll < 0.2:
                self.seller()
            else:
                self.lanes[self.rng.choice(list(self.lanes))].step()
        except PowerCut:
            self._restart()

    def _restart(self) -> None:
        for lane in self.lanes.values():
            lane._desk.db.close()
            lane._desk.channel.close()
        self.db.close()
        self.db = open_database(self.path, synchronous="off")
        self.boot()

    def quiet(self, rounds: int) -> None:
        """Nobody buys; the lanes do what is due, and time passes only when nothing is."""
        for _ in range(rounds):
            for lane in self.lanes.values():
                for _ in range(40):
                    if lane.step() > 0:
                        break
            self.now += timedelta(seconds=10)

    def heal(self) -> None:
        """Faults stop; when unpaid orders have lapsed and every lane has come to rest, everything must agree."""
        for sim in self.sims.values():
            sim.faults.calm()
            sim.ringing.lost = sim.ringing.doubled = sim.ringing.late_s = 0.0
        self.quiet(rounds=20)
        self.now += timedelta(minutes=61)  # the computer sleeps, and unpaid orders lapse meanwhile
        self.quiet(rounds=20)
        self.check(but=self.edited)  # by itself, before anything is compared or put back
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

    # ------------------------------------------------------------------------------------------- what must be true

    def check(self, but: Container[tuple[int, str]] = ()) -> None:
        """Nothing lost, nothing doubled, nothing silent. `but` are listings that somebody else changed."""
        self._check_books()
        self._check_orders()
        self._check_listings(but)

    def _check_books(self) -> None:
        assert ledger.levels_that_disagree(self.db) == []
        assert self.db.execute("pragma integrity_check").fetchone() == ("ok",)

    def _check_orders(self) -> None:
        """Every order of every shop, read afresh, has nothing left to book."""
        for number in self.sims:
            shop = shops.shop(self.db, number)
            assert shop
            channel = self.lanes[number]._desk.channel
            for ref in [ref for owner, ref in self.open_orders if owner == number]:
                order = channel.order(ref)
                if order is not None:
                    before = self.db.execute("select max(seq) from stock_entry").fetchone()
                    post_order(self.db, shop, order, now=self.now)
                    after = self.db.execute("select max(seq) from stock_entry").fetchone()
                    rows = self.db.execute("select key from stock_entry where seq > ?", before).fetchall()
                    assert before == after, f"shop {number} order {ref} was not booked as it is: {rows} {order}"

    def _check_listings(self, but: Container[tuple[int, str]]) -> None:
        for number, sim in self.sims.items():
            for slot in pushes.offers(self.db, number):
                if (number, slot.sku) in but:
                    continue
                shows = sim.quantity(slot.ref)
                said = f"shop {number} {slot.sku} shows {shows}, we believe {slot.believed}, offer {slot.offer.why}"
                assert shows == slot.believed == slot.offer.quantity, f"{said} ({slot.state})"
                assert slot.state == "acknowledged", f"shop {number} {slot.sku} is {slot.state}"
                assert not slot.unsure

    def close(self) -> None:
        for lane in self.lanes.values():
            lane._desk.channel.close()
            lane._desk.db.close()
        self.db.close()


def run(seed: int, folder: Path, *, events: int = 250) -> Counter[str]:
    """One seed, from the first look to the last check. Returns what happened."""
    world = World(seed, folder)
    try:
        world.setup()
        world.check()
        world.chaos(events)
        world.heal()
        world.check()
    finally:
        world.close()
    return world.counts

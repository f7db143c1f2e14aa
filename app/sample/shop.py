"""The sample shop alive: its simulated channels on loopback, and its customers.

Its channels hold what the sample inventory says they show; what they sold in an earlier run they have forgotten.
"""

import random
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.store import shops
from app.store.database import connection, open_database, transaction
from app.store.shops import Shop
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.channels.base import Channel
    from app.core.channel import Call, Doorbell, ShopAccess
    from app.simulator.customers import Customers, Sale
    from app.simulator.http import LoopbackServer
    from app.simulator.shopify import SimulatedShopify
    from app.simulator.woocommerce import SimulatedWoo

INVENTORY = "plimsoll.db"
SEED = 1
BUY_EVERY_S = (4.0, 9.0)
REFUSES_AFTER_S, REFUSES_FOR_S = 60.0, 20.0  # WooCommerce asks us to wait for a while, once
RETRY_AFTER_S = 4

Ring = Callable[[int, "list[Doorbell]"], None]


def make_sample(path: Path, *, now: datetime, seed: int = SEED) -> None:
    """Write the sample inventory. Half-made ones are made again."""
    from app.sample import orders, story
    from app.sample.history import History

    half = path.with_name(path.name + ".part")
    for left in half.parent.glob(half.name + "*"):
        left.unlink()
    with closing(open_database(half, synchronous="off")) as db:
        History(db, now=now, seed=seed).write()
        story.settle(db, now=now)
        orders.write(db, now=now)
        db.execute("pragma wal_checkpoint(truncate)")
        db.execute("pragma journal_mode=delete")
    half.replace(path)


class SampleShop:
    """One sample shop in a folder of its own."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime], seed: int = SEED) -> None:
        self.folder = folder
        self.path = folder / INVENTORY
        self._clock = clock
        self._seed = seed
        self.sims: dict[int, SimulatedWoo | SimulatedShopify] = {}
        self._servers: dict[int, LoopbackServer] = {}
        self._ring: Ring = lambda shop, bells: None
        self._stopping = threading.Event()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self.customers: Customers | None = None
        self.on_sale: Callable[[Sale], None] = lambda sale: None
        self._opened: Callable[[], None] = lambda: None
        folder.mkdir(parents=True, exist_ok=True)
        if not self.path.exists():
            make_sample(self.path, now=self._clock(), seed=seed)

    # ---------------------------------------------------------------------------------------- its channels

    def start(self, ring: Ring, *, customers: bool = True) -> None:
        """Open the simulated shops and let the customers in. Imports everything that speaks HTTP."""
        from app.simulator.customers import Customers

        self._ring = ring
        with closing(connection(self.path)) as db:
            likes = {sku: float(max(1, on_hand)) for sku, on_hand in _stocked(db)}
            for shop in shops.shops(db):
                if not shop.by_hand:
                    self._open(db, shop)
        self.customers = Customers(self.sims, likes, seed=self._seed)
        self._ready.set()
        self._opened()
        if customers:
            self._thread = threading.Thread(target=self._let_them_buy, name="customers", daemon=True)
            self._thread.start()

    def when_open(self, call: Callable[[], None]) -> None:
        """Be told, in whatever thread it is, when its channels answer."""
        self._opened = call

    def _open(self, db: Connection, shop: Shop) -> None:
        from app.simulator.http import LoopbackServer
        from app.simulator.shopify import SimulatedShopify
        from app.simulator.woocommerce import SimulatedWoo

        sim: SimulatedWoo | SimulatedShopify
        if shop.channel == "woocommerce":
            sim = SimulatedWoo(self._clock, self._seed + shop.id, name="Kiln & Tide", currency="GBP")
        else:
            sim = SimulatedShopify(self._clock, self._seed + shop.id)
        server = LoopbackServer(sim).start()
        sim.pictures_at = server.url
        self._stock(db, shop, sim)
        if isinstance(sim, SimulatedWoo):
            sim.address = server.url
        sim.bells.append(partial(self._bell, shop.id))
        self.sims[shop.id], self._servers[shop.id] = sim, server

    def _stock(self, db: Connection, shop: Shop, sim: "SimulatedWoo | SimulatedShopify") -> None:
        """Put on sale what the inventory says is on sale there; the refs follow the simulated shop's numbers."""
        from app.simulator import pictures
        from app.simulator.woocommerce import SimulatedWoo

        rows = db.execute(
            "select id, sku, title, coalesce(believed, 0), coalesce(price_minor, 0) from listing where shop_id = ?"
            " order by id",
            (shop.id,),
        ).fetchall()
        refs = [
            (
                sim.add_product(sku, shows, title=title, price=f"{price / 100:.2f}"),
                pictures.address(sim.pictures_at, title),
                number,
            )
            for number, sku, title, shows, price in rows
        ]
        last_ref, last_name = db.execute(
            "select coalesce(max(cast(ref as integer)), 0), coalesce(max(cast(ltrim(number, '#') as integer)), 0)"
            " from sales_order where shop_id = ?",
            (shop.id,),
        ).fetchone()
        sim.count_from(last_ref)  # no number of an earlier run is used again
        if not isinstance(sim, SimulatedWoo):
            sim.first_name = last_name + 1
        with transaction(db):
            db.executemany("update listing set ref = 'was ' || ref where id = ?", [(number,) for *_, number in refs])
            db.executemany("update listing set ref = ?, picture = ? where id = ?", refs)

    def open_channel(self, shop: Shop, log: "Callable[[Call], None]") -> "Channel":
        """A connector to one of the simulated shops."""
        from app.channels import CHANNELS

        self._ready.wait()
        opened = CHANNELS[shop.channel].open
        return opened(self._access(shop.id), clock=self._clock, save_secret=lambda name, value: None, log=log)

    def _access(self, number: int) -> "ShopAccess":
        from app.simulator.woocommerce import SimulatedWoo

        sim, url = self.sims[number], self._servers[number].url
        if isinstance(sim, SimulatedWoo):
            return sim.access(number, address=url)
        return sim.access(number, address=url, location=sim.main)

    def _bell(self, shop: int, topic: str, ref: str) -> None:
        from app.core.channel import Doorbell

        kind = "order" if topic.startswith("order") else "stock"
        key = f"{topic}/{ref}/{self._clock().isoformat()}"
        self._ring(shop, [Doorbell(kind=kind, ref=ref, key=key, source="webhook")])

    # ---------------------------------------------------------------------------------------- its customers

    def _let_them_buy(self) -> None:
        rng = random.Random(self._seed)
        waited, refused = 0.0, False
        while not self._stopping.wait(pause := rng.uniform(*BUY_EVERY_S)):
            waited += pause
            refuses = REFUSES_AFTER_S < waited < REFUSES_AFTER_S + REFUSES_FOR_S
            if refuses != refused:
                self.refuse(refuses)
                refused = refuses
            self.buy()

    def buy(self, skus: list[str] | None = None, shop: int | None = None) -> "Sale | None":
        """One customer buys, and now and then the seller sends an order."""
        assert self.customers is not None
        sale = self.customers.buy(skus, shop)
        self.customers.send_oldest()
        if sale is not None:
            self.on_sale(sale)
        return sale

    def shop_of(self, channel: str) -> int:
        """The number of the sample's shop on a channel."""
        with closing(connection(self.path)) as db:
            return next(shop.id for shop in shops.shops(db) if shop.channel == channel)

    def refuse(self, on: bool) -> None:  # noqa: FBT001 - a switch
        """WooCommerce asks us to wait, or no longer."""
        faults = self.sims[self.shop_of("woocommerce")].faults
        faults.throttled, faults.retry_after_s = on, RETRY_AFTER_S

    # ---------------------------------------------------------------------------------------- its end

    def stop(self) -> None:
        """The customers go home and the shops close."""
        self._stopping.set()
        self._ready.set()
        if self._thread is not None:
            self._thread.join(timeout=10)
        for server in self._servers.values():
            server.stop()
        self._servers.clear()

    def throw_away(self) -> None:
        """Delete everything of the sample shop. Call it after `stop`."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _stocked(db: Connection) -> list[tuple[str, int]]:
    """Products with plenty: customers of the sample shop leave the scarce ones alone."""
    rows = db.execute(
        "select sku, on_hand from product join stock_level on product_id = product.id"
        " where available > coalesce(reorder_point, 0) + 4"
        " and not exists (select 1 from bundle_part where bundle_id = product.id) order by sku"
    )
    return list(rows)

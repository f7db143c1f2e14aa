"""Orders from before a shop was connected are read as demand: through its real connector, booking nothing."""

import random
from datetime import timedelta

import httpx
import pytest

from app.channels import CHANNELS
from app.simulator.etsy import SimulatedEtsy
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store import floor_updates, past_sales, sales, shops
from app.store.database import transaction
from app.sync.desk import Desk, Heard
from app.sync.past import ReadPast
from tests.life import NOW, add_listing, add_product, fresh

BEGAN = NOW - timedelta(days=30)


class Life:
    """A shop that sold before it was connected, and its real connector."""

    def __init__(self, folder, kind):
        self.now = BEGAN
        self.sim = kind(lambda: self.now, 1)
        self.ref = self.sim.add_product("MUG", 40)
        access = self.sim.access(1, location=self.sim.main) if kind is SimulatedShopify else self.sim.access(1)
        orders = []
        for days, pieces in ((1, 2), (3, 1), (3, 1), (9, 4)):
            self.now = BEGAN + timedelta(days=days)
            orders.append(self.sim.sell((self.ref, pieces)))
        self.now = NOW
        self.db = fresh(folder)
        with transaction(self.db):
            shops.add(self.db, channel=access.channel, name="Shop", letter="S", now=NOW)
            past_sales.ask(self.db, 1, since=NOW - timedelta(days=50))
        self.orders = orders
        channel = CHANNELS[access.channel].open(
            access, clock=lambda: self.now, save_secret=lambda _name, _value: None, log=lambda _call: None,
            transport=httpx.MockTransport(self.sim.handle),
        )  # fmt: skip
        self.desk = Desk(
            db=self.db, channel=channel, shop_id=1, clock=lambda: self.now, tell=lambda _changes: None, heard=Heard(),
            installation="", new_key=str, rng=random.Random(1),
        )  # fmt: skip

    def read(self):
        """All pages; how many."""
        past, shop = ReadPast(self.desk), shops.shop(self.db, 1)
        return sum(1 for _ in range(50) if past.work(shop, NOW))


@pytest.fixture(params=[SimulatedWoo, SimulatedShopify, SimulatedEtsy], ids=["woocommerce", "shopify", "etsy"])
def life(request, tmp_path):
    found = Life(tmp_path, request.param)
    yield found
    found.desk.channel.close()
    found.db.close()


def test_past_orders_become_demand_and_nothing_else(life):
    assert 0 < life.read() < 50
    assert past_sales.reading(life.db, 1).done_at == NOW
    assert life.read() == 0, "read once"
    assert past_sales.count(life.db, 1) == 4
    for table in ("sales_order", "stock_entry", "incident"):
        assert life.db.execute(f"select count(*) from {table}").fetchone() == (0,)
    number = add_product(life.db, "MUG", 32)
    shop = shops.shop(life.db, 1)
    add_listing(life.db, shop, "MUG", shows=32, ref=life.ref)
    days = sales.days_of(life.db, number, window=90, now=NOW)
    assert sum(days.sold) == 8
    demand = days.demand()
    assert demand.unknown == demand.days == 29, "from the first sale until the ledger begins"
    assert demand.most == 4
    assert past_sales.products(life.db) == {number}
    assert [one.sku for one in floor_updates.updates(life.db, now=NOW)] == ["MUG"]


def test_what_is_sold_after_connecting_is_left_to_the_ledger(life):
    life.now = NOW + timedelta(hours=1)
    life.sim.sell((life.ref, 5))
    life.read()
    assert past_sales.count(life.db, 1) == 4


def test_a_shop_that_nobody_asked_about_is_asked_nothing(life):
    with transaction(life.db):
        life.db.execute("delete from past_reading")
    assert life.read() == 0

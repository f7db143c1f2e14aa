"""kill -9 at random moments, twenty times: nothing lost, nothing doubled, and in the end every shop shows its offer."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest

from app.channels import CHANNELS
from app.core.channel import ShopAccess
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.session import utc_now
from app.simulator.http import LoopbackServer
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store import catalog, ledger, promises, pushes, settings, shops
from app.store.catalog import Product
from app.store.database import connection, open_database, transaction

SKUS = [f"P{number}" for number in range(8)]
STOCK, KILLS = 400, 20
QUIET_S = 60.0


class Killed:
    """The program in a process of its own."""

    def __init__(self, path, places):
        command = [sys.executable, "-m", "tests.kill.child", str(path), json.dumps(places)]
        with complaints(path).open("ab") as told:  # a file: nobody reads a pipe while the process runs
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=told, text=True
            )
        assert self._process.stdout
        assert self._process.stdout.readline() == "ready\n"

    def ring(self, shop, topic, ref):
        with suppress(OSError, ValueError):
            self._process.stdin.write(json.dumps([shop, topic, ref]) + "\n")
            self._process.stdin.flush()

    def kill(self):
        self._process.kill()
        self._close()

    def end(self):
        self._process.stdin.close()
        assert self._process.wait(timeout=30) == 0
        self._process.stdout.close()

    def _close(self):
        self._process.wait(timeout=10)
        with suppress(OSError):
            self._process.stdin.close()
        self._process.stdout.close()


def complaints(path):
    """What all the killed processes said on their standard error."""
    return path.with_name("complaints.txt")


@pytest.fixture
def town(tmp_path):
    """Two WooCommerce and two Shopify shops on loopback, and an inventory in which everything is linked and live."""
    path = tmp_path / "inventory.db"
    sims, servers, places = {}, [], {}
    db = open_database(path)
    with transaction(db):
        settings.put_fact(db, settings.SENDER, "kill")
        for sku in SKUS:
            catalog.add_product(db, Product(sku=sku, title=sku), now=utc_now())
    for sku in SKUS:
        post_adjustment(db, sku, EntryKind.COUNT, STOCK, reason="counted", batch=f"first/{sku}", now=utc_now())
    for number in (1, 2, 3, 4):
        sim = SimulatedWoo(utc_now, number) if number % 2 else SimulatedShopify(utc_now, number)
        refs = {sku: sim.add_product(sku, STOCK) for sku in SKUS}
        server = LoopbackServer(sim, latency_s=0.005).start()
        if isinstance(sim, SimulatedWoo):
            sim.address = server.url
        else:
            sim.bucket_size = sim.restore_rate = sim.points = 1e9
        access = sim.access(number, address=server.url)
        places[number] = {
            "way": access.way,
            "address": server.url,
            "settings": access.settings,
            "secrets": access.secrets,
        }
        _connect(db, access.channel, refs)
        sims[number] = sim
        servers.append(server)
    db.close()
    yield path, sims, places
    for server in servers:
        server.stop()


def _connect(db, channel, refs):
    now = utc_now()
    with transaction(db):
        number = shops.add(db, channel=channel, name=channel, letter="X", now=now)
        shops.set_mode(db, number, "live", now=now)
        for sku, ref in refs.items():
            listed = db.execute(
                "insert into listing (shop_id, ref, sku, title, listed_at, product_id, believed, confirmed)"
                " select ?, ?, sku, title, created_at, id, ?, ? from product where sku = ?",
                (number, ref, STOCK, STOCK, sku),
            )
            promises.adopt(db, listed.lastrowid, STOCK, now=now)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_killed_twenty_times(town):
    path, sims, places = town
    seed = int(os.environ.get("PLIMSOLL_KILL_SEED", random.randrange(10**6)))
    print(f"kill seed {seed} (PLIMSOLL_KILL_SEED={seed} repeats the moments)")
    rng = random.Random(seed)
    running, sold, stop = [None], [], threading.Event()
    for number, sim in sims.items():
        sim.bells.append(lambda topic, ref, shop=number: running[0] and running[0].ring(shop, topic, ref))

    def sell():
        while not stop.wait(rng.uniform(0.005, 0.05)):
            number = rng.choice(list(sims))
            ref = sims[number].sell((sims[number].find(rng.choice(SKUS)), rng.choice((1, 1, 2))))
            if ref:
                sold.append((number, ref))

    customers = threading.Thread(target=sell)
    customers.start()
    try:
        for _ in range(KILLS):
            running[0] = Killed(path, places)
            stop.wait(rng.uniform(0.02, 0.8))
            running[0].kill()
    finally:
        stop.set()
        customers.join()
    last = Killed(path, places)
    _until_quiet(path)
    last.end()
    print(f"{len(sold)} sales, {KILLS} kills")
    assert len(sold) > 200
    _check(path, sims, places, sold)


def _until_quiet(path):
    db = connection(path)
    until = time.monotonic() + QUIET_S
    waiting = None
    while time.monotonic() < until:
        waiting = db.execute(
            "select (select count(*) from push where state != 'acknowledged')"
            " + (select count(*) from doorbell where handled_at is null)"
            " + (select count(*) from listing where look_at is not null or settled = 0)"
            " + (select count(*) from shop where orders_read_at is null or not opened)"
        ).fetchone()[0]
        if waiting == 0:
            break
        threading.Event().wait(0.2)
    told = [
        db.execute("select shop_id, state, count(*) from push group by 1, 2").fetchall(),
        db.execute(
            "select shop_id, kind, attempts, count(*) from doorbell where handled_at is null group by 1, 2, 3"
        ).fetchall(),
        db.execute("select id, trouble, trouble_words, orders_read_at, opened from shop").fetchall(),
        db.execute("select shop_id, at, verb, outcome, words from channel_call order by id desc limit 8").fetchall(),
    ]
    db.close()
    assert waiting == 0, f"it never came to rest: {told}"


def _check(path, sims, places, sold):
    db = open_database(path)
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    pieces = db.execute("select sum(committed) from stock_level").fetchone()[0]
    for number, sim in sims.items():
        shop = shops.shop(db, number)
        access = ShopAccess(shop=number, channel=shop.channel, **places[number])
        channel = CHANNELS[shop.channel].open(
            access, clock=utc_now, save_secret=lambda name, value: None, log=lambda call: None
        )
        for ref in [ref for owner, ref in sold if owner == number]:
            before = db.execute("select count(*) from stock_entry").fetchone()
            post_order(db, shop, channel.order(ref), now=utc_now())
            assert db.execute("select count(*) from stock_entry").fetchone() == before, f"{number}/{ref} was not whole"
        channel.close()
        for slot in pushes.offers(db, number, now=utc_now()):
            assert sim.quantity(slot.ref) == slot.offer.quantity == slot.believed
    booked = db.execute("select count(*) from sales_order").fetchone()[0]
    assert booked == len(sold), "every sale once"
    assert pieces == db.execute("select sum(open) from order_line").fetchone()[0]
    assert ledger.levels_that_disagree(db) == []
    db.close()
    said = complaints(path).read_text(encoding="utf-8")
    assert "crashed:" not in said, said

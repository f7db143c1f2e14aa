"""A town for killing in: two WooCommerce and two Shopify shops on loopback, an inventory in which all is live, people
who buy without a pause, and what has to be true in the end.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

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
STOCK = 400
QUIET_S = 60.0


@contextmanager
def town(path, *, sender="kill", stock=STOCK, latency_s=0.005) -> Iterator[tuple]:
    """The shops by number, and how each is reached."""
    sims, servers, places = {}, [], {}
    db = open_database(path)
    with transaction(db):
        settings.put_fact(db, settings.SENDER, sender)
        for sku in SKUS:
            catalog.add_product(db, Product(sku=sku, title=sku), now=utc_now())
    for sku in SKUS:
        post_adjustment(db, sku, EntryKind.COUNT, stock, reason="counted", batch=f"first/{sku}", now=utc_now())
    for number in (1, 2, 3, 4):
        sim = SimulatedWoo(utc_now, number) if number % 2 else SimulatedShopify(utc_now, number)
        refs = {sku: sim.add_product(sku, stock) for sku in SKUS}
        server = LoopbackServer(sim, latency_s=latency_s).start()
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
        _connect(db, access, server.url, refs, stock)
        sims[number] = sim
        servers.append(server)
    db.close()
    try:
        yield sims, places
    finally:
        for server in servers:
            server.stop()


def _connect(db, access, address, refs, stock):
    now, channel = utc_now(), access.channel
    with transaction(db):
        number = shops.add(
            db,
            channel=channel,
            name=channel,
            letter="X",
            address=address,
            way=access.way,
            options=access.settings,
            now=now,
        )
        shops.set_mode(db, number, "live", now=now)
        for sku, ref in refs.items():
            listed = db.execute(
                "insert into listing (shop_id, ref, sku, title, listed_at, product_id, believed, confirmed)"
                " select ?, ?, sku, title, created_at, id, ?, ? from product where sku = ?",
                (number, ref, stock, stock, sku),
            )
            promises.adopt(db, listed.lastrowid, stock, now=now)


@contextmanager
def customers(sims, rng, *, pause_s=(0.005, 0.05)):
    """Somebody buys somewhere, again and again. The list of (shop, order) grows while this is open."""
    sold, stop = [], threading.Event()

    def sell():
        while not stop.wait(rng.uniform(*pause_s)):
            number = rng.choice(list(sims))
            ref = sims[number].sell((sims[number].find(rng.choice(SKUS)), rng.choice((1, 1, 2))))
            if ref:
                sold.append((number, ref))

    thread = threading.Thread(target=sell)
    thread.start()
    try:
        yield sold
    finally:
        stop.set()
        thread.join()


def until_quiet(path, patience_s=QUIET_S):
    db = connection(path)
    until = time.monotonic() + patience_s
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


def check(path, sims, places, sold):
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

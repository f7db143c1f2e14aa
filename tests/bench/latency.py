"""From a sale at one shop to the last of three others holding a number that counts it.

Two WooCommerce and two Shopify shops in another process, on loopback, 10 ms an answer, limits off; 20 sales a second
for 60 s over 200 products, each announced by a doorbell as a webhook would be. The real engine, its real threads.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles
from typing import IO, Any

from app.channels import CHANNELS
from app.channels.base import Channel, Log
from app.core.channel import Doorbell, ShopAccess
from app.session import SWITCH_S, utc_now
from app.store import catalog, plans, promises, settings, shops
from app.store.catalog import Product
from app.store.database import open_database, transaction
from app.store.shops import Shop
from app.sync.engine import Engine, Outlets
from tests.bench.figure import figure
from tests.bench.latency_shops import STOCK

ME = "bench"
SETTLE_S = 3.0


def run() -> None:
    """`latency-median-ms` and `latency-p99-ms`; what a sale costs each of the two processes is only told."""
    command = [sys.executable, "-m", "tests.bench.latency_shops"]
    with (
        tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other,
    ):
        assert other.stdin
        assert other.stdout
        found = _measure(Path(folder) / "plimsoll.db", other.stdin, other.stdout)
        other.stdin.write("end\n")
        other.stdin.flush()
    times = sorted(found["milliseconds"])
    figure("latency-sales", len(times), "sales")
    figure("latency-sales-never-counted", found["never"], "sales", at_most=0)
    figure("latency-cpu-ms", found["own_cpu_s"] * 1000 / len(times), "ms")
    figure("latency-shops-cpu-ms", found["cpu_s"] * 1000 / len(times), "ms")
    figure("latency-median-ms", median(times), "ms", at_most=50)
    figure("latency-p99-ms", quantiles(times, n=100)[98], "ms", at_most=250)


def _measure(path: Path, to: IO[str], out: IO[str]) -> dict[str, Any]:
    places = json.loads(out.readline())["places"]
    _inventory(path, places)
    engine = Engine(
        path,
        installation=ME,
        clock=utc_now,
        open_channel=lambda shop, log: _open(places[str(shop.id)], shop, log),
        outlets=Outlets(lambda changes: None, _crashed, lambda error: None),
    )
    sys.setswitchinterval(SWITCH_S)  # as the session does
    engine.start()
    threading.Event().wait(SETTLE_S)
    to.write("go\n")
    to.flush()
    spent = time.process_time()
    try:
        for said in map(json.loads, out):
            if "milliseconds" in said:
                return {**said, "own_cpu_s": time.process_time() - spent}
            shop, ref, key = said["bell"]
            engine.ring(shop, [Doorbell(kind="order", ref=ref, key=key, source="webhook")])
    finally:
        assert engine.stop()
    raise AssertionError("the shops ended too early")


def _crashed(error: Exception) -> None:
    print(f"the engine crashed: {error!r}", file=sys.stderr)


def _open(place: dict[str, Any], shop: Shop, log: Log) -> Channel:
    access = ShopAccess(
        shop=shop.id,
        channel=place["channel"],
        address=place["address"],
        way=place["way"],
        settings=place["settings"],
        secrets=place["secrets"],
    )
    return CHANNELS[shop.channel].open(access, clock=utc_now, save_secret=lambda name, value: None, log=log)


def _inventory(path: Path, places: dict[str, Any]) -> None:
    """Everything linked, counted and live, and every shop showing what it should."""
    now = utc_now()
    db = open_database(path)
    with transaction(db):
        settings.put_fact(db, settings.SENDER, ME)
        for sku in places["1"]["refs"]:
            catalog.add_product(db, Product(sku=sku, title=sku), now=now)
        for place in places.values():
            number = shops.add(db, channel=place["channel"], name=place["channel"], letter="X", now=now)
            shops.set_mode(db, number, "live", now=now)
            shops.opened(db, number)
            shops.listings_read(db, number, at=now)
            db.executemany(
                "insert into listing (shop_id, ref, sku, title, listed_at, product_id, believed, confirmed)"
                " select ?1, ?2, sku, title, created_at, id, ?4, ?4 from product where sku = ?3",
                [(number, ref, sku, STOCK) for sku, ref in place["refs"].items()],
            )
        for (listing,) in db.execute("select id from listing").fetchall():
            promises.adopt(db, listing, STOCK, now=now)
        db.execute("update stock_level set on_hand = ?, started = 1", (STOCK,))
        plans.rethink(db, plans.sold_in_several_places(db), now=now)  # plenty: everything is shared
    db.close()

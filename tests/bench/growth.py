"""Does booking an order cost more when the ledger is long? One million entries against ten thousand."""

import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from app.core.orders import Order, OrderLine
from app.posting import post_order
from app.store.database import open_database
from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.bench.figure import figure
from tests.life import NOW, add_listing, add_product, add_shop

PRODUCTS, SHORT, LONG, ORDERS = 2000, 10_000, 1_000_000, 600


def run() -> None:
    """`growth-ratio` under FULL, and under NORMAL."""
    for synchronous, name, aim in (("full", "growth-ratio", 1.2), ("normal", "growth-ratio-normal", None)):
        with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
            short, long = (_inventory(Path(folder) / f"{rows}.db", rows, synchronous) for rows in (SHORT, LONG))
            times: tuple[list[float], list[float]] = ([], [])
            for number in range(ORDERS):  # in turn, so that a slow moment of the machine hits both
                for taken, (db, shop) in zip(times, (short, long), strict=True):
                    taken.append(_book(db, shop, number))
            for db, _ in (short, long):
                db.close()
        few, many = (median(taken[100:]) * 1e6 for taken in times)
        figure(f"growth-us-at-10-thousand-{synchronous}", few, "us")
        figure(f"growth-us-at-1-million-{synchronous}", many, "us")
        figure(name, many / few, "", at_most=aim)


def _book(db: Connection, shop: Shop, number: int) -> float:
    at = NOW + timedelta(seconds=number)
    sku = f"P{number * 7 % PRODUCTS:04d}"
    line = OrderLine(ref="1", listing=sku, sku=sku, title=sku, open=1, taken=1)
    sale = Order(ref=f"new{number}", number=str(number), placed_at=at, updated_at=at, lines=(line,))
    began = time.perf_counter()
    post_order(db, shop, sale, now=at)
    return time.perf_counter() - began


def _inventory(path: Path, entries: int, synchronous: str) -> tuple[Connection, Shop]:
    """The same products and listings, and a past of so many entries, two for each order."""
    db = open_database(path, synchronous="off")
    shop = add_shop(db)
    for number in range(PRODUCTS):
        add_product(db, f"P{number:04d}", 0)
        add_listing(db, shop, f"P{number:04d}", shows=10)
    db.execute("begin")
    orders = entries // 2
    at = stamp(NOW)
    db.executemany(
        "insert into sales_order (id, shop_id, ref, number, status, ended, placed_at, updated_at, heard_at, heard_by,"
        " digest) values (?, 1, ?, ?, 'completed', 0, ?, ?, ?, 'poll', x'00')",
        ((number, f"old{number}", str(number), at, at, at) for number in range(1, orders + 1)),
    )
    db.executemany(
        "insert into stock_entry (key, product_id, kind, on_hand_delta, committed_delta, on_hand_after,"
        " committed_after, happened_at, recorded_at, shop_id, order_id, line_ref)"
        " values (?, ?, ?, ?, ?, 0, 0, ?, ?, 1, ?, '1')",
        (
            (f"1/old{number}/1/{kind}", number % PRODUCTS + 1, kind, on_hand, committed, at, at, number)
            for number in range(1, orders + 1)
            for kind, on_hand, committed in (("commit", 0, 1), ("ship", -1, -1))
        ),
    )
    db.execute("update stock_level set on_hand = 100000")
    db.execute("commit")
    db.execute("pragma wal_checkpoint(truncate)")
    db.execute(f"pragma synchronous={synchronous}")
    return db, shop

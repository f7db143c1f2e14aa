"""Orders booked per second, against the same rows written by prepared statements in the same transactions.

Same schema, triggers, pragmas and SQLite library; both files are compared row by row at the end. The two take turns,
in blocks, so that a slow moment of the machine hits both.
"""

import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from app.core import exposure
from app.core.exposure import Exposure
from app.core.orders import Order, OrderLine
from app.posting import post_order
from app.store import orders as stored
from app.store import plans
from app.store.database import open_database, transaction
from app.store.moments import stamp
from app.store.sentences import packed
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.bench.figure import figure
from tests.life import NOW, add_listing, add_product, add_shop

PRODUCTS, BLOCK, BLOCKS, SHOPS = 200, 200, 12, 4


def run() -> None:
    """`book-ratio` under FULL (the program's own setting), and under NORMAL for comparison."""
    for synchronous, name, aim in (("full", "book-ratio", 0.5), ("normal", "book-ratio-normal", None)):
        with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
            ours, bare = _measure(Path(folder), synchronous)
        figure(f"book-orders-per-s-{synchronous}", BLOCK / ours, "1/s")
        figure(f"book-bare-per-s-{synchronous}", BLOCK / bare, "1/s")
        figure(name, bare / ours, "", at_least=aim)


def _measure(folder: Path, synchronous: str) -> tuple[float, float]:
    """Median seconds for a block of orders: ours, and bare."""
    first, shop = _shop(folder / "ours.db", synchronous)
    second, _ = _shop(folder / "bare.db", synchronous)
    ours, bare = [], []
    for block in range(BLOCKS):
        sales = [_sale(block * BLOCK + number) for number in range(BLOCK)]
        ours.append(_timed(lambda read=sales: [post_order(first, shop, sale, now=NOW) for sale in read]))
        rows = [_rows(sale) for sale in sales]
        bare.append(_timed(lambda ready=rows: [_write(second, row) for row in ready]))
    _compare(first, second)
    first.close()
    second.close()
    return median(ours[2:]), median(bare[2:])


def _timed(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _shop(path: Path, synchronous: str) -> tuple[Connection, Shop]:
    """Two hundred products in four shops."""
    db = open_database(path, synchronous="off")
    places = [add_shop(db, channel, channel, channel[0]) for channel in ("woocommerce", "shopify") * (SHOPS // 2)]
    for number in range(PRODUCTS):
        add_product(db, f"P{number:03d}", 100_000)
        for place in places:
            add_listing(db, place, f"P{number:03d}", shows=100_000)
    with transaction(db):
        plans.rethink(db, plans.sold_in_several_places(db), now=NOW)  # plenty: everything is shared
        db.execute("update push set state = 'acknowledged', due_at = null")
    db.execute(f"pragma synchronous={synchronous}")
    return db, places[0]


def _sale(number: int) -> Order:
    at = NOW + timedelta(seconds=number)
    sku = f"P{number % PRODUCTS:03d}"
    line = OrderLine(ref="1", listing=sku, sku=sku, title=sku.title(), open=1, taken=1)
    return Order(ref=str(number), number=str(number), placed_at=at, updated_at=at, lines=(line,), status="processing")


def _rows(sale: Order) -> tuple:
    """Everything that a booking leaves behind, worked out beforehand."""
    number = int(sale.ref)
    product = number % PRODUCTS + 1
    at, now = stamp(sale.placed_at), stamp(NOW)
    level = number // PRODUCTS
    order = (1, sale.ref, sale.ref, "processing", 0, at, at, now, "poll", "", stored.digest_of(sale))
    line = (number + 1, "1", sale.lines[0].listing, sale.lines[0].sku, sale.lines[0].title)
    entry = (f"1/{sale.ref}/1/{sale.lines[0].sku}/0-commit", product, level + 1, at, now, number + 1)
    listing = (product - 1) * SHOPS + 1
    return order, line, (number + 1, product), (now, product), (listing, now, SOLD), entry, (now, product)


_ORDER = (
    "insert into sales_order (shop_id, ref, number, status, ended, placed_at, updated_at, heard_at, heard_by, url,"
    " digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LINE = (
    "insert into order_line (order_id, ref, listing_ref, sku, title, open, shipped, returned, withheld, taken, linked)"
    " values (?, ?, ?, ?, ?, 1, 0, 0, 0, 1, 1)"
)
_PART = "insert into order_part (order_id, line_ref, product_id, per_piece) values (?, '1', ?, 1)"
_ENTRY = (
    "insert into stock_entry (key, product_id, kind, on_hand_delta, committed_delta, on_hand_after, committed_after,"
    " happened_at, recorded_at, shop_id, order_id, line_ref) values (?, ?, 'commit', 0, 1, 100000, ?, ?, ?, 1, ?, '1')"
)
_LISTING = "update listing set believed = believed - 1, moved_at = ?1 where product_id = ?2 and shop_id = 1"
_PROMISE = (
    "insert into promise (listing_id, at, kind, change, bound_after, why)"
    " select id, ?2, 'sale', -1, bound - 1, ?3 from listing where id = ?1"
)
SOLD = packed(exposure.sold(Exposure(), 1)[1][0].why)
_PUSH = (
    "update push set wanted = wanted + 1, due_at = coalesce(due_at, ?), state = 'due', next_at = null"
    " where listing_id in (select id from listing where product_id = ?)"
)


def _write(db: Connection, rows: tuple) -> None:
    db.execute("begin immediate")
    for statement, row in zip((_ORDER, _LINE, _PART, _LISTING, _PROMISE, _ENTRY, _PUSH), rows, strict=True):
        db.execute(statement, row)
    db.execute("commit")


def _compare(first: Connection, second: Connection) -> None:
    """Every column of every table: nothing that a booking leaves behind may be missing from the reference."""
    tables = first.execute(
        "select name from sqlite_master where type = 'table' and name != '_sqlite_migrations'"
    ).fetchall()
    for (table,) in tables:
        one, other = (sorted(db.execute(f"select * from {table}"), key=repr) for db in (first, second))
        assert one == other, f"{table} differs"

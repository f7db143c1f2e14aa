"""A large inventory, written quickly: 100,000 products, each in four shops, with a ledger of 1,000,000 rows.

Straight into the real tables, so that every trigger and index of the program does its work.
"""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from app.session import utc_now
from app.store import settings, shops
from app.store.database import open_database, transaction
from app.store.moments import stamp
from app.store.sqlite import Connection

PRODUCTS, PAST_DAYS, SEED = 100_000, 60, 1
SHOPS = (("woocommerce", "Woo"), ("shopify", "Shopify"), ("woocommerce", "Woo two"), ("shopify", "Shopify two"))
ROUNDS = ("count", *("commit", "ship") * 4, "commit")  # ten ledger rows for each product
COLOURS = """
    amber ash blue brass bronze celadon charcoal chalk cobalt copper coral cream ecru emerald flint forest ginger gold
    grey indigo iron ivory jade lavender lilac lime linen marine midnight mint moss mustard ochre olive onyx opal peach
    pearl plum rose ruby russet rust sage sand scarlet sea silver slate smoke snow storm teal tin umber white
"""
KINDS = """
    apron basket bath-mat bell blanket board bookend bottle bowl box brush bucket butter-dish cake-stand candle canister
    carafe clock coaster colander cup cushion decanter doorstop egg-cup frame funnel glass grater hook jar jug kettle
    ladle lamp lantern lid mirror mortar mug napkin pan pencil-pot peg pitcher planter plate platter quilt rack
    ring-dish rug salt-pig saucer scoop shelf spoon stool tile towel tray trivet vase whisk wreath
"""
FINISHES = "banded brushed carved crackled dipped glazed hammered knotted matt plain ribbed speckled striped"
_WORDS = tuple(words.split() for words in (FINISHES, COLOURS, KINDS))


def build(path: Path, *, ledger: bool = True) -> None:
    """Write it, or all but its past. The same names and numbers at every run; its past ends now."""
    with closing(open_database(path, synchronous="off")) as db:
        db.execute("pragma cache_size=-400000")
        with transaction(db):
            _shops(db)
            _products(db, random.Random(SEED))
        if ledger:
            with transaction(db):
                _ledger(db, random.Random(SEED))
        db.execute("pragma wal_checkpoint(truncate)")


def _shops(db: Connection) -> None:
    """Looking only, and without keys: their lanes find nothing to do, and nobody is asked for anything."""
    for channel, name in SHOPS:
        shops.add(db, channel=channel, name=name, letter=name[0], cursor="", now=utc_now() - timedelta(PAST_DAYS))


def _products(db: Connection, rng: random.Random) -> None:
    at = stamp(utc_now() - timedelta(days=PAST_DAYS))
    db.executemany(
        "insert into product (id, sku, title, barcode, place, price_minor, currency, created_at)"
        " values (?, ?, ?, ?, ?, ?, 'GBP', ?)",
        ((number, *_names(number, rng), f"Shelf {number % 90}", rng.randrange(400, 9000), at) for number in _numbers()),
    )
    db.execute("update stock_level set started = 1")
    for name, most in ((settings.FLOOR, 12), (settings.REORDER_POINT, 24)):
        values = ((at, name, number, rng.randrange(most // 2, most)) for number in _numbers())
        db.executemany("insert into setting (at, name, product_id, value) values (?, ?, ?, ?)", values)
    db.executemany(
        "insert into listing (shop_id, ref, sku, title, listed_at, product_id, believed, confirmed, confirmed_at)"
        " select ?, 'L' || id, sku, title, created_at, id, 20, 20, created_at from product",
        ((shop,) for shop in range(1, len(SHOPS) + 1)),
    )


def _names(number: int, rng: random.Random) -> tuple[str, str, str]:
    finish, colour, kind = (rng.choice(words) for words in _WORDS)
    kind = kind.replace("-", " ")
    sku = f"{kind[:3]}-{colour[:3]}-{number:06d}".upper()
    title = f"{finish.title()} {colour} {kind} {rng.randrange(6, 48)} cm"
    return sku, title, f"{5_000_000_000_000 + rng.randrange(10**6) * 10**6 + number}"


def _ledger(db: Connection, rng: random.Random) -> None:
    """Day by day, so that the rows of one product lie far apart in the file."""
    first = [rng.randrange(4, 90) for _ in _numbers()]
    db.executemany(
        "insert into stock_entry (key, product_id, kind, on_hand_delta, committed_delta, on_hand_after,"
        " committed_after, happened_at, recorded_at, shop_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _entries(first, rng),
    )


def _entries(on_hand: list[int], rng: random.Random) -> Iterator[tuple[object, ...]]:
    begin, committed = utc_now() - timedelta(days=PAST_DAYS), [0] * PRODUCTS
    for place, kind in enumerate(ROUNDS):
        day = begin + timedelta(days=place * PAST_DAYS / len(ROUNDS))
        for number in _numbers():
            at, pieces = stamp(day + timedelta(seconds=number)), rng.randrange(1, 4)
            sold = committed[number - 1]
            changes = {"count": (on_hand[number - 1], 0), "commit": (0, pieces), "ship": (-sold, -sold)}
            moved, promised = changes[kind]
            on_hand[number - 1] += 0 if kind == "count" else moved
            committed[number - 1] += promised
            shop = None if kind == "count" else number % len(SHOPS) + 1
            after = (on_hand[number - 1], committed[number - 1])
            yield f"{kind}/{place}/{number}", number, kind, moved, promised, *after, at, at, shop


def _numbers() -> range:
    return range(1, PRODUCTS + 1)

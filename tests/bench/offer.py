"""What the offer policy costs: one product at five places without SQL, and two thousand listings with it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from app.core.offer import HeldBack
from app.core.policy import Choice, Mode, Place, Supply, plan
from app.store import plans
from app.store.database import open_database
from tests.bench.figure import figure
from tests.life import NOW, add_listing, add_product, add_shop

ROUNDS = 4000
PRODUCTS = 500
NAMES = ("Shopify", "WooCommerce", "Etsy", "Square", "Wix")
SHARES = (0.4, 0.25, 0.15, 0.1, 0.1)


def run() -> None:
    """`offer-us`: the dearer of the two usual cases, shared and split; `offer-move-us`: pieces move as well."""
    shared = _supply(180, mode=Mode.SHARE)
    split = _supply(18, choice=Choice.NEVER)
    usual = max(_micros(shared, _places([177] * 5)), _micros(split, _places([6, 4, 3, 1, 1])))
    figure("offer-us", usual, "us", at_most=100)
    figure("offer-move-us", _micros(split, _places([6, 4, 3, 2, 0])), "us")
    with tempfile.TemporaryDirectory() as folder:
        figure("offer-2000-listings-ms", _planned(Path(folder)), "ms", at_most=200)


def _planned(folder: Path) -> float:
    """The median of planning 500 products at four shops from the database, half of them split."""
    db = open_database(folder / "inventory.db", synchronous="off")
    shops = [add_shop(db, channel, channel, channel[0]) for channel in ("woocommerce", "shopify") * 2]
    products = [add_product(db, f"P{number:03d}", 40) for number in range(PRODUCTS)]
    for number in range(PRODUCTS):
        for shop in shops:
            add_listing(db, shop, f"P{number:03d}", shows=10)
    db.execute("update stock_level set split = product_id % 2")
    taken = median(_nanos(lambda: plans.plan(db, products, now=NOW)) for _ in range(20)) / 1e6
    assert len(plans.plan(db, products, now=NOW)) == PRODUCTS * len(shops)
    db.close()
    return taken


def _supply(on_hand: int, *, choice: Choice = Choice.ADAPTIVE, mode: Mode = Mode.SPLIT) -> Supply:
    return Supply(on_hand=on_hand, committed=3, choice=choice, mode=mode, recent=2, rate_per_s=12 / 3600)


def _places(shows: list[int]) -> list[Place]:
    return [
        Place(
            listing=at,
            name=NAMES[at],
            shows=number,
            bound=number,
            rate_per_s=SHARES[at],
            window_s=8.0,
            average_s=5.0,
            held=HeldBack(),
        )
        for at, number in enumerate(shows)
    ]


def _micros(supply: Supply, places: list[Place]) -> float:
    """The median of one decision with its five offers and their reasons."""
    return median(_nanos(lambda: plan(supply, places)) for _ in range(ROUNDS)) / 1000


def _nanos(act: Callable[[], object]) -> int:
    started = perf_counter_ns()
    act()
    return perf_counter_ns() - started

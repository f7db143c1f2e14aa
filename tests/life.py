"""A shop's life in few words, for tests: a fresh inventory, a product, an order."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.core.channel import ListingFacts
from app.core.orders import Order, OrderLine
from app.core.places import Choice
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.rules import post_choice
from app.store import catalog, ledger, listings, promises, pushes, shops
from app.store.catalog import Product
from app.store.database import open_database, transaction
from app.store.shops import Shop
from app.store.sqlite import Connection

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)


def later(minutes: float = 1) -> datetime:
    return NOW + timedelta(minutes=minutes)


def fresh(folder: Path, name: str = "inventory.db") -> Connection:
    """A new inventory; NORMAL, because these tests do not cut the power."""
    return open_database(folder / name, synchronous="off")


def add_shop(
    db: Connection, channel: str = "woocommerce", name: str = "Woo", letter: str = "W", *, live: bool = True
) -> Shop:
    with transaction(db):
        number = shops.add(db, channel=channel, name=name, letter=letter, cursor="", now=NOW - timedelta(days=1))
        if live:
            shops.set_mode(db, number, "live", now=NOW)
    shop = shops.shop(db, number)
    assert shop is not None
    return shop


def add_product(db: Connection, sku: str, on_hand: int | None = None, **parts: int) -> int:
    with transaction(db):
        number = catalog.add_product(db, Product(sku=sku, title=sku.title()), now=NOW)
        if parts:
            catalog.set_parts(db, sku, parts)
    if on_hand is not None:
        post_adjustment(db, sku, EntryKind.COUNT, on_hand, reason="counted", batch=f"first/{sku}", now=NOW)
    return number


def add_listing(db: Connection, shop: Shop, sku: str, *, shows: int | None = None, ref: str | None = None) -> int:
    """A listing of the shop linked to the product, and known to show a number."""
    facts = ListingFacts(ref=ref or sku, sku=sku, title=sku, quantity=None)
    with transaction(db):
        listings.save_listings(db, shop.id, [facts], read_at=NOW)
        number = db.execute("select id from listing where shop_id = ? and ref = ?", (shop.id, facts.ref)).fetchone()[0]
        listings.link(db, number, sku)
        db.execute("update listing set believed = ? where id = ?", (shows, number))
        if shows is not None:
            promises.adopt(db, number, shows, now=NOW)
        pushes.mark_listings_due(db, [number], now=NOW)
    return number


def share(db: Connection, sku: str) -> None:
    """The seller does not care whether this product is sold twice: it is shown everywhere in full."""
    post_choice(db, sku, Choice.SHARE, now=NOW)


def order(
    ref: str = "1", *lines: OrderLine, at: float = 0, placed: float = 0, ended: bool = False, status: str = ""
) -> Order:
    return Order(
        ref=ref, number=ref, placed_at=later(placed), updated_at=later(at), lines=lines, ended=ended, status=status
    )


def line(sku: str = "MUG", open: int = 1, ref: str = "a", **more: Any) -> OrderLine:
    return OrderLine(**{"ref": ref, "listing": sku, "sku": sku, "title": sku, "open": open, "taken": open, **more})


def level(db: Connection, sku: str) -> tuple[int, int]:
    """(on hand, committed)"""
    found = ledger.levels(db, [sku])[sku]
    return found.on_hand, found.committed

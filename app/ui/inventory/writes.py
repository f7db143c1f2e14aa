"""What the Inventory page writes beside stock itself: dated settings, what is on sale where, new products.

Each is one transaction and says what it touched; hand it to `bridge.perform`.
"""

from collections.abc import Sequence
from datetime import datetime

from app.core.changes import Changes
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import PlimsollError
from app.posting import post_adjustment
from app.store import catalog, inventory, listings, places, pushes, settings
from app.store.catalog import Product
from app.store.database import transaction
from app.store.listings import ListingRow
from app.store.sqlite import Connection

LEVEL_SETTINGS = {"floor": settings.FLOOR, "reorder": settings.REORDER_POINT}


def set_level(db: Connection, key: str, product: int, sku: str, value: int | None, *, now: datetime) -> Changes:
    """Another floor or reorder point of a product, from now on; None for none."""
    with transaction(db):
        settings.put(db, LEVEL_SETTINGS[key], value, product=product, now=now)
    return Changes(skus=frozenset({sku}), settings=True)


def put_places(db: Connection, sku: str, product: int, found: Sequence[str]) -> Changes:
    """Where a product lies, in the order in which it is walked."""
    with transaction(db):
        places.put(db, product, found)
    return Changes(skus=frozenset({sku}), catalog=True)


def send_again(db: Connection, listing: ListingRow, *, now: datetime) -> Changes:
    """Let a listing be told its number once more."""
    with transaction(db):
        pushes.mark_listings_due(db, [listing.id], now=now)
    return _touched([listing])


def set_on_sale(db: Connection, chosen: Sequence[ListingRow], *, off: bool, now: datetime) -> Changes:
    """Take listings off sale in their shops, or put them back. The shops are told both that and the number."""
    with transaction(db):
        for listing in chosen:
            listings.ask_pause(db, listing.id, off=off)
        pushes.mark_listings_due(db, [listing.id for listing in chosen], now=now)
    return _touched(chosen)


def add_product(db: Connection, product: Product, first: int | None, *, batch: str, now: datetime) -> Changes:
    """A new product, and its first number where one was counted. A SKU that is in use is refused."""
    with transaction(db):
        known = inventory.same_sku(db, product.sku)
        if known is not None:
            raise PlimsollError(
                N_("{sku} is {title} already.", sku=product.sku, title=known),
                N_("Type another SKU. Nothing was added."),
            )
        catalog.add_product(db, product, now=now)
    changes = Changes(skus=frozenset({product.sku}), catalog=True)
    if first is not None:
        changes |= post_adjustment(db, product.sku, EntryKind.COUNT, first, reason="counted", batch=batch, now=now)
    return changes


def _touched(chosen: Sequence[ListingRow]) -> Changes:
    shops = frozenset(listing.shop_id for listing in chosen)
    skus = frozenset(listing.product_sku for listing in chosen if listing.product_sku is not None)
    return Changes(skus=skus, shops=shops, due=shops, catalog=True)

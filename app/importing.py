"""What is taken over from outside at the seller's word: links, packs and bundles from matching, and sheets of products
or of past sales.

Each is one transaction, and can be taken back as one act.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.core.past_sheet import PastSale
from app.core.product_sheet import ON_HAND, Planned
from app.core.stock import EntryKind, StockEntry
from app.posting import post_links, undo_entries
from app.store import booking, catalog, ledger, listings, past_sales, plans, product_sheet, pushes
from app.store.catalog import Product
from app.store.database import transaction
from app.store.ledger import Source
from app.store.sqlite import Connection

# ------------------------------------------------------------------------------------------------ matching

Bundle = tuple[int, Product, Mapping[str, int]]  # the listing, what it sells, and its parts by SKU


def add_bundles(db: Connection, bundles: Sequence[Bundle], *, now: datetime) -> Changes:
    """Add packs and bundles for listings, and link them. One that is there already stays as it is."""
    with transaction(db):
        for _, product, parts in bundles:
            if catalog.product_id(db, product.sku) is None:
                catalog.add_product(db, product, now=now)
                catalog.set_parts(db, product.sku, parts)
    links = [(listing, product.sku) for listing, product, _ in bundles]
    return Changes(catalog=bool(bundles)) | post_links(db, links, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What a matching found before it wrote: the links that were there, what it left alone, what it added."""

    links: tuple[tuple[int, str | None], ...]
    ignored: tuple[int, ...]
    added: tuple[str, ...]


def take_matching_back(db: Connection, before: Matched, *, now: datetime) -> Changes:
    """The links are again as they were; products that it added go, unless something happened to them meanwhile.

    Sales that were booked because of the links stay booked: they are facts.
    """
    changes = post_links(db, before.links, now=now)
    with transaction(db):
        listings.ignore(db, before.ignored, ignored=False)
        removed = catalog.remove_untouched(db, before.added)
    return changes | Changes(catalog=True, skus=frozenset(removed))


# ------------------------------------------------------------------------------------------------ sheets of products


def take_sheet_over(db: Connection, rows: Sequence[Planned], *, batch: str, now: datetime) -> Changes:
    """Write what a sheet changes: all of it or nothing. A number on hand is a first number, and only that.

    What a product got meanwhile stands: a first number is left out where there is one now.
    """
    with transaction(db):
        touched = product_sheet.write(db, rows, now=now)
        changes = _tell(db, touched, now) | _first_numbers(db, rows, batch, now)
    return changes | Changes(skus=frozenset(row.sku for row in rows), catalog=True, settings=True)


def take_sheet_back(db: Connection, rows: Sequence[Planned], *, batch: str, now: datetime) -> Changes:
    """The values from before the sheet hold again, except those that were changed since. Products that it added go,
    unless something happened to them; a first number makes a row of the ledger, and its product stays without one.
    """
    with transaction(db):
        changes = undo_entries(db, batch, now=now)
        touched = product_sheet.write(db, rows, now=now, back=True)
        changes |= _tell(db, touched, now)
        catalog.remove_untouched(db, [row.sku for row in rows if row.new])
    return changes | Changes(skus=frozenset(row.sku for row in rows), catalog=True, settings=True)


def _tell(db: Connection, products: Sequence[int], now: datetime) -> Changes:
    """Something else is held back of these: their shares are thought over, and their listings are told."""
    parts = sorted({part for product in products for part in plans.parts_of(db, product)})
    plans.rethink(db, parts, now=now)
    return Changes(due=pushes.mark_due(db, parts, now=now) if parts else frozenset())


def _first_numbers(db: Connection, rows: Sequence[Planned], batch: str, now: datetime) -> Changes:
    counted = {row.sku: row.changes[ON_HAND][1] for row in rows if ON_HAND in row.changes}
    levels = {
        sku: level
        for sku, level in ledger.levels(db, counted).items()
        if not level.started and not catalog.parts(db, sku)
    }
    entries = [
        StockEntry(
            key=f"{batch}/{sku}",
            sku=sku,
            kind=EntryKind.ADJUST,
            happened_at=now,
            on_hand=int(counted[sku] or 0) - level.on_hand,
            reason="start",
        )
        for sku, level in levels.items()
    ]
    for level in levels.values():
        catalog.set_started(db, level.product_id, started=True)
    return booking.append(db, entries, levels, source=Source(batch=batch), now=now)


# ------------------------------------------------------------------------------------------------ sheets of past sales


def take_past_over(db: Connection, shop: int, sales: Sequence[PastSale]) -> Changes:
    """Keep what sold before, as demand only: no ledger row, no number on any channel."""
    with transaction(db):
        past_sales.put_sheet(db, shop, sales)
    return Changes(catalog=True)


def put_past_back(db: Connection, shop: int, sales: Sequence[PastSale], before: Sequence[past_sales.Kept]) -> Changes:
    """These days are as they were before the sheet."""
    with transaction(db):
        past_sales.put_back(db, shop, sales, before)
    return Changes(catalog=True)

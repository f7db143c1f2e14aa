"""What is taken over from outside at the seller's word: links, packs and bundles from matching, and sheets of products.

Each is one transaction, and can be taken back as one act.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.posting import post_links
from app.store import catalog, listings
from app.store.catalog import Product
from app.store.database import transaction
from app.store.sqlite import Connection

# ------------------------------------------------------------------------------------------------ matching

Bundle = tuple[int, Product, Mapping[str, int]]  # the listing, what it sells, and its parts by SKU


def add_bundles(db: Connection, bundles: Sequence[Bundle], *, now: datetime) -> Changes:
    """Add packs and bundles for listings, and link them: an ordinary bundle sells its parts. One there already stays."""
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

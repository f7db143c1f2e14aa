"""What a matching is going to write, in slices, and how it is taken back as one act."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from app.core.matching import gtin, normal
from app.importing import Bundle, Matched, add_bundles
from app.store.catalog import Product
from app.store.health import MatchRow
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.slices import Job

SLICE = 40  # listings in one transaction: so many hold the write lock for some tens of milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is to be written, by listing: links (None takes one away), new products, packs and bundles, and listings to
    leave alone. `were` are the links of all listings now.
    """

    links: tuple[tuple[int, str | None], ...] = ()
    products: tuple[tuple[int, Product], ...] = ()
    bundles: tuple[Bundle, ...] = ()
    ignored: tuple[int, ...] = ()
    were: Mapping[int, str | None] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """How many listings it touches."""
        return len(self.links) + len(self.products) + len(self.bundles) + len(self.ignored)

    def before(self) -> Matched:
        """What taking it back needs to know."""
        links = [listing for listing, _ in self.links]
        added = [product.sku for _, product in self.products]
        links += [listing for listing, _ in self.products]
        added += [product.sku for _, product, _ in self.bundles]
        links += [listing for listing, _, _ in self.bundles]
        return Matched(
            links=tuple((listing, self.were[listing]) for listing in links),
            ignored=self.ignored,
            added=tuple(dict.fromkeys(reversed(added))),  # bundles before their parts
        )


def jobs(bridge: Bridge, shop: int, work: Work) -> Iterator[Job]:
    """The writing in slices: parts before the packs that are made of them."""
    db, perform = bridge.db, bridge.perform
    for at in range(0, len(work.products), SLICE):
        some = work.products[at : at + SLICE]
        yield lambda some=some: perform(acts.add_products, db, some, now=bridge.now)  # type: ignore[misc]
    for at in range(0, len(work.bundles), SLICE):
        sets = work.bundles[at : at + SLICE]
        yield lambda sets=sets: perform(add_bundles, db, sets, now=bridge.now)  # type: ignore[misc]
    for at in range(0, len(work.links), SLICE):
        links = work.links[at : at + SLICE]
        yield lambda links=links: perform(acts.link, db, links, now=bridge.now)  # type: ignore[misc]
    if work.ignored:
        yield lambda: perform(acts.ignore, db, shop, work.ignored)


def as_product(row: MatchRow, sku: str) -> Product:
    """The product that a listing speaks of."""
    return Product(
        sku=sku,
        title=row.title.strip() or sku,
        barcode=row.barcode or None,
        price_minor=row.price_minor,
        currency=row.currency or None,
    )


def bundles_of(
    sets: Sequence[tuple[MatchRow, Mapping[str, int]]], taken: Collection[str], barcodes: Collection[str]
) -> tuple[Bundle, ...]:
    """One bundle for all listings that sell the same. `taken` are the SKUs, in normal form, that are in use.

    A barcode that a product has already stays that product's: a scan must find one thing.
    """
    used, made = set(taken), dict[tuple[tuple[str, int], ...], Product]()
    found = []
    for row, parts in sets:
        key = tuple(parts.items())
        if key not in made:
            sku = _free(row.sku.strip() or "+".join(f"{sku}-X{n}" if n > 1 else sku for sku, n in key), used)
            used.add(normal(sku))
            new = as_product(row, sku)
            made[key] = replace(new, barcode=None) if gtin(row.barcode) in barcodes else new
        found.append((row.id, made[key], parts))
    return tuple(found)


def _free(sku: str, used: Collection[str]) -> str:
    if normal(sku) not in used:
        return sku
    return next(name for name in (f"{sku}-{number}" for number in count(2)) if normal(name) not in used)

"""All that the pane says of one product, read at once in a few short queries."""

from dataclasses import dataclass
from datetime import datetime

from app.store import history, incidents, inventory, listings, offering, pushes, settings, shops
from app.store.history import Part
from app.store.inventory import ProductRow
from app.store.listings import ListingRow
from app.store.offering import Crowd, ModeNow
from app.store.pushes import Slot
from app.store.settings import HELD_BACK
from app.store.shops import Shop
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A product on one shop: what it shows there, and what it should. `listing` None: a place kept by hand.

    `broken`: it sold more than it may have been showing, and was not read since.
    """

    shop: Shop
    number: int | None
    taken_off: bool = False
    listing: ListingRow | None = None
    slot: Slot | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held back of a product: its own number, and the general one that stands where it has none."""

    own: int | None
    general: int

    @property
    def total(self) -> int:
        """Pieces that no channel sees."""
        return self.general if self.own is None else self.own


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """One product in full. `mode` None: it is not sold in several places. `crowd`: more places show it than it has."""

    row: ProductRow
    now: datetime
    listed: tuple[Listed, ...]
    held: Held
    incident: int | None
    parts: tuple[Part, ...] = ()
    mode: ModeNow | None = None
    crowd: Crowd | None = None


def read_facts(db: Connection, number: int, *, now: datetime) -> ProductFacts | None:
    """Everything about a product; None when it is no longer there."""
    row = inventory.rows(db, [number], now=now).get(number)
    if row is None:
        return None
    own = settings.get(db, HELD_BACK, product=number)
    return ProductFacts(
        row=row,
        now=now,
        listed=tuple(_listed(db, row, now)),
        held=Held(own=own, general=settings.get(db, HELD_BACK) or 0),
        incident=incidents.open_incident_of(db, row.sku),
        parts=tuple(history.parts_of(db, number)) if row.parts else (),
        mode=offering.mode_of(db, number),
        crowd=offering.crowd_of(db, number),
    )


def _listed(db: Connection, row: ProductRow, now: datetime) -> list[Listed]:
    known = {shop.id: shop for shop in shops.shops(db)}
    broken = offering.broken_of(db, row.id)
    found = [
        Listed(
            shop=known[listing.shop_id],
            number=listing.believed,
            taken_off=listing.taken_off,
            listing=listing,
            slot=pushes.offer_of(db, listing.id, now=now),
            broken=listing.id in broken,
        )
        for listing in listings.listings_of_product(db, row.sku)
        if listing.shop_id in known and not known[listing.shop_id].by_hand and listing.stock_of is None
    ]
    by_hand = [
        Listed(shop=known[shown.shop_id], number=shown.number, taken_off=shown.taken_off)
        for shown in row.shown
        if shown.shop_id in known and known[shown.shop_id].by_hand
    ]
    return sorted((*found, *by_hand), key=lambda one: one.shop.id)


def held_at(db: Connection, facts: ProductFacts, shop: int) -> tuple[int | None, int]:
    """What is held back of the product from one shop alone (None: nothing of its own), and what holds otherwise."""
    own = settings.get(db, HELD_BACK, shop=shop, product=facts.row.id)
    extra = settings.get(db, HELD_BACK, shop=shop) or 0
    return own, facts.held.total + extra

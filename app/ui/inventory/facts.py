"""All that the pane says of one product, read at once in a few short queries."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.alerting import Outcome
from app.core.floor_plan import Spot, by_claim
from app.core.suggest import Suggestion, for_a_week
from app.core.text import Text
from app.store import (
    alert_log,
    floor_acts,
    history,
    incidents,
    inventory,
    listings,
    offering,
    plans,
    pushes,
    rulebook,
    shops,
    stall_days,
)
from app.store.floor_acts import Act, PutBack
from app.store.history import Part
from app.store.inventory import ProductRow
from app.store.listings import ListingRow
from app.store.offering import Crowd, ModeNow
from app.store.pushes import Slot
from app.store.rulebook import Limit
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

    @property
    def can_take_off(self) -> bool:
        """Is it on sale in a shop that takes our numbers?"""
        return self._reached and not self.taken_off

    @property
    def can_put_back(self) -> bool:
        """Did the seller take it off, in a shop that takes our numbers?"""
        return self._reached and self.taken_off

    @property
    def _reached(self) -> bool:
        listing = self.listing
        return self.shop.sends and listing is not None and listing.gone_at is None and listing.counted


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """One product in full. `mode` None: it is not sold in several places. `crowd`: more places show it than it has.

    `along`: pieces that lie at a stall now, and are held back everywhere.
    """

    row: ProductRow
    now: datetime
    listed: tuple[Listed, ...]
    held: Limit
    incident: int | None
    parts: tuple[Part, ...] = ()
    mode: ModeNow | None = None
    crowd: Crowd | None = None
    along: int = 0
    standing: tuple[Text, ...] = ()  # names of its alerts that fired and hold
    to_pause: tuple[Spot, ...] = ()  # at its floor: what one press would pause
    goes_on: str = ""  # and who would go on selling it
    acts: tuple[Act, ...] = ()  # what the plan at the floor has done and still stands
    put_back: PutBack | None = None


def read_facts(db: Connection, number: int, *, now: datetime) -> ProductFacts | None:
    """Everything about a product; None when it is no longer there."""
    row = inventory.rows(db, [number], now=now).get(number)
    if row is None:
        return None
    return ProductFacts(
        row=row,
        now=now,
        listed=tuple(_listed(db, row, now)),
        held=rulebook.rules_of(db, number).limits(0)[0],
        incident=incidents.open_incident_of(db, row.sku),
        parts=tuple(history.parts_of(db, number)) if row.parts else (),
        mode=offering.mode_of(db, number),
        crowd=offering.crowd_of(db, number),
        along=stall_days.out(db, number),
        standing=tuple(
            one.name for one in alert_log.of_product(db, number) if one.product and one.outcome is Outcome.FIRED
        ),
        acts=tuple(floor_acts.open_acts(db, number)),
        put_back=floor_acts.put_back_of(db, number),
        **_plan(db, row, now),
    )


def _plan(db: Connection, row: ProductRow, now: datetime) -> dict[str, Any]:
    """What can be paused at the floor, and who goes on."""
    if row.floor is None or row.available > row.floor:
        return {}
    paused = floor_acts.offered(db, row.id, now=now)
    numbers = {spot.listing for spot in paused}
    left = [spot for spot in by_claim(floor_acts.spots(db, row.id, now=now)) if spot.selling]
    goes_on = next((spot.name for spot in left if spot.listing not in numbers), "")
    return {"to_pause": tuple(paused), "goes_on": goes_on}


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


def held_at(db: Connection, facts: ProductFacts, shop: int) -> Limit:
    """What is held back of the product from one shop (0: from all), and what holds otherwise."""
    return rulebook.rules_of(db, facts.row.id).limits(shop)[0]


def suggestions(db: Connection, facts: ProductFacts) -> dict[int, Suggestion]:
    """By shop (0: for the whole product), how much to hold back this week where more would be safer."""
    known = plans.known(db, facts.row.id, now=facts.now)
    if known is None:
        return {}
    supply, places = known
    here: dict[int, set[int]] = {0: set()}
    for listed in facts.listed:
        if listed.listing is not None and listed.slot is not None:
            here.setdefault(listed.shop.id, set()).add(listed.listing.id)
    found = {shop: for_a_week(supply, places, listings) for shop, listings in here.items()}
    return {shop: suggestion for shop, suggestion in found.items() if suggestion is not None}

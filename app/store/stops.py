"""Stop selling: one press takes every listing of a product off sale, and holds it off until the seller resumes.

A bundle that holds the product is stopped with it. The hold is `taken_off` of each listing: whatever comes in, the
policy offers nothing there.
"""

from dataclasses import dataclass
from datetime import datetime

from app.core.incidents import Event
from app.store import incident_events, listings, looks, pushes, settings, shops
from app.store.listings import ListingRow
from app.store.moments import moment, moment_or_none, stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

_LISTED = """
    select listing.id from listing join incident on incident.id = ?
    where (listing.product_id = incident.product_id
        or listing.product_id in (select bundle_id from bundle_part where part_id = incident.product_id))
    and gone_at is null and stock_of is null
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """A listing of the product, and whether it is held off sale. `was_off`: it was before, and stays so."""

    listing: ListingRow
    shop: Shop
    title: str  # of the product that it shows: the bundle, where it is one
    own: bool  # does it show the product itself?
    asked_at: datetime | None = None
    was_off: bool = False
    ticked_at: datetime | None = None
    resumed_at: datetime | None = None

    @property
    def held(self) -> bool:
        """Is it held off sale by this incident?"""
        return self.asked_at is not None and self.resumed_at is None and self.listing.taken_off


def stops(db: Connection, incident: int) -> list[Stopped]:
    """Every listing of the product and of bundles that hold it, the channel with the best claim first."""
    known = {shop.id: shop for shop in shops.shops(db)}
    kept = {
        listing: (moment(asked), bool(was), moment_or_none(ticked), moment_or_none(resumed))
        for listing, asked, was, ticked, resumed in db.execute(
            "select listing_id, asked_at, was_off, ticked_at, resumed_at from incident_stop where incident_id = ?",
            (incident,),
        )
    }
    sku = db.execute(
        "select sku from product where id = (select product_id from incident where id = ?)", (incident,)
    ).fetchone()[0]
    found = []
    for (number,) in db.execute(_LISTED, (incident,)).fetchall():
        row = listings.listing(db, number)
        if row is None or row.shop_id not in known:
            continue
        asked, was, ticked, resumed = kept.get(number, (None, False, None, None))
        found.append(
            Stopped(
                listing=row,
                shop=known[row.shop_id],
                title=_title(db, row.product_sku),
                own=row.product_sku == sku,
                asked_at=asked,
                was_off=was,
                ticked_at=ticked,
                resumed_at=resumed,
            )
        )
    return sorted(found, key=lambda one: (-_priority(db, one.shop.id), one.shop.id, not one.own, one.listing.id))


def _title(db: Connection, sku: str | None) -> str:
    row = db.execute("select title from product where sku = ?", (sku,)).fetchone()
    return str(row[0]) if row else ""


def _priority(db: Connection, shop: int) -> int:
    return int(settings.get(db, settings.PRIORITY, shop=shop) or 0)


def stop(db: Connection, incident: int, *, now: datetime) -> list[Stopped]:
    """Hold every listing of the product off sale. What is held already is not asked again."""
    chosen = [one for one in stops(db, incident) if not one.held]
    for one in chosen:
        _hold(db, incident, one.listing, now=now)
    pushes.mark_listings_due(db, [one.listing.id for one in chosen], now=now)
    if chosen:
        incident_events.add(db, incident, Event.STOPPED, {"listings": len(chosen)}, now=now)
    return chosen


def _hold(db: Connection, incident: int, listing: ListingRow, *, now: datetime) -> None:
    db.execute(
        "insert into incident_stop (incident_id, listing_id, asked_at, was_off) values (?, ?, ?, ?)"
        " on conflict do update set asked_at = excluded.asked_at, was_off = excluded.was_off, ticked_at = null,"
        " resumed_at = null",
        (incident, listing.id, stamp(now), listing.taken_off and not _held_elsewhere(db, incident, listing.id)),
    )
    if listing.taken_off:
        looks.look_again(db, [listing.id], at=now)  # it is off already: what it shows is read back all the same
    else:
        listings.ask_pause(db, listing.id, off=True)


def hold_linked(db: Connection, listing: int, *, now: datetime) -> None:
    """A listing was linked to a product: where that is held off sale, this one is too."""
    row = listings.listing(db, listing)
    held = db.execute(
        "select incident.id from incident where exists (select 1 from incident_stop join listing on listing.id ="
        "  listing_id where incident_id = incident.id and resumed_at is null and taken_off)"
        " and product_id in (select product_id from listing where id = ?1 union"
        "  select part_id from bundle_part where bundle_id = (select product_id from listing where id = ?1))",
        (listing,),
    ).fetchone()
    if row is not None and held is not None and not row.taken_off:
        _hold(db, held[0], row, now=now)


def again(db: Connection, listing: int, *, now: datetime) -> None:
    """Ask a shop once more that could not take a listing off."""
    listings.ask_pause(db, listing, off=True)
    db.execute(
        "update incident_stop set asked_at = ? where listing_id = ? and resumed_at is null", (stamp(now), listing)
    )
    pushes.mark_listings_due(db, [listing], now=now)


def tick(db: Connection, incident: int, listing: int, *, done: bool, now: datetime) -> None:
    """The seller did it by hand there, or did not after all."""
    db.execute(
        "update incident_stop set ticked_at = ? where incident_id = ? and listing_id = ?",
        (stamp(now) if done else None, incident, listing),
    )


def resume(db: Connection, incident: int, *, now: datetime) -> list[Stopped]:
    """Put back on sale what this incident took off. What was off before, or another incident holds, stays off."""
    held = [one for one in stops(db, incident) if one.held]
    back = [one for one in held if not one.was_off and not _held_elsewhere(db, incident, one.listing.id)]
    for one in held:
        db.execute(
            "update incident_stop set resumed_at = ? where incident_id = ? and listing_id = ?",
            (stamp(now), incident, one.listing.id),
        )
    for one in back:
        listings.ask_pause(db, one.listing.id, off=False)
    pushes.mark_listings_due(db, [one.listing.id for one in back], now=now)
    if held:
        incident_events.add(db, incident, Event.RESUMED, {"listings": len(back)}, now=now)
    return back


def _held_elsewhere(db: Connection, incident: int, listing: int) -> bool:
    """Does another incident hold it off sale that may put it back?"""
    row = db.execute(
        "select 1 from incident_stop where listing_id = ? and incident_id != ? and resumed_at is null and not was_off",
        (listing, incident),
    ).fetchone()
    return row is not None

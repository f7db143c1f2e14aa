"""What every listing should be told: one slot each, where the newest offer wins; what is due, and what is permitted.

What was sent, and what came back, is in `sending`.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.policy import Offer
from app.store import edits, plans
from app.store.among import among
from app.store.moments import moment_or_none, stamp
from app.store.plans import Planned
from app.store.sqlite import Connection

_DUE = """
    update push set wanted = wanted + 1, due_at = coalesce(due_at, ?), state = iif(state = 'in_flight', state, 'due'),
        next_at = null
    where listing_id in ({these})
"""
_LISTED = """
    select listing.id from listing join stock_level using (product_id)
    where product_id in ({these}) and stock_of is null and gone_at is null and started {only}
    union all
    select listing.id from bundle_part
    join listing on listing.product_id = bundle_id join stock_level on stock_level.product_id = bundle_id
    where part_id in ({these}) and stock_of is null and gone_at is null and started {only}
"""
# What a bundle cannot sell for want of one part, others may sell of its other parts, where these are divided.
_BESIDE = f"""
    select distinct beside.part_id from bundle_part as moved
    join bundle_part as beside using (bundle_id) join stock_level on product_id = beside.part_id
    where moved.part_id in ({{these}}) and beside.part_id != moved.part_id
        and (split or exists (select 1 from shop where settle_s >= {plans.SLOW_S} and removed_at is null))
"""


def mark_due(db: Connection, products: Sequence[int], *, now: datetime) -> frozenset[int]:
    """Every listing of these products, and of the bundles that hold them, must be looked at again; and where the other
    parts of these are split, theirs.

    Returns the shops concerned. A slot in flight stays so and becomes due when its answer comes: the raised `wanted`
    says that something newer waits. A product without a first number is told to nobody.
    """
    shops = _mark(db, products, "", now)
    these, values = among(products)
    beside = [part for (part,) in db.execute(_BESIDE.format(these=these), values)]
    if beside:  # what somebody else typed there waits for the seller: of these nothing has moved
        shops |= _mark(db, beside, "and listing.differs is null", now)
    return shops


def _mark(db: Connection, products: Sequence[int], only: str, now: datetime) -> frozenset[int]:
    these, values = among(products)
    due = _DUE.format(these=_LISTED.format(these=these, only=only)) + " returning shop_id"
    return frozenset([shop for (shop,) in db.execute(due, (stamp(now), *values * 2)).fetchall()])


def mark_listings_due(db: Connection, numbers: Sequence[int], *, now: datetime) -> None:
    """These listings must be looked at again."""
    if numbers:
        these, values = among(numbers)
        db.execute(_DUE.format(these=these), (stamp(now), *values))


def mark_freed(db: Connection, numbers: Sequence[int], *, now: datetime, others_only: bool = False) -> frozenset[int]:
    """The most that these listings may sell has changed: where a product is split, more may be shown here or there.

    Returns the shops concerned.
    """
    written = json.dumps(list(numbers))
    moved = db.execute(
        "select product_id from listing where product_id is not null and id in (select value from json_each(?))",
        (written,),
    )
    split = plans.split_ones(db, {product for (product,) in moved})
    if not split:  # as nearly always: what is shared waits for nobody
        return frozenset()
    rows = db.execute(
        """
        with moved as (
            select value as product from json_each(?1)
            union select part_id from bundle_part where bundle_id in (select value from json_each(?1))),
        touched as (select product from moved union select bundle_id from bundle_part join moved on part_id = product)
        select listing.id, listing.shop_id from touched join listing on product_id = product
        join push on listing_id = listing.id
        where state = 'acknowledged' and gone_at is null and stock_of is null
            and listing.differs is null  -- what somebody else typed waits for the seller
            and not (?3 and listing.id in (select value from json_each(?2)))
        """,
        (json.dumps(list(split)), written, others_only),
    ).fetchall()
    mark_listings_due(db, [number for number, _ in rows], now=now)
    return frozenset(shop for _, shop in rows)


def mark_shop_due(db: Connection, shop: int, *, now: datetime) -> None:
    """Every linked listing of the shop must be looked at again: it goes live, or what is held back there changed."""
    db.execute(
        "update push set wanted = wanted + 1, due_at = coalesce(due_at, ?1), next_at = null,"
        " state = iif(state = 'in_flight', state, 'due') where listing_id in ("
        " select listing.id from listing join stock_level using (product_id)"
        " where shop_id = ?2 and stock_of is null and gone_at is null and started)",
        (stamp(now), shop),
    )


def mark_products_due(db: Connection, products: Sequence[int], shop: int, *, now: datetime) -> frozenset[int]:
    """Every listing of these products in a shop (0: in all) must be looked at again. Returns the shops concerned."""
    rows = db.execute(
        "select listing.id, shop_id from listing join stock_level using (product_id)"
        " where product_id in (select value from json_each(?1)) and ?2 in (0, shop_id)"
        " and stock_of is null and gone_at is null and started",
        (json.dumps(list(products)), shop),
    ).fetchall()
    mark_listings_due(db, [listing for listing, _ in rows], now=now)
    return frozenset(number for _, number in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A listing that may need a write: what it shows, what it should show, and how the last attempt went."""

    listing: int
    ref: str
    batch: str
    sku: str
    believed: int | None
    offer: Offer
    risk: float  # the chance of selling a piece twice while it is shared
    wanted: int
    state: str
    unsure: bool
    sent_quantity: int | None
    sent_believed: int | None
    key: str
    key_at: datetime | None
    due_at: datetime | None
    settled: bool
    look_at: datetime | None
    pressed: bool = False  # the seller wants it on sale, whatever that costs
    parked: bool = False  # Plimsoll took it off sale, as nothing was left: it comes back with its next number
    price: int | None = None  # what a piece costs there, in minor units of the shop's currency, where that is known
    product: int = 0
    turns: bool = False  # its product should be split or shared anew before anything is told (`due`)
    attempts: int = 0  # sendings since it was last acknowledged

    @property
    def lowers(self) -> bool:
        """Would the write lower what the channel shows?"""
        return self.believed is not None and self.offer.quantity < self.believed

    @property
    def idle(self) -> bool:
        """Does the channel already show the offer, by all we know?"""
        off_sale = self.parked and self.offer.quantity > 0  # whatever number somebody typed there: nobody can buy it
        return not self.unsure and not self.pressed and not off_sale and self.believed == self.offer.quantity


_SLOTS = """
    select listing.id, ref, batch, listing.sku, product_id, listing.believed, wanted, state, unsure, push.quantity,
        push.believed, key, key_at, due_at, settled, look_at, pressed,
        listing.off = 'parked', price_minor, attempts
    from push join listing on listing.id = listing_id join stock_level using (product_id)
    where started and gone_at is null and counted and stock_of is null
"""


def due(db: Connection, numbers: Collection[int], *, now: datetime) -> list[Slot]:
    """What those of these listings that wait for a write should be told."""
    rows = db.execute(
        _SLOTS + " and state in ('due', 'retrying')"
        " and listing.id in (select value from json_each(?)) order by listing.id",
        (json.dumps(list(numbers)),),
    ).fetchall()
    return _slots(db, rows, now=now, judge=True)


def offers(db: Connection, shop: int, *, now: datetime) -> list[Slot]:
    """Every linked listing of a shop that holds a number, and its offer: what going live would send."""
    rows = db.execute(_SLOTS + " and push.shop_id = ? order by listing.sku", (shop,)).fetchall()
    return _slots(db, rows, now=now, looking=shop)


def offers_of(db: Connection, shop: int, numbers: Sequence[int], *, now: datetime) -> dict[int, Slot]:
    """The offers of some of a shop's listings, by listing; those not linked to a product with a number are left out."""
    rows = db.execute(
        _SLOTS + " and listing.id in (select value from json_each(?))", (json.dumps(list(numbers)),)
    ).fetchall()
    return {slot.listing: slot for slot in _slots(db, rows, now=now, looking=shop)}


def offer_of(db: Connection, listing: int, *, now: datetime) -> Slot | None:
    """One listing's offer; None when it is not linked to a product with a number."""
    row = db.execute("select shop_id from listing where id = ?", (listing,)).fetchone()
    return offers_of(db, row[0], [listing], now=now).get(listing) if row else None


def _slots(
    db: Connection, rows: Sequence[tuple[Any, ...]], *, now: datetime, looking: int = 0, judge: bool = False
) -> list[Slot]:
    planned = plans.plan(db, {row[4] for row in rows}, now=now, looking=looking, judge=judge) if rows else {}
    return [_slot(row, planned[row[0]]) for row in rows if row[0] in planned]


def _slot(row: tuple[Any, ...], planned: Planned) -> Slot:
    (listing, ref, batch, sku, product, believed, wanted, state, unsure) = row[:9]
    sent_quantity, sent_believed, key, key_at, due_at, settled, look_at, pressed, parked, price, attempts = row[9:]
    return Slot(
        listing=listing,
        ref=str(ref),
        batch=str(batch),
        sku=str(sku),
        believed=believed,
        offer=planned.offer,
        risk=planned.risk,
        wanted=wanted,
        state=str(state),
        unsure=bool(unsure),
        sent_quantity=sent_quantity,
        sent_believed=sent_believed,
        key=str(key),
        key_at=moment_or_none(key_at),
        due_at=moment_or_none(due_at),
        settled=bool(settled),
        look_at=moment_or_none(look_at),
        pressed=bool(pressed),
        parked=bool(parked),
        price=price,
        product=product,
        turns=planned.turns,
        attempts=attempts,
    )


def mark_stale(db: Connection, products: Sequence[int], *, now: datetime) -> frozenset[int]:
    """Listings of these products, and of the bundles that hold them, that no longer show what they may, though nothing
    happened: how a split is divided follows the clock.

    Returns the shops concerned.
    """
    rows = db.execute(
        _SLOTS + " and state = 'acknowledged' and listing.differs is null and product_id in ("
        " select value from json_each(?1) union"
        " select bundle_id from bundle_part where part_id in (select value from json_each(?1)))",
        (json.dumps(list(products)),),
    ).fetchall()
    stale = [slot.listing for slot in _slots(db, rows, now=now) if slot.believed is not None and not slot.idle]
    mark_listings_due(db, stale, now=now)
    found = db.execute(
        "select distinct shop_id from listing where id in (select value from json_each(?))", (json.dumps(stale),)
    )
    return frozenset(shop for (shop,) in found)


def waiting(db: Connection, products: Sequence[int]) -> int:
    """How many listings of these products wait for their channel's word."""
    count: int = db.execute(
        "select count(*) from push join listing on listing.id = listing_id"
        " where state in ('due', 'in_flight', 'retrying') and product_id in (select value from json_each(?))",
        (json.dumps(list(products)),),
    ).fetchone()[0]
    return count


def still_allowed(db: Connection, slots: Sequence[Slot], *, now: datetime) -> list[Slot]:
    """Inside a transaction: without those raises of split products for which another lane's write left no room."""
    raising = {slot.listing for slot in slots if not slot.lowers and not slot.unsure}
    if not raising:
        return list(slots)
    rows = db.execute(
        "select listing.id, product_id from listing where id in (select value from json_each(?))",
        (json.dumps(list(raising)),),
    ).fetchall()
    planned = plans.plan(db, plans.split_ones(db, {product for _, product in rows}), now=now) if rows else {}
    return [
        slot
        for slot in slots
        if slot.listing not in planned
        or slot.listing not in raising
        or planned[slot.listing].offer.quantity >= slot.offer.quantity
    ]


def confirm_idle(db: Connection, slots: Sequence[Slot], *, now: datetime) -> None:
    """Nothing to send: the channel already shows these offers."""
    if not slots:
        return
    db.executemany(
        "update push set state = 'acknowledged', due_at = null, attempts = 0, words = '' where listing_id = ?"
        " and wanted = ? and state not in ('acknowledged', 'in_flight')",
        [(slot.listing, slot.wanted) for slot in slots],
    )
    db.executemany(
        "update listing set confirmed = believed, confirmed_at = coalesce(confirmed_at, ?), differs = null"
        " where id = ?",
        [(stamp(now), slot.listing) for slot in slots],
    )
    edits.overtaken(db, [slot.listing for slot in slots], "agrees", now=now)

"""What every listing should be told: one slot each, where the newest offer wins."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from app.core.channel import ChannelInfo, Guard, StockWrite, WriteOutcome, WriteResult
from app.core.exposure import Write
from app.core.policy import Offer
from app.core.text import N_
from app.store import edits, listings, looks, plans, promises
from app.store.moments import moment_or_none, stamp
from app.store.plans import Planned
from app.store.sqlite import Connection

GIVE_UP_AFTER = timedelta(hours=24)

_DUE = """
    update push set wanted = wanted + 1, due_at = coalesce(due_at, ?), state = iif(state = 'in_flight', state, 'due'),
        next_at = null
    where listing_id in ({marks})
"""


def mark_due(db: Connection, products: Sequence[int], *, now: datetime) -> frozenset[int]:
    """Every listing of these products, and of the bundles that hold them, must be looked at again.

    Returns the shops concerned. A slot in flight stays so and becomes due when its answer comes: the raised `wanted`
    says that something newer waits. A product without a first number is told to nobody.
    """
    marks = ",".join("?" * len(products))
    rows = db.execute(
        f"""
        select listing.id, shop_id from listing join stock_level using (product_id)
        where product_id in ({marks}) and stock_of is null and gone_at is null and started
        union all
        select listing.id, shop_id from bundle_part
        join listing on listing.product_id = bundle_id join stock_level on stock_level.product_id = bundle_id
        where part_id in ({marks}) and stock_of is null and gone_at is null and started
        """,
        (*products, *products),
    ).fetchall()
    mark_listings_due(db, [listing for listing, _ in rows], now=now)
    return frozenset(shop for _, shop in rows)


def mark_listings_due(db: Connection, numbers: Sequence[int], *, now: datetime) -> None:
    """These listings must be looked at again."""
    if numbers:
        db.execute(_DUE.format(marks=",".join("?" * len(numbers))), (stamp(now), *numbers))


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

    @property
    def lowers(self) -> bool:
        """Would the write lower what the channel shows?"""
        return self.believed is not None and self.offer.quantity < self.believed

    @property
    def idle(self) -> bool:
        """Does the channel already show the offer, by all we know?"""
        return not self.unsure and not self.pressed and self.believed == self.offer.quantity


_SLOTS = """
    select listing.id, ref, batch, listing.sku, product_id, listing.believed, wanted, state, unsure, push.quantity,
        push.believed, key, key_at, due_at, settled, look_at, pressed
    from push join listing on listing.id = listing_id join stock_level using (product_id)
    where started and gone_at is null and counted and stock_of is null
"""


def due(db: Connection, shop: int, *, now: datetime, limit: int) -> list[Slot]:
    """The listings of a shop that wait for a write now, those that must fall furthest first."""
    rows = db.execute(
        _SLOTS + " and push.shop_id = ? and state in ('due', 'retrying') and (next_at is null or next_at <= ?)"
        " order by available - coalesce(listing.believed, 1 << 40), listing.id limit ?",
        (shop, stamp(now), limit),
    ).fetchall()
    return _slots(db, rows, now=now)


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


def _slots(db: Connection, rows: Sequence[tuple[Any, ...]], *, now: datetime, looking: int = 0) -> list[Slot]:
    planned = plans.plan(db, {row[4] for row in rows}, now=now, looking=looking) if rows else {}
    return [_slot(row, planned[row[0]]) for row in rows if row[0] in planned]


def _slot(row: tuple[Any, ...], planned: Planned) -> Slot:
    (listing, ref, batch, sku, _, believed, wanted, state, unsure) = row[:9]
    sent_quantity, sent_believed, key, key_at, due_at, settled, look_at, pressed = row[9:]
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
    )


def mark_stale(db: Connection, products: Sequence[int], *, now: datetime) -> frozenset[int]:
    """Listings that no longer show what they may, though nothing happened: how a split is divided follows the clock.

    Returns the shops concerned.
    """
    rows = db.execute(
        _SLOTS + " and state = 'acknowledged' and listing.differs is null"
        " and product_id in (select value from json_each(?))",
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
    db.executemany(
        "update push set state = 'acknowledged', due_at = null, attempts = 0, words = '' "
        "where listing_id = ? and wanted = ? and state != 'in_flight'",
        [(slot.listing, slot.wanted) for slot in slots],
    )
    db.executemany(
        "update listing set confirmed = believed, confirmed_at = coalesce(confirmed_at, ?), differs = null"
        " where id = ?",
        [(stamp(now), slot.listing) for slot in slots],
    )
    edits.overtaken(db, [slot.listing for slot in slots], "agrees", now=now)


def _as_write(info: ChannelInfo, write: StockWrite) -> Write:
    old = max(0, write.believed)  # below zero a number sells no less than at zero
    return Write(key=write.key, old=old, new=write.quantity, guard=info.guard)


def begin(db: Connection, info: ChannelInfo, writes: Sequence[tuple[Slot, StockWrite]], *, now: datetime) -> None:
    """Store what is about to be sent, with its idempotency key and what it promises, before it is sent.

    A repeated write still answers what was wanted when it was first sent: what came since stays due. It promises
    nothing more: either its key is known there, or the number is read first and nothing is sent blindly.
    """
    at = stamp(now)
    db.executemany(
        "update push set state = 'in_flight', answering = iif(?, answering, ?), quantity = ?, believed = ?,"
        " key_at = iif(key = ?, key_at, ?), key = ?, attempts = attempts + 1, unsure = 1 where listing_id = ?",
        [
            (write.repeated, slot.wanted, write.quantity, write.believed, write.key, at, write.key, slot.listing)
            for slot, write in writes
        ],
    )
    for slot, write in writes:
        if not write.repeated:
            promises.send(db, slot.listing, _as_write(info, write), now=now)


def settle(
    db: Connection, info: ChannelInfo, slot: Slot, write: StockWrite, result: WriteResult, *, now: datetime
) -> None:
    """Record how one write ended. It is acknowledged only if nothing newer came while the channel was being told."""
    if slot.pressed and result.outcome is not WriteOutcome.LATER:
        db.execute("update listing set pressed = 0, look_at = ? where id = ?", (stamp(now), slot.listing))
    if result.off is not None:
        db.execute("update listing set off = ? where id = ?", (result.off, slot.listing))
    match result.outcome:
        case WriteOutcome.DONE:
            _done(db, info, slot, write, result, now)
        case WriteOutcome.STALE:
            _again(db, slot, now, words=result.words, unsure=False)
            _took_no_effect(db, info, slot, write, now)
            looks.look_again(db, [slot.listing], at=now)
        case WriteOutcome.REFUSED:
            _ended(db, slot, "refused", result.words)
            _took_no_effect(db, info, slot, write, now)
        case WriteOutcome.GONE:
            _ended(db, slot, "refused", result.words)
            listings.gone(db, [slot.listing], at=now)
        case WriteOutcome.UNKNOWN:
            _again(db, slot, now, words=result.words, unsure=True)
            promises.unsure(db, slot.listing, _as_write(info, write), now=now)
        case WriteOutcome.LATER:
            _again(db, slot, now, words=result.words, unsure=write.repeated)
            if not write.repeated:
                promises.refuse(db, slot.listing, _as_write(info, write), now=now)


def _took_no_effect(db: Connection, info: ChannelInfo, slot: Slot, write: StockWrite, now: datetime) -> None:
    """This sending did nothing. Of an earlier one nobody knows: it counts until the number was read."""
    if write.repeated:
        looks.look_again(db, [slot.listing], at=now)
    else:
        promises.refuse(db, slot.listing, _as_write(info, write), now=now)


def _done(db: Connection, info: ChannelInfo, slot: Slot, write: StockWrite, result: WriteResult, now: datetime) -> None:
    at = stamp(now)
    shows = write.quantity if result.explained is None else result.explained
    if write.repeated and slot.believed is not None:
        shows += slot.believed - write.believed  # what its own orders moved since the first sending, which was the one
    blind = info.guard is Guard.ABSOLUTE
    db.execute(
        "update listing set believed = ?1, confirmed = ?1, confirmed_at = ?2, moved_at = ?2, differs = null,"
        " seen = coalesce(?3, seen), seen_at = iif(?3 is null, seen_at, ?2),"
        " look_at = iif(?4 or coalesce(?3, ?1) != ?1, ?2, look_at), settled = 1, settle_at = ?5 where id = ?6",
        (shows, at, result.seen, blind, _settles_at(info, now) if shows < write.believed else None, slot.listing),
    )
    db.execute(
        "update push set state = iif(wanted = answering, 'acknowledged', 'due'),"
        " due_at = iif(wanted = answering, null, ?), unsure = 0, attempts = 0, words = '', next_at = null"
        " where listing_id = ?",
        (at, slot.listing),
    )
    edits.overtaken(db, [slot.listing], "replaced", now=now)
    if not blind and not info.settle_s:
        promises.settle(db, [slot.listing], now=now)


def _settles_at(info: ChannelInfo, now: datetime) -> str | None:
    """When nobody can buy by the old number any more. What a blind write overwrote counts until it was read again."""
    if info.guard is Guard.ABSOLUTE or not info.settle_s:
        return None
    # All that is lowered within such a time settles together: one transaction for many writes.
    return stamp(datetime.fromtimestamp((now.timestamp() // info.settle_s + 2) * info.settle_s, UTC))


def _again(db: Connection, slot: Slot, now: datetime, *, words: str, unsure: bool) -> None:
    late = slot.due_at is not None and now - slot.due_at > GIVE_UP_AFTER
    db.execute(
        "update push set state = ?, words = ?, unsure = ? where listing_id = ?",
        ("gave_up" if late else "retrying", words, unsure, slot.listing),
    )


def _ended(db: Connection, slot: Slot, state: str, words: str) -> None:
    db.execute(
        "update push set state = iif(wanted = answering, ?, 'due'), words = ?, unsure = 0 where listing_id = ?",
        (state, words, slot.listing),
    )


def recover(db: Connection, shop: int, *, now: datetime) -> None:
    """At start: what was in flight may or may not have taken effect, and what was given up is tried again."""
    db.execute(
        "update push set state = 'retrying', unsure = 1, words = ? where shop_id = ? and state = 'in_flight'",
        (str(N_("Plimsoll was closed while this was being sent")), shop),
    )
    revive(db, shop, now=now)


def revive(db: Connection, shop: int, *, now: datetime) -> None:
    """The shop answers again: what was given up becomes due."""
    db.execute(
        "update push set state = 'due', due_at = ?, attempts = 0 where shop_id = ? and state = 'gave_up'",
        (stamp(now), shop),
    )

"""What every listing should be told: one slot each, where the newest offer wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.channel import StockWrite, WriteOutcome, WriteResult
from app.core.offer import HeldBack, Offer, held_back, offer
from app.core.text import N_
from app.store import looks
from app.store.moments import moment_or_none, stamp
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


def mark_shop_due(db: Connection, shop: int, *, now: datetime) -> None:
    """Every linked listing of the shop must be looked at again: it goes live, or what is held back there changed."""
    db.execute(
        "update push set wanted = wanted + 1, due_at = coalesce(due_at, ?1), next_at = null,"
        " state = iif(state = 'in_flight', state, 'due') where listing_id in ("
        " select listing.id from listing join stock_level using (product_id)"
        " where shop_id = ?2 and stock_of is null and gone_at is null and started)",
        (stamp(now), shop),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A listing that may need a write: what it shows, what it should show, and how the last attempt went."""

    listing: int
    ref: str
    batch: str
    sku: str
    believed: int | None
    offer: Offer
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

    @property
    def lowers(self) -> bool:
        """Would the write lower what the channel shows?"""
        return self.believed is not None and self.offer.quantity < self.believed

    @property
    def idle(self) -> bool:
        """Does the channel already show the offer, by all we know?"""
        return not self.unsure and self.believed == self.offer.quantity


_HELD = (
    "(select value from setting_now where name = 'held_back' and shop_id = 0 and product_id = 0),"
    "(select value from setting_now where name = 'held_back' and shop_id = listing.shop_id and product_id = 0),"
    "(select value from setting_now where name = 'held_back' and shop_id = 0 and product_id = listing.product_id),"
    "(select value from setting_now where name = 'held_back' and shop_id = listing.shop_id"
    " and product_id = listing.product_id)"
)

_SLOTS = f"""
    select listing.id, ref, batch, listing.sku, listing.believed, on_hand, committed, untaken, taken_off, {_HELD},
        wanted, state, unsure, push.quantity, push.believed, key, key_at, due_at, settled, look_at
    from push join listing on listing.id = listing_id join stock_level using (product_id)
    where started and gone_at is null and counted and stock_of is null
"""


def due(db: Connection, shop: int, *, now: datetime, limit: int) -> list[Slot]:
    """The listings of a shop that wait for a write now, those that must fall furthest first."""
    rows = db.execute(
        _SLOTS + " and push.shop_id = ? and state in ('due', 'retrying') and (next_at is null or next_at <= ?)"
        " order by available - coalesce(listing.believed, 1 << 40), listing.id limit ?",
        (shop, stamp(now), limit),
    )
    return [_slot(row) for row in rows]


def offers(db: Connection, shop: int) -> list[Slot]:
    """Every linked listing of a shop that holds a number, and its offer: what going live would send."""
    return [_slot(row) for row in db.execute(_SLOTS + " and push.shop_id = ? order by listing.sku", (shop,))]


def offer_of(db: Connection, listing: int) -> Slot | None:
    """One listing's offer; None when it is not linked to a product with a number."""
    row = db.execute(_SLOTS + " and listing.id = ?", (listing,)).fetchone()
    return _slot(row) if row else None


def _slot(row: tuple[Any, ...]) -> Slot:
    (listing, ref, batch, sku, believed, *amounts, taken_off, everywhere, shop, product, own) = row[:13]
    wanted, state, unsure, sent_quantity, sent_believed, key, key_at, due_at, settled, look_at = row[13:]
    on_hand, committed, untaken = amounts
    held = held_back(everywhere=everywhere, shop_extra=shop, product=product, listing=own)
    return Slot(
        listing=listing,
        ref=str(ref),
        batch=str(batch),
        sku=str(sku),
        believed=believed,
        offer=offer(on_hand=on_hand, committed=committed, untaken=untaken, held=held, taken_off=bool(taken_off)),
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
    )


def held_of(db: Connection, listing: int) -> HeldBack:
    """What is held back from a listing, and where it comes from."""
    row = db.execute(f"select {_HELD} from listing where id = ?", (listing,)).fetchone()
    everywhere, shop, product, own = row
    return held_back(everywhere=everywhere, shop_extra=shop, product=product, listing=own)


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


def begin(db: Connection, writes: Sequence[tuple[Slot, StockWrite]], *, now: datetime) -> None:
    """Store what is about to be sent, with its idempotency key, before it is sent.

    A repeated write still answers what was wanted when it was first sent: what came since stays due.
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


def settle(db: Connection, slot: Slot, write: StockWrite, result: WriteResult, *, now: datetime) -> None:
    """Record how one write ended. It is acknowledged only if nothing newer came while the channel was being told."""
    match result.outcome:
        case WriteOutcome.DONE:
            _done(db, slot, write, result, now)
        case WriteOutcome.STALE:
            _again(db, slot, now, words=result.words, unsure=False)
            looks.look_again(db, [slot.listing], at=now)
        case WriteOutcome.REFUSED:
            _ended(db, slot, "refused", result.words)
        case WriteOutcome.GONE:
            _ended(db, slot, "refused", result.words)
            db.execute("update listing set gone_at = ? where id = ?", (stamp(now), slot.listing))
        case WriteOutcome.UNKNOWN:
            _again(db, slot, now, words=result.words, unsure=True)
        case WriteOutcome.LATER:
            _again(db, slot, now, words=result.words, unsure=write.repeated)


def not_sent(db: Connection, slots: Sequence[tuple[Slot, StockWrite]], *, now: datetime, words: str) -> None:
    """The writes certainly never reached the channel: they wait for the shop to answer again."""
    for slot, write in slots:
        _again(db, slot, now, words=words, unsure=write.repeated)


def _done(db: Connection, slot: Slot, write: StockWrite, result: WriteResult, now: datetime) -> None:
    at = stamp(now)
    explained = write.quantity if result.explained is None else result.explained
    db.execute(
        "update listing set believed = ?1, confirmed = ?1, confirmed_at = ?2, moved_at = ?2, differs = null,"
        " seen = coalesce(?3, seen), seen_at = iif(?3 is null, seen_at, ?2),"
        " look_at = iif(coalesce(?3, ?1) = ?1, look_at, ?2), settled = 1 where id = ?4",
        (explained, at, result.seen, slot.listing),
    )
    db.execute(
        "update push set state = iif(wanted = answering, 'acknowledged', 'due'),"
        " due_at = iif(wanted = answering, null, ?), unsure = 0, attempts = 0, words = '', next_at = null"
        " where listing_id = ?",
        (at, slot.listing),
    )


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

"""What each shop lists: what it said of itself, which product it shows, and what we believe it shows now."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.channel import ListingFacts, Reading
from app.store import edits, promises
from app.store.moments import moment_or_none, stamp
from app.store.sqlite import Connection

_UPSERT = """
    insert into listing (shop_id, ref, sku, title, url, barcode, price_minor, currency, batch, counted, active,
        oversells, off, stock_of, picture, listed_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (shop_id, ref) do update set sku = excluded.sku, title = excluded.title, url = excluded.url,
        barcode = excluded.barcode, price_minor = excluded.price_minor, currency = excluded.currency,
        batch = excluded.batch, counted = excluded.counted, active = excluded.active,
        oversells = excluded.oversells, off = excluded.off, stock_of = excluded.stock_of,
        picture = excluded.picture, listed_at = excluded.listed_at, gone_at = null, missing_at = null
    returning id
"""


def save_listings(db: Connection, shop: int, facts: Sequence[ListingFacts], *, read_at: datetime) -> None:
    """Keep what a page of listings said. A number waits, unsettled, for an order poll begun after it was read."""
    met = _met(db, shop, [listing.ref for listing in facts])
    for listing in facts:
        row = db.execute(
            _UPSERT,
            (
                shop,
                listing.ref,
                listing.sku,
                listing.title,
                listing.url,
                listing.barcode,
                listing.price_minor,
                listing.currency,
                listing.batch,
                listing.counted,
                listing.active,
                listing.oversells,
                listing.off or "",
                listing.stock_of,
                listing.picture,
                stamp(read_at),
            ),
        ).fetchone()
        if listing.ref not in met:
            _promised_before(db, shop, listing)
        if listing.counted and listing.stock_of is None and listing.quantity is not None:
            _see(db, int(row[0]), listing.quantity, read_at)


def _met(db: Connection, shop: int, refs: Sequence[str]) -> set[str]:
    """Those of these listings that were met before."""
    rows = db.execute(
        "select ref from listing where shop_id = ? and ref in (select value from json_each(?))",
        (shop, json.dumps(list(refs))),
    )
    return {ref for (ref,) in rows}


def _promised_before(db: Connection, shop: int, listing: ListingFacts) -> None:
    """Its orders may have come before its list was read: what the shop has yet to take off for them counts from now."""
    db.execute(
        "update listing set untaken = untaken + (select coalesce(sum(max(0, open - taken)), 0) from order_line"
        " join sales_order on sales_order.id = order_id"
        " where listing_ref = ?2 and linked = 0 and sales_order.shop_id = ?1 and not ended)"
        " where shop_id = ?1 and ref = ?3",
        (shop, listing.ref, listing.stock_of or listing.ref),
    )


def not_met(db: Connection, shop: int, *, since: datetime) -> list[int]:
    """What a complete sweep over the whole shop, begun at `since`, did not meet."""
    rows = db.execute(
        "select id from listing where shop_id = ? and listed_at < ? and gone_at is null", (shop, stamp(since))
    )
    return [number for (number,) in rows]


def linked_among(db: Connection, numbers: Sequence[int]) -> int:
    """How many of these listings show a product's number."""
    count: int = db.execute(
        "select count(*) from listing where product_id is not null and stock_of is null"
        " and id in (select value from json_each(?))",
        (json.dumps(list(numbers)),),
    ).fetchone()[0]
    return count


def miss(db: Connection, numbers: Sequence[int], *, at: datetime) -> None:
    """A sweep did not meet these, nor so many others that the seller is asked what to think of it."""
    db.executemany("update listing set missing_at = ? where id = ?", [(stamp(at), number) for number in numbers])


def missing(db: Connection, shop: int) -> list[tuple[int, str, str, int | None]]:
    """Linked listings that a sweep did not meet, until it is decided: (listing, SKU, title, what it should show)."""
    return db.execute(
        "select listing.id, product.sku, product.title, believed from listing join product on product.id = product_id"
        " where shop_id = ? and missing_at is not null and gone_at is null and stock_of is null order by 2",
        (shop,),
    ).fetchall()


def found_again(db: Connection, shop: int, *, at: datetime) -> None:
    """The seller does not believe that they are gone: read each of them by itself."""
    db.execute(
        "update listing set missing_at = null, look_at = ? where shop_id = ? and missing_at is not null",
        (stamp(at), shop),
    )


def gone(db: Connection, numbers: Sequence[int], *, at: datetime) -> None:
    """These listings are no longer there: they show nothing, and sell nothing."""
    for number in numbers:
        promises.adopt(db, number, 0, now=at)
    db.executemany(
        "update listing set gone_at = ?, missing_at = null, look_at = null, settle_at = null, believed = null,"
        " differs = null where id = ?",
        [(stamp(at), number) for number in numbers],
    )
    edits.overtaken(db, numbers, "gone", now=at)


def save_readings(db: Connection, shop: int, readings: Sequence[Reading], *, read_at: datetime) -> list[int]:
    """Keep what listings showed. A missing number is never a zero: it is kept as not counted. Those that are gone."""
    missing = []
    for reading in readings:
        row = db.execute("select id from listing where shop_id = ? and ref = ?", (shop, reading.ref)).fetchone()
        if row is None:
            continue
        if reading.gone:
            missing.append(int(row[0]))
        elif reading.quantity is None:
            db.execute(
                "update listing set counted = 0, active = ?, off = ?, look_at = null, seen = null where id = ?",
                (reading.active, reading.off or "", row[0]),
            )
        else:
            db.execute(
                "update listing set active = ?, off = ?, counted = 1 where id = ?",
                (reading.active, reading.off or "", row[0]),
            )
            _see(db, int(row[0]), reading.quantity, read_at)
    gone(db, missing, at=read_at)
    return missing


def _see(db: Connection, listing: int, quantity: int, read_at: datetime) -> None:
    # What agrees with our books needs no order poll to explain it. The fate of an unsure write does, and so does a
    # bound above what is shown, as a blind write leaves it: once every sale until then is known, that is all.
    db.execute(
        "update listing set seen = ?1, seen_at = ?2, look_at = null, settled = believed is ?1 and broken_at is null"
        " and (bound <= max(0, ?1) or settle_at is not null)"
        " and not (select unsure from push where listing_id = listing.id) where id = ?3",
        (quantity, stamp(read_at), listing),
    )


def counts(db: Connection, shop: int) -> tuple[int, int]:
    """How many listings a shop has that are linked and hold a number, and how many in all."""
    row = db.execute(
        "select coalesce(sum(product_id is not null and stock_of is null), 0), count(*) from listing"
        " where shop_id = ? and gone_at is null",
        (shop,),
    ).fetchone()
    return row[0], row[1]


def stirred(db: Connection, listings: Sequence[int], *, now: datetime) -> None:
    """Orders moved these numbers, perhaps there and back: a look from before is no longer explained by them."""
    db.executemany("update listing set moved_at = ? where id = ?", [(stamp(now), listing) for listing in listings])


def move_believed(db: Connection, listing: int, delta: int, untaken: int, *, now: datetime) -> None:
    """The listing's own shop took pieces off its number, or put them back, and promised pieces it has yet to take."""
    (read,) = db.execute(
        "update listing set believed = believed + ?1, untaken = untaken + ?2, moved_at = ?4 where id = ?3"
        " returning believed is not null",
        (delta, untaken, listing, stamp(now)),
    ).fetchone()
    if read and delta and not promises.sell(db, listing, -delta, now=now):
        # Somebody raised its number, or its shop oversells by itself: find out before anything is raised.
        db.execute("update listing set broken_at = ?1, look_at = ?1 where id = ?2", (stamp(now), listing))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRow:
    """A listing as the window shows it."""

    id: int
    shop_id: int
    ref: str
    sku: str
    title: str
    url: str
    barcode: str
    price_minor: int | None
    currency: str
    counted: bool
    active: bool
    oversells: bool
    stock_of: str | None
    gone_at: datetime | None
    ignored: bool
    product_sku: str | None
    believed: int | None
    confirmed: int | None
    confirmed_at: datetime | None
    seen: int | None
    seen_at: datetime | None
    differs: int | None
    taken_off: bool
    pause: str
    pause_words: str
    state: str
    words: str
    due_at: datetime | None
    sent_quantity: int | None
    off: str  # why it is off sale there (core.channel.Off), where that is known


_LISTINGS = """
    select listing.id, listing.shop_id, ref, listing.sku, listing.title, listing.url, listing.barcode,
        listing.price_minor, listing.currency, counted, active, oversells, stock_of, gone_at, ignored, product.sku,
        listing.believed, confirmed, confirmed_at, seen, seen_at, differs, taken_off, pause, pause_words, state,
        words, due_at, push.quantity, off
    from listing join push on listing_id = listing.id left join product on product.id = product_id
"""
_TIMES = ("gone_at", "confirmed_at", "seen_at", "due_at")
_FLAGS = ("counted", "active", "oversells", "ignored", "taken_off")


def _listing(row: tuple[Any, ...]) -> ListingRow:
    fields = dict(zip(ListingRow.__slots__, row, strict=True))
    for name in _TIMES:
        fields[name] = moment_or_none(fields[name])
    for name in _FLAGS:
        fields[name] = bool(fields[name])
    return ListingRow(**fields)


def listings_of_shop(db: Connection, shop: int) -> list[ListingRow]:
    """Every listing of a shop, by SKU."""
    return [_listing(row) for row in db.execute(_LISTINGS + " where listing.shop_id = ? order by listing.sku", (shop,))]


def listings_of_product(db: Connection, sku: str) -> list[ListingRow]:
    """Where a product is listed."""
    rows = db.execute(
        _LISTINGS + " where product_id = (select id from product where sku = ?) order by listing.shop_id", (sku,)
    )
    return [_listing(row) for row in rows]


def picture_of(db: Connection, product: int) -> str:
    """Where a product's picture is to be had: at the first of its listings that has one; "" where none has."""
    row = db.execute(
        "select picture from listing where product_id = ? and gone_at is null and picture != ''"
        " order by shop_id, id limit 1",
        (product,),
    ).fetchone()
    return str(row[0]) if row else ""


def listing(db: Connection, number: int) -> ListingRow | None:
    """One listing."""
    row = db.execute(_LISTINGS + " where listing.id = ?", (number,)).fetchone()
    return _listing(row) if row else None


def link(db: Connection, listing: int, sku: str | None) -> None:
    """Link a listing, and those that share its number, to a product; None takes the link away."""
    db.execute(
        "update listing set product_id = (select id from product where sku = ?1), ignored = 0"
        " where id = ?2 or (shop_id, stock_of) = (select shop_id, ref from listing where id = ?2)",
        (sku, listing),
    )


def refs_sharing(db: Connection, number: int) -> list[str]:
    """The ref of a listing, and of all that share its number."""
    rows = db.execute(
        "select ref from listing where id = ?1"
        " or (shop_id, stock_of) = (select shop_id, ref from listing where id = ?1)",
        (number,),
    )
    return [ref for (ref,) in rows]


def shown(db: Connection, products: Sequence[int]) -> dict[int, list[tuple[int, int | None, int | None, bool]]]:
    """By product: (shop, number shown as far as we know, number seen instead, taken off) of each of its listings."""
    rows = db.execute(
        "select product_id, shop_id, believed, differs, taken_off from listing"
        " where product_id in (select value from json_each(?)) and stock_of is null and gone_at is null",
        (json.dumps(list(products)),),
    )
    found: dict[int, list[tuple[int, int | None, int | None, bool]]] = {}
    for product_number, shop, believed, differs, taken_off in rows:
        found.setdefault(product_number, []).append((shop, believed, differs, bool(taken_off)))
    return found


def ensure_by_hand(db: Connection, shop: int, sku: str) -> None:
    """At a place kept by hand every product may be sold: its listing is named by its SKU."""
    db.execute(
        "insert into listing (shop_id, ref, sku, title, counted, listed_at, product_id)"
        " select ?, sku, sku, title, 0, created_at, id from product where sku = ? on conflict do nothing",
        (shop, sku),
    )


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """A listing that the seller wants off sale, or back on."""

    listing: int
    ref: str
    memo: str
    resume: bool


def pause_asked(db: Connection, shop: int) -> PauseAsked | None:
    """The next listing of a shop to take off sale or put back. Taking off comes first, and before all what an incident
    stopped.
    """
    row = db.execute(
        "select id, ref, pause_memo, pause = 'resume' from listing"
        " where shop_id = ? and pause in ('asked', 'resume') order by pause = 'resume', not exists"
        " (select 1 from incident_stop where listing_id = listing.id and resumed_at is null), id limit 1",
        (shop,),
    ).fetchone()
    return PauseAsked(row[0], row[1], row[2], bool(row[3])) if row else None


def pause_done(db: Connection, number: int, state: str, *, memo: str, words: str) -> None:
    """How taking a listing off sale, or putting it back, ended."""
    db.execute(
        "update listing set pause = ?, pause_memo = ?, pause_words = ? where id = ?", (state, memo, words, number)
    )


def ask_pause(db: Connection, number: int, *, off: bool) -> None:
    """The seller takes a listing off sale in its shop, or puts it back."""
    db.execute(
        "update listing set taken_off = ?1, pause = iif(?1, 'asked', iif(pause = 'paused', 'resume', 'none')),"
        " pause_words = '' where id = ?2",
        (off, number),
    )


def press(db: Connection, number: int) -> None:
    """The seller wants a listing on sale, whatever that costs: its next write puts it there."""
    db.execute("update listing set pressed = 1 where id = ?", (number,))


def ignore(db: Connection, numbers: Sequence[int], *, ignored: bool) -> None:
    """The seller does not want these listings linked, or wants them asked about again. Links and stock stay."""
    db.executemany(
        "update listing set ignored = ? where id = ? and product_id is null", [(ignored, number) for number in numbers]
    )

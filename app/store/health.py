"""How each shop is doing: how far behind it is, what waits or was refused, and which links are broken.

Reads only, but for `ignore`. What a shop should show is decided in `pushes`; what is done about any of it is not
decided here.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.core.health import Behind, behind
from app.core.records import dataclass
from app.store import settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.store.pushes import Slot

# A listing that is sent: its product has a number, its shop counts it, and it holds its own number and is still there.
_SENT = (
    "push join listing on listing.id = listing_id join stock_level using (product_id)"
    " where push.shop_id = ? and started and counted and gone_at is null and stock_of is null"
)
_WAITS = "state in ('due', 'in_flight', 'retrying')"
LINK_ROWS = 500
MARKET_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """How far a shop is behind: since when the oldest change waits, how many wait, and how many ended badly.

    `heard_at`: when the newest complete order poll began, every `poll_s` seconds there is one.
    """

    behind_since: datetime | None = None
    waiting: int = 0
    stuck: int = 0
    heard_at: datetime | None = None
    poll_s: float = 60.0

    def behind(self, now: datetime) -> Behind:
        """How old the oldest change is that the shop has not confirmed, and how long its orders were not heard of."""
        return behind(waiting_since=self.behind_since, heard_at=self.heard_at, poll_s=self.poll_s, now=now)


def pulse(db: Connection, shop: int) -> Pulse:
    """What the shop has not confirmed. While it was paused or looked at only, nothing was owed to it."""
    oldest, waiting, stuck = db.execute(
        f"select min(iif({_WAITS}, due_at, null)), coalesce(sum({_WAITS}), 0),"
        " coalesce(sum(state in ('refused', 'gave_up')), 0)"
        f" from {_SENT} and state != 'acknowledged'",
        (shop,),
    ).fetchone()
    since, live_since = moment_or_none(oldest), _mode_since(db, shop)
    if since is not None and live_since is not None:
        since = max(since, live_since)
    heard_at, poll_s = db.execute("select orders_read_at, poll_s from shop where id = ?", (shop,)).fetchone()
    chosen = settings.get(db, settings.POLL_S, shop=shop)
    return Pulse(
        behind_since=since,
        waiting=waiting,
        stuck=stuck,
        heard_at=moment_or_none(heard_at),
        poll_s=float(chosen or poll_s),
    )


def _mode_since(db: Connection, shop: int) -> datetime | None:
    row = db.execute(
        "select at from setting_now where name = ? and shop_id = ? and product_id = 0", (settings.MODE, shop)
    ).fetchone()
    return moment(row[0]) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """A shop's listings, counted. Those that follow another listing's number are not counted apart.

    `compared_at`: every linked number was seen or confirmed since then. `unnumbered` products have no first number.
    `beyond` sold more than they may have been showing, and were not read since.
    """

    listed: int = 0
    linked: int = 0
    unlinked: int = 0
    ignored: int = 0
    broken: int = 0
    oversells: int = 0
    uncounted: int = 0
    differing: int = 0
    unnumbered: int = 0
    beyond: int = 0
    compared_at: datetime | None = None


def links(db: Connection, shop: int) -> Links:
    """Count a shop's listings in one pass."""
    row = db.execute(
        """
        select coalesce(sum(here), 0), coalesce(sum(here and known), 0),
            coalesce(sum(here and not known and not ignored), 0), coalesce(sum(here and ignored), 0),
            coalesce(sum(known and not here), 0), coalesce(sum(here and known and oversells), 0),
            coalesce(sum(here and not counted and not ignored), 0), coalesce(sum(one.differs is not null and here), 0),
            coalesce(sum(here and known and counted and not started and product_id not in
                (select bundle_id from bundle_part)), 0),
            coalesce(sum(here and known and broken_at is not null), 0),
            min(iif(here and known and counted,
                coalesce(max(seen_at, confirmed_at), seen_at, confirmed_at, ''), null))
        from (select *, gone_at is null as here, product_id is not null as known from listing
            where shop_id = ? and stock_of is null) as one
        left join stock_level using (product_id)
        """,
        (shop,),
    ).fetchone()
    *counts, compared_at = row
    names = [name for name in Links.__slots__ if name != "compared_at"]
    return Links(**dict(zip(names, counts, strict=True)), compared_at=moment_or_none(compared_at or None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a shop's orders ask of the seller: open questions, and lines that are not linked to a product.

    Cancels that wait for hands, or whose answer was lost, count among the questions.
    """

    questions: int = 0
    lines: int = 0

    @property
    def all(self) -> int:
        """How many things there are to answer."""
        return self.questions + self.lines


def asked(db: Connection, shop: int) -> Asked:
    """How much waits for the seller's answer."""
    (questions,) = db.execute(
        "select count(*) from question join sales_order on sales_order.id = order_id"
        " where answered_at is null and shop_id = ?",
        (shop,),
    ).fetchone()
    (reversals,) = db.execute(
        "select count(*) from reversal where shop_id = ? and state in ('by_hand', 'unsure')", (shop,)
    ).fetchone()
    (lines,) = db.execute(
        "select count(*) from order_line join sales_order on sales_order.id = order_id"
        " where linked = 0 and open > 0 and not ended and gone = 0 and shop_id = ?",
        (shop,),
    ).fetchone()
    return Asked(questions=questions + reversals, lines=lines)


# ------------------------------------------------------------------------------------------------ the updates


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A number that a shop has not confirmed. `state` as in the push slot, `words` are the shop's own.

    It shows `shows` by all we know, and should show `should`; both None where nobody knows.
    """

    listing: int
    sku: str
    title: str
    state: str
    words: str
    due_at: datetime | None
    shows: int | None
    should: int | None


def updates(db: Connection, shop: int, *, now: datetime, limit: int = 200) -> list[Update]:
    """What waits to be confirmed: what was refused or given up first, then what has waited longest."""
    rows = db.execute(
        f"select listing.id, product.sku, product.title, state, words, due_at, listing.believed"
        f" from {_SENT.replace(' where', ' join product on product.id = product_id where')}"
        f" and state != 'acknowledged' order by {_WAITS}, due_at, listing.id limit ?",
        (shop, limit),
    ).fetchall()
    slots = _slots(db, shop, [row[0] for row in rows], now=now)
    return [_update(slots.get(row[0]), *row) for row in rows]


def _slots(db: Connection, shop: int, numbers: Sequence[int], *, now: datetime) -> "dict[int, Slot]":
    from app.store import pushes  # and with it all of planning: the window's first paint reads a pulse only

    return pushes.offers_of(db, shop, numbers, now=now)


def _update(
    slot: "Slot | None",
    listing: int,
    sku: str,
    title: str,
    state: str,
    words: str,
    due_at: str | None,
    shows: int | None,
) -> Update:
    should = slot.offer.quantity if slot else None
    if slot and state == "in_flight":
        should = slot.sent_quantity
    due = moment_or_none(due_at)
    return Update(
        listing=listing, sku=sku, title=title, state=state, words=words, due_at=due, shows=shows, should=should
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A number that somebody else changed: the shop shows `shows`, the ledger says `should`."""

    listing: int
    sku: str
    title: str
    shows: int
    should: int | None
    seen_at: datetime | None


def edits(db: Connection, shop: int, *, now: datetime, limit: int = 50) -> list[Edit]:
    """Listings that show another number than they should, by SKU."""
    rows = db.execute(
        "select listing.id, product.sku, product.title, differs, seen_at from listing"
        " join product on product.id = product_id"
        " where shop_id = ? and differs is not null and gone_at is null and stock_of is null"
        " order by product.sku limit ?",
        (shop, limit),
    ).fetchall()
    slots = _slots(db, shop, [row[0] for row in rows], now=now)
    return [
        Edit(
            listing=listing,
            sku=sku,
            title=title,
            shows=differs,
            should=slots[listing].offer.quantity if listing in slots else None,
            seen_at=moment_or_none(seen_at),
        )
        for listing, sku, title, differs, seen_at in rows
    ]


def count_edits(db: Connection, shop: int) -> int:
    """How many listings show another number than they should."""
    (count,) = db.execute(
        "select count(*) from listing where shop_id = ? and differs is not null and gone_at is null"
        " and stock_of is null and product_id is not null",
        (shop,),
    ).fetchone()
    return int(count)


# ------------------------------------------------------------------------------------------------ the links


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A listing that needs a look. `broken`: it was linked and is no longer there."""

    id: int
    ref: str
    sku: str
    title: str
    url: str
    product_sku: str | None
    unlinked: bool
    broken: bool
    oversells: bool
    uncounted: bool
    ignored: bool
    off: str = ""  # linked, and off sale there: why (core.channel.Off)


def link_rows(db: Connection, shop: int, *, limit: int = LINK_ROWS) -> list[LinkRow]:
    """Listings that are not linked, no longer there, go on selling below zero, or are not counted by their shop."""
    rows = db.execute(
        "select listing.id, ref, listing.sku, listing.title, url, product.sku,"
        " product_id is null and not ignored, gone_at is not null, oversells and product_id is not null,"
        " not counted and not ignored, ignored, iif(product_id is null or taken_off, '', off)"
        " from listing left join product on product.id = product_id"
        " where shop_id = ? and stock_of is null and iif(gone_at is null,"
        " product_id is null or oversells or not counted or (off != '' and not taken_off), product_id is not null)"
        " order by gone_at is null, ignored, product_id is not null, off = 'parked', listing.sku limit ?",
        (shop, limit),
    )
    return [_link_row(row) for row in rows]


def _link_row(row: Sequence[Any]) -> LinkRow:
    fields = dict(zip(LinkRow.__slots__, row, strict=True))
    for name in ("unlinked", "broken", "oversells", "uncounted", "ignored"):
        fields[name] = bool(fields[name])
    return LinkRow(**fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRow:
    """A listing to be matched to a product. `stock_of` names the listing of the shop whose number it shows."""

    id: int
    ref: str
    sku: str
    title: str
    barcode: str
    price_minor: int | None
    currency: str
    counted: bool
    ignored: bool
    stock_of: str | None
    product_sku: str | None
    shows: int | None


def match_rows(db: Connection, shop: int) -> list[MatchRow]:
    """Every listing of a shop that is still there, by SKU, those without one last."""
    rows = db.execute(
        "select listing.id, ref, listing.sku, listing.title, listing.barcode, listing.price_minor, listing.currency,"
        " counted, ignored, stock_of, product.sku, coalesce(believed, seen)"
        " from listing left join product on product.id = product_id where shop_id = ? and gone_at is null"
        " order by listing.sku = '', listing.sku, listing.title, listing.id",
        (shop,),
    )
    return [_match_row(row) for row in rows]


def _match_row(row: Sequence[Any]) -> MatchRow:
    fields = dict(zip(MatchRow.__slots__, row, strict=True))
    fields["counted"], fields["ignored"] = bool(fields["counted"]), bool(fields["ignored"])
    return MatchRow(**fields)


def listing_by_ref(db: Connection, shop: int, ref: str) -> int | None:
    """The number of a listing by its name in the shop; None where it was not read yet."""
    row = db.execute("select id from listing where shop_id = ? and ref = ?", (shop, ref)).fetchone()
    return int(row[0]) if row else None


def product_titles(db: Connection) -> dict[str, str]:
    """Every product's title by its SKU: what listings are matched with."""
    return dict(db.execute("select sku, title from product"))


# ------------------------------------------------------------------------------------------------ kept by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class HandSale:
    """A sale that the seller entered. `taken_back`: its pieces returned to the shelf."""

    ref: str
    sold_at: datetime
    sku: str
    title: str
    pieces: int
    taken_back: bool


def hand_sales(db: Connection, shop: int, *, limit: int = 100) -> list[HandSale]:
    """What was sold at a place kept by hand, newest first."""
    rows = db.execute(
        "select sales_order.ref, placed_at, order_line.sku,"
        " coalesce((select title from product where sku = order_line.sku), order_line.title),"
        " coalesce(nullif(shipped, 0), (select sum(-on_hand_delta) from stock_entry"
        "  where stock_entry.order_id = sales_order.id and kind = 'ship')"
        "  / (select sum(per_piece) from order_part where order_part.order_id = sales_order.id), 0),"
        " shipped = 0"
        " from sales_order join order_line on order_id = sales_order.id"
        " where shop_id = ? order by placed_at desc, sales_order.id desc limit ?",
        (shop, limit),
    )
    return [
        HandSale(ref=ref, sold_at=moment(at), sku=sku, title=title, pieces=pieces, taken_back=bool(back))
        for ref, at, sku, title, pieces, back in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """The last day of selling at a place kept by hand: when, and how many sales were entered for it."""

    last_at: datetime | None = None
    sales: int = 0


def by_hand(db: Connection, shop: int) -> ByHand:
    """When the seller last sold there, as far as it was entered."""
    (last,) = db.execute("select max(placed_at) from sales_order where shop_id = ?", (shop,)).fetchone()
    if last is None:
        return ByHand()
    at = moment(last)
    (sales,) = db.execute(
        "select count(*) from sales_order where shop_id = ? and placed_at > ?", (shop, stamp(at - MARKET_DAY))
    ).fetchone()
    return ByHand(last_at=at, sales=sales)

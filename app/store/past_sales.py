"""Orders from before a shop was connected, as demand only: no ledger row, no customer, days in stock unknown.

They come from the channel, as far as it gives them, or from a sheet of the seller's. A sheet names products, not
listings; where a channel told of the same product and day too, the larger of both counts, so nothing counts twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.core.records import dataclass
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.core.orders import Order
    from app.core.past_sheet import PastSale


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How far a shop's past was read. `cursor` None: not begun."""

    since: datetime
    cursor: str | None
    done_at: datetime | None


def ask(db: Connection, shop: int, *, since: datetime) -> None:
    """Inside a transaction: read this shop's orders from a moment on, as far as its channel gives them. Once."""
    db.execute("insert into past_reading (shop_id, since) values (?, ?) on conflict do nothing", (shop, stamp(since)))


def reading(db: Connection, shop: int) -> Reading | None:
    """How far it is; None where nobody asked."""
    row = db.execute("select since, cursor, done_at from past_reading where shop_id = ?", (shop,)).fetchone()
    return Reading(since=moment(row[0]), cursor=row[1], done_at=moment_or_none(row[2])) if row else None


def keep(
    db: Connection, shop: int, orders: "Sequence[Order]", *, before: datetime, cursor: str, done_at: datetime | None
) -> None:
    """Inside a transaction: keep what these orders sold before a moment of the shop's clock, and how far it is.

    Read again, a line is what it is now; one that was cancelled sold nothing.
    """
    for order in orders:
        if order.placed_at >= before:
            continue
        db.execute("delete from past_sale where shop_id = ? and order_ref = ?", (shop, order.ref))
        for line in order.lines:
            pieces = line.open + (line.shipped or 0) - line.returned
            if line.listing is not None and pieces > 0:
                db.execute(
                    "insert or replace into past_sale (shop_id, order_ref, line_ref, listing_ref, pieces, placed_at)"
                    " values (?, ?, ?, ?, ?, ?)",
                    (shop, order.ref, line.ref, line.listing, pieces, stamp(order.placed_at)),
                )
    done = stamp(done_at) if done_at else None
    db.execute("update past_reading set cursor = ?, done_at = ? where shop_id = ?", (cursor, done, shop))


_SHEET = "product/"  # instead of a listing, where a sheet says what sold
_SOLD = """
    with before as (select coalesce((select min(happened_at) from stock_entry where product_id = ?1), '9') as began)
    select placed_at, past_sale.pieces * coalesce(bundle_part.quantity, 1), past_sale.shop_id, 0 from before, listing
    join past_sale on past_sale.shop_id = listing.shop_id and listing_ref = listing.ref
    left join bundle_part on bundle_id = listing.product_id
    where coalesce(part_id, listing.product_id) = ?1 and placed_at >= ?2 and placed_at < began
        and listing.product_id in (select ?1 union all select bundle_id from bundle_part where part_id = ?1)
    union all
    select placed_at, past_sale.pieces * times, shop.id, 1 from before, shop,
        (select ?1 as whole, 1 as times where ?1 not in (select bundle_id from bundle_part)
            union all select bundle_id, quantity from bundle_part where part_id = ?1)
    join past_sale on past_sale.shop_id = shop.id and listing_ref = 'product/' || whole
    where placed_at >= ?2 and placed_at < began
    order by placed_at
"""


def sold(db: Connection, product: int, *, since: datetime) -> list[tuple[datetime, int]]:
    """What sold of a product before its ledger began, oldest first. Of a shop's day the fuller source counts."""
    told: dict[tuple[int, date], tuple[list[tuple[datetime, int]], list[tuple[datetime, int]]]] = {}
    for at, pieces, shop, of_sheet in db.execute(_SOLD, (product, stamp(since))):
        when = moment(at)
        told.setdefault((shop, when.astimezone().date()), ([], []))[of_sheet].append((when, pieces))
    found = [max(both, key=lambda rows: sum(pieces for _, pieces in rows)) for both in told.values()]
    return sorted(row for rows in found for row in rows)


def ledger_began(db: Connection, product: int) -> datetime | None:
    """When the first row of a product's ledger happened."""
    return moment_or_none(
        db.execute("select min(happened_at) from stock_entry where product_id = ?", (product,)).fetchone()[0]
    )


def count(db: Connection, shop: int) -> int:
    """Orders of a shop that were read so from its channel."""
    row = db.execute(
        "select count(distinct order_ref) from past_sale where shop_id = ? and listing_ref not glob 'product/*'",
        (shop,),
    ).fetchone()
    return int(row[0])


def products(db: Connection, *, since: datetime | None = None) -> set[int]:
    """Products that past orders say something of from a moment on, their bundles' parts included."""
    rows = db.execute(
        "with told as (select distinct shop_id, listing_ref from past_sale where placed_at >= ?), whole as ("
        " select product_id as number from told join listing on listing.shop_id = told.shop_id"
        " and listing.ref = listing_ref where product_id is not null"
        " union select cast(substr(listing_ref, 9) as integer) from told where listing_ref glob 'product/*')"
        " select distinct coalesce(part_id, number) from whole left join bundle_part on bundle_id = number",
        (stamp(since) if since is not None else "",),
    )
    return {number for (number,) in rows}


# ------------------------------------------------------------------------------------------------ from a sheet

Kept = tuple[str, str, str, int, str]  # a row as it lies there


def of_days(db: Connection, shop: int, sales: "Iterable[PastSale]") -> list[Kept]:
    """What sheets said before of the days and products of these sales, in this shop."""
    kept: dict[tuple[str, str], list[Kept]] = defaultdict(list)
    rows = db.execute(
        "select order_ref, line_ref, listing_ref, pieces, placed_at from past_sale where shop_id = ?"
        " and listing_ref glob 'product/*'",
        (shop,),
    )
    for row in rows:
        kept[_day_of(row[0]), row[1]].append(row)
    return [row for key in _days(sales) for row in kept.get(key, [])]


def put_sheet(db: Connection, shop: int, sales: "Sequence[PastSale]") -> None:
    """Inside a transaction: keep what a sheet says. An order read again is what it is now.

    A day's total stands instead of that day's orders, and orders instead of the total: both would count twice.
    """
    of_orders = set(_days(one for one in sales if one.order))
    of_totals = set(_days(one for one in sales if not one.order))
    for order_ref, line_ref, *_ in of_days(db, shop, sales):
        on, total = _day_of(order_ref), order_ref.endswith("/")
        if (on, line_ref) in (of_orders if total else of_totals):
            db.execute(
                "delete from past_sale where shop_id = ? and order_ref = ? and line_ref = ?",
                (shop, order_ref, line_ref),
            )
    _insert(db, shop, [_row(one) for one in sales])


def put_back(db: Connection, shop: int, sales: "Sequence[PastSale]", before: Sequence[Kept]) -> None:
    """Inside a transaction: these days are again as `of_days` found them before."""
    db.executemany(
        "delete from past_sale where shop_id = ? and order_ref = ? and line_ref = ?",
        [(shop, order_ref, line_ref) for order_ref, line_ref, *_ in of_days(db, shop, sales)],
    )
    _insert(db, shop, before)


def news(db: Connection, shop: int, sales: "Sequence[PastSale]") -> "list[PastSale]":
    """Those that are not kept already, just as they are."""
    known = {(row[0], row[1], row[3]) for row in of_days(db, shop, sales)}
    return [one for one in sales if (_order_ref(one), str(one.product), one.pieces) not in known]


def before_ledgers(db: Connection, sales: "Sequence[PastSale]") -> "list[PastSale]":
    """Those from before the ledger of their product began: what sold since then is in there."""
    began = {product: ledger_began(db, product) for product in {one.product for one in sales}}
    return [one for one in sales if (start := began[one.product]) is None or one.at < start]


def _insert(db: Connection, shop: int, rows: Iterable[Kept]) -> None:
    db.executemany(
        "insert or replace into past_sale (shop_id, order_ref, line_ref, listing_ref, pieces, placed_at)"
        " values (?, ?, ?, ?, ?, ?)",
        [(shop, *row) for row in rows],
    )


def _row(one: "PastSale") -> Kept:
    return _order_ref(one), str(one.product), f"{_SHEET}{one.product}", one.pieces, stamp(one.at)


def _order_ref(one: "PastSale") -> str:
    return f"sheet/{one.at.astimezone().date()}/{one.order}"


def _day_of(order_ref: str) -> str:
    return order_ref.split("/", 2)[1]


def _days(sales: "Iterable[PastSale]") -> dict[tuple[str, str], None]:
    return dict.fromkeys((_day_of(_order_ref(one)), str(one.product)) for one in sales)

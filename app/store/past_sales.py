"""Orders from before a shop was connected, as demand only: no ledger row, no customer, days in stock unknown."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.core.records import dataclass
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.core.orders import Order


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


_SOLD = """
    select placed_at, past_sale.pieces * coalesce(bundle_part.quantity, 1) from listing
    join past_sale on past_sale.shop_id = listing.shop_id and listing_ref = listing.ref
    left join bundle_part on bundle_id = listing.product_id
    where coalesce(part_id, listing.product_id) = ?1 and placed_at >= ?2
        and placed_at < coalesce((select min(happened_at) from stock_entry where product_id = ?1), '9')
        and listing.product_id in (select ?1 union all select bundle_id from bundle_part where part_id = ?1)
    order by placed_at
"""


def sold(db: Connection, product: int, *, since: datetime) -> list[tuple[datetime, int]]:
    """What sold of a product before its ledger began, oldest first."""
    return [(moment(at), pieces) for at, pieces in db.execute(_SOLD, (product, stamp(since)))]


def ledger_began(db: Connection, product: int) -> datetime | None:
    """When the first row of a product's ledger happened."""
    return moment_or_none(
        db.execute("select min(happened_at) from stock_entry where product_id = ?", (product,)).fetchone()[0]
    )


def count(db: Connection, shop: int) -> int:
    """Orders of a shop that were read so."""
    row = db.execute("select count(distinct order_ref) from past_sale where shop_id = ?", (shop,)).fetchone()
    return int(row[0])


def products(db: Connection) -> set[int]:
    """Products that past orders say something of, their bundles' parts included."""
    rows = db.execute(
        "select distinct coalesce(part_id, listing.product_id) from past_sale join listing"
        " on listing.shop_id = past_sale.shop_id and listing.ref = listing_ref"
        " left join bundle_part on bundle_id = listing.product_id where listing.product_id is not null"
    )
    return {number for (number,) in rows}

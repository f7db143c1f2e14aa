"""What the window's frame asks of the inventory beside what other pages ask: how much there is, how new it is, and what
sold more than it showed.

Reads only, on whatever connection it is given; nothing here costs more as the ledger grows.
"""

from datetime import datetime

from app.core.records import dataclass
from app.store.moments import moment
from app.store.sqlite import Connection

_DIFFERING = "select distinct shop_id from listing where differs is not null and product_id is not null"


def differing_shops(db: Connection) -> frozenset[int]:
    """Shops that were seen to show a number that neither our writes nor their orders explain."""
    return frozenset(shop for (shop,) in db.execute(_DIFFERING))


def products(db: Connection) -> int:
    """How many products there are."""
    count: int = db.execute("select count(*) from product").fetchone()[0]
    return count


def saved_at(db: Connection) -> datetime | None:
    """When the newest ledger row was written."""
    row = db.execute("select recorded_at from stock_entry order by seq desc limit 1").fetchone()
    return moment(row[0]) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """A listing that sold more than it may have been showing, and was not read since."""

    listing: int
    sku: str
    title: str
    since: datetime


_BROKEN = "broken_at is not null and product_id is not null and gone_at is null and stock_of is null"


def beyond(db: Connection, shop: int, *, limit: int = 50) -> list[Beyond]:
    """Those of a shop, by SKU."""
    rows = db.execute(
        "select listing.id, product.sku, product.title, broken_at from listing"
        f" join product on product.id = product_id where shop_id = ? and {_BROKEN} order by product.sku limit ?",
        (shop, limit),
    )
    return [Beyond(listing=number, sku=sku, title=title, since=moment(at)) for number, sku, title, at in rows]


def beyond_by_shop(db: Connection) -> dict[int, int]:
    """By shop, how many there are."""
    return dict(db.execute(f"select shop_id, count(*) from listing where {_BROKEN} group by shop_id"))


def checking(db: Connection) -> bool:
    """Does Plimsoll check whether the fix of an open incident holds?"""
    return bool(db.execute("select exists (select 1 from incident_check where state = 'running')").fetchone()[0])

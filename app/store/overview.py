"""What the window's frame asks of the inventory beside what other pages ask: how much there is, and how new it is.

Reads only, on whatever connection it is given; nothing here costs more as the ledger grows.
"""

from datetime import datetime

from app.store.moments import moment
from app.store.sqlite import Connection

_DIFFERING = """
    select distinct shop_id from listing
    where product_id in (select product_id from stock_level where differs > 0) and differs is not null
"""


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

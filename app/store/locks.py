"""When a shop's own lock likely let two orders for one piece pass. Computed when it is asked: nothing is kept."""

from datetime import datetime

from app.core.holding import ADVICE_WITHIN, FOUND_WITHIN, Off, Placed, platform_locks
from app.store.moments import moment, stamp
from app.store.sqlite import Connection


def likely_locks(db: Connection, shop: int, *, now: datetime) -> list[datetime]:
    """The moments of the last thirty days, by the shop's own clock."""
    since = stamp(now - ADVICE_WITHIN - FOUND_WITHIN)
    orders = db.execute(
        "select distinct listing.id, sales_order.id, placed_at from order_line"
        " join sales_order on sales_order.id = order_id"
        " join listing on listing.shop_id = sales_order.shop_id and listing.ref = listing_ref"
        " where sales_order.shop_id = ? and placed_at >= ?",
        (shop, since),
    )
    off = db.execute(
        "select listing_id, found_at from outside_edit join listing on listing.id = listing_id"
        " where shop_id = ?1 and found_at >= ?2"
        " union select id, broken_at from listing where shop_id = ?1 and broken_at >= ?2",
        (shop, since),
    )
    placed = [Placed(listing=listing, at=moment(at)) for listing, _, at in orders]
    return platform_locks(placed, [Off(listing=listing, at=moment(at)) for listing, at in off])

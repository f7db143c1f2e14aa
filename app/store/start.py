"""The first numbers: what the shop that the seller believes shows, and what it has sold but not sent."""

from dataclasses import dataclass
from typing import Any

from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRow:
    """One product's starting stock as a sum: shown there + sold there and not sent = on hand.

    `obstacle` says why it cannot start from this shop: 'started', 'bundle', 'not_counted', 'unread' or 'twice'.
    """

    product_id: int
    sku: str
    title: str
    shown: int | None
    sold: int
    booked_on_hand: int
    obstacle: str | None

    @property
    def on_hand(self) -> int:
        """What is on the shelf, by that shop."""
        return (self.shown or 0) + self.sold


# The sum holds whether or not the newest sale has been heard of: an unheard sale is still in `believed`, a heard one
# has moved from there to the order's line.
_ROWS = """
    select product.id, product.sku, product.title, listing.believed,
        (select coalesce(sum(min(line.open, line.taken)), 0) from order_line as line
         join sales_order on sales_order.id = order_id and sales_order.shop_id = listing.shop_id and not ended
         where line.listing_ref in (
            select ref from listing as same where same.shop_id = listing.shop_id
            and (same.id = listing.id or same.stock_of = listing.ref))),
        on_hand,
        case
            when started then 'started'
            when exists (select 1 from bundle_part where bundle_id = product.id) then 'bundle'
            when not counted then 'not_counted'
            when believed is null or not settled then 'unread'
            when (select count(*) from listing as other where other.shop_id = listing.shop_id
                and other.product_id = product.id and other.stock_of is null) > 1 then 'twice'
        end
    from listing join product on product.id = product_id join stock_level using (product_id)
    where listing.shop_id = ? and stock_of is null and gone_at is null
    order by product.sku
"""


def preview(db: Connection, shop: int) -> list[StartRow]:
    """Every linked product of a shop with the number it would start from. Reads only."""
    return [_row(row) for row in db.execute(_ROWS, (shop,))]


def _row(row: tuple[Any, ...]) -> StartRow:
    return StartRow(**dict(zip(StartRow.__slots__, row, strict=True)))

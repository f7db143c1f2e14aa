"""The first numbers: what the shop that the seller believes shows, and what it has sold but not sent."""

from dataclasses import dataclass, replace
from typing import Any

from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRow:
    """One product's starting stock as a sum: shown there + sold there and not sent = on hand.

    Where the shop sells the product only in packs, both are packs of `pieces`.
    `obstacle` says why it cannot start from this shop: 'started', 'bundle', 'not_counted', 'unread', 'twice' or
    'below_zero' (it shows less than nothing, and has no open orders that would explain it).
    """

    product_id: int
    sku: str
    title: str
    shown: int | None
    sold: int
    booked_on_hand: int
    obstacle: str | None
    pieces: int = 1

    @property
    def on_hand(self) -> int:
        """What is on the shelf, by that shop."""
        return ((self.shown or 0) + self.sold) * self.pieces


# The sum holds whether or not the newest sale has been heard of: an unheard sale is still in `believed`, a heard one
# has moved from there to the order's line.
# A product that the shop sells in packs only starts from its pack; where it sells single pieces too, those count.
_ROWS = """
    with holder as (
        select id, product_id, 1 as pieces from listing
        where shop_id = ?1 and stock_of is null and gone_at is null and product_id is not null
        union all
        select id, part_id, quantity from listing join bundle_part as part on bundle_id = product_id
        where shop_id = ?1 and stock_of is null and gone_at is null
            and (select count(*) from bundle_part where bundle_id = part.bundle_id) = 1
            and not exists (select 1 from listing as own where own.shop_id = ?1 and own.product_id = part.part_id
                and own.stock_of is null and own.gone_at is null)
    )
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
            when (select count(*) from holder as other where other.product_id = product.id) > 1 then 'twice'
        end,
        pieces
    from holder join listing on listing.id = holder.id join product on product.id = holder.product_id
    join stock_level on stock_level.product_id = product.id
    order by product.sku
"""


def preview(db: Connection, shop: int) -> list[StartRow]:
    """Every linked product of a shop with the number it would start from. Reads only."""
    return [_row(row) for row in db.execute(_ROWS, (shop,))]


def _row(row: tuple[Any, ...]) -> StartRow:
    found = StartRow(**dict(zip(StartRow.__slots__, row, strict=True)))
    return replace(found, obstacle="below_zero") if found.obstacle is None and found.on_hand < 0 else found

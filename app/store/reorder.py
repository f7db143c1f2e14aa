"""What is to be ordered again: at or under its reorder point, or soon to be, with what is on its way already."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.core.deliveries import order_by, to_order
from app.store import deliveries, demand, sales, suppliers
from app.store.sqlite import Connection
from app.store.suppliers import Supplier

SOON = timedelta(days=7)  # what falls to its reorder point within a week is listed before it does
MOST, SOON_MOST = 500, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ToOrder:
    """A product of the reorder list. `order` 0: enough is on its way. `by`: the day to order on, None for never."""

    product: int
    sku: str
    title: str
    available: int
    floor: int | None
    reorder_at: int
    cost_minor: int | None
    currency: str | None
    supplier: int | None = None
    supplier_name: str = ""
    on_order: int = 0
    due: date | None = None
    order: int = 0
    by: date | None = None

    @property
    def under(self) -> bool:
        """Is it at or under its reorder point?"""
        return self.available <= self.reorder_at

    @property
    def ordered(self) -> bool:
        """Is enough on its way?"""
        return self.under and not self.order


_ROW = """
    product.id, sku, title, available, floor, reorder_point,
    (select value from setting_now where name = 'cost' and setting_now.product_id = product.id and shop_id = 0),
    (select value from setting_now where name = 'supplier' and setting_now.product_id = product.id and shop_id = 0)
"""
_NO_BUNDLE = "stock_level.product_id not in (select bundle_id from bundle_part)"
_UNDER = f"""
    select {_ROW} from stock_level join product on product.id = stock_level.product_id
    where started and reorder_point is not null and available <= reorder_point and {_NO_BUNDLE}
    order by available - reorder_point, sku limit ?
"""
# A first look by the weights that the policy keeps: twice as many as will be, each is reckoned exactly afterwards.
_SOON = f"""
    with selling as (select product_id, sum(weight) / (select weight from demand_unit) as pieces
        from demand group by product_id)
    select {_ROW} from selling cross join stock_level on stock_level.product_id = selling.product_id
    join product on product.id = stock_level.product_id
    where started and reorder_point is not null and available > reorder_point
        and available - reorder_point <= 2 * pieces * ? and {_NO_BUNDLE}
    order by (available - reorder_point) / pieces, sku limit ?
"""


Rates = dict[tuple[int, date], float]  # pieces a day, by product and the day on which that was reckoned


def to_reorder(db: Connection, *, now: datetime, rates: Rates | None = None, limit: int = MOST) -> list[ToOrder]:
    """What to order, the furthest under its reorder point first; then what is on its way; then what comes soon.

    `rates` keeps what was reckoned: what sells a day rests on days that are over, and is another one only tomorrow.
    """
    today, rates = now.astimezone().date(), {} if rates is None else rates
    known = {one.id: one for one in suppliers.suppliers(db)}
    ordered, due, cover = deliveries.on_order(db), deliveries.next_due(db), suppliers.cover_days(db)

    def row(read: tuple[Any, ...]) -> ToOrder:
        a_day = rates.get((read[0], today))
        if a_day is None:
            a_day = rates[read[0], today] = sales.a_day(db, read[0], now=now)
        return _row(db, read, known.get(read[7] or 0), a_day, cover, ordered.get(read[0], 0), due.get(read[0]), today)

    under = [row(read) for read in db.execute(_UNDER, (limit,)).fetchall()]
    share = SOON.total_seconds() / demand.HALF_LIFE.total_seconds() * 0.6931471805599453
    soon = [row(read) for read in db.execute(_SOON, (share, SOON_MOST)).fetchall()]
    soon = [one for one in soon if one.by is not None and one.by <= today + SOON]
    under.sort(key=lambda one: one.ordered)
    return [*under, *sorted(soon, key=lambda one: (one.by or today, one.sku))]


def _row(
    db: Connection, read: tuple[Any, ...], supplier: Supplier | None, a_day: float, cover: int, on_order: int,
    due: date | None, today: date,
) -> ToOrder:  # fmt: skip
    product, sku, title, available, floor, reorder_at, cost, _ = read
    minor, _, currency = str(cost or "").partition(" ")
    pack, minimum = suppliers.packs_of(db, product, supplier.terms if supplier else None)
    return ToOrder(
        product=product,
        sku=sku,
        title=title,
        available=available,
        floor=floor,
        reorder_at=reorder_at,
        cost_minor=int(minor) if minor else None,
        currency=currency or None,
        supplier=supplier.id if supplier else None,
        supplier_name=supplier.terms.name if supplier else "",
        on_order=on_order,
        due=due,
        order=to_order(
            reorder_at=reorder_at, a_day=a_day, cover_days=cover, available=available, on_order=on_order, pack=pack,
            minimum=minimum,
        ),
        by=order_by(reorder_at=reorder_at, a_day=a_day, available=available, on_order=on_order, today=today),
    )  # fmt: skip

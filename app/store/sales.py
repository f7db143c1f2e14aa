"""Daily sales of products, read from the ledger; what is to be ordered again, and what a delivery takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from app.core.daily import Days, Row, by_day
from app.core.floors import Delivery
from app.store import demand, settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

DELIVERY_DAYS = 7  # until the seller says otherwise
COVER_DAYS = 30  # an order is to last so long beyond the reorder point

# Sales are what was promised, less what was released or came back; a bundle's are booked on its parts.
_ROWS = """
    select happened_at, case kind when 'commit' then committed_delta when 'release' then committed_delta
        when 'restock' then -on_hand_delta else 0 end,
        on_hand_after - committed_after
    from stock_entry where product_id = ? and happened_at >= ? order by seq
"""
_BEFORE = """
    select on_hand_after - committed_after from stock_entry where product_id = ? and happened_at < ?
    order by seq desc limit 1
"""


def days_of(db: Connection, product: int, *, window: int, now: datetime, zone: tzinfo | None = None) -> Days:
    """Sales by day of a product over the last so many days, without today."""
    today = now.astimezone(zone).date()
    since = _begin(today - timedelta(days=window), zone)
    rows = [Row(moment(at), sold, available) for at, sold, available in db.execute(_ROWS, (product, stamp(since)))]
    before = db.execute(_BEFORE, (product, stamp(since))).fetchone()
    incidents = [
        (moment(opened), moment_or_none(closed))
        for opened, closed in db.execute(
            "select opened_at, closed_at from incident where product_id = ? and coalesce(closed_at, ?) >= ?",
            (product, stamp(now), stamp(since)),
        )
    ]
    return by_day(rows, today=today, window=window, zone=zone, before=before[0] if before else 0, incidents=incidents)


def _begin(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), zone).astimezone()


def delivery_of(db: Connection, product: int) -> Delivery | None:
    """What the seller typed of deliveries, as "average:most:review"; None where nothing was."""
    written = settings.get(db, settings.DELIVERY, product=product) or settings.get(db, settings.DELIVERY)
    if not written:
        return None
    mean, most, review = (float(part) for part in str(written).split(":"))
    return Delivery(mean=mean, most=most, review=review)


def put_delivery(db: Connection, delivery: Delivery, *, product: int = 0, now: datetime) -> None:
    """Inside a transaction: how long deliveries take, of a product or (0) in general."""
    written = f"{delivery.mean:g}:{delivery.most:g}:{delivery.review:g}"
    settings.put(db, settings.DELIVERY, written, product=product, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToOrder:
    """A product at or under its reorder point. `order` brings it back above it for the days to cover."""

    product: int
    sku: str
    title: str
    available: int
    floor: int | None
    reorder_at: int
    order: int
    cost_minor: int | None
    currency: str | None


_TO_ORDER = """
    select product.id, sku, title, available, floor, reorder_point,
        (select value from setting_now where name = 'cost' and setting_now.product_id = product.id and shop_id = 0)
    from stock_level join product on product.id = stock_level.product_id
    where started and reorder_point is not null and available <= reorder_point
        and stock_level.product_id not in (select bundle_id from bundle_part)
    order by available - reorder_point, sku limit ?
"""


def to_order(db: Connection, *, rate_of: Mapping[int, float], limit: int = 500) -> list[ToOrder]:
    """What is at or under its reorder point, the furthest under first. `rate_of`: pieces a day, by product."""
    found = []
    for product, sku, title, available, floor, reorder_at, cost in db.execute(_TO_ORDER, (limit,)):
        minor, _, currency = str(cost or "").partition(" ")
        wanted = reorder_at + rate_of.get(product, 0.0) * COVER_DAYS - available
        found.append(
            ToOrder(
                product=product,
                sku=sku,
                title=title,
                available=available,
                floor=floor,
                reorder_at=reorder_at,
                order=max(1, round(wanted)),
                cost_minor=int(minor) if minor else None,
                currency=currency or None,
            )
        )
    return found


def rates(db: Connection, products: Sequence[int], *, now: datetime) -> dict[int, float]:
    """Pieces a day of these products, newer sales counting for more."""
    found = demand.of_products(db, products)
    return {product: sum(one.rate_per_s(now) for one in shops.values()) * 86_400 for product, shops in found.items()}

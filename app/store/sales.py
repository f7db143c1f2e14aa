"""Daily sales of products, read from the ledger, and what the seller typed of deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from app.core.daily import Days, Row, by_day
from app.core.floors import Delivery
from app.store import demand, past_sales, settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

DELIVERY_DAYS = 7  # until the seller says otherwise
RATE_DAYS, RATE_LEAST = 56, 7  # what sells a day is judged by so many days back, and by so many in stock at least

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
    found = by_day(rows, today=today, window=window, zone=zone, before=before[0] if before else 0, incidents=incidents)
    found = found.with_promotions(_promoted(db, since, zone))
    past = past_sales.sold(db, product, since=since)
    if not past:
        return found
    began = past_sales.ledger_began(db, product)
    return found.with_past(past, began.astimezone(zone).date() if began else None, zone)


def _promoted(db: Connection, since: datetime, zone: tzinfo | None) -> list[tuple[date, date]]:
    """First and last day of each promotion that was on since then."""
    rows = db.execute(
        "select began_at, ended_at from promotion where began_at is not null and coalesce(ended_at, '9') >= ?",
        (stamp(since),),
    )
    return [
        (moment(began).astimezone(zone).date(), moment(ended).astimezone(zone).date() if ended else date.max)
        for began, ended in rows
    ]


def _begin(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), zone).astimezone()


def delivery_of(db: Connection, product: int) -> Delivery | None:
    """What the seller typed of deliveries, as "average:most:review"; None where nothing was."""
    written = settings.get(db, settings.DELIVERY, product=product) or settings.get(db, settings.DELIVERY)
    if not written:
        return None
    mean, most, review = (float(part) for part in str(written).split(":"))
    return Delivery(mean=mean, most=most, review=review)


def written(delivery: Delivery) -> str:
    """Deliveries as their setting has them."""
    return f"{delivery.mean:g}:{delivery.most:g}:{delivery.review:g}"


def put_delivery(db: Connection, delivery: Delivery, *, product: int = 0, now: datetime) -> None:
    """Inside a transaction: how long deliveries take, of a product or (0) in general."""
    settings.put(db, settings.DELIVERY, written(delivery), product=product, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorBy:
    """What floors are reckoned by: so many days back, and this service level."""

    window: int = 90
    level: float = 0.95

    def written(self) -> str:
        """As its setting has it."""
        return f"{self.window}:{self.level:g}"


def read_floor_by(written: object) -> FloorBy | None:
    """What `FloorBy.written` wrote; None where nothing was."""
    if not written:
        return None
    window, level = str(written).split(":")
    return FloorBy(window=int(window), level=float(level))


def floor_by(db: Connection, product: int = 0) -> FloorBy:
    """What the floor of a product is reckoned by: its own, else what holds for all."""
    own = read_floor_by(settings.get(db, settings.FLOOR_BY, product=product)) if product else None
    return own or read_floor_by(settings.get(db, settings.FLOOR_BY)) or FloorBy()


def textbook(db: Connection) -> bool:
    """Is Z taken as textbooks round it?"""
    return bool(settings.get(db, settings.TEXTBOOK_Z))


def a_day(db: Connection, product: int, *, now: datetime, zone: tzinfo | None = None) -> float:
    """Pieces a day on days in stock of the last weeks; of a product with few such days, newer sales for more."""
    found = days_of(db, product, window=RATE_DAYS, now=now, zone=zone).demand()
    return found.mean if found.days >= RATE_LEAST else rates(db, [product], now=now).get(product, 0.0)


def rates(db: Connection, products: Sequence[int], *, now: datetime) -> dict[int, float]:
    """Pieces a day of these products, newer sales counting for more."""
    found = demand.of_products(db, products)
    return {product: sum(one.rate_per_s(now) for one in shops.values()) * 86_400 for product, shops in found.items()}

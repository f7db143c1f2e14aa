"""How every number that was sent ended: confirmed after so many seconds, or never. Kept long enough to judge by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.store import settings
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

KEEP_PER_SHOP = 20_000
SPAN = timedelta(days=30)  # what the share in time is judged by


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A write that came to an end: what the listing was to show, since when, and whether the shop confirmed it."""

    listing: int
    quantity: int
    due_at: datetime | None
    confirmed: bool


def add(db: Connection, shop: int, ended: Sequence[Ended], *, now: datetime) -> None:
    """Keep these. While the shop was paused or only looked at, nothing was owed to it: that time does not count."""
    if not ended:
        return
    row = db.execute(
        "select at from setting_now where name = ? and shop_id = ? and product_id = 0", (settings.MODE, shop)
    ).fetchone()
    live_since = moment(row[0]) if row else now
    db.executemany(
        "insert into confirmation (shop_id, listing_id, at, quantity, seconds) values (?, ?, ?, ?, ?)",
        [(shop, one.listing, stamp(now), one.quantity, _seconds(one, live_since, now)) for one in ended],
    )


def _seconds(one: Ended, live_since: datetime, now: datetime) -> float | None:
    if not one.confirmed:
        return None
    since = now if one.due_at is None else max(one.due_at, live_since)
    return max(0.0, (now - since).total_seconds())


def lengths(db: Connection, shop: int, *, now: datetime) -> tuple[float | None, ...]:
    """After how many seconds numbers were confirmed in the last days; None for those that never were."""
    rows = db.execute(
        "select seconds from confirmation where shop_id = ? and at > ? order by at, id", (shop, stamp(now - SPAN))
    )
    return tuple(seconds for (seconds,) in rows)


def samples(db: Connection, shop: int, *, now: datetime, span: timedelta) -> list[tuple[datetime, float | None]]:
    """When, and after how many seconds, numbers were confirmed lately; None for those that never were."""
    rows = db.execute(
        "select at, seconds from confirmation where shop_id = ? and at > ? order by at", (shop, stamp(now - span))
    )
    return [(moment(at), seconds) for at, seconds in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the export."""

    shop: str
    sku: str
    title: str
    quantity: int | None
    at: datetime
    seconds: float | None


def rows(db: Connection, shop: int) -> list[Row]:
    """Everything that is kept of a shop, oldest first."""
    found = db.execute(
        "select shop.name, coalesce(product.sku, listing.sku), coalesce(product.title, listing.title), quantity,"
        " confirmation.at, seconds from confirmation join shop on shop.id = confirmation.shop_id"
        " join listing on listing.id = listing_id left join product on product.id = product_id"
        " where confirmation.shop_id = ? order by confirmation.id",
        (shop,),
    )
    return [
        Row(shop=name, sku=sku, title=title, quantity=quantity, at=moment(at), seconds=seconds)
        for name, sku, title, quantity, at, seconds in found
    ]


def prune(db: Connection, shop: int) -> None:
    """Forget the oldest beyond the bound."""
    row = db.execute(
        "select id from confirmation where shop_id = ? order by id desc limit 1 offset ?", (shop, KEEP_PER_SHOP)
    ).fetchone()
    if row:
        db.execute("delete from confirmation where shop_id = ? and id <= ?", (shop, row[0]))

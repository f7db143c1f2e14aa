"""What the seller wants to hear of wherever they are: contact clocks that run, follow-ups, and updates of watched
products that were refused or are late.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.contact import Clock
from app.core.fixing import IN_TIME_S
from app.core.followups import Kind
from app.store import followups, settings, waiting
from app.store.moments import stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """An update of a product that the seller watches: refused, or not confirmed within a minute."""

    product: int
    shop: int
    refused: bool
    since: str


def clocks(db: Connection, *, now: datetime) -> dict[int, Clock]:
    """The contact clocks that still run, by incident: of those joined the first."""
    heads = db.execute("select distinct coalesce(joined_to, id) from incident where closed_at is null").fetchall()
    found = {head: waiting.clock_of(db, head, now=now) for (head,) in heads}
    return {head: clock for head, clock in found.items() if clock is not None and clock.stopped_at is None}


def to_follow_up(db: Connection, *, now: datetime) -> dict[int, int]:
    """Promises that are due to be kept by hand, by incident: no answer in time, or a day that slipped."""
    found = {
        head: sum(todo.kind is not Kind.REVIEW for todo in todos)
        for head, todos in followups.all_todos(db, now=now).items()
    }
    return {head: count for head, count in found.items() if count}


def stuck(db: Connection, *, now: datetime) -> list[Stuck]:
    """Of products with the alert on, the newest of each in a shop last, and what was refused after what is late."""
    rows = db.execute(
        "select listing.product_id, listing.shop_id, push.state in ('refused', 'gave_up') as refused,"
        " coalesce(due_at, key_at, '') as since from setting_now"
        " join listing on listing.product_id = setting_now.product_id join push on push.listing_id = listing.id"
        " join shop on shop.id = listing.shop_id"
        " where setting_now.name = ? and value = 1 and push.state != 'acknowledged' and shop.mode = 'live'"
        " and removed_at is null and (push.state in ('refused', 'gave_up') or due_at < ?)"
        " order by refused, since, push.listing_id",
        (settings.ALERT, stamp(now - timedelta(seconds=IN_TIME_S))),
    )
    return [Stuck(product=product, shop=shop, refused=bool(refused), since=at) for product, shop, refused, at in rows]

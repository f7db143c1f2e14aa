"""Conflicts between those who say how many there are: read from the ledger, the incidents and the outside edits."""

from datetime import datetime

from app.core.truth import Conflict, Met
from app.store import edits
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

# The first count of a product corrects nothing: there was no number before.
_COUNTS = """
    select happened_at, sku, title, on_hand_after - on_hand_delta, on_hand_after from stock_entry as entry
    join product on product.id = product_id
    where kind = 'count' and on_hand_delta != 0 and recorded_at >= ?
        and exists (select 1 from stock_entry as before
            where before.product_id = entry.product_id and before.seq < entry.seq)
    order by seq desc limit ?
"""
_ORDERS = """
    select claim.heard_at, sku, title, shop.name, pieces, number, incident.id from incident_claim as claim
    join incident on incident.id = incident_id join product on product.id = incident.product_id
    join sales_order on sales_order.id = order_id join shop on shop.id = sales_order.shop_id
    where claim.heard_at >= ? order by claim.heard_at desc limit ?
"""


def conflicts(db: Connection, *, since: datetime, limit: int = 200) -> list[Conflict]:
    """What said different things since a moment, newest first."""
    found = [*_counts(db, since, limit), *_orders(db, since, limit), *_edits(db, since, limit)]
    return sorted(found, key=lambda conflict: conflict.at, reverse=True)[:limit]


def _counts(db: Connection, since: datetime, limit: int) -> list[Conflict]:
    return [
        Conflict(at=moment(at), met=Met.COUNT, sku=sku, title=title, shop="", one=before, other=after)
        for at, sku, title, before, after in db.execute(_COUNTS, (stamp(since), limit))
    ]


def _orders(db: Connection, since: datetime, limit: int) -> list[Conflict]:
    return [
        Conflict(
            at=moment(at), met=Met.ORDER, sku=sku, title=title, shop=shop, one=pieces, other=incident, ref=str(number)
        )
        for at, sku, title, shop, pieces, number, incident in db.execute(_ORDERS, (stamp(since), limit))
    ]


def _edits(db: Connection, since: datetime, limit: int) -> list[Conflict]:
    return [
        Conflict(
            at=edit.found_at,
            met=Met.EDIT,
            sku=edit.sku,
            title=edit.title,
            shop=edit.shop,
            one=edit.seen,
            other=edit.expected,
            outcome=edit.decision or ("settled" if edit.settled_at else ""),
            decider=edit.decider or "",
        )
        for edit in edits.found(db, since=since, limit=limit)
    ]

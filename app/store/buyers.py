"""Who bought before, without knowing who: the keyed hash of a channel's own number for its buyer, by order."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.orders import Order
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an order's buyer. `bought`: orders of the same buyer before it, there; None: not known."""

    bought: int | None = None
    send_by: date | None = None
    locale: str = ""


NOBODY = Known()


def keep(db: Connection, number: int, order: Order) -> None:
    """Inside a transaction: what this reading of an order says; what it does not say stays."""
    if not (order.buyer or order.send_by or order.locale):
        return
    db.execute(
        "insert into order_buyer (order_id, buyer, send_by, locale) values (?, ?, ?, ?) on conflict do update set"
        " buyer = coalesce(excluded.buyer, buyer), send_by = coalesce(excluded.send_by, send_by),"
        " locale = iif(excluded.locale = '', locale, excluded.locale)",
        (number, order.buyer or None, order.send_by.isoformat() if order.send_by else None, order.locale),
    )


_KNOWN = """
    select mine.order_id, send_by, locale, iif(mine.buyer is null, null, (select count(*) from order_buyer as other
        join sales_order as theirs on theirs.id = other.order_id
        where other.buyer = mine.buyer and theirs.shop_id = own.shop_id and theirs.placed_at < own.placed_at))
    from order_buyer as mine join sales_order as own on own.id = mine.order_id
    where mine.order_id in (select value from json_each(?))
"""


def known(db: Connection, orders: Sequence[int]) -> dict[int, Known]:
    """Of these orders; of whom nothing is known there is no entry."""
    return {
        order: Known(bought=bought, send_by=date.fromisoformat(send_by) if send_by else None, locale=locale)
        for order, send_by, locale, bought in db.execute(_KNOWN, (json.dumps(list(orders)),))
    }

"""Incidents: accepted orders that cannot be covered, one open incident per product, and who is owed what."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.core.incidents import Event, Waiting
from app.core.records import dataclass
from app.store import families, incident_events
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection


def open_or_extend(db: Connection, product: int, owed: Sequence[tuple[int, int]], *, now: datetime) -> int:
    """Open an incident for a short product, or extend the one that is open, in the booking's own transaction.

    `owed` are (order, pieces not covered). Returns the incident.
    """
    row = db.execute("select id from incident where product_id = ? and closed_at is null", (product,)).fetchone()
    new = row is None
    if row is None:
        row = db.execute(
            "insert into incident (product_id, opened_at) values (?, ?) returning id", (product, stamp(now))
        ).fetchone()
    number = int(row[0])
    db.executemany(
        "insert into incident_claim (incident_id, order_id, pieces, heard_at) values (?, ?, ?, ?)"
        " on conflict do update set pieces = pieces + excluded.pieces",
        [(number, order, pieces, stamp(now)) for order, pieces in owed],
    )
    facts = {"orders": [order for order, _ in owed], "pieces": sum(pieces for _, pieces in owed)}
    incident_events.add(db, number, Event.OPENED if new else Event.EXTENDED, facts, now=now)
    if new:
        families.join_where_it_belongs(db, number, now=now)
    return number


def promised(db: Connection, product: int) -> dict[int, int]:
    """The orders that wait for pieces of a product, and for how many.

    The ledger is read from its newest row back until all that is promised is found: its past costs nothing.
    """
    row = db.execute("select committed from stock_level where product_id = ?", (product,)).fetchone()
    left, seen, found = int(row[0]) if row else 0, set[int](), dict[int, int]()
    rows = db.execute(
        "select order_id from stock_entry where product_id = ? and kind = 'commit' order by seq desc", (product,)
    )
    while left > 0 and (newest := rows.fetchone()) is not None:
        order = newest[0]
        if order is None or order in seen:
            continue
        seen.add(order)
        pieces = _waits_for(db, order, product)
        if pieces > 0:
            found[order] = pieces
            left -= pieces
    return found


def _waits_for(db: Connection, order: int, product: int) -> int:
    row = db.execute(
        "select coalesce(sum(committed_delta), 0) from stock_entry where order_id = ? and +product_id = ?",
        (order, product),
    ).fetchone()
    return int(row[0])


def orders_waiting(db: Connection, product: int) -> list[Waiting]:
    """The orders that wait for pieces of a product, with what of it is known to be short."""
    pieces = promised(db, product)
    rows = db.execute(
        "select id, placed_at, heard_at, coalesce((select sum(pieces) from incident_claim"
        "  join incident on incident.id = incident_id where incident_claim.order_id = sales_order.id"
        "  and incident.product_id = ?1 and closed_at is null), 0)"
        " from sales_order where id in (select value from json_each(?2)) order by id",
        (product, json.dumps(list(pieces))),
    )
    return [
        Waiting(order=order, placed_at=moment(placed), heard_at=moment(heard), pieces=pieces[order], claimed=claimed)
        for order, placed, heard, claimed in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """An incident in the list: what is short, since when, and whether it is covered now."""

    id: int
    sku: str
    title: str
    opened_at: datetime
    closed_at: datetime | None
    note: str
    on_hand: int
    committed: int
    orders: int
    product_id: int
    joined_to: int | None  # the first of those that it is one incident with; None: itself

    @property
    def head(self) -> int:
        """The incident that the seller sees: the first of those joined."""
        return self.joined_to or self.id

    @property
    def available(self) -> int:
        """What may still be promised now; below zero it is still short."""
        return self.on_hand - self.committed

    @property
    def short(self) -> int:
        """Pieces still promised and not there, now."""
        return max(0, -self.available)


_INCIDENTS = """
    select incident.id, sku, title, opened_at, closed_at, note, on_hand, committed,
        (select count(*) from incident_claim where incident_id = incident.id), incident.product_id, joined_to
    from incident join product on product.id = incident.product_id
    join stock_level on stock_level.product_id = incident.product_id
"""


def incidents(db: Connection) -> list[IncidentRow]:
    """Open ones first, then the newest."""
    return [_row(row) for row in db.execute(_INCIDENTS + " order by closed_at is not null, incident.id desc")]


def open_incidents(db: Connection) -> list[IncidentRow]:
    """The open ones, the newest first."""
    return [_row(row) for row in db.execute(_INCIDENTS + " where closed_at is null order by incident.id desc")]


def incident(db: Connection, number: int) -> IncidentRow | None:
    """One incident."""
    row = db.execute(_INCIDENTS + " where incident.id = ?", (number,)).fetchone()
    return _row(row) if row else None


def open_incident_of(db: Connection, sku: str) -> int | None:
    """The number of a product's open incident."""
    row = db.execute(
        "select incident.id from incident join product on product.id = product_id where sku = ? and closed_at is null",
        (sku,),
    ).fetchone()
    return int(row[0]) if row else None


def _row(row: tuple[Any, ...]) -> IncidentRow:
    fields = dict(zip(IncidentRow.__slots__, row, strict=True))
    fields["opened_at"] = moment(fields["opened_at"])
    fields["closed_at"] = moment_or_none(fields["closed_at"])
    return IncidentRow(**fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An order that went over: how many pieces were not there when it was booked, and what it still waits for."""

    id: int
    order: str
    shop_id: int
    url: str
    status: str
    ended: bool
    pieces: int  # not covered when it was booked
    waiting: int  # still promised to it now
    placed_at: datetime
    heard_at: datetime


def claims(db: Connection, number: int) -> list[Claim]:
    """The orders of an incident, in the order in which we heard of them."""
    rows = db.execute(
        "select sales_order.id, sales_order.number, shop_id, url, sales_order.status, ended, pieces,"
        " (select coalesce(sum(committed_delta), 0) from stock_entry"
        "  where order_id = sales_order.id and product_id = incident.product_id),"
        " placed_at, incident_claim.heard_at"
        " from incident_claim join incident on incident.id = incident_id"
        " join sales_order on sales_order.id = order_id where incident_id = ?"
        " order by incident_claim.heard_at, order_id",
        (number,),
    )
    return [
        Claim(
            id=number,
            order=order,
            shop_id=shop,
            url=url,
            status=status,
            ended=bool(ended),
            pieces=pieces,
            waiting=waiting,
            placed_at=moment(placed_at),
            heard_at=moment(heard_at),
        )
        for number, order, shop, url, status, ended, pieces, waiting, placed_at, heard_at in rows
    ]


def close(db: Connection, number: int, *, note: str, now: datetime) -> None:
    """Close an incident."""
    db.execute("update incident set closed_at = ?, note = ? where id = ?", (stamp(now), note, number))


def reopen(db: Connection, number: int) -> None:
    """Take back a closing."""
    db.execute("update incident set closed_at = null where id = ?", (number,))

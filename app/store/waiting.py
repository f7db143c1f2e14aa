"""Who waits for pieces that are not there: the orders of a product, whom to ship to, and who has to be written to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.cancellations import Counts
from app.core.claims import Candidate, Place, ranked
from app.core.contact import Clock, Contact, clock
from app.core.incidents import Event
from app.store import budgets, buyers, families, incident_events, incidents, shops
from app.store.buyers import NOBODY, Known
from app.store.moments import moment, moment_or_none
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """An order that waits for pieces of one product, and where it stands among those who do."""

    order: int
    incident: int
    number: str
    shop_id: int
    url: str
    pieces: int
    place: Place
    placed_at: datetime
    found_at: datetime
    currency: str
    locale: str = ""

    @property
    def short(self) -> int:
        """Pieces that are not there for it."""
        return self.place.short


_WAITING = """
    select sales_order.id, number, sales_order.shop_id, sales_order.url, placed_at, sales_order.heard_at,
        (select heard_at from incident_claim where incident_id = ?1 and order_id = sales_order.id),
        (select coalesce(sum(open * coalesce(price_minor, 0)), 0) from order_line left join listing
         on listing.shop_id = sales_order.shop_id and listing.ref = listing_ref where order_id = sales_order.id),
        (select coalesce(max(currency), '') from order_line join listing
         on listing.shop_id = sales_order.shop_id and listing.ref = listing_ref where order_id = sales_order.id)
    from sales_order where id in (select value from json_each(?2)) order by id
"""


def customers(db: Connection, incident: int, *, now: datetime) -> list[Customer]:
    """The orders that wait for the product of an incident, in the order in which they are served."""
    row = incidents.incident(db, incident)
    if row is None:
        return []
    waits = incidents.promised(db, row.product_id)
    rows = {found[0]: found for found in db.execute(_WAITING, (incident, json.dumps(list(waits))))}
    headroom = {shop: _headroom(db, shop, now) for shop in {found[2] for found in rows.values()}}
    known = buyers.known(db, list(waits))
    candidates = [
        Candidate(
            order=order,
            pieces=waits[order],
            placed_at=moment(placed),
            heard_at=moment(heard),
            headroom=headroom[shop],
            value_minor=value,
            bought=known.get(order, NOBODY).bought,
            promised_on=known.get(order, NOBODY).send_by,
        )
        for order, _, shop, _, placed, heard, _, value, _ in rows.values()
    ]
    return [
        _customer(incident, row.opened_at, rows[place.candidate.order], place, known)
        for place in ranked(candidates, row.on_hand, chosen(db, incident))
    ]


def _customer(
    incident: int, opened_at: datetime, row: Sequence[object], place: Place, known: Mapping[int, Known]
) -> Customer:
    order, number, shop, url, placed, _, claimed, _, currency = row
    return Customer(
        order=int(str(order)),
        incident=incident,
        number=str(number),
        shop_id=int(str(shop)),
        url=str(url),
        pieces=place.candidate.pieces,
        place=place,
        placed_at=moment(str(placed)),
        found_at=moment(str(claimed)) if claimed is not None else opened_at,
        currency=str(currency),
        locale=known.get(place.candidate.order, NOBODY).locale,
    )


def _headroom(db: Connection, number: int, now: datetime) -> int | None:
    """Cancellations that the shop's channel still allows by its tightest known limit; None: it has none."""
    shop = shops.shop(db, number)
    line = None if shop is None else budgets.shop_budgets(db, shop, now=now).first
    counted = line is not None and line.limit.counts is Counts.CANCELLED
    return line.budget.left if counted and line is not None and line.budget is not None else None


def chosen(db: Connection, incident: int) -> list[int]:
    """The orders as the seller put them; none where the rule holds."""
    last = incident_events.last(db, incident, Event.RANKED)
    return [int(order) for order in last.facts["orders"]] if last else []


def choose(db: Connection, incident: int, orders: Sequence[int], *, now: datetime) -> None:
    """The seller's order from now on; an empty one gives it back to the rule."""
    incident_events.add(db, incident, Event.RANKED, {"orders": list(orders)}, now=now)


def contacts(db: Connection, incident: int, *, now: datetime) -> list[Contact]:
    """Whom to write to about an incident and those joined with it: the short ones, and those written to already."""
    head = families.head_of(db, incident)
    sent = {
        order: moment_or_none(at)
        for order, at in db.execute("select order_id, sent_at from incident_letter where incident_id = ?", (head,))
    }
    found: dict[int, datetime] = {}
    for member in families.family(db, incident):
        for one in customers(db, member, now=now):
            if one.short:
                found[one.order] = min(one.found_at, found.get(one.order, one.found_at))
    opened = db.execute("select opened_at from incident where id = ?", (head,)).fetchone()
    for order, at in sent.items():
        if at is not None and order not in found:
            found[order] = moment(opened[0])
    return [Contact(order=order, found_at=at, sent_at=sent.get(order)) for order, at in sorted(found.items())]


def short_titles(db: Connection, incident: int, *, now: datetime) -> dict[int, list[str]]:
    """By order, the titles of all products that are short for it in an incident and those joined with it."""
    found: dict[int, list[str]] = {}
    for member in families.family(db, incident):
        row = incidents.incident(db, member)
        for one in customers(db, member, now=now) if row is not None else ():
            if one.short and row is not None:
                found.setdefault(one.order, []).append(row.title)
    return found


def clock_of(db: Connection, incident: int, *, now: datetime) -> Clock | None:
    """The contact clock of an incident; None where nobody has to be written to."""
    return clock(contacts(db, incident, now=now))


def titles(db: Connection, orders: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """What was ordered: (title, pieces) of each order's open lines."""
    found: dict[int, list[tuple[str, int]]] = {}
    for order, title, pieces in db.execute(
        "select order_id, title, open from order_line where open > 0 and order_id in (select value from json_each(?))"
        " order by order_id, ref",
        (json.dumps(list(orders)),),
    ):
        found.setdefault(order, []).append((title, pieces))
    return found

"""What customers of an incident were offered and what they answered: dated rows, and the pieces held meanwhile."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.core.choices import Confirmed, Did, Offer, Offers, Other
from app.core.offer import Kind, held_back
from app.store import limits, settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The newest that holds for a customer. `answer` is set once one came."""

    order: int
    at: datetime
    offers: Offers
    answer: Offer | None = None
    answered_at: datetime | None = None

    def late(self, now: datetime) -> bool:
        """Did its time pass without an answer? What was promised then is for the seller to do.

        Where nothing but a refund was offered no answer is waited for.
        """
        asks = self.answer is None and self.offers.kinds != (Offer.REFUND,)
        return asks and self.offers.by_when is not None and self.offers.by_when <= now


def decided(db: Connection, incident: int) -> dict[int, Decided]:
    """What holds for every customer of an incident, by order."""
    found: dict[int, Decided] = {}
    rows = db.execute(
        "select order_id, at, kind, facts from incident_decision where incident_id = ? order by seq", (incident,)
    )
    for order, at, kind, facts in rows:
        if kind == Did.OFFERED:
            found[order] = Decided(order=order, at=moment(at), offers=_offers(json.loads(facts)))
        elif kind == Did.CLEARED:
            found.pop(order, None)
        elif kind == Did.ANSWERED and order in found:
            before = found[order]
            found[order] = Decided(
                order=order,
                at=before.at,
                offers=before.offers,
                answer=Offer(json.loads(facts)["answer"]),
                answered_at=moment(at),
            )
    return found


def log(db: Connection, incident: int, order: int) -> list[tuple[datetime, Did, dict[str, Any]]]:
    """All that was decided for a customer, oldest first."""
    rows = db.execute(
        "select at, kind, facts from incident_decision where incident_id = ? and order_id = ? order by seq",
        (incident, order),
    )
    return [(moment(at), Did(kind), json.loads(facts)) for at, kind, facts in rows]


def offer(db: Connection, incident: int, order: int, offers: Offers, *, pieces: int, now: datetime) -> frozenset[int]:
    """What the customer is offered from now on. A substitute's pieces are held until `by_when`.

    Returns the products whose free pieces changed.
    """
    _add(db, incident, order, Did.OFFERED, _facts(offers), now)
    freed = release(db, incident, order, now=now)
    if Offer.SUBSTITUTE not in offers.kinds or offers.by_when is None:
        return freed
    row = db.execute("select id from product where sku = ?", (offers.substitute,)).fetchone()
    if row is None:
        return freed
    db.execute(
        "insert into offer_hold (incident_id, order_id, product_id, pieces, held_at, until) values (?, ?, ?, ?, ?, ?)",
        (incident, order, row[0], pieces, stamp(now), stamp(offers.by_when)),
    )
    return freed | {int(row[0])}


def answer(db: Connection, incident: int, order: int, chosen: Offer, *, now: datetime) -> frozenset[int]:
    """The customer chose. What was held for the offer is free again: an accepted substitute is booked by its order."""
    _add(db, incident, order, Did.ANSWERED, {"answer": chosen.value}, now)
    return release(db, incident, order, now=now)


def note(db: Connection, incident: int, order: int, kind: Did, *, now: datetime) -> None:
    """Something else was decided."""
    _add(db, incident, order, kind, {}, now)


def release(db: Connection, incident: int, order: int, *, now: datetime) -> frozenset[int]:
    """End what is held for a customer. Returns the products."""
    rows = db.execute(
        "update offer_hold set ended_at = ? where incident_id = ? and order_id = ? and ended_at is null"
        " returning product_id",
        (stamp(now), incident, order),
    ).fetchall()
    return frozenset(int(product) for (product,) in rows)


def expire(db: Connection, *, now: datetime) -> frozenset[int]:
    """End what was held until now. The fallback is the seller's to do: nothing else happens. Returns the products."""
    rows = db.execute(
        "update offer_hold set ended_at = ?1 where ended_at is null and until <= ?1 returning product_id",
        (stamp(now),),
    ).fetchall()
    return frozenset(int(product) for (product,) in rows)


def held(db: Connection, product: int) -> int:
    """Pieces of a product that offers hold now."""
    row = db.execute(
        "select coalesce(sum(pieces), 0) from offer_hold where product_id = ? and ended_at is null", (product,)
    ).fetchone()
    return int(row[0])


_OTHERS = """
    select product.id, sku, title, available - coalesce((select sum(pieces) from offer_hold
        where product_id = product.id and ended_at is null), 0),
        (select max(price_minor) from listing where product_id = product.id)
    from product join stock_level on stock_level.product_id = product.id
"""


def others(db: Connection, product: int) -> list[Other]:
    """Products that might do instead, with what is free of each: beside what offers hold and what is held back."""
    rows = db.execute(
        _OTHERS + " where product.id != ? and started and available > 0"
        " and not exists (select 1 from bundle_part where bundle_id = product.id) order by title limit 2000",
        (product,),
    )
    return _free(db, rows.fetchall())


def named(db: Connection, skus: Sequence[str]) -> list[Other]:
    """The same of certain products, whatever is there of them."""
    rows = db.execute(_OTHERS + " where sku in (select value from json_each(?))", (json.dumps(list(skus)),))
    return _free(db, rows.fetchall())


def _free(db: Connection, rows: Sequence[Sequence[Any]]) -> list[Other]:
    chosen = {
        (name, 0, product): value
        for name, product, value in db.execute(
            "select name, product_id, value from setting_now where shop_id = 0 and name in (?, ?)",
            (settings.HELD_BACK, settings.HELD_BACK_WAY),
        )
    }
    return [
        Other(
            sku=sku,
            title=title,
            available=free - held_back(limits.entries(chosen, Kind.HELD, 0, number)).total,
            price_minor=price,
        )
        for number, sku, title, free, price in rows
    ]


def _add(db: Connection, incident: int, order: int, kind: Did, facts: dict[str, Any], now: datetime) -> None:
    db.execute(
        "insert into incident_decision (incident_id, order_id, at, kind, facts) values (?, ?, ?, ?, ?)",
        (incident, order, stamp(now), kind.value, json.dumps(facts)),
    )


def _facts(offers: Offers) -> dict[str, Any]:
    sure = offers.confirmed
    return {
        "kinds": [kind.value for kind in offers.kinds],
        "substitute": offers.substitute,
        "confirmed": None if sure is None else {"on": sure.on.isoformat(), "by": sure.by, "at": stamp(sure.at)},
        "by_when": stamp(offers.by_when) if offers.by_when else None,
    }


def _offers(facts: dict[str, Any]) -> Offers:
    sure = facts["confirmed"]
    return Offers(
        kinds=tuple(Offer(kind) for kind in facts["kinds"]),
        substitute=facts["substitute"],
        confirmed=None
        if sure is None
        else Confirmed(on=date.fromisoformat(sure["on"]), by=sure["by"], at=moment(sure["at"])),
        by_when=moment_or_none(facts["by_when"]),
    )

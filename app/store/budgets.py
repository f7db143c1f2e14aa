"""Cancellation budgets: a shop's limits as they are in force, and the orders that they are counted over.

Limits that the seller changed are dated settings: the newest row holds, and none is ever overwritten.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from app.core.cancellations import Budget, Counted, Counts, Limit, budget, own, typed_budget
from app.core.limits import in_force, limits_of
from app.store import settings
from app.store.moments import moment, stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

LIMITS_LIKE = "limits_like"  # of a place kept by hand: the channel whose limits hold there
DAYS_TO_SEND = "days_to_send"  # of a shop: an order sent after so many days is late
_LIMIT, _TYPED = "limit:", "typed:"
# Nobody bought anything: a payment that failed, or a basket.
_NO_ORDER = "('failed', 'trash', 'checkout-draft', 'auto-draft')"


def limits(db: Connection, shop: Shop) -> list[Limit]:
    """A shop's limits: what its channel publishes, with what the seller changed."""
    like = settings.get(db, LIMITS_LIKE, shop=shop.id)
    return [_changed(db, shop.id, limit) for limit in limits_of(str(like or shop.channel))]


def _changed(db: Connection, shop: int, limit: Limit) -> Limit:
    written = settings.get(db, _LIMIT + limit.key, shop=shop)
    if written is None:
        return limit
    kept = json.loads(written)
    return own(limit, share=Fraction(kept["share"]), days=kept["days"], checked_on=date.fromisoformat(kept["on"]))


def set_limit(db: Connection, shop: int, key: str, share: Fraction, days: int | None, *, now: datetime) -> None:
    """The seller's own limit from now on, checked today."""
    kept = json.dumps({"share": str(share), "days": days, "on": now.astimezone().date().isoformat()})
    settings.put(db, _LIMIT + key, kept, shop=shop, now=now)


def reset_limit(db: Connection, shop: int, key: str, *, now: datetime) -> None:
    """What the channel publishes from now on."""
    settings.put(db, _LIMIT + key, None, shop=shop, now=now)


def written(db: Connection, shop: int) -> dict[str, int | str | None]:
    """Everything that the seller wrote of a shop's limits, by the name of its setting."""
    rows = db.execute(
        "select name, value from setting_now where shop_id = ? and product_id = 0"
        " and (name in (?, ?) or name like 'limit:%' or name like 'typed:%')",
        (shop, LIMITS_LIKE, DAYS_TO_SEND),
    )
    return dict(rows.fetchall())


def write_back(db: Connection, shop: int, before: Mapping[str, int | str | None], *, now: datetime) -> None:
    """Inside a transaction: what was written before holds again, each with a row of its own."""
    for name, value in written(db, shop).items():
        if value != before.get(name):
            settings.put(db, name, before.get(name), shop=shop, now=now)


def days_to_send(db: Connection, shop: int) -> int | None:
    """The days that the seller has to send an order there; None where they were not said."""
    found = settings.get(db, DAYS_TO_SEND, shop=shop)
    return None if found is None else int(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the seller read on the channel's own page, and when: a number that counted, or a share of good ones."""

    at: datetime
    counted: int | None = None
    share: Fraction | None = None


def typed(db: Connection, shop: int, key: str) -> Typed | None:
    """The newest figure that was typed."""
    found = settings.history(db, _TYPED + key, shop=shop)
    if not found or found[-1].value is None:
        return None
    kept: dict[str, Any] = json.loads(found[-1].value)
    share = None if kept["share"] is None else Fraction(kept["share"])
    return Typed(at=found[-1].at, counted=kept["counted"], share=share)


def put_typed(
    db: Connection, shop: int, key: str, *, now: datetime, counted: int | None = None, share: Fraction | None = None
) -> None:
    """The seller typed what the channel shows."""
    kept = json.dumps({"counted": counted, "share": None if share is None else str(share)})
    settings.put(db, _TYPED + key, kept, shop=shop, now=now)


def mark(db: Connection, order: int, *, counts: bool, now: datetime) -> None:
    """The seller says whether a cancelled order counts: one that the buyer asked for does not."""
    db.execute("insert into cancellation_mark (order_id, at, counts) values (?, ?, ?)", (order, stamp(now), counts))


_PLACED = f"from sales_order where shop_id = ? and placed_at > ? and lower(status) not in {_NO_ORDER}"
_SENT = "(select min(happened_at) from stock_entry where stock_entry.order_id = sales_order.id and kind = 'ship')"
_HAS_LINE = "exists (select 1 from order_line where order_line.order_id = sales_order.id and {})"
_MARK = "(select counts from cancellation_mark where order_id = sales_order.id order by seq desc limit 1)"
# It came to its end, or was refunded, and nothing was ever sent.
_CANCELLED = (
    f"select id, number, placed_at, {_MARK} {_PLACED} and (ended or {_HAS_LINE.format('withheld > 0')})"
    f" and not {_HAS_LINE.format('open > 0')} and not {_HAS_LINE.format('shipped > 0')} and {_SENT} is null"
)
# It was sent after the days that there are for it, or still waits after them.
_BY = "strftime('%Y-%m-%dT%H:%M:%fZ', placed_at, '+' || ? || ' days')"
_LATE = (
    f"select id, number, placed_at, 1 {_PLACED} and iif({_SENT} is not null, {_SENT} > {_BY},"
    f" {_HAS_LINE.format('open > 0')} and ? > {_BY})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Orders:
    """A shop's orders as its limits see them: those that were cancelled, those that were late, and how many in all."""

    db: Connection
    shop: int
    cancelled: tuple[Counted, ...]
    late: tuple[Counted, ...] | None  # None: the days to send are not known

    def since(self, at: datetime) -> int:
        """How many orders were placed since a moment."""
        count: int = self.db.execute(f"select count(*) {_PLACED}", (self.shop, stamp(at))).fetchone()[0]
        return count


def _orders(db: Connection, shop: int, limits: Sequence[Limit], days: int | None, now: datetime) -> _Orders:
    windows = [limit.window for limit in limits if limit.window.known]
    since = stamp(min((window.began_at(now, longer=True) for window in windows), default=now))
    cancelled = db.execute(_CANCELLED, (shop, since)).fetchall()
    late = None if days is None else db.execute(_LATE, (shop, since, days, stamp(now), days)).fetchall()
    return _Orders(db=db, shop=shop, cancelled=_counted(cancelled), late=None if late is None else _counted(late))


def _counted(rows: Sequence[tuple[Any, ...]]) -> tuple[Counted, ...]:
    return tuple(
        Counted(id=number, number=name, placed_at=moment(placed_at), excused=counts == 0)
        for number, name, placed_at, counts in rows
    )


def would_cancel(db: Connection, shop: int) -> int:
    """Orders of a shop that an open incident cannot cover: what they would use, if they were all cancelled."""
    (count,) = db.execute(
        "select count(distinct order_id) from incident_claim join incident on incident.id = incident_id"
        " join sales_order on sales_order.id = order_id"
        " where closed_at is null and shop_id = ? and not ended"
        " and exists (select 1 from order_line where order_line.order_id = sales_order.id and open > 0)",
        (shop,),
    ).fetchone()
    return int(count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A limit, and what is known of it: a budget, or the figure that was typed; both None where nothing is known."""

    limit: Limit
    budget: Budget | None = None
    typed: Typed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopBudgets:
    """A shop's limits with what they allow. `set` False: no limit is in force there."""

    shop: Shop
    lines: tuple[Line, ...] = ()
    days_to_send: int | None = None

    @property
    def set(self) -> bool:
        """Is any limit in force?"""
        return any(in_force(line.limit) for line in self.lines)

    @property
    def first(self) -> Line | None:
        """The limit that a cancellation uses up first."""
        found = [line for line in self.lines if line.budget is not None and in_force(line.limit)]
        cancelled = [line for line in found if line.limit.counts is Counts.CANCELLED]
        return min(cancelled, key=lambda line: line.budget.left if line.budget else 0, default=next(iter(found), None))


def shop_budgets(db: Connection, shop: Shop, *, now: datetime) -> ShopBudgets:
    """Every limit of a shop, counted now."""
    found, days = limits(db, shop), days_to_send(db, shop.id)
    orders = _orders(db, shop.id, found, days, now)
    would = would_cancel(db, shop.id)
    lines = [_line(limit, orders, typed(db, shop.id, limit.key), would, now) for limit in found]
    return ShopBudgets(shop=shop, lines=tuple(lines), days_to_send=days)


def _line(limit: Limit, orders: _Orders, found: Typed | None, would: int, now: datetime) -> Line:
    if not in_force(limit) or not limit.is_budget:
        return Line(limit=limit, typed=found)
    if limit.counts is Counts.CANCELLED:
        counted = budget(limit, orders.cancelled, orders_since=orders.since, now=now, would=would)
        return Line(limit=limit, budget=counted)
    if limit.counts is Counts.LATE:
        late = orders.late
        counted_late = None if late is None else budget(limit, late, orders_since=orders.since, now=now)
        return Line(limit=limit, budget=counted_late)
    if found is None or found.counted is None:
        return Line(limit=limit, typed=found)
    inside = orders.since(limit.window.began_at(now))
    return Line(limit=limit, budget=typed_budget(limit, orders=inside, counted=found.counted, now=now), typed=found)

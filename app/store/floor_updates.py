"""Floors of all products reckoned anew at once, from one pass over the ledger, and those that would be another.

What sold a day is read day by day in this computer's time, as `core.daily` defines it: a day counts where something was
available at any moment of it. The few products with an incident in the window, or with a sale that was heard of days
later, are read one by one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from math import sqrt
from operator import itemgetter
from typing import NamedTuple

from app.core.deliveries import delivery_times
from app.core.floors import FEW_RECEIPTS, Delivery, Demand, Floor, Method, propose
from app.core.intermittent import Running
from app.store import deliveries, past_sales, sales, settings, suppliers
from app.store.moments import stamp
from app.store.sqlite import Connection

TOLD_EVERY = 2000  # products between two reports of progress

Progress = Callable[[int, int], bool]  # done, of how many; False stops it


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A product whose floor or reorder point would be another one. `floor` and `reorder_at` None: none is set."""

    product: int
    sku: str
    title: str
    floor: int | None
    reorder_at: int | None
    found: Floor
    days: int  # in stock, that it is judged by


class _Day(NamedTuple):
    """What the ledger holds of one day of a product: what was available before it, what sold, was anything there?"""

    place: int
    before: int
    sold: int
    stocked: bool


_PRODUCTS = """
    select product.id, sku, title, floor, reorder_point, available from stock_level
    join product on product.id = stock_level.product_id
    where started and product.id not in (select bundle_id from bundle_part) order by product.id
"""
# In the order of its index: nothing is sorted.
_ROWS = """
    select product_id, substr(happened_at, 1, 16), on_hand_after - committed_after,
        on_hand_after - on_hand_delta - committed_after + committed_delta,
        case kind when 'commit' then committed_delta when 'release' then committed_delta
            when 'restock' then -on_hand_delta else 0 end
    from stock_entry where happened_at >= ? order by product_id, seq
"""
_INCIDENTS = "select distinct product_id from incident where coalesce(closed_at, ?1) >= ?1"


def updates(db: Connection, *, now: datetime, progress: Progress | None = None) -> list[Update]:
    """The products whose floor or reorder point is not what is proposed by their sales; empty where it was stopped.

    Products that never had a floor and sold nothing are left alone. Those with a window of their own are read alone.
    """
    today, window = now.astimezone().date(), sales.floor_by(db).window
    first = today - timedelta(days=window)
    proposals = _Proposals(db)
    begin = datetime.combine(first, time()).astimezone()
    alone = _in_incidents(db, first) | past_sales.products(db, since=begin) | proposals.other_windows(window)
    rows = db.execute(_PRODUCTS).fetchall()
    by_day = _days(db, first, today)
    kept, found = next(by_day, None), []
    for done, (product, sku, title, floor, reorder_at, available) in enumerate(rows):
        if progress is not None and done % TOLD_EVERY == 0 and not progress(done, len(rows)):
            return []
        while kept is not None and kept[0] < product:
            kept = next(by_day, None)
        days = kept[1] if kept is not None and kept[0] == product else []
        if days is None or product in alone:
            demand = sales.days_of(db, product, window=proposals.by(product).window, now=now).demand()
        else:
            demand = _demand(days, window, available)
        if floor is None and reorder_at is None and not demand.selling_days:
            continue
        proposed = proposals.of(product, demand)
        if (proposed.floor, proposed.reorder_at) != (floor, reorder_at):
            found.append(
                Update(
                    product=product, sku=sku, title=title, floor=floor, reorder_at=reorder_at, found=proposed,
                    days=demand.days,
                )
            )  # fmt: skip
    return found


class _Proposals:
    """What is proposed. Products that sold alike get the same: it is reckoned once."""

    def __init__(self, db: Connection) -> None:
        self._times, self._general, self._textbook = _Times(db), sales.floor_by(db), sales.textbook(db)
        self._own = {
            product: found
            for product, written in db.execute(
                "select product_id, value from setting_now where name = ? and product_id != 0", (settings.FLOOR_BY,)
            )
            if (found := sales.read_floor_by(written)) is not None
        }
        self._found: dict[tuple[Demand, Delivery, bool, float], Floor] = {}

    def by(self, product: int) -> sales.FloorBy:
        """What the floor of this product is reckoned by."""
        return self._own.get(product, self._general)

    def other_windows(self, window: int) -> set[int]:
        """Products that are judged by other days than all."""
        return {product for product, own in self._own.items() if own.window != window}

    def of(self, product: int, demand: Demand) -> Floor:
        """The floor of a product that sold so."""
        key = (demand, *self._times.of(product), self.by(product).level)
        found = self._found.get(key)
        if found is None:
            choice = propose(*key[:2], key[3], typed_delivery=key[2], textbook=self._textbook)
            found = choice.worst if choice.proposed is Method.WORST else choice.first
            self._found[key] = found
        return found


def _in_incidents(db: Connection, first: date) -> set[int]:
    return {product for (product,) in db.execute(_INCIDENTS, (_begin(first),))}


def _begin(day: date) -> str:
    return stamp(datetime.combine(day, time()).astimezone())


def _days(db: Connection, first: date, today: date) -> Iterator[tuple[int, list[_Day] | None]]:
    """By product, in the order of their numbers: its days with ledger rows, today too, which says how it began.

    None where rows are not in the order of their days: these products are read one by one.
    """
    window, place_of = (today - first).days, _Places(first)
    rows = db.execute(_ROWS, (_begin(first),))
    for product, group in groupby(rows, key=itemgetter(0)):
        days: list[_Day] = []
        at, before, sold, stocked, turned = -1, 0, 0, False, False
        for _, minute, after, was, gone in group:
            place = place_of[minute]
            if place < at:
                turned = True  # heard of a day later than what came after it
            elif place > at:
                if at >= 0:
                    days.append(_Day(at, before, sold, stocked))
                at, before, sold, stocked = place, was, 0, False
            sold += gone
            stocked = stocked or after > 0 or was > 0
        days.append(_Day(at, before, sold, stocked))
        yield product, None if turned else [day for day in days if day.place <= window]


class _Places(dict[str, int]):
    """The day of a window that a minute in UTC is in, in this computer's time."""

    def __init__(self, first: date) -> None:
        super().__init__()
        self._first = first

    def __missing__(self, minute: str) -> int:
        on = datetime.fromisoformat(f"{minute}:00+00:00").astimezone().date()
        self[minute] = place = (on - self._first).days
        return place


def _demand(days: list[_Day], window: int, available: int) -> Demand:
    """As `core.daily.Days.demand`, from the days on which something was booked. `available`: after the last of them."""
    counted = selling = most = total = squares = 0
    reached = last = 0
    running = Running()
    for day in days:
        if day.before > 0:
            counted += day.place - reached
        if day.stocked and day.place < window:
            sold = max(0, day.sold)
            counted, selling, most = counted + 1, selling + (sold > 0), max(most, sold)
            total, squares = total + sold, squares + sold * sold
            if sold:
                running.sale(sold, counted - last)
                last = counted
        reached = day.place + 1
    if available > 0 and reached < window:
        counted += window - reached
    mean = total / counted if counted else 0.0
    spread = sqrt(max(0.0, squares - counted * mean * mean) / (counted - 1)) if counted > 1 else 0.0
    return Demand(
        mean=mean, spread=spread, most=most, days=counted, selling_days=selling, left_out=window - counted,
        seldom=running.rate(counted - last),
    )  # fmt: skip


class _Times:
    """Delivery times of all products, as `deliveries.lead_time` has them, read once."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._suppliers: dict[int, tuple[Delivery, bool] | None] = {}
        self._of = dict(db.execute("select product_id, value from setting_now where name = ?", (settings.SUPPLIER,)))
        self._typed = {
            product for (product,) in db.execute(
                "select product_id from setting_now where name = ? and value is not null", (settings.DELIVERY,)
            )
        }  # fmt: skip
        self._many = {
            product for (product,) in db.execute(
                "select product_id from delivery group by product_id having count(distinct batch) >= ?", (FEW_RECEIPTS,)
            )
        }  # fmt: skip
        self._usual = Delivery(mean=sales.DELIVERY_DAYS, most=sales.DELIVERY_DAYS), False

    def of(self, product: int) -> tuple[Delivery, bool]:
        """How long its deliveries take, and whether anything is known of it."""
        if product in self._many or product in self._typed or 0 in self._typed:
            lead = deliveries.lead_time(self._db, product)
            return lead.delivery, lead.basis is not deliveries.Basis.USUAL
        number = self._of.get(product)
        return (self._by_supplier(int(number)) or self._usual) if number else self._usual

    def _by_supplier(self, number: int) -> tuple[Delivery, bool] | None:
        if number not in self._suppliers:
            self._suppliers[number] = self._read(number)
        return self._suppliers[number]

    def _read(self, number: int) -> tuple[Delivery, bool] | None:
        measured = delivery_times([one.days for one in deliveries.came_of_supplier(self._db, number)])
        if measured is not None:
            return measured, True
        found = suppliers.supplier(self._db, number)
        if found is None or found.terms.days is None:
            return None
        return Delivery(mean=found.terms.days, most=found.terms.days), True

"""What is ordered and not here yet: lines of orders with their dates, what came of them, and how long that took."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.core.choices import Confirmed
from app.core.deliveries import Arrival, Waits, delivery_times
from app.core.floors import FEW_RECEIPTS, Delivery
from app.store import sales, suppliers
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

TAKEN_BACK, NOT_COMING = "taken_back", "not_coming"
LATEST = 30  # so many orders say how long a delivery takes: a supplier of three years ago is another one
_DAY_S = 86_400.0
_OPEN = "ended_at is null and arrived < pieces"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One product of one order. `pieces` are those ordered, `arrived` those that came, damaged ones too."""

    id: int
    supplier: int
    supplier_name: str
    product: int
    sku: str
    title: str
    pieces: int
    arrived: int
    ordered_at: datetime
    batch: str
    due_on: date | None
    confirmed_by: str
    confirmed_at: datetime | None

    @property
    def open(self) -> int:
        """Pieces that have not come."""
        return max(0, self.pieces - self.arrived)

    def late(self, today: date) -> bool:
        """Has its day passed?"""
        return self.due_on is not None and self.due_on < today


_LINES = """
    select delivery.id, delivery.supplier_id, name, product_id, sku, title, pieces, arrived, ordered_at, batch,
        due_on, confirmed_by, confirmed_at
    from delivery join supplier_now on supplier_now.id = delivery.supplier_id join product on product.id = product_id
"""


def expected(db: Connection, *, supplier: int | None = None, product: int | None = None, limit: int = -1) -> list[Line]:
    """What is still to come, the next first; of one supplier or one product. `limit` -1: all of it."""
    rows = db.execute(
        f"{_LINES} where {_OPEN} and (?1 is null or delivery.supplier_id = ?1) and (?2 is null or product_id = ?2)"
        " order by due_on is null, due_on, ordered_at, delivery.id limit ?3",
        (supplier, product, limit),
    )
    return [_line(row) for row in rows]


def how_many(db: Connection, today: date) -> tuple[int, int]:
    """Lines that are still to come, and those of them whose day has passed."""
    row = db.execute(
        f"select count(*), coalesce(sum(due_on < ?), 0) from delivery where {_OPEN}", (today.isoformat(),)
    ).fetchone()
    return int(row[0]), int(row[1])


def line(db: Connection, number: int) -> Line | None:
    """One by its number, whether it is open or not."""
    row = db.execute(f"{_LINES} where delivery.id = ?", (number,)).fetchone()
    return _line(row) if row else None


def _line(row: tuple[Any, ...]) -> Line:
    fields = dict(zip(Line.__slots__, row, strict=True))
    fields["ordered_at"] = moment(fields["ordered_at"])
    fields["due_on"] = date.fromisoformat(fields["due_on"]) if fields["due_on"] else None
    fields["confirmed_at"] = moment_or_none(fields["confirmed_at"])
    return Line(**fields)


def on_order(db: Connection) -> dict[int, int]:
    """Pieces that are still to come, by product."""
    return dict(db.execute(f"select product_id, sum(pieces - arrived) from delivery where {_OPEN} group by product_id"))


def next_due(db: Connection) -> dict[int, date | None]:
    """By product: when the next of what is still to come is due."""
    rows = db.execute(f"select product_id, min(due_on) from delivery where {_OPEN} group by product_id")
    return {product: date.fromisoformat(due) if due else None for product, due in rows}


def waits(lines: Iterable[Line], product: int) -> list[Waits]:
    """The open lines of a product, the next first."""
    return [Waits(one.id, one.open) for one in lines if one.product == product]


# ------------------------------------------------------------------------------------------------ confirmed dates


def arrivals(db: Connection, product: int) -> list[Arrival]:
    """What somebody has confirmed of a product's deliveries."""
    rows = db.execute(
        f"select due_on, pieces - arrived from delivery where product_id = ? and {_OPEN} and confirmed_by != ''",
        (product,),
    )
    return [Arrival(date.fromisoformat(due), pieces) for due, pieces in rows]


def next_batch(db: Connection, product: int, *, after: date) -> Confirmed | None:
    """The first delivery after a day whose date somebody has confirmed: what a customer may be told."""
    row = db.execute(
        f"select due_on, confirmed_by, confirmed_at from delivery where product_id = ? and {_OPEN}"
        " and confirmed_by != '' and due_on > ? order by due_on, id limit 1",
        (product, after.isoformat()),
    ).fetchone()
    return Confirmed(on=date.fromisoformat(row[0]), by=row[1], at=moment(row[2])) if row else None


def confirmed_now(db: Connection, said: Confirmed) -> Confirmed | None:
    """What is confirmed now of the delivery that somebody was told this of; None where it was none, or is not now."""
    row = db.execute(
        "select delivery.due_on, delivery.confirmed_by, delivery.confirmed_at from delivery_date as told"
        " join delivery on delivery.id = told.delivery_id where told.at = ? and told.due_on = ?"
        " and told.confirmed_by = ? and delivery.confirmed_by != '' order by delivery.due_on, delivery.id limit 1",
        (stamp(said.at), said.on.isoformat(), said.by),
    ).fetchone()
    return Confirmed(on=date.fromisoformat(row[0]), by=row[1], at=moment(row[2])) if row else None


# ------------------------------------------------------------------------------------------------ writing


def add(
    db: Connection, *, supplier: int, product: int, pieces: int, ordered_at: datetime, batch: str
) -> int:  # fmt: skip
    """Inside a transaction: it is ordered. Returns the line's number."""
    row = db.execute(
        "insert into delivery (supplier_id, product_id, pieces, ordered_at, batch) values (?, ?, ?, ?, ?) returning id",
        (supplier, product, pieces, stamp(ordered_at), batch),
    ).fetchone()
    return int(row[0])


def date_it(db: Connection, number: int, due_on: date, *, confirmed_by: str = "", now: datetime) -> None:
    """Inside a transaction: from now on it is due then. Dates before it are kept."""
    db.execute(
        "insert into delivery_date (delivery_id, at, due_on, confirmed_by) values (?, ?, ?, ?)",
        (number, stamp(now), due_on.isoformat(), confirmed_by.strip()),
    )


def dates(db: Connection, number: int) -> list[tuple[datetime, date, str]]:
    """Every date that held for a line, oldest first: when it was said, the day, and who confirmed it."""
    rows = db.execute(
        "select at, due_on, confirmed_by from delivery_date where delivery_id = ? order by seq", (number,)
    )
    return [(moment(at), date.fromisoformat(due), by) for at, due, by in rows]


def end(db: Connection, numbers: Iterable[int], why: str, *, now: datetime) -> None:
    """Inside a transaction: nothing more of these is expected."""
    db.executemany(
        "update delivery set ended_at = ?, ended_why = ? where id = ? and ended_at is null",
        [(stamp(now), why, number) for number in numbers],
    )


def reopen(db: Connection, numbers: Iterable[int]) -> None:
    """Inside a transaction: these are expected after all."""
    db.executemany("update delivery set ended_at = null, ended_why = '' where id = ?", [(one,) for one in numbers])


def came(db: Connection, number: int, *, key: str, pieces: int, damaged: int, now: datetime) -> None:
    """Inside a transaction: a part of it came, and `key` is its row in the ledger."""
    db.execute(
        "insert into delivery_receipt (entry, delivery_id, at, pieces, damaged)"
        " select seq, ?, ?, ?, ? from stock_entry where key = ?",
        (number, stamp(now), pieces, damaged, key),
    )


# ------------------------------------------------------------------------------------------------ being scanned


@dataclass(frozen=True, slots=True)
class Scanned:
    """What of a product was scanned so far."""

    product: int
    sku: str
    title: str
    good: int
    damaged: int


def scanned(db: Connection, supplier: int) -> list[Scanned]:
    """What was scanned of a supplier's parcel and is not posted."""
    rows = db.execute(
        "select product_id, sku, title, good, damaged from receiving join product on product.id = product_id"
        " where supplier_id = ? and good + damaged > 0 order by sku",
        (supplier,),
    )
    return [Scanned(*row) for row in rows]


def put_scanned(db: Connection, supplier: int, product: int, *, good: int, damaged: int) -> None:
    """Inside a transaction: so many of this product are in the parcel."""
    db.execute(
        "insert into receiving (supplier_id, product_id, good, damaged) values (?, ?, ?, ?)"
        " on conflict do update set good = excluded.good, damaged = excluded.damaged",
        (supplier, product, good, damaged),
    )


def forget_scanned(db: Connection, supplier: int) -> None:
    """Inside a transaction: the parcel is posted, or was none."""
    db.execute("delete from receiving where supplier_id = ?", (supplier,))


# ------------------------------------------------------------------------------------------------ how long it takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """An order that came whole, or whose rest will not: from the order to its last part."""

    supplier: str
    ordered_at: datetime
    arrived_at: datetime

    @property
    def days(self) -> float:
        """How long it took."""
        return max(0.0, (self.arrived_at - self.ordered_at).total_seconds() / _DAY_S)


_CAME = f"""
    select name, min(ordered_at), max(receipt.at)
    from delivery join supplier_now on supplier_now.id = delivery.supplier_id
    join delivery_receipt as receipt on receipt.delivery_id = delivery.id
    where {{which}} and ended_why != '{TAKEN_BACK}'
        and not exists (select 1 from stock_entry where undoes = receipt.entry)
        and not exists (select 1 from delivery as other where other.supplier_id = delivery.supplier_id
            and other.batch = delivery.batch and {{same}} and other.ended_at is null and other.arrived < other.pieces)
    group by delivery.supplier_id, batch order by max(receipt.at) desc limit {LATEST}
"""
_OF_PRODUCT = _CAME.format(which="delivery.product_id = ?", same="other.product_id = delivery.product_id")
_OF_SUPPLIER = _CAME.format(which="delivery.supplier_id = ?", same="1")


def came_of_product(db: Connection, product: int) -> list[Came]:
    """The orders of a product that came, the newest first."""
    return [_came(row) for row in db.execute(_OF_PRODUCT, (product,))]


def came_of_supplier(db: Connection, supplier: int) -> list[Came]:
    """The orders to a supplier that came, the newest first. One with a part that is still open says nothing yet."""
    return [_came(row) for row in db.execute(_OF_SUPPLIER, (supplier,))]


def _came(row: tuple[str, str, str]) -> Came:
    return Came(supplier=row[0], ordered_at=moment(row[1]), arrived_at=moment(row[2]))


class Basis(StrEnum):
    """What a delivery time rests on."""

    MEASURED = "measured"  # orders that came
    TYPED = "typed"  # the seller's own figure
    PROMISED = "promised"  # by the supplier
    USUAL = "usual"  # nobody said anything yet


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTime:
    """How long a product's deliveries take, by what, and the orders that are known. Fewer than five say nothing."""

    delivery: Delivery
    basis: Basis
    orders: Sequence[Came] = ()
    supplier: suppliers.Supplier | None = None


def lead_time(db: Connection, product: int, known: dict[int, list[Came]] | None = None) -> LeadTime:
    """By five orders or more of the product, else of its supplier; else as typed, promised, or usual.

    `known`: what came of suppliers, where it is asked for many products at once; it is filled here.
    """
    supplier, typed = suppliers.of_product(db, product), sales.delivery_of(db, product)
    orders = came_of_product(db, product)
    if len(orders) < FEW_RECEIPTS and supplier is not None:
        orders = _came_of_supplier(db, supplier.id, {} if known is None else known)
    measured = delivery_times([one.days for one in orders], review=typed.review if typed else 0.0)
    promised = supplier.terms.days if supplier else None
    if measured is not None:
        return LeadTime(delivery=measured, basis=Basis.MEASURED, orders=orders, supplier=supplier)
    if typed is not None:
        return LeadTime(delivery=typed, basis=Basis.TYPED, orders=orders, supplier=supplier)
    days = sales.DELIVERY_DAYS if promised is None else promised
    basis = Basis.USUAL if promised is None else Basis.PROMISED
    return LeadTime(delivery=Delivery(mean=days, most=days), basis=basis, orders=orders, supplier=supplier)


def _came_of_supplier(db: Connection, number: int, known: dict[int, list[Came]]) -> list[Came]:
    if number not in known:
        known[number] = came_of_supplier(db, number)
    return known[number]


def actual_days(db: Connection, numbers: Iterable[int]) -> Mapping[int, Sequence[float]]:
    """By supplier: how long its orders took, in days."""
    return {number: [one.days for one in came_of_supplier(db, number)] for number in numbers}

"""Whom the seller orders from: dated terms, and which product comes from whom in which packs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.core.deliveries import COVER_DAYS, Terms
from app.store import settings
from app.store.moments import stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Supplier:
    """A supplier by the terms that hold."""

    id: int
    terms: Terms


_NOW = "select id, name, own, days, pack, minimum from supplier_now"


def suppliers(db: Connection) -> list[Supplier]:
    """Those that deliver now, by name."""
    rows = db.execute(f"{_NOW} where not gone order by lower(name), id")
    return [_supplier(row) for row in rows]


def supplier(db: Connection, number: int) -> Supplier | None:
    """One by its number, also one that delivers no more."""
    row = db.execute(f"{_NOW} where id = ?", (number,)).fetchone()
    return _supplier(row) if row else None


def _supplier(row: tuple[int, str, int, float | None, int, int]) -> Supplier:
    number, name, own, days, pack, minimum = row
    return Supplier(number, Terms(name=name, own=bool(own), days=days, pack=pack, minimum=minimum))


def named(db: Connection, name: str) -> int | None:
    """The supplier with this name, capitals or not."""
    row = db.execute(
        "select id from supplier_now where not gone and lower(name) = lower(?)", (name.strip(),)
    ).fetchone()
    return int(row[0]) if row else None


def add(db: Connection, terms: Terms, *, now: datetime) -> int:
    """Inside a transaction: a new one."""
    row = db.execute("insert into supplier (added_at) values (?) returning id", (stamp(now),)).fetchone()
    put(db, int(row[0]), terms, now=now)
    return int(row[0])


def put(db: Connection, number: int, terms: Terms, *, gone: bool = False, now: datetime) -> None:
    """Inside a transaction: from now on these terms hold; `gone`: it delivers no more."""
    db.execute(
        "insert into supplier_terms (supplier_id, at, name, own, days, pack, minimum, gone)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        (number, stamp(now), terms.name.strip(), terms.own, terms.days, terms.pack, terms.minimum, gone),
    )


def of_product(db: Connection, product: int) -> Supplier | None:
    """Where a product comes from; None while nobody said."""
    number = settings.get(db, settings.SUPPLIER, product=product)
    return supplier(db, int(number)) if number else None


def come_from(db: Connection, products: Iterable[int], number: int | None, *, now: datetime) -> None:
    """Inside a transaction: from now on these products come from this supplier."""
    for product in products:
        settings.put(db, settings.SUPPLIER, number, product=product, now=now)


def packs_of(db: Connection, product: int, terms: Terms | None) -> tuple[int, int]:
    """Pack and minimum of a product: its own, else its supplier's."""
    written = settings.get(db, settings.PACK, product=product)
    if written:
        pack, _, minimum = str(written).partition(":")
        return int(pack), int(minimum)
    return (terms.pack, terms.minimum) if terms else (1, 1)


def put_packs(db: Connection, product: int, packs: tuple[int, int] | None, *, now: datetime) -> None:
    """Inside a transaction: a product is packed otherwise than what else its supplier sells; None: it is not."""
    written = f"{packs[0]}:{packs[1]}" if packs else None
    settings.put(db, settings.PACK, written, product=product, now=now)


def own_packs(db: Connection, product: int) -> tuple[int, int] | None:
    """Pack and minimum of a product where they are not its supplier's."""
    return packs_of(db, product, None) if settings.get(db, settings.PACK, product=product) else None


def put_cover_days(db: Connection, days: int, *, now: datetime) -> None:
    """Inside a transaction: from now on an order is to last so long."""
    settings.put(db, settings.COVER_DAYS, days, now=now)


def cover_days(db: Connection) -> int:
    """How many days an order is to last beyond the reorder point."""
    return int(settings.get(db, settings.COVER_DAYS) or COVER_DAYS)

"""What the Planning page writes: floors, reorder points, and what they rest on. Each is one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.store import audits, settings
from app.store.database import transaction
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """A product's two lines; None for none."""

    floor: int | None
    reorder_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a product's floor rests on, as its own settings have it; None: as for all."""

    delivery: str | None
    by: str | None


def basis_of(db: Connection, product: int) -> Basis:
    """What is set of this very product."""
    return Basis(
        delivery=settings.get(db, settings.DELIVERY, product=product),
        by=settings.get(db, settings.FLOOR_BY, product=product),
    )


def put_levels(db: Connection, product: int, sku: str, levels: Levels, basis: Basis, *, now: datetime) -> Changes:
    """From now on these hold. Each is a dated row of its own."""
    before = basis_of(db, product)
    with transaction(db):
        settings.put(db, settings.FLOOR, levels.floor, product=product, now=now)
        settings.put(db, settings.REORDER_POINT, levels.reorder_at, product=product, now=now)
        if basis.delivery != before.delivery:
            settings.put(db, settings.DELIVERY, basis.delivery, product=product, now=now)
        if basis.by != before.by:
            settings.put(db, settings.FLOOR_BY, basis.by, product=product, now=now)
    return Changes(skus=frozenset({sku}), settings=True)


def put_manner(db: Connection, by: str | None, textbook: int | None, *, now: datetime) -> Changes:
    """How floors are reckoned of every product that has no way of its own."""
    with transaction(db):
        for name, value in ((settings.FLOOR_BY, by), (settings.TEXTBOOK_Z, textbook)):
            if settings.get(db, name) != value:
                settings.put(db, name, value, now=now)
    return Changes(settings=True)


def levels_of(db: Connection, product: int) -> Levels:
    """The lines that hold."""
    return Levels(
        floor=settings.get(db, settings.FLOOR, product=product),
        reorder_at=settings.get(db, settings.REORDER_POINT, product=product),
    )


def put_many(db: Connection, levels: Mapping[int, Levels], skus: Sequence[str], *, now: datetime) -> Changes:
    """From now on these hold, by product: all of them in one transaction."""
    with transaction(db):
        for product, put in levels.items():
            settings.put(db, settings.FLOOR, put.floor, product=product, now=now)
            settings.put(db, settings.REORDER_POINT, put.reorder_at, product=product, now=now)
    return Changes(skus=frozenset(skus), settings=True)


def put_reviewed(db: Connection, *, now: datetime) -> Changes:
    """The assumptions of this season were looked through."""
    with transaction(db):
        audits.reviewed(db, now=now)
    return Changes(catalog=True)

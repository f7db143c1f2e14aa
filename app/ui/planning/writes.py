"""What the Planning page writes: floor, reorder point and deliveries of a product, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.core.floors import Delivery
from app.store import audits, sales, settings
from app.store.database import transaction
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """A product's two lines; None for none."""

    floor: int | None
    reorder_at: int | None


def put_levels(
    db: Connection, product: int, sku: str, levels: Levels, delivery: Delivery | None, *, now: datetime
) -> Changes:
    """From now on these hold. Each is a dated row of its own."""
    with transaction(db):
        settings.put(db, settings.FLOOR, levels.floor, product=product, now=now)
        settings.put(db, settings.REORDER_POINT, levels.reorder_at, product=product, now=now)
        if delivery is not None:
            sales.put_delivery(db, delivery, product=product, now=now)
    return Changes(skus=frozenset({sku}), settings=True)


def put_many(db: Connection, levels: Mapping[int, Levels], skus: Sequence[str], *, now: datetime) -> Changes:
    """From now on these hold, by product: all of them in one transaction."""
    with transaction(db):
        for product, put in levels.items():
            settings.put(db, settings.FLOOR, put.floor, product=product, now=now)
            settings.put(db, settings.REORDER_POINT, put.reorder_at, product=product, now=now)
    return Changes(skus=frozenset(skus), settings=True)


def let_sell_out(db: Connection, products: Sequence[tuple[int, str]], *, now: datetime) -> Changes:
    """These come to their end: floor 0, and nothing is ordered again. They sell out."""
    with transaction(db):
        for product, _ in products:
            settings.put(db, settings.FLOOR, 0, product=product, now=now)
            settings.put(db, settings.REORDER_POINT, None, product=product, now=now)
    return Changes(skus=frozenset(sku for _, sku in products), settings=True)


def put_reviewed(db: Connection, *, now: datetime) -> Changes:
    """The assumptions of this season were looked through."""
    with transaction(db):
        audits.reviewed(db, now=now)
    return Changes(catalog=True)

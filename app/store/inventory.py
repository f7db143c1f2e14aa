"""What the Inventory page reads: which products match, in which order, and the rows of those that are in view.

Sorting and filtering happen here, in SQL. The first screenful comes at once; the whole list of row numbers follows.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.stock import ATTENTION, Status
from app.store.moments import moment_or_none, stamp
from app.store.sqlite import Connection

NOT_COUNTED_AFTER = timedelta(days=60)

_FILTERS = {
    "all": "true",
    "oversold": "started and available < 0",
    "floor": "started and available <= floor",
    "reorder": "started and available <= reorder_point",
    "differs": "differs > 0",
    "uncounted": "(counted_at is null or counted_at < :counted_before)",
}
_SORTS = {
    "attention": "attention {way}, sku",
    "sku": "sku {way}",
    "title": "title collate nocase {way}, product.id",
    "on_hand": "on_hand {way}, product.id",
    "committed": "committed {way}, product.id",
    "available": "available {way}, product.id",
    "floor": "floor {way} nulls last, product.id",
    "reorder": "reorder_point {way} nulls last, product.id",
}
_WORDS = ("sku", "title", "barcode")
FILTERS: tuple[str, ...] = tuple(_FILTERS)
SORTS: tuple[str, ...] = tuple(_SORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the page asks for. `words` is what was typed; every word must be found in SKU, title or barcode."""

    words: str = ""
    filter: str = "all"
    sort: str = "attention"
    descending: bool = False


def _statement(question: Question, columns: str, now: datetime, *, ordered: bool = True) -> tuple[str, dict[str, str]]:
    where = [_FILTERS[question.filter]]
    values = {"counted_before": stamp(now - NOT_COUNTED_AFTER)}
    words = question.words.split()
    long = [word for word in words if len(word) >= 3]
    if long:
        where.append("product.id in (select rowid from product_words where product_words match :match)")
        values["match"] = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
    for number, word in enumerate(word for word in words if len(word) < 3):
        where.append("(" + " or ".join(f"{name} like :w{number} escape '\\'" for name in _WORDS) + ")")
        values[f"w{number}"] = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    order = _SORTS[question.sort].format(way="desc" if question.descending else "asc") if ordered else "null"
    return (
        f"select {columns} from product join stock_level on product_id = product.id"
        f" where {' and '.join(where)} order by {order}",
        values,
    )


def first(db: Connection, question: Question, *, now: datetime, limit: int) -> array[int]:
    """The row numbers of the first screenful."""
    statement, values = _statement(question, "product.id", now)
    return array("q", (row[0] for row in db.execute(statement + f" limit {int(limit)}", values)))


def everything(db: Connection, question: Question, *, now: datetime) -> array[int]:
    """The row numbers of all that match, in order."""
    statement, values = _statement(question, "product.id", now)
    return array("q", (row[0] for row in db.execute(statement, values)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one shop displays for a product. `number` None: nobody has read it yet."""

    shop_id: int
    number: int | None
    differs: int | None
    taken_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """One row of Inventory."""

    id: int
    sku: str
    title: str
    parts: int
    place: str
    price_minor: int | None
    currency: str | None
    on_hand: int
    committed: int
    started: bool
    floor: int | None
    reorder_point: int | None
    counted_at: datetime | None
    status: Status
    shown: tuple[Shown, ...] = ()

    @property
    def available(self) -> int:
        """What may still be promised."""
        return self.on_hand - self.committed


_ROWS = """
    select product.id, sku, title, (select count(*) from bundle_part where bundle_id = product.id), place,
        price_minor, currency, on_hand, committed, started, floor, reorder_point, counted_at, attention
    from product join stock_level on product_id = product.id where {where}
"""
_SHOWN = """
    select product_id, shop_id, believed, differs, taken_off, counted,
        max(0, on_hand - committed - coalesce(
            (select value from setting_now where name = 'held_back' and shop_id = 0 and product_id = level.product_id),
            (select value from setting_now where name = 'held_back' and shop_id = 0 and product_id = 0), 0))
    from listing join stock_level as level using (product_id)
    where product_id in ({marks}) and stock_of is null and gone_at is null
"""


def rows(db: Connection, numbers: Sequence[int]) -> dict[int, ProductRow]:
    """The rows with these numbers, with what each shop shows."""
    marks = ",".join("?" * len(numbers))
    shown: dict[int, list[Shown]] = {}
    for product, shop, believed, differs, taken_off, counted, by_hand in db.execute(
        _SHOWN.format(marks=marks), tuple(numbers)
    ):
        # A place kept by hand shows what it may sell; a connected shop shows what it last said.
        number = believed if counted else by_hand
        shown.setdefault(product, []).append(
            Shown(shop_id=shop, number=number, differs=differs, taken_off=bool(taken_off))
        )
    found = (_row(row) for row in db.execute(_ROWS.format(where=f"product.id in ({marks})"), tuple(numbers)))
    return {
        row["id"]: ProductRow(**row, shown=tuple(sorted(shown.get(row["id"], ()), key=lambda one: one.shop_id)))
        for row in found
    }


def _row(row: tuple[Any, ...]) -> dict[str, Any]:
    fields = dict(zip(ProductRow.__slots__, row, strict=False))
    fields["started"] = bool(fields["started"])
    fields["counted_at"] = moment_or_none(fields["counted_at"])
    fields["status"] = ATTENTION[fields["status"]]
    return fields


def numbers_of(db: Connection, skus: Sequence[str]) -> list[int]:
    """The row numbers of these products, and of the bundles that hold them: what must be read again."""
    marks = ",".join("?" * len(skus))
    return [
        number
        for (number,) in db.execute(
            f"select id from product where sku in ({marks}) union"
            f" select bundle_id from bundle_part join product on product.id = part_id where sku in ({marks})",
            (*skus, *skus),
        )
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many products each filter finds, and the sums under the table (bundles hold no stock of their own)."""

    all: int
    oversold: int
    floor: int
    reorder: int
    differs: int
    uncounted: int
    on_hand: int
    committed: int


def totals(db: Connection, *, now: datetime) -> Totals:
    """One pass over all levels."""
    row = db.execute(
        """
        select count(*),
            coalesce(sum(started and available < 0), 0),
            coalesce(sum(started and available <= floor), 0),
            coalesce(sum(started and available <= reorder_point), 0),
            coalesce(sum(differs > 0), 0),
            coalesce(sum(counted_at is null or counted_at < ?), 0),
            coalesce(sum(iif(started and product_id not in (select bundle_id from bundle_part), on_hand, 0)), 0),
            coalesce(sum(iif(started and product_id not in (select bundle_id from bundle_part), committed, 0)), 0)
        from stock_level
        """,
        (stamp(now - NOT_COUNTED_AFTER),),
    ).fetchone()
    return Totals(**dict(zip(Totals.__slots__, row, strict=True)))

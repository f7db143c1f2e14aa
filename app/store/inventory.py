"""What the Inventory page reads: which products match, in which order, and the rows of those that are in view.

Sorting and filtering happen here, in SQL. The first screenful comes at once; the whole list of row numbers follows.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from app.core.offer import Kind, held_back
from app.core.records import dataclass
from app.core.stock import ATTENTION, Status
from app.store import limits
from app.store.moments import moment_or_none, stamp
from app.store.question import FILTERS, NOT_COUNTED_AFTER, SORTS, Question
from app.store.shops import BY_HAND
from app.store.sqlite import Connection

__all__ = [
    "FILTERS",
    "SORTS",
    "Found",
    "ProductRow",
    "Question",
    "Shown",
    "Totals",
    "everything",
    "find",
    "first",
    "numbers_of",
    "path_of",
    "rows",
    "same_sku",
    "size",
    "totals",
]

FEW = 500  # so many matches are found and put in order before the seller sees that it was two steps

_COMMON = 30  # where one product in so many matches, looking at one after the other soon fills the screen
_PIECE = 64_000  # letters of a text of row numbers that are taken apart at once

_LEVEL = "stock_level"
_BOTH = "stock_level join product on product.id = product_id"
_CHOSEN = "json_each(:few) as few cross join stock_level on product_id = few.value"


@dataclass(frozen=True, slots=True)
class Found:
    """Row numbers in order. `whole`: these are all that match, not just the first of them; `common`: most match."""

    numbers: "array[int]"
    whole: bool
    common: bool = False


def path_of(db: Connection) -> Path:
    """Where this inventory lies: whatever takes longer reads it through a connection of its own."""
    _, _, path = db.execute("pragma database_list").fetchone()
    return Path(path)


def size(db: Connection) -> int:
    """How many products there are."""
    count: int = db.execute("select count(*) from stock_level").fetchone()[0]
    return count


def find(db: Connection, question: Question, *, now: datetime, limit: int) -> Found:
    """The first `limit` that match; all of them when they are few. The cost hardly grows with the inventory."""
    common = False
    if question.narrow:
        found = _some(db, question, now)
        if len(found) <= FEW:
            return Found(_ordered(db, question, found), whole=True)
        common = found[-1] < FEW * _COMMON
    statement, values = _statement(question, now, common=common)
    numbers = _numbers(db, f"{statement} limit {int(limit)}", values)
    return Found(numbers, whole=len(numbers) < limit, common=common)


def first(db: Connection, question: Question, *, now: datetime, limit: int) -> "array[int]":
    """The row numbers of the first screenful."""
    return find(db, question, now=now, limit=limit).numbers[:limit]


def everything(db: Connection, question: Question, *, now: datetime, common: bool = False) -> "array[int]":
    """The row numbers of all that match, in order. `common` as `find` said: it only makes it faster."""
    if question.sort == "attention" and not question.narrow:
        return array("q", _by_attention(db, descending=question.descending))
    return array("q", _written(db, *_statement(question, now, common=common)))


def _written(db: Connection, statement: str, values: Mapping[str, str]) -> Iterator[int]:
    """Row numbers as one text: a hundred thousand rows would stop the other threads a hundred thousand times.

    It is read piece by piece, for that many words at once would take 6 MB more.
    """
    written = str(db.execute(f"select group_concat(product_id) from ({statement})", values).fetchone()[0] or "")
    begin = 0
    while begin < len(written):
        comma = written.find(",", begin + _PIECE)
        end = comma if comma >= 0 else len(written)
        yield from map(int, written[begin:end].split(","))
        begin = end + 1


def _by_attention(db: Connection, *, descending: bool) -> Iterator[int]:
    """All row numbers by need and SKU, put together from two indexes: half the time that SQLite takes to sort them."""
    groups = dict(db.execute("select attention, group_concat(product_id) from stock_level group by attention"))
    most = max(groups, key=lambda attention: len(groups[attention]), default=0)
    kind = {int(number): key for key, written in groups.items() if key != most for number in written.split(",")}
    parted = {attention: array("q") for attention in sorted(groups, reverse=descending)}
    for number in _written(db, "select id as product_id from product order by sku", {}):
        parted[kind.get(number, most)].append(number)
    return chain.from_iterable(parted.values())


def _statement(question: Question, now: datetime, *, common: bool = False) -> tuple[str, dict[str, str]]:
    must = question.conditions(now)
    where, looks = must.looked_at() if common else must.sought()
    order, named = question.order()
    return f"select product_id from {_BOTH if looks or named else _LEVEL} where {where} order by {order}", must.values


def _some(db: Connection, question: Question, now: datetime) -> "array[int]":
    """A few more than `FEW` that match, in the order of their numbers: where matches are rare this is the search."""
    must = question.conditions(now)
    if must.indexed:
        # The index hands over one after the other, and stops when there are enough.
        source = "product_id from product_words cross join stock_level on product_id = product_words.rowid"
        source += " cross join product on product.id = product_id" if must.short else ""
        short = f" and {must.short}" if must.short else ""
        where = f"product_words match :match and {must.filters}{short}"
    elif must.short and not question.filters:
        source, where = "id as product_id from product", must.short  # half the work of looking at the levels too
    else:
        source, (where, _) = f"product_id from {_BOTH if must.short else _LEVEL}", must.sought()
    return _numbers(db, f"select {source} where {where} limit {FEW + 1}", must.values)


def _ordered(db: Connection, question: Question, found: Sequence[int]) -> "array[int]":
    order, named = question.order()
    tables = _CHOSEN + (" cross join product on product.id = product_id" if named else "")
    return _numbers(db, f"select product_id from {tables} order by {order}", {"few": json.dumps(list(found))})


def _numbers(db: Connection, statement: str, values: Mapping[str, str]) -> "array[int]":
    return array("q", chain.from_iterable(db.execute(statement, values)))


# ------------------------------------------------------------------------------------------------------- rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one shop displays for a product. `number` None: nobody has read it yet.

    `differs` is what it was seen to show instead; then `says` is what it should show.
    """

    shop_id: int
    number: int | None
    differs: int | None = None
    says: int | None = None
    taken_off: bool = False


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
    on_order: int = 0  # pieces that are ordered and have not come
    shown: tuple[Shown, ...] = ()

    @property
    def available(self) -> int:
        """What may still be promised."""
        return self.on_hand - self.committed


_ROWS = """
    select product.id, sku, title, (select count(*) from bundle_part where bundle_id = product.id),
        place, price_minor, currency, on_hand, committed, started, floor, reorder_point, counted_at, attention,
        (select coalesce(sum(pieces - arrived), 0) from delivery where delivery.product_id = product.id
            and ended_at is null and arrived < pieces)
    from product join stock_level on product_id = product.id where product.id in (select value from json_each(?))
"""
_SHOWN = f"""
    select product_id, shop_id, believed, listing.differs, taken_off, listing.id, shop.channel = '{BY_HAND}'
    from listing join shop on shop.id = shop_id
    where product_id in (select value from json_each(?)) and stock_of is null and gone_at is null
        and removed_at is null
"""
_HELD = """
    select name, shop_id, product_id, value from setting_now
    where name in (?, ?) and (product_id = 0 or product_id in (select value from json_each(?)))
"""
_BY_HAND = "select id from shop where channel = ? and removed_at is null order by id"


def rows(db: Connection, numbers: Sequence[int], *, now: datetime, planned: bool = True) -> dict[int, ProductRow]:
    """The rows with these numbers, with what each shop shows. Not `planned`: without `Shown.says`."""
    chosen = json.dumps(list(numbers))
    found = [_row(row) for row in db.execute(_ROWS, (chosen,))]
    held = _held(db, chosen)
    by_hand = [shop for (shop,) in db.execute(_BY_HAND, (BY_HAND,))]
    listed: dict[int, list[tuple[Any, ...]]] = {}
    for product, *listing in db.execute(_SHOWN, (chosen,)):
        listed.setdefault(product, []).append(tuple(listing))
    differing = {product for product, those in listed.items() if any(one[2] is not None for one in those)}
    says = _says(db, differing, now) if planned else {}
    return {
        row["id"]: ProductRow(**row, shown=tuple(_shown(row, listed.get(row["id"], ()), says, held, by_hand)))
        for row in found
    }


def _row(row: tuple[Any, ...]) -> dict[str, Any]:
    fields = dict(zip(ProductRow.__slots__, row, strict=False))
    fields["started"] = bool(fields["started"])
    fields["counted_at"] = moment_or_none(fields["counted_at"])
    fields["status"] = ATTENTION[fields["status"]]
    return fields


def _held(db: Connection, chosen: str) -> limits.Chosen:
    rows = db.execute(_HELD, (limits.NUMBERS[Kind.HELD], limits.WAYS[Kind.HELD], chosen))
    return {(name, shop, product): value for name, shop, product, value in rows}


def _shown(
    row: Mapping[str, Any],
    listed: Iterable[tuple[Any, ...]],
    says: Mapping[int, int],
    held: limits.Chosen,
    by_hand: Iterable[int],
) -> Iterator[Shown]:
    """By shop. A connected shop shows what it last said; a place kept by hand may sell every product."""
    listed = sorted(listed, key=lambda listing: int(listing[0]))
    for shop, believed, differs, taken_off, listing, at_hand in listed:
        if at_hand:
            continue
        should = says.get(listing) if differs is not None else None
        yield Shown(shop_id=shop, number=believed, differs=differs, says=should, taken_off=bool(taken_off))
    off = {shop for shop, _, _, taken_off, *_ in listed if taken_off}
    for shop in by_hand if row["started"] else ():
        number = _by_hand(row, held, shop, taken_off=shop in off)
        yield Shown(shop_id=shop, number=number, taken_off=shop in off)


def _says(db: Connection, differing: set[int], now: datetime) -> dict[int, int]:
    """What the listings of products should show where one was seen to show something else, by listing."""
    if not differing:
        return {}
    from app.store import plans  # few rows need it: the first paint does not wait for the offer policy

    return {listing: planned.offer.quantity for listing, planned in plans.plan(db, differing, now=now).items()}


def _by_hand(row: Mapping[str, Any], held: limits.Chosen, shop: int, *, taken_off: bool) -> int:
    back = held_back(limits.entries(held, Kind.HELD, shop, row["id"]))
    return 0 if taken_off else max(0, row["on_hand"] - row["committed"] - back.total)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A product's two lines; None for none."""

    product: int
    sku: str
    floor: int | None
    reorder_at: int | None


def levels_of(db: Connection, numbers: Sequence[int]) -> list[LevelRow]:
    """Floor and reorder point of these products."""
    rows = db.execute(
        "select product.id, sku, floor, reorder_point from json_each(?) join product on product.id = value"
        " join stock_level on product_id = product.id",
        (json.dumps(list(numbers)),),
    )
    return [LevelRow(*row) for row in rows]


def same_sku(db: Connection, sku: str) -> str | None:
    """The title of the product with this SKU, upper and lower case alike as in the shops; None when it is free."""
    row = db.execute("select title from product where sku = ?1 or lower(sku) = lower(?1) limit 1", (sku,)).fetchone()
    return str(row[0]) if row else None


def numbers_of(db: Connection, skus: Iterable[str]) -> list[int]:
    """The row numbers of these products, and of the bundles that hold them: what must be read again."""
    rows = db.execute(
        "with named as (select id from product where sku in (select value from json_each(?)))"
        " select id from named union select bundle_id from bundle_part where part_id in named",
        (json.dumps(list(skus)),),
    )
    return [number for (number,) in rows]


# ------------------------------------------------------------------------------------------------------- totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many products each filter finds, and the sums under the table (bundles hold no stock of their own)."""

    all: int
    oversold: int
    floor: int
    reorder: int
    on_order: int
    differs: int
    places: int
    uncounted: int
    on_hand: int
    committed: int


_TOTALS = f"""
    select count(*), {", ".join(f"coalesce(sum({condition}), 0)" for condition in FILTERS.values())},
        coalesce(sum(iif(started and product_id not in (select bundle_id from bundle_part), on_hand, 0)), 0),
        coalesce(sum(iif(started and product_id not in (select bundle_id from bundle_part), committed, 0)), 0)
    from stock_level
"""


def totals(db: Connection, *, now: datetime) -> Totals:
    """One pass over all levels."""
    row = db.execute(_TOTALS, {"counted_before": stamp(now - NOT_COUNTED_AFTER)}).fetchone()
    return Totals(**dict(zip(Totals.__slots__, row, strict=True)))

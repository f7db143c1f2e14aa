"""The whole ledger, newest row first, page by page: which rows pass a filter, found by index and never counted.

A page goes on where the last one ended (by `seq`, no OFFSET), so its cost does not grow with how far one has read. What
drives the search is the narrowest thing asked for: an order, a few products, a rare kind, a shop; only what is common
is looked for by going down the ledger, where it is soon found.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from app.core.records import dataclass
from app.core.stock import EntryKind
from app.store import finding, inventory, ledger
from app.store.ledger import EntryRow
from app.store.moments import stamp
from app.store.question import Question
from app.store.sqlite import Connection

BY_HAND = 0  # the "shop" of what the seller did: no order, no channel
FEW = 500  # so many products are asked one after the other for their newest rows
FEW_ORDERS = 200
_END = 1 << 62
_COMMON = frozenset({EntryKind.COMMIT, EntryKind.SHIP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which rows: products by words, one kind, one shop (`BY_HAND`: none), an order's number by how it begins.

    `since` and `until` are about when a row was written; `until` itself is left out.
    """

    words: str = ""
    kind: EntryKind | None = None
    shop: int | None = None
    order: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def narrow(self) -> bool:
        """Does it leave anything out?"""
        return self != _EVERYTHING


_EVERYTHING = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A row of the ledger, with its product's title and the open incident that its order belongs to."""

    entry: EntryRow
    title: str
    incident: int | None


class Search:
    """A question, and what it takes to answer it page by page: found once, when it is asked."""

    def __init__(self, db: Connection, asked: Asked) -> None:
        self.asked = asked
        self._db = db
        self._first, self._last = _between(db, asked)
        self._products, self._looked_for = _products(db, asked)
        self._orders = finding.orders_beginning(db, asked.order, limit=FEW_ORDERS) if asked.order.strip() else None

    def page(self, *, before: int | None = None, limit: int) -> list[LedgerRow]:
        """The next rows, newest first; `before` is the number of the last row that was read."""
        last = self._last if before is None else min(self._last, before - 1)
        return rows(self._db, self._numbers(last, limit)) if last >= self._first else []

    def pages(self, *, limit: int) -> Iterator[list[LedgerRow]]:
        """All of them."""
        before: int | None = None
        while found := self.page(before=before, limit=limit):
            yield found
            before = found[-1].entry.seq

    def _numbers(self, last: int, limit: int) -> list[int]:
        values: dict[str, Any] = {"first": self._first, "last": last, "limit": limit, **self._looked_for.values}
        where = ["entry.seq between :first and :last", *self._common(values)]
        if self._products is not None and not self._products:
            return []
        if self._orders is not None:
            statement = _BY_ORDER
            values["orders"] = json.dumps(self._orders)
        elif self._products is not None:
            statement = _BY_PRODUCT
            values["products"] = json.dumps(self._products)
        else:
            statement = self._downward()
        if self._orders is not None and self._products is not None:
            where.append("entry.product_id in (select value from json_each(:products))")
            values["products"] = json.dumps(self._products)
        return [number for (number,) in self._db.execute(statement.format(where=" and ".join(where)), values)]

    def _common(self, values: dict[str, Any]) -> Iterator[str]:
        """What every way of finding looks at in each row."""
        asked = self.asked
        if asked.kind is not None:
            values["kind"] = asked.kind.value
            yield "entry.kind = :kind"
            if asked.kind not in _COMMON:
                yield "entry.kind not in ('commit', 'ship')"  # as the index of the rare ones says it
        if asked.shop is not None:
            values["shop"] = asked.shop or None
            yield "entry.shop_id is :shop"
        if asked.since is not None:  # a clock that was set back may have written a row out of its turn
            values["since"] = stamp(asked.since)
            yield "entry.recorded_at >= :since"
        if asked.until is not None:
            values["until"] = stamp(asked.until)
            yield "entry.recorded_at < :until"
        if self._looked_for.sql:
            yield self._looked_for.sql

    def _downward(self) -> str:
        asked = self.asked
        way = "not indexed"
        if asked.kind is not None and asked.kind not in _COMMON:
            way = "indexed by stock_entry_rare"
        elif asked.shop is not None:
            way = "indexed by stock_entry_shop"
        return f"select entry.seq from stock_entry as entry {way} where {{where}} order by entry.seq desc limit :limit"


# The newest rows of each product alone: as many as all of them together may need.
_BY_PRODUCT = """
    select seq from json_each(:products) as wanted cross join stock_entry as found on found.seq in (
        select entry.seq from stock_entry as entry indexed by stock_entry_product
        where entry.product_id = wanted.value and {where} order by entry.seq desc limit :limit)
    order by seq desc limit :limit
"""
_BY_ORDER = """
    select entry.seq from json_each(:orders) as wanted
    cross join stock_entry as entry indexed by stock_entry_order
    on entry.order_id = wanted.value and entry.order_id is not null where {where}
    order by entry.seq desc limit :limit
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _LookedFor:
    """A condition on the product's own columns, where most products pass it."""

    sql: str = ""
    values: dict[str, str]


_NOTHING = _LookedFor(values={})


def _products(db: Connection, asked: Asked) -> tuple[list[int] | None, _LookedFor]:
    """The products that the words name: their numbers where they are few, else how to know one when it is met."""
    question = Question(words=asked.words)
    if not question.narrow:
        return None, _NOTHING
    now = datetime.fromisoformat("2000-01-01T00:00:00+00:00")  # no filter here asks what day it is
    found = inventory.find(db, question, now=now, limit=FEW + 1)
    if len(found.numbers) <= FEW:
        return list(found.numbers), _NOTHING
    must = question.conditions(now)
    parts = [part for part in (must.short, must.long) if part]
    sql = f"exists (select 1 from product where product.id = entry.product_id and {' and '.join(parts)})"
    return None, _LookedFor(sql=sql, values=must.values)


def _between(db: Connection, asked: Asked) -> tuple[int, int]:
    """The first and the last row that may have been written in the time asked for: they are numbered as written."""
    first = 1 if asked.since is None else _first_from(db, stamp(asked.since))
    last = _END if asked.until is None else _first_from(db, stamp(asked.until)) - 1
    return first, last


def _first_from(db: Connection, at: str) -> int:
    """The number of the first row written at `at` or later, by halving."""
    (newest,) = db.execute("select coalesce(max(seq), 0) from stock_entry").fetchone()
    low, high = 1, newest + 1
    while low < high:
        middle = (low + high) // 2
        row = db.execute(
            "select recorded_at from stock_entry where seq >= ? order by seq limit 1", (middle,)
        ).fetchone()
        if row is None or row[0] >= at:
            high = middle
        else:
            low = middle + 1
    return low


def rows(db: Connection, numbers: Sequence[int]) -> list[LedgerRow]:
    """The rows with these numbers, in this order."""
    chosen = json.dumps(list(numbers))
    entries = {entry.seq: entry for entry in ledger.entries(db, numbers)}
    titles = dict(
        db.execute(
            "select stock_entry.seq, title from stock_entry join product on product.id = product_id"
            " where seq in (select value from json_each(?))",
            (chosen,),
        )
    )
    open_ones = dict(
        db.execute(
            "select seq, incident.id from stock_entry join incident_claim using (order_id)"
            " join incident on incident.id = incident_id and incident.product_id = stock_entry.product_id"
            " where seq in (select value from json_each(?)) and closed_at is null",
            (chosen,),
        )
    )
    return [
        LedgerRow(entry=entries[number], title=titles[number], incident=open_ones.get(number)) for number in numbers
    ]

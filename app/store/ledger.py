"""The only writer of `stock_entry`, and the questions asked of the ledger."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.changes import Changes
from app.core.orders import Booked
from app.core.stock import EntryKind, StockEntry, StockLevel
from app.store import pushes
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

_INSERT = """
    insert into stock_entry (key, product_id, kind, on_hand_delta, committed_delta, on_hand_after, committed_after,
        happened_at, recorded_at, shop_id, order_id, line_ref, batch, reason, note, undoes)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select seq from stock_entry where key = ?))
"""


@dataclass(frozen=True, slots=True)
class Level(StockLevel):
    """A product's level and its row number."""

    product_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where entries come from: an order of a shop, or one act (`batch`) of the seller."""

    shop: int | None = None
    order: int | None = None
    batch: str | None = None


def levels(db: Connection, skus: Iterable[str]) -> dict[str, Level]:
    """The levels of these products; unknown SKUs are left out."""
    wanted = list(skus)
    rows = db.execute(
        "select sku, on_hand, committed, started, id from product join stock_level on product_id = id"
        f" where sku in ({_marks(wanted)})",
        wanted,
    )
    return {
        sku: Level(sku, on_hand, committed, bool(started), number) for sku, on_hand, committed, started, number in rows
    }


def append(
    db: Connection, entries: Sequence[StockEntry], before: Mapping[str, Level], *, source: Source, now: datetime
) -> Changes:
    """Write entries, and make every listing of their products due, bundles' listings included.

    `before` holds the present levels of all products named. The only writer of the ledger.
    """
    assert db.in_transaction, "entries are written inside a transaction"
    if not entries:
        return Changes()
    on_hand = {sku: level.on_hand for sku, level in before.items()}
    committed = {sku: level.committed for sku, level in before.items()}
    recorded_at = stamp(now)
    rows = []
    for entry in entries:
        on_hand[entry.sku] += entry.on_hand
        committed[entry.sku] += entry.committed
        rows.append(
            (
                entry.key,
                before[entry.sku].product_id,
                entry.kind.value,
                entry.on_hand,
                entry.committed,
                on_hand[entry.sku],
                committed[entry.sku],
                stamp(entry.happened_at),
                recorded_at,
                source.shop,
                source.order,
                entry.line,
                source.batch,
                entry.reason,
                entry.note,
                entry.undoes,
            )
        )
    db.executemany(_INSERT, rows)
    skus = frozenset(entry.sku for entry in entries)
    products = [before[sku].product_id for sku in skus]
    return Changes(skus=skus, due=pushes.mark_due(db, products, now=now))


def booked_of_order(db: Connection, order: int) -> dict[str, dict[str, Booked]]:
    """What the ledger holds for an order, by line and product. Cost follows the order's own rows only."""
    rows = db.execute(
        "select line_ref, sku, sum(committed_delta),"
        " sum(iif(kind in ('ship', 'restock'), -on_hand_delta, 0)), count(*)"
        " from stock_entry join product on product.id = product_id"
        " where order_id = ? and line_ref is not null group by line_ref, product_id",
        (order,),
    )
    held: dict[str, dict[str, Booked]] = {}
    for line, sku, open_, out, count in rows:
        held.setdefault(line, {})[sku] = Booked(open_, out, count)
    return held


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """A ledger row as a person reads it. `shop` and `order` are names, empty where there is none."""

    seq: int
    key: str
    sku: str
    kind: EntryKind
    on_hand_delta: int
    committed_delta: int
    on_hand_after: int
    committed_after: int
    happened_at: datetime
    recorded_at: datetime
    shop_id: int | None
    order: str
    order_url: str
    reason: str
    note: str
    undone: bool

    @property
    def available_after(self) -> int:
        """What could still be promised once this was booked."""
        return self.on_hand_after - self.committed_after

    @property
    def available_delta(self) -> int:
        """How this row changed what could be promised."""
        return self.on_hand_delta - self.committed_delta


_ROWS = """
    select entry.seq, key, sku, kind, on_hand_delta, committed_delta, on_hand_after, committed_after, happened_at,
        recorded_at, entry.shop_id, coalesce(number, ''), coalesce(url, ''), reason, note,
        exists (select 1 from stock_entry as later where later.undoes = entry.seq)
    from stock_entry as entry join product on product.id = entry.product_id
    left join sales_order on sales_order.id = entry.order_id
"""


def history(db: Connection, sku: str, *, before_seq: int | None = None, limit: int = 50) -> list[EntryRow]:
    """A product's rows, newest first, by keyset: the cost of a page does not grow with the ledger."""
    rows = db.execute(
        _ROWS + " where entry.product_id = (select id from product where sku = ?) and entry.seq < ?"
        " order by entry.seq desc limit ?",
        (sku, before_seq or 1 << 62, limit),
    )
    return [_entry(row) for row in rows]


def entries(db: Connection, numbers: Sequence[int]) -> list[EntryRow]:
    """The rows with these numbers."""
    found = db.execute(_ROWS + " where entry.seq in (select value from json_each(?))", (json.dumps(list(numbers)),))
    return [_entry(row) for row in found]


def since(db: Connection, sku: str, at: datetime) -> list[EntryRow]:
    """A product's rows recorded from `at` on, oldest first, with the one before them: what a chart needs."""
    product = "(select id from product where sku = ?)"
    first = db.execute(
        f"select max(seq) from stock_entry where product_id = {product} and recorded_at < ?",
        (sku, stamp(at)),
    ).fetchone()[0]
    rows = db.execute(
        _ROWS + f" where entry.product_id = {product} and entry.seq >= ? order by entry.seq", (sku, first or 0)
    )
    return [_entry(row) for row in rows]


def _entry(row: tuple[Any, ...]) -> EntryRow:
    fields = dict(zip(EntryRow.__slots__, row, strict=True))
    fields["kind"] = EntryKind(fields["kind"])
    fields["happened_at"] = moment(fields["happened_at"])
    fields["recorded_at"] = moment(fields["recorded_at"])
    fields["undone"] = bool(fields["undone"])
    return EntryRow(**fields)


def batch(db: Connection, name: str) -> list[EntryRow]:
    """The entries that one act of the seller wrote."""
    return [_entry(row) for row in db.execute(_ROWS + " where entry.batch = ? order by entry.seq", (name,))]


def batches(db: Connection, name: str) -> list[str]:
    """The batches of an act that may be done again after it was undone: `name`, then `name/2` and so on."""
    rows = db.execute(
        "select distinct batch from stock_entry where batch = ?1 or (batch > ?1 || '/' and batch < ?1 || '0')", (name,)
    )
    return [batch for (batch,) in rows]


def rethink_start(db: Connection, product: int) -> None:
    """After an undo: does the product still have a first number, and when was it last counted?"""
    standing = (
        "stock_entry as entry where product_id = ?1 and undoes is null and order_id is null"
        " and not exists (select 1 from stock_entry as later where later.undoes = entry.seq)"
    )
    db.execute(
        f"update stock_level set started = exists (select 1 from {standing}),"
        f" counted_at = (select max(happened_at) from {standing} and kind = 'count') where product_id = ?1",
        (product,),
    )


def levels_that_disagree(db: Connection) -> list[tuple[str, int, int, int, int]]:
    """Products whose level is not the sum of their entries: (sku, on hand, committed, and both by the ledger).

    Reads the whole ledger: run at start in the background, and on demand.
    """
    return db.execute(
        """
        with booked as (
            select product_id, sum(on_hand_delta) as on_hand, sum(committed_delta) as committed
            from stock_entry group by product_id)
        select sku, level.on_hand, level.committed, coalesce(booked.on_hand, 0), coalesce(booked.committed, 0)
        from stock_level as level join product on product.id = level.product_id
        left join booked on booked.product_id = level.product_id
        where (level.on_hand, level.committed) is not (coalesce(booked.on_hand, 0), coalesce(booked.committed, 0))
            and not exists (select 1 from bundle_part where bundle_id = level.product_id)
        order by sku
        """
    ).fetchall()


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def recompute_levels(db: Connection) -> list[str]:
    """Set every level to the sum of its ledger rows; the products that were wrong. The ledger is never touched."""
    wrong = levels_that_disagree(db)
    db.executemany(
        "update stock_level set on_hand = ?, committed = ? where product_id = (select id from product where sku = ?)",
        [(on_hand, committed, sku) for sku, _, _, on_hand, committed in wrong],
    )
    return [sku for sku, *_ in wrong]

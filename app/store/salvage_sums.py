"""What is put right in a salvaged inventory: what points at lost rows, and sums that lost rows are missing from.

Where ledger rows are lost, a row says so and brings the sum to the number that the product had. Each open order is read
anew, and books what the ledger misses of it.
"""

from datetime import datetime

from app.core.stock import EntryKind, StockEntry
from app.store import ledger
from app.store.database import transaction
from app.store.ledger import Source
from app.store.moments import stamp
from app.store.sqlite import Connection
from app.store.torn_rows import tables_of

REASON = "salvaged"


def mend_references(db: Connection) -> None:
    """A ledger row whose order is lost stays and forgets it; its product gets a name; whatever else hangs loose goes.

    Triggers have to be off.
    """
    db.execute(
        "insert or ignore into product (id, sku, title, created_at) select product_id, 'LOST-' || product_id,"
        " 'LOST-' || product_id, min(recorded_at) from stock_entry"
        " where product_id not in (select id from product) group by product_id"
    )
    for _ in range(len(list(tables_of(db)))):  # what goes may have been pointed at itself
        broken = {(table, number) for table, _, _, number in db.execute("pragma foreign_key_check").fetchall()}
        if not broken:
            break
        for table, number in sorted(broken):
            _mend(db, table, number)
    db.execute("insert or ignore into stock_level (product_id) select id from product")
    db.execute("insert into product_words (product_words) values ('rebuild')")


def _mend(db: Connection, table: str, number: int) -> None:
    links = 'select "table", "from", "to" from pragma_foreign_key_list(?) where id = ? order by seq'
    linked = db.execute(links, (table, number)).fetchall()
    parent, columns, targets = linked[0][0], [one[1] for one in linked], [one[2] for one in linked]
    if None in targets:  # they are the parent's key
        keyed = "select name from pragma_table_info(?) where pk > 0 order by pk"
        targets = [name for (name,) in db.execute(keyed, (parent,))]
    given = " and ".join(f"{column} is not null" for column in columns)
    loose = f"{given} and ({', '.join(columns)}) not in (select {', '.join(targets)} from {parent})"
    if table == "stock_entry":
        db.execute(f"update stock_entry set {columns[0]} = null where {loose}")
    else:
        db.execute(f"delete from {table} where {loose}")


def put_right(db: Connection, *, lost: bool, reread: bool, now: datetime) -> list[str]:
    """Bring each sum to the number that its product had; the products that needed it.

    `lost`: ledger rows are missing. `reread`: orders may be, so all that are open are read anew.
    """
    had = _had(db, lost=lost)
    with transaction(db):
        ledger.recompute_levels(db)
        for (product,) in db.execute("select product_id from stock_level where not started").fetchall():
            ledger.rethink_start(db, product)
        levels = ledger.levels(db, had)
        batch = f"salvage/{stamp(now)}"
        rows = [
            StockEntry(
                key=f"{batch}/{sku}",
                sku=sku,
                kind=EntryKind.ADJUST,
                happened_at=now,
                on_hand=had[sku] - level.on_hand,
                reason=REASON,
            )
            for sku, level in sorted(levels.items())
            if had[sku] != level.on_hand
        ]
        ledger.append(db, rows, levels, source=Source(batch=batch), now=now)
        if reread:
            _read_orders_anew(db, now)
    return [row.sku for row in rows]


def _had(db: Connection, *, lost: bool) -> dict[str, int]:
    """What each product had on hand: the sum, where its newest row says the same and none is lost; else its level.

    A bundle has nothing of its own.
    """
    found = db.execute(
        """
        with summed as (select product_id, sum(on_hand_delta) as pieces, max(seq) as newest from stock_entry group by 1)
        select sku, level.on_hand, coalesce(pieces, 0), coalesce(entry.on_hand_after, 0)
        from stock_level as level join product on product.id = level.product_id
        left join summed on summed.product_id = level.product_id left join stock_entry as entry on seq = newest
        where not exists (select 1 from bundle_part where bundle_id = level.product_id)
        """
    )
    return {sku: pieces if pieces == after and not lost else level for sku, level, pieces, after in found}


def _read_orders_anew(db: Connection, now: datetime) -> None:
    waiting = "from sales_order where not ended and shop_id in (select id from shop where channel != 'stall')"
    db.execute(
        "insert or ignore into doorbell (shop_id, kind, ref, key, source, rung_at)"
        f" select shop_id, 'order', ref, 'salvage/' || ref || '/' || ?1, 'seller', ?1 {waiting}",
        (stamp(now),),
    )
    db.execute(f"update sales_order set digest = x'' where id in (select id {waiting})")
    db.execute("update shop set opened = 0")

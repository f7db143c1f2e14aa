"""An order that is read for the first time: written in as few statements as it takes, for each sale waits for them."""

from collections.abc import Mapping
from datetime import datetime

from app.core.orders import LineBook, Order, OrderLine
from app.store.moments import stamp
from app.store.orders import Linked, line_row
from app.store.sqlite import Connection

_ORDER = """
    insert into sales_order (number, status, ended, updated_at, url, digest, shop_id, ref, placed_at, heard_at,
        heard_by)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (shop_id, ref) do nothing
"""
_LINE = """
    insert into order_line (order_id, ref, listing_ref, sku, title, open, shipped, returned, may_return, withheld,
        taken, refunded, before, kept_out, linked)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PART = "insert into order_part (order_id, line_ref, product_id, per_piece) values (?, ?, ?, ?)"


def add(db: Connection, shop: int, order: Order, *, digest: bytes, now: datetime, by: str) -> int | None:
    """Write the order's own row; its number in the store, None where it is known already."""
    common = (order.number, order.status, order.ended, stamp(order.updated_at), order.url, digest)
    made = db.execute(_ORDER, (*common, shop, order.ref, stamp(order.placed_at), stamp(now), by))
    return made.lastrowid if made.rowcount else None


def add_lines(
    db: Connection,
    number: int,
    order: Order,
    linked: Mapping[str, Linked],
    *,
    closed_before: bool,
    still_before: bool,
) -> dict[str, LineBook]:
    """Write its lines, each with the recipe that it keeps if its listing is linked; what we hold for each of them.

    `closed_before`: what is out at first sight had left before the ledger began, and never books. `still_before`: the
    order has not changed since, so what had come back is on the shelf that was counted, and is not asked about.
    """
    books: dict[str, LineBook] = {}
    parts: list[tuple[object, ...]] = []
    for line in {line.ref: line for line in order.lines}.values():
        listing = linked.get(line.listing or "")
        made_of = listing.made_of if listing else {}
        before = (line.shipped or 0) if closed_before else 0
        kept_out = _came_before(line) if still_before else 0
        db.execute(_LINE, (*line_row(number, line), before, kept_out, bool(made_of)))
        parts += [(number, line.ref, product, pieces) for product, pieces in made_of.values()]
        recipe = {sku: pieces for sku, (_, pieces) in made_of.items()}
        books[line.ref] = LineBook(recipe=recipe, before=before, kept_out=kept_out)
    db.executemany(_PART, parts)
    return books


def _came_before(line: OrderLine) -> int:
    return line.returned + line.may_return + (line.refunded if line.shipped else 0)

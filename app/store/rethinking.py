"""Rules that hold for many products: a note that they changed, and thinking the products over, slice by slice.

The note is written in the transaction that changes the rule; how far it was followed is written with each slice.
"""

from datetime import datetime

from app.core.changes import Changes
from app.store import catalog, plans, pushes
from app.store.sqlite import Connection

SLICE = 50  # products in one transaction: a sale never waits long for the write lock

_ASK = """
    insert into rethink (shop_id, listed) values (?, ?)
    on conflict do update set listed = max(listed, excluded.listed), done = 0
"""
_LISTED = """
    select distinct product_id from listing where product_id > ?1 and (?2 = 0 or shop_id = ?2)
    order by product_id limit ?3
"""


def ask(db: Connection, shop: int, *, listed: bool) -> None:
    """Inside a transaction: think over every product of a shop (0: of all). `listed`: its numbers may differ now."""
    db.execute(_ASK, (shop, listed))


def asked(db: Connection) -> bool:
    """Is there anything to think over?"""
    return bool(db.execute("select exists (select 1 from rethink)").fetchone()[0])


def step(db: Connection, *, now: datetime, limit: int = SLICE) -> Changes:
    """Inside a transaction: the next slice of the first note, if there is one."""
    note = db.execute("select shop_id, listed, done from rethink order by shop_id limit 1").fetchone()
    if note is None:
        return Changes()
    shop, listed, done = note
    found = [product for (product,) in db.execute(_LISTED, (done, shop, limit))]
    if len(found) < limit:
        db.execute("delete from rethink where shop_id = ?", (shop,))
    else:
        db.execute("update rethink set done = ? where shop_id = ?", (found[-1], shop))
    changed = list(plans.rethink(db, found, now=now))
    # In a split, what one place may not show any more is free for the others.
    whole = list({*changed, *plans.split_ones(db, set(found))})
    due = pushes.mark_due(db, whole, now=now) if whole else frozenset()
    if listed:
        due |= pushes.mark_products_due(db, found, shop, now=now)
    return Changes(skus=catalog.skus(db, changed), due=due, shops=due)

"""Measured lags of each shop: from a sale to our knowing of it, and from that to the shop's confirming a new number."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

KEEP = 100  # samples of each kind and shop
QUANTILE = 0.95
LISTENED_WITHIN = timedelta(minutes=5)  # after a longer silence an order's delay says nothing of the shop
RECKONED_EVERY = 8  # samples: a percentile of a hundred hardly moves with each
_COLUMNS = {"heard": "heard_s", "write": "write_s"}


def heard_of(db: Connection, shop: Shop, placed_at: datetime, *, now: datetime) -> None:
    """How long a sale took to be heard of, while the shop was being listened to: that is what the policy lives by."""
    listened = shop.orders_read_at is not None and now - shop.orders_read_at < LISTENED_WITHIN
    if listened or shop.by_hand:
        add(db, shop.id, "heard", [(now - placed_at).total_seconds() - shop.behind_s], now=now)


def add(db: Connection, shop: int, kind: str, samples: Sequence[float], *, now: datetime) -> None:
    """Keep these samples, in seconds, and what the newest hundred say: their 95th percentile."""
    if not samples:
        return
    db.executemany(
        "insert into lag (shop_id, kind, at, seconds) values (?, ?, ?, ?)",
        [(shop, kind, stamp(now), max(0.0, sample)) for sample in samples],
    )
    (known, count) = db.execute(
        f"select {_COLUMNS[kind]}, (select max(id) from lag) from shop where id = ?", (shop,)
    ).fetchone()
    if known is not None and count % RECKONED_EVERY:
        return
    newest = sorted(seconds for _, seconds in _newest(db, shop, kind))
    at = min(len(newest) - 1, int(QUANTILE * len(newest)))
    db.execute(f"update shop set {_COLUMNS[kind]} = ? where id = ?", (newest[at], shop))


def _newest(db: Connection, shop: int, kind: str) -> list[tuple[int, float]]:
    return db.execute(
        "select id, seconds from lag where shop_id = ? and kind = ? order by id desc limit ?", (shop, kind, KEEP)
    ).fetchall()


def prune(db: Connection, shop: int) -> None:
    """Forget all but the newest samples."""
    for kind in _COLUMNS:
        newest = _newest(db, shop, kind)
        if len(newest) == KEEP:
            db.execute("delete from lag where shop_id = ? and kind = ? and id < ?", (shop, kind, newest[-1][0]))

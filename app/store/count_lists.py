"""What a count of each kind is of: product numbers, in the order in which they matter."""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.core.count_kinds import TOP_PRODUCTS, WAIT, CountKind, classes
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

DRIFT_LOOKS_BACK = timedelta(days=30)

_STOCKED = "product_id not in (select bundle_id from bundle_part)"
_STATEMENTS: dict[CountKind, str] = {
    # A bundle's sales count on its parts: the demand table is kept by ledger rows, which name parts only.
    CountKind.TOP: f"select product_id from demand where {_STOCKED}"
    f" group by product_id order by sum(weight) desc limit {TOP_PRODUCTS}",
    CountKind.ROLLING: f"select product_id from stock_level where {_STOCKED} and coalesce(counted_at, '') < :month",
    CountKind.FULL: f"select product_id from stock_level where {_STOCKED}",
    CountKind.NEVER: f"select product_id from stock_level where {_STOCKED} and (not started or counted_at is null)",
    CountKind.DRIFTED: f"""
        select product_id from stock_level where {_STOCKED} and (on_hand < 0 or available < 0 or differs > 0
            or product_id in (select product_id from stock_entry
                where kind = 'count' and on_hand_delta != 0 and happened_at >= :since))""",
    CountKind.ZERO: f"select product_id from stock_level where {_STOCKED} and started and on_hand <= 0"
    " and coalesce(counted_at, '') < coalesce((select max(happened_at) from stock_entry"
    "  where stock_entry.product_id = stock_level.product_id and on_hand_delta < 0), '')",
}


def products(db: Connection, kind: CountKind, *, shelf: str = "", now: datetime) -> list[int]:
    """The products of such a count. `SHELF` wants the shelf's name; `FREE` is chosen elsewhere."""
    if kind is CountKind.SHELF:
        rows = db.execute(
            "select distinct product_id from product_place where place = ?1 or place like ?2 escape '\\'",
            (shelf, _escaped(shelf) + ",%"),
        )
        return [number for (number,) in rows]
    if kind is CountKind.FREE:
        return []
    if kind is CountKind.DUE:
        return _due(db, now)
    month = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    values = {"month": stamp(month), "since": stamp(now - DRIFT_LOOKS_BACK)}
    return [number for (number,) in db.execute(_STATEMENTS[kind], values)]


def _due(db: Connection, now: datetime) -> list[int]:
    """What was counted longer ago than what sells like it may wait, the longest first."""
    rows = db.execute(
        f"select product_id, counted_at, coalesce((select sum(weight) from demand"
        f"  where demand.product_id = stock_level.product_id), 0) from stock_level where {_STOCKED} and started"
        " order by counted_at, product_id"
    ).fetchall()
    found = classes({product: weight for product, _, weight in rows})
    return [product for product, at, _ in rows if at is None or moment(at) + WAIT[found[product]] <= now]


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def shelves(db: Connection, shelf_of: Callable[[str], str]) -> list[tuple[str, int]]:
    """Every shelf, and how many products lie there."""
    found: dict[str, set[int]] = {}
    for place, product in db.execute("select place, product_id from product_place order by place"):
        found.setdefault(shelf_of(place), set()).add(product)
    return [(name, len(numbers)) for name, numbers in found.items()]


def last_ended(db: Connection, kind: CountKind) -> datetime | None:
    """When a count of this kind last ended with something posted. A full count is a whole month's."""
    kinds = (kind, CountKind.FULL) if kind is CountKind.ROLLING else (kind, kind)
    (at,) = db.execute(
        "select max(ended_at) from count_session where kind in (?, ?)"
        " and exists (select 1 from count_line where session_id = count_session.id and posted is not null)",
        [one.value for one in kinds],
    ).fetchone()
    return moment(at) if at else None

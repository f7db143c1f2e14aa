"""What counts said of the stock: by count, by month, and by product. Read from the ledger, where nothing is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from app.core.counting import Figures
from app.store import settings
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

PAUSE_S = 300.0  # a longer pause between two acts was no counting


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A product as a count posted it. `worth` is what its difference cost, in minor units; None without a cost.

    `first`: it had no number before. Damaged pieces are apart from the difference.
    """

    count: int
    at: datetime
    product: int
    sku: str
    title: str
    difference: int
    damaged: int
    reason: str
    first: bool
    worth: int | None
    currency: str


_SETTLED = """
    select count_line.session_id, entry.happened_at, product.id, sku, title, entry.on_hand_delta,
        coalesce((select -sum(on_hand_delta) from stock_entry as broken where broken.batch = count_line.posted
            and broken.product_id = product.id and broken.kind = 'adjust'), 0),
        entry.reason, (select value from setting_now where name = :cost and product_id = product.id and shop_id = 0)
    from count_line join product on product.id = count_line.product_id
    join stock_entry as entry
        on entry.batch = count_line.posted and entry.product_id = product.id and entry.kind = 'count'
    where (:count is null or session_id = :count) and entry.happened_at >= :since and entry.happened_at < :until
    order by entry.seq
"""


def settled(
    db: Connection, *, count: int | None = None, since: datetime | None = None, until: datetime | None = None
) -> list[Settled]:
    """What stands posted of a count, or of a time. What was taken back is not there."""
    values = {
        "count": count,
        "cost": settings.COST,
        "since": stamp(since) if since else "",
        "until": stamp(until) if until else "9",
    }
    return [_settled(row) for row in db.execute(_SETTLED, values)]


def _settled(row: Sequence[object]) -> Settled:
    count, at, product, sku, title, difference, damaged, reason, cost = row
    minor, _, currency = str(cost or "").partition(" ")
    assert isinstance(count, int)
    assert isinstance(product, int)
    assert isinstance(difference, int)
    return Settled(
        count=count,
        at=moment(str(at)),
        product=product,
        sku=str(sku),
        title=str(title),
        difference=difference,
        damaged=int(str(damaged)),
        reason=str(reason),
        first=reason == "start",
        worth=difference * int(minor) if minor else None,
        currency=currency,
    )


def seconds(db: Connection, counts: Iterable[int]) -> float:
    """How long was counted: the time between acts, without pauses."""
    taken = 0.0
    for count in set(counts):
        rows = db.execute("select at from count_event where session_id = ? order by seq", (count,))
        moments = [moment(at) for (at,) in rows]
        gaps = ((after - before).total_seconds() for before, after in pairwise(moments))
        taken += sum(gap for gap in gaps if gap <= PAUSE_S)
    return taken


def figures(db: Connection, rows: Sequence[Settled]) -> Figures:
    """Accuracy, pieces and time of these. First numbers had nothing to agree with: they are left out but for time."""
    known = [row for row in rows if not row.first]
    return Figures(
        lines=len(known),
        equal=sum(row.difference == 0 for row in known),
        missing=-sum(row.difference for row in known if row.difference < 0) + sum(row.damaged for row in known),
        surplus=sum(row.difference for row in known if row.difference > 0),
        seconds=seconds(db, (row.count for row in rows)),
    )


def worth(rows: Iterable[Settled]) -> dict[str, int]:
    """What the differences come to, by currency, in minor units. Products without a cost are not in it."""
    found: dict[str, int] = {}
    for row in rows:
        if row.worth is not None and not row.first:
            found[row.currency] = found.get(row.currency, 0) + row.worth
    return found


def reasons(rows: Iterable[Settled]) -> dict[str, int]:
    """How many pieces were apart for which reason, the greatest first."""
    found: dict[str, int] = {}
    for row in rows:
        if row.difference and not row.first:
            found[row.reason] = found.get(row.reason, 0) + abs(row.difference)
        if row.damaged:
            found["broken"] = found.get("broken", 0) + row.damaged
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def month_of(at: datetime) -> datetime:
    """When the month of this moment began."""
    return at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def months(db: Connection, *, now: datetime, limit: int = 12) -> list[tuple[datetime, list[Settled]]]:
    """Every month with something posted, the newest first."""
    found: dict[datetime, list[Settled]] = {}
    for row in settled(db, since=month_of(now) - timedelta(days=31 * limit)):
        found.setdefault(month_of(row.at), []).append(row)
    return sorted(found.items(), reverse=True)


def differences(db: Connection, *, since: datetime, until: datetime) -> dict[int, list[int]]:
    """By product: every difference that its counts found in this time. What floors are updated from (R90)."""
    found: dict[int, list[int]] = {}
    for row in settled(db, since=since, until=until):
        if not row.first:
            found.setdefault(row.product, []).append(row.difference)
    return found

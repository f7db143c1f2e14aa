"""When an accepted order cannot be covered: which products are short, by how many pieces, and who waits for them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from app.core.records import dataclass
from app.core.stock import StockEntry, StockLevel

TOGETHER = timedelta(minutes=15)  # claims of one shop that lie closer than this come from the same failure


class Event(StrEnum):
    """What became of an incident."""

    OPENED = "opened"
    EXTENDED = "extended"
    COVERED = "covered"
    SHORT_AGAIN = "short_again"
    JOINED = "joined"
    SPLIT = "split"
    STOPPED = "stopped"
    RESUMED = "resumed"
    RANKED = "ranked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """Pieces of a product that an order was promised and that are not there."""

    sku: str
    pieces: int


def shorts(entries: Iterable[StockEntry], before: Mapping[str, StockLevel]) -> list[Short]:
    """What these entries of one order promise beyond what is available, summed over the whole order.

    `before` are the levels before the entries. A product without a first number is never short: nobody knows yet.
    """
    entries = list(entries)
    promised: dict[str, int] = {}
    for entry in entries:
        promised[entry.sku] = promised.get(entry.sku, 0) + entry.committed - entry.on_hand
    found = []
    for sku, pieces in promised.items():
        missing = -before[sku].after(entries).available
        if before[sku].started and min(pieces, missing) > 0:
            found.append(Short(sku=sku, pieces=min(pieces, missing)))
    return found


def missing(level: StockLevel) -> int:
    """Pieces that are promised and not there."""
    return max(0, -level.available)


def uncovered(before: StockLevel, after: StockLevel) -> int:
    """Promised pieces that lost their cover although no order came: counted, broken, or taken off elsewhere.

    A product that had no number before was never short, so all that is missing once it has one is newly so.
    """
    if not after.started:
        return 0
    return max(0, missing(after) - (missing(before) if before.started else 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An order that waits for pieces of a product. `claimed`: those of them already known to be short."""

    order: int
    placed_at: datetime
    heard_at: datetime
    pieces: int
    claimed: int = 0


def newest_short(waiting: Sequence[Waiting], pieces: int) -> list[tuple[int, int]]:
    """Whose pieces are missing when cover was lost: the newest claims first. (order, pieces) of each.

    Newest by the channel's time, then by arrival. Less than `pieces` comes back where orders do not wait for so many.
    """
    found = []
    for one in sorted(waiting, key=lambda one: (one.placed_at, one.heard_at, one.order), reverse=True):
        taken = min(pieces, one.pieces - one.claimed)
        if taken > 0:
            found.append((one.order, taken))
            pieces -= taken
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One order's claim in an incident."""

    incident: int
    order: int
    shop: int
    heard_at: datetime


def joins(new: Sequence[Claimed], others: Sequence[Claimed], troubled: Mapping[int, datetime]) -> int | None:
    """The open incident that a new one belongs to: they share an order, or come from the same failure of a shop.

    The same failure: both were heard of from one shop within `TOGETHER`, or since its trouble began (`troubled`, by
    shop). Sharing an order goes first; of several the oldest. None: it stands by itself.
    """
    for same in (_same_order, lambda a, b: _same_failure(a, b, troubled)):
        found = [other.incident for one in new for other in others if same(one, other)]
        if found:
            return min(found)
    return None


def _same_order(one: Claimed, other: Claimed) -> bool:
    return one.order == other.order


def _same_failure(one: Claimed, other: Claimed, troubled: Mapping[int, datetime]) -> bool:
    if one.shop != other.shop:
        return False
    since = troubled.get(one.shop)
    return abs(one.heard_at - other.heard_at) <= TOGETHER or (
        since is not None and min(one.heard_at, other.heard_at) >= since
    )


def days_between(opened: Iterable[datetime], now: datetime) -> list[int]:
    """Whole days from each incident to the next, the oldest first; the last is how long it has been since the newest.

    Those that opened on one day are one: a cluster is no series of short calms.
    """
    days = sorted({at.astimezone(now.tzinfo).date() for at in opened})
    return [(after - before).days for before, after in pairwise([*days, now.date()])] if days else []

"""What to order and when, what a parcel is booked on, how long deliveries really take, and what stock will be.

order = reorder at + demand for the days to cover − available − on order, up to pack and minimum. Days and whole pieces.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import fmean, stdev

from app.core.floors import FEW_RECEIPTS, Delivery, up

COVER_DAYS = 30  # an order is to last so long beyond the reorder point, until the seller says otherwise
FAR_DAYS = 3650  # what sells out later than this never does


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a supplier promises and how it packs. `days` None: nothing is promised. `minimum`: of one product."""

    name: str
    own: bool = False  # the seller's own production: a pack is a batch
    days: float | None = None
    pack: int = 1
    minimum: int = 1


def packed(pieces: float, *, pack: int = 1, minimum: int = 1) -> int:
    """So many pieces at least, as the supplier sells them: not under the minimum, and in whole packs."""
    wanted = max(up(pieces), minimum) if pieces > 0 else 0
    return ceil(wanted / pack) * pack


def to_order(
    *, reorder_at: int, a_day: float, cover_days: float, available: int, on_order: int, pack: int = 1, minimum: int = 1
) -> int:
    """Pieces to order now. None while what is there and what is coming are above the reorder point."""
    if available + on_order > reorder_at:
        return 0
    return packed(reorder_at + a_day * cover_days - available - on_order, pack=pack, minimum=minimum)


def order_by(*, reorder_at: int, a_day: float, available: int, on_order: int, today: date) -> date | None:
    """The day on which what is there and what is coming fall to the reorder point; None where that is never."""
    over = available + on_order - reorder_at
    if over <= 0:
        return today
    days = over / a_day if a_day > 0 else FAR_DAYS
    return None if days >= FAR_DAYS else today + timedelta(days=int(days))


@dataclass(frozen=True, slots=True)
class Waits:
    """A line of an order that is still open: its number, and how many pieces have not come."""

    line: int
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """What of a parcel is booked on a line (None: on no order). `pieces` are all that came, `damaged` some of them."""

    line: int | None
    pieces: int
    damaged: int = 0


def allot(waits: Sequence[Waits], *, good: int, damaged: int) -> list[Booked]:
    """Which lines a product's pieces belong to: one after the other. What is too many goes on the last one."""
    rest, broken = good + damaged, damaged
    found: list[Booked] = []
    for place, one in enumerate(waits):
        last = place == len(waits) - 1
        taken = rest if last else min(rest, one.pieces)
        if taken:
            bad = max(0, broken - (rest - taken))  # good ones first
            found.append(Booked(line=one.line, pieces=taken, damaged=bad))
            rest, broken = rest - taken, broken - bad
    return [*found, Booked(line=None, pieces=rest, damaged=broken)] if rest else found


def too_many(waits: Iterable[Waits], came: int) -> int:
    """How many more came than are expected."""
    return max(0, came - sum(one.pieces for one in waits))


def delivery_times(days: Sequence[float], *, review: float = 0.0) -> Delivery | None:
    """Mean, spread (n − 1) and longest of the orders that came, in days; None where there are fewer than five (R8)."""
    if len(days) < FEW_RECEIPTS:
        return None
    return Delivery(mean=fmean(days), spread=stdev(days), most=max(days), receipts=len(days), review=review)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Pieces that come on a day that somebody has confirmed."""

    on: date
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Stock of the coming days, in the middle: `levels` by day from tomorrow on, and when it falls under the floor."""

    levels: tuple[tuple[date, float], ...]
    crosses: date | None = None


def outlook(
    *, available: int, sells: Sequence[float], arrivals: Iterable[Arrival], floor: int | None, today: date
) -> Outlook:
    """What will be there if so much sells on each day from today on. What nobody confirmed, or is late, does not count.

    A sale needs a piece: nothing sells below zero. Pieces that come are there from the morning on.
    """
    coming: dict[date, int] = {}
    for one in arrivals:
        if one.on >= today:
            coming[one.on] = coming.get(one.on, 0) + one.pieces
    level = float(available + coming.get(today, 0))
    was_under = floor is not None and level < floor
    levels: list[tuple[date, float]] = []
    crosses: date | None = None
    for step, a_day in enumerate(sells, start=1):
        on = today + timedelta(days=step)
        level += coming.get(on, 0)
        level = level - a_day if level >= a_day else min(level, 0.0)
        levels.append((on, level))
        under = floor is not None and level < floor
        if under and not was_under and crosses is None:
            crosses = on
        was_under = under
    return Outlook(levels=tuple(levels), crosses=crosses)

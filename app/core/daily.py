"""What sold a day, from a product's ledger: days without stock and days inside an incident are no days of no demand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from statistics import fmean, stdev

from app.core.floors import Demand
from app.core.intermittent import Running

WINDOWS = (28, 56, 90, 180, 365)  # days back that a seller may choose from


@dataclass(frozen=True, slots=True)
class Row:
    """A ledger row of a product: pieces sold (negative: taken back), and what was available after it."""

    at: datetime
    sold: int
    available: int


@dataclass(frozen=True, slots=True)
class Days:
    """Sales by day of a window that ends yesterday, oldest first; `counted` says which days may be judged by."""

    first: date
    sold: tuple[int, ...]
    counted: tuple[bool, ...]
    unknown: int = 0  # of those that count: from past orders, nobody knows whether it was in stock
    promoted: frozenset[int] = frozenset()  # places on which a promotion was on

    @property
    def of_counted(self) -> list[int]:
        """Sales of the days that count."""
        return [sold for sold, counts in zip(self.sold, self.counted, strict=True) if counts]

    def since_first(self) -> "Days":
        """Without the days before the first that counts: the product was not there yet."""
        skip = self.counted.index(True) if any(self.counted) else len(self.counted)
        return Days(self.first + timedelta(days=skip), self.sold[skip:], self.counted[skip:], self.unknown)

    def with_past(self, past: Iterable[tuple[datetime, int]], until: date | None, zone: tzinfo | None) -> "Days":
        """The same with sales from before the product's ledger began (`until`; None: it has none yet).

        From the first such sale until then each day counts, and is marked: what was in stock is not known.
        """
        sold, places = list(self.sold), []
        for at, pieces in past:
            place = (at.astimezone(zone).date() - self.first).days
            if 0 <= place < len(sold):
                sold[place] += pieces
                places.append(place)
        if not places:
            return self
        marked = range(min(places), len(sold) if until is None else (until - self.first).days)
        counted = tuple(counts or place in marked for place, counts in enumerate(self.counted))
        return replace(self, sold=tuple(sold), counted=counted, unknown=sum(counted) - sum(self.counted))

    def with_promotions(self, ran: Iterable[tuple[date, date]]) -> "Days":
        """The same, with the days marked on which a promotion was on, both ends included."""
        marked = {
            place
            for begin, end in ran
            for place in range(max(0, (begin - self.first).days), min(len(self.sold) - 1, (end - self.first).days) + 1)
        }
        return replace(self, promoted=frozenset(marked)) if marked else self

    def demand(self) -> Demand:
        """What the formulas need."""
        found = self.of_counted
        return Demand(
            mean=fmean(found) if found else 0.0,
            spread=stdev(found) if len(found) > 1 else 0.0,
            most=max(found, default=0),
            days=len(found),
            selling_days=sum(sold > 0 for sold in found),
            left_out=len(self.sold) - len(found),
            unknown=self.unknown,
            promoted=sum(self.counted[place] for place in self.promoted),
            seldom=_seldom(found),
        )


def _seldom(sold: Sequence[int]) -> float:
    running, last = Running(), 0
    for place, pieces in enumerate(sold, start=1):
        if pieces:
            running.sale(pieces, place - last)
            last = place
    return running.rate(len(sold) - last)


def by_day(
    rows: Iterable[Row],
    *,
    today: date,
    window: int,
    zone: tzinfo | None,
    before: int,
    incidents: Sequence[tuple[datetime, datetime | None]] = (),
) -> Days:
    """Sales of the last `window` days in the shop's time zone, without today, which is not over.

    `before` is what was available when the first day began. A day counts where something was available at any moment
    of it, and none of it lay inside an incident. Days from before the first row of a product are none of its days.
    """
    first = today - timedelta(days=window)
    sold, stocked = [0] * window, [False] * window
    available, at = before, 0
    for row in rows:
        place = (row.at.astimezone(zone).date() - first).days
        if place >= window:
            break
        if place >= 0:
            _hold(stocked, at, place, available)
            at = place
            sold[place] += row.sold
            stocked[place] = stocked[place] or available > 0 or row.available > 0
        available = row.available
    _hold(stocked, at, window - 1, available)
    inside = _inside(incidents, first, window, zone)
    counted = [stock and not hit for stock, hit in zip(stocked, inside, strict=True)]
    return Days(first, tuple(max(0, one) for one in sold), tuple(counted))


def _hold(stocked: list[bool], since: int, until: int, available: int) -> None:
    """Nothing changed in between: those days began as the last one ended."""
    for place in range(since + 1, until + 1):
        stocked[place] = stocked[place] or available > 0
    if since == 0 and available > 0:
        stocked[0] = True


def _inside(
    incidents: Sequence[tuple[datetime, datetime | None]], first: date, window: int, zone: tzinfo | None
) -> list[bool]:
    found = [False] * window
    for opened, closed in incidents:
        begin = (opened.astimezone(zone).date() - first).days
        end = (closed.astimezone(zone).date() - first).days if closed else window - 1
        for place in range(max(0, begin), min(window - 1, end) + 1):
            found[place] = True
    return found

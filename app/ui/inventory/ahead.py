"""What comes after today on a product's chart: the forecast that did best, a planned promotion, deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean

from app.core.deliveries import Arrival, Outlook, outlook
from app.core.forecast import Way, forecast, predict, with_uplift
from app.store import deliveries, promotions, sales
from app.store.inventory import ProductRow
from app.store.promotions import Promotion
from app.store.sqlite import Connection
from app.ui.planning.forecast_words import way_words
from app.ui.words import day, decimal, percent, tr, trn

LOOK_AHEAD = 120  # days in which it may fall under its floor
_PAST_DAYS = 730  # last year's season and what came before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Deliveries to come, what sells a day, by which way that was found, and what is left of the stock."""

    coming: Sequence[Arrival]
    sells: Sequence[float]
    way: Way
    promotion: Promotion | None
    seen: Outlook

    @property
    def last(self) -> date | None:
        """When the last delivery comes."""
        return max((one.on for one in self.coming), default=None)


class Forecasts:
    """What a product sells on each coming day. It rests on days that are over, and is reckoned once a day."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._kept: tuple[tuple[int, date], tuple[Way, list[float]]] | None = None

    def ahead(self, row: ProductRow, now: datetime) -> Ahead:
        """Read it for one product."""
        today = now.astimezone().date()
        way, sells = self._sells(row.id, today, now)
        one = promotions.running(self._db) or promotions.coming(self._db, now=now)
        if one is not None:
            begin, end = ((at.astimezone().date() - today).days for at in (one.planned.first_at, one.planned.last_at))
            sells = with_uplift(sells, one.planned.uplift / 100, begin, end)
            one = one if begin < LOOK_AHEAD and end > 0 and any(sells) else None
        coming = deliveries.arrivals(self._db, row.id)
        seen = outlook(available=row.available, sells=sells, arrivals=coming, floor=row.floor, today=today)
        return Ahead(coming=coming, sells=sells, way=way, promotion=one, seen=seen)

    def _sells(self, product: int, today: date, now: datetime) -> tuple[Way, list[float]]:
        if self._kept is None or self._kept[0] != (product, today):
            past = sales.days_of(self._db, product, window=_PAST_DAYS, now=now).since_first()
            way = forecast(past).way
            self._kept = (product, today), (way, predict(way, past, LOOK_AHEAD))
        return self._kept[1]


def ahead_words(ahead: Ahead, now: datetime) -> str:
    """The next delivery, when it falls under its floor, and a promotion that is counted in."""
    today = now.astimezone().date()
    first = min((one for one in ahead.coming if one.on >= today), key=lambda one: one.on, default=None)
    said = []
    if first is not None:
        on = day(first.on, now)
        said.append(
            trn("{n} piece is confirmed for {day}.", "{n} pieces are confirmed for {day}.", first.pieces, day=on)
        )
    crosses, one = ahead.seen.crosses, ahead.promotion
    if crosses is not None:
        rate = decimal(fmean(ahead.sells[: max(1, (crosses - today).days)]))
        on, way = day(crosses, now), way_words(ahead.way)
        said.append(tr("At {rate} a day it falls under its floor on {day}, by {way}.", rate=rate, day=on, way=way))
    if one is not None and (crosses is None or one.planned.first_at.astimezone().date() < crosses):
        more = percent(one.planned.uplift / 100)
        said.append(tr("{name} is counted in with {more} more.", name=one.planned.name, more=more))
    return " ".join(said)


def days_shown(ahead: Ahead, today: date, *, looked_back: int, least: int) -> int:
    """How far the chart looks ahead: past the last delivery, but not further than half as far as it looks back."""
    last = ahead.last or today
    return max(least, min((last - today + timedelta(days=2)).days, looked_back // 2))

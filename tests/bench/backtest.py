"""Floors and orders played on made-up shops: stock-outs and stock held, against two other ways to choose them.

Days are played sale by sale, and an order is placed with the sale that reaches the reorder point. Nobody waits: what is
not there is a lost sale, and such a day is a day without stock to whoever looks back. Other ways: the worst case of the
same numbers, and a seller who knows the future.

"Service" is the share of order cycles (from order to arrival) in which nothing was lost.
"""

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean

from app.core.daily import Days
from app.core.deliveries import to_order
from app.core.floors import Delivery, Method, by_worst, propose
from app.core.forecast import HORIZON, Way, forecast, predict
from tests.bench.backtest_shops import KINDS, Day, Kind
from tests.bench.figure import figure

SEED, PRODUCTS, TEST_DAYS, WINDOW = 11, 50, 720, 90
LEVEL, COVER, RETHINK = 0.95, 30, 7
TAKES, SPREAD, LEAST, MOST = 9.0, 1.5, 5.0, 14.0
DELIVERY = Delivery(mean=TAKES, spread=SPREAD, most=13.0, receipts=12)
FORECASTS, JUDGED_PRODUCTS = 4, 20
FIRST = date(2024, 1, 1)
AIMED = ("smooth", "intermittent")

Rule = Callable[["Play", float], tuple[int, int]]  # the reorder point now, and how much to order at it


@dataclass
class Play:
    """One product, one rule. Moments are days as numbers with a fraction."""

    demand: list[Day]
    known: int
    rng: random.Random
    stock: int = 0
    coming: list[tuple[float, int]] = field(default_factory=list)
    cycles: int = 0
    short: int = 0  # cycles in which something was lost
    lost: int = 0
    held: float = 0.0
    sold: list[int] = field(default_factory=list)
    stocked: list[bool] = field(default_factory=list)
    in_cycle_lost: bool = False
    takes: float = TAKES
    moments: list[float] = field(default_factory=list)  # of all sales, and how many pieces had sold by then
    gone_by: list[int] = field(default_factory=lambda: [0])

    def __post_init__(self) -> None:
        for day in range(len(self.demand)):
            for moment, size in self._sales(day):
                self.moments.append(moment)
                self.gone_by.append(self.gone_by[-1] + size)

    def run(self, rule: Rule) -> None:
        """Play the days after the known ones."""
        self.sold = [sum(day) for day in self.demand[: self.known]]
        self.stocked = [True] * self.known
        self.takes = self._takes()
        for day in range(self.known, self.known + TEST_DAYS):
            if (day - self.known) % RETHINK == 0:
                at, quantity = rule(self, float(day))
                self.stock = self.stock or (at + quantity if day == self.known else 0)
            self._day(day, at, quantity, rule)

    def _day(self, day: int, at: int, quantity: int, rule: Rule) -> None:
        gone, there = 0, self.stock > 0
        for moment, size in self._sales(day):
            self._arrive(moment)
            there = there or self.stock > 0
            taken = min(size, self.stock)
            self.stock, gone = self.stock - taken, gone + taken
            if taken < size:
                self.lost += size - taken
                self.in_cycle_lost = True
            if rule is perfect:
                at, quantity = rule(self, moment)
            if not self.coming and self.stock <= at:
                more = at + quantity - self.stock
                self.coming.append((moment + self.takes, max(1, more)))
                self.in_cycle_lost, self.takes = taken < size, self._takes()
        self._arrive(float(day + 1))
        self.held += self.stock
        self.sold.append(gone)
        self.stocked.append(there)

    def _sales(self, day: int) -> Iterator[tuple[float, int]]:
        sizes = self.demand[day]
        yield from ((day + (place + 1) / (len(sizes) + 1), size) for place, size in enumerate(sizes))

    def _arrive(self, moment: float) -> None:
        for when, pieces in [one for one in self.coming if one[0] <= moment]:
            self.stock += pieces
            self.cycles += 1
            self.short += self.in_cycle_lost
            self.coming.remove((when, pieces))

    def _takes(self) -> float:
        return min(max(self.rng.gauss(TAKES, SPREAD), LEAST), MOST)

    def past(self, window: int = WINDOW) -> Days:
        """What a seller sees looking back."""
        sold, stocked = self.sold[-window:], self.stocked[-window:]
        return Days(FIRST, tuple(sold), tuple(stocked))


def plimsoll(play: Play, _moment: float) -> tuple[int, int]:
    """The proposed floor."""
    demand = play.past().demand()
    choice = propose(demand, DELIVERY, LEVEL, typed_delivery=True)
    floor = choice.worst if choice.proposed is Method.WORST else choice.first
    return floor.reorder_at, _quantity(floor.reorder_at, demand.mean)


def worst(play: Play, _moment: float) -> tuple[int, int]:
    """Most × most − average × average, always."""
    demand = play.past().demand()
    floor = by_worst(demand, DELIVERY)
    return floor.reorder_at, _quantity(floor.reorder_at, demand.mean)


def perfect(play: Play, moment: float) -> tuple[int, int]:
    """Who knows the future orders as late as can be: when the sale after this one would be too late."""
    place = bisect_right(play.moments, moment)
    following = play.moments[place] if place < len(play.moments) else moment
    at = _ahead(play, moment, following - moment + play.takes) - 1
    return at, max(1, _ahead(play, moment, play.takes + COVER) - at)


def _quantity(reorder_at: int, a_day: float) -> int:
    """Beyond the reorder point: what `core.deliveries` says of a product that stands on it."""
    return to_order(reorder_at=reorder_at, a_day=a_day, cover_days=COVER, available=reorder_at, on_order=0) or 1


def _ahead(play: Play, moment: float, days: float) -> int:
    first, last = bisect_right(play.moments, moment), bisect_right(play.moments, moment + days)
    return play.gone_by[last] - play.gone_by[first]


# ------------------------------------------------------------------------------------------------ the figures


def run() -> None:
    """By kind of shop: service, lost sales and stock held of three ways; and how good the forecasts were."""
    for kind in KINDS:
        rng = random.Random(f"{SEED}/{kind.name}")
        products = [kind.make(rng, kind.known + TEST_DAYS + 60) for _ in range(PRODUCTS)]
        for rule in (plimsoll, worst, perfect):
            _tell(kind, rule, [_played(kind, demand, place, rule) for place, demand in enumerate(products)])
        _tell_forecast(kind, products)


def _played(kind: Kind, demand: list[Day], place: int, rule: Rule) -> Play:
    play = Play(demand, kind.known, random.Random(f"{SEED}/{kind.name}/{place}"))
    play.run(rule)
    return play


def _tell(kind: Kind, rule: Rule, plays: Sequence[Play]) -> None:
    name = f"backtest-{kind.name}-{rule.__name__}"
    cycles = sum(play.cycles for play in plays)
    service = 1 - sum(play.short for play in plays) / max(1, cycles)
    wanted = sum(sum(map(sum, play.demand[kind.known : kind.known + TEST_DAYS])) for play in plays)
    figure(f"{name}-service", service, "share of cycles")
    if rule is plimsoll and kind.name in AIMED:
        figure(f"{name}-service-off", abs(service - LEVEL), "share", at_most=0.03)
    figure(f"{name}-lost", sum(play.lost for play in plays) / wanted, "share of pieces")
    held = fmean(play.held / TEST_DAYS for play in plays)
    figure(f"{name}-held", held / (wanted / len(plays) / TEST_DAYS), "days of sales")


def _tell_forecast(kind: Kind, products: Sequence[list[Day]]) -> None:
    """The chosen way against the naive one, on days that neither had seen."""
    chosen = naive = 0.0
    ways: Counter[str] = Counter()
    for demand in products[:JUDGED_PRODUCTS]:
        sold = [sum(day) for day in demand]
        for step in range(FORECASTS):
            known = max(kind.known, 60) + step * TEST_DAYS // (FORECASTS + 1)
            past = Days(FIRST, tuple(sold[:known]), (True,) * known)
            came, found = sum(sold[known : known + HORIZON]), forecast(past)
            ways[found.way.value] += 1
            chosen += abs(sum(found.days) - came)
            naive += abs(sum(predict(Way.NAIVE, past, HORIZON)) - came)
    figure(f"backtest-{kind.name}-forecast-over-naive", chosen / naive, "ratio", at_most=1.02)
    for way, count in ways.items():
        figure(f"backtest-{kind.name}-forecast-{way}", count / ways.total(), "share of forecasts")

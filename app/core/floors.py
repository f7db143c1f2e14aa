"""How low stock may fall before more must come: floors and reorder points, with the numbers they are made of.

Days throughout: a spread of daily sales with a delivery time in weeks is wrong by the root of seven. Formulas F1 to F7:
../shared/product/demand-science.md, after King, "Crack the Code" (2011) and Silver, Pyke and Peterson.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, exp, pi, sqrt
from statistics import NormalDist

from app.core.chance import chance_more

LEVELS = (0.95, 0.98, 0.99)
# What textbooks print for these chances. An option, off: the exact values are used.
TEXTBOOK_Z = {0.95: 1.65, 0.98: 2.05, 0.99: 2.33}
THIN_DAYS, FEW_DAYS, FEW_RECEIPTS = 60, 30, 5
SELDOM = 1.32  # days for each day with a sale, from which on sales are too seldom for a normal spread
_NORMAL = NormalDist()
_HARDLY = 1e-6  # pieces until a delivery: whether these come in bursts is all the same
_ALMOST = 1e-9  # 15.000000000000002 is fifteen


def z_of(level: float, *, textbook: bool = False) -> float:
    """The standard normal quantile of a service level: the chance of not running out in one cycle."""
    return TEXTBOOK_Z.get(level, _NORMAL.inv_cdf(level)) if textbook else _NORMAL.inv_cdf(level)


def up(pieces: float) -> int:
    """Whole pieces, rounded up."""
    return ceil(pieces - _ALMOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What sold on days in stock. `spread` is the sample standard deviation of daily sales (n - 1)."""

    mean: float
    spread: float = 0.0
    most: int = 0
    days: int = 0  # in stock, and outside incidents
    selling_days: int = 0
    left_out: int = 0  # without stock, or inside an incident
    unknown: int = 0  # of the days: from past orders, when nobody kept the stock
    promoted: int = 0  # of the days: a promotion was on
    seldom: float | None = None  # the rate of what sells now and then (core.intermittent), where that is known

    @property
    def adi(self) -> float | None:
        """Average demand interval: days for each day with a sale (F11); None where nothing sold."""
        return self.days / self.selling_days if self.selling_days else None

    @property
    def slow(self) -> bool:
        """Are most days without a sale?"""
        return self.adi is None or self.adi > SELDOM

    @property
    def seldom_mean(self) -> float:
        """Pieces a day of a slow product: a plain mean takes too long to see that it sells less."""
        return self.mean if self.seldom is None else self.seldom


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How long a delivery takes. `spread` is known from five receipts on; `review`: days between two order days."""

    mean: float
    spread: float = 0.0
    most: float = 0.0
    receipts: int = 0
    review: float = 0.0

    @property
    def cover(self) -> float:
        """Days that stock has to last: delivery and review period (F3)."""
        return self.mean + self.review


class Method(StrEnum):
    """How a floor was found."""

    SPREAD = "spread"  # F1, and F2 where the delivery time's spread is known
    WORST = "worst"  # F4, crude
    SLOW = "slow"  # F6


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A floor with its reorder point, and what went into them. `exact` is the floor before rounding up."""

    method: Method
    exact: float
    floor: int
    reorder_at: int
    sigma: float = 0.0
    z: float = 0.0
    chance: float | None = None  # of slow products: that the reorder point is enough
    thin: bool = False
    rough: bool = False


def sigma_of(demand: Demand, delivery: Delivery, *, dependent: bool = False) -> float:
    """The standard deviation of what sells until the delivery (F1, F2); `dependent` adds the two terms (F2b)."""
    sales = sqrt(delivery.cover) * demand.spread
    late = demand.mean * delivery.spread if delivery.spread else 0.0
    return sales + late if dependent else sqrt(sales * sales + late * late)


def reorder_at(floor: int, demand: Demand, delivery: Delivery) -> int:
    """Floor and what sells until the delivery (F5), rounded up."""
    return up(floor + demand.mean * delivery.cover)


def by_spread(demand: Demand, delivery: Delivery, level: float, *, textbook: bool = False) -> Floor:
    """From how much sales vary (F1), and the delivery time too where its spread is known (F2)."""
    sigma, z = sigma_of(demand, delivery), z_of(level, textbook=textbook)
    exact = z * sigma
    floor = up(exact)
    thin = demand.days < THIN_DAYS
    return Floor(
        method=Method.SPREAD,
        exact=exact,
        floor=floor,
        reorder_at=reorder_at(floor, demand, delivery),
        sigma=sigma,
        z=z,
        thin=thin,
    )


def by_worst(demand: Demand, delivery: Delivery) -> Floor:
    """Most sold a day for the longest delivery, less what sells on average (F4). Crude: one outlier moves it."""
    exact = max(0.0, demand.most * (delivery.most or delivery.mean) - demand.mean * delivery.mean)
    floor = up(exact)
    return Floor(
        method=Method.WORST, exact=exact, floor=floor, reorder_at=reorder_at(floor, demand, delivery), rough=True
    )


def by_quantile(mean: float, level: float, *, variance: float | None = None) -> Floor:
    """Of slow products (F6): the fewest pieces that are enough with this chance; `mean` over delivery and review.

    Poisson, and the negative binomial where sales come in bursts. The reorder point comes first: what sells until the
    delivery is in it, and is not added again.
    """
    bursts = variance is not None and variance > mean > _HARDLY
    size = mean * mean / (variance - mean) if variance is not None and bursts else None
    at = 0
    while chance_more(at, mean, size) > 1.0 - level:
        at += 1
    exact = max(0.0, at - mean)
    return Floor(
        method=Method.SLOW, exact=exact, floor=up(exact), reorder_at=at, chance=1.0 - chance_more(at, mean, size)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Both ways side by side, and the one that is proposed: the seller picks."""

    first: Floor
    worst: Floor
    proposed: Method


def propose(
    demand: Demand, delivery: Delivery, level: float, *, typed_delivery: bool, variance: float | None = None,
    textbook: bool = False,
) -> Choice:  # fmt: skip
    """Both floors. The worst case is proposed only under thirty days in stock, or without any known delivery time.

    `variance`: of what sells until the delivery, else reckoned from the spreads; slow products that sell in bursts, or
    come late, need more than Poisson says.
    """
    cover_mean = demand.seldom_mean * delivery.cover
    slow = demand.slow and demand.days >= FEW_DAYS
    first = (
        by_quantile(cover_mean, level, variance=sigma_of(demand, delivery) ** 2 if variance is None else variance)
        if slow
        else by_spread(demand, delivery, level, textbook=textbook)
    )
    unknown = demand.days < FEW_DAYS or (delivery.receipts < FEW_RECEIPTS and not typed_delivery)
    return Choice(first=first, worst=by_worst(demand, delivery), proposed=Method.WORST if unknown else first.method)


def loss(z: float) -> float:
    """The standard normal loss (F7): how many standard deviations are short on average beyond z of them."""
    density = exp(-z * z / 2) / sqrt(2 * pi)
    return density - z * (1.0 - _NORMAL.cdf(z))


def short_a_cycle(floor: Floor) -> float:
    """Pieces short until a delivery, on average: not the share of orders filled."""
    return floor.sigma * loss(floor.z)


def fill_rate(floor: Floor, order_quantity: float) -> float:
    """The share of pieces sold from stock, where so many are ordered at a time."""
    return 1.0 - short_a_cycle(floor) / order_quantity

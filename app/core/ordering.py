"""How much to order, as textbooks compute it: economic quantities, and the newsvendor's one-time order.

After Snyder and Shen, "Fundamentals of Supply Chain Theory": newsvendor (section 4.3), EOQ (3.2), (r, Q) policies (5).
Costs a piece and year unless said otherwise; demand a year; delivery time in years.
"""

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from statistics import NormalDist

from app.core.floors import loss

_NORMAL = NormalDist()
_ROUNDS, _STILL = 1000, 1e-10


@dataclass(frozen=True, slots=True)
class Order:
    """A quantity, what it costs, and for a policy the reorder point."""

    quantity: float
    cost: float
    reorder_at: float = 0.0


def newsvendor(holding: float, shortage: float, mean: float, spread: float) -> Order:
    """One order for one season of normal demand: the quantile shortage/(shortage + holding)."""
    z = _NORMAL.inv_cdf(shortage / (shortage + holding))
    density = exp(-z * z / 2) / sqrt(2 * 3.141592653589793)
    return Order(mean + z * spread, (shortage + holding) * density * spread)


def newsvendor_poisson(holding: float, shortage: float, mean: float) -> Order:
    """The same for Poisson demand: the fewest pieces whose chance to be enough is that quantile."""
    wanted, below, quantity = shortage / (shortage + holding), 0.0, -1
    while below < wanted:
        quantity += 1
        below += _poisson(quantity, mean)
    return Order(quantity, _newsvendor_cost(quantity, holding, shortage, mean))


def _newsvendor_cost(quantity: int, holding: float, shortage: float, mean: float) -> float:
    left = sum((quantity - sold) * _poisson(sold, mean) for sold in range(quantity))
    return holding * left + shortage * (mean - quantity + left)


def _poisson(sold: int, mean: float) -> float:
    return exp(sold * log(mean) - mean - lgamma(sold + 1)) if mean > 0 else float(sold == 0)


def economic_order(fixed: float, holding: float, demand: float) -> Order:
    """EOQ: √(2KD/h), and what ordering and holding cost a year."""
    quantity = sqrt(2 * fixed * demand / holding)
    return Order(quantity, sqrt(2 * fixed * demand * holding))


def reorder_policy(
    *, holding: float, shortage: float, fixed: float, demand: float, spread: float, delivery: float
) -> Order:
    """(r, Q) for normal demand, by the approximation of the expected inventory level: iterated until it stands still.

    `spread` is the standard deviation of a year's demand, `delivery` a share of a year.
    """
    mean, sigma = demand * delivery, spread * sqrt(delivery)
    quantity, at, short = sqrt(2 * fixed * demand / holding), 0.0, 0.0
    for _ in range(_ROUNDS):
        before = quantity
        at = mean + sigma * _NORMAL.inv_cdf(1 - quantity * holding / (shortage * demand))
        short = sigma * loss((at - mean) / sigma)
        quantity = sqrt(2 * demand * (fixed + shortage * short) / holding)
        if abs(quantity - before) < _STILL:
            break
    cost = holding * (at - mean + quantity / 2) + fixed * demand / quantity + shortage * demand * short / quantity
    return Order(quantity, cost, at)


def reorder_policy_poisson(*, holding: float, shortage: float, fixed: float, demand: float, delivery: float) -> Order:
    """(r, Q) for Poisson demand, exact: pieces are added to the side that costs less, as long as that pays.

    Federgruen and Zheng (1992). `holding` and `shortage` a piece and time, `demand` a time, `delivery` in that time.
    """
    mean = demand * delivery
    lowest = min(range(int(mean * 4) + 40), key=lambda level: _newsvendor_cost(level, holding, shortage, mean))
    total = fixed * demand + _newsvendor_cost(lowest, holding, shortage, mean)
    low = high = lowest
    quantity, best = 1, total
    while True:
        below = _newsvendor_cost(low - 1, holding, shortage, mean) if low > 0 else shortage * (mean - low + 1)
        above = _newsvendor_cost(high + 1, holding, shortage, mean)
        least = min(below, above)
        if least >= best:
            return Order(quantity, best, low - 1)
        low, high = (low - 1, high) if below <= above else (low, high + 1)
        total, quantity = total + least, quantity + 1
        best = total / quantity

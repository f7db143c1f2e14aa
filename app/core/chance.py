"""Chances and averages of sales that we have not heard of yet: how much may be sold twice, and what prevents it.

Sales in a window are Poisson with mean `mean`, or, where they come in bursts, negative binomial with that mean and
`size` r: variance = mean + mean²/r. `size` None is Poisson, its limit for large r. A gamma-distributed rate gives the
same size in every window during which it holds, so r from hourly counts serves for seconds as well. Rates are pieces a
second, windows seconds. Formulas: ../shared/oversell-theory.md, C.5.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import heapify, heapreplace
from math import exp, expm1, fsum, inf, lgamma, log, log1p

from app.core.records import dataclass

RECENT_S = 600  # sales learned in so many seconds say how fast a product sells just now
_NEGLIGIBLE = 1e-15  # a term this small beside its sum changes nothing
_FLOAT_MAX = 10_000


def chance_at_least(least: int, mean: float, size: float | None = None) -> float:
    """P(X >= least)."""
    if least <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    # The shorter side is summed. Far out the upper one also keeps its digits, which 1 - P(X < least) would lose.
    if least > mean and (size is None or least > 64):
        return min(1.0, _upper_sum(least, mean, size))
    return max(0.0, 1.0 - _lower_sum(least, mean, size))


def chance_more(than: int, mean: float, size: float | None = None) -> float:
    """P(X > than): the chance that so many held back are not enough."""
    return chance_at_least(than + 1, mean, size)


def expected_excess(held: int, mean: float, size: float | None = None) -> float:
    """E[(X - held)+]: pieces sold beyond what was held back, on average.

    From k·pmf(k; m, r) = m·pmf(k - 1; m(r + 1)/r, r + 1), for Poisson m·pmf(k - 1; m).
    """
    if mean <= 0:
        return 0.0
    shifted = (mean, None) if size is None else (mean * (size + 1) / size, size + 1)
    return max(0.0, mean * chance_at_least(held, *shifted) - held * chance_more(held, mean, size))


def smallest_held(mean: float, limit: float, size: float | None = None) -> int:
    """The smallest number held back for which P(X > held) <= limit."""
    most = 1
    while chance_more(most, mean, size) > limit:
        most *= 2
    return bisect_left(range(most), -limit, key=lambda held: -chance_more(held, mean, size))


def _log_term(k: int, mean: float, size: float | None) -> float:
    if size is None:
        return k * log(mean) - mean - lgamma(k + 1)
    return (
        lgamma(k + size) - lgamma(size) - lgamma(k + 1) - size * log1p(mean / size) + k * (log(mean) - log(mean + size))
    )


def _upper_sum(k: int, mean: float, size: float | None) -> float:
    """The terms from k upward, which fall from there on."""
    term = total = exp(_log_term(k, mean, size))
    spread = 0.0 if size is None else mean / (mean + size)
    while term > _NEGLIGIBLE * total:
        term *= mean / (k + 1) if size is None else spread * (k + size) / (k + 1)
        total += term
        k += 1
    return total


def _lower_sum(k: int, mean: float, size: float | None) -> float:
    """The terms from k - 1 downward. They fall from there on for Poisson; few are asked for otherwise."""
    k -= 1
    term = total = exp(_log_term(k, mean, size))
    spread = 1.0 if size is None else mean / (mean + size)
    while k > 0 and (size is not None or term > _NEGLIGIBLE * total):
        term *= k / mean if size is None else k / (spread * (k - 1 + size))
        total += term
        k -= 1
    return total


# Rates


def variety(shares: Iterable[float]) -> float:
    """G = 1 - Σp²: the chance that the next two buyers come to different places. Shares need not add up to 1."""
    shares = tuple(shares)
    whole = sum(shares)
    return 1.0 - sum(share * share for share in shares) / (whole * whole) if whole > 0 else 0.0


def unheard(rate: float, window_s: float, shares: Iterable[float]) -> float:
    """m = rate·W·G: pieces oversold in one stock-out, on average, when everything is shown everywhere."""
    return rate * window_s * variety(shares)


def rate_now(recent: int, long_run: float) -> float:
    """Pieces a second just now: (n + 0.5)/(600 + 0.5/λ₀), n learned in the last 600 s, λ₀ the long-run rate.

    Without a long-run rate there is nothing to lean on but the last ten minutes.
    """
    return (recent + 0.5) / (RECENT_S + (0.5 / long_run if long_run > 0 else 0.0))


def burst_size(hourly: Sequence[int]) -> float | None:
    """r = mean²/(variance - mean) from counts per hour; None where they spread no more than Poisson's do."""
    if len(hourly) < 2:
        return None
    mean = sum(hourly) / len(hourly)
    variance = sum((count - mean) ** 2 for count in hourly) / (len(hourly) - 1)
    return mean * mean / (variance - mean) if variance > mean > 0 else None


# Floats


def blocking(held: int, load: float) -> float:
    """Erlang-B: the share of buyers who find nothing at a place with `held` rights that are topped up one for one.

    `load` is the rate there times the seconds until a sold right is replaced.
    """
    blocked = 1.0
    for rights in range(1, held + 1):
        blocked = load * blocked / (rights + load * blocked)
    return blocked


def smallest_float(load: float, limit: float) -> int:
    """The fewest rights with which a share of at most `limit` of the buyers finds nothing."""
    blocked, rights = 1.0, 0
    while blocked > limit and rights < _FLOAT_MAX:
        rights += 1
        blocked = load * blocked / (rights + load * blocked)
    return rights


# A week's budget of risk


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """A product that may sell out this week.

    `sells_out` is the chance that it does, `mean` and `size` the unheard sales in its window, `margin` what hiding one
    piece costs (any unit, the same for all).
    """

    sells_out: float
    mean: float
    size: float | None = None
    margin: float = 1.0


def per_stock_out(limit: float, stock_outs: int) -> float:
    """The chance that each of so many stock-outs may take, so that together they stay within the limit."""
    return -expm1(log1p(-limit) / stock_outs)


def spread_budget(stakes: Sequence[Stake], limit: float) -> list[int]:
    """Pieces to hold back for each, so that Σ sells_out·P(X > held) <= limit.

    Raised step by step where (risk removed)/(margin hidden) is largest. A step may be of several pieces: while most of
    the unheard sales are still to be covered the first piece alone removes little, and the next ones more.
    """
    held = [0] * len(stakes)
    risks = [stake.sells_out * chance_more(0, stake.mean, stake.size) for stake in stakes]
    steps = [(*_best_step(stake, 0), at) for at, stake in enumerate(stakes)]
    heapify(steps)
    spent, at = fsum(risks), 0
    while spent > limit:
        gain, pieces, at = steps[0]
        assert gain < 0, "some risk can still be removed"
        stake = stakes[at]
        held[at] += pieces
        risk = stake.sells_out * chance_more(held[at], stake.mean, stake.size)
        spent, risks[at] = spent - risks[at] + risk, risk
        heapreplace(steps, (*_best_step(stake, held[at]), at))
    while held and held[at] > 0:  # the last step may have been longer than was needed
        risk = stakes[at].sells_out * chance_more(held[at] - 1, stakes[at].mean, stakes[at].size)
        if spent - risks[at] + risk > limit:
            break
        held[at] -= 1
    return held


def _best_step(stake: Stake, held: int) -> tuple[float, int]:
    """The largest (risk removed)/(margin hidden) that a step from here reaches, negated, and its pieces."""
    risk = chance_more(held, stake.mean, stake.size)
    best, pieces = -inf, 0
    for more in range(1, _FLOAT_MAX):
        removed = (risk - chance_more(held + more, stake.mean, stake.size)) / more
        if removed <= best:
            break
        best, pieces = removed, more
    return -stake.sells_out * best / stake.margin, pieces

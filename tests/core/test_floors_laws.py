"""What must hold of floors whatever the numbers are: surer, more spread or slower deliveries never need less."""

import random
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.floors import Delivery, Demand, by_quantile, by_spread
from app.core.intermittent import croston

MEANS = st.floats(0.01, 40)
SPREADS = st.floats(0, 30)
DAYS = st.floats(0, 60)
LEVELS = st.floats(0.5, 0.999)
few = settings(max_examples=60, deadline=None)


def two(strategy):
    return st.tuples(strategy, strategy).map(sorted)


def spread(mean=3.0, sales=2.0, days=9.0, late=0.0, review=0.0, level=0.95):
    demand = Demand(mean=mean, spread=sales, days=90, selling_days=90)
    return by_spread(demand, Delivery(mean=days, spread=late, review=review), level)


@few
@given(levels=two(LEVELS), mean=MEANS, sales=SPREADS, days=DAYS, late=SPREADS, review=DAYS)
def test_to_be_surer_never_takes_a_lower_floor(levels, mean, sales, days, late, review):
    low, high = (spread(mean, sales, days, late, review, level) for level in levels)
    assert (low.floor, low.reorder_at) <= (high.floor, high.reorder_at)
    below, above = (by_quantile(min(mean * days / 9, 60), level, variance=mean + sales) for level in levels)
    assert (below.floor, below.reorder_at) <= (above.floor, above.reorder_at)


@few
@given(mean=MEANS, sales=two(SPREADS), days=two(DAYS), late=two(SPREADS), review=two(DAYS))
def test_more_spread_and_slower_deliveries_never_take_a_lower_floor(mean, sales, days, late, review):
    for changed in ({"sales": sales}, {"days": days}, {"late": late}, {"review": review}):
        ((name, values),) = changed.items()
        small, large = (spread(mean, **{name: value}) for value in values)
        assert small.floor <= large.floor
        assert small.reorder_at <= large.reorder_at


@few
@given(rate=st.floats(0.01, 2), days=two(DAYS), level=LEVELS)
def test_of_slow_products_a_slower_delivery_never_takes_a_lower_reorder_point(rate, days, level):
    small, large = (by_quantile(rate * one, level) for one in days)
    assert small.reorder_at <= large.reorder_at


@few
@given(sales=st.lists(st.integers(0, 5), min_size=1, max_size=40), alpha=st.floats(0.01, 0.9))
def test_the_corrected_rate_is_below_crostons(sales, alpha):
    found = croston(sales, alpha)
    assert found is None or found.corrected(alpha) < found.rate


@pytest.mark.parametrize(("mean", "variance"), [(0.5, None), (2.8, None), (7.0, None), (2.8, 5.6), (1.4, 4.2)])
@pytest.mark.parametrize("level", [0.95, 0.99])
def test_quantile_floors_reach_their_level_when_played(mean, variance, level):
    rng = random.Random(f"{mean}/{variance}/{level}")
    at, runs = by_quantile(mean, level, variance=variance).reorder_at, 4000
    size = mean * mean / (variance - mean) if variance else None
    enough = sum(_sold(rng, mean, size) <= at for _ in range(runs)) / runs
    assert enough >= level - 3 * (level * (1 - level) / runs) ** 0.5


def _sold(rng, mean, size):
    """Poisson, or Poisson with a rate of its own each time."""
    rate = mean if size is None else rng.gammavariate(size, mean / size)
    limit, product, count = exp(-rate), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count

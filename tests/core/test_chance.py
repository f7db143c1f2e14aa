"""Chances against the worked examples and tables of ../shared/oversell-theory.md, and against plain sums."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.chance import (
    Stake,
    blocking,
    burst_size,
    chance_at_least,
    chance_more,
    expected_excess,
    per_stock_out,
    rate_now,
    smallest_float,
    smallest_held,
    spread_budget,
    unheard,
    variety,
)

HOUR, DAY = 3600, 86400
SHARES = (0.5, 0.3, 0.2)

means = st.floats(0.001, 40)
sizes = st.none() | st.floats(0.2, 50)


# The worked examples


@pytest.mark.parametrize(
    ("an_hour", "window_s", "mean", "chance"),
    [
        (12, 455, 0.94033, 0.6095),
        (12, 35, 0.07233, 0.0698),
        (12, 3.5, 0.00723, 0.0072),
        (120, 455, 9.4033, None),
        (120, 35, 0.7233, None),
        (120, 3.5, 0.0723, None),
    ],
)
def test_example_1_formula(an_hour, window_s, mean, chance):
    assert variety(SHARES) == pytest.approx(0.62)
    found = unheard(an_hour / HOUR, window_s, SHARES)
    assert found == pytest.approx(mean, rel=1e-3)
    if chance:
        assert chance_more(0, found) == pytest.approx(chance, abs=6e-5)


@pytest.mark.parametrize(
    ("rate", "held"),
    [
        (12 / HOUR, {8: [1, 1, 2], 65: [2, 3, 3], 905: [8, 10, 11]}),
        (120 / HOUR, {8: [2, 3, 4], 65: [6, 8, 9], 905: [44, 48, 53]}),
        (480 / HOUR, {8: [4, 5, 7], 65: [16, 19, 22], 905: [147, 156, 164]}),
        (3 / DAY, {8: [0, 0, 1], 65: [0, 1, 1], 905: [1, 1, 2]}),
    ],
)
def test_example_2_smallest_held(rate, held):
    assert {w: [smallest_held(rate * w, limit) for limit in (1e-2, 1e-3, 1e-4)] for w in held} == held


@pytest.mark.parametrize(
    ("window_s", "held", "week"), [(8, 1, 0.0070), (8, 0, 0.41335), (65, 3, 0.0015), (905, 10, 0.0061)]
)
def test_example_3_weekly_budget(window_s, held, week):
    limit = per_stock_out(0.01, 20)
    assert limit == pytest.approx(5.02e-4, abs=5e-7)
    mean = 12 / HOUR * window_s
    one = chance_more(held, mean)
    assert 1 - (1 - one) ** 20 == pytest.approx(week, abs=7e-5)
    if held:
        assert smallest_held(mean, limit) == held


def test_example_4_erlang_b():
    assert [blocking(rights, 1 / 15) for rights in (0, 1, 2, 3)] == pytest.approx(
        [1, 0.0625, 0.0020790, 4.6198e-5], rel=1e-4
    )


def test_example_5_bursts():
    assert [chance_more(2, 0.62, size) for size in (None, 1, 0.5)] == pytest.approx([0.0251, 0.0561, 0.0701], abs=5e-5)
    assert [smallest_held(0.62, 1e-3, size) for size in (None, 2, 1, 0.5, 0.25)] == [4, 5, 7, 9, 13]


@pytest.mark.parametrize(
    ("an_hour", "floats"),
    [
        (1, [(1, 2), (2, 2), (3, 4)]),
        (12, [(2, 2), (3, 4), (8, 10)]),
        (60, [(2, 3), (5, 6), (24, 28)]),
        (480, [(4, 5), (16, 19), (139, 151)]),
    ],
)
def test_the_table_of_floats(an_hour, floats):
    loads = [an_hour / HOUR * window_s for window_s in (4, 65, 905)]
    assert [(smallest_float(load, 0.01), smallest_float(load, 0.001)) for load in loads] == floats


@pytest.mark.parametrize(
    ("window_s", "shares", "excess", "chance"),
    [
        (0.3, SHARES, [(0, 0.186), (2, 0.001)], 0.170),
        (1, SHARES, [(0, 0.620), (2, 0.029)], 0.462),
        (3, SHARES, [(0, 1.860), (2, 0.461)], 0.844),
        (10, SHARES, [(0, 6.200), (2, 4.217)], 0.998),
        (3, (0.9, 0.05, 0.05), [(0, 0.555), (2, 0.022)], 0.426),
        (1, (0.5, 0.5), [(0, 0.500), (2, 0.016)], 0.394),
    ],
)
def test_the_table_that_was_checked_by_simulation(window_s, shares, excess, chance):
    mean = unheard(1.0, window_s, shares)
    assert [(held, round(expected_excess(held, mean), 3)) for held, _ in excess] == excess
    assert chance_more(0, mean) == pytest.approx(chance, abs=6e-4)


# Against plain sums


def pmf(k, mean, size):
    if size is None:
        return math.exp(k * math.log(mean) - mean - math.lgamma(k + 1))
    log = math.lgamma(k + size) - math.lgamma(size) - math.lgamma(k + 1)
    return math.exp(log + size * math.log(size / (size + mean)) + k * math.log(mean / (size + mean)))


@given(means, sizes, st.integers(0, 90))
def test_the_tail_is_one_less_the_sum_below_it(mean, size, least):
    below = math.fsum(pmf(k, mean, size) for k in range(least))
    assert chance_at_least(least, mean, size) == pytest.approx(1 - below, abs=1e-9)


@given(means, sizes, st.integers(0, 60))
def test_the_excess_is_the_mean_less_what_is_covered(mean, size, held):
    # E[(X-b)+] = m - b + E[(b-X)+], and the last term is a finite sum.
    short = math.fsum((held - k) * pmf(k, mean, size) for k in range(held))
    assert expected_excess(held, mean, size) == pytest.approx(mean - held + short, abs=1e-7)


def test_far_out_the_chance_keeps_its_digits():
    assert chance_at_least(12, 0.01) == pytest.approx(0.01**12 / math.factorial(12) * math.exp(-0.01), rel=1e-3)
    assert chance_at_least(5000, 0.01) == 0.0
    assert chance_at_least(1000, 1200) == pytest.approx(1, abs=1e-6)
    assert 0.49 < chance_at_least(100_000, 100_000) < 0.51


@given(means, sizes, st.floats(1e-6, 0.3))
def test_the_smallest_held_is_the_smallest(mean, size, limit):
    held = smallest_held(mean, limit, size)
    assert chance_more(held, mean, size) <= limit
    assert held == 0 or chance_more(held - 1, mean, size) > limit


@given(means, st.integers(0, 40))
def test_many_small_bursts_are_poisson(mean, held):
    assert chance_more(held, mean, 1e7) == pytest.approx(chance_more(held, mean), abs=1e-4)


def test_nothing_sells_where_nothing_sells():
    assert chance_more(0, 0.0) == 0.0
    assert expected_excess(0, 0.0) == 0.0
    assert smallest_held(0.0, 1e-4) == 0
    assert chance_at_least(0, 0.0) == 1.0
    assert variety([]) == 0.0
    assert smallest_float(0.0, 0.01) == 1, "a place without a piece turns everyone away"


# Rates, bursts, budgets


def test_the_rate_leans_on_the_long_run_until_enough_is_seen():
    assert rate_now(0, 12 / HOUR) == pytest.approx(0.5 / 750)
    assert rate_now(20, 120 / HOUR) == pytest.approx(120 / HOUR), "what was expected was seen"
    assert rate_now(60, 3 / DAY) == pytest.approx(60.5 / (600 + 14400)), "a burst against a slow past"
    assert rate_now(60, 0.0) == pytest.approx(60.5 / 600), "no past"


def test_the_size_of_bursts():
    assert burst_size([0, 0, 0, 12]) == pytest.approx(9 / (36 - 3))
    assert burst_size([3, 3, 3, 3]) is None
    assert burst_size([0, 0, 0]) is None
    assert burst_size([7]) is None


def test_the_budget_goes_where_it_hides_least():
    cheap, dear = (Stake(sells_out=1, mean=0.3, margin=margin) for margin in (1, 100))
    week = [1e-2, 1e-3]
    for limit in week:
        held = spread_budget([cheap, dear, cheap], limit)
        spent = sum(chance_more(pieces, 0.3) for pieces in held)
        assert spent <= limit
        assert held[0] >= held[1] <= held[2]
    rare = spread_budget([Stake(sells_out=1e-6, mean=5), Stake(sells_out=1, mean=5)], 1e-3)
    assert rare[0] == 0 < rare[1], "what hardly ever sells out needs nothing held back"


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(0.01, 1), st.floats(0.001, 8), sizes), min_size=1, max_size=4), st.floats(1e-5, 0.5)
)
def test_a_budget_is_kept_and_not_by_much_more_than_needed(stakes, limit):
    stakes = [Stake(sells_out=chance, mean=mean, size=size) for chance, mean, size in stakes]

    def risk(held):
        return sum(s.sells_out * chance_more(b, s.mean, s.size) for s, b in zip(stakes, held, strict=True))

    held = spread_budget(stakes, limit)
    assert risk(held) <= limit * (1 + 1e-9)
    alone = [smallest_held(s.mean, limit / len(stakes) / s.sells_out, s.size) for s in stakes]
    assert sum(held) <= sum(alone) + max(alone), "spreading hides no more than giving everyone the same part"

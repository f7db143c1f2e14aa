"""The reference week is the theory's, and its count of oversold pieces can fail."""

from collections.abc import Sequence
from functools import cache

import pytest

from tests.bench.week import COLUMNS, week
from tests.bench.week_cases import CASES, plain
from tests.bench.week_plain import Everywhere
from tests.bench.week_world import Product, World, products

SEED = 1
BUYERS = list(products(SEED))


@cache
def _played(name: str) -> dict[str, int]:
    """One week of a row of the bench."""
    case = next(case for case in CASES if case.name == name)
    return dict(zip(COLUMNS, week(case, SEED, BUYERS), strict=True))


def test_the_world_holds_what_the_theory_says() -> None:
    assert len(BUYERS) == 204
    assert sum(product.stock for product in BUYERS) == 2408
    assert 3200 < sum(len(product.buyers) for product in BUYERS) < 3550
    assert 155 < sum(len(product.buyers) >= product.stock for product in BUYERS) < 185


# The theory's numbers, two or three of its standard deviations of a week wide.
@pytest.mark.parametrize(
    ("name", "column", "low", "high"),
    [
        ("week-poll-15min", "oversold", 140, 235),
        ("week-poll-15min", "writes", 3800, 4060),
        ("week-poll-1min", "oversold", 15, 46),
        ("week-webhook-blind", "oversold", 1, 14),
        ("week-webhook-blind", "writes", 4560, 4790),
        ("week-webhook-cas", "oversold", 0, 7),
        ("week-webhook-cas", "writes", 4560, 4790),
        ("week-split-never-moved", "unsold", 105, 155),
        ("week-split-never-moved", "writes", 0, 0),
        ("week-theory-split", "unsold", 27, 62),
        ("week-theory-split", "turned", 150, 285),
        ("week-theory-adaptive-60s", "unsold", 1, 12),
        ("week-theory-adaptive-60s", "turned", 30, 105),
    ],
)
def test_it_rebuilds_the_rows_of_the_theory(name: str, column: str, low: float, high: float) -> None:
    assert low <= _played(name)[column] <= high


@pytest.mark.parametrize(
    "name", ["week-split", "world-evening-split", "world-lag-known-split", "world-poll-15min-split"]
)
def test_splitting_sells_nothing_twice(name: str) -> None:
    assert _played(name)["oversold"] == 0


def test_adaptive_sells_nearly_nothing_twice_and_nearly_everything() -> None:
    played, theory = _played("week-adaptive-60s"), _played("week-theory-adaptive-60s")
    assert played["oversold"] <= theory["oversold"] <= 1
    assert played["unsold"] <= 0.001 * 2408 < theory["unsold"]


def test_an_unknown_lag_is_seen_by_the_count() -> None:
    assert _played("world-lag-unknown-split")["oversold"] > 2


class _Greedy(Everywhere):
    """Promises one piece too many at one shop."""

    def start(self) -> Sequence[int]:
        return [self.shown[0] + 1, *self.shown[1:]]


def test_one_piece_too_many_is_seen_by_the_count() -> None:
    honest, greedy = (plain("", "", World(), desk) for desk in (Everywhere, _Greedy))
    product = Product(number=0, weekly=3, stock=2, buyers=tuple((3600.0 * hour, 0) for hour in range(1, 9)))
    assert week(honest, 1, [product])[COLUMNS.index("oversold")] == 0
    assert week(greedy, 1, [product])[COLUMNS.index("oversold")] == 1

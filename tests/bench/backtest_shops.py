"""Made-up demand for the backtest: shops of five kinds, day by day, in sales of one or more pieces."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from math import exp, pi, sin

Day = tuple[int, ...]  # the sizes of a day's sales


@dataclass(frozen=True)
class Kind:
    """A kind of shop: how one of its products sells, and how many days of that are known before the test."""

    name: str
    make: Callable[[random.Random, int], list[Day]]
    known: int


def poisson(rng: random.Random, mean: float) -> int:
    """A Poisson number, by Knuth: means are small here."""
    limit, product, count = exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def smooth(rng: random.Random, days: int) -> list[Day]:
    """One to six pieces a day, by chance alone."""
    mean = rng.uniform(1.0, 6.0)
    return [(1,) * poisson(rng, mean) for _ in range(days)]


def seasonal(rng: random.Random, days: int) -> list[Day]:
    """Twice as much before the holidays, and half as much again at weekends."""
    mean, peak = rng.uniform(1.0, 5.0), rng.randrange(365)
    found = []
    for day in range(days):
        year = 1 + 0.6 * sin(2 * pi * (day - peak) / 364)
        week = 1.5 if day % 7 >= 5 else 0.8
        found.append((1,) * poisson(rng, mean * year * week))
    return found


def intermittent(rng: random.Random, days: int) -> list[Day]:
    """A sale every four to ten days, of one to three pieces."""
    chance = rng.uniform(0.1, 0.25)
    return [(rng.choice((1, 1, 2, 3)),) if rng.random() < chance else () for _ in range(days)]


def promotion(rng: random.Random, days: int) -> list[Day]:
    """Smooth, and three times as much for a week every two months."""
    mean, first = rng.uniform(1.0, 4.0), rng.randrange(60)
    return [(1,) * poisson(rng, mean * (3 if (day - first) % 60 < 7 else 1)) for day in range(days)]


KINDS = (
    Kind("smooth", smooth, 400),
    Kind("seasonal", seasonal, 400),
    Kind("intermittent", intermittent, 400),
    Kind("promotion", promotion, 400),
    Kind("new", smooth, 14),
)

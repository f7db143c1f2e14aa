"""The world of the reference week: what is in stock, who wants it, and what is known when.

Rebuilt from prose (the theory's C.7). Products do not touch each other, so a week is played one product at a time.
Every number here is the theory's; what it leaves open is said where it is decided.
"""

import math
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

SHARES = (0.5, 0.3, 0.2)
CHANNELS = range(3)
HOUR_S, DAY_S, WEEK_S = 3600.0, 86_400.0, 604_800.0

FAST, MEDIUM, SLOW = (24, 60), (60, 15), (120, 3)  # how many products, and how many each week would buy
FACTORS = (*[0.2] * 7, *[0.7] * 2, *[1.0] * 8, *[1.3] * 2, *[2.0] * 4, 0.8)  # by hour of the day
_HOURS = list(accumulate(FACTORS))

SALES_AT = (2 * DAY_S + 12 * HOUR_S, 4 * DAY_S + 20 * HOUR_S, 6 * DAY_S + 20 * HOUR_S)
SALE_PRODUCTS = 12  # the first so many of the fast ones; product k is in sale k mod 3
SALE_BUYERS = (40, 10, 6)
SALE_MEAN_S, SALE_LONGEST_S = 300.0, 1200.0
SALE_STOCK = 0.6  # of its buyers; an ordinary product holds ORDINARY_STOCK of its week
ORDINARY_STOCK = 0.8

WRITE_MEDIANS_S = (0.8, 1.2, 2.5)
WRITE_SPREAD, HOOK_SPREAD = 0.5, 0.6
LANDS_AT = 0.6  # of a write's time: then it takes effect; the answer comes at the end

Buyer = tuple[float, int]  # when, and at which channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One product of one week, and everybody who will want it, in order of time."""

    number: int
    weekly: float
    stock: int
    buyers: tuple[Buyer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """How one channel's sales are heard of: by webhook and by the orders read now and then, or only by the latter."""

    hook_s: float | None = 2.0  # median; None: no webhooks
    lost: float = 0.005
    read_every_s: float = 900.0


@dataclass(frozen=True, slots=True)
class World:
    """What surrounds a policy. `writes` names how each shop takes a number (see `week_shops`)."""

    ears: tuple[Ears, Ears, Ears] = (Ears(), Ears(), Ears())
    writes: tuple[str, str, str] = ("delta", "delta", "delta")
    lag_s: tuple[float, float, float] = (0.0, 0.0, 0.0)  # how long a lowered number still lets buyers in
    awake: tuple[float, float] | None = None  # the hours of the day when the computer is on; None: always
    warned_s: float = 900.0  # how long before it is switched off the program is told


def heard_by(ears: Ears) -> tuple[Ears, Ears, Ears]:
    """Every channel heard in the same way."""
    return (ears, ears, ears)


def polled(every_s: float) -> tuple[Ears, Ears, Ears]:
    """No webhooks: orders are read so often."""
    return heard_by(Ears(hook_s=None, read_every_s=every_s))


def products(seed: int) -> Iterator[Product]:
    """The 204 products of one week with their buyers: the same for every policy."""
    number = 0
    for count, weekly in (FAST, MEDIUM, SLOW):
        for _ in range(count):
            yield _product(Random(f"{seed}/buyers/{number}"), number, weekly)
            number += 1


def _product(chance: Random, number: int, weekly: int) -> Product:
    buyers = [(_moment(chance), _channel(chance)) for _ in range(_poisson(chance, weekly))]
    stock = max(1, round(ORDINARY_STOCK * weekly))
    if number < SALE_PRODUCTS:
        begins = SALES_AT[number % len(SALES_AT)]
        buyers += _sale(chance, begins)
        stock = round(weekly * _part_of_week(begins)) + round(SALE_STOCK * sum(SALE_BUYERS))
    return Product(number=number, weekly=weekly, stock=stock, buyers=tuple(sorted(buyers)))


def _sale(chance: Random, begins: float) -> list[Buyer]:
    """The rush of one flash sale, cut off after twenty minutes."""
    late = math.exp(-SALE_LONGEST_S / SALE_MEAN_S)
    return [
        (begins - SALE_MEAN_S * math.log(1 - chance.random() * (1 - late)), channel)
        for channel, mean in enumerate(SALE_BUYERS)
        for _ in range(_poisson(chance, mean))
    ]


def _moment(chance: Random) -> float:
    """A moment of the week, as likely as its hour of the day is busy."""
    hour = bisect(_HOURS, chance.random() * _HOURS[-1])
    return DAY_S * chance.randrange(7) + HOUR_S * (hour + chance.random())


def _channel(chance: Random) -> int:
    where = chance.random()
    return 0 if where < SHARES[0] else 1 if where < SHARES[0] + SHARES[1] else 2


def _part_of_week(until: float) -> float:
    """Which part of a week's ordinary buyers has come by a full hour."""
    days, hour = divmod(round(until / HOUR_S), 24)
    return (days + (_HOURS[hour - 1] if hour else 0.0) / _HOURS[-1]) / 7


def _poisson(chance: Random, mean: float) -> int:
    """Knuth's way: slow for large means, and there are none here."""
    limit, count, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        count, product = count + 1, product * chance.random()
    return count


def delay(chance: Random, median: float, spread: float) -> float:
    """A lognormal number of seconds."""
    return median * math.exp(spread * chance.gauss(0.0, 1.0))

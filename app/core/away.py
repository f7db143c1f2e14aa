"""Leaving: for how long nobody will answer a sale, what is done about it, and what may be sold twice meanwhile.

What may be sold twice follows from the bounds (`core.exposure`): each place may sell what it may still sell, whether we
hear of it or not. How likely that is follows from how fast it sells there. Pieces and seconds.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from math import inf, log

from app.core.chance import chance_at_least, expected_excess
from app.core.records import dataclass

FOREVER = inf  # nobody knows for how long: everything that is shared is split
LEAST_S = 24 * 3600.0  # a shorter time away is reckoned as a day: who comes back late must not be the one who pays
HELD_MAX = 99
_EXACT_MAX = 60  # pieces of one place for which the sum of all sales is worked out one by one
_TINY = 1e-9
RUNS_OUT = 1e-6  # what is less likely than this to sell out meanwhile is not worth a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """The seller leaves, and wants this done. `seconds`: for so long nobody answers sales.

    What is at risk in that time is split. `held` more are held back in every place of what several places sell;
    `singles`: of what has only one piece left, no place shows it.
    """

    seconds: float = FOREVER
    held: int = 0
    singles: bool = False

    def text(self) -> str:
        """As it is written in a setting."""
        seconds = None if self.seconds == FOREVER else self.seconds
        return json.dumps({"seconds": seconds, "held": self.held, "singles": self.singles})


def away_of(text: str) -> Away:
    """From how it is written in a setting; keys of others are left alone."""
    kept = json.loads(text)
    seconds = kept.get("seconds")
    return Away(
        seconds=FOREVER if seconds is None else float(seconds),
        held=int(kept.get("held", 0)),
        singles=bool(kept.get("singles")),
    )


def reckoned(seconds: float) -> float:
    """The time away to plan for, from the one expected."""
    return max(LEAST_S, seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place of a product: the most it may still sell, how much it sells in the time away (mean), and whether it
    can be told anything now. `known` False: nobody has read its number.
    """

    listing: int
    shop: int
    bound: int
    mean: float
    reached: bool = True
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """What may happen to one product while nobody answers.

    At most `worst` pieces are sold twice, `likely` on average, any at all with `chance`.
    """

    product: int
    available: int
    spots: tuple[Spot, ...]
    worst: int
    likely: float
    chance: float

    @property
    def single(self) -> bool:
        """Is there only one piece of it?"""
        return self.available == 1

    @property
    def shown(self) -> int:
        """In how many places it may still be sold."""
        return sum(spot.bound > 0 for spot in self.spots)


def stake(product: int, available: int, spots: Sequence[Spot], size: float | None = None) -> Stake:
    """Weigh one product. A place whose number nobody has read counts as showing all there is."""
    left = max(0, available)
    counted = tuple(spot if spot.known else replace(spot, bound=max(spot.bound, left)) for spot in spots)
    worst = max(0, sum(spot.bound for spot in counted) - left)
    likely, chance = _excess(left, counted, size) if worst else (0.0, 0.0)
    return Stake(
        product=product,
        available=available,
        spots=counted,
        worst=worst,
        likely=min(likely, float(worst)),
        chance=chance,
    )


def roughly(available: int, mean: float) -> float:
    """About the logarithm of the chance that more sell than there are: the largest of Poisson's terms beyond.

    Cheap: by it a hundred thousand products are put into order before any of them is weighed.
    """
    beyond = max(0, available) + 1
    if mean >= beyond:
        return 0.0
    return beyond * log(max(mean, _TINY) / beyond) + beyond - mean


def by_risk(stakes: Sequence[Stake], *, seconds: float = FOREVER) -> list[Stake]:
    """The riskiest first, of those that can be sold twice; in a time that is known, of those that may run out in it."""
    risky = [one for one in stakes if one.worst and (seconds == FOREVER or one.chance >= RUNS_OUT)]
    return sorted(risky, key=lambda one: (-one.likely, -one.chance, -one.worst, one.product))


def _excess(left: int, spots: Sequence[Spot], size: float | None) -> tuple[float, float]:
    """(average, chance) of selling more than `left`. Each place sells no more than its bound, whatever comes."""
    selling = [spot for spot in spots if spot.bound and spot.mean > 0]
    mean = sum(spot.mean for spot in selling)
    if chance_at_least(left + 1, mean, size) < _TINY:
        return 0.0, 0.0
    if any(spot.bound > _EXACT_MAX for spot in selling):
        return expected_excess(left, mean, size), chance_at_least(left + 1, mean, size)
    sold = [1.0]
    for spot in selling:
        sold = _added(sold, _sales(spot, size))
    beyond = [(pieces - left, chance) for pieces, chance in enumerate(sold) if pieces > left]
    return sum(pieces * chance for pieces, chance in beyond), sum(chance for _, chance in beyond)


def _sales(spot: Spot, size: float | None) -> list[float]:
    """The chances of selling 0, 1, … up to its bound there: who comes after the last piece is turned away."""
    least = [chance_at_least(pieces, spot.mean, size) for pieces in range(spot.bound + 1)]
    return [max(0.0, one - more) for one, more in zip(least, [*least[1:], 0.0], strict=True)]


def _added(one: Sequence[float], other: Sequence[float]) -> list[float]:
    summed = [0.0] * (len(one) + len(other) - 1)
    for pieces, chance in enumerate(one):
        for more, also in enumerate(other):
            summed[pieces + more] += chance * also
    return summed

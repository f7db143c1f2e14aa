"""What the offer policy costs: one product at five places, the mode decided and every number explained, no SQL."""

from collections.abc import Callable
from statistics import median
from time import perf_counter_ns

from app.core.offer import HeldBack
from app.core.policy import Choice, Mode, Place, Supply, plan
from tests.bench.figure import figure

ROUNDS = 4000
NAMES = ("Shopify", "WooCommerce", "Etsy", "Square", "Wix")
SHARES = (0.4, 0.25, 0.15, 0.1, 0.1)


def run() -> None:
    """`offer-us`: the dearer of the two usual cases, shared and split; `offer-move-us`: pieces move as well."""
    shared = _supply(180, mode=Mode.SHARE)
    split = _supply(18, choice=Choice.NEVER)
    usual = max(_micros(shared, _places([177] * 5)), _micros(split, _places([6, 4, 3, 1, 1])))
    figure("offer-us", usual, "us", at_most=100)
    figure("offer-move-us", _micros(split, _places([6, 4, 3, 2, 0])), "us")


def _supply(on_hand: int, *, choice: Choice = Choice.ADAPTIVE, mode: Mode = Mode.SPLIT) -> Supply:
    return Supply(on_hand=on_hand, committed=3, choice=choice, mode=mode, recent=2, rate_per_s=12 / 3600)


def _places(shows: list[int]) -> list[Place]:
    return [
        Place(
            listing=at,
            name=NAMES[at],
            shows=number,
            bound=number,
            rate_per_s=SHARES[at],
            window_s=8.0,
            held=HeldBack(),
        )
        for at, number in enumerate(shows)
    ]


def _micros(supply: Supply, places: list[Place]) -> float:
    """The median of one decision with its five offers and their reasons."""
    return median(_nanos(lambda: plan(supply, places)) for _ in range(ROUNDS)) / 1000


def _nanos(act: Callable[[], object]) -> int:
    started = perf_counter_ns()
    act()
    return perf_counter_ns() - started

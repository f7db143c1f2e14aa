"""The reference week: what would be sold twice, under this and that policy (the theory's C.7).

`PLIMSOLL_WEEK_SEEDS=1..5` plays fewer weeks, `PLIMSOLL_WEEK_ONLY=adaptive` only rows with that in their names.
Buyers are the same for every policy of a seed. The table goes to stderr, the figures to stdout.
"""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from math import sqrt
from random import Random
from statistics import mean, stdev

from tests.bench.figure import figure
from tests.bench.week_cases import CASES, Case
from tests.bench.week_play import Play, Tally
from tests.bench.week_world import Product, products

MANY, FEW = 100, 20
WORKERS = 2
COLUMNS = ("oversold", "hit", "unsold", "turned", "writes", "looks", "self_made")

Weeks = dict[str, list[tuple[int, ...]]]  # by case: one row of COLUMNS for each seed


def run() -> None:
    """All cases over all their seeds."""
    seeds = _seeds(os.environ.get("PLIMSOLL_WEEK_SEEDS", f"1..{MANY}"))
    only = os.environ.get("PLIMSOLL_WEEK_ONLY", "")
    cases = [case for case in CASES if only in (case.same_as or case.name)]
    print(f"seeds {seeds.start}..{seeds.stop - 1}, of them up to {FEW} where a row is not marked *", file=sys.stderr)
    weeks = play(cases, seeds)
    print(table(cases, weeks), file=sys.stderr)
    stock = sum(product.stock for product in products(seeds.start))
    for case in cases:
        _figures(case, weeks[case.same_as or case.name], stock)


def _seeds(text: str) -> range:
    first, _, last = text.partition("..")
    return range(int(first), int(last or first) + 1)


def _figures(case: Case, rows: list[tuple[int, ...]], stock: int) -> None:
    figure(f"{case.name}-oversold", mean(row[0] for row in rows), "pieces a week", at_most=case.oversold)
    if case.unsold_share is not None:
        share = mean(row[2] for row in rows) / stock
        figure(f"{case.name}-unsold-share", share, "of the stock", at_most=case.unsold_share)


def play(cases: list[Case], seeds: range) -> Weeks:
    """Every case's weeks, two seeds at a time."""
    weeks: Weeks = {case.name: [] for case in cases}
    names = [[case.name for case in cases if (case.many or seed <= FEW) and not case.same_as] for seed in seeds]
    with ProcessPoolExecutor(WORKERS) as pool:
        for played in pool.map(_weeks_of, seeds, names):
            for name, row in played.items():
                weeks[name].append(row)
    return {name: rows or [(0,) * len(COLUMNS)] for name, rows in weeks.items()}


def _weeks_of(seed: int, names: list[str]) -> dict[str, tuple[int, ...]]:
    buyers = list(products(seed))
    return {case.name: week(case, seed, buyers) for case in CASES if case.name in names}


def week(case: Case, seed: int, buyers: list[Product]) -> tuple[int, ...]:
    """One week under one policy, summed over its products, in the order of COLUMNS."""
    tallies = [_product(case, seed, product) for product in buyers]
    return tuple(sum(getattr(tally, column) for tally in tallies) for column in COLUMNS)


def _product(case: Case, seed: int, product: Product) -> Tally:
    """Delays draw from a source of their own: what a policy does never changes who wants to buy."""
    return Play(case.world, product, case.desk(product), Random(f"{seed}/delays/{product.number}")).run()


def table(cases: list[Case], weeks: Weeks) -> str:
    """Mean and standard error of a week."""
    heads = ("oversold", "products hit", "unsold", "turned away", "writes", "looks", "by shop")
    lines = [f"{'':34}" + "".join(f"{head:>19}" for head in heads)]
    for case in cases:
        columns = zip(*weeks[case.same_as or case.name], strict=True)
        cells = "".join(f"{_mean(column):>19}" for column in columns)
        lines.append(f"{case.label[:32]:32}{'*' if case.many else ' '} {cells}")
    return "\n".join(lines)


def _mean(column: tuple[int, ...]) -> str:
    error = stdev(column) / sqrt(len(column)) if len(column) > 1 else 0.0
    return f"{mean(column):,.2f} ±{error:.2f}"

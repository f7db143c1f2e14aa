"""Numbers that hold from one moment to the next."""

import random

import pytest

from app.ui.charts.steps import (
    Area,
    Dip,
    Step,
    below_zero,
    dips,
    reduced,
    short_of,
    simple,
    stretches,
    value_at,
    within,
)

STEPS: list[Step] = [(10, 5), (20, 3), (30, -2), (40, 6)]


@pytest.mark.parametrize(("at", "value"), [(9, None), (10, 5), (19.9, 5), (20, 3), (35, -2), (99, 6)])
def test_a_number_holds_until_the_next(at: float, value: int | None) -> None:
    assert value_at(STEPS, at) == value


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (15, 35, [(15, 5), (20, 3), (30, -2), (35, -2)]),
        (0, 15, [(10, 5), (15, 5)]),
        (10, 30, [(10, 5), (20, 3), (30, -2)]),
        (0, 10, [(10, 5)]),
        (50, 60, [(50, 6), (60, 6)]),
        (0, 5, []),
    ],
)
def test_between_two_moments(start: float, end: float, expected: list[Step]) -> None:
    assert within(STEPS, start, end) == expected


def test_steps_that_change_nothing_are_left_out() -> None:
    assert simple([(1, 5), (2, 5), (3, 4), (3, 5), (4, None), (5, None), (6, 1)]) == [
        (1, 5),
        (4, None),
        (6, 1),
    ]


def test_where_nothing_holds_there_is_no_stretch() -> None:
    assert list(stretches([(1, 4), (2, None), (5, 3), (7, 3)])) == [(1, 2, 4), (5, 7, 3)]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ([(0, 4), (50, 4)], [Area(20, 30, 3, 4)]),
        ([(0, 3), (50, 3)], []),
        ([(0, 4), (25, 9), (50, 9)], [Area(20, 25, 3, 4), Area(25, 30, 3, 9), Area(40, 45, 6, 9)]),
        ([], []),
        ([(0, None), (22, 4), (50, 4)], [Area(22, 30, 3, 4)]),
    ],
)
def test_short_of_a_limit_that_may_move(limits: list[Step], expected: list[Area]) -> None:
    assert short_of([*STEPS, (45, 6)], limits) == expected


def test_below_zero_reaches_up_to_zero() -> None:
    assert below_zero([(0, 1), (5, -2), (7, -2), (8, -3), (9, -3)]) == [Area(5, 8, -2, 0), Area(8, 9, -3, 0)]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], []),
        ([(0, 1), (9, 1)], []),
        ([(0, -1), (2, -4), (4, -2), (6, 3), (9, 3)], [Dip(2, -4, now=False)]),
        ([(0, 1), (2, -4), (4, -2), (9, -2)], [Dip(9, -2, now=True)]),
        (
            [(0, -1), (2, 0), (4, -5), (5, 0), (9, -1)],
            [Dip(0, -1, now=False), Dip(4, -5, now=False), Dip(9, -1, now=True)],
        ),
    ],
)
def test_every_time_below_zero_is_told_once(steps: list[Step], expected: list[Dip]) -> None:
    assert dips(steps) == expected


@pytest.mark.parametrize("seed", range(5))
def test_what_is_left_out_could_not_be_seen(seed: int) -> None:
    rng = random.Random(seed)
    steps = [(float(at), rng.randint(-40, 400)) for at in sorted(rng.sample(range(100_000), 5000))]
    kept = reduced(steps, 300)
    assert len(kept) <= 4 * 301
    assert kept == sorted(kept)
    assert (kept[0], kept[-1]) == (steps[0], steps[-1])
    assert set(kept) <= set(steps)
    width = (steps[-1][0] - steps[0][0]) / 300
    for column in range(300):
        begin = steps[0][0] + column * width
        inside = [value for at, value in steps if begin <= at < begin + width]
        shown = [value for at, value in kept if begin <= at < begin + width]
        if inside:
            assert (min(inside), max(inside)) == (min(shown), max(shown)), (seed, column)


def test_a_few_steps_stay_as_they_are() -> None:
    assert reduced([(1, 2), (3, 4)], 100) == [(1, 2), (3, 4)]

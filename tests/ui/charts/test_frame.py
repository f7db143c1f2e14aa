"""Where everything in a chart stands, in pixels."""

import random
from itertools import pairwise

import pytest

from app.ui.charts.frame import (
    LANE_TICKS,
    TICK_PITCH,
    Frame,
    Measures,
    Wanted,
    apart,
    beside,
    dates,
    frame,
    nice_ticks,
    stacks,
)
from app.ui.charts.picture import Event, Mark, Picture


def advance(words: str) -> float:
    return 6.0 * len(words)


MEASURES = Measures(line=14, advance=advance, number=str)


def picture(*values: int, **lines: object) -> Picture:
    available = [(float(place * 10), value) for place, value in enumerate(values)]
    return Picture(start=0, end=available[-1][0], available=available, on_hand=available, **lines)  # type: ignore[arg-type]


def framed(shown: Picture, width: float = 344, height: float = 232) -> Frame:
    return frame(shown, width, height, ["Reorder 12"], MEASURES)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 1, (0, 1)),
        (0, 3, (0, 1, 2, 3)),
        (0, 4, (0, 2, 4)),
        (0, 28, (0, 10, 20)),
        (-3, 30, (0, 10, 20, 30)),
        (-30, 30, (-20, 0, 20)),
        (0, 12_345, (0, 5000, 10_000)),
        (-2, 0, (-2, -1, 0)),
    ],
)
def test_round_numbers_with_zero_among_them(low: int, high: int, ticks: tuple[int, ...]) -> None:
    assert nice_ticks(low, high) == ticks


@pytest.mark.parametrize("seed", range(20))
def test_there_are_never_too_many_lines(seed: int) -> None:
    rng = random.Random(seed)
    low, high = -rng.randint(0, 10**6), rng.randint(1, 10**6)
    ticks = nice_ticks(low, high)
    assert 1 <= len(ticks) <= 4
    assert 0 in ticks
    assert low <= ticks[0]
    assert ticks[-1] <= high


def test_moments_and_numbers_become_pixels_and_back() -> None:
    here = framed(picture(28, 4, -3))
    assert here.x(0) == here.left
    assert here.x(20) == here.right
    assert here.y(28) - here.top == pytest.approx(0.08 / 1.08 * (here.bottom - here.top))  # head room
    assert here.y(-3) == here.bottom
    for x in (0.0, 100.0, 344.0):
        assert here.x(here.at(x)) == pytest.approx(x)
    for y in (0.0, 90.0, 232.0):
        assert here.y(here.value(y)) == pytest.approx(y)


@pytest.mark.parametrize("values", [(0, 0), (5, 5), (-4, -4), (1, 9999999)])
def test_zero_is_always_in_view(values: tuple[int, ...]) -> None:
    here = framed(picture(*values))
    assert here.top <= here.y(0) <= here.bottom
    assert here.top < here.bottom < here.lane < here.height
    assert 0 < here.left < here.right < here.width


@pytest.mark.parametrize(("width", "height"), [(1, 1), (40, 60), (5000, 3000)])
def test_any_size_has_its_place_for_everything(width: float, height: float) -> None:
    here = framed(picture(28, 4), width, height)
    assert here.left < here.right
    assert here.top < here.bottom


def sales(*pairs: tuple[float, int]) -> list[Event]:
    return [Event(at, Mark.SALE, pieces) for at, pieces in pairs]


def test_one_tick_a_piece_stacked_where_sales_are_close() -> None:
    here = framed(picture(9, 8, 7))
    placed = stacks([*sales((0, 1), (10, 2), (10.01, 1)), Event(5, Mark.RECEIPT, 9)], here)
    assert placed.pieces == 1
    lefts = sorted({left for left, _ in placed.places})
    assert [sum(left == one for left, _ in placed.places) for one in lefts] == [1, 3]
    tops = sorted((top for left, top in placed.places if left == lefts[1]), reverse=True)
    assert tops == [here.lane - TICK_PITCH * level for level in (1, 2, 3)]


def test_a_rush_is_told_in_ticks_that_stand_for_more() -> None:
    here = framed(picture(9, 8, 7))
    placed = stacks(sales((0, 1), (10, 8 * LANE_TICKS)), here)
    assert placed.pieces == 8
    assert len(placed.places) == 1 + LANE_TICKS
    assert min(top for _, top in placed.places) >= here.bottom


def test_dates_are_left_out_before_they_touch() -> None:
    wanted = [Wanted("Today", 280), Wanted("15 Mar", 20, begins=True), Wanted("27 Apr", 270), Wanted("6 Apr", 120)]
    assert [one.words for one in dates(wanted, 344, advance)] == ["15 Mar", "6 Apr", "Today"]


@pytest.mark.parametrize("seed", range(10))
def test_no_date_lies_on_another_or_leaves_the_chart(seed: int) -> None:
    rng = random.Random(seed)
    wanted = [Wanted("x" * rng.randint(1, 9), rng.uniform(-20, 360), rng.random() < 0.2) for _ in range(30)]
    placed = dates(wanted, 344, advance)
    assert placed
    assert placed[0].left >= 0
    assert placed[-1].right <= 344
    assert all(after.left - before.right >= 8 for before, after in pairwise(placed))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([100, 50], [100, 50]),
        ([100, 95], [100, 86]),
        ([100, 100], [100, 86]),
        ([100, 104], [100, 114]),
        ([100, 104, 96], [100, 114, 86]),
        ([10, 8], [10, 24]),
        ([3, 200], [7, 193]),
    ],
)
def test_labels_at_the_line_ends_make_way(wanted: list[float], expected: list[float]) -> None:
    assert apart(wanted, line=14, top=7, bottom=193) == expected


def test_of_marks_on_top_of_each_other_one_is_drawn() -> None:
    assert beside([5, 1, 2, 9, 8.5], 4) == [1, 5, 9]

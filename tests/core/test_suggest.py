"""How much to hold back this week: the sum of C.5, for one product in one place."""

import pytest

from app.core.chance import chance_at_least, chance_more
from app.core.places import Choice
from app.core.suggest import WEEK_S, for_a_week
from tests.core.places import HOUR, place, supply, three


def test_what_sells_elsewhere_while_this_place_does_not_know_of_it() -> None:
    places = three((5, 5, 5), window_s=65.0)
    found = for_a_week(supply(5, 12 / HOUR), places, {0})
    assert found is not None
    assert found.sold_a_day == pytest.approx(144)  # half of 288 a day sells at the other two
    assert found.unheard == pytest.approx(6 / HOUR * 65)
    assert found.sold_a_day / 86_400 * found.window_s == pytest.approx(found.unheard), "the sum on screen is true"
    assert chance_more(found.pieces, found.unheard) <= found.limit < chance_more(found.pieces - 1, found.unheard)


def test_for_the_whole_product_everything_that_sells_counts() -> None:
    """Example 2 of the theory: 12/h, 65 s, 1e-4 needs 3."""
    found = for_a_week(supply(5, 12 / HOUR), three((5, 5, 5), window_s=65.0))
    assert found is not None
    assert (found.pieces, found.sold_a_day) == (3, pytest.approx(288))


def test_the_slowest_place_sets_the_window() -> None:
    places = [place(0, 5, window_s=8.0), place(1, 5, window_s=905.0)]
    whole, here = for_a_week(supply(5, 12 / HOUR), places), for_a_week(supply(5, 12 / HOUR), places, {0})
    assert whole is not None
    assert here is not None
    assert (whole.window_s, here.window_s) == (905.0, 8.0)
    assert whole.pieces > here.pieces


def test_what_will_hardly_sell_out_this_week_needs_less() -> None:
    places, rate = three((5, 5, 5), window_s=905.0), 3 / 86_400
    few, many = for_a_week(supply(3, rate), places), for_a_week(supply(45, rate), places)
    assert few is not None
    assert chance_at_least(45, rate * WEEK_S) < few.limit
    assert many is None


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ({"choice": Choice.NEVER}, three((5, 5, 5))),
        ({}, three((5, 5, 5))[:1]),
        ({"rate": 0.0, "recent": 0}, three((5, 5, 5))),
        ({"risk_limit": 0.9}, three((5, 5, 5))),
    ],
    ids=["always split", "one place", "never sold", "any risk"],
)
def test_nothing_is_suggested_where_nothing_needs_hiding(more, places) -> None:
    assert for_a_week(supply(5, **more), places) is None


def test_bursts_need_more() -> None:
    places = three((5, 5, 5), window_s=65.0)
    even, bursts = for_a_week(supply(5), places), for_a_week(supply(5, size=0.5), places)
    assert even is not None
    assert bursts is not None
    assert bursts.pieces > even.pieces

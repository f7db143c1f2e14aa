"""Forecasts on made-up pasts: the plainest way unless it is clearly beaten, and errors that are the past's own."""

import random
from datetime import date, timedelta

import pytest

from app.core.daily import Days
from app.core.forecast import Way, forecast, predict, weekdays, with_uplift

MONDAY = date(2025, 1, 6)


def past(sold, counted=None):
    return Days(MONDAY, tuple(sold), tuple(counted or [True] * len(sold)))


def test_a_short_past_is_forecast_plainly_and_says_that_it_cannot_judge():
    found = forecast(past([2] * 40))
    assert (found.way, found.error, found.a_day) == (Way.NAIVE, None, 2)
    assert forecast(past([])).a_day == 0
    assert forecast(past([3] * 10, [False] * 10)).a_day == 0


def test_by_chance_alone_no_way_goes_far_from_the_mean_and_none_is_worse_than_the_plain_one():
    rng = random.Random(5)
    found = forecast(past([rng.randrange(4) for _ in range(200)]))
    assert found.error <= found.naive_error
    assert found.a_day == pytest.approx(1.5, abs=0.3)
    calm = forecast(past([2] * 200))
    assert calm.way is Way.NAIVE, "nothing is better than what is never wrong"


def test_days_without_stock_are_left_out():
    sold = [2, 0] * 100
    found = forecast(past(sold, [day > 0 for day in sold]))
    assert found.a_day == 2
    assert found.naive_error == pytest.approx(0)


def test_what_grows_is_seen_to_grow():
    found = forecast(past([day // 20 for day in range(300)]))
    assert found.way is Way.TREND
    assert found.error < found.naive_error
    assert found.a_day > predict(Way.NAIVE, past([day // 20 for day in range(300)]), 1)[0]


def test_last_years_season_comes_again_where_there_was_one():
    year = [2] * 280 + [8] * 60 + [2] * 24
    found = forecast(past(year + year[:322]), horizon=28)
    assert found.way is Way.SEASON
    assert found.days[0] > 1.5 * found.days[27]
    assert Way.SEASON is not forecast(past(year)).way, "there is no last year yet"


def test_weekdays_are_followed_and_few_weeks_move_little():
    sold = [1, 1, 1, 1, 1, 4, 5] * 20
    factors = weekdays(past(sold))
    assert factors[6] > factors[5] > 1 > factors[0]
    assert sum(factors) == pytest.approx(7)
    assert max(weekdays(past([1, 1, 1, 1, 1, 4, 5]))) < factors[6]
    saturday = next(day for day in range(7) if (MONDAY + timedelta(days=len(sold) + day)).weekday() == 5)
    assert predict(Way.LEVEL, past(sold), 7)[saturday] > 2.5


def test_the_error_knows_nothing_of_what_came_after():
    calm = forecast(past([2] * 200))
    storm = forecast(past([2] * 186 + [9] * 14))
    assert calm.naive_error == pytest.approx(0)
    assert storm.naive_error > 0.1


def test_a_promotion_lifts_its_own_days_only():
    assert with_uplift([2, 2, 2, 2], 0.5, 1, 3) == [2, 3, 3, 2]

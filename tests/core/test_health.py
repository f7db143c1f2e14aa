"""How well a shop is told: every figure against sums made by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.alerts import AlarmKind, Vitals, alarms
from app.core.health import (
    Failures,
    HeardBy,
    behind,
    failures,
    heard_by,
    histogram,
    in_time,
    quantile,
    silent_for,
    spark,
)

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


# ------------------------------------------------------------------------------------------------ behind by


def test_behind_by_is_the_larger_of_the_oldest_number_and_the_time_without_orders() -> None:
    numbers = behind(waiting_since=ago(372), heard_at=ago(40), poll_s=60, now=NOW)
    assert numbers.age == timedelta(minutes=6, seconds=12)
    assert numbers.late
    assert not numbers.by_orders
    orders = behind(waiting_since=ago(10), heard_at=ago(40), poll_s=60, now=NOW)
    assert orders.age == timedelta(seconds=40)
    assert orders.by_orders
    assert not orders.late, "between two polls every shop is a little behind"


def test_orders_are_late_after_three_polls() -> None:
    assert not behind(waiting_since=None, heard_at=ago(180), poll_s=60, now=NOW).late
    assert behind(waiting_since=None, heard_at=ago(181), poll_s=60, now=NOW).late
    assert not behind(waiting_since=None, heard_at=ago(59), poll_s=15, now=NOW).late, "never under a minute"


def test_a_shop_that_is_owed_nothing_is_behind_by_its_orders_only() -> None:
    found = behind(waiting_since=ago(999), heard_at=ago(5), poll_s=60, now=NOW, owed=False)
    assert found.age == timedelta(seconds=5)
    assert behind(waiting_since=None, heard_at=None, poll_s=60, now=NOW).age == timedelta(0)


def test_a_clock_that_went_back_makes_nobody_early() -> None:
    assert behind(waiting_since=ago(-5), heard_at=ago(-9), poll_s=60, now=NOW).age == timedelta(0)


# ------------------------------------------------------------------------------------------------ in time


def test_what_is_confirmed_within_a_minute_is_in_time_and_what_waits_longer_is_not() -> None:
    found = in_time([1.0] * 19 + [60.0], [5.0])
    assert (found.in_time, found.late, found.never, found.waiting) == (19, 1, 0, 0)
    assert found.share == 0.95
    assert not found.missed, "95 % is the goal, and reached"
    assert in_time([1.0] * 19 + [None]).never == 1
    assert in_time([1.0] * 19 + [60.0], [61.0]).missed
    assert in_time([]).share is None
    assert not in_time([]).missed


def test_quantiles_are_ranks_and_what_never_came_is_longer_than_anything() -> None:
    samples = [float(number) for number in range(1, 101)]
    assert (quantile(samples, 0.5), quantile(samples, 0.95), quantile(samples, 0.99)) == (50.0, 95.0, 99.0)
    assert quantile([3.0, None], 0.5) == 3.0
    assert quantile([3.0, None], 0.95) is None
    assert quantile([], 0.5) is None


@given(st.lists(st.none() | st.floats(0, 90_000), max_size=60))
def test_every_sample_is_in_one_bar(samples: list[float | None]) -> None:
    counts = histogram(samples)
    assert sum(counts) == len(samples)
    assert counts[-1] == sum(sample is None for sample in samples)
    assert sum(counts[:4]) == in_time(samples).in_time, "a minute is an edge"


def test_an_edge_belongs_to_the_bar_above_it() -> None:
    assert histogram([0.9, 1.0, 59.9, 60.0, 1200.0, None]) == (1, 1, 0, 1, 1, 0, 1, 1)


def test_the_spark_shows_the_slowest_of_each_hour_and_gaps() -> None:
    line = spark([(ago(10), 3.0), (ago(20), 7.0), (ago(3600 * 23.9), 2.0), (ago(7200 + 60), None)], now=NOW)
    assert len(line) == 24
    assert line[-1] == 7.0
    assert line[0] == 2.0
    assert line[21] == 1200.0
    assert sum(point is not None for point in line) == 3


# ------------------------------------------------------------------------------------------------ heard by, calls


def test_who_told_us_first() -> None:
    found = heard_by(["webhook"] * 3 + ["poll", "seller"])
    assert found == HeardBy(webhook=3, poll=1, seller=1)
    assert found.share == 0.75
    assert heard_by(["seller"]).share is None


def test_more_than_five_percent_of_the_last_fifty_calls_is_alarming() -> None:
    calm = failures([False, False] + [True] * 48)
    assert (calm.failed, calm.calls, calm.alarming) == (2, 50, False)
    assert failures([False, False, False] + [True] * 47).alarming
    assert not failures([True] * 50 + [False] * 50).alarming, "older calls do not count"
    assert not failures([False]).alarming, "one call says nothing"


@given(st.lists(st.booleans(), max_size=80))
def test_an_alarm_ends_after_as_many_good_calls_as_it_says(calls: list[bool]) -> None:
    found = failures(calls)
    if found.alarming:
        assert not failures([True] * found.good_calls + calls).alarming
        assert failures([True] * (found.good_calls - 1) + calls).alarming
    else:
        assert found.good_calls == 0


def test_three_intervals_without_a_success_are_silence() -> None:
    def silence(success: float, listening: float, poll_s: float = 60) -> timedelta | None:
        return silent_for(success_at=ago(success), listening_since=ago(listening), poll_s=poll_s, now=NOW)

    assert silence(180, 9999) is None
    assert silence(181, 9999) == timedelta(seconds=181)
    assert silence(9999, 100) is None, "nobody listened while the program was closed"
    assert silence(59, 9999, poll_s=15) is None
    assert silent_for(success_at=None, listening_since=ago(200), poll_s=60, now=NOW) == timedelta(seconds=200)


# ------------------------------------------------------------------------------------------------ alarms


def test_every_alarm_says_why_and_what_ends_it() -> None:
    vitals = Vitals(
        shop="Etsy",
        failures=Failures(failed=5, calls=50, good_calls=12),
        silence=timedelta(minutes=4),
        keys_end_at=NOW + timedelta(days=9),
    )
    found = alarms(vitals, now=NOW)
    assert [alarm.kind for alarm in found] == [AlarmKind.FAILING, AlarmKind.SILENT, AlarmKind.KEYS_END]
    assert [str(alarm.why) for alarm in found] == [
        "5 of the last 50 calls to Etsy failed.",
        "Nothing has succeeded at Etsy for 4 minutes.",
        "Etsy wants you back before 2026-05-23.",
    ]
    assert "12 more calls" in str(found[0].ends)
    assert all(str(alarm.ends).startswith("It ends") for alarm in found)


@pytest.mark.parametrize(("days", "rings"), [(14, True), (15, False), (-1, True)])
def test_keys_are_mentioned_two_weeks_ahead(days: int, rings: bool) -> None:
    vitals = Vitals(shop="Etsy", keys_end_at=NOW + timedelta(days=days))
    assert bool(alarms(vitals, now=NOW)) is rings


def test_a_shop_that_is_well_rings_nothing() -> None:
    assert alarms(Vitals(shop="Etsy"), now=NOW) == ()

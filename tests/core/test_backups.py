"""Which backups are due and which are kept, by a clock that is handed in."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core.backups import is_due, is_nearly_full, kept

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("age", "written_after", "due"),
    [
        (None, False, True),
        (timedelta(minutes=59), True, False),
        (HOUR, True, True),
        (23 * HOUR, False, False),
        (DAY, False, True),
        (-DAY, True, True),  # made under a clock that ran ahead
    ],
)
def test_hourly_while_something_is_written_and_daily_else(age, written_after, due):
    newest = None if age is None else NOW - age
    written = None if newest is None else newest + timedelta(minutes=1 if written_after else -1)
    assert is_due(newest, written=written, now=NOW) is due


def test_nothing_written_yet_is_backed_up_each_day_all_the_same():
    assert not is_due(NOW - HOUR, written=None, now=NOW)
    assert is_due(NOW - DAY, written=None, now=NOW)


def test_ten_weeks_of_hourly_backups_are_thinned_out():
    """Played as it happens: each hour one more, and what is not kept is gone for good."""
    there: set[datetime] = set()
    for hour in range(70 * 24, -1, -1):
        at = NOW - hour * HOUR
        there = set(kept([*there, at], now=at))
    ages = sorted(NOW - at for at in there)
    assert [age for age in ages if age < DAY] == [hour * HOUR for hour in range(24)]
    assert len({at.date() for at in there if NOW - at < 14 * DAY}) == 14
    assert timedelta(weeks=6) < max(ages) < timedelta(weeks=8)
    assert len(there) <= 24 + 14 + 8


def test_the_last_ones_stay_however_old_and_what_lies_in_the_future_too():
    old, ahead = NOW - timedelta(days=900), NOW + DAY
    assert kept([old], now=NOW) == {old}
    assert kept([old, ahead], now=NOW) == {old, ahead}
    assert kept([], now=NOW) == frozenset()


@pytest.mark.parametrize(
    ("free", "size", "full"), [(400_000_000, 1, True), (600_000_000, 1, False), (800_000_000, 300_000_000, True)]
)
def test_a_disk_is_nearly_full_early(free, size, full):
    assert is_nearly_full(free, size) is full

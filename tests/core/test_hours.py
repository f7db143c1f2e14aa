"""The usual hours: when the seller is back, when the day ends, and what is learnt; also where the clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.core.hours import EVERY_DAY, Hours, hours_of, learnt, next_start, prepares_at, this_end

BERLIN = ZoneInfo("Europe/Berlin")
WORK = Hours(start=time(8), end=time(18), days=frozenset(range(5)))
LATE = Hours(start=time(10), end=time(1, 30))


def moment(text, zone=BERLIN):
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("hours", "now", "back"),
    [
        (WORK, "2026-05-13 17:00", "2026-05-14 08:00"),
        (WORK, "2026-05-13 06:00", "2026-05-13 08:00"),
        (WORK, "2026-05-13 08:00", "2026-05-14 08:00"),
        (WORK, "2026-05-15 17:00", "2026-05-18 08:00"),  # over the weekend
        (LATE, "2026-05-13 23:00", "2026-05-14 10:00"),
        (WORK, "2026-03-27 18:00", "2026-03-30 08:00"),  # the clocks go forward in between
        (WORK, "2026-10-23 18:00", "2026-10-26 08:00"),  # and back
    ],
)
def test_when_the_seller_is_usually_back(hours, now, back):
    assert next_start(hours, moment(now), BERLIN) == moment(back)


def test_the_night_of_the_change_is_an_hour_shorter_or_longer():
    every = Hours(start=time(8), end=time(18))
    spring, autumn = moment("2026-03-28 20:00"), moment("2026-10-24 20:00")
    assert next_start(every, spring, BERLIN) - spring == timedelta(hours=11)
    assert next_start(every, autumn, BERLIN) - autumn == timedelta(hours=13)


@pytest.mark.parametrize(
    ("hours", "now", "end"),
    [
        (WORK, "2026-05-13 12:00", "2026-05-13 18:00"),
        (WORK, "2026-05-13 19:00", None),
        (WORK, "2026-05-16 12:00", None),
        (LATE, "2026-05-13 23:00", "2026-05-14 01:30"),
        (LATE, "2026-05-14 01:00", "2026-05-14 01:30"),
        (LATE, "2026-05-14 02:00", None),
    ],
)
def test_the_end_of_the_day_that_now_lies_in(hours, now, end):
    found = this_end(hours, moment(now), BERLIN)
    assert found == (moment(end) if end else None)
    assert prepares_at(hours, moment(now), BERLIN) == (found - timedelta(minutes=30) if found else None)


@pytest.mark.parametrize("hours", [WORK, LATE])
def test_they_are_written_and_read(hours):
    assert hours_of(hours.text()) == hours


def test_no_days_are_all_days():
    assert hours_of("08:00-18:00 ").days == EVERY_DAY


def nights(*pairs):
    return [(moment(left), moment(back)) for left, back in pairs]


WEEK = [
    ("2026-05-04 18:02", "2026-05-05 08:01"),
    ("2026-05-05 17:55", "2026-05-06 07:58"),
    ("2026-05-06 18:10", "2026-05-07 08:10"),
    ("2026-05-07 23:00", "2026-05-08 08:00"),  # one late evening changes nothing
    ("2026-05-08 18:00", "2026-05-11 08:03"),
    ("2026-05-11 18:00", "2026-05-12 08:03"),
    ("2026-05-12 18:00", "2026-05-13 08:03"),
]


def test_they_are_learnt_from_the_nights():
    found = learnt(nights(*WEEK), moment("2026-05-13 09:00"), BERLIN)
    assert (found.start, found.end) == (time(8, 5), time(18)), "the middle, to five minutes"
    assert found.days == {1, 2}, "the days that began with a return twice"


def test_an_evening_after_midnight_is_an_evening():
    late = [(f"2026-05-{day:02} 00:{day:02}", f"2026-05-{day:02} 10:00") for day in range(4, 12)]
    found = learnt(nights(*late), moment("2026-05-13 09:00"), BERLIN)
    assert (found.start, found.end) == (time(10), time(0, 10))


@pytest.mark.parametrize(
    "absences",
    [
        WEEK[:4],
        [("2026-05-04 12:00", "2026-05-04 13:00")] * 9,  # lunch
        [("2026-03-04 18:00", "2026-03-05 08:00")] * 9,  # long ago
    ],
)
def test_of_too_little_nothing_is_learnt(absences):
    assert learnt(nights(*absences), moment("2026-05-13 09:00"), BERLIN) is None

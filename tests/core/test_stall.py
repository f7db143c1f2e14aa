"""A stall day's sums, prices as they are typed, and the moment of a day that is typed in afterwards."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.core.stall import Along, moment_of, read_price


@pytest.mark.parametrize(
    ("along", "out", "missing", "surplus"),
    [
        (Along(taken=5, sold=2), 3, 0, 0),
        (Along(taken=5, sold=2, back=3), 3, 0, 0),
        (Along(taken=5, sold=2, back=1), 3, 2, 0),
        (Along(taken=5, sold=2, back=0), 3, 3, 0),
        (Along(taken=1, sold=3), 0, 0, 0),  # more was sold than was written down: nothing is held back
        (Along(taken=1, sold=3, back=2), 0, 0, 2),
    ],
)
def test_what_is_out_missing_and_too_much(along, out, missing, surplus):
    assert (along.out, along.missing, along.surplus) == (out, missing, surplus)


@pytest.mark.parametrize(
    ("typed", "digits", "minor"),
    [
        ("@12.50", 2, 1250),
        ("@ 12,5", 2, 1250),
        ("@12", 2, 1200),
        ("@0.05", 2, 5),
        ("@1200", 0, 1200),
        ("@1.234", 3, 1234),
        ("@1.5", 0, None),
        ("@1.234", 2, None),
        ("12.50", 2, None),
        ("@", 2, None),
        ("@MUG", 2, None),
    ],
)
def test_a_price_is_read_in_minor_units(typed, digits, minor):
    assert read_price(typed, digits) == minor


def test_a_day_typed_in_later_is_noon_and_never_to_come_nor_before_the_place_was():
    now = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
    long_ago = now - timedelta(days=90)
    local = now.astimezone()
    assert moment_of(date(2026, 5, 9), since=long_ago, now=now).astimezone().hour == 12
    today = moment_of(local.date(), since=long_ago, now=now)
    assert today <= now
    added = now - timedelta(minutes=3)
    assert moment_of(added.astimezone().date(), since=added, now=now) >= added

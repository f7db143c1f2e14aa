"""What a difference means, when it is worth a flag, and when somebody else decides there too."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core.drift import (
    Look,
    Verdict,
    follows_late,
    is_flagged,
    is_mass_change,
    is_second_master,
    judge,
    times_replaced,
)

AT = datetime(2026, 5, 14, 14, 2, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return AT + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("expected", "seen", "flagged"),
    [
        (37, 41, True),
        (37, 38, False),
        (37, 35, True),
        (2, 3, True),
        (1, 0, True),
        (0, 1, True),
        (3, 4, False),
        (9, 9, False),
    ],
)
def test_a_difference_is_flagged_by_more_than_one_or_any_where_few_are_left(expected, seen, flagged):
    assert is_flagged(expected=expected, seen=seen) is flagged


def test_what_was_changed_at_once_counts_once_and_one_listing_counts_every_time():
    assert times_replaced([]) == 0
    assert times_replaced([(listing, at(listing / 10)) for listing in range(30)]) == 1, "one import"
    assert times_replaced([(1, at(0)), (2, at(60)), (3, at(120))]) == 3, "three quick fixes"
    assert times_replaced([(1, at(0)), (1, at(1)), (1, at(2))]) == 3, "ping-pong"
    assert not is_second_master(2)
    assert is_second_master(3)


def test_a_number_that_follows_a_sale_late_is_no_more_than_was_sold_shortly_before() -> None:
    soon = timedelta(seconds=40)
    assert follows_late(1, 1, soon)
    assert follows_late(1, 3, soon)
    assert not follows_late(2, 1, soon)
    assert not follows_late(-1, 1, soon)
    assert not follows_late(1, 1, timedelta(minutes=16))
    assert not follows_late(1, 1, timedelta(seconds=-1))


def test_a_mass_change_is_ten_to_zero_or_twenty_and_over_a_quarter():
    assert is_mass_change(zeros=10, changed=10, listings=2000)
    assert not is_mass_change(zeros=9, changed=19, listings=20)
    assert is_mass_change(zeros=0, changed=20, listings=79)
    assert not is_mass_change(zeros=0, changed=20, listings=80)


def test_a_look_is_judged_by_what_orders_and_our_writes_explain():
    look = Look(seen=8, seen_at=AT, believed=5, moved_at=None)
    assert judge(look) is Verdict.OUTSIDE
    assert judge(Look(seen=5, seen_at=AT, believed=5, moved_at=None)) is Verdict.EXPLAINED
    assert judge(Look(seen=8, seen_at=AT, believed=5, moved_at=at(1))) is Verdict.LOOK_AGAIN
    assert judge(Look(seen=8, seen_at=AT, believed=5, moved_at=None, unsure=True, sent=8)) is Verdict.ADOPT
    assert judge(Look(seen=8, seen_at=AT, believed=None, moved_at=None)) is Verdict.ADOPT

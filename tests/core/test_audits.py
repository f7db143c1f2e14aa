"""The four audits: when each is next, how many rounds in a row were kept, and what was missed."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core.audits import EVERY, Audit, Standing, covered, standing

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
WEEK = timedelta(days=7)


def weekly(*days_ago: float, since: float | None = 100) -> Standing:
    first = None if since is None else NOW - timedelta(days=since)
    return standing(Audit.WEEKLY, [NOW - timedelta(days=ago) for ago in days_ago], since=first, now=NOW)


@pytest.mark.parametrize(
    ("days_ago", "in_days", "streak", "missed"),
    [
        ((), -100, 0, 14),  # 100 days since it could first have been done: 14 whole weeks
        ((3,), 4, 1, 0),
        ((3, 10, 17), 4, 3, 0),
        ((3, 12, 25), 4, 3, 0),  # late, but never a whole week
        ((3, 17.5, 24), 4, 1, 0),  # between them a week is missing
        ((9, 16), -2, 2, 0),  # due since two days: the streak can still be kept
        ((15, 22), -8, 0, 1),
        ((0.1, 0.5, 1, 7.5), 6.9, 2, 0),  # three times in two days are one round
    ],
)
def test_next_streak_and_missed(days_ago, in_days, streak, missed):
    found = weekly(*days_ago)
    assert found.next_at == NOW + timedelta(days=in_days)
    assert (found.streak, found.missed, found.due(NOW)) == (streak, missed, in_days <= 0)


def test_without_anything_to_audit_nothing_is_due():
    found = weekly(since=None)
    assert (found.next_at, found.due(NOW), found.missed) == (None, False, 0)


def test_the_rhythms():
    assert [EVERY[audit].days for audit in Audit] == [1, 7, 30, 91]


def test_the_share_of_a_time_that_the_program_was_closed():
    spans = [(NOW - 2 * WEEK, NOW - WEEK), (NOW - timedelta(days=1), NOW + WEEK)]
    assert covered(spans, NOW - WEEK - timedelta(days=1), NOW) == pytest.approx(2 / 8)
    assert covered(spans, NOW, NOW) == 0

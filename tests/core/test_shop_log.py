"""Lines of a shop's own log: when, and what, and nobody's address."""

from datetime import UTC, datetime, timedelta

from app.core.shop_log import LINES_MAX, lines_of, merged, within

PASTED = (
    """
2026-05-14T13:05:10+00:00 CRITICAL Allowed memory size exhausted, order of ada@example.test from 203.0.113.7
    at wp-content/plugins/x.php:12
2026-05-14T15:04:00+02:00 INFO Delivery ID: 41 failed
[14-May-2026 13:06:00 UTC] PHP Fatal error:  Maximum execution time
2026-99-14T13:05:10+00:00 no day
"""
    + "x" * 9000
)
AT = datetime(2026, 5, 14, 13, 4, tzinfo=UTC)


def test_what_says_when_is_kept_in_its_order_without_people():
    found = lines_of(PASTED)
    assert [line.at for line in found] == [AT, AT + timedelta(seconds=70), AT + timedelta(minutes=2)]
    assert found[1].words == "CRITICAL Allowed memory size exhausted, order of … from …"
    assert within(found, AT, AT + timedelta(seconds=90)) == 2


def test_each_line_once_and_not_without_end():
    found = lines_of(PASTED)
    assert merged(found, found) == found
    many = lines_of("\n".join(f"2026-05-14 13:{n // 60:02}:{n % 60:02} line {n}" for n in range(200)))
    assert len(many) == LINES_MAX
    assert many[-1].words == "line 199"

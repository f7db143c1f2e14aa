"""Sales by day: which days count, in whose time zone, and what a window leaves out."""

from datetime import UTC, date, datetime, timedelta, timezone

from app.core.daily import Row, by_day

TODAY = date(2026, 5, 15)


def at(day, hour=12):
    return datetime(2026, 5, day, hour, tzinfo=UTC)


def days(*rows, window=5, before=10, zone=UTC, incidents=()):
    return by_day(rows, today=TODAY, window=window, zone=zone, before=before, incidents=incidents)


def test_each_day_of_the_window_without_today():
    found = days(Row(at(9), 5, 5), Row(at(10), 2, 8), Row(at(12), 1, 7), Row(at(12), 3, 4), Row(at(15), 9, 1))
    assert found.first == date(2026, 5, 10)
    assert found.sold == (2, 0, 4, 0, 0)
    assert found.counted == (True,) * 5
    demand = found.demand()
    assert (demand.mean, demand.most, demand.days, demand.selling_days) == (1.2, 4, 5, 2)


def test_days_without_stock_are_no_days_of_no_demand():
    found = days(Row(at(11), 3, 0), Row(at(13, 18), 0, 6))
    assert found.counted == (True, True, False, True, True)
    assert found.demand().left_out == 1
    assert days(before=0).counted == (False,) * 5
    assert days(before=0).demand().mean == 0.0


def test_days_inside_an_incident_are_left_out():
    found = days(incidents=[(at(11), at(12))])
    assert found.counted == (True, False, False, True, True)
    still_open = days(incidents=[(at(13), None)])
    assert still_open.counted == (True, True, True, False, False)
    assert days(incidents=[(at(1), at(2))]).counted == (True,) * 5


def test_a_day_is_the_shops_own():
    late = Row(datetime(2026, 5, 11, 23, 30, tzinfo=UTC), 1, 9)
    assert days(late).sold == (0, 1, 0, 0, 0)
    assert days(late, zone=timezone(timedelta(hours=2))).sold == (0, 0, 1, 0, 0)


def test_returns_are_netted_and_never_below_nothing():
    assert days(Row(at(11), 3, 7), Row(at(11), -1, 8), Row(at(12), -2, 10)).sold == (0, 2, 0, 0, 0)


def test_the_spread_is_that_of_a_sample():
    found = days(*(Row(at(day), sold, 9) for day, sold in ((10, 2), (11, 4), (12, 4), (13, 4), (14, 6))))
    assert round(found.demand().spread, 4) == 1.4142

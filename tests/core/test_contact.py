"""The contact clock, the steps and the stops, without a window."""

from datetime import timedelta

import pytest

from app.core.contact import NOTICES, Contact, clock, rung
from app.core.stopping import Stop, Told, all_stopped, stop_of
from app.core.wizard import Facts, stands
from tests.life import NOW, later


def test_it_is_the_earliest_unwritten():
    one = clock([Contact(order=1, found_at=NOW, sent_at=later(5)), Contact(order=2, found_at=later(30))])
    assert one is not None
    assert (one.found_at, one.waiting, one.written) == (later(30), 1, 1)
    assert one.left(later(31)) == timedelta(minutes=119)


def test_it_stands_once_everyone_was_written_to():
    one = clock([Contact(order=1, found_at=NOW, sent_at=later(5)), Contact(order=2, found_at=NOW, sent_at=later(9))])
    assert one is not None
    assert one.stopped_at == later(9)
    assert rung(one, NOW, later(500)) is None


def test_nobody_to_write_to():
    assert clock([]) is None


@pytest.mark.parametrize("after", NOTICES)
def test_each_notice_rings_once(after):
    one = clock([Contact(order=1, found_at=NOW)])
    at = NOW + after
    assert rung(one, at - timedelta(seconds=1), at) == after
    assert rung(one, at, at + timedelta(seconds=1)) is None


def test_notices_are_at_60_90_and_120_and_with_15_and_5_left():
    assert [int(after.total_seconds() // 60) for after in NOTICES] == [60, 90, 105, 115, 120]


def test_after_a_sleep_only_the_newest_is_said():
    assert rung(clock([Contact(order=1, found_at=NOW)]), NOW, later(110)) == timedelta(minutes=105)


def told(**more):
    usual = {"held": True, "reached": True, "zero": True, "off": True, "failed": False, "read_back": True}
    return Told(**{**usual, **more})


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, Stop.STOPPED),
        ({"read_back": False}, Stop.UNDER_WAY),
        ({"zero": False}, Stop.UNDER_WAY),
        ({"off": False}, Stop.UNDER_WAY),
        ({"reached": False}, Stop.BY_HAND),
        ({"reached": False, "ticked": True}, Stop.TICKED),
        ({"failed": True, "off": False}, Stop.STOPPED),
        ({"failed": True, "off": False, "zero": False}, Stop.BY_HAND),
        ({"contradicted": True}, Stop.BY_HAND),
        ({"held": False}, Stop.AT_ZERO),
        ({"held": False, "zero": False}, Stop.SELLING),
        ({"held": False, "resumed": True}, Stop.RESUMED),
    ],
)
def test_how_a_listing_stands(more, expected):
    assert stop_of(told(**more)) is expected


def test_the_step_is_done_only_when_each_is_confirmed_or_ticked():
    assert all_stopped([Stop.STOPPED, Stop.TICKED])
    for other in set(Stop) - {Stop.STOPPED, Stop.TICKED}:
        assert not all_stopped([Stop.STOPPED, other])


@pytest.mark.parametrize(
    ("stops", "done", "note"),
    [
        ([], True, "Listed nowhere"),
        ([Stop.SELLING], False, "Not pressed"),
        ([Stop.AT_ZERO], False, "At 0, not held"),
        ([Stop.STOPPED, Stop.UNDER_WAY], False, "1 of 2 stopped"),
        ([Stop.STOPPED, Stop.BY_HAND], False, "1 by hand"),
        ([Stop.STOPPED], True, "Every channel has stopped"),
    ],
)
def test_the_first_step(stops, done, note):
    first = stands(Facts(stops=stops))[0]
    assert (first.done, str(first.note)) == (done, note)

"""Whom to ship to: one test for each reason, in which that reason alone turns the order round."""

from datetime import date

import pytest

from app.core.claims import Candidate, Reason, moved, ranked
from tests.life import later


def made(order, **more):
    more = {"pieces": 1, "placed_at": later(0), "heard_at": later(0), "headroom": 1, **more}
    return Candidate(order=order, **more)


# (reason, what the second has that puts it before the first, what the first has that would win otherwise)
FLIPS = [
    (Reason.HEADROOM, {"headroom": 0}, {"bought": 9}),
    (Reason.RETURNING, {"bought": 2}, {"promised_on": date(2026, 5, 15)}),
    (Reason.PROMISED, {"promised_on": date(2026, 5, 15)}, {"placed_at": later(-5)}),
    (Reason.FIRST, {"placed_at": later(-1)}, {"value_minor": 9000}),
    (Reason.VALUE, {"value_minor": 100}, {"heard_at": later(-3)}),
    (Reason.ARRIVED, {"heard_at": later(-1)}, {}),
]


@pytest.mark.parametrize(("reason", "second", "first"), FLIPS, ids=[flip[0].value for flip in FLIPS])
def test_each_reason_flips_it(reason, second, first):
    without = ranked([made(1, **first), made(2)], 1)
    assert [place.candidate.order for place in without] == [1, 2]
    places = ranked([made(1, **first), made(2, **second)], 1)
    assert [place.candidate.order for place in places] == [2, 1]
    assert places[0].reason is reason


def test_not_known_is_never_bought():
    assert [one.candidate.order for one in ranked([made(1), made(2, bought=0)], 1)] == [1, 2]


def test_what_was_posted_is_out_of_the_choice():
    assert [one.candidate.order for one in ranked([made(1, posted=True), made(2)], 1)] == [2]


def test_pieces_go_down_the_line():
    places = ranked([made(1, pieces=2), made(2, pieces=2, heard_at=later(1))], 3)
    assert [(place.gets, place.short) for place in places] == [(2, 0), (1, 1)]


def test_the_seller_decides_and_newcomers_follow():
    places = ranked([made(1), made(2, heard_at=later(1)), made(3, heard_at=later(2))], 1, chosen=[2, 1])
    assert [place.candidate.order for place in places] == [2, 1, 3]
    assert places[0].reason is Reason.CHOSEN


def test_moving_stays_at_the_ends():
    assert moved([1, 2, 3], 3, -1) == [1, 3, 2]
    assert moved([1, 2, 3], 1, -1) == [1, 2, 3]

"""A cancel or a refund is sent once and proved by the order itself."""

from datetime import timedelta

import pytest

from app.core import reversal
from app.core.reversal import SEND, Act, Reason, Standing, Step, Wish, after_sending, before_sending
from tests.life import NOW

CANCEL = Wish(order="1", act=Act.CANCEL, reason=Reason.OVERSOLD, key="k")
REFUND = Wish(order="1", act=Act.REFUND, reason=Reason.OVERSOLD, key="k", pieces={"a": 1, "b": 2})


@pytest.mark.parametrize(
    ("wish", "standing", "step"),
    [
        (CANCEL, Standing(), None),
        (REFUND, Standing(), None),
        (REFUND, Standing(sent=True), None),
        (CANCEL, None, Step.REFUSED),
        (CANCEL, Standing(cancelled=True), Step.CONFIRMED),
        (REFUND, Standing(cancelled=True), Step.REFUSED),
        (CANCEL, Standing(sent=True), Step.REFUSED),
    ],
)
def test_the_order_is_read_before_anything_is_sent(wish, standing, step):
    verdict = before_sending(wish, standing)
    assert verdict.step is step
    assert (verdict is SEND) is (step is None)
    assert (verdict.words is None) is (step is None), "an end has its words"


def judged(wish, standing, *, minutes=0.0, unsure=False, before=None):
    waited = timedelta(minutes=minutes)
    return after_sending(wish, standing, before=before or {}, unsure=unsure, waited=waited).step


def test_only_the_order_proves_it():
    assert judged(CANCEL, Standing()) is None
    assert judged(CANCEL, Standing(cancelled=True)) is Step.CONFIRMED
    assert judged(REFUND, Standing(refunded={"a": 1, "b": 1})) is None
    assert judged(REFUND, Standing(refunded={"a": 1, "b": 2})) is Step.CONFIRMED
    assert judged(REFUND, Standing(refunded={"a": 1, "b": 2}), before={"b": 1}) is None, (
        "an older refund proves nothing"
    )
    assert judged(REFUND, Standing(refunded={"a": 1, "b": 3}), before={"b": 1}) is Step.CONFIRMED


@pytest.mark.parametrize(("unsure", "minutes"), [(True, 5), (False, 30)])
def test_what_the_order_never_shows_is_given_up_and_never_repeated(unsure, minutes):
    assert judged(CANCEL, Standing(), minutes=minutes - 0.1, unsure=unsure) is None
    assert judged(CANCEL, Standing(), minutes=minutes, unsure=unsure) is Step.REFUSED
    assert judged(CANCEL, None, minutes=minutes, unsure=unsure) is Step.REFUSED


def test_a_job_that_goes_on_is_waited_for():
    assert judged(CANCEL, Standing(working=True), minutes=6, unsure=True) is None
    assert judged(CANCEL, Standing(working=True), minutes=30, unsure=True) is Step.REFUSED


def test_it_is_looked_at_soon_and_then_less_and_less_often():
    assert reversal.next_look(NOW, NOW) - NOW == timedelta(seconds=2)
    later = NOW + timedelta(seconds=20)
    assert reversal.next_look(NOW, later) - later == timedelta(seconds=20)
    late = NOW + timedelta(minutes=20)
    assert reversal.next_look(NOW, late) - late == timedelta(seconds=60)

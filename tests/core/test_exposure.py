"""The ledger of promises: every rule of C.2, and the two worked traces."""

import pytest

from app.core.channel import Guard
from app.core.exposure import (
    Exposure,
    Kind,
    Write,
    added_by,
    adopt,
    confirm,
    edited,
    effective_withdrawal,
    fold,
    permitted,
    refuse,
    restocked,
    send,
    settle,
    sold,
    unsure,
)

CAS, DELTA, BLIND = Guard.COMPARE_AND_SET, Guard.DELTA, Guard.ABSOLUTE


def write(old, new, guard=CAS, key="k"):
    return Write(key=key, old=old, new=new, guard=guard)


def sent(bound, *writes):
    exposure = Exposure(bound)
    for one in writes:
        exposure, _ = send(exposure, one)
    return exposure


@pytest.mark.parametrize("guard", [CAS, DELTA])
def test_a_raise_counts_when_it_is_sent(guard):
    exposure, promises = send(Exposure(2), write(2, 5, guard))
    assert exposure.bound == 5
    assert [(promise.kind, promise.change) for promise in promises] == [(Kind.GRANT, 3)]
    settled, promises = settle(confirm(exposure, "k"), "k")
    assert settled == Exposure(5)
    assert promises == ()


@pytest.mark.parametrize("guard", [CAS, DELTA])
def test_a_lowering_counts_when_it_is_confirmed_and_settled(guard):
    exposure, promises = send(Exposure(5), write(5, 2, guard))
    assert (exposure.bound, promises) == (5, ())
    exposure = confirm(exposure, "k")
    assert exposure.bound == 5, "sales may still be let through by the old number"
    exposure, promises = settle(exposure, "k")
    assert exposure == Exposure(2)
    assert [(promise.kind, promise.change) for promise in promises] == [(Kind.WITHDRAW, -3)]


def test_only_what_was_really_taken_is_freed():
    assert effective_withdrawal(3, after=2) == 3
    assert effective_withdrawal(3, after=-1) == 2
    assert effective_withdrawal(3, after=-3) == 0
    assert effective_withdrawal(1, after=-4) == 0, "it was below zero before"
    exposure = confirm(sent(5, write(5, 2, DELTA)), "k", effective=effective_withdrawal(3, after=-1))
    assert settle(exposure, "k")[0] == Exposure(3)


def test_nothing_is_settled_before_it_is_confirmed():
    with pytest.raises(AssertionError, match="confirmed first"):
        settle(sent(5, write(5, 2)), "k")


def test_a_blind_set_counts_both_numbers_until_it_is_drained():
    exposure, promises = send(Exposure(3), write(3, 2, BLIND))
    assert (exposure.bound, promises[0].change) == (5, 2)
    exposure, _ = sold(exposure, 3)  # of them, one came after the set
    exposure, promises = settle(confirm(exposure, "k"), "k", sold=1)
    assert exposure == Exposure(1)
    assert promises[0].kind is Kind.WITHDRAW


def test_setting_zero_blindly_adds_nothing_and_frees_all_once_drained():
    exposure, promises = send(Exposure(3), write(3, 0, BLIND))
    assert (exposure.bound, promises) == (3, ())
    assert settle(confirm(exposure, "k"), "k")[0] == Exposure(0)


def test_a_blind_set_does_not_undo_a_write_of_unknown_fate():
    exposure = sent(3, write(3, 4, BLIND, key="lost"), write(3, 2, BLIND))
    assert exposure.bound == 9
    assert settle(confirm(exposure, "k"), "k")[0].bound == 2 + 4, "the lost one may still land on top"


def test_an_unknown_outcome_stays_at_its_worst_until_the_number_is_read():
    raised, promises = unsure(sent(2, write(2, 5)), "k")
    assert (raised.bound, promises[0].kind, promises[0].change) == (5, Kind.UNSURE, 0)
    lowered, _ = unsure(sent(5, write(5, 2)), "k")
    assert lowered.bound == 5
    exposure, promises = adopt(lowered, 1, sold=1)
    assert exposure == Exposure(0)
    assert [(promise.kind, promise.change) for promise in promises] == [(Kind.ADOPT, -5)]


def test_a_number_below_zero_sells_no_less_than_zero():
    exposure, promises = adopt(Exposure(2), -3)
    assert (exposure, promises[0].change) == (Exposure(0), -2)
    assert str(promises[0].why) == "Shows \N{MINUS SIGN}3, and every order until then is known", "it is said as it is"
    assert adopt(Exposure(0), -3) == (Exposure(0), ())


def test_what_did_not_take_place_is_taken_back():
    exposure, promises = refuse(sent(2, write(2, 5)), "k")
    assert exposure == Exposure(2)
    assert [(promise.kind, promise.change) for promise in promises] == [(Kind.WITHDRAW, -3)]
    assert refuse(sent(5, write(5, 2)), "k") == (Exposure(5), ())


def test_the_same_key_adds_nothing_and_another_adds_again():
    lost = sent(2, write(2, 5, key="first"))
    assert send(lost, write(2, 5, key="first")) == (lost, ())
    assert permitted(lost, write(2, 5, key="first"), total=5, available=5)
    assert not permitted(lost, write(2, 5, key="second"), total=5, available=5)
    assert sent(2, write(2, 5, key="first"), write(2, 5, key="second")).bound == 8
    assert sent(5, write(5, 2, key="first"), write(5, 2, key="second")).bound == 5, "lowering twice is safe"


def test_a_refused_repeat_says_nothing_of_the_first():
    exposure = sent(2, write(2, 5, key="first"), write(2, 5, key="second"))
    assert refuse(exposure, "second")[0].bound == 5


def test_sales_restocks_and_edits():
    exposure, promises = sold(Exposure(3), 2)
    assert (exposure.bound, str(promises[0].why)) == (1, "2 pieces sold there became known")
    exposure, promises = restocked(exposure, 1)
    assert (exposure.bound, str(promises[0].why)) == (2, "1 piece was put back by the shop")
    exposure, promises = edited(exposure, -1)
    assert (exposure.bound, promises[0].kind, str(promises[0].why)) == (1, Kind.EDIT, "Changed by hand there by −1")


def test_more_sold_than_ever_allowed_is_an_alarm():
    exposure, _ = sold(Exposure(1), 1)
    assert not exposure.broken
    exposure, _ = sold(exposure, 1)
    assert exposure.broken


@pytest.mark.parametrize(
    ("one", "total", "available", "may"),
    [
        (write(2, 5), 5, 8, True),
        (write(2, 5), 6, 8, False),
        (write(5, 2), 9, 2, True),
        (write(3, 2, BLIND), 5, 7, True),
        (write(3, 2, BLIND), 5, 6, False),
        (write(3, 0, BLIND), 9, 2, True),
        (write(2, 2, DELTA), 9, 2, True),
    ],
)
def test_what_may_be_sent(one, total, available, may):
    assert permitted(Exposure(one.old), one, total=total, available=available) is may


class Trace:
    """A product with its listings' exposures; checks after every step that the reserve is not negative."""

    def __init__(self, on_hand, *bounds):
        self.on_hand, self.committed = on_hand, 0
        self.at = [Exposure(bound) for bound in bounds]
        self.promises = []

    @property
    def available(self):
        return self.on_hand - self.committed

    @property
    def bounds(self):
        return [exposure.bound for exposure in self.at]

    @property
    def reserve(self):
        return self.available - sum(self.bounds)

    def step(self, channel, step, *args, committed=0, **named):
        self.at[channel], promises = step(self.at[channel], *args, **named)
        self.committed += committed
        self.promises += [(channel, promise) for promise in promises]
        assert self.reserve >= 0


def test_example_7_ledger_trace():
    trace = Trace(10, 5, 3, 2)
    trace.step(0, sold, 5, committed=5)
    assert (trace.bounds, trace.available) == ([0, 3, 2], 5)

    trace.step(1, send, write(3, 2, key="a"))
    trace.step(1, refuse, "a")  # two are left: one sale there is not known yet
    trace.step(1, send, write(2, 1, key="b"))
    trace.at[1] = confirm(trace.at[1], "b")
    assert trace.bounds == [0, 3, 2]
    trace.step(1, settle, "b")
    assert (trace.bounds, trace.reserve) == ([0, 2, 2], 1)

    grant = write(0, 1, key="c")
    assert permitted(trace.at[0], grant, total=sum(trace.bounds), available=trace.available)
    trace.step(0, send, grant)
    assert (trace.bounds, trace.reserve) == ([1, 2, 2], 0)
    assert not permitted(trace.at[0], write(1, 2), total=sum(trace.bounds), available=trace.available)

    trace.step(1, sold, 1, committed=1)
    assert (trace.bounds, trace.available) == ([1, 1, 2], 4)
    trace.on_hand, trace.committed = 6, 2  # four are shipped
    trace.step(0, restocked, 1, committed=-1)
    assert (trace.bounds, trace.available, trace.committed) == ([2, 1, 2], 5, 1)
    for channel, start in enumerate((5, 3, 2)):
        rows = [promise for at, promise in trace.promises if at == channel]
        assert start + fold(rows) == trace.bounds[channel], "the bound is the sum of the ledger's rows"


def test_example_8_blind_set():
    bounds = [3, 2]
    assert sum(bounds) + added_by(write(3, 2, BLIND)) == 7
    assert not permitted(Exposure(3), write(3, 2, BLIND), total=5, available=5)
    assert permitted(Exposure(3), write(3, 0, BLIND), total=5, available=5)
    assert sent(3, write(3, 0, BLIND)).bound + 2 == 5

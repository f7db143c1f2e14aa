"""Stock writes: what each outcome promises, whatever guard the channel has."""

import httpx
import pytest

from app.core.channel import Guard, WriteOutcome, WriteResult
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from tests.contract.stages import Stage

DONE, STALE, REFUSED = WriteOutcome.DONE, WriteOutcome.STALE, WriteOutcome.REFUSED
GONE, UNKNOWN, LATER = WriteOutcome.GONE, WriteOutcome.UNKNOWN, WriteOutcome.LATER


@pytest.fixture
def mug(stage: Stage) -> str:
    mug = stage.shop.add_product("MUG", 10)
    stage.channel.stock([mug])  # signed in, so that the next call is the one a test is about
    return mug


def shows(stage: Stage, ref: str) -> int | None:
    return stage.shop.quantity(ref)


@pytest.mark.parametrize("quantity", [0, 3, 10, 25])
def test_done(stage: Stage, mug: str, quantity: int) -> None:
    result = stage.write(mug, quantity, believed=10)
    assert (result.ref, result.outcome, result.seen, result.explained) == (mug, DONE, quantity, None)
    assert shows(stage, mug) == quantity


def test_a_sale_that_was_not_heard_of_is_never_wiped_out(stage: Stage, mug: str) -> None:
    """The shop sold two meanwhile. Either the write is refused as stale, or the two stay taken off."""
    stage.sell((mug, 2))
    result = stage.write(mug, 5, believed=10)
    if stage.channel.info.guard is Guard.DELTA:
        assert (result.outcome, result.seen, shows(stage, mug)) == (DONE, 3, 3)
    else:
        assert (result.outcome, shows(stage, mug)) == (STALE, 8)


def test_a_number_that_could_not_go_all_the_way_says_how_far(stage: Stage, mug: str) -> None:
    """Of ten all but one are to go, and nine were sold: what cannot be taken off is said, and nothing is below zero."""
    stage.sell((mug, 9))
    result = stage.write(mug, 1, believed=10)
    left = shows(stage, mug)
    assert left is not None
    assert left >= 0
    assert result.outcome is STALE or (result.explained, left) == (9, 0)


def test_gone(stage: Stage, mug: str) -> None:
    stage.shop.delete_product(mug)
    assert stage.write(mug, 5, believed=10).outcome is GONE


def test_refused_in_the_shop_s_own_words(stage: Stage, mug: str) -> None:
    stage.make_unwritable(mug)
    result = stage.write(mug, 5, believed=10)
    assert result.outcome is REFUSED
    assert result.words


def test_one_bad_row_stops_no_other(stage: Stage) -> None:
    gone, bowl, shut, cup = stage.together(4)
    stage.drop(gone)
    if stage.refuses_rows:
        stage.make_unwritable(shut)
    writes = [stage.write_of(ref, 4, believed=10) for ref in (gone, bowl, shut, cup)]
    results = stage.channel.set_stock(writes)
    assert [result.ref for result in results] == [gone, bowl, shut, cup]
    assert [result.outcome for result in results] == [GONE, DONE, REFUSED if stage.refuses_rows else DONE, DONE]
    assert [shows(stage, ref) for ref in (bowl, cup)] == [4, 4]


def test_a_whole_batch(stage: Stage) -> None:
    stage.be_generous()
    info = stage.channel.info
    refs = stage.together(info.write_batch)
    share = info.write_batch // info.write_keys if info.write_keys else 1
    writes = [stage.write_of(ref, at, believed=10, key=f"batch-{at // share}") for at, ref in enumerate(refs)]
    results = stage.channel.set_stock(writes)
    assert [(result.ref, result.outcome) for result in results] == [(ref, DONE) for ref in refs]
    assert [shows(stage, ref) for ref in refs] == list(range(len(refs)))
    assert sum(stage.writes(request) for request in stage.wire.requests) == 1


# --- answers that do not come --------------------------------------------------------------------------------------


AFTER = [Fault.TIMEOUT_AFTER, Fault.LOST_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED]
BEFORE = [Fault.TIMEOUT_BEFORE, Fault.LOST_BEFORE, Fault.BROKEN, Fault.GARBAGE]


@pytest.mark.parametrize("fault", [*AFTER, *BEFORE])
def test_nobody_knows_what_became_of_it(stage: Stage, mug: str, fault: Fault) -> None:
    stage.shop.faults.fail_next(fault, when=stage.writes)
    assert stage.write(mug, 4, believed=10).outcome is UNKNOWN
    assert shows(stage, mug) == (4 if fault in AFTER else 10)


@pytest.mark.parametrize("fault", [*AFTER, *BEFORE])
@pytest.mark.parametrize("sold", [0, 2])
def test_what_is_unknown_is_never_done_twice(stage: Stage, mug: str, fault: Fault, sold: int) -> None:
    """The very same write again: done once where a key makes that safe, else looked at and not written."""
    write = stage.write_of(mug, 4, believed=10)
    stage.shop.faults.fail_next(fault, when=stage.writes)
    stage.channel.set_stock([write])
    if sold:
        stage.sell((mug, sold))
    before = shows(stage, mug)
    again = stage.write_of(mug, 4, believed=10, key=write.key, repeated=True)
    (result,) = stage.channel.set_stock([again])
    if stage.channel.info.guard is Guard.ABSOLUTE and before == 10:
        assert (result.outcome, result.seen, shows(stage, mug)) == (DONE, 4, 4), "looked at: it never took effect"
    elif not stage.channel.info.repeatable:
        assert (result.outcome, result.seen, shows(stage, mug)) == (STALE, before, before)
    elif fault in AFTER:
        assert (result.outcome, result.seen, shows(stage, mug)) == (DONE, None, before)
    elif sold:
        assert (result.outcome, shows(stage, mug)) == (STALE, before)
    else:
        assert (result.outcome, shows(stage, mug)) == (DONE, 4)


def test_certainly_not_sent(stage: Stage, mug: str) -> None:
    stage.shop.faults.fail_next(Fault.UNREACHABLE, when=stage.writes)
    _not_written(stage, mug, ChannelUnavailable)


def test_too_many_requests(stage: Stage, mug: str) -> None:
    for status in stage.throttles:
        stage.throttle(status)
        _not_written(stage, mug, ChannelUnavailable)
    stage.shop.faults.calm()
    assert stage.write(mug, 4, believed=10).outcome is DONE


def test_signed_out(stage: Stage, mug: str) -> None:
    stage.shop.faults.signed_out = True
    _not_written(stage, mug, ChannelSignedOut)


@pytest.mark.parametrize("status", [301, 404])
def test_something_else_answers_there(stage: Stage, mug: str, status: int) -> None:
    """A page of the host's, or a way to another place: nothing is done, stale or gone, at worst it is looked at."""
    stage.wire.instead = lambda request: _page(status) if stage.writes(request) else None
    assert _ending(stage, mug) in ("not sent", "refused", "unknown")
    assert shows(stage, mug) == 10


def _ending(stage: Stage, mug: str) -> str:
    """How a write ended, by its result or by an error for all."""
    try:
        outcome = stage.write(mug, 4, believed=10).outcome
    except ChannelUnavailable as error:
        return "unknown" if error.sent else "not sent"
    except ChannelRefused:
        return "refused"
    return outcome.value


def _page(status: int) -> httpx.Response:
    return httpx.Response(status, headers={"Location": "https://other.example/"}, html="<h1>Not here</h1>")


def _not_written(stage: Stage, mug: str, kind: type[ChannelError]) -> None:
    """An error says it for all: nothing was written, and the lane may send it again."""
    results: list[WriteResult] = []
    with pytest.raises(kind) as caught:
        results = stage.channel.set_stock([stage.write_of(mug, 4, believed=10)])
    assert not results
    if isinstance(caught.value, ChannelUnavailable):
        assert not caught.value.sent
    assert shows(stage, mug) == 10


@pytest.mark.parametrize("fault", [Fault.TIMEOUT_AFTER, Fault.LOST_AFTER, Fault.BROKEN_AFTER, Fault.TIMEOUT_BEFORE])
def test_a_pause_whose_answer_was_lost_does_not_forget_what_was(stage: Stage, mug: str, fault: Fault) -> None:
    seen: list[str] = []

    def changes(request: httpx.Request) -> bool:
        return request.method in ("PUT", "PATCH") or b"mutation" in request.content

    stage.shop.faults.fail_next(fault, when=changes)
    for _ in range(2):  # the lane asks again after an error
        try:
            seen.append(stage.channel.pause(mug))
            break
        except ChannelUnavailable:
            continue
    assert not stage.on_sale(mug)
    stage.channel.resume(mug, seen[0])
    assert stage.on_sale(mug)

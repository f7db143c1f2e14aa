"""When a shop is in trouble, every call says so with an error of ours: never a fact, and never another error."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from app.channels import http
from app.core.channel import Introduction
from app.errors import ChannelError, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from tests.contract.stages import Stage

SKU = "MUG"


class Known:
    """A shop with a product and an order, both read before the trouble begins."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.mug = stage.shop.add_product(SKU, 10)
        self.cursor = stage.channel.first_cursor(stage.time())
        self.order = stage.sell((self.mug, 1))
        self.open_page = stage.channel.orders_open(None).cursor
        assert stage.channel.stock([self.mug])[0].quantity == 9


@pytest.fixture
def known(stage: Stage) -> Known:
    return Known(stage)


CALLS: dict[str, Callable[[Known], object]] = {
    "listings": lambda known: known.stage.channel.listings(None),
    "orders_changed": lambda known: known.stage.channel.orders_changed(known.cursor),
    "orders_open": lambda known: known.stage.channel.orders_open(known.open_page),
    "order": lambda known: known.stage.channel.order(known.order),
    "stock": lambda known: known.stage.channel.stock([known.mug]),
    "pause": lambda known: known.stage.channel.pause(known.mug),
}
each_call = pytest.mark.parametrize("call", CALLS)


def fails(known: Known, call: str, kind: type[ChannelError] = ChannelError) -> ChannelError:
    """The call fails with one of our errors, with words for people; and what was there is there afterwards."""
    with pytest.raises(kind) as caught:
        CALLS[call](known)
    error = caught.value
    assert str(error.title)
    assert str(error.advice).endswith(".")
    for foreign in ("Traceback", "Error(", "httpx", "msgspec", "None"):
        assert foreign not in str(error)
    known.stage.shop.faults.calm()
    known.stage.wire.instead = lambda _: None
    if isinstance(error, ChannelUnavailable):
        known.stage.time.forward(error.retry_after or 0)
    assert known.stage.channel.stock([known.mug])[0].quantity == 9
    return error


@each_call
@pytest.mark.parametrize(
    "fault", [Fault.TIMEOUT_BEFORE, Fault.TIMEOUT_AFTER, Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.UNREACHABLE]
)
def test_a_connection_that_breaks(known: Known, call: str, fault: Fault) -> None:
    known.stage.shop.faults.fail_next(fault)
    error = fails(known, call, ChannelUnavailable)
    assert isinstance(error, ChannelUnavailable)
    sent = fault is not Fault.UNREACHABLE
    # A pause may begin with a reading: then certainly nothing was written.
    assert error.sent is sent or (call == "pause" and not error.sent)
    assert known.stage.calls[-2].outcome == "unavailable", "the call log tells it too"


@each_call
@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.GARBAGE, Fault.TRUNCATED])
def test_an_answer_that_is_none(known: Known, call: str, fault: Fault) -> None:
    known.stage.shop.faults.fail_next(fault)
    fails(known, call, ChannelUnavailable)


_DEEP = b"[" * 100_000  # deeper than any decoder follows
SOMETHING_ELSE = [
    *(b"", b"null", b"[]", b"{}", b'"text"', b'[{"id":"x"}]', b"\xff\xfe", b'{"data":{}}'),
    *(_DEEP, b'{"data":{"odd":' + _DEEP, b'[{"odd":' + _DEEP),
]


@each_call
@pytest.mark.parametrize("body", SOMETHING_ELSE, ids=lambda body: str(body[:12]))
def test_json_that_is_something_else(known: Known, call: str, body: bytes) -> None:
    """An empty list may be an answer, where a list was asked for; nothing else may pass for one."""
    known.stage.wire.instead = lambda _: httpx.Response(200, content=body)
    if body == b"[]":
        _empty_or_error(known, call)
    else:
        fails(known, call)


def _empty_or_error(known: Known, call: str) -> None:
    try:
        said = CALLS[call](known)
    except ChannelError:
        return
    assert call in ("listings", "orders_changed", "orders_open", "stock"), f"{call} made {said} of nothing"


@each_call
def test_signed_out(known: Known, call: str) -> None:
    known.stage.shop.faults.signed_out = True
    assert fails(known, call, ChannelSignedOut).status == 401


@each_call
def test_too_many_requests(known: Known, call: str) -> None:
    for status in known.stage.throttles:
        known.stage.throttle(status)
        known.stage.shop.faults.retry_after_s = 30
        error = fails(known, call, ChannelUnavailable)
        assert isinstance(error, ChannelUnavailable)
        assert (error.retry_after, error.status) == (30, status)


@each_call
@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_a_page_of_the_host_ends_nothing(known: Known, call: str, status: int) -> None:
    """A shop that is down for an update has no order gone and no listing gone."""
    known.stage.wire.instead = lambda _: httpx.Response(status, html="<h1>Back soon</h1>")
    fails(known, call)


@each_call
def test_a_way_to_another_place_is_not_followed(known: Known, call: str) -> None:
    elsewhere = "https://other.example/here"
    before = len(known.stage.wire.requests)
    known.stage.wire.instead = lambda _: httpx.Response(302, headers={"Location": elsewhere})
    fails(known, call)
    hosts = {request.url.host for request in known.stage.wire.requests[before:]}
    assert "other.example" not in hosts


class Endless(httpx.SyncByteStream):
    """An answer that never ends."""

    def __iter__(self) -> Iterator[bytes]:
        while True:
            yield b"[" * 4096


@each_call
def test_a_gigantic_answer(known: Known, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "ANSWER_MAX_BYTES", 100_000)
    known.stage.wire.instead = lambda _: httpx.Response(200, stream=Endless())
    error = fails(known, call, ChannelUnavailable)
    assert "far too large" in str(error.title)


@pytest.mark.parametrize("status", [200, 301, 401, 403, 404, 429, 500])
def test_an_introduction_says_what_is_wrong(stage: Stage, status: int) -> None:
    """By a check that failed, with words, or by an error of ours; never by a shop that is in order."""
    stage.wire.instead = lambda _: httpx.Response(
        status, headers={"Location": "https://other.example"}, html="<h1>Hello</h1>"
    )
    said = _introduced(stage)
    if isinstance(said, Introduction):
        failed = [check for check in said.checks if not check.ok]
        assert failed
        assert all(str(check.name) and str(check.words or "") for check in failed)
    else:
        assert str(said.title)
        assert str(said.advice)


def _introduced(stage: Stage) -> Introduction | ChannelError:
    try:
        return stage.channel.introduce()
    except ChannelError as error:
        return error


def test_it_goes_on_after_the_trouble(known: Known) -> None:
    """The connector keeps nothing of a failure."""
    for fault in Fault:
        known.stage.shop.faults.fail_next(fault)
        try:
            known.stage.channel.orders_changed(known.cursor)
        except ChannelError:
            known.stage.time.forward(60)
    page = known.stage.channel.orders_changed(known.cursor)
    assert [order.ref for order in page.orders] == [known.order]

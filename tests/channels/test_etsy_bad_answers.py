"""Refusals, faults and nonsense: each becomes one of our errors, with a sentence for people."""

from collections.abc import Callable

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.channels.etsy.shop import Etsy
from app.core.channel import WriteOutcome, WriteResult
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.etsy_world import START, World, cursor_at, stock_write

CALLS: list[Callable[[Etsy], object]] = [
    lambda etsy: etsy.listings(None),
    lambda etsy: etsy.orders_changed(cursor_at(START)),
    lambda etsy: etsy.orders_open(None),
    lambda etsy: etsy.order("21"),
    lambda etsy: etsy.stock(["13", "15/200:1"]),
    lambda etsy: etsy.set_stock([stock_write("13", 3, 10)]),
    lambda etsy: etsy.pause("13"),
    lambda etsy: etsy.resume("13", '{"was":"active","asked_at":1,"left":{}}'),
    lambda etsy: etsy.put_on_sale("13", 4),
]


def answers(response: Callable[[], httpx.Response]) -> Etsy:
    return World().open(httpx.MockTransport(lambda request: response()))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>Maintenance</html>",
        b"[",
        b"null",
        b"{}",
        b"[[]]",
        b"\xff\xfe",
        b'{"count":1}',
        b'{"count":1,"results":[{}]}',
        b'{"count":1,"results":[{"listing_id":"x"}]}',
        b'{"products":[{"offerings":[{"quantity":"3"}]}]}',
    ],
)
def test_nonsense_with_200_is_not_understood(call: Callable[[Etsy], object], content: bytes) -> None:
    with pytest.raises(ChannelUnavailable) as caught:
        call(answers(lambda: httpx.Response(200, content=content)))
    assert "does not understand" in str(caught.value.title)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("status", "body", "kind", "title"),
    [
        (400, {"error": "bad"}, ChannelRefused, "refused the request"),
        (401, {"error": "invalid_token"}, ChannelError, ""),
        (403, {"error": "insufficient_scope", "error_description": "needs listings_w"}, ChannelSignedOut, "listings_w"),
        (403, {"error": "insufficient_scope"}, ChannelSignedOut, "a permission that it needs"),
        (403, {"error": "Invalid API key"}, ChannelSignedOut, "keystring and the shared secret"),
        (401, {"error": "Shared secret is required in x-api-key header."}, ChannelSignedOut, "the shared secret"),
        (403, {"error": "This listing is not yours"}, ChannelRefused, "refused the request"),
        (403, None, ChannelUnavailable, "does not understand"),
        (418, None, ChannelUnavailable, "does not understand"),
        (429, {"error": "slow down"}, ChannelUnavailable, "asked us to wait"),
        (500, None, ChannelUnavailable, "a fault of its own"),
        (502, {"error": "bad gateway"}, ChannelUnavailable, "a fault of its own"),
        (302, None, ChannelRefused, "leads to another place"),
    ],
)
def test_every_refusal_has_its_sentence(
    call: Callable[[Etsy], object], status: int, body: dict[str, str] | None, kind: type[ChannelError], title: str
) -> None:
    def response() -> httpx.Response:
        return httpx.Response(status, json=body) if body else httpx.Response(status, text="<h1>No</h1>")

    with pytest.raises(kind) as caught:
        call(answers(response))
    assert title in str(caught.value.title)


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.SIGNED_OUT])
@pytest.mark.parametrize("call", CALLS)
def test_every_fault_is_one_of_our_errors(call: Callable[[Etsy], object], fault: Fault) -> None:
    world = World()
    world.shop.faults.fail_next(*[fault] * 9)
    with pytest.raises(ChannelUnavailable):
        call(world.channel)


def test_errors_of_others_do_not_become_ours() -> None:
    world = World()
    world.shop.faults.fail_next(Fault.SIGNED_OUT)
    assert world.channel.stock(["1"])[0].gone, "asked for a new token, and once more"


@given(st.binary(max_size=400))
def test_no_answer_makes_a_reading_crash(content: bytes) -> None:
    etsy = answers(lambda: httpx.Response(200, content=content))
    for call in CALLS:
        with pytest.raises(ChannelError):
            call(etsy)


FIELDS = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 2000) | st.sampled_from(["active", "x", ""]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                [
                    "products",
                    "offerings",
                    "quantity",
                    "price",
                    "amount",
                    "divisor",
                    "is_enabled",
                    "listing",
                    "listing_id",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(FIELDS)
def test_a_put_is_never_called_done_by_an_answer_that_does_not_say_so(shown: object) -> None:
    world = World()
    mug = world.shop.add_product("MUG", 5)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=shown) if request.method == "PUT" else world.shop.handle(request)

    result: WriteResult = world.open(httpx.MockTransport(answer)).set_stock([stock_write(mug, 4, 5)])[0]
    assert result.outcome is not WriteOutcome.DONE or result.seen == 4

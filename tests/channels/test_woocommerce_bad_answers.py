"""Refusals, faults and nonsense: each becomes one of our errors, with a sentence for people."""

import json
from collections.abc import Callable

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.channels.woocommerce.shop import WooCommerce
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.woo_world import KEY, NOW, World, body, cursor_at, scripted, stock_write, world

READS: list[Callable[[WooCommerce], object]] = [
    lambda woo: woo.listings(None),
    lambda woo: woo.listings("variations/1"),
    lambda woo: woo.orders_changed(cursor_at(NOW)),
    lambda woo: woo.orders_open('{"statuses":"processing"}'),
    lambda woo: woo.order("21"),
    lambda woo: woo.stock(["13", "15/16"]),
    lambda woo: woo.set_stock([stock_write("13", 3, 10)]),
    lambda woo: woo.pause("13"),
    lambda woo: woo.resume("13", "publish"),
]


@pytest.fixture
def found() -> World:
    return world()


def answers(response: httpx.Response) -> WooCommerce:
    return scripted(*[response] * 9)[0]


@pytest.mark.parametrize("read", READS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>Maintenance</html>",
        b"[",
        b"null",
        b"{}",
        b"[[]]",
        b'[{"id":"x"}]',
        b"\xff\xfe",
        b'"text"',
        b"[{}]",
        b'{"code":"x","message":"y"}',
        b"<br />\n<b>Warning</b>: Undefined index in /srv/x.php\n[]",
    ],
)
def test_nonsense_with_200_is_not_understood(read: Callable[[WooCommerce], object], content: bytes) -> None:
    with pytest.raises(ChannelUnavailable) as caught:
        read(answers(httpx.Response(200, content=content)))
    assert "does not understand" in str(caught.value.title)


@pytest.mark.parametrize("read", READS)
@pytest.mark.parametrize(
    ("status", "content", "kind"),
    [
        (401, b"<h1>Authorization required</h1>", ChannelSignedOut),
        (403, b"<h1>Forbidden</h1>", ChannelUnavailable),
        (404, b"<h1>Not found</h1>", ChannelUnavailable),
        (404, b'{"code":"rest_no_route","message":"-"}', ChannelUnavailable),
        (429, b"slow down", ChannelUnavailable),
        (500, b'{"code":"internal_server_error","message":"-"}', ChannelUnavailable),
        (503, b"<h1>Briefly unavailable for scheduled maintenance.</h1>", ChannelUnavailable),
        (301, b"", ChannelRefused),
        (400, b'{"code":"rest_invalid_param","message":"-"}', ChannelRefused),
        (418, b"teapot", ChannelRefused),
    ],
)
def test_every_refusal_is_one_of_ours(
    read: Callable[[WooCommerce], object], status: int, content: bytes, kind: type[ChannelError]
) -> None:
    woo = answers(httpx.Response(status, content=content, headers={"Location": "https://other.example"}))
    if read is READS[1] and status == 404:
        return  # an older WooCommerce: asked for another way
    with pytest.raises(kind) as caught:
        read(woo)
    assert caught.value.status == status
    assert str(caught.value.title)
    assert str(caught.value.advice)


@pytest.mark.parametrize(
    ("fault", "kind", "title"),
    [
        (Fault.UNREACHABLE, ChannelUnavailable, "cannot be reached"),
        (Fault.TIMEOUT_BEFORE, ChannelUnavailable, "did not answer in time"),
        (Fault.LOST_AFTER, ChannelUnavailable, "broke off"),
        (Fault.SIGNED_OUT, ChannelSignedOut, "does not know this key"),
        (Fault.THROTTLED, ChannelUnavailable, "asked us to wait"),
        (Fault.BROKEN, ChannelUnavailable, "a fault of its own (500)"),
        (Fault.GARBAGE, ChannelUnavailable, "does not understand"),
        (Fault.TRUNCATED, ChannelUnavailable, "does not understand"),
    ],
)
def test_every_fault_has_its_sentence(found: World, fault: Fault, kind: type[ChannelError], title: str) -> None:
    mug = found.shop.add_product("MUG", 3)
    found.calls.clear()
    found.shop.faults.fail_next(fault)
    with pytest.raises(kind) as caught:
        found.reading(mug)
    assert title in str(caught.value.title)
    if fault not in (Fault.GARBAGE, Fault.TRUNCATED):
        outcome = "signed out" if kind is ChannelSignedOut else "unavailable"
        assert [call.outcome for call in found.calls] == [outcome]
    assert found.reading(mug).quantity == 3


def test_a_wait_that_the_shop_names(found: World) -> None:
    found.shop.faults.throttled, found.shop.faults.retry_after_s = True, 30
    with pytest.raises(ChannelUnavailable) as caught:
        found.reading("13")
    assert caught.value.retry_after == 30


def test_the_shop_s_words_come_without_keys_and_addresses() -> None:
    message = f"Key {KEY} of ann@example.test is <b>bad</b>"
    error = {"code": "rest_invalid_param", "message": message, "data": {"status": 400}}
    woo, _, calls = scripted(httpx.Response(400, json=error))
    with pytest.raises(ChannelRefused) as caught:
        woo.order("1")
    assert caught.value.words == calls[0].words == "Key … of … is bad"


def test_a_row_error_without_a_code() -> None:
    row = {"id": 13, "manage_stock": True, "stock_quantity": 10, "status": "publish"}
    answer = {"update": [{"id": 13, "error": {"message": "A plugin says no."}}]}
    woo, _, _ = scripted(httpx.Response(200, json=[row]), httpx.Response(200, json=answer))
    assert woo.set_stock([stock_write("13", 3, 10)])[0].words == "A plugin says no."


def test_a_marker_before_the_json() -> None:
    """Some plugins' files begin with a byte-order mark, and so does every answer of their shop."""
    woo, _, _ = scripted(httpx.Response(200, content=b"\xef\xbb\xbf" + json.dumps(body("products_list")).encode()))
    assert woo.stock(["13"])[0].quantity == 10


def test_a_marker_before_everything(found: World) -> None:
    """Refusals and the connection test are read through it as well."""
    mug = found.shop.add_product("MUG", 3)
    real = found.shop.handle

    def handle(request: httpx.Request) -> httpx.Response:
        answer = real(request)
        headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
        return httpx.Response(answer.status_code, headers=headers, content=b"\xef\xbb\xbf" + answer.content)

    found.woo._api._http._client._transport.handler = handle  # type: ignore[attr-defined]
    assert found.woo.introduce().ok
    assert found.woo.order("77") is None
    assert found.woo.stock([mug])[0].quantity == 3


@given(st.data())
def test_any_damage_to_an_order_is_ours_or_harmless(data: st.DataObject) -> None:
    """One value anywhere in a real order becomes something else: never another error than ours."""
    order = body("order_partially_refunded")
    spot = order
    while isinstance(spot, dict | list) and spot:
        keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(spot[key], dict | list) or not spot[key] or data.draw(st.booleans()):
            spot[key] = data.draw(
                st.none()
                | st.booleans()
                | st.integers()
                | st.floats()
                | st.text(max_size=9)
                | st.just([])
                | st.just({})
            )
            break
        spot = spot[key]
    responses = [httpx.Response(200, content=json.dumps(order)), *[httpx.Response(200, json=[])] * 3]
    woo, _, _ = scripted(*responses)
    try:
        read = woo.order("199")
    except ChannelError:
        return
    assert read is None or all(line.open >= 0 and line.withheld >= 0 and line.taken >= 0 for line in read.lines)

"""OAuth 1.0a signatures: against RFC 5849's own example, and a vector computed with openssl."""

from collections.abc import Callable

import httpx
import pytest

from app.channels.woocommerce.shop import open_woocommerce
from app.channels.woocommerce.signing import base_string, signed
from app.errors import ChannelSignedOut
from app.simulator.http import transport
from tests.channels.woo_world import KEY, NOW, SECRET, World, answer_of, scripted, world


def test_the_rfc_s_own_example() -> None:
    # RFC 5849, 3.4.1.1: parameters of the query, the header and the body together.
    params = [
        *(("b5", "=%3D"), ("a3", "a"), ("c@", ""), ("a2", "r b")),
        *(("oauth_consumer_key", "9djdj82h48djs9d2"), ("oauth_token", "kkk9d7dh3k39sjv7")),
        *(("oauth_signature_method", "HMAC-SHA1"), ("oauth_timestamp", "137131201"), ("oauth_nonce", "7d8f3e4a")),
        *(("c2", ""), ("a3", "2 q")),
    ]
    assert base_string("post", "http://example.com/request", params) == (
        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D"
        "%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1"
        "%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7"
    )


def test_a_signature_computed_elsewhere() -> None:
    params = signed(
        "GET",
        "http://127.0.0.1:8088/wp-json/wc/v3/products",
        [("per_page", "1"), ("_fields", "id,sku")],
        key="ck_abc",
        secret="cs_def",
        nonce="n0nce",
        timestamp=1795414019,
    )
    # printf '%s' '<base string>' | openssl dgst -sha256 -hmac 'cs_def&' -binary | base64
    assert dict(params)["oauth_signature"] == "NAPvfGcOlK0zyp2ug+0/4OZbhZOAU0iiL/QorXZQCOg="
    assert params[:2] == [("per_page", "1"), ("_fields", "id,sku")]


def _over_http(found: World, address: str, **settings: str) -> World:
    access = found.shop.access(address=address, **settings)
    found.woo = open_woocommerce(
        access, clock=found.time, save_secret=lambda *_: None, log=found.calls.append, transport=transport(found.shop)
    )
    return found


@pytest.mark.parametrize("permalinks", ["pretty", "plain"])
@pytest.mark.parametrize("address", ["http://127.0.0.1:8088", "http://localhost", "http://[::1]:81/shop"])
def test_a_shop_verifies_what_we_sign(address: str, permalinks: str) -> None:
    found = _over_http(world(address=address), address, permalinks=permalinks)
    found.shop.permalinks = permalinks
    ref = found.shop.add_product("MUG", 4)
    assert found.reading(ref).quantity == 4
    assert found.write(ref, 3, 4).seen == 3


def _other_secret(found: World) -> None:
    found.shop.gate.secret = "cs_other"


def _other_key(found: World) -> None:
    found.shop.gate.key = "ck_other"


def _late(found: World) -> None:
    found.shop.clock = lambda: NOW.replace(hour=13)


@pytest.mark.parametrize("spoil", [_other_secret, _other_key, _late])
def test_a_shop_refuses_what_is_signed_wrongly(spoil: Callable[[World], None]) -> None:
    found = _over_http(world(), "http://127.0.0.1:8088")
    ref = found.shop.add_product("MUG", 4)
    spoil(found)
    with pytest.raises(ChannelSignedOut) as caught:
        found.reading(ref)
    assert caught.value.status == 401


def test_a_shop_takes_a_signature_once() -> None:
    found = _over_http(world(), "http://127.0.0.1:8088")
    asked: list[httpx.Request] = []
    real = found.shop.handle

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return real(request)

    found.woo._api._http._client._transport.handler = handle  # type: ignore[attr-defined]
    found.reading("13")
    assert real(asked[0]).json()["message"] == "Invalid nonce - nonce has already been used."


def test_no_two_requests_are_signed_alike() -> None:
    woo, script, _ = scripted(answer_of("products_list"), answer_of("products_list"), address="http://127.0.0.1:8088")
    woo.stock(["13"])
    woo.stock(["13"])
    first, second = (request.url.params["oauth_nonce"] for request in script.asked)
    assert first != second


def test_over_https_the_key_goes_into_the_header_only() -> None:
    woo, script, calls = scripted(answer_of("products_list"))
    woo.stock(["13"])
    sent = script.asked[0]
    assert sent.headers["Authorization"].startswith("Basic ")
    assert KEY not in str(sent.url)
    assert SECRET not in str(sent.url)
    assert SECRET not in repr(calls)


def test_the_secret_is_never_sent_when_signing() -> None:
    woo, script, _ = scripted(answer_of("products_list"), address="http://127.0.0.1:8088")
    woo.stock(["13"])
    assert isinstance(script.asked[0], httpx.Request)
    assert SECRET not in f"{script.asked[0].url} {script.asked[0].headers} {script.asked[0].content!r}"

"""What senders ask of a running relay while the desktop is off, and forgeries where a secret was lent."""

import base64
import hashlib
import hmac
import json

from tests.relay.relays import Desk, Relay
from tests.relay.test_senders import ETSY, SHOPIFY

SECRET = "a-lent-secret-0123456789"


def test_ebays_challenge_is_answered_by_the_relay_alone(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("ebay", scheme="ebay", secret=SECRET)
    address = f"https://relay.example.test{place}/deleted"
    status, headers, body = served.ask("GET", f"{place}/deleted?challenge_code=a-code")
    wanted = hashlib.sha256(f"a-code{SECRET}{address}".encode()).hexdigest()
    assert (status, headers["content-type"]) == (200, "application/json")
    assert json.loads(body) == {"challengeResponse": wanted}


def test_metas_challenge_needs_the_token(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("meta", scheme="meta", secret=SECRET)
    query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
    assert served.ask("GET", f"{place}?{query}{SECRET}")[::2] == (200, b"1158201444")
    assert served.ask("GET", f"{place}?{query}wrong")[0] == 403
    silent = desk.endpoint("silent", scheme="meta")
    assert served.ask("GET", f"{silent}?{query}")[0] == 403


def _square(secret: str, address: str, body: bytes) -> str:
    return base64.b64encode(hmac.digest(secret.encode(), address.encode() + body, "sha256")).decode()


def test_with_a_lent_secret_forgeries_are_401(served: Relay, desk: Desk) -> None:
    _, secret, headers, body = SHOPIFY
    place = desk.endpoint("shopify", scheme="shopify", secret=secret)
    _check(served, place, body, headers)
    _, secret, headers, body = ETSY
    place = desk.endpoint("etsy", scheme="etsy", secret=secret)
    _check(served, place, body, headers)
    assert served.ask("POST", place, body, headers | {"Webhook-Timestamp": "1763870401"})[0] == 401
    body = b'{"id":7}'
    place = desk.endpoint("woo", scheme="woocommerce", secret=SECRET)
    made = base64.b64encode(hmac.digest(SECRET.encode(), body, "sha256")).decode()
    _check(served, place, body, {"X-WC-Webhook-Signature": made})
    place = desk.endpoint("square", scheme="square", secret=SECRET)
    made = _square(SECRET, f"https://relay.example.test{place}/q?x=1", body)
    _check(served, f"{place}/q?x=1", body, {"x-square-hmacsha256-signature": made})
    assert len(desk.pull().records) == 4


def test_shopifys_wish_to_forget_a_shop_is_obeyed_where_it_is_signed(served: Relay, desk: Desk) -> None:
    wish = {"X-Shopify-Topic": "shop/redact"}
    made = base64.b64encode(hmac.digest(SECRET.encode(), b"{}", "sha256")).decode()
    blind, checked = desk.endpoint("blind"), desk.endpoint("checked", scheme="shopify", secret=SECRET)
    signed = {"X-Shopify-Hmac-Sha256": made}
    assert served.ask("POST", blind, b"{}", wish)[0] == 200
    assert served.ask("POST", checked, b"{}", signed)[0] == 200
    assert served.ask("POST", checked, b"{}", wish)[0] == 401
    assert [type(one).__name__ for one in desk.pull().records] == ["Kept", "Kept"]
    assert served.ask("POST", checked, b"{}", wish | signed)[0] == 200
    assert [type(one).__name__ for one in desk.pull().records] == ["Kept", "Gap", "Kept"]


def _check(relay: Relay, place: str, body: bytes, headers: dict[str, str]) -> None:
    """Signed it is taken; with one bit flipped, or unsigned, it is not."""
    assert relay.ask("POST", place, body, headers)[0] == 200
    assert relay.ask("POST", place, bytes([body[0] ^ 1]) + body[1:], headers)[0] == 401
    assert relay.ask("POST", place, body)[0] == 401

"""Challenges and signatures of each channel, with the vectors of their pages: they hold, with one bit changed not."""

import base64
import hashlib
import hmac
import json
from pathlib import Path

import pytest

from app.relay.envelope import Envelope
from app.relay.senders import answer_to, forged, is_ping
from app.relay.store import Endpoint

CAPTURES = Path(__file__).resolve().parents[1] / "captures" / "woocommerce"
DELIVERIES = sorted(path.name for path in CAPTURES.glob("webhook_delivery_*.json"))
SHOPIFY = (
    "shopify",
    "plimsoll-client-secret",
    {"X-Shopify-Hmac-Sha256": "OplUscpklkM1XOutiP4Fr3jSWYYFwjtWGTIEa0JTtF4="},
    b'{"inventory_item_id":111,"location_id":222,"available":3,"updated_at":"2026-11-23T05:00:00Z"}',
)
ETSY = (
    "etsy",
    "whsec_cGxpbXNvbGwtdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2Q=",
    {
        "Webhook-Id": "msg_plimsoll_0001",
        "Webhook-Timestamp": "1763870400",
        "Webhook-Signature": "v1,b2xk v1,/IkqC93ii7kH04vk9G9pVSio/aIElmHA+do73i/IwxY=",
    },
    b'{"event_type":"order.paid",'
    b'"resource_url":"https://api.etsy.com/v3/application/shops/42/receipts/1001","shop_id":42}',
)
SQUARE = (
    "square",
    "plimsoll-square-key",
    {"X-Square-HmacSha256-Signature": "uJYagsmjAyPQDGHe8k0UyQfuSN4JeepzOOmlz45AW6Q="},
    b'{"merchant_id":"M1","type":"inventory.count.updated","event_id":"e-0001","created_at":"2026-11-23T05:00:00Z"}',
)
TARGET = "/in/square/abc"  # of Square's vector; the others do not sign it


def _woo(name: str) -> list[tuple[str, str, dict[str, str], bytes]]:
    """The recorded deliveries of a capture: one, or a list."""
    told = json.loads((CAPTURES / name).read_text(encoding="utf-8"))
    found = told if isinstance(told, list) else [told]
    return [("woocommerce", "s3cret", one["headers"], one["body"].encode()) for one in found if "body" in one]


RECORDED = [vector for name in DELIVERIES for vector in _woo(name)]
assert len(RECORDED) >= 5


def _endpoint(scheme: str, secret: str, base: str = "https://relay.example") -> Endpoint:
    return Endpoint(id="e", mailbox=1, key=b"", scheme=scheme, secret=secret, base=base)


def _envelope(headers: dict[str, str], body: bytes) -> Envelope:
    pairs = tuple((name.encode(), value.encode()) for name, value in headers.items())
    return Envelope(method="POST", path="", query="", headers=pairs, body=body)


@pytest.mark.parametrize("vector", [SHOPIFY, ETSY, SQUARE, *RECORDED], ids=lambda vector: vector[0])
def test_the_vector_holds_and_one_flipped_bit_does_not(vector: tuple[str, str, dict[str, str], bytes]) -> None:
    scheme, secret, headers, body = vector
    endpoint = _endpoint(scheme, secret)
    signature = next(name for name in headers if "ignature" in name or "Hmac" in name)
    assert not forged(endpoint, _envelope(headers, body), TARGET)
    for at in {0, len(body) // 2, len(body) - 1}:
        for bit in range(8):
            bent = body[:at] + bytes([body[at] ^ 1 << bit]) + body[at + 1 :]
            assert forged(endpoint, _envelope(headers, bent), TARGET)
    raw = headers[signature]
    bent_header = raw[:-5] + chr(ord(raw[-5]) ^ 1) + raw[-4:]
    assert forged(endpoint, _envelope(headers | {signature: bent_header}, body), TARGET)
    assert forged(endpoint, _envelope({}, body), TARGET)
    assert forged(_endpoint(scheme, secret[:-4] + "AAA="), _envelope(headers, body), TARGET)
    assert not forged(_endpoint(scheme, ""), _envelope({}, body), TARGET), "blind: the desktop checks"


def test_square_signs_the_address_as_it_was_subscribed() -> None:
    _, secret, headers, body = SQUARE
    assert forged(_endpoint("square", secret), _envelope(headers, body), "/in/square/abd")
    assert forged(_endpoint("square", secret, "https://other.example"), _envelope(headers, body), TARGET)


def test_etsys_id_and_moment_are_signed_too() -> None:
    _, secret, headers, body = ETSY
    for name in ("Webhook-Id", "Webhook-Timestamp"):
        assert forged(_endpoint("etsy", secret), _envelope(headers | {name: "1"}, body), TARGET)
    assert forged(_endpoint("etsy", "whsec_no base64"), _envelope(headers, body), TARGET)


def test_the_recorded_ping_is_one_and_an_order_is_none() -> None:
    told = json.loads((CAPTURES / "webhook_ping_delivery.json").read_text(encoding="utf-8"))
    assert is_ping(_envelope(told["headers"], told["body"].encode()))
    _, _, headers, body = RECORDED[0]
    assert not is_ping(_envelope(headers, body))


def test_ebays_challenge_by_its_vector() -> None:
    endpoint = _endpoint("ebay", "plimsoll_verification_token_0123456789ab", "https://relay.example.test")
    said = answer_to(endpoint, "GET", "/in/ebay/0001", "challenge_code=a-challenge-code-0001")
    assert said is not None
    wanted = "3af44fa71bfe3bace7327ad55dfd072b1a79005093d9976e09fd46a5f37eadcb"
    assert said[:2] == (200, "application/json")
    assert json.loads(said[2]) == {"challengeResponse": wanted}


def test_the_check_is_the_documented_one() -> None:
    made = base64.b64encode(hmac.new(b"key", b"body", hashlib.sha256).digest()).decode()
    assert not forged(_endpoint("shopify", "key"), _envelope({"x-shopify-hmac-sha256": made}, b"body"), TARGET)

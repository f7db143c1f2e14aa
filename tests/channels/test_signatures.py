"""Webhook signatures against the vectors of the channels' pages, and against what a real shop sent."""

import pytest

from app.channels import signatures
from tests.channels.woo_world import CAPTURES, capture

SHOPIFY = (
    {"X-Shopify-Hmac-SHA256": "OplUscpklkM1XOutiP4Fr3jSWYYFwjtWGTIEa0JTtF4="},
    b'{"inventory_item_id":111,"location_id":222,"available":3,"updated_at":"2026-11-23T05:00:00Z"}',
    "plimsoll-client-secret",
)
ETSY_HEADERS = {
    "Webhook-Id": "msg_plimsoll_0001",
    "webhook-timestamp": "1763870400",
    "webhook-signature": "/IkqC93ii7kH04vk9G9pVSio/aIElmHA+do73i/IwxY=",
}
ETSY_BODY = (
    b'{"event_type":"order.paid","resource_url":"https://api.etsy.com/v3/application/shops/42/receipts/1001",'
    b'"shop_id":42}'
)
ETSY_SECRET = "whsec_cGxpbXNvbGwtdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2Q="
WOO = sorted(
    path.stem
    for path in CAPTURES.glob("webhook_delivery_*.json")
    if isinstance(capture(path.stem), dict) and "X-WC-Webhook-Signature" in capture(path.stem).get("headers", {})
)


def test_shopifys_vector() -> None:
    headers, body, secret = SHOPIFY
    assert signatures.shopify(headers, body, secret)
    assert not signatures.shopify(headers, body + b" ", secret)
    assert not signatures.shopify(headers, body, "another")
    assert not signatures.shopify({}, body, secret)


def test_etsys_vector() -> None:
    assert signatures.etsy(ETSY_HEADERS, ETSY_BODY, ETSY_SECRET)
    assert not signatures.etsy(ETSY_HEADERS, ETSY_BODY + b" ", ETSY_SECRET)
    for name, value in (("Webhook-Id", "msg_2"), ("webhook-timestamp", "1763870401"), ("webhook-signature", "")):
        assert not signatures.etsy({**ETSY_HEADERS, name: value}, ETSY_BODY, ETSY_SECRET)


@pytest.mark.parametrize("signature", ["v1,{}", "v1,wrong v1,{}", "{} v1,wrong", "v1,wrong {}"])
def test_any_of_etsys_signatures_may_fit(signature: str) -> None:
    given = signature.format(ETSY_HEADERS["webhook-signature"])
    assert signatures.etsy({**ETSY_HEADERS, "webhook-signature": given}, ETSY_BODY, ETSY_SECRET)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_not base64", "\u00e9"])
def test_a_secret_that_is_none_lets_nobody_in(secret: str) -> None:
    assert not signatures.etsy(ETSY_HEADERS, ETSY_BODY, secret)


@pytest.mark.parametrize("name", WOO)
def test_what_a_real_woocommerce_sent(name: str) -> None:
    found = capture(name)
    body = found["body"].encode()
    assert signatures.woocommerce(found["headers"], body, "s3cret")
    assert not signatures.woocommerce(found["headers"], body[:-1], "s3cret")
    assert not signatures.woocommerce(found["headers"], body, "secret")


def test_there_are_captures() -> None:
    assert len(WOO) >= 5

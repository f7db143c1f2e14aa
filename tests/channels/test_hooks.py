"""What each channel's webhooks name, by the vectors of the pages and by what a real shop sent; and what is forged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.channels.hooks import READERS, SIGNERS
from app.core.hooks import ORDERS
from app.core.notices import Notice
from tests.channels.woo_world import capture

SHOPIFY_SECRET = "plimsoll-client-secret"
ETSY_SECRET = "whsec_cGxpbXNvbGwtdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2Q="
ETSY_BODY = (
    b'{"event_type":"order.paid","resource_url":"https://api.etsy.com/v3/application/shops/42/receipts/1001",'
    b'"shop_id":42}'
)


def notice(headers, body):
    return Notice(headers=tuple(headers.items()), body=body)


def shopify(topic, body, name="w-1", secret=SHOPIFY_SECRET):
    raw = json.dumps(body).encode()
    headers = {"X-Shopify-Topic": topic, "X-Shopify-Shop-Domain": "a.myshopify.com", "X-Shopify-Webhook-Id": name}
    return notice(headers | SIGNERS["shopify"](raw, secret, "", 0), raw)


def bells(said):
    return [(bell.kind, bell.ref) for bell in said.bells]


def test_shopifys_vector():
    body = b'{"inventory_item_id":111,"location_id":222,"available":3,"updated_at":"2026-11-23T05:00:00Z"}'
    headers = {
        "X-Shopify-Topic": "inventory_levels/update",
        "x-shopify-hmac-sha256": "OplUscpklkM1XOutiP4Fr3jSWYYFwjtWGTIEa0JTtF4=",
        "X-Shopify-Webhook-Id": "w-1",
    }
    assert bells(READERS["shopify"](notice(headers, body), ["old", SHOPIFY_SECRET])) == [("stock", "111")]
    assert READERS["shopify"](notice(headers, body), []) is None
    assert READERS["shopify"](notice(headers, body), [""]) is None
    for bit in range(0, len(body) * 8, 37):
        flipped = bytes(byte ^ (1 << bit % 8 if at == bit // 8 else 0) for at, byte in enumerate(body))
        assert READERS["shopify"](notice(headers, flipped), [SHOPIFY_SECRET]) is None


@pytest.mark.parametrize(
    ("topic", "body", "named"),
    [
        ("orders/create", {"id": 7}, [("order", "7")]),
        ("orders/edited", {"order_edit": {"id": 1, "order_id": 8}}, [("order", "8")]),
        ("refunds/create", {"id": 1, "order_id": 9}, [("order", "9")]),
        ("orders/delete", {"id": 10}, [("order", "10")]),
        ("orders/updated", {"id": "no number"}, [(ORDERS, "")]),
        ("orders/updated", [], [(ORDERS, "")]),
        ("inventory_items/delete", {"id": 11}, [("stock", "11")]),
        ("products/update", {"id": 12}, []),
        ("customers/redact", {"id": 13}, []),
        ("app/uninstalled", {"id": 14}, [(ORDERS, "")]),
    ],
)
def test_what_shopify_names(topic, body, named):
    assert bells(READERS["shopify"](shopify(topic, body), [SHOPIFY_SECRET])) == named


def test_shopify_is_known_again_by_the_webhooks_id():
    read = READERS["shopify"]
    one, again = (read(shopify("orders/updated", {"id": 7}), [SHOPIFY_SECRET]) for _ in range(2))
    other = read(shopify("refunds/create", {"order_id": 7}, "w-2"), [SHOPIFY_SECRET])
    assert one.bells[0].key == again.bells[0].key != other.bells[0].key


def test_etsys_vector():
    headers = {
        "webhook-id": "msg_plimsoll_0001",
        "webhook-timestamp": "1763870400",
        "webhook-signature": "/IkqC93ii7kH04vk9G9pVSio/aIElmHA+do73i/IwxY=",
    }
    read = READERS["etsy"]
    said = read(notice(headers, ETSY_BODY), [ETSY_SECRET])
    assert bells(said) == [("order", "1001")]
    assert said.bells[0].key.endswith("msg_plimsoll_0001")
    assert said.topic == "order.paid"
    for name in headers:
        assert read(notice(headers | {name: headers[name][:-2] + "A="}, ETSY_BODY), [ETSY_SECRET]) is None
    assert read(notice(headers, ETSY_BODY + b" "), [ETSY_SECRET]) is None
    assert read(notice(headers, ETSY_BODY), ["whsec_not base64", "whsec_"]) is None


@pytest.mark.parametrize("url", ["https://elsewhere.example/receipts/5", "", "https://[", "/shops/x/receipts/5"])
def test_etsy_that_names_no_receipt_lets_all_be_asked(url):
    body = json.dumps({"event_type": "order.paid", "resource_url": url}).encode()
    said = READERS["etsy"](notice(SIGNERS["etsy"](body, ETSY_SECRET, "m", 1), body), [ETSY_SECRET])
    assert bells(said) == [(ORDERS, "")]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("webhook_delivery_order_created", [("order", "21")]),
        ("webhook_delivery_order_updated", [("order", "21")]),
        ("webhook_delivery_of_deleted_resource", [(ORDERS, "")]),
    ],
)
def test_what_a_real_woocommerce_sent(name, named):
    sent = capture(name)
    read, body = READERS["woocommerce"], sent["body"].encode()
    said = read(notice(sent["headers"], body), ["s3cret"])
    assert [kind for kind, _ in bells(said)] == [kind for kind, _ in named]
    assert read(notice(sent["headers"], body), ["s3cres"]) is None
    assert read(notice(sent["headers"], body[:-1] + b"]"), ["s3cret"]) is None


def test_woocommerces_stock_and_its_greeting():
    read = READERS["woocommerce"]
    for name in ("webhook_delivery_product_updated", "webhook_delivery_product_updated_variation"):
        sent = capture(name)
        assert [kind for kind, _ in bells(read(notice(sent["headers"], sent["body"].encode()), ["s3cret"]))] == [
            "stock"
        ]
    ping = capture("webhook_ping_delivery")
    assert bells(read(notice(ping["headers"], ping["body"].encode()), ["s3cret"])) == []


def test_one_save_of_woocommerce_has_two_topics_and_one_body():
    created, updated = capture("webhook_delivery_order_created"), capture("webhook_delivery_order_updated")
    keys = {
        READERS["woocommerce"](notice(sent["headers"], sent["body"].encode()), ["s3cret"]).bells[0].key
        for sent in (created, updated)
    }
    assert len(keys) == 2


@given(
    st.sampled_from(sorted(READERS)),
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=40)), max_size=8),
    st.binary(max_size=200),
)
def test_nothing_that_a_stranger_sends_is_believed_or_breaks_anything(channel, headers, body):
    said = READERS[channel](Notice(headers=tuple(headers), body=body), ["secret", ETSY_SECRET])
    assert said is None or said.bells == ()


NAMES = st.sampled_from(["id", "order_id", "order_edit", "resource_url", "inventory_item_id"])
BODIES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
).map(lambda found: json.dumps(found).encode())
TOPICS = st.sampled_from(["orders/updated", "order.updated", "product.updated", "inventory_levels/update"])


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=200) | BODIES, TOPICS)
def test_whatever_is_really_signed_is_read(channel, body, topic):
    headers = {"x-shopify-topic": topic, "x-wc-webhook-topic": topic} | SIGNERS[channel](body, ETSY_SECRET, "m", 5)
    said = READERS[channel](notice(headers, body), [ETSY_SECRET])
    assert said is not None
    for bell in said.bells:
        assert bell.kind in ("order", "stock", ORDERS)
        assert bell.ref.isdigit() or bell.kind == ORDERS

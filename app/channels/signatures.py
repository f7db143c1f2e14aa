"""Is a webhook really from its channel? Each signs the raw body with a secret of the seller's (HMAC-SHA256).

A webhook is a doorbell: it is only ever a hint to read something, so its age is no reason to refuse it. What is signed:
the body at Shopify and WooCommerce; id, moment and body at Etsy, after the pattern of the Standard Webhooks.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping


def shopify(headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    """`X-Shopify-Hmac-Sha256`: the key is the app's client secret."""
    return _same(_signed(secret.encode(), body), _header(headers, "x-shopify-hmac-sha256"))


def woocommerce(headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    """`X-WC-Webhook-Signature`: the topic beside it is not covered, so it may say anything."""
    return _same(_signed(secret.encode(), body), _header(headers, "x-wc-webhook-signature"))


def etsy(headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    """`webhook-signature` over id, moment and body; any of several may fit. `secret` begins with `whsec_`.

    Whether each has `v1,` in front differs between Etsy's page and what was seen: both are taken.
    """
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (binascii.Error, ValueError):
        return False
    parts = [_header(headers, "webhook-id").encode(), _header(headers, "webhook-timestamp").encode(), body]
    wanted = _signed(key, b".".join(parts))
    given = _header(headers, "webhook-signature").split()
    return bool(key) and any(_same(wanted, one.removeprefix("v1,")) for one in given)


def _signed(key: bytes, message: bytes) -> str:
    return base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode("ascii")


def _same(wanted: str, given: str) -> bool:
    return hmac.compare_digest(wanted.encode(), given.encode("utf-8", "replace"))


def _header(headers: Mapping[str, str], name: str) -> str:
    return next((value for key, value in headers.items() if key.lower() == name), "")

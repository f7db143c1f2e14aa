"""How each channel's webhooks are read, and how a test message is signed. A channel with webhooks is a line in each."""

import base64
import hashlib
import hmac
from collections.abc import Callable

from app.channels.etsy.hooks import read as etsy
from app.channels.shopify.hooks import read as shopify
from app.channels.woocommerce.hooks import read as woocommerce
from app.core.notices import ReadHook

READERS: dict[str, ReadHook] = {"shopify": shopify, "woocommerce": woocommerce, "etsy": etsy}


def _mac(key: bytes, message: bytes) -> str:
    return base64.b64encode(hmac.digest(key, message, hashlib.sha256)).decode("ascii")


def _standard(body: bytes, secret: str, name: str, at_s: int) -> dict[str, str]:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    made = _mac(key, f"{name}.{at_s}.".encode() + body)
    return {"webhook-id": name, "webhook-timestamp": str(at_s), "webhook-signature": f"v1,{made}"}


# What is signed, by whose secret, under which name and at which second; the headers that show it.
SIGNERS: dict[str, Callable[[bytes, str, str, int], dict[str, str]]] = {
    "shopify": lambda body, secret, _name, _at: {"x-shopify-hmac-sha256": _mac(secret.encode(), body)},
    "woocommerce": lambda body, secret, _name, _at: {"x-wc-webhook-signature": _mac(secret.encode(), body)},
    "etsy": _standard,
}

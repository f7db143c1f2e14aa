"""OAuth 1.0a without a token (RFC 5849), in the query: how a WooCommerce key is proved where Basic is not taken."""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from urllib.parse import quote

Params = list[tuple[str, str]]


def signed(method: str, url: str, params: Params, *, key: str, secret: str, nonce: str, timestamp: int) -> Params:
    """The parameters with the six of OAuth added. `url` is without a query."""
    proof = [
        ("oauth_consumer_key", key),
        ("oauth_nonce", nonce),
        ("oauth_signature_method", "HMAC-SHA256"),
        ("oauth_timestamp", str(timestamp)),
        ("oauth_version", "1.0"),
    ]
    text = base_string(method, url, [*params, *proof])
    digest = hmac.new(f"{_encoded(secret)}&".encode(), text.encode(), hashlib.sha256).digest()
    return [*params, *proof, ("oauth_signature", base64.b64encode(digest).decode())]


def base_string(method: str, url: str, params: Iterable[tuple[str, str]]) -> str:
    """The text that is signed (RFC 5849, 3.4.1): method, address and sorted parameters, each encoded."""
    pairs = sorted((_encoded(name), _encoded(value)) for name, value in params)
    joined = "&".join(f"{name}={value}" for name, value in pairs)
    return "&".join((method.upper(), _encoded(url), _encoded(joined)))


def _encoded(text: str) -> str:
    """Percent-encoding of RFC 5849, 3.6: all but letters, digits and -._~"""
    return quote(text, safe="-._~")

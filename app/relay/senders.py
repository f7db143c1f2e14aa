"""What senders ask of an address while the desktop is off: challenges, and proof that a call is no forgery.

A scheme and its secret are lent to the relay by the seller, one by one, and named in Settings. Without them the relay
takes everything and the desktop checks.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from urllib.parse import parse_qs

from app.relay.envelope import Envelope
from app.relay.store import Endpoint

SCHEMES = ("shopify", "woocommerce", "etsy", "square", "ebay", "meta")
Said = tuple[int, str, bytes]  # status, content type, body
_PING = re.compile(rb"webhook_id=[0-9]{1,20}")


def answer_to(endpoint: Endpoint, method: str, target: str, query: str) -> Said | None:
    """The answer to a question that is no event; None for an event. `target` is the path with the secret part.

    eBay: SHA-256 over challenge code, verification token and address. Meta: the challenge, for the right token.
    """
    if method == "POST":
        return None
    if method not in ("GET", "HEAD"):
        return 405, "text/plain", b"POST only"
    asked = parse_qs(query, keep_blank_values=True)
    code = asked.get("challenge_code", [""])[0]
    if code and endpoint.scheme == "ebay":
        digest = hashlib.sha256(f"{code}{endpoint.secret}{endpoint.base}{target}".encode()).hexdigest()
        return 200, "application/json", json.dumps({"challengeResponse": digest}).encode()
    if asked.get("hub.mode") == ["subscribe"] and endpoint.scheme == "meta":
        given = asked.get("hub.verify_token", [""])[0].encode()
        if endpoint.secret and hmac.compare_digest(given, endpoint.secret.encode()):
            return 200, "text/plain", asked.get("hub.challenge", [""])[0].encode()
        return 403, "text/plain", b"no"
    return 200, "text/plain", b"ok"


def is_ping(envelope: Envelope) -> bool:
    """WooCommerce's first call to a new webhook: a form that says its number, and no signature."""
    return _PING.fullmatch(envelope.body) is not None and not envelope.header("x-wc-webhook-signature")


def is_redaction(endpoint: Endpoint, envelope: Envelope) -> bool:
    """Shopify asks to forget a shop. Believed only where its signature is checked: a stranger deletes nothing."""
    return endpoint.scheme == "shopify" and checks(endpoint) and envelope.header("x-shopify-topic") == "shop/redact"


def checks(endpoint: Endpoint) -> bool:
    """Was a secret lent to refuse forgeries with?"""
    return bool(endpoint.secret) and endpoint.scheme in ("shopify", "woocommerce", "etsy", "square")


def forged(endpoint: Endpoint, envelope: Envelope, target: str) -> bool:
    """Does a call fail the check that the seller lent the secret for? Without a secret nothing is a forgery here."""
    if not checks(endpoint):
        return False
    match endpoint.scheme:
        case "shopify":
            return not _hmac_holds(endpoint.secret, envelope, "x-shopify-hmac-sha256")
        case "woocommerce":
            return not _hmac_holds(endpoint.secret, envelope, "x-wc-webhook-signature")
        case "square":  # signs the address as it was given to it, and the body
            address = f"{endpoint.base}{target}{'?' if envelope.query else ''}{envelope.query}".encode()
            return not _hmac_holds(endpoint.secret, envelope, "x-square-hmacsha256-signature", address)
    return not _standard_holds(endpoint.secret, envelope)


def _hmac_holds(secret: str, envelope: Envelope, header: str, before: bytes = b"") -> bool:
    """Base64 of HMAC-SHA256 over the raw body."""
    made = base64.b64encode(hmac.digest(secret.encode(), before + envelope.body, "sha256"))
    return hmac.compare_digest(made, envelope.header(header).encode())


def _standard_holds(secret: str, envelope: Envelope) -> bool:
    """Standard Webhooks 1.0: HMAC-SHA256 over "id.timestamp.body", in a list of versioned signatures."""
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (binascii.Error, ValueError):
        return False
    name, at = envelope.header("webhook-id"), envelope.header("webhook-timestamp")
    made = base64.b64encode(hmac.digest(key, f"{name}.{at}.".encode() + envelope.body, "sha256")).decode()
    given = envelope.header("webhook-signature").split()
    return any(hmac.compare_digest(one.encode(), f"v1,{made}".encode()) for one in given)

"""What senders ask of an address while the desktop is off: challenges, and proof that a call is no forgery.

A scheme and its secret are lent to the relay by the seller, one by one, and named in Settings. Without them the relay
takes everything and the desktop checks.
"""

import base64
import binascii
import hashlib
import hmac
import json
from urllib.parse import parse_qs

from app.relay.envelope import Envelope
from app.relay.store import Endpoint

SCHEMES = ("shopify", "woocommerce", "etsy", "ebay", "meta")


def answer_to(endpoint: Endpoint, method: str, query: str) -> tuple[int, str, bytes] | None:
    """The answer to a question that is no event: (status, content type, body); None for an event.

    eBay: SHA-256 over challenge code, verification token and address. Meta: the challenge, for the right token.
    """
    if method not in ("GET", "HEAD"):
        return None
    asked = parse_qs(query, keep_blank_values=True)
    code = asked.get("challenge_code", [""])[0]
    if code and endpoint.scheme == "ebay":
        digest = hashlib.sha256(f"{code}{endpoint.secret}{endpoint.address}".encode()).hexdigest()
        return 200, "application/json", json.dumps({"challengeResponse": digest}).encode()
    if asked.get("hub.mode") == ["subscribe"] and endpoint.scheme == "meta":
        given = asked.get("hub.verify_token", [""])[0].encode()
        if hmac.compare_digest(given, endpoint.secret.encode()):
            return 200, "text/plain", asked.get("hub.challenge", [""])[0].encode()
        return 403, "text/plain", b"no"
    return 200, "text/plain", b"ok"


def is_ping(envelope: Envelope) -> bool:
    """WooCommerce's first call to a new webhook: a form that says its number, and no signature."""
    return envelope.body.startswith(b"webhook_id=") and not envelope.header("x-wc-webhook-signature")


def forged(endpoint: Endpoint, envelope: Envelope) -> bool:
    """Does a call fail the check that the seller lent the secret for? Without a secret nothing is a forgery here."""
    if not endpoint.secret:
        return False
    match endpoint.scheme:
        case "shopify":
            return not _hmac_holds(endpoint.secret, envelope, "x-shopify-hmac-sha256")
        case "woocommerce":
            return not is_ping(envelope) and not _hmac_holds(endpoint.secret, envelope, "x-wc-webhook-signature")
        case "etsy":
            return not _standard_holds(endpoint.secret, envelope)
    return False


def _hmac_holds(secret: str, envelope: Envelope, header: str) -> bool:
    """Base64 of HMAC-SHA256 over the raw body."""
    made = base64.b64encode(hmac.digest(secret.encode(), envelope.body, "sha256"))
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

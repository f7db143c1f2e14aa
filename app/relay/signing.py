"""How the desktop shows that it may read a mailbox: each request is signed with its own Ed25519 key.

Signed are the method, the path with its query, the moment, a nonce and the SHA-256 of the body. The relay refuses a
moment too far from its own clock (the answer tells its time, so that a wrong clock corrects itself) and a nonce that it
has seen.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from app.relay.envelope import decoded, encoded

SKEW_MS = 5 * 60 * 1000
DEVICE, TIME, NONCE, SIGNATURE = (
    "x-plimsoll-device", "x-plimsoll-time", "x-plimsoll-nonce", "x-plimsoll-signature",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signed request claims: which device, when (milliseconds since 1970), and its nonce."""

    device: str
    at_ms: int
    nonce: str


def new_key() -> tuple[bytes, bytes]:
    """A device's key pair: (private, public), 32 bytes each."""
    private = Ed25519PrivateKey.generate()
    return (
        private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()),
        private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw),
    )


def device_id(public_key: bytes) -> str:
    """The name of a device: of its key."""
    return encoded(hashlib.sha256(public_key).digest()[:12])


def _said(method: str, target: str, at_ms: int, nonce: str, body: bytes) -> bytes:
    return "\n".join((method.upper(), target, str(at_ms), nonce, hashlib.sha256(body).hexdigest())).encode()


def sign(private_key: bytes, device: str, method: str, target: str, body: bytes = b"", *, at_ms: int) -> dict[str, str]:
    """The headers of a signed request. `target` is the path with its query, as it is sent."""
    nonce = secrets.token_urlsafe(16)
    key = Ed25519PrivateKey.from_private_bytes(private_key)
    signature = encoded(key.sign(_said(method, target, at_ms, nonce, body)))
    return {DEVICE: device, TIME: str(at_ms), NONCE: nonce, SIGNATURE: signature}


def claimed(headers: Mapping[str, str]) -> Signed | None:
    """What the headers of a request claim; None where they are no signature of ours."""
    at, nonce, device = headers.get(TIME, ""), headers.get(NONCE, ""), headers.get(DEVICE, "")
    if not (at.isascii() and at.isdigit() and len(at) <= 15 and 16 <= len(nonce) <= 64 and 0 < len(device) <= 64):
        return None
    return Signed(device, int(at), nonce)


def holds(
    public_key: bytes, claim: Signed, headers: Mapping[str, str], method: str, target: str, body: bytes = b""
) -> bool:
    """Was this request really signed by that key?"""
    try:
        signature = decoded(headers.get(SIGNATURE, ""))
        if encoded(signature) != headers[SIGNATURE]:
            return False  # one signature has one spelling
        Ed25519PublicKey.from_public_bytes(public_key).verify(
            signature, _said(method, target, claim.at_ms, claim.nonce, body)
        )
    except (InvalidSignature, ValueError, KeyError):
        return False
    return True

"""What a relay keeps of one request, sealed to the mailbox's public key: whoever runs the relay cannot read it.

HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305. The endpoint, the sequence number and the moment of
arrival are bound into the `info`, so that a record cannot be moved, renumbered or dated anew. Anybody who knows the
public key can make a record: the channel's own signature is checked on the desktop all the same.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
VERSION = 1
KEY_ID_CHARS = 16


class NotOurs(Exception):
    """A sealed record that this key does not open, or that was tampered with or damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One request as it came: raw bytes and header pairs, never parsed."""

    method: str
    path: str  # what follows the token, with its leading slash; empty for none
    query: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first header of that name, however it is spelled; empty for none."""
        wanted = name.lower().encode("ascii")
        return next((value.decode("latin-1") for key, value in self.headers if key.lower() == wanted), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where and when a record belongs: bound into the seal. `at_ms`: arrival, milliseconds since 1970 by the relay."""

    endpoint: str
    seq: int
    at_ms: int

    def info(self) -> bytes:
        """The context of the seal, as JSON."""
        return f'[{VERSION}, "plimsoll relay", {quoted(self.endpoint)}, {self.seq}, {self.at_ms}]'.encode("ascii")


def packed(envelope: Envelope) -> bytes:
    """The record as bytes: a line of JSON, then the body as it came. Written by hand, for it is every call's."""
    pairs = ", ".join(
        [f"[{quoted(key.decode('latin-1'))}, {quoted(value.decode('latin-1'))}]" for key, value in envelope.headers]
    )
    head = (
        f'{{"v": {VERSION}, "method": {quoted(envelope.method)}, "path": {quoted(envelope.path)}, '
        f'"query": {quoted(envelope.query)}, "headers": [{pairs}]}}\n'
    )
    return head.encode("ascii") + envelope.body


def unpacked(record: bytes) -> Envelope:
    """Read a record again. Raises `NotOurs` for anything that `packed` did not write."""
    head, _, body = record.partition(b"\n")
    try:
        told = json.loads(head)
        if told["v"] != VERSION:
            raise NotOurs(f"version {told['v']!r}")
        pairs = tuple((key.encode("latin-1"), value.encode("latin-1")) for key, value in told["headers"])
        method, path, query = (str(told[name]) for name in ("method", "path", "query"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotOurs("not a record") from error
    return Envelope(method=method, path=path, query=query, headers=pairs, body=body)


def seal(envelope: Envelope, place: Place, public_key: bytes) -> bytes:
    """Seal a record to a mailbox's key (32 bytes)."""
    return seal_packed(packed(envelope), place.info(), public_key)


def seal_packed(record: bytes, info: bytes, public_key: bytes) -> bytes:
    """Seal what `packed` made, for the place that `info` names. Raises `ValueError` for a key that is none."""
    return _SUITE.encrypt(record, _public(public_key), info=info)


@lru_cache(maxsize=1024)  # a mailbox's key is used again with its next message
def _public(public_key: bytes) -> X25519PublicKey:
    return X25519PublicKey.from_public_bytes(public_key)


def unseal(sealed: bytes, place: Place, private_key: bytes) -> Envelope:
    """Open a record. Raises `NotOurs`: another key, another place, or damaged."""
    try:
        record = _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private_key), info=place.info())
    except (InvalidTag, ValueError) as error:
        raise NotOurs("does not open") from error
    return unpacked(record)


def new_key() -> tuple[bytes, bytes]:
    """A mailbox's key pair: (private, public), 32 bytes each."""
    private = X25519PrivateKey.generate()
    return (
        private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()),
        private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw),
    )


@lru_cache(maxsize=1024)
def key_id(public_key: bytes) -> str:
    """A short name of a public key, which records carry: which of several keys opens them."""
    return hashlib.sha256(public_key).hexdigest()[:KEY_ID_CHARS]


def encoded(raw: bytes) -> str:
    """Bytes as text for JSON and addresses: base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(text: str) -> bytes:
    """The bytes again. Raises `ValueError` for what is no base64url."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)

"""Is there a newer Plimsoll? Asked only where the build names an address, and only if the seller switched it on.

A build that publishes puts `updates.json` among the resources: {"address": "https://…", "key": "…"}, the key an Ed25519
public key in base64. At the address lies {"manifest": "…", "signature": "…"}: the manifest is JSON as one text, and the
signature is over `PREFIX` and its bytes. Nothing is sent but the request itself, and nothing is ever installed: the
seller is told the version and shown its page.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from app import __version__
from app.core.records import dataclass
from app.core.text import N_
from app.errors import UpdateError
from app.paths import resource

BUILD = "updates.json"
PREFIX = b"plimsoll update 1\n"  # a signature for anything else is none for this
TIMEOUT_S = 10.0
MOST_BYTES = 16_384
_VERSION = r"\d{1,4}(\.\d{1,4}){1,3}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where this build asks, and whose signature it believes (32 bytes, Ed25519)."""

    address: str
    key: bytes

    @property
    def host(self) -> str:
        """The computer that is asked."""
        return urlsplit(self.address).hostname or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """A version that is newer than this one, and the page that tells of it."""

    version: str
    page: str


Fetch = Callable[[str], bytes]  # what lies at an address; raises `UpdateError`


def source(path: Path | None = None) -> Source | None:
    """What the build names; None where it names nothing, or nothing that may be used."""
    try:
        told = json.loads((path or resource(BUILD)).read_text(encoding="utf-8"))
        address, key = str(told["address"]), base64.b64decode(str(told["key"]), validate=True)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return Source(address=address, key=key) if _secure(address) and len(key) == 32 else None


def check(where: Source, *, now: datetime, fetch: Fetch | None = None, running: str = __version__) -> Newer | None:
    """Ask once. None: this is the newest. (slow) Raises `UpdateError` when nothing can be believed."""
    manifest = _believed(where, (fetch or over_https)(where.address))
    try:
        version, page, until = str(manifest["version"]), str(manifest["page"]), str(manifest["until"])
        ends = datetime.fromisoformat(until)
    except (KeyError, ValueError) as error:
        raise _unbelievable() from error
    if ends.tzinfo is None or not re.fullmatch(_VERSION, version) or not _secure(page):
        raise _unbelievable()
    if ends < now:  # somebody may hold back what is newer by showing what is old
        raise UpdateError(
            N_("What {host} says about updates is out of date.", host=where.host),
            N_("Check the clock of this computer, or look at its page yourself."),
        )
    return Newer(version=version, page=page) if _parts(version) > _parts(running) else None


def over_https(address: str) -> bytes:
    """What lies there. No redirect is followed, and no more is read than a manifest may hold."""
    import httpx

    try:
        with httpx.stream("GET", address, timeout=TIMEOUT_S, headers={"user-agent": "Plimsoll"}) as answer:
            if answer.status_code != 200:
                raise _unanswered(address)
            found = bytearray()
            for part in answer.iter_bytes():
                found += part
                if len(found) > MOST_BYTES:
                    raise _unbelievable()
    except httpx.HTTPError as error:
        raise _unanswered(address) from error
    return bytes(found)


def _believed(where: Source, body: bytes) -> dict[str, object]:
    """The manifest, if whoever has the build's key signed it."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        told = json.loads(body)
        text = str(told["manifest"]).encode()
        signature = base64.b64decode(str(told["signature"]), validate=True)
        Ed25519PublicKey.from_public_bytes(where.key).verify(signature, PREFIX + text)
        manifest = json.loads(text)
    except (InvalidSignature, binascii.Error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unbelievable() from error
    if not isinstance(manifest, dict):
        raise _unbelievable()
    return manifest


def _secure(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and parts.username is None


def _parts(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _unanswered(address: str) -> UpdateError:
    return UpdateError(
        N_("{host} did not say whether there is a newer version.", host=urlsplit(address).hostname or ""),
        N_("Try again later. Nothing was changed."),
    )


def _unbelievable() -> UpdateError:
    return UpdateError(
        N_("What came about updates is not signed by whoever made this Plimsoll."),
        N_("Nothing of it was used. Look at the page you got Plimsoll from."),
    )

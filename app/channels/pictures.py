"""Pictures that channels show of what they list: small, read once, and never in the way of anything.

An address comes from a shop's answer, so it is asked for nothing but a picture: https only (http on this computer, for
the sample shop), no cookies, no keys, no redirects, and no more than a few megabytes of what begins as a picture does.
"""

import time
from urllib.parse import urlsplit

import httpx

from app.channels.address import is_loopback

PICTURE_MAX_BYTES = 4 * 1024 * 1024
PICTURE_MAX_S = 20.0
_TIMEOUT = httpx.Timeout(8.0)
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"GIF8")


def fetch(address: str, *, at_home: bool = False, transport: httpx.BaseTransport | None = None) -> bytes:
    """A picture as its file; b"" for whatever reason there is none. `at_home`: this computer may be asked (blocks)."""
    if not _may_ask(address, at_home=at_home):
        return b""
    headers = {"User-Agent": "Plimsoll/0.1", "Accept": "image/png, image/jpeg, image/webp, image/gif"}
    try:
        with (
            httpx.Client(
                transport=transport, timeout=_TIMEOUT, trust_env=not at_home, follow_redirects=False
            ) as client,
            client.stream("GET", address, headers=headers) as answer,
        ):
            return _picture_in(answer) if answer.status_code == 200 else b""
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):  # the last: what can be no name in DNS
        return b""


def _may_ask(address: str, *, at_home: bool) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or parts.username is not None:
        return False
    return at_home and parts.scheme in ("http", "https") if is_loopback(host) else parts.scheme == "https"


def _picture_in(answer: httpx.Response) -> bytes:
    found, until = b"", time.monotonic() + PICTURE_MAX_S
    for chunk in answer.iter_bytes():
        found += chunk
        if len(found) > PICTURE_MAX_BYTES or time.monotonic() > until:
            return b""
    return found if found.startswith(_BEGINNINGS) else b""

"""Addresses of shops as sellers type them. https only, but for this computer itself."""

import ipaddress
import re
from urllib.parse import urlsplit

from app.core.text import N_
from app.errors import ChannelRefused

NAME_MAX = 253


def shop_address(typed: str) -> str:
    """The address of a shop as `scheme://host[:port][/path]`. https unless said otherwise; http on loopback only.

    Raises `ChannelRefused` with what is wrong with it.
    """
    text = typed.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = _as_asked(parts.hostname or ""), parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in ("https", "http") or not _is_host(host) or parts.username:
        raise ChannelRefused(
            N_("“{typed}” is not the address of a shop.", typed=typed.strip()),
            N_("Type it as you see it in the browser, for example https://shop.example."),
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise ChannelRefused(
            N_("Plimsoll sends your keys over https only, and this address begins with http."),
            N_("Type the address with https. If your shop has no https, ask your host to switch it on."),
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}{parts.path.rstrip('/')}"


def _as_asked(host: str) -> str:
    """A host as DNS knows it: a name with umlauts is xn--… there (IDNA 2008). Empty for what can be none."""
    if host.isascii():
        return host
    import httpx  # here: connect pages are drawn from what imports this, and do without HTTP

    try:
        return httpx.URL(f"https://{host}").raw_host.decode("ascii")
    except httpx.InvalidURL:
        return ""


def _is_host(host: str) -> bool:
    """Can this be a computer's name (RFC 1123, 2.1) or number? “https:/shop” is a slip, not a computer called https."""
    if ":" in host:
        try:
            return bool(ipaddress.ip_address(host))
        except ValueError:
            return False
    parts = host.removesuffix(".").split(".")
    named = all(re.fullmatch(r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?", part) for part in parts)
    return named and len(host) <= NAME_MAX and host not in ("http", "https")


def is_loopback(host: str) -> bool:
    """Is this host the computer itself?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

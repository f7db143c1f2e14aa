"""Who may come in: keys, Basic over https, OAuth 1.0a signatures, as WooCommerce checks them."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from urllib.parse import quote

import httpx

TIMESTAMP_WINDOW_S = 15 * 60
_AUTH = "woocommerce_rest_authentication_error"


class Refused(Exception):
    """WooCommerce's own error: a code, its words, and the status that it is sent with."""

    def __init__(self, status: int, code: str, message: str, **data: object) -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.data = status, code, message, data

    def shown(self) -> dict[str, object]:
        """The body of the answer. An exception inside WooCommerce is told without the usual object."""
        data = self.status if self.status == 500 else {"status": self.status, **self.data}
        return {"code": self.code, "message": self.message, "data": data}


class Visitor(Enum):
    """Who sends a request."""

    NOBODY = auto()  # no key, or one that the shop does not know
    READER = auto()
    WRITER = auto()


@dataclass(slots=True)
class Gate:
    """One key of one shop, and the host's ways that decide whether it arrives."""

    key: str
    secret: str = field(repr=False)
    permission: str = "read_write"  # or "read"
    drops_authorization: bool = False  # some hosts never hand the header on
    keys_on_plain: bool = True  # WooCommerce takes keys behind plain permalinks since 11.1 only
    nonces: set[str] = field(default_factory=set)

    def visitor(self, request: httpx.Request, home: str, now: datetime) -> Visitor:
        """Who this is. Raises `Refused` for a key that is proved wrongly."""
        if "rest_route" in request.url.params and not self.keys_on_plain:
            return Visitor.NOBODY
        known = request.url.scheme == "https" and self._basic(request)
        if not known and not self._signed(request, home, now):
            return Visitor.NOBODY
        return Visitor.WRITER if self.permission == "read_write" else Visitor.READER

    def _basic(self, request: httpx.Request) -> bool:
        params = request.url.params
        key, secret = params.get("consumer_key", ""), params.get("consumer_secret", "")
        if not key and not self.drops_authorization:
            key, secret = _basic_pair(request.headers.get("Authorization", ""))
        if key != self.key:
            return False
        if secret != self.secret:
            raise Refused(401, _AUTH, "Consumer secret is invalid.")
        return True

    def _signed(self, request: httpx.Request, home: str, now: datetime) -> bool:
        """Check a signature in the query as WooCommerce does; False when there is none."""
        params = dict(request.url.params.multi_items())
        if not any(name.startswith("oauth_") for name in params):
            return False
        if params.get("oauth_consumer_key") != self.key:
            raise Refused(401, _AUTH, "Consumer key is invalid.")
        given = params.pop("oauth_signature", "")
        if not hmac.compare_digest(given, self._signature(request, home, params)):
            raise Refused(401, _AUTH, "Invalid signature - provided signature does not match.")
        self._check_fresh(params, now)
        return True

    def _signature(self, request: httpx.Request, home: str, params: dict[str, str]) -> str:
        # WordPress puts the address together from its own home and the path, and drops a lone slash.
        path = request.url.path.removeprefix(httpx.URL(home).path.rstrip("/")).lstrip("/")
        address = f"{home}/{path}" if path else home
        joined = "%26".join(_twice(f"{_once(name)}={_once(value)}") for name, value in sorted(params.items()))
        text = f"{request.method}&{quote(address, safe='-._~')}&{joined}"
        digest = hmac.new(f"{self.secret}&".encode(), text.encode(), hashlib.sha256).digest()
        return base64.b64encode(digest).decode()

    def _check_fresh(self, params: dict[str, str], now: datetime) -> None:
        if abs(int(params.get("oauth_timestamp", "0")) - now.timestamp()) > TIMESTAMP_WINDOW_S:
            raise Refused(401, _AUTH, "Invalid timestamp.")
        nonce = params.get("oauth_nonce", "")
        if nonce in self.nonces:
            raise Refused(401, _AUTH, "Invalid nonce - nonce has already been used.")
        self.nonces.add(nonce)


def _basic_pair(header: str) -> tuple[str, str]:
    kind, _, token = header.partition(" ")
    if kind != "Basic":
        return "", ""
    try:
        name, _, password = base64.b64decode(token).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return name, password


def _once(text: str) -> str:
    return quote(text, safe="-._~")


def _twice(text: str) -> str:
    return text.replace("%", "%25").replace("=", "%3D")


def check_may(visitor: Visitor, method: str, *, single: bool, batch: bool) -> None:
    """May this visitor do this? Raises `Refused` in WooCommerce's words."""
    if visitor is Visitor.NOBODY:
        raise Refused(401, *_stranger(method, single=single, batch=batch))
    if visitor is Visitor.READER and method not in ("GET", "HEAD", "OPTIONS"):
        raise Refused(401, _AUTH, "The API key provided does not have write permissions.")


def _stranger(method: str, *, single: bool, batch: bool) -> Iterable[str]:
    if method == "GET":
        words = "you cannot view this resource." if single else "you cannot list resources."
        return "woocommerce_rest_cannot_view", f"Sorry, {words}"
    if batch:
        words = "you are not allowed to batch manipulate this resource."
        return "woocommerce_rest_cannot_batch", f"Sorry, {words}"
    return "woocommerce_rest_cannot_edit", "Sorry, you are not allowed to edit this resource."

"""Requests to one WooCommerce shop: where its API is, how the key is proved, and what its refusals mean.

Knows nothing of products or orders.
"""

import base64
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any

import httpx
import msgspec

from app.channels.address import shop_address
from app.channels.base import Clock, Log
from app.channels.buyers import buyer_hash
from app.channels.decoding import decode
from app.channels.http import Answer, ShopHttp, clean_words
from app.channels.woocommerce.signing import Params, signed
from app.core.channel import ShopAccess
from app.core.text import N_
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable

PRETTY, PLAIN = "pretty", "plain"
BASIC, SIGNED = "basic", "signed"
PAGE = 100
NEW_KEY = N_("Make a new key under WooCommerce > Settings > Advanced > REST API, and connect the shop again.")


class WireError(msgspec.Struct):
    """What WooCommerce answers instead of what was asked for."""

    code: str
    message: str = ""


class WooApi:
    """One shop's REST API. `permalinks` and `proof` are what `introduce` found out about the shop."""

    def __init__(
        self, access: ShopAccess, *, clock: Clock, log: Log, transport: httpx.BaseTransport | None = None
    ) -> None:
        self.address = shop_address(access.address)
        self.permalinks = access.settings.get("permalinks", PRETTY)
        self.proof = access.settings.get("proof", BASIC)
        self._behind: timedelta | None = None  # how far the shop's clock is behind ours, by its last answer
        self._key = access.secrets.get("consumer_key", "")
        self._secret = access.secrets.get("consumer_secret", "")
        self.buyers = partial(buyer_hash, access.secrets)
        self._clock = clock
        self._http = ShopHttp(self.address, clock=clock, log=log, refuse=refusal, transport=transport)

    @property
    def secure(self) -> bool:
        """Is the connection encrypted? WooCommerce takes Basic only then."""
        return self.address.startswith("https://")

    def behind(self) -> timedelta:
        """How far the shop's clock is behind ours; negative when it is ahead. Asks the shop if it has not yet told."""
        if self._behind is None:
            params = [("per_page", "1"), ("_fields", "id")]
            self.get("read the shop’s clock", "1 product", "/wc/v3/products", params)
        return self._behind or timedelta(0)

    def known_behind(self) -> timedelta:
        """The same by its last answer, without asking."""
        return self._behind or timedelta(0)

    def shop_time(self) -> datetime:
        """What time it is in the shop, by its last answer."""
        return self._clock() - (self._behind or timedelta(0))

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(self, verb: str, target: str, route: str, params: Params, *, accept: Collection[int] = ()) -> Answer:
        """Read something."""
        return self.call(verb, target, "GET", route, params, accept=accept)

    def call(
        self,
        verb: str,
        target: str,
        method: str,
        route: str,
        params: Params | None = None,
        *,
        body: object = None,
        accept: Collection[int] = (),
        proved: bool = True,
    ) -> Answer:
        """Send one request to a route such as `/wc/v3/orders`. `proved` False leaves the key out."""
        path, all_params = self._place(route, list(params or ()))
        request: dict[str, Any] = {} if body is None else {"json": body}
        if proved and self.secure and self.proof == BASIC:
            token = base64.b64encode(f"{self._key}:{self._secret}".encode()).decode()
            request["headers"] = {"Authorization": f"Basic {token}"}
        elif proved:
            all_params = self._signed(method, path, all_params)
        answer = self._http.call(verb, target, method, path, accept=accept, params=all_params, **request)
        self._compare_clocks(answer)
        return answer

    def page(self, verb: str, target: str, path: str) -> Answer:
        """A page of the shop as a buyer's browser asks for it, without the key."""
        return self._http.call(verb, target, "GET", path, headers={"Accept": "text/html"})

    def _place(self, route: str, params: Params) -> tuple[str, Params]:
        if self.permalinks == PLAIN:
            # WordPress itself names index.php here: some servers turn a PUT to / into a GET.
            return "/index.php", [("rest_route", route), *params]
        return f"/wp-json{route}", params

    def _signed(self, method: str, path: str, params: Params) -> Params:
        return signed(
            method,
            f"{self.address}{path}",
            params,
            key=self._key,
            secret=self._secret,
            nonce=secrets.token_hex(16),
            timestamp=int(self._clock().timestamp()),
        )

    def _compare_clocks(self, answer: Answer) -> None:
        try:
            self._behind = self._clock() - parsedate_to_datetime(answer.headers.get("date", ""))
        except (ValueError, TypeError, OverflowError):
            return  # no date, or one that makes no sense: keep what we knew


def error_of(answer: Answer) -> WireError | None:
    """WooCommerce's own error; None when the answer is not one, such as a page of the host's."""
    try:
        return decode(answer.text, WireError)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def refusal(answer: Answer) -> ChannelError | None:
    """What a refusal means, in our words; None where only the status speaks."""
    if answer.status < 400 or answer.status == 429 or answer.status >= 500:
        return None
    error = error_of(answer)
    if error is None:
        return _from_the_host(answer)
    words = clean_words(error.message or error.code)
    if answer.status in (401, 403):
        return _key_refused(answer.status, error, words)
    if error.code == "rest_no_route":
        return ChannelUnavailable(
            N_("WooCommerce does not answer at this address just now."),
            N_("It may be switched off for an update. Plimsoll tries again by itself."),
            words=words,
            status=answer.status,
        )
    return ChannelRefused(
        N_("The shop refused the request."), N_("Its own words are in the details."), words=words, status=answer.status
    )


def _from_the_host(answer: Answer) -> ChannelError | None:
    """A page instead of WooCommerce's own words: a firewall, a lock before the site, a maintenance page."""
    words = clean_words(answer.body[:2000].decode("utf-8", "replace"))
    if answer.status == 401:
        return ChannelSignedOut(
            N_("The site asks for a password of its own before the shop can be reached."),
            N_("Ask your host to let the REST API through, then connect the shop again."),
            words=words,
            status=401,
        )
    if answer.status in (403, 404, 405, 406):
        return ChannelUnavailable(
            N_("The shop’s host did not let the request through."),
            N_("A firewall or security plugin may be in the way. Plimsoll tries again by itself."),
            words=words,
            status=answer.status,
        )
    return None


def _key_refused(status: int, error: WireError, words: str) -> ChannelSignedOut:
    if error.code == "woocommerce_rest_authentication_error" and "write permission" in error.message:
        title = N_("The key may only read, and Plimsoll must be able to write stock.")
    elif error.code == "woocommerce_rest_authentication_error":
        title = N_("The shop does not accept the secret of this key.")
    elif error.code.startswith("woocommerce_rest_cannot") and status == 403:
        title = N_("The user of this key may not do this in the shop.")
    elif error.code.startswith("woocommerce_rest_cannot"):
        title = N_("The shop does not know this key.")
    else:
        title = N_("The shop did not accept the key.")
    return ChannelSignedOut(title, NEW_KEY, words=words, status=status)

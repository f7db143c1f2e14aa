"""Shopify's Admin GraphQL interface: signs in, sends one operation, counts the points.

Knows no listing and no order. The token of an app lives here, in memory only.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx
import msgspec

from app.channels.base import Clock, Log
from app.channels.decoding import decode
from app.channels.http import Answer, ShopHttp
from app.channels.shopify import points
from app.channels.shopify.info import BY_APP, address_of, api_version
from app.channels.shopify.operations import Operation
from app.channels.shopify.refusals import TOO_COSTLY, no_token, refusal, reply_of, throttled
from app.channels.shopify.wire import GraphError, Reply, Token
from app.core.channel import Allowance, ShopAccess
from app.core.text import N_
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut

TOKEN_MARGIN = timedelta(minutes=10)

T = TypeVar("T")


class ShopifyApi:
    """One shop's interface. Raises only `ChannelError`s."""

    def __init__(
        self, access: ShopAccess, *, clock: Clock, log: Log, transport: httpx.BaseTransport | None = None
    ) -> None:
        self.address = address_of(access.address)
        self.shop_clock: datetime | None = None  # what the shop's clock showed at its last answer
        self.behind: timedelta | None = None  # how far it was behind ours then; None until it told the time
        self._path = f"/admin/api/{api_version(access.settings.get('api_version'))}/graphql.json"
        self._http = ShopHttp(self.address, clock=clock, log=log, refuse=self._refuse, transport=transport)
        self._clock = clock
        self._access = access
        self._token: str | None = None
        self._token_ends: datetime | None = None
        self._reply: Reply | None = None
        self._bucket: points.Bucket | None = None
        self._costs: dict[tuple[str, int], float] = {}

    def close(self) -> None:
        """Let go of connections and of the token."""
        self._http.close()
        self._token = None

    @property
    def too_costly(self) -> bool:
        """Was the last call refused because it asked for too much at once?"""
        return self._reply is not None and TOO_COSTLY in self._reply.codes

    @property
    def row_errors(self) -> dict[str, GraphError]:
        """What went wrong with single rows of the last change, by the rows' names."""
        refusals = self._reply.refusals if self._reply else []
        return {str(error.path[0]): error for error in refusals if error.path}

    def ask(
        self,
        operation: Operation,
        variables: Mapping[str, Any],
        kind: type[T],
        *,
        verb: str,
        target: str,
        size: int = 0,
        urgent: bool = False,
    ) -> T:
        """Send one operation and return its data. `size` is the page asked; an urgent call may use the last points.

        Raises `ChannelUnavailable(sent=False)` when it was certainly not run.
        """
        self._reply = None
        self._wait_for_points(operation, size, urgent=urgent)
        body = {"query": operation.text, "variables": dict(variables), "operationName": operation.name}
        answer = self._send(body, verb, target)
        self.shop_clock = _date_of(answer)
        if self.shop_clock is not None:
            self.behind = self._clock() - self.shop_clock
        return self._data(answer, operation, size, kind)

    def _data(self, answer: Answer, operation: Operation, size: int, kind: type[T]) -> T:
        reply = self._reply
        assert reply is not None, "an answer without an envelope was refused before"
        if reply.extensions.cost:
            self._costs[operation.name, size] = reply.extensions.cost.requested_query_cost
        try:
            return decode(reply.data, kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise answer.not_understood(str(error)) from error

    def _send(self, body: dict[str, Any], verb: str, target: str) -> Answer:
        fresh = self._sign_in()
        try:
            return self._post(body, verb, target)
        except ChannelSignedOut as error:
            # A token may be called back before its day is over: ask once for a new one, unless it is brand-new.
            if self._access.way != BY_APP or error.status != 401 or fresh:
                raise
            self._token = None
            self._sign_in()
            return self._post(body, verb, target)

    def _post(self, body: dict[str, Any], verb: str, target: str) -> Answer:
        headers = {"X-Shopify-Access-Token": self._token or ""}
        return self._http.call(verb, target, "POST", self._path, json=body, headers=headers)

    def allowance(self) -> Allowance | None:
        """How much of the bucket is used; None before Shopify has told."""
        return self._bucket.allowance(self._clock()) if self._bucket is not None else None

    def _wait_for_points(self, operation: Operation, size: int, *, urgent: bool) -> None:
        """Do not send what Shopify would throttle: that only costs a call."""
        if self._bucket is None:
            return
        cost = self._costs.get((operation.name, size), operation.cost(size))
        wait_s = self._bucket.wait_s(cost, self._clock(), urgent=urgent)
        if wait_s > 0:
            raise throttled(wait_s)

    def _sign_in(self) -> bool:
        """Have a token that is valid for some time; True when it was asked just now."""
        if self._access.way != BY_APP:
            self._token = self._typed("token")
            return False
        now = self._clock()
        expired = self._token_ends is not None and now >= self._token_ends - TOKEN_MARGIN
        if self._token is not None and not expired:
            return False
        form = {
            "client_id": self._typed("client_id"),
            "client_secret": self._typed("client_secret"),
            "grant_type": "client_credentials",
        }
        try:
            answer = self._http.call("sign in", "the app", "POST", "/admin/oauth/access_token", data=form)
        except ChannelRefused as error:
            if error.status != 400:
                raise
            raise no_token("", error.words, error.status) from error  # told as a page, not as JSON
        token = answer.decode(Token)
        self._token, self._token_ends = token.access_token, now + timedelta(seconds=token.expires_in)
        return True

    def _typed(self, name: str) -> str:
        """What the seller typed to connect, fit for a header or a form."""
        value = (self._access.secrets.get(name) or self._access.settings.get(name) or "").strip()
        if not value or not value.isascii() or not value.isprintable():
            raise ChannelSignedOut(
                N_("A key that Shopify needs is missing or damaged."),
                N_("Connect the shop again, and copy each key whole."),
            )
        return value

    def _refuse(self, answer: Answer) -> ChannelError | None:
        """Keep the envelope of an answer and what it says of the bucket; tell what is wrong with it."""
        self._reply = reply_of(answer)
        cost = self._reply.extensions.cost if self._reply else None
        if cost and cost.throttle_status:
            self._bucket = points.seen(cost.throttle_status, self._clock())
        return refusal(answer, self._reply, self._clock())


def _date_of(answer: Answer) -> datetime | None:
    try:
        at = parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, TypeError, OverflowError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)

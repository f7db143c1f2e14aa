"""Etsy's Open API v3: signs in, renews the sign-in, counts the calls and says what a refusal means.

Knows no listing and no order.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any

import httpx
import msgspec

from app.channels.base import Clock, Log, SaveSecret
from app.channels.buyers import buyer_hash
from app.channels.decoding import decode
from app.channels.etsy import tokens as sign_in
from app.channels.etsy.info import SCOPES, address_of
from app.channels.etsy.quota import Need, Quota
from app.channels.etsy.tokens import SECRET, Tokens, tokens_of
from app.channels.etsy.wire import Me, Said
from app.channels.http import Answer, ShopHttp, clean_words, retry_after
from app.core.channel import ShopAccess
from app.core.text import N_
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable

BASE = "/v3/application"
Params = Sequence[tuple[str, str]]


class EtsyApi:
    """One shop's way to Etsy. Raises only `ChannelError`s, and what `save_secret` may raise."""

    def __init__(
        self,
        access: ShopAccess,
        *,
        clock: Clock,
        save_secret: SaveSecret,
        log: Log,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.address = address_of(access.address)
        self.quota = Quota()
        self.clock = clock
        self._access = access
        self._save_secret = save_secret
        self._http = ShopHttp(self.address, clock=clock, log=log, refuse=self._refuse, transport=transport)
        self._tokens: Tokens | None = None
        self.buyers = partial(buyer_hash, access.secrets)
        self._shop = access.settings.get("shop_id", "")
        self._behind: timedelta | None = None  # how far Etsy's clock is behind ours, by its last answer

    def close(self) -> None:
        """Let go of connections and of the tokens."""
        self._http.close()
        self._tokens = None

    @property
    def tokens(self) -> Tokens:
        """The tokens in use. Raises `ChannelSignedOut` when there are none."""
        if self._tokens is None:
            kept = self._access.secrets.get(SECRET)
            if not kept:
                raise sign_in.signed_out()
            self._tokens = tokens_of(kept)
        return self._tokens

    def there(self) -> datetime:
        """What time it is at Etsy, by its last answer; ours until it has answered."""
        return self.clock() - (self._behind or timedelta(0))

    def behind(self) -> timedelta:
        """How far Etsy's clock is behind ours, by its last answer; nothing until it has answered."""
        return self._behind or timedelta(0)

    def ask_time(self) -> datetime:
        """What time it is at Etsy. Asks, if it has not told yet."""
        if self._behind is None:
            self.call("read Etsy’s clock", "the app", "GET", "/openapi-ping", need=Need.ORDERS, signed=False)
        return self.there()

    def shop(self) -> str:
        """`/shops/{number}`: the shop that signed in. Asked for once, where it is not known."""
        if not (self._shop.isascii() and self._shop.isdecimal()):
            self._shop = str(self.get("read the shop", "the shop", "/users/me", need=Need.ORDERS).decode(Me).shop_id)
        return f"/shops/{self._shop}"

    def get(
        self, verb: str, target: str, route: str, params: Params = (), *, need: Need, accept: Collection[int] = ()
    ) -> Answer:
        """Read something."""
        return self.call(verb, target, "GET", route, need=need, accept=accept, params=list(params))

    def call(
        self,
        verb: str,
        target: str,
        method: str,
        route: str,
        *,
        need: Need,
        accept: Collection[int] = (),
        signed: bool = True,
        **request: Any,
    ) -> Answer:
        """Send one request, signed in unless said otherwise. A sign-in that ended too early is renewed once."""
        if need is not Need.WRITE:
            self.quota.check(self.clock(), need)
        renewed = self._sign_in() if signed else False
        try:
            return self._send(verb, target, method, route, accept, request, signed=signed)
        except ChannelSignedOut as error:
            if not signed or renewed or error.status != 401:
                raise
        self._renew()
        return self._send(verb, target, method, route, accept, request, signed=signed)

    def _send(
        self,
        verb: str,
        target: str,
        method: str,
        route: str,
        accept: Collection[int],
        request: dict[str, Any],
        *,
        signed: bool,
    ) -> Answer:
        self.quota.sent(self.clock())
        headers = {"x-api-key": self._key(), **request.get("headers", {})}
        if signed:
            headers["Authorization"] = f"Bearer {self.tokens.access}"
        sent = {**request, "headers": headers}
        answer = self._http.call(verb, target, method, f"{BASE}{route}", accept=accept, **sent)
        date = _date_of(answer)
        self._behind = self._behind if date is None else self.clock() - date
        return answer

    def _key(self) -> str:
        return f"{self.typed('keystring')}:{self.typed('shared_secret')}"

    def typed(self, name: str) -> str:
        """A key as the seller typed it, fit for a header. Raises `ChannelSignedOut` when it is missing or damaged."""
        return typed(self._access, name)

    def _sign_in(self) -> bool:
        """Have an access token that is valid for some minutes; True when it was renewed just now."""
        if self.tokens.fresh(self.clock()):
            return False
        self._renew()
        return True

    def _renew(self) -> None:
        new = sign_in.renew(
            self._http, keystring=self.typed("keystring"), refresh=self.tokens.refresh, now=self.clock()
        )
        # Kept before it is used: were it lost, the old one might no longer let us in.
        self._save_secret(SECRET, new.text())
        self._tokens = new

    def _refuse(self, answer: Answer) -> ChannelError | None:
        """Keep what an answer says of the calls that are left; tell what is wrong with it."""
        now = self.clock()
        self.quota.told(answer.headers, now)
        return refusal(answer, now)


def typed(access: ShopAccess, name: str) -> str:
    """A key as the seller typed it, fit for a header. Raises `ChannelSignedOut` when it is missing or damaged."""
    value = access.secrets.get(name, "").strip()
    if not value or not value.isascii() or not value.isprintable() or ":" in value:
        raise ChannelSignedOut(
            N_("A key that Etsy needs is missing or damaged."),
            N_("Connect the shop again, and copy the keystring and the shared secret whole."),
        )
    return value


def said(answer: Answer) -> Said | None:
    """Etsy's own error; None for what is not Etsy's JSON."""
    try:
        return decode(answer.text, Said)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def words_of(answer: Answer) -> str:
    """Etsy's own words in an answer."""
    error = said(answer)
    if error is None:
        return clean_words(answer.body[:2000].decode("utf-8", "replace"))
    return clean_words(f"{error.error}: {error.error_description}" if error.error_description else error.error)


def must_be_etsys(answer: Answer) -> None:
    """Is it Etsy itself that says so? A page of something in between must never look like a thing that is gone."""
    if said(answer) is None:
        raise answer.not_understood(f"a page with status {answer.status}")


def refusal(answer: Answer, now: datetime) -> ChannelError | None:
    """What is wrong with an answer; None when nothing is, or when the usual meaning of its status says it all."""
    status = answer.status
    if status == 429:
        return ChannelUnavailable(
            N_("Etsy asked us to wait: too many requests."),
            retry_after=retry_after(answer.headers.get("retry-after"), now),
            sent=False,  # Etsy counts before it does anything
            words=words_of(answer),
            status=status,
        )
    if status in (401, 403):
        return _not_let_in(answer, words_of(answer))
    if 400 <= status < 500:
        return _no(answer)
    return None


def _no(answer: Answer) -> ChannelError:
    if said(answer) is None:
        return answer.not_understood(f"a page with status {answer.status}")
    return ChannelRefused(
        N_("Etsy refused the request."),
        N_("Its own words are in the details."),
        words=words_of(answer),
        status=answer.status,
    )


def _not_let_in(answer: Answer, words: str) -> ChannelError:
    low = words.lower()
    scope = next((scope for scope in SCOPES if scope in low), None)
    if "scope" in low or scope:
        title = N_("Etsy denies Plimsoll a permission that it needs.")
        if scope:
            title = N_("Etsy denies Plimsoll the permission {scope}.", scope=scope)
        return ChannelSignedOut(title, N_("Connect the shop again, and allow everything."), words=words, status=403)
    if "api key" in low or "shared secret" in low or "x-api-key" in low or "inactive" in low:
        return ChannelSignedOut(
            N_("Etsy does not accept the keystring and the shared secret."),
            N_("Copy both from Your apps on Etsy again, and check that the app was approved."),
            words=words,
            status=403,  # a new token would not help
        )
    if answer.status == 401:
        return sign_in.signed_out(words, 401)
    return _no(answer)  # this one thing is not ours to touch


def _date_of(answer: Answer) -> datetime | None:
    try:
        at = parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, TypeError, OverflowError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)

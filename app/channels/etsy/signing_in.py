"""One attempt to sign in to Etsy by the browser, from the page to open to the secret to keep."""

from collections.abc import Mapping
from datetime import datetime

import httpx

from app.channels.base import BrowserWay, Clock, Log
from app.channels.etsy import tokens
from app.channels.etsy.api import EtsyApi, refusal, typed
from app.channels.etsy.info import CALLBACK, address_of
from app.channels.etsy.quota import Need
from app.channels.http import ShopHttp
from app.channels.oauth import Callback, Pkce, code_in
from app.core.channel import ShopAccess
from app.errors import ChannelSignedOut


class SignIn:
    """Open `page` in the browser; then `wait` for it to come back, or take what the seller pastes. Blocks; close it.

    What `wait` and `pasted` return is to be kept as the secret `tokens`. Each may succeed once: a code is used once.
    """

    def __init__(
        self,
        keystring: str,
        *,
        clock: Clock,
        log: Log,
        address: str = "",
        callback: str = CALLBACK,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._pkce = Pkce()
        self._keystring, self._callback, self._clock = keystring, callback, clock
        self._http = ShopHttp(
            address_of(address),
            clock=clock,
            log=log,
            refuse=lambda answer: refusal(answer, clock()),
            transport=transport,
        )
        self.page = tokens.consent_address(self._pkce, keystring, callback)

    def listen(self) -> Callback:
        """Take the port that the browser comes back to; use it as a context manager.

        Raises `ChannelUnavailable` when another program has it: then the address can still be pasted.
        """
        return Callback(self._callback, self._pkce.state)

    def wait(self, callback: Callback, seconds: float) -> str | None:
        """The secret, once the browser came back; None when it did not in time or the wait was called off.

        Raises `ChannelSignedOut` when the seller or Etsy said no.
        """
        code = callback.wait(seconds)
        return None if code is None else self._fetch(code)

    def pasted(self, address: str) -> str:
        """The secret, from the address that the browser shows.

        Raises `ChannelRefused` for an address that is none of this attempt's, `ChannelSignedOut` for a no.
        """
        return self._fetch(code_in(address, self._pkce.state))

    def close(self) -> None:
        """Let go of connections."""
        self._http.close()

    def _fetch(self, code: str) -> str:
        found = tokens.fetch(
            self._http,
            keystring=self._keystring,
            code=code,
            pkce=self._pkce,
            callback=self._callback,
            now=self._clock(),
        )
        return found.text()


def begin(access: ShopAccess, *, clock: Clock, log: Log, transport: httpx.BaseTransport | None = None) -> SignIn:
    """An attempt with keys that Etsy knows: nobody is sent to the browser with a wrong one.

    Raises `ChannelSignedOut` for keys that are missing or not accepted. Blocks.
    """
    keystring, _ = typed(access, "keystring"), typed(access, "shared_secret")
    api = EtsyApi(access, clock=clock, save_secret=lambda *_: None, log=log, transport=transport)
    try:
        api.call("test the keys", "the app", "GET", "/openapi-ping", need=Need.ORDERS, signed=False)
    finally:
        api.close()
    return SignIn(keystring, clock=clock, log=log, address=access.address, callback=CALLBACK, transport=transport)


def until(secrets: Mapping[str, str]) -> datetime | None:
    """When the seller has to allow again, if Plimsoll does not run until then; None when there are no tokens."""
    try:
        return tokens.tokens_of(secrets[tokens.SECRET]).refresh_ends if tokens.SECRET in secrets else None
    except ChannelSignedOut:
        return None


BROWSER_WAY = BrowserWay(tokens.SECRET, begin, until)

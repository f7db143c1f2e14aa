"""One attempt to sign in to Etsy by the browser, from the page to open to the secret to keep."""

import httpx

from app.channels.base import Clock, Log
from app.channels.etsy import tokens
from app.channels.etsy.api import refusal
from app.channels.etsy.info import CALLBACK, address_of
from app.channels.http import ShopHttp
from app.channels.oauth import Callback, Pkce, code_in


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

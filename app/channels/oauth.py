"""Signing in by the browser (OAuth 2 with PKCE): what is sent there, and how the answer comes back to this computer.

The answer comes to a small server on 127.0.0.1, or by hand: the seller pastes the address that the browser shows.
Knows no channel.
"""

import base64
import hashlib
import html
import os
import secrets
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from app.channels.http import clean_words
from app.core.text import N_, Text
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable

LOOK_S = 0.2  # how soon a wait notices that it was called off
REQUEST_MAX_S = 3.0  # a browser that opens a connection and says nothing must not hold the wait
PASTED_MAX = 4000

_DONE = N_("Plimsoll is connected. You can close this page.")
_NOT_THIS = N_("This page belongs to an older attempt. Go back to Plimsoll.")


@dataclass(frozen=True, slots=True)
class Pkce:
    """The secrets of one attempt to sign in. `verifier` proves that who asked is who fetches; `state` is used once."""

    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)
    state: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def challenge(self) -> str:
        """The verifier's S256 challenge (RFC 7636)."""
        digest = hashlib.sha256(self.verifier.encode("ascii")).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")

    def address(self, page: str, parameters: Mapping[str, str]) -> str:
        """The address to open in the browser: the channel's page with its own parameters and ours."""
        ours = {"state": self.state, "code_challenge": self.challenge, "code_challenge_method": "S256"}
        return f"{page}?{urlencode({'response_type': 'code', **parameters, **ours})}"


def code_in(address: str, state: str) -> str:
    """The code in the address that a channel sent the browser back to.

    Raises `ChannelRefused` when it holds none or belongs to another attempt, `ChannelSignedOut` when the seller or the
    channel said no.
    """
    text = address.strip()[:PASTED_MAX]
    found = parse_qs(urlsplit(text).query if "?" in text else text.lstrip("#"))
    if not found.get("state") or not secrets.compare_digest(found["state"][0].encode(), state.encode()):
        raise ChannelRefused(
            N_("This address does not belong to the sign-in that Plimsoll began."),
            N_("Copy the whole address from the browser’s address bar, or begin to connect again."),
        )
    if found.get("code"):
        return found["code"][0]
    words = ": ".join(found.get(name, [""])[0] for name in ("error", "error_description"))
    raise ChannelSignedOut(
        N_("The sign-in was not allowed."),
        N_("Connect again, and choose Allow in the browser."),
        words=clean_words(words),
    )


class Callback:
    """A server on 127.0.0.1 that waits for one browser to come back. Use it as a context manager.

    `redirect` is the registered address, for example http://localhost:47830/etsy/callback. Raises
    `ChannelUnavailable(sent=False)` when its port is taken: then the address can still be pasted.
    """

    def __init__(self, redirect: str, state: str, *, done: Text = _DONE) -> None:
        parts = urlsplit(redirect)
        self._state = state
        self._stopped = False
        try:
            # Port 0 asks for any free one.
            self._server = _Server(("127.0.0.1", parts.port or 0), parts.path or "/", state, str(done))
        except OSError as error:
            raise ChannelUnavailable(
                N_("Another program uses the port that the browser would come back to."),
                N_("Sign in all the same, then paste the address that the browser shows."),
                sent=False,
                words=str(error),
            ) from error
        self.port: int = self._server.server_address[1]

    def wait(self, seconds: float) -> str | None:
        """The code, as soon as the browser brings it; None after so many seconds, or when it was called off.

        Raises `ChannelSignedOut` when the seller did not allow it.
        """
        until = time.monotonic() + seconds
        while not self._stopped and self._server.brought is None:
            left = until - time.monotonic()
            if left <= 0:
                return None
            self._server.timeout = min(LOOK_S, left)
            self._server.handle_request()
        return None if self._server.brought is None else code_in(self._server.brought, self._state)

    def stop(self) -> None:
        """End the wait soon, from whichever thread."""
        self._stopped = True

    def close(self) -> None:
        """Give the port back."""
        self._stopped = True
        self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Server(HTTPServer):
    def __init__(self, address: tuple[str, int], path: str, state: str, done: str) -> None:
        self.path, self.state, self.done = path, state, done
        self.brought: str | None = None
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server for this computer's name, as the base class would."""
        if os.name == "posix":
            # Else the port stays taken for a minute after it was used. On Windows two attempts would share it.
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away, or said nothing in time, is nothing."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = REQUEST_MAX_S

    def do_GET(self) -> None:
        """Answer the browser; keep what it brings if it is ours."""
        if urlsplit(self.path).path != self.server.path:
            self._page(404, str(_NOT_THIS))
            return
        try:
            code_in(self.path, self.server.state)
        except ChannelRefused:
            self._page(400, str(_NOT_THIS))  # somebody else's page: go on waiting
            return
        except ChannelSignedOut as error:
            self._page(200, str(error))
        else:
            self._page(200, self.server.done)
        self.server.brought = self.path

    def _page(self, status: int, words: str) -> None:
        text = f'<!DOCTYPE html><html><meta charset="utf-8"><title>Plimsoll</title><p>{html.escape(words)}</p></html>'
        body = text.encode()
        self.send_response_only(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's signature
        """Nothing is printed: the address holds a code."""

"""Where channels call: a raw ASGI route, so that bytes stay bytes. Commit first, then answer.

Every accepted call is answered 200 with a short text. What was not kept is a clear 429, 413 or 503, so that the sender
comes again; a sender that never does is answered 200, and a gap record tells the desktop to look for itself.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from app.relay.batch import Batch
from app.relay.envelope import Envelope
from app.relay.rates import Rates
from app.relay.senders import answer_to, forged
from app.relay.store import Arrival, Endpoint, Fate, Store, StoreDown

PREFIX = "/in/"
BODY_MAX = 1024 * 1024
HEADERS_MAX = 64
HEADERS_SIZE_MAX = 16 * 1024
READ_TIMEOUT_S = 3.0
ENDPOINTS_KEPT = 10_000
FRESH_S = 5.0  # so long a looked-up endpoint is believed; changes through this server are known at once

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
log = logging.getLogger(__name__)


class TooMuch(Exception):
    """A body or headers over the limit."""


def digest_of(token: str) -> bytes:
    """What is kept of a secret address."""
    return hashlib.sha256(token.encode("latin-1", "replace")).digest()


class Ingest:
    """`/in/{token}/...`."""

    def __init__(
        self, store: Store, batch: Batch, rates: Rates, *, now_ms: Callable[[], int], clock: Callable[[], float]
    ) -> None:
        self._store, self._batch, self._rates = store, batch, rates
        self._now_ms, self._clock = now_ms, clock
        self._known: dict[bytes, tuple[float, Endpoint]] = {}

    def forget(self) -> None:
        """Endpoints have changed."""
        self._known.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        at_ms = self._now_ms()
        status, kind, words, wait_s = await self._answer(scope, receive, at_ms)
        headers = [(b"content-type", kind.encode()), (b"content-length", str(len(words)).encode())]
        if wait_s:
            headers.append((b"retry-after", str(max(1, round(wait_s))).encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else words})

    async def _answer(self, scope: Scope, receive: Receive, at_ms: int) -> tuple[int, str, bytes, float]:
        token, path = _split(scope)
        try:
            endpoint = await self._endpoint(token)
        except StoreDown as error:  # the sender comes again
            log.error("no endpoint could be looked up: %s", error)
            return 503, "text/plain", b"not now", 5.0
        if endpoint is None:
            return 404, "text/plain", b"no such address", 0.0
        query = scope["query_string"].decode("latin-1")
        told = answer_to(endpoint, scope["method"], query)
        if told is not None:
            return (*told, 0.0)
        wait_s = self._rates.wait_s(endpoint.id)
        try:
            body = await asyncio.wait_for(_body(scope, receive), READ_TIMEOUT_S)
        except TooMuch:
            return await self._lost(endpoint, 413, b"too large", at_ms, 0.0)
        except TimeoutError:
            return 408, "text/plain", b"too slow", 0.0
        envelope = Envelope(method=scope["method"], path=path, query=query, headers=tuple(scope["headers"]), body=body)
        if forged(endpoint, envelope):
            return 401, "text/plain", b"not signed", 0.0
        if wait_s:
            return await self._lost(endpoint, 429, b"too fast", at_ms, wait_s)
        return await self._keep(Arrival(endpoint=endpoint, envelope=envelope, at_ms=at_ms))

    async def _keep(self, arrival: Arrival) -> tuple[int, str, bytes, float]:
        try:
            fate = await self._batch.keep(arrival)
        except StoreDown:  # said in the log by the batch; never 200 for what is not on disk
            return 503, "text/plain", b"not kept", 30.0
        if fate is Fate.KEPT:
            return 200, "text/plain", b"ok", 0.0
        if fate is Fate.GONE:
            self.forget()
            return 404, "text/plain", b"no such address", 0.0
        return (
            (200, "text/plain", b"ok", 0.0) if arrival.endpoint.never_retries else (429, "text/plain", b"full", 300.0)
        )

    async def _lost(
        self, endpoint: Endpoint, status: int, words: bytes, at_ms: int, wait_s: float
    ) -> tuple[int, str, bytes, float]:
        """Not kept: a sender that never comes again leaves a gap."""
        if not endpoint.never_retries:
            return status, "text/plain", words, wait_s
        empty = Envelope(method="", path="", query="", headers=(), body=b"")
        return await self._keep(Arrival(endpoint=endpoint, envelope=empty, at_ms=at_ms, gap=True))

    async def _endpoint(self, token: str) -> Endpoint | None:
        digest = digest_of(token)
        known = self._known.get(digest)
        if known is not None and self._clock() - known[0] < FRESH_S:
            return known[1]
        found = await self._store.endpoint(digest)
        if len(self._known) >= ENDPOINTS_KEPT:
            self._known.clear()
        if found is None:
            self._known.pop(digest, None)
        else:
            self._known[digest] = (self._clock(), found)
        return found


def _split(scope: Scope) -> tuple[str, str]:
    """The token and what follows it, both as they were sent."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode("latin-1", "replace")
    token, slash, rest = raw.decode("latin-1").removeprefix(PREFIX).partition("/")
    return token, slash + rest


async def _body(scope: Scope, receive: Receive) -> bytes:
    headers = scope["headers"]
    if len(headers) > HEADERS_MAX or sum(len(key) + len(value) for key, value in headers) > HEADERS_SIZE_MAX:
        raise TooMuch
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise TimeoutError
        part = message.get("body", b"")
        size += len(part)
        if size > BODY_MAX:
            raise TooMuch
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)

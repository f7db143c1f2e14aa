"""Where channels call: a raw ASGI route, so that bytes stay bytes. Commit first, then answer.

Every accepted call is answered 200 with a short text. What was not kept is a clear 429, 413 or 503, so that the sender
comes again; a sender that never does is answered 200, and a gap record tells the desktop to look for itself.
"""

import asyncio
import hashlib
import logging
import math
import re
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from app.relay.batch import NOTHING, Batch
from app.relay.counts import Counts
from app.relay.envelope import Envelope
from app.relay.rates import Rates
from app.relay.senders import Said, answer_to, checks, forged, is_ping, is_redaction
from app.relay.store import Arrival, Endpoint, Fate, Store, StoreDown

PREFIX = "/in/"
BODY_MAX = 1024 * 1024
HEADERS_MAX = 64
HEADERS_SIZE_MAX = 16 * 1024
READ_TIMEOUT_S = 3.0
ENDPOINTS_KEPT = 10_000
FRESH_S = 5.0  # so long a looked-up endpoint is believed; changes through this server are known at once

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 bytes as base64url

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
log = logging.getLogger(__name__)


class TooMuch(Exception):
    """A body or headers over the limit."""


class TooSlow(Exception):
    """A body that does not come in time, or a sender that went away."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered. `wait_s`: when to come again. `close`: nothing more is read from this connection."""

    status: int
    words: bytes
    kind: str = "text/plain"
    wait_s: float = 0.0
    close: bool = False

    def headers(self) -> list[tuple[bytes, bytes]]:
        """As HTTP headers."""
        found = [(b"content-type", self.kind.encode()), (b"content-length", str(len(self.words)).encode())]
        if self.wait_s:
            found.append((b"retry-after", str(max(1, math.ceil(self.wait_s))).encode()))
        return [*found, (b"connection", b"close")] if self.close else found


OK = Reply(200, b"ok")
NO_SUCH = Reply(404, b"no such address")


def digest_of(token: str) -> bytes:
    """What is kept of a secret address."""
    return hashlib.sha256(token.encode("latin-1", "replace")).digest()


class Ingest:
    """`/in/{token}/...`."""

    def __init__(
        self,
        store: Store,
        batch: Batch,
        rates: Rates,
        counts: Counts,
        *,
        now_ms: Callable[[], int],
        clock: Callable[[], float],
    ) -> None:
        self._store, self._batch, self._rates, self._counts = store, batch, rates, counts
        self._now_ms, self._clock = now_ms, clock
        self._known: dict[bytes, tuple[float, Endpoint]] = {}

    def forget(self) -> None:
        """Endpoints have changed."""
        self._known.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        reply = await self._reply(scope, receive, self._now_ms())
        self._counts.answered(reply.status)
        await send({"type": "http.response.start", "status": reply.status, "headers": reply.headers()})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else reply.words})

    async def _reply(self, scope: Scope, receive: Receive, at_ms: int) -> Reply:
        token, path = _split(scope)
        try:
            endpoint = await self._endpoint(token)
        except StoreDown as error:  # the sender comes again
            log.error("no endpoint could be looked up: %s", error)
            return Reply(503, b"not now", wait_s=5.0)
        if endpoint is None:
            return NO_SUCH
        told = answer_to(endpoint, scope["method"], f"{PREFIX}{token}{path}", scope["query_string"].decode("latin-1"))
        if told is not None:
            return _said(told)
        if wait_s := self._rates.wait_s(endpoint.whose):
            return await self._lost(endpoint, Reply(429, b"too fast", wait_s=wait_s), at_ms)
        try:
            async with asyncio.timeout(READ_TIMEOUT_S):
                body = await _body(scope, receive)
        except TooMuch:
            return await self._lost(endpoint, Reply(413, b"too large"), at_ms)
        except (TimeoutError, TooSlow):
            return await self._lost(endpoint, Reply(408, b"too slow", close=True), at_ms)
        query = scope["query_string"].decode("latin-1")
        envelope = Envelope(method=scope["method"], path=path, query=query, headers=tuple(scope["headers"]), body=body)
        return await self._take(Arrival(endpoint=endpoint, envelope=envelope, at_ms=at_ms), f"{PREFIX}{token}{path}")

    async def _take(self, arrival: Arrival, target: str) -> Reply:
        if checks(arrival.endpoint) and is_ping(arrival.envelope):
            return OK  # unsigned by nature: answered, and nothing that a stranger can fill the mailbox with
        if forged(arrival.endpoint, arrival.envelope, target):
            return Reply(401, b"not signed")
        if is_redaction(arrival.endpoint, arrival.envelope):
            try:
                await self._store.redact(*arrival.endpoint.whose)
            except StoreDown as error:  # the sender comes again
                log.error("a shop's messages were not deleted: %s", error)
                return Reply(503, b"not now", wait_s=30.0)
        return await self._keep(arrival)

    async def _keep(self, arrival: Arrival) -> Reply:
        try:
            fate = await self._batch.keep(arrival)
        except StoreDown:  # said in the log by the batch; never 200 for what is not on disk
            return Reply(503, b"not kept", wait_s=30.0)
        if fate is Fate.GONE:
            self.forget()
            return NO_SUCH
        if fate is Fate.FULL and not arrival.endpoint.never_retries:
            return Reply(429, b"full", wait_s=300.0)
        return OK

    async def _lost(self, endpoint: Endpoint, reply: Reply, at_ms: int) -> Reply:
        """Not kept: a sender that never comes again leaves a gap, and is told that all is well."""
        if not endpoint.never_retries:
            return reply
        kept = await self._keep(Arrival(endpoint=endpoint, envelope=NOTHING, at_ms=at_ms, gap=True))
        return replace(kept, close=reply.close)

    async def _endpoint(self, token: str) -> Endpoint | None:
        if not TOKEN.fullmatch(token):
            return None
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


def _said(said: Said) -> Reply:
    status, kind, words = said
    return Reply(status, words, kind)


def _split(scope: Scope) -> tuple[str, str]:
    """The token and what follows it, both as they were sent."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode("latin-1", "replace")
    token, slash, rest = raw.decode("latin-1").removeprefix(PREFIX).partition("/")
    return token, slash + rest


async def _body(scope: Scope, receive: Receive) -> bytes:
    headers = scope["headers"]
    size = sum(map(len, chain.from_iterable(headers))) + len(scope["query_string"]) + len(scope["path"])
    if len(headers) > HEADERS_MAX or size > HEADERS_SIZE_MAX:
        raise TooMuch
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise TooSlow
        part = message.get("body", b"")
        size += len(part)
        if size > BODY_MAX:
            raise TooMuch
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)

"""The relay as one ASGI program: the raw ingest route before everything, Starlette for the rest."""

import asyncio
import contextlib
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.relay.api import Api
from app.relay.batch import Batch
from app.relay.counts import Counts
from app.relay.ingest import PREFIX, Ingest, Receive, Scope, Send
from app.relay.rates import Rates
from app.relay.sealing import Sealer
from app.relay.store import Store, StoreDown

SETTLE_EVERY_S = 30.0
EXPIRE_EVERY = 120  # of these
PAIRINGS_PER_S, PAIRINGS = 0.2, 10.0  # nobody types codes faster, and nobody guesses one


def wall_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Relay:
    """The program. `now_ms` is the relay's clock, `clock` one that never goes back, in seconds.

    `rates`: how fast an endpoint may be called, where it is not the usual.
    """

    def __init__(
        self,
        store: Store,
        *,
        now_ms: Callable[[], int] = wall_ms,
        clock: Callable[[], float] = time.monotonic,
        rates: Rates | None = None,
    ) -> None:
        self.store, self._now_ms = store, now_ms
        self._sealer = Sealer()
        self.batch = Batch(store, self._sealer)
        self.counts = Counts()
        self.stopping = asyncio.Event()
        self.ingest = Ingest(store, self.batch, rates or Rates(clock), self.counts, now_ms=now_ms, clock=clock)
        pairing = Rates(clock, rate=PAIRINGS_PER_S, burst=PAIRINGS)
        self._api = Api(store, self.batch, self.ingest, self.counts, pairing, now_ms=now_ms, stopping=self.stopping)
        routes = [
            Route("/healthz", self._health, methods=["GET", "HEAD"]),
            Route("/metrics", self._metrics, methods=["GET"]),
            *self._api.routes(),
        ]
        self._rest = Starlette(routes=routes, lifespan=self._lifespan)
        self._rest.router.redirect_slashes = False  # senders take a redirect for a failure, or for a success

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection's message."""
        if scope["type"] == "http" and scope["path"].startswith(PREFIX):
            await self.ingest(scope, receive, send)
        else:
            await self._rest(scope, receive, send)

    def stop(self) -> None:
        """Let parked pulls go at once: called when the server begins to stop."""
        self.stopping.set()
        self.batch.ring(None)

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        await self.store.open(self.batch.ring)
        housekeeping = asyncio.create_task(self._keep_house())
        try:
            yield
        finally:
            self.stop()
            housekeeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await housekeeping
            await self._sealer.close()  # what it has is then sealed and written without it
            await self.batch.close()
            await self.store.close()

    async def _keep_house(self) -> None:
        for turn in itertools.count():
            self.batch.settle()
            if turn % EXPIRE_EVERY == 0:
                with contextlib.suppress(StoreDown):  # a full disk has been said already; the next round tries again
                    await self.store.expire(now_ms=self._now_ms())
            await asyncio.sleep(SETTLE_EVERY_S)

    async def _health(self, _request: Request) -> Response:
        try:
            await self.store.stats()
        except StoreDown:
            return PlainTextResponse("the store does not answer", 503)
        if self.batch.failing:
            return PlainTextResponse("the store cannot be written", 503)
        return PlainTextResponse("ok")

    async def _metrics(self, _request: Request) -> Response:
        """Counts and ages only."""
        try:
            stats = await self.store.stats()
        except StoreDown:
            return PlainTextResponse("the store does not answer", 503)
        age = None if stats.oldest_ms is None else max(0, self._now_ms() - stats.oldest_ms) / 1000
        return JSONResponse(
            {
                "mailboxes": stats.mailboxes,
                "endpoints": stats.endpoints,
                "waiting": stats.waiting,
                "bytes": stats.size,
                "oldest_s": age,
                **self.counts.told(),
            }
        )

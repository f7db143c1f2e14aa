"""What the desktop asks: pull, ack, its endpoints, its key, and to delete everything. Every request is signed."""

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.relay import signing
from app.relay.batch import Batch
from app.relay.envelope import decoded, encoded
from app.relay.ingest import PREFIX, Ingest, digest_of
from app.relay.nonces import Nonces
from app.relay.senders import SCHEMES
from app.relay.store import Endpoint, Mailbox, Store, StoreDown
from app.relay.wire import PULL_MAX, PULL_WAIT_S, pulled_json

KEY_BYTES = 32
BODY_MAX = 16 * 1024
NAME_MAX = 64


class Refused(Exception):
    """A request that is not answered. `status`, and what is said."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


@dataclass(frozen=True, slots=True)
class Asked:
    """A request whose signature holds: whose mailbox, and what it says."""

    mailbox: Mailbox
    told: dict[str, Any]


Answer = Callable[["Api", Request, Asked], Awaitable[Response]]


class Api:
    """Everything under `/v1`."""

    def __init__(
        self, store: Store, batch: Batch, ingest: Ingest, *, now_ms: Callable[[], int], stopping: asyncio.Event
    ) -> None:
        self.store, self.batch, self.ingest, self.now_ms = store, batch, ingest, now_ms
        self.stopping = stopping
        self._nonces = Nonces()

    def routes(self) -> list[Route]:
        """What is answered."""
        return [
            Route("/v1/mailboxes", self._pair, methods=["POST"]),
            Route("/v1/pull", self._signed(pull), methods=["GET"]),
            Route("/v1/ack", self._signed(ack), methods=["POST"]),
            Route("/v1/endpoints", self._signed(list_endpoints), methods=["GET"]),
            Route("/v1/endpoints", self._signed(put_endpoint), methods=["POST"]),
            Route("/v1/endpoints/{name}", self._signed(drop_endpoint), methods=["DELETE"]),
            Route("/v1/keys", self._signed(put_key), methods=["POST"]),
            Route("/v1/state", self._signed(state), methods=["GET"]),
            Route("/v1/purge", self._signed(purge), methods=["POST"]),
        ]

    def _signed(self, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        async def run(request: Request) -> Response:
            return await self._guarded(lambda: self._ask(answer, request))

        return run

    async def _ask(self, answer: Answer, request: Request) -> Response:
        return await answer(self, request, await self._check(request))

    async def _guarded(self, work: Callable[[], Awaitable[Response]]) -> Response:
        try:
            return await work()
        except Refused as refused:
            return JSONResponse({"error": refused.words, "at": self.now_ms()}, refused.status)
        except StoreDown:
            return JSONResponse({"error": "not now", "at": self.now_ms()}, 503)

    async def _check(self, request: Request) -> Asked:
        """Whose request this is. Raises `Refused` 401 for anything that its device did not sign just now."""
        headers = dict(request.headers)
        claim = signing.claimed(headers)
        body = await _body(request)
        if claim is None or abs(claim.at_ms - self.now_ms()) > signing.SKEW_MS:
            raise Refused(401, "signature" if claim is None else "clock")
        found = await self.store.mailbox_of(claim.device)
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if found is None or not signing.holds(found[1], claim, headers, request.method, target, body):
            raise Refused(401, "signature")
        if not self._nonces.fresh(claim, self.now_ms()):
            raise Refused(401, "repeated")
        return Asked(found[0], _json(body) if body else {})

    async def _pair(self, request: Request) -> Response:
        return await self._guarded(lambda: self._make_mailbox(request))

    async def _make_mailbox(self, request: Request) -> Response:
        told = _json(await _body(request))
        key, public = _key(told, "key"), _key(told, "device")
        device = signing.device_id(public)
        code = str(told.get("code", "")).replace("-", "").replace(" ", "").upper()
        number = await self.store.pair(digest_of(code), key=key, device=device, public=public, now_ms=self.now_ms())
        if number is None:
            raise Refused(403, "code")
        return JSONResponse({"device": device, "at": self.now_ms()}, 201)


# --- the answers --------------------------------------------------------------------------------------------------


async def pull(api: Api, request: Request, asked: Asked) -> Response:
    """What came after a number. Waits for something, until it is there, the time is over or the server stops."""
    after, limit = _number(request, "after", 0, 1 << 62), _number(request, "max", PULL_MAX, PULL_MAX)
    wait_s = _number(request, "wait", 0, PULL_WAIT_S)
    bell = api.batch.bell(asked.mailbox.id)  # before reading, so that nothing slips through in between
    pulled = await api.store.pull(asked.mailbox.id, after, limit, now_ms=api.now_ms())
    if not pulled.records and wait_s and not api.stopping.is_set():
        await _ring_or_end(bell, wait_s)
        pulled = await api.store.pull(asked.mailbox.id, after, limit, now_ms=api.now_ms())
    return JSONResponse(pulled_json(pulled))


async def _ring_or_end(bell: asyncio.Event, wait_s: int) -> None:
    try:
        await asyncio.wait_for(bell.wait(), wait_s)
    except TimeoutError:
        return


async def ack(api: Api, _request: Request, asked: Asked) -> Response:
    """Everything up to a number is safe on the desktop."""
    upto = asked.told.get("upto")
    if not isinstance(upto, int) or isinstance(upto, bool) or upto < 0:
        raise Refused(400, "upto")
    return JSONResponse({"deleted": await api.store.ack(asked.mailbox.id, upto), "at": api.now_ms()})


async def state(api: Api, _request: Request, asked: Asked) -> Response:
    """How much waits, and since when."""
    box = asked.mailbox
    told = {"waiting": box.waiting, "size": box.size, "oldest": box.oldest_ms, "newest": box.newest}
    return JSONResponse(told | {"at": api.now_ms()})


async def list_endpoints(api: Api, _request: Request, asked: Asked) -> Response:
    """The endpoints, and what the relay was lent for each."""
    found = await api.store.endpoints(asked.mailbox.id)
    told = [{"id": one.id, "never_retries": one.never_retries, "scheme": one.scheme} for one in found]
    return JSONResponse({"endpoints": told, "at": api.now_ms()})


async def put_endpoint(api: Api, request: Request, asked: Asked) -> Response:
    """Make an endpoint, or give it a new address: the one before goes on working until the next."""
    told = asked.told
    name, scheme = str(told.get("id", "")), str(told.get("scheme", ""))
    if not (0 < len(name) <= NAME_MAX and name.isascii() and name.isprintable()) or (scheme and scheme not in SCHEMES):
        raise Refused(400, "endpoint")
    known = {one.id: one for one in await api.store.endpoints(asked.mailbox.id)}
    token = encoded(secrets.token_bytes(KEY_BYTES)) if told.get("renew") or name not in known else None
    base = str(told.get("base", "")) or str(request.base_url)
    address = f"{base.rstrip('/')}{PREFIX}{token}" if token else known[name].address
    endpoint = Endpoint(
        id=name,
        mailbox=asked.mailbox.id,
        key=asked.mailbox.key,
        never_retries=bool(told.get("never_retries", False)),
        scheme=scheme,
        secret=str(told.get("secret", "")),
        address=address if scheme == "ebay" else "",  # only eBay's answer needs it: an address is a secret
    )
    await api.store.put_endpoint(endpoint, digest_of(token) if token else None)
    api.ingest.forget()
    return JSONResponse({"id": name, "address": address if token else "", "at": api.now_ms()}, 201 if token else 200)


async def drop_endpoint(api: Api, request: Request, asked: Asked) -> Response:
    """Nothing is taken there any more."""
    await api.store.drop_endpoint(asked.mailbox.id, request.path_params["name"])
    api.ingest.forget()
    return PlainTextResponse("ok")


async def put_key(api: Api, _request: Request, asked: Asked) -> Response:
    """A new sealing key."""
    await api.store.add_key(asked.mailbox.id, _key(asked.told, "key"))
    api.ingest.forget()
    return PlainTextResponse("ok")


async def purge(api: Api, _request: Request, asked: Asked) -> Response:
    """Delete the mailbox and all that is in it."""
    await api.store.purge(asked.mailbox.id)
    api.ingest.forget()
    api.batch.ring(asked.mailbox.id)
    return PlainTextResponse("ok")


# --- reading what was asked ----------------------------------------------------------------------------------------


async def _body(request: Request) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_MAX:
            raise Refused(413, "too large")
        parts.append(part)
    return b"".join(parts)


def _json(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refused(400, "json") from error
    if not isinstance(told, dict):
        raise Refused(400, "json")
    return told


def _key(told: dict[str, Any], name: str) -> bytes:
    try:
        key = decoded(str(told.get(name, "")))
    except ValueError as error:
        raise Refused(400, name) from error
    if len(key) != KEY_BYTES:
        raise Refused(400, name)
    return key


def _number(request: Request, name: str, otherwise: int, most: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Refused(400, name)
    return min(int(text), most)

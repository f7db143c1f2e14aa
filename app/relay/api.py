"""What the desktop asks: pull, ack, its endpoints, its key, and to delete everything. Every request is signed."""

import asyncio
import json
import math
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.relay import signing
from app.relay.batch import NOTHING, Batch
from app.relay.counts import Counts
from app.relay.envelope import Place, decoded, encoded, seal
from app.relay.ingest import PREFIX, Ingest, digest_of
from app.relay.rates import Rates
from app.relay.senders import SCHEMES
from app.relay.store import Endpoint, Mailbox, Store, StoreDown, TooMany
from app.relay.wire import PULL_MAX, PULL_WAIT_S, pulled_json

KEY_BYTES = 32
BODY_MAX = 16 * 1024
NAME_MAX, SECRET_MAX, ADDRESS_MAX = 64, 512, 200
NUMBER_MAX = 1 << 62
PARKED_MAX = 16
WRONG = "wrong codes"


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
        self,
        store: Store,
        batch: Batch,
        ingest: Ingest,
        counts: Counts,
        pairing: Rates,
        *,
        now_ms: Callable[[], int],
        stopping: asyncio.Event,
    ) -> None:
        self.store, self.batch, self.ingest, self.now_ms = store, batch, ingest, now_ms
        self.counts, self._pairing, self.stopping = counts, pairing, stopping
        self.parked: Counter[int] = Counter()
        self._since_ms = now_ms()  # what was signed before is not believed: its nonce may have been seen and forgotten

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
        except ClientDisconnect:  # nobody is there to read the answer
            return Response(status_code=400)

    async def _check(self, request: Request) -> Asked:
        """Whose request this is. Raises `Refused` 401 for anything that its device did not sign just now."""
        headers = dict(request.headers)
        claim = signing.claimed(headers)
        body = await _body(request)
        now_ms = self.now_ms()
        if claim is None or not (claim.device + claim.nonce).isascii():
            raise Refused(401, "signature")
        found = await self.store.mailbox_of(claim.device)
        if found is None or not signing.holds(found[1], claim, headers, request.method, _target(request), body):
            raise Refused(401, "signature")
        if abs(claim.at_ms - now_ms) > signing.SKEW_MS or claim.at_ms < self._since_ms:
            raise Refused(401, "clock")
        if not await self.store.first_seen(claim, now_ms=now_ms):
            raise Refused(401, "repeated")
        return Asked(found[0], _json(body) if body else {})

    async def _pair(self, request: Request) -> Response:
        return await self._guarded(lambda: self._make_mailbox(request))

    async def _make_mailbox(self, request: Request) -> Response:
        if wait_s := self._pairing.wait_s(WRONG, counted=False):
            raise Refused(429, f"wait {math.ceil(wait_s)} s")
        told = _json(await _body(request))
        key, public = _sealing_key(told), _key(told, "device")
        device = signing.device_id(public)
        code = str(told.get("code", "")).replace("-", "").replace(" ", "").upper()
        number = await self.store.pair(digest_of(code), key=key, device=device, public=public, now_ms=self.now_ms())
        if number is None:
            self._pairing.wait_s(WRONG)  # only guesses are counted
            raise Refused(403, "code")
        return JSONResponse({"device": device, "at": self.now_ms()}, 201)


# --- the answers --------------------------------------------------------------------------------------------------


async def pull(api: Api, request: Request, asked: Asked) -> Response:
    """What came after a number. Waits for something, until it is there, the time is over or the server stops."""
    after, limit = _number(request, "after", 0, NUMBER_MAX), _number(request, "max", PULL_MAX, PULL_MAX)
    wait_s = _number(request, "wait", 0, PULL_WAIT_S)
    deadline = asyncio.get_running_loop().time() + wait_s
    api.counts.pulls += 1
    while True:
        bell = api.batch.bell(asked.mailbox.id)  # before reading, so that nothing slips through in between
        pulled = await api.store.pull(asked.mailbox.id, after, limit, now_ms=api.now_ms())
        left_s = deadline - asyncio.get_running_loop().time()
        if pulled.records or left_s <= 0 or api.stopping.is_set():
            return JSONResponse(pulled_json(pulled))
        await _park(api, asked.mailbox.id, bell, left_s)


async def _park(api: Api, mailbox: int, bell: asyncio.Event, wait_s: float) -> None:
    """Wait for the bell. A mailbox has few desktops: many parked pulls are a fault of one."""
    if api.parked[mailbox] >= PARKED_MAX:
        raise Refused(429, "parked")
    api.parked[mailbox] += 1
    api.counts.parked += 1
    try:
        await asyncio.wait_for(bell.wait(), wait_s)
    except TimeoutError:
        return
    finally:
        api.counts.parked -= 1
        api.parked[mailbox] -= 1
        if not api.parked[mailbox]:
            del api.parked[mailbox]


async def ack(api: Api, _request: Request, asked: Asked) -> Response:
    """Everything up to a number is safe on the desktop."""
    upto = asked.told.get("upto")
    if not isinstance(upto, int) or isinstance(upto, bool) or not 0 <= upto <= NUMBER_MAX:
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
    """Make an endpoint, change it, or give it a new address: the one before goes on working until the next."""
    name = _text(asked.told, "id", "", NAME_MAX)
    if not name or "/" in name:
        raise Refused(400, "id")
    known = next((one for one in await api.store.endpoints(asked.mailbox.id) if one.id == name), None)
    token = encoded(secrets.token_bytes(KEY_BYTES)) if asked.told.get("renew") or known is None else None
    endpoint = _changed(known or _new(asked.mailbox, name, str(request.base_url)), asked.told)
    try:
        alone = bool(asked.told.get("alone"))
        await api.store.put_endpoint(endpoint, digest_of(token) if token else None, alone=alone)
    except TooMany:
        raise Refused(409, "too many endpoints") from None
    api.ingest.forget()
    address = f"{endpoint.base}{PREFIX}{token}" if token else ""
    return JSONResponse({"id": name, "address": address, "at": api.now_ms()}, 201 if token else 200)


def _new(mailbox: Mailbox, name: str, base: str) -> Endpoint:
    return Endpoint(id=name, mailbox=mailbox.id, key=mailbox.key, base=base.rstrip("/"))


def _changed(endpoint: Endpoint, told: dict[str, Any]) -> Endpoint:
    """What is not said stays as it is; an empty secret takes back what was lent. Raises `Refused`."""
    scheme = _text(told, "scheme", endpoint.scheme, NAME_MAX)
    base = _text(told, "base", endpoint.base, ADDRESS_MAX).rstrip("/")
    if scheme and scheme not in SCHEMES:
        raise Refused(400, "scheme")
    if not base.startswith(("http://", "https://")):
        raise Refused(400, "base")
    return replace(
        endpoint,
        scheme=scheme,
        secret=_text(told, "secret", endpoint.secret, SECRET_MAX),
        base=base,
        never_retries=bool(told.get("never_retries", endpoint.never_retries)),
    )


async def drop_endpoint(api: Api, request: Request, asked: Asked) -> Response:
    """Nothing is taken there any more."""
    await api.store.drop_endpoint(asked.mailbox.id, request.path_params["name"])
    api.ingest.forget()
    return PlainTextResponse("ok")


async def put_key(api: Api, _request: Request, asked: Asked) -> Response:
    """A new sealing key."""
    await api.store.put_key(asked.mailbox.id, _sealing_key(asked.told))
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


def _sealing_key(told: dict[str, Any]) -> bytes:
    """A key that records can really be sealed to: some points are none."""
    key = _key(told, "key")
    try:
        seal(NOTHING, Place(endpoint="", seq=0, at_ms=0), key)
    except ValueError as error:
        raise Refused(400, "key") from error
    return key


def _text(told: dict[str, Any], name: str, otherwise: str, most: int) -> str:
    """Printable ASCII, or what it is otherwise."""
    text = told.get(name, otherwise)
    if not isinstance(text, str) or len(text) > most or not text.isascii() or (text and not text.isprintable()):
        raise Refused(400, name)
    return text


def _target(request: Request) -> str:
    """The path with its query as they were sent: what was signed."""
    path: bytes = request.scope.get("raw_path") or request.scope["path"].encode("latin-1", "replace")
    query: bytes = request.scope["query_string"]
    return (path + (b"?" + query if query else b"")).decode("latin-1")


def _number(request: Request, name: str, otherwise: int, most: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Refused(400, name)
    return min(int(text), most)

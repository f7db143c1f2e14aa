"""A simulated Etsy shop on the wire: it lets apps in, counts their calls, and answers as Etsy's pages say."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import httpx

from app.core.channel import ShopAccess
from app.simulator import pictures
from app.simulator.counter import Clock
from app.simulator.etsy.edits import Edits
from app.simulator.etsy.gate import ACCESS_LIFE, ALL_SCOPES, REFRESH_LIFE, Gate, Refused
from app.simulator.etsy.life import Life
from app.simulator.etsy.routes import Asked, Routes
from app.simulator.etsy.shows import Shows
from app.simulator.faults import Faults

TOKEN_PATH = "/v3/public/oauth/token"  # noqa: S105
PING, SCOPES = "/v3/application/openapi-ping", "/v3/application/scopes"


class SimulatedEtsy(Life):
    """One shop. Its switches: `faults`, `gate` (keys, scopes, limits), `edits`, `routes`, `shows.vacation`, `ringing`,
    `wraps_scopes`, and those of `Life`.

    `bells` hear (topic, receipt) of each webhook, `listeners` the ref of each order that a customer makes.
    """

    def __init__(
        self,
        clock: Clock,
        seed: int = 0,
        *,
        name: str = "KilnAndCo",
        currency: str = "USD",
        callback: str = "http://localhost:47830/etsy/callback",
    ) -> None:
        super().__init__(clock, seed)
        self.faults = Faults(seed)
        self.name = name
        user, shop = 9_000_000 + seed, 42_000_000 + seed
        word, secret = f"{self.random.getrandbits(96):024x}", f"{self.random.getrandbits(40):010x}"
        self.gate = Gate(self.random, user, word, secret, callbacks=(callback,))
        self.shows = Shows(shop, user, name, currency)
        self.edits = Edits(self)
        self.routes = Routes(self, self.shows, self.edits)
        self.wraps_scopes = True

    def access(self, shop: int = 1, *, address: str = "", known: bool = True) -> ShopAccess:
        """What a connector needs to speak to this shop: signed in just now. `known`: its number is known already."""
        now = self.clock()
        given = self.gate.give(self.gate.scopes & frozenset(ALL_SCOPES), now)
        tokens = {
            "access": given["access_token"],
            "refresh": given["refresh_token"],
            "access_ends": (now + ACCESS_LIFE).isoformat(),
            "refresh_ends": (now + REFRESH_LIFE).isoformat(),
        }
        return ShopAccess(
            shop=shop,
            channel="etsy",
            address=address,
            way="seller_app",
            settings={"shop_id": str(self.shows.shop_id)} if known else {},
            secrets={
                "keystring": self.gate.keystring,
                "shared_secret": self.gate.shared_secret,
                "tokens": json.dumps(tokens),
            },
        )

    # --- the wire ----------------------------------------------------------------------------------------------------

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or let a fault strike it."""
        return pictures.answer(request) or self.faults.strike(request, self._answer, self._refusal)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        with self.changing():
            self.settle()
            try:
                return self._inside(request)
            except Refused as refused:
                return self._json(refused.status, refused.body, refused.headers)

    def _inside(self, request: httpx.Request) -> httpx.Response:
        now, path = self.clock(), request.url.path
        if path == TOKEN_PATH and request.method == "POST":
            return self._json(200, self.gate.token(_form(request), now))
        self.gate.check_key(request)
        headers = self.gate.count(now)
        if path == PING:
            return self._json(200, {"application_id": 1}, headers)
        if path == SCOPES and request.method == "POST":
            return self._json(200, self._scopes(_form(request).get("token", "")), headers)
        route, numbers = self.routes.find(request.method, path)
        if route.scope is not None:
            self.gate.check_token(request, route.scope, now)
        return self._json(200, route.answer(Asked(request.url.params, _body(request)), *numbers), headers)

    def _scopes(self, token: str) -> Any:
        scopes = self.gate.scopes_of(token, self.clock())
        if scopes is None:
            raise Refused(401, "invalid_token", "access token is expired")
        return {"scopes": sorted(scopes)} if self.wraps_scopes else sorted(scopes)

    def _json(self, status: int, body: Any, headers: Mapping[str, str] | None = None) -> httpx.Response:
        date = self.clock().strftime("%a, %d %b %Y %H:%M:%S GMT")
        return httpx.Response(status, headers={"Date": date, **(headers or {})}, json=body)

    def _refusal(self, status: int) -> httpx.Response:
        """How Etsy words a 401, a 429 or a 500 of the faults. Some of its 500s have no JSON."""
        if status == 401:
            return self._json(401, {"error": "invalid_token", "error_description": "access token is expired"})
        if status == 429:
            return self._json(429, {"error": "Too Many Requests"})
        return httpx.Response(status, headers={"Content-Type": "text/html"}, content=b"<h1>Internal Server Error</h1>")


def _form(request: httpx.Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(request.content.decode()).items()}


def _body(request: httpx.Request) -> Mapping[str, Any]:
    if not request.content:
        return {}
    if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return _form(request)
    try:
        found = json.loads(request.content)
    except ValueError as error:
        raise Refused(400, "The body is not JSON") from error
    return found if isinstance(found, dict) else {}

"""A simulated WooCommerce shop on the wire: its address, its key, its host's ways, and what goes wrong with it."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import httpx

from app.core.channel import ShopAccess
from app.simulator import pictures
from app.simulator.counter import Clock
from app.simulator.faults import Faults
from app.simulator.woocommerce.gate import Gate, Refused, check_may
from app.simulator.woocommerce.life import Life
from app.simulator.woocommerce.listing import Page, Query
from app.simulator.woocommerce.routes import Asked, Routes
from app.simulator.woocommerce.shows import Shows
from app.simulator.woocommerce.storefront import Storefront

_PAGE_NOT_FOUND = b"<!DOCTYPE html><html><body><h1>Not Found</h1></body></html>"
_CRASHED = "<p>There has been a critical error on this website.</p>"


class SimulatedWoo(Life):
    """One shop. Its switches: `faults`, `gate` (key, permission, host), `permalinks` (pretty or plain), `wordpress`,
    `woo_active`, `settings`, `races`, `ringing`, `routes.lists_variations`, `hold_minutes`, `storefront`
    (caches).

    `bells` hear (topic, number) of each webhook, `listeners` the ref of each order that a customer makes.
    """

    def __init__(
        self,
        clock: Clock,
        seed: int = 0,
        *,
        name: str = "Kiln & Co",
        address: str = "https://woo.example",
        currency: str = "USD",
        races: bool = False,
    ) -> None:
        super().__init__(clock, seed, races=races)
        self.name = name
        self.address = address
        self.pictures_at = ""  # where its pictures are; without, it shows none
        self.faults = Faults(seed)
        self.gate = Gate(f"ck_{self._hex()}", f"cs_{self._hex()}")
        self.permalinks = "pretty"
        self.wordpress = True
        self.woo_active = True
        self.settings = {
            "products/woocommerce_manage_stock": "yes",
            "products/woocommerce_hold_stock_minutes": str(self.hold_minutes),
            "general/woocommerce_currency": currency,
        }
        self.routes = Routes(self, self.settings)
        self.storefront = Storefront(self.items)

    def _hex(self) -> str:
        return f"{self.random.getrandbits(160):040x}"

    def switch_stock_management(self, *, on: bool) -> None:
        """The seller's one switch for the whole shop."""
        with self.changing():
            self.stock_management = on
            self.settings["products/woocommerce_manage_stock"] = "yes" if on else "no"

    def access(self, shop: int = 1, *, address: str = "", **settings: str) -> ShopAccess:
        """What a connector needs to speak to this shop."""
        return ShopAccess(
            shop=shop,
            channel="woocommerce",
            address=address or self.address,
            way="key",
            settings=settings,
            secrets={"consumer_key": self.gate.key, "consumer_secret": self.gate.secret},
        )

    # --- the wire ----------------------------------------------------------------------------------------------------

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or let a fault strike it."""
        return pictures.answer(request) or self.faults.strike(request, self._answer, self._refusal)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        with self.changing():
            self.settle()
            route = self._route(request)
            kind = "page" if route is None else "store" if route.startswith("/wc/store/") else "rest"
            return self.storefront.cached(kind, request, self.clock(), lambda: self._fresh(request, route))

    def _fresh(self, request: httpx.Request, route: str | None) -> httpx.Response:
        if route is None:
            page = self.storefront.page(self._path(request)) if self.wordpress else None
            status, content = (404, _PAGE_NOT_FOUND) if page is None else (200, page)
            return httpx.Response(status, headers={"Content-Type": "text/html"}, content=content)
        try:
            return self._rest(request, route)
        except Refused as refused:
            return self._json(refused.status, refused.shown())

    def _route(self, request: httpx.Request) -> str | None:
        """The route that WordPress sees; None when the web server or the theme answers."""
        if not self.wordpress:
            return None
        path = self._path(request)
        if path in ("/", "/index.php"):
            return str(request.url.params.get("rest_route", "")) or None
        if path.startswith("/wp-json") and self.permalinks == "pretty":
            return path.removeprefix("/wp-json") or "/"
        return None

    def _path(self, request: httpx.Request) -> str:
        return unquote(request.url.path).removeprefix(httpx.URL(self.address).path.rstrip("/"))

    def _rest(self, request: httpx.Request, route: str) -> httpx.Response:
        home = self._home(request)
        if route == "/":
            return self._index(request)
        if not self.woo_active:
            raise Refused(404, "rest_no_route", "No route was found matching the URL and request method.")
        shown = self.storefront.store(route)
        if shown is not None:
            return self._json(200, shown)
        visitor = self.gate.visitor(request, home, self.clock())
        answerer, numbers = self.routes.find(request.method, route)
        check_may(visitor, request.method, single=bool(numbers), batch=route.endswith("/batch"))
        body = json.loads(request.content) if request.content else {}
        asked = Asked(
            request.method, Query(request.url.params), body, Shows(home, self.items, pictures_at=self.pictures_at)
        )
        answer = answerer(asked, *numbers)
        status = 201 if request.method == "POST" and not route.endswith("/batch") else 200
        return (
            self._json(status, answer.rows, _page_headers(request, answer))
            if isinstance(answer, Page)
            else (self._json(status, answer))
        )

    def _home(self, request: httpx.Request) -> str:
        path = httpx.URL(self.address).path.rstrip("/")
        return f"{request.url.scheme}://{request.url.netloc.decode()}{path}"

    def _index(self, request: httpx.Request) -> httpx.Response:
        """What WordPress says of itself to everybody; a shop's key is no user of WordPress."""
        if "Authorization" in request.headers:
            raise Refused(401, "invalid_username", "<strong>Error:</strong> The username is not registered here.")
        shown = {"name": self.name, "description": "", "url": self.address, "timezone_string": "Europe/Berlin"}
        return self._json(200, Query(request.url.params).cut(shown))

    def _json(self, status: int, body: object, headers: Mapping[str, str] | None = None) -> httpx.Response:
        common = {
            "Date": self.clock().strftime("%a, %d %b %Y %H:%M:%S GMT"),
            "Content-Type": "application/json; charset=UTF-8",
            "X-Content-Type-Options": "nosniff",
        }
        text = json.dumps(body, separators=(",", ":"))
        return httpx.Response(status, headers={**common, **(headers or {})}, content=text.encode())

    def _refusal(self, status: int) -> httpx.Response:
        """How this shop, or its host, words a 401, a 429 or a 500 of the faults."""
        if status == 401:
            error: dict[str, Any] = {
                "code": "woocommerce_rest_cannot_view",
                "message": "Sorry, you cannot list resources.",
                "data": {"status": 401},
            }
            return self._json(401, error)
        if status == 429:
            return httpx.Response(429, headers={"Content-Type": "text/html"}, content=b"<h1>Too Many Requests</h1>")
        broken = {"code": "internal_server_error", "message": _CRASHED, "data": {"status": status}}
        return self._json(status, {**broken, "additional_errors": []})


def _page_headers(request: httpx.Request, page: Page) -> dict[str, str]:
    headers = {"X-WP-Total": str(page.total), "X-WP-TotalPages": str(page.pages)}
    links = [
        f'<{request.url.copy_set_param("page", number)}>; rel="{rel}"'
        for rel, number in (("prev", page.number - 1), ("next", page.number + 1))
        if 1 <= number <= page.pages
    ]
    return {**headers, "Link": ", ".join(links)} if links else headers

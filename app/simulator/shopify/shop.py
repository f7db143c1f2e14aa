"""A simulated Shopify shop on the wire: it signs apps in, counts points, runs operations and remembers their keys."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import httpx

from app.core.channel import ShopAccess
from app.simulator import pictures
from app.simulator.counter import Clock
from app.simulator.faults import Faults
from app.simulator.shopify.answers import Answers
from app.simulator.shopify.language import Document, Refusal, Thing, cost_of, parse, run, things_in
from app.simulator.shopify.life import Life
from app.simulator.shopify.metafields import INSTALLATION
from app.simulator.shopify.mutations import Mutations

VERSIONS = ("2026-07", "2026-10")
TOKEN_LIFE = timedelta(seconds=86399)
ALL_SCOPES = (
    *("read_products", "write_products", "read_inventory", "write_inventory", "read_locations"),
    *("read_orders", "write_orders"),
)


class SimulatedShopify(Life):
    """One shop. Its switches: `faults`, `scopes`, `installed`, `throttle_status` (200 or 429), `cost_max`, `held_keys`.

    `bucket_size` and `restore_rate` are points and points a second; `points` is what is left.
    """

    def __init__(
        self, clock: Clock, seed: int = 0, *, name: str = "Kiln & Co", domain: str = "kiln", currency: str = "USD"
    ) -> None:
        super().__init__(clock, seed)
        self.name, self.domain, self.currency = name, domain, currency
        self.faults = Faults(seed)
        self.scopes = set(ALL_SCOPES)
        self.installed = True
        self.client_id, self.client_secret = self._hex(), f"shpss_{self._hex()}"
        self.permanent_token = f"shpat_{self._hex()}"
        self.throttle_status = 200
        self.cost_max = 1000
        self.bucket_size, self.restore_rate = 2000.0, 100.0
        self.points = self.bucket_size
        self.tokens_given = 0
        self._counted_at = clock()
        self._tokens: dict[str, datetime | None] = {self.permanent_token: None}
        self._mutations = Mutations(self, self._may)
        self.pictures_at = ""  # where its pictures are; without, it shows none
        self._show = Answers(self, self._may, self._mutations.reversing.suggested, lambda: self.pictures_at)
        self.held_keys = self._mutations.held_keys
        self.reversing, self.hooks = self._mutations.reversing, self._mutations.hooks
        self.metafields = self._mutations.metafields

    def access(self, shop: int = 1, *, way: str = "app", address: str = "", location: str = "") -> ShopAccess:
        """What a connector needs to speak to this shop."""
        secrets = {"token": self.permanent_token}
        if way == "app":
            secrets = {"client_id": self.client_id, "client_secret": self.client_secret}
        return ShopAccess(
            shop=shop,
            channel="shopify",
            address=address or f"https://{self.domain}.myshopify.com",
            way=way,
            settings={"location": location or self.main},
            secrets=secrets,
        )

    def _hex(self) -> str:
        return f"{self.random.getrandbits(128):032x}"

    def revoke(self) -> None:
        """Every token ends at once; an app may ask for a new one while it is installed."""
        with self.changing():
            self._tokens.clear()

    # --- the wire ----------------------------------------------------------------------------------------------------

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or let a fault strike it."""
        return pictures.answer(request) or self.faults.strike(request, self._answer, self._refusal)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        with self.changing():
            self.reversing.settle()
            path = request.url.path
            if path == "/admin/oauth/access_token" and request.method == "POST":
                return self._give_token(request)
            if path in {f"/admin/api/{version}/graphql.json" for version in VERSIONS} and request.method == "POST":
                return self._graphql(request)
            return self._json(404, {"errors": "Not Found"})

    def _json(self, status: int, body: Mapping[str, Any]) -> httpx.Response:
        date = self.clock().strftime("%a, %d %b %Y %H:%M:%S GMT")
        return httpx.Response(status, headers={"Date": date}, json=body)

    def _refusal(self, status: int) -> httpx.Response:
        if status == 401:
            words = "[API] Invalid API key or access token (unrecognized login or wrong password)"
            return self._json(401, {"errors": words})
        if status == 429:
            return self._throttled(0)
        return self._json(status, {"errors": "Internal Server Error"})

    def _give_token(self, request: httpx.Request) -> httpx.Response:
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        if form.get("grant_type") != "client_credentials":
            return self._json(400, {"error": "unsupported_grant_type", "error_description": "Unknown grant type"})
        if (form.get("client_id"), form.get("client_secret")) != (self.client_id, self.client_secret):
            return self._json(401, {"error": "invalid_client", "error_description": "Client authentication failed"})
        if not self.installed:
            return self._json(400, {"error": "app_not_installed", "error_description": "The app is not installed"})
        self.tokens_given += 1
        token = f"shpat_{self._hex()}"
        self._tokens[token] = self.clock() + TOKEN_LIFE
        seconds = int(TOKEN_LIFE.total_seconds())
        return self._json(200, {"access_token": token, "scope": ",".join(sorted(self.scopes)), "expires_in": seconds})

    def _signed_in(self, request: httpx.Request) -> bool:
        token = request.headers.get("x-shopify-access-token", "")
        if not self.installed or token not in self._tokens:
            return False
        ends = self._tokens[token]
        return ends is None or self.clock() < ends

    def _graphql(self, request: httpx.Request) -> httpx.Response:
        if not self._signed_in(request):
            return self._refusal(401)
        body = json.loads(request.content)
        variables = body.get("variables") or {}
        try:
            document = parse(body["query"])
            self._check_variables(document, variables)
            cost = cost_of(document, variables)
            if cost > self.cost_max:
                message = f"Query cost is {cost}, which exceeds the single query max cost limit ({self.cost_max})."
                raise Refusal(message, "MAX_COST_EXCEEDED", cost=cost, maxCost=self.cost_max)
        except Refusal as refused:
            return self._json(200, {"errors": [{"message": refused.message, "extensions": refused.extensions}]})
        self._restore()
        if cost > self.points:
            return self._throttled(cost)
        data, errors = self._run(document, variables)
        actual = min(cost, things_in(data) if document.kind == "query" else cost)
        self.points -= actual
        answer: dict[str, Any] = {"data": data, "extensions": self._cost(cost, actual)}
        return self._json(200, answer | ({"errors": errors} if errors else {}))

    def _check_variables(self, document: Document, variables: Mapping[str, Any]) -> None:
        for name, must in document.variables.items():
            if must and variables.get(name) is None:
                raise Refusal(f"Variable ${name} was provided invalid value", "INVALID_VARIABLE")

    # --- points ------------------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        now = self.clock()
        self.points += self.restore_rate * max(0.0, (now - self._counted_at).total_seconds())
        self.points, self._counted_at = min(self.points, self.bucket_size), now

    def _cost(self, asked: int, actual: int | None) -> dict[str, Any]:
        status = {
            "maximumAvailable": self.bucket_size,
            "currentlyAvailable": int(self.points),
            "restoreRate": self.restore_rate,
        }
        return {"cost": {"requestedQueryCost": asked, "actualQueryCost": actual, "throttleStatus": status}}

    def _throttled(self, cost: int) -> httpx.Response:
        errors = [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}]
        return self._json(self.throttle_status, {"errors": errors, "extensions": self._cost(cost, None)})

    # --- operations --------------------------------------------------------------------------------------------------

    def _run(self, document: Document, variables: Mapping[str, Any]) -> tuple[Any, list[dict[str, Any]]]:
        """Each field of a mutation for itself, one after the other; a query as a whole."""
        errors: list[dict[str, Any]] = []
        data: dict[str, Any] = {}
        for asked in document.fields:
            try:
                changing = document.kind == "mutation"
                root = self._mutations.root(asked, variables) if changing else self._queries()
                data |= run(root, (asked,), variables)
            except Refusal as refused:
                errors.append({"message": refused.message, "extensions": refused.extensions, "path": [asked.key]})
                data[asked.key] = None
        return (None if errors and document.kind == "query" else data), errors

    def _queries(self) -> Thing:
        shop = {
            "name": self.name,
            "myshopifyDomain": f"{self.domain}.myshopify.com",
            "currencyCode": self.currency,
            "ianaTimezone": "Europe/Dublin",
        }
        scopes = [Thing("AccessScope", {"handle": scope}) for scope in sorted(self.scopes)]
        own = {"id": INSTALLATION, "accessScopes": scopes, "metafield": self.metafields.read}
        fields = {
            "shop": Thing("Shop", shop),
            "currentAppInstallation": Thing("AppInstallation", own),
            "locations": self._show.locations,
            "productVariants": self._show.variants,
            "inventoryItem": self._show.item_by_id,
            "nodes": self._show.nodes,
            "orders": self._show.orders,
            "order": self._show.order_by_id,
            "job": self.reversing.job,
            "webhookSubscriptions": self.hooks.list,
            "refund": self._show.refund_by_id,
        }
        return Thing("QueryRoot", fields)

    def _may(self, *scopes: str) -> None:
        """Does the app hold one of these permissions? One that writes also grants to read."""
        if not any(scope in self.scopes or scope.replace("read_", "write_", 1) in self.scopes for scope in scopes):
            needed = " or ".join(f"`{scope}` access scope" for scope in scopes)
            message = f"Access denied. Required access: {needed}."
            raise Refusal(message, "ACCESS_DENIED", requiredAccess=f"{needed}.")

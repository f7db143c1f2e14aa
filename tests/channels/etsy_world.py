"""A simulated Etsy, the connector to it, a clock that only tests move, and Etsy's own OpenAPI document as a judge."""

import json
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from app.channels.base import OrderPage
from app.channels.etsy.shop import Etsy, open_etsy
from app.core.channel import Call, ListingFacts, Reading, ShopAccess, StockWrite, WriteResult
from app.core.orders import Order, OrderLine
from app.simulator.etsy import Choice, SimulatedEtsy

SPEC = Path(__file__).resolve().parents[3] / "shared" / "specs" / "etsy" / "etsy-openapi-3.0.0_2026-08-17.json"
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KNOWN_LATER = ("/v3/public/oauth/token",)  # not an operation of the document, but its tokenUrl
LOOSE = {("string", "integer"), ("string", "number"), ("string", "boolean"), ("string", "array")}  # in an address

BLUE, RED = Choice(200, "Primary color", 1, "Blue"), Choice(200, "Primary color", 2, "Red")
SMALL, LARGE = Choice(100, "Size", 11, "S", 19, "Letter"), Choice(100, "Size", 12, "L", 19, "Letter")


def here() -> bool:
    return SPEC.exists()


def spec_or_skip() -> dict[str, Any]:
    if not here():
        pytest.skip(f"the vendors' schemas are not here: {SPEC}")
    return spec()


@cache
def spec() -> dict[str, Any]:
    return dict(json.loads(SPEC.read_text(encoding="utf-8")))


def problems(value: Any, schema: dict[str, Any], where: str = "", *, loose: bool = False) -> list[str]:
    """What is wrong with a value by a schema of the document. Keys that it does not know are wrong too."""
    if "$ref" in schema:
        return problems(value, spec()["components"]["schemas"][schema["$ref"].rpartition("/")[2]], where, loose=loose)
    if value is None:
        return [] if schema.get("nullable") else [f"{where}: null"]
    if "oneOf" in schema:
        return min((problems(value, one, where, loose=loose) for one in schema["oneOf"]), key=len)
    kind = schema.get("type", "object")
    right = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}[
        kind
    ]
    if not isinstance(value, right) or (isinstance(value, bool) and kind in ("integer", "number")):
        return [] if loose and isinstance(value, str) else [f"{where}: {value!r} is no {kind}"]
    found = [f"{where}: {value!r} not in the list"] if "enum" in schema and value not in schema["enum"] else []
    if kind in ("integer", "number"):
        found += [f"{where}: {value} < {schema['minimum']}"] if value < schema.get("minimum", value) else []
        found += [f"{where}: {value} > {schema['maximum']}"] if value > schema.get("maximum", value) else []
    if kind == "array":
        for row, one in enumerate(value):
            found += problems(one, schema.get("items", {}), f"{where}[{row}]", loose=loose)
    if kind == "object" and schema.get("properties"):
        known = schema["properties"]
        found += [f"{where}: {name} is missing" for name in schema.get("required", ()) if name not in value]
        for name, one in value.items():
            found += (
                problems(one, known[name], f"{where}.{name}", loose=loose) if name in known else [f"{where}.{name}?"]
            )
    return found


def operation(method: str, path: str) -> dict[str, Any] | None:
    """The operation of the document that a request is; the path with fewest blanks wins."""
    fitting = [
        (template.count("{"), operations[method.lower()])
        for template, operations in spec()["paths"].items()
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in operations
    ]
    return dict(min(fitting, key=lambda one: one[0])[1]) if fitting else None


def request_problems(request: httpx.Request) -> list[str]:
    """What is wrong with a request by the document: address, parameters, headers, body."""
    if request.url.path in KNOWN_LATER:
        return []
    found = operation(request.method, request.url.path)
    if found is None:
        return [f"no operation {request.method} {request.url.path}"]
    wrong = [] if re.fullmatch(r"\w+:\w+", request.headers.get("x-api-key", "")) else ["x-api-key"]
    if any("oauth2" in way for way in found.get("security", [])):
        wrong += [] if request.headers.get("authorization", "").startswith("Bearer ") else ["not signed in"]
    known = {one["name"]: one["schema"] for one in found.get("parameters", []) if one["in"] == "query"}
    for name, text in request.url.params.multi_items():
        wrong += _parameter(name, text, known[name]) if name in known else [f"parameter {name}?"]
    return wrong + _body_problems(request, found)


def _parameter(name: str, text: str, schema: dict[str, Any]) -> list[str]:
    kind = schema.get("type")
    value: Any = text
    if kind == "integer":
        value = int(text)
    elif kind == "array":
        named = schema.get("items", {}).get("type") == "string"
        value = [one if named else int(one) for one in text.split(",")]
        if len(value) > 100:
            return [f"{name}: more than 100"]
    elif kind == "boolean":
        value = {"true": True, "false": False}.get(text)
    return problems(value, schema, name)


def _body_problems(request: httpx.Request, found: dict[str, Any]) -> list[str]:
    if not request.content:
        return ["a body is missing"] if request.method in ("PUT", "PATCH", "POST") and "requestBody" in found else []
    kinds = found.get("requestBody", {}).get("content", {})
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind not in kinds:
        return [f"a body of type {kind}"]
    if kind == "application/json":
        return problems(json.loads(request.content), kinds[kind]["schema"], "body")
    form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
    return problems(form, kinds[kind]["schema"], "form", loose=True)


def answer_problems(request: httpx.Request, response: httpx.Response) -> list[str]:
    """What is wrong with an answer by the document."""
    found = operation(request.method, request.url.path)
    if found is None or response.status_code in (429, 500):
        return []  # the document knows no 429, though Etsy sends it; a 500 may come without JSON
    told = found["responses"].get(str(response.status_code))
    if told is None:
        return [] if response.status_code in (401, 403, 404) else [f"status {response.status_code}"]
    schema = dict(told["content"]["application/json"]["schema"])
    shown = response.json()
    if response.status_code >= 400:
        shown.pop("error_description", None)  # OAuth's own word, which the document leaves out
    return problems(shown, schema, "answer")


class JudgedTransport(httpx.BaseTransport):
    """The way to a simulated Etsy; every request and every whole answer on it is held against the document."""

    def __init__(self, dialect: Any) -> None:
        self._dialect = dialect
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        if here():
            assert request_problems(request) == []
        response: httpx.Response = self._dialect.handle(request)
        try:
            response.json()
        except ValueError:
            return response  # a fault cut it
        if here():
            assert answer_problems(request, response) == []
        return response

    def asked(self) -> list[str]:
        """“GET listings/batch/inventory”, and so on."""
        return [f"{one.method} {one.url.path.removeprefix('/v3/application/')}" for one in self.requests]

    def bodies(self, method: str) -> list[Any]:
        return [json.loads(one.content) for one in self.requests if one.method == method]


class World:
    """One shop and its connector. `tick` moves the clock that both live by."""

    def __init__(
        self, seed: int = 1, *, per_second: int = 1000, known: bool = True, behind: timedelta = timedelta(0)
    ) -> None:
        self.now = START
        self.shop = SimulatedEtsy(lambda: self.now - behind, seed)
        self.shop.gate.per_second = per_second
        self.wire = JudgedTransport(self.shop)
        self.calls: list[Call] = []
        self.secrets = dict(self.shop.access(known=known).secrets)
        self.settings = dict(self.shop.access(known=known).settings)
        self.saved: list[str] = []
        self.channel = self.open()

    def open(self, transport: httpx.BaseTransport | None = None) -> Etsy:
        """A new connector with what was kept: the program was started again."""
        access = ShopAccess(
            shop=1, channel="etsy", address="", way="seller_app", settings=self.settings, secrets=dict(self.secrets)
        )
        return open_etsy(
            access,
            clock=lambda: self.now,
            save_secret=self.save,
            log=self.calls.append,
            transport=transport or self.wire,
        )

    def restart(self) -> None:
        self.channel = self.open()

    def save(self, name: str, value: str) -> None:
        self.secrets[name] = value
        self.saved.append(name)

    def tick(self, **time: float) -> None:
        self.now += timedelta(**(time or {"seconds": 1}))

    def tee(self, *, quantity_on: tuple[int, ...] = (100, 200), numbers: tuple[int, ...] = (4, 3, 2, 1)) -> str:
        """A listing in two colours and two sizes; its number."""
        choices = [(BLUE, SMALL), (BLUE, LARGE), (RED, SMALL), (RED, LARGE)]
        rows = [(f"TEE-{row}", pair, numbers[row]) for row, pair in enumerate(choices)]
        return self.shop.add_variations("Tee", rows, quantity_on=quantity_on, prices=[] if not quantity_on else PRICES)

    def pages(self) -> list[ListingFacts]:
        found: list[ListingFacts] = []
        page: str | None = None
        while True:
            told = self.channel.listings(page)
            found += told.listings
            page = told.next
            if page is None:
                return found

    def listings(self) -> dict[str, ListingFacts]:
        """Every listing, by ref."""
        return {listing.ref: listing for listing in self.pages()}

    def reading(self, ref: str) -> Reading:
        return self.channel.stock([ref])[0]

    def set(self, ref: str, quantity: int, believed: int, *, repeated: bool = False) -> WriteResult:
        return self.channel.set_stock([stock_write(ref, quantity, believed, repeated=repeated)])[0]

    def order(self, ref: str | None) -> Order:
        assert ref is not None, "the shop refused the sale"
        found = self.channel.order(ref)
        assert found is not None
        return found

    def line(self, ref: str | None, at: int = 0) -> OrderLine:
        return self.order(ref).lines[at]

    def poll(self, cursor: str) -> tuple[list[OrderPage], str]:
        """All pages that a poll brings now, and the cursor after them."""
        pages: list[OrderPage] = []
        while True:
            pages.append(self.channel.orders_changed(cursor))
            cursor = pages[-1].cursor
            if not pages[-1].more:
                return pages, cursor
            assert len(pages) < 300, "a poll that never ends"


PRICES = [1999, 2499, 1999, 2499]


def stock_write(ref: str, quantity: int, believed: int, *, repeated: bool = False) -> StockWrite:
    batch = ref.partition("/")[0]
    return StockWrite(ref=ref, quantity=quantity, believed=believed, key=f"k-{ref}", repeated=repeated, batch=batch)


def cursor_at(at: datetime) -> str:
    """The cursor of a shop whose clock agrees with ours."""
    return json.dumps({"newest": int(at.timestamp()), "swept_at": int(at.timestamp())})


def heard(pages: list[OrderPage]) -> list[str]:
    return [order.ref for page in pages for order in page.orders]

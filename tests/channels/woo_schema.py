"""WooCommerce's own REST schema as a judge of requests, and a real shop's answers as a judge of the simulated one's.

`inventory_delta` is in no schema, but the shop's code knows it (its page, section 3): it is allowed by name.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.channels.woo_world import CAPTURES

SPEC = Path(__file__).resolve().parents[3] / "shared" / "specs" / "woocommerce" / "wc-v3-rest-schema-11.0.1.json"
BY_NAME = {"inventory_delta": {"type": "integer"}}
EVERYWHERE = {"_fields", "rest_route"}  # WordPress's own
TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict}


def here() -> bool:
    return SPEC.exists()


def spec_or_skip() -> dict[str, Any]:
    if not here():
        pytest.skip(f"the vendors' schemas are not here: {SPEC}")
    return routes()


@cache
def routes() -> dict[str, Any]:
    return dict(json.loads(SPEC.read_text(encoding="utf-8"))["routes"])


def route_of(request: httpx.Request) -> str:
    """`/wc/v3/products`, whichever way the site wants its addresses; "" for what is none of WooCommerce's."""
    path = request.url.params.get("rest_route") or request.url.path.removeprefix("/wp-json")
    return path if path.startswith("/wc/v3/") else ""


def request_problems(request: httpx.Request) -> list[str]:
    """What is wrong with a request by the schema: route, method, parameters, body."""
    path = route_of(request)
    if not path:
        return []
    found = next((one for pattern, one in routes().items() if re.fullmatch(pattern, path)), None)
    fitting = [one for one in (found or {"endpoints": []})["endpoints"] if request.method in one["methods"]]
    if not fitting:
        return [f"no route {request.method} {path}"]
    known = {**fitting[0]["args"], **BY_NAME}
    if path.endswith("/refunds"):
        known["line_items"] = {"type": "array"}  # taken there [V], though the index calls it read-only
    wrong = []
    for name, text in request.url.params.multi_items():
        if name not in EVERYWHERE and not name.startswith("oauth_"):
            wrong += _value(name.removesuffix("[]"), text, known, loose=True)
    if request.content:
        wrong += _body(json.loads(request.content), known, batch=path.endswith("/batch"))
    return wrong


def _body(body: dict[str, Any], known: dict[str, Any], *, batch: bool) -> list[str]:
    if not batch:
        return [one for name, value in body.items() for one in _value(name, value, known)]
    wrong = [f"{name}?" for name in body if name not in ("create", "update", "delete")]
    rows = body.get("update", [])
    wrong += ["more than 100 rows"] if len(rows) > 100 else []
    known = {**known, "id": {"type": "integer"}}
    return wrong + [one for row in rows for name, value in row.items() for one in _value(name, value, known)]


def _value(name: str, value: Any, known: dict[str, Any], *, loose: bool = False) -> list[str]:
    if name not in known:
        return [f"{name}?"]
    schema = known[name]
    kinds = schema.get("type", "string")
    if loose:
        value = _parsed(value, kinds)
    if not any(_is(value, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        return [f"{name}: {value!r} is no {kinds}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{name}: {value!r} not in the list"]
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return [f"{name}: {value} is out of bounds"]
    return []


def _parsed(text: str, kinds: Any) -> Any:
    """A parameter as WordPress reads it."""
    if kinds == "integer":
        return int(text) if re.fullmatch(r"-?\d+", text) else text
    if kinds == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(text, text)
    return text.split(",") if kinds == "array" else text


def _is(value: Any, kind: str) -> bool:
    if kind in ("integer", "number") and isinstance(value, bool):
        return False
    return value is None if kind == "null" else isinstance(value, TYPES.get(kind, object))


KINDS = {"variations": "variation", "refunds": "refund", "orders": "order", "products": "product"}


# --- answers -----------------------------------------------------------------------------------------------------


def _kind(path: str) -> str:
    for ending, kind in KINDS.items():
        if re.search(rf"/{ending}(/\d+|/batch)?$", path):
            return kind
    return ""


def _rows(body: Any) -> Iterator[dict[str, Any]]:
    found = body.get("update", [body]) if isinstance(body, dict) else body
    yield from (row for row in found if isinstance(row, dict) and "id" in row and "error" not in row)


@cache
def captured() -> dict[str, dict[str, set[type]]]:
    """By kind of record and key: the types of JSON values that a real shop was seen to answer with."""
    seen: dict[str, dict[str, set[type]]] = {}
    for file in sorted(CAPTURES.glob("*.json")):
        found = json.loads(file.read_text(encoding="utf-8"))
        request, response = (found.get(name) if isinstance(found, dict) else None for name in ("request", "response"))
        if not isinstance(request, dict) or not isinstance(response, dict) or response.get("status") not in (200, 201):
            continue
        kind = _kind(str(request.get("path", "")).partition("?")[0])
        for row in _rows(response["body"]) if kind and isinstance(response["body"], list | dict) else ():
            # What lists all variations tells of each as of a product.
            for name in {kind, *({"variation"} if row.get("type") == "variation" else ())}:
                for key, value in row.items():
                    seen.setdefault(name, {}).setdefault(key, set()).add(type(value))
    return seen


def answer_problems(request: httpx.Request, response: httpx.Response) -> list[str]:
    """Keys that a real shop never showed, and values of another type than its own."""
    kind = _kind(route_of(request))
    if not kind or response.status_code not in (200, 201):
        return []
    known = captured()[kind]
    wrong = []
    for row in _rows(response.json()):
        wrong += [f"{kind}.{key}?" for key in row if key not in known]
        wrong += [
            f"{kind}.{key}: {type(value).__name__}"
            for key, value in row.items()
            # Seen as null only, as a date that had not come: then it is a text.
            if key in known and type(value) not in (known[key] if known[key] != {type(None)} else {type(None), str})
        ]
    return sorted(set(wrong))


class JudgedTransport(httpx.BaseTransport):
    """The way to a simulated shop; every request and every whole answer on it is judged."""

    def __init__(self, dialect: Any) -> None:
        self._dialect = dialect

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        if here():
            assert request_problems(request) == []
        response: httpx.Response = self._dialect.handle(request)
        try:
            response.json()
        except ValueError:
            return response  # a fault cut it
        wrong = answer_problems(request, response)
        assert wrong == [], wrong
        return response

"""The judges of the contract bite: what WooCommerce does not know, and what no real shop answers."""

import json
from typing import Any

import httpx
import pytest

from tests.channels.woo_schema import answer_problems, captured, request_problems, spec_or_skip
from tests.channels.woo_world import body

SITE = "https://shop.example/wp-json/wc/v3"


def asked(method: str, path: str, content: Any = None) -> list[str]:
    spec_or_skip()
    return request_problems(httpx.Request(method, f"{SITE}{path}", **({} if content is None else {"json": content})))


@pytest.mark.parametrize(
    ("method", "path", "content", "wrong"),
    [
        ("GET", "/products?per_page=100&orderby=id&order=asc&include=1,2&_fields=id", None, []),
        ("GET", "/products?per_page=101", None, ["per_page: 101 is out of bounds"]),
        ("GET", "/products?orderby=stock", None, ["orderby: 'stock' not in the list"]),
        ("GET", "/products?per_page=ten", None, ["per_page: 'ten' is no integer"]),
        ("GET", "/products?colour=red", None, ["colour?"]),
        ("GET", "/shelves", None, ["no route GET /wc/v3/shelves"]),
        ("DELETE", "/products", None, ["no route DELETE /wc/v3/products"]),
        ("POST", "/products/batch", {"update": [{"id": 1, "inventory_delta": -2}]}, []),
        (
            "POST",
            "/products/batch",
            {"update": [{"id": 1, "inventory_delta": "2"}]},
            ["inventory_delta: '2' is no integer"],
        ),
        ("POST", "/products/batch", {"change": []}, ["change?"]),
        ("PUT", "/products/1", {"status": "gone"}, ["status: 'gone' not in the list"]),
        ("PUT", "/products/1", {"stock": 1}, ["stock?"]),
    ],
)
def test_requests(method: str, path: str, content: Any, wrong: list[str]) -> None:
    assert asked(method, path, content) == wrong


def test_answers() -> None:
    request = httpx.Request("GET", f"{SITE}/products/1")
    real = body("product_get")
    assert answer_problems(request, httpx.Response(200, json=real)) == []
    assert answer_problems(request, httpx.Response(200, json={**real, "stock": 1})) == ["product.stock?"]
    text = {**real, "stock_quantity": "10"}
    assert answer_problems(request, httpx.Response(200, content=json.dumps(text))) == ["product.stock_quantity: str"]


def test_every_kind_of_record_was_captured() -> None:
    assert set(captured()) == {"order", "product", "refund", "variation"}
    assert len(captured()["order"]) > 40

"""What buyers' browsers see of a simulated WooCommerce shop, and the caches that may stand before all of it."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import httpx

from app.simulator.woocommerce.books import Item
from app.simulator.woocommerce.gate import Refused

_PAGE = re.compile(r"/product/([^/]+)/?")
_STORE = re.compile(r"/wc/store/v1/products/(\d+)")


class Storefront:
    """Pages and the Store API. Switches: `keeps` says for how many seconds a cache keeps answers of "rest", "store" or
    "page"; `names_status`: does the theme write a product's stock status into its page?
    """

    def __init__(self, items: Mapping[int, Item]) -> None:
        self._items = items
        self.keeps: dict[str, float] = {}
        self.names_status = True
        self._kept: dict[str, tuple[datetime, int, bytes]] = {}

    def page(self, path: str) -> bytes | None:
        """A product's page; None where there is none."""
        match = _PAGE.fullmatch(path)
        item = next((one for one in self._items.values() if match and _slug(one) == match[1] and _public(one)), None)
        if item is None:
            return None
        status = f" {item.stock_status}" if self.names_status else ""
        return f'<html><body><div class="product type-product{status}">{item.name}</div></body></html>'.encode()

    def store(self, route: str) -> dict[str, object] | None:
        """What the Store API says of a product; None for another route. Raises `Refused` for one that is not there."""
        match = _STORE.fullmatch(route)
        if match is None:
            return None
        item = self._items.get(int(match[1]))
        if item is None or not _public(item):
            raise Refused(404, "woocommerce_rest_product_invalid_id", "Invalid product ID.")
        return {"id": item.id, "name": item.name, "is_in_stock": item.stock_status == "instock"}

    def cached(
        self, kind: str, request: httpx.Request, now: datetime, answer: Callable[[], httpx.Response]
    ) -> httpx.Response:
        """The answer, or what a cache has kept of it."""
        keeps, key = self.keeps.get(kind, 0.0), f"{kind} {request.url.path}"
        if not keeps or request.method != "GET":
            return answer()
        until, status, body = self._kept.get(key, (now, 0, b""))
        if until > now:
            return httpx.Response(status, headers={"Content-Type": "text/html", "Age": "1"}, content=body)
        fresh = answer()
        self._kept[key] = (now + timedelta(seconds=keeps), fresh.status_code, fresh.content)
        return fresh


def _slug(item: Item) -> str:
    return item.name.lower().replace(" ", "-")


def _public(item: Item) -> bool:
    return item.status == "publish"

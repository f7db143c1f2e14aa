"""Looks for caches that hold old stock back, with a product of its own that nobody can buy: hidden, without a price.

It is made, its number changed, read by REST and as a browser does, and deleted again whatever happened.
"""

import re
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from app.channels.base import Clock
from app.channels.woocommerce.api import WooApi
from app.core.caches import CacheLook, CacheProbe, Layer
from app.errors import ChannelError

NAME = "Plimsoll cache check"
_FIELDS = ("_fields", "id,permalink,stock_quantity")
_TIMES = 2
# The theme's own classes of a product: post_class() of WordPress, to which WooCommerce adds the stock status.
_CLASS = re.compile(rb'class="[^"]*\bproduct\b[^"]*\b(instock|outofstock)\b')

Read = Callable[[], bool | None]


class _Made(msgspec.Struct):
    id: int
    permalink: str = ""
    stock_quantity: int | None = None


class _InStore(msgspec.Struct):
    is_in_stock: bool


def probe(api: WooApi, clock: Clock) -> CacheProbe:
    """Make the product, change it, read it, delete it. Raises a `ChannelError` when it could not be made or changed."""
    body = {
        "name": NAME,
        "type": "simple",
        "status": "publish",
        "catalog_visibility": "hidden",
        "manage_stock": True,
        "stock_quantity": 1,
        "backorders": "no",
    }
    made = api.call("look for caches", "a test product", "POST", "/wc/v3/products", [_FIELDS], body=body).decode(_Made)
    try:
        return _watch(api, clock, made)
    finally:
        _delete(api, made.id)


def _watch(api: WooApi, clock: Clock, made: _Made) -> CacheProbe:
    readers: dict[Layer, Read] = {
        Layer.REST: lambda: _by_rest(api, made.id),
        Layer.STORE: lambda: _by_store(api, made.id),
        Layer.PAGE: lambda: _by_page(api, made.permalink),
    }
    for read in readers.values():
        read()  # so that every cache on the way has the old number
    route = f"/wc/v3/products/{made.id}"
    api.call("look for caches", "a test product", "PUT", route, [_FIELDS], body={"stock_quantity": 0})
    written_at = clock()
    looks = [_look(layer, read, clock, written_at) for _ in range(_TIMES) for layer, read in readers.items()]
    return CacheProbe(at=written_at, looks=tuple(looks))


def _look(layer: Layer, read: Read, clock: Clock, since: datetime) -> CacheLook:
    old = read()
    return CacheLook(layer=layer, old=old, after_s=(clock() - since).total_seconds())


def _by_rest(api: WooApi, number: int) -> bool | None:
    """Is it the old number? None where nothing is said."""
    answer = api.get("look for caches", "a test product", f"/wc/v3/products/{number}", [_FIELDS])
    shown = answer.decode(_Made).stock_quantity
    return None if shown is None else shown > 0


def _by_store(api: WooApi, number: int) -> bool | None:
    try:
        answer = api.call(
            "look for caches", "a test product in the shop", "GET", f"/wc/store/v1/products/{number}", proved=False
        )
        return answer.decode(_InStore).is_in_stock
    except ChannelError:
        return None  # some shops switch this interface off


def _by_page(api: WooApi, permalink: str) -> bool | None:
    place, home = urlsplit(permalink), urlsplit(api.address)
    if place.netloc != home.netloc:
        return None
    try:
        answer = api.page("look for caches", "a test product’s page", place.path.removeprefix(home.path.rstrip("/")))
    except ChannelError:
        return None
    found = _CLASS.search(answer.body)
    return None if found is None else found[1] == b"instock"


def _delete(api: WooApi, number: int) -> None:
    """Raises a `ChannelError` when it is still there: the seller then deletes it by its name."""
    params = [("force", "true"), _FIELDS]
    api.call("look for caches", "a test product", "DELETE", f"/wc/v3/products/{number}", params, accept=(404, 410))

"""Each channel's simulated shop with a connector to it, behind words that every channel has.

A new channel is one more `Stage`: what its shop does in a way of its own, and nothing of what is promised.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol

import httpx

from app.channels import CHANNELS
from app.channels.base import Channel
from app.core.channel import Call, ListingFacts, ShopAccess, StockWrite, WriteResult
from app.core.orders import Order
from app.simulator.faults import Faults
from app.simulator.http import transport
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from tests.channels.shopify_schema import JudgedTransport
from tests.channels.woo_world import Time

Instead = Callable[[httpx.Request], httpx.Response | None]


class Shop(Protocol):
    """What every simulated shop can do in the same words."""

    clock: Callable[[], Any]
    faults: Faults
    bells: list[Callable[[str, str], None]]
    ringing: Any

    def add_product(self, sku: str, quantity: int | None) -> str: ...
    def quantity(self, ref: str) -> int | None: ...
    def sell(self, *wanted: tuple[str, int]) -> str | None: ...
    def pay(self, ref: str) -> None: ...
    def ship(self, ref: str) -> None: ...
    def lines(self, ref: str) -> list[str]: ...
    def edit_line(self, ref: str, line_ref: str, pieces: int) -> None: ...
    def cancel(self, ref: str) -> None: ...
    def refund(self, ref: str, pieces: dict[str, int], *, restock: bool) -> str: ...
    def set_stock(self, ref: str, quantity: int) -> None: ...
    def set_product_status(self, ref: str, status: str) -> None: ...
    def delete_product(self, ref: str) -> None: ...


class Wire(httpx.BaseTransport):
    """The way to a shop. `instead` may answer in its place; None lets the shop answer."""

    def __init__(self, way: httpx.BaseTransport) -> None:
        self._way = way
        self.requests: list[httpx.Request] = []
        self.instead: Instead = lambda _: None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return self.instead(request) or self._way.handle_request(request)


class Stage:
    """One shop and its connector, and a clock that only tests move. Here is what most channels share."""

    key = ""
    hidden = ""  # the status of a product that nobody can buy
    throttles: tuple[int, ...] = (429,)  # the HTTP statuses under which the shop says “too many requests”
    ships_parts = True  # can some pieces of a line leave before the others?
    uncancels = True  # can the seller take a cancellation back?
    shop: Shop

    def __init__(self) -> None:
        self.time = Time()
        self.shop = self.made()
        self.wire = Wire(self.way())
        self.calls: list[Call] = []
        self.keys = 0
        self.channel = self.open()

    # --- what each channel says for itself -----------------------------------------------------------------------

    def made(self) -> Any:
        """A new shop that lives by our clock."""
        raise NotImplementedError

    def access(self) -> ShopAccess:
        """What a connector needs to speak to it."""
        raise NotImplementedError

    def sell_unpaid(self, ref: str, pieces: int) -> str:
        """Somebody orders, and the shop waits for the money: nothing is taken off its number yet."""
        raise NotImplementedError

    def writes(self, request: httpx.Request) -> bool:
        """Is this the request that writes stock?"""
        raise NotImplementedError

    def make_unwritable(self, ref: str) -> None:
        """The listing stays, but the shop takes no number for it any more."""
        raise NotImplementedError

    def ship_part(self, ref: str, line: str, pieces: int) -> None:
        """Some pieces of a line leave."""
        raise NotImplementedError

    def uncancel(self, ref: str) -> None:
        """The seller takes a cancellation back."""
        raise NotImplementedError

    def throttle(self, status: int) -> None:
        """From now on the shop says “too many requests” with this HTTP status."""
        self.shop.faults.throttled = True

    def be_generous(self) -> None:
        """Let a test ask much at once."""

    def way(self) -> httpx.BaseTransport:
        """How requests travel to the shop."""
        return transport(self.shop)  # type: ignore[arg-type]

    # --- the same for all ----------------------------------------------------------------------------------------

    def open(self, **secrets: str) -> Channel:
        """A fresh connector, as the registry makes it."""
        access = self.access()
        return CHANNELS[self.key].open(
            replace(access, secrets={**access.secrets, **secrets}),
            clock=self.time,
            save_secret=lambda *_: None,
            log=self.calls.append,
            transport=self.wire,
        )

    def sell(self, *wanted: tuple[str, int]) -> str:
        ref = self.shop.sell(*wanted)
        assert ref is not None, "the shop refused the sale"
        self.time.forward(1)
        return ref

    def order(self, ref: str) -> Order:
        order = self.channel.order(ref)
        assert order is not None
        return order

    def listings(self) -> list[ListingFacts]:
        found: list[ListingFacts] = []
        page: str | None = None
        while True:
            told = self.channel.listings(page)
            found += told.listings
            page = told.next
            if page is None:
                return found

    def write_of(self, ref: str, quantity: int, believed: int, **more: Any) -> StockWrite:
        self.keys += 1
        return StockWrite(**{"ref": ref, "quantity": quantity, "believed": believed, "key": f"key-{self.keys}", **more})

    def write(self, ref: str, quantity: int, believed: int, **more: Any) -> WriteResult:
        (result,) = self.channel.set_stock([self.write_of(ref, quantity, believed, **more)])
        return result

    def skew(self, by: timedelta) -> None:
        """The shop's clock is so far ahead of ours."""
        self.shop.clock = lambda: self.time() + by

    def on_sale(self, ref: str) -> bool:
        return self.channel.stock([ref])[0].active


class WooStage(Stage):
    """WooCommerce: an order is shipped whole or not at all, and its status may go anywhere."""

    key = "woocommerce"
    hidden = "private"
    ships_parts = False

    shop: SimulatedWoo

    def made(self) -> SimulatedWoo:
        return SimulatedWoo(self.time, 1)

    def access(self) -> ShopAccess:
        return self.shop.access()

    def sell_unpaid(self, ref: str, pieces: int) -> str:
        order = self.shop.sell((ref, pieces), status="pending")
        assert order is not None
        return order

    def writes(self, request: httpx.Request) -> bool:
        return request.method == "POST" and request.url.path.endswith("/batch")

    def make_unwritable(self, ref: str) -> None:
        self.shop.unmanage(ref)

    def uncancel(self, ref: str) -> None:
        self.shop.status(ref, "processing")


class ShopifyStage(Stage):
    """Shopify: pieces leave one by one, and a cancellation is for good."""

    key = "shopify"
    hidden = "DRAFT"
    throttles = (200, 429)
    uncancels = False

    shop: SimulatedShopify

    def made(self) -> SimulatedShopify:
        return SimulatedShopify(self.time, 1)

    def way(self) -> httpx.BaseTransport:
        return JudgedTransport(self.shop)

    def access(self) -> ShopAccess:
        return self.shop.access()

    def sell_unpaid(self, ref: str, pieces: int) -> str:
        order = self.shop.sell((ref, pieces), confirmed=False)
        assert order is not None
        return order

    def writes(self, request: httpx.Request) -> bool:
        return b"inventorySetQuantities" in request.content

    def make_unwritable(self, ref: str) -> None:
        self.shop.unstock(ref)

    def ship_part(self, ref: str, line: str, pieces: int) -> None:
        self.shop.ship(ref, {line: pieces})

    def throttle(self, status: int) -> None:
        self.shop.throttle_status = status
        super().throttle(status)

    def be_generous(self) -> None:
        self.shop.points = self.shop.bucket_size = 1e6


STAGES: dict[str, type[Stage]] = {stage.key: stage for stage in (WooStage, ShopifyStage)}

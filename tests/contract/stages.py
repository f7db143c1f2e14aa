"""Each channel's simulated shop with a connector to it, behind words that every channel has.

A new channel is one more `Stage`: what its shop does in a way of its own, and nothing of what is promised.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import Any, Protocol

import httpx

from app.channels import CHANNELS
from app.channels.base import Channel
from app.core.channel import Call, ListingFacts, ShopAccess, StockWrite, WriteResult
from app.core.orders import Order
from app.simulator.etsy import Choice, SimulatedEtsy
from app.simulator.faults import Faults
from app.simulator.http import transport
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from tests.channels import etsy_world, woo_schema
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
    def cancel(self, ref: str) -> None: ...
    def set_stock(self, ref: str, quantity: int) -> None: ...
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
    edits = True  # can the seller change a line of an order?
    refunds_lines = True  # does a refund say which pieces it is about?
    restocks = True  # does the shop put back on sale what is cancelled?
    takes_unpaid = False  # are pieces off the shop's number before they are paid for?
    below_zero = True  # can a number there fall below zero?
    names_uncounted = True  # does it tell the SKU of what it does not count?
    refuses_rows = True  # can it refuse one number of a write, and take the others?
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

    def edit_line(self, ref: str, line: str, pieces: int) -> None:
        """The seller changes a line of an order."""
        self.shop.edit_line(ref, line, pieces)  # type: ignore[attr-defined]

    def refund(self, ref: str, pieces: dict[str, int], *, restock: bool) -> None:
        """Money back for so many pieces of these lines, which are put back on sale or not."""
        self.shop.refund(ref, pieces, restock=restock)  # type: ignore[attr-defined]

    def hide(self, ref: str) -> None:
        """The seller takes a listing off sale."""
        self.shop.set_product_status(ref, self.hidden)  # type: ignore[attr-defined]

    def together(self, count: int) -> list[str]:
        """So many listings of ten pieces each that one write call can hold."""
        return [self.shop.add_product(f"P{row}", 10) for row in range(count)]

    def drop(self, ref: str) -> None:
        """What was sold under this ref is sold no more."""
        self.shop.delete_product(ref)

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
        """All that the shop lists. A listing may be told twice while it is read; the last word counts."""
        found: dict[str, ListingFacts] = {}
        page: str | None = None
        while True:
            told = self.channel.listings(page)
            found |= {listing.ref: listing for listing in told.listings}
            page = told.next
            if page is None:
                return list(found.values())

    def write_of(self, ref: str, quantity: int, believed: int, **more: Any) -> StockWrite:
        self.keys += 1
        common = {"ref": ref, "quantity": quantity, "believed": believed, "key": f"key-{self.keys}"}
        return StockWrite(**{**common, **more})

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

    def way(self) -> httpx.BaseTransport:
        return woo_schema.JudgedTransport(self.shop)

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


class EtsyStage(Stage):
    """Etsy: receipts are not edited, a refund names no line, and a listing with nothing left is taken off sale."""

    key = "etsy"
    ships_parts = False
    uncancels = edits = refunds_lines = restocks = below_zero = refuses_rows = names_uncounted = False
    takes_unpaid = True  # at least, that is what we take for granted

    shop: SimulatedEtsy

    def made(self) -> SimulatedEtsy:
        shop = SimulatedEtsy(self.time, 1, name="Kiln & Co")
        shop.gate.per_second = 1000
        return shop

    def way(self) -> httpx.BaseTransport:
        return etsy_world.JudgedTransport(self.shop)

    def access(self) -> ShopAccess:
        return self._access

    @cached_property
    def _access(self) -> ShopAccess:
        return self.shop.access()

    def sell_unpaid(self, ref: str, pieces: int) -> str:
        order = self.shop.sell((ref, pieces), paid=False)
        assert order is not None
        return order

    def writes(self, request: httpx.Request) -> bool:
        return request.method in ("PUT", "PATCH")

    def make_unwritable(self, ref: str) -> None:
        self.shop.listing(ref).inventory = False  # never edited with Etsy's inventory tools

    def hide(self, ref: str) -> None:
        self.shop.set_state(ref, "inactive")

    def together(self, count: int) -> list[str]:
        values = [Choice(200, "Primary color", number, f"Colour {number}") for number in range(1, count + 1)]
        rows = [(f"P{place}", [value], 10) for place, value in enumerate(values)]
        listing = self.shop.add_variations("Cup", rows, quantity_on=[200])
        return [f"{listing}/200:{value.value_id}" for value in values]

    def drop(self, ref: str) -> None:
        listing, gone = self.shop.listing(ref), self.shop.products(ref)
        listing.products = [product for product in listing.products if product not in gone]

    def be_generous(self) -> None:
        self.shop.gate.per_day = 100_000


STAGES: dict[str, type[Stage]] = {stage.key: stage for stage in (WooStage, ShopifyStage, EtsyStage)}

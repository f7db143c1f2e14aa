"""A simulated Shopify shop, the connector to it, and a clock that only tests move."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from app.channels.base import ListingPage
from app.channels.shopify.channel import Shopify
from app.core.channel import Call, ListingFacts, ShopAccess, StockWrite, WriteResult
from app.core.orders import Order, OrderLine
from app.errors import ChannelUnavailable
from app.simulator.shopify import SimulatedShopify
from tests.channels.shopify_schema import JudgedTransport

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class World:
    """One shop and its connector. `tick` moves the clock that both live by."""

    def __init__(self, seed: int = 1, **access: Any) -> None:
        self.now = START
        self.shop = SimulatedShopify(lambda: self.now, seed)
        self.wire = JudgedTransport(self.shop)
        self.calls: list[Call] = []
        self.channel = self.open(self.shop.access(**access))
        self.keys = 0

    def open(self, access: ShopAccess, transport: httpx.BaseTransport | None = None) -> Shopify:
        return Shopify(access, clock=lambda: self.now, log=self.calls.append, transport=transport or self.wire)

    def tick(self, **time: float) -> None:
        self.now += timedelta(**(time or {"seconds": 1}))

    def listings(self) -> dict[str, ListingFacts]:
        """Every listing, by SKU."""
        found, page = [], None
        while True:
            told = self._page(page)
            found += told.listings
            page = told.next
            if page is None:
                return {listing.sku: listing for listing in found}

    def _page(self, page: str | None) -> ListingPage:
        """A page. Where too few points are left for it nothing is sent, and a lane waits as long as it is told."""
        try:
            return self.channel.listings(page)
        except ChannelUnavailable as asked:
            if asked.sent or not asked.retry_after:
                raise
            self.tick(seconds=asked.retry_after)
            return self.channel.listings(page)

    def write(self, ref: str, quantity: int, believed: int, *, key: str = "", repeated: bool = False) -> StockWrite:
        self.keys += 1
        key = key or f"key-{self.keys}"
        return StockWrite(ref=ref, quantity=quantity, believed=believed, key=key, repeated=repeated)

    def set(self, ref: str, quantity: int, believed: int, *, key: str = "", repeated: bool = False) -> WriteResult:
        return self.channel.set_stock([self.write(ref, quantity, believed, key=key, repeated=repeated)])[0]

    def order(self, ref: str) -> Order:
        found = self.channel.order(ref)
        assert found is not None
        return found

    def line(self, ref: str, at: int = 0) -> OrderLine:
        return self.order(ref).lines[at]

    def poll(self, cursor: str) -> tuple[list[Order], str, int]:
        """Every page from the cursor on: the orders (incomplete ones read one by one), the new cursor, the pages."""
        orders: list[Order] = []
        pages = 0
        while True:
            page = self.channel.orders_changed(cursor)
            orders += page.orders
            orders += [self.order(ref) for ref in page.incomplete]
            cursor, pages = page.cursor, pages + 1
            if not page.more:
                return orders, cursor, pages

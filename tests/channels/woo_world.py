"""A WooCommerce shop, real answers of one, and a connector to either, for tests."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import msgspec

from app.channels.base import OrderPage
from app.channels.woocommerce.polling import first_cursor
from app.channels.woocommerce.shop import WooCommerce, open_woocommerce
from app.core.channel import Call, ListingFacts, Reading, ShopAccess, StockWrite, WriteResult
from app.core.orders import Order
from app.simulator.http import transport
from app.simulator.woocommerce import SimulatedWoo

CAPTURES = Path(__file__).resolve().parents[1] / "captures" / "woocommerce"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
KEY, SECRET = "ck_" + "1" * 40, "cs_" + "2" * 40


def capture(name: str) -> Any:
    return json.loads((CAPTURES / f"{name}.json").read_text())


def body(name: str) -> Any:
    return capture(name)["response"]["body"]


@dataclass
class Time:
    """A clock that goes only when told."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def forward(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class Script:
    """A shop that gives prepared answers, one after the other, and keeps what it was asked."""

    answers: list[httpx.Response | Exception]
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def answer_of(name: str, change: Callable[[Any], Any] = lambda found: found) -> httpx.Response:
    """A captured answer, its body changed where a record is to come inside something else."""
    response = capture(name)["response"]
    kept = ("Content-Type", "X-WP-Total", "X-WP-TotalPages", "Link")
    headers = {key: value for key, value in (response.get("headers") or {}).items() if key in kept}
    return httpx.Response(response["status"], headers=headers, content=json.dumps(change(response["body"])))


def scripted(
    *answers: httpx.Response | Exception, address: str = "https://127.0.0.1:8443", **settings: str
) -> tuple[WooCommerce, Script, list[Call]]:
    """A connector to a shop of prepared answers."""
    script, calls = Script(list(answers)), []
    access = ShopAccess(
        shop=1,
        channel="woocommerce",
        address=address,
        way="key",
        settings=settings,
        secrets={"consumer_key": KEY, "consumer_secret": SECRET},
    )
    shop = open_woocommerce(
        access, clock=lambda: NOW, save_secret=_never, log=calls.append, transport=httpx.MockTransport(script)
    )
    return shop, script, calls


@dataclass
class World:
    """A simulated shop, and a connector to it."""

    time: Time
    shop: SimulatedWoo
    woo: WooCommerce
    calls: list[Call]
    cursor: str = ""

    def poll(self) -> list[OrderPage]:
        """All pages that a poll brings now."""
        pages = []
        while True:
            page = self.woo.orders_changed(self.cursor)
            pages.append(page)
            self.cursor = page.cursor
            if not page.more:
                return pages
            assert len(pages) < 100, "a poll that never ends"

    def heard(self) -> set[str]:
        """The orders that a poll tells of."""
        return {ref for page in self.poll() for ref in (*(order.ref for order in page.orders), *page.incomplete)}

    def listings(self) -> list[ListingFacts]:
        found: list[ListingFacts] = []
        page: str | None = None
        while True:
            read = self.woo.listings(page)
            found += read.listings
            page = read.next
            if page is None:
                return found

    def order(self, ref: str | None) -> Order:
        assert ref is not None
        order = self.woo.order(ref)
        assert order is not None
        return order

    def reading(self, ref: str) -> Reading:
        return self.woo.stock([ref])[0]

    def write(self, ref: str, quantity: int, believed: int, **more: Any) -> WriteResult:
        results = self.woo.set_stock([stock_write(ref, quantity, believed, **more)])
        assert len(results) == 1
        return results[0]


def stock_write(ref: str, quantity: int, believed: int, *, repeated: bool = False) -> StockWrite:
    batch = ref.partition("/")[0] if "/" in ref else ""
    return StockWrite(ref=ref, quantity=quantity, believed=believed, key=f"k-{ref}", repeated=repeated, batch=batch)


def world(seed: int = 0, *, races: bool = False, address: str = "https://woo.example", **settings: str) -> World:
    """A new shop with a connector to it, polled from now on."""
    time, calls = Time(), []
    shop = SimulatedWoo(time, seed, races=races, address=address)
    woo = open_woocommerce(
        shop.access(**settings), clock=time, save_secret=_never, log=calls.append, transport=transport(shop)
    )
    found = World(time, shop, woo, calls)
    found.cursor = woo.first_cursor(time())
    time.forward(60)
    return found


def again(found: World) -> WooCommerce:
    """Another connector to the same shop, as after a start."""
    return open_woocommerce(
        found.shop.access(),
        clock=found.time,
        save_secret=_never,
        log=found.calls.append,
        transport=transport(found.shop),
    )


def cursor_at(at: datetime) -> str:
    """The cursor of a shop whose clock agrees with ours."""
    return msgspec.json.encode(first_cursor(at)).decode()


def sold(ref: str | None) -> str:
    assert ref is not None, "the shop refused the sale"
    return ref


def paths(script: Script) -> Sequence[str]:
    return [f"{request.method} {request.url.path}" for request in script.asked]


def _never(name: str, value: str) -> None:
    raise AssertionError("a WooCommerce key never changes")

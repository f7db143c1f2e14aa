"""How each channel calls a relay: what it sends, how it signs, when it comes again, and when it gives up.

Shopify: eight times over four hours; after eight failures in a row the subscription is gone. WooCommerce: once;
disabled at the seventh failure in a row. Etsy: eight times over a day, and the address is never dropped.
"""

import heapq
import itertools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import httpx

from app.channels.hooks import SIGNERS
from app.simulator.etsy import SimulatedEtsy
from app.simulator.shopify import SimulatedShopify
from app.simulator.shopify.hooks import FAILURES_MAX
from tests.simulation.kinds import Simulated

BUYER = "Planted Buyer"
WOO_FAILURES_MAX = 7
_SHOPIFY_S = (10, 60, 300, 900, 1800, 2700, 3600, 4500)
_ETSY_S = (0, 5, 300, 1800, 7200, 18_000, 36_000, 36_000)


@dataclass(order=True)
class Delivery:
    """One call, first or again."""

    due: datetime
    number: int
    shop: int = field(compare=False)
    url: str = field(compare=False)
    name: str = field(compare=False)
    headers: dict[str, str] = field(compare=False)
    body: bytes = field(compare=False)
    waits: tuple[int, ...] = field(compare=False)
    hook: Any = field(compare=False, default=None)
    genuine: bool = field(compare=False, default=True)


class Senders:
    """The webhook senders of all shops. `took` hears of every call that was answered 2xx."""

    def __init__(self, post: Callable[[httpx.Request], httpx.Response], took: Callable[[Delivery], None]) -> None:
        self._post, self._took = post, took
        self._queue: list[Delivery] = []
        self._numbers = itertools.count(1)
        self.portal: dict[int, tuple[str, str]] = {}  # Etsy: address and secret that the seller typed there
        self.failed = 0

    @property
    def waiting(self) -> int:
        """Calls that are still to be made."""
        return len(self._queue)

    def event(self, shop: int, sim: Simulated, topic: str, ref: str, now: datetime) -> None:
        """Something happened in a shop: whoever subscribed to it is called."""
        for url, secret, hook in self._subscribed(shop, sim, topic):
            number = next(self._numbers)
            name = f"call-{shop}-{number}"
            headers, body = _said(sim, topic, ref, name)
            headers |= SIGNERS[_channel(sim)](body, secret, name, int(now.timestamp()))
            self._add(Delivery(now, number, shop, url, name, headers, body, _waits(sim), hook))

    def forge(self, shop: int, sim: Simulated, url: str, now: datetime, rng: Random) -> None:
        """Somebody who knows the address but not the secret."""
        number = next(self._numbers)
        name = f"forged-{shop}-{number}"
        headers, body = _said(sim, rng.choice(("order.paid", "orders/updated", "order.updated")), "1", name)
        headers |= SIGNERS[_channel(sim)](body, "whsec_Zm9yZ2Vk", name, int(now.timestamp()))
        self._add(Delivery(now, number, shop, url, name, headers, body, (), genuine=False))

    def run(self, now: datetime, *, all_of_them: bool = False) -> None:
        """Make the calls that are due by now; with `all_of_them` also those of the hours to come."""
        due = []
        while self._queue and (all_of_them or self._queue[0].due <= now):
            due.append(heapq.heappop(self._queue))
        for one in due:
            self._call(one, now)

    def _call(self, one: Delivery, now: datetime) -> None:
        request = httpx.Request("POST", one.url, headers=one.headers, content=one.body)
        try:
            status = self._post(request).status_code
        except httpx.TransportError:
            status = 0
        if 200 <= status < 300:
            self._took(one)
            _went_well(one.hook)
            return
        self.failed += 1
        _failed(one.hook)
        if one.waits:
            later = now + timedelta(seconds=one.waits[0])
            self._add(Delivery(later, one.number, *_rest(one), one.waits[1:], one.hook, one.genuine))

    def _add(self, one: Delivery) -> None:
        heapq.heappush(self._queue, one)

    def _subscribed(self, shop: int, sim: Simulated, topic: str) -> Iterable[tuple[str, str, Any]]:
        if isinstance(sim, SimulatedEtsy):
            return [(*self.portal[shop], None)] if shop in self.portal else []
        if isinstance(sim, SimulatedShopify):
            wanted = topic.replace("/", "_").upper()
            return [(hook.uri, sim.client_secret, (sim, hook)) for hook in sim.hooks.all if hook.topic == wanted]
        return [
            (hook.url, hook.secret, (sim, hook))
            for hook in sim.routes.hooks.all
            if hook.topic == topic and hook.status == "active"
        ]


def _rest(one: Delivery) -> tuple[int, str, str, dict[str, str], bytes]:
    return one.shop, one.url, one.name, one.headers, one.body


def _channel(sim: Simulated) -> str:
    if isinstance(sim, SimulatedEtsy):
        return "etsy"
    return "shopify" if isinstance(sim, SimulatedShopify) else "woocommerce"


def _waits(sim: Simulated) -> tuple[int, ...]:
    return {"etsy": _ETSY_S, "shopify": _SHOPIFY_S, "woocommerce": ()}[_channel(sim)]


def _said(sim: Simulated, topic: str, ref: str, name: str) -> tuple[dict[str, str], bytes]:
    """Headers and body, with a buyer's name in it, as most bodies have."""
    if isinstance(sim, SimulatedEtsy):
        place = f"https://api.etsy.com/v3/application/shops/{sim.shows.shop_id}/receipts/{ref}"
        told: dict[str, Any] = {"event_type": topic, "resource_url": place, "shop_id": sim.shows.shop_id}
        return {}, json.dumps(told | {"buyer": BUYER}).encode()
    if isinstance(sim, SimulatedShopify):
        number = {"inventory_item_id": int(ref)} if topic.startswith("inventory") else {"id": int(ref)}
        headers = {"x-shopify-topic": topic, "x-shopify-webhook-id": name, "x-shopify-shop-domain": sim.domain}
        return headers, json.dumps(number | {"name": name, "buyer": BUYER}).encode()
    resource = topic.partition(".")[0]
    headers = {"x-wc-webhook-topic": topic, "x-wc-webhook-resource": resource, "x-wc-webhook-source": sim.address}
    return headers, json.dumps({"id": int(ref), "note": name, "billing": BUYER}).encode()


def _went_well(hook: Any) -> None:
    if hook is not None:
        hook[1].failures = 0


def _failed(found: Any) -> None:
    """One more failure in a row, and what the channel does then."""
    if found is None:
        return
    sim, hook = found
    hook.failures += 1
    if isinstance(sim, SimulatedShopify):
        if hook.failures >= FAILURES_MAX and hook in sim.hooks.all:
            sim.hooks.all.remove(hook)
    elif hook.failures >= WOO_FAILURES_MAX:
        hook.status = "disabled"

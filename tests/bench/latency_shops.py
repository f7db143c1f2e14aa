"""The other process of `latency`: four shops on loopback, seeded customers, and when each sale was seen everywhere.

Says where the shops are; at a line on standard input it lets the customers in, and says each webhook as a line.
"""

import json
import random
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx

from app.simulator.http import LoopbackServer
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo

ANSWER_S = 0.010
PRODUCTS, STOCK = 200, 5000
SALES_PER_S, SECONDS, SEED = 20, 60, 7
PATIENCE_S = 30.0


@dataclass
class Waiting:
    """A sale, and the shops that do not show a number that counts it yet."""

    at: float
    limit: int  # a shop that shows this many or fewer counts it
    shops: set[int]
    last: tuple[float, int] = field(default=(0.0, 0))  # when the last shop showed it, and who


class Watched:
    """A shop whose every answer is followed by a look at what it shows now."""

    def __init__(self, shops: "Shops", number: int, sim: SimulatedWoo | SimulatedShopify) -> None:
        self._shops, self._number, self._sim = shops, number, sim

    def handle(self, request: httpx.Request) -> httpx.Response:
        response = self._sim.handle(request)
        if request.method != "GET":
            self._shops.look(self._number)
        return response


class Shops:
    """All four."""

    def __init__(self) -> None:
        self.sims: dict[int, SimulatedWoo | SimulatedShopify] = {}
        self.refs: dict[int, dict[str, str]] = {}
        self.sold: dict[str, int] = {}
        self.waiting: dict[str, list[Waiting]] = {}
        self.done: list[Waiting] = []
        self._lock = threading.Lock()

    def open(self) -> list[LoopbackServer]:
        servers = []
        for number in (1, 2, 3, 4):
            sim: SimulatedWoo | SimulatedShopify
            sim = SimulatedWoo(_now, number) if number % 2 else SimulatedShopify(_now, number)
            self.refs[number] = {_sku(n): sim.add_product(_sku(n), STOCK) for n in range(PRODUCTS)}
            server = LoopbackServer(Watched(self, number, sim), latency_s=ANSWER_S).start()
            if isinstance(sim, SimulatedWoo):
                sim.address = server.url
            else:
                sim.bucket_size = sim.restore_rate = sim.points = 1e9  # limits off
            sim.bells.append(lambda topic, ref, number=number: _announce(number, topic, ref))
            self.sims[number] = sim
            servers.append(server)
        return servers

    def sell(self, rng: random.Random) -> None:
        number, sku = rng.choice(list(self.sims)), _sku(rng.randrange(PRODUCTS))
        with self._lock:
            self.sold[sku] = self.sold.get(sku, 0) + 1
            sale = Waiting(time.perf_counter(), STOCK - self.sold[sku], set(self.sims) - {number})
            self.waiting.setdefault(sku, []).append(sale)
        self.sims[number].sell((self.refs[number][sku], 1))

    def look(self, number: int) -> None:
        """Which sales does this shop count now?"""
        now = time.perf_counter()
        with self._lock:
            for sku, sales in list(self.waiting.items()):
                shows = self.sims[number].quantity(self.refs[number][sku])
                for sale in [one for one in sales if number in one.shops and (shows or 0) <= one.limit]:
                    sale.shops.discard(number)
                    sale.last = (now, number)
                    if not sale.shops:
                        sales.remove(sale)
                        self.done.append(sale)
                if not sales:
                    del self.waiting[sku]

    def results(self) -> list[float]:
        """Milliseconds of every sale, less 10 ms for each answer waited for on its way.

        The order is fetched in one call; WooCommerce is read before it is written, Shopify is not.
        """
        found = []
        for sale in self.done:
            at, number = sale.last
            calls = 2 if isinstance(self.sims[number], SimulatedWoo) else 1
            found.append((at - sale.at) * 1000 - calls * ANSWER_S * 1000)
        return found


def _now() -> datetime:
    return datetime.now(UTC)


def _sku(number: int) -> str:
    return f"P{number:03d}"


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _announce(shop: int, topic: str, ref: str) -> None:
    """A webhook. Of orders only: what the program itself writes is not told to it."""
    if topic.startswith("order"):
        _say({"bell": [shop, ref, f"{topic}/{ref}/{time.time()}"]})


def main() -> None:
    shops = Shops()
    servers = shops.open()
    places = {}
    for number, (sim, server) in enumerate(zip(shops.sims.values(), servers, strict=True), 1):
        access = sim.access(number, address=server.url)
        places[number] = {
            "channel": access.channel,
            "address": access.address,
            "way": access.way,
            "settings": access.settings,
            "secrets": access.secrets,
            "refs": shops.refs[number],
        }
    _say({"places": places})
    sys.stdin.readline()
    rng, began, pause, spent = random.Random(SEED), time.perf_counter(), threading.Event(), time.process_time()
    for number in range(SALES_PER_S * SECONDS):
        pause.wait(max(0.0, began + number / SALES_PER_S - time.perf_counter()))
        shops.sell(rng)
    until = time.perf_counter() + PATIENCE_S
    while shops.waiting and time.perf_counter() < until:
        pause.wait(0.1)
    never = sum(len(sales) for sales in shops.waiting.values())
    _say({"milliseconds": shops.results(), "never": never, "cpu_s": time.process_time() - spent})
    sys.stdin.readline()
    for server in servers:
        server.stop()


if __name__ == "__main__":
    main()

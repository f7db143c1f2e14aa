"""The simulated shops of a rehearsal: each shows what its channel shows, answers as fast, and allows as much."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import httpx

from app.channels import CHANNELS
from app.core.channel import Call, ListingFacts, ShopAccess, Unit
from app.simulator.etsy import SimulatedEtsy
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store.scratch import Measured, Played
from app.store.shops import Shop

if TYPE_CHECKING:
    from app.channels.base import Channel

Simulated = SimulatedWoo | SimulatedShopify | SimulatedEtsy
Clock = Callable[[], datetime]
Rest = Callable[[float], None]

LANDS_AT = 0.6  # of a call's time: then it takes effect; its answer comes at the end
USUAL_S = {"shopify": 0.8, "woocommerce": 1.2, "etsy": 2.5}  # where nothing was measured; lognormal around it
USUAL_SPREAD, HOOK_S, HOOK_SPREAD = 0.5, 2.0, 0.6
HOOKS_LOST = 0.005
LEAST_MEASURED = 20  # fewer say nothing


class PlayedShop:
    """One of the seller's shops, simulated: `sim` sells, `channel` is the real connector to it."""

    def __init__(self, shop: Shop, known: Measured, clock: Clock, *, seed: int) -> None:
        self.shop, self.known = shop, known
        self._clock = clock
        self.cursor = ""
        self._rng = random.Random(f"{seed}/{shop.id}")
        self.sim = _simulated(shop, known, clock, seed + shop.id)
        self.access = replace(_access(self.sim, shop.id), shop=shop.id)
        self.refs: dict[int, str] = {}  # of listings
        self.calls = self.waits = 0
        self.used, self.limit, self.unit = 0, 0, ""

    def put_on_sale(self, played: Sequence[Played]) -> list[tuple[int, ListingFacts]]:
        """Put these on sale, and say how the real connector sees them."""
        names = {}
        for one in played:
            name = f"L{one.id}"
            names[name] = one.id
            if isinstance(self.sim, SimulatedEtsy):
                self.sim.add_product(name, one.shows, title=one.title, price=max(20, one.price_minor))
            else:
                self.sim.add_product(name, one.shows, title=one.title, price=f"{one.price_minor / 100:.2f}")
        with _without_limits(self.sim):
            found = self._as_seen(names)
        self.refs = {number: one.ref for number, one in found}
        return found

    def _as_seen(self, names: dict[str, int]) -> list[tuple[int, ListingFacts]]:
        """Its listings as the real connector reads them, by number; and the cursor from which orders are read."""
        channel = self.open(rest=lambda _seconds: None, log=lambda _call: None)
        found: list[tuple[int, ListingFacts]] = []
        page: str | None = None
        while True:
            answer = channel.listings(page)
            found += [(names[one.sku], one) for one in answer.listings if one.sku in names and one.quantity is not None]
            page = answer.next
            if page is None:
                break
        self.cursor = channel.first_cursor(self._clock())
        channel.close()
        self.calls = 0
        return found

    def open(self, *, rest: Rest, log: Callable[[Call], None]) -> "Channel":
        """The real connector, whose calls take as long as the channel's do, in simulated time, and touch no network."""

        def send(request: httpx.Request) -> httpx.Response:
            takes = self.answer_s()
            rest(takes * LANDS_AT)
            response = self.sim.handle(request)
            self.calls += 1
            self.waits += response.status_code == 429
            rest(takes * (1 - LANDS_AT))
            return response

        def timed(call: Call) -> None:
            log(replace(call, milliseconds=round((self._clock() - call.at).total_seconds() * 1000)))

        return CHANNELS[self.shop.channel].open(
            self.access,
            clock=self._clock,
            save_secret=self.access.secrets.__setitem__,
            log=timed,
            transport=httpx.MockTransport(send),
        )

    def answer_s(self) -> float:
        """How long this call takes: as one that was measured, or as usual."""
        if len(self.known.answers) >= LEAST_MEASURED:
            return self._rng.choice(self.known.answers) / 1000
        return _lognormal(self._rng, USUAL_S[self.shop.channel], USUAL_SPREAD)

    def hook_s(self) -> float | None:
        """After how long a webhook arrives; None: never."""
        if not self.known.by_hook or self._rng.random() < HOOKS_LOST:
            return None
        if len(self.known.hooks) >= LEAST_MEASURED:
            return self._rng.choice(self.known.hooks)
        return _lognormal(self._rng, HOOK_S, HOOK_SPREAD)

    def keep_used(self, channel: "Channel") -> None:
        """How much of its allowance is used, if that is more than before."""
        allowance = channel.told().allowance
        if allowance is not None and allowance.used >= self.used:
            self.used, self.limit, self.unit = int(allowance.used), int(allowance.limit), allowance.unit.value


def _lognormal(rng: random.Random, median: float, spread: float) -> float:
    return median * math.exp(spread * rng.gauss(0.0, 1.0))


def _simulated(shop: Shop, known: Measured, clock: Clock, seed: int) -> Simulated:
    """A shop of this kind, with the limits that it told."""
    made: Simulated
    if shop.channel == "etsy":
        made = SimulatedEtsy(clock, seed, name=shop.name)
        if known.limit and known.unit == Unit.CALLS:
            made.gate.per_day = known.limit
            made.gate.has_used(min(known.used, known.limit), clock())
    elif shop.channel == "shopify":
        made = SimulatedShopify(clock, seed, name=shop.name)
        made.first_name = known.last_name + 1
        if known.limit and known.unit == Unit.POINTS and known.full_s:
            made.bucket_size = made.points = float(known.limit)
            made.restore_rate = known.limit / known.full_s
    else:
        made = SimulatedWoo(clock, seed, name=shop.name)
    made.count_from(known.last_ref)
    return made


@contextmanager
def _without_limits(sim: Simulated) -> Iterator[None]:
    """While the stage is set, nothing is counted: that is not part of the play."""
    if isinstance(sim, SimulatedShopify):
        kept = sim.bucket_size
        sim.bucket_size = sim.points = 1e9
        yield
        sim.bucket_size = sim.points = kept
    elif isinstance(sim, SimulatedEtsy):
        limits = sim.gate.per_second, sim.gate.per_day
        sim.gate.per_second = sim.gate.per_day = 10**9
        yield
        sim.gate.per_second, sim.gate.per_day = limits
    else:
        yield


def _access(sim: Simulated, number: int) -> ShopAccess:
    return sim.access(number, location=sim.main) if isinstance(sim, SimulatedShopify) else sim.access(number)

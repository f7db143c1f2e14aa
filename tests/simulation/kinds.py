"""The kinds of shops in a simulated world: how each is made and signed in, and what people can do there."""

from collections.abc import Sequence
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, Any

import httpx

from app.core.channel import ShopAccess
from app.simulator.counter import Clock
from app.simulator.etsy import SimulatedEtsy
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo

if TYPE_CHECKING:
    from tests.simulation.world import World

Simulated = SimulatedWoo | SimulatedShopify | SimulatedEtsy
Wanted = tuple[str, int]


class Kind:
    """One kind of shop. What nobody can do there does nothing."""

    key = ""

    def options(self, _sim: Any) -> dict[str, str]:
        """Settings that are kept when it is connected."""
        return {}

    def access(self, sim: Any, shop: int) -> ShopAccess:
        """As it is signed in."""
        found: ShopAccess = sim.access(shop)
        return found

    def buy(self, sim: Any, wanted: Sequence[Wanted], rng: Random) -> str | None:
        """A customer buys; None when turned away."""
        raise NotImplementedError

    def ship(self, sim: Any, ref: str) -> None:
        """The seller sends all of it."""
        with suppress(AssertionError):
            sim.ship(ref)

    def pay(self, sim: Any, ref: str) -> None:
        """The money comes in."""

    def cancel(self, sim: Any, ref: str, rng: Random) -> None:
        """The seller cancels it."""
        raise NotImplementedError

    def refund(self, sim: Any, ref: str, line: str, rng: Random) -> None:
        """Money for one piece goes back."""
        raise NotImplementedError

    def edit(self, sim: Any, ref: str, line: str, rng: Random) -> None:
        """Another quantity is typed into an order."""

    def writes(self, request: httpx.Request) -> bool:
        """Does this request change anything at the shop?"""
        return request.method != "GET"

    def written_over(self, _request: httpx.Request) -> str:
        """What this request writes over, whatever was sold since it was read; empty where a guard forbids that."""
        return ""


class Woo(Kind):
    """WooCommerce: unpaid orders, webhooks late, its own races."""

    key = "woocommerce"

    def buy(self, sim: SimulatedWoo, wanted: Sequence[Wanted], rng: Random) -> str | None:
        return sim.sell(*wanted, status=rng.choice(("processing", "processing", "on-hold", "pending")))

    def pay(self, sim: SimulatedWoo, ref: str) -> None:
        if sim.order(ref).status in ("pending", "on-hold"):
            sim.pay(ref)

    def cancel(self, sim: SimulatedWoo, ref: str, _rng: Random) -> None:
        sim.cancel(ref)

    def refund(self, sim: SimulatedWoo, ref: str, line: str, rng: Random) -> None:
        found = next(one for one in sim.order(ref).lines if str(one.id) == line)
        if not self._over(sim, ref) and found.quantity > found.refunded:
            with suppress(AssertionError):
                sim.refund(ref, {line: 1}, restock=rng.random() < 0.6)

    def edit(self, sim: SimulatedWoo, ref: str, line: str, rng: Random) -> None:
        if not self._over(sim, ref):
            with suppress(AssertionError):
                sim.edit_line(ref, line, rng.randint(0, 3))

    def _over(self, sim: SimulatedWoo, ref: str) -> bool:
        return sim.order(ref).status in ("cancelled", "refunded", "trash", "failed")


class Shopify(Kind):
    """Shopify: one location of stock, compare-and-set, keys."""

    key = "shopify"

    def writes(self, request: httpx.Request) -> bool:
        return b"mutation" in request.content

    def options(self, sim: SimulatedShopify) -> dict[str, str]:
        return {"location": sim.main}

    def access(self, sim: SimulatedShopify, shop: int) -> ShopAccess:
        return sim.access(shop, location=sim.main)

    def buy(self, sim: SimulatedShopify, wanted: Sequence[Wanted], rng: Random) -> str | None:
        return sim.sell(*wanted, confirmed=rng.random() < 0.9, test=rng.random() < 0.05)

    def cancel(self, sim: SimulatedShopify, ref: str, rng: Random) -> None:
        with suppress(AssertionError):  # cancelled before, or partly sent: Shopify refuses
            sim.cancel(ref, restock=rng.random() < 0.7)

    def refund(self, sim: SimulatedShopify, ref: str, line: str, rng: Random) -> None:
        found = next(one for one in sim.order(ref).lines if str(one.number) == line)
        if found.to_send > 0:
            with suppress(AssertionError):
                sim.refund(ref, {line: 1}, restock=rng.random() < 0.6)

    def edit(self, sim: SimulatedShopify, ref: str, line: str, rng: Random) -> None:
        with suppress(AssertionError):
            sim.edit_line(ref, line, rng.randint(0, 3))


class Etsy(Kind):
    """Etsy: whole listings written at once without a guard, no zero, calls counted, refunds that name no line."""

    key = "etsy"

    def buy(self, sim: SimulatedEtsy, wanted: Sequence[Wanted], rng: Random) -> str | None:
        return sim.sell(*wanted, paid=rng.random() < 0.8)

    def ship(self, sim: SimulatedEtsy, ref: str) -> None:
        if self._stands(sim, ref):
            sim.ship(ref)

    def pay(self, sim: SimulatedEtsy, ref: str) -> None:
        if sim.receipt(ref).status == "payment processing":
            sim.pay(ref)

    def cancel(self, sim: SimulatedEtsy, ref: str, _rng: Random) -> None:
        if self._stands(sim, ref):
            sim.cancel(ref)

    def refund(self, sim: SimulatedEtsy, ref: str, line: str, rng: Random) -> None:
        if self._stands(sim, ref):
            price = next(one.product.price for one in sim.receipt(ref).lines if str(one.number) == line)
            sim.refund(ref, rng.choice((None, price, price // 2)))

    def written_over(self, request: httpx.Request) -> str:
        parts = request.url.path.split("/")
        return parts[-2] if request.method == "PUT" and parts[-1] == "inventory" else ""

    def _stands(self, sim: SimulatedEtsy, ref: str) -> bool:
        return sim.receipt(ref).status in ("paid", "completed", "partially refunded")


WOO, SHOPIFY, ETSY = Woo(), Shopify(), Etsy()
KINDS: dict[type, Kind] = {SimulatedWoo: WOO, SimulatedShopify: SHOPIFY, SimulatedEtsy: ETSY}


def kind_of(sim: Simulated) -> Kind:
    """What kind of shop this is."""
    return KINDS[type(sim)]


def shops_of(seed: int, clock: Clock, *, races: bool, etsy_too: bool = True) -> list[Simulated]:
    """The shops of a seed, in the order in which they are connected. In one seed of three, one of them is an Etsy."""

    def woo(number: int) -> Simulated:
        address = f"https://w{number}.example"
        return SimulatedWoo(clock, seed * 10 + number, name=f"Woo {number}", address=address, races=races)

    def shopify(number: int) -> Simulated:
        made = SimulatedShopify(clock, seed * 10 + number)
        made.names_rows = seed % 2 == 0
        return made

    def etsy(number: int) -> Simulated:
        made = SimulatedEtsy(clock, seed * 10 + number)
        made.gate.per_second, made.gate.per_day = 5, 5_000  # the least that was seen
        made.gate.forgives_old = seed % 2 == 0
        return made

    third = etsy if etsy_too and seed % 3 == 0 else shopify
    makers = (third, woo, shopify) if seed % 9 == 0 else (shopify, woo, third)
    return [make(number) for number, make in enumerate(makers, 1)]


def sign_in_again(world: "World", shop: int) -> None:
    """Etsy wants the seller back: a new sign-in, as by the browser. What else is kept of the shop stays."""
    world.secrets[shop].update(kind_of(world.sims[shop]).access(world.sims[shop], shop).secrets)

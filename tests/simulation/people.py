"""The people of a simulated world: customers who buy, and the seller's hands, here and in the shops."""

from contextlib import suppress
from typing import TYPE_CHECKING

from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment, post_undo
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo

if TYPE_CHECKING:
    from tests.simulation.world import World

SKUS = ("MUG", "BOWL", "PLATE", "VASE", "TILE", "JUG")

Simulated = SimulatedWoo | SimulatedShopify


class People:
    """Everybody who does something to the shops or to the stock."""

    def __init__(self, world: "World") -> None:
        self._world = world

    def buy(self) -> None:
        """A customer buys one or two things somewhere."""
        world = self._world
        shop = world.rng.choice(list(world.sims))
        sim = world.sims[shop]
        wanted = [
            (sim.find(sku), world.rng.choice((1, 1, 1, 2)))
            for sku in world.rng.sample(SKUS, world.rng.choice((1, 1, 2)))
        ]
        if isinstance(sim, SimulatedWoo):
            ref = sim.sell(*wanted, status=world.rng.choice(("processing", "processing", "on-hold", "pending")))
        else:
            ref = sim.sell(*wanted, confirmed=world.rng.random() < 0.9, test=world.rng.random() < 0.05)
        world.counts["sales" if ref else "turned away"] += 1
        if ref:
            world.open_orders.append((shop, ref))

    def seller(self) -> None:
        """The seller ships, cancels, refunds, edits, or changes stock by hand, here or in a shop."""
        world = self._world
        action = world.rng.choice(("ship", "cancel", "refund", "edit", "pay", "adjust", "by hand"))
        if action == "adjust":
            self.adjust()
        elif action == "by hand" and world.rng.random() < 0.15:
            self.edit_by_hand()
        elif world.open_orders and action != "by hand":
            shop, ref = world.rng.choice(world.open_orders)
            self._change_order(world.sims[shop], ref, action)
            world.counts[action] += 1

    def edit_by_hand(self) -> None:
        """Somebody types another number in a shop."""
        world = self._world
        shop, sku = world.rng.choice(list(world.sims)), world.rng.choice(SKUS)
        world.sims[shop].set_stock(world.sims[shop].find(sku), world.rng.randint(0, 9))
        world.edited.add((shop, sku))
        world.counts["edits by hand in a shop"] += 1

    def adjust(self) -> None:
        world = self._world
        world.keys += 1
        sku, batch = world.rng.choice(SKUS), f"adjust-{world.keys}"
        pieces = world.rng.choice((-2, -1, 1, 3, 8))
        kind = EntryKind.RECEIVE if pieces > 1 else EntryKind.ADJUST
        with suppress(PlimsollError):
            post_adjustment(world.db, sku, kind, pieces, reason="found", batch=batch, now=world.now)
            world.counts["adjustments"] += 1
            world.truth.hands[sku] += 1
            if world.rng.random() < 0.3:
                post_undo(world.db, batch, now=world.now)

    def deliver(self) -> None:
        """Goods come in."""
        world = self._world
        world.keys += 1
        pieces, sku = world.rng.choice((5, 20, 60)), world.rng.choice(SKUS)
        post_adjustment(
            world.db, sku, EntryKind.RECEIVE, pieces, reason="delivery", batch=f"in-{world.keys}", now=world.now
        )
        world.counts["deliveries"] += 1

    def _change_order(self, sim: Simulated, ref: str, action: str) -> None:
        world = self._world
        lines = sim.lines(ref)
        if action == "ship":
            with suppress(AssertionError):
                sim.ship(ref)
        elif action == "cancel":
            self._cancel(sim, ref)
        elif action == "pay":
            if isinstance(sim, SimulatedWoo) and sim.order(ref).status in ("pending", "on-hold"):
                sim.pay(ref)
        elif lines:
            self._change_line(sim, ref, world.rng.choice(lines), action)

    def _cancel(self, sim: Simulated, ref: str) -> None:
        world = self._world
        if isinstance(sim, SimulatedWoo):
            sim.cancel(ref)
        else:
            with suppress(AssertionError):  # cancelled before, or partly sent: Shopify refuses
                sim.cancel(ref, restock=world.rng.random() < 0.7)

    def _change_line(self, sim: Simulated, ref: str, line: str, action: str) -> None:
        world = self._world
        if isinstance(sim, SimulatedWoo) and sim.order(ref).status in ("cancelled", "refunded", "trash", "failed"):
            return
        with suppress(AssertionError):
            if action == "refund":
                left = self._refundable(sim, ref, line)
                if left > 0:
                    sim.refund(ref, {line: 1}, restock=world.rng.random() < 0.6)
            elif action == "edit":
                sim.edit_line(ref, line, world.rng.randint(0, 3))

    def _refundable(self, sim: Simulated, ref: str, number: str) -> int:
        if isinstance(sim, SimulatedWoo):
            found = next(line for line in sim.order(ref).lines if str(line.id) == number)
            return found.quantity - found.refunded
        found_line = next(line for line in sim.order(ref).lines if str(line.number) == number)
        return found_line.to_send

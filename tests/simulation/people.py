"""The people of a simulated world: customers who buy, and the seller's hands, here and in the shops."""

from contextlib import suppress
from typing import TYPE_CHECKING

from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment, post_undo
from tests.simulation.kinds import Simulated, kind_of

if TYPE_CHECKING:
    from tests.simulation.world import World

SKUS = ("MUG", "BOWL", "PLATE", "VASE", "TILE", "JUG")


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
        ref = kind_of(sim).buy(sim, wanted, world.rng)
        world.counts["sales" if ref else "turned away"] += 1
        if ref:
            world.open_orders.append((shop, ref))

    def buy_here(self, shop: int, ref: str, pieces: int = 1) -> None:
        """A customer buys so many of this, just now."""
        world = self._world
        order = kind_of(world.sims[shop]).buy(world.sims[shop], [(ref, pieces)], world.rng)
        world.counts["bought while it was written"] += order is not None
        if order:
            world.open_orders.append((shop, order))

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

    def make_anew(self) -> None:
        """Somebody deletes a product in a shop and makes it again, under the same SKU."""
        world = self._world
        shop, sku = world.rng.choice(list(world.sims)), world.rng.choice(SKUS)
        sim = world.sims[shop]
        sim.delete_product(sim.find(sku))
        sim.add_product(sku, world.rng.randint(0, 9))
        world.edited.add((shop, sku))
        world.counts["made anew in a shop"] += 1

    def adjust(self, sku: str = "") -> None:
        """The seller finds or loses some pieces, of anything where it is not said of what."""
        world = self._world
        world.keys += 1
        sku, batch = sku or world.rng.choice(SKUS), f"adjust-{world.keys}"
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
        rng, kind, lines = self._world.rng, kind_of(sim), sim.lines(ref)
        if action == "ship":
            kind.ship(sim, ref)
        elif action == "cancel":
            kind.cancel(sim, ref, rng)
        elif action == "pay":
            kind.pay(sim, ref)
        elif lines and action == "refund":
            kind.refund(sim, ref, rng.choice(lines), rng)
        elif lines:
            kind.edit(sim, ref, rng.choice(lines), rng)

"""A small world with one incident in it: three shops, a mug, a bowl and a set of both, real lanes and a virtual clock.

What happens is a list of moments. A moment may fall inside a call: the buyer is then faster than the call.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import httpx

from app.core.changes import Changes
from app.core.places import Choice
from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment, post_link
from app.rules import post_choice
from app.store import catalog, evidence, listings, pushes, settings, shops
from app.store.catalog import Product
from app.store.database import transaction
from tests.simulation.kinds import Simulated, kind_of
from tests.simulation.world import World

MUG, BOWL, SET = "MUG", "BOWL", "SET"
STOCK = {MUG: 14, BOWL: 60}
TWIN = "MUG-OLD"  # a second listing of the mug that nobody linked


class Scene(World):
    """The world of one seed. `off` is the computer; `at` puts something into the calendar."""

    etsy_too = relayed = False

    def __init__(self, seed: int, folder: Path, name: str = "") -> None:
        self.calendar: list[tuple[float, int, Callable[[], None]]] = []
        self.due: dict[int, float] = {}
        self.off = False
        folder = folder / (name or str(seed))
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(seed, folder)

    # --- set-up -----------------------------------------------------------------------------------------------------

    def _connect(self, sim: Simulated) -> None:
        number = len(self.sims) + 1
        for sku, pieces in STOCK.items():
            sim.add_product(sku, pieces)
        if number != 2:
            sim.add_product(SET, STOCK[MUG])
        if number == 2:
            sim.add_product(TWIN, 3)
        channel = "woocommerce" if number == 2 else "shopify"
        options = {} if number == 2 else {"location": sim.main}
        with transaction(self.db):
            kept = shops.add(
                self.db, channel=channel, name=f"{channel} {number}", letter=channel[0], options=options, now=self.now
            )
        self.sims[kept] = sim
        self.secrets[kept] = dict(kind_of(sim).access(sim, kept).secrets)
        sim.bells.append(lambda topic, ref, shop=kept: self._ring(shop, topic, ref))

    def setup(self) -> None:
        """Look, link, count, go live."""
        self.quiet(rounds=3)
        with transaction(self.db):
            for sku in (MUG, BOWL, SET):
                catalog.add_product(self.db, Product(sku=sku, title=sku.title()), now=self.now)
            catalog.set_parts(self.db, SET, {MUG: 1, BOWL: 1})
        for sku, pieces in STOCK.items():
            post_adjustment(self.db, sku, EntryKind.COUNT, pieces, reason="start", batch=f"s/{sku}", now=self.now)
        for shop in self.sims:
            for row in listings.listings_of_shop(self.db, shop):
                if row.sku != TWIN:
                    post_link(self.db, row.id, row.sku, now=self.now)
        for sku in (MUG, BOWL):
            post_choice(self.db, sku, Choice.SHARE, now=self.now)
        for shop in self.sims:
            with transaction(self.db):
                shops.set_mode(self.db, shop, "live", now=self.now)
                pushes.mark_shop_due(self.db, shop, now=self.now)
                settings.put(self.db, settings.POLL_S, 60, shop=shop, now=self.now)
            self.heard.expect(shop)
        self.quiet(rounds=4)

    # --- the calendar -----------------------------------------------------------------------------------------------

    def at(self, seconds: float, what: Callable[[], None]) -> None:
        """So many seconds after now this happens."""
        when = self.now.timestamp() + seconds
        self.calendar.append((when, len(self.calendar), what))
        self.calendar.sort(key=lambda one: one[:2])

    def play(self, seconds: float) -> None:
        """Let so much time pass."""
        end = self.now.timestamp() + seconds
        while self.now.timestamp() < end:
            self._fire()
            if not self.off:
                self._step()
            upcoming = [self.calendar[0][0]] if self.calendar else []
            lanes = [] if self.off else list(self.due.values())
            after = min([end, *upcoming, *lanes])
            self.now += timedelta(seconds=max(0.05, after - self.now.timestamp()))

    def _step(self) -> None:
        for shop, lane in self.lanes.items():
            if self.due.get(shop, 0.0) <= self.now.timestamp():
                wait = lane.step()
                self.due[shop] = self.now.timestamp() + wait
        self._keep_house()

    def _fire(self) -> None:
        while self.calendar and self.calendar[0][0] <= self.now.timestamp():
            self.calendar.pop(0)[2]()

    def _call(self, shop: int, request: httpx.Request) -> httpx.Response:
        self.now += timedelta(seconds=self.rng.uniform(0.1, 0.5))
        self._fire()
        return self.sims[shop].handle(request)

    def _ring(self, shop: int, topic: str, ref: str) -> None:
        super()._ring(shop, topic, ref)
        self.due[shop] = 0.0

    def _tell(self, changes: Changes) -> None:
        for shop in changes.due:
            self.due[shop] = 0.0

    def switch_on(self) -> None:
        """The computer is on again."""
        self.off = False
        self.due.clear()

    # --- people -----------------------------------------------------------------------------------------------------

    def buy(self, shop: int, sku: str = MUG, pieces: int = 1, **more: object) -> str | None:
        """Somebody buys; the order, None when the shop shows too few."""
        sim = self.sims[shop]
        return sim.sell((sim.find(sku), pieces), **more)  # type: ignore[arg-type]

    def shows(self, shop: int, sku: str = MUG) -> int:
        """What buyers see."""
        return self.sims[shop].quantity(self.sims[shop].find(sku)) or 0

    def type_in(self, shop: int, pieces: int, sku: str = MUG) -> None:
        """Somebody types a number into a shop."""
        self.sims[shop].set_stock(self.sims[shop].find(sku), pieces)

    def hold_back(self, pieces: int, sku: str = MUG) -> None:
        """The seller holds so many back of a product from now on."""
        from app.rules import post_limit

        for shop in post_limit(self.db, settings.HELD_BACK, pieces, sku=sku, now=self.now).due:
            self.due[shop] = 0.0

    def by_hand(self, pieces: int, sku: str = MUG) -> None:
        """The seller corrects the stock in Plimsoll."""
        self.keys += 1
        with suppress(PlimsollError):
            changes = post_adjustment(
                self.db, sku, EntryKind.ADJUST, pieces, reason="broken", batch=f"hand-{self.keys}", now=self.now
            )
            self._tell(changes)

    def link_twin(self) -> None:
        """The seller links the forgotten listing."""
        row = next(row for row in listings.listings_of_shop(self.db, 2) if row.sku == TWIN)
        self._tell(post_link(self.db, row.id, MUG, now=self.now))

    # --- what came of it --------------------------------------------------------------------------------------------

    def incident(self) -> int | None:
        """The number of the mug's incident."""
        row = self.db.execute(
            "select incident.id from incident join product on product.id = product_id where sku = ? order by 1", (MUG,)
        ).fetchone()
        return row[0] if row else None

    def facts(self):
        """What the database knows of it."""
        number = self.incident()
        return evidence.gather(self.db, number, now=self.now) if number is not None else None

    def pieces_over(self) -> int:
        """Pieces that were not there when they were booked, in all."""
        row = self.db.execute(
            "select coalesce(sum(pieces), 0) from incident_claim join incident on incident.id = incident_id"
            " join product on product.id = product_id where sku = ?",
            (MUG,),
        ).fetchone()
        return int(row[0])

    def forget(self) -> None:
        """The records of what was said and seen are gone."""
        self.db.execute("drop trigger outside_edit_never_goes")
        self.db.execute("drop trigger edit_decision_never_goes")
        for table in ("edit_decision", "outside_edit", "channel_call", "confirmation", "promise", "doorbell", "lag"):
            self.db.execute(f"delete from {table}")

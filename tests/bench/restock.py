"""How long a big restock takes: 2,000 listings from 0 to what is there, against the arithmetic minimum of each channel.

Simulated time: every call takes so long as stated, and waiting costs what a lane asks for. Real lanes, store and
connectors. In the middle one product sells out elsewhere: how many calls pass before its number is lowered?
"""

import random
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx

from app.core.changes import Changes
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import catalog, ledger, settings, shops
from app.store.catalog import Product
from app.store.database import connection, transaction
from app.sync.desk import Desk, Heard
from app.sync.lane import ShopLane
from tests.bench.figure import figure
from tests.contract.stages import EtsyStage, ShopifyStage, Stage, WooStage
from tests.life import NOW, add_listing, add_shop, fresh

LISTINGS, PIECES = 2000, 10
RATIO_AIM, URGENT_AIM = 1.2, 1
STEPS_MAX = 200_000
SOON_S = (
    10.0  # a lane that waits for less has not read everything: orders that explain the listings come a little later
)


@dataclass(frozen=True)
class Case:
    """A channel, how long one call of its takes, and the least that a restock can take, in seconds."""

    stage: type[Stage]
    call_s: float
    least_s: float
    sum: str


CASES = {
    "shopify": Case(ShopifyStage, 0.25, 8 * 0.25, "8 mutations of 250 rows"),
    "woocommerce": Case(WooStage, 0.25, 20 * 3 * 0.25 / 2, "20 batches of read, write, read, two in flight"),
    "etsy": Case(EtsyStage, 0.1, (2 * LISTINGS + 20) * 0.1, "a GET and a PUT each, 20 batch reads, 10 calls a second"),
}


class Restock:
    """One shop, its lane, and a clock that calls and waiting move."""

    def __init__(self, case: Case, folder: Path) -> None:
        self.stage = case.stage()
        self.db = fresh(folder)
        self.shop = add_shop(self.db, channel=self.stage.key)
        self.calls: list[str] = []
        self._fill()
        settings.put_fact(self.db, settings.SENDER, "bench")
        way = self.stage.wire.instead

        def timed(request: httpx.Request) -> httpx.Response | None:
            self.stage.time.forward(case.call_s)
            self.calls.append(request.method)
            return way(request)

        self.stage.wire.instead = timed
        heard = Heard()
        heard.expect(self.shop.id)
        desk = Desk(
            db=connection(folder / "inventory.db", synchronous="off"), channel=self.stage.channel,
            shop_id=self.shop.id, clock=self.stage.time, tell=_nobody, heard=heard, installation="bench",
            new_key=self._key, rng=random.Random(1), calls=[], at_once=self._at_once,
        )  # fmt: skip
        self.lane, self._keys = ShopLane(desk), 0

    def _at_once(self, calls):
        """Calls beside each other: all begin now, and it takes as long as the slowest."""
        began, ends, found = self.stage.time.at, [], []
        for call in calls:
            self.stage.time.at = began
            found.append(call())
            ends.append(self.stage.time.at)
        self.stage.time.at = max(ends, default=began)
        return found

    def _key(self) -> str:
        self._keys += 1
        return f"key-{self._keys}"

    def _fill(self) -> None:
        self.stage.be_generous()
        with transaction(self.db):
            for number in range(LISTINGS):
                sku = f"P{number:04}"
                catalog.add_product(self.db, Product(sku=sku, title=sku), now=NOW)
        for number in range(LISTINGS):
            sku = f"P{number:04}"
            ref = self.stage.shop.add_product(sku, 1)
            add_listing(self.db, self.shop, sku, shows=1, ref=ref)
            post_adjustment(self.db, sku, EntryKind.COUNT, 1, reason="counted", batch=f"c/{sku}", now=NOW)

    def step(self) -> bool:
        """One unit of the lane's work; False when nothing is left to send."""
        wait = self.lane.step()
        if self._waiting() and wait > 0:
            self.stage.time.forward(min(wait, 60.0))
        return self._waiting()

    def _waiting(self) -> bool:
        return bool(
            self.db.execute(
                "select exists (select 1 from push where state in ('due', 'retrying', 'in_flight'))"
            ).fetchone()[0]
        )

    def settle(self) -> None:
        """Read what there is to read first: the restock itself is what is measured."""
        for _ in range(STEPS_MAX):
            wait = self.lane.step()
            row = shops.shop(self.db, self.shop.id)
            if (
                row
                and row.opened
                and row.listings_read_at
                and row.orders_read_at
                and not self._waiting()
                and wait > SOON_S
            ):
                return
            self.stage.time.forward(min(max(wait, 0.01), 30.0))
        raise AssertionError("the shop was never read")

    def deliver(self) -> None:
        """Everything is there at once."""
        levels = ledger.levels(self.db, [f"P{number:04}" for number in range(LISTINGS)])
        for sku in levels:
            post_adjustment(
                self.db, sku, EntryKind.RECEIVE, PIECES - 1, reason="delivery", batch=f"d/{sku}",
                now=self.stage.time(),
            )  # fmt: skip


def _nobody(_changes: Changes) -> None:
    """News are told to nobody."""


def _play(name: str, case: Case) -> None:
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-") as made:
        play = Restock(case, Path(made))
        play.settle()
        play.deliver()
        began, urgent = play.stage.time(), None
        play.calls.clear()
        for step in range(STEPS_MAX):
            if not play.step():
                break
            if step == 3:
                urgent = _sell_out(play)
        took = (play.stage.time() - began) / timedelta(seconds=1)
    figure(f"restock-ratio-{name}", took / case.least_s, "ratio", at_most=RATIO_AIM)
    figure(f"restock-seconds-{name}", took, f"s, least {case.least_s:g}: {case.sum}")
    figure(f"restock-calls-{name}", len(play.calls), "calls")
    if urgent is not None:
        figure(f"restock-urgent-calls-{name}", urgent, "calls", at_most=URGENT_AIM)


def _sell_out(play: Restock) -> int:
    """A product that already shows its new number is counted to nothing: the calls until that is written."""
    row = play.db.execute(
        "select listing.id, listing.sku from listing join push on listing_id = listing.id"
        " where state = 'acknowledged' and listing.believed > 1 order by listing.id limit 1"
    ).fetchone()
    if row is None:
        return 0
    listing, sku = row
    post_adjustment(play.db, sku, EntryKind.COUNT, 0, reason="counted", batch="urgent", now=play.stage.time())
    before = len(play.calls)
    for _ in range(STEPS_MAX):
        was = len(play.calls)
        play.step()
        state = play.db.execute("select state from push where listing_id = ?", (listing,)).fetchone()[0]
        if state == "acknowledged":
            return was - before
    raise AssertionError("it was never written")


def run() -> None:
    """Play every channel."""
    for name, case in CASES.items():
        _play(name, case)

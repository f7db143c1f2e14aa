"""An Etsy listing that is off sale: who puts it on again, and when that costs a fee."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.channel import Off, WriteOutcome
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import listings, pushes, shops
from app.store.database import transaction
from app.store.sqlite import Connection
from tests.contract.stages import EtsyStage, ShopifyStage, WooStage
from tests.life import add_listing, add_product, add_shop, fresh, share
from tests.sync.fake import Bench


class Etsy:
    """One listing at a simulated Etsy, and the lane that keeps it."""

    def __init__(self, folder: Path, quantity: int) -> None:
        self.stage = EtsyStage()
        self.sim = self.stage.shop
        self.ref = self.sim.add_product("MUG", max(1, quantity))
        self.db: Connection = fresh(folder)
        self.shop = add_shop(self.db, channel="etsy")
        add_product(self.db, "MUG", quantity)
        share(self.db, "MUG")
        self.listing = add_listing(self.db, self.shop, "MUG", ref=self.ref, shows=max(1, quantity))
        with transaction(self.db):
            shops.set_mode(self.db, self.shop.id, "live", now=self.stage.time())
        channel: Any = self.stage.channel
        self.bench = Bench(folder, self.shop.id, channel)
        self.go()

    def go(self, seconds: float = 120) -> None:
        """Time passes for both; the lane does what is due."""
        for _ in range(4):
            self.stage.time.forward(seconds / 4)
            self.bench.now = self.stage.time()
            for _ in range(200):
                if self.bench.lane.step() > 0:
                    break

    def stock(self, pieces: int) -> None:
        kind = EntryKind.COUNT
        post_adjustment(self.db, "MUG", kind, pieces, reason="count", batch=f"b{self.stage.time()}", now=self.bench.now)
        self.go()

    def press(self) -> None:
        with transaction(self.db):
            listings.press(self.db, self.listing)
            pushes.mark_listings_due(self.db, [self.listing], now=self.bench.now)
        self.go()

    def row(self) -> listings.ListingRow:
        row = listings.listing(self.db, self.listing)
        assert row is not None
        return row

    def state(self) -> tuple[str, int | None]:
        return self.sim.listing(self.ref).state, self.sim.quantity(self.ref)


@pytest.fixture
def etsy(tmp_path: Path) -> Iterator[Etsy]:
    made = Etsy(tmp_path, 5)
    yield made
    made.bench.lane.close()
    made.db.close()


def test_what_plimsoll_took_off_says_so_and_comes_back_by_itself(etsy: Etsy) -> None:
    etsy.stock(0)
    assert etsy.state() == ("inactive", 0)
    assert etsy.row().off == Off.PARKED
    etsy.stock(4)
    assert etsy.state() == ("active", 4)
    assert (etsy.row().off, etsy.row().state, etsy.sim.renewals) == ("", "acknowledged", 0)


def test_what_is_sold_out_costs_a_fee_and_waits_for_the_press(etsy: Etsy) -> None:
    assert etsy.sim.sell((etsy.ref, 5))
    etsy.go()
    etsy.stock(8)
    assert etsy.row().off == Off.SOLD_OUT
    assert etsy.state() == ("sold_out", 0)
    assert (etsy.row().state, etsy.sim.renewals) == ("refused", 0)
    assert "for a fee" in etsy.row().words
    etsy.press()
    assert etsy.state() == ("active", 3)
    assert (etsy.row().state, etsy.row().off, etsy.sim.renewals) == ("acknowledged", "", 1)
    etsy.go()
    assert etsy.sim.renewals == 1, "pressed once"


def test_what_the_seller_switched_off_stays_off_until_the_press(etsy: Etsy) -> None:
    etsy.sim.set_state(etsy.ref, "inactive")
    with transaction(etsy.db):
        etsy.db.execute("update listing set look_at = '2020-01-01T00:00:00.000Z'")
    etsy.go()
    assert etsy.row().off == Off.SWITCHED_OFF
    etsy.stock(7)
    assert etsy.sim.listing(etsy.ref).state == "inactive"
    etsy.press()
    assert etsy.state() == ("active", 7)
    assert etsy.sim.renewals == 0


def test_a_press_that_etsy_refuses_is_told_and_not_repeated(etsy: Etsy) -> None:
    assert etsy.sim.sell((etsy.ref, 5))
    etsy.go()
    etsy.stock(8)
    etsy.sim.delete_product(etsy.ref)
    etsy.press()
    assert etsy.row().gone_at is not None
    assert etsy.db.execute("select pressed from listing").fetchone() == (0,)


def test_what_is_pressed_stays_due_though_its_number_is_right(etsy: Etsy) -> None:
    """Stock that moves meanwhile must not take the press back: the number is shown, but it is not on sale."""
    with transaction(etsy.db):
        listings.press(etsy.db, etsy.listing)
        pushes.mark_listings_due(etsy.db, [etsy.listing], now=etsy.bench.now)
        etsy.db.execute("update listing set believed = 7")
    post_adjustment(etsy.db, "MUG", EntryKind.COUNT, 7, reason="count", batch="b", now=etsy.bench.now)
    assert etsy.row().state == "due"


@pytest.mark.parametrize("kind", [WooStage, ShopifyStage])
def test_other_channels_say_that_they_cannot(kind: type[WooStage | ShopifyStage]) -> None:
    stage = kind()
    mug = stage.shop.add_product("MUG", 3)
    assert stage.channel.put_on_sale(mug, 3).outcome is WriteOutcome.REFUSED
    assert stage.channel.info.presses == {}
    assert stage.wire.requests == []
    stage.channel.close()

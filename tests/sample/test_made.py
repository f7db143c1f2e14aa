"""The sample shop as it is made: what the start page and the README promise of it, and the numbers of the design."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.paths import resource
from app.sample import shop as sample
from app.sample.shop import INVENTORY, SampleShop, make_sample
from app.store import incidents, ledger, pushes, settings, shops
from app.store.database import connection
from app.store.moments import moment
from app.store.sqlite import Connection
from tests.life import NOW  # the moment of the design's pictures


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: that takes seconds."""
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder / INVENTORY, now=NOW)
    return folder


@pytest.fixture
def db(folder: Path) -> Iterator[Connection]:
    db = connection(folder / INVENTORY)
    yield db
    db.close()


def test_84_products_end_with_the_numbers_of_the_design(db: Connection) -> None:
    wanted = json.loads(resource("sample/kiln-and-tide.json").read_text(encoding="utf-8"))["products"]
    ends = {
        row[0]: row[1:]
        for row in db.execute(
            "select sku, on_hand, committed, floor, reorder_point from product join stock_level"
            " on product_id = product.id"
        )
    }
    assert len(ends) == len(wanted) == 84
    for one in wanted:
        sums = ends[one["sku"]][:2] if one.get("parts") else (one["on_hand"], one["committed"])
        assert ends[one["sku"]] == (*sums, one["floor"], one["reorder"]), one["sku"]
    assert ledger.levels_that_disagree(db) == []
    assert settings.fact(db, settings.NAME) == "Kiln & Tide"


def test_sixty_days_of_history_end_at_the_given_moment(db: Connection) -> None:
    first, last = map(
        moment, db.execute("select min(recorded_at), max(recorded_at) from stock_entry where reason != ''").fetchone()
    )
    (newest,) = db.execute("select max(recorded_at) from stock_entry").fetchone()
    sold = db.execute("select count(distinct date(recorded_at)) from stock_entry where kind = 'commit'").fetchone()
    assert timedelta(days=59) <= NOW - first <= timedelta(days=61), (first, last)
    assert timedelta(0) <= NOW - moment(newest) < timedelta(hours=2)
    assert sold[0] >= 55, "somebody buys on nearly every day"


def test_two_connected_shops_and_a_stall_show_their_offers(db: Connection) -> None:
    found = {shop.channel: shop for shop in shops.shops(db)}
    assert {channel: shop.by_hand for channel, shop in found.items()} == {
        "shopify": False,
        "woocommerce": False,
        "stall": True,
    }
    (oversold,) = [row for row in incidents.incidents(db) if row.closed_at is None]
    assert (oversold.id, oversold.short) == (7, 3)
    for channel, other in (("shopify", 1), ("woocommerce", 1)):
        slots = pushes.offers(db, found[channel].id, now=NOW)
        assert len(slots) == 84
        assert sum(slot.believed != slot.offer.quantity for slot in slots) == other, "one that somebody else changed"
    words = db.execute("select distinct words from channel_call where status = 429").fetchall()
    assert words == [("Too many requests. Try again later.",)], "WooCommerce refused for a while"


def test_it_is_made_once_and_what_was_half_made_is_made_again(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def make(path: Path, **_: object) -> None:
        made.append(path)
        path.write_bytes((folder / INVENTORY).read_bytes())

    monkeypatch.setattr(sample, "make_sample", make)
    place = tmp_path / "sample"
    place.mkdir()
    (place / f"{INVENTORY}.part").write_bytes(b"half")
    for _ in range(2):
        one = SampleShop(place, clock=lambda: NOW)
    assert made == [place / INVENTORY]
    one.throw_away()
    assert not place.exists()
    SampleShop(place, clock=lambda: NOW)
    assert len(made) == 2


def test_woocommerce_refuses_for_a_while_and_customers_go_on_buying(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / INVENTORY).write_bytes((folder / INVENTORY).read_bytes())
    shop = SampleShop(tmp_path, clock=lambda: NOW)
    rung: list[int] = []
    shop.start(lambda number, bells: rung.append(number), customers=False)
    faults = shop.sims[shop.shop_of("woocommerce")].faults
    refused: list[bool] = []
    waits = iter([False] * 16)
    monkeypatch.setattr(shop._stopping, "wait", lambda _: next(waits, True))
    buy = shop.buy

    def bought() -> None:
        refused.append(faults.throttled)
        buy()

    monkeypatch.setattr(shop, "buy", bought)
    shop._let_them_buy()
    monkeypatch.undo()
    shop.stop()
    assert (refused[0], any(refused), refused[-1]) == (False, True, False)
    assert set(rung) == set(shop.sims), "both sell, and ring"

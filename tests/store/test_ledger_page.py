"""The whole ledger page by page: every filter finds what looking at each row finds, and pages join without a seam."""

import random
from datetime import timedelta

import pytest

from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import ledger_page
from app.store.ledger_page import BY_HAND, Asked, Search
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order

SEED = 20260514
SKUS = ("MUG-RED", "MUG-BLUE", "PLATE-22", "BOWL-8")


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    """A few hundred rows of every kind, two shops, some weeks."""
    db, rng = fresh(tmp_path_factory.mktemp("ledger")), random.Random(SEED)
    print(f"seed {SEED}")
    shops = [add_shop(db), add_shop(db, channel="shopify", name="Shopify", letter="S")]
    db.execute("update shop set connected_at = '2025-01-01T00:00:00.000Z'")
    for sku in SKUS:
        add_product(db, sku, 50)
        for shop in shops:
            add_listing(db, shop, sku, shows=50)
    for number in range(60):
        at = NOW + timedelta(hours=7 * number)
        sku, shop = rng.choice(SKUS), rng.choice(shops)
        if number % 6 == 5:
            kind = rng.choice((EntryKind.RECEIVE, EntryKind.COUNT, EntryKind.ADJUST))
            post_adjustment(db, sku, kind, 9, reason="found", batch=f"b{number}", now=at)
            continue
        ref = f"#{1000 + number}" if shop is shops[1] else f"{2000 + number}"
        post_order(db, shop, order(ref, line(sku, 2), at=420 * number, placed=420 * number), now=at)
        if number % 3 == 0:
            sent = line(sku, 0, shipped=2) if number % 2 else line(sku, 0)
            later = at + timedelta(minutes=5)
            post_order(db, shop, order(ref, sent, at=420 * number + 5, placed=420 * number), now=later)
    yield db
    db.close()


def everything(db):
    return Search(db, Asked()).page(limit=10_000)


def found(db, asked, limit=7):
    return [row.entry.seq for page in Search(db, asked).pages(limit=limit) for row in page]


CASES = {
    "kind": (Asked(kind=EntryKind.COMMIT), lambda one: one.kind is EntryKind.COMMIT),
    "rare": (Asked(kind=EntryKind.RELEASE), lambda one: one.kind is EntryKind.RELEASE),
    "shop": (Asked(shop=2), lambda one: one.shop_id == 2),
    "hand": (Asked(shop=BY_HAND), lambda one: one.shop_id is None),
    "words": (Asked(words="mug"), lambda one: one.sku.startswith("MUG")),
    "short": (Asked(words="8"), lambda one: "8" in one.sku),
    "two": (Asked(words="mug blu"), lambda one: one.sku == "MUG-BLUE"),
    "none": (Asked(words="nowhere"), lambda one: False),
    "order": (Asked(order="101"), lambda one: one.order.startswith("#101")),
    "hash": (Asked(order="#1010"), lambda one: one.order == "#1010"),
    "no order": (Asked(order="99"), lambda one: False),
    "only the sign": (Asked(order="#"), lambda one: False),
    "all": (
        Asked(words="mug", kind=EntryKind.COMMIT, shop=1, order="20"),
        lambda one: one.sku.startswith("MUG") and one.kind is EntryKind.COMMIT and one.shop_id == 1
        and one.order.startswith("20"),
    ),
    "days": (
        Asked(since=NOW + timedelta(days=3), until=NOW + timedelta(days=6)),
        lambda one: NOW + timedelta(days=3) <= one.recorded_at < NOW + timedelta(days=6),
    ),
    "days of a shop": (
        Asked(since=NOW + timedelta(days=3), shop=2, kind=EntryKind.SHIP),
        lambda one: one.recorded_at >= NOW + timedelta(days=3) and one.shop_id == 2 and one.kind is EntryKind.SHIP,
    ),
}  # fmt: skip


@pytest.mark.parametrize("few", [True, False], ids=["few", "common"])
@pytest.mark.parametrize("name", list(CASES))
def test_a_filter_finds_what_looking_finds(db, name, few, monkeypatch):
    monkeypatch.setattr(ledger_page, "FEW", 500 if few else 0)
    asked, passes = CASES[name]
    wanted = [row.entry.seq for row in everything(db) if passes(row.entry)]
    assert bool(wanted) is (name not in ("none", "no order", "only the sign"))
    assert found(db, asked) == wanted


def test_pages_join_without_a_seam_and_the_newest_is_first(db):
    whole = [row.entry.seq for row in everything(db)]
    assert whole == sorted(whole, reverse=True)
    assert found(db, Asked(), limit=13) == whole


def test_a_row_has_its_title_and_its_open_incident(db):
    row = next(row for row in everything(db) if row.entry.order)
    assert row.title == row.entry.sku.title()
    short = add_product(db, "LAST", 1)
    shop = add_shop(db, name="Third", letter="T")
    add_listing(db, shop, "LAST", shows=1)
    incident = post_order(db, shop, order("9000", line("LAST", 3)), now=NOW + timedelta(days=40)).incidents
    newest = Search(db, Asked(words="last")).page(limit=1)[0]
    assert short
    assert frozenset({newest.incident}) == incident
    assert row.incident is None

"""What Inventory finds, in which order, and what it says of a row: held against a search that a child could check."""

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.core.deliveries import Terms
from app.core.stock import EntryKind, Status
from app.posting import post_adjustment, post_order
from app.store import catalog, deliveries, inventory, listings, looks, settings, suppliers
from app.store.catalog import Product
from app.store.database import transaction
from app.store.inventory import ProductRow, Question
from app.store.meant import meant
from app.store.moments import stamp
from app.store.question import FILTERS, SORTS
from app.store.sqlite import Connection
from app.ui.inventory.phrases import row_sentences, status_words
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order

SEEDS = range(6)
WORDS = [
    "Speckled",
    "kelp",
    "Oatmeal",
    "tide",
    "bowl",
    "mug",
    "plate",
    "22 cm",
    "Émail",
    "öl",
    "Ж",
    "100 %",
    "a_b",
    "c\\d",
]


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


def random_inventory(db: Connection, rng: random.Random, products: int = 120) -> None:
    numbers = list(range(products))
    rng.shuffle(numbers)
    with transaction(db):
        supplier = suppliers.add(db, Terms(name="Fern"), now=NOW)
        for number in numbers:
            title = " ".join(rng.sample(WORDS, rng.randint(1, 3)))
            barcode = rng.choice([None, f"50601{number:08d}"])
            sku = f"{rng.choice('ABC')}{rng.choice(['X', 'é', '-'])}-{number:03d}"
            row = catalog.add_product(db, Product(sku=sku, title=title, barcode=barcode), now=NOW)
            counted = rng.choice([None, stamp(NOW - timedelta(days=rng.randint(0, 120)))])
            db.execute(
                "update stock_level set on_hand = ?, committed = ?, started = ?, floor = ?, reorder_point = ?,"
                " differs = ?, places = ?, counted_at = ? where product_id = ?",
                (
                    rng.randint(0, 12),
                    rng.randint(0, 6),
                    rng.random() < 0.85,
                    rng.choice([None, *range(6)]),
                    rng.choice([None, *range(3, 12)]),
                    int(rng.random() < 0.1),
                    rng.randint(0, 4),
                    counted,
                    row,
                ),
            )
            if rng.random() < 0.3:
                line = deliveries.add(db, supplier=supplier, product=row, pieces=6, ordered_at=NOW, batch="o/1")
                db.execute("update delivery set arrived = ? where id = ?", (rng.choice([0, 5, 6]), line))
                if rng.random() < 0.2:
                    deliveries.end(db, [line], deliveries.NOT_COMING, now=NOW)


# The same questions asked of plain rows


def passes(row: ProductRow, key: str, differs: bool, places: int) -> bool:
    a_while_ago = NOW - timedelta(days=60)
    rules: dict[str, Callable[[], bool]] = {
        "oversold": lambda: row.started and row.available < 0,
        "floor": lambda: row.started and row.floor is not None and row.available <= row.floor,
        "reorder": lambda: row.started and row.reorder_point is not None and row.available <= row.reorder_point,
        "on_order": lambda: row.on_order > 0,
        "differs": lambda: differs,
        "places": lambda: row.started and places > 1 and places > row.available,
        "uncounted": lambda: row.counted_at is None or row.counted_at < a_while_ago,
    }
    return rules[key]()


def holds(row: ProductRow, barcode: str | None, word: str) -> bool:
    return any(word.casefold() in str(text or "").casefold() for text in (row.sku, row.title, barcode))


def place(row: ProductRow, sort: str) -> tuple[Any, ...]:
    """What a row sorts by; ties are broken apart, below."""
    match sort:
        case "attention":
            return (list(Status).index(row.status),)
        case "sku":
            return (row.sku.encode(),)
        case "title":
            return (row.title.encode().lower(),)  # NOCASE folds ASCII only
        case "floor":
            return (row.floor,)
        case "reorder":
            return (row.reorder_point,)
    return (getattr(row, sort),)


def by_hand(db: Connection, question: Question) -> list[int]:
    everything = [number for (number,) in db.execute("select id from product")]
    rows = inventory.rows(db, everything, now=NOW)
    differing = {number for (number,) in db.execute("select product_id from stock_level where differs > 0")}
    places = dict(db.execute("select product_id, places from stock_level"))
    barcodes = dict(db.execute("select id, barcode from product"))
    found = [
        row
        for row in rows.values()
        if all(passes(row, key, row.id in differing, places[row.id]) for key in question.filters)
        and all(holds(row, barcodes[row.id], word) for word in question.words.split())
    ]
    found.sort(key=lambda row: row.sku.encode() if question.sort == "attention" else row.id)
    known = [row for row in found if None not in place(row, question.sort)]
    known.sort(key=lambda row: place(row, question.sort), reverse=question.descending)
    if question.sort in ("on_hand", "committed", "available"):
        known.sort(key=lambda row: not row.started)
    if question.descending and question.sort != "attention":  # ties stay in the order of their numbers
        known = stable_descending(known, question.sort)
    return [row.id for row in (*known, *(row for row in found if None in place(row, question.sort)))]


def stable_descending(rows: list[ProductRow], sort: str) -> list[ProductRow]:
    rows = sorted(rows, key=lambda row: row.id)
    rows.sort(key=lambda row: place(row, sort), reverse=True)
    if sort in ("on_hand", "committed", "available"):
        rows.sort(key=lambda row: not row.started)
    return rows


def random_question(rng: random.Random) -> Question:
    words = rng.sample(WORDS, rng.choice([0, 0, 1, 1, 2]))
    shown = " ".join(word[rng.randrange(2) : rng.randint(2, 6)] for word in words)
    return Question(
        words=rng.choice([shown, shown.upper(), shown.lower(), "%", "_", "\\", '"', "zz", "0601", "-01"]),
        filters=frozenset(rng.sample(sorted(FILTERS), rng.choice([0, 0, 1, 2]))),
        sort=rng.choice(SORTS),
        descending=rng.random() < 0.5,
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_every_question_is_answered_as_by_hand(db: Connection, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    random_inventory(db, rng)
    for _ in range(120):
        question = random_question(rng)
        expected = by_hand(db, question)
        assert list(inventory.everything(db, question, now=NOW)) == expected, (seed, question)
        assert list(inventory.everything(db, question, now=NOW, common=True)) == expected, (seed, question)
        # however few "few" are, the first screenful is the beginning of the whole list
        monkeypatch.setattr(inventory, "FEW", rng.choice([0, 3, 20, 500]))
        found = inventory.find(db, question, now=NOW, limit=10)
        assert list(found.numbers)[:10] == expected[:10], (seed, question)
        assert not found.whole or list(found.numbers) == expected, (seed, question)
        assert list(inventory.first(db, question, now=NOW, limit=5)) == expected[:5], (seed, question)


def test_the_totals_count_what_each_filter_finds(db: Connection) -> None:
    random_inventory(db, random.Random(1))
    totals = inventory.totals(db, now=NOW)
    for key in FILTERS:
        found = by_hand(db, Question(filters=frozenset({key})))
        assert getattr(totals, key) == len(found), key
    assert totals.all == inventory.size(db) == 120


def test_a_row_says_what_is_on_order(db: Connection) -> None:
    mug = add_product(db, "MUG", 3)
    with transaction(db):
        settings.put(db, settings.REORDER_POINT, 5, product=mug, now=NOW)
        supplier = suppliers.add(db, Terms(name="Fern"), now=NOW)
    row = inventory.rows(db, [mug], now=NOW)[mug]
    assert (row.on_order, status_words(row, ())) == (0, "Reorder")
    with transaction(db):
        for pieces in (6, 12):
            deliveries.add(db, supplier=supplier, product=mug, pieces=pieces, ordered_at=NOW, batch="o/1")
    row = inventory.rows(db, [mug], now=NOW)[mug]
    assert (row.on_order, status_words(row, ())) == (18, "On order")
    assert row_sentences(row, ()).endswith("18 pieces are on order.")


def test_an_empty_inventory_finds_nothing(db: Connection) -> None:
    for sort in SORTS:
        assert list(inventory.everything(db, Question(sort=sort), now=NOW)) == []
        assert inventory.find(db, Question(words="mug", sort=sort), now=NOW, limit=9).whole
    assert inventory.totals(db, now=NOW).on_hand == 0


@pytest.mark.parametrize("words", ["\ud800", "a\0b", "x " * 3000, '"""', "NEAR(", "* OR"])
def test_whatever_is_pasted_is_only_looked_for(db: Connection, words: str) -> None:
    add_product(db, "MUG", 3)
    inventory.find(db, Question(words=words), now=NOW, limit=9)
    inventory.everything(db, Question(words=words, filters=frozenset({"reorder"})), now=NOW)
    meant(db, words)


def test_a_bundle_holds_no_stock_of_its_own(db: Connection) -> None:
    for sku in ("MUG", "EGG"):
        add_product(db, sku, 6)
    add_product(db, "SET", MUG=2, EGG=1)
    totals = inventory.totals(db, now=NOW)
    assert (totals.all, totals.on_hand) == (3, 12)
    number = catalog.product_id(db, "SET")
    assert number is not None
    row = inventory.rows(db, [number], now=NOW)[number]
    assert (row.parts, row.on_hand) == (2, 3)


def test_what_a_part_changes_changes_its_bundles(db: Connection) -> None:
    mug, other = add_product(db, "MUG", 6), add_product(db, "JUG", 1)
    bundle = add_product(db, "SET", MUG=2)
    assert set(inventory.numbers_of(db, ["MUG"])) == {mug, bundle}
    assert inventory.numbers_of(db, ["JUG", "nothing"]) == [other]


def test_a_sku_is_the_same_however_it_is_written(db: Connection) -> None:
    add_product(db, "Mug-1")
    assert inventory.same_sku(db, "MUG-1") == "Mug-1"
    assert inventory.same_sku(db, "MUG-2") is None


# What every shop shows


def test_a_connected_shop_shows_what_it_last_said(db: Connection) -> None:
    shop = add_shop(db)
    number = add_product(db, "MUG", 6)
    add_listing(db, shop, "MUG", shows=9)
    (shown,) = inventory.rows(db, [number], now=NOW)[number].shown
    assert (shown.shop_id, shown.number, shown.differs, shown.says) == (shop.id, 9, None, None)


def test_a_number_that_differs_comes_with_what_it_should_be(db: Connection) -> None:
    shop = add_shop(db)
    number = add_product(db, "MUG", 40)
    listing = add_listing(db, shop, "MUG", shows=41)
    with transaction(db):
        settings.put(db, settings.HELD_BACK, 1, now=NOW)
        settings.put(db, settings.HELD_BACK, 2, shop=shop.id, now=NOW)
        looks.outside_edit(db, listing, expected=40, seen=41, should=37, at=NOW)
    row = inventory.rows(db, [number], now=NOW)[number]
    assert [(shown.differs, shown.says) for shown in row.shown] == [(41, 37)]
    assert row.status is Status.DIFFERS


def test_a_place_kept_by_hand_may_sell_every_product_that_has_a_number(db: Connection) -> None:
    stall = add_shop(db, "stall", "Market", "M")
    number, other = add_product(db, "MUG", 6), add_product(db, "NEW")
    with transaction(db):
        settings.put(db, settings.HELD_BACK, 1, now=NOW)
        settings.put(db, settings.HELD_BACK, 2, product=number, now=NOW)
        settings.put(db, settings.HELD_BACK, 1, shop=stall.id, now=NOW)
    rows = inventory.rows(db, [number, other], now=NOW)
    assert [(shown.shop_id, shown.number) for shown in rows[number].shown] == [(stall.id, 3)]
    assert rows[other].shown == ()


def test_a_listing_that_is_gone_shows_nothing(db: Connection) -> None:
    shop = add_shop(db)
    number = add_product(db, "MUG", 6)
    listing = add_listing(db, shop, "MUG", shows=6)
    with transaction(db):
        listings.ask_pause(db, listing, off=True)
    assert [shown.taken_off for shown in inventory.rows(db, [number], now=NOW)[number].shown] == [True]
    with transaction(db):
        db.execute("update listing set gone_at = ? where id = ?", (stamp(NOW), listing))
    assert inventory.rows(db, [number], now=NOW)[number].shown == ()


def test_a_row_reads_its_numbers_from_the_ledger(db: Connection) -> None:
    shop = add_shop(db)
    number = add_product(db, "MUG", 6)
    add_listing(db, shop, "MUG", shows=6)
    post_order(db, shop, order("1", line(open=8), placed=1, at=1), now=NOW)
    post_adjustment(db, "MUG", EntryKind.ADJUST, 1, reason="found", batch="f", now=NOW)
    row = inventory.rows(db, [number], now=NOW)[number]
    assert (row.on_hand, row.committed, row.available, row.status) == (7, 8, -1, Status.OVERSOLD)


# What may have been meant


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("spekled", "speckled"),
        ("Spekled mugg", "speckled mug"),
        ("speckled teapott", "speckled teapot"),
        ("mug-spk-351", "MUG-SPK-350"),
        ("xylophone", None),
        ("speckled", None),
        ("mu", None),
        ("", None),
    ],
)
def test_what_may_have_been_meant(db: Connection, typed: str, expected: str | None) -> None:
    with transaction(db):
        for sku, title in (("MUG-SPK-350", "Speckled mug 350 ml"), ("TPT-DRF-900", "Driftwood teapot")):
            catalog.add_product(db, Product(sku=sku, title=title), now=NOW)
    assert meant(db, typed) == expected

"""Bundles and the parts they share with what is sold by itself: no piece is set aside that nobody can sell."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from app.core.places import Choice, LastPieces, LastRule
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.rules import post_choice, post_last_pieces, post_limit, post_risk_limit
from app.store import catalog, offering, plans, promises, pushes, settings
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, level, line, order

PLACES = {"CUP": "A", "SAUCER": "C", "SET": "B"}


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


def scene(
    db: Connection, cups: int, saucers: int | None, *split: str, places: dict[str, str] = PLACES, **pieces: int
) -> dict[str, Shop]:
    """A cup at A, a saucer at C, and a set of both at B, where most of them are sold; all shops show what they may."""
    shops = {name: add_shop(db, "shopify", name, name) for name in sorted(set(places.values()))}
    add_product(db, "CUP", cups)
    add_product(db, "SAUCER", saucers)
    add_product(db, "SET", **{"CUP": 1, "SAUCER": 1, **pieces})
    for sku, name in places.items():
        add_listing(db, shops[name], sku, shows=0)
    for sku in ("CUP", "SAUCER"):
        for name, weight in (("A", 1.0), ("B", 5.0), ("C", 1.0)):
            if name in shops:
                sold(db, sku, shops[name].id, weight)
    for sku in split:
        post_choice(db, sku, Choice.NEVER, now=NOW)
    settle(db)
    return shops


def sold(db: Connection, sku: str, shop: int, weight: float) -> None:
    number = catalog.product_id(db, sku)
    db.execute("replace into demand values (?, ?, ?, '2026-04-01T00:00:00.000Z')", (number, shop, weight))


def stock(db: Connection, sku: str, pieces: int) -> None:
    """So many more, or fewer."""
    batch = f"{sku}/{pieces}"
    post_adjustment(db, sku, EntryKind.ADJUST, pieces, reason="counted", batch=batch, now=later(1))


def settle(db: Connection) -> None:
    """Every shop is told what it may show, again and again, and each number holds."""
    before = None
    for _ in range(12):
        if before == (before := tell(db)):
            break
    else:
        pytest.fail("the numbers do not come to rest")
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")


def anew(db: Connection) -> None:
    """The same from the beginning, nothing being shown yet: what is shown is not moved for a piece or two."""
    with transaction(db):
        for ref in shown(db):
            show(db, ref, 0)
    settle(db)


def show(db: Connection, ref: str, pieces: int) -> None:
    """Inside a transaction: a listing shows so many."""
    (number,) = db.execute("update listing set believed = ? where ref = ? returning id", (pieces, ref)).fetchone()
    promises.adopt(db, number, pieces, now=NOW)


def tell(db: Connection) -> dict[str, int]:
    listed = db.execute("select id, ref, product_id from listing order by id").fetchall()
    with transaction(db):
        for number, ref, product in listed:
            planned = plans.plan(db, [product], now=NOW).get(number)
            if planned is not None:
                show(db, ref, planned.offer.quantity)
                nothing_is_promised_twice(db)
    return shown(db)


_PROMISED = """
    select sku, available, coalesce((select sum(max(0, bound)) from listing where product_id = product.id), 0)
        + coalesce((select sum(max(0, bound) * quantity) from bundle_part join listing on product_id = bundle_id
            where part_id = product.id), 0)
    from product join stock_level on product_id = product.id
    where split and started and product.id not in (select bundle_id from bundle_part)
"""


def nothing_is_promised_twice(db: Connection) -> None:
    """INV, whatever was told in which order: of a split part no more is promised than there is."""
    for sku, available, promised in db.execute(_PROMISED):
        assert promised <= max(0, available), sku


def shown(db: Connection) -> dict[str, int]:
    return dict(db.execute("select ref, believed from listing").fetchall())


def said(db: Connection) -> dict[str, str]:
    """Each planned as its shop's lane does: without the others."""
    found = {}
    for ref, number, product in db.execute("select ref, id, product_id from listing").fetchall():
        found[ref] = str(plans.plan(db, [product], now=NOW)[number].offer.why)
    return found


def due(db: Connection) -> set[str]:
    rows = db.execute("select ref from push join listing on listing.id = listing_id where state = 'due'")
    return {ref for (ref,) in rows}


@pytest.mark.parametrize(("cups", "saucers", "cup", "sets"), [(4, 0, 4, 0), (1, 0, 1, 0), (10, 1, 9, 1), (2, 9, 1, 1)])
def test_no_cup_waits_for_a_saucer_that_is_not_there(db, cups, saucers, cup, sets):
    scene(db, cups, saucers, "CUP")
    assert (shown(db)["CUP"], shown(db)["SET"]) == (cup, sets)


def test_what_one_set_takes_counts_in_sets(db):
    scene(db, 12, 5, "CUP", CUP=2, SAUCER=4)
    assert (shown(db)["CUP"], shown(db)["SET"]) == (10, 1), "five saucers make one set, of two cups"


def test_an_oversold_part_allows_nothing(db):
    shops = scene(db, 3, 2, "CUP")
    post_order(db, shops["C"], order("1", line("SAUCER", open=4)), now=later(1))
    anew(db)
    assert (shown(db)["CUP"], shown(db)["SET"]) == (3, 0)


def test_where_both_are_divided_neither_waits_for_the_other(db):
    """The best claim to the only saucer is the saucer's own place: then the only cup is not kept for a set either."""
    shops = scene(db, 0, 0, "CUP", "SAUCER")
    sold(db, "SAUCER", shops["C"].id, 20.0)
    stock(db, "CUP", 1)
    stock(db, "SAUCER", 1)
    settle(db)
    assert shown(db) == {"CUP": 1, "SAUCER": 1, "SET": 0}


def test_a_set_in_two_shops(db):
    scene(db, 10, 3, "CUP", places={"CUP": "A", "SET": "B"})
    add_listing(db, add_shop(db, "shopify", "D", "D"), "SET", shows=0, ref="SET at D")
    settle(db)
    assert shown(db) == {"CUP": 7, "SET": 2, "SET at D": 1}, "three saucers, so three sets, wherever"


def test_two_bundles_of_the_same_cup(db):
    """What the set cannot use for want of saucers is for the cup itself and for the other bundle."""
    scene(db, 12, 1, "CUP")
    add_product(db, "SPOON", 50)
    add_product(db, "TEA", CUP=2, SPOON=1)
    shop = add_shop(db, "shopify", "E", "E")
    sold(db, "CUP", shop.id, 5.0)
    add_listing(db, shop, "TEA", shows=0)
    anew(db)
    found = shown(db)
    assert found["SET"] == 1
    assert found["TEA"] > 1
    assert found["CUP"] + found["SET"] + 2 * found["TEA"] == 12


def test_saucers_that_are_held_back_make_no_set(db):
    shops = scene(db, 4, 2, "CUP")
    post_limit(db, settings.HELD_BACK, 2, sku="SET", shop=shops["B"].id, now=NOW)
    anew(db)
    assert (shown(db)["CUP"], shown(db)["SET"]) == (4, 0)


def test_paused_saucers_make_no_set(db):
    scene(db, 4, 2, "CUP")
    post_last_pieces(db, "SAUCER", LastPieces(rule=LastRule.PAUSE, below=3), now=NOW)
    anew(db)
    assert (shown(db)["CUP"], shown(db)["SET"]) == (4, 0)


def test_a_quota_beside_those_who_share_holds_no_more_than_can_be_sold(db):
    """A shop that is slow to show a new number keeps a quota of its own, though the cup is shared."""
    shops = scene(db, 4, 0)
    db.execute("update stock_level set split = 0")
    post_choice(db, "CUP", Choice.SHARE, now=NOW)
    db.execute("update shop set settle_s = 120 where id = ?", (shops["B"].id,))
    settle(db)
    assert (shown(db)["CUP"], shown(db)["SET"]) == (4, 0)
    stock(db, "SAUCER", 2)
    assert due(db) == {"SAUCER", "SET", "CUP"}, "now there are sets to set cups aside for"


def test_a_part_without_a_number_leaves_its_set_as_it_is(db):
    """Such a set is told nothing, so it may go on selling what it shows; the others get what is left beside it."""
    scene(db, 5, None, "CUP")
    with transaction(db):
        show(db, "SET", 2)
        show(db, "CUP", 0)
    settle(db)
    assert (shown(db)["CUP"], shown(db)["SET"]) == (3, 2)


# What is said


def test_a_set_gives_the_reason_of_its_scarcest_part(db):
    scene(db, 10, 1, "CUP", places={"CUP": "A", "SET": "B"})
    assert said(db) == {
        "CUP": "split: 9 of 10 here, because you want it never oversold",
        "SET": "1 on hand, 0 committed, 0 held back: 1 here",
    }


# The mode, and how much may be risked


def test_cups_are_not_split_for_sets_that_cannot_be_sold(db):
    shops = scene(db, 2, 0, places={"CUP": "A", "SET": "B"})
    for shop in shops.values():
        sold(db, "CUP", shop.id, 5000.0)
    cup = catalog.product_id(db, "CUP")
    with transaction(db):
        plans.rethink(db, [cup], now=NOW)
    assert not plans.split_ones(db, {cup})
    assert shown(db)["CUP"] == 2
    stock(db, "SAUCER", 5)
    planned = plans.plan(db, [catalog.product_id(db, "SET")], now=NOW, judge=True)
    assert [one.turns for one in planned.values()] == [True], "before a set is shown, the cup is split"


def test_a_shop_that_sells_it_in_a_set_has_a_say_in_how_much_is_risked(db):
    shops = scene(db, 5, 50, places={"CUP": "A", "SET": "B"})
    cup, sets = catalog.product_id(db, "CUP"), catalog.product_id(db, "SET")
    for name, limit in (("A", 1e-3), ("B", 1e-9)):
        post_risk_limit(db, limit, shop=shops[name].id, now=NOW)
    assert [supply.risk_limit for _, supply, _ in plans.supplies(db, [cup], now=NOW)] == [1e-9]
    assert offering.risk_of(db, cup) == offering.risk_of(db, sets) == offering.Risk(1e-9, "B")


# What is looked at again


def test_another_parts_stock_makes_a_split_part_due(db):
    scene(db, 5, 0, "CUP")
    add_product(db, "SPOON", 9)
    add_product(db, "TEA", CUP=1, SPOON=1)
    add_listing(db, add_shop(db, "shopify", "E", "E"), "TEA", shows=0)
    settle(db)
    stock(db, "SAUCER", 3)
    assert due(db) == {"SAUCER", "SET", "CUP", "TEA"}


def test_a_shared_part_is_left_alone_and_so_is_a_number_that_somebody_else_typed(db):
    scene(db, 500, 3)
    db.execute("update stock_level set split = 0")
    stock(db, "SAUCER", 3)
    assert due(db) == {"SAUCER", "SET"}
    settle(db)
    db.execute("update stock_level set split = 1")
    db.execute("update listing set differs = 7 where ref = 'CUP'")
    stock(db, "SAUCER", 4)
    assert due(db) == {"SAUCER", "SET"}


def test_a_set_that_one_shop_sells_is_found_stale_by_its_part(db):
    scene(db, 6, 6, "CUP", places={"CUP": "A", "SET": "B"})
    with transaction(db):
        show(db, "SET", 1)
        pushes.mark_stale(db, [catalog.product_id(db, "CUP")], now=NOW)
    assert "SET" in due(db)


# Whatever there is


@pytest.mark.parametrize("seed", range(40))
def test_every_free_piece_of_a_split_part_is_shown_somewhere_or_held_back(db, seed):
    random = Random(seed)
    recipe = {"CUP": random.randint(1, 2), "SAUCER": random.randint(1, 3)}
    shops = scene(db, random.randint(0, 9), random.randint(0, 9), "CUP", "SAUCER", **recipe)
    held = random.choice((0, 0, 1, 2))
    post_limit(db, settings.HELD_BACK, held, now=NOW)
    sold(db, "SAUCER", shops["C"].id, random.choice((1.0, 50.0)))
    if random.random() < 0.5:
        post_limit(db, settings.CAP, random.randint(0, 3), sku="SET", shop=shops["B"].id, now=NOW)
    anew(db)
    sets = shown(db)["SET"]
    for sku, pieces in recipe.items():
        assert shown(db)[sku] + pieces * sets == max(0, level(db, sku)[0] - held), sku


@pytest.mark.parametrize("seed", range(10))
def test_each_lane_plans_as_if_it_planned_for_all(db, seed):
    """A chain of bundles: whoever is asked for, a listing's offer is the same."""
    random = Random(seed)
    parts = ["CUP", "SAUCER", "SPOON", "TRAY"]
    for sku in parts:
        add_product(db, sku, random.randint(0, 6))
    for one, other in pairwise(parts):
        add_product(db, f"{one}+{other}", **{one: 1, other: random.randint(1, 2)})
    for at, (sku,) in enumerate(db.execute("select sku from product order by id").fetchall()):
        shop = add_shop(db, "shopify", sku, str(at))
        add_listing(db, shop, sku, shows=random.randint(0, 2))
        for part in parts:
            sold(db, part, shop.id, random.choice((0.1, 1.0, 5.0)))
    products = [number for (number,) in db.execute("select id from product")]
    assert plans.plan(db, products, now=NOW) == {
        listing: planned for one in products for listing, planned in plans.plan(db, [one], now=NOW).items()
    }

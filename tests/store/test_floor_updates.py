"""Floors of all products at once are those that the Planning page proposes one by one."""

import random
from datetime import timedelta

import pytest

from app import deliveries
from app.core.floors import Method, propose
from app.core.stock import EntryKind
from app.deliveries import Ordered
from app.posting import post_adjustment, post_order
from app.store import deliveries as stored
from app.store import floor_updates, sales, settings
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def live(db, rng, products=5):
    """Some months of a few products: sales, gaps without stock, corrections, an incident, and one that never sold."""
    shop = add_shop(db)
    db.execute("update shop set connected_at = '2025-01-01T00:00:00.000Z'")
    for number in range(products):
        sku = f"P{number}"
        add_product(db, sku)
        first = NOW - timedelta(days=rng.choice((20, 70, 150)), hours=3)
        post_adjustment(db, sku, EntryKind.RECEIVE, rng.randrange(10, 60), reason="d", batch=f"d/{sku}", now=first)
        add_listing(db, shop, sku, shows=50)
        room = int((NOW - first).total_seconds() / 60)
        moments = [-rng.randrange(1, room) for _ in range(rng.randrange(0, 30))]
        for sale, minutes in enumerate(moments if number == 4 else sorted(moments)):  # one is heard of in any order
            placed = order(f"{sku}-{sale}", line(sku, rng.randrange(1, 4)), at=minutes, placed=minutes)
            post_order(db, shop, placed, now=placed.placed_at)
    post_adjustment(db, "P0", EntryKind.COUNT, 0, reason="counted", batch="c", now=NOW - timedelta(days=9))
    post_adjustment(db, "P1", EntryKind.COUNT, 0, reason="counted", batch="today", now=NOW - timedelta(hours=1))


@pytest.mark.parametrize("seed", [1, 2])
def test_all_at_once_is_what_each_one_alone_would_be(db, seed):
    live(db, random.Random(seed))
    products = dict(db.execute("select sku, id from product"))
    deliveries.come_from(db, {products["P1"]: "Fern", products["P2"]: "Fern"}, now=NOW)
    with transaction(db):
        sales.put_delivery(db, stored.Delivery(mean=5, most=8, review=7), product=products["P3"], now=NOW)
    found = {one.sku: one for one in floor_updates.updates(db, now=NOW)}
    for sku, product in products.items():
        demand = sales.days_of(db, product, window=90, now=NOW).demand()
        lead = stored.lead_time(db, product)
        choice = propose(demand, lead.delivery, 0.95, typed_delivery=lead.basis is not stored.Basis.USUAL)
        alone = choice.worst if choice.proposed is Method.WORST else choice.first
        assert (sku in found) == bool(demand.selling_days), sku
        if sku in found:
            now = found[sku]
            assert (now.found.floor, now.found.reorder_at, now.days) == (alone.floor, alone.reorder_at, demand.days)


def test_what_is_right_already_is_not_listed_and_it_can_be_stopped(db):
    live(db, random.Random(3), products=3)
    first = floor_updates.updates(db, now=NOW)
    assert first
    with transaction(db):
        for one in first:
            settings.put(db, settings.FLOOR, one.found.floor, product=one.product, now=NOW)
            settings.put(db, settings.REORDER_POINT, one.found.reorder_at, product=one.product, now=NOW)
    assert floor_updates.updates(db, now=NOW) == []
    told = []
    assert floor_updates.updates(db, now=NOW, progress=lambda done, of: bool(told.append((done, of)))) == []
    assert told == [(0, 3)]


def test_five_orders_of_a_product_are_its_own_delivery_time(db):
    live(db, random.Random(4), products=2)
    (product,) = db.execute("select id from product where sku = 'P0'").fetchone()
    for place in range(5):
        at = NOW - timedelta(days=100 - 15 * place)
        deliveries.order(
            db, [Ordered(supplier="Fern", product=product, pieces=1)], batch=f"o/{place}", now=at, ordered_at=at
        )
        (number,) = db.execute("select id from supplier").fetchone()
        deliveries.put(db, number, product, good=1)
        deliveries.receive(db, number, batch=f"r/{place}", now=at + timedelta(days=10 + place))
    delivery, known = floor_updates._Times(db).of(product)
    assert known
    assert (delivery.mean, delivery.receipts) == (12, 5)


def test_a_products_own_days_and_certainty_hold_and_those_of_all_for_the_rest(db):
    live(db, random.Random(1))
    products = dict(db.execute("select sku, id from product"))
    with transaction(db):
        settings.put(db, settings.FLOOR_BY, sales.FloorBy(window=56, level=0.98).written(), now=NOW)
        own = sales.FloorBy(window=28, level=0.99).written()
        settings.put(db, settings.FLOOR_BY, own, product=products["P2"], now=NOW)
        settings.put(db, settings.TEXTBOOK_Z, 1, now=NOW)
    found = {one.sku: one for one in floor_updates.updates(db, now=NOW)}
    assert {"P2", "P3"} <= found.keys()
    for sku, window, level in (("P2", 28, 0.99), ("P3", 56, 0.98)):
        demand = sales.days_of(db, products[sku], window=window, now=NOW).demand()
        lead = stored.lead_time(db, products[sku])
        choice = propose(demand, lead.delivery, level, typed_delivery=False, textbook=True)
        alone = choice.worst if choice.proposed is Method.WORST else choice.first
        assert (found[sku].days, found[sku].found) == (demand.days, alone)

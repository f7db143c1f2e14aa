"""Ordering, dating and receiving against a real database: one transaction, one undo, the rest stays expected."""

from datetime import date, timedelta

import pytest

from app import deliveries
from app.core.deliveries import Terms
from app.core.floors import Delivery
from app.core.stock import EntryKind
from app.deliveries import Ordered, Sort
from app.errors import PlimsollError
from app.posting import post_adjustment, post_order, post_undo
from app.store import catalog, codes, incidents, ledger, reorder, sales, settings, suppliers
from app.store import deliveries as stored
from app.store.database import transaction
from app.store.deliveries import Basis
from tests.life import NOW, add_listing, add_product, add_shop, fresh, level, line, order

FERN = Terms(name="Fern", days=9, pack=6, minimum=12)


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def fern(db):
    deliveries.put_supplier(db, None, FERN, now=NOW)
    return suppliers.named(db, "fern")


def ordered(db, product, pieces, *, batch="order/1", at=NOW, **more):
    one = Ordered(supplier="Fern", product=product, pieces=pieces, **more)
    deliveries.order(db, [one], batch=batch, now=at, ordered_at=at)
    return stored.expected(db, product=product)[-1]


def received(db, supplier, batch, *, at=NOW, **good):
    for sku, pieces in good.items():
        deliveries.put(db, supplier, catalog.product_id(db, sku), good=pieces)
    return deliveries.receive(db, supplier, batch=batch, now=at)


def test_terms_are_dated_and_a_name_is_taken_once(db, fern):
    deliveries.put_supplier(db, fern, Terms(name="Fern", days=12), now=NOW)
    assert suppliers.supplier(db, fern).terms.days == 12
    assert db.execute("select count(*) from supplier_terms").fetchone() == (2,)
    with pytest.raises(PlimsollError, match="there already"):
        deliveries.put_supplier(db, None, Terms(name=" FERN "), now=NOW)
    with pytest.raises(PlimsollError, match="needs a name"):
        deliveries.put_supplier(db, None, Terms(name=" "), now=NOW)
    deliveries.drop_supplier(db, fern, now=NOW)
    assert suppliers.suppliers(db) == []
    deliveries.drop_supplier(db, fern, gone=False, now=NOW)
    assert [one.id for one in suppliers.suppliers(db)] == [fern]


def test_what_is_ordered_is_expected_when_its_supplier_promises(db, fern):
    mug = add_product(db, "MUG", 4)
    one = ordered(db, mug, 24)
    assert (one.open, one.due_on, one.confirmed_by) == (24, date(2026, 5, 23), "")
    assert stored.on_order(db) == {mug: 24}
    assert suppliers.of_product(db, mug).id == fern, "it comes from there from now on"
    assert stored.next_batch(db, mug, after=NOW.date()) is None, "nobody confirmed it"
    deliveries.take_back_order(db, "order/1", now=NOW)
    assert stored.on_order(db) == {}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"pieces": 0}, "at least one piece"),
        ({"supplier": " "}, "needs a name"),
        ({"confirmed_by": "Hanna"}, "cannot be confirmed"),
        ({"confirmed_by": "Hanna", "due_on": date(2026, 5, 14)}, "cannot be confirmed"),
    ],
)
def test_an_order_that_is_none_keeps_nothing(db, more, said):
    wanted = {"supplier": "New one", "product": add_product(db, "MUG", 4), "pieces": 5, **more}
    with pytest.raises(PlimsollError, match=said):
        deliveries.order(db, [Ordered(**wanted)], batch="b", now=NOW)
    assert suppliers.suppliers(db) == []
    assert stored.expected(db) == []


def test_a_confirmed_date_is_the_next_batch_until_another_one_holds(db, fern):
    mug = add_product(db, "MUG", 4)
    one = ordered(db, mug, 24)
    deliveries.confirm(db, [one.id], date(2026, 5, 22), "Hanna, Fern", now=NOW)
    sure = stored.next_batch(db, mug, after=NOW.date())
    assert (sure.on, sure.by, sure.at) == (date(2026, 5, 22), "Hanna, Fern", NOW)
    assert [arrival.pieces for arrival in stored.arrivals(db, mug)] == [24]
    deliveries.confirm(db, [one.id], date(2026, 5, 28), "", now=NOW)
    assert stored.next_batch(db, mug, after=NOW.date()) is None, "it slipped, and nobody confirmed the new date"
    assert [due.day for _, due, _ in stored.dates(db, one.id)] == [23, 22, 28]
    with pytest.raises(PlimsollError, match="cannot be confirmed"):
        deliveries.confirm(db, [one.id], date(2026, 5, 1), "Hanna", now=NOW)


def test_a_parcel_is_received_in_parts_and_the_rest_stays_expected(db, fern):
    mug, tile = add_product(db, "MUG", 4), add_product(db, "TILE", 0)
    ordered(db, mug, 24)
    ordered(db, tile, 10)
    assert deliveries.scan(db, fern, "MUG", times=5).sort is Sort.ACCEPTED
    deliveries.add(db, fern, mug, good=-1, damaged=1)
    deliveries.put(db, fern, tile, good=3)
    changes = deliveries.receive(db, fern, batch="delivery/1", now=NOW)
    assert changes.skus == {"MUG", "TILE"}
    assert (level(db, "MUG")[0], level(db, "TILE")[0]) == (8, 3), "the damaged one came and was written off"
    assert stored.on_order(db) == {mug: 19, tile: 7}
    rows = ledger.batch(db, "delivery/1")
    assert [(row.kind.value, row.on_hand_delta, row.reason) for row in rows if row.sku == "MUG"] == [
        ("receive", 5, "delivery"), ("adjust", -1, "damaged"),
    ]  # fmt: skip
    assert stored.scanned(db, fern) == []
    received(db, fern, "delivery/2", MUG=19, TILE=7)
    assert stored.on_order(db) == {}
    assert stored.expected(db) == []


def test_one_undo_takes_a_parcel_back_and_it_is_expected_again(db, fern):
    mug = add_product(db, "MUG", 4)
    ordered(db, mug, 24)
    received(db, fern, "delivery/1", MUG=24)
    assert stored.expected(db) == []
    post_undo(db, "delivery/1", now=NOW)
    assert level(db, "MUG") == (4, 0)
    assert stored.on_order(db) == {mug: 24}
    assert stored.came_of_supplier(db, fern) == [], "an order that was taken back says nothing of delivery times"


def test_what_is_more_than_was_ordered_is_told_and_received_only_at_the_sellers_word(db, fern):
    mug, vase = add_product(db, "MUG", 4), add_product(db, "VASE", 1)
    ordered(db, mug, 6)
    assert deliveries.scan(db, fern, "VASE").sort is Sort.NOT_ORDERED
    deliveries.put(db, fern, mug, good=8)
    over = deliveries.excess(db, fern)
    assert [(one.scanned.sku, one.pieces) for one in over] == [("MUG", 2), ("VASE", 1)]
    assert level(db, "MUG") == (4, 0), "until then nothing is posted"
    deliveries.receive(db, fern, batch="delivery/1", now=NOW)
    assert (level(db, "MUG")[0], level(db, "VASE")[0]) == (12, 2)
    assert stored.on_order(db) == {}
    assert vase not in {one.product for one in stored.expected(db)}


def test_a_scan_is_a_code_a_pack_a_bundle_or_nobodys(db, fern):
    mug, tile = add_product(db, "MUG", 0), add_product(db, "TILE", 0)
    add_product(db, "SET", MUG=2, TILE=1)
    with transaction(db):
        codes.learn(db, "4006381333931", mug, pieces=6, now=NOW)
    assert deliveries.scan(db, fern, "no such").sort is Sort.UNKNOWN
    deliveries.scan(db, fern, "4006381333931", times=2)
    deliveries.scan(db, fern, "SET")
    assert {one.product: one.good for one in stored.scanned(db, fern)} == {mug: 14, tile: 1}
    deliveries.add(db, fern, tile, good=-5)
    assert [one.sku for one in stored.scanned(db, fern)] == ["MUG"], "never below none"
    with pytest.raises(PlimsollError):
        deliveries.put(db, fern, mug, good=-1)
    deliveries.forget(db, fern)
    with pytest.raises(PlimsollError, match="Nothing was scanned"):
        deliveries.receive(db, fern, batch="delivery/1", now=NOW)


def test_what_comes_covers_an_open_incident(db, fern):
    shop = add_shop(db)
    mug = add_product(db, "MUG", 1)
    add_listing(db, shop, "MUG", shows=1)
    post_order(db, shop, order("1", line("MUG", 3)), now=NOW)
    number = incidents.open_incident_of(db, "MUG")
    assert number is not None
    ordered(db, mug, 12)
    changes = received(db, fern, "delivery/1", MUG=12)
    assert number in changes.incidents
    assert shop.id in changes.due, "the shops are told"


def test_five_orders_that_came_say_how_long_it_takes(db, fern):
    mug, tile = add_product(db, "MUG", 4), add_product(db, "TILE", 4)
    assert stored.lead_time(db, mug).basis is Basis.USUAL
    deliveries.come_from(db, {mug: "Fern", tile: "Fern"}, now=NOW)
    assert (stored.lead_time(db, mug).basis, stored.lead_time(db, mug).delivery.mean) == (Basis.PROMISED, 9)
    with transaction(db):
        sales.put_delivery(db, Delivery(mean=5, most=6, review=7), product=mug, now=NOW)
    assert stored.lead_time(db, mug).basis is Basis.TYPED
    for place, days in enumerate((7, 8, 9, 10, 11)):
        at = NOW + timedelta(days=20 * place)
        ordered(db, mug, 10, batch=f"o/{place}", at=at)
        if place == 4:
            received(db, fern, "d/part", at=at + timedelta(days=3), MUG=4)
            found = stored.lead_time(db, mug)
            assert (found.basis, len(found.orders)) == (Basis.TYPED, 4), "an order of which a part is open says nothing"
        deliveries.put(db, fern, mug, good=6 if place == 4 else 10)
        deliveries.receive(db, fern, batch=f"d/{place}", now=at + timedelta(days=days))
    found = stored.lead_time(db, mug)
    assert found.basis is Basis.MEASURED
    assert (found.delivery.mean, found.delivery.most, found.delivery.receipts) == (9, 11, 5)
    assert found.delivery.review == 7, "how often one orders is the seller's own"
    assert stored.lead_time(db, tile).delivery.receipts == 5, "by its supplier, while it has too few of its own"


def test_what_will_not_come_ends_and_can_come_back(db, fern):
    mug = add_product(db, "MUG", 4)
    one = ordered(db, mug, 24)
    received(db, fern, "d/1", MUG=20)
    deliveries.not_coming(db, [one.id], now=NOW)
    assert stored.on_order(db) == {}
    assert len(stored.came_of_supplier(db, fern)) == 1, "what came of it says how long it took"
    deliveries.coming_after_all(db, [one.id])
    assert stored.on_order(db) == {mug: 4}


def test_the_reorder_list_knows_what_is_coming_and_from_whom(db, fern):
    numbers = {sku: add_product(db, sku, on_hand) for sku, on_hand in (("MUG", 4), ("TILE", 3), ("VASE", 1))}
    add_product(db, "JUG", 50)
    with transaction(db):
        for product in numbers.values():
            settings.put(db, settings.REORDER_POINT, 10, product=product, now=NOW)
            settings.put(db, settings.COST, "500 GBP", product=product, now=NOW)
    deliveries.come_from(db, {numbers["MUG"]: "Fern"}, now=NOW)
    ordered(db, numbers["TILE"], 24, confirmed_by="Hanna", due_on=date(2026, 5, 22))
    rows = {row.sku: row for row in reorder.to_reorder(db, now=NOW)}
    assert list(rows) == ["VASE", "MUG", "TILE"], "what is ordered already comes last"
    assert (rows["MUG"].supplier_name, rows["MUG"].order) == ("Fern", 12), "the minimum"
    assert (rows["VASE"].supplier_name, rows["VASE"].order) == ("", 9)
    assert (rows["TILE"].order, rows["TILE"].ordered, rows["TILE"].due) == (0, True, date(2026, 5, 22))
    assert rows["MUG"].cost_minor == 500
    with transaction(db):
        suppliers.put_packs(db, numbers["MUG"], (5, 1), now=NOW)
    assert reorder.to_reorder(db, now=NOW)[1].order == 10, "its own pack"


def test_what_falls_to_its_reorder_point_within_a_week_is_listed_before_it_does(db):
    shop = add_shop(db)
    db.execute("update shop set connected_at = '2025-01-01T00:00:00.000Z'")
    mug = add_product(db, "MUG")
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 90, reason="delivery", batch="d", now=NOW - timedelta(days=40))
    add_listing(db, shop, "MUG", shows=90)
    for days in range(1, 31):
        placed = -days * 24 * 60
        when = NOW - timedelta(days=days)
        post_order(db, shop, order(str(days), line("MUG", 2), at=placed, placed=placed), now=when)
    for at, listed in ((22, ["MUG"]), (15, [])):  # thirty are left, two sell a day on most days in stock
        with transaction(db):
            settings.put(db, settings.REORDER_POINT, at, product=mug, now=NOW)
        rows = reorder.to_reorder(db, now=NOW)
        assert [row.sku for row in rows] == listed
        assert all(not row.under and row.by > NOW.date() and not row.order for row in rows)


def test_what_was_promised_follows_its_delivery(db, fern):
    one = ordered(db, add_product(db, "MUG", 1), 12)
    with transaction(db):
        stored.date_it(db, one.id, date(2026, 5, 22), confirmed_by="Rosa", now=NOW)
    said = stored.next_batch(db, one.product, after=NOW.date())
    assert stored.confirmed_now(db, said) == said
    with transaction(db):
        stored.date_it(db, one.id, date(2026, 5, 29), confirmed_by="Rosa", now=NOW + timedelta(days=2))
    moved = stored.confirmed_now(db, said)
    assert (moved.on, moved.at) == (date(2026, 5, 29), NOW + timedelta(days=2))
    with transaction(db):
        stored.date_it(db, one.id, date(2026, 6, 3), now=NOW + timedelta(days=3))
    assert stored.confirmed_now(db, said) is None, "nobody confirms it: what was said stands"

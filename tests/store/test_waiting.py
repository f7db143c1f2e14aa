"""Who waits for a product is read from the end of its ledger: what was sent long ago costs nothing."""

import random

import pytest

from app.core.orders import Order, OrderLine
from app.posting import post_order
from app.store import incidents, waiting
from tests.life import add_listing, add_product, add_shop, fresh, later


@pytest.fixture
def db(tmp_path):
    with_db = fresh(tmp_path)
    yield with_db
    with_db.close()


@pytest.fixture
def shop(db):
    made = add_shop(db)
    add_product(db, "MUG", 40)
    add_listing(db, made, "MUG", shows=40)
    return made


def book(db, shop, ref, minute, *, promised=0, sent=0):
    line = OrderLine(ref="1", listing="MUG", sku="MUG", title="Mug", open=promised, shipped=sent, taken=promised + sent)
    at = later(minute)
    order = Order(ref=ref, number=ref, placed_at=at, updated_at=at, lines=(line,))
    return post_order(db, shop, order, now=at)


def test_the_past_is_not_read(db, shop):
    for number in range(30):
        book(db, shop, f"old{number}", number, sent=1)
    book(db, shop, "a", 40, promised=4)
    (incident,) = book(db, shop, "b", 41, promised=9).incidents
    asked = []
    db.set_trace_callback(asked.append)
    assert [one.pieces for one in waiting.customers(db, incident, now=later(42))] == [4, 9]
    db.set_trace_callback(None)
    assert sum("sum(committed_delta)" in statement for statement in asked) == 2, "only the two that wait were summed"


def test_it_is_what_the_whole_ledger_says(db, shop):
    seed = random.SystemRandom().randrange(1 << 32)
    print("seed", seed)
    dice = random.Random(seed)
    for minute in range(60):
        pieces = dice.randrange(4)
        sent = dice.randint(0, pieces)
        book(db, shop, f"o{dice.randrange(20)}", minute, promised=pieces - sent, sent=sent)
        product = db.execute("select id from product").fetchone()[0]
        whole = db.execute(
            "select order_id, sum(committed_delta) from stock_entry where product_id = ? and order_id is not null"
            " group by order_id having sum(committed_delta) > 0",
            (product,),
        ).fetchall()
        assert incidents.promised(db, product) == dict(whole)


def test_a_product_that_nobody_waits_for(db, shop):
    book(db, shop, "a", 1, sent=1)
    assert incidents.promised(db, 1) == {}

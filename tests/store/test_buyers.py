"""Who bought before is known by a keyed hash, and decides who is served."""

from dataclasses import replace
from datetime import date

import pytest

from app.channels.buyers import BUYER_KEY, buyer_hash
from app.core.claims import Reason
from app.core.orders import Order
from app.posting import post_order
from app.store import buyers, waiting
from tests.life import add_listing, add_product, add_shop, fresh, later, line

KEYS = {BUYER_KEY: "a" * 64}


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def shop(db):
    made = add_shop(db)
    add_product(db, "MUG", 3)
    add_listing(db, made, "MUG", shows=3)
    return made


def book(db, shop, ref, minute, who="", **more):
    at = later(minute)
    order = Order(
        ref=ref, number=ref, placed_at=at, updated_at=at, lines=(line("MUG", 1),), buyer=buyer_hash(KEYS, who), **more
    )
    return post_order(db, shop, order, now=at), order


def test_a_guest_and_a_shop_without_a_key_name_nobody():
    assert buyer_hash(KEYS, 0) == buyer_hash(KEYS, None) == buyer_hash({}, 7) == ""
    assert buyer_hash(KEYS, 7) == buyer_hash(KEYS, "7") != buyer_hash({BUYER_KEY: "b" * 64}, 7)


def test_the_third_order_goes_first_and_a_guest_is_not_known(db, shop):
    book(db, shop, "a", 1, "7")
    book(db, shop, "b", 2, "7")
    book(db, shop, "c", 3)
    changes, last = book(db, shop, "d", 30, "7")
    (incident,) = changes.incidents
    found = {one.number: one for one in waiting.customers(db, incident, now=later(40))}
    assert {number: one.place.candidate.bought for number, one in found.items()} == {
        "a": 0, "b": 1, "c": None, "d": 2,
    }  # fmt: skip
    assert next(iter(found)) == "d"
    assert found["d"].place.reason is Reason.RETURNING
    again = replace(last, updated_at=later(50), status="sent", buyer="", send_by=date(2026, 5, 20), locale="de-DE")
    post_order(db, shop, again, now=later(50))
    number = db.execute("select id from sales_order where ref = 'd'").fetchone()[0]
    known = buyers.known(db, [number])[number]
    assert (known.bought, known.send_by, known.locale) == (2, date(2026, 5, 20), "de-DE"), "what it does not say stays"


def test_a_promised_day_goes_before_an_earlier_order(db, shop):
    for ref in ("a", "b", "c"):
        book(db, shop, ref, 1)
    changes, _ = book(db, shop, "d", 30, send_by=date(2026, 5, 16))
    first = waiting.customers(db, *changes.incidents, now=later(40))[0]
    assert (first.number, first.place.reason) == ("d", Reason.PROMISED)


def test_no_number_of_a_buyer_lies_in_the_file(db, shop, tmp_path):
    book(db, shop, "a", 1, "771177117711")
    db.execute("pragma wal_checkpoint(truncate)")
    assert b"771177117711" not in (tmp_path / "inventory.db").read_bytes()

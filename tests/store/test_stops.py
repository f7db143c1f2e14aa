"""Stop selling: every listing and bundle, at the head of the lane, held until the seller resumes."""

import pytest

from app.core.choices import Offer, Offers
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_link, post_order
from app.store import decisions, listings, pushes, stops
from app.store.database import transaction
from app.ui.incidents import customer_writes, writes
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, level, line, order, share


@pytest.fixture
def db(tmp_path):
    made = fresh(tmp_path)
    yield made
    made.close()


@pytest.fixture
def shop(db):
    add_product(db, "MUG", 1)
    add_product(db, "SET", MUG=2)
    made = add_shop(db)
    add_listing(db, made, "MUG", shows=1)
    add_listing(db, made, "SET", shows=0)
    post_order(db, made, order("A", line("MUG", 3), at=1), now=later(1))
    return made


def offers(db, shop):
    return {slot.ref: slot.offer.quantity for slot in pushes.offers(db, shop.id, now=later(60))}


def test_bundles_stop_with_it_and_nothing_that_comes_in_puts_it_back(db, shop):
    share(db, "MUG")
    writes.stop_selling(db, 1, now=later(2))
    assert [(one.listing.ref, one.held) for one in stops.stops(db, 1)] == [("MUG", True), ("SET", True)]
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 50, reason="delivery", batch="d", now=later(3))
    assert offers(db, shop) == {"MUG": 0, "SET": 0}
    writes.resume_selling(db, 1, now=later(4))
    assert offers(db, shop)["MUG"] > 0


def test_a_listing_linked_meanwhile_is_held_too(db, shop):
    writes.stop_selling(db, 1, now=later(2))
    number = add_listing(db, shop, "CUP", shows=4)
    post_link(db, number, "MUG", now=later(3))
    found = listings.listing(db, number)
    assert found is not None
    assert found.taken_off


def test_it_goes_to_the_head_of_the_lane(db, shop):
    add_product(db, "POT", 5)
    earlier = add_listing(db, shop, "POT", shows=5)
    with transaction(db):
        listings.ask_pause(db, earlier, off=True)
    writes.stop_selling(db, 1, now=later(2))
    asked = listings.pause_asked(db, shop.id)
    assert asked is not None
    assert asked.ref == "MUG"


def test_what_was_off_before_stays_off(db, shop):
    with transaction(db):
        listings.ask_pause(db, 1, off=True)
    writes.stop_selling(db, 1, now=later(2))
    writes.resume_selling(db, 1, now=later(3))
    assert [one.listing.taken_off for one in stops.stops(db, 1)] == [True, False]


def test_two_incidents_that_hold_a_bundle_both_have_to_let_go(db, shop):
    add_product(db, "POT", 0)
    with transaction(db):
        db.execute(
            "insert into bundle_part (bundle_id, part_id, quantity)"
            " select (select id from product where sku = 'SET'), id, 1 from product where sku = 'POT'"
        )
    add_listing(db, shop, "POT", shows=0)
    post_order(db, shop, order("B", line("POT", 1), at=90, placed=90), now=later(90))
    for number in (1, 2):
        writes.stop_selling(db, number, now=later(91))
    set_listing = next(one.listing.id for one in stops.stops(db, 1) if one.listing.ref == "SET")
    writes.resume_selling(db, 1, now=later(92))
    assert listings.listing(db, set_listing).taken_off
    writes.resume_selling(db, 2, now=later(93))
    assert not listings.listing(db, set_listing).taken_off


def test_an_accepted_substitute_stays_after_any_later_reading(db, shop):
    add_product(db, "CUP", 9)
    number = db.execute("select id from sales_order").fetchone()[0]
    chosen = Offers(kinds=(Offer.SUBSTITUTE, Offer.REFUND), substitute="CUP", by_when=later(600))
    customer_writes.offer(db, 1, number, chosen, pieces=3, now=later(5))
    cup = db.execute("select id from product where sku = 'CUP'").fetchone()[0]
    assert decisions.held(db, cup) == 3
    customer_writes.answer(db, 1, number, Offer.SUBSTITUTE, now=later(6))
    assert decisions.held(db, cup) == 0
    assert (level(db, "MUG"), level(db, "CUP")) == ((1, 0), (9, 3))
    for at in (7, 8):
        post_order(db, shop, order("A", line("MUG", 3), at=at), now=later(at))
    assert (level(db, "MUG"), level(db, "CUP")) == ((1, 0), (9, 3))
    post_order(db, shop, order("A", line("MUG", 0, shipped=3), at=9), now=later(9))
    assert (level(db, "MUG"), level(db, "CUP")) == ((1, 0), (6, 0))


def test_what_an_offer_holds_is_shown_nowhere_until_its_time_is_up(db, shop):
    add_product(db, "CUP", 3)
    add_listing(db, shop, "CUP", shows=3)
    number = db.execute("select id from sales_order").fetchone()[0]
    before = offers(db, shop)["CUP"]
    chosen = Offers(kinds=(Offer.SUBSTITUTE,), substitute="CUP", by_when=later(30))
    customer_writes.offer(db, 1, number, chosen, pieces=3, now=NOW)
    assert offers(db, shop)["CUP"] == 0
    customer_writes.expire(db, now=later(31))
    assert offers(db, shop)["CUP"] == before
    assert decisions.decided(db, 1)[number].late(later(31))

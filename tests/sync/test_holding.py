"""What offers hold for customers ends by itself, and words to customers are forgotten: housekeeping sees to both."""

from datetime import timedelta

import pytest

from app.core.fixing import Check, Rule, State
from app.core.messages import Message
from app.posting import post_order
from app.store import decisions, fix_checks, letters, settings, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.sync.housekeeping import LETTERS_KEPT, Housekeeping
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order, share


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def oversold(db):
    """One mug, sold twice; its customer is offered a tile, of which three are there."""
    shop = add_shop(db)
    for sku, pieces in (("MUG", 1), ("TILE", 3)):
        add_product(db, sku, pieces)
        share(db, sku)
        add_listing(db, shop, sku, shows=pieces)
    post_order(db, shop, order("1", line("MUG", 2)), now=NOW)
    incident, claim = db.execute("select incident_id, order_id from incident_claim").fetchone()
    (tile,) = db.execute("select id from product where sku = 'TILE'").fetchone()
    until = stamp(NOW + timedelta(hours=1))
    db.execute(
        "insert into offer_hold (incident_id, order_id, product_id, pieces, held_at, until) values (?, ?, ?, 2, ?, ?)",
        (incident, claim, tile, stamp(NOW), until),
    )
    return incident, claim, tile


def keep(db, now):
    said, troubles = [], []
    house = Housekeeping(db, lambda: now, said.append, troubles.append)
    house.step()
    assert troubles == []
    return said


def test_what_is_held_is_free_again_once_its_time_is_over(db, oversold):
    _, _, tile = oversold
    keep(db, NOW + timedelta(minutes=59))
    assert decisions.held(db, tile) == 2
    said = keep(db, NOW + timedelta(minutes=60))
    assert decisions.held(db, tile) == 0
    assert any("TILE" in changes.skus for changes in said)
    state = "select state from push join listing on listing.id = listing_id where sku = 'TILE'"
    assert db.execute(state).fetchone() == ("due",)


def test_a_fix_is_checked_while_nobody_looks(db, oversold):
    incident, _, _ = oversold
    with transaction(db):
        fix_checks.begin(db, incident, Check(rule=Rule.OVERSELL, begun_at=NOW, days=1, orders=None), now=NOW)
        shops.well(db, 1, now=NOW + timedelta(days=1))
    assert not any(changes.incidents for changes in keep(db, NOW + timedelta(hours=23)))
    said = keep(db, NOW + timedelta(days=1))
    assert any(incident in changes.incidents for changes in said)
    assert fix_checks.newest(db, incident).state is State.HELD


def test_the_seller_says_how_long_words_are_kept(db, oversold):
    incident, claim, _ = oversold
    with transaction(db):
        settings.put(db, settings.LETTERS_KEPT, 5, now=NOW)
        letters.save(db, incident, claim, Message(words="Dear Ada"), language="en", template="refund", now=NOW)
        db.execute("update incident set closed_at = ?", (stamp(NOW),))
    keep(db, NOW + timedelta(days=5, minutes=1))
    assert db.execute("select words from incident_letter").fetchone() == ("",)


def test_words_to_customers_are_forgotten_after_their_time_and_that_they_were_sent_stays(db, oversold):
    incident, claim, _ = oversold
    with transaction(db):
        db.execute(
            "insert into incident_letter (incident_id, order_id, language, template, words, marks, saved_at, sent_at)"
            " values (?, ?, 'en', 'refund', 'Dear Ada', '[]', ?, ?)",
            (incident, claim, stamp(NOW), stamp(NOW)),
        )
        db.execute("update incident set closed_at = ?", (stamp(NOW),))
    keep(db, NOW + LETTERS_KEPT)
    assert db.execute("select words from incident_letter").fetchone() == ("Dear Ada",)
    keep(db, NOW + LETTERS_KEPT + timedelta(minutes=1))
    assert db.execute("select words, sent_at from incident_letter").fetchone() == ("", stamp(NOW))

"""While you were away: when that is said, what it counts, and that it is said once."""

from datetime import timedelta

import pytest

from app.posting import post_order
from app.store import absence, shops
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order

BACK = NOW + timedelta(hours=14)


@pytest.fixture
def db(tmp_path):
    db = fresh(tmp_path)
    yield db
    db.close()


@pytest.fixture
def shop(db):
    shop = add_shop(db)
    add_product(db, "MUG", 3)
    add_listing(db, shop, "MUG", shows=3)
    with transaction(db):
        shops.well(db, shop.id, now=NOW)
    return shop


def begin(db, now=BACK):
    with transaction(db):
        absence.begin(db, now=now)
    return absence.unseen(db)


def test_a_short_time_away_and_a_first_start_are_nothing_to_tell(tmp_path, db, shop):
    assert begin(db, NOW + timedelta(minutes=20)) is None
    other = fresh(tmp_path, "other.db")
    assert begin(other) is None
    other.close()


def test_what_came_and_what_it_did(db, shop):
    away = begin(db)
    assert (away.left_at, away.back_at, away.orders, away.caught_up) == (NOW, BACK, 0, False)
    post_order(db, shop, order("1", line("MUG", 2), placed=60), now=BACK + timedelta(seconds=4))
    post_order(db, shop, order("2", line("MUG", 2), placed=120), now=BACK + timedelta(seconds=5))
    later = order("3", line("MUG", 1), placed=14 * 60 + 5)
    post_order(db, shop, later, now=BACK + timedelta(minutes=6))
    with transaction(db):
        shops.poll_complete(db, shop.id, began_at=BACK + timedelta(seconds=1))
        absence.count_messages(db, [NOW + timedelta(hours=1), BACK + timedelta(minutes=1)])
    away = absence.unseen(db)
    assert (away.orders, away.pieces, away.incidents, away.messages) == (2, 4, 1, 1)
    assert away.caught_up


def test_it_is_said_once_and_a_newer_one_stands_for_an_older(db, shop):
    first = begin(db)
    with transaction(db):
        shops.well(db, shop.id, now=BACK)
    second = begin(db, BACK + timedelta(hours=2))
    assert second.id != first.id
    assert second.left_at == BACK
    with transaction(db):
        absence.seen(db, second.id, now=BACK + timedelta(hours=3))
    assert absence.unseen(db) is None

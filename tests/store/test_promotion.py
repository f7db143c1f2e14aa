"""The check before a promotion, as far as the lanes have come."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.core.channel import Reading
from app.store import listings, promotion, pushes, shops
from app.store.database import transaction
from app.store.promotion import Check
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def shop(db: Connection) -> Shop:
    found = add_shop(db, name="Woo")
    for sku in ("CUP", "MUG"):
        add_product(db, sku, 5)
        add_listing(db, found, sku, shows=5)
    quiet(db)
    return found


def quiet(db: Connection) -> None:
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")


def begin(db: Connection, *, sends_here: bool = True) -> Check:
    with transaction(db):
        promotion.begin(db, sends_here=sends_here, now=NOW)
    return now(db)


def now(db: Connection) -> Check:
    found = promotion.open_check(db)
    assert found is not None
    return found


def go_on(db: Connection, minutes: float) -> frozenset[int]:
    with transaction(db):
        return promotion.go_on(db, now=later(minutes))


def read_back(db: Connection, shop: Shop, minutes: float, **shows: int) -> None:
    with transaction(db):
        readings = [Reading(ref=sku, quantity=number) for sku, number in shows.items()]
        listings.save_readings(db, shop.id, readings, read_at=later(minutes))
        db.execute("update listing set settled = 1, believed = seen where seen is not null")


def test_everything_is_sent_then_read_back_then_compared(db: Connection, shop: Shop) -> None:
    check = begin(db)
    (one,) = check.shops
    assert (one.all, one.sent, one.read, one.sent_at) == (2, 0, 0, None)
    assert pushes.waiting(db, [1, 2]) == 2
    assert go_on(db, 0.5) == frozenset(), "nothing is read back before it was sent"
    quiet(db)
    assert go_on(db, 1) == {shop.id}
    (one,) = now(db).shops
    assert one.sent_at == later(1)
    assert db.execute("select count(*) from listing where look_at is not null").fetchone()[0] == 2
    read_back(db, shop, 0.5, CUP=5, MUG=5)
    assert go_on(db, 2) == frozenset(), "what was read before it was sent proves nothing"
    read_back(db, shop, 3, CUP=5)
    assert now(db).shops[0].read == 1
    read_back(db, shop, 4, MUG=4)
    assert go_on(db, 4.2) == {shop.id}
    check = now(db)
    assert (check.compared, check.compared_at) == (True, later(4.2))
    (row,) = promotion.differences(db, check, now=later(5))
    assert (row.shop, row.sku, row.should, row.shows, row.state) == ("Woo", "MUG", 5, 4, "differs")


def test_a_signed_check_is_a_snapshot_that_stays_as_it_was(db: Connection, shop: Shop) -> None:
    begin(db)
    quiet(db)
    go_on(db, 1)
    read_back(db, shop, 2, CUP=5, MUG=4)
    go_on(db, 3)
    with transaction(db):
        promotion.tick(db, 1, shop.id, "only_us", on=True, now=later(3))
        promotion.sign(db, 1, note=" May sale ", now=later(4))
    assert promotion.open_check(db) is None
    with transaction(db):
        db.execute("update listing set believed = 5")
    (old,) = promotion.checks(db)
    assert (old.signed_at, old.note) == (later(4), "May sale")
    assert old.ticks == {(shop.id, "only_us"): later(3)}
    assert promotion.compared_listings(db, old) == 2
    (row,) = promotion.differences(db, old, now=later(9))
    assert (row.sku, row.shows) == ("MUG", 4)
    assert promotion.last_signed_at(db) == later(4)
    with pytest.raises(Exception, match="never changes"):
        db.execute("update promotion_check_row set shows = 5")


def test_a_check_goes_on_after_the_program_was_closed(db: Connection, shop: Shop, tmp_path: Path) -> None:
    begin(db)
    db.close()
    again = fresh(tmp_path)
    quiet(again)
    assert go_on(again, 1) == {shop.id}


def test_what_somebody_else_typed_is_not_overwritten(db: Connection, shop: Shop) -> None:
    with transaction(db):
        db.execute("update listing set differs = 9, believed = 9 where sku = 'MUG'")
    begin(db)
    states = dict(db.execute("select sku, state from push join listing on listing.id = listing_id").fetchall())
    assert states == {"CUP": "due", "MUG": "acknowledged"}


@pytest.mark.parametrize("mode", ["looking", "paused"])
def test_a_shop_that_nothing_is_sent_to_is_only_read_back(db: Connection, shop: Shop, mode: str) -> None:
    with transaction(db):
        shops.set_mode(db, shop.id, mode, now=NOW)
    (one,) = begin(db).shops
    assert (one.sends, one.sent_at) == (False, NOW)
    assert pushes.waiting(db, [1, 2]) == 0
    read_back(db, shop, 1, CUP=5, MUG=5)
    assert go_on(db, 2) == {shop.id}


def test_a_computer_that_does_not_send_only_reads_back(db: Connection, shop: Shop) -> None:
    assert not begin(db, sends_here=False).shops[0].sends


def test_a_shop_can_be_left_out_and_is_listed_as_not_read(db: Connection, shop: Shop) -> None:
    check = begin(db)
    with transaction(db):
        promotion.leave_out(db, check.id, shop.id, now=later(5))
    check = now(db)
    assert check.compared
    assert check.compared_at == later(5)
    assert {row.state for row in promotion.differences(db, check, now=later(5))} == {"unread"}


def test_refused_and_missing_listings_are_differences(db: Connection, shop: Shop) -> None:
    begin(db)
    with transaction(db):
        db.execute("update push set state = 'refused', words = 'No.' where listing_id = 1")
        listings.gone(db, [2], at=later(1))
    assert go_on(db, 1) == {shop.id}, "nothing more can be sent"
    read_back(db, shop, 2, CUP=5)
    go_on(db, 3)
    found = promotion.differences(db, now(db), now=later(3))
    assert [(row.sku, row.state, row.words) for row in found] == [("CUP", "refused", "No."), ("MUG", "gone", "")]


def test_ticks_can_be_taken_back_and_a_check_given_up(db: Connection, shop: Shop) -> None:
    check = begin(db)
    for on, found in ((True, 1), (False, 0)):
        with transaction(db):
            promotion.tick(db, check.id, 0, "rehearsed", on=on, now=NOW)
        assert len(now(db).ticks) == found
    with transaction(db):
        promotion.give_up(db, check.id, now=later(1))
    assert promotion.open_check(db) is None
    assert promotion.last_signed_at(db) is None
    begin(db)
    assert NOW - timedelta(days=1) < now(db).began_at

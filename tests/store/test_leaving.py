"""Leaving: what is at risk, the slices in which it is prepared, what is confirmed, and coming back."""

from datetime import timedelta

import pytest

from app.core.away import FOREVER, Away
from app.store import absence, leaving, lineup, plans, pushes, settings, shops
from app.store.database import transaction
from app.store.leaving import Open, Way
from tests.life import NOW, add_listing, add_product, add_shop, fresh, share

DAY_S = 86_400.0
LATER = NOW + timedelta(hours=9)


@pytest.fixture
def db(tmp_path):
    db = fresh(tmp_path)
    yield db
    db.close()


@pytest.fixture
def two(db):
    return [add_shop(db, "etsy", "Etsy", "E"), add_shop(db)]


def sold_in(db, found, sku, on_hand, **demand):
    """A product that shows everything everywhere, known for a month, and sells so much a week (pieces)."""
    number = add_product(db, sku, on_hand)
    for shop in found:
        add_listing(db, shop, sku, shows=on_hand)
        with transaction(db):
            db.execute(
                "insert into demand (product_id, shop_id, weight, since) values (?, ?, ?, ?)",
                (number, shop.id, demand.get("weekly", 1.0) * 5, "2026-04-01T00:00:00.000Z"),
            )
    with transaction(db):
        db.execute("update stock_level set split = 0 where product_id = ?", (number,))
        db.execute("update push set state = 'acknowledged', due_at = null")
    return number


def prepare(db, away=None, way=Way.QUIT, until=None, now=NOW):
    return list(leaving.prepare(db, away or Away(seconds=DAY_S), way=way, until=until, now=now))


def due(db):
    return {
        sku for (sku,) in db.execute("select sku from push join listing on listing.id = listing_id where state = 'due'")
    }


def test_what_is_at_risk_the_riskiest_first(db, two):
    single = sold_in(db, two, "VASE", 1, weekly=0.1)
    busy = sold_in(db, two, "MUG", 3, weekly=30)
    sold_in(db, two, "PLATE", 500, weekly=1)
    found = leaving.stakes(db, seconds=DAY_S, now=NOW)
    assert [one.product for one in found] == [busy, single], "500 plates do not run out in a day"
    assert leaving.ranked(db, seconds=DAY_S, now=NOW)[:2] == [busy, single]
    assert len(leaving.stakes(db, seconds=FOREVER, now=NOW)) == 3
    vase = next(one for one in found if one.product == single)
    assert (vase.worst, vase.shown, vase.single) == (1, 2, True)
    assert 0 < vase.chance < 0.01
    assert {spot.shop for spot in vase.spots} == {shop.id for shop in two}


def test_only_what_may_run_out_meanwhile_is_split(db, two):
    sold_in(db, two, "VASE", 1)
    sold_in(db, two, "PLATE", 500)
    told = prepare(db)
    assert due(db) == {"VASE"}
    assert frozenset().union(*told) == {shop.id for shop in two}
    leave = leaving.in_force(db)
    assert (leave.away.seconds, leave.way, leave.since, leave.until) == (DAY_S, Way.QUIT, NOW, None)


def test_the_riskiest_slice_is_told_first(db, two, monkeypatch):
    monkeypatch.setattr(leaving, "SLICE", 1)
    sold_in(db, two, "VASE", 1, weekly=0.1)
    sold_in(db, two, "MUG", 3, weekly=30)
    slices = leaving.prepare(db, Away(seconds=DAY_S), way=Way.SLEEP, until=None, now=NOW)
    next(slices)
    assert due(db) == {"MUG"}
    next(slices)
    assert due(db) == {"MUG", "VASE"}


def test_more_held_back_reaches_what_stays_shared(db, two):
    sold_in(db, two, "PLATE", 500)
    prepare(db, Away(seconds=DAY_S, held=2))
    offers = {slot.offer.quantity for slot in pushes.due(db, lineup.waiting(db, two[0].id, now=NOW), now=NOW)}
    assert offers == {498}


def test_a_bundle_follows_its_parts(db, two):
    sold_in(db, two, "MUG", 2)
    add_product(db, "SET", MUG=2)
    add_listing(db, two[1], "SET", shows=1)
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")
    prepare(db)
    assert "SET" in due(db)


def test_a_shop_that_can_be_told_nothing_counts_in_full(db, two):
    number = sold_in(db, two, "VASE", 3, weekly=30)
    with transaction(db):
        shops.set_mode(db, two[0].id, "paused", now=NOW)
    prepare(db)
    planned = plans.plan(db, [number], now=NOW)
    assert sorted(one.offer.quantity for one in planned.values()) == [0, 3], "the paused one keeps all three"
    reached = {spot.shop: spot.reached for one in leaving.stakes(db, seconds=DAY_S, now=NOW) for spot in one.spots}
    assert reached == {two[0].id: False, two[1].id: True}


def told(db, shop, *, read=False):
    """The shop confirms all it was told, and later shows it too."""
    at = "2026-05-14T14:33:00.000Z"
    db.execute(
        "update push set state = 'acknowledged', key_at = ?1 where shop_id = ?2 and state = 'due'", (at, shop.id)
    )
    db.execute("update listing set confirmed_at = ?1 where shop_id = ?2", (at, shop.id))
    if read:
        db.execute("update listing set seen_at = ?1, settled = 1 where shop_id = ?2", (at, shop.id))


def test_told_is_not_yet_confirmed(db, two):
    sold_in(db, two, "VASE", 1)
    prepare(db)
    assert leaving.on_the_way(leaving.count_unconfirmed(db, since=NOW)) == 2
    with transaction(db):
        told(db, two[0])
    states = {one.shop: one.state for one in leaving.unconfirmed(db, since=NOW, now=NOW)}
    assert states == {two[0].id: Open.READ, two[1].id: Open.TELL}
    with transaction(db):
        told(db, two[0], read=True)
        db.execute("update push set state = 'refused' where shop_id = ?", (two[1].id,))
    counted = leaving.count_unconfirmed(db, since=NOW)
    assert counted == {two[1].id: {Open.REFUSED: 1}}
    assert leaving.on_the_way(counted) == 0


def test_a_number_that_somebody_else_replaced_is_not_confirmed(db, two):
    sold_in(db, two, "VASE", 1)
    prepare(db)
    with transaction(db):
        for shop in two:
            told(db, shop, read=True)
        db.execute("update listing set differs = 4 where shop_id = ?", (two[0].id,))
    assert leaving.count_unconfirmed(db, since=NOW) == {two[0].id: {Open.DIFFERS: 1}}


def test_coming_back_tells_what_was_not_confirmed_reads_all_and_shares_again(db, two):
    number = sold_in(db, two, "VASE", 4)
    with transaction(db):
        shops.well(db, two[0].id, now=NOW)
    prepare(db)
    with transaction(db):
        told(db, two[0], read=True)
        leave = leaving.come_back(db, now=LATER)
        absence.begin(db, now=LATER, left=True)
        leaving.read_all(db, silent_since=absence.silent_since(db), now=LATER)
    assert leave.way is Way.QUIT
    assert leaving.in_force(db) is None
    away = absence.unseen(db)
    (open_one,) = away.unconfirmed
    assert (open_one.sku, open_one.shop, open_one.shows, open_one.should) == ("VASE", two[1].id, 4, 2)
    waiting = db.execute("select count(*) from listing where look_at is not null").fetchone()[0]
    assert waiting == 2, "everything is read before anything is sent"
    with transaction(db):
        plans.rethink(db, [number], now=NOW)
    assert db.execute("select split from stock_level where product_id = ?", (number,)).fetchone() == (0,)
    assert away.compared_at is None
    history = settings.history(db, settings.AWAY)
    assert [one.value is None for one in history] == [False, True], "dated, never overwritten"


def test_a_short_time_away_reads_nothing_anew(db, two):
    sold_in(db, two, "VASE", 1)
    prepare(db)
    with transaction(db):
        shops.well(db, two[0].id, now=NOW)
        leaving.read_all(db, silent_since=absence.silent_since(db), now=NOW + timedelta(minutes=5))
    assert db.execute("select count(*) from listing where look_at is not null").fetchone() == (0,)


def test_nothing_prepared_is_nothing_to_take_back(db, two):
    with transaction(db):
        assert leaving.come_back(db, now=LATER) is None
    assert settings.history(db, settings.AWAY) == []


def test_when_every_shop_was_compared_since(db, two):
    with transaction(db):
        shops.well(db, two[0].id, now=NOW)
        absence.begin(db, now=LATER)
        for at, shop in enumerate(two, 1):
            assert absence.unseen(db).compared_at is None
            db.execute(
                "insert into compare (shop_id, began_at, ended_at, why, listings, differing, flagged)"
                " values (?1, ?2, ?2, 'asked', 1, 0, 0)",
                (shop.id, f"2026-05-14T23:4{at}:00.000Z"),
            )
    assert f"{absence.unseen(db).compared_at:%H:%M}" == "23:42"


def test_what_the_seller_wants_is_off_until_it_is_chosen(db):
    plain = leaving.wishes(db, now=NOW)
    assert (plain.alone, plain.early, plain.hours, plain.away.held) == (False, False, None, 0)
    with transaction(db):
        settings.put(db, settings.HOURS, "08:00-18:00 01234", now=NOW)
        settings.put(db, settings.LEAVE_ALONE, 1, now=NOW)
        settings.put(db, settings.LEAVE_AS, Away(held=2, singles=True).text(), now=NOW)
    chosen = leaving.wishes(db, now=NOW)
    assert (chosen.alone, chosen.set_hours, chosen.away.held, chosen.away.singles) == (True, True, 2, True)


def test_what_is_always_shared_is_at_risk_still(db, two):
    number = sold_in(db, two, "MUG", 1)
    share(db, "MUG")
    prepare(db)
    assert [one.product for one in leaving.stakes(db, seconds=DAY_S, now=NOW)] == [number]


def test_a_single_piece_that_never_sold_is_at_risk_all_the_same(db, two):
    number = sold_in(db, two, "VASE", 1)
    with transaction(db):
        db.execute("delete from demand")
        db.execute("update stock_level set split = 0")
    assert [one.product for one in leaving.stakes(db, seconds=DAY_S, now=NOW)] == [number]

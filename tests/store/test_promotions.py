"""Promotions: the mode is three dated settings that end with it, begun by a press or by consent, and reminders."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.store import promotions, pushes, rethinking, settings
from app.store.database import transaction
from app.store.promotions import Planned
from app.sync.housekeeping import Housekeeping
from tests.life import NOW, add_listing, add_product, add_shop, fresh, share

SALE = Planned(
    name="Bank holiday", first_at=NOW + timedelta(days=2), last_at=NOW + timedelta(days=4), uplift=100, held=2
)


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    shop = add_shop(opened)
    add_product(opened, "MUG", 9)
    add_listing(opened, shop, "MUG", shows=9)
    share(opened, "MUG")
    with transaction(opened):
        settings.put(opened, settings.HELD_BACK, 1, now=NOW)
    yield opened
    opened.close()


def shown(db):
    """What the listing may show, once housekeeping has followed."""
    with transaction(db):
        while rethinking.asked(db):
            rethinking.step(db, now=NOW)
    (slot,) = pushes.offers(db, 1, now=NOW)
    return slot.offer.quantity


def act(db, what, *arguments, now=NOW):
    with transaction(db):
        return what(db, *arguments, now=now)


def test_the_mode_holds_more_back_and_leaves_everything_as_it_was(db):
    number = act(db, promotions.add, SALE)
    before = db.execute("select name, value from setting_now where value is not null order by name").fetchall()
    assert shown(db) == 8
    assert act(db, promotions.begin, number)
    assert shown(db) == 6
    assert promotions.running(db).on
    assert not act(db, promotions.begin, number), "it is on already"
    assert act(db, promotions.end, now=NOW + timedelta(hours=5))
    assert shown(db) == 8
    after = db.execute("select name, value from setting_now where value is not null order by name").fetchall()
    assert after == before
    assert [dated.value for dated in settings.history(db, settings.PROMOTION_HELD)] == [2, None]
    assert promotions.running(db) is None
    (snapped,) = promotions.snapshot(db, number)
    assert (snapped.sku, snapped.before, snapped.after) == ("MUG", (9, 9, 9), (9, 9, 9))
    assert promotions.past(db)[0].ended_at == NOW + timedelta(hours=5)


def test_what_the_seller_changes_meanwhile_stays(db):
    number = act(db, promotions.add, SALE)
    act(db, promotions.begin, number)
    with transaction(db):
        settings.put(db, settings.HELD_BACK, 3, now=NOW)
    assert shown(db) == 4
    act(db, promotions.end)
    assert shown(db) == 6


@pytest.mark.parametrize(
    ("by_itself", "after_days", "on"), [(True, 1, False), (True, 2, True), (True, 3, True), (False, 3, False)]
)
def test_by_its_dates_only_where_the_seller_agreed(db, by_itself, after_days, on):
    act(db, promotions.add, replace(SALE, by_itself=by_itself))
    now = NOW + timedelta(days=after_days)
    house = Housekeeping(db, lambda: now, lambda _changes: None, lambda _trouble: None)
    house.step()
    assert (promotions.running(db) is not None) == on
    if on:
        assert act(db, promotions.go_on, now=NOW + timedelta(days=4))
        assert promotions.running(db) is None


def test_one_that_was_called_off_or_gone_by_does_not_come(db):
    number = act(db, promotions.add, SALE)
    assert promotions.coming(db, now=NOW).planned == replace(SALE)
    assert promotions.coming(db, now=NOW + timedelta(days=5)) is None
    act(db, promotions.call_off, number)
    assert promotions.coming(db, now=NOW) is None
    assert not act(db, promotions.begin, number)


def test_a_check_and_a_rehearsal_are_old_after_thirty_days(db):
    ready = promotions.ready(db)
    assert ready.check_old(NOW)
    assert ready.rehearsal_old(NOW)
    db.execute("insert into rehearsal (began_at, report) values ('2026-05-10T00:00:00.000Z', '{}')")
    ready = promotions.ready(db)
    assert not ready.rehearsal_old(NOW)
    assert ready.rehearsal_old(NOW + timedelta(days=30))


def test_stock_for_the_plan_counts_usual_sales_and_the_uplift(db, monkeypatch):
    number = db.execute("select id from product").fetchone()[0]
    monkeypatch.setattr(promotions.sales, "rates", lambda *_a, **_k: {number: 2.0})
    (one,) = promotions.stock_for(db, SALE, now=NOW)
    assert (one.sku, one.needs, one.extra, one.there, one.lacks) == ("MUG", 12, 4, 9, 3)
    assert promotions.stock_for(db, replace(SALE, uplift=0), now=NOW) == []

"""Measured lags: what the newest samples say, and what is taken until there are some."""

from datetime import timedelta

import pytest

from app.posting import post_order
from app.store import by_hand, lags, plans, shops
from app.store.lags import Lag
from app.store.moments import stamp
from app.sync.housekeeping import EVERY_S, Housekeeping
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order


@pytest.fixture
def db(tmp_path):
    db = fresh(tmp_path)
    yield db
    db.close()


def _measured(db, shop: int) -> tuple[float | None, ...]:
    return db.execute(
        "select heard_s, heard_average_s, write_s, write_average_s from shop where id = ?", (shop.id,)
    ).fetchone()


def test_the_percentile_and_the_average_of_the_newest_hundred(db) -> None:
    shop = add_shop(db)
    lags.add(db, shop.id, "heard", [1000.0] * 50, now=NOW)
    lags.add(db, shop.id, "heard", [2.0] * 90 + [30.0] * 10, now=NOW)
    lags.add(db, shop.id, "write", [1.0, 3.0] * 10, now=NOW)
    for _ in range(lags.RECKONED_EVERY):  # a new sample need not be reckoned at once
        lags.add(db, shop.id, "heard", [2.0], now=NOW)
    heard, heard_average, write, write_average = _measured(db, shop)
    assert (heard, write, write_average) == (30.0, 3.0, 2.0)
    assert heard_average == pytest.approx(4.8, abs=0.3)


def test_a_few_lucky_ones_are_no_average(db) -> None:
    shop = add_shop(db)
    for _ in range(lags.MEASURED_AFTER - 1):
        lags.add(db, shop.id, "heard", [2.0], now=NOW)
    assert _measured(db, shop)[:2] == (2.0, None)
    lags.add(db, shop.id, "heard", [2.0], now=NOW)
    assert _measured(db, shop)[:2] == (2.0, 2.0)


def test_an_average_rises_at_once_and_falls_by_a_tenth_or_not_at_all(db) -> None:
    """The mode of a last piece hangs on it."""
    shop, kept = add_shop(db), []
    for seconds in (10.0, 10.4, 9.6, 9.2, 10.5, 10.6):
        lags.add(db, shop.id, "write", [seconds] * 100, now=NOW)
        kept.append(pytest.approx(_measured(db, shop)[3]))
    assert kept == [10.0, 10.4, 10.4, 9.2, 10.5, 10.6]


def test_a_shop_is_reckoned_by_its_own_samples_however_many_another_has(db) -> None:
    """One that hears of its sales while another is told of them: their samples take turns, as in life."""
    first, second = add_shop(db), add_shop(db, "shopify", "Shopify", "S")
    for sample in range(250):
        lags.add(db, first.id, "heard", [1.0 if sample < 100 else 90.0], now=NOW)
        lags.add(db, second.id, "write", [2.0], now=NOW)
    assert _measured(db, first)[:2] == (90.0, 90.0)
    assert _measured(db, second)[2:] == (2.0, 2.0)


@pytest.mark.parametrize("together", [1, 3, 8, 50])
def test_no_sample_waits_for_more_than_seven_others(db, together) -> None:
    shop = add_shop(db)
    lags.add(db, shop.id, "write", [1.0] * 100, now=NOW)
    for _ in range(13):  # a hundred and more of 90 s, by and by
        for _ in range(-(-lags.RECKONED_EVERY // together)):
            lags.add(db, shop.id, "write", [90.0] * together, now=NOW)
        newest = [seconds for (seconds,) in db.execute("select seconds from lag order by id desc limit 100")]
        assert _measured(db, shop)[3] >= (sum(newest) - 90.0 * lags.RECKONED_EVERY) / 100
    assert _measured(db, shop)[2:] == (90.0, 90.0)


def test_what_counts_no_more_is_forgotten_so_that_a_sample_costs_the_same_for_ever(db) -> None:
    first, second = add_shop(db), add_shop(db, "shopify", "Shopify", "S")
    lags.add(db, second.id, "heard", [3.0] * 90, now=NOW)
    for _ in range(500):
        lags.add(db, first.id, "heard", [1.0], now=NOW)
        (kept,) = db.execute("select count(*) from lag where shop_id = ?", (first.id,)).fetchone()
        assert kept < lags.KEEP + lags.RECKONED_EVERY
    assert db.execute("select count(*) from lag where shop_id = ?", (second.id,)).fetchone() == (90,)


def test_until_it_is_measured_the_worst_is_taken() -> None:
    assert lags.known(60.0, None, None, None, None) == (Lag(65.0, 5.0), Lag(65.0, 5.0))
    assert lags.known(60.0, 9.0, 3.0, None, None) == (Lag(65.0, 5.0), Lag(65.0, 5.0)), "a few lucky ones"
    assert lags.known(60.0, 90.0, 8.0, None, None) == (Lag(90.0, 8.0), Lag(90.0, 8.0)), "a few slow ones"
    assert lags.known(60.0, 9.0, 3.0, 4.0, 1.0) == (Lag(9.0, 3.0), Lag(4.0, 1.0))
    assert lags.known(60.0, 9.0, None, 4.0, None) == (Lag(9.0, 5.0), Lag(4.0, 5.0)), "each by itself"


def test_one_quick_entry_is_no_measure_of_a_place_kept_by_hand(db) -> None:
    """It begins with half a day, which its shop holds in place of what is taken of a connected one."""
    shop = add_shop(db)
    db.execute("update shop set write_s = ?", (by_hand.UNMEASURED_S,))
    lags.add(db, shop.id, "write", [4.0] * 19, now=NOW)
    assert _measured(db, shop)[2:] == (by_hand.UNMEASURED_S, None)
    lags.add(db, shop.id, "write", [4.0], now=NOW)
    assert _measured(db, shop)[2:] == (4.0, 4.0)


def test_a_loop_goes_by_way_of_the_slowest() -> None:
    here, there = Lag(2.0, 1.0), Lag(30.0, 4.0)
    slowest = Lag.slowest([here, there])
    assert here.loop_s(slowest) == 31.0, "heard of there, then lowered here"
    assert there.loop_s(slowest) == 34.0, "with a second listing in the same shop"


def test_places_know_both_loops_and_silence_is_added_to_both(db) -> None:
    first, second = add_shop(db), add_shop(db)
    add_product(db, "MUG", 5)
    for shop, heard in ((first, 4.0), (second, 20.0)):
        add_listing(db, shop, "MUG", shows=5)
        lags.add(db, shop.id, "heard", [heard / 2] * 18 + [heard] * 2, now=NOW)
        lags.add(db, shop.id, "write", [2.0] * 20, now=NOW)
    db.execute("update shop set settle_s = 0, orders_read_at = null, trouble_since = null")
    assert _loops(db) == [(22.0, 13.0), (22.0, 13.0)]
    shops.troubled(db, second.id, kind="unavailable", words="", now=NOW - timedelta(seconds=100))
    assert _loops(db) == [(122.0, 113.0), (222.0, 213.0)]


def _loops(db) -> list[tuple[float, float]]:
    ((_, _, places),) = plans.supplies(db, [1], now=NOW)
    return [(place.window_s, pytest.approx(place.average_s)) for place in places]


def test_a_last_piece_is_shared_again_when_the_rush_is_over(db) -> None:
    """Ten minutes after the sales that left it, its housekeeping round shares it: at shops that are quick enough."""
    first, second = add_shop(db), add_shop(db, "shopify", "Shopify", "S")
    add_product(db, "MUG", 3)
    for shop in (first, second):
        add_listing(db, shop, "MUG", shows=3)
        lags.add(db, shop.id, "heard", [2.0] * 18 + [8.0] * 2, now=NOW)
        lags.add(db, shop.id, "write", [1.0] * 20, now=NOW)
        db.execute("insert into demand values (1, ?, 50.0, '2026-04-01T00:00:00.000Z')", (shop.id,))
    db.execute("update shop set settle_s = 0")
    db.execute("update stock_level set split = 0")
    post_order(db, first, order("1", line("MUG", 2)), now=NOW)
    assert _mode_after(db, timedelta(seconds=1)) == "split"
    assert _mode_after(db, timedelta(minutes=9)) == "split"
    assert _mode_after(db, timedelta(minutes=11)) == "shared"
    db.execute("update shop set heard_average_s = 60")  # too slow for a last piece
    assert _mode_after(db, timedelta(minutes=12)) == "split"


def _mode_after(db, passed: timedelta) -> str:
    db.execute("update shop set orders_read_at = ?", (stamp(NOW + passed),))
    house = Housekeeping(db, lambda: NOW + passed, lambda _changes: None, lambda _trouble: None)
    while house.step() < EVERY_S:
        pass
    ((split,),) = db.execute("select split from stock_level").fetchall()
    return "split" if split else "shared"

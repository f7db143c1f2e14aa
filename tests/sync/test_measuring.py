"""What a lane measures of its shop: how late a sale is known and a number lowered, without sleeps and outages."""

from datetime import timedelta

import pytest

from app.core.channel import WriteOutcome
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import ChannelUnavailable
from app.posting import post_adjustment
from app.store import settings, shops
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, line, order
from tests.sync.fake import Bench, FakeChannel, OrderPage, read_shop

SAD = N_("It does not work.")
HOURS_S = 8 * 3600.0


@pytest.fixture
def bench(db, tmp_path):
    """A live shop that shows 50 mugs and 50 cups, as it should, on a computer with a clock that only counts."""
    shop = read_shop(db)
    bench = Bench(tmp_path, shop.id, FakeChannel())
    for sku in ("MUG", "CUP", "JUG"):
        add_product(db, sku, 50)
        add_listing(db, shop, sku, shows=50)
        bench.channel.numbers[sku] = 50
    bench.seconds = 1000.0
    bench.desk.ticks = lambda: bench.seconds
    bench.rest()
    assert measured(db, "write") == []
    yield bench
    bench.lane.close()


def measured(db, kind):
    return [seconds for (seconds,) in db.execute("select seconds from lag where kind = ? order by id", (kind,))]


def breaks(db, bench, *skus):
    for sku in skus or ("MUG",):
        batch = f"{sku} {bench.now}"
        post_adjustment(db, sku, EntryKind.ADJUST, -1, reason="broken", batch=batch, now=bench.now)


def passes(bench, seconds, *, at_a_time=30.0):
    """Time in which the lane works as it should."""
    while seconds > 0:
        step = min(seconds, at_a_time)
        bench.later(step)
        bench.seconds += step
        bench.rest()
        seconds -= step


def sleeps(bench, seconds):
    """The wall clock goes on, the other one stands still, and nobody asks."""
    bench.later(seconds)


def sold(bench, ref, *, seconds_ago):
    placed = (bench.now - NOW).total_seconds() - seconds_ago
    told = order(ref, line("MUG"), placed=placed / 60, at=placed / 60)
    bench.channel.pages.append(OrderPage((told,), ref, more=False))


# ------------------------------------------------------------------------------------------------ lowered numbers


def test_a_queue_is_part_of_what_a_sale_waits_for(db, bench):
    def takes_a_while(method):
        if method == "set_stock":
            bench.later(40)
            bench.seconds += 40

    bench.channel.during = takes_a_while
    breaks(db, bench, "MUG", "CUP", "JUG")  # two calls, one after the other
    bench.rest()
    assert measured(db, "write") == [40.0, 40.0, 80.0]


def test_a_shop_that_asks_to_be_left_alone_for_minutes_is_measured_as_slow(db, bench):
    breaks(db, bench, "MUG", "CUP", "JUG")
    bench.channel.failing("set_stock", ChannelUnavailable(SAD, SAD, retry_after=150.0, sent=False))
    bench.rest()
    passes(bench, 180)
    assert measured(db, "write") == [150.0] * 3


def test_a_number_that_did_not_fit_and_was_read_anew_is_measured_whole(db, bench):
    bench.channel.outcomes.append(WriteOutcome.STALE)
    breaks(db, bench)
    bench.lane.step()
    assert measured(db, "write") == []
    passes(bench, 60)
    (found,) = measured(db, "write")
    assert 0.0 < found <= 60.0


@pytest.mark.parametrize("counts", [0.0, HOURS_S])
def test_what_was_due_before_a_sleep_measures_the_sleep(db, bench, counts):
    breaks(db, bench)
    sleeps(bench, HOURS_S)
    bench.seconds += counts
    bench.rest()
    assert bench.channel.numbers["MUG"] == 49
    assert measured(db, "write") == []
    passes(bench, 60)
    breaks(db, bench)
    passes(bench, 30)
    assert measured(db, "write") == [30.0], "what comes after is measured again"


def test_a_call_that_the_computer_slept_through_measures_the_sleep(db, bench):
    bench.channel.during = lambda method: sleeps(bench, HOURS_S if method == "set_stock" else 0.0)
    breaks(db, bench)
    bench.lane.step()
    assert bench.channel.numbers["MUG"] == 49
    assert measured(db, "write") == []


def test_a_shop_that_was_long_out_of_reach_is_not_slow_afterwards(db, bench):
    """While it lasts the policy adds it to the shop's lags by itself (`plans._silence`)."""
    breaks(db, bench)
    for method in ("set_stock", "orders_changed"):
        bench.channel.failing(method, *[ChannelUnavailable(SAD, SAD)] * 40)
    passes(bench, HOURS_S / 8)
    breaks(db, bench, "CUP")
    bench.channel.fail.clear()
    passes(bench, 1800)
    assert (bench.channel.numbers["MUG"], bench.channel.numbers["CUP"]) == (49, 49)
    assert measured(db, "write") == []
    breaks(db, bench, "JUG")
    passes(bench, 30)
    assert measured(db, "write") == [30.0]


def test_what_was_due_while_nothing_was_sent_waited_for_the_seller(db, bench):
    with transaction(db):
        shops.set_mode(db, bench.desk.shop_id, "paused", now=bench.now)
    passes(bench, 30)
    breaks(db, bench)
    passes(bench, 3600)
    with transaction(db):
        shops.set_mode(db, bench.desk.shop_id, "live", now=bench.now)
    passes(bench, 60)
    assert bench.channel.numbers["MUG"] == 49
    assert measured(db, "write") == []


def test_a_number_that_was_refused_is_no_old_wait_when_it_is_lowered_again(db, bench):
    bench.channel.outcomes.append(WriteOutcome.REFUSED)
    breaks(db, bench)
    passes(bench, 7200)
    breaks(db, bench)
    passes(bench, 30)
    assert bench.channel.numbers["MUG"] == 48
    assert measured(db, "write") == []


# ------------------------------------------------------------------------------------------------ sales


def test_a_sale_that_only_a_rare_poll_finds_is_measured(db, bench):
    """Its webhook was lost, and the next poll comes ten minutes after the last."""
    with transaction(db):
        settings.put(db, settings.POLL_S, 600, shop=bench.desk.shop_id, now=NOW)
    passes(bench, 60)  # the poll after which the next one comes late
    passes(bench, 570)
    sold(bench, "1", seconds_ago=500)
    passes(bench, 60)
    assert measured(db, "heard") == [530.0]


@pytest.mark.parametrize("counts", [0.0, HOURS_S])
def test_a_sale_made_while_the_computer_slept_measures_the_sleep(db, bench, counts):
    passes(bench, 60)
    sleeps(bench, HOURS_S)
    bench.seconds += counts
    sold(bench, "1", seconds_ago=200)
    bench.rest()
    assert measured(db, "heard") == []
    passes(bench, 60, at_a_time=20.0)
    sold(bench, "2", seconds_ago=20)
    passes(bench, 60, at_a_time=20.0)
    (found,) = measured(db, "heard")
    assert 20.0 <= found <= 80.0, "what is made after it is measured again"


def test_a_short_sleep_is_told_by_the_other_clock(db, bench):
    passes(bench, 60)
    sleeps(bench, 100)
    sold(bench, "1", seconds_ago=90)
    breaks(db, bench, "CUP")
    bench.rest()
    assert measured(db, "heard") == []


def test_a_sale_made_while_the_shop_was_out_of_reach_is_not_measured(db, bench):
    bench.channel.failing("orders_changed", *[ChannelUnavailable(SAD, SAD)] * 12)
    passes(bench, 3600)
    bench.channel.fail.clear()
    sold(bench, "1", seconds_ago=1000)
    passes(bench, 1800)
    assert db.execute("select count(*) from sales_order").fetchone() == (1,)
    assert measured(db, "heard") == []


def test_a_shop_whose_clock_is_behind_is_measured_without_the_difference(db, bench):
    bench.channel.clock_behind = timedelta(hours=1)
    passes(bench, 120)
    sold(bench, "1", seconds_ago=3600 + 40)
    passes(bench, 60)
    (found,) = measured(db, "heard")
    assert 40.0 <= found <= 100.0

"""So many calls a second and a day: what is told, what is kept free, and who gives way first."""

import math
from datetime import timedelta

import httpx
import pytest

from app.channels.etsy.quota import PER_DAY, PER_SECOND, Need, Quota
from app.core.channel import WriteOutcome
from app.errors import ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.etsy_world import START, World, cursor_at

LATER = START + timedelta(minutes=10)


def told(left: int, limit: int = 5000, second: int = 5) -> Quota:
    quota = Quota()
    headers = {
        "x-limit-per-second": "5",
        "x-remaining-this-secon": str(second),  # as Etsy's page prints it
        "x-limit-per-day": str(limit),
        "x-remaining-today": str(left),
    }
    quota.told(headers, START)
    return quota


def wait(quota: Quota, need: Need, calls: int = 1, at: object = START) -> float | None:
    assert at in (START, LATER)
    try:
        quota.check(START if at is START else LATER, need, calls)
    except ChannelUnavailable as error:
        return error.retry_after if not error.sent else math.nan
    return None


def test_assumed_until_told() -> None:
    quota = Quota()
    assert (quota.per_second, quota.per_day, quota.left_today(START)) == (PER_SECOND, PER_DAY, PER_DAY)
    assert wait(quota, Need.LIST) is None


def test_told_by_the_headers() -> None:
    quota = told(1234, limit=10_000)
    assert (quota.per_second, quota.per_day, quota.left_today(START)) == (5, 10_000, 1234)


@pytest.mark.parametrize(
    ("left", "gives_way"),
    [
        (1001, []),
        (1000, [Need.LIST]),
        (750, [Need.LIST, Need.READ]),
        (500, [Need.LIST, Need.READ, Need.ORDERS]),
        (1, [Need.LIST, Need.READ, Need.ORDERS]),
        (0, [Need.LIST, Need.READ, Need.ORDERS, Need.WRITE]),
    ],
)
def test_the_last_tenth_of_the_day_is_for_stock(left: int, gives_way: list[Need]) -> None:
    quota = told(left)
    assert [need for need in reversed(Need) if wait(quota, need) is not None] == gives_way


def test_waiting_for_the_day_is_as_long_as_a_call_takes_to_come_back() -> None:
    assert wait(told(500), Need.ORDERS) == pytest.approx(86_400 / 5000)
    assert wait(told(400), Need.ORDERS) == pytest.approx(101 * 86_400 / 5000)
    assert wait(told(0), Need.LIST) == 3600.0
    assert wait(told(500), Need.ORDERS, at=LATER) is None


def test_calls_of_our_own_count_before_etsy_tells() -> None:
    quota = told(502)
    for _ in range(2):
        quota.sent(START)
    assert quota.left_today(START) == 500
    assert wait(quota, Need.ORDERS) is not None


def test_a_write_waits_for_room_for_both_its_calls() -> None:
    assert wait(told(5000, second=1), Need.WRITE, calls=2) == pytest.approx(1.0)
    assert wait(told(5000, second=2), Need.WRITE, calls=2) is None
    assert wait(told(5000, second=0), Need.WRITE, calls=2, at=LATER) is None


def test_nonsense_in_headers_is_ignored() -> None:
    quota = Quota()
    quota.told({"x-limit-per-day": "lots", "x-remaining-today": "-3", "x-limit-per-second": "0", "x-other": "1"}, START)
    assert (quota.per_second, quota.per_day) == (PER_SECOND, PER_DAY)


# --- with Etsy -------------------------------------------------------------------------------------------------------


def test_the_second_is_full() -> None:
    world = World(per_second=2)
    mug = world.shop.add_product("MUG", 5)
    for _ in range(2):
        world.channel.stock([mug])
    with pytest.raises(ChannelUnavailable) as caught:
        world.channel.stock([mug])
    assert (caught.value.sent, len(world.wire.requests)) == (False, 2)
    world.tick(seconds=1)
    assert world.channel.stock([mug])


def test_polling_gives_way_and_stock_is_still_written() -> None:
    world = World()
    mug = world.shop.add_product("MUG", 5)
    world.shop.gate.per_day = 20
    for _ in range(18):
        world.channel.orders_changed(cursor_at(START))
    with pytest.raises(ChannelUnavailable) as caught:
        world.channel.orders_changed(cursor_at(START))
    assert not caught.value.sent
    assert caught.value.retry_after
    assert world.set(mug, 4, 5).outcome is WriteOutcome.DONE
    with pytest.raises(ChannelUnavailable):
        world.set(mug, 3, 4)
    world.tick(hours=25)
    assert world.set(mug, 3, 4).outcome is WriteOutcome.DONE


def test_etsy_itself_says_wait() -> None:
    world = World()
    world.shop.gate.per_day = 1
    world.channel.stock(["1"])
    world.tick(hours=1)
    world.restart()  # what was told is forgotten, so Etsy tells again
    with pytest.raises(ChannelUnavailable) as caught:
        world.channel.stock(["1"])
    assert (caught.value.status, caught.value.retry_after, caught.value.sent) == (429, 23 * 3600.0, False)


def test_a_throttled_write_was_not_made() -> None:
    world = World()
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.retry_after_s = 7
    world.shop.faults.fail_next(None, Fault.THROTTLED)
    with pytest.raises(ChannelUnavailable) as caught:
        world.set(mug, 4, 5)
    assert (caught.value.retry_after, caught.value.sent, world.shop.kept(mug)) == (7.0, False, 5)


def test_a_429_without_words_or_wait() -> None:
    world = World()
    channel = world.open(httpx.MockTransport(lambda request: httpx.Response(429)))
    with pytest.raises(ChannelUnavailable) as caught:
        channel.stock(["1"])
    assert (caught.value.retry_after, caught.value.sent) == (None, False)


def test_the_allowance_is_the_day_as_it_was_told() -> None:
    assert Quota().allowance(START) is None, "not told yet: nothing is made up"
    found = told(3300).allowance(START)
    assert found is not None
    assert (found.used, found.limit, found.full_s) == (1700, 5000, 86_400)
    assert found.share == 0.34
    later = told(3300).allowance(LATER)
    assert later is not None
    assert later.used < 1700, "unused calls come back"


def test_a_shop_tells_its_allowance_and_until_when_it_lets_us_come_back() -> None:
    world = World()
    world.channel.introduce()
    found = world.channel.told()
    assert found.allowance is not None
    assert found.keys_end_at == world.channel.tokens.refresh_ends
    world.secrets.pop("tokens")
    assert world.open().told().keys_end_at is None, "signed out: nothing is known"

"""Lanes while the seller leaves, and after the computer slept or its clock was set, with simulated clocks."""

from datetime import timedelta

import pytest

from app.core.away import Away
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import ChannelUnavailable
from app.leaving import Leaving
from app.posting import post_adjustment
from app.store import absence, leaving, looks, pushes, settings
from app.store.database import transaction
from app.store.leaving import Open, Way
from app.sync.desk import Heard
from app.sync.housekeeping import Housekeeping
from tests.life import NOW, add_listing, add_product
from tests.sync.fake import Bench, FakeChannel, read_shop

SAD = N_("It does not work.")


@pytest.fixture
def benches(db, tmp_path):
    """Two live shops that share two vases, with a clock that may be set and one that only counts."""
    heard, found = Heard(), []
    add_product(db, "VASE", 2)
    for name in ("A", "B"):
        shop = read_shop(db, name, name)
        add_listing(db, shop, "VASE", shows=2)
        sells(db, shop)
        channel = FakeChannel()
        channel.numbers["VASE"] = 2
        found.append(Bench(tmp_path, shop.id, channel, heard))
    with transaction(db):
        db.execute("update stock_level set split = 0")
    for bench in found:
        bench.seconds = 1000.0
        bench.desk.ticks = lambda bench=bench: bench.seconds
        bench.rest()
    rest(found)
    yield found
    for bench in found:
        bench.lane.close()


def sells(db, shop):
    with transaction(db):
        db.execute(
            "insert into demand (product_id, shop_id, weight, since) values (1, ?, 5.0, '2026-04-01T00:00:00.000Z')",
            (shop.id,),
        )


def rest(benches):
    for _ in range(4):
        for bench in benches:
            bench.rest()


def passes(benches, seconds, *, ticks=None):
    for bench in benches:
        bench.later(seconds)
        bench.seconds += seconds if ticks is None else ticks


def silent(bench):
    for method in ("set_stock", "stock", "orders_changed"):
        bench.channel.failing(method, *[ChannelUnavailable(SAD, SAD)] * 30)


def numbers(benches):
    return [bench.channel.numbers["VASE"] for bench in benches]


def prepare(db, benches, way=Way.SLEEP):
    list(leaving.prepare(db, Away(seconds=86_400.0), way=way, until=None, now=benches[0].now))


def open_states(db, since=NOW):
    return {state for counts in leaving.count_unconfirmed(db, since=since).values() for state in counts}


def test_what_is_told_is_read_back_before_it_counts(db, benches):
    assert numbers(benches) == [2, 2]
    passes(benches, 10)
    prepare(db, benches)
    since = benches[0].now
    assert open_states(db, since) == {Open.TELL}
    for bench in benches:
        bench.channel.said.clear()
    rest(benches)
    passes(benches, 5)
    rest(benches)
    assert numbers(benches) == [1, 1]
    assert leaving.count_unconfirmed(db, since=since) == {}
    for bench in benches:
        said = " ".join(map(str, bench.channel.said))
        assert said.index("set_stock") < said.rindex(" stock"), said


def test_a_shop_that_says_yes_and_shows_the_old_number_is_found_out(db, benches):
    """It answered the write well, and sells on: only reading back tells."""
    passes(benches, 10)
    prepare(db, benches)
    since = benches[0].now
    liar = benches[0].channel
    liar.during = lambda method: liar.numbers.update(VASE=2) if method == "stock" else None
    rest(benches)
    passes(benches, 5)
    rest(benches)
    passes(benches, 100)
    rest(benches)
    assert open_states(db, since) == {Open.DIFFERS}


def test_a_silent_shop_is_named_at_the_return(db, benches):
    passes(benches, 10)
    prepare(db, benches)
    silent(benches[1])
    rest(benches)
    with transaction(db):
        leaving.come_back(db, now=benches[0].now)
    names = {one.shop for one in leaving.told_at(db, benches[0].now)}
    assert names == {benches[1].desk.shop_id}


@pytest.mark.parametrize("ticks", [30.0, 28_800.0])
def test_after_a_sleep_every_shop_is_read_before_anything_is_sent(db, benches, ticks):
    """Whether the counting clock stood still meanwhile or not."""
    passes(benches, 10)
    prepare(db, benches)
    rest(benches)
    passes(benches, 5)
    rest(benches)
    passes(benches, 28_800, ticks=ticks)
    post_adjustment(db, "VASE", EntryKind.ADJUST, 5, reason="found", batch="f", now=benches[0].now)
    for bench in benches:
        bench.channel.said.clear()
    first, second = benches
    first.rest()
    assert first.channel.writes == first.channel.writes[:1], "the other has not been read"
    assert leaving.in_force(db) is None, "it is shared again"
    assert absence.unseen(db) is not None
    rest(benches)
    with transaction(db):
        pushes.mark_shop_due(db, first.desk.shop_id, now=first.now)
        pushes.mark_shop_due(db, second.desk.shop_id, now=second.now)
    passes(benches, 2)
    rest(benches)
    for bench in benches:
        said = [str(one) for one in bench.channel.said]
        writes = [at for at, one in enumerate(said) if "set_stock" in one]
        reads = [at for at, one in enumerate(said) if one == "stock"]
        assert reads, said
        assert not writes or min(reads) < min(writes), said
    assert numbers(benches) == [7, 7]


def test_a_lane_that_waited_long_asks_at_once_after_a_sleep(db, benches):
    bench = benches[0]
    silent(bench)
    passes(benches, 70)
    for _ in range(12):
        bench.lane.step()
        bench.later(30)
        bench.seconds += 30
    bench.channel.fail.clear()
    assert bench.lane._backoff.until is not None
    passes(benches, 3600)
    bench.channel.said.clear()
    bench.lane.step()
    assert bench.channel.said, "what was put off is due"


def test_a_clock_that_is_set_back_makes_nobody_wait_an_hour(db, benches):
    bench = benches[0]
    passes(benches, 100)
    rest(benches)
    with transaction(db):
        looks.look_again(db, [1], at=bench.now + timedelta(seconds=20))
    passes(benches, -3590, ticks=10)
    bench.channel.said.clear()
    bench.rest()
    assert bench.channel.said, "orders are asked for at once"
    assert looks.to_look_at(db, bench.desk.shop_id, now=bench.now + timedelta(seconds=25), limit=9) == ["VASE"]


def test_numbers_that_were_lowered_do_not_hold_early_by_a_clock_set_forward(db, benches):
    from app.store import clock_set

    bench = benches[0]
    with transaction(db):
        db.execute("update listing set settle_at = '2026-05-14T14:33:00.000Z'")
        clock_set.settle_later(db, bench.desk.shop_id, timedelta(seconds=120), now=NOW + timedelta(hours=1))
    rows = dict(db.execute("select shop_id, settle_at from listing").fetchall())
    assert rows[bench.desk.shop_id] == "2026-05-14T15:34:00.000Z"
    assert rows[benches[1].desk.shop_id] == "2026-05-14T14:33:00.000Z"


# Unasked: only with consent, and within the time that the system grants


@pytest.fixture
def unasked(db, benches, tmp_path):
    woken = []

    def wake(some):
        woken.append(some)
        rest(benches)
        passes(benches, 5)
        rest(benches)

    found = Leaving(tmp_path / "inventory.db", clock=lambda: benches[0].now, wake=wake, installation="me")
    found.woken = woken
    with transaction(db):
        settings.put_fact(db, settings.SENDER, "me")
    for bench in benches:
        object.__setattr__(bench.desk, "installation", "me")
    return found


def test_without_consent_nothing_is_done(db, benches, unasked):
    assert unasked.unasked("sleep", 5.0) is None
    assert leaving.in_force(db) is None
    assert numbers(benches) == [2, 2]
    assert unasked.woken == []


def test_with_consent_it_is_prepared_and_confirmed_in_time(db, benches, unasked):
    with transaction(db):
        settings.put(db, settings.LEAVE_ALONE, 1, now=NOW)
    passes(benches, 10)
    assert unasked.unasked("sleep", 5.0) == 0
    assert numbers(benches) == [1, 1]
    assert leaving.in_force(db).way is Way.SLEEP


def test_when_the_time_is_up_it_says_how_many_are_left(db, benches, unasked):
    with transaction(db):
        settings.put(db, settings.LEAVE_ALONE, 1, now=NOW)
    silent(benches[1])
    passes(benches, 10)
    assert unasked.unasked("shutdown", 0.5) == 1


def test_a_computer_that_does_not_send_prepares_nothing(db, benches, unasked):
    with transaction(db):
        settings.put(db, settings.LEAVE_ALONE, 1, now=NOW)
        settings.put_fact(db, settings.SENDER, "another")
    assert unasked.unasked("sleep", 5.0) is None


def test_what_may_happen_until_the_usual_return(db, benches, unasked):
    assert unasked.outlook().until is None
    with transaction(db):
        settings.put(db, settings.HOURS, "08:00-18:00 0123456", now=NOW)
    found = unasked.outlook()
    assert found.until is not None
    assert found.seconds == 86_400.0, "at least a day"
    (vase,) = found.stakes
    assert vase.worst == 2
    assert unasked.outlook(known=False).until is None


# Before the usual end of the day

END = NOW.astimezone().replace(hour=18, minute=0)


def house(db, at):
    return Housekeeping(db, lambda: at[0], lambda _changes: None, lambda _error: None, "me")


@pytest.fixture
def agreed(db, benches):
    with transaction(db):
        settings.put_fact(db, settings.SENDER, "me")
        settings.put(db, settings.HOURS, "08:00-18:00 0123456", now=NOW)
        settings.put(db, settings.LEAVE_EARLY, 1, now=NOW)


def rounds(db, at, minutes):
    """A round of housekeeping so long after the last."""
    at[0] += timedelta(minutes=minutes)
    made = house(db, at)
    made._checked, made._measured_at, made._tidied_at = True, at[0], at[0]
    for _ in range(3):
        made.step()


def test_half_an_hour_before_the_end_it_is_prepared_until_the_morning(db, benches, agreed):
    at = [END - timedelta(minutes=40)]
    rounds(db, at, 0)
    assert leaving.in_force(db) is None
    rounds(db, at, 15)
    leave = leaving.in_force(db)
    assert leave.way is Way.EVENING
    assert leave.until.astimezone().strftime("%H:%M") == "08:00"
    rounds(db, at, 60)
    assert leaving.in_force(db) is not None, "who works on late goes on prepared"
    rounds(db, at, 14 * 60)
    assert leaving.in_force(db) is None, "in the morning it is shared again"


def test_what_was_taken_back_is_not_done_again_on_that_day(db, benches, agreed):
    at = [END - timedelta(minutes=20)]
    rounds(db, at, 0)
    assert leaving.in_force(db) is not None
    with transaction(db):
        leaving.take_back(db, now=at[0])
    rounds(db, at, 5)
    assert leaving.in_force(db) is None
    rounds(db, at, 24 * 60)
    assert leaving.in_force(db) is not None, "but on the next"


@pytest.mark.parametrize("missing", [settings.LEAVE_EARLY, settings.HOURS])
def test_without_consent_or_hours_nothing_is_done(db, benches, agreed, missing):
    with transaction(db):
        settings.put(db, missing, None, now=NOW)
    rounds(db, [END - timedelta(minutes=10)], 0)
    assert leaving.in_force(db) is None


def test_another_computer_that_sends_prepares_by_itself(db, benches, agreed):
    with transaction(db):
        settings.put_fact(db, settings.SENDER, "another")
    rounds(db, [END - timedelta(minutes=10)], 0)
    assert leaving.in_force(db) is None

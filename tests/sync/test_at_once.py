"""Two batches under way together: each ends by itself, and a shop that does not bear it is asked one by one."""

from threading import Barrier

import pytest

from app.core.channel import ChannelInfo, Guard
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import ChannelUnavailable
from app.posting import post_adjustment
from app.sync.threads import at_once
from tests.life import NOW, add_listing, add_product, fresh
from tests.sync.fake import Bench, FakeChannel, read_shop

SKUS = [f"MUG-{n}" for n in range(6)]
INFO = ChannelInfo(
    key="fake", title="Fake", letter="F", ways=(), guard=Guard.DELTA, repeatable=False, write_batch=2, read_batch=6,
    writes_at_once=2,
)  # fmt: skip


@pytest.fixture
def bench(tmp_path):
    db = fresh(tmp_path)
    shop = read_shop(db)
    channel = FakeChannel(info=INFO)
    for sku in SKUS:
        add_product(db, sku, 5)
        add_listing(db, shop, sku, shows=5)
        channel.numbers[sku] = 5
    bench = Bench(tmp_path, shop.id, channel)
    bench.rest()
    bench.beside = []

    def noted(calls):
        bench.beside.append(len(calls))
        return [call() for call in calls]

    bench.desk.at_once = noted
    for sku in SKUS:
        post_adjustment(db, sku, EntryKind.ADJUST, 2, reason="found", batch=sku, now=NOW)
    yield bench
    bench.lane.close()
    db.close()


def states(bench: Bench) -> list[str]:
    return [state for (state,) in bench.db.execute("select state from push order by listing_id")]


def test_two_batches_are_sent_together_and_all_that_was_due_is_written(bench):
    bench.rest()
    assert bench.beside == [2, 1]
    assert [bench.channel.numbers[sku] for sku in SKUS] == [7] * 6
    assert set(states(bench)) == {"acknowledged"}


def test_one_that_is_lost_leaves_the_other_and_from_then_on_they_go_one_by_one(bench):
    bench.channel.failing("set_stock", ChannelUnavailable(N_("Busy."), status=503))
    assert bench.lane.step() > 0, "it backs off"
    assert bench.beside == [2]
    assert [bench.channel.numbers[sku] for sku in SKUS] == [5, 5, 7, 7, 5, 5]
    assert states(bench)[2:4] == ["acknowledged"] * 2
    unsure = [flag for (flag,) in bench.db.execute("select unsure from push order by listing_id")]
    assert unsure == [1, 1, 0, 0, 0, 0], "nobody knows what became of the first batch, and of no other"
    for _ in range(10):
        bench.later(120)
        bench.rest()
    assert [bench.channel.numbers[sku] for sku in SKUS] == [7] * 6
    assert set(bench.beside[1:]) == {1}


def test_calls_are_under_way_at_the_same_time_and_all_have_ended_when_one_is_a_bug():
    meeting, ended = Barrier(2, timeout=5), []

    def met(name: str) -> str:
        meeting.wait()
        ended.append(name)
        return name

    assert at_once([lambda: met("one"), lambda: met("other")]) == ["one", "other"]
    ended.clear()

    def bug() -> str:
        meeting.wait()
        raise ZeroDivisionError

    for calls in ([bug, lambda: met("other")], [lambda: met("one"), bug]):
        with pytest.raises(ZeroDivisionError):
            at_once(calls)
    assert ended == ["other", "one"]
    assert at_once([]) == []

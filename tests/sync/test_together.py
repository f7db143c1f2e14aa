"""Writes that share a key: taken together, made good together, and alone once one of them spoiled the others."""

from collections.abc import Sequence

import pytest

from app.core.channel import ChannelInfo, Guard, StockWrite, WriteOutcome, WriteResult
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import ChannelUnavailable
from app.posting import post_adjustment
from app.store import looks
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, fresh
from tests.sync.fake import Bench, FakeChannel, read_shop

SKUS = [f"MUG-{n}" for n in range(6)]
INFO = ChannelInfo(
    key="fake", title="Fake", letter="F", ways=(), guard=Guard.COMPARE_AND_SET, repeatable=True,
    write_batch=6, read_batch=6, write_keys=2,
)  # fmt: skip


class Grouping(FakeChannel):
    """Takes what shares a key together or not at all; `stale` rows spoil theirs."""

    def __init__(self) -> None:
        super().__init__(info=INFO)
        self.stale: set[str] = set()
        self.calls: list[list[StockWrite]] = []

    def set_stock(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        self.calls.append(list(writes))
        self._call("set_stock")
        spoiled = {write.key for write in writes if write.ref in self.stale}
        alone = {write.key for write in writes if [one.key for one in writes].count(write.key) == 1}
        return [self._ended(write, spoiled, alone) for write in writes]

    def _ended(self, write: StockWrite, spoiled: set[str], alone: set[str]) -> WriteResult:
        if write.key not in spoiled:
            return self._set(write)
        if write.key in alone:
            self.stale.discard(write.ref)
            return WriteResult(ref=write.ref, outcome=WriteOutcome.STALE)
        return WriteResult(ref=write.ref, outcome=WriteOutcome.AGAIN)


@pytest.fixture
def bench(tmp_path):
    db = fresh(tmp_path)
    shop = read_shop(db)
    channel = Grouping()
    for sku in SKUS:
        add_product(db, sku, 5)
        add_listing(db, shop, sku, shows=5)
        channel.numbers[sku] = 5
    bench = Bench(tmp_path, shop.id, channel)
    bench.rest()
    for sku in SKUS:
        post_adjustment(db, sku, EntryKind.ADJUST, -2, reason="broken", batch=sku, now=NOW)
    yield bench
    bench.lane.close()
    db.close()


def keys(call: Sequence[StockWrite]) -> list[int]:
    """How many writes each key of a call stands for."""
    found = [write.key for write in call]
    return [found.count(key) for key in dict.fromkeys(found)]


def shown(bench: Bench) -> set[int | None]:
    return {bench.channel.numbers[sku] for sku in SKUS}


def test_one_call_holds_more_listings_than_keys(bench):
    bench.rest()
    assert [keys(call) for call in bench.channel.calls] == [[3, 3]]
    assert shown(bench) == {3}


def test_what_another_one_spoiled_is_sent_at_once_under_a_key_of_its_own(bench):
    bench.channel.stale.add(SKUS[1])
    bench.rest()
    first, *alone = bench.channel.calls
    assert keys(first) == [3, 3]
    assert all(keys(call) == [1] * len(call) for call in alone)
    used = [write.key for call in bench.channel.calls for write in call]
    assert len(set(used)) == 2 + sum(map(len, alone)), "no key is used for anything else"
    assert shown(bench) == {3}


def test_a_lost_answer_is_asked_for_again_by_the_same_groups(bench):
    bench.channel.failing("set_stock", ChannelUnavailable(N_("It does not work.")))
    bench.rest()
    bench.later(10)
    bench.rest()
    lost, again = bench.channel.calls[:2]
    assert {(write.ref, write.key, write.quantity, write.believed) for write in lost} == {
        (write.ref, write.key, write.quantity, write.believed) for write in again
    }
    assert all(write.repeated for write in again)


def test_of_a_lost_group_only_what_is_still_unknown_is_asked_for(bench):
    """One of it was looked at meanwhile: the rest goes under the old key, which the channel then knows otherwise."""
    bench.channel.failing("set_stock", ChannelUnavailable(N_("It does not work.")))
    bench.rest()
    lost = bench.channel.calls[0]
    row = bench.db.execute("select id from listing where ref = ?", (SKUS[0],)).fetchone()
    with transaction(bench.db):
        looks.look_again(bench.db, [row[0]], at=bench.now)
    bench.later(10)
    bench.rest()
    for call in bench.channel.calls[1:]:
        assert all(write.repeated == (write.key in {one.key for one in lost}) for write in call)
    assert shown(bench) == {3}

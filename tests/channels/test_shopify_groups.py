"""Stock writes that share a key at Shopify: taken together or not at all, and made good only as a whole."""

import httpx
import pytest

from app.channels.shopify.info import WRITE_BATCH, WRITE_KEYS
from app.core.channel import StockWrite, WriteOutcome
from app.simulator.faults import Fault
from tests.channels.shopify_world import World
from tests.channels.test_shopify_stock import outcome, writes


@pytest.fixture
def world() -> World:
    return World()


def shared(world: World, refs: list[str], *keys: str, repeated: bool = False) -> list[StockWrite]:
    """A write from 5 to 3 for each, so many under each key as there are."""
    together = -(-len(refs) // len(keys))
    return [world.write(ref, 3, 5, key=keys[row // together], repeated=repeated) for row, ref in enumerate(refs)]


def test_a_whole_restock_batch_is_one_request_of_few_points(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(WRITE_BATCH)]
    results = world.channel.set_stock(shared(world, refs, *map(str, range(WRITE_KEYS))))
    assert [result.ref for result in results] == refs
    assert {outcome(result) for result in results} == {(WriteOutcome.DONE, 3)}
    assert {world.shop.quantity(ref) for ref in refs} == {3}
    assert sum(writes(request) for request in world.wire.requests) == 1
    told = world.channel.told().allowance
    assert told is not None
    assert told.used <= 12 * WRITE_KEYS


@pytest.mark.parametrize("named", [True, False])
def test_of_a_group_all_is_taken_or_nothing_and_other_groups_are(world: World, named: bool) -> None:
    refs = sorted(world.shop.add_product(f"MUG-{row}", 5) for row in range(6))
    world.shop.sell((refs[1], 1))
    world.shop.names_rows = named
    results = world.channel.set_stock(shared(world, refs, "first", "second"))
    stale = WriteOutcome.STALE if named else WriteOutcome.AGAIN
    again, done = WriteOutcome.AGAIN, WriteOutcome.DONE
    assert [result.outcome for result in results] == [again, stale, again, done, done, done]
    assert [world.shop.quantity(ref) for ref in refs] == [5, 4, 5, 3, 3, 3]


def test_a_group_is_made_good_by_its_key_and_only_as_a_whole(world: World) -> None:
    """A key stands for all that was sent under it: with one missing, nothing is known, and nothing is written."""
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(3)]
    world.shop.faults.fail_next(Fault.LOST_AFTER, when=writes)
    lost = world.channel.set_stock(shared(world, refs, "key"))
    assert {result.outcome for result in lost} == {WriteOutcome.UNKNOWN}
    assert world.shop.sell((refs[0], 1))
    fewer = world.channel.set_stock(shared(world, refs[:2], "key", repeated=True))
    assert {result.outcome for result in fewer} == {WriteOutcome.STALE}
    whole = world.channel.set_stock(shared(world, refs[::-1], "key", repeated=True))
    assert {outcome(result) for result in whole} == {(WriteOutcome.DONE, None)}, "in whichever order they come"
    assert [world.shop.quantity(ref) for ref in refs] == [2, 3, 3]


def test_a_group_that_was_sent_before_and_is_refused_now_is_looked_at(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(3)]
    world.shop.sell((refs[0], 1))
    again = world.channel.set_stock(shared(world, refs, "key", repeated=True))
    assert {result.outcome for result in again} == {WriteOutcome.STALE}


def test_a_group_that_was_set_in_part_is_of_unknown_fate(world: World) -> None:
    told = [{"code": "INVALID_LOCATION", "field": ["input", "quantities", "1", "locationId"], "message": "No"}]
    body = {"data": {"w0": {"inventoryAdjustmentGroup": {"id": "gid://shopify/G/1"}, "userErrors": told}}}
    answer = httpx.MockTransport(lambda _: httpx.Response(200, json=body))
    channel = world.open(world.shop.access(way="token"), answer)
    results = channel.set_stock([world.write(ref, 3, 5, key="key") for ref in ("1", "2", "3")])
    unknown = WriteOutcome.UNKNOWN
    assert [result.outcome for result in results] == [unknown, WriteOutcome.REFUSED, unknown]

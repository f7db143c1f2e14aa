"""A night in the simulated world: what was prepared and confirmed is sold once, however much is bought meanwhile."""

from datetime import timedelta

import pytest

from app.core.away import Away
from app.store import leaving
from app.store.database import transaction
from app.store.leaving import Way
from tests.simulation.world import World

BUYERS = 60
SEEDS = (2, 5)
# By more than unpaid orders hold: those do not lower the number of their own shop, which may so promise a piece twice.
_SHORT = """
    select sku, available from stock_level join product on id = product_id
    where available + (select coalesce(sum(max(0, open - taken)), 0) from order_line
        join sales_order on sales_order.id = order_id where order_line.sku = product.sku and not ended) < 0
"""


def night(seed, folder, *, prepares):
    """Which products were short after it, what was not confirmed before it, and what was sold."""
    world = World(seed, folder)
    try:
        world.setup()
        since = world.now
        if prepares:
            for _ in leaving.prepare(world.db, Away(), way=Way.QUIT, until=None, now=since):
                pass
            world.quiet(rounds=20)
        left = leaving.unconfirmed(world.db, since=since, now=world.now)
        world.leave()
        for _ in range(BUYERS):
            world.now += timedelta(minutes=8)
            world.people.buy()
        with transaction(world.db):
            came_back = leaving.come_back(world.db, now=world.now)
            leaving.read_all(world.db, silent_since=since, now=world.now)
        assert (came_back is not None) is prepares
        world.boot()
        world.quiet(rounds=30)
        assert leaving.in_force(world.db) is None
        short = world.db.execute(_SHORT).fetchall()
        return short, left, world.counts["sales"]
    finally:
        world.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_prepared_is_not_sold_twice(tmp_path, seed):
    short, left, sold = night(seed, tmp_path, prepares=True)
    assert left == [], "everything was told and read back"
    assert sold > 0
    assert short == []


def test_without_it_the_same_night_sells_pieces_twice(tmp_path):
    short, _, _ = night(SEEDS[0], tmp_path, prepares=False)
    assert short, "or the test above shows nothing"

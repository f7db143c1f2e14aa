"""A killed relay loses nothing that it answered 2xx, says nothing twice, and leaves no hole in the numbers."""

import random
from pathlib import Path

from tests.relay import postgres
from tests.relay.kills import play
from tests.relay.relays import Relays

KILLS = 10  # 100 by command: python -m tests.relay.kills


def test_a_relay_killed_at_any_moment_loses_nothing_it_answered(relays: Relays, tmp_path: Path) -> None:
    seed = random.getrandbits(32)
    print(f"seed {seed}")
    world = play(relays, str(tmp_path / "store"), kills=KILLS, seed=seed)
    assert len(world.taken) >= KILLS * 5


def test_of_three_relays_on_one_database_some_are_killed_under_load(relays: Relays, pg_server: postgres.Server) -> None:
    seed = random.getrandbits(32)
    print(f"seed {seed}")
    world = play(relays, pg_server.new_database(), kills=3, seed=seed, nodes=3)
    assert len(world.taken) >= 15

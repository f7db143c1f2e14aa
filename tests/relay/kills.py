"""Relays that are killed at random moments while senders send and a desktop fetches.

`python -m tests.relay.kills [KILLS] [SEED]` plays it on SQLite, and with three relays on PostgreSQL where there is one.
"""

import asyncio
import http.client
import random
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from app.relay.wire import Kept
from tests.relay import postgres
from tests.relay.relays import Desk, Relay, Relays, paired
from tests.relay.senders import post

SENDERS = 8
LIFE = (5, 120)  # answers between two kills
FAST = {"rate": 1e6, "burst": 1e6}


@dataclass
class World:
    """Relays that are up, and what everybody saw."""

    relays: Relays
    where: str
    dice: random.Random
    nodes: list[Relay | None]
    up: asyncio.Event = field(default_factory=asyncio.Event)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    over: bool = False  # senders begin nothing more
    sent: bool = False  # and have all been answered
    taken: set[bytes] = field(default_factory=set)
    tried: set[bytes] = field(default_factory=set)
    pulled: dict[int, bytes] = field(default_factory=dict)

    async def one(self) -> Relay:
        """Some relay that is believed to be up."""
        while not (alive := [node for node in self.nodes if node is not None]):
            self.up.clear()
            await self.up.wait()
        return self.dice.choice(alive)


async def _send(world: World, target: str, number: int) -> None:
    """A sender that never ends: each attempt says another word, so that each can be told from all others."""
    turn = 0
    while not world.over:
        turn += 1
        word = b"sender %d word %d" % (number, turn)
        relay = await world.one()
        world.tried.add(word)
        if 200 <= await post(relay.port, target, word) < 300:
            world.taken.add(word)
            world.heard.set()


async def _fetch(world: World, desk: Desk) -> None:
    """A desktop that asks, keeps and acks, and now and then forgets to ack."""
    cursor = 0
    while True:
        done = world.sent
        desk.relay = await world.one()
        try:
            records = (await asyncio.to_thread(desk.pull, cursor, wait=0 if done else 1)).records
            for one in records:
                assert isinstance(one, Kept), "nothing may be missing"
                assert one.seq == cursor + 1, f"{one.seq} after {cursor}"
                cursor = one.seq
                world.pulled[cursor] = desk.opened(one).body
            if records and (done or world.dice.random() < 0.7):
                await asyncio.to_thread(desk.ack, cursor)
        except (OSError, http.client.HTTPException):  # it was killed meanwhile
            continue
        if done and not records:
            return


async def _play(world: World, desk: Desk, target: str, kills: int) -> None:
    jobs = [asyncio.create_task(_send(world, target, number)) for number in range(SENDERS)]
    fetching = asyncio.create_task(_fetch(world, desk))
    for _ in range(kills):
        wanted = len(world.taken) + world.dice.randint(*LIFE)
        while len(world.taken) < wanted:
            world.heard.clear()
            await world.heard.wait()
        at = world.dice.randrange(len(world.nodes))
        victim, world.nodes[at] = world.nodes[at], None
        assert victim is not None
        await asyncio.to_thread(victim.kill)
        world.nodes[at] = await asyncio.to_thread(world.relays.start, world.where, **FAST)
        world.up.set()
    world.over = True
    await asyncio.gather(*jobs)
    world.sent = True
    await fetching


def play(relays: Relays, where: str, *, kills: int, seed: int, nodes: int = 1) -> World:
    """Play it, and hold what was pulled against what was answered."""
    dice = random.Random(seed)
    started: list[Relay | None] = [relays.start(where, **FAST) for _ in range(nodes)]
    assert started[0]
    desk = paired(started[0])
    target = desk.endpoint("shop")

    async def whole() -> World:
        world = World(relays, where, dice, started)
        await _play(world, desk, target, kills)
        return world

    world = asyncio.run(whole())
    times = Counter(world.pulled.values())
    assert sorted(world.pulled) == list(range(1, len(world.pulled) + 1)), "numbers without a hole"
    assert not {word for word in world.taken if times[word] != 1}, "answered 2xx and pulled once"
    assert not {word for word, count in times.items() if count != 1}, "nothing came twice"
    assert set(times) <= world.tried, "nothing came that was not sent"
    return world


def main(kills: int, seed: int) -> int:
    programs = postgres.programs()
    with tempfile.TemporaryDirectory() as folder:
        with Relays(Path(folder) / "logs") as relays:
            world = play(relays, f"{folder}/store", kills=kills, seed=seed)
        print(f"seed {seed}: SQLite, {kills} kills, {len(world.taken)} answered 200, each pulled once")
        if programs is None:
            print(postgres.NONE)
            return 0
        with postgres.server(programs) as server, Relays(Path(folder) / "logs3") as relays:
            world = play(relays, server.new_database(), kills=kills, seed=seed, nodes=3)
        print(f"seed {seed}: three on PostgreSQL, {kills} kills, {len(world.taken)} answered 200, each pulled once")
    return 0


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [100, random.SystemRandom().randrange(1 << 32)][len(given) :])))

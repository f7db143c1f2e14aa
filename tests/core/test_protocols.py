"""Moving pieces from place A to place B: every interleaving of sales and write landings, searched to the end.

The table of ../shared/oversell-theory.md, C.3, and beside it the ledger of promises: its bound is never too low in any
state of any protocol, and it would have refused a step of exactly those protocols that can oversell.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from app.core.channel import Guard
from app.core.exposure import (
    Exposure,
    Write,
    adopt,
    confirm,
    effective_withdrawal,
    permitted,
    refuse,
    send,
    settle,
    sold,
)

A, B = 0, 1
CAS, DELTA, BLIND = Guard.COMPARE_AND_SET, Guard.DELTA, Guard.ABSOLUTE


@dataclass(frozen=True)
class World:
    """Two places, the writes on their way there, and what the master knows. `at` is its place in the protocol."""

    q: tuple[int, int]
    bounds: tuple[Exposure, Exposure]
    available: int
    unknown: tuple[int, int] = (0, 0)
    total: int = 0
    at: int = 0
    flying: tuple[tuple[int, Write], ...] = ()
    answer: tuple[bool, int] = (False, 0)  # of the last landing: did it take effect, and what it left
    freed: int = 0
    done: frozenset[str] = frozenset()  # keys that A has honoured
    forbidden: bool = False  # a step that the ledger of promises does not permit was taken


def put(pair, at, value):
    return (value, pair[1]) if at == A else (pair[0], value)


def launch(world: World, place: int, write: Write) -> World:
    """Send a write; the protocol goes on."""
    total = sum(exposure.bound for exposure in world.bounds)
    may = permitted(world.bounds[place], write, total=total, available=world.available)
    exposure, _ = send(world.bounds[place], write)
    return replace(
        world,
        bounds=put(world.bounds, place, exposure),
        flying=(*world.flying, (place, write)),
        forbidden=world.forbidden or not may,
        at=world.at + 1,
    )


def landed(world: World, which: int) -> World:
    place, write = world.flying[which]
    now = world.q[place]
    world = replace(world, flying=world.flying[:which] + world.flying[which + 1 :])
    if write.key in world.done or (write.guard is CAS and now != write.old):
        return replace(world, answer=(False, now))
    after = now + write.new - write.old if write.guard is DELTA else write.new
    done = world.done | {write.key} if write.key.startswith("known") else world.done
    return replace(world, q=put(world.q, place, after), answer=(True, after), done=done)


# Steps of a protocol. Each returns the world after it, or None while it must wait.


def blindly(place, change):
    def step(world, start):
        old = start[place]
        return launch(world, place, Write(key=f"set{place}", old=old, new=old + change, guard=BLIND))

    return step


def delta(place, change):
    def step(world, start):
        return launch(
            world, place, Write(key=f"delta{place}", old=start[place], new=start[place] + change, guard=DELTA)
        )

    return step


def wait(world, start):
    return None if world.flying else replace(world, at=world.at + 1)


def cas_lower(w):
    """Read, and lower what was read by as much as is there; again when it has moved meanwhile."""

    def step(world, start):
        now = world.q[A]
        write = Write(key=f"cas{now}", old=now, new=now - min(w, now), guard=CAS)
        return launch(world, A, write) if now else replace(world, freed=0, at=world.at + 2)

    def answered(world, start):
        if world.flying:
            return None
        taken, _ = world.answer
        (sent,) = world.bounds[A].sent
        if not taken:
            exposure, _ = refuse(world.bounds[A], sent.write.key)
            return replace(world, bounds=put(world.bounds, A, exposure), at=world.at - 1)
        freed = sent.write.old - sent.write.new
        exposure, _ = settle(confirm(world.bounds[A], sent.write.key), sent.write.key)
        return replace(world, bounds=put(world.bounds, A, exposure), freed=freed, at=world.at + 1)

    return step, answered


def look(w):
    """Read A back after a delta: only what it really took is free."""

    def step(world, start):
        freed = effective_withdrawal(w, after=world.q[A])
        exposure, _ = settle(confirm(world.bounds[A], "delta0", effective=freed), "delta0")
        return replace(world, bounds=put(world.bounds, A, exposure), freed=freed, at=world.at + 1)

    return step


def freeze(world, start):
    return launch(world, A, Write(key="zero", old=start[A], new=0, guard=BLIND))


def drain(world, start):
    """Read A's orders: nothing more can come from a frozen place, so that all its sales are known."""
    known = world.unknown[A]
    exposure = sold(world.bounds[A], known)[0]
    exposure, _ = settle(confirm(exposure, "zero"), "zero")
    return replace(
        world,
        bounds=put(world.bounds, A, exposure),
        unknown=put(world.unknown, A, 0),
        available=world.available - known,
        freed=start[A] - known,
        at=world.at + 1,
    )


def set_again(w):
    def step(world, start):
        left = world.freed
        world = replace(world, freed=min(w, left))
        return launch(world, A, Write(key="anew", old=0, new=left - min(w, left), guard=BLIND))

    return step


def grant(world, start):
    return launch(world, B, Write(key="grant", old=start[B], new=start[B] + world.freed, guard=DELTA))


PROTOCOLS = {
    "both blind sets at once": lambda w: (blindly(A, -w), blindly(B, w), wait),
    "blind set A, then blind set B": lambda w: (blindly(A, -w), wait, blindly(B, w), wait),
    "blind set A, then delta B": lambda w: (blindly(A, -w), wait, delta(B, w), wait),
    "delta A, then delta B without looking": lambda w: (delta(A, -w), wait, delta(B, w), wait),
    "raise B first, CAS A later": lambda w: (delta(B, w), wait, *cas_lower(w), wait),
    "delta A, read back, grant the effective part": lambda w: (delta(A, -w), wait, look(w), grant, wait),
    "CAS A with re-read, grant effective": lambda w: (*cas_lower(w), grant, wait),
    "freeze A at 0, drain, set A, grant effective": lambda w: (freeze, wait, drain, set_again(w), wait, grant, wait),
}
TABLE = {
    "both blind sets at once": (10, 10, 16),
    "blind set A, then blind set B": (10, 10, 16),
    "blind set A, then delta B": (8, 8, 13),
    "delta A, then delta B without looking": (6, 7, 11),
    "raise B first, CAS A later": (6, 7, 11),
    "delta A, read back, grant the effective part": (5, 5, 8),
    "CAS A with re-read, grant effective": (5, 5, 8),
    "freeze A at 0, drain, set A, grant effective": (5, 5, 8),
}
CASES = (((3, 2), 1), ((3, 2), 2), ((5, 3), 3))


def search(start, steps, available=None) -> Iterator[World]:
    """Every state that can be reached: a sale anywhere, a landing, or the master's next step, in any order."""
    bounds = (Exposure(start[A]), Exposure(start[B]))
    todo = [World(q=start, bounds=bounds, available=sum(start) if available is None else available)]
    seen = set(todo)
    while todo:
        world = todo.pop()
        yield world
        following = [landed(world, which) for which in range(len(world.flying))]
        for place in (A, B):
            if world.q[place] > 0:
                q = put(world.q, place, world.q[place] - 1)
                unknown = put(world.unknown, place, world.unknown[place] + 1)
                following.append(replace(world, q=q, unknown=unknown, total=world.total + 1))
        if world.at < len(steps):
            following.append(steps[world.at](world, start) or world)
        fresh = set(following) - seen
        seen |= fresh
        todo += fresh


@pytest.mark.parametrize("name", PROTOCOLS)
@pytest.mark.parametrize("case", range(len(CASES)))
def test_the_table_of_protocols(name, case):
    start, w = CASES[case]
    states = list(search(start, PROTOCOLS[name](w)))
    worst = max(world.total for world in states)
    assert worst == TABLE[name][case]
    assert any(world.forbidden for world in states) is (worst > sum(start)), (
        "refused are those that oversell, no others"
    )


@pytest.mark.parametrize("name", PROTOCOLS)
@pytest.mark.parametrize("case", range(len(CASES)))
def test_the_bound_is_never_too_low(name, case):
    start, w = CASES[case]
    for world in search(start, PROTOCOLS[name](w)):
        for exposure, q, unknown in zip(world.bounds, world.q, world.unknown, strict=True):
            assert exposure.bound >= max(0, q) + unknown, world


# ABA: a raise from 2 to 5 whose answer is lost


def raising(key, old=2, new=5):
    def step(world, start):
        return launch(world, A, Write(key=key, old=old, new=new, guard=CAS))

    return step


@pytest.mark.parametrize(
    ("keys", "worst"), [(["first", "second"], 8), (["known", "known"], 5), (["known"], 5)], ids=["new", "same", "once"]
)
def test_a_raise_that_is_sent_again(keys, worst):
    steps = [step for key in keys for step in (raising(key), wait)]
    states = list(search((2, 0), steps, available=5))
    assert max(world.total for world in states) == worst
    assert max(world.bounds[A].bound for world in states) == worst
    assert any(world.forbidden for world in states) is (worst > 5)
    for world in states:
        assert world.bounds[A].bound >= world.q[A] + world.unknown[A]


def test_a_lowering_that_is_sent_again_is_safe():
    steps = [raising("first", 5, 2), wait, raising("second", 5, 2), wait]
    states = list(search((5, 0), steps))
    assert max(world.total for world in states) == 5
    assert not any(world.forbidden for world in states)


def test_reading_resolves_what_was_unknown():
    """Once nothing flies and every order is known, adopting what is shown makes the bound exact."""
    for world in search((2, 0), [raising("first"), wait, raising("second"), wait], available=5):
        if world.at == 4:
            known = sold(world.bounds[A], world.unknown[A])[0]
            assert adopt(known, world.q[A])[0] == Exposure(world.q[A])

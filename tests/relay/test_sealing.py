"""The process that seals ahead: what it brings opens, and nobody waits for one that is gone."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable

import pytest

from app.relay import sealing
from app.relay.envelope import Envelope, Place, new_key, packed, unseal
from app.relay.sealing import BACK, HEAD, Sealer, main

PLACE = Place(endpoint="shop", seq=7, at_ms=1_790_000_000_000)


def letter(words: bytes) -> Envelope:
    return Envelope(method="POST", path="/a", query="b=ü", headers=((b"x", b"\xff"),), body=words)


def running(test: Callable[[Sealer, int], Awaitable[None]]) -> None:
    """With a process that runs, and its number."""

    async def whole() -> None:
        sealer = Sealer()
        assert not sealer.seal(b"", b"", bytes(32), lambda sealed: None), "it was not wanted yet"
        sealer.want()
        assert sealer._wanted is not None
        await sealer._wanted
        assert sealer._process is not None
        await test(sealer, sealer._process.get_pid())
        await sealer.close()

    asyncio.run(whole())


def ask(sealer: Sealer, record: bytes, key: bytes) -> "asyncio.Future[bytes | None]":
    heard = asyncio.get_running_loop().create_future()
    assert sealer.seal(record, PLACE.info(), key, heard.set_result)
    return heard


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.expects_log("the process to seal in is lost")
def test_what_it_seals_opens_and_what_it_had_when_it_was_killed_is_said_to_be_lost() -> None:
    private, public = new_key()

    async def test(sealer: Sealer, number: int) -> None:
        words = [b"a", b"", os.urandom(60_000), *(b"%d" % n for n in range(50))]
        sealed = await asyncio.gather(*(ask(sealer, packed(letter(one)), public) for one in words))
        assert [one and unseal(one, PLACE, private) for one in sealed] == [letter(one) for one in words]
        assert await ask(sealer, b"x", bytes(32)) is None, "nothing can be sealed to this key"
        os.kill(number, signal.SIGKILL)
        assert await asyncio.gather(*(ask(sealer, b"x", public) for _ in range(3))) == [None] * 3
        assert not sealer.seal(b"x", b"", public, lambda sealed: None)

    running(test)


@pytest.mark.expects_log("the process to seal in hangs")
def test_nobody_waits_long_for_one_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LATE_S", 0.05)

    async def test(sealer: Sealer, number: int) -> None:
        os.kill(number, signal.SIGSTOP)
        assert await asyncio.gather(*(ask(sealer, b"x", bytes(32)) for _ in range(3))) == [None] * 3

    running(test)


def test_what_comes_in_pieces_is_put_together_and_answered_in_order() -> None:
    private, public = new_key()
    records = [packed(letter(b"%d" % n)) for n in range(9)]
    asked = b"".join(HEAD.pack(public, len(PLACE.info()), len(one)) + PLACE.info() + one for one in records)
    pieces = iter([asked[at : at + 70] for at in range(0, len(asked), 70)])
    back = bytearray()

    def write(rest: bytes) -> int:
        back.extend(rest[:100])  # a pipe takes what it can
        return min(100, len(rest))

    main(lambda most: next(pieces, b""), write)
    opened = [unseal(one, PLACE, private).body for one in sealing._taken(back)]
    assert (opened, len(back)) == ([b"%d" % n for n in range(9)], 0)
    assert BACK.size == 4

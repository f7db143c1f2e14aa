"""Group commit without a disk: who is written together, who hears what, and what is owed."""

import asyncio
from collections.abc import Sequence

import pytest

from app.relay.batch import BATCH_MAX, Batch
from app.relay.envelope import Envelope
from app.relay.rates import Rates
from app.relay.store import Arrival, Endpoint, Fate, StoreDown

PATIENT = Endpoint(id="patient", mailbox=1, key=b"")
WOO = Endpoint(id="woo", mailbox=2, key=b"", never_retries=True)


def arrival(endpoint: Endpoint = PATIENT, body: bytes = b"") -> Arrival:
    return Arrival(endpoint=endpoint, envelope=Envelope(method="", path="", query="", headers=(), body=body), at_ms=1)


class Disk:
    """What a store is to a batch. `gate` holds a commit up; `fails` are raised one after the other."""

    def __init__(self, *fails: BaseException | None) -> None:
        self.written: list[list[Arrival]] = []
        self.fails = list(fails)
        self.gate = asyncio.Event()
        self.gate.set()

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        await self.gate.wait()
        if self.fails and (error := self.fails.pop(0)) is not None:
            raise error
        self.written.append(list(arrivals))
        return [Fate.FULL if one.gap else Fate.KEPT for one in arrivals]


def test_what_gathers_during_a_commit_is_written_by_the_next() -> None:
    async def whole() -> None:
        disk = Disk()
        batch = Batch(disk)  # type: ignore[arg-type]
        disk.gate.clear()
        jobs = [asyncio.create_task(batch.keep(arrival()))]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        jobs += [asyncio.create_task(batch.keep(arrival())) for _ in range(BATCH_MAX + 1)]
        await asyncio.sleep(0)
        disk.gate.set()
        assert await asyncio.gather(*jobs) == [Fate.KEPT] * (BATCH_MAX + 2)
        assert [len(one) for one in disk.written] == [1, BATCH_MAX, 1]
        await batch.close()

    asyncio.run(whole())


@pytest.mark.expects_log("a batch of 2 was not kept")
def test_what_cannot_be_written_is_refused_and_owed_to_who_never_comes_again() -> None:
    async def whole() -> None:
        disk = Disk(StoreDown("full"))
        batch = Batch(disk)  # type: ignore[arg-type]
        bell = batch.bell(2)
        said = await asyncio.gather(batch.keep(arrival()), batch.keep(arrival(WOO, b"x")), return_exceptions=True)
        assert [type(one) for one in said] == [StoreDown, StoreDown]
        assert batch.failing
        assert not bell.is_set()
        batch.settle()
        await batch.close()
        (paid,) = disk.written
        assert [(one.endpoint, one.gap, one.envelope.body) for one in paid] == [(WOO, True, b"")]
        assert not batch.failing
        assert bell.is_set()
        batch.settle()
        await batch.close()
        assert len(disk.written) == 1, "paid once"

    asyncio.run(whole())


def test_a_bug_leaves_nobody_waiting_and_the_next_is_written() -> None:
    async def whole() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda loop, told: None)
        disk = Disk(KeyError("a bug"))
        batch = Batch(disk)  # type: ignore[arg-type]
        with pytest.raises(StoreDown):
            await batch.keep(arrival())
        assert await batch.keep(arrival()) is Fate.KEPT

    asyncio.run(whole())


def test_a_sender_that_went_away_holds_up_nobody() -> None:
    async def whole() -> None:
        disk = Disk()
        batch = Batch(disk)  # type: ignore[arg-type]
        disk.gate.clear()
        gone, here = asyncio.create_task(batch.keep(arrival())), asyncio.create_task(batch.keep(arrival()))
        await asyncio.sleep(0)
        gone.cancel()
        disk.gate.set()
        assert await here is Fate.KEPT
        assert len(disk.written[0]) == 2

    asyncio.run(whole())


def test_a_bucket_fills_by_its_rate_and_holds_its_burst() -> None:
    now = [0.0]
    rates = Rates(lambda: now[0], rate=2.0, burst=3.0)
    assert [rates.wait_s("a") for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]
    assert rates.wait_s("b") == 0.0, "each has its own"
    now[0] = 0.5
    assert [rates.wait_s("a", counted=False), rates.wait_s("a"), rates.wait_s("a")] == [0.0, 0.0, 0.5]
    now[0] = 1000.0
    assert [rates.wait_s("a") for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]

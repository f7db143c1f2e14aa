"""Group commit without a disk: who is written together, who hears what, and what is owed."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from app.relay.batch import AHEAD_MAX, BATCH_MAX, ENOUGH, MANY, Batch
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
        self.known: dict[int, int] = {}

    def newest(self, mailbox: int) -> int | None:
        return self.known.get(mailbox)

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


class Elsewhere:
    """What the other process is to a batch: it seals when the test says so."""

    def __init__(self) -> None:
        self.wanted, self.asked = 0, []  # type: ignore[var-annotated]

    def want(self) -> None:
        self.wanted += 1

    def seal(self, record: bytes, info: bytes, key: bytes, then: Callable[[bytes | None], None]) -> bool:
        self.asked.append((info, then))
        return bool(self.wanted)


async def turns(count: int = 3) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


def test_who_waits_is_sealed_elsewhere_for_the_number_that_will_be_his_and_written_in_order() -> None:
    async def whole() -> None:
        disk, elsewhere = Disk(), Elsewhere()
        disk.known[1], elsewhere.wanted = 40, 1
        batch = Batch(disk, elsewhere)  # type: ignore[arg-type]
        disk.gate.clear()
        jobs = [asyncio.create_task(batch.keep(arrival(body=b"0")))]  # alone: it waits for nobody
        await turns()
        large = b"x" * (AHEAD_MAX + 1)
        jobs += [asyncio.create_task(batch.keep(arrival(body=one))) for one in (b"1", large, b"3")]
        jobs.append(asyncio.create_task(batch.keep(arrival(WOO, b"of another mailbox"))))
        await turns()
        infos = [info for info, _ in elsewhere.asked]
        assert [info.split(b", ")[3] for info in infos] == [b"42", b"44"]
        elsewhere.asked[1][1](b"sealed 3")
        disk.gate.set()
        await turns(6)
        assert len(disk.written) == 1, "nobody overtakes the one that is not sealed yet"
        disk.known[1] = 41
        jobs.append(asyncio.create_task(batch.keep(arrival(body=b"5"))))
        await turns()
        assert elsewhere.asked[2][0].split(b", ")[3] == b"45", "nor is it sealed later than need be"
        elsewhere.asked[0][1](None)  # lost
        elsewhere.asked[2][1](b"sealed 5")
        assert await asyncio.gather(*jobs) == [Fate.KEPT] * 6
        (_, rest) = disk.written
        assert [(one.envelope.body, one.ahead and one.ahead.sealed) for one in rest] == [
            (b"1", None), (large, None), (b"3", b"sealed 3"), (b"of another mailbox", None), (b"5", b"sealed 5"),
        ]  # fmt: skip
        disk.known[1] = 45
        jobs = [asyncio.create_task(batch.keep(arrival())) for _ in range(2)]
        await turns()
        assert elsewhere.asked[-1][0].split(b", ")[3] == b"47", "whoever was answered is not counted any more"
        elsewhere.asked[-1][1](None)
        await asyncio.gather(*jobs)

    asyncio.run(whole())


def test_the_other_process_is_begun_when_many_wait_and_enough_of_them_do_not_wait_for_the_rest() -> None:
    async def whole() -> None:
        disk, elsewhere = Disk(), Elsewhere()
        disk.known[1] = 0
        batch = Batch(disk, elsewhere)  # type: ignore[arg-type]
        disk.gate.clear()
        jobs = [asyncio.create_task(batch.keep(arrival()))]
        await turns()
        jobs += [asyncio.create_task(batch.keep(arrival())) for _ in range(MANY)]
        await turns()
        assert elsewhere.wanted == 0, "few are sealed as quickly by the store"
        elsewhere.asked.clear()
        jobs += [asyncio.create_task(batch.keep(arrival())) for _ in range(ENOUGH)]
        await turns()
        assert elsewhere.wanted
        for _, then in elsewhere.asked[: ENOUGH - MANY]:
            then(b"sealed")
        disk.gate.set()
        await turns(6)
        assert [len(one) for one in disk.written] == [1, ENOUGH]
        for _, then in elsewhere.asked[ENOUGH - MANY :]:
            then(b"sealed")
        await asyncio.gather(*jobs)

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

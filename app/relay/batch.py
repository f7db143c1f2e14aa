"""Group commit: whoever arrives while the disk is busy is written together in the next transaction.

No timer: the batch is what gathered during the previous commit, so one request alone waits for nothing.
"""

import asyncio
import logging
from collections import deque
from dataclasses import replace

from app.relay.envelope import Envelope
from app.relay.store import Arrival, Fate, Store, StoreDown

BATCH_MAX = 256
NOTHING = Envelope(method="", path="", query="", headers=(), body=b"")
Waiting = tuple[Arrival, "asyncio.Future[Fate]"]
log = logging.getLogger(__name__)


class Batch:
    """The door to the store. `keep` returns once the arrival is on disk, or refused.

    `failing`: the newest batch could not be written. What a sender will not bring again is then owed as a gap, and paid
    with the next batch that can be written.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[Waiting] = deque()
        self._busy: asyncio.Task[None] | None = None
        self._bells: dict[int, asyncio.Event] = {}
        self._owed: dict[tuple[int, str], Arrival] = {}
        self.failing = False

    async def keep(self, arrival: Arrival) -> Fate:
        """Raises `StoreDown`: then nothing of the whole batch was kept."""
        done: asyncio.Future[Fate] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival, done))
        self._begin()
        return await done

    def settle(self) -> None:
        """Try again to write the gaps that are owed."""
        if self._owed:
            self._begin()

    def bell(self, mailbox: int) -> asyncio.Event:
        """Set when something new is in a mailbox: what a parked pull waits for."""
        return self._bells.setdefault(mailbox, asyncio.Event())

    def ring(self, mailbox: int | None) -> None:
        """Something new is there; None: perhaps in any, or the server stops and lets every parked pull go."""
        for one in list(self._bells) if mailbox is None else [mailbox]:
            if (bell := self._bells.pop(one, None)) is not None:
                bell.set()

    async def close(self) -> None:
        """Wait for what is being written."""
        while self._busy is not None:
            await self._busy

    def _begin(self) -> None:
        if self._busy is None:
            self._busy = asyncio.create_task(self._write())

    async def _write(self) -> None:
        try:
            while True:
                some = [self._waiting.popleft() for _ in range(min(BATCH_MAX, len(self._waiting)))]
                await self._write_some(some)
                if not self._waiting:
                    return
        finally:
            self._busy = None
            if self._waiting:  # a bug in one batch does not hold up the next
                self._begin()

    async def _write_some(self, some: list[Waiting]) -> None:
        owed = list(self._owed.values())
        arrivals = [*owed, *(arrival for arrival, _ in some)]
        try:
            fates = await self._store.append(arrivals)
        except StoreDown as error:  # each sender hears of it, and comes again
            log.error("a batch of %d was not kept: %s", len(some), error)
            self._refuse(some, error)
            return
        except BaseException:  # nobody is left waiting for ever, and the log has the rest
            self._refuse(some, StoreDown("unexpected"))
            raise
        self.failing = False
        for one in owed:
            del self._owed[one.endpoint.whose]
        for arrival, fate in zip(arrivals, fates, strict=True):
            if fate is Fate.KEPT or (fate is Fate.FULL and arrival.endpoint.never_retries):
                self.ring(arrival.endpoint.mailbox)
        for (_, done), fate in zip(some, fates[len(owed) :], strict=True):
            if not done.done():
                done.set_result(fate)

    def _refuse(self, some: list[Waiting], error: StoreDown) -> None:
        self.failing = True
        for arrival, done in some:
            if arrival.endpoint.never_retries:
                self._owed[arrival.endpoint.whose] = replace(arrival, envelope=NOTHING, gap=True)
            if not done.done():
                done.set_exception(error)

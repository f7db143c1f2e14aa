"""Group commit: whoever arrives while the disk is busy is written together in the next transaction.

No timer: the batch is what gathered during the previous commit, so one request alone waits for nothing.
"""

import asyncio
import logging
from collections import deque

from app.relay.store import Arrival, Fate, Store, StoreDown

BATCH_MAX = 256
log = logging.getLogger(__name__)


class Batch:
    """The door to the store. `keep` returns once the arrival is on disk, or refused."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[tuple[Arrival, asyncio.Future[Fate]]] = deque()
        self._busy: asyncio.Task[None] | None = None
        self._bells: dict[int, asyncio.Event] = {}

    async def keep(self, arrival: Arrival) -> Fate:
        """Raises `StoreDown`: then nothing of the whole batch was kept."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival, done))
        if self._busy is None:
            self._busy = asyncio.create_task(self._write())
        return await asyncio.shield(done)

    def bell(self, mailbox: int) -> asyncio.Event:
        """Set when something new is in a mailbox: what a parked pull waits for."""
        return self._bells.setdefault(mailbox, asyncio.Event())

    def ring(self, mailbox: int) -> None:
        """Something new is there."""
        bell = self._bells.pop(mailbox, None)
        if bell is not None:
            bell.set()

    def ring_all(self) -> None:
        """Let every parked pull go: the server stops."""
        for mailbox in list(self._bells):
            self.ring(mailbox)

    async def close(self) -> None:
        """Wait for what is being written."""
        while self._busy is not None:
            await self._busy

    async def _write(self) -> None:
        try:
            while self._waiting:
                some = [self._waiting.popleft() for _ in range(min(BATCH_MAX, len(self._waiting)))]
                await self._write_some(some)
        finally:
            self._busy = None

    async def _write_some(self, some: "list[tuple[Arrival, asyncio.Future[Fate]]]") -> None:
        try:
            fates = await self._store.append([arrival for arrival, _ in some])
        except StoreDown as error:  # each sender hears of it, and comes again
            log.error("a batch of %d was not kept: %s", len(some), error)
            for _, done in some:
                if not done.done():
                    done.set_exception(error)
            return
        for (arrival, done), fate in zip(some, fates, strict=True):
            if not done.done():
                done.set_result(fate)
            if fate is not Fate.GONE:
                self.ring(arrival.endpoint.mailbox)

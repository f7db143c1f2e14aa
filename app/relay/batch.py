"""Group commit: whoever arrives while the disk is busy is written together in the next transaction.

No timer: the batch is what gathered during the previous commit, so one request alone waits for nothing.

Sealing costs more than all else that is done for a call. So where many wait for the disk, they are sealed meanwhile in
another process, for the number that will probably be theirs: the newest, and one more for each before them. The
transaction looks whether it came out so, and seals anew where it did not (`filing`): a wrong guess costs time only.
"""

import asyncio
import logging
from collections import Counter, deque
from dataclasses import dataclass, replace
from functools import partial

from app.relay.envelope import Envelope, Place, packed
from app.relay.sealing import Sealer
from app.relay.store import Ahead, Arrival, Fate, Store, StoreDown

BATCH_MAX = 256
MANY = 8  # who wait: now it is worth while to seal elsewhere
ENOUGH = 32  # sealed: a transaction begins although others are still with the sealer
AHEAD_MAX = 64 * 1024  # bytes of a body that goes through a pipe
NOTHING = Envelope(method="", path="", query="", headers=(), body=b"")
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Waiting:
    """Who waits for an answer."""

    arrival: Arrival
    done: "asyncio.Future[Fate]"
    sealing: bool = False

    @property
    def mailbox(self) -> int:
        """Where it goes."""
        return self.arrival.endpoint.mailbox


class Batch:
    """The door to the store. `keep` returns once the arrival is on disk, or refused.

    `failing`: the newest batch could not be written. What a sender will not bring again is then owed as a gap, and paid
    with the next batch that can be written.
    """

    def __init__(self, store: Store, sealer: Sealer | None = None) -> None:
        self._store, self._sealer = store, sealer
        self._fresh: deque[Waiting] = deque()  # with the sealer, and who came after them
        self._ready: deque[Waiting] = deque()  # to be written next
        self._before: Counter[int] = Counter()  # of each mailbox: how many are without an answer
        self._busy: asyncio.Task[None] | None = None
        self._bells: dict[int, asyncio.Event] = {}
        self._owed: dict[tuple[int, str], Arrival] = {}
        self.failing = False

    async def keep(self, arrival: Arrival) -> Fate:
        """Raises `StoreDown`: then nothing of the whole batch was kept."""
        done: asyncio.Future[Fate] = asyncio.get_running_loop().create_future()
        self._queue(Waiting(arrival, done))
        return await done

    def _queue(self, waiting: Waiting) -> None:
        alone = self._busy is None and not self._fresh
        waiting.sealing = not alone and self._seal_ahead(waiting)
        self._before[waiting.mailbox] += 1
        self._fresh.append(waiting)
        self._make_ready()

    def _seal_ahead(self, waiting: Waiting) -> bool:
        """Is it sealed elsewhere meanwhile?"""
        arrival, sealer, mailbox = waiting.arrival, self._sealer, waiting.mailbox
        newest = self._store.newest(mailbox)
        if sealer is None or newest is None or arrival.gap or len(arrival.envelope.body) > AHEAD_MAX:
            return False
        if len(self._ready) >= MANY:
            sealer.want()
        seq = newest + self._before[mailbox] + 1
        place = Place(endpoint=arrival.endpoint.id, seq=seq, at_ms=arrival.at_ms)
        then = partial(self._take_sealed, waiting, place)
        return sealer.seal(packed(arrival.envelope), place.info(), arrival.endpoint.key, then)

    def _take_sealed(self, waiting: Waiting, place: Place, sealed: bytes | None) -> None:
        waiting.sealing = False
        if sealed is not None:
            one = waiting.arrival
            ahead = Ahead(place, one.endpoint.key, sealed)
            waiting.arrival = Arrival(endpoint=one.endpoint, envelope=one.envelope, at_ms=one.at_ms, ahead=ahead)
        self._make_ready()

    def _make_ready(self) -> None:
        """In the order of their coming, or the numbers would come out otherwise."""
        while self._fresh and not self._fresh[0].sealing:
            self._ready.append(self._fresh.popleft())
        if self._is_due():
            self._begin()

    def _is_due(self) -> bool:
        return len(self._ready) >= ENOUGH or (bool(self._ready) and not self._fresh)

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
                some = [self._ready.popleft() for _ in range(min(BATCH_MAX, len(self._ready)))]
                try:
                    await self._write_some(some)
                finally:
                    self._before -= Counter(one.mailbox for one in some)
                if not self._is_due():
                    return
        finally:
            self._busy = None
            if self._is_due():  # a bug in one batch does not hold up the next
                self._begin()

    async def _write_some(self, some: list[Waiting]) -> None:
        owed = list(self._owed.values())
        arrivals = [*owed, *(one.arrival for one in some)]
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
        for paid in owed:
            del self._owed[paid.endpoint.whose]
        for arrival, fate in zip(arrivals, fates, strict=True):
            if fate is Fate.KEPT or (fate is Fate.FULL and arrival.endpoint.never_retries):
                self.ring(arrival.endpoint.mailbox)
        for one, fate in zip(some, fates[len(owed) :], strict=True):
            if not one.done.done():
                one.done.set_result(fate)

    def _refuse(self, some: list[Waiting], error: StoreDown) -> None:
        self.failing = True
        for one in some:
            if one.arrival.endpoint.never_retries:
                self._owed[one.arrival.endpoint.whose] = replace(one.arrival, envelope=NOTHING, gap=True, ahead=None)
            if not one.done.done():
                one.done.set_exception(error)

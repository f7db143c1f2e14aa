"""Sealing in a process of its own, on another processor than the loop's.

HPKE is the dearest step of a call, and holds Python's lock. So while many wait for the disk, they are sealed here ahead
of their transaction. The process is begun when it is first wanted, keeps nothing of what passes through it, and ends
with the relay. Nothing depends on it: what it does not bring is sealed inside the transaction.

Through the pipes: a head (key, sizes), the `info`, the record; and back the size and the sealed record, in that order.
"""

import asyncio
import logging
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from struct import Struct
from typing import cast

import app
from app.relay.envelope import seal_packed

HEAD, BACK = Struct(">32sHI"), Struct(">I")
READ = 256 * 1024
TOGETHER = 4  # records that go back in one write
LATE_S = 2.0  # it hangs
Then = Callable[[bytes | None], None]
log = logging.getLogger(__name__)


class Sealer(asyncio.SubprocessProtocol):
    """The other process. Where it cannot be begun, is lost or hangs, it is done without from then on."""

    def __init__(self) -> None:
        self._wanted: asyncio.Task[None] | None = None
        self._process: asyncio.SubprocessTransport | None = None
        self._pipe: asyncio.WriteTransport | None = None
        self._asked: deque[Then] = deque()
        self._answered = 0
        self._back = bytearray()
        self._gone = asyncio.Event()

    def want(self) -> None:
        """There is much to seal: begin it, where there is a processor for it."""
        if self._wanted is None and (os.cpu_count() or 1) > 1:
            self._wanted = asyncio.create_task(self._start())

    async def _start(self) -> None:
        try:
            await asyncio.get_running_loop().subprocess_exec(
                lambda: self,
                *(sys.executable, "-m", __name__),
                stderr=None,
                cwd=Path(app.__file__).parent.parent,
                start_new_session=True,  # Ctrl-C is for the relay alone
            )
        except (OSError, NotImplementedError) as error:  # no memory for it, or a loop that begins none
            log.warning("no process to seal in: %s", error)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It runs."""
        self._process = cast("asyncio.SubprocessTransport", transport)
        self._pipe = cast("asyncio.WriteTransport", self._process.get_pipe_transport(0))

    def seal(self, record: bytes, info: bytes, key: bytes, then: Then) -> bool:
        """Is it sealed there? `then` hears the result, None if it is lost; the first asked hears first."""
        if self._pipe is None:
            return False
        self._pipe.write(HEAD.pack(key, len(info), len(record)) + info + record)
        self._asked.append(then)
        if len(self._asked) == 1:
            self._watch()
        return True

    def _watch(self) -> None:
        asyncio.get_running_loop().call_later(LATE_S, self._look, self._answered)

    def _look(self, answered: int) -> None:
        if not self._asked:
            return
        if self._answered == answered:
            log.warning("the process to seal in hangs")
            self._lose()
        else:
            self._watch()

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 - only one pipe comes back
        """Sealed records come back."""
        if self._pipe is None:  # too late
            return
        self._back += data
        for sealed in _taken(self._back):
            self._answered += 1
            self._asked.popleft()(sealed or None)

    def process_exited(self) -> None:
        """It is gone."""
        self._gone.set()
        if self._pipe is not None:
            log.warning("the process to seal in is lost")
            self._lose()

    def _lose(self) -> None:
        self._pipe = None
        if self._process is not None:
            self._process.close()  # kills it
        while self._asked:
            self._asked.popleft()(None)

    async def close(self) -> None:
        """End it."""
        if self._wanted is not None:
            await self._wanted
        self._lose()
        if self._process is not None:
            await self._gone.wait()


def _taken(back: bytearray) -> Iterator[bytes]:
    """Whole answers, which are taken away."""
    while len(back) >= BACK.size:
        (size,) = BACK.unpack_from(back)
        end = BACK.size + size
        if len(back) < end:
            return
        sealed = bytes(back[BACK.size : end])
        del back[:end]
        yield sealed


def _asked(some: bytearray) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Whole requests, which are taken away: record, info, key."""
    at = 0
    while len(some) >= at + HEAD.size:
        key, of_info, of_record = HEAD.unpack_from(some, at)
        start = at + HEAD.size + of_info
        if len(some) < start + of_record:
            break
        info, record = bytes(some[start - of_info : start]), bytes(some[start : start + of_record])
        at = start + of_record
        yield record, info, key
    del some[:at]


def _answer(record: bytes, info: bytes, key: bytes) -> bytes:
    try:
        sealed = seal_packed(record, info, key)
    except ValueError:  # no key that can be sealed to: the transaction says so
        sealed = b""
    return BACK.pack(len(sealed)) + sealed


def main(read: Callable[[int], bytes], write: Callable[[bytes], int]) -> None:
    """Seal what comes, until nothing comes any more."""
    some = bytearray()
    while more := read(READ):
        some += more
        back: list[bytes] = []
        for asked in _asked(some):
            back.append(_answer(*asked))
            if len(back) == TOGETHER:
                _send(write, back)
        _send(write, back)


def _send(write: Callable[[bytes], int], back: list[bytes]) -> None:
    rest = b"".join(back)
    back.clear()
    while rest:
        rest = rest[write(rest) :]


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it ends with the relay, not before what the relay still takes
    main(lambda most: os.read(0, most), lambda rest: os.write(1, rest))

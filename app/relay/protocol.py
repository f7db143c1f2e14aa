"""uvicorn's protocol with two limits that it has not: how long a request may take to arrive, and how long its head is.

Without them somebody who sends a byte a minute holds a connection for ever, and an endless header fills the memory.
"""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

REQUEST_S = 10.0  # from the first byte, or the connection, to the last byte
HEAD_MAX = 64 * 1024
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class GuardedProtocol(HttpToolsProtocol):
    """One connection."""

    _look: asyncio.TimerHandle | None = None
    _since: float | None = None  # that something is awaited
    _head = 0
    _in_head = True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """It begins."""
        super().connection_made(transport)
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self._since = None
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes came."""
        super().data_received(data)
        if self._in_head:
            self._head += len(data)
            if self._head > HEAD_MAX and not self.transport.is_closing():
                self.transport.write(_TOO_LARGE)
                self.transport.close()

    def on_message_begin(self) -> None:
        """A request begins."""
        self._in_head, self._head = True, 0
        self._expect()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Its head is there."""
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """All of it is there."""
        self._since = None
        super().on_message_complete()

    def _expect(self) -> None:
        if self._since is None:
            self._since = self.loop.time()
            if self._look is None:  # one look for many requests: a timer for each would cost more than its parsing
                self._look = self.loop.call_later(REQUEST_S, self._look_whether_late)

    def _look_whether_late(self) -> None:
        self._look = None
        if self._since is None:
            return
        left_s = self._since + REQUEST_S - self.loop.time()
        if left_s > 0:
            self._look = self.loop.call_later(left_s, self._look_whether_late)
        else:
            self.transport.close()

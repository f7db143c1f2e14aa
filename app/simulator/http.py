"""How a simulated shop is reached: in memory, or over a real connection to this computer only.

Knows nothing of any dialect; a dialect keeps its own books and takes care of its own threads.
"""

import contextlib
import socket
import socketserver
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Protocol, Self

import httpx

BODY_MAX_BYTES = 8 * 1024 * 1024
STOP_LOOK_S = 0.05
_HOP_HEADERS = {"content-length", "transfer-encoding", "connection"}


class Dialect(Protocol):
    """A simulated shop, as seen from the wire."""

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer one request; raises an `httpx.TransportError` where the connection itself shall fail."""


def transport(dialect: Dialect) -> httpx.MockTransport:
    """The way to a dialect without any network: what a connector takes as its `transport`."""
    return httpx.MockTransport(dialect.handle)


class LoopbackServer:
    """One dialect behind a real HTTP/1.1 server with keep-alive on 127.0.0.1. Use it as a context manager.

    Each answer takes `latency_s` seconds more. A transport fault is shown as a closed connection.
    """

    def __init__(self, dialect: Dialect, *, latency_s: float = 0.0) -> None:
        self._server = _Server(dialect, latency_s)
        self.port: int = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(STOP_LOOK_S,), name=f"loopback-{self.port}"
        )

    def start(self) -> Self:
        """Begin to answer."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop answering, close every connection and end every thread. Raises what crashed a dialect meanwhile."""
        self._server.stopping.set()
        if self._thread.ident is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.hang_up()
        self._server.server_close()  # joins the threads of the connections
        if self._server.crashes:
            raise self._server.crashes[0]

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close() waits for them
    block_on_close = True
    request_queue_size = 128

    def __init__(self, dialect: Dialect, latency_s: float) -> None:
        self.dialect = dialect
        self.latency_s = latency_s
        self.stopping = threading.Event()
        self.crashes: list[BaseException] = []
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server for this computer's name, as the base class would."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Break off every connection, so that the threads that wait for a next request end."""
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base class's signature
        """Keep what crashed a dialect for `stop`; a client that went away is nothing."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, ConnectionError):
            self.crashes.append(error)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # buffered: head and body leave in one packet

    def parse_request(self) -> bool:
        """Read the request line and headers; every method is then answered by the dialect."""
        if not super().parse_request():
            return False
        self._answer()
        return False  # all done: the base class must not look for a method of its own

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if length > BODY_MAX_BYTES or self.headers.get("Transfer-Encoding"):
            self.send_error(413)
            return
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True  # the client went away while it was sending: no shop acts on half a request
            return
        request = httpx.Request(
            self.command,
            f"http://{self.headers.get('Host', '127.0.0.1')}{self.path}",
            headers=list(self.headers.items()),
            content=body,
            extensions={"sleep": self.server.stopping.wait},
        )
        try:
            response = self.server.dialect.handle(request)
        except httpx.TransportError:
            self.close_connection = True
            return
        if self.server.latency_s:
            self.server.stopping.wait(self.server.latency_s)
        self._send(response)

    def _send(self, response: httpx.Response) -> None:
        body = response.read()
        self.send_response_only(response.status_code)
        for name, value in response.headers.multi_items():
            if name.lower() not in _HOP_HEADERS:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's signature
        """Nothing is printed: the caller has its own call log."""

"""A simulated shop behind a real connection: keep-alive, faults, latency and a clean end."""

import socket
import threading
import time

import httpx
import pytest

from app.simulator.faults import Fault, Faults
from app.simulator.http import BODY_MAX_BYTES, LoopbackServer


class Echo:
    """Answers with what it was asked."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.connections: set[int] = set()
        self.asked = threading.Event()

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.connections.add(threading.get_ident())
        self.asked.set()
        return self.faults.strike(request, self._answer, httpx.Response)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/bug":
            raise KeyError("a bug of the dialect")
        if request.url.path == "/nothing":
            return httpx.Response(204)
        shown = {"method": request.method, "url": str(request.url), "body": request.content.decode()}
        headers = [("X-Two", "a"), ("X-Two", "b"), ("X-Auth", request.headers.get("Authorization", ""))]
        return httpx.Response(201, headers=headers, json=shown)


@pytest.fixture
def echo() -> Echo:
    return Echo()


def test_a_request_arrives_as_it_was_sent(echo: Echo) -> None:
    with LoopbackServer(echo) as server, httpx.Client(base_url=server.url, auth=("ck", "cs")) as client:
        answer = client.put("/a%20b/c?x=%20y%2Bz&_fields=id%2Csku&x=2", json={"q": "ä"})
        assert answer.status_code == 201
        assert answer.json() == {
            "method": "PUT",
            "url": f"{server.url}/a%20b/c?x=%20y%2Bz&_fields=id%2Csku&x=2",
            "body": '{"q":"ä"}',
        }
        assert answer.headers.get_list("X-Two") == ["a", "b"]
        assert answer.headers["X-Auth"] == "Basic Y2s6Y3M="
        assert answer.http_version == "HTTP/1.1"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
def test_every_method(echo: Echo, method: str) -> None:
    with LoopbackServer(echo) as server, httpx.Client(base_url=server.url) as client:
        for _ in range(2):
            answer = client.request(method, "/")
            assert answer.status_code == 201
            assert bool(answer.content) is (method != "HEAD")
        assert client.get("/nothing").status_code == 204


def test_one_connection_serves_many_requests(echo: Echo) -> None:
    with LoopbackServer(echo) as server, httpx.Client(base_url=server.url) as client:
        for _ in range(50):
            client.get("/")
    assert len(echo.connections) == 1


def test_many_clients_at_once(echo: Echo) -> None:
    statuses: list[int] = []

    def visit(url: str) -> None:
        with httpx.Client(base_url=url) as client:
            statuses.extend(client.post("/", json={}).status_code for _ in range(25))

    with LoopbackServer(echo) as server:
        threads = [threading.Thread(target=visit, args=(server.url,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert statuses == [201] * 200


@pytest.mark.parametrize("fault", [Fault.UNREACHABLE, Fault.LOST_BEFORE, Fault.TIMEOUT_AFTER])
def test_a_broken_connection_is_a_closed_one(echo: Echo, fault: Fault) -> None:
    with LoopbackServer(echo) as server, httpx.Client(base_url=server.url) as client:
        echo.faults.fail_next(fault)
        with pytest.raises(httpx.TransportError):
            client.get("/")
        assert client.get("/").status_code == 201


def test_latency_and_slowness(echo: Echo) -> None:
    with LoopbackServer(echo, latency_s=0.02) as server, httpx.Client(base_url=server.url) as client:
        started = time.monotonic()
        client.get("/")
        assert time.monotonic() - started >= 0.02
        echo.faults.slow_s = 0.05
        started = time.monotonic()
        client.get("/")
        assert time.monotonic() - started >= 0.07


def test_a_slow_answer_does_not_hold_up_the_end(echo: Echo) -> None:
    echo.faults.slow_s = 600
    with LoopbackServer(echo) as server:
        thread = threading.Thread(target=_visit, args=(server.url,))
        thread.start()
        assert echo.asked.wait(5)
        started = time.monotonic()
    thread.join()
    assert time.monotonic() - started < 5


def _visit(url: str) -> None:
    with httpx.Client(base_url=url, timeout=60) as client:
        try:
            client.get("/")
        except httpx.TransportError:
            return


def test_nothing_is_left_behind(echo: Echo) -> None:
    before = set(threading.enumerate())
    client = httpx.Client()
    with LoopbackServer(echo) as server:
        client.get(server.url)
        port = server.port
    assert set(threading.enumerate()) == before
    with pytest.raises(httpx.TransportError):
        client.get(f"http://127.0.0.1:{port}/")
    client.close()
    socket.create_server(("127.0.0.1", port)).close()


def test_never_started(echo: Echo) -> None:
    LoopbackServer(echo).stop()


def test_a_bug_of_a_dialect_is_not_swallowed(echo: Echo) -> None:
    server = LoopbackServer(echo).start()
    with httpx.Client(base_url=server.url) as client, pytest.raises(httpx.TransportError):
        client.get("/bug")
    with pytest.raises(KeyError, match="a bug of the dialect"):
        server.stop()


def test_too_large_a_request(echo: Echo) -> None:
    with LoopbackServer(echo) as server, socket.create_connection(("127.0.0.1", server.port)) as raw:
        raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (BODY_MAX_BYTES + 1))
        assert raw.recv(12) == b"HTTP/1.1 413"


@pytest.mark.parametrize("sent", [b"", b'{"half": '])
def test_a_client_that_dies_while_it_sends_was_never_heard(echo: Echo, sent: bytes) -> None:
    with LoopbackServer(echo) as server:
        with socket.create_connection(("127.0.0.1", server.port)) as raw:
            raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n" + sent)
            raw.shutdown(socket.SHUT_WR)
            assert raw.recv(1) == b"", "the connection is closed without an answer"
        assert not echo.asked.is_set()
        assert httpx.post(server.url, content=b"whole", trust_env=False).status_code == 201


def test_it_is_fast_enough_to_watch(echo: Echo) -> None:
    """Far under a millisecond of its own for each request; ten here, so that a busy machine does not fail."""
    with LoopbackServer(echo) as server, httpx.Client(base_url=server.url) as client:
        client.get("/")
        started = time.monotonic()
        for _ in range(100):
            client.get("/")
        assert (time.monotonic() - started) / 100 < 0.01

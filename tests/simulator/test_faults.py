"""Faults of simulated shops: how each looks to a client, and whether the shop did what it was asked."""

import threading

import httpx
import pytest

from app.simulator.faults import Fault, Faults


class Shop:
    """Counts what it did."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.done = 0

    def handle(self, request: httpx.Request) -> httpx.Response:
        return self.faults.strike(request, self.answer, lambda status: httpx.Response(status, json={"refused": status}))

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.done += 1
        return httpx.Response(200, json={"done": self.done, "padding": "x" * 50})


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def client(shop: Shop) -> httpx.Client:
    return httpx.Client(base_url="https://x.example", transport=httpx.MockTransport(shop.handle))


@pytest.mark.parametrize(
    ("fault", "seen", "done"),
    [
        (Fault.UNREACHABLE, httpx.ConnectError, 0),
        (Fault.LOST_BEFORE, httpx.ReadError, 0),
        (Fault.LOST_AFTER, httpx.ReadError, 1),
        (Fault.TIMEOUT_BEFORE, httpx.ReadTimeout, 0),
        (Fault.TIMEOUT_AFTER, httpx.ReadTimeout, 1),
        (Fault.SIGNED_OUT, 401, 0),
        (Fault.THROTTLED, 429, 0),
        (Fault.BROKEN, 500, 0),
        (Fault.BROKEN_AFTER, 500, 1),
        (Fault.GARBAGE, 200, 0),
        (Fault.TRUNCATED, 200, 1),
    ],
)
def test_each_fault(shop: Shop, client: httpx.Client, fault: Fault, seen: int | type[Exception], done: int) -> None:
    shop.faults.fail_next(fault)
    if isinstance(seen, int):
        assert client.get("/").status_code == seen
    else:
        with pytest.raises(seen):
            client.get("/")
    assert shop.done == done
    assert client.get("/").json()["done"] == done + 1, "one fault strikes once"


def test_every_fault_is_tested() -> None:
    marks = test_each_fault.pytestmark  # type: ignore[attr-defined]
    assert {row[0] for row in marks[0].args[1]} == set(Fault)


def test_truncated_and_garbage_are_no_json(shop: Shop, client: httpx.Client) -> None:
    shop.faults.fail_next(Fault.TRUNCATED, Fault.GARBAGE)
    for _ in range(2):
        with pytest.raises(ValueError, match=r"Expecting|Unterminated|Extra"):
            client.get("/").json()


def test_some_calls_may_pass_first(shop: Shop, client: httpx.Client) -> None:
    shop.faults.fail_next(None, Fault.BROKEN, when=lambda request: request.method == "PUT")
    statuses = [client.request(method, "/").status_code for method in ("GET", "PUT", "GET", "PUT", "PUT")]
    assert statuses == [200, 200, 200, 500, 200]


@pytest.mark.parametrize(
    ("switch", "status"), [("throttled", 429), ("broken", 500), ("signed_out", 401), ("down", None)]
)
def test_a_switch_stays(shop: Shop, client: httpx.Client, switch: str, status: int | None) -> None:
    setattr(shop.faults, switch, True)
    for _ in range(3):
        if status is None:
            with pytest.raises(httpx.ConnectError):
                client.get("/")
        else:
            assert client.get("/").status_code == status
    shop.faults.calm()
    assert client.get("/").status_code == 200


def test_retry_after(shop: Shop, client: httpx.Client) -> None:
    shop.faults.throttled = True
    assert "Retry-After" not in client.get("/").headers
    shop.faults.retry_after_s = 4
    assert client.get("/").headers["Retry-After"] == "4"


def test_slower_than_the_client_waits(shop: Shop, client: httpx.Client) -> None:
    shop.faults.slow_s = 3
    assert client.get("/").status_code == 200
    shop.faults.slow_s = 6
    with pytest.raises(httpx.ReadTimeout):
        client.get("/")
    assert shop.done == 2


def test_rates_come_from_the_seed() -> None:
    def life(seed: int) -> list[int]:
        shop = Shop()
        shop.faults = Faults(seed)
        shop.faults.rate({Fault.BROKEN: 0.3, Fault.SIGNED_OUT: 0.2})
        client = httpx.Client(base_url="https://x.example", transport=httpx.MockTransport(shop.handle))
        return [client.get("/").status_code for _ in range(400)]

    assert life(1) == life(1) != life(2)
    assert 80 < life(1).count(500) < 160
    assert 40 < life(1).count(401) < 120


def test_turned_from_several_threads(shop: Shop) -> None:
    shop.faults.fail_next(*[Fault.BROKEN] * 200)
    seen: list[int] = []

    def visit() -> None:
        with httpx.Client(base_url="https://x.example", transport=httpx.MockTransport(shop.handle)) as client:
            seen.extend(client.get("/").status_code for _ in range(100))

    threads = [threading.Thread(target=visit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == [200] * 200 + [500] * 200

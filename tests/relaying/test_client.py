"""The relay's client: where it speaks to, what it refuses, and how fast it lets go."""

import threading
import time

import httpx
import pytest

from app.core.changes import Changes
from app.core.text import N_
from app.errors import RelayError
from app.relay import signing
from app.relay.client import Device, Interrupted, RelayClient, relay_address
from app.session import utc_now
from app.store.database import connection, open_database
from app.sync.engine import Engine, Outlets
from tests.relaying.world import post, shopify_call

DEVICE = Device("me", signing.new_key()[0])


def client(answer, *, clock_ms=lambda: 1_000_000):
    return RelayClient("https://relay.example", DEVICE, clock_ms=clock_ms, transport=httpx.MockTransport(answer))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" relay.example ", "https://relay.example"),
        ("https://relay.example/", "https://relay.example"),
        ("https://relay.example:8443", "https://relay.example:8443"),
        ("http://127.0.0.1:8787", "http://127.0.0.1:8787"),
        ("http://[::1]:8787", "http://[::1]:8787"),
        ("http://localhost:8787", "http://localhost:8787"),
    ],
)
def test_addresses(typed, address):
    assert relay_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "http://relay.example", "ftp://relay.example", "https://me:secret@relay.example", "https://relay.example/path",
        "https://relay.example?a=1", "", "https://", "https://relay.example:99999", "https://rel ay.example",
    ],
)  # fmt: skip
def test_addresses_that_are_none(typed):
    with pytest.raises(RelayError):
        relay_address(typed)


def test_a_redirect_is_refused_and_nothing_is_sent_on():
    asked = []

    def answer(request):
        asked.append(request.url.host)
        return httpx.Response(302, headers={"location": "https://elsewhere.example/v1/state"})

    with pytest.raises(RelayError, match="another place"):
        client(answer).waiting()
    assert asked == ["relay.example"]


def test_an_address_that_can_be_no_computers_is_only_not_reached():
    def answer(_request):
        raise UnicodeError("label empty or too long")  # as looking up relay..example does

    with pytest.raises(RelayError, match="cannot be reached"):
        client(answer).waiting()


def test_a_wrong_clock_is_learnt_from_the_answer_and_kept():
    there, times = 9_000_000_000, []

    def answer(request):
        times.append(int(request.headers[signing.TIME]))
        if abs(times[-1] - there) > signing.SKEW_MS:
            return httpx.Response(401, json={"error": "clock", "at": there})
        return httpx.Response(200, json={"waiting": 0, "oldest": None, "at": there})

    asking = client(answer)
    asking.waiting()
    asking.waiting()
    assert times == [1_000_000, there, there]


@pytest.mark.parametrize(
    ("response", "kind"),
    [
        (httpx.Response(401, json={"error": "signature", "at": 1_000_000}), "unpaired"),
        (httpx.Response(503, text="not now"), "unavailable"),
        (httpx.Response(429, text="slower"), "unavailable"),
        (httpx.Response(400, json={"error": "upto"}), "refused"),
        (httpx.Response(200, text="<html>a parked domain"), "unavailable"),
        (httpx.Response(200, json=[1]), "unavailable"),
        (httpx.Response(200, json={"records": "?", "first": 1, "newest": 1, "at": 1}), "unavailable"),
        (httpx.Response(200, json={"records": [], "first": 1 << 80, "newest": 1, "at": 1}), "unavailable"),
    ],
)
def test_answers_that_are_no_pull(response, kind):
    with pytest.raises(RelayError) as caught:
        client(lambda request: response).pull(0)
    assert caught.value.kind == kind


def test_a_test_message_goes_to_our_relay_only():
    asked = []
    with pytest.raises(RelayError, match="not one of the relay"):
        client(lambda request: asked.append(1)).post("https://elsewhere.example/in/abc", {}, b"")
    assert asked == []


def test_a_parked_poll_ends_within_a_second(desktop):
    parked = desktop.relaying.desk(connection(desktop.path), lambda _: None, lambda _: None)
    ended = []

    def poll():
        try:
            parked.client.pull(desktop.state().cursor, wait=25)
        except Interrupted:
            ended.append(time.monotonic())

    thread = threading.Thread(target=poll)
    thread.start()
    while parked.client._socket is None:
        thread.join(0.01)
    thread.join(0.3)  # it is parked by now; ended or not, the poll must let go at once
    asked = time.monotonic()
    parked.client.interrupt()
    thread.join(10)
    assert ended
    assert ended[0] - asked < 1.0
    with pytest.raises(Interrupted):
        parked.client.pull(0)
    parked.client.close()
    parked.db.close()


class Town:
    def __init__(self):
        self.heard = threading.Event()

    def tell(self, changes: Changes) -> None:
        self.heard.set()


def test_the_engine_hears_of_a_sale_while_it_is_parked_and_stops_at_once(desktop):
    town = Town()

    def nobody(shop, log):
        raise RelayError(N_("No connector."))  # no connector: only doorbells are looked at

    open_database(desktop.path).close()
    engine = Engine(
        desktop.path,
        installation="here",
        clock=utc_now,
        open_channel=nobody,
        outlets=Outlets(town.tell, lambda error: None, lambda error: None),
        open_relay=desktop.relaying.desk,
    )
    engine.start()
    try:
        deadline = time.monotonic() + 20
        while desktop.state().pulled_at is None and engine._relay_lane is None and time.monotonic() < deadline:
            town.heard.wait(0.05)
        post(desktop.door.address, shopify_call(77, "z"))
        while not desktop.bells(desktop.shopify) and time.monotonic() < deadline:
            town.heard.wait(0.05)
            town.heard.clear()
        assert desktop.bells(desktop.shopify) == [("order", "77")]
    finally:
        began = time.monotonic()
        assert engine.stop()
        assert time.monotonic() - began < 5.0

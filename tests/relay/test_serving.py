"""A running relay over real sockets: what it keeps, what it refuses, and what it never lets anybody read."""

import contextlib
import http.client
import json
import socket
import threading
import time
from pathlib import Path

import pytest

from app.relay.envelope import NotOurs
from app.relay.wire import Gap, Kept
from tests.relay import senders
from tests.relay.relays import Desk, Relay, Relays, paired

SECRET = "a-lent-secret-0123456789"
FOREIGN = "x" * 43  # an address that nobody has


def test_a_call_is_handed_over_as_it_came(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("shop")
    raw = (
        f"POST {place}/orders/%7e?a=1&a=%20 HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nx-two: \xff\r\nContent-Length: 4\r\n"
        "Connection: close\r\n\r\n"
    ).encode("latin-1") + b"\x00\xff{}"
    before = time.time_ns() // 1_000_000
    with socket.create_connection(("127.0.0.1", served.port)) as link:
        link.sendall(raw)
        answer = b"".join(iter(lambda: link.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert answer.endswith(b"\r\n\r\nok")
    assert b"server:" not in answer.lower()
    (record,) = desk.pull().records
    assert isinstance(record, Kept)
    assert record.endpoint == "shop"
    assert before <= record.at_ms <= time.time_ns() // 1_000_000
    came = desk.opened(record)
    assert (came.method, came.path, came.query, came.body) == ("POST", "/orders/%7e", "a=1&a=%20", b"\x00\xff{}")
    assert [pair for pair in came.headers if pair[0].lower() == b"x-two"] == [(b"x-two", b"1"), (b"x-two", b"\xff")]


def test_a_foreign_key_and_a_foreign_desktop_open_nothing(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("shop")
    served.ask("POST", place, b"for one only")
    other = paired(served)
    assert other.pull().records == ()
    (record,) = desk.pull().records
    with pytest.raises(NotOurs):
        other.opened(record)
    assert desk.opened(record).body == b"for one only"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_look_is_answered_and_nothing_is_kept(served: Relay, desk: Desk, method: str) -> None:
    status, headers, body = served.ask(method, desk.endpoint("shop"))
    assert (status, body, headers["content-length"]) == (200, b"" if method == "HEAD" else b"ok", "2")
    assert served.ask("PUT", desk.endpoint("other"), b"x")[0] == 405
    assert desk.pull().records == ()


def test_a_form_ping_is_answered_200(served: Relay, desk: Desk) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert served.ask("POST", desk.endpoint("blind", never_retries=True), b"webhook_id=7", form)[0] == 200
    checked = desk.endpoint("checked", scheme="woocommerce", secret=SECRET)
    assert served.ask("POST", checked, b"webhook_id=8", form)[0] == 200
    assert served.ask("POST", checked, b"webhook_id=8&x=1", form)[0] == 401
    assert [record.endpoint for record in desk.pull().records if isinstance(record, Kept)] == ["blind"]


def test_an_unknown_address_is_404_and_never_a_redirect(served: Relay) -> None:
    for target in ("/in/", "/in/x", f"/in/{FOREIGN}", f"/in/{FOREIGN}/", "/in", "/v1/pull/", "/%69n/x"):
        assert served.ask("POST", target)[0] in (404, 405), target


def test_duplicates_and_disorder_are_kept_as_they_come(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("shop")
    words = [b"3", b"1", b"1", b"2", b"3"]
    assert [served.ask("POST", place, word)[0] for word in words] == [200] * 5
    assert [desk.opened(record).body for record in desk.pull().records] == words


def test_ten_megabytes_and_endless_headers_are_refused(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("shop")
    status, _, body = served.ask("POST", place, b"x" * (10 << 20))
    assert (status, body) == (413, b"too large")
    assert served.ask("POST", place, b"x" * (1 << 20))[0] == 200
    assert served.ask("POST", place, b"x" * ((1 << 20) + 1))[0] == 413
    assert served.ask("POST", place, b"", {f"h{n}": "1" for n in range(70)})[0] == 413
    assert served.ask("POST", place, b"", {"h": "1" * 17_000})[0] == 413
    assert served.ask("POST", f"{place}?{'q' * 17_000}")[0] == 413
    with socket.create_connection(("127.0.0.1", served.port)) as link:
        link.sendall(b"POST /in/x HTTP/1.1\r\n")
        with contextlib.suppress(OSError):
            for _ in range(200):
                link.sendall(b"h: " + b"x" * 4000 + b"\r\n")
        with contextlib.suppress(ConnectionResetError):
            assert b" 431 " in link.recv(100)
    assert len(desk.pull(most=9).records) == 1


def test_ten_megabytes_to_a_sender_that_never_comes_again_are_a_gap(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("woo", never_retries=True)
    assert served.ask("POST", place, b"x" * (10 << 20))[0] == 200
    (gap,) = desk.pull().records
    assert isinstance(gap, Gap)
    assert (gap.endpoints, gap.why) == (("woo",), "full")


def test_who_sends_a_byte_a_minute_is_shown_out_and_holds_up_nobody(relays: Relays, tmp_path: Path) -> None:
    served = relays.start(str(tmp_path / "store"), read_s=0.5, request_s=1.5)
    desk = paired(served)
    place, woo = desk.endpoint("shop"), desk.endpoint("woo", never_retries=True)
    heads = [
        f"POST {place} HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nx",
        f"POST {place} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n",
        f"POST {woo} HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nx",
        f"POST {place} HTTP/1.1\r\nhos",  # the head never ends
        "",  # not a byte
    ]
    slow = [socket.create_connection(("127.0.0.1", served.port), timeout=30) for _ in range(10) for _ in heads]
    for link, head in zip(slow, heads * 10, strict=True):
        link.sendall(head.encode())
    assert served.ask("POST", place, b"quick")[0] == 200
    answers = [link.recv(65536) for link in slow]
    for link in slow:
        link.close()
    assert {answer.split(b" ")[1] for answer in answers if answer} == {b"408", b"200"}
    assert sum(not answer for answer in answers) == 20  # closed without a word
    records = desk.pull().records
    assert sorted(type(one).__name__ for one in records) == ["Gap", "Kept"]


def test_a_thousand_senders_at_once(served: Relay, desk: Desk) -> None:
    places = [desk.endpoint(f"shop{n}") for n in range(4)]
    calls = [(places[n % 4], b"%d" % n) for n in range(1000)]
    answers = senders.post_all(served.port, calls)
    taken = [body for (_, body), status in zip(calls, answers, strict=True) if status == 200]
    assert len(taken) > 900, "the relay is there for them"
    assert sorted(desk.opened(record).body for record in desk.pull_all()) == sorted(taken)


def test_too_fast_is_429_and_a_gap_for_who_never_comes_again(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"), rate=0.01, burst=2)
    desk = paired(relay)
    patient, woo = desk.endpoint("patient"), desk.endpoint("woo", never_retries=True)
    assert [relay.ask("POST", patient, b"x")[0] for _ in range(3)] == [200, 200, 429]
    status, headers, _ = relay.ask("POST", patient, b"x")
    assert (status, headers["retry-after"]) == (429, "100")
    assert [relay.ask("POST", woo, b"x")[0] for _ in range(5)] == [200] * 5
    kinds = [type(one).__name__ for one in desk.pull().records]
    assert kinds == ["Kept"] * 4 + ["Gap"]


def test_a_full_mailbox_is_429(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"), messages=1)
    desk = paired(relay)
    place = desk.endpoint("shop")
    assert [relay.ask("POST", place, b"x")[0] for _ in range(2)] == [200, 429]
    desk.ack(1)
    assert relay.ask("POST", place, b"x")[0] == 200


def test_a_full_disk_is_a_clear_503_and_pulls_and_acks_make_room(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"), rate=1e6, burst=1e6, max_pages=300)
    desk = paired(relay)
    place, woo = desk.endpoint("shop"), desk.endpoint("woo", never_retries=True)
    answers = [relay.ask("POST", place, b"x" * 20_000)[0] for _ in range(80)]
    assert set(answers) == {200, 503}
    assert relay.ask("GET", "/healthz")[0] == 503
    assert relay.ask("POST", woo, b"y" * 20_000)[0] == 503
    records = desk.pull_all()
    assert len(records) == answers.count(200)
    desk.ack(records[-1].seq)
    assert relay.ask("POST", place, b"again")[0] == 200
    assert relay.ask("GET", "/healthz")[0] == 200
    gap, again = sorted(desk.pull(records[-1].seq).records, key=lambda one: isinstance(one, Kept))
    assert isinstance(gap, Gap), "what was refused to a sender that never comes again is owed"
    assert gap.endpoints == ("woo",)
    assert desk.opened(again).body == b"again"


def test_a_parked_pull_is_woken_by_what_comes(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("shop")
    found: list[Kept | Gap] = []
    thread = threading.Thread(target=lambda: found.extend(desk.pull(wait=25).records))
    thread.start()
    _until_parked(served, 1)
    began = time.monotonic()
    served.ask("POST", place, b"ring")
    thread.join(20)
    assert time.monotonic() - began < 10
    assert [desk.opened(one).body for one in found] == [b"ring"]
    assert _metrics(served)["parked"] == 0


def test_one_mailbox_has_few_parked_pulls(served: Relay, desk: Desk) -> None:
    links = []
    for _ in range(16):
        link = http.client.HTTPConnection("127.0.0.1", served.port)
        target = "/v1/pull?wait=25"
        link.request("GET", target, headers=desk.headers("GET", target))
        links.append(link)
    _until_parked(served, 16)
    assert desk.ask("GET", "/v1/pull?wait=25")[0] == 429
    served.ask("POST", desk.endpoint("shop"), b"go")
    assert [link.getresponse().status for link in links] == [200] * 16
    for link in links:
        link.close()


def _metrics(relay: Relay) -> dict[str, int]:
    return dict(json.loads(relay.ask("GET", "/metrics")[2]))


def _until_parked(relay: Relay, count: int) -> None:
    deadline = time.monotonic() + 20
    while _metrics(relay)["parked"] < count:
        assert time.monotonic() < deadline


def test_a_stop_ends_parked_pulls_at_once_and_the_exit_code_is_0(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"))
    desk = paired(relay)
    target = "/v1/pull?wait=25"
    link = http.client.HTTPConnection("127.0.0.1", relay.port)
    link.request("GET", target, headers=desk.headers("GET", target))
    _until_parked(relay, 1)
    began = time.monotonic()
    relay.process.terminate()
    answer = link.getresponse()
    assert (answer.status, json.loads(answer.read())["records"]) == (200, [])
    link.close()
    assert relay.stop() == 0
    assert time.monotonic() - began < 3
    assert relays.written() == b""


def test_metrics_are_counts_and_ages(served: Relay, desk: Desk) -> None:
    served.ask("POST", desk.endpoint("shop"), b"x")
    told = _metrics(served)
    assert told["mailboxes"] >= 1
    assert told["waiting"] >= 1
    assert told["answered_200"] >= 1
    assert all(isinstance(value, int | float) for value in told.values())
    assert served.ask("HEAD", "/healthz")[0] == 200

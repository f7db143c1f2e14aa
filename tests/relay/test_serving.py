"""A running relay over real sockets: what it keeps, what it refuses, and what it never lets anybody read."""

import base64
import contextlib
import hashlib
import hmac
import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.relay import signing
from app.relay.envelope import NotOurs, Place, encoded, new_key, unseal
from app.relay.store import StoreDown
from app.relay.wire import Gap, Kept
from tests.relay import senders
from tests.relay.relays import Desk, Relay, Relays, paired

SECRET = "a-lent-secret-0123456789"
# The vectors of the channels' pages in the project's notes.
SHOPIFY = (
    "plimsoll-client-secret",
    b'{"inventory_item_id":111,"location_id":222,"available":3,"updated_at":"2026-11-23T05:00:00Z"}',
    "OplUscpklkM1XOutiP4Fr3jSWYYFwjtWGTIEa0JTtF4=",
)
ETSY = (
    "whsec_cGxpbXNvbGwtdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2Q=",
    "msg_plimsoll_0001",
    "1763870400",
    b'{"event_type":"order.paid",'
    b'"resource_url":"https://api.etsy.com/v3/application/shops/42/receipts/1001","shop_id":42}',
    "/IkqC93ii7kH04vk9G9pVSio/aIElmHA+do73i/IwxY=",
)
FOREIGN = "x" * 43


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Relay]:
    folder = tmp_path_factory.mktemp("relay")
    with Relays(folder / "logs") as relays:
        yield relays.start(str(folder / "store"), rate=1e6, burst=1e6)


@pytest.fixture
def desk(served: Relay) -> Desk:
    return paired(served)


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


# --- signatures ---------------------------------------------------------------------------------------------------


def test_only_the_mailboxs_own_desktop_is_answered(served: Relay, desk: Desk) -> None:
    served.ask("POST", desk.endpoint("shop"), b"secret")
    target = "/v1/pull?after=0"
    signed = desk.headers("GET", target)
    assert served.ask("GET", target)[0] == 401
    assert served.ask("GET", "/v1/pull?after=1", headers=signed)[0] == 401
    assert served.ask("GET", target, b"body", signed)[0] == 401
    raw = signed[signing.SIGNATURE]
    flipped = ("B" if raw[0] == "A" else "A") + raw[1:]
    assert served.ask("GET", target, headers=signed | {signing.SIGNATURE: flipped})[0] == 401
    assert served.ask("GET", target, headers=signed | {signing.DEVICE: paired(served).device})[0] == 401
    assert served.ask("GET", target, headers=signed)[0] == 200
    status, _, body = served.ask("GET", target, headers=signed)
    assert (status, json.loads(body)["error"]) == (401, "repeated")


def test_a_wrong_clock_is_told_the_time(served: Relay, desk: Desk) -> None:
    now = time.time_ns() // 1_000_000
    for at_ms in (now - 6 * 60_000, now + 6 * 60_000):
        status, _, body = served.ask("GET", "/v1/pull", headers=desk.headers("GET", "/v1/pull", at_ms=at_ms))
        told = json.loads(body)
        assert (status, told["error"]) == (401, "clock")
        assert abs(told["at"] - now) < 60_000


def test_what_was_signed_before_a_restart_cannot_be_said_again_after_it(relays: Relays, tmp_path: Path) -> None:
    where = str(tmp_path / "store")
    relay = relays.start(where)
    desk = paired(relay)
    signed = desk.headers("GET", "/v1/pull")
    assert relay.ask("GET", "/v1/pull", headers=signed)[0] == 200
    relay.kill()
    desk.relay = relays.start(where)
    assert desk.relay.ask("GET", "/v1/pull", headers=signed)[0] == 401
    assert desk.pull().records == ()


def test_an_ack_that_makes_no_sense_deletes_nothing(served: Relay, desk: Desk) -> None:
    served.ask("POST", desk.endpoint("shop"), b"x")
    for upto in (-1, "1", 1.0, True, None, 1 << 70):
        assert desk.ask("POST", "/v1/ack", {"upto": upto})[0] == 400
    assert desk.ask("POST", "/v1/ack", [1])[0] == 400
    assert len(desk.pull().records) == 1


@pytest.mark.parametrize(
    "told",
    [
        {"id": ""}, {"id": "a/b"}, {"id": "ü"}, {"id": "a\x00"}, {"id": "\ud800"}, {"id": 7}, {"id": "x" * 65},
        {"id": "a", "scheme": "none"}, {"id": "a", "secret": "\ud800"}, {"id": "a", "secret": "x" * 600},
        {"id": "a", "base": "ftp://x"}, {"id": "a", "base": "https://x\r\ny"},
    ],
)  # fmt: skip
def test_an_endpoint_that_makes_no_sense_is_refused(desk: Desk, told: dict[str, object]) -> None:
    assert desk.ask("POST", "/v1/endpoints", told)[0] == 400
    assert json.loads(desk.ask("GET", "/v1/endpoints")[2])["endpoints"] == []


def test_a_key_that_nothing_can_be_sealed_to_is_refused(desk: Desk, served: Relay) -> None:
    assert desk.ask("POST", "/v1/keys", {"key": encoded(bytes(32))})[0] == 400
    assert desk.ask("POST", "/v1/keys", {"key": encoded(bytes(31))})[0] == 400
    assert served.ask("POST", desk.endpoint("shop"), b"x")[0] == 200


def test_pairing_is_not_guessed(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"))
    told = {"code": "WRONG", "key": encoded(new_key()[1]), "device": encoded(signing.new_key()[1])}
    guesses = [relay.ask("POST", "/v1/mailboxes", json.dumps(told).encode())[0] for _ in range(11)]
    assert guesses == [403] * 10 + [429]


def test_a_code_is_used_once(served: Relay) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "app.relay", "pair", "--data", served.where], check=True, capture_output=True, text=True
    ).stdout
    code = shown.rsplit(" ", 1)[1].strip()
    assert len(code) == 14
    Desk(served, code.lower().replace("-", " ")).pair()
    told = {"code": code, "key": encoded(new_key()[1]), "device": encoded(signing.new_key()[1])}
    assert served.ask("POST", "/v1/mailboxes", json.dumps(told).encode())[0] == 403


# --- addresses and keys that change -------------------------------------------------------------------------------


def test_a_new_address_and_the_one_before_hold_until_the_next(served: Relay, desk: Desk) -> None:
    first = desk.endpoint("shop", scheme="shopify", secret=SECRET, never_retries=True)
    second = desk.endpoint("shop", renew=True)
    (kept,) = json.loads(desk.ask("GET", "/v1/endpoints")[2])["endpoints"]
    assert kept == {"id": "shop", "never_retries": True, "scheme": "shopify"}, "what is not said stays"
    assert desk.endpoint("shop", secret="", scheme="") == ""
    assert [served.ask("POST", place, b"x")[0] for place in (first, second)] == [200, 200]
    third = desk.endpoint("shop", renew=True)
    assert [served.ask("POST", place, b"x")[0] for place in (first, second, third)] == [404, 200, 200]
    desk.endpoint("shop", alone=True)
    assert [served.ask("POST", place, b"x")[0] for place in (second, third)] == [404, 200]
    assert desk.ask("DELETE", "/v1/endpoints/shop")[0] == 200
    assert served.ask("POST", third, b"x")[0] == 404
    assert len(desk.pull().records) == 5


def test_a_new_key_and_records_of_the_old_one(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("shop")
    served.ask("POST", place, b"before")
    old = desk.private
    desk.private, public = new_key()
    assert desk.ask("POST", "/v1/keys", {"key": encoded(public)})[0] == 200
    served.ask("POST", place, b"after")
    first, second = desk.pull().records
    assert isinstance(first, Kept)
    assert unseal(first.sealed, Place(endpoint="shop", seq=1, at_ms=first.at_ms), old).body == b"before"
    assert desk.opened(second).body == b"after"


def test_a_purge_leaves_nothing(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("shop")
    served.ask("POST", place, b"x")
    assert desk.ask("POST", "/v1/purge")[0] == 200
    assert served.ask("POST", place, b"x")[0] == 404
    assert desk.ask("GET", "/v1/pull")[0] == 401


# --- what senders ask ---------------------------------------------------------------------------------------------


def test_ebays_challenge_is_answered_by_the_relay_alone(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("ebay", scheme="ebay", secret=SECRET)
    address = f"https://relay.example.test{place}/deleted"
    status, headers, body = served.ask("GET", f"{place}/deleted?challenge_code=a-code")
    wanted = hashlib.sha256(f"a-code{SECRET}{address}".encode()).hexdigest()
    assert (status, headers["content-type"]) == (200, "application/json")
    assert json.loads(body) == {"challengeResponse": wanted}


def test_metas_challenge_needs_the_token(served: Relay, desk: Desk) -> None:
    place = desk.endpoint("meta", scheme="meta", secret=SECRET)
    query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
    assert served.ask("GET", f"{place}?{query}{SECRET}")[::2] == (200, b"1158201444")
    assert served.ask("GET", f"{place}?{query}wrong")[0] == 403
    silent = desk.endpoint("silent", scheme="meta")
    assert served.ask("GET", f"{silent}?{query}")[0] == 403


def _square(secret: str, address: str, body: bytes) -> str:
    return base64.b64encode(hmac.digest(secret.encode(), address.encode() + body, "sha256")).decode()


def test_with_a_lent_secret_forgeries_are_401(served: Relay, desk: Desk) -> None:
    secret, body, signature = SHOPIFY
    place = desk.endpoint("shopify", scheme="shopify", secret=secret)
    _check(served, place, body, {"X-Shopify-Hmac-Sha256": signature})
    key, name, at, body, signature = ETSY
    place = desk.endpoint("etsy", scheme="etsy", secret=key)
    said = {"webhook-id": name, "webhook-timestamp": at, "webhook-signature": f"v1,old v1,{signature}"}
    _check(served, place, body, said)
    assert served.ask("POST", place, body, said | {"webhook-timestamp": "1763870401"})[0] == 401
    body = b'{"id":7}'
    place = desk.endpoint("woo", scheme="woocommerce", secret=SECRET)
    made = base64.b64encode(hmac.digest(SECRET.encode(), body, "sha256")).decode()
    _check(served, place, body, {"X-WC-Webhook-Signature": made})
    place = desk.endpoint("square", scheme="square", secret=SECRET)
    made = _square(SECRET, f"https://relay.example.test{place}/q?x=1", body)
    _check(served, f"{place}/q?x=1", body, {"x-square-hmacsha256-signature": made})
    assert len(desk.pull().records) == 4


def test_shopifys_wish_to_forget_a_shop_is_obeyed_where_it_is_signed(served: Relay, desk: Desk) -> None:
    wish = {"X-Shopify-Topic": "shop/redact"}
    made = base64.b64encode(hmac.digest(SECRET.encode(), b"{}", "sha256")).decode()
    blind, checked = desk.endpoint("blind"), desk.endpoint("checked", scheme="shopify", secret=SECRET)
    signed = {"X-Shopify-Hmac-Sha256": made}
    assert served.ask("POST", blind, b"{}", wish)[0] == 200
    assert served.ask("POST", checked, b"{}", signed)[0] == 200
    assert served.ask("POST", checked, b"{}", wish)[0] == 401
    assert [type(one).__name__ for one in desk.pull().records] == ["Kept", "Kept"]
    assert served.ask("POST", checked, b"{}", wish | signed)[0] == 200
    assert [type(one).__name__ for one in desk.pull().records] == ["Kept", "Gap", "Kept"]


def _check(relay: Relay, place: str, body: bytes, headers: dict[str, str]) -> None:
    """Signed it is taken; with one bit flipped, or unsigned, it is not."""
    assert relay.ask("POST", place, body, headers)[0] == 200
    assert relay.ask("POST", place, bytes([body[0] ^ 1]) + body[1:], headers)[0] == 401
    assert relay.ask("POST", place, body)[0] == 401


# --- what can be read ---------------------------------------------------------------------------------------------


def test_nobody_reads_a_customer_at_rest(
    relays: Relays, where: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Store, write-ahead log, what was deleted, what was printed, and the backup are searched for planted words."""
    relay = relays.start(where, rate=1e6, burst=1e6)
    desk = paired(relay)
    place = desk.endpoint("shop", scheme="shopify", secret="")
    lent = desk.endpoint("lent", scheme="ebay", secret="LENTSECRETWORD")
    body = b'{"name":"GRETELPLANTED","email":"gretel@planted.test"}'
    for n in range(200):
        headers = {"X-Planted": f"HEADERPLANTED{n}"}
        assert relay.ask("POST", f"{place}/PATHPLANTED?q=QUERYPLANTED", body * 20, headers)[0] == 200
    desk.ack(100)
    for target in (f"/in/{FOREIGN}/PATHPLANTED", f"{lent}?challenge_code=CODEPLANTED"):
        relay.ask("GET", target)
    assert desk.pull(100).records
    stored = Path(where) if not where.startswith("postgresql:") else request.getfixturevalue("pg_server").folder
    running = _bytes_below(stored)
    if stored == Path(where):
        assert (stored / "relay.db-wal").stat().st_size > 0
        back_up(where, tmp_path / "backup.db")
        running += (tmp_path / "backup.db").read_bytes()
        assert (tmp_path / "backup.db").stat().st_size > 100_000
    relay.stop()
    everything = running + _bytes_below(stored) + relays.written()
    # The log of PostgreSQL holds every statement here, with its values: that is the point.
    for word in (b"PLANTED", b"planted.test", place.encode()[4:], lent.encode()[4:], desk.private, desk.code.encode()):
        assert word not in everything, word
        assert encoded(word).encode() not in everything, word
        assert word.hex().encode() not in everything, word
    assert b"LENTSECRETWORD" in everything, "what the seller lends can be read, and Settings say so"


def test_a_lent_secret_is_gone_with_its_endpoint(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"))
    desk = paired(relay)
    desk.endpoint("lent", scheme="ebay", secret="LENTSECRETWORD")
    desk.endpoint("lent", scheme="", secret="")
    relay.stop()
    assert b"LENTSECRETWORD" not in _bytes_below(tmp_path / "store")


def test_only_its_user_reads_the_files(relays: Relays, tmp_path: Path) -> None:
    relays.start(str(tmp_path / "store"))
    if os.name == "posix":
        assert (tmp_path / "store").stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "store").iterdir())


def _bytes_below(folder: Path) -> bytes:
    found = []
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):  # PostgreSQL's socket, and what it has just removed
            found.append(path.read_bytes() if path.is_file() else b"")
    return b"".join(found)


def back_up(where: str, target: Path) -> None:
    subprocess.run([sys.executable, "-m", "app.relay", "backup", "--data", where, str(target)], check=True)


def test_a_backup_of_a_running_relay_is_a_store(relays: Relays, tmp_path: Path) -> None:
    relay = relays.start(str(tmp_path / "store"))
    desk = paired(relay)
    relay.ask("POST", desk.endpoint("shop"), b"kept")
    (tmp_path / "copy").mkdir()
    back_up(relay.where, tmp_path / "copy" / "relay.db")
    relay.kill()
    desk.relay = relays.start(str(tmp_path / "copy"))
    assert [desk.opened(one).body for one in desk.pull().records] == [b"kept"]


def test_a_file_that_is_not_ours_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    path.write_bytes(b"somebody's letter\n" * 500)
    ran = subprocess.run(
        [sys.executable, "-m", "app.relay", "serve", "--port", "0", "--data", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode != 0
    assert StoreDown.__name__ in ran.stderr
    assert path.read_bytes() == b"somebody's letter\n" * 500


def test_metrics_are_counts_and_ages(served: Relay, desk: Desk) -> None:
    served.ask("POST", desk.endpoint("shop"), b"x")
    told = _metrics(served)
    assert told["mailboxes"] >= 1
    assert told["waiting"] >= 1
    assert told["answered_200"] >= 1
    assert all(isinstance(value, int | float) for value in told.values())
    assert served.ask("HEAD", "/healthz")[0] == 200

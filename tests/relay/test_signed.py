"""Who is answered by a running relay: a mailbox's own desktop, once; and how addresses and keys change."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.relay import signing
from app.relay.envelope import Place, encoded, new_key, unseal
from app.relay.wire import Kept
from tests.relay.relays import Desk, Relay, Relays, paired

SECRET = "a-lent-secret-0123456789"


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

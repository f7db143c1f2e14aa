"""Looking for a newer version: only what the build's own key signed is believed, and nothing is asked in secret."""

import base64
import json
import socket
import threading
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.errors import UpdateError
from app.presence import _updates_lent
from app.ui.shell.memory import Memory
from app.updates import MOST_BYTES, PREFIX, Newer, Source, check, over_https, source
from tests.life import NOW

SIGNER, STRANGER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
WHERE = Source(address="https://plimsoll.example/update", key=SIGNER.public_key().public_bytes_raw())
UNTIL = (NOW + timedelta(days=30)).isoformat()
PAGE = "https://plimsoll.example/new"


def signed(manifest, *, signer=SIGNER, prefix=PREFIX):
    text = manifest if isinstance(manifest, str) else json.dumps(manifest)
    signature = base64.b64encode(signer.sign(prefix + text.encode())).decode()
    return json.dumps({"manifest": text, "signature": signature}).encode()


def told(**more):
    return {"version": "0.3.0", "page": PAGE, "until": UNTIL, **more}


def ask(body, running="0.2.0"):
    asked = []

    def fetch(address):
        asked.append(address)
        return body

    found = check(WHERE, now=NOW, fetch=fetch, running=running)
    assert asked == [WHERE.address]
    return found


@pytest.mark.parametrize(
    ("there", "running", "newer"),
    [
        ("0.3.0", "0.2.0", True),
        ("0.10.0", "0.9.9", True),
        ("1.0", "1.0.0", False),
        ("0.2.0", "0.2.0", False),
        ("0.1.9", "0.2.0", False),
    ],
)
def test_versions_are_compared_by_their_numbers(there, running, newer):
    assert ask(signed(told(version=there)), running) == (Newer(version=there, page=PAGE) if newer else None)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"<html>",
        b"\xff\xfe",
        json.dumps({"manifest": json.dumps(told())}).encode(),
        json.dumps({"manifest": json.dumps(told()), "signature": "!!"}).encode(),
        signed(told(), signer=STRANGER),
        signed(told(), prefix=b""),
        signed(told()).replace(b"0.3.0", b"0.4.0"),
        signed("[]"),
        signed("no json"),
        signed({"version": "0.3.0"}),
        signed(told(version="newest")),
        signed(told(version="0.3.0; rm")),
        signed(told(page="http://plimsoll.example/new")),
        signed(told(page="file:///etc/passwd")),
        signed(told(page="https://[")),
        signed(told(until="soon")),
        signed(told(until="2027-01-01")),
    ],
)
def test_what_is_not_signed_whole_and_right_is_not_believed(body):
    with pytest.raises(UpdateError, match="signed"):
        ask(body)


def test_what_is_out_of_date_is_not_believed():
    with pytest.raises(UpdateError, match="out of date"):
        ask(signed(told(until=(NOW - timedelta(minutes=1)).isoformat())))


@pytest.fixture
def build(tmp_path):
    def make(**facts):
        path = tmp_path / "updates.json"
        path.write_text(json.dumps(facts))
        return source(path)

    return make


def test_a_build_names_address_and_key(build):
    key = base64.b64encode(WHERE.key).decode()
    assert build(address=WHERE.address, key=key) == WHERE
    assert build(address="http://plimsoll.example", key=key) is None
    assert build(address="https://me:secret@plimsoll.example", key=key) is None
    assert build(address=WHERE.address, key=key[:20]) is None
    assert build(address=WHERE.address) is None


def test_this_build_names_nobody_so_nothing_is_offered():
    assert source() is None
    assert _updates_lent(Memory()) is None


def test_it_is_off_and_then_once_a_day(monkeypatch):
    monkeypatch.setattr("app.updates.source", lambda: WHERE)
    monkeypatch.setattr("app.updates.over_https", lambda _address: signed(told(version="0.0.1")))
    monkeypatch.setattr("app.presence.utc_now", lambda: NOW)
    lent = _updates_lent(Memory())
    assert (lent.host, lent.on(), lent.due()) == ("plimsoll.example", False, False)
    lent.set(True)
    assert lent.due()
    assert lent.check() is None
    assert not lent.due()
    monkeypatch.setattr("app.presence.utc_now", lambda: NOW + timedelta(days=1, seconds=1))
    assert lent.due()


@pytest.fixture
def answering():
    """A server on this computer that answers once."""
    made = []

    def serve(answer):
        listening = socket.create_server(("127.0.0.1", 0))
        listening.settimeout(10)

        def run():
            taken, _ = listening.accept()
            with taken:
                taken.recv(4096)
                taken.sendall(answer)

        thread = threading.Thread(target=run)
        thread.start()
        made.append((listening, thread))
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    yield serve
    for listening, thread in made:
        thread.join(10)
        listening.close()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "did not say"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "did not say"),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * (MOST_BYTES + 1), "signed"),
    ],
)
def test_no_redirect_is_followed_and_no_more_read_than_fits(answering, answer, words):
    with pytest.raises(UpdateError, match=words):
        over_https(answering(answer))


def test_what_lies_there_is_read(answering):
    assert over_https(answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")) == b"{}"


def test_nobody_there_is_said():
    with pytest.raises(UpdateError, match="did not say"):
        over_https("http://127.0.0.1:1/")

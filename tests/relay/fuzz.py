"""Random requests at a running relay, as raw bytes: `python -m tests.relay.fuzz [REQUESTS] [SEED]`.

Nothing may crash it, nothing is answered 5xx, and no request of a desktop is answered that its key did not sign so.
"""

import json
import random
import socket
import string
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from app.relay.wire import Kept
from tests.relay.bending import Bender
from tests.relay.relays import Relay, Relays, paired

FAST = {"rate": 1e9, "burst": 1e9, "messages": 1_000_000_000, "size": 1 << 50}
NEEDLES = (
    b"",
    b"\x00",
    b"\r\n",
    b"\n",
    b": ",
    b"%00",
    b"%ff",
    b"/../",
    b"?",
    b"#",
    b"\xff",
    b"chunked",
    b"-1",
    b"9" * 30,
)
ROUTES = (
    ("GET", "/v1/pull?after={}&max={}"), ("POST", "/v1/ack"), ("GET", "/v1/endpoints"), ("POST", "/v1/endpoints"),
    ("DELETE", "/v1/endpoints/{}"), ("POST", "/v1/keys"), ("GET", "/v1/state"), ("POST", "/v1/mailboxes"),
    ("PUT", "/v1/ack"), ("POST", "/v1/none"),
)  # fmt: skip
FIELDS = ("upto", "id", "key", "code", "device", "scheme", "secret", "base", "renew", "alone", "never_retries")
LETTERS = string.ascii_letters + string.digits


class Fuzz:
    """One seeded player against one relay."""

    def __init__(self, relay: Relay, seed: int) -> None:
        self.relay, self.dice = relay, random.Random(seed)
        self.bytes = Bender(self.dice, NEEDLES)
        self.desk = paired(relay)
        self.other = paired(relay)
        self.place = self.desk.endpoint("fuzzed")
        self.sent: set[bytes] = set()
        self.answers: Counter[int] = Counter()

    def play(self, requests: int) -> None:
        """So many requests."""
        kinds = (self._garbage, self._bent_call, self._call, self._strange_api, self._forged_api)
        for turn in range(requests):
            self.dice.choice(kinds)()
            if turn % 2000 == 1999:
                self._keep_small()

    def _keep_small(self) -> None:
        if records := self.desk.pull_all():
            for one in records:
                assert isinstance(one, Kept)
                assert self.desk.opened(one).method == "POST"
            self.desk.ack(records[-1].seq)

    def _say(self, raw: bytes, *, whole: bool = True) -> int:
        """Send it; the status, or 0 where none came. What is not `whole` is ended by hanging up."""
        with socket.create_connection(("127.0.0.1", self.relay.port), timeout=30) as link:
            try:
                link.sendall(raw)
                if not whole:
                    link.shutdown(socket.SHUT_WR)
                answer = b"".join(iter(lambda: link.recv(65536), b""))
            except (ConnectionResetError, BrokenPipeError):
                answer = b""
        status = int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0
        assert status < 500, (status, raw)
        self.answers[status] += 1
        return status

    def _garbage(self) -> None:
        self._say(self.bytes.some(400), whole=False)

    def _whole_call(self) -> bytes:
        body = self.bytes.some(300)
        head = f"POST {self.place}/{self._word()}?{self._word()} HTTP/1.1\r\nhost: x\r\ncontent-length: {len(body)}\r\n"
        for _ in range(self.dice.randrange(5)):
            head += f"{self._word() or 'x'}: {self._word()}\r\n"
        return head.encode() + b"connection: close\r\n\r\n" + body

    def _word(self) -> str:
        return "".join(self.dice.choices(LETTERS, k=self.dice.randrange(12)))

    def _call(self) -> None:
        assert self._say(self._whole_call()) == 200

    def _bent_call(self) -> None:
        self._say(self.bytes.bent(self._whole_call()), whole=False)

    def _value(self) -> object:
        choices = (None, True, -1, 0, 1 << 63, 10**40, 1.5, "", "\x00", "\ud800", "a" * 5000, [], {}, self._word())
        return self.dice.choice(choices)

    def _asked(self) -> tuple[str, str, bytes]:
        method, target = self.dice.choice(ROUTES)
        target = target.format(self._word(), self._word() if self.dice.random() < 0.5 else 7)
        told = {self.dice.choice(FIELDS): self._value() for _ in range(self.dice.randrange(5))}
        told.pop("key", None)  # a key of its own would close the box to this player
        body = (
            b"" if method in ("GET", "DELETE") else self.dice.choice((json.dumps(told).encode(), self.bytes.some(50)))
        )
        return method, target, body

    def _request(self, method: str, target: str, body: bytes, headers: dict[str, str]) -> bytes:
        lines = [f"{method} {target} HTTP/1.1", "host: x", f"content-length: {len(body)}", "connection: close"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body

    def _strange_api(self) -> None:
        """Signed as it should be, and saying strange things. The endpoint that is called stays as it was."""
        method, target, body = self._asked()
        if b"fuzzed" not in body and "fuzzed" not in target:
            self._say(self._request(method, target, body, self.other.headers(method, target, body)))

    def _forged_api(self) -> None:
        """Something is not as it was signed."""
        method, target, body = "GET", f"/v1/pull?after={self.dice.randrange(9)}", b""
        if self.dice.random() < 0.5:
            method, target, body = "POST", "/v1/ack", b'{"upto": %d}' % self.dice.randrange(9)
        headers = self.desk.headers(method, target, body)
        match self.dice.randrange(4):
            case 0:
                name = self.dice.choice(sorted(headers))
                headers[name] = self._another(headers[name])
            case 1:
                del headers[self.dice.choice(sorted(headers))]
            case 2:
                headers |= {"x-plimsoll-device": self.other.device}
            case _:
                if body:
                    body += b" "
                else:
                    target += "&x"
        status = self._say(self._request(method, target, body, headers))
        assert status in (0, 401), (status, method, target, headers)

    def _another(self, text: str) -> str:
        at = self.dice.randrange(len(text))
        return text[:at] + self.dice.choice([one for one in LETTERS if one != text[at]]) + text[at + 1 :]


def play(relays: Relays, where: str, *, requests: int, seed: int) -> Fuzz:
    """Play it; the relay lives, is whole, and never stumbled."""
    relay = relays.start(where, **FAST)
    fuzz = Fuzz(relay, seed)
    fuzz.play(requests)
    assert relay.ask("GET", "/healthz")[0] == 200
    relay.ask("POST", fuzz.place, b"still here")
    assert fuzz.desk.opened(fuzz.desk.pull_all()[-1]).body == b"still here"
    assert relay.stop() == 0
    said = relays.written()
    assert b"Traceback" not in said, said[-3000:]
    assert b"rror" not in said, said[-3000:]
    return fuzz


def main(requests: int, seed: int) -> int:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Relays(Path(folder) / "logs") as relays:
        fuzz = play(relays, f"{folder}/store", requests=requests, seed=seed)
    print(f"seed {seed}: {requests} requests in {time.monotonic() - began:.0f} s, answers {dict(fuzz.answers)}")
    return 0


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [100_000, random.SystemRandom().randrange(1 << 32)][len(given) :])))

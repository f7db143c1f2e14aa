"""Relays as processes of their own, and what senders and desktops say to them over real sockets."""

import asyncio
import http.client
import json
import os
import secrets
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

from app.relay import envelope, signing
from app.relay.command import CODE_MS
from app.relay.envelope import Envelope, Place, unseal
from app.relay.ingest import digest_of
from app.relay.postgres_store import PostgresStore
from app.relay.server import wall_ms
from app.relay.sqlite_store import SqliteStore
from app.relay.wire import Gap, Kept, Pulled, pulled_of

Reply = tuple[int, dict[str, str], bytes]


class Relay:
    """One running relay."""

    def __init__(self, process: "subprocess.Popen[str]", where: str, log: Path) -> None:
        self.process, self.where, self.log = process, where, log
        assert process.stdout
        line = process.stdout.readline()
        if not line:
            raise AssertionError(f"no relay: {log.read_text(encoding='utf-8')}")
        self.port = int(line.rsplit(":", 1)[1])

    def ask(self, method: str, target: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        """One request on a connection of its own."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            link.request(method, target, body, headers or {})
            answer = link.getresponse()
            return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()
        finally:
            link.close()

    def kill(self) -> None:
        """As a power cut to the process."""
        self.process.kill()
        self._over()

    def stop(self) -> int:
        """In order; the exit code."""
        self.process.terminate()
        return self._over()

    def _over(self) -> int:
        code = self.process.wait(timeout=30)
        assert self.process.stdout
        self.process.stdout.close()
        return code


class Relays:
    """Starts relays, and ends them all. `logs`: where what they print is kept."""

    def __init__(self, logs: Path) -> None:
        self._logs, self._running = logs, list[Relay]()
        logs.mkdir(parents=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for relay in self._running:
            if relay.process.poll() is None:
                relay.kill()

    def start(self, where: str, **options: object) -> Relay:
        """A relay on this store. Options: see `tests.relay.served`."""
        command = [sys.executable, "-m", "tests.relay.served", where, json.dumps(options)]
        log = self._logs / f"{len(self._running)}.log"
        with log.open("w") as file:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=file, text=True, env=os.environ.copy())
        self._running.append(Relay(process, where, log))
        return self._running[-1]

    def written(self) -> bytes:
        """All that they printed."""
        return b"".join(path.read_bytes() for path in self._logs.iterdir())


class Desk:
    """A desktop without Plimsoll: it has the keys, and asks over a socket."""

    def __init__(self, relay: Relay, code: str = "") -> None:
        self.relay = relay
        self.private, self.public = envelope.new_key()
        self._sign, self._verify = signing.new_key()
        self.device = signing.device_id(self._verify)
        self.code = code

    def pair(self) -> None:
        """Make the mailbox."""
        told = {"code": self.code, "key": envelope.encoded(self.public), "device": envelope.encoded(self._verify)}
        status, _, body = self.relay.ask("POST", "/v1/mailboxes", json.dumps(told).encode())
        assert status == 201, body

    def headers(self, method: str, target: str, body: bytes = b"", *, at_ms: int | None = None) -> dict[str, str]:
        """A signature."""
        now = time.time_ns() // 1_000_000 if at_ms is None else at_ms
        return signing.sign(self._sign, self.device, method, target, body, at_ms=now)

    def ask(self, method: str, target: str, told: object = None) -> Reply:
        """A signed request."""
        body = b"" if told is None else json.dumps(told).encode()
        return self.relay.ask(method, target, body, self.headers(method, target, body))

    def endpoint(self, name: str, **told: object) -> str:
        """The path of a new endpoint's address."""
        status, _, body = self.ask("POST", "/v1/endpoints", {"id": name, "base": "https://relay.example.test", **told})
        assert status in (200, 201), body
        return str(json.loads(body)["address"]).removeprefix("https://relay.example.test")

    def pull(self, after: int = 0, *, most: int = 100, wait: int = 0) -> Pulled:
        """What came."""
        status, _, body = self.ask("GET", f"/v1/pull?after={after}&max={most}&wait={wait}")
        assert status == 200, body
        return pulled_of(json.loads(body))

    def pull_all(self, after: int = 0) -> list[Kept | Gap]:
        """Everything that waits. Numbers have no hole, which `pulled_of` asks and this does between answers."""
        found: list[Kept | Gap] = []
        while records := self.pull(after).records:
            assert not found or records[0].seq == after + 1
            found += records
            after = records[-1].seq
        return found

    def ack(self, upto: int) -> None:
        """All that is safe."""
        status, _, body = self.ask("POST", "/v1/ack", {"upto": upto})
        assert status == 200, body

    def opened(self, one: Kept | Gap) -> Envelope:
        """A record with the desktop's own key."""
        assert isinstance(one, Kept)
        return unseal(one.sealed, Place(endpoint=one.endpoint, seq=one.seq, at_ms=one.at_ms), self.private)

    def state(self) -> dict[str, Any]:
        """How much waits."""
        return dict(json.loads(self.ask("GET", "/v1/state")[2]))


def paired(relay: Relay) -> Desk:
    """A desktop with a mailbox at a relay that `tests.relay.served` runs."""
    assert relay.process.poll() is None
    desk = Desk(relay, new_code(relay.where))
    desk.pair()
    return desk


def new_code(where: str) -> str:
    """A code as `plimsoll-relay pair` keeps it, without a process of its own."""
    code = secrets.token_hex(6).upper()

    async def keep() -> None:
        store = PostgresStore(where) if where.startswith("postgresql:") else SqliteStore(Path(where))
        await store.open()
        await store.put_code(digest_of(code), until_ms=wall_ms() + CODE_MS)
        await store.close()

    asyncio.run(keep())
    return code

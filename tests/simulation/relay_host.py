"""A real relay inside a simulated world: its own program and store, called without a socket, on the world's clock.

Its host can be down, and its store be put back from a backup.
"""

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import httpx

from app.relay.ingest import digest_of
from app.relay.server import Relay
from app.relay.sqlite import Connection, DatabaseError
from app.relay.sqlite_store import FILE, SqliteStore
from app.relay.store import StoreDown

ADDRESS = "https://relay.example"
CODE = "SIMULATION22"

T = TypeVar("T")


class UndividedStore(SqliteStore):
    """A relay's store without threads, for one asks at a time, nor waiting for a disk whose power nobody cuts."""

    def _ready(self, *, migrate: bool) -> Connection:
        db = super()._ready(migrate=migrate)
        db.execute("pragma synchronous=off")
        return db

    async def _on(self, where: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        try:
            return work()
        except (DatabaseError, OSError) as error:
            raise StoreDown(str(error)) from error


class Host:
    """One relay. `down`: nobody reaches it."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.folder, self._clock = folder, clock
        self.down = False
        self._backup = folder.with_name(f"{folder.name}-backup.db")
        self._loop = asyncio.new_event_loop()
        self._open()

    def _open(self) -> None:
        self.store = UndividedStore(self.folder)
        self._program = Relay(self.store, now_ms=self._now_ms, clock=lambda: self._clock().timestamp())
        self.run(self.store.open(self._program.batch.ring))

    def _now_ms(self) -> int:
        return int(self._clock().timestamp() * 1000)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the relay's own loop."""
        return self._loop.run_until_complete(work)

    def show_code(self) -> str:
        """A one-time pairing code."""
        self.run(self.store.put_code(digest_of(CODE), until_ms=self._now_ms() + 900_000, now_ms=self._now_ms()))
        return CODE

    def acked(self, device: str) -> int:
        """Up to which number it has deleted what that computer acknowledged."""
        found = self.run(self.store.mailbox_of(device))
        return found[0].acked if found else 0

    def newest(self, device: str) -> int:
        """The newest number that it gave."""
        found = self.run(self.store.mailbox_of(device))
        return found[0].newest if found else 0

    # --- what happens to it ------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Yesterday's backup is made."""
        self._backup.unlink(missing_ok=True)
        self.run(self.store.back_up(self._backup))

    def put_back(self) -> bool:
        """The host died: what is left is the backup. False where there is none."""
        if not self._backup.exists():
            return False
        self._close()
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        shutil.copyfile(self._backup, self.folder / FILE)
        self._open()
        return True

    def start_anew(self) -> None:
        """The program is started again on the same store."""
        self._close()
        self._open()

    def _close(self) -> None:
        self.run(self._program.batch.close())
        self.run(self.store.close())

    def close(self) -> None:
        """The world ends."""
        self._close()
        self._loop.close()

    def holds(self, word: bytes) -> list[str]:
        """The files of the relay, its log and its backup in which these bytes stand."""
        files = [*self.folder.iterdir(), self._backup]
        return [file.name for file in files if file.exists() and word in file.read_bytes()]

    # --- the wire ----------------------------------------------------------------------------------------------------

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer one request. Raises what a client meets where nobody answers."""
        if self.down:
            raise httpx.ConnectError("no route to the relay", request=request)
        return self.run(self._answer(request))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        body, told, parts = request.read(), [], []
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": "https",
            "path": request.url.path,
            "raw_path": request.url.raw_path.partition(b"?")[0],
            "query_string": request.url.query,
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": ("203.0.113.7", 4711),
            "server": ("relay.example", 443),
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                told.append((message["status"], message["headers"]))
            else:
                parts.append(message.get("body", b""))

        await self._program(scope, receive, send)
        status, headers = told[0]
        return httpx.Response(status, headers=headers, content=b"".join(parts))

"""The disk under a simulated world: what of the file a power cut leaves, with the unsynced end of its log garbled."""

import random
import struct
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from app.store.database import connection, open_database, reader
from app.store.sqlite import Connection

LOG_HEAD, FRAME = 32, 24 + 4096  # bytes: the log's own head; a page in it, with its head
SHARED = 100  # bytes of the log's index that are read here


class LogHead(NamedTuple):
    """Which generation of the log this is, how many pages it holds, and how many of them are in the file as well."""

    generation: bytes
    frames: int
    copied: int


class Disk:
    """One inventory file, and how much of its log is on the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._synced: tuple[bytes, int] = (b"", 0)  # a generation of the log, and how much of it is on the disk
        self._left: Connection | None = None
        path.write_bytes(_new_file())

    def open(self) -> Connection:
        """The connection of the window and of the doorbells: every commit lasts."""
        db = connection(self.path, synchronous="off")  # whether it is ours need not be looked at each time
        db.gate = self.lasting()
        return db

    def lazy(self) -> Connection:
        """A lane's connection: a commit lasts only with the next one that must."""
        db = connection(self.path, synchronous="off")
        db.lazy = True
        return db

    def lasting(self) -> "Lasting":
        """A transaction that lasts."""
        return Lasting(self)

    def synced(self) -> None:
        """The log is on the disk up to here."""
        head = self._log_head()
        self._synced = head.generation, head.frames

    def cut(self, rng: random.Random, name: str) -> bool:
        """Go on from a copy of the files as a disk may hold them: of what was not synced a part, its end garbled.

        True when a commit was lost. The connections that were open go on with the old files.
        """
        self._leave()
        copy = self.path.with_name(f"{self.path.name}.{name}")
        copy.write_bytes(self.path.read_bytes())
        head, log = self._log_head(), self.path.with_name(f"{self.path.name}-wal").read_bytes()
        begun, written = head.generation, head.frames
        # What a checkpoint has copied into the file was synced by it.
        least = max(head.copied, self._synced[1] if self._synced[0] == begun else 0)
        kept = rng.choice((least, rng.randint(least, max(least, written)), written))
        log = log[: LOG_HEAD + kept * FRAME] if kept else log[:LOG_HEAD]
        torn = log[-FRAME:][: rng.randrange(FRAME)] if kept else b""
        rubbish = rng.randbytes(rng.choice((0, 24, FRAME, 9000)))
        copy.with_name(f"{copy.name}-wal").write_bytes(log + rng.choice((torn, rubbish)))
        self.path, self._synced = copy, (begun, kept)
        return kept < written

    def _leave(self) -> None:
        """Nobody opens these files again: who closes them as the last would copy their whole log for nothing."""
        self.close()
        self._left = reader(self.path)
        self._left.execute("pragma schema_version").fetchone()

    def close(self) -> None:
        if self._left is not None:
            self._left.close()

    def _log_head(self) -> LogHead:
        """What SQLite's index of the log says of it (https://sqlite.org/walformat.html, 2.1)."""
        with self.path.with_name(f"{self.path.name}-shm").open("rb", buffering=0) as index:
            shared = index.read(SHARED)
        (frames,), (copied,) = struct.unpack_from("=I", shared, 16), struct.unpack_from("=I", shared, 96)
        return LogHead(shared[32:40], frames, copied)


class Lasting:
    """A transaction that lasts: when it ends, the log is on the disk up to there."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk

    def __enter__(self) -> None:
        """It begins."""

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind is None:
            self._disk.synced()


@cache
def _new_file() -> bytes:
    """An inventory just made: the same for every world, and made once, for the schema costs more than many orders."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        open_database(path, synchronous="off").close()
        return path.read_bytes()

"""Which SQLite library a relay's process uses: the same on every system, as the desktop's."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    sqlite3 = import_module("pysqlite3.dbapi2" if find_spec("pysqlite3") else "sqlite3")

Connection = sqlite3.Connection
DatabaseError = sqlite3.DatabaseError
BUSY_S = 30.0
WAL_PAGES = 2000  # of 4 KiB: then a commit brings into the file what is left of the WAL


def connect(path: Path) -> Connection:
    """A connection of the thread that opens it. Nothing is written yet."""
    return sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, cached_statements=128)


def make_durable(db: Connection, *, max_pages: int = 0) -> None:
    """WAL, every commit on disk, foreign keys on, freed bytes overwritten.

    `max_pages`: the largest file, in pages of 4 KiB; 0 for what the disk holds.
    """
    for pragma in (
        *("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on"),
        f"wal_autocheckpoint={WAL_PAGES}",
    ):
        db.execute(f"pragma {pragma}")
    if max_pages:
        db.execute(f"pragma max_page_count={max_pages}")

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


def connect(path: Path) -> Connection:
    """A connection of the thread that opens it: WAL, every commit on disk, foreign keys on."""
    db = sqlite3.connect(path, timeout=30.0, isolation_level=None, cached_statements=128)
    for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on"):
        db.execute(f"pragma {pragma}")
    return db

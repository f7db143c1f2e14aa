"""The one SQLite library of the process, chosen as sqlite-utils chooses it.

Two copies of SQLite in one process, on one file, silently drop each other's locks; so everybody imports this.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        sqlite3 = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:  # no wheel for this system: Python's own
        sqlite3 = importlib.import_module("sqlite3")

Connection = sqlite3.Connection
Row = sqlite3.Row
DatabaseError = sqlite3.DatabaseError
OperationalError = sqlite3.OperationalError
IntegrityError = sqlite3.IntegrityError
connect = sqlite3.connect
VERSION: str = sqlite3.sqlite_version

__all__ = ["VERSION", "Connection", "DatabaseError", "IntegrityError", "OperationalError", "Row", "connect", "sqlite3"]

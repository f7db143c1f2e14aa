"""The one SQLite library of the process, chosen as sqlite-utils chooses it.

Two copies of SQLite in one process, on one file, silently drop each other's locks; so everybody imports this.
"""

import importlib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        sqlite3 = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:  # no wheel for this system: Python's own
        sqlite3 = importlib.import_module("sqlite3")


class Connection(sqlite3.Connection):
    """A connection, and two manners of writing on it (see `database.transaction`).

    `gate` lets those who share it write one after the other: SQLite itself would let them sleep and try again.
    `lazy`: a commit is only put on the disk by a later one that must last.
    """

    gate: AbstractContextManager[object] = nullcontext()
    lazy = False


Row = sqlite3.Row
DatabaseError = sqlite3.DatabaseError
OperationalError = sqlite3.OperationalError
IntegrityError = sqlite3.IntegrityError
connect = cast("Callable[..., Connection]", partial(sqlite3.connect, factory=Connection))
VERSION: str = sqlite3.sqlite_version

__all__ = ["VERSION", "Connection", "DatabaseError", "IntegrityError", "OperationalError", "Row", "connect", "sqlite3"]

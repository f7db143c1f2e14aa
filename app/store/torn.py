"""A damaged inventory as SQLite can still read it: a copy of it, with a new head where the old one is gone.

The damaged file itself is only read. Byte offsets are those of SQLite's file format, sections 1.3 and 1.6.
"""

import os
import shutil
import struct
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from app.core.text import N_
from app.errors import InventoryDamaged
from app.store.faults import in_folder
from app.store.format import APPLICATION_ID, SCHEMA_VERSION
from app.store.sqlite import Connection, DatabaseError, connect

PAGE = 4096  # bytes: of every inventory
HEAD = 100
_MAGIC = b"SQLite format 3\0"
_INTERIOR, _LEAF = 5, 13  # kinds of pages of a table
_LOCAL_MAX = PAGE - 35  # bytes of a row that lie in its own page
_LOCAL_LEAST = (PAGE - 12) * 32 // 255 - 23


def open_torn(damaged: Path, folder: Path, backups: Sequence[Path]) -> Connection:
    """Open a copy of the damaged file, made in `folder`, so that what is whole in it can be read.

    Its list of tables is its own where that can be read, else the one of a backup of the same format. Raises
    `InventoryDamaged` where neither helps.
    """
    copy = folder / "torn.db"
    ways: list[Callable[[Path], None]] = [lambda _: None, _put_head, *[partial(_put_schema, path) for path in backups]]
    for way in ways:
        _copied(damaged, copy)
        try:
            way(copy)
            return _opened(copy)
        except (DatabaseError, LookupError, struct.error):
            continue
    raise InventoryDamaged(
        N_("Nothing can be read from the damaged inventory."), N_("Put a backup back. The damaged file is kept.")
    )


def format_of(db: Connection) -> int:
    """Which format a torn file has: its own steps are counted, for a number alone may be spoilt."""
    steps = db.execute("select count(*) from _sqlite_migrations where migration_set = 'plimsoll'").fetchone()[0]
    if not 1 <= steps <= SCHEMA_VERSION:
        raise LookupError(steps)
    return int(steps)


def _copied(damaged: Path, copy: Path) -> None:
    with in_folder(copy.parent):
        for ending in ("", "-wal", "-shm"):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)
        shutil.copyfile(damaged, copy)
        log = damaged.with_name(damaged.name + "-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))


def _opened(copy: Path) -> Connection:
    db = connect(copy, isolation_level=None)
    try:
        db.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
        db.execute("pragma writable_schema=on")  # a file that is too short is opened all the same
        db.execute("select * from sqlite_master").fetchall()
        db.execute("select 1 from stock_entry limit 0")
        format_of(db)
    except BaseException:
        db.close()
        raise
    return db


def _put_head(copy: Path) -> None:
    """A new head; all behind it is as it was."""
    with copy.open("r+b") as file:
        file.write(_head(max(1, copy.stat().st_size // PAGE)))


def _head(pages: int) -> bytes:
    """No page is free, and the file is as long as it is."""
    shape = struct.pack(">HBBBBBB", PAGE, 2, 2, 0, 64, 32, 32)
    counts = struct.pack(">12I", 1, pages, 0, 0, 1, 4, 0, 0, 1, SCHEMA_VERSION, 0, APPLICATION_ID)
    return _MAGIC + shape + counts + bytes(20) + struct.pack(">II", 1, 3_040_001)


def _put_schema(backup: Path, copy: Path) -> None:
    """The head and the list of tables of a backup: it was copied page by page, so they lie where they lay.

    `format_of` is asked afterwards, through that very list: in a file of another format it leads elsewhere.
    """
    with backup.open("rb") as source, copy.open("r+b") as target:
        for page in set(_schema_pages(partial(_page, source.fileno()))):
            target.seek((page - 1) * PAGE)
            target.write(_page(source.fileno(), page))
        target.seek(0)
        target.write(_head(max(1, os.fstat(target.fileno()).st_size // PAGE)))


def _page(file: int, number: int) -> bytes:
    return os.pread(file, PAGE, (number - 1) * PAGE) if hasattr(os, "pread") else _read_at(file, number)


def _read_at(file: int, number: int) -> bytes:
    os.lseek(file, (number - 1) * PAGE, os.SEEK_SET)
    return os.read(file, PAGE)


def _schema_pages(read: Callable[[int], bytes], root: int = 1) -> Iterator[int]:
    """The pages in which the list of tables lies, those of its long rows included."""
    yield root
    page, at = read(root), HEAD if root == 1 else 0
    kind, cells = page[at], struct.unpack_from(">H", page, at + 3)[0]
    if kind == _INTERIOR:
        starts = struct.unpack_from(f">{cells}H", page, at + 12)
        children = [struct.unpack_from(">I", page, start)[0] for start in starts]
        for child in (*children, struct.unpack_from(">I", page, at + 8)[0]):
            yield from _schema_pages(read, child)
    elif kind == _LEAF:
        for start in struct.unpack_from(f">{cells}H", page, at + 8):
            yield from _spilled(read, page, start)


def _spilled(read: Callable[[int], bytes], page: bytes, start: int) -> Iterator[int]:
    """The further pages of one row that is too long for its own."""
    size, at = _number(page, start)
    _, at = _number(page, at)
    if size <= _LOCAL_MAX:
        return
    local = _LOCAL_LEAST + (size - _LOCAL_LEAST) % (PAGE - 4)
    following = struct.unpack_from(">I", page, at + (local if local <= _LOCAL_MAX else _LOCAL_LEAST))[0]
    while following:
        yield following
        following = struct.unpack_from(">I", read(following), 0)[0]


def _number(page: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's varying length, and where the next thing begins."""
    value = 0
    for taken in range(1, 10):
        byte = page[at + taken - 1]
        if taken == 9:
            return value << 8 | byte, at + taken
        value = value << 7 | byte & 127
        if byte < 128:
            break
    return value, at + taken

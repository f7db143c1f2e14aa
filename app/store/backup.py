"""Copies of the inventory, made while it is in use, and believed only after they were checked."""

import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from app.core import backups as rules
from app.core.records import dataclass
from app.core.text import N_
from app.errors import StoreError
from app.store.faults import NOT_OURS, in_folder, translated
from app.store.format import check_format
from app.store.moments import moment
from app.store.sqlite import Connection, connect

_COUNTED = ("product", "stock_entry", "sales_order", "listing", "incident")
_NAME = "plimsoll-%Y%m%d-%H%M%S.db"
Counts = dict[str, int]


def back_up(db: Connection, target: Path) -> int:
    """Copy the inventory to `target`, check the copy, and return how many ledger entries it holds.

    The copy replaces an older file of that name only after it was checked. Raises `StoreError`.
    """
    half = target.with_name(target.name + ".part")
    with in_folder(target.parent):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
    with translated(target):
        before = _counts(db)
        copy = connect(half, isolation_level=None)
        try:
            db.backup(copy, pages=1000)
            copy.execute("pragma journal_mode=delete")
            found = _verified(copy)
        finally:
            copy.close()
        _check_between(found, before, _counts(db))
    with in_folder(target.parent):
        half.replace(target)
    return found["stock_entry"]


def copy_to(backup: Path, folder: Path) -> Path:
    """Copy a backup into a second folder and read it back there. Raises `StoreError`."""
    target = folder / backup.name
    half = target.with_name(target.name + ".part")
    with in_folder(folder):
        if not folder.is_dir():  # a stick that was pulled out: never write into the place where it is put
            raise FileNotFoundError(2, os.strerror(2), str(folder))
        shutil.copyfile(backup, half)
    with translated(half):
        with closing(_reading(backup)) as original:
            expected = _counts(original)
        with closing(_reading(half)) as copy:
            found = _verified(copy)
    _check_between(found, expected, expected)
    with in_folder(folder):
        half.replace(target)
    return target


def _verified(copy: Connection) -> Counts:
    if copy.execute("pragma integrity_check").fetchall() != [("ok",)]:
        raise _unreadable()
    return _counts(copy)


def _check_between(found: Counts, before: Counts, after: Counts) -> None:
    """The inventory may be written to while it is copied: each number of rows lies between before and after."""
    for table, rows in found.items():
        if not min(before[table], after[table]) <= rows <= max(before[table], after[table]):
            raise _unreadable()


def _unreadable() -> StoreError:
    return StoreError(
        N_("The backup was made but does not read back right."),
        N_("Choose another disk for backups. Your inventory itself was not touched."),
    )


def _counts(db: Connection) -> Counts:
    return {table: _count(db, table) for table in _COUNTED}


def _count(db: Connection, table: str) -> int:
    known = db.execute("select 1 from sqlite_master where type = 'table' and name = ?", (table,)).fetchone()
    count: int = db.execute(f"select count(*) from {table}").fetchone()[0] if known else 0
    return count


def _reading(path: Path) -> Connection:
    """A connection to a finished backup: it lies still, perhaps where nobody may write."""
    from urllib.parse import quote

    return connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True, isolation_level=None)


def entries(db: Connection) -> int:
    """How many rows the ledger has."""
    return _count(db, "stock_entry")


# ---------------------------------------------------------------------------------------- the backups there are


def name_for(now: datetime) -> str:
    """What a backup made now is called."""
    return now.astimezone(UTC).strftime(_NAME)


def backup_files(folder: Path) -> list[Path]:
    """The rotating backups of a folder, oldest first."""
    return sorted(folder.glob("plimsoll-????????-??????.db"))


def made_at(path: Path) -> datetime | None:
    """When a backup was made, by its name (UTC); None for a file that is called otherwise."""
    try:
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def newest_backup(folder: Path) -> datetime | None:
    """When the newest backup was made, by its name (UTC)."""
    return max(filter(None, map(made_at, backup_files(folder))), default=None)


def rotate(folder: Path, *, now: datetime) -> None:
    """Forget those that are no longer kept by their age. Raises `StoreError`."""
    files = {at: path for path in backup_files(folder) if (at := made_at(path)) is not None}
    stays = rules.kept(list(files), now=now)
    with in_folder(folder):
        for at, old in files.items():
            if at not in stays:
                old.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What a backup holds. `last_order`: its number and when it was placed; `entries` are rows of the ledger."""

    path: Path
    made_at: datetime
    bytes: int
    products: int
    entries: int
    orders: int
    last_entry_at: datetime | None = None
    last_order: tuple[str, datetime] | None = None


def look_inside(path: Path) -> Inside:
    """Look into a backup without changing it: it is one of ours, whole, and not newer than this Plimsoll.

    Raises `StoreError`.
    """
    with in_folder(path.parent):
        about = path.stat()
    with translated(path), closing(_reading(path)) as db:
        if check_format(db) == 0:
            raise StoreError(NOT_OURS, N_("Choose another file. Nothing in this one was changed."))
        counts = _verified(db)
        entry = db.execute("select max(recorded_at) from stock_entry").fetchone()[0]
        order = db.execute("select number, placed_at from sales_order order by placed_at desc limit 1").fetchone()
    return Inside(
        path=path,
        made_at=made_at(path) or datetime.fromtimestamp(about.st_mtime, UTC),
        bytes=about.st_size,
        products=counts["product"],
        entries=counts["stock_entry"],
        orders=counts["sales_order"],
        last_entry_at=moment(entry) if entry else None,
        last_order=(order[0], moment(order[1])) if order else None,
    )


def all_backups(folders: Sequence[Path]) -> list[Path]:
    """The backups in these folders, newest first; what lies in several, once, in the first of them."""
    found = {path.name: path for folder in reversed(folders) for path in backup_files(folder)}
    return [found[name] for name in sorted(found, reverse=True)]


def best_backup(folders: Sequence[Path]) -> Inside | None:
    """The newest backup that can be read, in any of these folders; None where there is none."""
    for path in all_backups(folders):
        try:
            return look_inside(path)
        except StoreError:
            continue
    return None


def is_nearly_full(inventory: Path, folder: Path) -> bool:
    """Is there too little room where the inventory or this folder lies?"""
    with in_folder(folder):
        size = inventory.stat().st_size
        free = min(shutil.disk_usage(place).free for place in (inventory.parent, folder) if place.is_dir())
    return rules.is_nearly_full(free, size)

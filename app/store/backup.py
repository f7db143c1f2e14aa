"""Copies of the inventory, made while it is in use, and believed only after they were checked."""

from datetime import UTC, datetime
from pathlib import Path

from app.core.text import N_
from app.errors import StoreError
from app.store.faults import in_folder, translated
from app.store.sqlite import Connection, connect

_COUNTED = ("product", "stock_entry", "sales_order", "listing", "incident")


def back_up(db: Connection, target: Path) -> int:
    """Copy the inventory to `target`, check the copy, and return how many ledger entries it holds.

    The copy replaces an older file of that name only after it was checked. Raises `StoreError`.
    """
    half = target.with_name(target.name + ".part")
    with in_folder(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
    with translated(target):
        copy = connect(half, isolation_level=None)
        try:
            db.backup(copy, pages=1000)
            copy.execute("pragma journal_mode=delete")
            _verify(db, copy)
        finally:
            copy.close()
    with in_folder(target.parent):
        half.replace(target)
    entries: int = db.execute("select count(*) from stock_entry").fetchone()[0]
    return entries


def _verify(db: Connection, copy: Connection) -> None:
    problems = copy.execute("pragma integrity_check").fetchall()
    counts = all(_count(copy, table) <= _count(db, table) for table in _COUNTED)
    if problems != [("ok",)] or not counts:
        raise StoreError(
            N_("The backup was made but does not read back right."),
            N_("Choose another disk for backups. Your inventory itself was not touched."),
        )


def _count(db: Connection, table: str) -> int:
    known = db.execute("select 1 from sqlite_master where type = 'table' and name = ?", (table,)).fetchone()
    count: int = db.execute(f"select count(*) from {table}").fetchone()[0] if known else 0
    return count


def backup_files(folder: Path) -> list[Path]:
    """The rotating backups of a folder, oldest first."""
    return sorted(folder.glob("plimsoll-????????-??????.db"))


def newest_backup(folder: Path) -> datetime | None:
    """When the newest backup was made, by its name (UTC)."""
    files = backup_files(folder)
    return datetime.strptime(files[-1].stem, "plimsoll-%Y%m%d-%H%M%S").replace(tzinfo=UTC) if files else None


def rotate(folder: Path, *, keep: int = 14) -> None:
    """Forget all but the newest backups."""
    with in_folder(folder):
        for old in backup_files(folder)[:-keep]:
            old.unlink(missing_ok=True)

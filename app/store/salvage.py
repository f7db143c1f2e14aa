"""Saving what a damaged inventory still holds into a new file, with a backup's rows where its own cannot be read.

The ledger is append-only, so a backup of it is its beginning: what a backup has is taken from there, what came after it
from the damaged file. What cannot be read in either is put right by `store/salvage_sums`.
"""

import logging
import tempfile
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from app.core.records import dataclass
from app.core.text import N_
from app.errors import InventoryDamaged, StoreError
from app.store import ledger
from app.store.backup import entries, look_inside
from app.store.database import connection
from app.store.faults import in_folder, translated
from app.store.migrations import migrations
from app.store.moments import moment, stamp
from app.store.restore import prepare, swap
from app.store.salvage_sums import REASON, mend_references, put_right
from app.store.sqlite import Connection, DatabaseError, connect
from app.store.torn import format_of, open_torn
from app.store.torn_rows import LEAST_ROW, Gap, Key, Row, Table, read_table, tables_of

log = logging.getLogger(__name__)
_SPOILT = 0.01  # of the rows that both have: a backup that differs in more is of another life of the file
_BACKUPS_TRIED = 5
_ORDERS = ("sales_order", "order_line", "order_part")
_NOTHING = (N_("Nothing can be read from the damaged inventory."), N_("Put a backup back. The damaged file is kept."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was saved, and what is missing. `path` is the new file, not in place yet.

    `entries` are rows of the ledger, `lost` those that neither the file nor a backup has, as far as their numbers say;
    `end_lost`: the newest may be among them. `corrected` products got a row that brings them to the number they had.
    `gaps` are other tables with damage.
    """

    path: Path
    entries: int
    lost: int
    end_lost: bool
    from_backup: int
    corrected: tuple[str, ...]
    gaps: tuple[str, ...]
    newest_at: datetime | None


def salvage(damaged: Path, backups: Sequence[Path], *, now: datetime) -> Salvaged:
    """Make a new inventory of what can be read, beside the damaged one, which is only read.

    `backups`, the newest first, help where they belong to this file. Raises `StoreError`.
    """
    new = damaged.with_name(f"{damaged.name}.saved")
    whole = [path for path in backups if _is_whole(path)][:_BACKUPS_TRIED]
    with in_folder(damaged.parent):
        for old in damaged.parent.glob(f"{new.name}*"):
            old.unlink()
        size = damaged.stat().st_size
        folder = tempfile.TemporaryDirectory(prefix="plimsoll-salvage-", dir=damaged.parent)
    with folder, translated(new), closing(open_torn(damaged, Path(folder.name), whole)) as torn:
        try:
            return _Saving(torn, new, whole, size, now).all()
        except (LookupError, ValueError, TypeError) as error:  # spoilt in a way that no rule of a table forbids
            raise InventoryDamaged(*_NOTHING) from error


def put_in_place(saved: Salvaged, inventory: Path, *, now: datetime) -> Path | None:
    """Make what was saved the inventory; where the damaged one lies now. Nobody may have it open."""
    return swap(saved.path, inventory, now)


class _Saving:
    """One try: the torn file, the new one that is filled from it, and what was met on the way."""

    def __init__(self, torn: Connection, new: Path, backups: Sequence[Path], size: int, now: datetime) -> None:
        self._torn, self._new, self._backups, self._size, self._now = torn, new, backups, size, now
        self._gaps: dict[str, Gap] = {}
        self._spoilt: dict[str, list[Key]] = {}
        self._kept = False  # is a backup attached?

    def all(self) -> Salvaged:
        with closing(_empty(self._new, format_of(self._torn))) as db:
            own = self._fill_all(db)
            lost = db.execute("select coalesce(max(seq), 0) - count(*) from stock_entry").fetchone()[0]
            found = entries(db)
        ledger_gap = self._gaps.pop("stock_entry", None)
        self._spoilt.pop("stock_entry", None)
        end_lost = ledger_gap is not None and ledger_gap.before is None
        log.info("salvaged: %s rows, %s lost, gap %s, others %s", own, lost, ledger_gap, {*self._gaps, *self._spoilt})
        with closing(connection(self._new)) as db:
            migrations.apply(Database(db))
            corrected = put_right(db, lost=bool(lost) or end_lost, reread=self._reread(lost, end_lost), now=self._now)
            prepare(db, now=self._now)
            newest = db.execute("select max(recorded_at) from stock_entry where reason != ?", (REASON,)).fetchone()[0]
            _finish(db)
        return Salvaged(
            path=self._new,
            entries=found,
            lost=lost,
            end_lost=end_lost,
            from_backup=found - own,
            corrected=tuple(corrected),
            gaps=tuple(sorted({*self._gaps, *self._spoilt})),
            newest_at=moment(newest) if newest else None,
        )

    def _reread(self, lost: int, end_lost: bool) -> bool:  # noqa: FBT001 - the second half of one fact
        return bool(lost or end_lost or {*self._gaps, *self._spoilt} & {*_ORDERS})

    def _fill_all(self, db: Connection) -> int:
        """Fill the new file; how many ledger rows came from the damaged one."""
        db.execute("begin")
        triggers = _taken_off(db)
        tables = {table.name: table for table in tables_of(db)}
        rows = tables.pop("stock_entry")
        self._read(db, rows)
        db.execute("delete from stock_entry where seq > ?", (self._size // LEAST_ROW,))  # a spoilt number
        own = entries(db)
        db.execute("commit")
        self._attach(db)
        db.execute("begin")
        if self._kept:
            columns = ", ".join(_shared(db, rows))
            db.execute(f"insert or replace into main.stock_entry ({columns}) select {columns} from kept.stock_entry")
        for table in tables.values():
            self._read(db, table)
            self._from_backup(db, table)
        if self._kept and self._reread(0, "stock_entry" in self._gaps):
            _old_cursors(db)
        mend_references(db)
        for sql in triggers:
            db.execute(sql)
        db.execute("commit")
        return own

    def _read(self, db: Connection, table: Table) -> None:
        """Everything of a table that can be read. A row that breaks a rule is a spoilt one."""
        into = f"insert or replace into {table.name} ({', '.join(table.columns)}) values ({_marks(table.columns)})"
        moments = [at for at, name in enumerate(table.columns) if name.endswith("_at") or name in ("at", "since")]

        def save(rows: Sequence[Row]) -> None:
            for row in rows:
                try:
                    for at in moments:
                        moment(row[at] or stamp(self._now))
                    db.execute(into, row)
                except (DatabaseError, OverflowError, TypeError, ValueError):
                    self._spoilt.setdefault(table.name, []).append(table.key_of(row))

        gap = read_table(self._torn, table, save, size=self._size)
        if gap is not None:
            self._gaps[table.name] = gap

    def _attach(self, db: Connection) -> None:
        """Attach the newest backup whose ledger is the beginning of this one, as `kept`."""
        for backup in self._backups:
            db.execute("attach ? as kept", (str(backup),))
            both, apart = db.execute(
                "select count(*), coalesce(sum(own.key != theirs.key), 0) from stock_entry as own"
                " join kept.stock_entry as theirs using (seq)"
            ).fetchone()
            if apart <= both * _SPOILT:
                self._kept = True
                return
            db.execute("detach kept")

    def _from_backup(self, db: Connection, table: Table) -> None:
        """What lies where nothing could be read."""
        shared = _shared(db, table) if self._kept else []
        if not shared or not set(table.key) <= set(shared):
            return
        columns, key = ", ".join(shared), ", ".join(table.key)
        take = f"insert or ignore into main.{table.name} ({columns}) select {columns} from kept.{table.name} where "
        gap = self._gaps.get(table.name)
        if gap is not None:
            bounds = [(sign, end) for sign, end in ((">", gap.after), ("<", gap.before)) if end is not None]
            wheres = [f"({key}) {sign} ({_marks(end)})" for sign, end in bounds]
            db.execute(take + " and ".join(wheres or ["1"]), [value for _, end in bounds for value in end])
        for spoilt in self._spoilt.get(table.name, []):
            with suppress(DatabaseError, OverflowError):
                db.execute(f"{take} ({key}) = ({_marks(spoilt)})", spoilt)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _is_whole(path: Path) -> bool:
    try:
        look_inside(path)
    except StoreError:
        return False
    return True


def _empty(path: Path, version: int) -> Connection:
    """A new inventory of the damaged one's format: what it is made of is brought up to date afterwards."""
    db = connect(path, isolation_level=None)
    after = migrations.pending(Database(db))[version:]
    migrations.apply(Database(db), stop_before=after[0].name if after else None)
    db.execute("pragma foreign_keys=off")
    db.execute("pragma synchronous=off")
    return db


def _taken_off(db: Connection) -> list[str]:
    """Take the triggers off: what they keep in step is saved as it was."""
    triggers = db.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"drop trigger {name}")
    return [sql for _, sql in triggers]


def _shared(db: Connection, table: Table) -> list[str]:
    """The columns that the backup has too: it may be of an older format."""
    theirs = {name for (name,) in db.execute("select name from pragma_table_info(?, 'kept')", (table.name,))}
    return [name for name in table.columns if name in theirs or (name == "rowid" and theirs)]


def _old_cursors(db: Connection) -> None:
    """Orders are lost, so they are read again from where the backup stood."""
    db.execute(
        "update shop set orders_cursor = (select orders_cursor from kept.shop as old where old.id = shop.id)"
        " where id in (select id from kept.shop)"
    )


def _finish(db: Connection) -> None:
    """One file, to be moved in one step. Raises `StoreError` for one that does not read back right."""
    db.execute("pragma wal_checkpoint(truncate)")
    db.execute("pragma journal_mode=delete")
    if db.execute("pragma integrity_check").fetchall() != [("ok",)] or ledger.levels_that_disagree(db):
        raise StoreError(N_("What was saved does not read back right."), _NOTHING[1])

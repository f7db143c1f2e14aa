"""Opening the inventory file, and transactions.

One file: WAL, synchronous=FULL, foreign keys on; a newer, foreign or damaged file is refused and never touched.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from urllib.parse import quote

from app.core.text import N_
from app.errors import InventoryDamaged
from app.store.faults import DAMAGE_ADVICE, in_folder, translated
from app.store.format import SCHEMA_VERSION, check_format
from app.store.sqlite import Connection, OperationalError, connect

BUSY_TIMEOUT_MS = 5000
# More than a connection ever says. Its cache throws out the newest, not the oldest: once it is full, statements that
# were not in it by then drive out each other and are compiled each time, which makes a booking twice as slow.
_STATEMENTS = 1024
DAMAGED = "-damaged"  # a file of this ending lies beside an inventory in which damage was met while it was open


def open_database(path: Path, *, synchronous: str = "full") -> Connection:
    """A connection to the inventory at `path`, made new or brought up to date first.

    Call it once at start, under the single-instance lock; other threads then use `connection`.
    Raises `StoreError` with what is wrong; nothing is changed then.
    """
    with in_folder(path.parent):
        new = not path.exists() or path.stat().st_size == 0
    with translated(path):
        version = 0 if new else _check(path)
        db = _connect(path, synchronous)
        try:
            if version < SCHEMA_VERSION:
                # Imported only when there is something to migrate: sqlite-utils costs 0.3 s of the first paint.
                from app.store.migrations import migrate

                migrate(db, path, from_version=version)
                db.close()  # its statements would fill the cache for good: see `_STATEMENTS`
                db = _connect(path, synchronous)
        except BaseException:
            db.close()
            raise
        return db


def connection(path: Path, *, synchronous: str = "full") -> Connection:
    """One more connection to an inventory that `open_database` has opened: every thread needs its own."""
    with translated(path):
        return _connect(path, synchronous)


def lane_connection(path: Path, gate: AbstractContextManager[object]) -> Connection:
    """A connection for a lane: it writes in its turn, and what it writes is found out anew after a power cut.

    So its commits are put on the disk only together with the next one that must last: of a hundred commits a second
    each would wait some milliseconds for the disk, and all the others behind it. The log is one file: whatever is on
    the disk, everything older is as well.
    """
    db = connection(path, synchronous="normal")
    db.gate, db.lazy = gate, True
    return db


def reader(path: Path) -> Connection:
    """A connection that can only read."""
    with translated(path):
        db = connect(
            f"file:{quote(str(path))}?mode=ro", uri=True, isolation_level=None, check_same_thread=False, timeout=5
        )
        db.execute("pragma query_only=on")
        return db


def _connect(path: Path, synchronous: str) -> Connection:
    # SQLite keeps 2 MB of pages by itself, which is enough: what a booking or a search reads lies in the cache of the
    # system anyway. There are a dozen connections, and each would keep as much as it once read.
    db = connect(path, isolation_level=None, check_same_thread=False, timeout=5, cached_statements=_STATEMENTS)
    try:
        db.execute("pragma journal_mode=wal")
        for pragma in (
            f"synchronous={synchronous}",
            "foreign_keys=on",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "recursive_triggers=on",  # so that INSERT OR REPLACE fires the delete triggers of the ledger
        ):
            db.execute(f"pragma {pragma}")
    except BaseException:
        db.close()
        raise
    return db


def _check(path: Path) -> int:
    """The file's schema version. Refuses what is not ours, or newer than we are, before anything is written to it."""
    with closing(reader(path)) as db:
        met = path.with_name(path.name + DAMAGED)
        if met.exists():
            if db.execute("pragma quick_check(1)").fetchall() != [("ok",)]:
                raise InventoryDamaged(N_("The inventory is damaged."), DAMAGE_ADVICE)
            met.unlink()  # it was the disk, or somebody mended it
        return check_format(db)


def note_damage(path: Path) -> None:
    """Damage was met while the inventory is open: the next start reads it through first, and offers what helps."""
    with suppress(OSError):  # a disk that takes nothing more: then it is met again
        path.with_name(path.name + DAMAGED).touch()


def refuse_lost(path: Path, backups: Path) -> None:
    """No inventory, or an empty file, where one was: never begin anew over it. Raises `InventoryDamaged`."""
    if path.exists() and path.stat().st_size:
        return
    log = path.with_name(path.name + "-wal")
    if (log.exists() and log.stat().st_size) or (backups.is_dir() and any(backups.glob("plimsoll-*.db"))):
        raise InventoryDamaged(
            N_("The inventory is not where it was: {path}", path=str(path)),
            N_("Look whether it was moved. If it is lost, put the newest backup back."),
        )


@contextmanager
def transaction(db: Connection, *, lasting: bool = False) -> Iterator[None]:
    """All or nothing, under the write lock from the first line (a deferred BEGIN that reads first may fail as busy).

    `lasting`: on the disk, with all that was written before, when this returns: what the outside will be told by.
    Without it a lane's transaction may be undone by a power cut, but by nothing else. All others always last.
    """
    assert not db.in_transaction, "transactions do not nest"
    with translated(None), db.gate, _lasting(db) if lasting and db.lazy else _AS_IT_IS:
        db.execute("begin immediate")
        try:
            yield
            db.execute("commit")
        except BaseException:
            with suppress(OperationalError):  # a full disk may have rolled back by itself
                db.execute("rollback")
            raise


_AS_IT_IS = nullcontext()


@contextmanager
def _lasting(db: Connection) -> Iterator[None]:
    db.execute("pragma synchronous=full")
    try:
        yield
    finally:
        db.execute("pragma synchronous=normal")

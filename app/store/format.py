"""What marks a file as an inventory of ours, and how new it is."""

from app.core.text import N_
from app.errors import InventoryDamaged, StoreError
from app.store.faults import DAMAGE_ADVICE, NOT_OURS
from app.store.sqlite import Connection

APPLICATION_ID = 0x504C4D53  # "PLMS"
SCHEMA_VERSION = 8  # the number of steps in migrations.py; lets an older Plimsoll know a newer file


def check_format(db: Connection) -> int:
    """The schema version of an open file. Raises `StoreError` for what is not ours, or newer than we are."""
    application = db.execute("pragma application_id").fetchone()[0]
    version: int = db.execute("pragma user_version").fetchone()[0]
    # Reading the schema's tables costs milliseconds at each start: asked only of a file that does not say it is ours.
    if application != APPLICATION_ID:
        _refuse_others(db, marked=application != 0 or version != 0)
    if version > SCHEMA_VERSION:
        raise StoreError(
            N_("This inventory was made by a newer Plimsoll."),
            N_("Install the newest Plimsoll to open it. Nothing in it was changed."),
        )
    return version


def _refuse_others(db: Connection, *, marked: bool) -> None:
    """A file without our mark is damaged, another program's, or of a start broken off before the first step."""
    ours = "select count(*) from sqlite_master where name in ('stock_entry', 'stock_level')"
    if db.execute(ours).fetchone()[0] == 2:
        raise InventoryDamaged(N_("The inventory is damaged."), DAMAGE_ADVICE)
    # sqlite-utils makes its own table before the first step: a start may have been broken off in between.
    tables = "select count(*) from sqlite_master where tbl_name != '_sqlite_migrations'"
    if marked or db.execute(tables).fetchone()[0] > 0:
        raise StoreError(NOT_OURS, N_("Choose another file. Nothing in this one was changed."))

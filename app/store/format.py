"""What marks a file as an inventory of ours, and how new it is."""

from app.core.text import N_
from app.errors import InventoryDamaged, StoreError
from app.store.faults import DAMAGE_ADVICE, NOT_OURS
from app.store.sqlite import Connection

APPLICATION_ID = 0x504C4D53  # "PLMS"
SCHEMA_VERSION = 6  # the number of steps in migrations.py; lets an older Plimsoll know a newer file


def check_format(db: Connection) -> int:
    """The schema version of an open file. Raises `StoreError` for what is not ours, or newer than we are."""
    application = db.execute("pragma application_id").fetchone()[0]
    version: int = db.execute("pragma user_version").fetchone()[0]
    # sqlite-utils makes its own table before the first step: a start may have been broken off in between.
    tables = db.execute("select count(*) from sqlite_master where tbl_name != '_sqlite_migrations'").fetchone()[0]
    unborn = application == 0 and version == 0 and tables == 0  # a start that was broken off before the first step
    ours = "select count(*) from sqlite_master where name in ('stock_entry', 'stock_level')"
    if application != APPLICATION_ID and db.execute(ours).fetchone()[0] == 2:
        raise InventoryDamaged(N_("The inventory is damaged."), DAMAGE_ADVICE)
    if application != APPLICATION_ID and not unborn:
        raise StoreError(NOT_OURS, N_("Choose another file. Nothing in this one was changed."))
    if version > SCHEMA_VERSION:
        raise StoreError(
            N_("This inventory was made by a newer Plimsoll."),
            N_("Install the newest Plimsoll to open it. Nothing in it was changed."),
        )
    return version

"""The schema, as small numbered steps that are never edited after release.

Each step and the note that it ran commit together; a verified copy of the file is made before an existing one is
touched. Plain SQL inside: classes change, old steps must not.
"""

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.store.backup import back_up
from app.store.format import APPLICATION_ID, SCHEMA_VERSION
from app.store.schema import M001
from app.store.schema002 import M002
from app.store.schema003 import M003
from app.store.schema004 import M004
from app.store.schema005 import M005
from app.store.schema006 import M006
from app.store.schema007 import M007
from app.store.schema008 import M008
from app.store.sqlite import Connection

migrations = Migrations("plimsoll")


@migrations()
def m001_first_inventory(db: Database) -> None:
    """Products, the ledger, shops, listings, orders, incidents, and what was said to the shops."""
    db.executescript(M001)
    _mark(db, 1)


@migrations()
def m002_promises(db: Database) -> None:
    """What the channels may still sell, shared or split, demand, and measured lags."""
    db.executescript(M002)
    _mark(db, 2)


@migrations()
def m003_channels_in_hand(db: Database) -> None:
    """What a seller needs to watch, match and stop the channels."""
    db.executescript(M003)
    _mark(db, 3)


@migrations()
def m004_counting(db: Database) -> None:
    """Places, codes, counts and stall days; deliveries; how incidents are fixed and closed."""
    db.executescript(M004)
    _mark(db, 4)


@migrations()
def m005_alerts(db: Database) -> None:
    """Alerts, the log of their checks, and what was done at the floor."""
    db.executescript(M005)
    _mark(db, 5)


@migrations()
def m006_leaving(db: Database) -> None:
    """What was done before the computer slept, and what a promotion was tried with."""
    db.executescript(M006)
    _mark(db, 6)


@migrations()
def m007_buyers(db: Database) -> None:
    """Who bought before, as a keyed hash."""
    db.executescript(M007)
    _mark(db, 7)


@migrations()
def m008_average_lags(db: Database) -> None:
    """How long sales take to be heard of on average, beside the 95th percentile."""
    db.executescript(M008)
    _mark(db, 8)


def migrate(db: Connection, path: Path, *, from_version: int) -> None:
    """Bring the file up to date. An existing inventory is copied and the copy verified first."""
    if from_version > 0:
        back_up(db, path.with_name(f"{path.stem}-before-{SCHEMA_VERSION}{path.suffix}"))
    migrations.apply(Database(db))


def _mark(db: Database, version: int) -> None:
    """Written in the step's own transaction: a crash leaves either both the step and its mark, or neither."""
    db.execute(f"pragma application_id={APPLICATION_ID}")
    db.execute(f"pragma user_version={version}")

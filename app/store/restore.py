"""Putting a backup in the place of the inventory. What is replaced is kept beside it, never deleted.

A backup knows nothing of what happened after it. So every shop is only looked at afterwards, each of its numbers is
read again, and nothing that was asked before is sent a second time. Its orders are read from where the backup stood.
"""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.core.reversal import Step
from app.core.text import N_
from app.store import looks, reversals, settings, shops
from app.store.backup import back_up, look_inside
from app.store.database import DAMAGED, open_database, reader, transaction
from app.store.faults import in_folder
from app.store.moments import stamp
from app.store.sqlite import Connection

BESIDE = ("", "-wal", "-shm", "-journal", DAMAGED)  # what belongs to one inventory on the disk


def restore(backup: Path, inventory: Path, *, now: datetime) -> Path | None:
    """Make `backup` the inventory; where the replaced one lies now, None where there was none.

    Nobody may have the inventory open. Raises `StoreError`; then the inventory is what it was.
    """
    look_inside(backup)
    new = _cleared(inventory)
    with closing(reader(backup)) as db:
        back_up(db, new)
    with closing(open_database(new)) as db:
        prepare(db, now=now)
        db.execute("pragma wal_checkpoint(truncate)")
        db.execute("pragma journal_mode=delete")  # one file, to be moved in one step
    return swap(new, inventory, now)


def prepare(db: Connection, *, now: datetime) -> None:
    """What a restored inventory must know of itself: nothing is sent, and everything is looked at."""
    with transaction(db):
        for shop in shops.shops(db):
            if not shop.by_hand:
                shops.set_mode(db, shop.id, "looking", now=now)
                looks.look_at_all(db, shop.id, now=now)
        for waits in reversals.open_ones(db):
            if waits.state is Step.ASKED:
                reversals.ended(db, waits.id, Step.REFUSED, why=_ASK_AGAIN, now=now)
        settings.put_fact(db, settings.RESTORED, stamp(now))


def start_empty(inventory: Path, *, now: datetime) -> None:
    """Make a new inventory where the old one is lost; what is left of that is kept. Raises `StoreError`."""
    new = _cleared(inventory)
    with closing(open_database(new)) as db:
        db.execute("pragma journal_mode=delete")
    swap(new, inventory, now)


def _cleared(inventory: Path) -> Path:
    """Where the next one is made, without what was left there."""
    new = inventory.with_name(f"{inventory.name}.new")
    for ending in BESIDE:
        _beside(new, ending).unlink(missing_ok=True)
    return new


_ASK_AGAIN = N_("A backup was put back after you asked for it. Look at the order, and ask again if it was not done.")


def swap(new: Path, inventory: Path, now: datetime) -> Path | None:
    """Put a finished file in the place of the inventory; where that one lies now. Raises `StoreError`."""
    kept = inventory.with_name(f"{inventory.stem}-replaced-{now:%Y%m%d-%H%M%S}{inventory.suffix}")
    moved: list[tuple[Path, Path]] = []
    with in_folder(inventory.parent):
        try:
            for ending in BESIDE:
                if _beside(inventory, ending).exists():
                    _beside(inventory, ending).rename(_beside(kept, ending))
                    moved.append((_beside(kept, ending), _beside(inventory, ending)))
            new.replace(inventory)
        except OSError:
            for here, back in reversed(moved):
                here.rename(back)
            raise
    return kept if moved else None


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)

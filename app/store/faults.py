"""SQLite's failures put into words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.text import N_, Text
from app.errors import InventoryDamaged, StoreError
from app.store.sqlite import DatabaseError

DAMAGE_ADVICE = N_("Start Plimsoll again: it shows what can be saved. The damaged file is kept.")
DISK_FULL = (N_("The disk is full."), N_("Free some space. Nothing was lost, and nothing was changed."))
NOT_OURS = N_("This file is not a Plimsoll inventory.")

# What SQLite calls the machine's fault, and what people can do about it. Anything else is a bug of ours.
_WORDS: dict[str, tuple[Text, Text]] = {
    "SQLITE_BUSY": (
        N_("The inventory is in use by something else."),
        N_("Close other programs that may have it open, for example a backup, and try again."),
    ),
    "SQLITE_FULL": DISK_FULL,
    "SQLITE_READONLY": (
        N_("The inventory cannot be written to: the file or its folder is read-only."),
        N_("Allow writing there, or choose another data folder. Nothing was changed."),
    ),
    "SQLITE_CANTOPEN": (
        N_("The inventory cannot be opened."),
        N_("Check that its folder is there and that you may write in it."),
    ),
    "SQLITE_IOERR": (
        N_("The disk did not do what Plimsoll asked."),
        N_("Check the disk. Make a backup to another one. Nothing was changed by this step."),
    ),
    "SQLITE_CORRUPT": (
        N_("The inventory is damaged."),
        DAMAGE_ADVICE,
    ),
    "SQLITE_NOTADB": (NOT_OURS, N_("Choose another file. Nothing in this one was changed.")),
    "SQLITE_PERM": (N_("Plimsoll may not open the inventory."), N_("Allow it in the file’s permissions.")),
}

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn the machine's faults into a `StoreError`; let our own mistakes through."""
    try:
        yield
    except DatabaseError as error:
        found = store_error(error, path)
        if found is None:
            raise
        raise found from error


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Turn what a folder may refuse into a `StoreError`."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            N_("Plimsoll cannot write in {folder}: {reason}", folder=str(folder), reason=error.strerror or str(error)),
            N_("Allow writing there, or choose another folder. Your inventory itself was not touched."),
        ) from error


def store_error(error: DatabaseError, path: Path | None = None) -> StoreError | None:
    """The words for a SQLite error, chosen by its result code; None when the error is a bug of ours."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if path is not None and name.startswith("SQLITE_CANTOPEN") and path.exists() and not os.access(path, os.W_OK):
        name = "SQLITE_READONLY"
    for code, (title, advice) in _WORDS.items():
        if name == code or name.startswith(code + "_"):
            return (InventoryDamaged if code in _DAMAGED else StoreError)(title, advice)
    return None

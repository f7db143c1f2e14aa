"""What the program lends the window about this computer: does Plimsoll start with it, what closing the window does, and
where backups lie.

Errors are `PlimsollError`s.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from app.core.records import dataclass


class Closing(StrEnum):
    """What the seller wants of the window's close button where there is a tray."""

    ASK = "ask"
    TRAY = "tray"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputerLent:
    """All of it."""

    starts_with_it: Callable[[], bool]
    start_with_it: Callable[[bool], None]
    has_tray: Callable[[], bool]
    closing: Callable[[], Closing]
    set_closing: Callable[[Closing], None]
    backups: Callable[[], list[Path]]  # newest first, from both folders
    second_folder: Callable[[], Path | None]  # where else backups go
    set_second_folder: Callable[[Path | None], None]
    restore: Callable[[Path], None]  # leaves this inventory and opens that backup in its place

"""What the program lends the window about this computer: does Plimsoll start with it, what closing the window does, and
where backups lie.

Errors are `PlimsollError`s.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.core.records import dataclass


class Closing(StrEnum):
    """What the seller wants of the window's close button where there is a tray."""

    ASK = "ask"
    TRAY = "tray"
    END = "end"


class NewerVersion(Protocol):
    """A version that is newer than this one."""

    @property
    def version(self) -> str:
        """Its number."""

    @property
    def page(self) -> str:
        """Where it is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesLent:
    """Looking for a newer version, in a build that names where. `check` is (slow), and None when this is the newest."""

    host: str
    on: Callable[[], bool]
    set: Callable[[bool], None]
    due: Callable[[], bool]  # it is on, and was not asked for a day
    check: Callable[[], NewerVersion | None]


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
    updates: UpdatesLent | None = None  # None: the build names nobody to ask

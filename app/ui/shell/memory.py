"""What the window remembers from one start to the next: its size, its panes, its page, and how it looks.

An ini file in the seller's config folder. Whatever is unreadable in it counts as never written.
"""

from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QSettings

FILE = "window.ini"

Choice = TypeVar("Choice", bound=Enum)


class Memory:
    """Values by name. Without a folder nothing outlives the window."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = QSettings(str(folder / FILE), QSettings.Format.IniFormat) if folder else None
        self._here: dict[str, Any] = {}

    def keep(self, name: str, value: object) -> None:
        """Remember a value."""
        if self._file is not None:
            self._file.setValue(name, value)
        else:
            self._here[name] = value

    def text(self, name: str, default: str = "") -> str:
        """A word."""
        value = self._value(name)
        return value if isinstance(value, str) else default

    def flag(self, name: str, *, default: bool) -> bool:
        """Yes or no."""
        value = self._value(name)
        return default if value is None else value in (True, "true")

    def number(self, name: str, default: float) -> float:
        """A number."""
        try:
            return float(self._value(name))
        except (TypeError, ValueError):
            return default

    def choice(self, name: str, default: Choice) -> Choice:
        """One of an enumeration's values."""
        try:
            return type(default)(self._value(name))
        except ValueError:
            return default

    def state(self, name: str) -> QByteArray:
        """What Qt wrote of a window or splitter; empty for none."""
        value = self._value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def write(self) -> None:
        """Put everything on disk."""
        if self._file is not None:
            self._file.sync()

    def _value(self, name: str) -> Any:
        return self._file.value(name) if self._file is not None else self._here.get(name)

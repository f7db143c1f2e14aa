"""Starting with the computer: an XDG desktop entry on Linux, a LaunchAgent on macOS, the Run key of Windows.

Each is the user's own, needs no rights, and is gone when the tick is taken away. What is written is a pure function of
the command.
"""

import os
import plistlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.core.text import N_
from app.errors import PlimsollError

NAME = "plimsoll"
LABEL = "org.plimsoll.Plimsoll"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
RUN_VALUE = "Plimsoll"
QUIETLY = "--in-tray"


class AutostartError(PlimsollError):
    """This computer did not let us change what starts with it."""


class Autostart(Protocol):
    """One system's way."""

    def on(self) -> bool:
        """Does Plimsoll start with the computer?"""

    def set(self, *, on: bool) -> None:
        """Let it, or not. Raises `AutostartError`."""


def command_of(arguments: Sequence[str], *, data: str = "") -> list[str]:
    """What starts this Plimsoll: `arguments` as this one was started, its inventory's folder, and quietly."""
    return [*arguments, *(["--data", data] if data else []), QUIETLY]


def own_command() -> list[str]:
    """How this Plimsoll was started: the frozen program, or Python and where the sources lie."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    root = str(Path(__file__).resolve().parents[1])
    start = f"import sys; sys.path.insert(0, {root!r}); from app.main import main; sys.exit(main())"
    return [sys.executable, "-c", start]


def desktop_entry(command: Sequence[str]) -> str:
    """The file that a Linux desktop reads when somebody signs in. A program that was removed is not looked for."""
    return (
        "[Desktop Entry]\nType=Application\nName=Plimsoll\nIcon=plimsoll\nTerminal=false\n"
        f"TryExec={command[0]}\nExec={' '.join(map(_exec_quoted, command))}\nX-GNOME-Autostart-enabled=true\n"
    )


def _exec_quoted(part: str) -> str:
    """A part of an Exec line, after the Desktop Entry Specification: quotes, and a doubled percent sign."""
    for letter in ("\\", '"', "`", "$"):
        part = part.replace(letter, f"\\{letter}")
    return '"{}"'.format(part.replace("\\", "\\\\").replace("%", "%%"))


def launch_agent(command: Sequence[str]) -> bytes:
    """The property list that macOS reads when somebody signs in."""
    return plistlib.dumps(
        {"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
    )


def run_line(command: Sequence[str]) -> str:
    """The value under the Run key: a command line as Windows programs read theirs."""
    import subprocess

    return subprocess.list2cmdline(command)


class InFile:
    """A file whose presence starts it."""

    def __init__(self, path: Path, contents: bytes) -> None:
        self._path, self._contents = path, contents

    def on(self) -> bool:
        """Is the file there?"""
        return self._path.is_file()

    def set(self, *, on: bool) -> None:
        """Write it whole, or take it away."""
        try:
            if not on:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_name(f"{self._path.name}.part")
            part.write_bytes(self._contents)
            part.replace(self._path)
        except OSError as error:
            raise _refused(error) from error


class InRegistry:
    """A value under the Run key."""

    def __init__(self, line: str) -> None:
        self._line = line

    def on(self) -> bool:
        """Is there such a value?"""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                    winreg.QueryValueEx(key, RUN_VALUE)
            except FileNotFoundError:
                return False
            return True
        return False

    def set(self, *, on: bool) -> None:
        """Write it, or take it away."""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
                    if on:
                        winreg.SetValueEx(key, RUN_VALUE, 0, winreg.REG_SZ, self._line)
                    elif self.on():
                        winreg.DeleteValue(key, RUN_VALUE)
            except OSError as error:
                raise _refused(error) from error


def of_this_system(command: Sequence[str], *, system: str, environ: Mapping[str, str], home: Path) -> Autostart:
    """The way of this system, as `sys.platform` names it."""
    if system == "win32":
        return InRegistry(run_line(command))
    if system == "darwin":
        return InFile(home / "Library" / "LaunchAgents" / f"{LABEL}.plist", launch_agent(command))
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return InFile(config / "autostart" / f"{NAME}.desktop", desktop_entry(command).encode())


def here(data: str) -> Autostart:
    """The way of this computer, for the inventory in `data` (empty: the usual folder)."""
    command = command_of(own_command(), data=data)
    return of_this_system(command, system=sys.platform, environ=os.environ, home=Path.home())


def _refused(error: OSError) -> AutostartError:
    return AutostartError(
        N_("This computer did not let Plimsoll change what starts with it: {reason}", reason=error.strerror or ""),
        N_("Use the system’s own settings for programs that start by themselves."),
    )

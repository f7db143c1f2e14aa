"""Where things lie on this computer: the resources that come with the program, and the seller's own folders.

The folders follow each system's habits; PLIMSOLL_DATA puts all three in one place, for tests and for a memory stick.
"""

import os
import sys
from pathlib import Path

OVERRIDE = "PLIMSOLL_DATA"
_CHECKOUT = Path(__file__).resolve().parents[1] / "resources"
_HOMES = ("share/plimsoll/resources",)  # below sys.prefix, where an installed wheel puts its data


def resource(name: str) -> Path:
    """A file that comes with the program, such as "icons/check.svg". FileNotFoundError when it is nowhere."""
    for folder in _resource_folders():
        path = folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{name} is not among the program's resources")


def data_folder() -> Path:
    """Where the inventory file and its backups lie. It is there when this returns."""
    return _made(_folder("data"))


def config_folder() -> Path:
    """Where the window's own settings lie. It is there when this returns."""
    return _made(_folder("config"))


def log_folder() -> Path:
    """Where the log lies. It is there when this returns."""
    return _made(_folder("log"))


def _resource_folders() -> list[Path]:
    frozen = getattr(sys, "_MEIPASS", None)  # where PyInstaller unpacks to
    installed = [Path(sys.prefix) / home for home in _HOMES]
    return [*([Path(frozen) / "resources"] if frozen else []), _CHECKOUT, *installed]


def _folder(kind: str) -> Path:
    chosen = os.environ.get(OVERRIDE)
    if chosen:
        home = Path(chosen).expanduser()
        return home if kind == "data" else home / kind
    import platformdirs  # here, so that the first paint does not wait for it

    # Not the roaming profile: a database must not be copied about while it is open.
    folders = platformdirs.PlatformDirs("Plimsoll", appauthor=False, roaming=False)
    named = {"data": folders.user_data_path, "config": folders.user_config_path, "log": folders.user_log_path}
    return named[kind]


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # orders name buyers: nobody else's to read
    return folder

"""What both packages for Linux hold beside the program: the desktop entry, icons, AppStream, the manual page."""

import gzip
import shutil
from pathlib import Path

from making import frozen, icons
from making.places import PACKAGING, VERSION, Failed

LINUX = PACKAGING / "linux"
APP_ID = "plimsoll"
COMPONENT = "org.plimsoll.Plimsoll"  # as software centres know it


def fill_share(share: Path) -> None:
    """Fill a `share` folder as it lies under /usr or ~/.local."""
    _copy(LINUX / "plimsoll.desktop", share / "applications" / f"{APP_ID}.desktop")
    _copy(LINUX / "plimsoll.svg", share / "icons/hicolor/scalable/apps" / f"{APP_ID}.svg")
    for size in icons.SIZES:
        drawn = icons.FOLDER / f"plimsoll-{size}.png"
        _copy(drawn, share / f"icons/hicolor/{size}x{size}/apps" / f"{APP_ID}.png")
    _write(share / "metainfo" / f"{COMPONENT}.metainfo.xml", _filled("plimsoll.metainfo.xml"))
    page = share / "man/man1/plimsoll.1.gz"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(gzip.compress(_filled("plimsoll.1").encode(), mtime=0))  # no date in it: the same each time


def copy_program(target: Path) -> None:
    """The frozen program. Raises `Failed` when it was not made yet."""
    if not frozen.PROGRAM.exists():
        raise Failed("The frozen program is not there yet. First: python3 packaging/run.py package frozen")
    shutil.copytree(frozen.FOLDER, target, symlinks=True)


def _filled(name: str) -> str:
    return (LINUX / name).read_text(encoding="utf-8").replace("@VERSION@", VERSION)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")

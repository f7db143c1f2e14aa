"""The frozen program: PyInstaller after `packaging/plimsoll.spec`, and its size by part."""

import json
import shutil
import sys
from pathlib import Path

from making import icons, version_file
from making.places import BUILD, DIST, LINUX, PACKAGING, Failed, megabytes, run, say, there

FOLDER = DIST / "plimsoll"
PROGRAM = FOLDER / ("plimsoll.exe" if sys.platform == "win32" else "plimsoll")
SIZE_MAX_MB = 225.0


def build() -> None:
    """Make `dist/plimsoll` anew. Raises `Failed`."""
    icons.draw()
    if sys.platform == "win32":
        version_file.write()
    shutil.rmtree(FOLDER, ignore_errors=True)
    run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
            "--workpath", BUILD / "frozen", "--distpath", DIST, PACKAGING / "plimsoll.spec",
        ],
        patience_s=1200,
    )  # fmt: skip
    if not PROGRAM.exists():
        raise Failed(f"PyInstaller ended well and made no {PROGRAM}.")
    _strip()
    size = megabytes(FOLDER)
    if size > SIZE_MAX_MB:
        raise Failed(f"The frozen program takes {size:.0f} MB, more than {SIZE_MAX_MB:.0f}:\n{sizes()}")


def _strip() -> None:
    """Python's library and SQLite bring 27 MB of symbols. Nothing else is stripped: OpenBLAS does not survive it."""
    if LINUX and there("strip"):
        inside = FOLDER / "_internal"
        for library in (*inside.glob("libpython3*.so*"), *inside.glob("pysqlite3/*.so")):
            run(["strip", "--strip-unneeded", library])
    elif LINUX:
        say("strip is not on this computer: the program stays 27 MB larger.")


def sizes() -> str:
    """Megabytes by part, the largest first, as JSON a line."""
    inside = FOLDER / "_internal"
    parts = {found.name: megabytes(found) for found in inside.iterdir() if not found.is_symlink()}
    large = {name: size for name, size in sorted(parts.items(), key=lambda part: -part[1]) if size >= 1}
    rest = sum(parts.values()) - sum(large.values()) + megabytes(PROGRAM)
    lines = {**large, "everything else": rest, "frozen-size-mb": megabytes(FOLDER)}
    return "\n".join(json.dumps({"name": name, "value": round(size, 1), "unit": "MB"}) for name, size in lines.items())


def path_of(name: str) -> Path:
    """A file of the frozen program."""
    return FOLDER / "_internal" / name

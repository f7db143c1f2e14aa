"""Where things are made, and how a program is run on the way."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from app import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
VERSION = __version__
ARCHITECTURE = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


class Failed(Exception):
    """A stage cannot go on; the words say why."""


def say(words: str) -> None:
    print(words, flush=True)


def run(command: Sequence[str | Path], *, around: Mapping[str, str] | None = None, patience_s: float = 600) -> str:
    """Run a program to its end and return what it printed. Raises `Failed` with that when it did not end well."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={**os.environ, **(around or {})},
            cwd=ROOT,
            timeout=patience_s,
            check=False,
        )
    except FileNotFoundError as error:
        raise Failed(f"{command[0]} is needed for this stage and is not on this computer.") from error
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{command[0]} did not end within {patience_s:.0f} s.") from error
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-4000:]}")
    return done.stdout


def fresh(folder: Path) -> Path:
    """An empty folder in the place of whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def there(name: str) -> bool:
    """Is this program on this computer?"""
    return shutil.which(name) is not None


def megabytes(path: Path) -> float:
    """What a file, or everything in a folder, takes. Links count once, where they lead to."""
    files = [path] if path.is_file() else [found for found in path.rglob("*") if not found.is_symlink()]
    return sum(found.stat().st_size for found in files if found.is_file()) / 1e6


LINUX = sys.platform == "linux"

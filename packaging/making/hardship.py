"""The frozen program on a disk that is full, and on one that cannot be written to: words, no fault, and a whole file.

The disks are small ones in memory, mounted for this. As root, on Linux.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.store.database import reader
from making import frozen, walk
from making.places import LINUX, Failed, run, say

TOO_SMALL, SMALL = "1m", "16m"
WORKS_S = 25  # long enough for the sample's customers to buy, and for a backup to be due
PATIENCE_S = 60
FULL, LOCKED = "full", "may not write"
FAULTS = ("Traceback", "a bug in the window", "crashed")


def try_out() -> None:
    """Raises `Failed`."""
    if os.geteuid() or not LINUX or not frozen.PROGRAM.exists():
        raise Failed("This mounts small disks: it needs root on Linux, and the frozen program.")
    with _disk(TOO_SMALL) as disk:
        say(f"No room for an inventory: {_refused(disk, FULL)}")
    with _disk(SMALL) as disk:
        _fills_up(disk)
        run(["mount", "-o", "remount,ro", disk])
        say(f"Read-only: {_refused(disk, LOCKED)}")


@contextmanager
def _disk(size: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="plimsoll-disk-") as made:
        disk = Path(made)
        run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "plimsoll-walk", disk])
        try:
            yield disk
        finally:
            run(["umount", disk])


def _started(disk: Path, home: Path, said: Path) -> "subprocess.Popen[bytes]":
    around = {**os.environ, **walk.bare(home), "QT_QPA_PLATFORM": "offscreen"}
    with said.open("wb") as out:
        return subprocess.Popen([frozen.PROGRAM, "--sample", "--data", str(disk)], env=around, stdout=out, stderr=out)


def _refused(disk: Path, word: str) -> str:
    """It says why it cannot open, in words. What it says."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-walk-") as made:
        said = Path(made) / "said.txt"
        started = _started(disk, Path(made), said)
        until = time.monotonic() + PATIENCE_S
        try:
            while word not in (words := said.read_text(encoding="utf-8")):
                if time.monotonic() > until or started.poll() is not None:
                    raise Failed(f"It was to say that the disk is {word}, and said:\n{words}")
                time.sleep(0.2)
            _no_fault(words)
            return words.strip()
        finally:
            started.kill()
            started.wait()


def _fills_up(disk: Path) -> None:
    """The disk fills up while it runs. It goes on, ends when it is asked to, and the file is whole."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-walk-") as made:
        said, inventory = Path(made) / "said.txt", disk / "sample" / "plimsoll.db"
        started = _started(disk, Path(made), said)
        try:
            until = time.monotonic() + PATIENCE_S
            while not (disk / "sample" / "plimsoll.db-wal").exists():
                if time.monotonic() > until or started.poll() is not None:
                    raise Failed(f"The sample did not open:\n{said.read_text(encoding='utf-8')}")
                time.sleep(0.1)
            _fill(disk / "filler")
            time.sleep(WORKS_S)
            words = said.read_text(encoding="utf-8")
            if started.poll() is not None:
                raise Failed(f"It ended by itself with {started.returncode}:\n{words}")
            started.terminate()
            code = started.wait(timeout=PATIENCE_S)
        finally:
            if started.poll() is None:
                started.kill()
                started.wait()
        logged = "".join(path.read_text(encoding="utf-8") for path in disk.rglob("*.log"))
        _no_fault(words + logged)
        if code:
            raise Failed(f"It was asked to end on a full disk and ended with {code}:\n{words}")
    (disk / "filler").unlink()
    with closing(reader(inventory)) as db:
        found = db.execute("pragma integrity_check").fetchone()[0]
        rows = db.execute("select count(*) from stock_entry").fetchone()[0]
    if found != "ok":
        raise Failed(f"After a full disk the inventory is not whole: {found}")
    say(f"Filled up while it ran: it went on for {WORKS_S} s, ended cleanly, and the file is whole with {rows} rows.")


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(65536))
        except OSError:
            return  # that is it


def _no_fault(words: str) -> None:
    for fault in FAULTS:
        if fault in words:
            raise Failed(f"A bad disk was taken for a bug:\n{words[-3000:]}")

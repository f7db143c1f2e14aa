"""The frozen program against the run from source: its size, and how long each takes from its start to its first paint.

It measures what `packaging/run.py package frozen` has made. The two take turns, warm, so that a slow moment of the
machine hits both. Cold starts are measured where this may empty the computer's file cache (as root on Linux).
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from app.sample.shop import make_sample
from app.session import utc_now
from tests.bench.figure import figure
from tests.bench.first_paint import surroundings

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "dist" / "plimsoll"
PROGRAM = FOLDER / ("plimsoll.exe" if sys.platform == "win32" else "plimsoll")
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
PAIRS, UNCOUNTED, COLD = 7, 1, 3
PATIENCE_S = 120


def run() -> None:
    """`frozen-size-mb`, `frozen-warm-ratio`, and what they are made of."""
    if not PROGRAM.exists():
        print("The frozen program is not there. First: python3 packaging/run.py package frozen", file=sys.stderr)
        return
    files = [found for found in FOLDER.rglob("*") if found.is_file() and not found.is_symlink()]
    figure("frozen-size-mb", sum(found.stat().st_size for found in files) / 1e6, "MB", at_most=225)
    frozen, source = [str(PROGRAM)], [sys.executable, "-m", "app"]
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-") as made:
        folder = Path(made)
        inventory = folder / "sample" / "plimsoll.db"
        inventory.parent.mkdir()
        make_sample(inventory, now=utc_now())
        around = surroundings(folder)
        pairs = [(_start(frozen, folder, around), _start(source, folder, around)) for _ in range(UNCOUNTED + PAIRS)]
        warm, from_source = (median(times) for times in zip(*pairs[UNCOUNTED:], strict=True))
        figure("frozen-warm-ms", warm, "ms")
        figure("source-warm-ms", from_source, "ms")
        figure("frozen-warm-ratio", warm / from_source, "", at_most=1.3)
        if os.access(DROP_CACHES, os.W_OK):
            figure("frozen-cold-ms", _cold(frozen, folder, around), "ms")
            figure("source-cold-ms", _cold(source, folder, around), "ms")


def _cold(command: Sequence[str], folder: Path, around: dict[str, str]) -> float:
    times = []
    for _ in range(COLD):
        os.sync()
        DROP_CACHES.write_text("3", encoding="ascii")
        times.append(_start(command, folder, around))
    return median(times)


def _start(command: Sequence[str], folder: Path, around: dict[str, str]) -> float:
    """Milliseconds to the first paint. The child reads the same monotonic clock as we do."""
    began = time.monotonic()
    child = subprocess.run(
        [*command, "--sample", "--until-painted", "--data", str(folder)],
        env=around,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    return (float(child.stdout) - began) * 1000

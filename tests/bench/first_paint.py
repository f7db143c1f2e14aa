"""From a process' start to its first paint: Inventory of the sample shop, against an empty PySide6 window.

The two take turns, so that a slow moment of the machine hits both. The sample is made beforehand: opening an inventory
that is there already is what is measured. The chart comes later, and each start makes sure that it did.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from app.sample.shop import make_sample
from app.session import utc_now
from tests.bench.figure import figure

PAIRS, UNCOUNTED = 15, 2  # the first ones fill the disk cache
PATIENCE_S = 60
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def run() -> None:
    """`first-paint-ratio`, and the two times that it is made of."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-") as folder:
        inventory = Path(folder) / "sample" / "plimsoll.db"
        inventory.parent.mkdir()
        make_sample(inventory, now=utc_now())
        around = surroundings(Path(folder))
        pairs = [(_start(around, "inventory", folder), _start(around, "bare")) for _ in range(UNCOUNTED + PAIRS)]
    ours, bare = (median(times) for times in zip(*pairs[UNCOUNTED:], strict=True))
    figure("first-paint-ms", ours, "ms")
    figure("bare-window-ms", bare, "ms")
    figure("first-paint-ratio", ours / bare, "", at_most=3)


def surroundings(folder: Path) -> dict[str, str]:
    """What a child lives in: the seller's own keyring is left alone, and without a screen there is one in memory.

    What Python compiled at the first start is kept, as it is for a seller, but not among the program's files.
    """
    around = {
        **os.environ,
        "PYTHON_KEYRING_BACKEND": "tests.memory_keyring.MemoryKeyring",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not any(around.get(name) for name in SCREENS):
        screen = folder / "screen.json"
        screen.write_text(json.dumps({"screens": [{"name": "screen", "width": 1920, "height": 1080}]}))
        around["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    return around


def _start(around: dict[str, str], *what: str) -> float:
    """Milliseconds to the first paint. The child reads the same monotonic clock as we do."""
    began = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.first_paint_window", *what],
        env=around,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    return (float(child.stdout) - began) * 1000

"""Inventory over 100,000 products, 400,000 listings and 1,000,000 ledger rows: search, sorting and memory.

The inventory is written here and opened by a process of its own, for it is that process' memory that counts.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.first_paint import surroundings
from tests.bench.table_inventory import build


def run() -> None:
    """The `table-…` figures. The first start only compiles the program and makes the day's backup."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-") as folder:
        began = time.monotonic()
        build(Path(folder) / "plimsoll.db")
        print(f"the inventory was written in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        around = surroundings(Path(folder))
        for what in ("open", "measure"):
            subprocess.run([sys.executable, "-m", "tests.bench.table_start", what, folder], env=around, check=True)

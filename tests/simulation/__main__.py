"""`python -m tests.simulation 7` or `1..500`: run seeds, print what happened, and how to replay a failure."""

import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.simulation.world import run


def seeds(text: str) -> range:
    first, _, last = text.partition("..")
    return range(int(first), int(last or first) + 1)


def main(arguments: list[str]) -> int:
    wanted = [seed for text in arguments or ["1..40"] for seed in seeds(text)]
    failed, began = [], time.monotonic()
    for seed in wanted:
        with tempfile.TemporaryDirectory() as folder:
            try:
                counts = run(seed, Path(folder))
            except Exception:  # noqa: BLE001 - a failing seed is printed, and the others still run
                failed.append(seed)
                traceback.print_exc()
                print(f"seed {seed} FAILED. Replay it: python3 packaging/run.py simulate {seed}", flush=True)
            else:
                print(f"seed {seed} ok: " + ", ".join(f"{n} {what}" for what, n in sorted(counts.items())), flush=True)
    print(
        f"{len(wanted) - len(failed)} of {len(wanted)} seeds ok in {time.monotonic() - began:.0f} s; failed: {failed}"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

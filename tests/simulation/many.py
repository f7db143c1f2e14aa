"""Many seeds, on all the cores there are; what failed is told with the command that plays it again."""

import gc
import os
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from tests.simulation.world import run


def play(seed: int) -> tuple[int, Counter[str], str]:
    """One seed: its number, what happened, and what went wrong (empty: nothing)."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return seed, run(seed, Path(folder)), ""
        except Exception:  # noqa: BLE001 - a failing seed is told, and the others still run
            return seed, Counter(), f"{traceback.format_exc()}{replay(seed)}"


def settle() -> None:
    """A process that plays worlds for minutes: what it has loaded stays, and rubbish is looked for less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def replay(seed: int) -> str:
    """The command that plays a seed again."""
    return f"Play it again: python3 packaging/run.py simulate {seed}"


def play_many(seeds: Iterable[int]) -> Iterator[tuple[int, Counter[str], str]]:
    """All of these seeds, each as they end."""
    with ProcessPoolExecutor(max_workers=os.cpu_count(), initializer=settle) as pool:
        for done in as_completed([pool.submit(play, seed) for seed in seeds]):
            yield done.result()

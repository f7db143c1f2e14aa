"""kill -9 at random moments, twenty times: nothing lost, nothing doubled, and in the end every shop shows its offer."""

import json
import os
import random
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from tests.kill.town import check, customers, town, until_quiet

KILLS = 20


class Killed:
    """The program in a process of its own."""

    def __init__(self, path, places):
        command = [sys.executable, "-m", "tests.kill.child", str(path), json.dumps(places)]
        with complaints(path).open("ab") as told:  # a file: nobody reads a pipe while the process runs
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=told, text=True
            )
        assert self._process.stdout
        assert self._process.stdout.readline() == "ready\n"

    def ring(self, shop, topic, ref):
        with suppress(OSError, ValueError):
            self._process.stdin.write(json.dumps([shop, topic, ref]) + "\n")
            self._process.stdin.flush()

    def kill(self):
        assert self._process.poll() is None, f"it ended by itself with {self._process.returncode}"
        self._process.kill()
        self._close()

    def end(self):
        self._process.stdin.close()
        assert self._process.wait(timeout=30) == 0
        self._process.stdout.close()

    def _close(self):
        self._process.wait(timeout=10)
        with suppress(OSError):
            self._process.stdin.close()
        self._process.stdout.close()


def complaints(path):
    """What all the killed processes said on their standard error."""
    return path.with_name("complaints.txt")


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_killed_twenty_times(tmp_path):
    path = tmp_path / "inventory.db"
    seed = int(os.environ.get("PLIMSOLL_KILL_SEED", random.randrange(10**6)))
    print(f"kill seed {seed} (PLIMSOLL_KILL_SEED={seed} repeats the moments)")
    rng = random.Random(seed)
    running = [None]
    with town(path) as (sims, places):
        for number, sim in sims.items():
            sim.bells.append(lambda topic, ref, shop=number: running[0] and running[0].ring(shop, topic, ref))
        with customers(sims, rng) as sold:
            for _ in range(KILLS):
                running[0] = Killed(path, places)
                time.sleep(rng.uniform(0.02, 0.8))
                running[0].kill()
        last = Killed(path, places)
        until_quiet(path)
        last.end()
        print(f"{len(sold)} sales, {KILLS} kills")
        assert len(sold) > 200
        check(path, sims, places, sold)
    said = complaints(path).read_text(encoding="utf-8")
    assert "crashed:" not in said, said

"""kill -9 in the middle of scanning, twenty times: every scan that was answered is there, and the count goes on."""

import os
import random
import subprocess
import sys
import threading

import pytest

from app import counting
from app.core.counting import Tolerance
from app.session import utc_now
from app.store import catalog, counts
from app.store.catalog import Product
from app.store.database import open_database, transaction

KILLS = 20


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_no_accepted_scan_is_lost(tmp_path):
    seed = int(os.environ.get("PLIMSOLL_KILL_SEED", random.randrange(10**6)))
    print(f"kill seed {seed} (PLIMSOLL_KILL_SEED={seed} repeats the moments)")
    rng = random.Random(seed)
    path = tmp_path / "inventory.db"
    db = open_database(path)
    with transaction(db):
        mug = catalog.add_product(db, Product(sku="MUG", title="Mug", place="Shelf A"), now=utc_now())
    number, _ = counting.begin(db, name="Everything", kind="full", products=[mug], tolerance=Tolerance(), now=utc_now())
    told_in_all = 0
    for _ in range(KILLS):
        before = counts.line(db, number, mug).counted or 0
        told = _until_killed(path, number, rng.uniform(0.005, 0.12))
        after = counts.line(db, number, mug).counted or 0
        assert told == list(range(before + 1, before + 1 + len(told))), "each answer is one more"
        assert len(told) <= after - before <= len(told) + 1, "none lost; at most the one in flight is there unanswered"
        told_in_all += len(told)
    assert told_in_all > KILLS
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    db.close()


def _until_killed(path, number, after_s):
    command = [sys.executable, "-m", "tests.kill.count_child", str(path), str(number)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    timer = threading.Timer(after_s, process.kill)
    timer.start()
    lines = process.stdout.read()
    process.wait(timeout=10)
    process.stdout.close()
    timer.cancel()
    return [int(line) for line in lines.splitlines(keepends=True) if line.endswith("\n")]

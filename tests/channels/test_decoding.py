"""Records of the shops' JSON, read for the first time by several lanes at once."""

import subprocess
import sys

from app.channels.decoding import decode

ROUNDS, LANES = 60, 4
_RACE = f"""
import sys, threading
from msgspec import Struct
from app.channels.decoding import decode

sys.setswitchinterval(1e-6)
for _ in range({ROUNDS}):
    class Inner(Struct):
        lines: "list[dict[str, int | None]] | None" = None
        name: "int | str | None" = None

    class Outer(Struct):
        inner: Inner
        others: dict[str, Inner]

    ready, read = threading.Barrier({LANES}), []

    def lane():
        ready.wait()
        read.append(decode('{{"inner": {{"lines": [{{"a": 1}}]}}, "others": {{"b": {{"name": "c"}}}}}}', Outer))

    lanes = [threading.Thread(target=lane) for _ in range({LANES})]
    for one in lanes:
        one.start()
    for one in lanes:
        one.join()
    assert [one.others["b"].name for one in read] == ["c"] * {LANES}
"""


def test_a_record_is_read_as_what_it_is():
    assert decode(b'{"a": [1]}', dict[str, list[int]]) == {"a": [1]}


def test_lanes_that_read_a_record_for_the_first_time_at_once_do_not_end_the_program():
    """In a process of its own: where it fails, it fails with a segmentation fault."""
    done = subprocess.run([sys.executable, "-c", _RACE], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_nothing_else_reads_json_into_records(pytestconfig):
    """Only what is made under the lock is safe."""
    channels = pytestconfig.rootpath / "app" / "channels"
    found = [p.name for p in channels.rglob("*.py") if "json.decode(" in p.read_text(encoding="utf-8")]
    assert found == []

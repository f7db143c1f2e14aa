"""The relay: how much it takes durably, how long a ring takes to the desktop, and how much memory it needs.

Load by wrk at 64 connections, 2 KB of JSON with a shop's headers; the kinds take turns, and medians are told. What this
computer lacks (wrk, a C compiler) is said aloud, and its figures are left out.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.figure import figure

ROUNDS, SECONDS, CONNECTIONS = 3, 4, 64
SLOW = Path(__file__).with_name("relay_slow.c")
POST = """
wrk.method = "POST"
wrk.body = '{"id":1,"note":"' .. string.rep("x", 2030) .. '"}'
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-Shopify-Topic"] = "orders/updated"
wrk.headers["X-Shopify-Shop-Domain"] = "pottery.example.test"
wrk.headers["X-Shopify-Webhook-Id"] = "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"
wrk.headers["X-Shopify-Hmac-Sha256"] = "XWmrwMey6OsLMeiZKwP4FppHH3cmAiiJJAweH5Jo4bM="
"""


@dataclass(frozen=True)
class Served:
    """A relay that runs: where, and what its desktops know."""

    process: "subprocess.Popen[str]"
    port: int
    desks: list[dict[str, str]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.desks[0]['place']}"


@dataclass(frozen=True)
class Load:
    """What wrk saw."""

    per_s: float
    p99_ms: float


@contextmanager
def served(kind: str, *more: int, preload: Path | None = None) -> Iterator[Served]:
    """A relay of this kind in a folder of its own."""
    environ = os.environ | ({"LD_PRELOAD": str(preload)} if preload else {})
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        command = [sys.executable, "-m", "tests.bench.relay_served", kind, folder, *map(str, more)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ) as process:
            try:
                assert process.stdout
                port = int(process.stdout.readline().rsplit(":", 1)[1])
                desks = json.loads((Path(folder) / "desks.json").read_text(encoding="ascii"))
                yield Served(process, port, desks)
            finally:
                process.terminate()
                process.wait(30)


def run() -> None:
    """All figures of the relay."""
    if shutil.which("wrk") is None:
        print("relay: the load is skipped, for wrk is not installed: apt-get install wrk", file=sys.stderr)
    else:
        _under_load()
    from tests.bench import relay_desk

    relay_desk.doorbell()
    relay_desk.memory()


def _under_load() -> None:
    rates = _compare(("durable", "nothing", "per-request"), preload=None)
    durable = median(load.per_s for load in rates["durable"])
    figure("relay-durable-posts", durable, "posts/s")
    figure("relay-against-nothing", durable / _per_s(rates["nothing"]), "ratio", at_least=0.2)
    figure("relay-against-per-request", durable / _per_s(rates["per-request"]), "ratio", at_least=1.5)
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        if (library := _slow_disk(Path(folder))) is None:
            print("relay: the slow disk is skipped, for there is no C compiler (cc)", file=sys.stderr)
            return
        slow = _compare(("durable", "per-request"), preload=library)
    ratio = _per_s(slow["durable"]) / _per_s(slow["per-request"])
    figure("relay-against-per-request-slow", ratio, "ratio", at_least=10)
    figure("relay-slow-p99-ms", median(load.p99_ms for load in slow["durable"]), "ms", at_most=50)


def _per_s(loads: list[Load]) -> float:
    return median(load.per_s for load in loads)


def _compare(kinds: tuple[str, ...], *, preload: Path | None) -> dict[str, list[Load]]:
    """Each kind in turn, a few rounds, each on a fresh store."""
    found: dict[str, list[Load]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind in kinds:
            with served(kind, preload=preload) as relay:
                _wrk(relay.address, 1)  # to be warm
                found[kind].append(_wrk(relay.address, SECONDS))
    return found


def _wrk(address: str, seconds: int) -> Load:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(POST)
        script.flush()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", script.name, address]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Non-2xx" not in said, said
    rate, late = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    assert rate, said
    assert late, said
    return Load(float(rate[1]), float(late[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[late[2]])


def _slow_disk(folder: Path) -> Path | None:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return None
    library = folder / "slow.so"
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", library, SLOW, "-ldl"], check=True)
    return library

"""How long a rehearsal takes in real time: the sample shop's, and one of 100,000 products in four shops."""

import tempfile
from pathlib import Path
from time import perf_counter

from app.core.rehearsal import RATES, Plan
from app.rehearsal.play import play
from app.sample.shop import make_sample
from app.session import utc_now
from tests.bench.figure import figure
from tests.bench.table_inventory import build


def run() -> None:
    """`rehearsal-s` is all steps of the usual plan (the aim: under a minute), `rehearsal-large-s` the large one."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        small, large = Path(folder) / "sample.db", Path(folder) / "large.db"
        make_sample(small, now=utc_now())
        figure("rehearsal-s", _took(small), "s", at_most=60)
        build(large)
        figure("rehearsal-large-s", _took(large), "s")


def _took(path: Path) -> float:
    began = perf_counter()
    report = play(path, path.parent, Plan(seed=1, rates=RATES), now=utc_now(), tell=lambda _step, _share: None)
    assert [step.rate for step in report.steps] == list(RATES)
    assert all(step.unheard == 0 for step in report.steps)
    return perf_counter() - began

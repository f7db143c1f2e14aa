"""Every test here runs once for each registered channel."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.channels import CHANNELS
from tests.contract.bench import Bench
from tests.contract.stages import STAGES, Stage


@pytest.fixture(params=sorted(CHANNELS))
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """A new shop of the channel with a connector to it. A channel without one fails here."""
    if request.param not in STAGES:
        pytest.fail(f"{request.param} is registered, but has no simulated shop in tests/contract/stages.py")
    stage = STAGES[request.param]()
    yield stage
    stage.channel.close()


@pytest.fixture
def bench(stage: Stage, tmp_path: Path) -> Iterator[Bench]:
    """The same shop, connected to a real inventory."""
    bench = Bench(stage, tmp_path)
    yield bench
    bench.db.close()

"""One incident of each planted cause in every run; five hundred by `bench diagnosis 500`."""

import pytest

from app.core.diagnosis_causes import Certainty
from tests.diagnosis.judge import judge
from tests.diagnosis.planted import HARMLESS, PLANTS
from tests.diagnosis.replayed import compare


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(len(PLANTS)))
def test_the_planted_cause_is_proposed(seed: int, tmp_path) -> None:
    found = judge(seed, tmp_path)
    print(found)
    assert not found.skipped
    assert len(found.harmless) == HARMLESS
    assert found.right, found
    assert found.plant == "unknown" or found.certainty is not Certainty.UNCLEAR


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_the_replay_knows_what_a_changed_world_does(tmp_path) -> None:
    """More by `python -m tests.diagnosis.replayed 39`."""
    found = list(compare(3, tmp_path))
    assert [one.change.value for one in found] == ["held", "poll", "split"]
    assert all(one.near for one in found), found
    assert any(one.true for one in found), "one of them would have helped"

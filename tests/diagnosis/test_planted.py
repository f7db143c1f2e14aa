"""One incident of each planted cause in every run; five hundred by `bench diagnosis 500`."""

import pytest

from app.core.diagnosis_causes import Certainty
from tests.diagnosis.judge import judge
from tests.diagnosis.planted import HARMLESS, PLANTS


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

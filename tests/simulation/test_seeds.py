"""At least forty seeds in every run; any other with `python3 packaging/run.py simulate SEED`."""

import pytest

from tests.simulation.world import run


@pytest.mark.parametrize("seed", range(1, 41))
def test_a_seeded_life_ends_in_agreement(seed, tmp_path):
    counts = run(seed, tmp_path)
    print(f"seed {seed}: {dict(counts)}")
    assert counts["sales"] > 10
    assert counts["calls"] > 100

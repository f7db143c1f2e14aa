"""A hundred and fifty seeds in every run; any other with `python3 packaging/run.py simulate SEED`."""

import pytest

from tests.simulation.many import play_many

SEEDS = range(1, 151)
OURS = ("power cuts", "disk full")  # faults of this computer, beside those of the shops
SALES, FAULTS, KINDS = 200, 20, 8  # the least that happens in every one of them


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_seeded_lives_end_in_agreement():
    wrong = []
    for seed, counts, words in play_many(SEEDS):
        struck = {what: n for what, n in counts.items() if what.startswith("fault ") or what in OURS}
        print(f"seed {seed}: {dict(sorted(counts.items()))}")
        if words:
            wrong.append(words)
        else:
            assert counts["sales"] >= SALES, seed
            assert sum(struck.values()) >= FAULTS, seed
            assert len(struck) >= KINDS, seed
    assert not wrong, "\n\n".join(wrong)

"""Dividing pieces among places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.splitting import Claim, divide, quotas

claims = st.lists(
    st.builds(
        lambda shown, share, units, unit, need, priority: Claim(shown, share, units * unit, unit, need, priority),
        st.integers(0, 30),
        st.floats(0.01, 10),
        st.integers(0, 30),
        st.sampled_from((1, 1, 2, 3)),
        st.integers(1, 5),
        st.integers(0, 2),
    ),
    max_size=6,
)


@settings(max_examples=150)
@given(st.integers(0, 80), claims, st.booleans())
def test_a_division_never_gives_more_than_the_pool_nor_than_any_may_have(pool, asked, fully):
    for division in (quotas(pool, asked), divide(pool, asked, fully=fully)):
        assert sum(division) <= pool
        for pieces, claim in zip(division, asked, strict=True):
            assert 0 <= pieces <= claim.most
            assert pieces % claim.unit == 0


@given(st.integers(0, 80), claims)
def test_quotas_leave_nothing_that_somebody_could_have(pool, asked):
    division = quotas(pool, asked)
    left = pool - sum(division)
    assert all(
        left < claim.unit or pieces + claim.unit > claim.most for pieces, claim in zip(division, asked, strict=True)
    )


@given(st.integers(0, 5000), st.lists(st.floats(0.01, 10), min_size=1, max_size=6))
def test_quotas_follow_the_shares(pool, shares):
    """Each within one piece of its exact part, where no place needs the one that everybody gets."""
    division = quotas(pool, [Claim(0, share, pool) for share in shares])
    assert sum(division) == pool
    exact = [pool * share / sum(shares) for share in shares]
    if min(exact) >= 1:
        assert all(abs(pieces - part) < 1 for pieces, part in zip(division, exact, strict=True))
    if pool >= len(shares):
        assert min(division) >= 1
    else:
        best = sorted(shares, reverse=True)[:pool]
        assert sorted(share for share, pieces in zip(shares, division, strict=True) if pieces) == sorted(best)

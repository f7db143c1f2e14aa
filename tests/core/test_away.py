"""Leaving: what may be sold twice while nobody answers, how likely that is, and what the policy does about it."""

import pytest

from app.core.away import FOREVER, Away, Spot, away_of, by_risk, reckoned, roughly, stake
from app.core.chance import chance_at_least
from app.core.policy import Choice, Mode, Reason, plan
from tests.core.places import DAY, place, quantities, supply, three

WEEK = 7 * DAY


def spots(*pairs):
    """(bound, mean) of each place."""
    return [Spot(listing=at, shop=at, bound=bound, mean=mean) for at, (bound, mean) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("available", "pairs", "worst"),
    [
        (1, [(1, 0.1), (1, 0.1)], 1),
        (1, [(1, 0.1), (0, 0.1)], 0),
        (5, [(5, 0.1), (5, 0.1), (5, 0.1)], 10),
        (0, [(2, 0.1)], 2),
        (-3, [(2, 0.1)], 2),
        (5, [(3, 0.1), (2, 0.1)], 0),
    ],
)
def test_at_most_what_is_promised_beyond_what_is_there(available, pairs, worst):
    found = stake(1, available, spots(*pairs))
    assert found.worst == worst
    assert (found.likely > 0) is (worst > 0)
    assert found.likely <= worst
    assert 0 <= found.chance <= 1


def test_the_chance_of_one_piece_in_two_places():
    """Sold twice only where both places sell: what the second buyer finds at the same place is nothing."""
    found = stake(1, 1, spots((1, 0.3), (1, 0.2)))
    both = chance_at_least(1, 0.3) * chance_at_least(1, 0.2)
    assert found.chance == pytest.approx(both)
    assert found.likely == pytest.approx(both)
    assert found.single
    assert found.shown == 2


def test_the_average_of_several_pieces_by_hand():
    """Two pieces at two places that surely sell one and may sell a second."""
    found = stake(1, 2, spots((2, 1.0), (2, 0.5)))
    sold = [
        [1 - chance_at_least(1, m), chance_at_least(1, m) - chance_at_least(2, m), chance_at_least(2, m)]
        for m in (1.0, 0.5)
    ]
    average = sum(max(0, a + b - 2) * sold[0][a] * sold[1][b] for a in range(3) for b in range(3))
    assert found.likely == pytest.approx(average)


def test_many_pieces_that_sell_slowly_are_not_likely_to_run_out():
    found = stake(1, 500, spots((500, 2.0), (500, 1.0)))
    assert found.worst == 500
    assert found.likely == 0.0
    busy = stake(1, 500, spots((500, 400.0), (500, 300.0)))
    assert 150 < busy.likely < 250


def test_a_place_that_nobody_has_read_counts_as_showing_all_there_is():
    found = stake(
        1, 4, [Spot(listing=1, shop=1, bound=4, mean=1.0), Spot(listing=2, shop=2, bound=0, mean=1.0, known=False)]
    )
    assert found.worst == 4


def test_the_riskiest_first_and_what_cannot_be_sold_twice_not_at_all():
    quiet, busy, safe = (
        stake(1, 1, spots((1, 0.01), (1, 0.01))),
        stake(2, 3, spots((3, 2.0), (3, 2.0))),
        stake(3, 5, spots((3, 2.0), (2, 2.0))),
    )
    assert [one.product for one in by_risk([quiet, safe, busy])] == [2, 1]


def test_about_as_risky_is_put_in_about_the_right_order():
    """Poisson's largest term beyond what is there: the order is right, the number is not."""
    pairs = [(500, 2.0), (9, 2.0), (3, 0.1), (1, 0.1), (3, 2.0), (0, 2.0)]
    exact = sorted(pairs, key=lambda pair: chance_at_least(pair[0] + 1, pair[1]))
    assert sorted(pairs, key=lambda pair: roughly(*pair)) == exact
    assert roughly(-2, 0.0) == roughly(0, 0.0)


@pytest.mark.parametrize("away", [Away(), Away(seconds=86_400.0, held=2), Away(singles=True)])
def test_it_is_written_and_read(away):
    assert away_of(away.text()) == away


def test_a_short_time_is_reckoned_as_a_day():
    assert reckoned(3600) == 86_400
    assert reckoned(3 * DAY) == 3 * DAY
    assert reckoned(FOREVER) == FOREVER


# What the policy does


def decided(available, away, places=None, **more):
    """Split where it can be sold twice, at 1 a week everywhere."""
    return plan(supply(available, 1 / WEEK, mode=Mode.SHARE, away=away, **more), places or three((available,) * 3))


@pytest.mark.parametrize(
    ("available", "away", "mode", "reason"),
    [
        (1, None, Mode.SHARE, Reason.SAFE),
        (1, Away(seconds=DAY), Mode.SPLIT, Reason.LEAVING),
        (2, Away(seconds=DAY), Mode.SPLIT, Reason.LEAVING),
        (50, Away(seconds=DAY), Mode.SHARE, Reason.SAFE),
        (50, Away(), Mode.SPLIT, Reason.LEAVING),
    ],
)
def test_what_may_run_out_meanwhile_is_split_and_what_will_not_stays_shared(available, away, mode, reason):
    decision, _ = decided(available, away)
    assert (decision.mode, decision.reason) == (mode, reason)


def test_what_the_seller_wants_shared_stays_shared():
    decision, made = decided(1, Away(), choice=Choice.SHARE)
    assert decision.reason is Reason.CHOSEN
    assert quantities(made) == [1, 1, 1]


def test_more_is_held_back_everywhere():
    _, made = decided(50, Away(seconds=DAY, held=3))
    assert quantities(made) == [47, 47, 47]
    _, alone = decided(50, Away(held=3), [place(0, 50)])
    assert quantities(alone) == [50], "what one place sells cannot be sold twice"


def test_single_pieces_are_shown_nowhere_where_the_seller_wants_that():
    _, made = decided(1, Away(singles=True))
    assert quantities(made) == [0, 0, 0]
    assert str(made[0].why) == "1 available: shown nowhere until you are back"
    assert quantities(decided(1, Away())[1]) == [1, 0, 0]
    assert sum(quantities(decided(2, Away(singles=True))[1])) == 2


def test_who_can_be_told_nothing_counts_with_all_that_it_may_sell():
    """Etsy shows all five and does not answer: the others must show none, or a piece may be sold twice."""
    places = [place(0, 5), place(1, 5), place(2, 5, deaf=True)]
    _, made = decided(5, Away(), places)
    assert quantities(made) == [0, 0, 5]
    assert str(made[2].why) == "5 stay here: nothing can be told to this place now"
    _, now = decided(5, None, places, choice=Choice.NEVER)
    assert sum(quantities(now)) <= 5
    assert quantities(now)[2] < 5, "as long as somebody is here it is told as soon as it answers"

"""The plan at the floor: more is held back first, then places pause by their claim, and the best one goes on."""

import pytest

from app.core.floor_plan import Spot, Step, by_claim, next_step, to_pause


def spot(listing: int, priority: int = 0, rate: float = 0.0, **more: bool) -> Spot:
    return Spot(listing=listing, shop=listing, name=str(listing), priority=priority, rate=rate, **more)


ETSY, WOO, SHOPIFY = spot(1, 0), spot(2, 1), spot(3, 2)
ALL = (ETSY, WOO, SHOPIFY)


def test_the_best_claim_goes_on_selling_and_the_weakest_pauses_first() -> None:
    assert [one.listing for one in to_pause(ALL)] == [1, 2]
    assert [one.listing for one in by_claim([spot(1, rate=1.0), spot(2, rate=5.0), spot(3)])] == [2, 1, 3]
    assert to_pause([ETSY]) == []
    assert [one.listing for one in to_pause([ETSY, spot(3, 2, selling=False), WOO])] == [1], "what is off keeps nothing"
    assert [one.listing for one in to_pause([spot(1, reached=False), WOO, SHOPIFY])] == [2]


def test_the_seller_chooses_who_pauses_and_in_which_order() -> None:
    assert [one.listing for one in to_pause(ALL, (3, 1))] == [3, 1]
    assert to_pause(ALL, ()) == []
    assert [one.listing for one in to_pause([spot(3, selling=False), spot(1, reached=False), WOO], (3, 1, 2))] == [2]
    assert next_step(available=1, floor=6, held=0, acted_at=[2], spots=ALL, chosen=(3, 1)) == Step(pause=(3,))


@pytest.mark.parametrize(
    ("available", "held", "acted_at", "step"),
    [
        (6, 0, [], None),  # at the floor: warn
        (5, 0, [], Step(more=1)),
        (2, 0, [], Step(more=1)),  # a piece can still be seen
        (3, 1, [], Step(more=1)),
        (1, 0, [], Step(pause=(1,))),  # nothing more can be held back
        (5, 0, [5], None),  # nothing fell since
        (6, 0, [5], None),
        (4, 1, [5], Step(pause=(1,))),
        (0, 0, [], None),  # there is nothing left to keep
        (-1, 0, [], None),
    ],
)
def test_without_a_press(available: int, held: int, acted_at: list[int], step: Step | None) -> None:
    assert next_step(available=available, floor=6, held=held, acted_at=acted_at, spots=ALL) == step


def test_the_last_place_never_pauses_by_itself() -> None:
    assert next_step(available=1, floor=6, held=0, acted_at=[2], spots=[SHOPIFY]) is None

"""Which of the numbers that wait is told first.

Lowering before raising, and among lowerings by risk: the chance of selling a piece twice times what that costs.
"""

from collections.abc import Iterable
from enum import IntEnum

from app.store.lineup import Rank
from app.store.pushes import Slot


class Turn(IntEnum):
    """What is to be done with a listing that waits, the most urgent first."""

    LOWERS = 0
    LOOKS = 1
    RAISES = 2
    WAITS = 3  # nothing can be done now: it was asked about in vain, or what was seen is not explained
    IDLE = 4  # it already shows its offer


def rank(turn: Turn, slot: Slot, usual: float) -> Rank:
    """The place of a listing: the smallest goes first. `usual`: what a piece costs where its price is not known.

    What nobody has read yet comes after what is known; among equals, what must fall furthest goes first.
    """
    cost = usual if slot.price is None else slot.price
    harm = 0.0 if turn is Turn.RAISES else slot.risk * cost
    return turn, slot.believed is None, -harm, slot.offer.quantity - (slot.believed or 0)


def usual_price(slots: Iterable[Slot]) -> float:
    """What a piece costs on average, in minor units of the shop's currency; 1 where no price is known."""
    known = [slot.price for slot in slots if slot.price is not None]
    return sum(known) / len(known) if known else 1.0

"""What can be done when a product falls under its floor: more is held back first, then places pause, by their claim.

R97 with section 14 of ../shared/product/requirements.md. Pieces throughout. The place with the best claim to the last
pieces goes on selling: nobody is helped by a product that is there and sold nowhere.
"""

from collections.abc import Sequence

from app.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A listing that sells the product. `priority` as the seller set it, `rate` what it sells: both say who comes
    first when few are left. `reached`: its shop takes what is sent.
    """

    listing: int
    shop: int
    name: str
    priority: int = 0
    rate: float = 0.0
    selling: bool = True
    reached: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: so many more held back, or else these listings paused."""

    more: int = 0
    pause: tuple[int, ...] = ()


def by_claim(spots: Sequence[Spot]) -> list[Spot]:
    """Who has the best claim to the last pieces first."""
    return sorted(spots, key=lambda spot: (-spot.priority, -spot.rate, spot.shop, spot.listing))


def to_pause(spots: Sequence[Spot], chosen: Sequence[int] | None = None) -> list[Spot]:
    """What one press pauses: the shops that the seller chose, in that order; where nothing was chosen (None) every
    place that sells it but the one with the best claim, the weakest first.
    """
    if chosen is not None:
        theirs = [spot for spot in spots if spot.shop in chosen and spot.selling and spot.reached]
        return sorted(theirs, key=lambda spot: (chosen.index(spot.shop), spot.listing))
    selling = by_claim([spot for spot in spots if spot.selling])
    return [spot for spot in reversed(selling[1:]) if spot.reached]


def next_step(
    *, available: int, floor: int, held: int, acted_at: Sequence[int], spots: Sequence[Spot],
    chosen: Sequence[int] | None = None,
) -> Step | None:  # fmt: skip
    """What is done without a press, where the seller opted in. None: nothing now.

    `held` is what is held back already, `acted_at` what was available at each step so far: a further step needs it to
    have fallen further. At the floor it only warns; under it, what is missing to the floor is held back, as long as a
    piece can be seen; then one place after the other pauses.
    """
    if not 0 < available < floor or (acted_at and available >= min(acted_at)):
        return None
    more = min(floor - available, available - held - 1)
    if not acted_at and more > 0:
        return Step(more=more)
    paused = to_pause(spots, chosen)
    return Step(pause=(paused[0].listing,)) if paused else None

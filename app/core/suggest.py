"""How much to hold back for a week, as a suggestion: what sells elsewhere while a place does not know of it yet.

Source: ../shared/oversell-theory.md, C.5 (Σ over the week's stock-outs of P(sold out)·P(unheard sales > held back), the
unheard sales by the design rule rate × window).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.core.chance import Stake, chance_at_least, spread_budget
from app.core.places import SHARE_MIN, Choice, Place, Supply

WEEK_S = 7 * 86_400.0
_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Pieces to hold back, and the sum behind them: pieces sold elsewhere a day, times the seconds until this place
    shows less, are `unheard` pieces on average; so many held back keep this week's risk of selling one twice within
    `limit`.
    """

    pieces: int
    sold_a_day: float
    window_s: float
    unheard: float
    limit: float


def for_a_week(supply: Supply, places: Sequence[Place], here: Collection[int] = ()) -> Suggestion | None:
    """For these listings (none: for the whole product). None where nothing can be sold twice, or nothing needs hiding.

    A product that is never oversold is always split: holding back adds nothing to that.
    """
    if supply.choice is Choice.NEVER or len(places) < 2 or supply.rate_per_s <= 0:
        return None
    total = sum(place.rate_per_s * place.per_piece for place in places)
    shares = {
        place.listing: max(SHARE_MIN, place.rate_per_s * place.per_piece / total) if total > 0 else 1.0
        for place in places
    }
    part = sum(share for listing, share in shares.items() if listing not in here) / sum(shares.values())
    window_s = max((place.window_s for place in places if not here or place.listing in here), default=0.0)
    rate = supply.rate_per_s * part
    unheard = rate * window_s
    sells_out = chance_at_least(max(0, supply.available), supply.rate_per_s * WEEK_S, supply.size)
    (pieces,) = spread_budget([Stake(sells_out=sells_out, mean=unheard, size=supply.size)], supply.risk_limit)
    if not pieces:
        return None
    return Suggestion(
        pieces=pieces, sold_a_day=rate * _DAY_S, window_s=window_s, unheard=unheard, limit=supply.risk_limit
    )

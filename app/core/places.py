"""A product and the places that show it, as the offer policy sees them: what is, and what the seller wants.

Quantities of a place are listed pieces, those of a product are pieces.
"""

from collections.abc import Sequence
from enum import StrEnum

from app.core import reasons
from app.core.away import Away
from app.core.chance import rate_now, smallest_float
from app.core.offer import HeldBack
from app.core.records import dataclass
from app.core.splitting import Claim
from app.core.text import Text

RISK_LIMIT = 1e-4  # per stock-out: the chance that anything is sold twice
BLOCKED_LIMIT = 0.01  # the share of buyers who may find a place empty while pieces lie elsewhere
LEAD_MAX_S = 60.0  # where answers take longer, pieces are moved when a place is empty, not ahead of it
SHARE_MIN = 0.05  # of all demand: a place that sold nothing yet still gets its part


class Mode(StrEnum):
    """How a product's pieces are shown now."""

    SHARE = "share"
    SPLIT = "split"


class Choice(StrEnum):
    """The seller's switch for a product."""

    ADAPTIVE = "adaptive"  # by risk
    NEVER = "never"  # never oversell: always split
    SHARE = "share"  # do not care: always shared


class LastRule(StrEnum):
    """What happens to a product's last pieces."""

    SHARE = "share"  # as any others
    KEEP = "keep"  # only one place shows them
    PAUSE = "pause"  # nobody does


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPieces:
    """The rule for the last pieces: in force while fewer than `below` are available. `listing` is who keeps them."""

    rule: LastRule = LastRule.SHARE
    listing: int | None = None
    below: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LowStock:
    """While fewer than `threshold` are available, `size` more are hidden.

    `last_here`: the last pieces, which that would hide altogether, are sold only here instead.
    """

    threshold: int = 5
    size: int = 1
    last_here: bool = False

    def keeps(self, available: int) -> bool:
        """Are the last pieces for this place alone?"""
        return self.last_here and 0 < available <= self.size and available < self.threshold

    def hides(self, available: int) -> int:
        """How many more are hidden now."""
        return self.size if available < self.threshold and not self.keeps(available) else 0

    def text(self) -> str:
        """As it is written in a setting: “threshold:size”, and “:here” where the last pieces are sold there."""
        return f"{self.threshold}:{self.size}" + (":here" if self.last_here else "")


def low_stock_of(text: str) -> LowStock:
    """The rule from how it is written in a setting."""
    threshold, size, *last = text.split(":")
    return LowStock(threshold=int(threshold), size=int(size), last_here=bool(last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One listing of the product, as it is now.

    `shows` is the number believed there and `bound` the most it may still sell (`core.exposure`); both count the
    `untaken` pieces, which are promised to buyers there and not yet off its number. `window_s` is the measured loop:
    from a sale here until the others are lowered, or from theirs until this is, whichever is longer, 95 times in 100;
    `average_s` is the same on average. Of `rate_per_s` only the proportions count. `fixed_quota`: its number follows
    late, so it never shares. `overwrites`: its writes wipe out what they do not know, so in a split it is lowered to 0
    before it is set anew. `deaf`: it can be told nothing now, and goes on showing what it shows. The greater `priority`
    has the better claim. `per_piece` are the pieces of this product in one piece listed here. `cap` is the seller's;
    `others` is what the other parts of a bundle allow beside the `untaken` ones, or pieces would be set aside that
    cannot be sold (None: it has no other parts).
    """

    listing: int
    name: str
    shows: int
    bound: int
    untaken: int = 0
    rate_per_s: float
    window_s: float
    average_s: float
    held: HeldBack
    cap: int | None = None
    others: int | None = None
    end_when: int | None = None
    priority: int = 0
    off: bool = False
    per_piece: int = 1
    fixed_quota: bool = False
    overwrites: bool = False
    deaf: bool = False
    low_stock_rule: LowStock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """A product: its stock, how it sells, and what the seller wants.

    `mode` is the one in force now, `recent` the pieces learned sold in the last 600 s at all places, `rate_per_s` the
    long-run rate (0: a new product), `size` the burstiness of its sales (`core.chance`). `away`: soon nobody will
    answer sales (sleep, quit, the end of the day).
    """

    on_hand: int
    committed: int
    choice: Choice = Choice.ADAPTIVE
    mode: Mode = Mode.SPLIT
    recent: int = 0
    rate_per_s: float = 0.0
    size: float | None = None
    risk_limit: float = RISK_LIMIT
    last_pieces: LastPieces = LastPieces()
    away: Away | None = None

    @property
    def available(self) -> int:
        """Pieces on hand that are not promised; negative when more is promised than is there."""
        return self.on_hand - self.committed


@dataclass(slots=True)
class Seat:
    """A place with what follows from its product, in pieces.

    `hidden` are held back here, `most` is what it may get at all, `share` its part of the demand. `shown` is what it
    offers now, `rights` what it may sell at worst: more, while a sale is not known or a write not settled. `untaken`
    are the listed pieces that stay on its number for its own buyers. `barred` says why it shows nothing, where the
    seller's rules say so.
    """

    place: Place
    hidden: int
    most: int
    shown: int
    rights: int
    share: float
    untaken: int
    barred: Text | None = None


def seats(supply: Supply, places: Sequence[Place]) -> list[Seat]:
    """The places, each with what follows from the product and the seller's rules."""
    available, plain = supply.available, supply.last_pieces.rule is LastRule.SHARE
    away = supply.away if len(places) > 1 else None  # what one place sells cannot be sold twice
    alone = away is not None and away.singles and available == 1
    total = sum([place.rate_per_s * place.per_piece for place in places])
    keeper = next((place for place in places if _keeps(place, available)), None)
    found = []
    for place in places:
        unit, low = place.per_piece, place.low_stock_rule
        hidden = place.held.total + (low.hides(available) if low else 0) + (away.held if away else 0)
        ruled = place.off or place.end_when is not None or not plain
        barred = _barred(supply, place, places) if ruled else None
        if barred is None and alone:
            barred = reasons.SINGLE
        if barred is None and keeper is not None and keeper is not place:
            barred = reasons.kept(available, keeper.name)
        units = 0 if barred or available <= hidden else (available - hidden) // unit
        if place.cap is not None and place.cap < units:
            units = place.cap
        if place.others is not None and place.others < units:
            units = place.others
        rights = max(0, place.bound - place.untaken) * unit
        shown = min(rights, max(0, place.shows - place.untaken) * unit)
        share = max(SHARE_MIN, place.rate_per_s * unit / total) if total > 0 else 1.0
        found.append(Seat(place, hidden, units * unit, shown, rights, share, staying(place), barred))
    return found


def staying(place: Place) -> int:
    """The listed pieces that stay on its number for its own buyers."""
    if place.off:
        return 0
    # What an overwriting 0 has wiped out is not put back: the channel takes it off from what comes next.
    return max(0, min(place.untaken, place.shows) if place.overwrites else place.untaken)


def _keeps(place: Place, available: int) -> bool:
    """Are the last pieces for this place alone? One that cannot show them keeps nobody else from it."""
    low = place.low_stock_rule
    return low is not None and low.keeps(available) and not place.off and available > place.held.total


def _barred(supply: Supply, place: Place, places: Sequence[Place]) -> Text | None:
    """Why this place shows nothing of what is there, if so."""
    last, available = supply.last_pieces, supply.available
    if place.off:
        return reasons.TAKEN_OFF
    if place.end_when is not None and available <= place.end_when:
        return reasons.ended(available, place.end_when)
    if available >= last.below or last.rule is LastRule.SHARE:
        return None
    if last.rule is LastRule.PAUSE:
        return reasons.paused(available, last.below)
    keeper = next((other for other in places if other.listing == last.listing and not other.off), None)
    # A keeper that cannot show them keeps nobody else from it.
    return reasons.kept(available, keeper.name) if keeper and keeper is not place else None


def rate_per_share(supply: Supply, taken: Sequence[Seat]) -> float:
    """Pieces a second just now, for each unit of `Seat.share`."""
    total = sum([seat.share for seat in taken if seat.most])
    return rate_now(supply.recent, supply.rate_per_s) / total if total else 0.0


def claim_of(seat: Seat, rate_per_share: float) -> Claim:
    """What a place asks of the pool in a split."""
    place = seat.place
    need = _need(seat.share * rate_per_share / place.per_piece, place.window_s) * place.per_piece
    return Claim(seat.shown, seat.share, seat.most, place.per_piece, need, place.priority, place.overwrites)


def joint_claim(pooled: Sequence[Seat], rate_per_share: float) -> Claim:
    """What places that share ask for together: all of them show the same pieces."""
    share = sum([seat.share for seat in pooled])
    return Claim(
        shown=max(seat.shown for seat in pooled),
        share=share,
        most=max(seat.most for seat in pooled),
        need=_need(share * rate_per_share, max(seat.place.window_s for seat in pooled)),
        priority=max(seat.place.priority for seat in pooled),
    )


def _need(rate: float, window_s: float) -> int:
    """The float of a place, listed pieces: Erlang-B with the loop as the time until pieces arrive."""
    lead_s = window_s if window_s <= LEAD_MAX_S else 0.0
    return max(1, smallest_float(rate * lead_s, BLOCKED_LIMIT))

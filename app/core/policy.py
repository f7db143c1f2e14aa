"""What every place may show of a product, and why: shared while that is safe, split when it is not.

*Shared*, everything is shown everywhere: that sells most, and the last pieces may be sold twice before we hear of it.
*Split*, every piece is shown at one place only: nothing can be sold twice, at any delay (the bounds of
`core.exposure` never add up to more than is available). `decide` chooses by the chance of selling a piece twice;
`offers` says what each place may show now and what it should show in the end. Source: ../shared/oversell-theory.md,
C.2 and C.5.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter

from app.core import reasons
from app.core.away import FOREVER
from app.core.chance import chance_at_least, rate_now, variety
from app.core.places import (
    Choice,
    LastPieces,
    LastRule,
    LowStock,
    Mode,
    Place,
    Seat,
    Supply,
    claim_of,
    joint_claim,
    rate_per_share,
    seats,
)
from app.core.reasons import Reason
from app.core.records import dataclass
from app.core.splitting import divide, quotas
from app.core.text import Text

__all__ = [
    "Choice", "Decision", "LastPieces", "LastRule", "LowStock", "Mode", "Offer", "Place", "Reason", "Supply",
    "decide", "offers", "plan",
]  # fmt: skip

BACK_BELOW = 0.1  # of the limit: only then is a split product shared again, so that the mode does not flutter
LOOP_S = 8.0  # the whole loop of a shop that works, 95 % of the time; a slower one is named as the reason
BEHIND_S = 60.0  # from here on a place counts as being behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The mode to be in, the chance of selling a piece twice if it were shared, and why.

    `slowest` is the place that hears and answers last, `behind_s` by how much.
    """

    mode: Mode
    risk: float
    reason: Reason
    why: Text
    slowest: str = ""
    behind_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What one listing may show now, and what it should show in the end, in listed pieces."""

    listing: int
    quantity: int
    target: int
    why: Text


def plan(supply: Supply, places: Sequence[Place], judged: Supply | None = None) -> tuple[Decision, tuple[Offer, ...]]:
    """The mode, and what every place may show in it. `judged`: the same supply, with what weighs in the mode alone."""
    taken = seats(supply, places)
    decision = _decide(judged or supply, taken)
    return decision, _offers(supply, taken, decision)


def decide(supply: Supply, places: Sequence[Place]) -> Decision:
    """Share or split. Adaptive: split above the limit, share again well below it."""
    return _decide(supply, seats(supply, places))


def offers(supply: Supply, places: Sequence[Place], decision: Decision) -> tuple[Offer, ...]:
    """One for each place, in their order.

    Lowering is always allowed. What is split, or set aside for one place, is raised only as far as the bounds leave
    room: not before the lowering that pays for it is settled.
    """
    return _offers(supply, seats(supply, places), decision)


# The mode


def _decide(supply: Supply, taken: Sequence[Seat]) -> Decision:
    pooled = [seat for seat in taken if seat.most and not seat.place.fixed_quota]
    left = supply.available - _set_aside(supply, taken, pooled)
    slowest = max((seat.place for seat in pooled), key=_window_s, default=None)
    name, behind_s = (slowest.name, slowest.window_s) if slowest else ("", 0.0)
    loop_s = max((seat.place.average_s for seat in pooled), default=0.0) if left == 1 else behind_s
    chance = partial(_risk, supply, taken, pooled, left)
    risk = chance(max(loop_s, supply.away.seconds) if supply.away else loop_s)
    reason = _reason(supply, risk, pooled, last=left == 1)
    if reason is Reason.SCARCE:
        reason = _cause(supply, chance, loop_s, behind_s)
    return Decision(
        mode=Mode.SHARE if reason in (Reason.SAFE, Reason.CHOSEN) else Mode.SPLIT,
        risk=risk,
        reason=reason,
        why=reasons.mode(reason, risk=risk, place=name, behind_s=behind_s),
        slowest=name,
        behind_s=behind_s,
    )


_window_s = attrgetter("window_s")


def _reason(supply: Supply, risk: float, pooled: Sequence[Seat], *, last: bool) -> Reason:
    if supply.choice is not Choice.ADAPTIVE:
        return Reason.NEVER if supply.choice is Choice.NEVER else Reason.CHOSEN
    if supply.away and supply.away.seconds == FOREVER:
        return Reason.LEAVING
    if supply.rate_per_s <= 0:
        return Reason.NEW
    if not pooled:  # nothing is shown, nothing can be judged: the mode stays
        return Reason.SAFE if supply.mode is Mode.SHARE else Reason.SCARCE
    if supply.mode is Mode.SPLIT:
        # A last piece's next sale ends all, and its average is kept steady (`store.lags`): nothing flutters.
        back = supply.risk_limit if last else BACK_BELOW * supply.risk_limit
        return Reason.SAFE if risk < back else Reason.SCARCE
    return Reason.SCARCE if risk > supply.risk_limit else Reason.SAFE


def _cause(supply: Supply, chance: Callable[[float], float], loop_s: float, behind_s: float) -> Reason:
    """What makes it scarce, beside its sales."""
    if supply.away and chance(loop_s) <= supply.risk_limit:
        return Reason.LEAVING
    if behind_s >= BEHIND_S and chance(min(loop_s, LOOP_S)) <= supply.risk_limit:
        return Reason.BEHIND
    return Reason.SCARCE


def _risk(supply: Supply, taken: Sequence[Seat], pooled: Sequence[Seat], left: int, loop_s: float) -> float:
    """P(unheard sales >= what is left) among the places that would share; for a last piece only other places' count.

    0 where all that they show together is there. The slowest place sets the loop for all: what the others sell goes on
    being shown by it until it is lowered.

    A last piece is sold twice by one more sale within one loop D: P = 1 - E[exp(-λGD)] <= λG·E[D]. So its average
    counts. Of more pieces several sales must go unheard together, and what was already shown must be lowered first:
    there the rare long loops weigh, and the 95th percentile counts, as in the theory's rule.
    """
    if len(pooled) < 2 or sum([seat.most for seat in pooled]) <= left:
        return 0.0
    if loop_s == FOREVER:
        return 1.0
    part = sum([seat.share for seat in pooled]) / sum([seat.share for seat in taken if seat.most])
    mean = rate_now(supply.recent, supply.rate_per_s) * part * loop_s
    if left == 1:
        mean *= variety(seat.share for seat in pooled)
    return chance_at_least(left, mean, supply.size)


def _set_aside(supply: Supply, taken: Sequence[Seat], pooled: Sequence[Seat]) -> int:
    """Pieces that places with a quota of their own would have while the others share.

    Their quota even where they show less now: the mode must not hang on a number that the mode itself changes.
    """
    fixed = [seat for seat in taken if seat.place.fixed_quota]
    if not fixed or not pooled:
        return sum([seat.rights for seat in fixed])
    claims = [*(claim_of(seat, 0.0) for seat in fixed), joint_claim(pooled, 0.0)]
    return sum(
        max(seat.rights, quota) for seat, quota in zip(fixed, quotas(_pool(supply, taken), claims), strict=False)
    )


# The numbers


def _offers(supply: Supply, taken: Sequence[Seat], decision: Decision) -> tuple[Offer, ...]:
    pool = _pool(supply, taken)
    if decision.mode is Mode.SPLIT:
        return _split(supply, decision, taken, pool)
    if any(seat.place.fixed_quota for seat in taken):
        return _shared_beside(supply, decision, taken, pool)
    return tuple(_shared(supply, seat, seat.most) for seat in taken)


def _pool(supply: Supply, taken: Sequence[Seat]) -> int:
    """What there is to divide. What is held back everywhere is taken off once; the rest is hidden place by place."""
    return max(0, supply.available - min((seat.hidden for seat in taken if seat.most), default=0))


def _shared(supply: Supply, seat: Seat, pieces: int, kept: int = 0) -> Offer:
    quantity = _listed(supply, seat, pieces)
    return Offer(
        listing=seat.place.listing,
        quantity=quantity,
        target=quantity,
        why=seat.barred or _sum(supply, seat, quantity, kept),
    )


def _sum(supply: Supply, seat: Seat, quantity: int, kept: int) -> Text:
    place = seat.place
    whole = supply.available - seat.hidden - kept + seat.untaken * place.per_piece
    text = reasons.shared(
        on_hand=supply.on_hand,
        committed=supply.committed,
        held=place.held.base,
        added=seat.hidden - place.held.base,
        untaken=seat.untaken * place.per_piece,
        kept=kept,
        quantity=max(0, whole),
    )
    if quantity < whole // place.per_piece:
        if place.others is not None and (place.cap is None or place.others < place.cap):
            return reasons.beside(text, quantity)
        if place.cap is not None:
            return reasons.capped(text, quantity)
    return text if place.per_piece == 1 else reasons.bundled(text, place.per_piece, quantity)


def _split(supply: Supply, decision: Decision, taken: Sequence[Seat], pool: int) -> tuple[Offer, ...]:
    rate = rate_per_share(supply, taken)
    pieces = _apart(taken, pool, rate) if supply.away else divide(pool, [claim_of(seat, rate) for seat in taken])
    listed = [_listed(supply, seat, pieces[at]) for at, seat in enumerate(taken)]
    now, _ = _permit(taken, listed, pool - sum([seat.rights for seat in taken]))
    made = [
        _rationed(supply, decision, seat, pieces[at], now[at], pool, set_aside=False) for at, seat in enumerate(taken)
    ]
    if supply.away:
        made = [_kept(offer, seat) if seat.place.deaf else offer for offer, seat in zip(made, taken, strict=True)]
    return tuple(made)


def _apart(taken: Sequence[Seat], pool: int, rate: float) -> list[int]:
    """Before nobody answers: all to their quotas, nothing left unused. Who can be told nothing keeps what it shows, and
    all that it may still sell is set aside.
    """
    deaf = sum(seat.rights for seat in taken if seat.place.deaf)
    claims = [claim_of(seat, rate) for seat in taken if not seat.place.deaf]
    told = iter(divide(max(0, pool - deaf), claims, fully=True))
    return [seat.shown if seat.place.deaf else next(told) for seat in taken]


def _kept(offer: Offer, seat: Seat) -> Offer:
    """A place that can be told nothing: whatever would be wanted there, it shows what it shows."""
    shows = seat.place.shows
    return replace(offer, quantity=shows, target=shows, why=reasons.deaf(shows))


def _shared_beside(supply: Supply, decision: Decision, taken: Sequence[Seat], pool: int) -> tuple[Offer, ...]:
    """Some places have a quota of their own; what is left is shared by the others, as if they were one place."""
    fixed = [seat for seat in taken if seat.place.fixed_quota]
    pooled = [seat for seat in taken if not seat.place.fixed_quota]
    rate = rate_per_share(supply, taken)
    claims = [claim_of(seat, rate) for seat in fixed]
    if pooled:
        claims.append(joint_claim(pooled, rate))
    pieces = divide(pool, claims)[: len(fixed)]
    # The others are not lowered while a quota that shrinks is not settled: `_decide` shares only while the chance that
    # they sell what it may still sell (`_set_aside`) is small. Raised they are only beside all of it.
    kept, bound = sum(pieces), sum(seat.rights for seat in fixed)
    highest = max((seat.rights for seat in pooled), default=0)
    listed = [_listed(supply, seat, pieces[at]) for at, seat in enumerate(fixed)]
    now, granted = _permit(fixed, listed, pool - bound - highest)
    made = {
        seat.place.listing: _rationed(supply, decision, seat, pieces[at], now[at], pool, set_aside=True)
        for at, seat in enumerate(fixed)
    }
    for seat in pooled:
        unit = seat.place.per_piece
        whole = max(0, supply.available - seat.hidden)
        most = min(seat.most, max(0, whole - kept) // unit * unit)
        offer = _shared(supply, seat, most, min(kept, whole))
        quantity, _ = _step(seat, offer.target, pool - bound - granted - seat.rights)
        if quantity < offer.target:
            offer = replace(offer, quantity=quantity, why=reasons.waiting(quantity, offer.target))
        made[seat.place.listing] = offer
    return tuple(made[seat.place.listing] for seat in taken)


def _permit(taken: Sequence[Seat], listed: Sequence[int], free: int) -> tuple[list[int], int]:
    """What each may show now, the emptiest and best claims raised first; and how many free pieces that takes."""
    now, granted = [0] * len(taken), 0
    order: Iterable[int] = range(len(taken))
    if free > 0:
        order = sorted(order, key=lambda at: (taken[at].rights > 0, -taken[at].place.priority, at))
    for at in order:
        now[at], spent = _step(taken[at], listed[at], free - granted)
        granted += spent
    return now, granted


def _step(seat: Seat, target: int, free: int) -> tuple[int, int]:
    """How far towards its target a place may be set with so many free pieces, and how many of them that promises."""
    place, unit = seat.place, seat.place.per_piece
    if target == place.shows:
        return target, 0
    if not place.overwrites:
        room = max(0, free) // unit
        covered = max(0, place.untaken - place.bound) if free >= 0 else 0  # for its own buyers: nobody is promised more
        raised = max(0, min(target - place.shows, room + covered))
        return min(target, place.shows + raised), max(0, raised - covered) * unit
    # What overwrites promises its whole number anew: there must be room for all of it. To be lowered it may go by way
    # of 0; to be raised it waits, rather than show nothing for a while.
    fits = min(target, max(0, free) // unit)
    if target < place.shows and fits < target:
        return 0, 0
    return (fits, fits * unit) if fits > place.shows or fits == target else (place.shows, 0)


def _listed(supply: Supply, seat: Seat, pieces: int) -> int:
    return max(0, pieces // seat.place.per_piece + seat.untaken + _short(supply, seat))


def _short(supply: Supply, seat: Seat) -> int:
    """What is not there even for its own buyers, in listed pieces, as a number below zero: nobody is shown it."""
    return min(0, (supply.available - seat.hidden) // seat.place.per_piece)


def _rationed(
    supply: Supply, decision: Decision, seat: Seat, pieces: int, now: int, pool: int, *, set_aside: bool
) -> Offer:
    place, target = seat.place, _listed(supply, seat, pieces)
    nothing = supply.available <= seat.hidden  # there is none to divide: the sum says why
    if seat.barred:
        why = seat.barred
    elif now < target:
        why = reasons.waiting(now, target)
    elif nothing:
        why = _sum(supply, seat, now, 0)
    elif set_aside:
        why = reasons.set_aside(pieces, pool)
    elif place.others is not None and pieces == place.others * place.per_piece < pool:
        why = reasons.split_beside(share=pieces, pool=pool)
    else:
        name, behind_s = decision.slowest, decision.behind_s
        why = reasons.split(decision.reason, share=pieces, pool=pool, place=name, behind_s=behind_s)
    if pieces and place.per_piece > 1:
        why = reasons.bundled(why, place.per_piece, pieces // place.per_piece)
    if seat.untaken and not nothing:
        why = reasons.with_untaken(why, seat.untaken, now)
    return Offer(listing=place.listing, quantity=now, target=target, why=why)

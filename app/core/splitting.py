"""Dividing pieces among places so that no piece is promised twice: quotas, and the fewest moves that keep them useful.

All in pieces of one product. Source: ../shared/oversell-theory.md, C.5 (quotas by largest remainder of the demand
shares, floats, units moved to an empty place) and C.1 (escrow: rights are lent to places that spend them unasked).
"""

from collections.abc import Sequence

from app.core.records import dataclass


@dataclass(slots=True)
class Claim:
    """What one place asks of the pool.

    `shown` are the pieces it offers now; `share` its part of the demand (any scale, above 0); `most` what
    it may get at all, whole listed pieces of `unit` each. Below `need` pieces its buyers may find nothing while
    pieces lie elsewhere. The greater `priority` has the better claim to the last pieces. `whole`: its number is only
    ever set as a whole, beside all that was there before; so it is filled where there is room for that, or when empty.
    """

    shown: int
    share: float
    most: int
    unit: int = 1
    need: int = 1
    priority: int = 0
    whole: bool = False


def quotas(pool: int, claims: Sequence[Claim]) -> list[int]:
    """The fair division: by share, by largest remainder, and a piece for every place while there are enough.

    Where there are fewer pieces than places, the best claims get them. Never more than `pool` in sum.
    """
    order = sorted(range(len(claims)), key=lambda at: (-claims[at].priority, -claims[at].share, at))
    got = [0] * len(claims)
    left = pool
    for at in order:
        if claims[at].unit <= min(left, claims[at].most):
            got[at] = claims[at].unit
            left -= claims[at].unit
    if left > 0:
        got = _by_share(left, claims, got, order)
    return _singly(pool - sum(got), claims, got, order)  # what did not fit in where it belonged


def _by_share(left: int, claims: Sequence[Claim], got: list[int], order: Sequence[int]) -> list[int]:
    """Hand out what is left on top of `got`, so that the sums come as near to the shares as they can."""
    open_ = _with_room(claims, got, order)
    while open_:
        level = (left + sum(got[at] for at in open_)) / sum(claims[at].share for at in open_)
        rich = [at for at in open_ if claims[at].share * level <= got[at]]
        if rich:
            open_ = [at for at in open_ if at not in rich]
            continue
        full = [at for at in open_ if claims[at].share * level >= claims[at].most]
        if not full:
            return _largest_remainder(left, level, claims, got, open_)
        for at in full:
            left -= claims[at].most - got[at]
            got[at] = claims[at].most
        open_ = _with_room(claims, got, order)
    return got


def _with_room(claims: Sequence[Claim], got: Sequence[int], order: Sequence[int]) -> list[int]:
    return [at for at in order if claims[at].most - got[at] >= claims[at].unit]


def _largest_remainder(
    left: int, level: float, claims: Sequence[Claim], got: list[int], open_: Sequence[int]
) -> list[int]:
    remainder = {}
    for at in open_:
        claim = claims[at]
        units = (claim.share * level - got[at]) / claim.unit
        whole = min(int(units), (claim.most - got[at]) // claim.unit)
        got[at] += whole * claim.unit
        left -= whole * claim.unit
        remainder[at] = units - whole
    return _singly(left, claims, got, sorted(open_, key=lambda at: -remainder[at]))


def _singly(left: int, claims: Sequence[Claim], got: list[int], order: Sequence[int]) -> list[int]:
    """One listed piece each, in this order, for as long as something fits."""
    given = True
    while left > 0 and given:
        given = False
        for at in order:
            if claims[at].unit <= min(left, claims[at].most - got[at]):
                got[at] += claims[at].unit
                left -= claims[at].unit
                given = True
    return got


def divide(pool: int, claims: Sequence[Claim], *, fully: bool = False) -> list[int]:
    """The rights that each place should have. Never more than `pool` in sum.

    Places keep what they have while that is near enough to their quota: every change costs a write, and a move costs
    two and the time between. Something changes where more is promised than there is, where a place has less than it
    needs, and where it has half its quota and pieces lie unused. `fully`: all to their quotas, nothing left unused;
    so it is done before nobody can look after it.
    """
    # What a place shows, not its bound: the rest is sold, or on its way back, and is needed for nothing there.
    rights = [min(claim.shown, claim.most) // claim.unit * claim.unit for claim in claims]
    if not fully and sum(rights) == pool and all(map(_content, rights, claims)):
        return rights  # the usual case, and the quick one
    quota = quotas(pool, claims)
    if fully:
        return quota
    _take_back(sum(rights) - pool, rights, quota, claims)
    _give(pool, rights, quota, claims)
    return rights


def _content(rights: int, claim: Claim) -> bool:
    return rights >= claim.need or rights >= claim.most or (claim.whole and rights > 0)


def _take_back(pieces: int, rights: list[int], quota: Sequence[int], claims: Sequence[Claim]) -> int:
    """Lower those furthest above their quota until so many pieces are free; how many are."""
    freed = 0
    for at in sorted(range(len(claims)), key=lambda at: quota[at] - rights[at]):
        missing, unit = pieces - freed, claims[at].unit
        if missing > 0 and rights[at] > quota[at]:
            taken = min(rights[at] - quota[at], -(-missing // unit) * unit)
            rights[at] -= taken
            freed += taken
    return freed


def _give(pool: int, rights: list[int], quota: Sequence[int], claims: Sequence[Claim]) -> None:
    """Fill those that need it up to their quota: first from what is unused, then from who has more than his quota."""
    reserve = pool - sum(rights)
    lacking = [at for at, claim in enumerate(claims) if rights[at] < quota[at]]
    for at in sorted(lacking, key=lambda at: (-claims[at].priority, -claims[at].share)):
        wanted, claim = quota[at] - rights[at], claims[at]
        if claim.whole and rights[at]:
            wanted = min(wanted, max(0, reserve - rights[at]))
        elif rights[at] < claim.need and wanted > reserve:
            reserve += _take_back(wanted - reserve, rights, quota, claims)
        elif rights[at] >= claim.need and 2 * rights[at] > quota[at]:
            continue
        given = min(wanted, reserve) // claim.unit * claim.unit
        rights[at] += given
        reserve -= given

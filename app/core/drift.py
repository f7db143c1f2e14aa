"""What a number seen on a channel means, once an order poll begun after the look is complete.

A difference is first of all a sale that was not yet heard of; only what orders cannot explain is an outside edit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MASS_ZEROS = 10  # listings that fall to 0 in one look
MASS_LISTINGS = 20  # a change this large ...
MASS_SHARE = 0.25  # ... and over this share of a shop's listings stops and asks
ONE_IMPORT = timedelta(minutes=15)  # what somebody changed within this time counts as one change
SECOND_MASTER = 3  # R67: so many times in a day our number was replaced
A_DAY = timedelta(hours=24)
OWN_LATE = timedelta(minutes=15)  # a shop's own number that follows a sale later than this is somebody's doing
RACE = timedelta(seconds=30)  # R54: so soon after our own write another program may have written over it
FEW = 2  # R88: at so few pieces any difference counts


class Verdict(StrEnum):
    """What to make of a look."""

    EXPLAINED = "explained"  # it shows what our writes and its orders say
    ADOPT = "adopt"  # we had no number for it, or sought the fate of our own write: now we know
    LOOK_AGAIN = "look_again"  # it moved after the look: a new look is needed
    OUTSIDE = "outside"  # somebody else changed it


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A number seen at a moment, and what we believed. `unsure`: the fate of our last write is unknown."""

    seen: int
    seen_at: datetime
    believed: int | None
    moved_at: datetime | None
    unsure: bool = False
    sent: int | None = None


def judge(look: Look) -> Verdict:
    """What the look means. Call it after an order poll that began after the look."""
    if look.believed is None:
        return Verdict.ADOPT
    moved = look.moved_at is not None and look.moved_at > look.seen_at
    if look.seen == look.believed and not (moved and look.unsure):  # of an unsure write that could be by chance
        return Verdict.EXPLAINED
    if moved:
        return Verdict.LOOK_AGAIN
    if look.unsure and look.seen == look.sent:
        return Verdict.ADOPT
    return Verdict.OUTSIDE


def follows_late(change: int, sold: int, since_sale: timedelta) -> bool:
    """May a number that is too high be the shop's own, which has not followed a sale there yet (R46)?

    `sold`: pieces sold there shortly before it was seen; `since_sale`: how long the newest of them was ago.
    """
    return 0 < change <= sold and timedelta(0) <= since_sale <= OWN_LATE


def is_mass_change(*, zeros: int, changed: int, listings: int) -> bool:
    """Does one look at a shop show so much change from outside that sending must stop until the seller decides?"""
    return zeros >= MASS_ZEROS or (changed >= MASS_LISTINGS and changed > MASS_SHARE * listings)


class Standing(StrEnum):
    """What becomes of an outside edit in a shop, as the seller chose once and for all."""

    ASK = "ask"
    OURS = "ours"  # put ours back
    THEIRS = "theirs"  # take theirs, as an adjustment with a reason


def is_flagged(*, expected: int, seen: int) -> bool:
    """Is a difference worth a flag in the daily compare (R88)? By more than one, or any at all where few are left."""
    return expected != seen and (abs(seen - expected) > 1 or expected <= FEW)


def times_replaced(edits: Sequence[tuple[int, datetime]]) -> int:
    """How many times our number was replaced, of (listing, seen at): what was changed at once counts once.

    One listing that is replaced again and again counts every time, for nobody imports one thing in a loop.
    """
    by_listing: dict[int, int] = {}
    for listing, _ in edits:
        by_listing[listing] = by_listing.get(listing, 0) + 1
    return max(max(by_listing.values(), default=0), _moments(at for _, at in edits))


def _moments(seen: Iterable[datetime]) -> int:
    """How many moments, where all within the time of one import are one."""
    count, began = 0, None
    for at in sorted(seen):
        if began is None or at - began > ONE_IMPORT:
            count, began = count + 1, at
    return count


def is_second_master(times: int) -> bool:
    """Does somebody else decide there too (R67)? `times` within a day."""
    return times >= SECOND_MASTER

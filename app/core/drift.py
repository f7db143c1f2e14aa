"""What a number seen on a channel means, once an order poll begun after the look is complete.

A difference is first of all a sale that was not yet heard of; only what orders cannot explain is an outside edit.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MASS_ZEROS = 10  # listings that fall to 0 in one look
MASS_LISTINGS = 20  # a change this large ...
MASS_SHARE = 0.25  # ... and over this share of a shop's listings stops and asks


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


def is_mass_change(*, zeros: int, changed: int, listings: int) -> bool:
    """Does one look at a shop show so much change from outside that sending must stop until the seller decides?"""
    return zeros >= MASS_ZEROS or (changed >= MASS_LISTINGS and changed > MASS_SHARE * listings)

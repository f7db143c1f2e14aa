"""How stopping one listing stands: from what the shop was told, what it said, and what was read back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Stop(StrEnum):
    """How a listing stands on the step Stop selling."""

    SELLING = "selling"  # nobody stopped it, and it shows pieces
    AT_ZERO = "at_zero"  # the sync has set it to 0; a delivery would raise it
    UNDER_WAY = "under_way"  # asked, not read back
    STOPPED = "stopped"  # read back
    BY_HAND = "by_hand"  # Plimsoll cannot; the seller has to
    TICKED = "ticked"  # the seller did
    RESUMED = "resumed"  # put back on sale


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of one listing. `reached`: its shop takes what we send, and answers."""

    held: bool
    reached: bool
    zero: bool  # believed and acknowledged
    off: bool  # taken off sale there
    failed: bool  # the shop refused to take it off, or refused the number
    read_back: bool  # read since it was asked, and it shows nothing
    contradicted: bool = False  # read since, and it still sells
    ticked: bool = False
    resumed: bool = False


def stop_of(told: Told) -> Stop:
    """How it stands."""
    if not told.held:
        return Stop.RESUMED if told.resumed else Stop.AT_ZERO if told.zero else Stop.SELLING
    if told.ticked:
        return Stop.TICKED
    if told.contradicted or not told.reached:
        return Stop.BY_HAND
    if told.failed:
        # It stays in the shop's list, but shows nothing: that sells nothing either.
        return Stop.STOPPED if told.zero and told.read_back else Stop.BY_HAND
    return Stop.STOPPED if told.off and told.zero and told.read_back else Stop.UNDER_WAY


def all_stopped(stops: Sequence[Stop]) -> bool:
    """Is the step done? Each channel has confirmed, or the seller has ticked it."""
    return all(stop in (Stop.STOPPED, Stop.TICKED) for stop in stops)

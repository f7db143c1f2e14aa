"""When a listing could sell no more than there was: it needed no new number, whether it was told one or not.

Somebody typed a lower number in, or so much is held back that it still fits.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.diagnosis_facts import Facts, Move, Place, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Fair:
    """The record of one listing: when what it showed or what there was changed, and which of these steps were fair."""

    starts: Sequence[datetime]
    last: Sequence[int]  # of the steps up to this one the last fair one; -1: none was

    def between(self, begin: datetime, end: datetime) -> bool:
        """Was there such a moment? No time at all has none."""
        if begin > end:
            return False
        first, final = (bisect_right(self.starts, at) - 1 for at in (begin, end))
        return final >= 0 and self.last[final] >= max(0, first)


def fair(facts: Facts, place: Place) -> Fair:
    """From what the listing was known to show and what could still be promised, both as they were recorded."""
    shown = [one for one in facts.shown if one.listing == place.listing]
    there: int | None = None
    shows: int | None = None
    starts: list[datetime] = []
    last: list[int] = []
    steps: list[Move | Shown] = [*facts.moves, *shown]
    for step in sorted(steps, key=lambda one: one.at):
        there = step.available_after if isinstance(step, Move) else there
        shows = step.pieces * place.per if isinstance(step, Shown) else shows
        good = there is not None and shows is not None and shows <= there
        starts.append(step.at)
        last.append(len(last) if good else last[-1] if last else -1)
    return Fair(starts=starts, last=last)

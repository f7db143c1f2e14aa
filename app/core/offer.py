"""What the seller hides, caps and ends, and how rules of different reach make one number.

A rule holds everywhere, in one shop, for one product, or for one product in one shop. It stands either *instead of* the
wider ones or *on top of* what holds without it.
"""

from collections.abc import Sequence
from enum import StrEnum

from app.core.records import dataclass


class Way(StrEnum):
    """How a rule stands to the wider ones."""

    INSTEAD = "instead"
    EXTRA = "extra"  # on top of what holds without it


class Reach(StrEnum):
    """How far a rule reaches, the widest first."""

    EVERYWHERE = "everywhere"
    SHOP = "shop"
    PRODUCT = "product"
    LISTING = "listing"  # one product in one shop


class Kind(StrEnum):
    """What a rule is about."""

    HELD = "held"
    CAP = "cap"
    END_WHEN = "end_when"


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule: pieces, how far it reaches, and how it stands to the wider ones."""

    reach: Reach
    pieces: int
    way: Way


def usual(kind: Kind, reach: Reach) -> Way:
    """How a rule stands where the seller did not say: what a whole shop holds back is added, all else replaces."""
    return Way.EXTRA if kind is Kind.HELD and reach is Reach.SHOP else Way.INSTEAD


def in_force(entries: Sequence[Entry]) -> tuple[Entry | None, tuple[Entry, ...]]:
    """The rule that everything else is added to (None: there is none), and what is added, of these, widest first.

    The most particular “instead” counts. A shop's rule is no wider than a product's, nor the other way round: what
    one of them adds stays beside what the other sets. Only a rule for the product in the shop is narrower than all,
    so that it leaves nothing of them.
    """
    base, extras = None, []
    for entry in entries:
        if entry.way is Way.EXTRA:
            extras.append(entry)
        else:
            base = entry
            if entry.reach is Reach.LISTING:
                extras = []
    return base, tuple(extras)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Pieces hidden from a listing: `extra` are those that rules add on top of `base`."""

    base: int = 0
    extra: int = 0

    @property
    def total(self) -> int:
        """Pieces taken off before the channel sees a number."""
        return self.base + self.extra


def held_back(entries: Sequence[Entry]) -> HeldBack:
    """What is held back by these rules, widest first."""
    base, extras = in_force(entries)
    return HeldBack(base=base.pieces if base else 0, extra=sum([entry.pieces for entry in extras]))


def cap(entries: Sequence[Entry]) -> int | None:
    """The most that may be shown. Adding to no limit leaves none."""
    base, extras = in_force(entries)
    return None if base is None else base.pieces + sum([entry.pieces for entry in extras])


def end_when(entries: Sequence[Entry]) -> int | None:
    """Nothing is shown at so many available pieces or fewer. Without a wider rule what is added stands alone."""
    base, extras = in_force(entries)
    if base is None and not extras:
        return None
    return (base.pieces if base else 0) + sum([entry.pieces for entry in extras])

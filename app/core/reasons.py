"""The offer policy in words: why a product is shared or split, and the sum or the reason behind every number shown."""

from collections.abc import Callable
from enum import StrEnum

from app.core.text import N_, NN_, Text

MINUTE_S = 60
ODDS_MAX = 10**9


class Reason(StrEnum):
    """Why a product is in its mode. The first two share, the others split."""

    SAFE = "safe"  # the chance of selling a piece twice is small enough
    CHOSEN = "chosen"  # the seller does not care
    NEVER = "never"  # the seller wants it never oversold
    LEAVING = "leaving"  # soon nobody will answer sales
    NEW = "new"  # how fast it sells is not known yet
    BEHIND = "behind"  # a place is slow to hear or to answer
    SCARCE = "scarce"  # few are left for how fast they sell


_MODES = {
    Reason.SAFE: N_("Shared: nothing can be sold twice"),
    Reason.CHOSEN: N_("Shared, because you chose so"),
    Reason.NEVER: N_("Split, because you want it never oversold"),
    Reason.LEAVING: N_("Split, because Plimsoll will soon be out of reach"),
    Reason.NEW: N_("Split, because it is not known yet how fast it sells"),
    Reason.SCARCE: N_("Split, because few are left for how fast they sell"),
}
_HERE: dict[Reason, Callable[..., Text]] = {
    Reason.NEVER: lambda **part: N_("split: {share} of {pool} here, because you want it never oversold", **part),
    Reason.LEAVING: lambda **part: N_(
        "split: {share} of {pool} here, because Plimsoll will soon be out of reach", **part
    ),
    Reason.NEW: lambda **part: N_(
        "split: {share} of {pool} here, because it is not known yet how fast it sells", **part
    ),
    Reason.SCARCE: lambda **part: N_(
        "split: {share} of {pool} here, because few are left for how fast they sell", **part
    ),
}

TAKEN_OFF = N_("Taken off by you: 0 here")
SINGLE = N_("1 available: shown nowhere until you are back")


def mode(reason: Reason, *, risk: float, place: str, behind_s: float) -> Text:
    """Why a product is shared or split."""
    if reason is Reason.BEHIND:
        return NN_(
            "Split, because {place} was {n} minute behind",
            "Split, because {place} was {n} minutes behind",
            round(behind_s / MINUTE_S),
            place=place,
        )
    if reason is Reason.SAFE and risk > 0:
        odds = int(min(1 / risk, ODDS_MAX))
        return N_("Shared: the chance of selling a piece twice is below 1 in {odds}", odds=odds)
    return _MODES[reason]


def shared(*, on_hand: int, committed: int, held: int, added: int, untaken: int, kept: int, quantity: int) -> Text:
    """The sum behind a number that is shown everywhere. `added`: held back on top of `held` by narrower rules. `kept`
    is set aside for places with a quota of their own.
    """
    hidden: int | Text = held + added
    if held and added:
        hidden = N_("{held} + {added}", held=held, added=added)
    numbers = {"on_hand": on_hand, "committed": committed, "held": hidden, "quantity": quantity}
    if untaken and kept:
        return N_(
            "{on_hand} on hand, {committed} committed, {untaken} of them not yet taken off here, {held} held back,"
            " {kept} set aside for other places: {quantity} here",
            untaken=untaken,
            kept=kept,
            **numbers,
        )
    if untaken:
        return N_(
            "{on_hand} on hand, {committed} committed, {untaken} of them not yet taken off here, {held} held back:"
            " {quantity} here",
            untaken=untaken,
            **numbers,
        )
    if kept:
        return N_(
            "{on_hand} on hand, {committed} committed, {held} held back, {kept} set aside for other places:"
            " {quantity} here",
            kept=kept,
            **numbers,
        )
    return N_("{on_hand} on hand, {committed} committed, {held} held back: {quantity} here", **numbers)


def capped(whole: Text, quantity: int) -> Text:
    """The sum, where the seller wants no more than so many shown."""
    return N_("{whole}, but at most {quantity} are shown", whole=whole, quantity=quantity)


def beside(whole: Text, quantity: int) -> Text:
    """The sum, where the other parts of a bundle allow no more than so many."""
    return N_("{whole}; its other parts allow {quantity}", whole=whole, quantity=quantity)


def bundled(whole: Text, per_piece: int, quantity: int) -> Text:
    """The sum in pieces, where one listed piece is made of several."""
    return N_(
        "{whole}; {per_piece} pieces in each make {quantity}", whole=whole, per_piece=per_piece, quantity=quantity
    )


def split(reason: Reason, *, share: int, pool: int, place: str, behind_s: float) -> Text:
    """Why a place has its part of a split product. `place` and `behind_s`: who was slow, and by how much."""
    if reason is Reason.BEHIND:
        return NN_(
            "split: {share} of {pool} here, because {place} was {n} minute behind",
            "split: {share} of {pool} here, because {place} was {n} minutes behind",
            round(behind_s / MINUTE_S),
            share=share,
            pool=pool,
            place=place,
        )
    return _HERE[reason](share=share, pool=pool)


def split_beside(*, share: int, pool: int) -> Text:
    """Why a bundle has no more of a split part: more of it could not be sold."""
    return N_("split: {share} of {pool} here, because its other parts allow no more", share=share, pool=pool)


def set_aside(share: int, pool: int) -> Text:
    """Why a place has a quota although the others share."""
    return N_("{share} of {pool} set aside here, because its number follows late", share=share, pool=pool)


def deaf(shows: int) -> Text:
    """A place that can be told nothing before the seller leaves."""
    return N_("{shows} stay here: nothing can be told to this place now", shows=shows)


def with_untaken(whole: Text, untaken: int, quantity: int) -> Text:
    """A part of a split product beside pieces that the channel will take off by itself."""
    return N_("{whole}; with {untaken} not yet taken off: {quantity}", whole=whole, untaken=untaken, quantity=quantity)


def waiting(now: int, target: int) -> Text:
    """A number that may not rise yet."""
    return N_("{now} here for now, {target} as soon as the other places show less", now=now, target=target)


def ended(available: int, end_when: int) -> Text:
    """The seller ends this listing before the last pieces."""
    return N_("{available} available: ended here at {end_when} or fewer", available=available, end_when=end_when)


def paused(available: int, below: int) -> Text:
    """The seller pauses the product everywhere before the last pieces."""
    return N_("{available} available: paused everywhere below {below}", available=available, below=below)


def kept(available: int, place: str) -> Text:
    """The last pieces are kept for another place."""
    return N_("{available} available: kept for {place}", available=available, place=place)

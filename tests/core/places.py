"""The usual places and products of the policy's tests."""

import re

from app.core.offer import HeldBack
from app.core.policy import Offer, Place, Supply

HOUR, DAY = 3600, 86400
NAMES = ("Shopify", "Woo", "Etsy", "Square", "Wix")
SHARES = (0.5, 0.3, 0.2)
NUMBER = re.compile(r"−?\d+")


def place(at, shows=0, **more):
    """The at-th of the usual places."""
    given = {"bound": shows, "rate_per_s": (*SHARES, 0.1, 0.1)[at], "window_s": 8.0, "held": HeldBack(), **more}
    given.setdefault("average_s", given["window_s"])
    return Place(listing=at, name=NAMES[at], shows=shows, **given)


def three(shows=(0, 0, 0), **more):
    return [place(at, number, **more) for at, number in enumerate(shows)]


def supply(available, rate=12 / HOUR, **more):
    """What sells just now at its long-run rate, unless said otherwise."""
    return Supply(on_hand=available, committed=0, rate_per_s=rate, recent=more.pop("recent", round(600 * rate)), **more)


def targets(made):
    return [offer.target for offer in made]


def quantities(made):
    return [offer.quantity for offer in made]


def explains(now: Supply, one: Place, offer: Offer) -> None:
    """The numbers in the sentence add up to the number shown."""
    said = str(offer.why)
    assert "{" not in said
    head, *rest = re.split("; |, but ", said)
    numbers = [int(number.replace("−", "-")) for number in NUMBER.findall(head)]
    last = [int(number) for part in rest for number in NUMBER.findall(part)]
    if " on hand, " in head:
        on_hand, committed, *off, shown = numbers
        untaken = off.pop(0) if "not yet taken off here" in head else 0
        assert (on_hand, committed) == (now.on_hand, now.committed)
        assert shown == max(0, on_hand - committed + untaken - sum(off))
        assert offer.quantity == offer.target == (last[-1] if last else shown)
        assert "at most" not in said or one.cap is not None
        assert "other parts" not in said or one.others is not None
    elif "here for now" in head:
        assert numbers[:2] == [offer.quantity, offer.target]
    elif "with" in said and "not yet taken off" in said:
        assert last[-1] == offer.quantity
    elif "nothing can be told" in head:
        assert offer.quantity == numbers[0] == one.shows
    elif " of " in head:
        share, pool = numbers[:2]
        assert share <= pool
        assert "other parts" not in said or share == (one.others or 0) * one.per_piece
        assert offer.quantity == (last[-1] if last else share)
    else:
        assert 0 <= offer.quantity <= one.untaken, said

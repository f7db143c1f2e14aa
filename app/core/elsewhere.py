"""Channels that sellers use and Plimsoll has no connector for: named, so that nobody has to find that out by trying.

Each is kept by hand like a market stall. What a channel is called and what it takes is from its own pages; a connector
that is added later takes its line out of here.
"""

from dataclasses import dataclass

from app.core.channel import Carries
from app.core.text import N_, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A channel by its name, how much of it Plimsoll does by itself, and what that leaves to the seller."""

    key: str
    title: Text
    letter: str
    words: Text
    carries: Carries = Carries.HAND
    takes_orders: bool = True


_NO_ORDERS = N_("It takes no orders, and only shows what can be bought. You change its numbers.")

ELSEWHERE = (
    Elsewhere(
        key="amazon",
        title=N_("Amazon"),
        letter="A",
        words=N_("You change the numbers in Seller Central, and enter what was sold."),
    ),
    Elsewhere(
        key="squarespace",
        title=N_("Squarespace"),
        letter="Q",
        words=N_("You change the numbers in Squarespace, and enter what was sold."),
    ),
    Elsewhere(
        key="wix",
        title=N_("Wix"),
        letter="X",
        words=N_("You change the numbers in Wix, and enter what was sold."),
    ),
    Elsewhere(key="google", title=N_("Google Shopping"), letter="G", words=_NO_ORDERS, takes_orders=False),
    Elsewhere(key="meta", title=N_("Facebook and Instagram shops"), letter="F", words=_NO_ORDERS, takes_orders=False),
    Elsewhere(
        key="till",
        title=N_("Till"),
        letter="T",
        words=N_(
            "You enter the day’s sales, each with its time. Shopify POS needs no line here: it sells from Shopify."
        ),
    ),
)


def elsewhere(key: str) -> Elsewhere | None:
    """The channel with that key; None where it is any other place."""
    return next((one for one in ELSEWHERE if one.key == key), None)

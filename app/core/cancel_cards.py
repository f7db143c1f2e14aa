"""How to cancel on each channel, to be read before it is needed: where, which reason, what it counts for, and stock.

From the channels' pages as read on `CHECKED_ON`; the seller cancels by hand there until Plimsoll does it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.core.text import N_, Text

CHECKED_ON = date(2026, 11, 23)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The card of a channel."""

    how: Text
    reason: Text
    counts: Text
    stock: Text


_NO_REASON = N_("It asks for no reason.")
_NO_LIMIT = N_("No limit on cancellations is published.")
CARDS: Mapping[str, Card] = {
    "etsy": Card(
        how=N_("Shop Manager, Orders, More actions, Cancel. It can take 48 hours, and waits while a payment clears."),
        reason=_NO_REASON,
        counts=N_("A cancellation counts for nothing by itself. A case or a low review does."),
        stock=N_("A sold-out listing is not put back by it."),
    ),
    "shopify": Card(
        how=N_("Orders, the order, More actions, Cancel order."),
        reason=N_("Choose “Items unavailable”."),
        counts=_NO_LIMIT,
        stock=N_("Untick “Restock items”: the pieces are not there."),
    ),
    "woocommerce": Card(
        how=N_("Orders, the order: refund it first, then set it to Cancelled. The status Refunded alone pays nothing."),
        reason=_NO_REASON,
        counts=_NO_LIMIT,
        stock=N_("Cancelled puts the pieces back. Untick “Restock refunded items” when refunding."),
    ),
    "squarespace": Card(
        how=N_("Orders: set it to Pending, then Cancel order."),
        reason=_NO_REASON,
        counts=_NO_LIMIT,
        stock=N_("Leave “Restock” unticked."),
    ),
    "amazon": Card(
        how=N_("Manage orders, Cancel order."),
        reason=N_("Choose “No inventory”. “Buyer cancelled” only if the buyer really asked through Amazon."),
        counts=N_("It counts in the cancellation rate of 7 days, not in the order defect rate."),
        stock=N_("“No inventory” puts nothing back."),
    ),
    "ebay": Card(
        how=N_("Orders, Cancel order. It refunds by itself: do not refund again."),
        reason=N_("Choose “Out of stock”. It counts as a defect. “Buyer asked” only if the buyer did."),
        counts=N_("It counts as a transaction defect."),
        stock=N_("It is not known whether it puts stock back: look afterwards."),
    ),
}


def card(channel: str) -> Card | None:
    """The card of a channel; None where nothing is known."""
    return CARDS.get(channel)

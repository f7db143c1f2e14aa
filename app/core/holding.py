"""What a WooCommerce shop's own settings and hosting mean for overselling, as sentences and sums.

“Hold stock” keeps the pieces of an unpaid checkout from other checkouts, for a number of minutes; blank switches it
off. Orders made over the API are not held, and never checked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.text import N_, Text

HOLD_LEAST, HOLD_MOST = 15, 60  # minutes; requirements R63
SAME_MOMENT = timedelta(seconds=1)  # two orders so near to each other may both have passed the shop's own lock
FOUND_WITHIN = timedelta(hours=1)
ADVICE_AFTER = 2  # times in
ADVICE_WITHIN = timedelta(days=30)


def hold_words(minutes: str | None) -> Text:
    """What the shop's setting is, and what to do where it is off or far from 15 to 60 minutes."""
    if minutes is None:
        return N_(
            "This key may not read the shop’s settings. Look under WooCommerce > Settings > Products > Inventory."
        )
    typed = minutes.strip()
    where = N_("Set it under WooCommerce > Settings > Products > Inventory > Hold stock.")
    if not typed.isdecimal() or int(typed) == 0:
        return N_("Hold stock is off: two unpaid checkouts can take the same piece. {where}", where=where)
    held = int(typed)
    if held < HOLD_LEAST:
        return N_(
            "Held for {n} minutes: slow payments lose their piece. 15 to 60 is usual. {where}", n=held, where=where
        )
    if held > HOLD_MOST:
        return N_("Held for {n} minutes: baskets block stock for long. 15 to 60 is usual. {where}", n=held, where=where)
    return N_("Held for {n} minutes, and released by itself.", n=held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An order of one listing, by the shop's own clock."""

    listing: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Off:
    """A listing's number was not what its orders explain, or fell below zero there."""

    listing: int
    at: datetime


def platform_locks(orders: Sequence[Placed], off: Iterable[Off]) -> list[datetime]:
    """When the shop's own lock likely let two orders pass: two of one listing in a second, then a number that is off.

    Requirements R60: likely, not certain; a lone difference has many other causes.
    """
    near: dict[int, list[datetime]] = {}
    by_listing: dict[int, list[datetime]] = {}
    for order in sorted(orders, key=lambda one: one.at):
        before = by_listing.setdefault(order.listing, [])
        if before and order.at - before[-1] <= SAME_MOMENT:
            near.setdefault(order.listing, []).append(order.at)
        before.append(order.at)
    found = set()
    for one in off:
        found |= {at for at in near.get(one.listing, ()) if timedelta(0) <= one.at - at <= FOUND_WITHIN}
    return sorted(found)


def advise_hosting(locks: Iterable[datetime], now: datetime) -> bool:
    """Is it time to speak of the hosting? Not after one: only after two in thirty days (R64)."""
    return sum(now - at <= ADVICE_WITHIN for at in locks) >= ADVICE_AFTER

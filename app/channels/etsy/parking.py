"""Which listings show 0 because Plimsoll took them off sale: Etsy cannot show 0 in any other way.

What is noted here is kept before Etsy is told, so that a kill loses nothing. A listing counts as taken off by us only
while Etsy says that its state has not changed since: what the seller switched off is never switched on by us.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from app.channels.decoding import decode
from app.channels.etsy.wire import Listing
from app.core.channel import Off

SECRET = "parked"  # noqa: S105 - the name under which it is kept, sealed like the rest of the connection
ACTIVE, SOLD_OUT = "active", "sold_out"
OFF = ("inactive", "edit")  # two names for the same
_STATES = {SOLD_OUT: Off.SOLD_OUT, "expired": Off.EXPIRED, "draft": Off.DRAFT}
DOUBT_S = 300  # how far from our asking a change of state may lie when its answer was lost


class Memo(msgspec.Struct, frozen=True):
    """How a listing was before. `left` are the numbers it keeps though it shows 0, by group.

    `state_at` is Etsy's own moment of the change; None while its answer has not come.
    """

    was: str
    asked_at: int
    left: dict[str, int]
    state_at: int | None = None

    def text(self) -> str:
        """As it is handed out and back by `pause` and `resume`."""
        return msgspec.json.encode(self).decode()


def memo_of(text: str) -> Memo | None:
    """A memo from its text; None for what is none."""
    try:
        return decode(text, Memo)
    except (msgspec.DecodeError, UnicodeError):
        return None


class Parked:
    """The memos of one shop, by listing."""

    def __init__(self, kept: str, save: Callable[[str, str], None]) -> None:
        try:
            self._memos = decode(kept, dict[str, Memo]) if kept else {}
        except (msgspec.DecodeError, UnicodeError):
            self._memos = {}  # then every listing that is off stays off until the seller decides
        self._save = save

    def of(self, listing: Listing) -> Memo | None:
        """Why a listing is off, if it is so because of us; None when its state has changed since, or was never ours."""
        memo = self._memos.get(str(listing.listing_id))
        return memo if memo is not None and holds(memo, listing) else None

    def put(self, listing: int, memo: Memo) -> None:
        """Note a listing. Kept when this returns."""
        if self._memos.get(str(listing)) != memo:
            self._memos[str(listing)] = memo
            self._keep()

    def forget(self, listing: int) -> None:
        """The listing is on sale again, or never went off."""
        if self._memos.pop(str(listing), None) is not None:
            self._keep()

    def shown(self, listing: Listing, key: str, quantity: int) -> int:
        """What a group really shows: 0 in a listing that is off because of us, unless its number was raised since."""
        if listing.state == SOLD_OUT:
            return 0
        memo = self.of(listing)
        if memo is None or quantity > memo.left.get(key, 0):
            return quantity
        return 0

    def _keep(self) -> None:
        self._save(SECRET, msgspec.json.encode(self._memos).decode())


def holds(memo: Memo, listing: Listing) -> bool:
    """Is the listing still in the state that the memo is about?"""
    if listing.state in (ACTIVE, SOLD_OUT):
        return False
    if memo.was == ACTIVE and listing.state not in OFF:
        return False  # it has expired meanwhile
    if listing.state_timestamp is None:
        return True
    if memo.state_at is None:
        return abs(listing.state_timestamp - memo.asked_at) <= DOUBT_S
    return listing.state_timestamp == memo.state_at


def off_of(listing: Listing, parked: Parked) -> Off | None:
    """Why a listing is off sale; None for one that is on sale."""
    if listing.state in OFF:
        memo = parked.of(listing)
        return Off.PARKED if memo is not None and memo.was == ACTIVE else Off.SWITCHED_OFF
    return _STATES.get(listing.state)


def noted(listing: Listing, quantities: Mapping[str, int], at: datetime) -> Memo:
    """A memo of a listing as it is now. One that is off already has its moment."""
    off = listing.state != ACTIVE
    return Memo(
        was=listing.state,
        asked_at=int(at.timestamp()),
        left=dict(quantities),
        state_at=listing.state_timestamp if off else None,
    )

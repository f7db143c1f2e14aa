"""A listing right before it is changed: read whole, by one writer at a time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from app.channels.etsy.api import EtsyApi, must_be_etsys
from app.channels.etsy.groups import Group, groups_of, listing_of, ref_of
from app.channels.etsy.quota import Need
from app.channels.etsy.wire import Inventory, ListedInventory, Listing
from app.channels.http import Answer
from app.core.channel import WriteOutcome, WriteResult
from app.core.text import N_
from app.errors import ChannelRefused, ChannelUnavailable

WRITER_WAIT_S = 1.0

_writing: dict[tuple[int, str], object] = {}  # which listings are being changed now, by shop and listing


@contextmanager
def only_writer(shop: int, ref: str) -> Iterator[None]:
    """Two writers of one listing would each undo the other: the second is told to come again, and nothing is sent."""
    mine, place = object(), (shop, listing_of(ref))
    if _writing.setdefault(place, mine) is not mine:  # one step: no other thread comes in between
        raise ChannelUnavailable(N_("This listing is just being written."), retry_after=WRITER_WAIT_S, sent=False)
    try:
        yield
    finally:
        del _writing[place]


@dataclass(frozen=True, slots=True)
class Now:
    """A listing as it is now."""

    listing: Listing
    inventory: Inventory
    groups: Mapping[str, Group]

    @property
    def number(self) -> int:
        """The listing's number."""
        return self.listing.listing_id

    @property
    def quantities(self) -> dict[str, int]:
        """The numbers that it holds, by group."""
        return {key: group.quantity for key, group in self.groups.items()}

    def sellable(self, quantities: Mapping[str, int]) -> bool:
        """Would anything be above 0 that a buyer can choose?"""
        return any(quantities[key] > 0 for key, group in self.groups.items() if group.enabled)

    def each(
        self, keys: Mapping[str, int], outcome: WriteOutcome, words: str = "", seen: Mapping[str, int] | None = None
    ) -> dict[str, WriteResult]:
        """The same end for every one of these groups, each with what was seen of it."""
        return {key: self.one(key, outcome, words, (seen or {}).get(key)) for key in keys}

    def one(self, key: str, outcome: WriteOutcome, words: str = "", seen: int | None = None) -> WriteResult:
        """How the write of one group ended."""
        return WriteResult(ref=ref_of(self.number, key), outcome=outcome, words=words, seen=seen)


def read_now(api: EtsyApi, listing: int | str, verb: str = "read before writing") -> Now | None:
    """A listing and its inventory; None when Etsy has no such listing."""
    target = f"listing {listing}"
    params = [("includes", "Listing")]
    answer = api.get(verb, target, f"/listings/{listing}/inventory", params, need=Need.WRITE, accept=(404,))
    # A listing that was never edited with Etsy's inventory tools has no inventory: it is there all the same.
    inventory = ListedInventory([]) if _none(answer) else answer.decode(ListedInventory)
    row = inventory.listing
    if row is None or str(row.listing_id) != str(listing):
        alone = api.get(verb, target, f"/listings/{listing}", need=Need.WRITE, accept=(404,))
        if _none(alone):
            return None
        row = alone.decode(Listing)
    return Now(row, inventory, groups_of(inventory))


def _none(answer: Answer) -> bool:
    """Does Etsy say that there is no such thing?"""
    if answer.status == 404:
        must_be_etsys(answer)
    return answer.status == 404


def read_first(api: EtsyApi, ref: str) -> Now:
    """A listing before it is changed: whatever becomes of the reading, nothing was written.

    Raises `ChannelRefused` with status 404 when Etsy has no such listing.
    """
    number = listing_of(ref)
    try:
        now = read_now(api, number) if number.isascii() and number.isdecimal() else None
    except ChannelUnavailable as error:
        error.sent = False
        raise
    if now is None:
        raise gone(ref)
    return now


def gone(ref: str) -> ChannelRefused:
    """Etsy has no such listing, or no such variation of it."""
    return ChannelRefused(
        N_("Etsy no longer has this listing."), N_("Link the product to another listing."), words=ref, status=404
    )
